"""What the verbs about systems that live on have in common: where those live, and which one a name or the beginning of an id means."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from hcsffi.cli.exit_code import FAILED, FINE
from hcsffi.cli.failure import Refusal, report
from hcsffi.cli.interruption import run_interruptible
from hcsffi.compute.system import ComputeSystem
from hcsffi.native import library
from hcsffi.remote.address import PER_USER

if TYPE_CHECKING:
    import argparse
    from collections.abc import Awaitable, Callable, Sequence

    from hcsffi.documents import Properties


def run_lasting(work: Callable[[], Awaitable[int | None]]) -> int:
    """Run work on systems that live on after this program: those of the library that is asked for, else of this user's service.

    A host inside this program would begin empty and end with it, so where nothing is asked for and the system has no service of its own,
    the user's is taken, and started if need be.
    """
    if not os.environ.get("HCSFFI_LIBRARY") and library.choice() == "embedded" and sys.platform != "win32":
        library.use_library(PER_USER)
    return run_interruptible(work)


def in_a_row(found: Properties) -> dict[str, str]:
    """What is told of a system, under names that stay."""
    return {
        "id": found.id or "",
        "name": found.name or "",
        "owner": found.owner or "",
        "type": str(found.system_type.value if found.system_type is not None else ""),
        "os": str(found.runtime_os_type.value if found.runtime_os_type is not None else ""),
        "state": str(found.state.value if found.state is not None else "Stopped"),
    }


def run_listing(owners: list[str] | None, show: Callable[[list[dict[str, str]]], None]) -> int:
    """List the systems that live on, of these owners or of all, and show what is told of them."""

    async def work() -> int:
        show([in_a_row(one) for one in await ComputeSystem.list(owners=owners)])
        return FINE

    return run_lasting(work)


def meant(given: str, systems: Sequence[Properties]) -> Properties:
    """The system that somebody means by its id, its name, or the beginning of its id.

    Raises:
        Refusal: none, or more than one.
    """
    by_id = [one for one in systems if one.id == given]
    by_name = [one for one in systems if one.name == given]
    for found in (by_id, by_name, [one for one in systems if given and (one.id or "").startswith(given)]):
        if len(found) == 1:
            return found[0]
        if found:
            raise Refusal(f"{given!r} is meant by several systems: {', '.join(sorted(one.id or '' for one in found))}")
    raise Refusal(f"no such system: {given}")


async def open_meant(given: str) -> ComputeSystem:
    """Open the system that somebody means.

    Raises:
        Refusal: none, or more than one.
    """
    return await ComputeSystem.open(meant(given, await ComputeSystem.list()).id or "")


async def each(options: argparse.Namespace, act: Callable[[ComputeSystem], Awaitable[str | None]]) -> int:
    """Do something with every system that was named, also after one could not be; what was done is told by its id, as Docker does.

    Args:
        options: its ``systems`` are what was named.
        act: does it, and says what to print in place of the id.

    Returns:
        0, or 1 when one of them failed.
    """
    code = FINE
    for given in options.systems:
        try:
            async with await open_meant(given) as system:
                print(await act(system) or system.id, flush=True)
        except Exception as error:  # noqa: BLE001, PERF203 - every failure becomes one line, and the next system has its turn
            report(error, debug=options.debug)
            code = FAILED
    return code
