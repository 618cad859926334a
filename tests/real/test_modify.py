"""Section B, modify: what can be changed on a system, and how it is addressed."""

from __future__ import annotations

import json
import uuid
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest

from hcsffi.native.binding import ffi, lib

from abi import System, started, unsigned, wide
from observation import Fitting, OneOf
from parameters import DISK
from supply import S_OK, Supply, code

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from statement_report import Observe

pytestmark = pytest.mark.real_service

MEMORY = "VirtualMachine/ComputeTopology/Memory/SizeInMB"
UNSUPPORTED = (
    "HCS_E_INVALID_JSON 0x8037010D",
    "HRESULT_FROM_WIN32(ERROR_INVALID_DATA) 0x8007000D",
    "HRESULT_FROM_WIN32(ERROR_NOT_SUPPORTED) 0x80070032",
)


def modifying(supply: Supply, system: System, path: str | None, kind: str | None, settings: object = None, guest: object = None) -> str:
    """What HcsModifyComputeSystem comes to; members that are None are left out."""
    members = {"ResourcePath": path, "RequestType": kind, "Settings": settings, "GuestRequest": guest}
    request = json.dumps({name: value for name, value in members.items() if value is not None})
    return code(started(supply.limit_ms, lib.HcsModifyComputeSystem, system.handle, None, wide(request), ffi.NULL).code)


@pytest.fixture
def disk(supply: Supply, tmp_path: Path) -> Path:
    """A virtual disk no machine was granted; to the embedded host, which has no guest to read it, any file is one."""
    if supply.parameters.disk is not None:
        return supply.parameters.disk
    if not supply.embedded_host:
        pytest.skip(f"needs a virtual disk file: {DISK} names none")
    file = tmp_path / "disk.vhdx"
    file.write_bytes(b"")
    return file


@contextmanager
def granted(system_id: str, file: Path) -> Iterator[None]:
    """The machine may use the file for as long as the block lasts."""
    assert code(unsigned(lib.HcsGrantVmAccess(wide(system_id), wide(str(file))))) == S_OK
    try:
        yield
    finally:
        lib.HcsRevokeVmAccess(wide(system_id), wide(str(file)))


@pytest.mark.statement("B-60", "B-67")
def test_the_memory_size_needs_a_guest_and_no_request_type(supply: Supply, observe: Observe) -> None:
    """A shipping client leaves the type out here; before a guest has booted the change fails, and not as a bad document."""
    if supply.parameters.guest:
        pytest.skip("the machine that was given has a guest")
    with supply.raw_system(supply.machine_document()) as system:
        typed = modifying(supply, system, MEMORY, "Update", 512)
        no_guest = Fitting("refused, and not as a bad document", lambda value: value not in {S_OK, *UNSUPPORTED})
        observe("memory size of a machine whose guest has not booted", no_guest, typed, of="B-67")
        observe("the same without a RequestType", typed, modifying(supply, system, MEMORY, None, 512), of="B-60")


@pytest.mark.statement("B-61")
def test_a_request_may_be_for_the_guest_alone(supply: Supply, observe: Observe) -> None:
    """Without a path nothing is looked up on the host; without a guest nobody can answer."""
    with supply.raw_system(supply.machine_document()) as system:
        guest = {"ResourceType": "Network", "RequestType": "Add", "Settings": {}}
        result = modifying(supply, system, None, None, None, guest)
        observe("a guest request without a path", Fitting("not called a bad document", lambda value: value != UNSUPPORTED[0]), result)


@pytest.mark.statement("B-62")
def test_a_container_takes_and_gives_back_a_folder(supply: Supply, observe: Observe, tmp_path: Path) -> None:
    """Mapped while running: the way files get into a container that is there already."""
    inside = "C:\\mapped" if supply.parameters.windows_guest else "/mapped"
    settings = {"HostPath": str(tmp_path), "ContainerPath": inside, "ReadOnly": True}
    with supply.raw_system(supply.container_document()) as system:
        path = "Container/MappedDirectories"
        observe("add", S_OK, modifying(supply, system, path, "Add", settings))
        observe("remove", S_OK, modifying(supply, system, path, "Remove", settings))


@pytest.mark.statement("B-63", "B-64")
def test_a_disk_is_addressed_by_the_controllers_key(supply: Supply, observe: Observe, disk: Path) -> None:
    """The key is the document's, literally; who counts controllers instead reaches none."""
    system_id = supply.new_id()
    settings: dict[str, Any] = {"Type": "VirtualDisk", "Path": str(disk)}
    with supply.raw_system(supply.machine_document(), system_id=system_id) as system, granted(system_id, disk):
        place = "VirtualMachine/Devices/Scsi/Primary disk/Attachments/0"
        observe("add at the key", S_OK, modifying(supply, system, place, "Add", settings), of="B-63")
        ordinal = modifying(supply, system, "VirtualMachine/Devices/Scsi/0/Attachments/1", "Add", settings)
        observe("add at an ordinal that is no key", "0x80070490", ordinal.rsplit(" ", 1)[-1], of="B-64")
        observe("remove without Settings", S_OK, modifying(supply, system, place, "Remove"), of="B-64")


@pytest.mark.statement("B-26", "E-21")
def test_a_file_the_machine_was_not_granted_fails_the_start_and_not_the_create(supply: Supply, observe: Observe, disk: Path) -> None:
    """The code says access denied and means the machine's account, not the caller's."""
    system_id = supply.new_id()
    document = supply.machine_document()
    controller = {"Attachments": {"0": {"Type": "VirtualDisk", "Path": str(disk)}}}
    document["VirtualMachine"]["Devices"] = {**document["VirtualMachine"].get("Devices", {}), "Scsi": {"Primary disk": controller}}
    with supply.raw_system(document, start=False, system_id=system_id) as system:
        denied = code(started(supply.limit_ms, lib.HcsStartComputeSystem, system.handle, None, ffi.NULL).code)
        observe("start without a grant", OneOf("0x80070005", "0x80370110"), denied.rsplit(" ", 1)[-1], of="B-26")
    with granted(system_id, disk), supply.raw_system(document, start=False, system_id=system_id) as system:
        allowed = code(started(supply.limit_ms, lib.HcsStartComputeSystem, system.handle, None, ffi.NULL).code)
        observe("start with a grant", S_OK, allowed, of="E-21")


@pytest.mark.statement("B-65")
@pytest.mark.parametrize("kind", ["VirtualSmb", "Plan9"])
def test_a_share_is_addressed_by_its_collection(supply: Supply, observe: Observe, kind: str, tmp_path: Path) -> None:
    """The name stands in the settings; an index after the path is an argument error."""
    document = supply.machine_document()
    document["VirtualMachine"]["Devices"] = {**document["VirtualMachine"].get("Devices", {}), kind: {}}
    share: dict[str, Any] = {"Name": "statement", "Path": str(tmp_path)}
    if kind == "Plan9":
        share |= {"AccessName": "statement", "Port": 564}
    system_id = supply.new_id()
    with supply.raw_system(document, system_id=system_id) as system, granted(system_id, tmp_path):
        path = f"VirtualMachine/Devices/{kind}/Shares"
        observe(f"add to {kind}", S_OK, modifying(supply, system, path, "Add", share))
        observe(f"add to {kind} with an index", "0x80070057", modifying(supply, system, f"{path}/1", "Add", share).rsplit(" ", 1)[-1])
        observe(f"remove from {kind}", S_OK, modifying(supply, system, path, "Remove", share))


@pytest.mark.statement("B-69")
def test_a_path_that_does_not_exist_or_does_not_fit_is_refused(supply: Supply, observe: Observe) -> None:
    """Chosen codes; a client shows them as its user's slip and not as a fault of the service."""
    with supply.raw_system(supply.machine_document()) as system:
        observe("an unknown path", "0x80070057", modifying(supply, system, f"VirtualMachine/{uuid.uuid4()}", "Add", {}).rsplit(" ", 1)[-1])
        foreign = modifying(supply, system, "Container/MappedDirectories", "Add", {"HostPath": "C:\\a", "ContainerPath": "C:\\b"})
        observe("a container's path on a machine", "E_NOTIMPL 0x80004001", foreign)
