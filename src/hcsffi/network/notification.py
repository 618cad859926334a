"""What the network service tells whoever listens: networks, namespaces and guest services that come and go."""

from __future__ import annotations

import sys
import warnings
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from hcsffi import documents
from hcsffi.delivery.subscription import UNREAD_EVENTS, NotificationSource
from hcsffi.documents import InvalidDocument
from hcsffi.native.handles import Uncopyable
from hcsffi.network.identity import bare

if TYPE_CHECKING:
    from types import TracebackType

    from typing_extensions import Self

    from hcsffi.delivery.subscription import EventRecord, RecordStream


class NotificationKind(IntEnum):
    """HCN_NOTIFICATIONS of computenetwork.h; a number that is not here is a kind too, and :attr:`is_known` tells it apart."""

    NETWORK_PRE_CREATE = 0x01
    NETWORK_CREATE = 0x02
    NETWORK_PRE_DELETE = 0x03
    NETWORK_DELETE = 0x04
    NAMESPACE_CREATE = 0x05
    NAMESPACE_DELETE = 0x06
    GUEST_NETWORK_SERVICE_CREATE = 0x07
    GUEST_NETWORK_SERVICE_DELETE = 0x08
    NETWORK_ENDPOINT_ATTACHED = 0x09
    NETWORK_ENDPOINT_DETACHED = 0x10
    GUEST_NETWORK_SERVICE_STATE_CHANGED = 0x11
    GUEST_NETWORK_SERVICE_INTERFACE_STATE_CHANGED = 0x12
    SERVICE_DISCONNECT = 0x01000000

    @classmethod
    def _missing_(cls, value: object) -> NotificationKind | None:
        if type(value) is not int or not 0 <= value < 1 << 32:
            return None
        unknown = int.__new__(cls, value)
        unknown._name_ = f"UNKNOWN_0x{value:08X}"
        unknown._value_ = value
        return unknown

    @property
    def is_known(self) -> bool:
        """Whether computenetwork.h has a name for it."""
        return self._name_ in NotificationKind.__members__


class Notification(NamedTuple):
    """One notification.

    Args:
        kind: what happened; the kinds with ``PRE`` come before the change, the others after it, and perhaps after the call that made it.
        status: the HRESULT that came with it, unsigned.
        id: the id of what it is about, bare and in lower case, or ``None`` where it tells none.
        document: its document, or ``None`` when it has none or one that cannot be read.
        text: its document as it came, or ``None``.
    """

    kind: NotificationKind
    status: int
    id: str | None
    document: documents.hcn.NotificationBase | None
    text: str | None


def notification_of(record: EventRecord) -> Notification:
    """Return the notification a record stands for; an unknown kind or an unreadable document is kept as it came."""
    kind = NotificationKind(record.kind)
    if not record.data:
        return Notification(kind, record.status, None, None, None)
    text = record.data.decode("utf-8", "replace")
    try:
        document = documents.from_json(documents.hcn.NotificationBase, record.data)
    except InvalidDocument:
        return Notification(kind, record.status, None, None, text)
    return Notification(kind, record.status, _bare_or_told(document.id), document, text)


def _bare_or_told(told: str | None) -> str | None:
    try:
        return bare(told) if told else None
    except ValueError:  # not ours to refuse what the service says
        return told


class NotificationStream(Uncopyable):
    """Notifications, from the moment the stream is entered.

    ``async with network.notifications() as events: async for event in events: ...``. The stream is bounded: when its reader falls behind,
    the oldest unread ones are dropped and counted in :attr:`dropped`. It ends after the one that tells the loss of the service. Leaving
    it takes the registration back, also while notifications arrive.
    """

    def __init__(self, source: NotificationSource, capacity: int) -> None:
        self._source = source
        self._capacity = capacity
        self._records: RecordStream | None = None

    def __del__(self) -> None:
        """Warn about a stream nobody left, and take its registration back: the event loop knows its source, so nothing else would."""
        source = getattr(self, "_source", None)
        if source is not None and source.is_registered and not sys.is_finalizing():
            warnings.warn(f"unclosed {self!r}", ResourceWarning, source=self, stacklevel=2)
            source.abandon()

    def __repr__(self) -> str:
        return f"<NotificationStream of {self._source.subject}>"

    async def __aenter__(self) -> Self:
        try:
            self._records = await self._source.subscribe(self._capacity)
        except BaseException:
            await self._source.aclose()
            raise
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await self.aclose()

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> Notification:
        if self._records is None:
            message = "notifications arrive inside `async with network.notifications() as events:` only"
            raise RuntimeError(message)
        return notification_of(await self._records.__anext__())

    @property
    def dropped(self) -> int:
        """How many were lost because they were not read in time."""
        return 0 if self._records is None else self._records.dropped

    async def aclose(self) -> None:
        """Take the registration back; safe to call twice.

        Blocks:
            A worker thread, until callbacks that run have ended.

        Cancellation:
            The registration is taken back all the same.

        Source:
            HcnUnregisterServiceCallback, HcnUnregisterGuestNetworkServiceCallback, computenetwork.h.
        """
        await self._source.aclose()


def notifications(*, capacity: int = UNREAD_EVENTS) -> NotificationStream:
    """Return the stream of what the network service tells; entering it registers for it.

    Args:
        capacity: how many may wait to be read.

    Raises:
        ValueError: on entering: the capacity is less than 1.
        NotSupported: on entering: this Windows has no such function.
        ServiceUnavailable: on entering: there is no network service.

    Source:
        HcnRegisterServiceCallback, computenetwork.h.
    """
    return NotificationStream(NotificationSource(None, subject="the network service"), capacity)
