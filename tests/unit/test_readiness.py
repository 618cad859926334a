"""A function that is called whenever a descriptor is readable: by loops that do that themselves, and by a task on all others."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import anyio
import pytest

from hcsffi.delivery import dispatcher
from hcsffi.serving.readiness import Readiness

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

pytestmark = pytest.mark.anyio
LIMIT_S = 60  # against a hang, and nothing else


@pytest.fixture
def ends() -> Iterator[tuple[socket.socket, socket.socket]]:
    """Two sockets that are connected."""
    here, there = socket.socketpair()
    with here, there:
        here.settimeout(0)
        yield here, there


@pytest.fixture(params=["by the loop", "by a task"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both ways on every loop, as far as it has both."""
    if request.param == "by a task":

        def nothing(_descriptor: int, _take: Callable[[], None]) -> None:
            return None

        monkeypatch.setattr(dispatcher, "call_when_readable", nothing)


async def test_it_is_called_while_it_is_wanted_and_no_more(ends: tuple[socket.socket, socket.socket], way: None) -> None:
    """A service hears a client no further while that takes no answers, and loses nothing of what came meanwhile."""
    here, there = ends
    heard: list[bytes] = []
    come = anyio.Event()

    def take() -> None:
        heard.append(here.recv(1))
        come.set()

    with anyio.fail_after(LIMIT_S):
        async with anyio.create_task_group() as tasks:
            readiness = Readiness(tasks, here.fileno(), take)
            readiness.start()
            readiness.start()
            there.send(b"a")
            await come.wait()
            readiness.stop()
            readiness.stop()
            there.send(b"b")
            await anyio.wait_all_tasks_blocked()
            assert heard == [b"a"]
            come = anyio.Event()
            readiness.start()
            await come.wait()
            readiness.stop()
    assert heard == [b"a", b"b"]
