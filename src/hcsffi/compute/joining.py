"""Joins this program's own terminal, or whatever its standard streams are, to a process."""

from __future__ import annotations

import signal
from contextlib import nullcontext
from functools import partial
from typing import TYPE_CHECKING, Final

from hcsffi.compute import passage, terminal
from hcsffi.compute.conversation import converse
from hcsffi.compute.detaching import keys, until_typed
from hcsffi.errors import HcsError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hcsffi import documents
    from hcsffi.compute.process import ComputeProcess

_STDIN, _STDOUT, _STDERR = 0, 1, 2
_WINDOW_CHANGED: Final = getattr(signal, "SIGWINCH", None)


async def join_terminal(
    process: ComputeProcess, *, console: bool = True, size: Sequence[int] | None = None, drain_s: float = 5, detach_keys: str = ""
) -> documents.ProcessStatus:
    """Join standard input, output and error of this program to a process until it has exited; return its exit status.

    With a console every key goes to the process (raw mode, where our input is a terminal), and its console follows the size
    of our window; the terminal is put back, whatever ends the call.

    Args:
        process: just created, with ``EmulateConsole`` or with pipes; streams it does not have are left out.
        console: whether it has an emulated console.
        size: rows and columns its console was created with; ``None`` gives it ours at once.
        drain_s: how long an output may stay silent after the exit, in seconds.
        detach_keys: what is typed to leave the process alone, such as ``ctrl-p,ctrl-q``; empty has no such keys.

    Raises:
        Detached: those keys were typed; the process goes on (``hcsffi.compute.detaching``).
        ValueError: ``detach_keys`` names no keys.
        HcsError: the exit could not be waited for, or the input not be ended.
        OSError: our output could not be written; a reader that has left is no error.

    Cancellation:
        Ends the conversation and puts the terminal back; the process goes on. A byte that was typed just then may be lost.
    """
    source = passage.source(_STDIN)
    if detach_keys:
        source = until_typed(keys(detach_keys), source)
    with terminal.raw(_STDIN) if console and process.stdin is not None else nullcontext():
        return await converse(
            process,
            stdin=source,
            stdout=passage.target(_STDOUT),
            stderr=passage.target(_STDERR),
            drain_s=drain_s,
            beside=partial(_follow_size, process, size) if console else None,
        )


async def _follow_size(process: ComputeProcess, size: Sequence[int] | None) -> None:
    """Give the process's console the size of ours whenever ours changes, and at once where it is another one."""
    with terminal.signals(_WINDOW_CHANGED) as received:
        if received is None:
            return
        try:
            if size is None or terminal.size() != tuple(size):
                await process.resize_console(*terminal.size())
            async for _ in received:
                await process.resize_console(*terminal.size())
        except HcsError:  # it has exited, or its console is gone: there is nothing to resize
            return
