"""What has no method: any function by its native name, and property queries of one's own, with the answer as it came."""

from __future__ import annotations

import gc
import json
import uuid
from typing import TYPE_CHECKING, Any

import anyio
import pytest

import hcsffi
from hcsffi import AlreadyExists, ComputeSystem, HcsError, InvalidDocument, NotFound, NotSupported, TimedOut, documents, embedded, service
from hcsffi.documents import changes
from hcsffi.native import library, signature
from hcsffi.native.handles import KINDS

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path

    Configure = Callable[..., None]
    Eventually = Callable[..., Awaitable[None]]
    RunningSystem = Callable[..., AbstractAsyncContextManager[ComputeSystem]]

pytestmark = pytest.mark.anyio

GENERIC_ALL = 0x10000000


def left() -> tuple[int, int, int]:
    """How many systems, handles to systems and handles to processes the host holds."""
    counted = embedded.counters()
    return counted["Systems"], counted["SystemHandles"], counted["ProcessHandles"]


async def test_a_whole_life_by_names(container: dict[str, Any], fresh_id: Callable[[], str], eventually: Eventually) -> None:
    """What a newer Windows brings can be called before this library has a method for it."""
    name = fresh_id()
    async with await hcsffi.call("HcsCreateComputeSystem", name, container) as system:
        assert (await hcsffi.call("HcsStartComputeSystem", system)).text == ""
        told = json.loads((await hcsffi.call("HcsGetComputeSystemProperties", system)).text)
        assert (told["Id"], told["State"]) == (name, "Running")
        parameters = documents.ProcessParameters(command_line="cat", create_std_in_pipe=True, create_std_out_pipe=True)
        async with await hcsffi.call("HcsCreateProcess", system, parameters) as process:
            assert process.process_id
            assert process.stderr is None
            assert process.stdin is not None
            assert process.stdout is not None
            await process.stdin.send(b"by name\n")
            assert await process.stdout.receive() == b"by name\n"
            async with await hcsffi.call("HcsOpenProcess", system, process.process_id, GENERIC_ALL) as same:
                await hcsffi.call("HcsTerminateProcess", same, None)
                assert json.loads((await hcsffi.call("HcsWaitForProcessExit", process, 0xFFFFFFFF)).text)["ProcessId"] == process.process_id
        await hcsffi.call("HcsTerminateComputeSystem", system)
        assert json.loads((await hcsffi.call("HcsWaitForComputeSystemExit", system, 0xFFFFFFFF)).text)["ExitType"] == "ForcedExit"

    async def nothing_is_left() -> bool:
        return left() == (0, 0, 0)

    await eventually(nothing_is_left)


async def test_names_and_methods_go_together(running: RunningSystem) -> None:
    """A system of the ordinary kind lends its handle and stays its owner."""
    async with running() as system, await system.create_process({"CommandLine": "sleep 60"}, terminate_on_close=True) as process:
        assert (await hcsffi.call("HcsModifyComputeSystem", system, changes.container_memory(512))).text == ""
        async with await hcsffi.call("HcsOpenComputeSystem", system.id, GENERIC_ALL) as again:
            assert json.loads((await hcsffi.call("HcsGetComputeSystemProperties", again, '{"PropertyTypes": []}')).text)["Id"] == system.id
        assert not json.loads((await hcsffi.call("HcsGetProcessProperties", process)).text)["Exited"]
        assert str((await system.properties()).state) == "Running"


async def test_functions_without_an_operation_are_called_too(tmp_path: Path) -> None:
    """On a worker thread, with their texts as they are."""
    assert json.loads((await hcsffi.call("HcsGetServiceProperties", b'{"PropertyTypes": ["Basic"]}')).text)["Properties"]
    disk = tmp_path / "disk.vhdx"
    with pytest.raises(NotFound, match="failed for a disk"):
        await hcsffi.call("HcsGrantVmAccess", "vm", str(disk), subject="a disk")
    disk.write_bytes(b"")
    assert (await hcsffi.call("HcsGrantVmAccess", "vm", str(disk))).text == ""


async def test_the_network_is_reached_by_name() -> None:
    """GUIDs as such or as text; a host without the function says so as for every other one."""
    for network in (uuid.uuid4(), str(uuid.uuid4())):
        with pytest.raises((NotFound, NotSupported), match="HcnOpenNetwork failed for the network service"):
            await hcsffi.call("HcnOpenNetwork", network)
    with pytest.raises(ValueError, match="badly formed"):
        await hcsffi.call("HcnOpenNetwork", "no GUID")


async def test_failures_are_what_they_are_elsewhere(running: RunningSystem, container: dict[str, Any]) -> None:
    """The class, the function and the subject: nothing about an error depends on how the call was made."""
    async with running() as system:
        with pytest.raises(AlreadyExists) as taken:
            await hcsffi.call("HcsCreateComputeSystem", system.id, container)
        assert (taken.value.function, taken.value.hresult) == ("HcsCreateComputeSystem", 0x8037010F)
        with pytest.raises(HcsError, match="HcsCreateComputeSystem failed for the compute service: E_INVALIDARG"):
            await hcsffi.call("HcsCreateComputeSystem", None, container)  # NULL, and nothing moves into its place
        with pytest.raises(HcsError, match=f"HcsStartComputeSystem failed for compute system '{system.id}'"):
            await hcsffi.call("HcsStartComputeSystem", system)
        with pytest.raises(ValueError, match="argument 1 of HcsModifyComputeSystem has a NUL character at 1"):
            await hcsffi.call("HcsModifyComputeSystem", system, "{\0}")
        with pytest.raises(TimedOut, match="HcsWaitForComputeSystemExit"):
            await hcsffi.call("HcsWaitForComputeSystemExit", system, 60_000, timeout_s=0.05)
        await hcsffi.call("HcsTerminateComputeSystem", system)


async def test_a_missing_function_names_the_windows_that_has_it(configure: Configure, running: RunningSystem) -> None:
    """As for a method: no crash, and the first build."""
    async with running() as system:
        configure(WindowsBuild=17763)
        with pytest.raises(NotSupported) as refused:
            await hcsffi.call("HcsCrashComputeSystem", system)
        assert (refused.value.hresult, refused.value.first_build) == (0x8007007F, 19041)
        configure()


async def test_a_cancelled_create_by_name_leaves_no_handle(
    configure: Configure, container: dict[str, Any], fresh_id: Callable[[], str], eventually: Eventually
) -> None:
    """The handle that comes later belongs to nobody, so the library closes it; the document says that the system goes with it."""
    await ComputeSystem.list()
    configure(WindowsBuild=20348, ManualClock=True, DelayMinUs=200_000)
    wanted = {**container, "ShouldTerminateOnLastHandleClosed": True}
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(hcsffi.call, "HcsCreateComputeSystem", fresh_id(), wanted)
        await anyio.wait_all_tasks_blocked()
        assert embedded.counters()["Operations"] == 1
        tasks.cancel_scope.cancel()
    embedded.advance_clock(1)
    configure()

    async def nothing_is_left() -> bool:
        return left() == (0, 0, 0)

    await eventually(nothing_is_left)


async def test_a_cancelled_call_on_a_thread_ends_at_once_and_keeps_its_handle(running: RunningSystem) -> None:
    """The call runs to its end on its thread; closing its handle under it crashed computecore.dll for others."""
    async with running() as system:
        async with await hcsffi.call("HcsOpenComputeSystem", system.id, GENERIC_ALL) as again:
            with anyio.fail_after(30), anyio.move_on_after(0.05) as wait:
                await hcsffi.call("HcsWaitForComputeSystemExit", again, 60_000)
            assert wait.cancelled_caught
        assert left() == (1, 2, 0)
        await system.terminate()
        await system.wait_exit()


async def test_an_answer_that_is_forgotten_warns_and_is_closed(running: RunningSystem, eventually: Eventually) -> None:
    """As a forgotten system does: the leak is named, and ends."""
    async with running() as system:
        with pytest.warns(ResourceWarning, match="unclosed <RawAnswer '' <SystemHandle"):  # noqa: PT031 - collected inside
            await hcsffi.call("HcsOpenComputeSystem", system.id, GENERIC_ALL)
            gc.collect()

        async def own_handle_is_left() -> bool:
            return left() == (1, 1, 0)

        await eventually(own_handle_is_left)


@pytest.mark.parametrize(
    ("function", "reason"),
    [
        ("HcsCloseComputeSystem", "it would close a handle under its owner"),
        ("HcnCloseNetwork", "it would close a handle under its owner"),
        ("HcsGetOperationResult", "operations are made and closed by this library"),
        ("HcsSetComputeSystemCallback", "callbacks are registered by this library"),
        ("HcnRegisterServiceCallback", "callbacks are registered by this library"),
        ("HcnReleaseGuestNetworkServicePortReservationHandle", "it would close a handle under its owner"),
        ("HcnFreeGuestNetworkPortReservations", "it hands out or takes what this library has no owner for"),
        ("HcsStartComputerSystem", "did you mean HcsStartComputeSystem"),
        ("hcsffi_shutdown", "has no function 'hcsffi_shutdown'"),
    ],
)
async def test_what_would_break_the_library_cannot_be_called(function: str, reason: str) -> None:
    """Said before anything is called: a handle that is closed under a running call crashed computecore.dll for others."""
    with pytest.raises(ValueError, match=reason):
        await hcsffi.call(function)


async def test_an_argument_in_the_wrong_place_is_refused_before_the_call(running: RunningSystem) -> None:
    """A library that follows a pointer must never be given another kind of handle, or a text for one."""
    async with running() as system, await system.create_process({"CommandLine": "sleep 60"}, terminate_on_close=True) as process:
        wrong: list[tuple[str, tuple[Any, ...], str]] = [
            ("HcsStartComputeSystem", (process,), "argument 0 is a HCS_SYSTEM, not ProcessHandle"),
            ("HcsTerminateProcess", (system,), "argument 0 is a HCS_PROCESS, not SystemHandle"),
            ("HcsStartComputeSystem", ("text",), "argument 0 is a HCS_SYSTEM, not str"),
            ("HcsStartComputeSystem", (), "argument 0 is a HCS_SYSTEM, not NoneType"),
            ("HcsStartComputeSystem", (system, 7), "argument 1 is a PCWSTR, not int"),
            ("HcsStartComputeSystem", (system, None, None), r"takes \(HCS_SYSTEM, PCWSTR\), not 3 arguments"),
            ("HcsOpenProcess", (system, "7", GENERIC_ALL), "argument 1 is a DWORD, not str"),
            ("HcsOpenProcess", (system,), "argument 1 is a DWORD, not NoneType"),
            ("HcnOpenNetwork", (7,), "argument 0 is a REFGUID, not int"),
            ("HcsGetServiceProperties", (system,), "argument 0 is a PCWSTR, not ComputeSystem"),
        ]
        for function, arguments, reason in wrong:
            with pytest.raises(TypeError, match=reason):
                await hcsffi.call(function, *arguments)
    for function, closed in (("HcsStartComputeSystem", system), ("HcsGetProcessInfo", process)):
        with pytest.raises(anyio.ClosedResourceError, match="was closed"):
            await hcsffi.call(function, closed)


async def test_every_function_can_be_called_or_says_why_not() -> None:
    """A function that is neither would be found by its first user; the ones that cannot are the library's own affair."""
    rows = [row for name, row in library.functions().items() if not name.startswith("hcsffi_")]
    refused = {row.name for row in rows if signature.objection(row)}
    assert {name for name in refused if "Operation" not in name and "Close" not in name and "Callback" not in name} == {
        "HcnFreeGuestNetworkPortReservations",
        "HcnReleaseGuestNetworkServicePortReservationHandle",
    }
    callable_rows = [row for row in rows if row.name not in refused]
    assert len(callable_rows) > 75
    known = {"PCWSTR", "REFGUID", *signature.NUMBERS, *KINDS}
    assert [] == [row.name for row in callable_rows if set(signature.arguments(row)) - known]


async def test_a_property_query_of_ones_own_answers_as_it_came(running: RunningSystem) -> None:
    """What no type knows yet can be asked for and read."""
    async with running() as system, await system.create_process({"CommandLine": "sleep 60"}, terminate_on_close=True) as process:
        assert json.loads(await system.query())["Id"] == system.id
        asked = documents.SystemPropertyQuery(property_types=[documents.SystemPropertyType.STATISTICS])
        for question in (asked, {"PropertyTypes": ["Statistics"]}, '{"PropertyTypes": ["Statistics"]}'):
            assert "Uptime100ns" in json.loads(await system.query(question, timeout_s=30))["Statistics"]
        assert json.loads(await process.query())["ProcessId"] == process.id
        told = await service.query({"PropertyTypes": ["Basic"]})
        assert "SupportedSchemaVersions" in json.loads(told)["Properties"][0]
        first, second = await hcsffi.run_many([system.calls.query({"PropertyTypes": ["Statistics"]}), process.calls.query()])
        assert "Statistics" in json.loads(str(first))
        assert not json.loads(str(second))["Exited"]
        with pytest.raises(InvalidDocument):
            await system.query({"PropertyTypes": 5})
        with pytest.raises(ValueError, match="question has a NUL character"):
            await process.query("\0")
