"""Which process somebody is, and whether it lives: what is written into files that others clean up after.

A process id alone says little, since ids are given out again; the time of birth beside it makes it one process. Both mean something only
inside one start of one machine and, on Linux, inside one namespace of process ids, so these are part of who somebody is.
"""

from __future__ import annotations

import os
import platform
import sys
from enum import Enum
from pathlib import Path
from typing import Final, NamedTuple

from hcsffi.native.binding import lib

_GONE: Final = 0
_UNTOLD: Final = 1


class Life(Enum):
    """What is known of a process."""

    LIVING = "living"
    ENDED = "ended"
    UNKNOWN = "unknown"


class ProcessIdentity(NamedTuple):
    """One process and no other.

    Args:
        id: its process id.
        birth: when it was born, in the system's own unit; 1 where the system does not tell.
        machine: the machine it runs on.
        start: which start of the machine, where the unit of ``birth`` begins anew with it; else empty.
        namespace: in which namespace of process ids, where there are several; else empty.
    """

    id: int
    birth: int
    machine: str
    start: str
    namespace: str


def own_identity() -> ProcessIdentity:
    """Return who this process is."""
    number = os.getpid()
    return ProcessIdentity(number, lib.hcsffi_process_birth(number), *_place())


def life_of(one: ProcessIdentity) -> Life:
    """Return whether the process lives; of one that could not be seen from here nothing is known.

    Args:
        one: who it is, as :func:`own_identity` said there.
    """
    machine, start, namespace = _place()
    if one.machine != machine:
        return Life.UNKNOWN
    if one.start != start:
        return Life.ENDED
    if one.namespace != namespace or not 0 < one.id < 2**32:
        return Life.UNKNOWN
    birth = lib.hcsffi_process_birth(one.id)
    if birth == _GONE:
        return Life.ENDED
    if _UNTOLD in {birth, one.birth}:
        return Life.UNKNOWN
    return Life.LIVING if birth == one.birth else Life.ENDED


def _place() -> tuple[str, str, str]:
    """The machine, its start and the namespace of process ids."""
    if sys.platform != "linux":
        return platform.node(), "", ""
    return (
        _read("/etc/machine-id") or platform.node(),
        _read("/proc/sys/kernel/random/boot_id"),
        _linked("/proc/self/ns/pid"),
    )


def _read(path: str) -> str:
    try:
        return Path(path).read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def _linked(path: str) -> str:
    try:
        return Path(path).readlink().name
    except OSError:
        return ""
