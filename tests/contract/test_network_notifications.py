"""What the network service tells whoever listens: typed, in order, bounded, and silent after the listening has ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

import anyio
import pytest

from hcsffi import NotSupported, ServiceUnavailable, documents, embedded, network
from hcsffi.delivery.subscription import EventRecord
from hcsffi.network import GuestNetworkService, Namespace, Network, NotificationKind
from hcsffi.network.notification import notification_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from hcsffi.network import Notification, NotificationStream

    Configure = Callable[..., None]

pytestmark = pytest.mark.anyio

PRIVATE = {"Name": "contract", "Type": "Private"}


async def next_of(events: NotificationStream, *kinds: NotificationKind) -> list[Notification]:
    """The next notifications of these kinds, one for each."""
    found: list[Notification] = []
    with anyio.fail_after(60):
        async for event in events:
            if event.kind in kinds:
                found.append(event)
            if len(found) == len(kinds):
                break
    return found


async def test_what_comes_and_goes_is_told_in_order() -> None:
    """A network is announced before it is made and told after it; so is its end (F-45)."""
    kinds = (
        NotificationKind.NETWORK_PRE_CREATE,
        NotificationKind.NETWORK_CREATE,
        NotificationKind.NETWORK_PRE_DELETE,
        NotificationKind.NETWORK_DELETE,
    )
    async with network.notifications() as events:
        async with await Network.create(PRIVATE) as made:
            await made.delete()
        found = await next_of(events, *kinds)
        assert tuple(one.kind for one in found) == kinds
        assert {(one.status, one.id) for one in found} == {(0, made.id)}
        assert all(one.document is not None for one in found)
        async with await Namespace.create() as namespace:
            await namespace.delete()
        told = await next_of(events, NotificationKind.NAMESPACE_CREATE, NotificationKind.NAMESPACE_DELETE)
        assert [one.id for one in told] == [namespace.id, namespace.id]
        assert events.dropped == 0


async def test_a_slow_reader_loses_the_oldest_and_is_told_how_many() -> None:
    """Memory must not grow with a reader that sleeps."""
    async with network.notifications(capacity=2) as events:
        for _ in range(3):
            async with await Namespace.create() as namespace:
                await namespace.delete()
        with anyio.fail_after(60):
            while events.dropped < 4:  # noqa: ASYNC110 - the count is what is waited for
                await anyio.sleep(0.01)
        assert [one.kind for one in [await events.__anext__(), await events.__anext__()]] == [
            NotificationKind.NAMESPACE_CREATE,
            NotificationKind.NAMESPACE_DELETE,
        ]


async def test_two_who_listen_both_hear_and_one_may_leave() -> None:
    """Each has a registration of its own."""
    async with network.notifications() as first:
        async with network.notifications() as second, await Namespace.create() as namespace:
            for events in (first, second):
                (told,) = await next_of(events, NotificationKind.NAMESPACE_CREATE)
                assert told.id == namespace.id
        await namespace.delete_by_id(namespace.id)
        (told,) = await next_of(first, NotificationKind.NAMESPACE_DELETE)
        assert told.id == namespace.id
        assert [] == [one async for one in second]


async def test_leaving_while_notifications_arrive_is_safe() -> None:
    """The registration is taken back while callbacks run, again and again."""
    stop = anyio.Event()

    async def stir() -> None:
        while not stop.is_set():
            async with await Namespace.create() as namespace:
                await namespace.delete()

    async with anyio.create_task_group() as tasks:
        for _ in range(3):
            tasks.start_soon(stir)
        for _ in range(30):
            async with network.notifications(capacity=8) as events:
                await next_of(events, NotificationKind.NAMESPACE_CREATE)
        stop.set()


async def test_events_are_read_inside_the_block_only() -> None:
    """Without a registration none would ever come."""
    with pytest.raises(RuntimeError, match="inside"):
        await network.notifications().__anext__()
    with pytest.raises(ValueError, match="at least one"):
        async with network.notifications(capacity=0):
            pass


async def test_a_refused_registration_is_told(configure: Configure) -> None:
    """And leaves nothing registered."""
    configure(Faults=[{"Function": "HcnRegisterServiceCallback", "Count": 1, "HResult": "0x803B0020", "Sync": True}])
    with pytest.raises(ServiceUnavailable):
        async with network.notifications():
            pass
    async with network.notifications():
        pass


async def test_a_guest_service_tells_its_own_changes() -> None:
    """Who is asked about one guest hears of no other."""
    async with network.notifications() as every, await GuestNetworkService.create() as service:
        (told,) = await next_of(every, NotificationKind.GUEST_NETWORK_SERVICE_CREATE)
        assert told.id == service.id
        async with service.notifications() as events:
            await service.modify(
                {
                    "RequestType": "Update",
                    "ResourceType": "State",
                    "Settings": documents.to_mapping(
                        documents.hcn.GuestNetworkServiceStateRequest(state=documents.hcn.GuestNetworkServiceState.SYNCHRONIZED)
                    ),
                }
            )
            (told,) = await next_of(events, NotificationKind.GUEST_NETWORK_SERVICE_STATE_CHANGED)
            assert told.id == service.id
        await service.delete()
        with pytest.raises(anyio.ClosedResourceError):
            service.notifications()


async def test_an_older_windows_has_no_guest_services(configure: Configure) -> None:
    """They came with build 22000."""
    configure(WindowsBuild=17763)
    with pytest.raises(NotSupported) as refused:
        await GuestNetworkService.create()
    assert refused.value.first_build == 22000


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (b'{"ID":"6D0F4C4A-1111-4222-8333-944455566677"}', "6d0f4c4a-1111-4222-8333-944455566677"),
        (b'{"ID":"somebody"}', "somebody"),
        (b"{}", None),
        (b"no json", None),
        (b"", None),
        (None, None),
    ],
)
async def test_whatever_comes_is_told(text: bytes | None, told: str | None) -> None:
    """The layout of the text is undocumented (F-45), and new kinds come with new builds."""
    event = notification_of(EventRecord(0x4711, text, 0x803B0017))
    assert (event.kind, event.kind.is_known, event.kind.name) == (0x4711, False, "UNKNOWN_0x00004711")
    assert (event.status, event.id) == (0x803B0017, told)
    assert event.text == (text.decode() if text else None)
    assert NotificationKind.NETWORK_CREATE.is_known
    assert "NotificationCallbacks" not in {name for name, count in embedded.counters().items() if count}
