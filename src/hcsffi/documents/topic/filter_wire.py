"""Reading and writing: access lists, proxies, firewall and encryption policies.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.fast import Mismatch, draft, guid, leftover, merged, plain, selected, texts
from hcsffi.documents.topic.filter import AclFeatures, AclPolicySetting, ActionType, AuthenticationCertificate, AuthenticationMethod, AuthenticationPresharedKey, AuthenticationType, CommonAclPolicySetting, CommonL4ProxyPolicySetting, DirectionType, EncryptionMethod, EncryptionPolicySetting, EndpointL4ProxyPolicySetting, FirewallPolicyFlags, FirewallPolicySetting, FirewallVMType, FiveTuple, FiveTuple2, L4ProxyPolicySetting, L4WfpProxyPolicySetting, NetworkAclPolicySetting, PrioritizedAuthenticationMethod, ProtocolType, ProxyExceptions, RuleType, TierAclPolicySetting, TierAclRule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

acl_features_draft = draft(AclFeatures)
acl_policy_setting_draft = draft(AclPolicySetting)
authentication_certificate_draft = draft(AuthenticationCertificate)
authentication_method_draft = draft(AuthenticationMethod)
authentication_preshared_key_draft = draft(AuthenticationPresharedKey)
common_acl_policy_setting_draft = draft(CommonAclPolicySetting)
common_l4_proxy_policy_setting_draft = draft(CommonL4ProxyPolicySetting)
encryption_policy_setting_draft = draft(EncryptionPolicySetting)
firewall_policy_setting_draft = draft(FirewallPolicySetting)
five_tuple_draft = draft(FiveTuple)
five_tuple2_draft = draft(FiveTuple2)
l4_proxy_policy_setting_draft = draft(L4ProxyPolicySetting)
endpoint_l4_proxy_policy_setting_draft = draft(EndpointL4ProxyPolicySetting)
l4_wfp_proxy_policy_setting_draft = draft(L4WfpProxyPolicySetting)
network_acl_policy_setting_draft = draft(NetworkAclPolicySetting)
prioritized_authentication_method_draft = draft(PrioritizedAuthenticationMethod)
proxy_exceptions_draft = draft(ProxyExceptions)
tier_acl_policy_setting_draft = draft(TierAclPolicySetting)
tier_acl_rule_draft = draft(TierAclRule)
known_action_type = ActionType._value2member_map_.get
known_authentication_type = AuthenticationType._value2member_map_.get
known_direction_type = DirectionType._value2member_map_.get
known_encryption_method = EncryptionMethod._value2member_map_.get
known_firewall_policy_flags = FirewallPolicyFlags
known_firewall_vm_type = FirewallVMType._value2member_map_.get
known_protocol_type = ProtocolType._value2member_map_.get
known_rule_type = RuleType._value2member_map_.get


def read_acl_features(d: Any) -> Any:
    """A `AclFeatures` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = acl_features_draft()
    n = 0
    if "AclAddressLists" in d:
        n += 1
        v = d["AclAddressLists"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.acl_address_lists = v
    else:
        o.acl_address_lists = None
    if "AclHostRulePriority" in d:
        n += 1
        v = d["AclHostRulePriority"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.acl_host_rule_priority = v
    else:
        o.acl_host_rule_priority = None
    if "AclPortRanges" in d:
        n += 1
        v = d["AclPortRanges"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.acl_port_ranges = v
    else:
        o.acl_port_ranges = None
    if "AclRuleId" in d:
        n += 1
        v = d["AclRuleId"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.acl_rule_id = v
    else:
        o.acl_rule_id = None
    o.unknown_members = leftover(AclFeatures, d) if n != len(d) else None
    o.__class__ = AclFeatures
    return o


def write_acl_features(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `AclFeatures`."""
    d0: Any
    d0 = {}
    if o.acl_address_lists is not None:
        d0["AclAddressLists"] = o.acl_address_lists
    if o.acl_host_rule_priority is not None:
        d0["AclHostRulePriority"] = o.acl_host_rule_priority
    if o.acl_port_ranges is not None:
        d0["AclPortRanges"] = o.acl_port_ranges
    if o.acl_rule_id is not None:
        d0["AclRuleId"] = o.acl_rule_id
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_acl_policy_setting(d: Any) -> Any:
    """A `AclPolicySetting` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = acl_policy_setting_draft()
    n = 0
    if "Protocols" in d:
        n += 1
        v = d["Protocols"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.protocols = v
    else:
        o.protocols = None
    if "LocalAddresses" in d:
        n += 1
        v = d["LocalAddresses"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.local_addresses = v
    else:
        o.local_addresses = None
    if "RemoteAddresses" in d:
        n += 1
        v = d["RemoteAddresses"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.remote_addresses = v
    else:
        o.remote_addresses = None
    if "LocalPorts" in d:
        n += 1
        v = d["LocalPorts"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.local_ports = v
    else:
        o.local_ports = None
    if "RemotePorts" in d:
        n += 1
        v = d["RemotePorts"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.remote_ports = v
    else:
        o.remote_ports = None
    if "Priority" in d:
        n += 1
        v = d["Priority"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.priority = v
    else:
        o.priority = None
    if "Id" in d:
        n += 1
        v = d["Id"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.id = v
    else:
        o.id = None
    if "Action" in d:
        n += 1
        v = d["Action"]
        if type(v) is str:
            v = known_action_type(v, v)
        elif v is not None:
            raise Mismatch
        o.action = v
    else:
        o.action = None
    if "Direction" in d:
        n += 1
        v = d["Direction"]
        if type(v) is str:
            v = known_direction_type(v, v)
        elif v is not None:
            raise Mismatch
        o.direction = v
    else:
        o.direction = None
    if "RuleType" in d:
        n += 1
        v = d["RuleType"]
        if type(v) is str:
            v = known_rule_type(v, v)
        elif v is not None:
            raise Mismatch
        o.rule_type = v
    else:
        o.rule_type = None
    o.unknown_members = leftover(AclPolicySetting, d) if n != len(d) else None
    o.__class__ = AclPolicySetting
    return o


def write_acl_policy_setting(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `AclPolicySetting`."""
    d0: Any
    d0 = {}
    if o.protocols is not None:
        d0["Protocols"] = o.protocols
    if o.local_addresses is not None:
        d0["LocalAddresses"] = o.local_addresses
    if o.remote_addresses is not None:
        d0["RemoteAddresses"] = o.remote_addresses
    if o.local_ports is not None:
        d0["LocalPorts"] = o.local_ports
    if o.remote_ports is not None:
        d0["RemotePorts"] = o.remote_ports
    if o.priority is not None:
        d0["Priority"] = o.priority
    if o.id is not None:
        d0["Id"] = o.id
    v0 = o.action
    if v0 is not None:
        d0["Action"] = v0 if settle is None else settle(v0)
    v0 = o.direction
    if v0 is not None:
        d0["Direction"] = v0 if settle is None else settle(v0)
    v0 = o.rule_type
    if v0 is not None:
        d0["RuleType"] = v0 if settle is None else settle(v0)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_authentication_certificate(d: Any) -> Any:
    """A `AuthenticationCertificate` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = authentication_certificate_draft()
    n = 0
    if "CertificateName" in d:
        n += 1
        v = d["CertificateName"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.certificate_name = v
    else:
        o.certificate_name = None
    o.unknown_members = leftover(AuthenticationCertificate, d) if n != len(d) else None
    o.__class__ = AuthenticationCertificate
    return o


def write_authentication_certificate(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `AuthenticationCertificate`."""
    d0: Any
    d0 = {}
    if o.certificate_name is not None:
        d0["CertificateName"] = o.certificate_name
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_authentication_method(d: Any) -> Any:
    """A `AuthenticationMethod` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = authentication_method_draft()
    n = 0
    o.unknown_members = leftover(AuthenticationMethod, d) if n != len(d) else None
    o.__class__ = AuthenticationMethod
    return o


def write_authentication_method(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `AuthenticationMethod`."""
    d0: Any
    d0 = {}
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_authentication_preshared_key(d: Any) -> Any:
    """A `AuthenticationPresharedKey` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = authentication_preshared_key_draft()
    n = 0
    if "Key" in d:
        n += 1
        v = d["Key"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.key = v
    else:
        o.key = None
    o.unknown_members = leftover(AuthenticationPresharedKey, d) if n != len(d) else None
    o.__class__ = AuthenticationPresharedKey
    return o


def write_authentication_preshared_key(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `AuthenticationPresharedKey`."""
    d0: Any
    d0 = {}
    if o.key is not None:
        d0["Key"] = o.key
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_common_acl_policy_setting(d: Any) -> Any:
    """A `CommonAclPolicySetting` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = common_acl_policy_setting_draft()
    n = 0
    if "Protocols" in d:
        n += 1
        v = d["Protocols"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.protocols = v
    else:
        o.protocols = None
    if "LocalAddresses" in d:
        n += 1
        v = d["LocalAddresses"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.local_addresses = v
    else:
        o.local_addresses = None
    if "RemoteAddresses" in d:
        n += 1
        v = d["RemoteAddresses"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.remote_addresses = v
    else:
        o.remote_addresses = None
    if "LocalPorts" in d:
        n += 1
        v = d["LocalPorts"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.local_ports = v
    else:
        o.local_ports = None
    if "RemotePorts" in d:
        n += 1
        v = d["RemotePorts"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.remote_ports = v
    else:
        o.remote_ports = None
    if "Priority" in d:
        n += 1
        v = d["Priority"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.priority = v
    else:
        o.priority = None
    if "Id" in d:
        n += 1
        v = d["Id"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.id = v
    else:
        o.id = None
    if "Action" in d:
        n += 1
        v = d["Action"]
        if type(v) is str:
            v = known_action_type(v, v)
        elif v is not None:
            raise Mismatch
        o.action = v
    else:
        o.action = None
    if "Direction" in d:
        n += 1
        v = d["Direction"]
        if type(v) is str:
            v = known_direction_type(v, v)
        elif v is not None:
            raise Mismatch
        o.direction = v
    else:
        o.direction = None
    if "RuleType" in d:
        n += 1
        v = d["RuleType"]
        if type(v) is str:
            v = known_rule_type(v, v)
        elif v is not None:
            raise Mismatch
        o.rule_type = v
    else:
        o.rule_type = None
    o.unknown_members = leftover(CommonAclPolicySetting, d) if n != len(d) else None
    o.__class__ = CommonAclPolicySetting
    return o


def write_common_acl_policy_setting(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `CommonAclPolicySetting`."""
    d0: Any
    d0 = {}
    if o.protocols is not None:
        d0["Protocols"] = o.protocols
    if o.local_addresses is not None:
        d0["LocalAddresses"] = o.local_addresses
    if o.remote_addresses is not None:
        d0["RemoteAddresses"] = o.remote_addresses
    if o.local_ports is not None:
        d0["LocalPorts"] = o.local_ports
    if o.remote_ports is not None:
        d0["RemotePorts"] = o.remote_ports
    if o.priority is not None:
        d0["Priority"] = o.priority
    if o.id is not None:
        d0["Id"] = o.id
    v0 = o.action
    if v0 is not None:
        d0["Action"] = v0 if settle is None else settle(v0)
    v0 = o.direction
    if v0 is not None:
        d0["Direction"] = v0 if settle is None else settle(v0)
    v0 = o.rule_type
    if v0 is not None:
        d0["RuleType"] = v0 if settle is None else settle(v0)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_common_l4_proxy_policy_setting(d: Any) -> Any:
    """A `CommonL4ProxyPolicySetting` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = common_l4_proxy_policy_setting_draft()
    n = 0
    if "IP" in d:
        n += 1
        v = d["IP"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.ip = v
    else:
        o.ip = None
    if "Port" in d:
        n += 1
        v = d["Port"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.port = v
    else:
        o.port = None
    if "Protocol" in d:
        n += 1
        v = d["Protocol"]
        if type(v) is int and 0 <= v <= 4294967295:
            v = known_protocol_type(v, v)
        elif v is not None:
            raise Mismatch
        o.protocol = v
    else:
        o.protocol = None
    if "ExceptionList" in d:
        n += 1
        v = d["ExceptionList"]
        if v is not None:
            v = texts(v)
        o.exception_list = v
    else:
        o.exception_list = None
    if "Destination" in d:
        n += 1
        v = d["Destination"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.destination = v
    else:
        o.destination = None
    if "OutboundNat" in d:
        n += 1
        v = d["OutboundNat"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.outbound_nat = v
    else:
        o.outbound_nat = None
    o.unknown_members = leftover(CommonL4ProxyPolicySetting, d) if n != len(d) else None
    o.__class__ = CommonL4ProxyPolicySetting
    return o


def write_common_l4_proxy_policy_setting(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `CommonL4ProxyPolicySetting`."""
    d0: Any
    d0 = {}
    if o.ip is not None:
        d0["IP"] = o.ip
    if o.port is not None:
        d0["Port"] = o.port
    v0 = o.protocol
    if v0 is not None:
        d0["Protocol"] = v0 if settle is None else settle(v0)
    v0 = o.exception_list
    if v0 is not None:
        d0["ExceptionList"] = [*v0]
    if o.destination is not None:
        d0["Destination"] = o.destination
    if o.outbound_nat is not None:
        d0["OutboundNat"] = o.outbound_nat
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_encryption_policy_setting(d: Any) -> Any:
    """A `EncryptionPolicySetting` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = encryption_policy_setting_draft()
    n = 0
    if "EncryptionMethodType" in d:
        n += 1
        v = d["EncryptionMethodType"]
        if type(v) is str:
            v = known_encryption_method(v, v)
        elif v is not None:
            raise Mismatch
        o.encryption_method_type = v
    else:
        o.encryption_method_type = None
    if "AuthenticationMethods" in d:
        n += 1
        v = d["AuthenticationMethods"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_prioritized_authentication_method(x))
            v = r
        o.authentication_methods = v
    else:
        o.authentication_methods = None
    if "Name" in d:
        n += 1
        v = d["Name"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.name = v
    else:
        o.name = None
    if "Endpoints1" in d:
        n += 1
        v = d["Endpoints1"]
        if v is not None:
            v = texts(v)
        o.endpoints1 = v
    else:
        o.endpoints1 = None
    if "Endpoints2" in d:
        n += 1
        v = d["Endpoints2"]
        if v is not None:
            v = texts(v)
        o.endpoints2 = v
    else:
        o.endpoints2 = None
    if "ProtocolType" in d:
        n += 1
        v = d["ProtocolType"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.protocol_type = v
    else:
        o.protocol_type = None
    if "Endpoint1Ports" in d:
        n += 1
        v = d["Endpoint1Ports"]
        if v is not None:
            v = texts(v)
        o.endpoint1_ports = v
    else:
        o.endpoint1_ports = None
    if "Endpoint2Ports" in d:
        n += 1
        v = d["Endpoint2Ports"]
        if v is not None:
            v = texts(v)
        o.endpoint2_ports = v
    else:
        o.endpoint2_ports = None
    o.unknown_members = leftover(EncryptionPolicySetting, d) if n != len(d) else None
    o.__class__ = EncryptionPolicySetting
    return o


def write_encryption_policy_setting(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `EncryptionPolicySetting`."""
    d0: Any
    d2: Any
    r1: Any
    d0 = {}
    v0 = o.encryption_method_type
    if v0 is not None:
        d0["EncryptionMethodType"] = v0 if settle is None else settle(v0)
    v0 = o.authentication_methods
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            v2 = x1.type
            if v2 is not None:
                d2["Type"] = v2 if settle is None else settle(v2)
            v2 = x1.settings
            if v2 is not None:
                d2["Settings"] = plain(v2, settle)
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["AuthenticationMethods"] = r1
    if o.name is not None:
        d0["Name"] = o.name
    v0 = o.endpoints1
    if v0 is not None:
        d0["Endpoints1"] = [*v0]
    v0 = o.endpoints2
    if v0 is not None:
        d0["Endpoints2"] = [*v0]
    if o.protocol_type is not None:
        d0["ProtocolType"] = o.protocol_type
    v0 = o.endpoint1_ports
    if v0 is not None:
        d0["Endpoint1Ports"] = [*v0]
    v0 = o.endpoint2_ports
    if v0 is not None:
        d0["Endpoint2Ports"] = [*v0]
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_firewall_policy_setting(d: Any) -> Any:
    """A `FirewallPolicySetting` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = firewall_policy_setting_draft()
    n = 0
    if "VmType" in d:
        n += 1
        v = d["VmType"]
        if type(v) is str:
            v = known_firewall_vm_type(v, v)
        elif v is not None:
            raise Mismatch
        o.vm_type = v
    else:
        o.vm_type = None
    if "FirewallPolicyFlags" in d:
        n += 1
        v = d["FirewallPolicyFlags"]
        if type(v) is int and 0 <= v <= 4294967295:
            v = known_firewall_policy_flags(v)
        elif v is not None:
            raise Mismatch
        o.firewall_policy_flags = v
    else:
        o.firewall_policy_flags = None
    if "VmCreatorId" in d:
        n += 1
        v = d["VmCreatorId"]
        if v is not None:
            if type(v) is not str:
                raise Mismatch
            if len(v) != 36 or not v.islower():
                v = guid(v)
        o.vm_creator_id = v
    else:
        o.vm_creator_id = None
    if "PolicyFlags" in d:
        n += 1
        v = d["PolicyFlags"]
        if type(v) is int and 0 <= v <= 4294967295:
            v = known_firewall_policy_flags(v)
        elif v is not None:
            raise Mismatch
        o.policy_flags = v
    else:
        o.policy_flags = None
    o.unknown_members = leftover(FirewallPolicySetting, d) if n != len(d) else None
    o.__class__ = FirewallPolicySetting
    return o


def write_firewall_policy_setting(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `FirewallPolicySetting`."""
    d0: Any
    d0 = {}
    v0 = o.vm_type
    if v0 is not None:
        d0["VmType"] = v0 if settle is None else settle(v0)
    v0 = o.firewall_policy_flags
    if v0 is not None:
        d0["FirewallPolicyFlags"] = v0 if settle is None else settle(v0)
    if o.vm_creator_id is not None:
        d0["VmCreatorId"] = o.vm_creator_id
    v0 = o.policy_flags
    if v0 is not None:
        d0["PolicyFlags"] = v0 if settle is None else settle(v0)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_five_tuple(d: Any) -> Any:
    """A `FiveTuple` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = five_tuple_draft()
    n = 0
    if "Protocols" in d:
        n += 1
        v = d["Protocols"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.protocols = v
    else:
        o.protocols = None
    if "LocalAddresses" in d:
        n += 1
        v = d["LocalAddresses"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.local_addresses = v
    else:
        o.local_addresses = None
    if "RemoteAddresses" in d:
        n += 1
        v = d["RemoteAddresses"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.remote_addresses = v
    else:
        o.remote_addresses = None
    if "LocalPorts" in d:
        n += 1
        v = d["LocalPorts"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.local_ports = v
    else:
        o.local_ports = None
    if "RemotePorts" in d:
        n += 1
        v = d["RemotePorts"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.remote_ports = v
    else:
        o.remote_ports = None
    if "Priority" in d:
        n += 1
        v = d["Priority"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.priority = v
    else:
        o.priority = None
    o.unknown_members = leftover(FiveTuple, d) if n != len(d) else None
    o.__class__ = FiveTuple
    return o


def write_five_tuple(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `FiveTuple`."""
    d0: Any
    d0 = {}
    if o.protocols is not None:
        d0["Protocols"] = o.protocols
    if o.local_addresses is not None:
        d0["LocalAddresses"] = o.local_addresses
    if o.remote_addresses is not None:
        d0["RemoteAddresses"] = o.remote_addresses
    if o.local_ports is not None:
        d0["LocalPorts"] = o.local_ports
    if o.remote_ports is not None:
        d0["RemotePorts"] = o.remote_ports
    if o.priority is not None:
        d0["Priority"] = o.priority
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_five_tuple2(d: Any) -> Any:
    """A `FiveTuple2` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = five_tuple2_draft()
    n = 0
    if "Protocols" in d:
        n += 1
        v = d["Protocols"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.protocols = v
    else:
        o.protocols = None
    if "LocalAddresses" in d:
        n += 1
        v = d["LocalAddresses"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.local_addresses = v
    else:
        o.local_addresses = None
    if "RemoteAddresses" in d:
        n += 1
        v = d["RemoteAddresses"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.remote_addresses = v
    else:
        o.remote_addresses = None
    if "LocalPorts" in d:
        n += 1
        v = d["LocalPorts"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.local_ports = v
    else:
        o.local_ports = None
    if "RemotePorts" in d:
        n += 1
        v = d["RemotePorts"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.remote_ports = v
    else:
        o.remote_ports = None
    if "Priority" in d:
        n += 1
        v = d["Priority"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.priority = v
    else:
        o.priority = None
    o.unknown_members = leftover(FiveTuple2, d) if n != len(d) else None
    o.__class__ = FiveTuple2
    return o


def write_five_tuple2(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `FiveTuple2`."""
    d0: Any
    d0 = {}
    if o.protocols is not None:
        d0["Protocols"] = o.protocols
    if o.local_addresses is not None:
        d0["LocalAddresses"] = o.local_addresses
    if o.remote_addresses is not None:
        d0["RemoteAddresses"] = o.remote_addresses
    if o.local_ports is not None:
        d0["LocalPorts"] = o.local_ports
    if o.remote_ports is not None:
        d0["RemotePorts"] = o.remote_ports
    if o.priority is not None:
        d0["Priority"] = o.priority
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_l4_proxy_policy_setting(d: Any) -> Any:
    """A `L4ProxyPolicySetting` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = l4_proxy_policy_setting_draft()
    n = 0
    if "IP" in d:
        n += 1
        v = d["IP"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.ip = v
    else:
        o.ip = None
    if "Port" in d:
        n += 1
        v = d["Port"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.port = v
    else:
        o.port = None
    if "Protocol" in d:
        n += 1
        v = d["Protocol"]
        if type(v) is int and 0 <= v <= 4294967295:
            v = known_protocol_type(v, v)
        elif v is not None:
            raise Mismatch
        o.protocol = v
    else:
        o.protocol = None
    if "ExceptionList" in d:
        n += 1
        v = d["ExceptionList"]
        if v is not None:
            v = texts(v)
        o.exception_list = v
    else:
        o.exception_list = None
    if "Destination" in d:
        n += 1
        v = d["Destination"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.destination = v
    else:
        o.destination = None
    if "OutboundNat" in d:
        n += 1
        v = d["OutboundNat"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.outbound_nat = v
    else:
        o.outbound_nat = None
    if "Exceptions" in d:
        n += 1
        v = d["Exceptions"]
        if v is not None:
            v = texts(v)
        o.exceptions = v
    else:
        o.exceptions = None
    o.unknown_members = leftover(L4ProxyPolicySetting, d) if n != len(d) else None
    o.__class__ = L4ProxyPolicySetting
    return o


def write_l4_proxy_policy_setting(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `L4ProxyPolicySetting`."""
    d0: Any
    d0 = {}
    if o.ip is not None:
        d0["IP"] = o.ip
    if o.port is not None:
        d0["Port"] = o.port
    v0 = o.protocol
    if v0 is not None:
        d0["Protocol"] = v0 if settle is None else settle(v0)
    v0 = o.exception_list
    if v0 is not None:
        d0["ExceptionList"] = [*v0]
    if o.destination is not None:
        d0["Destination"] = o.destination
    if o.outbound_nat is not None:
        d0["OutboundNat"] = o.outbound_nat
    v0 = o.exceptions
    if v0 is not None:
        d0["Exceptions"] = [*v0]
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_endpoint_l4_proxy_policy_setting(d: Any) -> Any:
    """A `EndpointL4ProxyPolicySetting` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = endpoint_l4_proxy_policy_setting_draft()
    n = 0
    if "IP" in d:
        n += 1
        v = d["IP"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.ip = v
    else:
        o.ip = None
    if "Port" in d:
        n += 1
        v = d["Port"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.port = v
    else:
        o.port = None
    if "Protocol" in d:
        n += 1
        v = d["Protocol"]
        if type(v) is int and 0 <= v <= 4294967295:
            v = known_protocol_type(v, v)
        elif v is not None:
            raise Mismatch
        o.protocol = v
    else:
        o.protocol = None
    if "ExceptionList" in d:
        n += 1
        v = d["ExceptionList"]
        if v is not None:
            v = texts(v)
        o.exception_list = v
    else:
        o.exception_list = None
    if "Destination" in d:
        n += 1
        v = d["Destination"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.destination = v
    else:
        o.destination = None
    if "OutboundNat" in d:
        n += 1
        v = d["OutboundNat"]
        if v is not True and v is not False and v is not None:
            raise Mismatch
        o.outbound_nat = v
    else:
        o.outbound_nat = None
    o.unknown_members = leftover(EndpointL4ProxyPolicySetting, d) if n != len(d) else None
    o.__class__ = EndpointL4ProxyPolicySetting
    return o


def write_endpoint_l4_proxy_policy_setting(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `EndpointL4ProxyPolicySetting`."""
    d0: Any
    d0 = {}
    if o.ip is not None:
        d0["IP"] = o.ip
    if o.port is not None:
        d0["Port"] = o.port
    v0 = o.protocol
    if v0 is not None:
        d0["Protocol"] = v0 if settle is None else settle(v0)
    v0 = o.exception_list
    if v0 is not None:
        d0["ExceptionList"] = [*v0]
    if o.destination is not None:
        d0["Destination"] = o.destination
    if o.outbound_nat is not None:
        d0["OutboundNat"] = o.outbound_nat
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_l4_wfp_proxy_policy_setting(d: Any) -> Any:
    """A `L4WfpProxyPolicySetting` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = l4_wfp_proxy_policy_setting_draft()
    n = 0
    if "InboundProxyPort" in d:
        n += 1
        v = d["InboundProxyPort"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.inbound_proxy_port = v
    else:
        o.inbound_proxy_port = None
    if "OutboundProxyPort" in d:
        n += 1
        v = d["OutboundProxyPort"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.outbound_proxy_port = v
    else:
        o.outbound_proxy_port = None
    if "FilterTuple" in d:
        n += 1
        v = d["FilterTuple"]
        if v is not None:
            v = read_five_tuple(v)
        o.filter_tuple = v
    else:
        o.filter_tuple = None
    if "UserSID" in d:
        n += 1
        v = d["UserSID"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.user_sid = v
    else:
        o.user_sid = None
    if "InboundExceptions" in d:
        n += 1
        v = d["InboundExceptions"]
        if v is not None:
            v = read_proxy_exceptions(v)
        o.inbound_exceptions = v
    else:
        o.inbound_exceptions = None
    if "OutboundExceptions" in d:
        n += 1
        v = d["OutboundExceptions"]
        if v is not None:
            v = read_proxy_exceptions(v)
        o.outbound_exceptions = v
    else:
        o.outbound_exceptions = None
    o.unknown_members = leftover(L4WfpProxyPolicySetting, d) if n != len(d) else None
    o.__class__ = L4WfpProxyPolicySetting
    return o


def write_l4_wfp_proxy_policy_setting(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `L4WfpProxyPolicySetting`."""
    d0: Any
    d1: Any
    d0 = {}
    if o.inbound_proxy_port is not None:
        d0["InboundProxyPort"] = o.inbound_proxy_port
    if o.outbound_proxy_port is not None:
        d0["OutboundProxyPort"] = o.outbound_proxy_port
    v0 = o.filter_tuple
    if v0 is not None:
        d1 = {}
        if v0.protocols is not None:
            d1["Protocols"] = v0.protocols
        if v0.local_addresses is not None:
            d1["LocalAddresses"] = v0.local_addresses
        if v0.remote_addresses is not None:
            d1["RemoteAddresses"] = v0.remote_addresses
        if v0.local_ports is not None:
            d1["LocalPorts"] = v0.local_ports
        if v0.remote_ports is not None:
            d1["RemotePorts"] = v0.remote_ports
        if v0.priority is not None:
            d1["Priority"] = v0.priority
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["FilterTuple"] = d1
    if o.user_sid is not None:
        d0["UserSID"] = o.user_sid
    v0 = o.inbound_exceptions
    if v0 is not None:
        d1 = {}
        v1 = v0.ip_address_exceptions
        if v1 is not None:
            d1["IpAddressExceptions"] = [*v1]
        v1 = v0.port_exceptions
        if v1 is not None:
            d1["PortExceptions"] = [*v1]
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["InboundExceptions"] = d1
    v0 = o.outbound_exceptions
    if v0 is not None:
        d1 = {}
        v1 = v0.ip_address_exceptions
        if v1 is not None:
            d1["IpAddressExceptions"] = [*v1]
        v1 = v0.port_exceptions
        if v1 is not None:
            d1["PortExceptions"] = [*v1]
        if v0.unknown_members is not None:
            d1 = merged(d1, v0.unknown_members, settle)
        d0["OutboundExceptions"] = d1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_network_acl_policy_setting(d: Any) -> Any:
    """A `NetworkAclPolicySetting` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = network_acl_policy_setting_draft()
    n = 0
    if "Protocols" in d:
        n += 1
        v = d["Protocols"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.protocols = v
    else:
        o.protocols = None
    if "LocalAddresses" in d:
        n += 1
        v = d["LocalAddresses"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.local_addresses = v
    else:
        o.local_addresses = None
    if "RemoteAddresses" in d:
        n += 1
        v = d["RemoteAddresses"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.remote_addresses = v
    else:
        o.remote_addresses = None
    if "LocalPorts" in d:
        n += 1
        v = d["LocalPorts"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.local_ports = v
    else:
        o.local_ports = None
    if "RemotePorts" in d:
        n += 1
        v = d["RemotePorts"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.remote_ports = v
    else:
        o.remote_ports = None
    if "Priority" in d:
        n += 1
        v = d["Priority"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.priority = v
    else:
        o.priority = None
    if "Id" in d:
        n += 1
        v = d["Id"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.id = v
    else:
        o.id = None
    if "Action" in d:
        n += 1
        v = d["Action"]
        if type(v) is str:
            v = known_action_type(v, v)
        elif v is not None:
            raise Mismatch
        o.action = v
    else:
        o.action = None
    if "Direction" in d:
        n += 1
        v = d["Direction"]
        if type(v) is str:
            v = known_direction_type(v, v)
        elif v is not None:
            raise Mismatch
        o.direction = v
    else:
        o.direction = None
    if "RuleType" in d:
        n += 1
        v = d["RuleType"]
        if type(v) is str:
            v = known_rule_type(v, v)
        elif v is not None:
            raise Mismatch
        o.rule_type = v
    else:
        o.rule_type = None
    o.unknown_members = leftover(NetworkAclPolicySetting, d) if n != len(d) else None
    o.__class__ = NetworkAclPolicySetting
    return o


def write_network_acl_policy_setting(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `NetworkAclPolicySetting`."""
    d0: Any
    d0 = {}
    if o.protocols is not None:
        d0["Protocols"] = o.protocols
    if o.local_addresses is not None:
        d0["LocalAddresses"] = o.local_addresses
    if o.remote_addresses is not None:
        d0["RemoteAddresses"] = o.remote_addresses
    if o.local_ports is not None:
        d0["LocalPorts"] = o.local_ports
    if o.remote_ports is not None:
        d0["RemotePorts"] = o.remote_ports
    if o.priority is not None:
        d0["Priority"] = o.priority
    if o.id is not None:
        d0["Id"] = o.id
    v0 = o.action
    if v0 is not None:
        d0["Action"] = v0 if settle is None else settle(v0)
    v0 = o.direction
    if v0 is not None:
        d0["Direction"] = v0 if settle is None else settle(v0)
    v0 = o.rule_type
    if v0 is not None:
        d0["RuleType"] = v0 if settle is None else settle(v0)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_prioritized_authentication_method(d: Any) -> Any:
    """A `PrioritizedAuthenticationMethod` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = prioritized_authentication_method_draft()
    n = 0
    if "Type" in d:
        n += 1
        v = d["Type"]
        if type(v) is str:
            v = known_authentication_type(v, v)
        elif v is not None:
            raise Mismatch
        o.type = v
    else:
        o.type = None
    if "Settings" in d:
        n += 1
        v = d["Settings"]
        if v is not None:
            v = selected("hcn.PrioritizedAuthenticationMethod.Settings", d.get("Type"), v)
        o.settings = v
    else:
        o.settings = None
    o.unknown_members = leftover(PrioritizedAuthenticationMethod, d) if n != len(d) or None in d.values() else None
    o.__class__ = PrioritizedAuthenticationMethod
    return o


def write_prioritized_authentication_method(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `PrioritizedAuthenticationMethod`."""
    d0: Any
    d0 = {}
    v0 = o.type
    if v0 is not None:
        d0["Type"] = v0 if settle is None else settle(v0)
    v0 = o.settings
    if v0 is not None:
        d0["Settings"] = plain(v0, settle)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_proxy_exceptions(d: Any) -> Any:
    """A `ProxyExceptions` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = proxy_exceptions_draft()
    n = 0
    if "IpAddressExceptions" in d:
        n += 1
        v = d["IpAddressExceptions"]
        if v is not None:
            v = texts(v)
        o.ip_address_exceptions = v
    else:
        o.ip_address_exceptions = None
    if "PortExceptions" in d:
        n += 1
        v = d["PortExceptions"]
        if v is not None:
            v = texts(v)
        o.port_exceptions = v
    else:
        o.port_exceptions = None
    o.unknown_members = leftover(ProxyExceptions, d) if n != len(d) else None
    o.__class__ = ProxyExceptions
    return o


def write_proxy_exceptions(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `ProxyExceptions`."""
    d0: Any
    d0 = {}
    v0 = o.ip_address_exceptions
    if v0 is not None:
        d0["IpAddressExceptions"] = [*v0]
    v0 = o.port_exceptions
    if v0 is not None:
        d0["PortExceptions"] = [*v0]
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_tier_acl_policy_setting(d: Any) -> Any:
    """A `TierAclPolicySetting` from its JSON object."""
    r: Any
    if type(d) is not dict:
        raise Mismatch
    o = tier_acl_policy_setting_draft()
    n = 0
    if "Name" in d:
        n += 1
        v = d["Name"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.name = v
    else:
        o.name = None
    if "Direction" in d:
        n += 1
        v = d["Direction"]
        if type(v) is str:
            v = known_direction_type(v, v)
        elif v is not None:
            raise Mismatch
        o.direction = v
    else:
        o.direction = None
    if "Order" in d:
        n += 1
        v = d["Order"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.order = v
    else:
        o.order = None
    if "TierAclRules" in d:
        n += 1
        v = d["TierAclRules"]
        if v is not None:
            if type(v) is not list:
                raise Mismatch
            r = []
            for x in v:
                r.append(read_tier_acl_rule(x))
            v = r
        o.tier_acl_rules = v
    else:
        o.tier_acl_rules = None
    o.unknown_members = leftover(TierAclPolicySetting, d) if n != len(d) else None
    o.__class__ = TierAclPolicySetting
    return o


def write_tier_acl_policy_setting(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `TierAclPolicySetting`."""
    d0: Any
    d2: Any
    r1: Any
    d0 = {}
    if o.name is not None:
        d0["Name"] = o.name
    v0 = o.direction
    if v0 is not None:
        d0["Direction"] = v0 if settle is None else settle(v0)
    if o.order is not None:
        d0["Order"] = o.order
    v0 = o.tier_acl_rules
    if v0 is not None:
        r1 = []
        for x1 in v0:
            d2 = {}
            if x1.protocols is not None:
                d2["Protocols"] = x1.protocols
            if x1.local_addresses is not None:
                d2["LocalAddresses"] = x1.local_addresses
            if x1.remote_addresses is not None:
                d2["RemoteAddresses"] = x1.remote_addresses
            if x1.local_ports is not None:
                d2["LocalPorts"] = x1.local_ports
            if x1.remote_ports is not None:
                d2["RemotePorts"] = x1.remote_ports
            if x1.priority is not None:
                d2["Priority"] = x1.priority
            if x1.id is not None:
                d2["Id"] = x1.id
            v2 = x1.tier_acl_rule_action
            if v2 is not None:
                d2["TierAclRuleAction"] = v2 if settle is None else settle(v2)
            if x1.unknown_members is not None:
                d2 = merged(d2, x1.unknown_members, settle)
            r1.append(d2)
        d0["TierAclRules"] = r1
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


def read_tier_acl_rule(d: Any) -> Any:
    """A `TierAclRule` from its JSON object."""
    if type(d) is not dict:
        raise Mismatch
    o = tier_acl_rule_draft()
    n = 0
    if "Protocols" in d:
        n += 1
        v = d["Protocols"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.protocols = v
    else:
        o.protocols = None
    if "LocalAddresses" in d:
        n += 1
        v = d["LocalAddresses"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.local_addresses = v
    else:
        o.local_addresses = None
    if "RemoteAddresses" in d:
        n += 1
        v = d["RemoteAddresses"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.remote_addresses = v
    else:
        o.remote_addresses = None
    if "LocalPorts" in d:
        n += 1
        v = d["LocalPorts"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.local_ports = v
    else:
        o.local_ports = None
    if "RemotePorts" in d:
        n += 1
        v = d["RemotePorts"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.remote_ports = v
    else:
        o.remote_ports = None
    if "Priority" in d:
        n += 1
        v = d["Priority"]
        if (type(v) is not int or not 0 <= v <= 65535) and v is not None:
            raise Mismatch
        o.priority = v
    else:
        o.priority = None
    if "Id" in d:
        n += 1
        v = d["Id"]
        if type(v) is not str and v is not None:
            raise Mismatch
        o.id = v
    else:
        o.id = None
    if "TierAclRuleAction" in d:
        n += 1
        v = d["TierAclRuleAction"]
        if type(v) is str:
            v = known_action_type(v, v)
        elif v is not None:
            raise Mismatch
        o.tier_acl_rule_action = v
    else:
        o.tier_acl_rule_action = None
    o.unknown_members = leftover(TierAclRule, d) if n != len(d) else None
    o.__class__ = TierAclRule
    return o


def write_tier_acl_rule(o: Any, settle: Any = None) -> Any:
    """The JSON object of a `TierAclRule`."""
    d0: Any
    d0 = {}
    if o.protocols is not None:
        d0["Protocols"] = o.protocols
    if o.local_addresses is not None:
        d0["LocalAddresses"] = o.local_addresses
    if o.remote_addresses is not None:
        d0["RemoteAddresses"] = o.remote_addresses
    if o.local_ports is not None:
        d0["LocalPorts"] = o.local_ports
    if o.remote_ports is not None:
        d0["RemotePorts"] = o.remote_ports
    if o.priority is not None:
        d0["Priority"] = o.priority
    if o.id is not None:
        d0["Id"] = o.id
    v0 = o.tier_acl_rule_action
    if v0 is not None:
        d0["TierAclRuleAction"] = v0 if settle is None else settle(v0)
    if o.unknown_members is not None:
        d0 = merged(d0, o.unknown_members, settle)
    return d0


CALLS = {
    "hcn.AclFeatures": (read_acl_features, write_acl_features),
    "hcn.AclPolicySetting": (read_acl_policy_setting, write_acl_policy_setting),
    "hcn.AuthenticationCertificate": (read_authentication_certificate, write_authentication_certificate),
    "hcn.AuthenticationMethod": (read_authentication_method, write_authentication_method),
    "hcn.AuthenticationPresharedKey": (read_authentication_preshared_key, write_authentication_preshared_key),
    "hcn.CommonAclPolicySetting": (read_common_acl_policy_setting, write_common_acl_policy_setting),
    "hcn.CommonL4ProxyPolicySetting": (read_common_l4_proxy_policy_setting, write_common_l4_proxy_policy_setting),
    "hcn.EncryptionPolicySetting": (read_encryption_policy_setting, write_encryption_policy_setting),
    "hcn.FirewallPolicySetting": (read_firewall_policy_setting, write_firewall_policy_setting),
    "hcn.FiveTuple": (read_five_tuple, write_five_tuple),
    "hcn.FiveTuple_2": (read_five_tuple2, write_five_tuple2),
    "hcn.L4ProxyPolicySetting": (read_l4_proxy_policy_setting, write_l4_proxy_policy_setting),
    "hcn.L4ProxyPolicySetting_2": (read_endpoint_l4_proxy_policy_setting, write_endpoint_l4_proxy_policy_setting),
    "hcn.L4WfpProxyPolicySetting": (read_l4_wfp_proxy_policy_setting, write_l4_wfp_proxy_policy_setting),
    "hcn.NetworkAclPolicySetting": (read_network_acl_policy_setting, write_network_acl_policy_setting),
    "hcn.PrioritizedAuthenticationMethod": (read_prioritized_authentication_method, write_prioritized_authentication_method),
    "hcn.ProxyExceptions": (read_proxy_exceptions, write_proxy_exceptions),
    "hcn.TierAclPolicySetting": (read_tier_acl_policy_setting, write_tier_acl_policy_setting),
    "hcn.TierAclRule": (read_tier_acl_rule, write_tier_acl_rule),
}
"""Reader and writer of each type, by published name."""
