"""Section D: event callbacks."""

from __future__ import annotations

import json
import threading
from typing import TYPE_CHECKING, Any

import pytest

from hcsffi import embedded
from hcsffi.native.binding import ffi, lib

from abi import Event, Events, Operation, System, started, unsigned
from observation import Fitting
from supply import S_OK, Supply, code

if TYPE_CHECKING:
    from statement_report import Observe

pytestmark = pytest.mark.real_service

SYSTEM_EXITED = 1
SERVICE_DISCONNECT = 0x02000000
CALLBACK_SET = "HCS_E_OPERATION_SYSTEM_CALLBACK_ALREADY_SET 0x80370119"
KNOWN_OPTIONS = 1 | 2 | 4


def register(system: System, events: Events | None, options: int = 0) -> str:
    """HcsSetComputeSystemCallback; None removes."""
    callback = ffi.NULL if events is None else events.callback
    return code(unsigned(lib.HcsSetComputeSystemCallback(system.handle, options, ffi.NULL, callback)))


def terminate(supply: Supply, system: System) -> None:
    """Terminate and wait for the exit."""
    started(supply.limit_ms, lib.HcsTerminateComputeSystem, system.handle, None, ffi.NULL)
    system.wait_exit(supply.limit_ms)


@pytest.mark.statement("D-1")
def test_one_callback_a_handle_and_null_removes_it(supply: Supply, observe: Observe) -> None:
    """A second registration that silently replaced the first would leave a waiter waiting."""
    first, second = Events(), Events()
    with supply.raw_system(supply.machine_document()) as system:
        observe("the first", S_OK, register(system, first))
        observe("a second over it", CALLBACK_SET, register(system, second))
        observe("removing it", S_OK, register(system, None))
        observe("a new one after the removal", S_OK, register(system, second))
        terminate(supply, system)
        observe("the new one hears of the exit", True, second.wait(SYSTEM_EXITED, supply.limit_ms) is not None)
        observe("the removed one hears nothing", [], [event.kind for event in first.seen])
        system.close()


@pytest.mark.statement("D-2", "B-7")
def test_every_handle_has_a_callback_of_its_own(supply: Supply, observe: Observe) -> None:
    """A kill opens handles beside the first one and must not steal its events."""
    mine, yours = Events(), Events()
    with (
        supply.raw_system(supply.machine_document(), system_id=(system_id := supply.new_id())) as system,
        supply.raw_handle(system_id) as second,
    ):
        observe("registrations on two handles", (S_OK, S_OK), (register(system, mine), register(second, yours)), of="D-2")
        terminate(supply, system)
        heard = [events.wait(SYSTEM_EXITED, supply.limit_ms) is not None for events in (mine, yours)]
        observe("both hear of the exit", [True, True], heard, of="B-7")


@pytest.mark.statement("D-4", "D-5", "D-12")
def test_a_callback_runs_elsewhere_and_may_use_what_it_was_given(supply: Supply, observe: Observe) -> None:
    """The event is read inside the callback, on a thread that is not the caller's."""
    threads: list[int] = []

    class Watching(Events):
        def _called(self, event: object, context: object) -> None:
            threads.append(threading.get_ident())
            super()._called(event, context)

    events = Watching()
    with supply.raw_system(supply.machine_document()) as system:
        register(system, events)
        terminate(supply, system)
        event = events.wait(SYSTEM_EXITED, supply.limit_ms)
        system.close()
    readable = Fitting("NULL or JSON", lambda found: found is not None and (found.text is None or isinstance(json.loads(found.text), dict)))
    observe("EventData of the exit", readable, event, of="D-4")
    observe("the caller's thread ran it", False, threading.get_ident() in threads, of="D-5")
    observe("Operation of an exit event", 0, event.operation if event else None, of="D-12")


@pytest.mark.statement("D-5", "A-17")
def test_an_operation_is_read_and_closed_inside_an_event_callback(supply: Supply, observe: Observe) -> None:
    """The published samples do just that."""
    read: list[str] = []
    done = threading.Event()

    def read_and_close(event: Any, _context: object) -> None:
        operation = event.Operation
        if operation != ffi.NULL:
            text = ffi.new("PWSTR *")
            read.append(code(lib.HcsGetOperationResult(operation, text)))
            lib.HcsCloseOperation(operation)
            done.set()

    called = ffi.callback("void(HCS_EVENT *, void *)", read_and_close)

    with supply.raw_system(supply.machine_document(), start=False) as system:
        lib.HcsSetComputeSystemCallback(system.handle, 1, ffi.NULL, called)
        operation = lib.HcsCreateOperation(ffi.NULL, ffi.NULL)
        accepted = code(unsigned(lib.HcsStartComputeSystem(system.handle, operation, ffi.NULL)))
        done.wait(supply.limit_ms / 1000)
        observe("accepted, and the result read inside", (S_OK, [S_OK]), (accepted, read), of="D-5")
        observe("completions of one start", 1, len(read), of="A-17")
        terminate(supply, system)
        system.close()


@pytest.mark.statement("D-6", "D-7", "G-18")
def test_a_dying_service_tells_every_handle_and_fails_every_wait(supply: Supply, observe: Observe) -> None:
    """A wait that does not hear of it hangs for ever. A real service is not shot for this."""
    if not supply.embedded_host:
        pytest.skip("would need the service to be killed")
    events = [Events(), Events()]
    codes: list[str] = []
    with (
        supply.raw_system(supply.container_document(), system_id=(system_id := supply.new_id())) as system,
        supply.raw_handle(system_id) as second,
    ):
        for handle, listener in zip((system, second), events, strict=True):
            register(handle, listener)
        waiter = threading.Thread(target=lambda: codes.append(code(system.wait_exit(supply.limit_ms).code)))
        waiter.start()
        embedded.configure({"ServiceDisconnect": True})
        waiter.join()
        heard = [listener.wait(SERVICE_DISCONNECT, supply.limit_ms) is not None for listener in events]
        observe("both handles hear of it", [True, True], heard, of="D-6")
        observe("events of each", [1, 1], [listener.count(SERVICE_DISCONNECT) for listener in events], of="D-6")
        observe("a pending wait", ["HCS_E_SERVICE_DISCONNECT 0x8037011E"], codes, of="D-7")
        system.close()
        second.close()
    embedded.configure({})
    with supply.raw_system(supply.container_document()) as successor:
        observe("create works again", True, not successor.is_null, of="G-18")


@pytest.mark.statement("D-11")
def test_unknown_option_bits_are_not_dropped_in_silence(supply: Supply, observe: Observe) -> None:
    """Who asks for events that this build does not have must learn that none will come."""
    events = Events()
    with supply.raw_system(supply.machine_document(), start=False) as system:
        observe("an option bit nobody knows", Fitting("refused", lambda value: value != S_OK), register(system, events, 0x40000000))
        system.close()


@pytest.mark.statement("D-8", "Z-15")
def test_exit_event_and_completion_of_a_terminate_both_come(supply: Supply, observe: Observe) -> None:
    """In which order is nobody's promise; this says what this build does."""
    events = Events()
    with supply.raw_system(supply.machine_document()) as system, Operation() as operation:
        register(system, events)
        lib.HcsTerminateComputeSystem(system.handle, operation.handle, ffi.NULL)
        completed = code(operation.wait(supply.limit_ms).code)
        before = events.count(SYSTEM_EXITED)
        event: Event | None = events.wait(SYSTEM_EXITED, supply.limit_ms)
        observe("completion and event", (S_OK, True), (completed, event is not None), of="D-8")
        observe("exit events when the completion is seen", Fitting("0 or 1", lambda count: count in {0, 1}), before, of="Z-15")
        system.close()
