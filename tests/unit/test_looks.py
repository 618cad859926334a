"""Many looks over a connection (``delivery/blocking``): in order, each once, by as many threads as asked for, and none after a failure."""

from __future__ import annotations

import threading
import uuid
from typing import TYPE_CHECKING, Any

import anyio
import anyio.lowlevel
import pytest
from anyio import to_thread

from hcsffi.delivery import blocking
from hcsffi.delivery.blocking import AT_A_TIME, Glance
from hcsffi.errors import AccessDenied, HcsError, build
from hcsffi.hresult import Outcome, value_of
from hcsffi.native import calls, library
from hcsffi.native.calls import Reply

if TYPE_CHECKING:
    from collections.abc import Sequence

pytestmark = pytest.mark.anyio

GONE = value_of("HCN_E_ENDPOINT_NOT_FOUND")
GLANCE = Glance("HcnOpenEndpoint", "HcnQueryEndpointProperties", "HcnCloseEndpoint", b"{}", "the endpoints", lambda code: code == GONE)


class Library:
    """The three functions behind a connection, and who asked them for what."""

    def __init__(self) -> None:
        self.looked: list[Sequence[uuid.UUID]] = []
        self.threads: set[int] = set()
        self.codes: dict[int, int] = {}
        self.meet: threading.Barrier | None = None

    def looked_at(self, opens: str, asks: str, closes: str, ids: Sequence[uuid.UUID], query: bytes) -> list[Reply]:
        """As ``calls.looked_at``."""
        assert (opens, asks, closes, query) == GLANCE[:4]
        self.looked.append(ids)
        self.threads.add(threading.get_ident())
        if self.meet is not None:
            self.meet.wait(60)
        return [Reply(Outcome(opens, self.codes.get(one.int, 0), b"%d" % one.int)) for one in ids]


@pytest.fixture
def behind(monkeypatch: pytest.MonkeyPatch) -> Library:
    """A library at the other end of a connection."""
    made = Library()
    monkeypatch.setattr(blocking, "ensure_library", lambda: None)
    monkeypatch.setattr(library, "connected", lambda: made)
    monkeypatch.setattr(calls, "looked_at", made.looked_at)
    return made


def ids(count: int) -> bytes:
    """So many GUIDs: 1, 2, 3 ..."""
    return b"".join(uuid.UUID(int=number).bytes_le for number in range(1, count + 1))


@pytest.mark.parametrize("count", [0, 1, AT_A_TIME, AT_A_TIME + 1, 3 * AT_A_TIME])
async def test_each_is_looked_at_once_and_told_in_its_place(behind: Library, count: int) -> None:
    """What was gone meanwhile is told as such, and so are its neighbours."""
    behind.codes = {1: GONE, AT_A_TIME + 1: GONE}
    texts = [None if number in behind.codes else b"%d" % number for number in range(1, count + 1)]
    assert texts == await blocking.look_at_each(GLANCE, ids(count), 2)
    looked = sorted(one.int for some in behind.looked for one in some)
    assert list(range(1, count + 1)) == looked
    assert all(len(some) <= AT_A_TIME for some in behind.looked)


async def test_as_many_threads_look_as_were_asked_for(behind: Library) -> None:
    """Each waits here for the other two: fewer would never meet."""
    behind.meet = threading.Barrier(3)
    await blocking.look_at_each(GLANCE, ids(3 * AT_A_TIME), 3)
    assert 3 == len(behind.threads)


async def test_after_one_that_fails_no_more_is_looked_at(behind: Library) -> None:
    """A service that refuses is not asked a thousand times more."""
    behind.codes = {2: value_of("E_ACCESSDENIED")}
    with pytest.raises(HcsError) as caught:
        await blocking.look_at_each(GLANCE, ids(3 * AT_A_TIME), 1)
    assert (value_of("E_ACCESSDENIED"), "HcnOpenEndpoint") == (caught.value.hresult, caught.value.function)
    assert [AT_A_TIME] == [len(some) for some in behind.looked]


@pytest.mark.parametrize(
    ("shortage", "reason"),
    [(RuntimeError("can't start new thread"), "can't start new thread"), (MemoryError(), "MemoryError")],
    ids=["threads", "memory"],
)
async def test_where_no_thread_can_be_had_it_is_said(
    shortage: Exception, reason: str, behind: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An empty list would say that there is nothing; Python's own MemoryError has no text."""

    async def run_sync(*_: object, **__: object) -> None:
        raise shortage

    monkeypatch.setattr(to_thread, "run_sync", run_sync)
    with pytest.raises(HcsError, match=rf"no thread could be started for a call that blocks \({reason}\)"):
        await blocking.look_at_each(GLANCE, ids(1), 1)
    assert [] == behind.looked


async def test_whoever_leaves_ends_the_looking(behind: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody would read what a thread goes on to see, and the service would be asked for nothing."""
    begun, enough = threading.Event(), threading.Event()

    def held(*asked: Any) -> list[Reply]:
        begun.set()
        enough.wait(60)
        return behind.looked_at(*asked)

    monkeypatch.setattr(calls, "looked_at", held)
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(blocking.look_at_each, GLANCE, ids(3 * AT_A_TIME), 1)
        while not begun.is_set():
            await anyio.lowlevel.checkpoint()
        tasks.cancel_scope.cancel()
    enough.set()
    while blocking.unattended():
        await anyio.lowlevel.checkpoint()
    assert 1 == len(behind.looked)


async def test_the_first_that_fails_gives_up_what_other_threads_look_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever waits hears of it at once; another look may take minutes."""
    monkeypatch.setattr(blocking, "_loop_for", lambda *_: "a loop that takes errands")
    monkeypatch.setitem(blocking._look_s, GLANCE.opens, 1.0)  # slow enough for several threads
    others = anyio.Event()
    given_up: list[bytes] = []

    async def look(_: object, glance: Glance, part: bytes) -> list[bytes | None]:
        if part.startswith(ids(1)):
            await others.wait()
            raise build(Outcome(glance.opens, value_of("E_ACCESSDENIED")), glance.subject)
        others.set()
        try:
            await anyio.sleep(60)
        finally:
            given_up.append(part)
        return []

    monkeypatch.setattr(blocking, "_look_at_part", look)
    with anyio.fail_after(15), pytest.raises(AccessDenied, match="the endpoints"):
        await blocking.look_at_each(GLANCE, ids(2 * AT_A_TIME), 2)
    assert [ids(2 * AT_A_TIME)[AT_A_TIME * 16 :]] == given_up


async def test_what_a_call_itself_lacks_is_not_taken_for_a_missing_thread(behind: Library) -> None:
    """What the program raised would be gone, and the machine blamed for it."""

    def work() -> Reply:
        raise MemoryError("of the call")

    with pytest.raises(MemoryError, match=r"^of the call$"):
        await blocking.on_thread("HcnOpenEndpoint", work)
    assert [] == behind.looked
