"""Section B, creation and identity: what a document must be, and what a system is called."""

from __future__ import annotations

import re
import uuid
from typing import TYPE_CHECKING, Any

import pytest

from hcsffi import ComputeSystem
from hcsffi.native.binding import ffi, lib

import abi
from abi import Operation, System
from observation import Fitting, OneOf
from supply import OWNER, S_OK, Supply, code, code_of

if TYPE_CHECKING:
    from pathlib import Path

    from statement_report import Observe

pytestmark = [pytest.mark.real_service, pytest.mark.anyio]

INVALID_JSON = "HCS_E_INVALID_JSON 0x8037010D"
ALREADY_EXISTS = "HCS_E_SYSTEM_ALREADY_EXISTS 0x8037010F"
GUID = re.compile(r"[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")


def creating(supply: Supply, document: dict[str, Any] | str, system_id: str | None = None) -> tuple[str, abi.Answer]:
    """What a create comes to, sent as it is; what it made is terminated by the last close."""
    with Operation() as operation:
        accepted, system = System.create(system_id or supply.new_id(), document, operation)
        answer = operation.wait(supply.limit_ms) if accepted == 0 else operation.get()._replace(code=accepted)
        if not system.is_null and answer.code == 0:
            abi.started(supply.limit_ms, lib.HcsTerminateComputeSystem, system.handle, None, ffi.NULL)
        system.close()
        return code(answer.code), answer


@pytest.mark.statement("B-1")
def test_a_document_names_exactly_one_kind_of_system(supply: Supply, observe: Observe) -> None:
    """None or two leave open what is to be made; a guess would make the wrong thing."""
    version = {"SchemaVersion": {"Major": 2, "Minor": 1}, "ShouldTerminateOnLastHandleClosed": True}
    machine = supply.machine_document()["VirtualMachine"]
    observe("no kind", INVALID_JSON, creating(supply, {**version, "Owner": OWNER})[0])
    observe("two kinds", INVALID_JSON, creating(supply, {**version, "VirtualMachine": machine, "Container": {}})[0])


WRONG: dict[str, dict[str, Any] | str] = {
    "text that is no JSON": "{",
    "a list for Container.Networking.Namespace": {"Container": {"Networking": {"Namespace": []}}},
    "a list for Container.Networking.DnsSearchList": {"Container": {"Networking": {"DnsSearchList": ["a"]}}},
    "a map for VirtualSmb.Shares": {"VirtualMachine": {"Devices": {"VirtualSmb": {"Shares": {}}}}},
}


@pytest.mark.statement("B-2")
@pytest.mark.parametrize("what", WRONG)
def test_a_malformed_document_is_refused(supply: Supply, observe: Observe, what: str) -> None:
    """Silently dropping a member of the wrong type would make a system the caller did not ask for."""
    document = WRONG[what]
    if isinstance(document, dict):
        document = {"SchemaVersion": {"Major": 2, "Minor": 1}, "ShouldTerminateOnLastHandleClosed": True, **document}
    observe(what, INVALID_JSON, creating(supply, document)[0])


@pytest.mark.statement("B-3", "B-4")
def test_the_handle_comes_with_the_call_and_not_with_the_completion(supply: Supply, observe: Observe) -> None:
    """A client that waits for the completion to learn the handle would leak it when the create fails."""
    with supply.slowly(), Operation() as operation:
        accepted, system = System.create(supply.new_id(), supply.machine_document(), operation)
        with system:
            observe("create with a NULL security descriptor", S_OK, code(accepted), of="B-3")
            observe("a handle beside the accepted call", (S_OK, False), (code(accepted), system.is_null), of="B-4")
            supply.hasten()
            observe("the completion", S_OK, code(operation.wait(supply.limit_ms).code), of="B-4")


@pytest.mark.statement("B-4", "B-5")
async def test_an_id_in_use_is_refused_and_the_first_system_stays(supply: Supply, observe: Observe) -> None:
    """The left-over of a crashed client is the usual cause; it must be told apart from all other failures."""
    async with supply.machine(start=False) as system:
        with Operation() as operation:
            accepted, second = System.create(system.id, supply.machine_document(), operation)
            final = operation.wait(supply.limit_ms).code if accepted == 0 else accepted
            observe("a create under the same id", ALREADY_EXISTS, code(final), of="B-5")
            observe("its handle, when the failure came through the operation", True, bool(accepted) or not second.is_null, of="B-4")
            second.close()
        observe("the first system", "Created", str((await system.properties()).state), of="B-5")


@pytest.mark.statement("B-6")
@pytest.mark.parametrize("shape", ["words", "64 digits", "a GUID"])
async def test_an_id_is_any_text(supply: Supply, observe: Observe, shape: str) -> None:
    """Container engines use 64 hexadecimal digits, people use words."""
    system_id = {"words": f"statement {uuid.uuid4().hex[:8]}", "64 digits": uuid.uuid4().hex * 2, "a GUID": str(uuid.uuid4())}[shape]
    async with supply.system(supply.machine_document(), start=False, system_id=system_id) as system:
        observe(f"the id ({shape}) in the properties", system_id, (await system.properties()).id)


@pytest.mark.statement("B-6")
async def test_containers_and_machines_share_their_ids(supply: Supply, observe: Observe) -> None:
    """An id finds one system, whatever its kind."""
    async with supply.container(start=False) as container:
        observe("a machine under a container's id", ALREADY_EXISTS, creating(supply, supply.machine_document(), container.id)[0])


@pytest.mark.statement("B-6", "Z-8")
async def test_the_letter_case_of_an_id_counts(supply: Supply, observe: Observe) -> None:
    """Chosen by the embedded host; the service's answer is what a client with mixed spellings needs to know."""
    async with supply.machine(start=False) as system:
        observe("opening by the id in capitals", "HCS_E_SYSTEM_NOT_FOUND 0x8037010E", await opening(system.id.upper()), of="Z-8")
        observe("opening by the very id", S_OK, await opening(system.id), of="B-6")


async def opening(system_id: str) -> str:
    """What opening that id comes to."""

    async def attempt() -> None:
        await (await ComputeSystem.open(system_id)).aclose()

    return await code_of(attempt())


@pytest.mark.statement("B-7")
async def test_every_handle_of_a_system_shows_one_state(supply: Supply, observe: Observe) -> None:
    """A second client that watches a system must not see an older one."""
    async with (
        supply.machine(start=False) as first,
        await ComputeSystem.open(first.id) as second,
        await ComputeSystem.open(first.id) as third,
    ):
        await first.start()
        states = [str((await handle.properties()).state) for handle in (first, second, third)]
        observe("state through three handles", ["Running"] * 3, states)


@pytest.mark.statement("B-8")
async def test_a_machine_has_a_runtime_id_of_its_own(supply: Supply, observe: Observe) -> None:
    """Sockets and access lists go by it, and it is not the system's id."""
    async with supply.machine(start=False) as system:
        runtime_id = (await system.properties()).runtime_id
        observe(
            "RuntimeId",
            Fitting("a GUID other than the id", lambda value: bool(GUID.fullmatch(value)) and value not in system.id),
            str(runtime_id),
        )


@pytest.mark.statement("B-9")
async def test_the_owner_is_kept_and_found_again(supply: Supply, observe: Observe) -> None:
    """A client that has crashed finds its left-overs by this text alone."""
    owner = f"owner {uuid.uuid4()} with spaces, \N{LATIN SMALL LETTER E WITH ACUTE}"
    async with supply.machine(start=False, Owner=owner) as system:
        observe("Owner in the properties", owner, (await system.properties()).owner)
        observe("systems of that owner", [system.id], [found.id for found in await ComputeSystem.list(owners=[owner])])


@pytest.mark.statement("B-10")
async def test_a_created_system_runs_nothing(supply: Supply, observe: Observe) -> None:
    """Callbacks and listeners are set up between create and start."""
    async with supply.machine(start=False) as system:
        observe("state after create", "Created", str((await system.properties()).state))


@pytest.mark.statement("B-13")
def test_a_plain_folder_is_no_storage_for_a_container(supply: Supply, observe: Observe, tmp_path: Path) -> None:
    """The scratch has to be mounted; the code tells that this was forgotten."""
    document = supply.container_document()
    storage = document["Container"].get("Storage") or {"Layers": [{"Id": str(uuid.uuid4()), "Path": "C:\\windows"}]}
    folder = str(tmp_path) if supply.parameters.windows_guest else "C:\\scratch"
    document["Container"]["Storage"] = {**storage, "Path": folder}
    observe("a folder as Storage.Path", "0x80071126", creating(supply, document)[0].rsplit(" ", 1)[-1])


@pytest.mark.statement("B-15")
def test_an_unknown_layer_is_refused(supply: Supply, observe: Observe) -> None:
    """A container must not come up on other layers than those asked for."""
    document = supply.container_document()
    storage = document["Container"].get("Storage", {})
    document["Container"]["Storage"] = {**storage, "Layers": [{"Id": str(uuid.uuid4()), "Path": "C:\\no-such-layer-anywhere"}]}
    observe("a layer path the service does not know", "0x80070057", creating(supply, document)[0].rsplit(" ", 1)[-1])


@pytest.mark.statement("B-10", "B-16")
def test_an_unknown_namespace_fails_the_create(supply: Supply, observe: Observe) -> None:
    """Network errors are the create's, long before anything runs."""
    document = supply.container_document()
    document["Container"]["Networking"] = {"Namespace": str(uuid.uuid4())}
    result = creating(supply, document)[0]
    observe("a namespace that does not exist", "0x80070490", result.rsplit(" ", 1)[-1], of="B-16")
    observe("when it is noticed", Fitting("at create", lambda value: value != S_OK), result, of="B-10")


@pytest.mark.statement("B-18")
@pytest.mark.parametrize("members", [{"Count": 1, "Maximum": 5000}, {"Count": 1, "Weight": 100}, {"Maximum": 0}], ids=str)
def test_a_container_has_one_processor_limit(supply: Supply, observe: Observe, members: dict[str, int]) -> None:
    """A rule every known client keeps by itself; what the service says to its breach is not recorded."""
    document = supply.container_document()
    document["Container"]["Processor"] = members
    observe(f"Processor {members}", Fitting("refused", lambda value: value != S_OK), creating(supply, document)[0])


@pytest.mark.statement("B-19")
def test_schema_version_2_1_is_known_and_2_99_is_not(supply: Supply, observe: Observe) -> None:
    """A document of a newer schema must not be half understood."""
    for minor, expected in ((1, S_OK), (99, INVALID_JSON)):
        document = supply.machine_document(SchemaVersion={"Major": 2, "Minor": minor})
        observe(f"SchemaVersion 2.{minor}", OneOf(expected), creating(supply, document)[0])
