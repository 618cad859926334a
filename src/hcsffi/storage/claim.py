"""Who is making or using a folder, told to whoever cleans up after the dead.

A claim is a file in the root, beside the folder it speaks of. Whoever makes the folder holds the file's lock, which the system takes away
when the process ends in whatever way: a claim that nobody holds is a dead one's. A lock needs no process ids, so it holds across their
namespaces and across containers that share the root.

The order: the claim is taken and written; the folder is made under a private name; the claim is written again with the folder's identity;
only then the folder gets its name. So a name is never taken for the dead one's unless the very folder is the one that was made: what
somebody else put there meanwhile stays. The claim goes last.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import secrets
import stat
import sys
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

from hcsffi.uncopyable import Uncopyable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FORM: Final = 1
CLAIM: Final = ".hcsffi-claim-"
FOLDER: Final = ".hcsffi-folder-"
SCRATCH: Final = "scratch"
LAYER: Final = "layer"
REMOVAL: Final = "removal"
_SIZE_LIMIT: Final = 1 << 20
_LOCK_PLACE: Final = 1 << 40
"""Where Windows locks one byte: behind the text, which a lock would keep others from reading."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What a claim says.

    Args:
        kind: ``scratch``, which is attached and goes at the end; ``layer``, which stays once it is whole; ``removal`` of one that is.
        name: the folder's name in the root.
        token: what its private name is made of.
        parents: the paths of the layers it stands on, links resolved.
        identity: device and number of the folder, once it was made.
    """

    kind: str
    name: str
    token: str
    parents: tuple[str, ...] = ()
    identity: tuple[int, int] | None = None

    @property
    def private_name(self) -> str:
        """The folder's name before it is ready and when it is about to go."""
        return FOLDER + self.token


class Claim(Uncopyable):
    """A claim that this process holds.

    Args:
        root: the folder it lies in.
        file: the file's descriptor, locked; owned by this object from here on.
        statement: what it says.
    """

    def __init__(self, root: Path, file: int, statement: Statement) -> None:
        self.root = root
        self.statement = statement
        self._file = file

    def __del__(self) -> None:
        self.give_up()  # whoever held it has lost it, such as a task that was ended while a thread took the claim

    @property
    def place(self) -> Path:
        """The folder by its name."""
        return self.root / self.statement.name

    @property
    def real_place(self) -> str:
        """The folder as claims of those that stand on it name it: links of the root resolved."""
        return str(Path(os.path.realpath(self.root)) / self.statement.name)

    @property
    def private_place(self) -> Path:
        """The folder before it is ready and when it is about to go."""
        return self.root / self.statement.private_name

    @classmethod
    def take(cls, place: Path, kind: str, parents: Sequence[str]) -> Claim:
        """Claim a folder that is to be made.

        Raises:
            FileExistsError: somebody living has claimed it.
            LeftClaim: somebody dead has; the claim is held now, so that it can be swept.
            OSError: the root is not there or may not be written.

        Blocks:
            As the file system does.
        """
        path = place.parent / claim_name(place.name)
        while True:
            file = _open(path, os.O_CREAT)
            with _closed_on_error(file):
                if not _lock(file):
                    raise FileExistsError(errno.EEXIST, "in use: another process or task has claimed it", str(place))
                is_still = _is_still(path, file)
                left = _read(path, file) if is_still else None
            if is_still:
                break
            os.close(file)  # whoever held it has removed it meanwhile
        if left is not None:
            raise LeftClaim(cls(place.parent, file, left))
        claim = cls(place.parent, file, Statement(kind, place.name, secrets.token_hex(16), tuple(os.path.realpath(one) for one in parents)))
        try:
            claim._write()
        except OSError:  # the disk is full: nothing was claimed
            claim.release()
            raise
        return claim

    @classmethod
    def hold(cls, path: Path) -> Claim | None:
        """Hold a claim that nobody holds; ``None`` where somebody living does or it has gone.

        Raises:
            UnreadableClaim: nobody can say what it claims.
            OSError: it may not be opened.

        Blocks:
            As the file system does.
        """
        try:
            file = _open(path, 0)
        except FileNotFoundError:
            return None
        with _closed_on_error(file):
            is_held = _lock(file) and _is_still(path, file)
            statement = _read(path, file) if is_held else None
        if not is_held:
            os.close(file)
            return None
        held = cls(path.parent, file, statement or Statement(LAYER, "", secrets.token_hex(16)))
        if statement is None:  # its maker died before it wrote: nothing was made
            held._remove(path)
            return None
        return held

    def make_folder(self) -> None:
        """Make the folder and give it its name.

        Raises:
            FileExistsError: there is something of that name, which stays.
            OSError: the root may not be written.

        Blocks:
            As the file system does.
        """
        if os.path.lexists(self.place):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(self.place))
        self.private_place.mkdir()
        self.statement = replace(self.statement, identity=identity_of(self.private_place))
        self._write()
        self.private_place.rename(self.place)

    def adopt_folder(self) -> None:
        """Speak of the folder that has the name already.

        Raises:
            FileNotFoundError: there is none.

        Blocks:
            As the file system does.
        """
        identity = identity_of(self.place)
        if identity is None:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(self.place))
        self.statement = replace(self.statement, identity=identity)
        self._write()

    def restore_folder(self) -> None:
        """Give the folder its name back, unless something has it meanwhile.

        Raises:
            OSError: the root may not be written.

        Blocks:
            As the file system does.
        """
        if identity_of(self.private_place) is not None and not os.path.lexists(self.place):
            self.private_place.rename(self.place)

    def hide_folder(self) -> None:
        """Give the folder its private name again, where it still has the other one; what else has that name stays.

        Raises:
            OSError: it is in use, or the root may not be written.

        Blocks:
            As the file system does.
        """
        if self.statement.identity is not None and identity_of(self.place) == self.statement.identity and self._is_own(self.place):
            self.place.rename(self.private_place)

    def _is_own(self, place: Path) -> bool:
        """Whether claim and folder are the same account's: in a root where many may write, a claim says nothing about others' folders."""
        return sys.platform == "win32" or os.fstat(self._file).st_uid == place.lstat().st_uid

    def release(self) -> None:
        """Remove the claim: nothing is left to be undone.

        Blocks:
            As the file system does.
        """
        self._remove(self.root / claim_name(self.statement.name))

    def give_up(self) -> None:
        """Leave the claim to whoever sweeps, as the end of this process would."""
        file, self._file = self._file, -1
        if file != -1:
            os.close(file)

    def _remove(self, path: Path) -> None:
        if sys.platform == "win32":  # where an open file cannot be removed; nobody can hold it without reading that nothing is left
            self._write(empty=True)
            self.give_up()
            with suppress(PermissionError):  # whoever has it open meanwhile has claimed the name anew
                path.unlink(missing_ok=True)
        else:
            path.unlink(missing_ok=True)
            self.give_up()

    def _write(self, *, empty: bool = False) -> None:
        text = b"" if empty else json.dumps({"form": FORM, **asdict(self.statement)}).encode()
        os.lseek(self._file, 0, os.SEEK_SET)
        os.write(self._file, text)  # before it is cut: a death between the two must not leave an empty claim
        os.ftruncate(self._file, len(text))


class LeftClaim(Exception):
    """A claim was left by somebody who is dead.

    Args:
        claim: it, held by this process now.
    """

    def __init__(self, claim: Claim) -> None:
        super().__init__(claim)
        self.claim = claim


class UnreadableClaim(Exception):
    """A claim cannot be read, so nothing is swept by it.

    Args:
        path: the claim.
        reason: what is wrong with it.
    """

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


def claim_name(name: str) -> str:
    """Return the name of the claim for a folder of that name: as long for a long name as for a short one."""
    return CLAIM + hashlib.sha256(os.fsencode(name)).hexdigest()[:32]


def claims_in(root: Path) -> Iterator[Path]:
    """Find the claims in a folder, in the order of their names.

    Raises:
        OSError: the folder is not there or may not be read.

    Blocks:
        As the file system does.
    """
    for entry in sorted(root.iterdir()):
        if entry.name.startswith(CLAIM):
            yield entry


def peek(path: Path) -> Statement | None:
    """Return what a claim says, whoever holds it; ``None`` where that cannot be read or it has gone.

    Blocks:
        As the file system does.
    """
    try:
        file = _open(path, 0)
    except OSError:
        return None
    try:
        found = os.fstat(file)
        return _record(path, os.read(file, _SIZE_LIMIT)) if found.st_size else None
    except UnreadableClaim:
        return None
    finally:
        os.close(file)


def identity_of(place: Path) -> tuple[int, int] | None:
    """Return device and number of a folder; ``None`` where there is none, or a link or a file instead.

    Blocks:
        As the file system does.
    """
    try:
        found = place.lstat()
    except FileNotFoundError:
        return None
    return (found.st_dev, found.st_ino) if stat.S_ISDIR(found.st_mode) else None


def _open(path: Path, flags: int) -> int:
    hardened = sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_CLOEXEC", "O_NONBLOCK", "O_BINARY", "O_NOINHERIT"))
    file = os.open(path, os.O_RDWR | flags | hardened, 0o600)
    if not stat.S_ISREG(os.fstat(file).st_mode):
        os.close(file)
        raise FileExistsError(errno.EEXIST, "there is something else in a claim's place", str(path))
    return file


@contextmanager
def _closed_on_error(file: int) -> Iterator[None]:
    try:
        yield
    except BaseException:
        os.close(file)
        raise


def _lock(file: int) -> bool:
    try:
        if sys.platform == "win32":
            os.lseek(file, _LOCK_PLACE, os.SEEK_SET)
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in {errno.EACCES, errno.EAGAIN, errno.EDEADLK}:
            return False
        raise
    return True


def _is_still(path: Path, file: int) -> bool:
    """Whether the name still leads to the file: between opening and locking it another may have removed it."""
    opened = os.fstat(file)
    try:
        named = path.lstat()
    except FileNotFoundError:
        return False
    return (opened.st_dev, opened.st_ino) == (named.st_dev, named.st_ino) and stat.S_ISREG(named.st_mode)


def _read(path: Path, file: int) -> Statement | None:
    """What a claim says that this process holds; ``None`` where nothing is written."""
    os.lseek(file, 0, os.SEEK_SET)
    text = os.read(file, _SIZE_LIMIT)
    return _record(path, text) if text else None


def _record(path: Path, text: bytes) -> Statement:
    try:
        statement = _parsed(json.loads(text))
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise UnreadableClaim(path, "it is no claim of this library") from error
    if {statement.name} & {"", ".", ".."} or statement.name != Path(statement.name).name or path.name != claim_name(statement.name):
        raise UnreadableClaim(path, f"it speaks of {statement.name!r}, which is not the folder that its own name stands for")
    return statement


def _parsed(value: dict[str, object]) -> Statement:
    if value["form"] != FORM or value["kind"] not in {SCRATCH, LAYER, REMOVAL}:
        raise ValueError(value)
    name, token, parents, identity = (value[member] for member in ("name", "token", "parents", "identity"))
    if not (isinstance(name, str) and isinstance(token, str) and token.isalnum() and token.isascii() and isinstance(parents, list)):
        raise TypeError(value)
    made = None
    if isinstance(identity, list):
        device, number = (int(part) for part in identity)
        made = device, number
    return Statement(str(value["kind"]), name, token, tuple(str(parent) for parent in parents), made)
