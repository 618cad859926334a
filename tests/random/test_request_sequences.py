"""Arbitrary sequences of requests against a small model of the contract.

The model is written from `docs/behaviour.md`: a table of what each request comes to in each state, and what the states become. The host is
asked through the C ABI, so that nothing of ours stands between. After each step the host must show what the model holds: the systems listed
and their states, the exit events every handle got, and how many objects live.
"""

from __future__ import annotations

import json
import sys
import time
import uuid
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, initialize, invariant, multiple, rule, run_state_machine_as_test

from hcsffi import embedded
from hcsffi.native import library
from hcsffi.native.binding import ffi, lib

from abi import Events, Operation, System, started, unsigned, wide

if TYPE_CHECKING:
    from collections.abc import Callable

LIMIT_MS = 60_000
SYSTEM_EXITED = 1
S_OK = 0
NOT_IMPLEMENTED = 0x80004001
NOT_SUPPORTED = 0x80070032
INVALID_STATE = 0x80370105
SYSTEM_NOT_FOUND = 0x8037010E
ALREADY_EXISTS = 0x8037010F
ALREADY_STOPPED = 0x80370110
NOT_FOUND = 0x80070490
NO_GUEST = 0x80370120

Row = dict[str, tuple[int, str]]


def row(**outcomes: int | tuple[int, str]) -> Row:
    """What a request comes to by state; a bare code leaves the state as it is."""
    return {state: outcome if isinstance(outcome, tuple) else (outcome, state) for state, outcome in outcomes.items()}


CONTAINER: dict[str, Row] = {
    "start": row(Created=(S_OK, "Running"), Running=INVALID_STATE),  # B-21, B-23
    "shutdown": row(Created=INVALID_STATE, Running=(S_OK, "gone")),  # B-21
    "terminate": row(Created=(S_OK, "gone"), Running=(S_OK, "gone")),  # B-31
    "pause": row(Created=NOT_IMPLEMENTED, Running=NOT_IMPLEMENTED),  # B-33
    "resume": row(Created=NOT_IMPLEMENTED, Running=NOT_IMPLEMENTED),
    "properties": row(Created=S_OK, Running=S_OK),  # B-51
    "statistics": row(Created=INVALID_STATE, Running=S_OK),  # B-54
    "process": row(Created=INVALID_STATE, Running=S_OK),  # C-10
}
MACHINE: dict[str, Row] = {
    "start": row(Created=(S_OK, "Running"), Running=INVALID_STATE, Paused=INVALID_STATE),
    "shutdown": row(Created=INVALID_STATE, Running=NO_GUEST, Paused=INVALID_STATE),  # B-29
    "terminate": row(Created=(S_OK, "gone"), Running=(S_OK, "gone"), Paused=(S_OK, "gone")),
    "pause": row(Created=INVALID_STATE, Running=(S_OK, "Paused"), Paused=INVALID_STATE),  # B-34
    "resume": row(Created=INVALID_STATE, Running=INVALID_STATE, Paused=(S_OK, "Running")),
    "properties": row(Created=S_OK, Running=S_OK, Paused=S_OK),
    "statistics": row(Created=INVALID_STATE, Running=S_OK, Paused=S_OK),
    "process": row(Created=INVALID_STATE, Running=NOT_SUPPORTED, Paused=INVALID_STATE),  # C-11
}
TABLES = {"Container": CONTAINER, "VirtualMachine": MACHINE}
DOCUMENTS: dict[str, dict[str, Any]] = {
    "Container": {"GuestOs": {"HostName": "random"}},
    "VirtualMachine": {"ComputeTopology": {"Memory": {"SizeInMB": 64}, "Processor": {"Count": 1}}},
}
FUNCTIONS: dict[str, Callable[..., int]] = {
    "start": lib.HcsStartComputeSystem,
    "shutdown": lib.HcsShutDownComputeSystem,
    "terminate": lib.HcsTerminateComputeSystem,
    "pause": lib.HcsPauseComputeSystem,
    "resume": lib.HcsResumeComputeSystem,
    "properties": lib.HcsGetComputeSystemProperties,
}


@dataclass
class Modelled:
    """A system as the contract has it."""

    id: str
    kind: str
    ends_with_last_handle: bool
    state: str = "Created"
    handles: int = 0
    processes: int = 0

    def end(self) -> None:
        """Nothing leads back from here."""
        self.state = "gone"
        self.processes = 0


@dataclass
class Opened:
    """One handle, the events it got, and the system it was opened for, which a later one of the same id is not."""

    system: Modelled
    handle: System
    events: Events = field(default_factory=Events)

    def watch(self) -> None:
        """Register for events."""
        assert unsigned(lib.HcsSetComputeSystemCallback(self.handle.handle, 0, ffi.NULL, self.events.callback)) == S_OK


class RequestSequences(RuleBasedStateMachine):
    """The host beside the model."""

    opened = Bundle("opened")

    def __init__(self) -> None:
        super().__init__()
        self.owner = f"random {uuid.uuid4()}"
        self.prefix = uuid.uuid4().hex[:8]
        self.live: dict[str, Modelled] = {}
        self.handles: list[Opened] = []

    @initialize()
    def begin(self) -> None:
        """Have the library loaded and the host in its defaults."""
        assert library.load().succeeded
        embedded.configure({})

    @rule(target=opened, name=st.sampled_from("abc"), kind=st.sampled_from(sorted(TABLES)), flag=st.booleans())
    def create(self, *, name: str, kind: str, flag: bool) -> Any:
        """An id belongs to one system of either kind (B-5, B-6); a handle of a failed create is still the caller's (B-4)."""
        system_id = f"{self.prefix}-{name}"
        version = {"SchemaVersion": {"Major": 2, "Minor": 1}, "ShouldTerminateOnLastHandleClosed": flag}
        with Operation() as operation:
            accepted, handle = System.create(system_id, {**version, "Owner": self.owner, kind: DOCUMENTS[kind]}, operation)
            code = operation.wait(LIMIT_MS).code if accepted == S_OK else accepted
        if system_id in self.live:
            handle.close()
            assert code == ALREADY_EXISTS
            return multiple()
        assert code == S_OK
        self.live[system_id] = Modelled(system_id, kind, flag)
        return self._opened(self.live[system_id], handle)

    @rule(target=opened, name=st.sampled_from("abc"))
    def open(self, name: str) -> Any:
        """Any number of handles name one system (B-7); an id without a system is not found."""
        system_id = f"{self.prefix}-{name}"
        code, handle = System.open(system_id)
        if system_id not in self.live:
            assert code == SYSTEM_NOT_FOUND
            return multiple()
        assert code == S_OK
        return self._opened(self.live[system_id], handle)

    def _opened(self, system: Modelled, handle: System) -> Opened:
        one = Opened(system, handle)
        one.watch()
        system.handles += 1
        self.handles.append(one)
        return one

    @rule(one=opened, request=st.sampled_from(sorted(FUNCTIONS)))
    def ask(self, one: Opened, request: str) -> None:
        """The table decides, whichever handle asks."""
        code, becomes = self._promised(one.system, request)
        answer = started(LIMIT_MS, FUNCTIONS[request], one.handle.handle, None, ffi.NULL)
        assert answer.code == code, f"{request} of {one.system}: {answer.text}"
        if request == "properties" and code == S_OK:
            assert answer.document["State"] == one.system.state
        if becomes == "gone" and one.system.state != "gone":
            assert one.handle.wait_exit(LIMIT_MS).document["Status"] == 0
            self._gone(one.system)
        one.system.state = becomes

    @rule(one=opened)
    def statistics(self, one: Opened) -> None:
        """Of what runs, and of nothing else (B-53, B-54)."""
        code = NOT_FOUND if one.system.state == "gone" else self._promised(one.system, "statistics")[0]
        query = wide(json.dumps({"PropertyTypes": ["Statistics"]}))
        assert started(LIMIT_MS, lib.HcsGetComputeSystemProperties, one.handle.handle, None, query).code == code

    @rule(one=opened, lasting=st.booleans())
    def process(self, one: Opened, *, lasting: bool) -> None:
        """A process needs a running container, does not end it (B-27), and outlives its handle (C-25)."""
        code, _ = self._promised(one.system, "process")
        wanted = {"CommandArgs": ["cat"], "CreateStdInPipe": True} if lasting else {"CommandArgs": ["true"]}
        with Operation() as operation:
            accepted, process = one.handle.create_process(wanted, operation)
            with process:
                answer, information = operation.wait_informed(LIMIT_MS)
                assert (accepted if accepted != S_OK else answer.code) == code, answer.text
                information.close()
                if code == S_OK and not lasting:
                    assert process.wait_exit(LIMIT_MS).document["ExitCode"] == 0
                elif code == S_OK:
                    one.system.processes += 1

    @rule(one=consumes(opened))
    def close(self, one: Opened) -> None:
        """A close is no stop, but for the last one of a system whose document says so (B-40, B-41)."""
        self._close(one)

    def _close(self, one: Opened) -> None:
        one.handle.close()
        self.handles.remove(one)
        one.system.handles -= 1
        if one.system.handles == 0 and one.system.ends_with_last_handle and one.system.state != "gone":
            self._gone(one.system)

    def _gone(self, system: Modelled) -> None:
        system.end()
        del self.live[system.id]

    @staticmethod
    def _promised(system: Modelled, request: str) -> tuple[int, str]:
        return (ALREADY_STOPPED, "gone") if system.state == "gone" else TABLES[system.kind][request][system.state]

    @invariant()
    def the_list_shows_the_living(self) -> None:
        """Enumeration by owner, with states (B-38, B-49, B-50)."""
        listed = started(LIMIT_MS, lib.HcsEnumerateComputeSystems, wide(json.dumps({"Owners": [self.owner]})), None).document
        assert {one["Id"]: one["State"] for one in listed} == {system.id: system.state for system in self.live.values()}

    @invariant()
    def every_handle_of_an_ended_system_heard_of_it_once(self) -> None:
        """Neither lost nor doubled, late registrations included, and never told to a successor of the same id (C-24, D-9, D-10)."""
        for one in self.handles:
            if one.system.state == "gone":
                assert one.events.wait(SYSTEM_EXITED, LIMIT_MS) is not None
            assert one.events.count(SYSTEM_EXITED) == (one.system.state == "gone")

    @invariant()
    def the_host_holds_what_the_model_holds(self) -> None:
        """A forgotten object is a leak, a missing one was freed under somebody.

        The host drops an ended process after it has told everybody of the end.
        """
        processes = sum(system.processes for system in self.live.values())
        expected = {
            "Systems": len(self.live),
            "SystemHandles": len(self.handles),
            "Processes": processes,
            "Operations": 0,
            "ProcessHandles": 0,
            "WrongFrees": 0,
        }
        deadline = time.monotonic() + LIMIT_MS / 1000
        while (counted := {name: embedded.counters()[name] for name in expected}) != expected and time.monotonic() < deadline:
            time.sleep(0.001)
        assert counted == expected

    def teardown(self) -> None:
        """End and close what is left."""
        for one in [*self.handles]:
            started(LIMIT_MS, lib.HcsTerminateComputeSystem, one.handle.handle, None, ffi.NULL)
            one.handle.close()
        for system_id in self.live:
            code, handle = System.open(system_id)
            if code == S_OK:
                started(LIMIT_MS, lib.HcsTerminateComputeSystem, handle.handle, None, ffi.NULL)
            handle.close()


@pytest.mark.skipif(sys.platform == "win32", reason="its commands are those of a POSIX system")
def test_no_sequence_of_requests_leaves_the_contract() -> None:
    """What every single test takes for granted: that the requests before it left the host in a state of the contract."""
    bounds = settings(max_examples=150, stateful_step_count=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    run_state_machine_as_test(RequestSequences, settings=bounds)
