"""``hcsffi run``: one command in one compute system, from the system's creation to its exit.

The order of things: signals are caught before anything exists; the system is created, started, the process opened; one
conversation copies stdin, stdout and stderr. Whatever ends the command - the exit, a signal, a time limit, a failure - the
system is stopped before this program exits.
"""

from __future__ import annotations

import os
import re
import signal
import sys
import threading
import uuid
from pathlib import Path
from typing import TYPE_CHECKING, Final

import anyio

from hcsffi import documents, embedded
from hcsffi.cli import statistics, unescaped
from hcsffi.cli.attended import attended, hand_over
from hcsffi.cli.connected import add_network_arguments, on_networks
from hcsffi.cli.decoding import decoded
from hcsffi.cli.exit_code import FINE, INTERRUPTED, WRONG_USAGE
from hcsffi.cli.failure import Refusal, line, report
from hcsffi.cli.lasting import run_lasting
from hcsffi.cli.scratch import SCRATCH_HELP, on_layers
from hcsffi.compute import terminal
from hcsffi.compute.joining import join_terminal
from hcsffi.compute.system import ComputeSystem
from hcsffi.delivery import kept_output
from hcsffi.errors import HcsError, TimedOut

if TYPE_CHECKING:
    import argparse
    from collections.abc import AsyncIterator

_DEFAULT_DOCUMENT: Final = {"Owner": "hcsffi", "SchemaVersion": {"Major": 2, "Minor": 1}, "Container": {"GuestOs": {"HostName": "hcsffi"}}}
_STOP_S: Final = 10.0
_THREAD_S: Final = 0.2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    parser.usage = "hcsffi run [OPTION...] -- COMMAND [ARG...]"
    parser.add_argument(
        "--config", metavar="FILE", help="the ComputeSystem document of the system; - reads it from stdin (default: a plain container)"
    )
    parser.add_argument(
        "--env",
        "-e",
        action="append",
        default=[],
        metavar="K=V",
        help="set a variable for the command; K alone passes ours on; may be repeated",
    )
    parser.add_argument(
        "--volume",
        "-v",
        action="append",
        default=[],
        type=_volume,
        metavar="HOST:GUEST[:ro]",
        help="show a folder or file of this machine in the container; it has a root of its own then; may be repeated",
    )
    parser.add_argument(
        "--layers",
        metavar="DIR",
        type=os.path.abspath,
        action="append",
        default=[],
        help="stand on this layer, below those named before: the base last; what is written goes when the system has ended",
    )
    parser.add_argument("--scratch", metavar="DIR", help=SCRATCH_HELP)
    parser.add_argument(
        "--memory", type=_mebibytes, metavar="SIZE", help="the most memory that all processes have together: 512M, 2G, a number of bytes"
    )
    parser.add_argument("--cpus", type=_processors, metavar="N", help="the most processor time, in processors of this machine: 0.5, 2")
    parser.add_argument("--pids", type=_count, metavar="N", help="the most processes and threads at a time (embedded host on Linux)")
    add_network_arguments(parser)
    parser.add_argument("--workdir", "-w", metavar="DIR", help="the command's working directory inside the system")
    parser.add_argument("--timeout", type=_limit, metavar="SECONDS", help="end everything after that long and exit 125")
    parser.add_argument("--tty", "-t", action="store_true", help="give the command a console")
    parser.add_argument("--interactive", "-i", action="store_true", help="pass our stdin on to the command")
    parser.add_argument(
        "--detach", "-d", action="store_true", help="leave the command running in a system that lives on, print its id; see logs"
    )
    parser.add_argument("--name", metavar="ID", help="the id of the system (default: one of its own)")
    parser.add_argument(
        "--rm", action="store_true", help="remove the system when the command has ended; without --detach that is done anyhow"
    )
    parser.add_argument("--stats", action="store_true", help="print the system's statistics on stderr at the end")
    parser.add_argument("command", nargs="...", metavar="COMMAND", help="what to run, with its arguments")


def main(options: argparse.Namespace) -> int:
    """Run the command and return its exit code."""
    marker = ["--"] if options.command and options.rest is not None else []
    command = [*options.command, *marker, *(options.rest or [])]
    if not command:
        print("hcsffi: run needs a COMMAND after --", file=sys.stderr)
        return WRONG_USAGE
    if options.config == "-" and options.interactive:
        print("hcsffi: --config - and --interactive both want stdin", file=sys.stderr)
        return WRONG_USAGE
    configuration = _with_limits(_with_volumes(read_configuration(options.config), options.volume), options)
    if options.detach:
        return _run_detached(options, configuration, command)
    # The system ends with this program, whatever the document says of it.
    configuration = documents.replace(configuration, should_terminate_on_last_handle_closed=True)
    session = _Session(options, configuration, command_parameters(options), command)
    try:
        code = anyio.run(session.run)
    except Exception as error:  # noqa: BLE001 - every failure becomes one line, before stuck threads are left behind
        code = INTERRUPTED if session.interrupted else report(error, debug=options.debug)
    return leave(code)


def _run_detached(options: argparse.Namespace, configuration: documents.ComputeSystem, command: list[str]) -> int:
    """Start the command in a system that lives on, print the system's id and leave both alone, or to the service."""
    unfit = [name for name in ("tty", "interactive", "stats", "timeout", "network", "publish") if getattr(options, name)]
    if unfit:
        print(f"hcsffi: --detach leaves the command alone, so --{unfit[0]} has no meaning beside it", file=sys.stderr)
        return WRONG_USAGE

    async def work() -> int:
        system_id = options.name or uuid.uuid4().hex
        standing = await attended(system_id, configuration, options)
        async with await ComputeSystem.create(system_id, standing) as system:
            try:
                _limit_processes(system, options.pids)
                await system.start()
                keeps = kept_output.keeps_output_on()  # Windows' own service keeps nothing, nor one that ends with this program
                streams = {"CreateStdInPipe": False, "CreateStdOutPipe": keeps, "CreateStdErrPipe": keeps}
                parameters = command_parameters(options) | await system.command_members(command) | streams
                create = system.create_kept_process if keeps else system.create_process
                async with await create(parameters) as process:
                    await hand_over(system, process, options)
                    print(system.id)
            except BaseException:
                await _stop(system, 0.0)
                raise
        return FINE

    return run_lasting(work)


def leave(code: int) -> int:
    """Return an exit code once no thread is left that Python would wait for; where one is stuck, exit with it here."""
    _abandon_stuck_threads(code)
    return code


def _limit(text: str) -> float:
    seconds = float(text)
    if not 0 < seconds < float("inf"):
        raise ValueError(text)
    return seconds


_limit.__name__ = "number of seconds"  # argparse puts it into its message


def _volume(text: str) -> documents.MappedDirectory:
    """Read ``HOST:GUEST[:ro]``; either side may begin with a drive, and a relative host path is taken from here."""
    sides = re.fullmatch(r"((?:[A-Za-z]:[\\/])?[^:]+):((?:[A-Za-z]:[\\/])?[^:]+)(?::(ro|rw))?", text)
    if sides is None:
        raise ValueError(text)
    foreign = re.match(r"[A-Za-z]:[\\/]", sides[1]) is not None
    host = sides[1] if foreign else str(Path(sides[1]).absolute())
    return documents.MappedDirectory(host_path=host, container_path=sides[2], read_only=sides[3] == "ro")


_volume.__name__ = "HOST:GUEST[:ro]"


def _with_volumes(configuration: documents.ComputeSystem, volumes: list[documents.MappedDirectory]) -> documents.ComputeSystem:
    """Add mapped directories to those of the document."""
    if not volumes:
        return configuration
    container = configuration.container
    if container is None:
        raise Refusal("--volume needs a container: the document describes another kind of system")
    mapped = [*(container.mapped_directories or []), *volumes]
    return documents.replace(configuration, container=documents.replace(container, mapped_directories=mapped))


def _mebibytes(text: str) -> int:
    sides = re.fullmatch(r"([0-9]+)([KMG]?)", text.upper())
    size = int(sides[1]) << {"": 0, "K": 10, "M": 20, "G": 30}[sides[2]] >> 20 if sides else 0
    if not 0 < size < 1 << 64:
        raise ValueError(text)
    return size


_mebibytes.__name__ = "size of 1M or more"


def _count(text: str) -> int:
    number = int(text)
    if not 0 < number < 1 << 32:
        raise ValueError(text)
    return number


_count.__name__ = "number of processes"


def _processors(text: str) -> float:
    number = float(text)
    if not 0 < number < float("inf"):
        raise ValueError(text)
    return number


_processors.__name__ = "number of processors"


def _processor(number: float) -> documents.ContainerProcessor:
    """Say a whole number as one; anything else is a share of the processors this program may use."""
    if number.is_integer():
        return documents.ContainerProcessor(count=int(number))
    processors = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
    return documents.ContainerProcessor(maximum=max(1, min(round(number * 10_000 / processors), 10_000)))


def _with_limits(configuration: documents.ComputeSystem, options: argparse.Namespace) -> documents.ComputeSystem:
    """Put the limits of the command line in the place of those of the document."""
    container = configuration.container
    if options.memory is None and options.cpus is None:
        return configuration
    if container is None:
        raise Refusal("--memory and --cpus need a container: the document describes another kind of system")
    if options.memory is not None:
        container = documents.replace(container, memory=documents.ContainerMemory(size_in_mb=options.memory))
    if options.cpus is not None:
        container = documents.replace(container, processor=_processor(options.cpus))
    return documents.replace(configuration, container=container)


def read_configuration(place: str | None) -> documents.ComputeSystem:
    """Read and check a system's document; ``None`` is a plain container, ``-`` is standard input."""
    if place is None:
        document = documents.from_mapping(documents.ComputeSystem, _DEFAULT_DOCUMENT)
    else:
        name = "stdin" if place == "-" else place
        text = sys.stdin.buffer.read() if place == "-" else Path(place).read_bytes()
        try:
            document = documents.from_json(documents.ComputeSystem, decoded(text))
        except UnicodeDecodeError as error:
            raise Refusal(f"{name}: not {error.encoding.upper()}: {error.reason}") from error
        except documents.InvalidDocument as error:
            raise Refusal(f"{name}: {error}") from error
        for typo in documents.typos(document):
            print(f"hcsffi: {name}: {typo}", file=sys.stderr)
    return document


def command_parameters(options: argparse.Namespace) -> dict[str, object]:
    """Return the ProcessParameters that a command's options ask for."""
    rows, columns = terminal.size()
    environment = dict(_variable(text) for text in options.env if "=" in text or text in os.environ)
    return {
        "Environment": environment,
        **({"WorkingDirectory": options.workdir} if options.workdir else {}),
        **({"EmulateConsole": True, "ConsoleSize": [rows, columns]} if options.tty else {"CreateStdErrPipe": True}),
        "CreateStdOutPipe": True,
        "CreateStdInPipe": options.interactive,
    }


def _variable(text: str) -> tuple[str, str]:
    name, given, value = text.partition("=")
    if not name:
        message = "--env =...: a variable needs a name"
        raise Refusal(message)
    return name, value if given else unescaped(os.environ[name])


class _Session:
    """One run of one command."""

    def __init__(
        self, options: argparse.Namespace, configuration: documents.ComputeSystem, parameters: dict[str, object], command: list[str]
    ) -> None:
        self._options = options
        self._configuration = configuration
        self._parameters = parameters
        self._command = command
        self._id: str = options.name or f"hcsffi-run-{uuid.uuid4()}"
        self._code = INTERRUPTED
        self.interrupted = False

    async def run(self) -> int:
        # The receiver outlives the tasks, so that a second signal cannot break the cleaning up.
        with terminal.signals(signal.SIGINT, signal.SIGTERM, getattr(signal, "SIGHUP", None)) as received:
            async with anyio.create_task_group() as group:
                group.start_soon(self._await_interrupt, received, group.cancel_scope)
                await self._live_in_time()
                group.cancel_scope.cancel()
        return INTERRUPTED if self.interrupted else self._code

    async def _await_interrupt(self, received: AsyncIterator[signal.Signals] | None, scope: anyio.CancelScope) -> None:
        if received is not None:
            await received.__anext__()
            self.interrupted = True
            scope.cancel()

    async def _live_in_time(self) -> None:
        with anyio.move_on_after(self._options.timeout) as limit:
            await self._live()
        if limit.cancelled_caught:
            raise TimedOut.in_phase("the command", "HcsEventProcessExited", "hcsffi run", self._options.timeout, "everything was ended")

    async def _live(self) -> None:
        async with (
            on_networks(self._id, self._configuration, self._options.network, self._options.publish) as connected,
            on_layers(self._id, connected, self._options.layers, self._options.scratch) as configuration,
            await ComputeSystem.create(self._id, configuration) as system,
        ):
            grace_s = 0.0
            try:
                _limit_processes(system, self._options.pids)
                await system.start()
                parameters = self._parameters | await system.command_members(self._command)
                async with await system.create_process(parameters) as process:
                    size = self._parameters.get("ConsoleSize")
                    status = await join_terminal(process, console=self._options.tty, size=size if isinstance(size, list) else None)
                    self._code = carried_code(status.exit_code or 0)
                if self._options.stats:
                    await _print_statistics(system)
                grace_s = _STOP_S
            finally:
                await _stop(system, grace_s)


def _limit_processes(system: ComputeSystem, most: int | None) -> None:
    """Before the start: the documents of HCS have no member for it."""
    if most is not None:
        embedded.limit_processes(system.id, most)


async def _print_statistics(system: ComputeSystem) -> None:
    """Print the statistics, or why there are none: the exit code stays the command's."""
    try:
        found = await system.properties("Statistics")
    except HcsError as error:
        print(f"hcsffi: {line(error)}", file=sys.stderr)
    else:
        print("\n".join(statistics.lines(found)), file=sys.stderr)


async def _stop(system: ComputeSystem, grace_s: float) -> None:
    """Stop the system, politely where there is time; what fails here must not hide what happened before."""
    with anyio.CancelScope(shield=True):
        try:
            await system.stop(shutdown_s=grace_s, terminate_s=_STOP_S)
        except HcsError as error:
            print(f"hcsffi: {line(error)}", file=sys.stderr)


def carried_code(code: int) -> int:
    """Return an exit code the shell of this system can carry: eight bits off Windows, never 0 for a failure."""
    if sys.platform == "win32":
        return code
    return code & 0xFF or (1 if code else 0)


def _abandon_stuck_threads(code: int) -> None:
    """Leave at once when a thread still writes into a pipe that nobody reads: Python would wait for it for ever."""
    stuck = [thread for thread in threading.enumerate() if thread is not threading.current_thread() and not thread.daemon]
    for thread in stuck:
        thread.join(_THREAD_S)
    if any(thread.is_alive() for thread in stuck):
        sys.stderr.flush()
        os._exit(code)
