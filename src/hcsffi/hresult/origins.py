"""What a code means to one kind of call alone: the network service says "the file is in use" of a port."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from hcsffi.hresult.rows import value_of

if TYPE_CHECKING:
    from collections.abc import Mapping

EXIT: Final = "exit"
ORIGINS: Final = ("create", "start", "process", "network", "layer", EXIT)
"""What a code can come from: making or starting a system, making a process, the network service, layers and storage, a process's exit."""


class There(NamedTuple):
    """What a code means there; the members of a ``Code`` it replaces.

    Args:
        meaning: what it says, in one phrase.
        causes: what usually leads to it.
        remedy: what to do about it.
        source: who saw it.
    """

    meaning: str
    causes: str
    remedy: str
    source: str


_NETWORK_LEFTOVER: Final = "remove what an earlier client left (hcn networks, Get-NetNat); else restart the network service (hns)"

# The rows of these codes in `rows` hold for every other call.
# fmt: off
_ROWS: Final[Mapping[tuple[str, str], There]] = MappingProxyType({
    ("ERROR_SHARING_VIOLATION", "network"): There(
        "the port is in use; Windows says it of a file",
        "a program that listens on it, the mapping of another endpoint, or a range Windows keeps for itself",
        "take another port, or find its holder: netstat -ano, netsh int ipv4 show excludedportrange tcp",
        "docker/for-win#1745, #3893"),
    ("ERROR_SHARING_VIOLATION", "layer"): There(
        "the layer cannot be used as it is, often because something holds a file of it",
        "a virus scanner or indexer, a container that still runs, a host updated to another build than the layer's",
        "stop what uses it; keep scanners out of the layer folder; compare the builds of host and image",
        "microsoft/hcsshim#2553, docker/for-win#7591"),
    ("ERROR_ALREADY_EXISTS", "network"): There(
        "a network, NAT or policy like it exists already",
        "the network service holds one from an earlier run",
        _NETWORK_LEFTOVER, "microsoft/WSL#7998"),
    ("ERROR_OBJECT_ALREADY_EXISTS", "network"): There(
        "a network or endpoint like it exists already",
        "an endpoint of an earlier attempt, a network whose removal has not finished, or a second NAT where only one is possible",
        _NETWORK_LEFTOVER, "kubernetes/kubernetes#74766, docker/for-win#1384"),
    ("ERROR_DUP_NAME", "network"): There(
        "the network's name or address range is taken",
        "another network of that name, or one that overlaps it",
        _NETWORK_LEFTOVER, "ocroz/wsl2-boot#3"),
    ("ERROR_FILE_NOT_FOUND", "process"): There(
        "the program was not found in the system",
        "it is not in the image, or not on the PATH that the process gets",
        "give its whole path as the system sees it; check PATH in Environment", "behaviour C-9"),
    ("ERROR_PATH_NOT_FOUND", "process"): There(
        "the program's folder or the working directory was not found in the system",
        "a path of the host instead of the system's own",
        "check WorkingDirectory and the program's path", "behaviour C-9"),
    ("E_ACCESSDENIED", "process"): There(
        "the program may not be executed",
        "it lacks the right to be executed, or its account may not read it; or the process is ending",
        "set its permissions, or choose another user; when stopping, take it as success", "behaviour C-9, C-27"),
    ("E_ACCESSDENIED", "create"): There(
        "a file or the service may not be used by this account",
        "a console without elevation; a disk or kernel that the machine's account may not read",
        "run elevated, or join Hyper-V Administrators; grant_vm_access for every file of a machine", "behaviour B-11, E-21"),
    ("E_ACCESSDENIED", "start"): There(
        "a file of the machine may not be read by the machine's account",
        "a disk, kernel or saved state that was never granted to the machine",
        "grant_vm_access for every file of the machine, parents of disks too, then start it again", "behaviour B-26, E-21"),
    ("ERROR_FILE_NOT_FOUND", "layer"): There(
        "a folder or file of the layer was not found",
        "a source folder that does not exist, or is no layer",
        "check the paths of the layer and of its source", "behaviour E-5"),
    ("ERROR_PATH_NOT_FOUND", "layer"): There(
        "a folder that the call names, or a parent of the layer, was not found",
        "a missing parent, an Id that is not NameToGuid of its folder's name, or a path longer than Windows takes without \\\\?\\",
        "check path and Id of every parent; write deep paths with \\\\?\\", "behaviour E-3, E-5, E-20"),
    ("ERROR_NOT_READY", "layer"): There(
        "the device of the layer is not ready",
        "a disk attached a moment ago, or very many layers on one host",
        "try again shortly, one layer at a time", "microsoft/hcsshim#1425"),
})
# fmt: on

BY_ORIGIN: Final[Mapping[tuple[int, str], There]] = MappingProxyType(
    {(value_of(symbol), origin): there for (symbol, origin), there in _ROWS.items()}
)
"""The same by code and origin."""

_LAYER_WORDS: Final = ("Layer", "OSVolume", "OverlayFilter", "StorageFilter", "WritableVhd")
_BY_FUNCTION: Final[Mapping[str, str]] = MappingProxyType(
    {
        "HcsCreateComputeSystem": "create",
        "HcsCreateComputeSystemInNamespace": "create",
        "HcsStartComputeSystem": "start",
        "HcsCreateProcess": "process",
    }
)


def origin_of(function: str) -> str:
    """Return which of :data:`ORIGINS` a native function is, or ``""``."""
    if function.startswith("Hcn"):
        return "network"
    if any(word in function for word in _LAYER_WORDS):
        return "layer"
    return _BY_FUNCTION.get(function, "")
