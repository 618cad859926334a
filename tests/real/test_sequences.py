"""Section G: whole runs, as shipping clients make them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import anyio
import pytest

from hcsffi import ComputeSystem
from hcsffi.documents.notices import EventKind

from supply import S_OK, Supply, code_of

if TYPE_CHECKING:
    from statement_report import Observe

pytestmark = [pytest.mark.real_service, pytest.mark.anyio]


@pytest.mark.statement("G-3", "G-4", "G-5", "G-6", "G-7")
async def test_one_command_in_a_container_from_birth_to_end(supply: Supply, observe: Observe) -> None:
    """The main job, in the very order of the known clients."""
    patience = supply.parameters.patience_s
    created = await ComputeSystem.create(supply.new_id(), supply.container_document(), timeout_s=patience)
    async with created as system, system.events() as events:
        kind = (await system.properties()).system_type
        observe("create, then kind by the basic properties", "Container", str(kind), of="G-3")
        observe("start", S_OK, await code_of(system.start(timeout_s=patience)), of="G-4")
        pipes = {"CreateStdInPipe": True, "CreateStdOutPipe": True, "CreateStdErrPipe": True}
        async with await system.create_process(supply.printing("hi", **pipes), timeout_s=patience) as process:
            await process.close_stdin()
            assert process.stdout is not None
            out = b"".join([chunk async for chunk in process.stdout])
            status = await process.wait(patience)
            observe("its output", b"hi", out.strip(), of="G-5")
            seen = (status.process_id, status.exited, status.exit_code, status.last_wait_result)
            observe("its exit status", (process.id, True, 0, 0), seen, of="G-6")
        observe("state after the process", "Running", str((await system.properties()).state), of="G-6")
        observe("shutdown", S_OK, await code_of(system.shutdown(timeout_s=patience)), of="G-7")
        with anyio.fail_after(patience):
            async for event in events:
                if event.kind == EventKind.SYSTEM_EXITED:
                    break
        observe("the exit", S_OK, await code_of(system.wait_exit(patience)), of="G-7")


@pytest.mark.statement("G-11", "G-12", "G-15")
async def test_a_machine_from_birth_to_end(supply: Supply, observe: Observe) -> None:
    """Between create and start the client needs the runtime id; at the end it terminates without asking first."""
    patience = supply.parameters.patience_s
    async with supply.machine(start=False) as system:
        observe("create with StopOnReset left out", "Created", str((await system.properties()).state), of="G-11")
        observe("the runtime id before the start", True, bool((await system.properties()).runtime_id), of="G-12")
        observe("start", S_OK, await code_of(system.start(timeout_s=patience)), of="G-12")
        observe("terminate without a shutdown", S_OK, await code_of(system.terminate(timeout_s=patience)), of="G-15")
        observe("the exit", S_OK, await code_of(system.wait_exit(patience)), of="G-15")


@pytest.mark.statement("G-16", "G-17")
async def test_what_a_lost_client_left_behind_is_found_by_owner_and_ended(supply: Supply, observe: Observe) -> None:
    """Recovery at start: list by owner, open, terminate, wait."""
    owner = f"lost client {supply.new_id()}"
    lost = await ComputeSystem.create(supply.new_id(), supply.machine_document(Owner=owner, ShouldTerminateOnLastHandleClosed=False))
    await lost.start()
    await lost.aclose(terminate=False)
    found = await ComputeSystem.list(owners=[owner])
    observe("systems of the lost client", [(lost.id, "Running")], [(str(one.id), str(one.state)) for one in found], of="G-17")
    for one in found:
        async with await ComputeSystem.open(str(one.id)) as system:
            observe("terminate", S_OK, await code_of(system.terminate()), of="G-16")
            observe("the exit", S_OK, await code_of(system.wait_exit(supply.parameters.patience_s)), of="G-16")
