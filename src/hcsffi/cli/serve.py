"""``hcsffi serve``: the service that other programs connect to, over whichever library answers here."""

from __future__ import annotations

import os
import re
import signal
import sys
from typing import TYPE_CHECKING

import anyio

from hcsffi.cli.exit_code import FINE, WRONG_USAGE
from hcsffi.cli.failure import Refusal
from hcsffi.compute import terminal
from hcsffi.delivery import blocking
from hcsffi.native import library
from hcsffi.remote.address import is_address, socket_path
from hcsffi.serving.allowance import ALLOWANCE
from hcsffi.serving.attendance import Attendance
from hcsffi.serving.channel import DescriptorChannel, ThreadedChannel
from hcsffi.serving.client import Client
from hcsffi.serving.host_watch import HostWatch
from hcsffi.serving.kept_output import SIZE, SMALLEST, KeptOutputs
from hcsffi.serving.listener import AddressInUse, SocketListener

if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    parser.add_argument("--listen", metavar="unix:PATH", help="the socket to make; only this user's programs may connect")
    parser.add_argument("--stdio", action="store_true", help="serve one program, on standard input and output")
    parser.add_argument(
        "--library", metavar="LIBRARY", help="what answers: embedded, system or a directory (default: as HCSFFI_LIBRARY says)"
    )
    parser.add_argument(
        "--keep-output",
        type=_kept_bytes,
        default=os.environ.get("HCSFFI_KEEP_OUTPUT") or str(SIZE),
        metavar="BYTES",
        help=f"how much of what detached commands write is kept for each system, for `hcsffi logs`; K, M and G are understood "
        f"(default: HCSFFI_KEEP_OUTPUT, else {SIZE >> 20}M)",
    )
    parser.add_argument("--idle-exit", type=float, metavar="S", help="end after S seconds without a client and without a compute system")


def _kept_bytes(text: str) -> int:
    found = re.fullmatch(r"([0-9]{1,12})([KMG]?)", text.upper())
    size = int(found[1]) << {"": 0, "K": 10, "M": 20, "G": 30}[found[2]] if found else 0
    if size < SMALLEST:
        raise ValueError(text)
    return size


_kept_bytes.__name__ = f"size of {SMALLEST} bytes or more"  # argparse puts it into its message


def main(options: argparse.Namespace) -> int:
    """Serve until a signal, or until nobody needs the service any more."""
    if bool(options.listen) == options.stdio:
        print("hcsffi: serve needs --listen unix:PATH, or --stdio", file=sys.stderr)
        return WRONG_USAGE
    if options.library:
        library.use_library(options.library)
    if is_address(library.choice()):
        raise Refusal(f"{library.choice()} is another service; --library says which library of this machine is to answer")
    if options.stdio:
        blocking.ensure_library()
        anyio.run(_serve_stdio, options.keep_output)
        return FINE
    try:
        path = socket_path(options.listen)
    except ValueError as error:
        raise Refusal(str(error)) from error
    blocking.ensure_library()
    anyio.run(_serve, path, options.idle_exit, options.keep_output)
    return FINE


async def _serve(path: str, idle_exit_s: float | None, kept_bytes: int) -> None:
    try:
        listener = SocketListener(path, ALLOWANCE, sys.modules["hcsffi"].__version__, idle_exit_s, kept_bytes)
    except (AddressInUse, OSError) as error:
        raise Refusal(f"cannot listen at {path}: {error}") from error
    print(f"unix:{path}", flush=True)  # whoever started it knows now that it can be connected to
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(_end_on_signal, tasks.cancel_scope)
        await listener.serve()
        tasks.cancel_scope.cancel()


async def _serve_stdio(kept_bytes: int) -> None:
    """Serve whoever is at the other end of the standard streams, which nobody else in this process writes to from now on."""
    reads, writes = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(_end_on_signal, tasks.cancel_scope)
        attendance = Attendance(tasks, KeptOutputs(tasks, kept_bytes), HostWatch())
        channel = ThreadedChannel(reads, writes) if sys.platform == "win32" else DescriptorChannel(reads, writes)
        await Client(channel, ALLOWANCE, sys.modules["hcsffi"].__version__, attendance).serve()
        if not library.is_embedded():  # the systems live in a service of the machine's own, and are to end with their processes
            await attendance.until_none()
        tasks.cancel_scope.cancel()


async def _end_on_signal(scope: anyio.CancelScope) -> None:
    with terminal.signals(signal.SIGINT, signal.SIGTERM) as received:
        if received is None:  # Windows: an interrupt ends the program as Python sees fit
            return
        async for _ in received:
            scope.cancel()
