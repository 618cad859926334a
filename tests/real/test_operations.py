"""Section A: operations as a client in C meets them."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from hcsffi.native.binding import ffi, lib

import abi
from abi import Completions, Events, Operation, System, unsigned
from observation import Fitting, OneOf
from supply import S_OK, Supply, code

if TYPE_CHECKING:
    from statement_report import Observe

pytestmark = pytest.mark.real_service

PENDING = "HCS_E_OPERATION_PENDING 0x80370117"
TIMEOUT = "HCS_E_OPERATION_TIMEOUT 0x80370118"
ALREADY_STARTED = "HCS_E_OPERATION_ALREADY_STARTED 0x80370116"
CALLBACK_SET = "HCS_E_OPERATION_SYSTEM_CALLBACK_ALREADY_SET 0x80370119"
SIGNAL_PROCESS = 11
OPERATION_CALLBACK = 0x01000000
ENABLE_OPERATION_CALLBACKS = 1


def start(system: System, operation: Operation) -> int:
    """HcsStartComputeSystem, not waited for."""
    return unsigned(lib.HcsStartComputeSystem(system.handle, operation.handle, ffi.NULL))


def query(system: System, operation: Operation) -> int:
    """HcsGetComputeSystemProperties, not waited for."""
    return unsigned(lib.HcsGetComputeSystemProperties(system.handle, operation.handle, ffi.NULL))


@pytest.mark.statement("A-2", "A-3", "A-4", "A-5")
def test_an_operation_in_flight_is_pending_to_a_get_and_timed_out_to_a_poll(supply: Supply, observe: Observe) -> None:
    """A client that mistakes either for the end of the work loses the result, or the system."""
    with supply.raw_system(supply.machine_document(), start=False) as system, Operation() as operation, supply.slowly():
        accepted = start(system, operation)
        polled = operation.get()
        waited = operation.wait(0)
        if not supply.embedded_host and polled.code == 0:
            pytest.skip("the work was done before it could be looked at")
        observe("an accepted start", S_OK, code(accepted), of="A-3")
        observe("get in flight", (PENDING, None), (code(polled.code), polled.text), of="A-2")
        observe("wait of 0 ms in flight", TIMEOUT, code(waited.code), of="A-5")
        observe("get in flight beside it", PENDING, code(polled.code), of="A-5")
        observe("wait of 1 ms in flight", TIMEOUT, code(operation.wait(1).code), of="A-4")
        supply.hasten()
        observe("the same operation waited for again", S_OK, code(operation.wait(supply.limit_ms).code), of="A-4")
        observe("wait without end after the completion", S_OK, code(operation.wait(abi.ENDLESS).code), of="A-5")


@pytest.mark.statement("A-6")
def test_a_refused_start_is_reported_by_the_call_or_by_the_operation(supply: Supply, observe: Observe) -> None:
    """Builds differ, so a client must look in both places; the report says which one this build uses."""
    with supply.raw_system(supply.machine_document()) as system, Operation() as operation:
        accepted = start(system, operation)
        final = operation.wait(supply.limit_ms).code if accepted == 0 else accepted
        observe(
            "a second start",
            ("by the operation", "failed"),
            ("by the operation" if accepted == 0 else "by the call", "failed" if final else S_OK),
        )


@pytest.mark.statement("A-7", "A-8", "D-1")
def test_a_call_that_fails_at_once_runs_no_callback_and_may_tell_its_reason(supply: Supply, observe: Observe) -> None:
    """The caller frees the callback's context after such a failure: a late callback would use freed memory."""
    completions, events = Completions(), Events()
    with supply.raw_system(supply.machine_document(), start=False) as system:
        lib.HcsSetComputeSystemCallback(system.handle, ENABLE_OPERATION_CALLBACKS, ffi.NULL, events.callback)
        with Operation(completions.callback) as operation:
            accepted = query(system, operation)
            observe("an operation with a callback while completions are events", CALLBACK_SET, code(accepted), of="D-1")
            reason = operation.get()
        with Operation() as operation:
            query(system, operation)
            operation.wait(supply.limit_ms)
        if accepted == 0:
            pytest.skip("the call did not fail at once")
        observe("callbacks after a call that failed at once", 0, len(completions.codes), of="A-7")
        told = Fitting(
            "no document, or a ResultError with that code",
            lambda text: text is None or abi.Answer(0, text).document["Error"] & 0xFFFFFFFF == accepted,
        )
        observe("the document of that operation", told, reason.text, of="A-8")


@pytest.mark.statement("A-9")
def test_an_operation_in_flight_refuses_a_second_call_and_finishes_the_first(supply: Supply, observe: Observe) -> None:
    """Two answers cannot share one operation; the first must not be lost to the mistake."""
    with supply.raw_system(supply.machine_document(), start=False) as system, Operation() as operation, supply.slowly():
        start(system, operation)
        second = query(system, operation)
        if second == 0 and not supply.embedded_host:
            pytest.skip("the first call was done before the second was made")
        observe("the second call", ALREADY_STARTED, code(second))
        supply.hasten()
        observe("the first call", S_OK, code(operation.wait(supply.limit_ms).code))


@pytest.mark.statement("A-10")
def test_the_callback_of_an_operation_is_set_before_the_start_only(supply: Supply, observe: Observe) -> None:
    """A callback set too late may be lost or run twice; the client has to be told."""
    completions, late = Completions(), Completions()
    with supply.raw_system(supply.machine_document(), start=False) as system, supply.slowly():
        with Operation() as operation:
            observe("set before the start", S_OK, code(lib.HcsSetOperationCallback(operation.handle, ffi.NULL, completions.callback)))
            start(system, operation)
            observe("set in flight", ALREADY_STARTED, code(lib.HcsSetOperationCallback(operation.handle, ffi.NULL, late.callback)))
            supply.hasten()
            operation.wait(supply.limit_ms)
            observe("the first callback runs", True, completions.came.wait(supply.limit_ms / 1000))
        observe("the late callback runs", 0, len(late.codes))


@pytest.mark.statement("A-11")
def test_an_enumeration_names_neither_system_nor_process(supply: Supply, observe: Observe) -> None:
    """A client that takes the getters' answers for handles of its own would close somebody else's."""
    with Operation() as operation:
        lib.HcsEnumerateComputeSystems(ffi.NULL, operation.handle)
        operation.wait(supply.limit_ms)
        observe("system of an enumeration", True, lib.HcsGetComputeSystemFromOperation(operation.handle) == ffi.NULL)
        observe("process of an enumeration", True, lib.HcsGetProcessFromOperation(operation.handle) == ffi.NULL)


@pytest.mark.statement("A-1", "A-11", "A-12", "C-1")
def test_the_plain_wait_serves_every_operation_of_a_process(supply: Supply, observe: Observe) -> None:
    """The pages restrict the two kinds of waits in contradicting ways; clients use the plain one for all."""
    with supply.raw_system(supply.container_document()) as system:
        with Operation() as operation:
            accepted, process = system.create_process(supply.lasting(), operation)
            observe("a handle from the call itself", (S_OK, True), (code(accepted), process.handle != ffi.NULL), of="C-1")
            observe("plain wait for HcsCreateProcess", S_OK, code(operation.wait(supply.limit_ms).code), of="A-12")
            observe("process of the operation", True, lib.HcsGetProcessFromOperation(operation.handle) == process.handle, of="A-11")
            answer, information = operation.wait_informed(supply.limit_ms)
            information.close()
            observe("the pid through the operation", (S_OK, True), (code(answer.code), information.process_id != 0), of="C-1")
        with process:
            for function in (lib.HcsGetProcessProperties, lib.HcsTerminateProcess):
                with Operation() as operation:
                    function(process.handle, operation.handle, ffi.NULL)
                    name = "HcsTerminateProcess" if function is lib.HcsTerminateProcess else "HcsGetProcessProperties"
                    observe(f"plain wait for {name}", S_OK, code(operation.wait(supply.limit_ms).code), of="A-12")
                    if name == "HcsTerminateProcess":
                        observe("operation type of HcsTerminateProcess", SIGNAL_PROCESS, operation.type, of="A-1")
            process.wait_exit(supply.limit_ms)


@pytest.mark.statement("A-14", "A-15")
def test_a_closed_operation_lets_the_work_go_on_and_calls_nobody(supply: Supply, observe: Observe) -> None:
    """Clients fire a terminate and forget it; and they free the callback's context after the close."""
    completions = Completions()
    with supply.raw_system(supply.machine_document()) as system:
        with supply.slowly():
            operation = Operation(completions.callback)
            lib.HcsTerminateComputeSystem(system.handle, operation.handle, ffi.NULL)
            already = len(completions.codes)
            operation.close()
            supply.hasten()
            observe("the system ends all the same", S_OK, code(system.wait_exit(supply.limit_ms).code), of="A-14")
        if already:
            pytest.skip("the work was done before the operation could be closed")
        observe("callbacks after the close", 0, len(completions.codes), of="A-15")


@pytest.mark.statement("A-16", "A-17")
def test_one_start_is_one_callback_on_a_foreign_thread_with_the_result_at_hand(supply: Supply, observe: Observe) -> None:
    """A second callback would free what the first one freed; a result that is not there yet would be lost."""
    completions = Completions()
    with supply.raw_system(supply.machine_document(), start=False) as system:
        with Operation(completions.callback) as operation:
            start(system, operation)
            completions.came.wait(supply.limit_ms / 1000)
            operation.wait(supply.limit_ms)
        observe("callbacks and what get says inside", [S_OK], [code(value) for value in completions.codes], of="A-17")
        observe("it runs on the caller's thread", False, threading.get_ident() in completions.threads, of="A-16")


@pytest.mark.statement("A-19", "A-27")
def test_a_failure_is_told_by_a_result_error_with_a_signed_code(supply: Supply, observe: Observe) -> None:
    """Errors are explained from this document; its code is signed where the HRESULT is printed unsigned."""
    with supply.raw_system(supply.container_document()) as system, Operation() as operation:
        wanted = {"CommandLine": "no-such-program-anywhere", "CommandArgs": ["/no/such/program"]}
        if supply.parameters.windows_guest:
            del wanted["CommandArgs"]
        else:
            del wanted["CommandLine"]
        accepted, process = system.create_process(wanted, operation)
        answer = operation.wait(supply.limit_ms) if accepted == 0 else operation.get()._replace(code=accepted)
        process.close()
        error = answer.document or {}
        observe("Error", answer.code - (1 << 32), error.get("Error"), of="A-19")
        kinds = {"ErrorMessage": str, "ErrorEvents": list, "Attribution": list}
        odd = [name for name, kind in kinds.items() if name in error and not isinstance(error[name], kind)]
        observe("members of another type", [], odd, of="A-19")
        observe("facility of a failed process creation", 0x8007, answer.code >> 16, of="A-27")


@pytest.mark.statement("A-21")
def test_every_get_hands_out_a_document_of_its_own(supply: Supply, observe: Observe) -> None:
    """Two readers free their copies independently; one shared allocation would be freed twice."""
    with supply.raw_system(supply.machine_document(), start=False) as system, Operation() as operation:
        query(system, operation)
        operation.wait(supply.limit_ms)
        first, second = ffi.new("PWSTR *"), ffi.new("PWSTR *")
        codes = [code(lib.HcsGetOperationResult(operation.handle, text)) for text in (first, second)]
        distinct = first[0] != second[0] and ffi.NULL not in {first[0], second[0]}
        observe("codes, own allocations, same text", ([S_OK, S_OK], True, True), (codes, distinct, abi.take(first) == abi.take(second)))


@pytest.mark.statement("A-22", "B-44")
def test_null_and_closed_handles_are_refused(supply: Supply, observe: Observe) -> None:
    """Nobody knows what Windows does; the embedded host must never crash on a client's mistake."""
    if not supply.parameters.risky:
        pytest.skip("might crash this process on a real service: HCSFFI_REAL_RISKY=1 allows it")
    with supply.raw_system(supply.machine_document(), start=False) as system:
        observe("NULL operation", "E_INVALIDARG 0x80070057", code(lib.HcsStartComputeSystem(system.handle, ffi.NULL, ffi.NULL)), of="A-22")
        stale = system.handle
        assert lib.HcsCloseComputeSystem(stale) is None
        system.handle = ffi.NULL
    with Operation() as operation:
        observe("closed system", "E_HANDLE 0x80070006", code(lib.HcsStartComputeSystem(stale, operation.handle, ffi.NULL)), of="B-44")


@pytest.mark.statement("A-23", "D-12")
def test_a_completion_before_the_registration_is_delivered_after_it(supply: Supply, observe: Observe) -> None:
    """A published sample creates first, registers afterwards, and waits for the create's completion for ever."""
    events = Events()
    with Operation() as operation:
        accepted, system = System.create(supply.new_id(), supply.machine_document(), operation)
        with system:
            operation.wait(supply.limit_ms)
            lib.HcsSetComputeSystemCallback(system.handle, ENABLE_OPERATION_CALLBACKS, ffi.NULL, events.callback)
            event = events.wait(OPERATION_CALLBACK, supply.limit_ms)
            observe("create accepted, event delivered", (S_OK, True), (code(accepted), event is not None), of="A-23")
            expected = int(ffi.cast("uintptr_t", operation.handle))
            observe("the event's third member is the operation", True, event is not None and event.operation == expected, of="D-12")


@pytest.mark.statement("A-25")
def test_several_threads_wait_on_one_operation_and_read_one_code(supply: Supply, observe: Observe) -> None:
    """A client with a waiter and a watcher must not lose one of them."""
    codes: list[str] = []
    with supply.raw_system(supply.machine_document(), start=False) as system, Operation() as operation, supply.slowly():
        start(system, operation)
        waiters = [threading.Thread(target=lambda: codes.append(code(operation.wait(supply.limit_ms).code))) for _ in range(3)]
        for waiter in waiters:
            waiter.start()
        supply.hasten()
        for waiter in waiters:
            waiter.join()
        observe("three waiters", [S_OK] * 3, codes)


@pytest.mark.statement("A-3", "B-22")
@pytest.mark.parametrize("options", [None, ""], ids=["NULL", "empty"])
def test_null_and_empty_options_mean_the_same(supply: Supply, observe: Observe, options: str | None) -> None:
    """Clients pass either; a host that parses the empty text as JSON would refuse half of them."""
    text = abi.wide(options)
    with supply.raw_system(supply.machine_document(), start=False) as system:
        for function in ("HcsStartComputeSystem", "HcsPauseComputeSystem", "HcsResumeComputeSystem", "HcsTerminateComputeSystem"):
            with Operation() as operation:
                accepted = unsigned(getattr(lib, function)(system.handle, operation.handle, text))
                observe(f"{function} accepted", OneOf(S_OK), code(accepted), of="A-3")
                observe(f"{function} with {options!r}", S_OK, code(operation.wait(supply.limit_ms).code), of="B-22")
