"""Where clients come in: a Unix socket that belongs to one user, watched until nobody needs the service any more."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import socket
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Final

import anyio

from hcsffi.delivery.telling import LOG
from hcsffi.native import calls, library
from hcsffi.native.handles import Uncopyable
from hcsffi.remote.credential import peer_user
from hcsffi.remote.frame import pack
from hcsffi.serving.attendance import Attendance
from hcsffi.serving.channel import SocketChannel
from hcsffi.serving.client import Client
from hcsffi.serving.host_watch import HostWatch
from hcsffi.serving.kept_output import SIZE, KeptOutputs

if TYPE_CHECKING:
    from anyio.abc import TaskGroup

    from hcsffi.serving.allowance import Allowance

_BACKLOG: Final = 1024
_PAUSE_S: Final = 0.1
_OF_THE_HOST: Final = {"Threads", "Descriptors"}
"""What an embedded host has for itself."""
_SHORT: Final = {errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM}


class AddressInUse(Exception):
    """Another service listens there, or something stands there that is no socket."""


def _free(path: str) -> None:
    """Take away a socket that nobody listens at any more.

    Raises:
        AddressInUse: somebody does, or it is something else.
    """
    try:
        if not stat.S_ISSOCK(Path(path).lstat().st_mode):
            raise AddressInUse(f"{path} is there and is no socket")
    except FileNotFoundError:
        return
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as trial:
        try:
            trial.connect(path)
        except ConnectionRefusedError:
            Path(path).unlink(missing_ok=True)
            return
    raise AddressInUse(f"a service listens at {path} already")


class SocketListener(Uncopyable):
    """One socket and the clients that came in by it.

    Args:
        path: of the socket; made with mode 0600.
        limits: how much clients may have.
        version: of this library, for greetings.
        idle_exit_s: after how long without a client, and with nothing that lives in an embedded host, to end; ``None`` is never.
        kept_bytes: how much of a detached process's output is kept for each system.

    Raises:
        AddressInUse: another service listens there.
        OSError: the socket cannot be made.
    """

    def __init__(self, path: str, limits: Allowance, version: str, idle_exit_s: float | None = None, kept_bytes: int = SIZE) -> None:
        self._path = path
        self._limits = limits
        self._version = version
        self._idle_exit_s = idle_exit_s
        self._kept_bytes = kept_bytes
        self._clients = 0
        _free(path)
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            before = os.umask(0o177)
            try:
                self._socket.bind(path)
            finally:
                os.umask(before)
            self._socket.listen(_BACKLOG)
            self._socket.settimeout(0)
            self._identity = Path(path).stat().st_ino
        except BaseException:
            self._socket.close()
            raise

    async def serve(self) -> None:
        """Serve clients until nobody needs the service any more, or until cancelled.

        Cancellation:
            Every connection ends, and what the clients have is closed.
        """
        try:
            async with anyio.create_task_group() as tasks:
                attendance = Attendance(tasks, KeptOutputs(tasks, self._kept_bytes), HostWatch())
                if self._idle_exit_s is not None:
                    tasks.start_soon(self._watch_idleness, self._idle_exit_s, attendance, tasks.cancel_scope)
                await self._accept(tasks, attendance)
        finally:
            self._close()

    def _close(self) -> None:
        """Listen no more, and take the socket away, unless another service has made one in its place."""
        self._socket.close()
        with contextlib.suppress(OSError):
            if Path(self._path).stat().st_ino == self._identity:
                Path(self._path).unlink()

    async def _accept(self, tasks: TaskGroup, attendance: Attendance) -> None:
        while True:
            await anyio.wait_readable(self._socket)
            try:
                end, _ = self._socket.accept()
            except BlockingIOError:
                continue
            except OSError as error:
                if error.errno not in _SHORT and error.errno != errno.ECONNABORTED:
                    raise
                await anyio.sleep(_PAUSE_S)  # no descriptor for another client: those that are here may go
                continue
            refusal = self._refusal(end)
            if refusal:
                with contextlib.suppress(OSError), end:
                    end.send(pack(["bye", refusal]))
                continue
            self._clients += 1
            tasks.start_soon(self._serve_one, end, attendance)

    def _refusal(self, end: socket.socket) -> str:
        """Why somebody is not let in; empty when he is."""
        user = peer_user(end)
        if user not in {None, 0, os.geteuid()}:
            return "this service belongs to another user"
        if self._clients >= self._limits.connections:
            return f"this service has {self._clients} clients already, as many as it takes"
        return ""

    async def _serve_one(self, end: socket.socket, attendance: Attendance) -> None:
        try:
            await Client(SocketChannel(end), self._limits, self._version, attendance).serve()
        except Exception:  # noqa: BLE001 - the other clients go on, whatever became of this one
            LOG.exception("a client was given up")  # the others go on
        finally:
            self._clients -= 1

    async def _watch_idleness(self, limit_s: float, attendance: Attendance, scope: anyio.CancelScope) -> None:
        idle_since: float | None = None
        while True:
            now = anyio.current_time()
            if self._clients or len(attendance) or _is_needed():
                idle_since = None
            elif idle_since is None:
                idle_since = now
            elif now - idle_since >= limit_s:
                scope.cancel()
            await anyio.sleep(min(1.0, limit_s / 4 + 0.01))


def _is_needed() -> bool:
    """Whether a system, a network or anything else lives in the library of this process; the system's service lives without it."""
    if not library.is_embedded():
        return False
    counted = json.loads(calls.invoke("hcsffi_counters").outcome.document or b"{}")
    return any(count for name, count in counted.items() if name not in _OF_THE_HOST)
