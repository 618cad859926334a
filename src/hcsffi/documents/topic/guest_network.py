"""The network inside a guest, and the service that keeps it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import FlagsEnum, TextEnum

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from hcsffi.documents.topic.entity import Health, ModifyRequestType, Telemetry, Version


@define(frozen=True, kw_only=True)
class GuestModifySettingRequest(Document, published="hcn.GuestModifySettingRequest", since="2.0", sources="docs"):
    """One change inside a guest."""

    resource_uri: str | None = member("ResourceUri", "string", "2.0", "docs")
    request_type: ModifyRequestType | None = member("RequestType", "ModifyRequestType", "2.0", "docs")
    resource_type: GuestResourceType | None = member("ResourceType", "GuestResourceType", "2.0", "docs")
    settings: Any | None = member("Settings", "any by ResourceType", "2.0", "docs")


class GuestResourceType(TextEnum, published="hcn.GuestResourceType", since="2.0", sources="docs", numeric=True):
    """What inside a guest a change is about; selects the settings."""

    ENDPOINT = "Endpoint"
    NAMESPACE = "Namespace"
    SERVICE = "Service"
    FIREWALL = "Firewall"


@define(frozen=True, kw_only=True)
class GuestEndpoint(Document, published="hcn.GuestEndpoint", since="2.0", sources="docs"):
    """An endpoint inside a guest."""

    id: str | None = member("ID", "guid", "2.0", "docs")
    owner: str | None = member("Owner", "string", "2.0", "docs")
    name: str | None = member("Name", "string", "2.0", "docs")
    version: int | None = member("Version", "uint64", "2.0", "docs")
    additional_params: Any | None = member("AdditionalParams", "any", "2.0", "docs")
    health: Health | None = member("Health", "Health", "2.0", "docs")
    schema_version: Version | None = member("SchemaVersion", "Version", "2.0", "docs")
    telemetry: Telemetry | None = member("Telemetry", "Telemetry", "2.0", "docs")
    state: int | None = member("State", "uint16", "2.0", "docs")
    namespace_id: str | None = member("NamespaceId", "guid", "2.0", "docs")


@define(frozen=True, kw_only=True)
class ModifyGuestEndpointSettingRequest(Document, published="hcn.ModifyGuestEndpointSettingRequest", since="2.0", sources="docs wsl"):
    """One change to an endpoint inside a guest."""

    resource_uri: str | None = member("ResourceUri", "string", "2.0", "docs")
    request_type: ModifyRequestType | None = member("RequestType", "ModifyRequestType", "2.0", "docs wsl")
    resource_type: GuestEndpointResourceType | None = member("ResourceType", "GuestEndpointResourceType", "2.0", "docs wsl")
    settings: Any | None = member("Settings", "any by ResourceType", "2.0", "docs wsl")
    target_device_name: str | None = member("targetDeviceName", "string", None, "wsl")


class GuestEndpointResourceType(TextEnum, published="hcn.GuestEndpointResourceType", since="2.0", sources="docs wsl", numeric=True):
    """What of a guest's endpoint a change is about; selects the settings."""

    # enum-values: wsl Port; values outside the published list are kept and marked.
    INTERFACE = "Interface", "2.0", "docs wsl", 0
    ROUTE = "Route", "2.0", "docs wsl", 1
    IP_ADDRESS = "IPAddress", "2.0", "docs wsl", 2
    DNS = "DNS", "2.0", "docs wsl", 3
    REGISTRY_KEY = "RegistryKey", "2.0", "docs"
    ENCRYPTION = "Encryption", "2.1", "docs"
    MAC_ADDRESS = "MacAddress", "2.5", "docs wsl", 6
    L4_PROXY = "L4Proxy", "2.5", "docs"
    L4_WFPPROXY = "L4WFPPROXY", "2.5", "docs"
    XLAT = "Xlat", "2.5", "docs"
    NEIGHBOR = "Neighbor", "2.5", "docs wsl", 10
    PORT = "Port", None, "wsl", 15


@define(frozen=True, kw_only=True)
class GuestNamespace(Document, published="hcn.GuestNamespace", since="2.0", sources="docs"):
    """A network namespace inside a guest."""

    id: str | None = member("ID", "guid", "2.0", "docs")
    owner: str | None = member("Owner", "string", "2.0", "docs")
    name: str | None = member("Name", "string", "2.0", "docs")
    version: int | None = member("Version", "uint64", "2.0", "docs")
    additional_params: Any | None = member("AdditionalParams", "any", "2.0", "docs")
    health: Health | None = member("Health", "Health", "2.0", "docs")
    schema_version: Version | None = member("SchemaVersion", "Version", "2.0", "docs")
    telemetry: Telemetry | None = member("Telemetry", "Telemetry", "2.0", "docs")
    state: int | None = member("State", "uint16", "2.0", "docs")
    compartment_id: int | None = member("CompartmentId", "uint32", "2.0", "docs")
    resources: Sequence[GuestNamespaceResource] | None = member("Resources", "array<NamespaceResource_2>", "2.0", "docs")


@define(frozen=True, kw_only=True)
class GuestNamespaceResource(Document, published="hcn.NamespaceResource_2", since="2.0", sources="docs"):
    """An endpoint and a container of a guest's namespace."""

    endpoint_id: str | None = member("EndpointId", "guid", "2.0", "docs")
    container_id: str | None = member("ContainerId", "guid", "2.0", "docs")


@define(frozen=True, kw_only=True)
class ModifyGuestNamespaceSettingRequest(Document, published="hcn.ModifyGuestNamespaceSettingRequest", since="2.0", sources="docs"):
    """One change to a namespace inside a guest."""

    resource_uri: str | None = member("ResourceUri", "string", "2.0", "docs")
    request_type: ModifyRequestType | None = member("RequestType", "ModifyRequestType", "2.0", "docs")
    resource_type: GuestNamespaceResourceType | None = member("ResourceType", "GuestNamespaceResourceType", "2.0", "docs")
    settings: Any | None = member("Settings", "any by ResourceType", "2.0", "docs")


class GuestNamespaceResourceType(TextEnum, published="hcn.GuestNamespaceResourceType", since="2.0", sources="docs", numeric=True):
    """What of a guest's namespace a change is about; selects the settings."""

    CONTAINER = "Container"
    ENDPOINT = "Endpoint"


@define(frozen=True, kw_only=True)
class GuestService(Document, published="hcn.GuestService", since="2.0", sources="docs"):
    """A service inside a guest."""

    id: str | None = member("ID", "guid", "2.0", "docs")
    owner: str | None = member("Owner", "string", "2.0", "docs")
    name: str | None = member("Name", "string", "2.0", "docs")
    version: int | None = member("Version", "uint64", "2.0", "docs")
    additional_params: Any | None = member("AdditionalParams", "any", "2.0", "docs")
    health: Health | None = member("Health", "Health", "2.0", "docs")
    schema_version: Version | None = member("SchemaVersion", "Version", "2.0", "docs")
    telemetry: Telemetry | None = member("Telemetry", "Telemetry", "2.0", "docs")
    state: int | None = member("State", "uint16", "2.0", "docs")
    service_id: str | None = member("ServiceId", "guid", "2.0", "docs")
    base64_encoded_data: str | None = member("Base64EncodedData", "string", "2.0", "docs", secret=True)


@define(frozen=True, kw_only=True)
class GuestFirewall(Document, published="hcn.GuestFirewall", since="2.0", sources="docs"):
    """The firewall inside a guest."""

    id: str | None = member("ID", "guid", "2.0", "docs")
    owner: str | None = member("Owner", "string", "2.0", "docs")
    name: str | None = member("Name", "string", "2.0", "docs")
    version: int | None = member("Version", "uint64", "2.0", "docs")
    additional_params: Any | None = member("AdditionalParams", "any", "2.0", "docs")
    health: Health | None = member("Health", "Health", "2.0", "docs")
    schema_version: Version | None = member("SchemaVersion", "Version", "2.0", "docs")
    telemetry: Telemetry | None = member("Telemetry", "Telemetry", "2.0", "docs")
    state: int | None = member("State", "uint16", "2.0", "docs")


@define(frozen=True, kw_only=True)
class ModifyGuestDeviceSettingRequest(Document, published="hcn.ModifyGuestDeviceSettingRequest", sources="wsl"):
    """Which device of the guest a change is about."""

    target_device_name: str | None = member("targetDeviceName", "string", None, "wsl")


class EntityFlags(TextEnum, published="hcn.EntityFlags", since="2.0", sources="docs", numeric=True):
    """Whether a thing of the network service outlives it."""

    NONE = "None"
    ENABLE_NON_PERSISTENT = "EnableNonPersistent"


@define(frozen=True, kw_only=True)
class GuestNetworkService(Document, published="hcn.GuestNetworkService", since="2.0", sources="docs wsl"):
    """The network service of a guest."""

    id: str | None = member("ID", "guid", "2.0", "docs")
    owner: str | None = member("Owner", "string", "2.0", "docs")
    name: str | None = member("Name", "string", "2.0", "docs")
    version: int | None = member("Version", "uint64", "2.0", "docs")
    additional_params: Any | None = member("AdditionalParams", "any", "2.0", "docs")
    health: Health | None = member("Health", "Health", "2.0", "docs")
    schema_version: Version | None = member("SchemaVersion", "Version", "2.0", "docs wsl")
    telemetry: Telemetry | None = member("Telemetry", "Telemetry", "2.0", "docs")
    state: int | None = member("State", "uint16", "2.0", "docs")
    virtual_machine_id: str | None = member("VirtualMachineId", "guid", "2.0", "docs wsl")
    mirrored_interfaces: Sequence[GuestNetworkServiceInterface] | None = member(
        "MirroredInterfaces", "array<GuestNetworkServiceInterface>", "2.2", "docs"
    )
    mirror_host_networking: bool | None = member("MirrorHostNetworking", "bool", "2.5", "docs wsl")
    gns_rpc_server_information: RpcConnectionInformation | None = member(
        "GnsRpcServerInformation", "RpcConnectionInformation", "2.11", "docs wsl"
    )
    flags: GuestNetworkServiceFlags | None = member("Flags", "GuestNetworkServiceFlags", "2.12", "docs wsl")


class GuestNetworkServiceFlags(FlagsEnum, published="hcn.GuestNetworkServiceFlags", since="2.12", sources="docs wsl"):
    """Bits that change how a guest's network service works."""

    # enum-wire: wsl number; the number is written: the service refuses the text (0x803B001B).
    NONE = 0, "None"
    IS_FLOWSTEERED = 1, "IsFlowsteered"
    IS_FLOWSTEERED_SELF_MANAGED = 2, "IsFlowsteeredSelfManaged", "2.14", "docs wsl"


@define(frozen=True, kw_only=True)
class RpcConnectionInformation(Document, published="hcn.RpcConnectionInformation", since="2.11", sources="docs wsl"):
    """How a guest's network service is reached."""

    network_address: str | None = member("NetworkAddress", "string", "2.11", "docs")
    endpoint_address: str | None = member("EndpointAddress", "string", "2.11", "docs")
    endpoint_type: RpcEndpointType | None = member("EndpointType", "RpcEndpointType", "2.13", "docs wsl")
    object_uuid: str | None = member("ObjectUuid", "guid", "2.13", "docs wsl")


class RpcEndpointType(TextEnum, published="hcn.RpcEndpointType", since="2.13", sources="docs wsl", numeric=True):
    """Over what a guest's network service is reached."""

    HV_SOCKET = "HvSocket", "2.13", "docs"
    L_RPC = "LRpc"


@define(frozen=True, kw_only=True)
class GuestNetworkServiceInterface(Document, published="hcn.GuestNetworkServiceInterface", since="2.2", sources="docs"):
    """An interface as the guest's network service follows it."""

    endpoint_id: str | None = member("EndpointId", "guid", "2.2", "docs")
    interface_guid: str | None = member("InterfaceGuid", "guid", "2.2", "docs")
    state: GuestNetworkServiceInterfaceState | None = member("State", "GuestNetworkServiceInterfaceState", "2.2", "docs")
    missed_notifications: GuestNetworkServiceNotificationType | None = member(
        "MissedNotifications", "GuestNetworkServiceNotificationType", "2.7", "docs"
    )


class GuestNetworkServiceInterfaceState(
    TextEnum, published="hcn.GuestNetworkServiceInterfaceState", since="2.2", sources="docs", numeric=True
):
    """How far the guest's service follows an interface."""

    CREATED = "Created"
    BOOTSTRAPPING = "Bootstrapping"
    SYNCHRONIZED = "Synchronized"
    DESYNCHRONIZED = "Desynchronized"
    PAUSED = "Paused"


class GuestNetworkServiceNotificationType(
    TextEnum, published="hcn.GuestNetworkServiceNotificationType", since="2.7", sources="docs", numeric=True
):
    """What about an interface has changed."""

    NONE = "None"
    DNS_CACHE_PARAM = "DNSCacheParam"
    DHCP_PARAM = "DHCPParam"
    INTERFACE_PARAM = "InterfaceParam"
    ADDRESS_PARAM = "AddressParam"
    ROUTE = "Route"
    DNS_PARAM = "DNSParam"
    XLAT_PARAM = "XlatParam"
    NEIGHBOR = "Neighbor"


@define(frozen=True, kw_only=True)
class GuestNetworkServiceNotificationData(Document, published="hcn.GuestNetworkServiceNotificationData", since="2.2", sources="docs"):
    """State of a guest's network service and its interfaces."""

    state: GuestNetworkServiceState | None = member("State", "GuestNetworkServiceState", "2.2", "docs")
    interfaces: Sequence[GuestNetworkServiceInterface] | None = member("Interfaces", "array<GuestNetworkServiceInterface>", "2.2", "docs")


class GuestNetworkServiceState(TextEnum, published="hcn.GuestNetworkServiceState", since="2.0", sources="docs wsl", numeric=True):
    """Where a guest's network service is in its life."""

    NONE = "None"
    CREATED = "Created"
    BOOTSTRAPPING = "Bootstrapping"
    SYNCHRONIZED = "Synchronized"
    PAUSED = "Paused"
    DESYNCHRONIZED = "Desynchronized", "2.5", "docs wsl"
    REHYDRATING = "Rehydrating", "2.5", "docs wsl"
    DEGRADED = "Degraded"
    DESTROYED = "Destroyed"


@define(frozen=True, kw_only=True)
class GuestNetworkServiceStateRequest(Document, published="hcn.GuestNetworkServiceStateRequest", since="2.0", sources="docs wsl"):
    """The state a guest's network service shall take."""

    state: GuestNetworkServiceState | None = member("State", "GuestNetworkServiceState", "2.0", "docs wsl")


@define(frozen=True, kw_only=True)
class ModifyGuestNetworkServiceSettingRequest(
    Document, published="hcn.ModifyGuestNetworkServiceSettingRequest", since="2.0", sources="docs wsl"
):
    """One change to a guest's network service."""

    resource_uri: str | None = member("ResourceUri", "string", "2.0", "docs")
    request_type: ModifyRequestType | None = member("RequestType", "ModifyRequestType", "2.0", "docs wsl")
    resource_type: GuestNetworkServiceResourceType | None = member("ResourceType", "GuestNetworkServiceResourceType", "2.0", "docs wsl")
    # untyped: wsl GuestNetworkServiceStateRequest; the published type is kept, unknown shapes pass where it is open.
    settings: Any | None = member("Settings", "any by ResourceType", "2.0", "docs wsl")


class GuestNetworkServiceResourceType(
    TextEnum, published="hcn.GuestNetworkServiceResourceType", since="2.0", sources="docs wsl", numeric=True
):
    """What of a guest's network service a change is about."""

    STATE = "State"
