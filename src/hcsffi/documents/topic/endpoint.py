"""Endpoints.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import FlagsEnum, TextEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from hcsffi.documents.topic.network import DNS, Health, IpConfig, Route, Telemetry
    from hcsffi.documents.topic.network_service import ModifyRequestType, Version
    from hcsffi.documents.topic.policy import EndpointPolicy

class EndpointFlags(FlagsEnum):
    """Bits that change how an endpoint works.

    Since schema 2.0; source: the published schema, hcsshim.
    Kept: EndpointFlags enum-wire: hcsshim number; the number is written: the service refuses the text (0x803B001B).
    """

    __published__ = "hcn.EndpointFlags"
    __texts__ = {"None": 0, "RemoteEndpoint": 1, "DisableInterComputeCommunication": 2, "EnableMirroring": 4, "EnableLowInterfaceMetric": 8, "OverrideDNSServerOrder": 16, "EnableDhcp": 32}

    NONE = 0
    REMOTE_ENDPOINT = 1
    DISABLE_INTER_COMPUTE_COMMUNICATION = 2
    ENABLE_MIRRORING = 4
    ENABLE_LOW_INTERFACE_METRIC = 8
    OVERRIDE_DNS_SERVER_ORDER = 16
    ENABLE_DHCP = 32


class EndpointResourceType(TextEnum):
    """Known values of `EndpointResourceType`.

    Since schema 2.0; source: the published schema, hcsshim.
    """

    __published__ = "hcn.EndpointResourceType"
    __numeric__ = True

    PORT = "Port"
    POLICY = "Policy"


class EndpointAdditionalParams(Document):
    """Document type `EndpointAdditionalParams`.

    Since schema 2.0; source: the published schema.
    """

    __published__ = "hcn.EndpointAdditionalParams"

    switch_id: str | None = member(
        "SwitchId", "guid", "2.0", "docs", default=None
    )
    """Guid, since 2.0."""

    switch_port_id: str | None = member(
        "SwitchPortId", "guid", "2.0", "docs", default=None
    )
    """Guid, since 2.0."""


class EndpointStats(Document):
    """Document type `EndpointStats`.

    Source: zlayer.
    """

    __published__ = "hcn.EndpointStats"

    endpoint_id: str | None = member(
        "EndpointId", "string", None, "zlayer", default=None
    )
    """String; known from zlayer."""

    instance_id: str | None = member(
        "InstanceId", "string", None, "zlayer", default=None
    )
    """String; known from zlayer."""

    bytes_received: int | None = member(
        "BytesReceived", "uint64", None, "zlayer", default=None
    )
    """uint64; known from zlayer."""

    bytes_sent: int | None = member(
        "BytesSent", "uint64", None, "zlayer", default=None
    )
    """uint64; known from zlayer."""

    packets_received: int | None = member(
        "PacketsReceived", "uint64", None, "zlayer", default=None
    )
    """uint64; known from zlayer."""

    packets_sent: int | None = member(
        "PacketsSent", "uint64", None, "zlayer", default=None
    )
    """uint64; known from zlayer."""

    dropped_packets_incoming: int | None = member(
        "DroppedPacketsIncoming", "uint64", None, "zlayer", default=None
    )
    """uint64; known from zlayer."""

    dropped_packets_outgoing: int | None = member(
        "DroppedPacketsOutgoing", "uint64", None, "zlayer", default=None
    )
    """uint64; known from zlayer."""


class HostComputeEndpoint(Document):
    """A port on a network; one NIC.

    Since schema 2.0; source: the published schema, hcsshim, the WSL service, zlayer.
    """

    __published__ = "hcn.HostComputeEndpoint"

    id: str | None = member(
        "ID", "guid", "2.0", "docs hcsshim zlayer", spellings=("Id",), default=None
    )
    """Guid, since 2.0."""

    owner: str | None = member(
        "Owner", "string", "2.0", "docs", default=None
    )
    """String, since 2.0."""

    name: str | None = member(
        "Name", "string", "2.0", "docs hcsshim zlayer", default=None
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
        "Health", "Health", "2.0", "docs hcsshim", default=None
    )
    """Health, since 2.0."""

    schema_version: Version | None = member(
        "SchemaVersion", "Version", "2.0", "docs hcsshim wsl zlayer", default=None
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

    host_compute_network: str | None = member(
        "HostComputeNetwork", "guid", "2.0", "docs hcsshim wsl zlayer", default=None
    )
    """Guid, since 2.0."""

    host_compute_namespace: str | None = member(
        "HostComputeNamespace", "guid", "2.0", "docs hcsshim zlayer", default=None
    )
    """Guid, since 2.0."""

    policies: Sequence[EndpointPolicy] | None = member(
        "Policies", "array<EndpointPolicy>", "2.0", "docs hcsshim wsl zlayer", default=None
    )
    """Array<EndpointPolicy>, since 2.0."""

    ip_configurations: Sequence[IpConfig] | None = member(
        "IpConfigurations", "array<IpConfig>", "2.0", "docs hcsshim wsl zlayer", spellings=("IPConfigurations",), default=None
    )
    """Array<IpConfig>, since 2.0."""

    dns: DNS | None = member(
        "Dns", "DNS", "2.0", "docs hcsshim zlayer", default=None
    )
    """DNS, since 2.0."""

    routes: Sequence[Route] | None = member(
        "Routes", "array<Route>", "2.0", "docs hcsshim zlayer", default=None
    )
    """Array<Route>, since 2.0."""

    mac_address: str | None = member(
        "MacAddress", "string", "2.0", "docs hcsshim zlayer", default=None
    )
    """Six pairs with '-'; a form without separators was refused (string, since 2.0)."""

    flags: EndpointFlags | int | str | None = member(
        "Flags", "EndpointFlags", "2.0", "docs hcsshim zlayer", default=None
    )
    """Bit field; written as a number (EndpointFlags, since 2.0)."""


class ModifyEndpointSettingRequest(Document):
    """One change to an endpoint.

    Since schema 2.0; source: the published schema, hcsshim, zlayer.
    """

    __published__ = "hcn.ModifyEndpointSettingRequest"

    resource_uri: str | None = member(
        "ResourceUri", "string", "2.0", "docs", default=None
    )
    """String, since 2.0."""

    request_type: ModifyRequestType | str | int | None = member(
        "RequestType", "ModifyRequestType", "2.0", "docs hcsshim zlayer", default=None
    )
    """ModifyRequestType, since 2.0."""

    resource_type: EndpointResourceType | str | int | None = member(
        "ResourceType", "EndpointResourceType", "2.0", "docs hcsshim zlayer", default=None
    )
    """EndpointResourceType, since 2.0."""

    settings: Any | None = member(
        "Settings", "any by ResourceType", "2.0", "docs hcsshim zlayer", default=None
    )
    """Any by ResourceType, since 2.0."""


class VmEndpointRequest(Document):
    """Document type `VmEndpointRequest`.

    Since schema 2.0; source: the published schema, hcsshim.
    """

    __published__ = "hcn.VmEndpointRequest"

    port_id: str | None = member(
        "PortId", "guid", "2.0", "docs hcsshim", default=None
    )
    """Guid, since 2.0."""

    virtual_nic_name: str | None = member(
        "VirtualNicName", "string", "2.0", "docs hcsshim", default=None
    )
    """String, since 2.0."""

    virtual_machine_id: str | None = member(
        "VirtualMachineId", "guid", "2.0", "docs hcsshim", default=None
    )
    """Guid, since 2.0."""
