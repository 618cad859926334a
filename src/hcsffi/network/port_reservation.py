"""Ports of the host that are kept for a guest: nobody else gets them while the reservation is held."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple, cast

from hcsffi.delivery import blocking
from hcsffi.delivery.ownership import HandleOwner

if TYPE_CHECKING:
    import uuid
    from collections.abc import Mapping, Sequence

    from typing_extensions import Self

    from hcsffi.delivery.operation import Completion
    from hcsffi.native.handles import Handle
    from hcsffi.network.guest_network_service import GuestNetworkService

    _Row = tuple[uuid.UUID, uuid.UUID, int, int, int, int, int, int, int]

HIGHEST_PORT = 65535


class PortProtocol(IntEnum):
    """HCN_PORT_PROTOCOL of computenetwork.h."""

    TCP = 1
    UDP = 2
    BOTH = 3


class PortAccess(IntEnum):
    """HCN_PORT_ACCESS of computenetwork.h: whether others may have the port too."""

    EXCLUSIVE = 1
    SHARED = 2


class ReservedRange(NamedTuple):
    """One reservation as the service lists it, whoever made it.

    Args:
        owner: the id of the partition that owns it.
        target: the id of the partition it is for.
        protocol: a :class:`PortProtocol`, as a number.
        priority: its priority.
        reservation_type: as the service says it.
        sharing_flags: as the service says them.
        delivery_mode: as the service says it.
        first: its first port.
        last: its last port.
    """

    owner: uuid.UUID
    target: uuid.UUID
    protocol: int
    priority: int
    reservation_type: int
    sharing_flags: int
    delivery_mode: int
    first: int
    last: int


class PortReservation(HandleOwner):
    """Ports that are kept; made by :meth:`create` and :meth:`create_range`.

    Leaving ``async with`` gives the ports back, and so does the end of this process.

    Attributes:
        first: the first port.
        last: the last port, which is the first where one was reserved.
        subject: what it is called in errors.
    """

    other_way = "reserve other ports"

    def __init__(self, handle: Handle, first: int, last: int) -> None:
        self._handle = handle
        self.first = first
        self.last = last
        self.subject = _subject(first, last)

    def __repr__(self) -> str:
        return f"<PortReservation {self.first} to {self.last}>"

    @classmethod
    async def create(
        cls,
        service: GuestNetworkService,
        port: int,
        *,
        protocol: PortProtocol = PortProtocol.TCP,
        access: PortAccess = PortAccess.EXCLUSIVE,
    ) -> Self:
        """Reserve one port of the host.

        Args:
            service: the guest network service the port is for.
            port: the port, 1 to 65535.
            protocol: for which protocol.
            access: whether others may have it too.

        Raises:
            ValueError: there is no such port, protocol or access.
            anyio.ClosedResourceError: the service was closed.
            PortTaken: somebody has it (HCN_E_PORT_ALREADY_EXISTS).
            NotSupported: this Windows has no such function (it came with build 22000).
            HcsError: the service refused it.

        Blocks:
            A worker thread, briefly.

        Cancellation:
            Ends the wait at once; a reservation that arrives later is given back.

        Source:
            HcnReserveGuestNetworkServicePort, computenetwork.h.
        """
        _refuse_no_port("port", port)
        given = (PortProtocol(protocol), PortAccess(access), port)
        service.refuse_closed()
        made = await blocking.ask("HcnReserveGuestNetworkServicePort", service.handle, *given, subject=_subject(port, port))
        return cls(_reserved(made), port, port)

    @classmethod
    async def create_range(cls, service: GuestNetworkService, count: int) -> Self:
        """Reserve ports of the host that follow each other; the service chooses which.

        Args:
            service: the guest network service the ports are for.
            count: how many, 1 to 65535.

        Raises:
            ValueError: there are not so many ports.
            anyio.ClosedResourceError: the service was closed.
            NotSupported: this Windows has no such function (it came with build 22000).
            HcsError: the service refused it.

        Blocks:
            A worker thread, briefly.

        Cancellation:
            Ends the wait at once; a reservation that arrives later is given back.

        Source:
            HcnReserveGuestNetworkServicePortRange, computenetwork.h.
        """
        _refuse_no_port("number of ports", count)
        service.refuse_closed()
        made = await blocking.ask("HcnReserveGuestNetworkServicePortRange", service.handle, count, subject=f"{count} ports of the host")
        found = cast("Mapping[str, int]", made.values[0])
        return cls(_reserved(made), found["startingPort"], found["endingPort"])

    @staticmethod
    async def list() -> Sequence[ReservedRange]:
        """Return every reservation of the host, whoever made it.

        Raises:
            NotSupported: this Windows has no such function (it came with build 22000).
            HcsError: the service refused it.

        Blocks:
            A worker thread, briefly.

        Cancellation:
            Ends the wait; the answer is dropped.

        Source:
            HcnEnumerateGuestNetworkPortReservations, HcnFreeGuestNetworkPortReservations, computenetwork.h.
        """
        answer = await blocking.ask("HcnEnumerateGuestNetworkPortReservations", subject="the port reservations of the host")
        entries = cast("Sequence[Mapping[str, object]]", answer.values[1])
        return [ReservedRange(*cast("_Row", tuple(one.values()))) for one in entries]

    async def aclose(self) -> None:
        """Give the ports back; safe to call twice.

        Cancellation:
            They are given back all the same.

        Source:
            HcnReleaseGuestNetworkServicePortReservationHandle, computenetwork.h.
        """
        await blocking.close(self._handle)


def _subject(first: int, last: int) -> str:
    return f"port {first} of the host" if first == last else f"ports {first} to {last} of the host"


def _reserved(made: Completion) -> Handle:
    return cast("Handle", made.opened)


def _refuse_no_port(what: str, number: int) -> None:
    if type(number) is not int or not 1 <= number <= HIGHEST_PORT:
        message = f"a {what} is a number from 1 to {HIGHEST_PORT}, not {number!r}"
        raise ValueError(message)
