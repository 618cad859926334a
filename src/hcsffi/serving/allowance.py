"""How much one client may have of a service, and all of them together."""

from __future__ import annotations

from typing import NamedTuple


class Allowance(NamedTuple):
    """What a client that wants too much meets.

    Args:
        connections: clients at once; a further one is told so and hung up on.
        calls: requests of one client that are not answered; a further one fails with E_OUTOFMEMORY.
        handles: open handles of one client; what would open another one fails likewise.
        registrations: for events, of one client.
        streams: of its processes that go through frames, since its connection passes no descriptors.
        threads: calls of one client that block at the same time; further ones wait.
        waiting_bytes: answers that a client has not taken; beyond, nothing more is read from it until it takes some.
        waiting_event_bytes: beyond, events are dropped, and counted.
        greeting_s: how long a client may take to greet.
    """

    connections: int = 4096
    calls: int = 65_536
    handles: int = 65_536
    registrations: int = 4096
    streams: int = 4096
    threads: int = 40
    waiting_bytes: int = 64 << 20
    waiting_event_bytes: int = 8 << 20
    greeting_s: float = 10.0


ALLOWANCE = Allowance()
