"""Access lists, firewall and encryption policies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import FlagsEnum, TextEnum

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any


@define(frozen=True, kw_only=True)
class AclPolicySetting(Document, published="hcn.AclPolicySetting", since="2.0", sources="docs hcsshim zlayer"):
    """A rule that allows or blocks traffic of an endpoint."""

    protocols: str | None = member("Protocols", "string", "2.5", "docs hcsshim zlayer", "Numbers with commas.", rule="protocols")
    local_addresses: str | None = member("LocalAddresses", "string", "2.5", "docs hcsshim zlayer", rule="addresses")
    remote_addresses: str | None = member("RemoteAddresses", "string", "2.5", "docs hcsshim zlayer", "Joined by commas.", rule="addresses")
    local_ports: str | None = member("LocalPorts", "string", "2.5", "docs hcsshim zlayer", "Ranges with dashes.", rule="ports")
    remote_ports: str | None = member("RemotePorts", "string", "2.5", "docs hcsshim zlayer", rule="ports")
    priority: int | None = member("Priority", "uint16", "2.5", "docs hcsshim zlayer")
    id: str | None = member("Id", "string", "2.0", "docs")
    action: ActionType | None = member("Action", "ActionType", "2.0", "docs hcsshim zlayer", rule="needed: hcsshim")
    direction: DirectionType | None = member("Direction", "DirectionType", "2.0", "docs hcsshim zlayer", rule="needed: hcsshim")
    # enum-as-string: zlayer string; the published enum is kept, unknown texts pass.
    rule_type: RuleType | None = member("RuleType", "RuleType", "2.0", "docs hcsshim zlayer")


@define(frozen=True, kw_only=True)
class NetworkAclPolicySetting(Document, published="hcn.NetworkAclPolicySetting", since="2.0", sources="docs hcsshim"):
    """Same members as the endpoint ACL."""

    protocols: str | None = member("Protocols", "string", "2.5", "docs hcsshim", rule="protocols")
    local_addresses: str | None = member("LocalAddresses", "string", "2.5", "docs hcsshim", rule="addresses")
    remote_addresses: str | None = member("RemoteAddresses", "string", "2.5", "docs hcsshim", rule="addresses")
    local_ports: str | None = member("LocalPorts", "string", "2.5", "docs hcsshim", rule="ports")
    remote_ports: str | None = member("RemotePorts", "string", "2.5", "docs hcsshim", rule="ports")
    priority: int | None = member("Priority", "uint16", "2.5", "docs hcsshim")
    id: str | None = member("Id", "string", "2.0", "docs")
    action: ActionType | None = member("Action", "ActionType", "2.0", "docs hcsshim", rule="needed: hcsshim")
    direction: DirectionType | None = member("Direction", "DirectionType", "2.0", "docs hcsshim", rule="needed: hcsshim")
    rule_type: RuleType | None = member("RuleType", "RuleType", "2.0", "docs hcsshim")


@define(frozen=True, kw_only=True)
class CommonAclPolicySetting(Document, published="hcn.CommonAclPolicySetting", since="2.0", sources="docs"):
    """What access rules of networks and endpoints have in common."""

    protocols: str | None = member("Protocols", "string", "2.5", "docs", rule="protocols")
    local_addresses: str | None = member("LocalAddresses", "string", "2.5", "docs", rule="addresses")
    remote_addresses: str | None = member("RemoteAddresses", "string", "2.5", "docs", rule="addresses")
    local_ports: str | None = member("LocalPorts", "string", "2.5", "docs", rule="ports")
    remote_ports: str | None = member("RemotePorts", "string", "2.5", "docs", rule="ports")
    priority: int | None = member("Priority", "uint16", "2.5", "docs")
    id: str | None = member("Id", "string", "2.0", "docs")
    action: ActionType | None = member("Action", "ActionType", "2.0", "docs")
    direction: DirectionType | None = member("Direction", "DirectionType", "2.0", "docs")
    rule_type: RuleType | None = member("RuleType", "RuleType", "2.0", "docs")


@define(frozen=True, kw_only=True)
class TierAclPolicySetting(Document, published="hcn.TierAclPolicySetting", since="2.10", sources="docs hcsshim"):
    """Ordered tiers of access rules."""

    name: str | None = member("Name", "string", "2.10", "docs hcsshim", rule="needed: hcsshim")
    direction: DirectionType | None = member("Direction", "DirectionType", "2.10", "docs hcsshim", rule="needed: hcsshim")
    order: int | None = member("Order", "uint16", "2.10", "docs hcsshim", "0 is meaningful, keep it.")
    tier_acl_rules: Sequence[TierAclRule] | None = member("TierAclRules", "array<TierAclRule>", "2.10", "docs hcsshim")


@define(frozen=True, kw_only=True)
class TierAclRule(Document, published="hcn.TierAclRule", since="2.5", sources="docs hcsshim"):
    """One access rule of a tier."""

    protocols: str | None = member("Protocols", "string", "2.5", "docs hcsshim", rule="protocols")
    local_addresses: str | None = member("LocalAddresses", "string", "2.5", "docs hcsshim", rule="addresses")
    remote_addresses: str | None = member("RemoteAddresses", "string", "2.5", "docs hcsshim", rule="addresses")
    local_ports: str | None = member("LocalPorts", "string", "2.5", "docs hcsshim", rule="ports")
    remote_ports: str | None = member("RemotePorts", "string", "2.5", "docs hcsshim", rule="ports")
    priority: int | None = member("Priority", "uint16", "2.5", "docs hcsshim")
    id: str | None = member("Id", "string", "2.10", "docs hcsshim")
    tier_acl_rule_action: ActionType | None = member("TierAclRuleAction", "ActionType", "2.10", "docs hcsshim", rule="needed: hcsshim")


class ActionType(TextEnum, published="hcn.ActionType", since="2.0", sources="docs hcsshim zlayer", numeric=True):
    """What a rule does with traffic that matches."""

    ALLOW = "Allow"
    BLOCK = "Block"
    PASS = "Pass", "2.10", "docs hcsshim zlayer"


class DirectionType(TextEnum, published="hcn.DirectionType", since="2.0", sources="docs hcsshim zlayer", numeric=True):
    """Direction of the traffic a rule is about."""

    IN = "In"
    OUT = "Out"


class RuleType(TextEnum, published="hcn.RuleType", since="2.0", sources="docs hcsshim", numeric=True):
    """Where a rule is applied."""

    HOST = "Host"
    SWITCH = "Switch"


@define(frozen=True, kw_only=True)
class AclFeatures(Document, published="hcn.AclFeatures", sources="hcsshim"):
    """What the access lists of this host can do."""

    acl_address_lists: bool | None = member("AclAddressLists", "bool", None, "hcsshim")
    acl_host_rule_priority: bool | None = member("AclHostRulePriority", "bool", None, "hcsshim")
    acl_port_ranges: bool | None = member("AclPortRanges", "bool", None, "hcsshim")
    acl_rule_id: bool | None = member("AclRuleId", "bool", None, "hcsshim")


@define(frozen=True, kw_only=True)
class FirewallPolicySetting(Document, published="hcn.FirewallPolicySetting", since="2.16", sources="docs wsl"):
    """How the firewall treats a virtual machine's endpoint."""

    vm_type: FirewallVMType | None = member("VmType", "FirewallVMType", "2.16", "docs")
    firewall_policy_flags: FirewallPolicyFlags | None = member("FirewallPolicyFlags", "FirewallPolicyFlags", "2.16", "docs")
    vm_creator_id: str | None = member("VmCreatorId", "guid", None, "wsl")
    policy_flags: FirewallPolicyFlags | None = member("PolicyFlags", "FirewallPolicyFlags", None, "wsl")


class FirewallVMType(TextEnum, published="hcn.FirewallVMType", since="2.16", sources="docs", numeric=True):
    """What kind of machine the firewall deals with."""

    INVALID = "Invalid"
    HOST = "Host"
    WSA = "WSA"
    WSL = "WSL"


class FirewallPolicyFlags(FlagsEnum, published="hcn.FirewallPolicyFlags", since="2.16", sources="docs wsl"):
    """Bits that change how the firewall treats an endpoint."""

    # enum-wire: wsl number; the number is written: the service refuses the text (0x803B001B).
    NONE = 0, "None"
    CONSTRAINED_INTERFACE = 1, "ConstrainedInterface"


@define(frozen=True, kw_only=True)
class EncryptionPolicySetting(Document, published="hcn.EncryptionPolicySetting", since="2.1", sources="docs"):
    """Encryption of an endpoint's traffic."""

    encryption_method_type: EncryptionMethod | None = member("EncryptionMethodType", "EncryptionMethod", "2.1", "docs")
    authentication_methods: Sequence[PrioritizedAuthenticationMethod] | None = member(
        "AuthenticationMethods", "array<PrioritizedAuthenticationMethod>", "2.1", "docs"
    )
    name: str | None = member("Name", "string", "2.1", "docs")
    endpoints1: Sequence[str] | None = member("Endpoints1", "array<string>", "2.1", "docs")
    endpoints2: Sequence[str] | None = member("Endpoints2", "array<string>", "2.1", "docs")
    protocol_type: str | None = member("ProtocolType", "string", "2.1", "docs")
    endpoint1_ports: Sequence[str] | None = member("Endpoint1Ports", "array<string>", "2.1", "docs")
    endpoint2_ports: Sequence[str] | None = member("Endpoint2Ports", "array<string>", "2.1", "docs")


class EncryptionMethod(TextEnum, published="hcn.EncryptionMethod", since="2.1", sources="docs", numeric=True):
    """How traffic is encrypted."""

    IPSEC = "Ipsec"


@define(frozen=True, kw_only=True)
class PrioritizedAuthenticationMethod(Document, published="hcn.PrioritizedAuthenticationMethod", since="2.1", sources="docs"):
    """One authentication method, in the order of trial."""

    type: AuthenticationType | None = member("Type", "AuthenticationType", "2.1", "docs")
    settings: Any | None = member("Settings", "any by Type", "2.1", "docs")


class AuthenticationType(TextEnum, published="hcn.AuthenticationType", since="2.1", sources="docs", numeric=True):
    """How both sides of an encrypted connection prove who they are."""

    PRESHARED_KEY = "PresharedKey"
    CERTIFICATE = "Certificate"


@define(frozen=True, kw_only=True)
class AuthenticationMethod(Document, published="hcn.AuthenticationMethod", sources="docs"):
    """Settings of an authentication method; no members of its own."""


@define(frozen=True, kw_only=True)
class AuthenticationPresharedKey(Document, published="hcn.AuthenticationPresharedKey", since="2.1", sources="docs"):
    """Authentication by a key both sides know."""

    key: str | None = member("Key", "string", "2.1", "docs", secret=True)


@define(frozen=True, kw_only=True)
class AuthenticationCertificate(Document, published="hcn.AuthenticationCertificate", since="2.1", sources="docs"):
    """Authentication by a certificate."""

    certificate_name: str | None = member("CertificateName", "string", "2.1", "docs")
