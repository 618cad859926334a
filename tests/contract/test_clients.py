"""What shipping clients rely on beyond the published pages, as a program of this library meets it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from hcsffi import (
    AccessDenied,
    AlreadyExists,
    AlreadyStopped,
    ComputeSystem,
    HcsError,
    NotFound,
    NotSupported,
    WrongState,
    documents,
    service,
)
from hcsffi.documents import changes

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path

    Configure = Callable[..., None]
    RunningSystem = Callable[..., AbstractAsyncContextManager[ComputeSystem]]

pytestmark = pytest.mark.anyio

SOCKET_SERVICE = "0b52781f-b24d-5685-ddf6-69830ed40ec3"


async def test_a_socket_service_is_set_whether_it_is_there_or_not(machine: dict[str, Any], fresh_id: Callable[[], str]) -> None:
    """Clients know one request for both, and take a service away by one that leaves nothing of it."""
    async with await ComputeSystem.create(fresh_id(), machine, terminate_on_close=True) as vm:
        await vm.start()
        await vm.modify(changes.hv_socket_service(SOCKET_SERVICE, {"BindSecurityDescriptor": "D:P(A;;FA;;;SY)"}))
        await vm.modify(changes.hv_socket_service(SOCKET_SERVICE, {"Disabled": True}))
        with pytest.raises(NotFound):
            await vm.modify(changes.hv_socket_service(SOCKET_SERVICE, None, "Remove"))


async def test_there_are_no_statistics_of_what_has_ended(running: RunningSystem) -> None:
    """A monitor takes "not found" for "none now"; anything else ends it (B-54)."""
    async with running() as system:
        await system.terminate()
        with pytest.raises(NotFound) as refused:
            await system.properties("Statistics")
        assert refused.value.hresult == 0x80070490


async def test_a_named_query_may_be_empty(running: RunningSystem) -> None:
    """``None`` asks for all there is, as an empty document does."""
    async with running() as system:
        found = (await system.properties(queries={"Statistics": None})).property_responses or {}
        assert set(found) == {"Statistics"}
        assert found["Statistics"].error is None


async def test_a_credential_guard_is_read_back_by_its_id() -> None:
    """A client copies what it reads there into its container's document."""
    request = {
        "PropertyType": "ContainerCredentialGuard",
        "Settings": {"Operation": "AddInstance", "OperationDetails": {"Id": "web", "CredentialSpec": "{}", "Transport": "LRPC"}},
    }
    await service.modify(request)
    try:
        with pytest.raises(AlreadyExists):
            await service.modify(request)
        guards = (await service.properties("ContainerCredentialGuard")).container_credential_guard
        assert guards is not None
        (instance,) = guards.instances or ()
        assert instance.credential_guard is not None
        assert (instance.id, instance.credential_guard.credential_spec) == ("web", "{}")
    finally:
        removal = {"Operation": "RemoveInstance", "OperationDetails": {"Id": "web"}}
        await service.modify({**request, "Settings": removal})
    with pytest.raises(NotFound):
        await service.modify({**request, "Settings": removal})


async def test_a_share_needs_no_grant_and_a_disk_does(machine: dict[str, Any], fresh_id: Callable[[], str], tmp_path: Path) -> None:
    """Clients grant access to disks, physical ones too, and to nothing else (E-21)."""
    disk = tmp_path / "disk.vhdx"
    disk.write_bytes(b"")
    attachment = documents.Attachment(type=documents.AttachmentType("PassThru"), path=str(disk))
    async with await ComputeSystem.create(fresh_id(), machine, terminate_on_close=True) as vm:
        await vm.start()
        await vm.modify(changes.virtual_smb_share({"Name": "folder", "Path": str(tmp_path)}))
        with pytest.raises(AccessDenied):
            await vm.modify(changes.scsi_attachment("primary", 0, attachment))
        await service.grant_vm_access(vm.id, disk)
        await vm.modify(changes.scsi_attachment("primary", 0, attachment))


async def test_a_physical_disk_of_the_document_needs_a_grant_before_the_start(
    machine: dict[str, Any], fresh_id: Callable[[], str], tmp_path: Path
) -> None:
    """A disk is opened at the start, whether it is a file or a drive of the host (E-21)."""
    disk = tmp_path / "drive"
    disk.write_bytes(b"")
    machine["VirtualMachine"]["Devices"]["Scsi"]["primary"]["Attachments"] = {"0": {"Type": "PassThru", "Path": str(disk)}}
    async with await ComputeSystem.create(fresh_id(), machine, terminate_on_close=True) as vm:
        with pytest.raises(AccessDenied):
            await vm.start()
    granted = fresh_id()
    await service.grant_vm_access(granted, disk)
    async with await ComputeSystem.create(granted, machine, terminate_on_close=True) as vm:
        await vm.start()


async def test_a_folder_that_is_not_there_is_missed_at_once(running: RunningSystem, fresh_id: Callable[[], str], tmp_path: Path) -> None:
    """The container would come up without it, and its program would fail far from the cause."""
    mapping = {"HostPath": str(tmp_path / "nowhere"), "ContainerPath": "/seen"}
    with pytest.raises(NotFound, match="nowhere"):
        await ComputeSystem.create(fresh_id(), {"Container": {"MappedDirectories": [mapping]}})
    async with running() as system:
        with pytest.raises(NotFound, match="nowhere"):
            await system.modify(changes.mapped_directory(mapping))


async def test_a_refusal_says_what_stands_in_the_way(running: RunningSystem, machine: dict[str, Any], fresh_id: Callable[[], str]) -> None:
    """Whoever reads "Running" looks for a race that is not there."""
    async with running() as system:
        with pytest.raises(HcsError, match="containers cannot be paused"):
            await system.pause()
    async with await ComputeSystem.create(fresh_id(), machine, terminate_on_close=True) as vm:
        await vm.start()
        with pytest.raises(NotSupported, match="no guest runs code here"):
            await vm.run(["true"])


async def test_a_program_that_compares_codes_sees_the_spelling_it_was_written_for(configure: Configure, running: RunningSystem) -> None:
    """The exceptions are the same in both (A-26)."""
    async with running() as system:
        configure(StatusCodes=True)
        with pytest.raises(WrongState) as refused:
            await system.start()
        assert (refused.value.hresult, refused.value.symbol) == (0xC0370105, "HCS_E_INVALID_STATE")
        await system.terminate()
        with pytest.raises(AlreadyStopped) as stopped:
            await system.terminate()
        assert stopped.value.hresult == 0xC0370110
