"""``hcsffi cp``: files and folders into a system that runs, and out of it.

What crosses is an archive, and a ``tar`` inside the system writes or reads it: the service itself moves no files, and every guest since
Windows 10 brings one. Names are those of ``docker cp``: into a folder that is there, or as the name that is given.
"""

from __future__ import annotations

import ntpath
import os
import posixpath
import tarfile
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

import anyio
from anyio import BrokenResourceError, ClosedResourceError, EndOfStream, to_thread

from hcsffi.cli.exit_code import FINE, NOT_FOUND
from hcsffi.cli.failure import Refusal, code_after
from hcsffi.cli.lasting import open_meant, run_lasting
from hcsffi.cli.packing import CopySource, CopyTarget, Nothing, ReadFrom, WrittenTo
from hcsffi.cli.run import leave
from hcsffi.compute import passage
from hcsffi.errors import HcsError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Awaitable, Callable
    from types import ModuleType

    from hcsffi.compute.process import ComputeProcess
    from hcsffi.compute.system import ComputeSystem

_STDIN, _STDOUT = 0, 1
_SAID: Final = 4096


class CopySide(NamedTuple):
    """What one of the two paths means.

    Args:
        system: the id, the beginning of one, or the name; ``None`` on this side.
        path: the path there; ``-`` on this side is a standard stream.
    """

    system: str | None
    path: str

    @classmethod
    def read(cls, text: str) -> CopySide:
        """Take ``SYSTEM:PATH`` apart; what begins like a path, or with a drive, is on this side."""
        system, colon, path = text.partition(":")
        has_drive = os.name == "nt" and len(system) == 1 and path[:1] in {"\\", "/"}
        return cls(system, path) if system and colon and system[0] not in "./\\" and not has_drive else cls(None, text)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    parser.usage = "hcsffi cp SYSTEM:PATH TARGET | SOURCE SYSTEM:PATH"
    parser.add_argument("source", metavar="SOURCE", help="SYSTEM:PATH, a path, or - for an archive on stdin; PATH/. is what a folder holds")
    parser.add_argument("target", metavar="TARGET", help="SYSTEM:PATH, a path, or - for an archive on stdout")


def main(options: argparse.Namespace) -> int:
    """Copy, and return 0."""
    source, target = CopySide.read(options.source), CopySide.read(options.target)
    if (source.system is None) == (target.system is None):
        message = "cp copies between this side and a system: give SYSTEM:PATH once"
        raise Refusal(message)

    async def work() -> int:
        async with await open_meant(source.system or target.system or "") as system:
            inside = _Inside(system, windows=not await system.guest_is_linux())
            if source.system is not None:
                await _copy_out(inside, source.path, target.path)
            else:
                await _copy_in(inside, source.path, target.path)
        return FINE

    return leave(run_lasting(work))


class _TarFailed(Refusal):
    """What the tar inside said."""


class _Inside:
    """The files of a system, as its ``tar`` reads and writes them."""

    def __init__(self, system: ComputeSystem, *, windows: bool) -> None:
        self._system = system
        self._paths: ModuleType = ntpath if windows else posixpath
        self._root = "C:\\" if windows else "/"

    def split(self, path: str) -> tuple[str, str, str]:
        """Return the whole path, the folder it lies in, and its name there; the root is ``.`` in itself."""
        whole = self._paths.normpath(self._paths.join(self._root, path))
        folder, name = self._paths.split(whole)
        return whole, folder, name or "."

    def says_folder(self, path: str) -> bool:
        """Whether a path is written as only a folder's can be."""
        return str(self._paths.basename(path)) in {"", ".", ".."}

    def says_inside(self, path: str) -> bool:
        """Whether a path is written as what a folder holds, and not the folder: ``FOLDER/..`` is the folder above, by its name."""
        return str(self._paths.basename(path)) == "."

    async def read(self, folder: str, name: str, work: Callable[[ComputeProcess], Awaitable[None]]) -> None:
        """Let an archive be read of what has that name in a folder."""
        await self._tar(["-cf", "-", "-C", folder, f"./{name}"], "CreateStdOutPipe", work)

    async def write(self, folder: str, work: Callable[[ComputeProcess], Awaitable[None]]) -> None:
        """Let an archive be sent that is unpacked in a folder."""
        await self._tar(["-xf", "-", "-C", folder], "CreateStdInPipe", work)

    async def is_folder(self, path: str) -> bool:
        """Whether there is a folder: told by the first bytes of an archive of what it holds."""
        begun: list[bytes] = []

        async def work(process: ComputeProcess) -> None:
            if process.stdout is not None:
                begun.append(await process.stdout.receive())

        with suppress(_TarFailed):  # it reads no further than we do, or there is nothing to read
            await self.read(path, ".", work)
        return bool(begun)

    async def _tar(self, words: list[str], stream: str, work: Callable[[ComputeProcess], Awaitable[None]]) -> None:
        parameters = await self._system.command_members(["tar", *words]) | {stream: True, "CreateStdErrPipe": True}
        try:
            process = await self._system.create_process(parameters, terminate_on_close=True)
        except HcsError as error:
            if code_after(error) == NOT_FOUND:
                message = f"cp needs a tar in the system, and {self._system.id} has none"
                raise Refusal(message) from error
            raise
        said = bytearray()
        trouble: list[Exception] = []
        async with process, anyio.create_task_group() as hearing:
            hearing.start_soon(_hear, process, said)
            try:
                await work(process)
            except (BrokenResourceError, EndOfStream, tarfile.ReadError, Nothing) as error:
                trouble.append(error)  # the other side says more of it
            for end in (process.stdin, process.stdout):
                if end is not None:
                    await end.aclose()
            status = await process.wait()
        if status.exit_code:
            raise _TarFailed(f"in {self._system.id}: {said.decode(errors='replace').strip() or f'tar exited with {status.exit_code}'}")
        if trouble:
            raise Refusal(f"the archive from {self._system.id}: {trouble[0]}") from trouble[0]


async def _hear(process: ComputeProcess, said: bytearray) -> None:
    if process.stderr is not None:
        with suppress(BrokenResourceError, ClosedResourceError):
            async for piece in process.stderr:
                said.extend(piece[: _SAID - len(said)])


async def _to_stdout(process: ComputeProcess) -> None:
    take = passage.target(_STDOUT)
    if process.stdout is not None:
        async for piece in process.stdout:
            await take(piece)


async def _from_stdin(process: ComputeProcess) -> None:
    give = passage.source(_STDIN)
    while process.stdin is not None and (piece := await give()):
        await process.stdin.send(piece)


async def _copy_out(inside: _Inside, path: str, given: str) -> None:
    _, folder, name = inside.split(path)
    if given == "-":
        await inside.read(folder, name, _to_stdout)
        return
    target = CopyTarget(given, name=name, holds_what_is_inside=inside.says_inside(path))

    async def work(process: ComputeProcess) -> None:
        if process.stdout is not None:
            await to_thread.run_sync(partial(target.unpack, ReadFrom(process.stdout)))

    await inside.read(folder, name, work)


async def _copy_in(inside: _Inside, given: str, path: str) -> None:
    whole, folder, name = inside.split(path)
    if given == "-":
        await inside.write(whole, _from_stdin)
        return
    source = CopySource(given)
    if await inside.is_folder(whole):
        folder, name = whole, source.name
    elif inside.says_folder(path):
        message = f"{path}: no such folder in the system"
        raise Refusal(message)

    async def work(process: ComputeProcess) -> None:
        if process.stdin is not None:
            await to_thread.run_sync(partial(source.pack, WrittenTo(process.stdin), name))

    await inside.write(folder, work)
