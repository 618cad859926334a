"""Records and spans: every call is told of to who listens, and to nobody else."""

from __future__ import annotations

import logging
import sys
import uuid
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import anyio
import pytest
from opentelemetry import trace
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from hcsffi import ComputeSystem, HcsError, NotFound, run_many
from hcsffi.delivery import blocking, telling
from hcsffi.delivery.blocking import Glance
from hcsffi.native import library
from hcsffi.network import Network

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator
    from contextlib import AbstractAsyncContextManager

    Configure = Callable[..., None]
    RunningSystem = Callable[..., AbstractAsyncContextManager[ComputeSystem]]

pytestmark = pytest.mark.anyio
NETWORKS = Glance("HcnOpenNetwork", "HcnQueryNetworkProperties", "HcnCloseNetwork", b"{}", "the networks", lambda _: False)


@pytest.fixture
def records(caplog: pytest.LogCaptureFixture) -> Callable[[], list[tuple[str, str, str, int | None]]]:
    """What the logger has been told since: level, function, subject and code of each record that is about a call."""
    caplog.set_level(logging.DEBUG, logger="hcsffi")

    def found() -> list[tuple[str, str, str, int | None]]:
        members = [(one.levelname, one.__dict__) for one in caplog.records if one.name == "hcsffi"]
        return [
            (level, values["hcs_function"], values["hcs_subject"], values["hcs_hresult"])
            for level, values in members
            if "hcs_function" in values
        ]

    return found


@pytest.fixture(scope="session")
def exporter() -> InMemorySpanExporter:
    """Keeps the spans of this process; a provider is set once for each, and tests of other modules may come between those of this one."""
    exporter = InMemorySpanExporter()
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    trace.set_tracer_provider(provider)
    return exporter


@pytest.fixture
def spans(exporter: InMemorySpanExporter) -> Iterator[Callable[[], list[Any]]]:
    """The spans that have ended since."""
    exporter.clear()
    yield lambda: list(exporter.get_finished_spans())
    exporter.clear()


async def test_each_call_is_one_record(running: RunningSystem, records: Callable[[], list[Any]]) -> None:
    """Function, subject, code and time, in words and as members for who filters."""
    async with running() as system:
        await system.properties()
        with pytest.raises(NotFound):
            await ComputeSystem.open("nobody")
        about = f"compute system '{system.id}'"
        found = records()
        assert ("DEBUG", "HcsCreateComputeSystem", about, 0) in found
        assert ("DEBUG", "HcsStartComputeSystem", about, 0) in found
        assert ("DEBUG", "HcsOpenComputeSystem", "compute system 'nobody'", 0x8037010E) in found
        assert 1 == found.count(("DEBUG", "HcsGetComputeSystemProperties", about, 0))


async def test_a_record_reads_as_a_sentence(running: RunningSystem, caplog: pytest.LogCaptureFixture) -> None:
    """Most logs are read by people."""
    caplog.set_level(logging.DEBUG, logger="hcsffi")
    async with running():
        told = next(one for one in caplog.records if one.name == "hcsffi" and "HcsStartComputeSystem" in one.getMessage())
    assert told.getMessage().startswith("HcsStartComputeSystem for compute system 'contract-")
    assert "': S_OK (0x00000000) after " in told.getMessage()
    assert 0 < told.__dict__["hcs_elapsed_s"] < 20


def test_a_record_tells_how_long_the_call_took(caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    """To the microsecond, which is what a call of a library takes; in seconds for who filters."""
    caplog.set_level(logging.DEBUG, logger="hcsffi")
    clock = iter([1.0, 3.250125])
    monkeypatch.setattr(telling, "time", SimpleNamespace(perf_counter=lambda: next(clock)))
    told = telling.begin("HcsStartComputeSystem", "compute system 'a'")
    assert told is not None
    told.end(0)
    (record,) = caplog.records
    assert record.getMessage().endswith(" after 2250.125 ms")
    assert 2.250125 == record.__dict__["hcs_elapsed_s"]


@pytest.mark.parametrize("traces", [True, False])
async def test_a_batch_is_a_record_for_each_call(
    running: RunningSystem,
    records: Callable[[], list[Any]],
    monkeypatch: pytest.MonkeyPatch,
    traces: bool,  # noqa: FBT001 - a parameter
) -> None:
    """Made together, they still are calls of their own; whether the program traces makes no difference."""
    if not traces:
        monkeypatch.delitem(sys.modules, telling.TRACE)
    async with running() as system:
        await run_many([system.calls.properties(), system.calls.properties(), system.calls.resume()])
        found = [(function, code) for _, function, _, code in records()][-3:]
        assert found[:2] == [("HcsGetComputeSystemProperties", 0)] * 2
        assert (found[2][0], found[2][1] != 0) == ("HcsResumeComputeSystem", True)


async def test_a_call_that_is_given_up_is_a_warning(
    container: dict[str, Any], fresh_id: Callable[[], str], configure: Configure, records: Callable[[], list[Any]]
) -> None:
    """The service may go on with it: who looks for a system nobody made finds the reason."""
    configure(ManualClock=True, DelayMinUs=1_000, DelayMaxUs=1_000)  # no answer comes by itself
    with anyio.move_on_after(0.05) as scope:
        await ComputeSystem.create(fresh_id(), {**container, "ShouldTerminateOnLastHandleClosed": True}, terminate_on_close=True)
    assert scope.cancelled_caught
    assert [("WARNING", "HcsCreateComputeSystem")] == [one[:2] for one in records() if one[0] == "WARNING"]


async def test_what_has_ended_or_was_closed_is_not_ended_again(running: RunningSystem, records: Callable[[], list[Any]]) -> None:
    """By the time of a close a process that is to go with its handle may have gone already: the service is not asked for nothing."""
    async with running() as system:
        ended = await system.create_process({"CommandLine": "echo done"}, terminate_on_close=True)
        await ended.wait()
        await ended.aclose()
        assert [] == [one for one in records() if one[1] == "HcsTerminateProcess"]
        lasting = await system.create_process({"CommandLine": "sleep 1000"}, terminate_on_close=True)
        await lasting.aclose()
        await lasting.aclose()
        about = f"process {lasting.id} of compute system '{system.id}'"
        assert [("DEBUG", "HcsTerminateProcess", about, 0)] == [one for one in records() if one[1] == "HcsTerminateProcess"]


@pytest.mark.skipif(sys.platform == "win32", reason="SIGCONT is a signal of Linux")
async def test_a_kill_opens_nothing_where_no_signal_is_on_its_way(
    running: RunningSystem, configure: Configure, records: Callable[[], list[Any]]
) -> None:
    """Handles of its own are for a kill that would wait behind a signal; one that was refused or delivered holds up nobody."""
    async with running() as system, await system.create_process({"CommandLine": "sleep 1000"}) as process:
        configure(Faults=[{"Function": "HcsSignalProcess", "Count": 1, "HResult": "0x80004005"}])
        with pytest.raises(HcsError):
            await process.signal(18)
        await process.signal(18)
        await process.kill()
        asked = [function for _, function, _, _ in records()]
        assert ["HcsSignalProcess", "HcsSignalProcess", "HcsTerminateProcess"] == asked[asked.index("HcsSignalProcess") :]


async def test_what_is_replaced_is_not_asked_whether_it_likes_to(
    container: dict[str, Any], fresh_id: Callable[[], str], records: Callable[[], list[Any]]
) -> None:
    """Who takes the id of what a killed program left waits for no guest that shuts down in its own time."""
    name = fresh_id()
    async with await ComputeSystem.create(name, container) as left:
        await left.start()
        async with await ComputeSystem.create(name, container, replace=True, terminate_on_close=True):
            asked = {function for _, function, _, _ in records()}
    assert "HcsTerminateComputeSystem" in asked
    assert "HcsShutDownComputeSystem" not in asked


async def test_an_opening_that_is_given_up_is_a_warning(configure: Configure, records: Callable[[], list[Any]]) -> None:
    """A function without an operation runs on, on its thread; who waits behind it finds the reason."""
    configure(Faults=[{"Function": "HcnOpenNetwork", "Count": 1, "DelayUs": 1_000_000}])
    nobody = uuid.uuid4()
    with anyio.move_on_after(0.05) as scope:
        await Network.open(nobody)
    assert scope.cancelled_caught
    assert [("WARNING", "HcnOpenNetwork", f"network '{nobody}'")] == [one[:3] for one in records() if one[0] == "WARNING"]


async def test_a_creation_that_told_nothing_is_a_warning(
    configure: Configure, running: RunningSystem, records: Callable[[], list[Any]]
) -> None:
    """The quirk of Server 2022 is got over (A-13), but an operator should see that it is there."""
    async with running() as system:
        configure(Faults=[{"Function": "HcsGetOperationResultAndProcessInfo", "HResult": 0x80070057}])
        async with await system.create_process({"CommandLine": "sleep 1000"}, terminate_on_close=True):
            pass
        warned = [one for one in records() if one[0] == "WARNING"]
        assert [("WARNING", "HcsCreateProcess", f"compute system '{system.id}'", 0x80070057)] == warned


async def test_events_that_find_no_room_are_a_warning(
    machine: dict[str, Any], fresh_id: Callable[[], str], caplog: pytest.LogCaptureFixture
) -> None:
    """A reader that fell behind is told of in the log, too, with how many events it lost."""
    machine["VirtualMachine"] = {"Chipset": {"Uefi": {}}}  # whose crash is no exit (B-37): two events each
    async with await ComputeSystem.create(fresh_id(), machine, terminate_on_close=True) as system:
        await system.start()
        async with system.events(capacity=1) as narrow, system.events() as wide:
            await system.crash()
            await anext(wide)
            await anext(wide)
            lost = [one.getMessage() for one in caplog.records if one.levelno == logging.WARNING and "dropped" in one.getMessage()]
            assert narrow.dropped == 1
    assert [f"events of compute system '{system.id}': 1 dropped, since they were not read in time"] == lost


async def test_a_call_is_a_span_where_the_program_traces(running: RunningSystem, spans: Callable[[], list[Any]]) -> None:
    """Function, subject and code; a failure is an error of the span."""
    with trace.get_tracer("test").start_as_current_span("around") as around:
        async with running() as system:
            with pytest.raises(NotFound):
                await ComputeSystem.open("nobody")
    found = {span.name: span for span in spans()}
    started, refused = found["HcsStartComputeSystem"], found["HcsOpenComputeSystem"]
    assert dict(started.attributes) == {"hcs.subject": f"compute system '{system.id}'", "hcs.hresult": "0x00000000"}
    assert started.parent.span_id == around.get_span_context().span_id
    assert started.status.is_ok or not started.status.description
    assert (refused.attributes["hcs.hresult"], refused.status.description) == ("0x8037010E", "HCS_E_SYSTEM_NOT_FOUND")
    assert not refused.status.is_ok


async def test_a_batch_is_a_span_for_each_call(running: RunningSystem, spans: Callable[[], list[Any]]) -> None:
    """A program that traces need not log as well."""
    async with running() as system:
        await run_many([system.calls.properties(), system.calls.resume()])
    found = [(span.name, span.status.is_ok or not span.status.description) for span in spans()]
    begun = found.index(("HcsGetComputeSystemProperties", True))
    assert ("HcsResumeComputeSystem", False) == found[begun + 1]


@pytest.mark.parametrize(("code", "failed"), [(0x7FFFFFFF, False), (0x80000000, True)])
def test_a_span_is_an_error_from_the_least_failure_on(spans: Callable[[], list[Any]], code: int, *, failed: bool) -> None:
    """Its highest bit is what makes a code a failure ([MS-ERREF] 2.1)."""
    told = telling.begin("HcsStartComputeSystem", "compute system 'a'")
    assert told is not None
    told.end(code)
    assert [failed] == [span.status.status_code is trace.StatusCode.ERROR for span in spans()]


async def test_a_span_of_a_call_that_is_given_up_ends(
    container: dict[str, Any], fresh_id: Callable[[], str], configure: Configure, spans: Callable[[], list[Any]]
) -> None:
    """A span that never ends is never exported."""
    configure(ManualClock=True, DelayMinUs=1_000, DelayMaxUs=1_000)  # no answer comes by itself
    with anyio.move_on_after(0.05):
        await ComputeSystem.create(fresh_id(), {**container, "ShouldTerminateOnLastHandleClosed": True}, terminate_on_close=True)
    assert [("HcsCreateComputeSystem", "given up")] == [(span.name, span.status.description) for span in spans()]


@pytest.mark.parametrize(
    ("function", "way"),
    [
        ("HcnEnumerateNetworks", Network.ids),
        ("HcnOpenNetwork", lambda: Network.open(uuid.uuid4())),
    ],
    ids=["a call", "an opening"],
)
async def test_a_span_of_a_thread_that_is_given_up_ends(
    function: str, way: Callable[[], Awaitable[object]], configure: Configure, spans: Callable[[], list[Any]]
) -> None:
    """The thread goes on; nobody hears of its end, and the span would be missing from every trace."""
    configure(Faults=[{"Function": function, "Count": 1, "DelayUs": 500_000}])
    with anyio.move_on_after(0.05):
        await way()
    assert [(function, "given up")] == [(span.name, span.status.description) for span in spans()]


async def test_a_span_of_looks_that_are_given_up_ends(configure: Configure, spans: Callable[[], list[Any]]) -> None:
    """A list that takes too long is what somebody would look for in a trace."""
    if library.connected() is not None:
        pytest.skip("over a connection threads of Python take the looks, and tell nothing of them")
    configure(Faults=[{"Function": "HcnOpenNetwork", "Count": 1, "DelayUs": 500_000}])
    with anyio.move_on_after(0.05):
        await blocking.look_at_each(NETWORKS, uuid.uuid4().bytes_le, 1)
    assert [("HcnOpenNetwork", "given up")] == [(span.name, span.status.description) for span in spans()]


def test_nothing_is_made_where_nobody_listens(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a listener a call costs one question more."""
    monkeypatch.setattr(telling, "_modules", {})
    assert telling.begin("HcsStartComputeSystem", "compute system 'a'") is None
    assert [logging.NullHandler] == [type(handler) for handler in telling.LOG.handlers]
