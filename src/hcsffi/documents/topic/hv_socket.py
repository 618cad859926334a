"""Hyper-V sockets of containers and virtual machines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

from hcsffi.documents.document import Document, member

if TYPE_CHECKING:
    from collections.abc import Mapping


@define(frozen=True, kw_only=True)
class ContainerHvSocket(Document, published="hcs.Container_HvSocket", since="2.0", sources="docs dump hcsshim hcs-rs"):
    """Hyper-V sockets of a container."""

    config: HvSocketSystemConfig | None = member("Config", "HvSocketSystemConfig", "2.0", "docs dump hcsshim hcs-rs")
    enable_power_shell_direct: bool | None = member("EnablePowerShellDirect", "bool", "2.0", "docs dump hcsshim hcs-rs")


@define(frozen=True, kw_only=True)
class VirtualMachineHvSocket(Document, published="hcs.VirtualMachine_HvSocket", since="2.1", sources="docs dump hcsshim wsl hcs-rs zlayer"):
    """Hyper-V sockets of a virtual machine."""

    hv_socket_config: HvSocketSystemConfig | None = member(
        "HvSocketConfig", "HvSocketSystemConfig", "2.1", "docs dump hcsshim wsl hcs-rs zlayer"
    )


@define(frozen=True, kw_only=True)
class HvSocketSystemConfig(Document, published="hcs.HvSocketSystemConfig", since="2.0", sources="docs dump hcsshim wsl hcs-rs zlayer"):
    """Who may bind and connect to which Hyper-V socket service."""

    default_bind_security_descriptor: str | None = member(
        "DefaultBindSecurityDescriptor", "string", "2.0", "docs dump hcsshim wsl hcs-rs zlayer", rule="sddl"
    )
    default_connect_security_descriptor: str | None = member(
        "DefaultConnectSecurityDescriptor", "string", "2.0", "docs dump hcsshim wsl hcs-rs zlayer", rule="sddl"
    )
    # map-key: dump map<string,HvSocketServiceConfig>; hcsshim map<string,HvSocketServiceConfig>; zlayer map<string,HvSocketServiceConfig>;
    # the key text must parse as the published type.
    service_table: Mapping[str, HvSocketServiceConfig] | None = member(
        "ServiceTable", "map<guid,HvSocketServiceConfig>", "2.0", "docs dump hcsshim hcs-rs zlayer", "Service GUID to access rules."
    )


@define(frozen=True, kw_only=True)
class HvSocketServiceConfig(Document, published="hcs.HvSocketServiceConfig", since="2.0", sources="docs dump hcsshim hcs-rs zlayer"):
    """Access rules of one Hyper-V socket service."""

    bind_security_descriptor: str | None = member("BindSecurityDescriptor", "string", "2.0", "docs dump hcsshim hcs-rs zlayer", rule="sddl")
    connect_security_descriptor: str | None = member(
        "ConnectSecurityDescriptor", "string", "2.0", "docs dump hcsshim hcs-rs zlayer", rule="sddl"
    )
    allow_wildcard_binds: bool | None = member("AllowWildcardBinds", "bool", "2.0", "docs dump hcsshim hcs-rs zlayer")
    disabled: bool | None = member("Disabled", "bool", None, "hcsshim zlayer")


@define(frozen=True, kw_only=True)
class HvSocketAddress(Document, published="hcs.HvSocketAddress", since="2.1", sources="docs dump hcsshim hcs-rs"):
    """Addresses of both ends of a guest's Hyper-V sockets."""

    # string-format: hcsshim string; the published format is kept, other texts pass (the next 2 rows).
    local_address: str | None = member("LocalAddress", "guid", "2.1", "docs dump hcsshim hcs-rs")
    parent_address: str | None = member("ParentAddress", "guid", "2.1", "docs dump hcsshim hcs-rs")
