"""``hcsffi start``, ``stop``, ``kill``, ``pause``, ``resume``, ``rm`` and ``wait``: the lives of systems that another program made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hcsffi.cli.failure import Refusal
from hcsffi.cli.lasting import each, run_lasting
from hcsffi.documents.topic.system_state import State
from hcsffi.errors import AlreadyStopped, NotFound

if TYPE_CHECKING:
    import argparse
    from collections.abc import Awaitable, Callable

    from hcsffi.compute.system import ComputeSystem

    Act = Callable[[ComputeSystem, argparse.Namespace], Awaitable[str | None]]

_GRACE_S: Final = 10.0
_FORCE_S: Final = 10.0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    verb = parser.prog.rpartition(" ")[2]
    parser.add_argument("systems", nargs="+", metavar="SYSTEM", help="ids, beginnings of ids, or names")
    if verb == "stop":
        parser.add_argument("--time", "-t", type=float, default=_GRACE_S, metavar="SECONDS", help="how long it may take (default: 10)")
    if verb == "rm":
        parser.add_argument("--force", "-f", action="store_true", help="those that run, too")


def main(options: argparse.Namespace) -> int:
    """Do it with each of them, and print the ids of those it was done with; 1 when one failed."""
    act = _ACTS[options.verb]
    return run_lasting(lambda: each(options, lambda system: act(system, options)))


async def _start(system: ComputeSystem, _options: argparse.Namespace) -> None:
    await system.start()


async def _stop(system: ComputeSystem, options: argparse.Namespace) -> None:
    await system.stop(shutdown_s=options.time, terminate_s=_FORCE_S)


async def _kill(system: ComputeSystem, _options: argparse.Namespace) -> None:
    await system.terminate()


async def _pause(system: ComputeSystem, _options: argparse.Namespace) -> None:
    await system.pause()


async def _resume(system: ComputeSystem, _options: argparse.Namespace) -> None:
    await system.resume()


async def _remove(system: ComputeSystem, options: argparse.Namespace) -> None:
    """A system that ended is gone by itself; one that was never started, or runs, ends by force."""
    state = (await system.properties()).state
    if state in {State.RUNNING, State.PAUSED} and not options.force:
        raise Refusal(f"{system.id} is {state.value.lower()}: stop it first, or rm --force")
    try:
        await system.terminate()
    except (AlreadyStopped, NotFound):
        return


async def _wait(system: ComputeSystem, _options: argparse.Namespace) -> str:
    return str((await system.wait_exit()).status or 0)


_ACTS: Final[dict[str, Act]] = {
    "start": _start,
    "stop": _stop,
    "kill": _kill,
    "pause": _pause,
    "resume": _resume,
    "rm": _remove,
    "wait": _wait,
}
