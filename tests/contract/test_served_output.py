"""What a service keeps of a process's output, and what it tells of what others do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import anyio
import pytest
from cancelling import cancel_everywhere
from own_service import APART, CONTAINER, LIMIT_S, Service, descriptors
from service_peer import Peer

import hcsffi
from hcsffi import ComputeSystem
from hcsffi.native import library

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    Eventually = Callable[[Callable[[], Awaitable[bool]]], Awaitable[None]]

pytestmark = APART


@pytest.mark.anyio
async def test_output_that_is_kept_outlives_its_client_and_holds_up_nobody(service: Service) -> None:
    """A process that writes more than is kept goes on; who reads later gets the end of it and the count of what fell out."""
    size = 3 << 19
    maker = service.other_client(
        f"""
async with await hcsffi.ComputeSystem.create("writes", CONTAINER) as system:
    await system.start()
    script = ["sh", "-c", "head -c {size} /dev/zero; echo; echo last; echo bad >&2"]
    parameters = {{**await system.command_members(script), "CreateStdOutPipe": True, "CreateStdErrPipe": True}}
    process = await system.create_kept_process(parameters)
    print(process.stdout, process.stderr, (await process.wait()).exit_code, flush=True)
    await process.aclose()
"""
    )
    with maker:
        assert maker.communicate()[0] == "None None 0\n"
    await hcsffi.connect(service.address)
    async with await ComputeSystem.open("writes") as system:
        async with system.logs(follow=True) as pieces:
            found = [one async for one in pieces]
        assert sum(one.dropped_bytes + len(one.data) for one in found) == size + len("\nlast\nbad\n")
        assert 0 < sum(len(one.data) for one in found) <= 1 << 20
        assert b"".join(one.data for one in found if one.stream == "stdout").endswith(b"\0\nlast\n")
        assert b"".join(one.data for one in found if one.stream == "stderr") == b"bad\n"
        await system.terminate()
        await system.wait_exit()
    async with hcsffi.logs("writes", tail=1) as pieces:
        assert len([one async for one in pieces]) == 1


@pytest.mark.anyio
async def test_a_reader_of_kept_output_that_leaves_is_forgotten(service: Service, eventually: Eventually) -> None:
    """Followers that go, are cancelled, or never read leave no descriptor in the service while the process is silent."""
    await hcsffi.connect(service.address)
    async with await ComputeSystem.create("silent", CONTAINER, terminate_on_close=True) as system:
        await system.start()
        wanted = {"CommandLine": "sleep 600", "CreateStdOutPipe": True}
        async with await system.create_kept_process(wanted, terminate_on_close=True):
            before = descriptors(service.program.pid)
            for _ in range(20):
                async with system.logs(follow=True) as pieces:
                    with anyio.move_on_after(0):
                        await anext(pieces)

            async def forgotten() -> bool:
                return descriptors(service.program.pid) <= before

            await eventually(forgotten)


@pytest.mark.anyio
async def test_keeping_and_reading_is_cancelled_at_any_suspension_and_leaves_nothing(service: Service, eventually: Eventually) -> None:
    """Whatever was on its way when the cancellation came is closed on both sides."""
    await hcsffi.connect(service.address)
    async with await ComputeSystem.create("cancelled", CONTAINER, terminate_on_close=True) as system:
        await system.start()

        async def journey() -> None:
            wanted = {"CommandArgs": ["echo", "word"], "CreateStdOutPipe": True}
            async with await system.create_kept_process(wanted, terminate_on_close=True), system.logs(follow=True) as pieces:
                await anext(pieces)

        await journey()
        there, here = descriptors(service.program.pid), descriptors("self")

        async def at_rest() -> bool:
            return descriptors(service.program.pid) <= there and descriptors("self") <= here

        assert await cancel_everywhere(journey, lambda: eventually(at_rest)) > 4


@pytest.mark.anyio
async def test_a_second_system_of_an_id_does_not_show_what_the_first_wrote(service: Service) -> None:
    """Output belongs to one life of a system."""
    await hcsffi.connect(service.address)
    for word in ("first", "second"):
        async with await ComputeSystem.create("again", CONTAINER, terminate_on_close=True) as system:
            await system.start()
            wanted = {"CommandLine": f"echo {word}", "CreateStdOutPipe": True}
            async with await system.create_kept_process(wanted) as process:
                await process.wait()
            async with system.logs(follow=True) as pieces:
                assert [one.data async for one in pieces] == [word.encode() + b"\n"]


@pytest.mark.anyio
async def test_output_is_kept_by_a_service_alone(back_here: None) -> None:
    """A library of this process ends with it, and so would what it kept: that is said, and nothing is started."""
    library.use_library("embedded")
    async with await ComputeSystem.create("here", CONTAINER, terminate_on_close=True) as system:
        await system.start()
        with pytest.raises(hcsffi.NotSupported, match="only a service in another process keeps"):
            await system.create_kept_process({"CommandLine": "true"})
        with pytest.raises(hcsffi.NotSupported, match="only a service in another process keeps"):
            async with system.logs():
                pass
    with pytest.raises(ValueError, match="below 0"):
        hcsffi.logs("here", tail=-1)
    with pytest.raises(RuntimeError, match="inside"):
        await anext(hcsffi.logs("here"))


def test_an_order_to_keep_or_read_that_is_none_is_refused(service: Service) -> None:
    """Whatever a client writes there, the service goes on and says what it wants."""
    with Peer(service.address) as peer:
        for number, (name, texts) in enumerate(
            [
                ("hcsffi_keep_output", (b"{}",)),
                ("hcsffi_keep_output", (b"{}", None, None)),
                ("hcsffi_read_output", (b"web", None)),
                ("hcsffi_read_output", (b"web", None, b"{}")),
                ("hcsffi_follow_host", (None, b"never")),
                ("hcsffi_follow_host", (None, b"inf")),
                ("hcsffi_follow_host", (b"a\0b", b"1")),
                ("hcsffi_follow_host", ()),
                ("hcsffi_stand_on", (b"web", b"{}")),
                ("hcsffi_stand_on", (b"web", b'{"Path": "nowhere", "Layers": ["relative"]}')),
                ("hcsffi_stand_on", (None, b"[]")),
                ("hcsffi_attend", (b"web", None, b"1", None)),
                ("hcsffi_attend", (b"web",)),
            ],
            1,
        ):
            done = peer.ask("run", number, name, 0, 0, texts=texts)
            assert (done.word(0), done.number(2) >= 0x80000000, bool(done.texts[0])) == ("done", True, True)


@pytest.mark.anyio
async def test_what_others_do_is_told_by_the_service_and_not_found_by_looking(service: Service) -> None:
    """Between two looks lies a day here: what another client creates, starts and leaves is told all the same."""
    await hcsffi.connect(service.address)
    maker = service.other_client(
        """
flagged = {**CONTAINER, "Owner": "others", "ShouldTerminateOnLastHandleClosed": True}
async with await hcsffi.ComputeSystem.create("followed", flagged) as system:
    for turn in (system.start, None):
        print("next", flush=True)
        sys.stdin.readline()
        if turn is not None:
            await turn()
"""
    )
    told: list[tuple[str, str]] = []
    with maker:
        assert maker.stdout is not None
        assert maker.stdin is not None
        assert maker.stdout.readline() == "next\n"
        with anyio.fail_after(LIMIT_S):
            async for event in hcsffi.events(interval_s=86_400, owners=["others"]):
                told.append((event.happening.value, str(event.properties.state.value if event.properties.state else "")))
                if event.happening is hcsffi.Happening.GONE:
                    break
                maker.stdin.write("\n")
                maker.stdin.flush()
    assert told == [("appeared", "Created"), ("changed", "Running"), ("gone", "Running")]


@pytest.mark.anyio
async def test_whoever_follows_no_more_leaves_nothing_behind(service: Service, eventually: Eventually) -> None:
    """Nothing has to be closed: an iteration that is left is forgotten on both sides."""
    await hcsffi.connect(service.address)
    async with await ComputeSystem.create("watched", CONTAINER, terminate_on_close=True):
        following = hcsffi.events(interval_s=86_400)
        assert (await anext(following)).system_id == "watched"
        there, here = descriptors(service.program.pid), descriptors("self")
        del following

        async def forgotten() -> bool:
            return descriptors(service.program.pid) < there and descriptors("self") < here

        await eventually(forgotten)
