"""Members nobody knows that look like a typing error: told before they are sent, and sent all the same."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from inspect import currentframe
from typing import TYPE_CHECKING
from warnings import warn

from hcsffi.documents.problem import InvalidDocument, Problem
from hcsffi.documents.since import check
from hcsffi.documents.wire import Encoded, weigh

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from hcsffi.documents.document import Document

_strict: ContextVar[bool] = ContextVar("hcsffi_strict_members", default=False)


@contextmanager
def strict_members() -> Iterator[None]:
    """Refuse members that look like typing errors, inside the block, instead of warning of them.

    ``with hcsffi.strict_members(): await ComputeSystem.create(...)``
    """
    token = _strict.set(True)
    try:
        yield
    finally:
        _strict.reset(token)


class UnknownMember(UserWarning):
    """A mapping or JSON text has a member that no source knows and that looks like one of that place; it is sent all the same.

    Args:
        path: where, as a JSON path.
        suggestion: the member that was probably meant.
    """

    def __init__(self, path: str, suggestion: str) -> None:
        super().__init__(path, suggestion)
        self.path = path
        self.suggestion = suggestion

    def __str__(self) -> str:
        return f"{self.path}: no source knows this member; did you mean {self.suggestion}?"


def typos(document: Document) -> list[UnknownMember]:
    """Every unknown member of a document that is close to a known one of its place, or written the Python way."""
    return [
        UnknownMember(finding.path, finding.suggestion)
        for finding in check(document)
        if finding.kind == "unknown member" and finding.suggestion is not None
    ]


def told(cls: type[Document], value: Document | Mapping[str, Any] | str | bytes | bytearray | memoryview) -> Encoded:
    """Check and write what somebody wants to send, and warn of members that look like typing errors.

    Args:
        cls: the type the function expects.
        value: an instance of it, a mapping with wire names, or JSON text; of an instance nothing is told, its members were named in Python.

    Raises:
        InvalidDocument: the document does not fit the type; inside `strict_members`, it has members that look like typing errors.

    Warns:
        UnknownMember: for each of them otherwise, at the first line outside this library.
    """
    encoded = weigh(cls, value)
    if encoded.has_unknown_members and not isinstance(value, cls):
        found = typos(encoded.document)
        if found and _strict.get():
            problems = [Problem(typo.path, "a member no source knows", "the members of the type", typo.suggestion) for typo in found]
            raise InvalidDocument(cls.__name__, problems)
        for typo in found:
            warn(typo, stacklevel=_calls_inside())
    return encoded


def _calls_inside() -> int:
    """How many calls above the caller's the first line outside this library is."""
    frame, calls = currentframe(), 0
    while frame is not None and frame.f_globals.get("__name__", "").startswith("hcsffi."):
        frame, calls = frame.f_back, calls + 1
    return calls
