"""The host's DLLs where Windows has the service: in System32 of the lane's own Wine prefix, for the length of a run."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wine_lane.machine import Machine

LIBRARIES = ("computecore.dll", "computestorage.dll", "computenetwork.dll", "hcsffi_host.dll")


def remove_host(machine: Machine) -> None:
    """Take the DLLs away; a run that was killed may have left them."""
    for name in LIBRARIES:
        (machine.system32 / name).unlink(missing_ok=True)


@contextmanager
def host_in_system32(machine: Machine) -> Iterator[None]:
    """Let the installed package's host be found by name, and take it away again."""
    try:
        for name in LIBRARIES:
            shutil.copy(machine.packages / "hcsffi" / "embedded" / name, machine.system32 / name)
        yield
    finally:
        remove_host(machine)
