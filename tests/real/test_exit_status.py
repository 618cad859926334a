"""Section B, exit status: how an end is told."""

from __future__ import annotations

import json
import threading
from typing import TYPE_CHECKING

import pytest

from hcsffi.native.binding import ffi, lib

from abi import Events, System, started
from observation import Fitting, OneOf
from supply import S_OK, Supply, code

if TYPE_CHECKING:
    from statement_report import Observe

pytestmark = pytest.mark.real_service

SYSTEM_EXITED = 1
INITIATORS = {"GuestOS", "Client", "Internal", "Unknown", "None"}


def terminate(supply: Supply, system: System) -> None:
    """Terminate and wait for the completion."""
    started(supply.limit_ms, lib.HcsTerminateComputeSystem, system.handle, None, ffi.NULL)


@pytest.mark.statement("B-45", "B-46", "B-47", "Z-3")
def test_the_exit_after_a_terminate_is_a_forced_one_and_no_failure(supply: Supply, observe: Observe) -> None:
    """Every waiter, the late one too, reads one status; only an unexpected exit is a failure."""
    with supply.raw_system(supply.machine_document()) as system:
        codes: list[str] = []
        waiters = [threading.Thread(target=lambda: codes.append(code(system.wait_exit(supply.limit_ms).code))) for _ in range(2)]
        for waiter in waiters:
            waiter.start()
        terminate(supply, system)
        for waiter in waiters:
            waiter.join()
        late = system.wait_exit(supply.limit_ms)
        observe("two waiters before the exit, one after it", [S_OK] * 3, [*codes, code(late.code)], of="B-47")
        status = late.document or {}
        observe("ExitType", "ForcedExit", status.get("ExitType"), of="B-45")
        observe("Status", 0, status.get("Status"), of="B-45")
        observe("Status after a forced exit", 0, status.get("Status"), of="Z-3")
        exits = [entry["SystemExit"] for entry in status.get("Attribution") or [] if "SystemExit" in entry]
        known = Fitting("only known initiators", lambda text: {entry.get("Initiator", "None") for entry in json.loads(text)} <= INITIATORS)
        observe("SystemExit entries of Attribution", known, json.dumps(exits), of="B-46")


@pytest.mark.statement("B-48", "Z-5")
def test_waiting_for_an_exit_that_does_not_come_times_out_without_a_document(supply: Supply, observe: Observe) -> None:
    """Nothing documents the code; the client knows three and has to know all there are."""
    timeouts = OneOf("HCS_E_OPERATION_TIMEOUT 0x80370118", "HRESULT_FROM_WIN32(ERROR_TIMEOUT) 0x800705B4", "HRESULT 0x00000102")
    with supply.raw_system(supply.machine_document()) as system:
        answer = system.wait_exit(10)
        observe("code", timeouts, code(answer.code), of="B-48")
        observe("document", None, answer.text, of="B-48")
        observe("time-out code of the system's exit wait", "HCS_E_OPERATION_TIMEOUT 0x80370118", code(answer.code), of="Z-5")


@pytest.mark.statement("B-45", "D-10", "C-24")
def test_every_handle_hears_of_the_exit_once_late_registration_included(supply: Supply, observe: Observe) -> None:
    """A handle that hears nothing waits for ever; one that hears twice ends its successor."""
    early, late = Events(), Events()
    document = supply.machine_document()
    with supply.raw_system(document, system_id=(system_id := supply.new_id())) as system:
        lib.HcsSetComputeSystemCallback(system.handle, 0, ffi.NULL, early.callback)
        result, second = System.open(system_id)
        with second:
            terminate(supply, system)
            event = early.wait(SYSTEM_EXITED, supply.limit_ms)
            system.wait_exit(supply.limit_ms)
            observe("the early handle's event", True, event is not None, of="D-10")
            observe("ExitType in the event", "ForcedExit", json.loads(event.text or "{}").get("ExitType") if event else None, of="B-45")
            lib.HcsSetComputeSystemCallback(second.handle, 0, ffi.NULL, late.callback)
            observe(
                "open, and the event after a late registration",
                (S_OK, True),
                (code(result), late.wait(SYSTEM_EXITED, supply.limit_ms) is not None),
                of="C-24",
            )
        system.close()
        observe("exit events of each handle", [1, 1], [early.count(SYSTEM_EXITED), late.count(SYSTEM_EXITED)], of="D-10")
