"""Event kind -> type of the event's document."""

from __future__ import annotations

from enum import IntEnum

from hcsffi.documents import hcs
from hcsffi.documents.catalog import find
from hcsffi.documents.wire import from_json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from hcsffi.documents.document import Document


class EventKind(IntEnum):
    """HCS_EVENT_TYPE of computedefs.h; a number that is not here is a kind too, and :attr:`is_known` tells it apart."""

    SYSTEM_EXITED = 0x00000001
    SYSTEM_CRASH_INITIATED = 0x00000002
    SYSTEM_CRASH_REPORT = 0x00000003
    SYSTEM_RDP_ENHANCED_MODE_STATE_CHANGED = 0x00000004
    SYSTEM_SILO_JOB_CREATED = 0x00000005
    SYSTEM_GUEST_CONNECTION_CLOSED = 0x00000006
    PROCESS_EXITED = 0x00010000
    OPERATION_CALLBACK = 0x01000000
    SERVICE_DISCONNECT = 0x02000000
    GROUP_VM_LIFECYCLE = 0x80000002
    GROUP_LIVE_MIGRATION = 0x80000003
    GROUP_OPERATION_INFO = 0xC0000001

    @classmethod
    def _missing_(cls, value: object) -> EventKind | None:
        if type(value) is not int or not 0 <= value < 1 << 32:
            return None
        unknown = int.__new__(cls, value)
        unknown._name_ = f"UNKNOWN_0x{value:08X}"
        unknown._value_ = value
        return unknown

    @property
    def is_known(self) -> bool:
        """Whether computedefs.h has a name for it."""
        return self._name_ in EventKind.__members__


PAYLOADS = {
    EventKind.SYSTEM_EXITED: "hcs.SystemExitStatus",
    EventKind.SYSTEM_CRASH_INITIATED: "hcs.CrashReport",
    EventKind.SYSTEM_CRASH_REPORT: "hcs.CrashReport",
    EventKind.PROCESS_EXITED: "hcs.ProcessStatus",
    EventKind.GROUP_LIVE_MIGRATION: "hcs.OperationSystemMigrationNotificationInfo",  # as hcsshim reads it
}
"""What each HCS event carries. Other events carry nothing or a document nobody describes."""

NETWORK_CALLBACK = "hcn.NotificationBase"
"""What every callback of the network service carries."""


def payload_type(kind: int) -> type[Document] | None:
    """The type of an HCS event's document, or None where none is known."""
    name = PAYLOADS.get(EventKind(kind))
    return find(name) if name else None


def system_exit_status(text: bytes | None) -> hcs.SystemExitStatus:
    """The document of the one event that ends a system; an empty one where the event came without.

    Raises:
        InvalidDocument: the text does not fit the type.
    """
    return from_json(hcs.SystemExitStatus, text or b"{}")


def payload(kind: int, text: bytes | str | None) -> Document | None:
    """The typed document of an HCS event; None where the event has no text or no known type.

    Raises:
        InvalidDocument: the text does not fit the type.
    """
    cls = payload_type(kind)
    return from_json(cls, text) if cls is not None and text else None
