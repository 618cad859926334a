"""Event kind -> type of the event's document."""

from __future__ import annotations

from hcsffi.documents.catalog import find
from hcsffi.documents.wire import from_json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from hcsffi.documents.document import Document

PAYLOADS = {
    0x00000001: "hcs.SystemExitStatus",  # HcsEventSystemExited
    0x00000002: "hcs.CrashReport",  # HcsEventSystemCrashInitiated
    0x00000003: "hcs.CrashReport",  # HcsEventSystemCrashReport
    0x00010000: "hcs.ProcessStatus",  # HcsEventProcessExited
    0x80000003: "hcs.OperationSystemMigrationNotificationInfo",  # HcsEventGroupLiveMigration, as hcsshim reads it
}
"""What each HCS event carries; the numbers are HCS_EVENT_TYPE. Other events carry nothing or a document nobody describes."""

NETWORK_CALLBACK = "hcn.NotificationBase"
"""What every callback of the network service carries."""


def payload_type(kind: int) -> type[Document] | None:
    """The type of an HCS event's document, or None where none is known."""
    name = PAYLOADS.get(kind)
    return find(*name.split(".", 1)) if name else None


def payload(kind: int, text: bytes | str | None) -> Document | None:
    """The typed document of an HCS event; None where the event has no text or no known type.

    Raises:
        InvalidDocument: the text does not fit the type.
    """
    cls = payload_type(kind)
    return from_json(cls, text) if cls is not None and text else None
