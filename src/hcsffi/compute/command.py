"""Commands of a system: what a caller gives, checked before anything exists, and ``run``, which sees one command to its end."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Literal, TypedDict, overload

import anyio

from hcsffi.compute.capture import CompletedCommand, Limits, capture, create_to_capture
from hcsffi.compute.process_tree import ending_words
from hcsffi.delivery.argument import refuse_misspelt

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from typing_extensions import Never, Unpack

    from hcsffi import documents
    from hcsffi.compute.process import ComputeProcess

    Word = str | os.PathLike[str]
    Command = Sequence[Word] | Word
    Buffer = bytes | bytearray | memoryview

_UTF_8 = "utf-8"


class RunOptions(TypedDict, total=False):
    """What :meth:`CommandRunner.run` takes in every form."""

    env: Mapping[str, str] | None
    cwd: Word | None
    user: str | None
    check: bool
    timeout_s: float | None
    drain_s: float
    max_output_bytes: int | None


class CommandRunner:
    """The part of a system that runs commands."""

    _guest_is_linux: bool | None = None

    async def create_process(
        self, parameters: dict[str, object], *, terminate_on_close: bool = False, timeout_s: float | None = None
    ) -> ComputeProcess:
        """Start a process; see :meth:`ComputeSystem.create_process`."""
        raise NotImplementedError

    async def properties(self) -> documents.Properties:
        """Return the basic properties; see :meth:`ComputeSystem.properties`."""
        raise NotImplementedError

    @overload
    async def run(
        self,
        command: Command,
        *,
        input: Buffer | None = None,
        text: Literal[False] = False,
        encoding: None = None,
        **options: Unpack[RunOptions],
    ) -> CompletedCommand[bytes]: ...
    @overload
    async def run(
        self,
        command: Command,
        *,
        input: str | None = None,
        text: Literal[True],
        encoding: str | None = None,
        **options: Unpack[RunOptions],
    ) -> CompletedCommand[str]: ...
    @overload
    async def run(
        self, command: Command, *, input: str | None = None, text: bool = False, encoding: str, **options: Unpack[RunOptions]
    ) -> CompletedCommand[str]: ...
    async def run(
        self,
        command: Command,
        *,
        input: Buffer | str | None = None,  # noqa: A002 - the name subprocess.run gave it
        text: bool = False,
        encoding: str | None = None,
        env: Mapping[str, str] | None = None,
        cwd: Word | None = None,
        user: str | None = None,
        check: bool = False,
        timeout_s: float | None = None,
        drain_s: float = 5,
        max_output_bytes: int | None = None,
        **misspelt: Never,
    ) -> CompletedCommand[bytes] | CompletedCommand[str]:
        """Run a command to its end and return its exit code and output, like :func:`subprocess.run`.

        Args:
            command: arguments, quoted here where the guest needs it; a path; or a command line, sent as it is.
            input: what the command reads; ``None`` gives it no input.
            text: whether input and output are texts, in UTF-8.
            encoding: as ``text``, in this encoding.
            env: environment variables, added to the system's own.
            cwd: the working directory inside the system.
            user: the account inside the system.
            check: whether an exit code other than 0 raises.
            timeout_s: how long the command may take, in seconds; ``None`` sets no limit.
            drain_s: how long a grandchild may hold an output open in silence after the exit, in seconds.
            max_output_bytes: how much of each output is kept, half from either end, in at most 1.2 times the memory.
            **misspelt: nothing; a name that subprocess has for one of these is told.

        Raises:
            CommandFailed: ``check`` was given and the exit code is not 0; a subprocess.CalledProcessError.
            TimedOut: it took longer; it was killed with its process tree where the guest has a program for that (``taskkill``, or a
                shell that reads /proc); the error says what was killed and carries what a result would, as bytes.
            TypeError: ``input`` or the command is of a wrong type; nothing was started.
            ValueError: the command is empty, or ``max_output_bytes`` negative; nothing was started.
            NotFound: the program is not there.

        Cancellation:
            The command is killed with its process tree, which may hold up the cancellation for up to 5 seconds.

        Source:
            HcsCreateProcess, computecore.h; schema ProcessParameters (since 2.0).
        """
        refuse_misspelt("run", misspelt)
        code = encoding or (_UTF_8 if text else None)
        given = _input_bytes(input, code)
        wanted = {**await self.command_members(command), **_members(env, cwd, user, max_output_bytes, has_input=given is not None)}
        begun = anyio.current_time()
        end_tree = partial(self._end_tree, user=user)
        create = partial(self.create_process, wanted, terminate_on_close=True, timeout_s=timeout_s)
        async with await create_to_capture(create, end_tree) as process:
            done = await capture(process, command, given or b"", Limits(timeout_s, begun, drain_s, max_output_bytes), end_tree)
        return _finished(done, code, check=check)

    async def command_members(self, command: Command) -> dict[str, object]:
        """Return the members of ``ProcessParameters`` that carry a command to this system's guest.

        Args:
            command: arguments, which a Linux guest takes as they are and a Windows guest as one line by Windows' quoting
                rules; a path, which is a program without arguments; or a command line, which is sent as it is.

        Raises:
            TypeError: the command is no text, path or sequence of them.
            ValueError: the command is empty.
            HcsError: the system would not say which guest it has; asked once, for arguments only.

        Cancellation:
            Ends the wait.
        """
        words = _words(command)
        if isinstance(words, str):
            return {"CommandLine": words}
        return _arguments(words, guest_is_linux=await self.guest_is_linux())

    async def guest_is_linux(self) -> bool:
        """Return whether programs inside are Linux', whose words and paths differ from Windows'; asked once.

        Raises:
            HcsError: the system would not say.

        Cancellation:
            Ends the wait.

        Source:
            HcsGetComputeSystemProperties; schema Properties (RuntimeOsType).
        """
        if self._guest_is_linux is None:
            kind = (await self.properties()).runtime_os_type
            self._guest_is_linux = str(getattr(kind, "value", kind)).lower() == "linux"
        return self._guest_is_linux

    async def _end_tree(self, process: ComputeProcess, *, user: str | None) -> bool:
        """End a process with its process tree, by a program of the guest; whether that could be done."""
        guest_is_linux = await self.guest_is_linux()
        words = ending_words(process.id, guest_is_linux=guest_is_linux, alive=process.returncode is None)
        if words is None:
            return False
        members = _arguments(words, guest_is_linux=guest_is_linux)
        # An account of Windows ends its own processes; on Linux the system's own account ends everybody's.
        members |= {} if user is None or guest_is_linux else {"User": user}
        async with await self.create_process(members, terminate_on_close=True) as ending:
            return (await ending.wait()).exit_code == 0


def _arguments(words: list[str], *, guest_is_linux: bool) -> dict[str, object]:
    """The member that carries arguments: a Linux guest takes them as they are, a Windows guest as one line."""
    return {"CommandArgs": words} if guest_is_linux else {"CommandLine": subprocess.list2cmdline(words)}


def _words(command: object) -> list[str] | str:
    """The command as a line or as plain arguments; everything else is refused with one sentence."""
    if isinstance(command, (bytes, bytearray)) or not isinstance(command, (str, os.PathLike, Iterable)):
        hint = ": decode them first" if isinstance(command, (bytes, bytearray)) else ""
        message = f"a command is a text, or a sequence of texts and paths, not {type(command).__name__}{hint}"
        raise TypeError(message)
    if isinstance(command, str):
        words: list[str] | str = command
    else:
        words = [_word(*numbered) for numbered in enumerate([command] if isinstance(command, os.PathLike) else command)]
    if not words:
        message = "an empty command runs nothing"
        raise ValueError(message)
    return words


def _word(position: int, word: object) -> str:
    plain = os.fspath(word) if isinstance(word, os.PathLike) else word
    if not isinstance(plain, str):
        message = f"a command's arguments are texts or paths; number {position} is {type(word).__name__}"
        raise TypeError(message)
    return plain


def _input_bytes(given: object, encoding: str | None) -> bytes | None:
    """The input as bytes.

    Raises:
        TypeError: it is a text without an encoding, bytes with one, or neither.
        LookupError: there is no such encoding.
    """
    if encoding is not None:
        "".encode(encoding)
    if isinstance(given, str):
        if encoding is None:
            message = "input is a text: give bytes, or say text=True or encoding="
            raise TypeError(message)
        return given.encode(encoding)
    if isinstance(given, (bytes, bytearray, memoryview)):
        if encoding is not None:
            message = "input is bytes: with text=True or encoding= it is a text"
            raise TypeError(message)
        return bytes(given)
    if given is not None:
        message = f"input is bytes or a text, not {type(given).__name__}"
        raise TypeError(message)
    return None


def _members(
    env: Mapping[str, str] | None, cwd: Word | None, user: str | None, max_output_bytes: int | None, *, has_input: bool
) -> dict[str, object]:
    """The members of ``ProcessParameters`` beside the command."""
    if max_output_bytes is not None and max_output_bytes < 0:
        message = f"max_output_bytes is {max_output_bytes}: less than nothing cannot be kept"
        raise ValueError(message)
    members: dict[str, object] = {"CreateStdOutPipe": True, "CreateStdErrPipe": True}
    members |= {"CreateStdInPipe": True} if has_input else {}
    members |= {} if env is None else {"Environment": dict(env)}
    members |= {} if cwd is None else {"WorkingDirectory": os.fspath(cwd)}
    members |= {} if user is None else {"User": user}
    return members


def _finished(done: CompletedCommand[bytes], encoding: str | None, *, check: bool) -> CompletedCommand[bytes] | CompletedCommand[str]:
    finished = done if encoding is None else done.decoded(encoding)
    if check:
        finished.check_returncode()
    return finished
