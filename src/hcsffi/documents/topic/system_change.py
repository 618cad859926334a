"""What is done with a live system: changes, pausing, saving, shutting down, crashing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import TextEnum

if TYPE_CHECKING:
    from typing import Any


@define(frozen=True, kw_only=True)
class ModifySettingRequest(
    Document,
    published="hcs.ModifySettingRequest",
    since="2.0",
    sources="docs dump hcsshim wsl hcs-rs zlayer",
    rules=("at least one of ResourcePath GuestRequest: HcsModifyComputeSystem",),
):
    """One change to a live system."""

    resource_path: str | None = member("ResourcePath", "string", "2.1", "docs dump hcsshim wsl hcs-rs zlayer")
    request_type: ModifyRequestType | None = member("RequestType", "ModifyRequestType", "2.0", "docs dump hcsshim wsl hcs-rs zlayer")
    settings: Any | None = member(
        "Settings", "any by ResourcePath", "2.0", "docs dump hcsshim wsl hcs-rs zlayer", "Shape depends on ResourcePath; may be a number."
    )
    guest_request: Any | None = member(
        "GuestRequest", "any as GuestModifySettingRequest", "2.1", "docs dump hcsshim hcs-rs zlayer", "What the guest agent has to change."
    )


class ModifyRequestType(TextEnum, published="hcs.ModifyRequestType", since="2.0", sources="docs dump hcsshim wsl hcs-rs zlayer"):
    """What a change does with a resource."""

    # enum-values: hcsshim PreAdd; values outside the published list are kept and marked.
    ADD = "Add"
    REMOVE = "Remove"
    UPDATE = "Update"
    PRE_ADD = "PreAdd", None, "hcsshim"


@define(frozen=True, kw_only=True)
class GuestModifySettingRequest(Document, published="hcs.GuestModifySettingRequest", since="2.1", sources="docs dump hcsshim hcs-rs"):
    """A change the guest agent makes."""

    resource_type: ModifyResourceType | None = member("ResourceType", "ModifyResourceType", "2.1", "docs dump hcsshim hcs-rs")
    request_type: ModifyRequestType | None = member("RequestType", "ModifyRequestType", "2.1", "docs dump hcsshim hcs-rs")
    settings: Any | None = member("Settings", "any by ResourceType", "2.1", "docs dump hcsshim hcs-rs")


class ModifyResourceType(TextEnum, published="hcs.ModifyResourceType", since="2.0", sources="docs dump hcsshim hcs-rs"):
    """What the guest agent changes; selects the settings."""

    # enum-values: hcsshim CWCOWCombinedLayers, ContainerConstraints, HvSocket, MappedVirtualDiskForContainerScratch, Network,
    # PodCgroupMemoryLimit, SCSIDevice, SecurityPolicy, SecurityPolicyFragment, VPCIDevice, VPMemDevice, WCOWBlockCims; values outside the
    # published list are kept and marked.
    MEMORY = "Memory", "2.0", "docs dump hcs-rs"
    MAPPED_DIRECTORY = "MappedDirectory"
    MAPPED_PIPE = "MappedPipe", "2.0", "docs dump hcs-rs"
    MAPPED_VIRTUAL_DISK = "MappedVirtualDisk"
    COMBINED_LAYERS = "CombinedLayers"
    NETWORK_NAMESPACE = "NetworkNamespace", "2.1", "docs dump hcsshim hcs-rs"
    CIM_MOUNT = "CimMount", "2.3", "docs dump"
    SCSI_DEVICE = "SCSIDevice", None, "hcsshim"
    MAPPED_VIRTUAL_DISK_FOR_CONTAINER_SCRATCH = "MappedVirtualDiskForContainerScratch", None, "hcsshim"
    WCOW_BLOCK_CIMS = "WCOWBlockCims", None, "hcsshim"
    NETWORK = "Network", None, "hcsshim"
    CWCOW_COMBINED_LAYERS = "CWCOWCombinedLayers", None, "hcsshim"
    VPMEM_DEVICE = "VPMemDevice", None, "hcsshim"
    VPCI_DEVICE = "VPCIDevice", None, "hcsshim"
    CONTAINER_CONSTRAINTS = "ContainerConstraints", None, "hcsshim"
    HV_SOCKET = "HvSocket", None, "hcsshim"
    SECURITY_POLICY = "SecurityPolicy", None, "hcsshim"
    SECURITY_POLICY_FRAGMENT = "SecurityPolicyFragment", None, "hcsshim"
    POD_CGROUP_MEMORY_LIMIT = "PodCgroupMemoryLimit", None, "hcsshim"


@define(frozen=True, kw_only=True)
class PauseOptions(Document, published="hcs.PauseOptions", since="2.0", sources="docs dump hcsshim hcs-rs"):
    """How deep to pause, and why."""

    # enum-as-string: hcsshim string; the published enum is kept, unknown texts pass.
    suspension_level: PauseSuspensionLevel | None = member("SuspensionLevel", "PauseSuspensionLevel", "2.0", "docs dump hcsshim")
    hosted_notification: PauseNotification | None = member("HostedNotification", "PauseNotification", "2.1", "docs dump hcsshim hcs-rs")


class PauseSuspensionLevel(TextEnum, published="hcs.PauseSuspensionLevel", since="2.0", sources="docs dump hcs-rs"):
    """How deep a system is paused."""

    SUSPEND = "Suspend"
    MEMORY_LOW = "MemoryLow"
    MEMORY_MEDIUM = "MemoryMedium"
    MEMORY_HIGH = "MemoryHigh"


@define(frozen=True, kw_only=True)
class PauseNotification(Document, published="hcs.PauseNotification", since="2.1", sources="docs dump hcsshim hcs-rs"):
    """Why a system is paused."""

    # enum-as-string: hcsshim string; the published enum is kept, unknown texts pass.
    reason: PauseReason | None = member("Reason", "PauseReason", "2.1", "docs dump hcsshim hcs-rs")


class PauseReason(TextEnum, published="hcs.PauseReason", since="2.1", sources="docs dump hcs-rs"):
    """Why a system is paused."""

    NONE = "None"
    SAVE = "Save"
    TEMPLATE = "Template"


@define(frozen=True, kw_only=True)
class SaveOptions(
    Document,
    published="hcs.SaveOptions",
    since="2.1",
    sources="docs dump hcsshim hcs-rs",
    rules=("SaveStateFilePath if SaveType is absent ToFile: hcsshim",),
):
    """Where and how to save."""

    # enum-as-string: hcsshim string; the published enum is kept, unknown texts pass.
    save_type: SaveType | None = member("SaveType", "SaveType", "2.1", "docs dump hcsshim hcs-rs")
    save_state_file_path: str | None = member("SaveStateFilePath", "string", "2.1", "docs dump hcsshim hcs-rs")


class SaveType(TextEnum, published="hcs.SaveType", since="2.1", sources="docs dump hcs-rs"):
    """Whether a saved system becomes a template."""

    TO_FILE = "ToFile"
    AS_TEMPLATE = "AsTemplate"


@define(frozen=True, kw_only=True)
class ShutdownOptions(Document, published="hcs.ShutdownOptions", since="2.5", sources="docs dump"):
    """How to shut a guest down; 2.5; older hosts want no document."""

    mechanism: ShutdownMechanism | None = member("Mechanism", "ShutdownMechanism", "2.5", "docs dump")
    type: ShutdownType | None = member("Type", "ShutdownType", "2.5", "docs dump")
    force: bool | None = member("Force", "bool", "2.5", "docs dump")
    reason: str | None = member("Reason", "string", "2.5", "docs dump")


class ShutdownMechanism(TextEnum, published="hcs.ShutdownMechanism", since="2.5", sources="docs dump"):
    """Over what a shutdown is asked for."""

    GUEST_CONNECTION = "GuestConnection"
    INTEGRATION_SERVICE = "IntegrationService"


class ShutdownType(TextEnum, published="hcs.ShutdownType", since="2.5", sources="docs dump"):
    """What the guest does when it is shut down."""

    SHUTDOWN = "Shutdown"
    HIBERNATE = "Hibernate"
    REBOOT = "Reboot"


@define(frozen=True, kw_only=True)
class CrashOptions(Document, published="hcs.CrashOptions", since="2.3", sources="docs dump"):
    """How to make a guest crash."""

    type: CrashType | None = member("Type", "CrashType", "2.3", "docs dump")


class CrashType(TextEnum, published="hcs.CrashType", since="2.3", sources="docs dump"):
    """How a guest is made to crash."""

    CRASH_GUEST = "CrashGuest"
