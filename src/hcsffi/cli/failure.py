"""Turns an exception into one line on stderr and an exit code."""

from __future__ import annotations

import sys
import traceback
from typing import Final

from hcsffi.documents import InvalidDocument
from hcsffi.errors import HcsError

_OUR_FAILURE: Final = 125
_NOT_EXECUTABLE: Final = 126
_NOT_FOUND: Final = 127

# How a create-process answers for a program that is not there, or is no program (behaviour C-9 and the Win32 codes).
_PROGRAM_CODES: Final = {
    0x80070002: _NOT_FOUND,
    0x80070003: _NOT_FOUND,
    0x80070005: _NOT_EXECUTABLE,
    0x8007000B: _NOT_EXECUTABLE,
    0x800700C1: _NOT_EXECUTABLE,
}


class Refusal(Exception):
    """What the user asked for cannot be done, for a reason of this program's own."""


def exit_code(error: BaseException) -> int:
    """Return what the command exits with after this error."""
    if isinstance(error, HcsError) and error.function == "HcsCreateProcess":
        return _PROGRAM_CODES.get(error.hresult, _OUR_FAILURE)
    return _OUR_FAILURE


def innermost(error: BaseException) -> BaseException:
    """Return what a task group has wrapped: the first error of the first group."""
    while members := getattr(error, "exceptions", ()):
        error = members[0]
    return error


def line(error: BaseException) -> str:
    """Return the error as one line."""
    if isinstance(error, HcsError | Refusal):
        text = str(error)
    elif isinstance(error, InvalidDocument):
        text = "; ".join(str(error).splitlines())
    elif isinstance(error, OSError):
        place = f"{error.filename}: " if error.filename else ""
        text = f"{place}{error.strerror or error}"
    else:
        text = f"unexpected {type(error).__name__}: {error}; --debug tells more"
    return " ".join(text.split())


def report(error: BaseException, *, debug: bool) -> int:
    """Print the error on stderr and return the exit code.

    Args:
        error: what ended the command.
        debug: whether to print the service's document and the traceback as well.
    """
    error = innermost(error)
    print(f"hcsffi: {line(error)}", file=sys.stderr)
    if debug:
        if isinstance(error, HcsError) and error.document:
            print(error.document, file=sys.stderr)
        traceback.print_exception(error, file=sys.stderr)
    return exit_code(error)
