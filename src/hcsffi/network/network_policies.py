"""Policies of networks and subnets, and those that endpoints have, too.

Fields are described by the settings' documents.

Source: schema NetworkPolicyType, SubnetPolicyType and their settings; the versions are the feature gates of hcsshim.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import ClassVar

from attrs import define, field

from hcsffi.documents import hcn
from hcsffi.network import policy_values as values
from hcsffi.network.policy import Places, Policy, PolicyPlace
from hcsffi.network.service_version import Since


@define(frozen=True, kw_only=True)
class ProviderAddressPolicy(Policy):
    """The address of the host in the network below, of an overlay network or a remote endpoint."""

    provider_address: values.Address = field(converter=values.address)

    kind: ClassVar = "ProviderAddress"
    places: ClassVar[Places] = MappingProxyType(
        {PolicyPlace.NETWORK: hcn.ProviderAddressNetworkPolicySetting, PolicyPlace.ENDPOINT: hcn.ProviderAddressEndpointPolicySetting}
    )


@define(frozen=True, kw_only=True)
class InterfaceConstraintPolicy(Policy):
    """Bind a network or an endpoint to an interface of the host."""

    interface_guid: str | None = field(default=None, converter=values.optional_guid)
    interface_luid: int | None = None
    interface_index: int | None = None
    interface_media_type: int | None = None
    interface_alias: str | None = None
    interface_description: str | None = None

    kind: ClassVar = "InterfaceConstraint"
    places: ClassVar[Places] = MappingProxyType(
        {
            PolicyPlace.NETWORK: hcn.InterfaceConstraintNetworkPolicySetting,
            PolicyPlace.ENDPOINT: hcn.InterfaceConstraintEndpointPolicySetting,
        }
    )


@define(frozen=True, kw_only=True)
class VlanPolicy(Policy):
    """The VLAN of a subnet or an endpoint; 0 is sent."""

    isolation_id: int = field(converter=values.vlan)

    kind: ClassVar = "VLAN"
    places: ClassVar[Places] = MappingProxyType({PolicyPlace.SUBNET: hcn.VlanPolicySetting, PolicyPlace.ENDPOINT: hcn.VlanPolicySetting})


@define(frozen=True, kw_only=True)
class VsidPolicy(Policy):
    """The virtual subnet of a subnet of an overlay; 0 is sent."""

    isolation_id: int

    kind: ClassVar = "VSID"
    places: ClassVar[Places] = MappingProxyType({PolicyPlace.SUBNET: hcn.VsidPolicySetting})


@define(frozen=True, kw_only=True)
class SourceMacAddressPolicy(Policy):
    """The hardware address a network sends from."""

    source_mac_address: str = field(converter=values.hardware_address)

    kind: ClassVar = "SourceMacAddress"
    places: ClassVar[Places] = MappingProxyType({PolicyPlace.NETWORK: hcn.SourceMacAddressNetworkPolicySetting})


@define(frozen=True, kw_only=True)
class NetAdapterNamePolicy(Policy):
    """The host's adapter that carries a network."""

    network_adapter_name: str = field(converter=values.filled_text)

    kind: ClassVar = "NetAdapterName"
    places: ClassVar[Places] = MappingProxyType({PolicyPlace.NETWORK: hcn.NetAdapterNameNetworkPolicySetting})


@define(frozen=True, kw_only=True)
class VSwitchExtensionPolicy(Policy):
    """Switch an extension of the virtual switch on or off."""

    extension_id: str = field(converter=values.bare_guid)
    enable: bool

    kind: ClassVar = "VSwitchExtension"
    places: ClassVar[Places] = MappingProxyType({PolicyPlace.NETWORK: hcn.VSwitchExtensionNetworkPolicySetting})


@define(frozen=True, kw_only=True)
class DrMacAddressPolicy(Policy):
    """The hardware address of a network's distributed router."""

    address: str = field(converter=values.hardware_address)

    kind: ClassVar = "DrMacAddress"
    places: ClassVar[Places] = MappingProxyType({PolicyPlace.NETWORK: hcn.DrMacAddressNetworkPolicySetting})


@define(frozen=True, kw_only=True)
class AutomaticDnsPolicy(Policy):
    """Let a network set its name servers by itself, or not."""

    enable: bool

    kind: ClassVar = "AutomaticDNS"
    places: ClassVar[Places] = MappingProxyType({PolicyPlace.NETWORK: hcn.AutomaticDNSNetworkPolicySetting})


@define(frozen=True, kw_only=True)
class RemoteSubnetRoutePolicy(Policy):
    """A subnet on another host of an overlay."""

    destination_prefix: values.Prefix = field(converter=values.prefix)
    isolation_id: int
    provider_address: values.Address = field(converter=values.address)
    distributed_router_mac_address: str = field(converter=values.hardware_address)

    kind: ClassVar = "RemoteSubnetRoute"
    places: ClassVar[Places] = MappingProxyType({PolicyPlace.NETWORK: hcn.RemoteSubnetRoutePolicySetting})


@define(frozen=True, kw_only=True)
class VxlanPortPolicy(Policy):
    """The UDP port an overlay is carried on."""

    port: int = field(converter=values.port)

    kind: ClassVar = "VxlanPort"
    places: ClassVar[Places] = MappingProxyType({PolicyPlace.NETWORK: hcn.VxlanPortPolicySetting})
    since: ClassVar = Since("10.3")


@define(frozen=True, kw_only=True)
class HostRoutePolicy(Policy):
    """Give the host a route into a network; its settings are empty and sent."""

    kind: ClassVar = "HostRoute"
    places: ClassVar[Places] = MappingProxyType({PolicyPlace.NETWORK: hcn.HostRoutePolicySetting})


@define(frozen=True, kw_only=True)
class LayerConstraintPolicy(Policy):
    """Bind a network to a layer of the switch."""

    layer_id: str = field(converter=values.bare_guid)

    kind: ClassVar = "LayerConstraint"
    places: ClassVar[Places] = MappingProxyType({PolicyPlace.NETWORK: hcn.LayerConstraintNetworkPolicySetting})
