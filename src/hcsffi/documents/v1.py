"""Every type of generation 1, compute and network.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from hcsffi.documents.topic.hcn_v1 import (
        ACLPolicy as ACLPolicy,
    )
    from hcsffi.documents.topic.hcn_v1 import (
        ActionType as ActionType,
    )
    from hcsffi.documents.topic.hcn_v1 import (
        DirectionType as DirectionType,
    )
    from hcsffi.documents.topic.hcn_v1 import (
        ELBPolicy as ELBPolicy,
    )
    from hcsffi.documents.topic.hcn_v1 import (
        EndpointAttachDetachRequest as EndpointAttachDetachRequest,
    )
    from hcsffi.documents.topic.hcn_v1 import (
        EndpointState as EndpointState,
    )
    from hcsffi.documents.topic.hcn_v1 import (
        EndpointStats as EndpointStats,
    )
    from hcsffi.documents.topic.hcn_v1 import (
        HNSAclFeatures as HNSAclFeatures,
    )
    from hcsffi.documents.topic.hcn_v1 import (
        HNSEndpoint as HNSEndpoint,
    )
    from hcsffi.documents.topic.hcn_v1 import (
        HNSEndpointResponse as HNSEndpointResponse,
    )
    from hcsffi.documents.topic.hcn_v1 import (
        HNSGlobals as HNSGlobals,
    )
    from hcsffi.documents.topic.hcn_v1 import (
        HNSNetwork as HNSNetwork,
    )
    from hcsffi.documents.topic.hcn_v1 import (
        HNSNetworkResponse as HNSNetworkResponse,
    )
    from hcsffi.documents.topic.hcn_v1 import (
        HNSNnvManagementMacAddress as HNSNnvManagementMacAddress,
    )
    from hcsffi.documents.topic.hcn_v1 import (
        HNSNnvManagementMacList as HNSNnvManagementMacList,
    )
    from hcsffi.documents.topic.hcn_v1 import (
        HNSSingleNetworkResponse as HNSSingleNetworkResponse,
    )
    from hcsffi.documents.topic.hcn_v1 import (
        HNSSupportedFeatures as HNSSupportedFeatures,
    )
    from hcsffi.documents.topic.hcn_v1 import (
        HNSVersion as HNSVersion,
    )
    from hcsffi.documents.topic.hcn_v1 import (
        IsolationPolicy as IsolationPolicy,
    )
    from hcsffi.documents.topic.hcn_v1 import (
        LBPolicy as LBPolicy,
    )
    from hcsffi.documents.topic.hcn_v1 import (
        MacPool as MacPool,
    )
    from hcsffi.documents.topic.hcn_v1 import (
        Namespace as Namespace,
    )
    from hcsffi.documents.topic.hcn_v1 import (
        NamespaceEndpointRequest as NamespaceEndpointRequest,
    )
    from hcsffi.documents.topic.hcn_v1 import (
        NamespaceRequest as NamespaceRequest,
    )
    from hcsffi.documents.topic.hcn_v1 import (
        NamespaceResource as NamespaceResource,
    )
    from hcsffi.documents.topic.hcn_v1 import (
        NamespaceResourceRequest as NamespaceResourceRequest,
    )
    from hcsffi.documents.topic.hcn_v1 import (
        NatPolicy as NatPolicy,
    )
    from hcsffi.documents.topic.hcn_v1 import (
        Network as Network,
    )
    from hcsffi.documents.topic.hcn_v1 import (
        OutboundNatPolicy as OutboundNatPolicy,
    )
    from hcsffi.documents.topic.hcn_v1 import (
        PaPolicy as PaPolicy,
    )
    from hcsffi.documents.topic.hcn_v1 import (
        Policy as Policy,
    )
    from hcsffi.documents.topic.hcn_v1 import (
        PolicyList as PolicyList,
    )
    from hcsffi.documents.topic.hcn_v1 import (
        PolicyType as PolicyType,
    )
    from hcsffi.documents.topic.hcn_v1 import (
        ProxyPolicy as ProxyPolicy,
    )
    from hcsffi.documents.topic.hcn_v1 import (
        QosPolicy as QosPolicy,
    )
    from hcsffi.documents.topic.hcn_v1 import (
        RoutePolicy as RoutePolicy,
    )
    from hcsffi.documents.topic.hcn_v1 import (
        RuleType as RuleType,
    )
    from hcsffi.documents.topic.hcn_v1 import (
        Subnet as Subnet,
    )
    from hcsffi.documents.topic.hcn_v1 import (
        SystemType as SystemType,
    )
    from hcsffi.documents.topic.hcn_v1 import (
        VlanPolicy as VlanPolicy,
    )
    from hcsffi.documents.topic.hcn_v1 import (
        VsidPolicy as VsidPolicy,
    )
    from hcsffi.documents.topic.hcs_v1 import (
        AssignedDevice as AssignedDevice,
    )
    from hcsffi.documents.topic.hcs_v1 import (
        ComputeSystemQuery as ComputeSystemQuery,
    )
    from hcsffi.documents.topic.hcs_v1 import (
        ContainerConfig as ContainerConfig,
    )
    from hcsffi.documents.topic.hcs_v1 import (
        ContainerProperties as ContainerProperties,
    )
    from hcsffi.documents.topic.hcs_v1 import (
        DeviceBase as DeviceBase,
    )
    from hcsffi.documents.topic.hcs_v1 import (
        GuestConnectionInfo as GuestConnectionInfo,
    )
    from hcsffi.documents.topic.hcs_v1 import (
        GuestDefinedCapabilities as GuestDefinedCapabilities,
    )
    from hcsffi.documents.topic.hcs_v1 import (
        HcsMacPool as HcsMacPool,
    )
    from hcsffi.documents.topic.hcs_v1 import (
        HcsPolicy as HcsPolicy,
    )
    from hcsffi.documents.topic.hcs_v1 import (
        HcsSubnet as HcsSubnet,
    )
    from hcsffi.documents.topic.hcs_v1 import (
        HvRuntime as HvRuntime,
    )
    from hcsffi.documents.topic.hcs_v1 import (
        Layer as Layer,
    )
    from hcsffi.documents.topic.hcs_v1 import (
        MappedDir as MappedDir,
    )
    from hcsffi.documents.topic.hcs_v1 import (
        MappedPipe as MappedPipe,
    )
    from hcsffi.documents.topic.hcs_v1 import (
        MappedVirtualDisk as MappedVirtualDisk,
    )
    from hcsffi.documents.topic.hcs_v1 import (
        MappedVirtualDiskController as MappedVirtualDiskController,
    )
    from hcsffi.documents.topic.hcs_v1 import (
        MemoryStats as MemoryStats,
    )
    from hcsffi.documents.topic.hcs_v1 import (
        NatPolicyData as NatPolicyData,
    )
    from hcsffi.documents.topic.hcs_v1 import (
        NatPortBinding as NatPortBinding,
    )
    from hcsffi.documents.topic.hcs_v1 import (
        NatSettings as NatSettings,
    )
    from hcsffi.documents.topic.hcs_v1 import (
        NetworkConnection as NetworkConnection,
    )
    from hcsffi.documents.topic.hcs_v1 import (
        NetworkDevice as NetworkDevice,
    )
    from hcsffi.documents.topic.hcs_v1 import (
        NetworkEndpoint as NetworkEndpoint,
    )
    from hcsffi.documents.topic.hcs_v1 import (
        NetworkSettings as NetworkSettings,
    )
    from hcsffi.documents.topic.hcs_v1 import (
        NetworkStats as NetworkStats,
    )
    from hcsffi.documents.topic.hcs_v1 import (
        ProcessConfig as ProcessConfig,
    )
    from hcsffi.documents.topic.hcs_v1 import (
        ProcessConsoleSize as ProcessConsoleSize,
    )
    from hcsffi.documents.topic.hcs_v1 import (
        ProcessListItem as ProcessListItem,
    )
    from hcsffi.documents.topic.hcs_v1 import (
        ProcessorStats as ProcessorStats,
    )
    from hcsffi.documents.topic.hcs_v1 import (
        ProcessStatus as ProcessStatus,
    )
    from hcsffi.documents.topic.hcs_v1 import (
        PropertyQuery as PropertyQuery,
    )
    from hcsffi.documents.topic.hcs_v1 import (
        PropertyType as PropertyType,
    )
    from hcsffi.documents.topic.hcs_v1 import (
        QosPolicyData as QosPolicyData,
    )
    from hcsffi.documents.topic.hcs_v1 import (
        RequestType as RequestType,
    )
    from hcsffi.documents.topic.hcs_v1 import (
        ResourceModificationRequestResponse as ResourceModificationRequestResponse,
    )
    from hcsffi.documents.topic.hcs_v1 import (
        ResourceType as ResourceType,
    )
    from hcsffi.documents.topic.hcs_v1 import (
        SettingsBase as SettingsBase,
    )
    from hcsffi.documents.topic.hcs_v1 import (
        Statistics as Statistics,
    )
    from hcsffi.documents.topic.hcs_v1 import (
        StorageStats as StorageStats,
    )
    from hcsffi.documents.topic.hcs_v1 import (
        UtilityVmNetworkSettings as UtilityVmNetworkSettings,
    )
    from hcsffi.documents.topic.hcs_v1 import (
        VlanPolicyData as VlanPolicyData,
    )
    from hcsffi.documents.topic.hcs_v1 import (
        VsidPolicyData as VsidPolicyData,
    )

HOMES = {
    "ACLPolicy": ("hcn_v1", "ACLPolicy"),
    "ActionType": ("hcn_v1", "ActionType"),
    "AssignedDevice": ("hcs_v1", "AssignedDevice"),
    "ComputeSystemQuery": ("hcs_v1", "ComputeSystemQuery"),
    "ContainerConfig": ("hcs_v1", "ContainerConfig"),
    "ContainerProperties": ("hcs_v1", "ContainerProperties"),
    "DeviceBase": ("hcs_v1", "DeviceBase"),
    "DirectionType": ("hcn_v1", "DirectionType"),
    "ELBPolicy": ("hcn_v1", "ELBPolicy"),
    "EndpointAttachDetachRequest": ("hcn_v1", "EndpointAttachDetachRequest"),
    "EndpointState": ("hcn_v1", "EndpointState"),
    "EndpointStats": ("hcn_v1", "EndpointStats"),
    "GuestConnectionInfo": ("hcs_v1", "GuestConnectionInfo"),
    "GuestDefinedCapabilities": ("hcs_v1", "GuestDefinedCapabilities"),
    "HNSAclFeatures": ("hcn_v1", "HNSAclFeatures"),
    "HNSEndpoint": ("hcn_v1", "HNSEndpoint"),
    "HNSEndpointResponse": ("hcn_v1", "HNSEndpointResponse"),
    "HNSGlobals": ("hcn_v1", "HNSGlobals"),
    "HNSNetwork": ("hcn_v1", "HNSNetwork"),
    "HNSNetworkResponse": ("hcn_v1", "HNSNetworkResponse"),
    "HNSNnvManagementMacAddress": ("hcn_v1", "HNSNnvManagementMacAddress"),
    "HNSNnvManagementMacList": ("hcn_v1", "HNSNnvManagementMacList"),
    "HNSSingleNetworkResponse": ("hcn_v1", "HNSSingleNetworkResponse"),
    "HNSSupportedFeatures": ("hcn_v1", "HNSSupportedFeatures"),
    "HNSVersion": ("hcn_v1", "HNSVersion"),
    "HcsMacPool": ("hcs_v1", "HcsMacPool"),
    "HcsPolicy": ("hcs_v1", "HcsPolicy"),
    "HcsSubnet": ("hcs_v1", "HcsSubnet"),
    "HvRuntime": ("hcs_v1", "HvRuntime"),
    "IsolationPolicy": ("hcn_v1", "IsolationPolicy"),
    "LBPolicy": ("hcn_v1", "LBPolicy"),
    "Layer": ("hcs_v1", "Layer"),
    "MacPool": ("hcn_v1", "MacPool"),
    "MappedDir": ("hcs_v1", "MappedDir"),
    "MappedPipe": ("hcs_v1", "MappedPipe"),
    "MappedVirtualDisk": ("hcs_v1", "MappedVirtualDisk"),
    "MappedVirtualDiskController": ("hcs_v1", "MappedVirtualDiskController"),
    "MemoryStats": ("hcs_v1", "MemoryStats"),
    "Namespace": ("hcn_v1", "Namespace"),
    "NamespaceEndpointRequest": ("hcn_v1", "NamespaceEndpointRequest"),
    "NamespaceRequest": ("hcn_v1", "NamespaceRequest"),
    "NamespaceResource": ("hcn_v1", "NamespaceResource"),
    "NamespaceResourceRequest": ("hcn_v1", "NamespaceResourceRequest"),
    "NatPolicy": ("hcn_v1", "NatPolicy"),
    "NatPolicyData": ("hcs_v1", "NatPolicyData"),
    "NatPortBinding": ("hcs_v1", "NatPortBinding"),
    "NatSettings": ("hcs_v1", "NatSettings"),
    "Network": ("hcn_v1", "Network"),
    "NetworkConnection": ("hcs_v1", "NetworkConnection"),
    "NetworkDevice": ("hcs_v1", "NetworkDevice"),
    "NetworkEndpoint": ("hcs_v1", "NetworkEndpoint"),
    "NetworkSettings": ("hcs_v1", "NetworkSettings"),
    "NetworkStats": ("hcs_v1", "NetworkStats"),
    "OutboundNatPolicy": ("hcn_v1", "OutboundNatPolicy"),
    "PaPolicy": ("hcn_v1", "PaPolicy"),
    "Policy": ("hcn_v1", "Policy"),
    "PolicyList": ("hcn_v1", "PolicyList"),
    "PolicyType": ("hcn_v1", "PolicyType"),
    "ProcessConfig": ("hcs_v1", "ProcessConfig"),
    "ProcessConsoleSize": ("hcs_v1", "ProcessConsoleSize"),
    "ProcessListItem": ("hcs_v1", "ProcessListItem"),
    "ProcessStatus": ("hcs_v1", "ProcessStatus"),
    "ProcessorStats": ("hcs_v1", "ProcessorStats"),
    "PropertyQuery": ("hcs_v1", "PropertyQuery"),
    "PropertyType": ("hcs_v1", "PropertyType"),
    "ProxyPolicy": ("hcn_v1", "ProxyPolicy"),
    "QosPolicy": ("hcn_v1", "QosPolicy"),
    "QosPolicyData": ("hcs_v1", "QosPolicyData"),
    "RequestType": ("hcs_v1", "RequestType"),
    "ResourceModificationRequestResponse": ("hcs_v1", "ResourceModificationRequestResponse"),
    "ResourceType": ("hcs_v1", "ResourceType"),
    "RoutePolicy": ("hcn_v1", "RoutePolicy"),
    "RuleType": ("hcn_v1", "RuleType"),
    "SettingsBase": ("hcs_v1", "SettingsBase"),
    "Statistics": ("hcs_v1", "Statistics"),
    "StorageStats": ("hcs_v1", "StorageStats"),
    "Subnet": ("hcn_v1", "Subnet"),
    "SystemType": ("hcn_v1", "SystemType"),
    "UtilityVmNetworkSettings": ("hcs_v1", "UtilityVmNetworkSettings"),
    "VlanPolicy": ("hcn_v1", "VlanPolicy"),
    "VlanPolicyData": ("hcs_v1", "VlanPolicyData"),
    "VsidPolicy": ("hcn_v1", "VsidPolicy"),
    "VsidPolicyData": ("hcs_v1", "VsidPolicyData"),
}
"""Where each type lives: name here, topic, name there."""


def __getattr__(name: str) -> type:
    """Load the type's topic when its name is first used (PEP 562)."""
    home = HOMES.get(name)
    if home is None:
        raise AttributeError(f"{__name__} has no type {name!r}")
    found: type = getattr(import_module(f"hcsffi.documents.topic.{home[0]}"), home[1])
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted([*globals(), *HOMES])
