"""An archive that is written or read on a worker thread while a process at its other end reads or writes it.

The archive of a system is hostile: what it names is kept beneath the target by the standard library's ``data`` filter, and its symbolic
links are made when everything else is there, so that nothing of it is written through one.
"""

from __future__ import annotations

import io
import os
import posixpath
import tarfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from anyio import EndOfStream, from_thread

from hcsffi.cli.failure import Refusal
from hcsffi.cli.layer import whole
from hcsffi.uncopyable import Uncopyable

if TYPE_CHECKING:
    from anyio.abc import ByteReceiveStream, ByteSendStream
    from typing_extensions import Buffer

_PIECE: Final = 1 << 18


class Nothing(Exception):
    """An archive without members."""


class ReadFrom(Uncopyable, io.RawIOBase):
    """A stream of the event loop as the file that a worker thread reads; a cancelled task wakes it."""

    def __init__(self, stream: ByteReceiveStream) -> None:
        self._stream = stream

    def read(self, size: int = -1) -> bytes:
        """Return at most that many bytes; none at the end."""
        try:
            return from_thread.run(self._stream.receive, size if size > 0 else _PIECE)
        except EndOfStream:
            return b""


class WrittenTo(Uncopyable, io.RawIOBase):
    """A stream of the event loop as the file that a worker thread writes; a cancelled task wakes it."""

    def __init__(self, stream: ByteSendStream) -> None:
        self._stream = stream

    def write(self, data: Buffer, /) -> int:
        """Send all of it."""
        piece = bytes(data)
        from_thread.run(self._stream.send, piece)
        return len(piece)


class CopySource:
    """A file or folder of this side.

    Args:
        given: as the user wrote it.
    """

    def __init__(self, given: str) -> None:
        if not os.path.lexists(given):
            message = f"{given}: no such file or folder"
            raise Refusal(message)
        self._path = given
        self.name = "." if given == "." or given.endswith(("/.", f"{os.sep}.")) else Path(whole(given)).name

    def pack(self, file: WrittenTo, name: str) -> None:
        """Write the archive under a name; who owned what is not told, as Docker does it."""
        with tarfile.open(fileobj=file, mode="w|", bufsize=_PIECE, format=tarfile.PAX_FORMAT) as archive:
            archive.add(self._path, f"./{name}", filter=_without_owner)


def _without_owner(member: tarfile.TarInfo) -> tarfile.TarInfo:
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    return member


class CopyTarget:
    """Where an archive's one file or folder becomes a file or folder of this side.

    Args:
        given: as the user wrote it.
        name: what it is called in the archive, and here in a folder that is there.
        holds_what_is_inside: whether a folder that is there gets what the archive's folder holds, and not the folder.
    """

    def __init__(self, given: str, *, name: str, holds_what_is_inside: bool) -> None:
        if not hasattr(tarfile, "data_filter"):
            message = "cp needs a Python whose tarfile keeps archives beneath their target: 3.10.12, 3.11.4, 3.12 or later"
            raise Refusal(message)
        self._given = given
        self._path = Path(given)
        self._name = name
        self._is_inner = holds_what_is_inside or name == "."
        if not self._path.is_dir():
            if given.endswith(("/", os.sep)):
                message = f"{given}: no such folder"
                raise Refusal(message)
            if not self._path.absolute().parent.is_dir():
                message = f"{self._path.absolute().parent}: no such folder"
                raise Refusal(message)

    def unpack(self, file: ReadFrom) -> None:
        """Read the archive to its end.

        Raises:
            Nothing: it has no members.
            Refusal: it holds what cannot be made here, or what leads out of the target.
            tarfile.ReadError: it is damaged, or ends in the middle.
        """
        links: list[tuple[Path, str]] = []
        root: Path | None = None
        with tarfile.open(fileobj=file, mode="r|", bufsize=_PIECE) as archive:
            for member in archive:
                if root is None:
                    root = self._root(member)
                self._extract(archive, member, root, links)
        if root is None:
            message = "it holds nothing"
            raise Nothing(message)
        for place, target in links:
            _link(place, target)

    def _root(self, first: tarfile.TarInfo) -> Path:
        """Where the archive's first member comes."""
        if self._path.is_dir():
            return self._path if first.isdir() and self._is_inner else self._path / self._name
        if first.isdir() and os.path.lexists(self._path):
            message = f"{self._given}: there, and no folder"
            raise Refusal(message)
        return self._path

    def _extract(self, archive: tarfile.TarFile, member: tarfile.TarInfo, root: Path, links: list[tuple[Path, str]]) -> None:
        relative = self._beneath(member.name)
        if member.issym():
            if ".." in relative.split("/"):
                raise _leads_out(member.name)
            links.append((root / relative if relative else root, member.linkname))
            return
        if member.isdir() and not relative:
            root.mkdir(exist_ok=True)
        # What is no folder has its own name beneath the folder it lies in; all else lies beneath the folder itself.
        base = root if relative or member.isdir() else root.absolute().parent
        renamed = member.replace(name=relative or ("." if member.isdir() else root.name), deep=False)
        if member.islnk():
            renamed = renamed.replace(linkname=self._beneath(member.linkname), deep=False)
        try:
            archive.extract(renamed, base, filter="data")
        except tarfile.FilterError as error:
            raise Refusal(f"{member.name}: {error}") from error
        except KeyError as error:
            raise Refusal(f"{member.name}: a hard link to what is not in the archive") from error

    def _beneath(self, name: str) -> str:
        """A member's path beneath the copied folder; empty for itself."""
        inner = posixpath.normpath(name)
        if self._name == "." and not inner.startswith(("../", "/")):
            return "" if inner == "." else inner
        if inner == self._name:
            return ""
        if not inner.startswith(f"{self._name}/"):
            raise _leads_out(name)
        return inner[len(self._name) + 1 :]


def _leads_out(name: str) -> Refusal:
    return Refusal(f"{name}: the archive names what was not asked for")


def _link(place: Path, target: str) -> None:
    if place.is_symlink():
        place.unlink()
    elif os.path.lexists(place):
        message = f"{place}: there, and no link"
        raise Refusal(message)
    place.symlink_to(target)
