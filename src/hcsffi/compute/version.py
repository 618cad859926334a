"""Refuses what the service's schema version cannot carry, naming the members: the service itself would name none, or ignore them."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Final

from hcsffi import documents
from hcsffi.compute import service
from hcsffi.errors import HcsError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hcsffi.documents.document import Document

_OLDEST: Final = (2, 1)
"""What every service with this API takes (Windows 10 1809); documents that need no more are sent without asking."""

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


async def refuse_newer(kind: type[Document], text: bytes) -> None:
    """Make sure that the service takes the schema version the document needs.

    Args:
        kind: the document's type.
        text: the document, checked already.

    Raises:
        InvalidDocument: the service's schema version is older; every member and value that is newer is a problem.

    Cancellation:
        Ends the wait.
    """
    if not _enforced.get():
        return
    document = documents.from_json(kind, text)
    needed = _pair(documents.required_version(document))
    if needed <= _OLDEST:
        return
    try:
        supported = await service.supported_schema_versions()
    except HcsError:
        return  # the call itself is about to say what is wrong with the service
    newest = max((pair for pair in supported if pair[0] == needed[0]), default=needed)
    if newest >= needed:
        return
    limit = f"{newest[0]}.{newest[1]}"
    raise documents.InvalidDocument(
        kind.__name__,
        [
            documents.Problem(
                finding.path, f"{finding.name}, which needs schema {finding.since} ({finding.release})", f"what schema {limit} has"
            )
            for finding in documents.check(document, schema_version=limit)
            if finding.since is not None
        ],
    )


def _pair(version: str) -> tuple[int, int]:
    major, _, minor = version.partition(".")
    return int(major), int(minor or 0)
