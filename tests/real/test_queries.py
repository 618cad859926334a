"""Section B, enumeration and queries: what the service tells of systems and of itself."""

from __future__ import annotations

import json
import uuid
from typing import TYPE_CHECKING, Any

import pytest

from hcsffi import ComputeSystem
from hcsffi.native.binding import ffi, lib

from abi import Answer, System, started, take, unsigned, wide
from observation import Fitting, OneOf
from supply import S_OK, Supply, code

if TYPE_CHECKING:
    from statement_report import Observe

pytestmark = [pytest.mark.real_service, pytest.mark.anyio]

TIMES = ("TotalRuntime100ns", "RuntimeUser100ns", "RuntimeKernel100ns")
STATISTICS = {
    "Processor": set(TIMES),
    "Memory": {"MemoryUsageCommitBytes", "MemoryUsageCommitPeakBytes", "MemoryUsagePrivateWorkingSetBytes"},
    "Storage": {"ReadCountNormalized", "ReadSizeBytes", "WriteCountNormalized", "WriteSizeBytes"},
}
PROCESS_MEMBERS = {
    "ProcessId",
    "ImageName",
    "CreateTimestamp",
    "UserTime100ns",
    "KernelTime100ns",
    "MemoryCommitBytes",
    "MemoryWorkingSetPrivateBytes",
    "MemoryWorkingSetSharedBytes",
}
NO_STATISTICS_NOW = OneOf(
    "HCS_E_INVALID_STATE 0x80370105", "E_ACCESSDENIED 0x80070005", "E_HANDLE 0x80070006", "HRESULT_FROM_WIN32(ERROR_NOT_FOUND) 0x80070490"
)


def asking(supply: Supply, system: System, query: object) -> Answer:
    """HcsGetComputeSystemProperties with that query, sent as it is."""
    text = wide(query if isinstance(query, str) or query is None else json.dumps(query))
    return started(supply.limit_ms, lib.HcsGetComputeSystemProperties, system.handle, None, text)


def within(known: set[str], members: object) -> bool:
    """Whether an object has only known members; zeros may be missing."""
    return isinstance(members, dict) and set(members) <= known


@pytest.mark.statement("B-49", "B-50")
async def test_enumeration_narrows_by_member_and_widens_by_value(supply: Supply, observe: Observe) -> None:
    """A clean-up that filters wrongly terminates somebody else's systems."""
    owners = [f"{uuid.uuid4()}", f"{uuid.uuid4()}"]
    async with supply.machine(start=False, Owner=owners[0]) as first, supply.machine(start=False, Owner=owners[1]) as second:
        both = {first.id, second.id}

        async def found(*, ids: list[str] | None = None, types: list[str] | None = None, owners: list[str] | None = None) -> set[str]:
            return {str(system.id) for system in await ComputeSystem.list(ids=ids, types=types, owners=owners)}

        observe("no query at all shows both", True, both <= await found(), of="B-50")
        observe("Ids with both and one unknown", both, await found(ids=[*both, "no such system"]), of="B-49")
        observe("Owners with one", {first.id}, await found(owners=owners[:1]), of="B-49")
        observe("Owners with both", both, await found(owners=owners), of="B-49")
        observe("the id of one and the owner of the other", set(), await found(ids=[first.id], owners=owners[1:]), of="B-49")
        observe("machines of both owners", both, await found(types=["VirtualMachine"], owners=owners), of="B-49")
        observe("containers of both owners", set(), await found(types=["Container"], owners=owners), of="B-49")


@pytest.mark.statement("B-50")
async def test_enumeration_shows_containers_beside_machines(supply: Supply, observe: Observe) -> None:
    """One list holds both kinds."""
    async with supply.container(start=False) as container, supply.machine(start=False) as machine:
        kinds = {system.id: str(system.system_type) for system in await ComputeSystem.list(ids=[container.id, machine.id])}
        observe("kinds by id", {container.id: "Container", machine.id: "VirtualMachine"}, kinds)


@pytest.mark.statement("B-51", "B-52")
@pytest.mark.parametrize("query", [None, "{}", '{"PropertyTypes":[]}'], ids=["NULL", "{}", "no types"])
def test_an_empty_query_asks_for_the_basic_properties(supply: Supply, observe: Observe, query: str | None) -> None:
    """Clients use all three to learn kind and state."""
    with supply.raw_system(supply.machine_document(), system_id=(system_id := supply.new_id())) as system:
        basic = asking(supply, system, query).document or {}
        expected = {"Id": system_id, "SystemType": "VirtualMachine", "Owner": "hcsffi statements", "State": "Running"}
        observe("Id, SystemType, Owner, State", expected, {name: basic.get(name) for name in expected}, of="B-51")
        observe("a RuntimeId is there", True, bool(basic.get("RuntimeId")), of="B-51")
        kind = str(basic.get("RuntimeOsType", "Windows"))
        observe("RuntimeOsType without regard to case", OneOf("windows", "linux"), kind.lower(), of="B-52")


@pytest.mark.statement("B-53")
def test_statistics_of_a_running_container_are_complete(supply: Supply, observe: Observe) -> None:
    """Billing and limits are built on these names and units."""
    with supply.raw_system(supply.container_document()) as system:
        answer = asking(supply, system, {"PropertyTypes": ["Statistics"]})
        statistics: dict[str, Any] = (answer.document or {}).get("Statistics", {})
        observe("the query", S_OK, code(answer.code))
        observe("Timestamp and ContainerStartTime", True, {"Timestamp", "ContainerStartTime"} <= set(statistics))
        uptime = Fitting("a positive number of 100 ns", lambda value: 0 < value < 10**13)
        observe("Uptime100ns", uptime, statistics.get("Uptime100ns"))
        for part, members in STATISTICS.items():
            observe(f"members of {part}", True, within(members, statistics.get(part, {})))


@pytest.mark.statement("B-54", "H-12")
@pytest.mark.parametrize("moment", ["before the start", "after the end"])
def test_there_are_no_statistics_of_what_does_not_run(supply: Supply, observe: Observe, moment: str) -> None:
    """Four codes mean the same here; a fifth would be a crash of some monitoring."""
    with supply.raw_system(supply.container_document(), start=moment == "after the end") as system:
        if moment == "after the end":
            started(supply.limit_ms, lib.HcsTerminateComputeSystem, system.handle, None, ffi.NULL)
            system.wait_exit(supply.limit_ms)
        observe(f"statistics {moment}", NO_STATISTICS_NOW, code(asking(supply, system, {"PropertyTypes": ["Statistics"]}).code), of="B-54")


@pytest.mark.statement("B-55")
def test_memory_of_a_machine_counts_pages_of_4_kib(supply: Supply, observe: Observe) -> None:
    """A client that takes pages for bytes is wrong by 4096."""
    document = supply.machine_document()
    size_mb = document["VirtualMachine"]["ComputeTopology"]["Memory"]["SizeInMB"]
    with supply.raw_system(document) as system:
        answer = asking(supply, system, {"PropertyTypes": ["Memory"]})
        memory = (answer.document or {}).get("Memory", {})
        known = {
            "AvailableMemory",
            "AvailableMemoryBuffer",
            "ReservedMemory",
            "AssignedMemory",
            "SlpActive",
            "BalancingEnabled",
            "DmOperationInProgress",
        }
        observe("members", True, within({"VirtualNodeCount", "VirtualMachineMemory", "VirtualNodes"}, memory))
        observe("members of VirtualMachineMemory", True, within(known, memory.get("VirtualMachineMemory")))
        assigned = memory.get("VirtualMachineMemory", {}).get("AssignedMemory")
        observe("AssignedMemory of a machine without dynamic memory", size_mb * 256, assigned)


@pytest.mark.statement("B-56")
async def test_the_process_list_shows_every_process_inside(supply: Supply, observe: Observe) -> None:
    """A process started by a process is inside as well, and is what a leak looks like."""
    inner = supply.command(
        "sh", "-c", "sleep 600 & cat", windows="cmd /d /c ping -n 600 127.0.0.1", CreateStdInPipe=True, CreateStdOutPipe=True
    )
    async with supply.container() as system, await system.create_process(inner) as process:
        with supply.raw_handle(system.id) as handle:
            rows: list[dict[str, Any]] = []
            for _ in supply.attempts():
                rows = (asking(supply, handle, {"PropertyTypes": ["ProcessList"]}).document or {}).get("ProcessList") or []
                if len(rows) > 1:
                    break
        observe("the process itself is listed", True, process.id in {row["ProcessId"] for row in rows})
        observe("its child is listed too", Fitting("at least two", lambda count: count >= 2), len(rows))
        observe("unknown members of the rows", set(), set().union(*map(set, rows)) - PROCESS_MEMBERS)


@pytest.mark.statement("B-57")
def test_a_query_by_name_answers_each_property_apart(supply: Supply, observe: Observe) -> None:
    """One property that cannot be had must not cost the others."""
    with supply.raw_system(supply.container_document()) as system:
        answer = asking(supply, system, {"Queries": {"Statistics": {}, "Memory": {}}})
        responses = (answer.document or {}).get("PropertyResponses", {})
        observe("the operation", S_OK, code(answer.code))
        observe("the good one has a Response", True, "Response" in responses.get("Statistics", {}))
        observe("the one a container does not have has an Error", True, bool(responses.get("Memory", {}).get("Error")))


@pytest.mark.statement("B-58")
def test_an_unknown_property_type_is_refused(supply: Supply, observe: Observe) -> None:
    """Chosen; a service that answers anything else than a refusal is worth knowing."""
    with supply.raw_system(supply.machine_document()) as system:
        answer = asking(supply, system, {"PropertyTypes": ["NoSuchProperty"]})
        observe("PropertyTypes NoSuchProperty", "HCS_E_INVALID_JSON 0x8037010D", code(answer.code))


@pytest.mark.statement("B-59")
def test_the_service_spells_its_query_differently(supply: Supply, observe: Observe) -> None:
    """Queries works for systems and PropertyQueries for the service; mixed up, the answer is empty."""
    text = ffi.new("PWSTR *")
    query = json.dumps({"PropertyQueries": {"Basic": {}}})
    result = code(unsigned(lib.HcsGetServiceProperties(wide(query), text)))
    answer = json.loads(take(text) or "{}")
    observe("PropertyQueries Basic", S_OK, result)
    observe("it answers in PropertyResponses", True, "Basic" in answer.get("PropertyResponses", {}))
