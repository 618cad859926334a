"""Changing a live system: by resource path, typed, and refused where it does not fit."""

from __future__ import annotations

import json
import uuid
from typing import TYPE_CHECKING, Any

import pytest

from hcsffi import AccessDenied, AlreadyExists, ComputeSystem, HcsError, InvalidDocument, NotFound, documents, network, service
from hcsffi.documents import changes

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path

    RunningSystem = Callable[..., AbstractAsyncContextManager[ComputeSystem]]

pytestmark = pytest.mark.anyio


@pytest.fixture
async def vm(machine: dict[str, Any], fresh_id: Callable[[], str]) -> AsyncIterator[ComputeSystem]:
    """A running virtual machine."""
    async with await ComputeSystem.create(fresh_id(), machine, terminate_on_close=True) as system:
        await system.start()
        yield system


async def test_shares_are_added_and_removed_by_name(vm: ComputeSystem, tmp_path: Path) -> None:
    """The collection is the path, the name stands in the settings (B-65)."""
    await vm.modify(changes.virtual_smb_share({"Name": "layer", "Path": str(tmp_path), "Options": {"ReadOnly": True}}))
    await vm.modify(changes.virtual_smb_share({"Name": "layer"}, "Remove"))
    with pytest.raises(HcsError):
        await vm.modify(changes.virtual_smb_share({"Name": "layer"}, "Remove"))
    await vm.modify(changes.plan9_share(documents.Plan9Share(name="p", access_name="p", path=str(tmp_path), port=564)))
    await vm.modify(changes.plan9_share({"Name": "p", "AccessName": "p", "Port": 564}, "Remove"))


async def test_a_share_by_index_is_an_invalid_argument(vm: ComputeSystem) -> None:
    """An index behind the collection is the mistake everybody makes (B-65)."""
    with pytest.raises(HcsError) as refused:
        await vm.modify({"ResourcePath": "VirtualMachine/Devices/VirtualSmb/Shares/0", "RequestType": "Remove"})
    assert refused.value.hresult == 0x80070057


async def test_disks_go_to_a_controller_by_its_key(vm: ComputeSystem, tmp_path: Path) -> None:
    """The key is the one of the create document, never an ordinal (B-64); the file needs a grant (E-21)."""
    disk = tmp_path / "disk.vhdx"
    disk.write_bytes(b"")
    with pytest.raises(AccessDenied):
        await vm.modify(changes.scsi_attachment("primary", 0, {"Type": "VirtualDisk", "Path": str(disk)}))
    await service.grant_vm_access(vm.id, disk)
    attachment = documents.Attachment(type=documents.AttachmentType.VIRTUAL_DISK, path=str(disk))
    await vm.modify(changes.scsi_attachment("primary", 0, attachment))
    with pytest.raises(NotFound):
        await vm.modify(changes.scsi_attachment("0", 1, attachment))
    await vm.modify(changes.scsi_attachment("primary", 0, None, "Remove"))
    with pytest.raises(HcsError):
        await vm.modify(changes.scsi_attachment("primary", 0, None, "Remove"))


async def test_network_adapters_come_and_go(vm: ComputeSystem) -> None:
    """By an id of the caller's choice, which is taken as long as the adapter is there."""
    adapter_id = "5f0f8b5e-6b5a-4b57-9a1e-0d6b7b1c2d3e"
    with pytest.raises(NotFound):
        await vm.modify(changes.network_adapter(adapter_id, None, "Remove"))
    version = {"Major": 2, "Minor": 0}
    document = {"Name": "test-modify", "Type": "NAT", "SchemaVersion": version}
    async with await network.Network.create(document) as nat:
        async with await network.Endpoint.create(nat, {"SchemaVersion": version}) as endpoint:
            adapter = {"EndpointId": endpoint.id, "MacAddress": "00-15-5D-01-02-03"}
            await vm.modify(changes.network_adapter(adapter_id, adapter))
            with pytest.raises(AlreadyExists):
                await vm.modify(changes.network_adapter(adapter_id, adapter))
            await vm.modify(changes.network_adapter(adapter_id, None, "Remove"))
            await endpoint.delete()
        await nat.delete()
    with pytest.raises(NotFound):
        await vm.modify(changes.network_adapter(adapter_id, adapter))  # what it would be attached to is gone


async def test_memory_and_processors_change_with_their_kind_of_system(running: RunningSystem) -> None:
    """A container's path changes a container."""
    async with running() as system:
        await system.modify(changes.container_memory(512))
        await system.modify(changes.container_processor({"Maximum": 5000}))
        with pytest.raises(HcsError):
            await system.modify(changes.vm_memory(512))


async def test_directories_are_shown_and_hidden(running: RunningSystem, tmp_path: Path) -> None:
    """Mapped directories are changed in a running container, one to a place (B-62)."""
    directory = {"HostPath": str(tmp_path), "ContainerPath": str(tmp_path / "seen"), "ReadOnly": True}
    async with running() as system:
        with pytest.raises(NotFound):
            await system.modify(changes.mapped_directory(directory, "Remove"))
        await system.modify(changes.mapped_directory(directory))
        with pytest.raises(AlreadyExists):
            await system.modify(changes.mapped_directory(directory))
        await system.modify(changes.mapped_directory(directory, "Remove"))
        with pytest.raises(NotFound):
            await system.modify(changes.mapped_directory(directory, "Remove"))


async def test_a_value_that_is_removed_is_set_no_more(vm: ComputeSystem) -> None:
    """Who takes a limit away must not find it there still; a second removal finds nothing."""
    place = {"ResourcePath": "VirtualMachine/ComputeTopology/Processor/CpuGroup"}
    await vm.modify({**place, "RequestType": "Update", "Settings": {"Id": str(uuid.uuid4())}})
    await vm.modify({**place, "RequestType": "Remove"})
    with pytest.raises(NotFound):
        await vm.modify({**place, "RequestType": "Remove"})


def test_a_plan9_share_is_removed_by_all_it_was_added_with() -> None:
    """Real services look for the name, the access name and the port together: a removal that names less finds nothing."""
    removal = changes.plan9_share({"Name": "share", "AccessName": "access", "Port": 564}, "Remove")
    assert json.loads(documents.to_json(removal)) == {
        "ResourcePath": "VirtualMachine/Devices/Plan9/Shares",
        "RequestType": "Remove",
        "Settings": {"Name": "share", "AccessName": "access", "Port": 564},
    }


async def test_an_unknown_path_is_an_invalid_argument(vm: ComputeSystem) -> None:
    """A change that was not made must not look like one (B-69)."""
    with pytest.raises(HcsError) as refused:
        await vm.modify({"ResourcePath": "VirtualMachine/No/Such/Path", "RequestType": "Add", "Settings": {}})
    assert refused.value.hresult == 0x80070057


async def test_settings_that_do_not_fit_are_refused_before_the_call(vm: ComputeSystem) -> None:
    """The resource path selects the type of the settings."""
    with pytest.raises(InvalidDocument, match=r"\$\.Name"):
        await vm.modify(changes.virtual_smb_share({"Name": 5}))
    with pytest.raises(InvalidDocument, match=r"\$\.Settings\.Name"):
        await vm.modify({"ResourcePath": "VirtualMachine/Devices/VirtualSmb/Shares", "RequestType": "Add", "Settings": {"Name": 5}})
    with pytest.raises(ValueError, match="controller"):
        await vm.modify(changes.scsi_attachment("a/b", 0, None, "Remove"))
    with pytest.raises(ValueError, match="lun"):
        await vm.modify(changes.scsi_attachment("primary", -1, None, "Remove"))


async def test_a_stopped_system_cannot_be_changed(running: RunningSystem) -> None:
    """HCS_E_SYSTEM_ALREADY_STOPPED (B-68)."""
    async with running() as system:
        await system.terminate()
        await system.wait_exit()
        with pytest.raises(HcsError) as refused:
            await system.modify(changes.container_memory(512))
        assert refused.value.hresult == 0x80370110
