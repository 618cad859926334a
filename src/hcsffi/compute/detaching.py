"""Keys that leave a process alone: typed one after the other at its console, they end the conversation and not the process."""

from __future__ import annotations

import os
import string
import subprocess
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from hcsffi.compute.conversation import Give
    from hcsffi.delivery.pipe import ReceivePipe

DETACH_KEYS: Final = "ctrl-p,ctrl-q"
"""What Docker's users type."""
_CONTROL: Final = "ctrl-"
_WITH_CONTROL: Final = {key: ord(key) & 0x1F for key in string.ascii_lowercase + "@[\\]^_"}
"""What a terminal sends for a key while Control is held: the key's lowest five bits (ECMA-48, C0)."""


class Detached(Exception):
    """The keys were typed: whoever typed them wants to leave, and the process goes on."""


def keys(text: str) -> bytes:
    """What a terminal sends for keys that are written as Docker writes them, ``ctrl-p,ctrl-q`` or ``ctrl-x,x``.

    Raises:
        ValueError: they are written otherwise.
    """
    return bytes(map(_key, text.split(",")))


def _key(text: str) -> int:
    held = text.removeprefix(_CONTROL)
    if held != text and held in _WITH_CONTROL:
        return _WITH_CONTROL[held]
    if len(text) != 1 or not text.isascii():
        raise ValueError(f"{text!r} is no key: a character is, and ctrl- before a letter or one of @ [ \\ ] ^ _")
    return ord(text)


def until_typed(wanted: bytes, give: Give) -> Give:
    """Return what gives the same input until the keys are among it.

    What may be their beginning is held back until another key tells.

    Args:
        wanted: the keys, as a terminal sends them.
        give: the input; ``b""`` at its end.

    Returns:
        Raises :class:`Detached` at the first call after the keys were typed, when all that was typed before them is given.
    """
    held = bytearray()
    is_typed = False

    async def given() -> bytes:
        nonlocal is_typed
        while not is_typed:
            typed = await give()
            if not typed:
                rest = bytes(held)
                held.clear()
                return rest
            known = bytearray()
            for key in typed:
                held.append(key)
                while not wanted.startswith(held):
                    known.append(held.pop(0))
                if len(held) == len(wanted):
                    is_typed = True
                    break
            if known:
                return bytes(known)
        raise Detached

    return given


def leave_reader(output: ReceivePipe) -> None:
    """Let a program of its own read what comes from now on, and throw it away: a console that nobody reads holds its process up.

    It ends with the output. On Windows there is none, and the output is closed with this program.

    Args:
        output: still the caller's, who closes it.
    """
    if os.name == "nt":
        return
    descriptor = output.fileno()
    os.set_blocking(descriptor, True)  # the reader waits as programs do
    # A shell starts it and is waited for, so that the reader is nobody's child here.
    command = ["/bin/sh", "-c", "exec 3<&0; cat <&3 >/dev/null 2>&1 &"]
    nowhere = subprocess.DEVNULL
    subprocess.run(  # noqa: S603 - words of our own
        command, stdin=descriptor, stdout=nowhere, stderr=nowhere, start_new_session=True, check=False, cwd="/"
    )
