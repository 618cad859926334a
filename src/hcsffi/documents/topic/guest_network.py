"""The network service inside a guest.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import FlagsEnum, TextEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from hcsffi.documents.topic.network import Health, Telemetry
    from hcsffi.documents.topic.network_service import ModifyRequestType, Version

class EntityFlags(TextEnum):
    """Known values of `EntityFlags`.

    Since schema 2.0; source: the published schema.
    """

    __published__ = "hcn.EntityFlags"
    __numeric__ = True

    NONE = "None"
    ENABLE_NON_PERSISTENT = "EnableNonPersistent"


class GuestEndpointResourceType(TextEnum):
    """Known values of `GuestEndpointResourceType`.

    Since schema 2.0; source: the published schema, the WSL service.
    Kept: GuestEndpointResourceType enum-values: wsl Port; values outside the published list are kept and marked.
    """

    __published__ = "hcn.GuestEndpointResourceType"
    __numeric__ = True
    __newer__ = {"Encryption": "2.1", "MacAddress": "2.5", "L4Proxy": "2.5", "L4WFPPROXY": "2.5", "Xlat": "2.5", "Neighbor": "2.5"}

    INTERFACE = "Interface"
    ROUTE = "Route"
    IP_ADDRESS = "IPAddress"
    DNS = "DNS"
    REGISTRY_KEY = "RegistryKey"
    ENCRYPTION = "Encryption"
    MAC_ADDRESS = "MacAddress"
    L4_PROXY = "L4Proxy"
    L4_WFPPROXY = "L4WFPPROXY"
    XLAT = "Xlat"
    NEIGHBOR = "Neighbor"
    PORT = "Port"
    """Known from the WSL service."""


class GuestNamespaceResourceType(TextEnum):
    """Known values of `GuestNamespaceResourceType`.

    Since schema 2.0; source: the published schema.
    """

    __published__ = "hcn.GuestNamespaceResourceType"
    __numeric__ = True

    CONTAINER = "Container"
    ENDPOINT = "Endpoint"


class GuestNetworkServiceFlags(FlagsEnum):
    """Known values of `GuestNetworkServiceFlags`.

    Since schema 2.12; source: the published schema, the WSL service.
    Kept: GuestNetworkServiceFlags enum-wire: wsl number; the number is written: the service refuses the text (0x803B001B).
    """

    __published__ = "hcn.GuestNetworkServiceFlags"
    __texts__ = {"None": 0, "IsFlowsteered": 1, "IsFlowsteeredSelfManaged": 2}
    __newer__ = {"IsFlowsteeredSelfManaged": "2.14"}

    NONE = 0
    IS_FLOWSTEERED = 1
    IS_FLOWSTEERED_SELF_MANAGED = 2


class GuestNetworkServiceInterfaceState(TextEnum):
    """Known values of `GuestNetworkServiceInterfaceState`.

    Since schema 2.2; source: the published schema.
    """

    __published__ = "hcn.GuestNetworkServiceInterfaceState"
    __numeric__ = True

    CREATED = "Created"
    BOOTSTRAPPING = "Bootstrapping"
    SYNCHRONIZED = "Synchronized"
    DESYNCHRONIZED = "Desynchronized"
    PAUSED = "Paused"


class GuestNetworkServiceNotificationType(TextEnum):
    """Known values of `GuestNetworkServiceNotificationType`.

    Since schema 2.7; source: the published schema.
    """

    __published__ = "hcn.GuestNetworkServiceNotificationType"
    __numeric__ = True

    NONE = "None"
    DNS_CACHE_PARAM = "DNSCacheParam"
    DHCP_PARAM = "DHCPParam"
    INTERFACE_PARAM = "InterfaceParam"
    ADDRESS_PARAM = "AddressParam"
    ROUTE = "Route"
    DNS_PARAM = "DNSParam"
    XLAT_PARAM = "XlatParam"
    NEIGHBOR = "Neighbor"


class GuestNetworkServiceResourceType(TextEnum):
    """Known values of `GuestNetworkServiceResourceType`.

    Since schema 2.0; source: the published schema, the WSL service.
    """

    __published__ = "hcn.GuestNetworkServiceResourceType"
    __numeric__ = True

    STATE = "State"


class GuestNetworkServiceState(TextEnum):
    """Known values of `GuestNetworkServiceState`.

    Since schema 2.0; source: the published schema, the WSL service.
    """

    __published__ = "hcn.GuestNetworkServiceState"
    __numeric__ = True
    __newer__ = {"Desynchronized": "2.5", "Rehydrating": "2.5"}

    NONE = "None"
    CREATED = "Created"
    BOOTSTRAPPING = "Bootstrapping"
    SYNCHRONIZED = "Synchronized"
    PAUSED = "Paused"
    DESYNCHRONIZED = "Desynchronized"
    REHYDRATING = "Rehydrating"
    DEGRADED = "Degraded"
    DESTROYED = "Destroyed"


class GuestResourceType(TextEnum):
    """Known values of `GuestResourceType`.

    Since schema 2.0; source: the published schema.
    """

    __published__ = "hcn.GuestResourceType"
    __numeric__ = True

    ENDPOINT = "Endpoint"
    NAMESPACE = "Namespace"
    SERVICE = "Service"
    FIREWALL = "Firewall"


class RpcEndpointType(TextEnum):
    """Known values of `RpcEndpointType`.

    Since schema 2.13; source: the published schema, the WSL service.
    """

    __published__ = "hcn.RpcEndpointType"
    __numeric__ = True

    HV_SOCKET = "HvSocket"
    L_RPC = "LRpc"


class GuestEndpoint(Document):
    """Document type `GuestEndpoint`.

    Since schema 2.0; source: the published schema.
    """

    __published__ = "hcn.GuestEndpoint"

    id: str | None = member(
        "ID", "guid", "2.0", "docs", default=None
    )
    """Guid, since 2.0."""

    owner: str | None = member(
        "Owner", "string", "2.0", "docs", default=None
    )
    """String, since 2.0."""

    name: str | None = member(
        "Name", "string", "2.0", "docs", default=None
    )
    """String, since 2.0."""

    version: int | None = member(
        "Version", "uint64", "2.0", "docs", default=None
    )
    """uint64, since 2.0."""

    additional_params: Any | None = member(
        "AdditionalParams", "any", "2.0", "docs", default=None
    )
    """Any, since 2.0."""

    health: Health | None = member(
        "Health", "Health", "2.0", "docs", default=None
    )
    """Health, since 2.0."""

    schema_version: Version | None = member(
        "SchemaVersion", "Version", "2.0", "docs", default=None
    )
    """Version, since 2.0."""

    telemetry: Telemetry | None = member(
        "Telemetry", "Telemetry", "2.0", "docs", default=None
    )
    """Telemetry, since 2.0."""

    state: int | None = member(
        "State", "uint16", "2.0", "docs", default=None
    )
    """uint16, since 2.0."""

    namespace_id: str | None = member(
        "NamespaceId", "guid", "2.0", "docs", default=None
    )
    """Guid, since 2.0."""


class GuestFirewall(Document):
    """Document type `GuestFirewall`.

    Since schema 2.0; source: the published schema.
    """

    __published__ = "hcn.GuestFirewall"

    id: str | None = member(
        "ID", "guid", "2.0", "docs", default=None
    )
    """Guid, since 2.0."""

    owner: str | None = member(
        "Owner", "string", "2.0", "docs", default=None
    )
    """String, since 2.0."""

    name: str | None = member(
        "Name", "string", "2.0", "docs", default=None
    )
    """String, since 2.0."""

    version: int | None = member(
        "Version", "uint64", "2.0", "docs", default=None
    )
    """uint64, since 2.0."""

    additional_params: Any | None = member(
        "AdditionalParams", "any", "2.0", "docs", default=None
    )
    """Any, since 2.0."""

    health: Health | None = member(
        "Health", "Health", "2.0", "docs", default=None
    )
    """Health, since 2.0."""

    schema_version: Version | None = member(
        "SchemaVersion", "Version", "2.0", "docs", default=None
    )
    """Version, since 2.0."""

    telemetry: Telemetry | None = member(
        "Telemetry", "Telemetry", "2.0", "docs", default=None
    )
    """Telemetry, since 2.0."""

    state: int | None = member(
        "State", "uint16", "2.0", "docs", default=None
    )
    """uint16, since 2.0."""


class GuestModifySettingRequest(Document):
    """Document type `GuestModifySettingRequest`.

    Since schema 2.0; source: the published schema.
    """

    __published__ = "hcn.GuestModifySettingRequest"

    resource_uri: str | None = member(
        "ResourceUri", "string", "2.0", "docs", default=None
    )
    """String, since 2.0."""

    request_type: ModifyRequestType | str | int | None = member(
        "RequestType", "ModifyRequestType", "2.0", "docs", default=None
    )
    """ModifyRequestType, since 2.0."""

    resource_type: GuestResourceType | str | int | None = member(
        "ResourceType", "GuestResourceType", "2.0", "docs", default=None
    )
    """GuestResourceType, since 2.0."""

    settings: Any | None = member(
        "Settings", "any by ResourceType", "2.0", "docs", default=None
    )
    """Any by ResourceType, since 2.0."""


class GuestNamespace(Document):
    """Document type `GuestNamespace`.

    Since schema 2.0; source: the published schema.
    """

    __published__ = "hcn.GuestNamespace"

    id: str | None = member(
        "ID", "guid", "2.0", "docs", default=None
    )
    """Guid, since 2.0."""

    owner: str | None = member(
        "Owner", "string", "2.0", "docs", default=None
    )
    """String, since 2.0."""

    name: str | None = member(
        "Name", "string", "2.0", "docs", default=None
    )
    """String, since 2.0."""

    version: int | None = member(
        "Version", "uint64", "2.0", "docs", default=None
    )
    """uint64, since 2.0."""

    additional_params: Any | None = member(
        "AdditionalParams", "any", "2.0", "docs", default=None
    )
    """Any, since 2.0."""

    health: Health | None = member(
        "Health", "Health", "2.0", "docs", default=None
    )
    """Health, since 2.0."""

    schema_version: Version | None = member(
        "SchemaVersion", "Version", "2.0", "docs", default=None
    )
    """Version, since 2.0."""

    telemetry: Telemetry | None = member(
        "Telemetry", "Telemetry", "2.0", "docs", default=None
    )
    """Telemetry, since 2.0."""

    state: int | None = member(
        "State", "uint16", "2.0", "docs", default=None
    )
    """uint16, since 2.0."""

    compartment_id: int | None = member(
        "CompartmentId", "uint32", "2.0", "docs", default=None
    )
    """uint32, since 2.0."""

    resources: Sequence[GuestNamespaceResource] | None = member(
        "Resources", "array<NamespaceResource_2>", "2.0", "docs", default=None
    )
    """Array<NamespaceResource_2>, since 2.0."""


class GuestNetworkService(Document):
    """The network service of a guest.

    Since schema 2.0; source: the published schema, the WSL service.
    """

    __published__ = "hcn.GuestNetworkService"

    id: str | None = member(
        "ID", "guid", "2.0", "docs", default=None
    )
    """Guid, since 2.0."""

    owner: str | None = member(
        "Owner", "string", "2.0", "docs", default=None
    )
    """String, since 2.0."""

    name: str | None = member(
        "Name", "string", "2.0", "docs", default=None
    )
    """String, since 2.0."""

    version: int | None = member(
        "Version", "uint64", "2.0", "docs", default=None
    )
    """uint64, since 2.0."""

    additional_params: Any | None = member(
        "AdditionalParams", "any", "2.0", "docs", default=None
    )
    """Any, since 2.0."""

    health: Health | None = member(
        "Health", "Health", "2.0", "docs", default=None
    )
    """Health, since 2.0."""

    schema_version: Version | None = member(
        "SchemaVersion", "Version", "2.0", "docs wsl", default=None
    )
    """Version, since 2.0."""

    telemetry: Telemetry | None = member(
        "Telemetry", "Telemetry", "2.0", "docs", default=None
    )
    """Telemetry, since 2.0."""

    state: int | None = member(
        "State", "uint16", "2.0", "docs", default=None
    )
    """uint16, since 2.0."""

    virtual_machine_id: str | None = member(
        "VirtualMachineId", "guid", "2.0", "docs wsl", default=None
    )
    """Guid, since 2.0."""

    mirrored_interfaces: Sequence[GuestNetworkServiceInterface] | None = member(
        "MirroredInterfaces", "array<GuestNetworkServiceInterface>", "2.2", "docs", default=None
    )
    """Array<GuestNetworkServiceInterface>, since 2.2."""

    mirror_host_networking: bool | None = member(
        "MirrorHostNetworking", "bool", "2.5", "docs wsl", default=None
    )
    """Bool, since 2.5."""

    gns_rpc_server_information: RpcConnectionInformation | None = member(
        "GnsRpcServerInformation", "RpcConnectionInformation", "2.11", "docs wsl", default=None
    )
    """RpcConnectionInformation, since 2.11."""

    flags: GuestNetworkServiceFlags | int | str | None = member(
        "Flags", "GuestNetworkServiceFlags", "2.12", "docs wsl", default=None
    )
    """GuestNetworkServiceFlags, since 2.12."""


class GuestNetworkServiceInterface(Document):
    """Document type `GuestNetworkServiceInterface`.

    Since schema 2.2; source: the published schema.
    """

    __published__ = "hcn.GuestNetworkServiceInterface"

    endpoint_id: str | None = member(
        "EndpointId", "guid", "2.2", "docs", default=None
    )
    """Guid, since 2.2."""

    interface_guid: str | None = member(
        "InterfaceGuid", "guid", "2.2", "docs", default=None
    )
    """Guid, since 2.2."""

    state: GuestNetworkServiceInterfaceState | str | int | None = member(
        "State", "GuestNetworkServiceInterfaceState", "2.2", "docs", default=None
    )
    """GuestNetworkServiceInterfaceState, since 2.2."""

    missed_notifications: GuestNetworkServiceNotificationType | str | int | None = member(
        "MissedNotifications", "GuestNetworkServiceNotificationType", "2.7", "docs", default=None
    )
    """GuestNetworkServiceNotificationType, since 2.7."""


class GuestNetworkServiceNotificationData(Document):
    """Document type `GuestNetworkServiceNotificationData`.

    Since schema 2.2; source: the published schema.
    """

    __published__ = "hcn.GuestNetworkServiceNotificationData"

    state: GuestNetworkServiceState | str | int | None = member(
        "State", "GuestNetworkServiceState", "2.2", "docs", default=None
    )
    """GuestNetworkServiceState, since 2.2."""

    interfaces: Sequence[GuestNetworkServiceInterface] | None = member(
        "Interfaces", "array<GuestNetworkServiceInterface>", "2.2", "docs", default=None
    )
    """Array<GuestNetworkServiceInterface>, since 2.2."""


class GuestNetworkServiceStateRequest(Document):
    """Document type `GuestNetworkServiceStateRequest`.

    Since schema 2.0; source: the published schema, the WSL service.
    """

    __published__ = "hcn.GuestNetworkServiceStateRequest"

    state: GuestNetworkServiceState | str | int | None = member(
        "State", "GuestNetworkServiceState", "2.0", "docs wsl", default=None
    )
    """GuestNetworkServiceState, since 2.0."""


class GuestService(Document):
    """Document type `GuestService`.

    Since schema 2.0; source: the published schema.
    """

    __published__ = "hcn.GuestService"

    id: str | None = member(
        "ID", "guid", "2.0", "docs", default=None
    )
    """Guid, since 2.0."""

    owner: str | None = member(
        "Owner", "string", "2.0", "docs", default=None
    )
    """String, since 2.0."""

    name: str | None = member(
        "Name", "string", "2.0", "docs", default=None
    )
    """String, since 2.0."""

    version: int | None = member(
        "Version", "uint64", "2.0", "docs", default=None
    )
    """uint64, since 2.0."""

    additional_params: Any | None = member(
        "AdditionalParams", "any", "2.0", "docs", default=None
    )
    """Any, since 2.0."""

    health: Health | None = member(
        "Health", "Health", "2.0", "docs", default=None
    )
    """Health, since 2.0."""

    schema_version: Version | None = member(
        "SchemaVersion", "Version", "2.0", "docs", default=None
    )
    """Version, since 2.0."""

    telemetry: Telemetry | None = member(
        "Telemetry", "Telemetry", "2.0", "docs", default=None
    )
    """Telemetry, since 2.0."""

    state: int | None = member(
        "State", "uint16", "2.0", "docs", default=None
    )
    """uint16, since 2.0."""

    service_id: str | None = member(
        "ServiceId", "guid", "2.0", "docs", default=None
    )
    """Guid, since 2.0."""

    base64_encoded_data: str | None = member(
        "Base64EncodedData", "string", "2.0", "docs", default=None
    )
    """String, since 2.0."""


class ModifyGuestDeviceSettingRequest(Document):
    """Document type `ModifyGuestDeviceSettingRequest`.

    Source: the WSL service.
    """

    __published__ = "hcn.ModifyGuestDeviceSettingRequest"

    target_device_name: str | None = member(
        "targetDeviceName", "string", None, "wsl", default=None
    )
    """String; known from the WSL service."""


class ModifyGuestEndpointSettingRequest(Document):
    """Document type `ModifyGuestEndpointSettingRequest`.

    Since schema 2.0; source: the published schema, the WSL service.
    """

    __published__ = "hcn.ModifyGuestEndpointSettingRequest"

    resource_uri: str | None = member(
        "ResourceUri", "string", "2.0", "docs", default=None
    )
    """String, since 2.0."""

    request_type: ModifyRequestType | str | int | None = member(
        "RequestType", "ModifyRequestType", "2.0", "docs wsl", default=None
    )
    """ModifyRequestType, since 2.0."""

    resource_type: GuestEndpointResourceType | str | int | None = member(
        "ResourceType", "GuestEndpointResourceType", "2.0", "docs wsl", default=None
    )
    """GuestEndpointResourceType, since 2.0."""

    settings: Any | None = member(
        "Settings", "any by ResourceType", "2.0", "docs wsl", default=None
    )
    """Any by ResourceType, since 2.0."""

    target_device_name: str | None = member(
        "targetDeviceName", "string", None, "wsl", default=None
    )
    """String; known from the WSL service."""


class ModifyGuestNamespaceSettingRequest(Document):
    """Document type `ModifyGuestNamespaceSettingRequest`.

    Since schema 2.0; source: the published schema.
    """

    __published__ = "hcn.ModifyGuestNamespaceSettingRequest"

    resource_uri: str | None = member(
        "ResourceUri", "string", "2.0", "docs", default=None
    )
    """String, since 2.0."""

    request_type: ModifyRequestType | str | int | None = member(
        "RequestType", "ModifyRequestType", "2.0", "docs", default=None
    )
    """ModifyRequestType, since 2.0."""

    resource_type: GuestNamespaceResourceType | str | int | None = member(
        "ResourceType", "GuestNamespaceResourceType", "2.0", "docs", default=None
    )
    """GuestNamespaceResourceType, since 2.0."""

    settings: Any | None = member(
        "Settings", "any by ResourceType", "2.0", "docs", default=None
    )
    """Any by ResourceType, since 2.0."""


class ModifyGuestNetworkServiceSettingRequest(Document):
    """Document type `ModifyGuestNetworkServiceSettingRequest`.

    Since schema 2.0; source: the published schema, the WSL service.
    """

    __published__ = "hcn.ModifyGuestNetworkServiceSettingRequest"

    resource_uri: str | None = member(
        "ResourceUri", "string", "2.0", "docs", default=None
    )
    """String, since 2.0."""

    request_type: ModifyRequestType | str | int | None = member(
        "RequestType", "ModifyRequestType", "2.0", "docs wsl", default=None
    )
    """ModifyRequestType, since 2.0."""

    resource_type: GuestNetworkServiceResourceType | str | int | None = member(
        "ResourceType", "GuestNetworkServiceResourceType", "2.0", "docs wsl", default=None
    )
    """GuestNetworkServiceResourceType, since 2.0."""

    settings: Any | None = member(
        "Settings", "any by ResourceType", "2.0", "docs wsl", default=None
    )
    """Any by ResourceType, since 2.0."""


class GuestNamespaceResource(Document):
    """Document type `NamespaceResource_2`.

    Published name NamespaceResource_2; since schema 2.0; source: the published schema.
    """

    __published__ = "hcn.NamespaceResource_2"

    endpoint_id: str | None = member(
        "EndpointId", "guid", "2.0", "docs", default=None
    )
    """Guid, since 2.0."""

    container_id: str | None = member(
        "ContainerId", "guid", "2.0", "docs", default=None
    )
    """Guid, since 2.0."""


class RpcConnectionInformation(Document):
    """Document type `RpcConnectionInformation`.

    Since schema 2.11; source: the published schema, the WSL service.
    """

    __published__ = "hcn.RpcConnectionInformation"

    network_address: str | None = member(
        "NetworkAddress", "string", "2.11", "docs", default=None
    )
    """String, since 2.11."""

    endpoint_address: str | None = member(
        "EndpointAddress", "string", "2.11", "docs", default=None
    )
    """String, since 2.11."""

    endpoint_type: RpcEndpointType | str | int | None = member(
        "EndpointType", "RpcEndpointType", "2.13", "docs wsl", default=None
    )
    """RpcEndpointType, since 2.13."""

    object_uuid: str | None = member(
        "ObjectUuid", "guid", "2.13", "docs wsl", default=None
    )
    """Guid, since 2.13."""
