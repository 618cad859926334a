"""Which types may stand in an open member, by the text that selects them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hcsffi.documents.catalog import find
from hcsffi.documents.policies import POLICIES
from hcsffi.documents.settings import by_resource_path

if TYPE_CHECKING:
    from collections.abc import Mapping

_REQUESTS: dict[str, dict[str, tuple[str, ...]]] = {
    "hcs.ModificationRequest.Settings": {
        "CpuGroup": ("hcs.HostProcessorModificationRequest",),
        "ContainerCredentialGuard": ("hcs.ContainerCredentialGuardOperationRequest",),
    },
    "hcs.HostProcessorModificationRequest.OperationDetails": {
        "CreateGroup": ("hcs.CreateGroupOperation",),
        "DeleteGroup": ("hcs.DeleteGroupOperation",),
        "SetProperty": ("hcs.SetPropertyOperation",),
    },
    "hcs.ContainerCredentialGuardOperationRequest.OperationDetails": {
        "AddInstance": ("hcs.ContainerCredentialGuardAddInstanceRequest",),
        "RemoveInstance": ("hcs.ContainerCredentialGuardRemoveInstanceRequest",),
    },
    "hcs.OperationSystemMigrationNotificationInfo.AdditionalDetails": {"BlackoutExited": ("hcs.MigrationBlackoutExitedEventDetails",)},
    "hcs.GuestModifySettingRequest.Settings": {  # a Windows and a Linux guest differ: the one that knows most members is meant
        "MappedDirectory": ("hcs.MappedDirectory", "hcs.LCOWMappedDirectory"),
        "MappedPipe": ("hcs.MappedPipe",),
        "MappedVirtualDisk": ("hcs.MappedVirtualDisk", "hcs.WCOWMappedVirtualDisk", "hcs.LCOWMappedVirtualDisk"),
        "MappedVirtualDiskForContainerScratch": ("hcs.WCOWMappedVirtualDisk",),
        "CombinedLayers": ("hcs.CombinedLayers", "hcs.WCOWCombinedLayers", "hcs.LCOWCombinedLayers"),
        "CWCOWCombinedLayers": ("hcs.CWCOWCombinedLayers",),
        "WCOWBlockCims": ("hcs.CWCOWBlockCIMMounts",),
        "CimMount": ("hcs.CimMount",),
        "Network": ("hcs.NetworkModifyRequest", "hcs.LCOWNetworkAdapter"),
        "NetworkNamespace": ("hcn.HostComputeNamespace",),
        "HvSocket": ("hcs.HvSocketAddress",),
        "SCSIDevice": ("hcs.SCSIDevice",),
        "VPMemDevice": ("hcs.LCOWMappedVPMemDevice",),
        "VPCIDevice": ("hcs.LCOWMappedVPCIDevice",),
        "ContainerConstraints": ("hcs.LCOWContainerConstraints",),
        "PodCgroupMemoryLimit": ("uint64",),
        "SecurityPolicy": ("hcs.ConfidentialOptions",),
        "SecurityPolicyFragment": ("hcs.SecurityPolicyFragment",),
    },
    "hcn.NamespaceResource.Data": {"Container": ("hcn.NamespaceResourceContainer",), "Endpoint": ("hcn.NamespaceResourceEndpoint",)},
    "hcn.ModifyNetworkSettingRequest.Settings": {
        "Policy": ("hcn.PolicyNetworkRequest",),
        "DNS": ("hcn.DNS",),
        "Extension": ("hcn.Extension",),
        "Subnet": ("hcn.SubnetNetworkRequest",),
        "IPSubnet": ("hcn.IPSubnetNetworkRequest",),
    },
    "hcn.ModifyEndpointSettingRequest.Settings": {"Policy": ("hcn.PolicyEndpointRequest",), "Port": ("hcn.VmEndpointRequest",)},
    "hcn.ModifyNamespaceSettingRequest.Settings": {
        "Container": ("hcn.NamespaceContainerRequest",),
        "Endpoint": ("hcn.NamespaceEndpointRequest",),
    },
    "hcn.ModifyGuestNetworkServiceSettingRequest.Settings": {"State": ("hcn.GuestNetworkServiceStateRequest",)},
    "hcn.ModifyGuestEndpointSettingRequest.Settings": {
        "Interface": ("hcn.NetworkInterface",),
        "Route": ("hcn.Route_2",),
        "IPAddress": ("hcn.IPAddress",),
        "DNS": ("hcn.DNS_2",),
        "RegistryKey": ("hcn.RegistryKey",),
        "Encryption": ("hcn.EncryptionPolicySetting",),
        "MacAddress": ("hcn.MacAddress",),
        "L4Proxy": ("hcn.L4ProxyPolicySetting",),
        "L4WFPPROXY": ("hcn.L4WfpProxyPolicySetting",),
        "Xlat": ("hcn.Xlat",),
        "Neighbor": ("hcn.Neighbor",),
    },
    "hcn.ModifyGuestNamespaceSettingRequest.Settings": {
        "Container": ("hcn.NamespaceContainerRequest",),
        "Endpoint": ("hcn.NamespaceEndpointRequest",),
    },
    "hcn.GuestModifySettingRequest.Settings": {
        "Endpoint": ("hcn.GuestEndpoint",),
        "Namespace": ("hcn.GuestNamespace",),
        "Service": ("hcn.GuestService",),
        "Firewall": ("hcn.GuestFirewall",),
    },
}
"""Member -> selecting text -> types that may stand there."""


def candidates(member: str, selector: str) -> tuple[str, ...]:
    """Published names of the types (or one scalar kind) an open member may hold; empty where the selector is unknown.

    Args:
        member: schema, type and member: `hcs.ModifySettingRequest.Settings`.
        selector: the text that selects: a resource path, a resource type, a policy's type.
    """
    if member == "hcs.ModifySettingRequest.Settings":
        return by_resource_path(selector)
    return (POLICIES.get(member) or _REQUESTS.get(member) or {}).get(selector, ())


def choose(names: tuple[str, ...], value: Mapping[str, object]) -> type[Any] | None:
    """The candidate that knows most of the members; the first one where they know equally many."""
    classes: list[type[Any]] = [find(name) for name in names if "." in name]
    if len(classes) < 2:
        return classes[0] if classes else None
    return max(classes, key=lambda cls: sum(row.wire in value for row in cls.__members__))


def choose_by_python_names(names: tuple[str, ...], value: Mapping[str, object]) -> type[Any] | None:
    """The candidate whose Python names are the mapping's keys, all of them as attrs writes an instance, or some; else None: it is JSON."""
    keys = value.keys() - {"unknown_members"}
    spoken: type[Any] | None = None
    for cls in [find(name) for name in names if "." in name]:
        known = {row.name for row in cls.__members__}
        if "unknown_members" in value and keys == known:
            return cls
        if spoken is None and keys and keys <= known and not keys <= {row.wire for row in cls.__members__}:
            spoken = cls
    return spoken


def known_selectors() -> dict[str, tuple[str, ...]]:
    """Every open member with the selectors known for it, resource paths apart (those are in `settings`)."""
    return {member: tuple(table) for member, table in sorted({**_REQUESTS, **POLICIES}.items())}
