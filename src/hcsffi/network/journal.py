"""What attachments are about to do and have done, in files: a client that was killed half-way left them, and :func:`gc` reads them.

One file holds one attachment. It is written to a new file, flushed to the disk and renamed, so a reader sees the whole old text or the
whole new one. An intent stands in it before the native call is made, its outcome before the next one is: what a file tells as intended may
or may not exist, what it does not tell was never begun. The file goes when all it tells of is gone.

A file says who wrote it (:class:`ProcessIdentity`), since ids of processes are given out again.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import time
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from attrs import define, field

from hcsffi.native.lifetime import ProcessIdentity, own_identity
from hcsffi.network.identity import bare

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_FORMAT: Final = 1
_SUFFIX: Final = ".json"
_UNFINISHED: Final = ".new"
_STALE_S: Final = 3600
"""How old an unfinished file is when nobody writes it any more; a write takes milliseconds."""
_PLACE: Final = "HCSFFI_JOURNAL"
_WINDOWS: Final = os.name == "nt"
_PAUSES_S: Final = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5)

_Answer = TypeVar("_Answer")


class Thing(Enum):
    """What a step of an attachment makes."""

    NAMESPACE = "namespace"
    ENDPOINT = "endpoint"
    MEMBERSHIP = "membership"
    """An endpoint in a namespace."""


class Stage(Enum):
    """How far a step is."""

    INTENDED = "intended"
    DONE = "done"
    UNDONE = "undone"
    LEFT = "left"
    """It should have been undone and could not be."""


@define(kw_only=True)
class JournalStep:
    """One thing an attachment makes.

    Args:
        thing: what it is.
        id: its id; that of the endpoint, where it is a membership.
        within: the network of an endpoint, the namespace of a membership, else empty.
        stage: how far it is.
    """

    thing: Thing
    id: str
    within: str = ""
    stage: Stage = Stage.INTENDED


@define(kw_only=True)
class JournalEntry:
    """One attachment, as its file tells it.

    Args:
        attachment: its id, by which the file is called.
        owner: whose it is.
        system: the compute system it is for.
        process: who makes it.
        steps: what it makes, in order.
    """

    attachment: str
    owner: str
    system: str
    process: ProcessIdentity = field(factory=own_identity)
    steps: list[JournalStep] = field(factory=list)

    def text(self) -> bytes:
        """Return it as it stands in its file."""
        steps = [{"Thing": one.thing.value, "Id": one.id, "Within": one.within, "Stage": one.stage.value} for one in self.steps]
        said = {
            "Format": _FORMAT,
            "Attachment": self.attachment,
            "Owner": self.owner,
            "System": self.system,
            "Process": self.process._asdict(),
            "Steps": steps,
        }
        return json.dumps(said, indent=1).encode()

    @classmethod
    def read(cls, text: bytes) -> JournalEntry:
        """Return the attachment that a file tells of.

        Raises:
            ValueError: it is no such file, or one of a later version.
        """
        try:
            said = json.loads(text)
            if said["Format"] != _FORMAT:
                message = f"its format is {said['Format']!r}, and this version reads {_FORMAT}"
                raise ValueError(message)
            return cls(
                attachment=bare(said["Attachment"]),
                owner=_text(said["Owner"]),
                system=_text(said["System"]),
                process=_process(said["Process"]),
                steps=[_step(one) for one in said["Steps"]],
            )
        except (KeyError, TypeError, AttributeError, RecursionError) as error:
            message = f"it is no file of an attachment: {type(error).__name__} {error}"
            raise ValueError(message) from error


@define(frozen=True)
class UnreadableEntry:
    """A file in the journal's directory that tells nothing.

    Args:
        path: where it is.
        reason: why.
    """

    path: Path
    reason: str


class Journal:
    """A directory with a file for each attachment.

    Args:
        directory: where; ``None`` takes the environment's ``HCSFFI_JOURNAL``, else a directory of this user's own.
    """

    def __init__(self, directory: str | os.PathLike[str] | None = None) -> None:
        self.directory = Path(directory) if directory is not None else _usual_directory()

    def path_of(self, attachment: str) -> Path:
        """Return the file of an attachment."""
        return self.directory / f"{attachment}{_SUFFIX}"

    def write(self, entry: JournalEntry) -> None:
        """Put an attachment's file into the place of its former one, on the disk.

        Raises:
            OSError: it could not be written; the former file stays.
        """
        self.directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = self.path_of(entry.attachment)
        fresh = path.with_suffix(_UNFINISHED)
        try:
            with fresh.open("wb") as file:
                file.write(entry.text())
                file.flush()
                os.fsync(file.fileno())
            _persistently(lambda: fresh.replace(path))
        except OSError:
            fresh.unlink(missing_ok=True)
            raise

    def remove(self, attachment: str) -> None:
        """Remove an attachment's file; one that is gone counts as removed.

        Raises:
            OSError: it could not be removed.
        """
        _persistently(lambda: self.path_of(attachment).unlink(missing_ok=True))

    def entries(self) -> Iterator[JournalEntry | UnreadableEntry]:
        """Read all files there are, in the order of their names; files that vanish meanwhile are left out.

        Yields:
            Attachments, and what could not be read.
        """
        try:
            paths = sorted(self.directory.iterdir())
        except FileNotFoundError:
            return
        for path in paths:
            if path.suffix != _SUFFIX:
                continue
            try:
                yield JournalEntry.read(_persistently(path.read_bytes))
            except FileNotFoundError:
                continue
            except (OSError, ValueError) as error:
                yield UnreadableEntry(path, str(error))

    def sweep(self) -> tuple[Path, ...]:
        """Remove files that somebody was killed over while writing them; nothing native had begun that they alone tell of.

        Returns:
            What was removed.
        """
        return tuple(path for path in sorted(self.directory.glob(f"*{_UNFINISHED}")) if _swept(path))


def _persistently(action: Callable[[], _Answer]) -> _Answer:
    """Do something with a file, again where Windows refuses it because another process has the file open: for a moment, to read it."""
    for pause_s in _PAUSES_S if _WINDOWS else ():
        with contextlib.suppress(PermissionError):
            return action()
        time.sleep(pause_s)
    return action()


def _swept(path: Path) -> bool:
    try:
        stale = time.time() - path.stat().st_mtime > _STALE_S
        if stale:
            path.unlink()
    except OSError:  # its writer has renamed it, or it is not ours to remove
        return False
    return stale


def _usual_directory() -> Path:
    named = os.environ.get(_PLACE)
    if named:
        return Path(named)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "hcsffi" / "attachments"
    return Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state") / "hcsffi" / "attachments"


def _text(said: object) -> str:
    if not isinstance(said, str):
        raise TypeError("a text is something else")
    return said


def _process(said: Mapping[str, object]) -> ProcessIdentity:
    number, birth = said["id"], said["birth"]
    if not isinstance(number, int) or not isinstance(birth, int):
        raise TypeError("a number is something else")
    return ProcessIdentity(number, birth, _text(said["machine"]), _text(said["start"]), _text(said["namespace"]))


def _step(said: Mapping[str, object]) -> JournalStep:
    within = _text(said["Within"])
    return JournalStep(
        thing=Thing(said["Thing"]), id=bare(_text(said["Id"])), within=bare(within) if within else "", stage=Stage(said["Stage"])
    )
