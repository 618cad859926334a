"""The local terminal: its size, its raw mode, the promise to put it back, and the signals a program in it gets."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import anyio

if sys.platform != "win32":
    import termios
    import tty

if TYPE_CHECKING:
    import signal
    from collections.abc import AsyncIterator, Iterator

_STANDARD_SIZE: Final = (24, 80)


def size() -> tuple[int, int]:
    """Return (rows, columns) of the first of stdout, stderr and stdin that is a terminal; 24 by 80 where none is."""
    for descriptor in (1, 2, 0):
        try:
            columns, rows = os.get_terminal_size(descriptor)
        except OSError:
            continue
        if rows and columns:
            return rows, columns
    return _STANDARD_SIZE


@contextmanager
def raw(descriptor: int) -> Iterator[None]:
    """Hand every key to the child while the block runs; the terminal's mode is put back whatever ends the block.

    Args:
        descriptor: of our input; where it is no terminal, nothing happens.
    """
    if sys.platform == "win32" or not os.isatty(descriptor):
        yield
        return
    before = termios.tcgetattr(descriptor)
    try:
        tty.setraw(descriptor, termios.TCSADRAIN)
        yield
    finally:
        termios.tcsetattr(descriptor, termios.TCSADRAIN, before)


@contextmanager
def signals(*numbers: signal.Signals | None) -> Iterator[AsyncIterator[signal.Signals] | None]:
    """Receive signals in a task; where the loop cannot (Windows), an interrupt ends the program as Python sees fit."""
    wanted = [number for number in numbers if number is not None]
    if sys.platform == "win32" or not wanted:
        yield None
        return
    with anyio.open_signal_receiver(*wanted) as received:
        yield received
