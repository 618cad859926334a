"""Calls that block are made by threads of the shim: what a waiter that goes, a loop that ends and a process that ends leave of them."""

from __future__ import annotations

import asyncio
import os
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import anyio
import pytest

import hcsffi
from hcsffi import documents, embedded, errors, network
from hcsffi.delivery import blocking, dispatcher, operation
from hcsffi.hresult import Outcome
from hcsffi.native import awaiting, errand, library
from hcsffi.native.binding import ffi, lib
from hcsffi.native.errand import ClosedHandle, Errand
from hcsffi.native.reply import Reply
from hcsffi.native.text import UnusableText
from hcsffi.network import Endpoint, Network

from submissions import counted, create_system, end, start_process, start_system, system_request, until

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable

    Configure = Callable[..., None]
    Script = Callable[..., subprocess.CompletedProcess[str]]

NAT = documents.build.nat_network("errands", "10.77.0.0/16", "10.77.0.1")
HEAD = """
    import anyio, os, sys
    from hcsffi import embedded
    from hcsffi.native import errand
    from hcsffi.native.binding import lib
    from hcsffi.network import Network

    async def begun():
        while lib.hcsffi_errands_begun() == 0:
            await anyio.sleep(0.005)

    async def cancelled(work):
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(work)
            await begun()
            tasks.cancel_scope.cancel()
"""
pytestmark = pytest.mark.anyio


def slow(function: str, delay_us: int = 1_000_000, count: int = 100) -> dict[str, Any]:
    """A function that takes its time."""
    return {"Function": function, "Count": count, "DelayUs": delay_us}


async def calls(count: int) -> None:
    """Wait until that many threads are in a call; for none before it counts: one may yet have to leave a call that has answered."""
    await until(lambda: lib.hcsffi_errands_begun() == count)


async def cancelled_while_it_runs(work: Callable[[], Any]) -> None:
    """Wait for the work until the library is in it, and wait no longer."""
    await calls(0)
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(work)
        await calls(1)
        tasks.cancel_scope.cancel()


async def test_what_opens_under_a_waiter_that_goes_is_closed_when_it_is_there(configure: Configure) -> None:
    """The call is not interrupted; the thread that made it closes what nobody else knows of."""
    async with await Network.create(NAT) as made:
        configure(Faults=[slow("HcnOpenNetwork")])
        await cancelled_while_it_runs(lambda: Network.open(made.id))
        await until(lambda: blocking.unattended() == 0)
        assert 1 == embedded.counters()["NetworkHandles"]
        configure()
        await made.delete()
    await counted("Strings", 0)


async def test_a_second_call_is_made_although_nobody_waits_and_its_handle_is_closed(configure: Configure) -> None:
    """To open and to ask is one errand: when the waiter goes during the second call, the handle of the first is at stake."""
    async with await Network.create(NAT) as made:
        configure(Faults=[slow("HcnQueryNetworkProperties")])
        await cancelled_while_it_runs(lambda: Network.open(made.id))
        await until(lambda: blocking.unattended() == 0)
        assert 1 == embedded.counters()["NetworkHandles"]
        configure()
        await made.delete()
    await counted("Strings", 0)


async def test_errands_that_are_left_at_once_leave_nothing(fresh_network: str) -> None:
    """Some are taken by a thread in between and some are not: neither sort keeps a handle, a text or a count."""
    loop = dispatcher.current()
    for _ in range(200):
        wanted = Errand()
        wanted.call("HcnOpenNetwork", network.identity.parsed(fresh_network))
        sent = loop.send(wanted)
        assert sent is not None
        waiter, ticket = sent
        if ticket is None:  # trio's waits give themselves up
            with anyio.CancelScope() as scope:
                scope.cancel()
                await waiter
        else:
            loop.give_up(ticket)
    await until(lambda: blocking.unattended() == 0)
    await counted("NetworkHandles", 0)
    await counted("Strings", 0)


async def test_an_errand_that_never_starts_leaves_the_handle_it_was_to_use() -> None:
    """Whoever makes one holds its handles; whoever forgets it lets go of them."""
    made = await Network.create(NAT)
    wanted = Errand()
    wanted.call("HcnQueryNetworkProperties", made.handle, None)
    await made.aclose()
    assert 1 == embedded.counters()["NetworkHandles"]
    del wanted
    await counted("NetworkHandles", 0)
    await Network.delete_by_id(made.id)


async def test_an_exception_keeps_no_handle_in_use(configure: Configure) -> None:
    """Its traceback has the frames in which the errand was made, and may live as long as it likes."""
    before = network.limiter()
    network.use_limiter(anyio.CapacityLimiter(1))
    kept: list[BaseException] = []
    made = await Network.create(NAT)
    configure(Faults=[slow("HcnEnumerateNetworks", count=1)])
    await calls(0)

    async def ask() -> None:
        try:
            await made.query()
        except BaseException as error:
            kept.append(error)
            raise

    try:
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(Network.ids)
            await calls(1)
            tasks.start_soon(ask)
            await until(lambda: network.limiter().statistics().tasks_waiting == 1)
            tasks.cancel_scope.cancel()
        await until(lambda: blocking.unattended() == 0)
        with pytest.raises(ValueError, match="surrogate") as refused:
            await made.query_raw(b'{"\xed\xa0\x80": 1}')
        kept.append(refused.value)
        await made.aclose()
        await counted("NetworkHandles", 0)
        assert 2 == len(kept)
    finally:
        network.use_limiter(before)
    configure()
    await Network.delete_by_id(made.id)


async def test_a_close_waits_for_the_call_that_a_thread_makes() -> None:
    """Closing a handle inside a running call crashed computecore.dll for others (behaviour A-24)."""
    system = await start_system()
    process, _ = await start_process(system, "sleep", "100")
    told: list[bytes] = []

    async def wait() -> None:
        told.append((await blocking.ask("HcsWaitForProcessExit", process, 0xFFFFFFFF, subject="it")).document)

    await calls(0)
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(wait)
        await calls(1)
        await blocking.close(process)
        assert 1 == embedded.counters()["ProcessHandles"]
        await operation.perform(system_request("HcsTerminateComputeSystem", system))
    assert b'"Exited":true' in told[0]
    await counted("ProcessHandles", 0)
    await blocking.close(system)


async def test_a_closed_handle_is_refused_before_a_thread_is_asked() -> None:
    """There is nothing to wait for."""
    system = await create_system()
    await end(system)
    with pytest.raises(ClosedHandle, match="HcsOpenProcess"):
        Errand().call("HcsOpenProcess", system, 1, 0)


async def test_a_delete_that_fails_leaves_the_handle_open(configure: Configure) -> None:
    """To delete and to close is one errand, and only a delete that was carried out closes."""
    made = await Network.create(NAT)
    configure(Faults=[{"Function": "HcnDeleteNetwork", "Count": 1, "HResult": "0x803B0017", "Sync": True}])
    with pytest.raises(errors.HcsError):
        await made.delete()
    closed = [made.handle.closed]
    assert 1 == embedded.counters()["NetworkHandles"]
    configure()
    await made.delete()
    closed.append(made.handle.closed)
    assert [False, True] == closed
    assert 0 == embedded.counters()["NetworkHandles"]


async def test_a_delete_with_a_record_that_nobody_can_read_closes_its_handle(monkeypatch: pytest.MonkeyPatch) -> None:
    """The shim closes no handle where something was said beside a success; whoever reads what was said does."""
    made = await Network.create(NAT)

    async def answered(*_: object) -> tuple[Reply, ...]:
        await anyio.lowlevel.checkpoint()
        return (Reply(Outcome("HcnDeleteNetwork", 0), None, b"no record"),)

    with monkeypatch.context() as other:
        other.setattr(blocking, "_replies", answered)
        await made.delete()
    assert made.handle.closed
    await counted("NetworkHandles", 0)
    async with await Network.open(made.id) as again:
        await again.delete()


async def test_a_delete_that_is_cancelled_leaves_the_handle_to_its_owner(configure: Configure) -> None:
    """Whoever cancels may close; what became of the network is seen by asking."""
    made = await Network.create(NAT)
    configure(Faults=[slow("HcnDeleteNetwork")])
    await cancelled_while_it_runs(made.delete)
    await until(lambda: blocking.unattended() == 0)
    assert not made.handle.closed
    configure()
    await made.aclose()
    await counted("NetworkHandles", 0)
    assert made.id not in await Network.ids()


@pytest.mark.parametrize("code", [0x803B0017, 0x80000000], ids=["a code of the network service", "the lowest failure"])
async def test_a_failure_tells_which_of_two_calls_it_was(configure: Configure, code: int) -> None:
    """Two calls in one go are still two calls to whoever reads the error."""
    async with await Network.create(NAT) as made:
        for function in ("HcnOpenNetwork", "HcnQueryNetworkProperties"):
            configure(Faults=[{"Function": function, "Count": 1, "HResult": hex(code), "Sync": True}])
            with pytest.raises(errors.HcsError) as caught:
                await Network.open(made.id)
            assert (function, code) == (caught.value.function, caught.value.hresult)
            assert caught.value.document
            assert 1 == embedded.counters()["NetworkHandles"]
        configure()
        await made.delete()


async def test_no_more_calls_than_the_limiter_says_and_all_of_them_at_once(configure: Configure) -> None:
    """The limiter is the only limit: as many threads as it allows are there."""
    before = network.limiter()
    network.use_limiter(anyio.CapacityLimiter(50))
    try:
        await calls(0)
        configure(Faults=[slow("HcnEnumerateNetworks", 2_000_000)])
        async with anyio.create_task_group() as tasks:
            for _ in range(60):
                tasks.start_soon(Network.ids)
            await calls(50)
            held = network.limiter().statistics()
            assert (50, 10) == (held.borrowed_tokens, held.tasks_waiting)
            tasks.cancel_scope.cancel()
        assert 0 == network.limiter().borrowed_tokens
        await until(lambda: blocking.unattended() == 0)
    finally:
        network.use_limiter(before)


async def test_what_waits_for_its_turn_is_not_made_once_it_is_cancelled(configure: Configure) -> None:
    """A call that was never begun must not be carried out later."""
    before = network.limiter()
    network.use_limiter(anyio.CapacityLimiter(1))
    try:
        await calls(0)
        configure(Faults=[slow("HcnEnumerateNetworks")])
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(Network.ids)
            await calls(1)
            async with anyio.create_task_group() as waiting:
                waiting.start_soon(Network.create, NAT)
                await until(lambda: network.limiter().statistics().tasks_waiting == 1)
                waiting.cancel_scope.cancel()
        assert [] == list(await Network.ids())
    finally:
        network.use_limiter(before)


@pytest.mark.parametrize("anyio_backend", ["asyncio"])
async def test_it_is_the_same_where_no_waiter_can_be_made_in_c(monkeypatch: pytest.MonkeyPatch, configure: Configure) -> None:
    """As in some subinterpreters: there are futures, and the same answers."""
    monkeypatch.setattr(awaiting, "is_offered", lambda: False)
    dispatcher.current().close()
    assert type(dispatcher.current()) is dispatcher.AsyncioDispatcher
    async with await Network.create(NAT) as made:
        async with await Endpoint.create(made, {"Name": "one"}) as endpoint:
            assert [endpoint.id] == [one.id for one in await Endpoint.list()]
            configure(Faults=[slow("HcnOpenNetwork")])
            await cancelled_while_it_runs(lambda: Network.open(made.id))
            await until(lambda: blocking.unattended() == 0)
            assert 1 == embedded.counters()["NetworkHandles"]
            configure()
            await endpoint.delete()
        await made.delete()


@pytest.mark.parametrize("anyio_backend", ["asyncio"])
async def test_a_task_that_is_cancelled_after_its_answer_gives_the_handle_back(fresh_network: str) -> None:
    """`Task.cancel` throws even where the answer is there already; anyio's scopes do not."""

    async def opened() -> None:
        wanted = Errand()
        wanted.call("HcnOpenNetwork", network.identity.parsed(fresh_network))
        waiter, ticket = dispatcher.current().send(wanted) or pytest.fail("there is a thread")
        try:
            await waiter
        except BaseException:
            dispatcher.current().give_up(ticket)
            raise

    task = asyncio.ensure_future(opened())
    await asyncio.sleep(0)
    await counted_here("NetworkHandles", 1)
    dispatcher.current()._turn()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await counted("NetworkHandles", 0)


async def counted_here(name: str, expected: int) -> None:
    """Wait without giving the event loop its turn."""
    for _ in range(60_000):
        if embedded.counters()[name] == expected:
            return
        lib.hcsffi_errands_go_on(1)
    pytest.fail(f"{name} never was {expected}")


@pytest.fixture
async def fresh_network() -> Any:
    """The id of a network that nobody has open."""
    async with await Network.create(NAT) as made:
        pass
    yield made.id
    await Network.delete_by_id(made.id)


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_a_loop_that_ends_under_a_call_leaves_nothing(configure: Configure, backend: str) -> None:
    """Its answer comes when nobody drains any more."""
    ids: list[str] = []

    async def leave() -> None:
        async with await Network.create(NAT) as made:
            ids.append(made.id)
        configure(Faults=[slow("HcnOpenNetwork")])
        await cancelled_while_it_runs(lambda: Network.open(ids[0]))

    anyio.run(leave, backend=backend)
    configure()
    anyio.run(until, lambda: blocking.unattended() == 0 and embedded.counters()["NetworkHandles"] == 0)
    anyio.run(Network.delete_by_id, ids[0])


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_an_interpreter_ends_after_the_calls_that_go_on(script: Script, backend: str) -> None:
    """The library is not taken down under a thread that is inside it, and what was begun is carried out."""
    done = script(
        HEAD
        + f"""
    import atexit
    embedded.counters()
    atexit.register(lambda: print(lib.hcsffi_errands_unattended(), flush=True))
    embedded.configure({{"Faults": [{{"Function": "HcnEnumerateNetworks", "Count": 9, "DelayUs": 2000000}}]}})
    anyio.run(cancelled, Network.ids, backend={backend!r})
    print(errand.going_on_alone(), flush=True)
    """
    )
    assert (0, "1\n0\n", "") == (done.returncode, done.stdout, done.stderr)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows does not fork")
def test_a_fork_under_a_call_refuses_and_ends(script: Script) -> None:
    """The threads that make calls do not exist in the child, and their lock may be held there for ever."""
    done = script(
        HEAD
        + """
    async def fork_under_a_call():
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(Network.ids)
            await begun()
            child = os.fork()
            if child == 0:
                try:
                    errand.Errand()
                except RuntimeError as error:
                    print(type(error).__name__, errand.going_on_alone(), flush=True)
                errand._rest()
                os._exit(3)
            print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)

    embedded.configure({"Faults": [{"Function": "HcnEnumerateNetworks", "Count": 9, "DelayUs": 2000000}]})
    anyio.run(fork_under_a_call)
    """
    )
    assert (0, "ForkedProcess 0\n3\n", "") == (done.returncode, done.stdout, done.stderr)


def test_what_hands_out_a_handle_by_name_is_taken_with_its_kind() -> None:
    """A kind that does not fit would be closed by the wrong function."""
    assert errand.shape("HcnOpenEndpoint", 1).opens == hcsffi.native.handles.EndpointHandle.kind
    assert errand.shape("HcsOpenProcess", 3).opens == hcsffi.native.handles.ProcessHandle.kind
    assert errand.shape("HcnReserveGuestNetworkServicePort", 4).opens == hcsffi.native.handles.PortReservationHandle.kind


@pytest.mark.parametrize(
    ("function", "arguments", "error", "said"),
    [
        ("HcsGrantVmAccess", (b"one", 2), TypeError, "argument 1 is a PCWSTR, not int"),
        ("HcsGrantVmAccess", (b"one", b"two", b"three"), TypeError, "takes no 3 arguments"),
        ("HcsGrantVmAccess", (b"one", b"t\0o"), ValueError, "text 1 holds a NUL at byte 1"),
        ("HcsGrantVmAccess", (b"\xed\xa0\x80", b"two"), ValueError, "text 0 holds a lone surrogate at byte 0"),
        ("HcsOpenComputeSystem", (b"one", 1 << 32), OverflowError, "argument 1 is a DWORD, which cannot be 4294967296"),
        ("HcsOpenComputeSystem", (b"one", -1), OverflowError, "argument 1 is a DWORD, which cannot be -1"),
        ("HcsOpenComputeSystem", (b"one",), KeyError, "DWORD"),
        ("HcnOpenNetwork", (b"no guid",), TypeError, "argument 0 is a REFGUID, not bytes"),
    ],
)
def test_what_does_not_fit_a_prototype_is_refused_before_anything_is_called(
    function: str, arguments: tuple[Any, ...], error: type[Exception], said: str
) -> None:
    """C would read whatever it is given."""
    with pytest.raises(error, match=said):
        Errand().call(function, *arguments)


@pytest.mark.parametrize(
    ("code", "asked", "has_record", "told"),
    [
        (0x80070005, 0, 0, Reply(Outcome("HcnOpenEndpoint", 0x80070005, b"why"))),
        (0x80070005, 1, 1, Reply(Outcome("HcnQueryEndpointProperties", 0x80070005, b"why"), None, b"why")),
        (0x80000000, 1, 0, Reply(Outcome("HcnQueryEndpointProperties", 0x80000000, b"why"))),
        (0, 1, 1, Reply(Outcome("HcnQueryEndpointProperties", 0), None, b"why")),
        (0, 1, 0, None),
    ],
    ids=["failed without a record", "failed with one", "failed by the least code", "a record of a success", "seen"],
)
def test_a_look_that_failed_or_left_a_record_is_told_apart(code: int, asked: int, has_record: int, told: Reply | None) -> None:
    """The embedded host leaves a record with each failure and with nothing else; Windows need not."""
    opens, asks, closes = (library.functions()[one].number for one in ("HcnOpenEndpoint", "HcnQueryEndpointProperties", "HcnCloseEndpoint"))
    texts = ffi.new("char[]", b"{}why{}")
    native = SimpleNamespace(
        glance=SimpleNamespace(opens=opens, asks=asks, closes=closes),
        count=3,
        ends=ffi.new("uint32_t[]", [2, 5, 7]),
        arena=texts,
        special=1,
        results=[0, code, 0],
        has_record=[0, has_record, 0],
        asked=[1, asked, 1],
    )
    seen = errand._looks(native)
    assert ({} if told is None else {1: told}) == seen.special
    assert [b"{}", b"why", b"{}"] == seen.texts() == [seen.text(place) for place in range(3)]


@pytest.mark.parametrize(
    ("code", "given", "told"),
    [
        (0, (b"{}", b"why"), Reply(Outcome("HcnQueryNetworkProperties", 0, b"{}"), None, b"why")),
        (0x80000000, (b"{}", b"why"), Reply(Outcome("HcnQueryNetworkProperties", 0x80000000, b"why"), None, b"why")),
        (0x80000000, (b"{}", None), Reply(Outcome("HcnQueryNetworkProperties", 0x80000000, b"{}"))),
    ],
    ids=["a record of a success", "failed with one", "failed without a record"],
)
def test_an_answer_is_not_mistaken_for_the_record_beside_it(code: int, given: tuple[bytes | None, ...], told: Reply) -> None:
    """Which of two texts counts is said by the code alone; the embedded host never gives both."""
    step = ffi.new("struct hcsffi_step *")
    step.function, step.made, step.result, step.texts = library.functions()["HcnQueryNetworkProperties"].number, 1, code, len(given)
    texts = [ffi.NULL if one is None else ffi.new("char[]", one) for one in given]
    for place, one in enumerate(given):
        step.text[place], step.length[place] = texts[place], len(one or b"")
    assert told == errand._reply(step)


@pytest.mark.parametrize(("query", "place"), [(b"{}\0", 2), (b"{\xed\xa0\x80", 1), (b"{}\xff", 2)], ids=["NUL", "surrogate", "malformed"])
def test_a_query_that_cannot_cross_is_told_by_the_function_that_takes_it(query: bytes, place: int) -> None:
    """It is the second argument of that function, after the handle; nothing was opened yet."""
    wanted = Errand()
    with pytest.raises(UnusableText) as refused:
        wanted.look(("HcnOpenEndpoint", "HcnQueryEndpointProperties", "HcnCloseEndpoint"), bytes(16), query)
    assert ("HcnQueryEndpointProperties", 1, place) == (refused.value.function, refused.value.position, refused.value.place)
    wanted.free()


GUID = "6d0f4c4a-1111-4222-8333-944455566677"
PACKED = bytes.fromhex("4a4c0f6d1111224283339444555666 77".replace(" ", ""))
"""As Windows keeps a GUID: its first three numbers with the lowest byte first."""


@pytest.mark.parametrize(
    ("answer", "ids"),
    [
        ("[]", b""),
        (" [ ] ", b""),
        (f'["{GUID}"]', PACKED),
        (f'["{GUID.upper()}",\n "{GUID}"]', PACKED * 2),
        (f'["{GUID}","{GUID}"]', PACKED * 2),
        ("", None),
        ("[", None),
        ("{}", None),
        (f'["{GUID}"', None),
        (f'["{GUID}",]', None),
        (f'["{GUID}"]]', None),
        (f'["{GUID}" "{GUID}"]', None),
        (f'["{{{GUID}}}"]', None),
        (f'["{GUID[:-1]}"]', None),
        (f'["{GUID[:-1]}g"]', None),
        (f'["{GUID.replace("-", "0")}"]', None),
        (f"[{GUID}]", None),
    ],
)
def test_ids_are_read_natively_where_they_are_spelled_as_they_should_be(answer: str, ids: bytes | None) -> None:
    """Anything else is left to a reader that says what is wrong with it."""
    assert ids == errand.ids_in(answer.encode())
