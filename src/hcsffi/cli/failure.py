"""Turns an exception into one line on stderr and an exit code."""

from __future__ import annotations

import sys
import traceback
from typing import Final

from hcsffi.cli.exit_code import NOT_EXECUTABLE, NOT_FOUND, OUR_FAILURE
from hcsffi.documents import InvalidDocument
from hcsffi.errors import HcsError
from hcsffi.hresult import value_of
from hcsffi.storage.oci.refusal import ArchiveRefused

# How a create-process answers for a program that is not there, or is no program (behaviour C-9 and the Win32 codes).
_PROGRAM_CODES: Final = {
    value_of("ERROR_FILE_NOT_FOUND"): NOT_FOUND,
    value_of("ERROR_PATH_NOT_FOUND"): NOT_FOUND,
    value_of("E_ACCESSDENIED"): NOT_EXECUTABLE,
    value_of("ERROR_BAD_FORMAT"): NOT_EXECUTABLE,
    value_of("ERROR_BAD_EXE_FORMAT"): NOT_EXECUTABLE,
}


class Refusal(Exception):
    """What the user asked for cannot be done, for a reason of this program's own."""


def code_after(error: BaseException) -> int:
    """Return what the command exits with after this error."""
    if isinstance(error, HcsError) and error.function == "HcsCreateProcess":
        return _PROGRAM_CODES.get(error.hresult, OUR_FAILURE)
    return OUR_FAILURE


def innermost(error: BaseException) -> BaseException:
    """Return what a task group has wrapped: the first error of the first group."""
    while members := getattr(error, "exceptions", ()):
        error = members[0]
    return error


def line(error: BaseException) -> str:
    """Return the error as one line."""
    if isinstance(error, HcsError | Refusal | ArchiveRefused):
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
    return code_after(error)
