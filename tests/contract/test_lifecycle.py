"""The life of a compute system, as the service promises it."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Any

import anyio
import pytest

from hcsffi import (
    AlreadyExists,
    AlreadyStopped,
    ComputeSystem,
    DocumentRejected,
    HcsError,
    InvalidDocument,
    NotFound,
    NotSupported,
    WrongState,
    documents,
)
from hcsffi.compute.ending import Ending

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from contextlib import AbstractAsyncContextManager

    Eventually = Callable[..., Awaitable[None]]

    RunningSystem = Callable[..., AbstractAsyncContextManager[ComputeSystem]]

pytestmark = pytest.mark.anyio


async def state(system: ComputeSystem) -> str:
    """The state the service tells."""
    return str((await system.properties()).state)


async def test_a_created_system_is_created_and_runs_nothing(container: dict[str, Any], fresh_id: Callable[[], str]) -> None:
    """Create and start are two steps: between them the caller registers for events (B-10)."""
    async with await ComputeSystem.create(fresh_id(), container, terminate_on_close=True) as system:
        found = await system.properties()
        assert str(found.state) == "Created"
        assert found.owner == "contract"
        assert found.id == system.id
        assert str(found.system_type) == "Container"


async def test_start_shutdown_and_exit_follow_one_another(container: dict[str, Any], fresh_id: Callable[[], str]) -> None:
    """The main path of every client (B-21, B-28)."""
    async with await ComputeSystem.create(fresh_id(), container) as system:
        await system.start()
        assert await state(system) == "Running"
        await system.shutdown()
        status = await system.wait_exit()
        assert str(status.exit_type) == "GracefulExit"


async def test_the_three_forms_of_a_document_make_the_same_system(fresh_id: Callable[[], str]) -> None:
    """An object, a mapping and JSON text are one document."""
    typed = documents.ComputeSystem(
        owner="contract",
        schema_version=documents.hcs.Version(major=2, minor=1),
        container=documents.Container(guest_os=documents.GuestOs(host_name="web")),
    )
    plain = documents.to_mapping(typed)
    for form in (typed, plain, documents.to_json(typed), documents.to_json(typed).decode()):
        async with await ComputeSystem.create(fresh_id(), form, terminate_on_close=True) as system:
            assert (await system.properties()).owner == "contract"


async def test_an_invalid_document_is_refused_before_anything_is_called(fresh_id: Callable[[], str]) -> None:
    """The service names no member (B-2), so the library does, with its JSON path, and every problem at once."""
    system_id = fresh_id()
    broken = {"Container": {"GuestOs": {"HostName": 5}}, "SchemaVersion": {"Major": "2"}}
    with pytest.raises(InvalidDocument) as refused:
        await ComputeSystem.create(system_id, broken)
    assert {problem.path for problem in refused.value.problems} == {"$.Container.GuestOs.HostName", "$.SchemaVersion.Major"}
    assert not isinstance(refused.value, HcsError)
    assert await ComputeSystem.list(ids=[system_id]) == []


@pytest.mark.parametrize("document", [{"Owner": "nobody"}, {"Container": {}, "VirtualMachine": {}}])
async def test_a_document_of_no_kind_or_two_kinds_is_rejected(document: dict[str, Any], fresh_id: Callable[[], str]) -> None:
    """Exactly one of Container, VirtualMachine and HostedSystem (B-1)."""
    with pytest.raises(DocumentRejected) as refused:
        await ComputeSystem.create(fresh_id(), document)
    assert refused.value.symbol == "HCS_E_INVALID_JSON"


async def test_a_second_system_with_the_same_id_is_refused_and_leaves_the_first_alone(
    container: dict[str, Any], fresh_id: Callable[[], str]
) -> None:
    """The usual sign of a system that was left behind (B-5)."""
    async with await ComputeSystem.create(fresh_id(), container, terminate_on_close=True) as system:
        with pytest.raises(AlreadyExists) as refused:
            await ComputeSystem.create(system.id, container)
        assert refused.value.hresult == 0x8037010F
        assert system.id in str(refused.value)
        await system.start()


async def test_ids_that_differ_in_letter_case_are_two_systems(container: dict[str, Any], fresh_id: Callable[[], str]) -> None:
    """Ids are exact texts, any text (B-6)."""
    stem = fresh_id()
    async with (
        await ComputeSystem.create(stem + "-ä X", container, terminate_on_close=True),
        await ComputeSystem.create(stem + "-ä x", container, terminate_on_close=True),
    ):
        with pytest.raises(NotFound):
            await ComputeSystem.open(stem + "-Ä x")


async def test_starting_a_running_system_is_the_wrong_state(running: RunningSystem) -> None:
    """B-23."""
    async with running() as system:
        with pytest.raises(WrongState) as refused:
            await system.start()
        assert refused.value.function == "HcsStartComputeSystem"


async def test_a_system_that_has_exited_cannot_be_started_again(running: RunningSystem) -> None:
    """Compute systems are ephemeral (B-21, B-24)."""
    async with running() as system:
        await system.terminate()
        await system.wait_exit()
        with pytest.raises(HcsError) as refused:
            await system.start()
        assert isinstance(refused.value, (AlreadyStopped, WrongState))


async def test_a_container_cannot_be_paused_and_goes_on(running: RunningSystem) -> None:
    """Pause belongs to virtual machines (B-33)."""
    async with running() as system:
        with pytest.raises((NotSupported, WrongState)):
            await system.pause()
        assert await state(system) == "Running"


async def test_a_machine_is_paused_saved_and_resumed(machine: dict[str, Any], fresh_id: Callable[[], str], tmp_path: Any) -> None:
    """Pause, save (still paused), resume, and no save while it runs (B-21, B-34, B-35)."""
    async with await ComputeSystem.create(fresh_id(), machine, terminate_on_close=True) as system:
        await system.start()
        with pytest.raises(WrongState):
            await system.save({"SaveType": "ToFile", "SaveStateFilePath": str(tmp_path / "early.vmrs")})
        await system.pause({"SuspensionLevel": "Suspend", "HostedNotification": {"Reason": "Save"}})
        assert await state(system) == "Paused"
        with pytest.raises(WrongState):
            await system.pause()
        await system.save({"SaveType": "ToFile", "SaveStateFilePath": str(tmp_path / "state.vmrs")})
        assert await state(system) == "Paused"
        await system.resume()
        assert await state(system) == "Running"
        with pytest.raises(WrongState):
            await system.resume()


async def test_crash_is_for_machines_only(machine: dict[str, Any], fresh_id: Callable[[], str], running: RunningSystem) -> None:
    """An interrupt for a guest kernel means nothing to a container (B-36)."""
    async with await ComputeSystem.create(fresh_id(), machine, terminate_on_close=True) as system:
        await system.start()
        await system.crash({"Type": "CrashGuest"})
    async with running() as system:
        with pytest.raises((NotSupported, WrongState)):
            await system.crash()


async def test_terminate_ends_a_created_system(container: dict[str, Any], fresh_id: Callable[[], str]) -> None:
    """Terminate is legal before the start (B-31), and the exit is told."""
    async with await ComputeSystem.create(fresh_id(), container) as system:
        await system.terminate()
        status = await system.wait_exit()
        assert str(status.exit_type) == "ForcedExit"


async def test_the_id_is_free_again_after_the_exit_even_while_a_handle_is_open(
    container: dict[str, Any], fresh_id: Callable[[], str]
) -> None:
    """A restart with the same name must not wait for the last handle (B-38)."""
    async with await ComputeSystem.create(fresh_id(), container) as first:
        await first.start()
        await first.stop()
        async with await ComputeSystem.create(first.id, container, terminate_on_close=True) as second:
            await second.start()
            assert await state(second) == "Running"
            assert str((await first.wait_exit()).exit_type) == "GracefulExit"


async def test_closing_the_handle_leaves_the_system_running(container: dict[str, Any], fresh_id: Callable[[], str]) -> None:
    """Systems live in the service, not in a handle (B-40)."""
    system_id = fresh_id()
    async with await ComputeSystem.create(system_id, container) as system:
        await system.start()
    async with await ComputeSystem.open(system_id, terminate_on_close=True) as again:
        assert await state(again) == "Running"


async def test_the_last_handle_ends_a_system_whose_document_says_so(
    container: dict[str, Any], fresh_id: Callable[[], str], eventually: Eventually
) -> None:
    """The flag that protects against a client that dies (B-41)."""
    system_id = fresh_id()
    async with await ComputeSystem.create(system_id, {**container, "ShouldTerminateOnLastHandleClosed": True}) as system:
        await system.start()
        async with await ComputeSystem.open(system_id):
            pass
        assert await state(system) == "Running"

    async def is_gone() -> bool:
        return not await ComputeSystem.list(ids=[system_id])

    await eventually(is_gone)  # it leaves the enumeration within a moment, and no handle is left to hear of it


async def test_closing_twice_is_no_error(running: RunningSystem) -> None:
    """Cleaning-up code runs twice easily."""
    async with running() as system:
        await system.aclose()
        await system.aclose()


async def test_a_close_that_terminates_waits_for_the_exit(running: RunningSystem, configure: Callable[..., None]) -> None:
    """The answer to a terminate is no exit (B-31): whoever takes the system's files away next must find them unused."""
    order: list[str] = []
    closed = anyio.Event()
    async with running() as system, await ComputeSystem.open(system.id) as other:

        async def close() -> None:
            await system.aclose(terminate=True)
            order.append("closed")
            closed.set()

        configure(Faults=[{"Function": "HcsTerminateComputeSystem", "HResult": 0}])  # answered, and not yet done
        async with anyio.create_task_group() as closing:
            closing.start_soon(close)
            with anyio.move_on_after(0.5):  # one that waited for the answer alone would be done within milliseconds
                await closed.wait()
            assert order == []
            order.append("ending")
            await other.terminate()
        assert order == ["ending", "closed"]


async def test_terminating_twice_says_already_stopped(running: RunningSystem) -> None:
    """The second one is told so, and may take it for success (H-3)."""
    async with running() as system:
        await system.terminate()
        await system.wait_exit()
        with pytest.raises((AlreadyStopped, NotFound)):
            await system.terminate()


async def test_stop_says_what_worked(container: dict[str, Any], fresh_id: Callable[[], str], machine: dict[str, Any]) -> None:
    """A container shuts down, a machine without a guest has to be terminated (B-29), a stopped one is a success."""
    async with await ComputeSystem.create(fresh_id(), container) as system:
        await system.start()
        assert await system.stop() is Ending.ASKED
        assert await system.stop() is Ending.ALREADY_STOPPED
    async with await ComputeSystem.create(fresh_id(), machine) as system:
        await system.start()
        assert await system.stop() is Ending.FORCED
    async with await ComputeSystem.create(fresh_id(), container) as system:
        await system.start()
        assert await system.stop(shutdown_s=0) is Ending.FORCED


async def test_several_waiters_all_see_the_exit(running: RunningSystem) -> None:
    """A supervisor and a logger wait for the same exit (B-47)."""
    seen: list[str] = []

    async def wait(system: ComputeSystem) -> None:
        seen.append(str((await system.wait_exit()).exit_type))

    async with running() as system, await ComputeSystem.open(system.id) as other:
        async with anyio.create_task_group() as waiting:
            for one in (system, system, other):
                waiting.start_soon(wait, one)
            await system.terminate()
        assert seen == ["ForcedExit"] * 3
        assert str((await other.wait_exit()).exit_type) == "ForcedExit"


async def test_opening_what_does_not_exist_says_not_found(fresh_id: Callable[[], str]) -> None:
    """HCS_E_SYSTEM_NOT_FOUND has one number, and other clients have it wrong."""
    with pytest.raises(NotFound) as refused:
        await ComputeSystem.open(fresh_id())
    assert refused.value.hresult == 0x8037010E
    assert refused.value.function == "HcsOpenComputeSystem"


@pytest.mark.parametrize("system_id", ["a\0b", "a\ud800b"])
async def test_an_id_that_cannot_cross_is_refused_by_name(system_id: str, container: dict[str, Any]) -> None:
    """A text cut at a NUL would name another system."""
    with pytest.raises(ValueError, match="system_id"):
        await ComputeSystem.create(system_id, container)
    with pytest.raises(ValueError, match="system_id"):
        await ComputeSystem.open(system_id)


async def test_a_system_in_a_namespace_is_found_there_only(container: dict[str, Any], fresh_id: Callable[[], str]) -> None:
    """The in-namespace variants are a second world of ids."""
    namespace, system_id = "f7b2d6ac-27a2-4f4b-8a4f-0d9c4a8c0001", fresh_id()
    async with await ComputeSystem.create(system_id, container, namespace=namespace, terminate_on_close=True) as system:
        await system.start()
        async with await ComputeSystem.open(system_id, namespace=namespace) as again:
            assert await state(again) == "Running"
        assert system_id in {found.id for found in await ComputeSystem.list(namespace=namespace)}
        assert str((await system.run("true")).returncode) == "0"


async def test_a_forgotten_system_or_process_is_named_in_a_warning(running: RunningSystem) -> None:
    """A leak has to be found by its name; the handle is closed all the same."""
    async with running() as system:
        systems = [await ComputeSystem.open(system.id)]
        processes = [await systems[0].create_process({"CommandLine": "true"})]
        number = (await processes[0].wait()).process_id
        gc.collect()
        with pytest.warns(ResourceWarning, match=f"unclosed <ComputeProcess {number} of '{system.id}'>") as told:
            processes.clear()
        assert {__file__} == {one.filename for one in told if "unclosed" in str(one.message)}
        with pytest.warns(ResourceWarning, match=f"unclosed <ComputeSystem '{system.id}'>") as told:
            systems.clear()
        assert {__file__} == {one.filename for one in told if "unclosed" in str(one.message)}
