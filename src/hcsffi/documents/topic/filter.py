"""Access lists, proxies, firewall and encryption policies.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import FlagsEnum, NumberEnum, TextEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

class ActionType(TextEnum):
    """Known values of `ActionType`.

    Since schema 2.0; source: the published schema, hcsshim, zlayer.
    """

    __published__ = "hcn.ActionType"
    __numeric__ = True
    __newer__ = {"Pass": "2.10"}

    ALLOW = "Allow"
    BLOCK = "Block"
    PASS = "Pass"


class AuthenticationType(TextEnum):
    """Known values of `AuthenticationType`.

    Since schema 2.1; source: the published schema.
    """

    __published__ = "hcn.AuthenticationType"
    __numeric__ = True

    PRESHARED_KEY = "PresharedKey"
    CERTIFICATE = "Certificate"


class DirectionType(TextEnum):
    """Known values of `DirectionType`.

    Since schema 2.0; source: the published schema, hcsshim, zlayer.
    """

    __published__ = "hcn.DirectionType"
    __numeric__ = True

    IN = "In"
    OUT = "Out"


class EncryptionMethod(TextEnum):
    """Known values of `EncryptionMethod`.

    Since schema 2.1; source: the published schema.
    """

    __published__ = "hcn.EncryptionMethod"
    __numeric__ = True

    IPSEC = "Ipsec"


class FirewallPolicyFlags(FlagsEnum):
    """Known values of `FirewallPolicyFlags`.

    Since schema 2.16; source: the published schema, the WSL service.
    Kept: FirewallPolicyFlags enum-wire: wsl number; the number is written: the service refuses the text (0x803B001B).
    """

    __published__ = "hcn.FirewallPolicyFlags"
    __texts__ = {"None": 0, "ConstrainedInterface": 1}

    NONE = 0
    CONSTRAINED_INTERFACE = 1


class FirewallVMType(TextEnum):
    """Known values of `FirewallVMType`.

    Since schema 2.16; source: the published schema.
    """

    __published__ = "hcn.FirewallVMType"
    __numeric__ = True

    INVALID = "Invalid"
    HOST = "Host"
    WSA = "WSA"
    WSL = "WSL"


class ProtocolType(NumberEnum):
    """Internet protocol numbers.

    Since schema 2.0; source: the published schema, hcsshim.
    Kept: ProtocolType enum-wire: hcsshim number; the number is written: the service refuses the text (0x803B001B).
    """

    __published__ = "hcn.ProtocolType"
    __texts__ = {"Unknown": 0, "ICMPv4": 1, "IGMP": 2, "TCP": 6, "UDP": 17, "ICMPv6": 58}

    UNKNOWN = 0
    ICM_PV4 = 1
    IGMP = 2
    TCP = 6
    UDP = 17
    ICM_PV6 = 58


class ProxyType(TextEnum):
    """Known values of `ProxyType`.

    Since schema 2.5; source: the published schema.
    """

    __published__ = "hcn.ProxyType"
    __numeric__ = True

    VFP = "VFP"
    WFP = "WFP"


class RuleType(TextEnum):
    """Known values of `RuleType`.

    Since schema 2.0; source: the published schema, hcsshim.
    """

    __published__ = "hcn.RuleType"
    __numeric__ = True

    HOST = "Host"
    SWITCH = "Switch"


class AclFeatures(Document):
    """Document type `AclFeatures`.

    Source: hcsshim.
    """

    __published__ = "hcn.AclFeatures"

    acl_address_lists: bool | None = member(
        "AclAddressLists", "bool", None, "hcsshim", default=None
    )
    """Bool; known from hcsshim."""

    acl_host_rule_priority: bool | None = member(
        "AclHostRulePriority", "bool", None, "hcsshim", default=None
    )
    """Bool; known from hcsshim."""

    acl_port_ranges: bool | None = member(
        "AclPortRanges", "bool", None, "hcsshim", default=None
    )
    """Bool; known from hcsshim."""

    acl_rule_id: bool | None = member(
        "AclRuleId", "bool", None, "hcsshim", default=None
    )
    """Bool; known from hcsshim."""


class AclPolicySetting(Document):
    """A rule that allows or blocks traffic of an endpoint.

    Since schema 2.0; source: the published schema, hcsshim, zlayer.
    """

    __published__ = "hcn.AclPolicySetting"

    protocols: str | None = member(
        "Protocols", "string", "2.5", "docs hcsshim zlayer", default=None
    )
    """Comma-separated numbers as text (string, since 2.5)."""

    local_addresses: str | None = member(
        "LocalAddresses", "string", "2.5", "docs hcsshim zlayer", default=None
    )
    """String, since 2.5."""

    remote_addresses: str | None = member(
        "RemoteAddresses", "string", "2.5", "docs hcsshim zlayer", default=None
    )
    """Comma-separated text (string, since 2.5)."""

    local_ports: str | None = member(
        "LocalPorts", "string", "2.5", "docs hcsshim zlayer", default=None
    )
    """Comma-separated text; ranges with '-' (string, since 2.5)."""

    remote_ports: str | None = member(
        "RemotePorts", "string", "2.5", "docs hcsshim zlayer", default=None
    )
    """String, since 2.5."""

    priority: int | None = member(
        "Priority", "uint16", "2.5", "docs hcsshim zlayer", default=None
    )
    """uint16, since 2.5."""

    id: str | None = member(
        "Id", "string", "2.0", "docs", default=None
    )
    """String, since 2.0."""

    action: ActionType | str | int | None = member(
        "Action", "ActionType", "2.0", "docs hcsshim zlayer", default=None
    )
    """ActionType, since 2.0."""

    direction: DirectionType | str | int | None = member(
        "Direction", "DirectionType", "2.0", "docs hcsshim zlayer", default=None
    )
    """DirectionType, since 2.0."""

    rule_type: RuleType | str | int | None = member(
        "RuleType", "RuleType", "2.0", "docs hcsshim zlayer", default=None
    )
    """RuleType, since 2.0."""


class AuthenticationCertificate(Document):
    """Document type `AuthenticationCertificate`.

    Since schema 2.1; source: the published schema.
    """

    __published__ = "hcn.AuthenticationCertificate"

    certificate_name: str | None = member(
        "CertificateName", "string", "2.1", "docs", default=None
    )
    """String, since 2.1."""


class AuthenticationMethod(Document):
    """Document type `AuthenticationMethod`.

    Source: the published schema.
    """

    __published__ = "hcn.AuthenticationMethod"


class AuthenticationPresharedKey(Document):
    """Document type `AuthenticationPresharedKey`.

    Since schema 2.1; source: the published schema.
    """

    __published__ = "hcn.AuthenticationPresharedKey"

    key: str | None = member(
        "Key", "string", "2.1", "docs", default=None
    )
    """String, since 2.1."""


class CommonAclPolicySetting(Document):
    """Document type `CommonAclPolicySetting`.

    Since schema 2.0; source: the published schema.
    """

    __published__ = "hcn.CommonAclPolicySetting"

    protocols: str | None = member(
        "Protocols", "string", "2.5", "docs", default=None
    )
    """String, since 2.5."""

    local_addresses: str | None = member(
        "LocalAddresses", "string", "2.5", "docs", default=None
    )
    """String, since 2.5."""

    remote_addresses: str | None = member(
        "RemoteAddresses", "string", "2.5", "docs", default=None
    )
    """String, since 2.5."""

    local_ports: str | None = member(
        "LocalPorts", "string", "2.5", "docs", default=None
    )
    """String, since 2.5."""

    remote_ports: str | None = member(
        "RemotePorts", "string", "2.5", "docs", default=None
    )
    """String, since 2.5."""

    priority: int | None = member(
        "Priority", "uint16", "2.5", "docs", default=None
    )
    """uint16, since 2.5."""

    id: str | None = member(
        "Id", "string", "2.0", "docs", default=None
    )
    """String, since 2.0."""

    action: ActionType | str | int | None = member(
        "Action", "ActionType", "2.0", "docs", default=None
    )
    """ActionType, since 2.0."""

    direction: DirectionType | str | int | None = member(
        "Direction", "DirectionType", "2.0", "docs", default=None
    )
    """DirectionType, since 2.0."""

    rule_type: RuleType | str | int | None = member(
        "RuleType", "RuleType", "2.0", "docs", default=None
    )
    """RuleType, since 2.0."""


class CommonL4ProxyPolicySetting(Document):
    """Document type `CommonL4ProxyPolicySetting`.

    Since schema 2.0; source: the published schema.
    """

    __published__ = "hcn.CommonL4ProxyPolicySetting"

    ip: str | None = member(
        "IP", "string", "2.0", "docs", default=None
    )
    """String, since 2.0."""

    port: str | None = member(
        "Port", "string", "2.0", "docs", default=None
    )
    """String, since 2.0."""

    protocol: ProtocolType | int | str | None = member(
        "Protocol", "ProtocolType", "2.0", "docs", default=None
    )
    """ProtocolType, since 2.0."""

    exception_list: Sequence[str] | None = member(
        "ExceptionList", "array<string>", "2.0", "docs", default=None
    )
    """Array<string>, since 2.0."""

    destination: str | None = member(
        "Destination", "string", "2.0", "docs", default=None
    )
    """String, since 2.0."""

    outbound_nat: bool | None = member(
        "OutboundNat", "bool", "2.0", "docs", default=None
    )
    """Bool, since 2.0."""


class EncryptionPolicySetting(Document):
    """Encryption of an endpoint's traffic.

    Since schema 2.1; source: the published schema.
    """

    __published__ = "hcn.EncryptionPolicySetting"

    encryption_method_type: EncryptionMethod | str | int | None = member(
        "EncryptionMethodType", "EncryptionMethod", "2.1", "docs", default=None
    )
    """EncryptionMethod, since 2.1."""

    authentication_methods: Sequence[PrioritizedAuthenticationMethod] | None = member(
        "AuthenticationMethods", "array<PrioritizedAuthenticationMethod>", "2.1", "docs", default=None
    )
    """Array<PrioritizedAuthenticationMethod>, since 2.1."""

    name: str | None = member(
        "Name", "string", "2.1", "docs", default=None
    )
    """String, since 2.1."""

    endpoints1: Sequence[str] | None = member(
        "Endpoints1", "array<string>", "2.1", "docs", default=None
    )
    """Array<string>, since 2.1."""

    endpoints2: Sequence[str] | None = member(
        "Endpoints2", "array<string>", "2.1", "docs", default=None
    )
    """Array<string>, since 2.1."""

    protocol_type: str | None = member(
        "ProtocolType", "string", "2.1", "docs", default=None
    )
    """String, since 2.1."""

    endpoint1_ports: Sequence[str] | None = member(
        "Endpoint1Ports", "array<string>", "2.1", "docs", default=None
    )
    """Array<string>, since 2.1."""

    endpoint2_ports: Sequence[str] | None = member(
        "Endpoint2Ports", "array<string>", "2.1", "docs", default=None
    )
    """Array<string>, since 2.1."""


class FirewallPolicySetting(Document):
    """How the firewall treats a virtual machine's endpoint.

    Since schema 2.16; source: the published schema, the WSL service.
    """

    __published__ = "hcn.FirewallPolicySetting"

    vm_type: FirewallVMType | str | int | None = member(
        "VmType", "FirewallVMType", "2.16", "docs", default=None
    )
    """FirewallVMType, since 2.16."""

    firewall_policy_flags: FirewallPolicyFlags | int | str | None = member(
        "FirewallPolicyFlags", "FirewallPolicyFlags", "2.16", "docs", default=None
    )
    """FirewallPolicyFlags, since 2.16."""

    vm_creator_id: str | None = member(
        "VmCreatorId", "guid", None, "wsl", default=None
    )
    """Guid; known from the WSL service."""

    policy_flags: FirewallPolicyFlags | int | str | None = member(
        "PolicyFlags", "FirewallPolicyFlags", None, "wsl", default=None
    )
    """FirewallPolicyFlags; known from the WSL service."""


class FiveTuple(Document):
    """Document type `FiveTuple`.

    Since schema 2.5; source: the published schema, hcsshim.
    """

    __published__ = "hcn.FiveTuple"

    protocols: str | None = member(
        "Protocols", "string", "2.5", "docs hcsshim", default=None
    )
    """String, since 2.5."""

    local_addresses: str | None = member(
        "LocalAddresses", "string", "2.5", "docs hcsshim", default=None
    )
    """String, since 2.5."""

    remote_addresses: str | None = member(
        "RemoteAddresses", "string", "2.5", "docs hcsshim", default=None
    )
    """String, since 2.5."""

    local_ports: str | None = member(
        "LocalPorts", "string", "2.5", "docs hcsshim", default=None
    )
    """String, since 2.5."""

    remote_ports: str | None = member(
        "RemotePorts", "string", "2.5", "docs hcsshim", default=None
    )
    """String, since 2.5."""

    priority: int | None = member(
        "Priority", "uint16", "2.5", "docs hcsshim", default=None
    )
    """uint16, since 2.5."""


class FiveTuple2(Document):
    """Document type `FiveTuple_2`.

    Published name FiveTuple_2; since schema 2.5; source: the published schema.
    """

    __published__ = "hcn.FiveTuple_2"

    protocols: str | None = member(
        "Protocols", "string", "2.5", "docs", default=None
    )
    """String, since 2.5."""

    local_addresses: str | None = member(
        "LocalAddresses", "string", "2.5", "docs", default=None
    )
    """String, since 2.5."""

    remote_addresses: str | None = member(
        "RemoteAddresses", "string", "2.5", "docs", default=None
    )
    """String, since 2.5."""

    local_ports: str | None = member(
        "LocalPorts", "string", "2.5", "docs", default=None
    )
    """String, since 2.5."""

    remote_ports: str | None = member(
        "RemotePorts", "string", "2.5", "docs", default=None
    )
    """String, since 2.5."""

    priority: int | None = member(
        "Priority", "uint16", "2.5", "docs", default=None
    )
    """uint16, since 2.5."""


class L4ProxyPolicySetting(Document):
    """Traffic redirected to a proxy, for a network.

    Since schema 2.0; source: the published schema, hcsshim.
    """

    __published__ = "hcn.L4ProxyPolicySetting"

    ip: str | None = member(
        "IP", "string", "2.0", "docs hcsshim", default=None
    )
    """String, since 2.0."""

    port: str | None = member(
        "Port", "string", "2.0", "docs hcsshim", default=None
    )
    """String, since 2.0."""

    protocol: ProtocolType | int | str | None = member(
        "Protocol", "ProtocolType", "2.0", "docs hcsshim", default=None
    )
    """ProtocolType, since 2.0."""

    exception_list: Sequence[str] | None = member(
        "ExceptionList", "array<string>", "2.0", "docs", default=None
    )
    """Array<string>, since 2.0."""

    destination: str | None = member(
        "Destination", "string", "2.0", "docs hcsshim", default=None
    )
    """String, since 2.0."""

    outbound_nat: bool | None = member(
        "OutboundNat", "bool", "2.0", "docs hcsshim", spellings=("OutboundNAT",), default=None
    )
    """Bool, since 2.0."""

    exceptions: Sequence[str] | None = member(
        "Exceptions", "array<string>", None, "hcsshim", default=None
    )
    """Array<string>; known from hcsshim."""


class EndpointL4ProxyPolicySetting(Document):
    """Traffic redirected to a proxy, for an endpoint.

    Published name L4ProxyPolicySetting_2; since schema 2.0; source: the published schema.
    """

    __published__ = "hcn.L4ProxyPolicySetting_2"

    ip: str | None = member(
        "IP", "string", "2.0", "docs", default=None
    )
    """String, since 2.0."""

    port: str | None = member(
        "Port", "string", "2.0", "docs", default=None
    )
    """String, since 2.0."""

    protocol: ProtocolType | int | str | None = member(
        "Protocol", "ProtocolType", "2.0", "docs", default=None
    )
    """ProtocolType, since 2.0."""

    exception_list: Sequence[str] | None = member(
        "ExceptionList", "array<string>", "2.0", "docs", default=None
    )
    """Array<string>, since 2.0."""

    destination: str | None = member(
        "Destination", "string", "2.0", "docs", default=None
    )
    """String, since 2.0."""

    outbound_nat: bool | None = member(
        "OutboundNat", "bool", "2.0", "docs", default=None
    )
    """Bool, since 2.0."""


class L4WfpProxyPolicySetting(Document):
    """Traffic redirected to local proxies by the filtering platform.

    Since schema 2.5; source: the published schema, hcsshim.
    """

    __published__ = "hcn.L4WfpProxyPolicySetting"

    inbound_proxy_port: str | None = member(
        "InboundProxyPort", "string", "2.11", "docs hcsshim", default=None
    )
    """String, since 2.11."""

    outbound_proxy_port: str | None = member(
        "OutboundProxyPort", "string", "2.11", "docs hcsshim", default=None
    )
    """String, since 2.11."""

    filter_tuple: FiveTuple | None = member(
        "FilterTuple", "FiveTuple", "2.5", "docs hcsshim", default=None
    )
    """FiveTuple, since 2.5."""

    user_sid: str | None = member(
        "UserSID", "string", "2.5", "docs hcsshim", default=None
    )
    """String, since 2.5."""

    inbound_exceptions: ProxyExceptions | None = member(
        "InboundExceptions", "ProxyExceptions", "2.14", "docs hcsshim", default=None
    )
    """ProxyExceptions, since 2.14."""

    outbound_exceptions: ProxyExceptions | None = member(
        "OutboundExceptions", "ProxyExceptions", "2.14", "docs hcsshim", default=None
    )
    """ProxyExceptions, since 2.14."""


class NetworkAclPolicySetting(Document):
    """Same members as the endpoint ACL.

    Since schema 2.0; source: the published schema, hcsshim.
    """

    __published__ = "hcn.NetworkAclPolicySetting"

    protocols: str | None = member(
        "Protocols", "string", "2.5", "docs hcsshim", default=None
    )
    """String, since 2.5."""

    local_addresses: str | None = member(
        "LocalAddresses", "string", "2.5", "docs hcsshim", default=None
    )
    """String, since 2.5."""

    remote_addresses: str | None = member(
        "RemoteAddresses", "string", "2.5", "docs hcsshim", default=None
    )
    """String, since 2.5."""

    local_ports: str | None = member(
        "LocalPorts", "string", "2.5", "docs hcsshim", default=None
    )
    """String, since 2.5."""

    remote_ports: str | None = member(
        "RemotePorts", "string", "2.5", "docs hcsshim", default=None
    )
    """String, since 2.5."""

    priority: int | None = member(
        "Priority", "uint16", "2.5", "docs hcsshim", default=None
    )
    """uint16, since 2.5."""

    id: str | None = member(
        "Id", "string", "2.0", "docs", default=None
    )
    """String, since 2.0."""

    action: ActionType | str | int | None = member(
        "Action", "ActionType", "2.0", "docs hcsshim", default=None
    )
    """ActionType, since 2.0."""

    direction: DirectionType | str | int | None = member(
        "Direction", "DirectionType", "2.0", "docs hcsshim", default=None
    )
    """DirectionType, since 2.0."""

    rule_type: RuleType | str | int | None = member(
        "RuleType", "RuleType", "2.0", "docs hcsshim", default=None
    )
    """RuleType, since 2.0."""


class PrioritizedAuthenticationMethod(Document):
    """Document type `PrioritizedAuthenticationMethod`.

    Since schema 2.1; source: the published schema.
    """

    __published__ = "hcn.PrioritizedAuthenticationMethod"

    type: AuthenticationType | str | int | None = member(
        "Type", "AuthenticationType", "2.1", "docs", default=None
    )
    """AuthenticationType, since 2.1."""

    settings: Any | None = member(
        "Settings", "any by Type", "2.1", "docs", default=None
    )
    """Any by Type, since 2.1."""


class ProxyExceptions(Document):
    """Document type `ProxyExceptions`.

    Since schema 2.14; source: the published schema, hcsshim.
    """

    __published__ = "hcn.ProxyExceptions"

    ip_address_exceptions: Sequence[str] | None = member(
        "IpAddressExceptions", "array<string>", "2.14", "docs hcsshim", default=None
    )
    """Array<string>, since 2.14."""

    port_exceptions: Sequence[str] | None = member(
        "PortExceptions", "array<string>", "2.14", "docs hcsshim", default=None
    )
    """Array<string>, since 2.14."""


class TierAclPolicySetting(Document):
    """Ordered tiers of access rules.

    Since schema 2.10; source: the published schema, hcsshim.
    """

    __published__ = "hcn.TierAclPolicySetting"

    name: str | None = member(
        "Name", "string", "2.10", "docs hcsshim", default=None
    )
    """String, since 2.10."""

    direction: DirectionType | str | int | None = member(
        "Direction", "DirectionType", "2.10", "docs hcsshim", default=None
    )
    """DirectionType, since 2.10."""

    order: int | None = member(
        "Order", "uint16", "2.10", "docs hcsshim", default=None
    )
    """0 is meaningful, keep it (uint16, since 2.10)."""

    tier_acl_rules: Sequence[TierAclRule] | None = member(
        "TierAclRules", "array<TierAclRule>", "2.10", "docs hcsshim", default=None
    )
    """Array<TierAclRule>, since 2.10."""


class TierAclRule(Document):
    """Document type `TierAclRule`.

    Since schema 2.5; source: the published schema, hcsshim.
    """

    __published__ = "hcn.TierAclRule"

    protocols: str | None = member(
        "Protocols", "string", "2.5", "docs hcsshim", default=None
    )
    """String, since 2.5."""

    local_addresses: str | None = member(
        "LocalAddresses", "string", "2.5", "docs hcsshim", default=None
    )
    """String, since 2.5."""

    remote_addresses: str | None = member(
        "RemoteAddresses", "string", "2.5", "docs hcsshim", default=None
    )
    """String, since 2.5."""

    local_ports: str | None = member(
        "LocalPorts", "string", "2.5", "docs hcsshim", default=None
    )
    """String, since 2.5."""

    remote_ports: str | None = member(
        "RemotePorts", "string", "2.5", "docs hcsshim", default=None
    )
    """String, since 2.5."""

    priority: int | None = member(
        "Priority", "uint16", "2.5", "docs hcsshim", default=None
    )
    """uint16, since 2.5."""

    id: str | None = member(
        "Id", "string", "2.10", "docs hcsshim", default=None
    )
    """String, since 2.10."""

    tier_acl_rule_action: ActionType | str | int | None = member(
        "TierAclRuleAction", "ActionType", "2.10", "docs hcsshim", default=None
    )
    """ActionType, since 2.10."""
