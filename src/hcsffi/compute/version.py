"""Refuses what the service's schema version cannot carry, naming the members: the service itself would name none, or ignore them."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Final

import anyio
from anyio.lowlevel import RunVar

from hcsffi import documents
from hcsffi.compute import service
from hcsffi.delivery import connection
from hcsffi.documents.versions import numbers_of
from hcsffi.errors import HcsError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hcsffi.documents.wire import Encoded

_OLDEST: Final = (2, 1)
"""What every service with this API takes (Windows 10 1809); documents that need no more are sent without asking."""

_lock: RunVar[anyio.Lock] = RunVar("hcsffi_asking_for_schema_versions")

_answers: dict[connection.Connection, list[tuple[int, int]]] = {}

_enforced: ContextVar[bool] = ContextVar("hcsffi_schema_version_enforced", default=True)


@contextmanager
def any_schema_version() -> Iterator[None]:
    """Send documents whatever schema version they need, inside the block: the service may know more than it says.

    ``with hcsffi.any_schema_version(): await ComputeSystem.create(...)``
    """
    token = _enforced.set(False)
    try:
        yield
    finally:
        _enforced.reset(token)


async def refuse_newer(sent: Encoded) -> None:
    """Make sure that the service takes the schema version the document needs.

    Args:
        sent: the document, checked and written already; its writing told the version.

    Raises:
        InvalidDocument: the service's schema version is older; every member and value that is newer is a problem.

    Cancellation:
        Ends the wait.
    """
    if not _enforced.get():
        return
    needed = numbers_of(sent.version)
    if needed <= _OLDEST:
        return
    try:
        supported = await _supported()
    except HcsError:
        return  # the call itself is about to say what is wrong with the service
    newest = max((pair for pair in supported if pair[0] == needed[0]), default=needed)
    if newest >= needed:
        return
    limit = f"{newest[0]}.{newest[1]}"
    raise documents.InvalidDocument(
        type(sent.document).__name__,
        [
            documents.Problem(
                finding.path, f"{finding.name}, which needs schema {finding.since} ({finding.release})", f"what schema {limit} has"
            )
            for finding in documents.check(sent.document, schema_version=limit)
            if finding.since is not None
        ],
    )


async def _supported() -> list[tuple[int, int]]:
    """What the service takes; it is asked once for each connection, by the first of all who want to know."""
    async with _asking():
        here = connection.present()
        if here in _answers:
            return _answers[here]
        found = await service.supported_schema_versions()
        _answers.clear()
        if connection.present() == here:
            _answers[here] = found
        return found


def _asking() -> anyio.Lock:
    """The lock of this event loop."""
    try:
        return _lock.get()
    except LookupError:
        _lock.set(anyio.Lock())
        return _lock.get()
