"""Registrations with the network service: taken back in the middle of a change, left open at an exit, forked, outlived by nothing."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import anyio
import pytest

from hcsffi import embedded, network
from hcsffi.delivery.subscription import NotificationSource
from hcsffi.native import calls
from hcsffi.network import Namespace, Network, NotificationKind

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable

    Script = Callable[..., subprocess.CompletedProcess[str]]

PRIVATE = {"Name": "crossing", "Type": "Private"}
HEAD = """
    import anyio, gc, os, sys
    from hcsffi import embedded, network
    from hcsffi.network import Namespace
"""


@pytest.mark.anyio
async def test_a_registration_is_taken_back_in_the_middle_of_what_it_tells() -> None:
    """The service announces a change and waits for those it told; whoever leaves then must not wait for the change in turn."""
    told = anyio.Event()

    async def listen(ready: anyio.Event) -> None:
        async with network.notifications() as events:
            ready.set()
            async for event in events:
                if event.kind == NotificationKind.NETWORK_PRE_DELETE:
                    break
        told.set()

    async with await Network.create(PRIVATE) as made, anyio.create_task_group() as tasks:
        ready = anyio.Event()
        tasks.start_soon(listen, ready)
        await ready.wait()
        tasks.start_soon(Network.delete_by_id, made.id)
        with anyio.fail_after(60):
            await told.wait()


@pytest.mark.anyio
async def test_a_callback_after_the_end_of_the_registration_finds_nothing() -> None:
    """A number is looked up, never a pointer: what the library still says is dropped."""
    source = NotificationSource(None, subject="the network service")
    stream = await source.subscribe()
    await source.aclose()
    async with await Namespace.create() as namespace:
        await namespace.delete()
    assert [] == [record async for record in stream]
    with pytest.raises(anyio.ClosedResourceError):
        await source.subscribe()


@pytest.mark.anyio
async def test_a_registration_that_comes_when_its_source_is_closed_is_taken_back(configure: Callable[..., None]) -> None:
    """Nobody else would: who closed the source found none to take back."""
    configure(Faults=[{"Function": "HcnRegisterServiceCallback", "Count": 1, "DelayUs": 100_000}])
    source = NotificationSource(None, subject="the network service")

    async def close() -> None:
        while source._dispatcher is None:  # noqa: ASYNC110 - nobody announces it
            await anyio.sleep(0.001)
        source.close()

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(close)
        with pytest.raises(anyio.ClosedResourceError):
            await source.subscribe()
    assert embedded.counters()["NotificationCallbacks"] == 0


@pytest.mark.anyio
async def test_a_stale_number_registers_and_tells_nobody() -> None:
    """The shim's number is all that crosses."""
    async with await Namespace.create() as namespace:
        reply = calls.watch_service(0)
        assert reply.outcome.succeeded
        await namespace.delete()
    assert reply.opened is not None
    reply.opened.close()


@pytest.mark.anyio
async def test_a_status_crosses_as_it_came() -> None:
    """A notification has an HRESULT beside its kind and text."""
    source = NotificationSource(None, subject="the network service")
    stream = await source.subscribe()
    source._receive(NotificationKind.NETWORK_CREATE, b"{}", 0x803B0017)
    record = await stream.__anext__()
    assert (NotificationKind.NETWORK_CREATE, 0x803B0017, b"{}") == (record.kind, record.status, record.data)
    await source.aclose()


def test_an_exit_with_open_registrations_does_no_harm(script: Script) -> None:
    """Neither a crash nor a hang, whether the loop was ended properly or the program simply stops."""
    done = script(
        HEAD
        + """
    async def main():
        events = network.notifications()
        await events.__aenter__()
        async with await Namespace.create() as namespace:
            await namespace.delete()
        kept.append(events)
    kept = []
    anyio.run(main)
    anyio.run(main, backend="trio")
    print("done", flush=True)
    """
    )
    assert (0, ["done"]) == (done.returncode, done.stdout.split()), done.stderr[-2000:]


def test_a_forgotten_registration_warns_and_is_taken_back(script: Script) -> None:
    """As a forgotten handle does."""
    done = script(
        HEAD
        + """
    import warnings
    async def main():
        events = network.notifications()
        await events.__aenter__()
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            del events
            gc.collect()
        print(*{str(one.message).split()[1] for one in caught if one.category is ResourceWarning})
        with anyio.fail_after(60):
            while any(count for name, count in embedded.counters().items() if name != "Threads"):
                await anyio.sleep(0.01)
    anyio.run(main)
    print("nothing")
    """
    )
    assert (0, ["<NotificationStream", "nothing"]) == (done.returncode, done.stdout.split()), done.stdout + done.stderr[-2000:]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork")
def test_a_forked_child_takes_no_registration_with_it(script: Script) -> None:
    """The child closes its copy without taking back the parent's, and is refused when it asks."""
    done = script(
        HEAD
        + """
    import warnings
    warnings.simplefilter("ignore", DeprecationWarning)
    async def main():
        async with network.notifications() as events:
            child = os.fork()
            if child == 0:
                try:
                    calls_refused = False
                    from hcsffi.native import calls
                    try:
                        calls.watch_service(1)
                    except RuntimeError as error:
                        calls_refused = True
                    events._source._registration.close()
                    os._exit(0 if calls_refused else 3)
                except BaseException:
                    os._exit(2)
            print(os.waitpid(child, 0)[1], flush=True)
            async with await Namespace.create() as namespace:
                await namespace.delete()
            with anyio.fail_after(60):
                print((await events.__anext__()).kind.name, flush=True)
    anyio.run(main)
    """
    )
    assert (0, ["0", "NAMESPACE_CREATE"]) == (done.returncode, done.stdout.split()), done.stderr[-2000:]


@pytest.mark.anyio
async def test_counters_are_at_zero_after_many_registrations() -> None:
    """Two hundred, one after the other, and none is left, says the host."""
    for _ in range(200):
        async with network.notifications():
            pass
    assert {name: count for name, count in embedded.counters().items() if count and name != "Threads"} == {}
