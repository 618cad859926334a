"""Policies that let traffic through or keep it out: access rules, tiers of them, named sets of addresses, the firewall, encryption.

Lists are given as lists; where the service wants comma-joined text, that is written. Fields are described by the settings' documents.

Source: schema AclPolicySetting, NetworkAclPolicySetting, TierAclPolicySetting, SetPolicySetting, FirewallPolicySetting,
EncryptionPolicySetting; the versions are the feature gates of hcsshim.
"""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType
from typing import ClassVar, Final

from attrs import define, field

from hcsffi.documents import hcn
from hcsffi.network import policy_values as values
from hcsffi.network.policy import Places, Policy, PolicyPlace, Settings, SettingsType, settings_of
from hcsffi.network.policy_values import RefusedValue
from hcsffi.network.service_version import Since

_LATER_PROTOCOL: Final = 252
"""Rules for this protocol came with service 11.0."""


def _action(value: hcn.ActionType | str) -> hcn.ActionType:
    return values.known(hcn.ActionType, value)


def _direction(value: hcn.DirectionType | str) -> hcn.DirectionType:
    return values.known(hcn.DirectionType, value)


def _rule_type(value: hcn.RuleType | str | None) -> hcn.RuleType | None:
    return None if value is None else values.known(hcn.RuleType, value)


def _set_kind(value: hcn.SetPolicyTypes | str) -> hcn.SetPolicyTypes:
    return values.known(hcn.SetPolicyTypes, value)


def _virtual_machine(value: hcn.FirewallVMType | str | None) -> hcn.FirewallVMType | None:
    return None if value is None else values.known(hcn.FirewallVMType, value)


def _encryption(value: hcn.EncryptionMethod | str) -> hcn.EncryptionMethod:
    return values.known(hcn.EncryptionMethod, value)


@define(frozen=True, kw_only=True)
class TrafficFilter(Settings):
    """Which traffic is meant; what is not given matches everything."""

    protocols: tuple[hcn.ProtocolType, ...] = field(default=(), converter=values.protocols)
    local_addresses: tuple[values.Address | values.Prefix, ...] = field(default=(), converter=values.addresses)
    remote_addresses: tuple[values.Address | values.Prefix, ...] = field(default=(), converter=values.addresses)
    local_ports: tuple[values.PortRange, ...] = field(default=(), converter=values.ports)
    remote_ports: tuple[values.PortRange, ...] = field(default=(), converter=values.ports)
    priority: int | None = None

    documents: ClassVar[tuple[SettingsType, ...]] = (hcn.FiveTuple,)

    def versions(self, otherwise: Since) -> Since:
        """Return from which version of the service on these protocols can be filtered.

        Args:
            otherwise: the answer for protocols that every service knows.
        """
        return max(otherwise, Since("11.0")) if _LATER_PROTOCOL in self.protocols else otherwise


def optional_filter(value: TrafficFilter | hcn.FiveTuple | None) -> TrafficFilter | None:
    """Return which traffic is meant, or ``None``."""
    return None if value is None else settings_of(TrafficFilter, value)


@define(frozen=True, kw_only=True)
class _AccessRule(Policy, TrafficFilter):
    """Allow or block traffic, as rules of endpoints and of networks say it."""

    action: hcn.ActionType = field(converter=_action)
    direction: hcn.DirectionType = field(converter=_direction)
    rule_type: hcn.RuleType | None = field(default=None, converter=_rule_type)
    id: str | None = None

    def needs(self) -> Since:
        """Return from which version of the service on this rule, with its protocols, is understood."""
        return self.versions(type(self).since)


@define(frozen=True, kw_only=True)
class AclPolicy(_AccessRule):
    """Allow or block traffic of an endpoint."""

    kind: ClassVar = "ACL"
    places: ClassVar[Places] = MappingProxyType({PolicyPlace.ENDPOINT: hcn.AclPolicySetting})


@define(frozen=True, kw_only=True)
class NetworkAclPolicy(_AccessRule):
    """Allow or block traffic of all endpoints of a network."""

    kind: ClassVar = "NetworkACL"
    places: ClassVar[Places] = MappingProxyType({PolicyPlace.NETWORK: hcn.NetworkAclPolicySetting})
    since: ClassVar = Since("15.0")


@define(frozen=True, kw_only=True)
class TierRule(TrafficFilter):
    """One rule of a tier: what happens to the traffic, which goes on to the next tier where it passes."""

    tier_acl_rule_action: hcn.ActionType = field(converter=_action)
    id: str | None = None

    documents: ClassVar = (hcn.TierAclRule,)


def _tier_rules(value: Sequence[TierRule | hcn.TierAclRule] | None) -> tuple[TierRule, ...]:
    given: object = value
    if given is None:
        return ()
    if isinstance(given, str | bytes) or not isinstance(given, Sequence):
        raise RefusedValue(given, "a list of rules")
    return tuple(settings_of(TierRule, one) for one in given)


@define(frozen=True, kw_only=True)
class TierAclPolicy(Policy):
    """One tier of access rules of an endpoint; tiers are asked in their order."""

    name: str = field(converter=values.filled_text)
    direction: hcn.DirectionType = field(converter=_direction)
    order: int
    tier_acl_rules: tuple[TierRule, ...] = field(default=(), converter=_tier_rules)

    kind: ClassVar = "TierAcl"
    places: ClassVar[Places] = MappingProxyType({PolicyPlace.ENDPOINT: hcn.TierAclPolicySetting})
    since: ClassVar = Since("14.0")


@define(frozen=True, kw_only=True)
class SetPolicy(Policy):
    """A named set of addresses that access rules can name, or a set of such sets."""

    id: str = field(converter=values.filled_text)
    name: str = field(converter=values.filled_text)
    policy_type: hcn.SetPolicyTypes = field(default=hcn.SetPolicyTypes.IPSET, converter=_set_kind)
    values: tuple[str, ...] = field(default=(), converter=values.texts)

    kind: ClassVar = "SetPolicy"
    places: ClassVar[Places] = MappingProxyType({PolicyPlace.NETWORK: hcn.SetPolicySetting})
    since: ClassVar = Since("13.0")

    def needs(self) -> Since:
        """Return from which version of the service on such a set is understood."""
        return Since("15.0") if self.policy_type == hcn.SetPolicyTypes.NESTEDIPSET else type(self).since


@define(frozen=True, kw_only=True)
class FirewallPolicy(Policy):
    """How the host's firewall treats the endpoint of a virtual machine."""

    vm_type: hcn.FirewallVMType | None = field(default=None, converter=_virtual_machine)
    firewall_policy_flags: hcn.FirewallPolicyFlags | int | None = None
    vm_creator_id: str | None = field(default=None, converter=values.optional_guid)
    policy_flags: hcn.FirewallPolicyFlags | int | None = None

    kind: ClassVar = "Firewall"
    places: ClassVar[Places] = MappingProxyType({PolicyPlace.ENDPOINT: hcn.FirewallPolicySetting})


def _methods(value: Sequence[hcn.PrioritizedAuthenticationMethod] | None) -> tuple[hcn.PrioritizedAuthenticationMethod, ...]:
    return tuple(value or ())


@define(frozen=True, kw_only=True)
class EncryptionPolicy(Policy):
    """Encryption of an endpoint's traffic."""

    name: str = field(converter=values.filled_text)
    encryption_method_type: hcn.EncryptionMethod = field(default=hcn.EncryptionMethod.IPSEC, converter=_encryption)
    authentication_methods: tuple[hcn.PrioritizedAuthenticationMethod, ...] = field(default=(), converter=_methods)
    endpoints1: tuple[values.Address | values.Prefix, ...] = field(default=(), converter=values.addresses)
    endpoints2: tuple[values.Address | values.Prefix, ...] = field(default=(), converter=values.addresses)
    protocol_type: str | None = None
    endpoint1_ports: tuple[values.PortRange, ...] = field(default=(), converter=values.ports)
    endpoint2_ports: tuple[values.PortRange, ...] = field(default=(), converter=values.ports)

    kind: ClassVar = "Encryption"
    places: ClassVar[Places] = MappingProxyType({PolicyPlace.ENDPOINT: hcn.EncryptionPolicySetting})
