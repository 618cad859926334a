"""Version, kind, state and end of a compute system."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import TextEnum

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hcsffi.documents.topic.failure import AttributionRecord


@define(frozen=True, kw_only=True)
class Version(Document, published="hcs.Version", since="2.0", sources="docs dump hcsshim wsl hcs-rs zlayer"):
    """Major.Minor; a minor version includes all smaller ones."""

    # integer-width: hcsshim int32; the published width is kept, narrower code was generated (the next 2 rows).
    major: int | None = member("Major", "uint32", "2.0", "docs dump hcsshim wsl hcs-rs zlayer")
    minor: int | None = member("Minor", "uint32", "2.0", "docs dump hcsshim wsl hcs-rs zlayer")


class SystemType(TextEnum, published="hcs.SystemType", since="2.1", sources="docs dump wsl hcs-rs"):
    """Whether a system is a container or a virtual machine."""

    # enum-values: dump Host; hcs-rs Host; values outside the published list are kept and marked.
    CONTAINER = "Container", "2.1", "docs dump hcs-rs"
    VIRTUAL_MACHINE = "VirtualMachine", "2.1", "docs dump wsl hcs-rs", 1
    HOST = "Host", None, "dump hcs-rs"


class OsType(TextEnum, published="hcs.OsType", since="2.1", sources="docs dump hcs-rs"):
    """Operating system of a guest."""

    # enum-values: dump ''; values outside the published list are kept and marked.
    UNKNOWN = "Unknown", "2.1", "docs"
    WINDOWS = "Windows"
    LINUX = "Linux"
    EMPTY = "", None, "dump"


class State(TextEnum, published="hcs.State", since="2.1", sources="docs dump hcs-rs"):
    """Where a compute system is in its life."""

    CREATED = "Created"
    RUNNING = "Running"
    PAUSED = "Paused"
    STOPPED = "Stopped"
    SAVED_AS_TEMPLATE = "SavedAsTemplate"
    UNKNOWN = "Unknown", "2.1", "docs dump"


class StateOverride(TextEnum, published="hcs.StateOverride", since="2.4", sources="docs dump"):
    """Whether a setting is on, off, or as by default."""

    DEFAULT = "Default"
    DISABLED = "Disabled"
    ENABLED = "Enabled"


@define(frozen=True, kw_only=True)
class SystemExitStatus(Document, published="hcs.SystemExitStatus", since="2.1", sources="docs dump wsl hcs-rs"):
    """Payload of the exit event."""

    status: int | None = member("Status", "int32", "2.1", "docs dump wsl hcs-rs", "HRESULT.")
    exit_type: NotificationType | None = member("ExitType", "NotificationType", "2.2", "docs dump wsl hcs-rs")
    attribution: Sequence[AttributionRecord] | None = member("Attribution", "array<AttributionRecord>", "2.4", "docs dump wsl")


class NotificationType(TextEnum, published="hcs.NotificationType", since="2.1", sources="docs dump wsl hcs-rs"):
    """How a system ended."""

    NONE = "None"
    GRACEFUL_EXIT = "GracefulExit"
    FORCED_EXIT = "ForcedExit"
    UNEXPECTED_EXIT = "UnexpectedExit"
    UNKNOWN = "Unknown"
