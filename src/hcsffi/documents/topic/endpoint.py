"""Endpoints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import FlagsEnum, TextEnum

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from hcsffi.documents.topic.entity import Health, ModifyRequestType, Telemetry, Version
    from hcsffi.documents.topic.network import DNS, IpConfig, Route


@define(frozen=True, kw_only=True)
class HostComputeEndpoint(Document, published="hcn.HostComputeEndpoint", since="2.0", sources="docs hcsshim wsl zlayer"):
    """A port on a network; one NIC."""

    # string-format: hcsshim string; zlayer string; the published format is kept, other texts pass.
    # letter-case: zlayer Id; the published spelling is written, both are read.
    id: str | None = member("ID", "guid", "2.0", "docs hcsshim zlayer", spellings=("Id",))
    owner: str | None = member("Owner", "string", "2.0", "docs")
    name: str | None = member("Name", "string", "2.0", "docs hcsshim zlayer", rule="up to 256 letters: chosen")
    version: int | None = member("Version", "uint64", "2.0", "docs")
    additional_params: Any | None = member("AdditionalParams", "any", "2.0", "docs")
    health: Health | None = member("Health", "Health", "2.0", "docs hcsshim")
    schema_version: Version | None = member("SchemaVersion", "Version", "2.0", "docs hcsshim wsl zlayer")
    telemetry: Telemetry | None = member("Telemetry", "Telemetry", "2.0", "docs")
    state: int | None = member("State", "uint16", "2.0", "docs")
    # string-format: hcsshim string; zlayer string; the published format is kept, other texts pass (the next 2 rows).
    host_compute_network: str | None = member("HostComputeNetwork", "guid", "2.0", "docs hcsshim wsl zlayer")
    host_compute_namespace: str | None = member("HostComputeNamespace", "guid", "2.0", "docs hcsshim zlayer")
    # untyped: wsl array<any>; zlayer array<any>; the published type is kept, unknown shapes pass where it is open.
    policies: Sequence[EndpointPolicy] | None = member("Policies", "array<EndpointPolicy>", "2.0", "docs hcsshim wsl zlayer")
    # letter-case: zlayer IPConfigurations; the published spelling is written, both are read.
    ip_configurations: Sequence[IpConfig] | None = member(
        "IpConfigurations", "array<IpConfig>", "2.0", "docs hcsshim wsl zlayer", spellings=("IPConfigurations",)
    )
    dns: DNS | None = member("Dns", "DNS", "2.0", "docs hcsshim zlayer")
    routes: Sequence[Route] | None = member("Routes", "array<Route>", "2.0", "docs hcsshim zlayer")
    mac_address: str | None = member(
        "MacAddress", "string", "2.0", "docs hcsshim zlayer", "Six pairs with '-'; a form without separators was refused.", rule="mac"
    )
    # enum-as-number: zlayer uint32; the number is written: the service refuses the text (0x803B001B).
    flags: EndpointFlags | None = member("Flags", "EndpointFlags", "2.0", "docs hcsshim zlayer", "Bit field; written as a number.")


class EndpointFlags(FlagsEnum, published="hcn.EndpointFlags", since="2.0", sources="docs hcsshim"):
    """Bits that change how an endpoint works."""

    # enum-wire: hcsshim number; the number is written: the service refuses the text (0x803B001B).
    NONE = 0, "None"
    REMOTE_ENDPOINT = 1, "RemoteEndpoint"
    DISABLE_INTER_COMPUTE_COMMUNICATION = 2, "DisableInterComputeCommunication", "2.0", "docs numeric-doc"
    ENABLE_MIRRORING = 4, "EnableMirroring", "2.0", "docs inferred"
    ENABLE_LOW_INTERFACE_METRIC = 8, "EnableLowInterfaceMetric", "2.0", "docs inferred"
    OVERRIDE_DNS_SERVER_ORDER = 16, "OverrideDNSServerOrder", "2.0", "docs inferred"
    ENABLE_DHCP = 32, "EnableDhcp", "2.0", "docs user-measured"


@define(frozen=True, kw_only=True)
class EndpointPolicy(Document, published="hcn.EndpointPolicy", since="2.0", sources="docs hcsshim wsl zlayer"):
    """A policy of an endpoint: its type, and settings of that type."""

    type: EndpointPolicyType | None = member("Type", "EndpointPolicyType", "2.0", "docs hcsshim wsl zlayer", rule="needed: HNS schema")
    settings: Any | None = member("Settings", "any by Type", "2.0", "docs hcsshim wsl zlayer")


class EndpointPolicyType(TextEnum, published="hcn.EndpointPolicyType", since="2.0", sources="docs hcsshim wsl zlayer", numeric=True):
    """Which policy of an endpoint it is; selects the settings."""

    # enum-values: wsl Firewall; zlayer NetworkACL, NetworkL4Proxy; values outside the published list are kept and marked.
    PORT_MAPPING = "PortMapping", "2.0", "docs hcsshim zlayer"
    ACL = "ACL", "2.0", "docs hcsshim zlayer"
    QOS = "QOS", "2.0", "docs hcsshim zlayer"
    L2_DRIVER = "L2Driver", "2.0", "docs hcsshim"
    OUT_BOUND_NAT = "OutBoundNAT", "2.0", "docs hcsshim zlayer"
    SDN_ROUTE = "SDNRoute", "2.0", "docs hcsshim zlayer"
    L4_PROXY = "L4Proxy", "2.0", "docs hcsshim zlayer"
    L4_WFPPROXY = "L4WFPPROXY", "2.5", "docs hcsshim zlayer"
    PROVIDER_ADDRESS = "ProviderAddress", "2.0", "docs hcsshim zlayer"
    PORT_NAME = "PortName", "2.0", "docs hcsshim wsl zlayer", 9
    ENCAP_OVERHEAD = "EncapOverhead", "2.0", "docs hcsshim zlayer"
    INTERFACE_CONSTRAINT = "InterfaceConstraint", "2.0", "docs hcsshim zlayer"
    ENCRYPTION = "Encryption", "2.1", "docs"
    VLAN = "VLAN", "2.4", "docs"
    INTERFACE_PARAMETERS = "InterfaceParameters", "2.4", "docs"
    IOV = "Iov", "2.9", "docs hcsshim zlayer"
    TIER_ACL = "TierAcl", "2.10", "docs hcsshim zlayer"
    FIREWALL = "Firewall", None, "wsl", 18
    NETWORK_ACL = "NetworkACL", None, "zlayer"
    NETWORK_L4_PROXY = "NetworkL4Proxy", None, "zlayer"


@define(frozen=True, kw_only=True)
class EndpointAdditionalParams(Document, published="hcn.EndpointAdditionalParams", since="2.0", sources="docs"):
    """The switch and the port an endpoint sits at."""

    switch_id: str | None = member("SwitchId", "guid", "2.0", "docs")
    switch_port_id: str | None = member("SwitchPortId", "guid", "2.0", "docs")


@define(frozen=True, kw_only=True)
class EndpointStats(Document, published="hcn.EndpointStats", sources="zlayer"):
    """Traffic of an endpoint."""

    endpoint_id: str | None = member("EndpointId", "string", None, "zlayer", rule="guid")
    instance_id: str | None = member("InstanceId", "string", None, "zlayer")
    bytes_received: int | None = member("BytesReceived", "uint64", None, "zlayer", unit="bytes")
    bytes_sent: int | None = member("BytesSent", "uint64", None, "zlayer", unit="bytes")
    packets_received: int | None = member("PacketsReceived", "uint64", None, "zlayer")
    packets_sent: int | None = member("PacketsSent", "uint64", None, "zlayer")
    dropped_packets_incoming: int | None = member("DroppedPacketsIncoming", "uint64", None, "zlayer")
    dropped_packets_outgoing: int | None = member("DroppedPacketsOutgoing", "uint64", None, "zlayer")


@define(frozen=True, kw_only=True)
class ModifyEndpointSettingRequest(Document, published="hcn.ModifyEndpointSettingRequest", since="2.0", sources="docs hcsshim zlayer"):
    """One change to an endpoint."""

    resource_uri: str | None = member("ResourceUri", "string", "2.0", "docs")
    request_type: ModifyRequestType | None = member("RequestType", "ModifyRequestType", "2.0", "docs hcsshim zlayer")
    # enum-as-string: zlayer string; the published enum is kept, unknown texts pass.
    resource_type: EndpointResourceType | None = member("ResourceType", "EndpointResourceType", "2.0", "docs hcsshim zlayer")
    settings: Any | None = member("Settings", "any by ResourceType", "2.0", "docs hcsshim zlayer")


class EndpointResourceType(TextEnum, published="hcn.EndpointResourceType", since="2.0", sources="docs hcsshim", numeric=True):
    """What of an endpoint a change is about."""

    PORT = "Port", "2.0", "docs hcsshim numeric-doc", 0
    POLICY = "Policy", "2.0", "docs hcsshim inferred", 1


@define(frozen=True, kw_only=True)
class PolicyEndpointRequest(Document, published="hcn.PolicyEndpointRequest", since="2.0", sources="docs hcsshim"):
    """Policies to add to or remove from an endpoint."""

    policies: Sequence[EndpointPolicy] | None = member("Policies", "array<EndpointPolicy>", "2.0", "docs hcsshim")


@define(frozen=True, kw_only=True)
class VmEndpointRequest(Document, published="hcn.VmEndpointRequest", since="2.0", sources="docs hcsshim"):
    """The virtual machine and port an endpoint is attached to."""

    port_id: str | None = member("PortId", "guid", "2.0", "docs hcsshim")
    virtual_nic_name: str | None = member("VirtualNicName", "string", "2.0", "docs hcsshim")
    virtual_machine_id: str | None = member("VirtualMachineId", "guid", "2.0", "docs hcsshim")
