"""Which type fills `ModifySettingRequest.Settings`, by resource path, and the paths themselves."""

from __future__ import annotations

from functools import cache, lru_cache
from re import compile as pattern
from re import escape
from typing import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from re import Pattern

_VM = "VirtualMachine"
_DEVICES = f"{_VM}/Devices"


class ResourcePath(NamedTuple):
    """One kind of change to a live system.

    Args:
        template: the path with its keys and indices in braces: `VirtualMachine/Devices/Scsi/{controller}/Attachments/{lun}`.
        settings: published type (or scalar kind) of the settings; None where nothing is sent.
        requests: request types seen or documented for it.
        sources: who knows the path.
    """

    template: str
    settings: str | None
    requests: tuple[str, ...]
    sources: str


_ANY = ("Add", "Remove", "Update")
_ADD_REMOVE = ("Add", "Remove")

RESOURCE_PATHS = (
    ResourcePath(f"{_VM}/ComputeTopology/Memory/SizeInMB", "uint64", _ANY, "docs hcsshim"),
    ResourcePath(f"{_VM}/ComputeTopology/Processor/CpuGroup", "hcs.CpuGroup", _ANY, "docs hcsshim"),
    ResourcePath(f"{_VM}/ComputeTopology/Processor/IdledProcessors", "hcs.IdleProcessorsRequest", ("Update",), "docs hcsshim"),
    ResourcePath(f"{_VM}/ComputeTopology/Processor/CpuFrequencyPowerCap", "uint32", _ANY, "docs hcsshim"),
    ResourcePath(f"{_VM}/ComputeTopology/Processor/Limits", "hcs.ProcessorLimits", ("Update",), "hcsshim"),
    ResourcePath(f"{_VM}/ComputeTopology/Gpu", "hcs.GpuConfiguration", ("Update",), "docs hcsshim wsl"),
    ResourcePath(f"{_DEVICES}/ComPorts/{{port}}", "hcs.ComPort", _ANY, "docs hcsshim"),
    ResourcePath(f"{_DEVICES}/FlexibleIov/{{id}}", "hcs.FlexibleIoDevice", _ADD_REMOVE, "docs hcsshim wsl"),
    ResourcePath(
        f"{_DEVICES}/HvSocket/HvSocketConfig/ServiceTable/{{service}}", "hcs.HvSocketServiceConfig", ("Update", "Remove"), "hcsshim"
    ),
    ResourcePath(f"{_DEVICES}/Licensing", "hcs.Licensing", _ANY, "hcsshim"),  # nobody is seen to use it: the type is a guess
    ResourcePath(f"{_DEVICES}/MappedPipes/{{pipe}}", None, _ADD_REMOVE, "docs hcsshim"),
    ResourcePath(f"{_DEVICES}/NetworkAdapters/{{id}}", "hcs.NetworkAdapter", _ANY, "docs hcsshim wsl"),
    ResourcePath(f"{_DEVICES}/Plan9/Shares", "hcs.Plan9Share", _ANY, "docs hcsshim wsl"),
    ResourcePath(f"{_DEVICES}/Scsi/{{controller}}/Attachments/{{lun}}", "hcs.Attachment", _ANY, "docs hcsshim wsl"),
    ResourcePath(f"{_DEVICES}/SharedMemory/Regions", "hcs.SharedMemoryRegion", _ANY, "docs hcsshim"),
    ResourcePath(f"{_DEVICES}/VirtualPci/{{id}}", "hcs.VirtualPciDevice", _ADD_REMOVE, "docs hcsshim"),
    ResourcePath(f"{_DEVICES}/VirtualPMem/Devices/{{number}}", "hcs.VirtualPMemDevice", _ADD_REMOVE, "docs hcsshim"),
    ResourcePath(f"{_DEVICES}/VirtualPMem/Devices/{{number}}/Mappings/{{offset}}", "hcs.VirtualPMemMapping", _ADD_REMOVE, "docs hcsshim"),
    ResourcePath(f"{_DEVICES}/VirtualSmb/Shares", "hcs.VirtualSmbShare", _ANY, "docs hcsshim"),
    ResourcePath("Container/Devices/Generic", "hcs.Device", _ADD_REMOVE, "hcsshim"),  # nobody is seen to use it: the type is a guess
    ResourcePath("Container/MappedDirectories", "hcs.MappedDirectory", _ADD_REMOVE, "hcsshim"),
    ResourcePath("Container/MappedPipes", "hcs.MappedPipe", _ADD_REMOVE, "hcsshim"),
    ResourcePath("Container/Memory/SizeInMB", "uint64", ("Update",), "hcsshim"),
    ResourcePath("Container/Processor", "hcs.Container_Processor", ("Update",), "hcsshim"),
    ResourcePath("Container/RegistryFlushState", "hcs.RegistryFlushState", ("Update",), "hcsshim"),
)
"""Every resource path a source names."""


def path_expression(template: str) -> str:
    """The regular expression of a path template; keys match anything but slashes, a pipe's path has them."""
    parts = template.split("/")
    return "/".join([(".+" if part == "{pipe}" else "[^/]+") if part.startswith("{") else escape(part) for part in parts])


@cache
def _patterns() -> list[tuple[Pattern[str], ResourcePath]]:
    return [(pattern(path_expression(row.template)), row) for row in RESOURCE_PATHS]


@lru_cache(maxsize=1024)
def find_path(path: str) -> ResourcePath | None:
    """The row a concrete path belongs to, or None where nobody knows it."""
    return next((row for expression, row in _patterns() if expression.fullmatch(path)), None)


def by_resource_path(path: str) -> tuple[str, ...]:
    """What the settings of a path may be: one type or scalar kind, or nothing known."""
    row = find_path(path)
    return (row.settings,) if row is not None and row.settings is not None else ()
