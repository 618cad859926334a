"""The service's own properties, settings, grants and files."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import pytest

from hcsffi import AccessDenied, AlreadyExists, ComputeSystem, HcsError, InvalidDocument, NotFound, NotSupported, documents, service
from hcsffi.documents import answers

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    Configure = Callable[..., None]

pytestmark = pytest.mark.anyio


async def test_the_service_names_its_schema_versions() -> None:
    """A client sends the newest version both know; every service of today knows 2.1 (B-19)."""
    versions = await service.supported_schema_versions()
    assert max(versions) >= (2, 1)
    assert versions == sorted(versions)


async def test_a_simulated_windows_names_the_versions_it_was_given(configure: Configure) -> None:
    """Tests of old machines run on new ones."""
    configure(SupportedSchemaVersions=[{"Major": 1, "Minor": 0}, {"Major": 2, "Minor": 3}])
    assert await service.supported_schema_versions() == [(1, 0), (2, 3)]


async def test_a_version_of_which_a_part_is_not_told_has_a_zero_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every member of an answer may be missing; what is compared and sorted may not."""
    told = [documents.hcs.Version(major=2, minor=None), documents.hcs.Version(major=None, minor=3)]

    async def properties(_: str) -> answers.ServiceAnswers:
        return answers.ServiceAnswers(basic=documents.BasicInformation(supported_schema_versions=told))

    monkeypatch.setattr(service, "properties", properties)
    assert [(0, 3), (2, 0)] == await service.supported_schema_versions()


async def test_each_asked_property_is_answered_in_its_place() -> None:
    """The answers carry no names, only an order; a reader reads members."""
    found = await service.properties("Basic", "ProcessorTopology")
    assert isinstance(found.basic, documents.BasicInformation)
    assert found.basic.supported_schema_versions
    assert isinstance(found.processor_topology, documents.ProcessorTopology)
    assert (found.cpu_group, found.others, found.responses) == (None, {}, {})


async def test_a_property_query_answers_by_name() -> None:
    """Schema 2.5: one answer may fail while the call succeeds (B-57, B-59)."""
    found = await service.properties(queries={"Basic": {}})
    assert isinstance(found.responses["Basic"], documents.BasicInformation)


async def test_an_unknown_property_is_refused() -> None:
    """An empty answer would look like a fact."""
    with pytest.raises(HcsError):
        await service.properties("NoSuchProperty")


async def test_a_grant_needs_a_file_that_exists(tmp_path: Path) -> None:
    """A grant to nothing is a machine that fails at its start (B-26)."""
    disk = tmp_path / "disk.vhdx"
    with pytest.raises(NotFound):
        await service.grant_vm_access("vm-1", disk)
    disk.write_bytes(b"")
    await service.grant_vm_access("vm-1", disk)
    await service.revoke_vm_access("vm-1", disk)
    await service.grant_vm_group_access(disk)
    await service.revoke_vm_group_access(disk)


async def test_empty_state_files_are_created_once(tmp_path: Path) -> None:
    """A second create must not wipe the variables of a machine."""
    for name, create in (("guest.vmgs", service.create_empty_guest_state_file), ("runtime.vmrs", service.create_empty_runtime_state_file)):
        place = tmp_path / name
        await create(place)
        assert place.is_file()
        with pytest.raises(AlreadyExists):
            await create(place)
        with pytest.raises(NotFound):
            await create(tmp_path / "nowhere" / name)


@pytest.mark.parametrize(
    ("function", "way"),
    [
        ("HcsGrantVmAccess", lambda file: service.grant_vm_access("vm-1", file)),
        ("HcsRevokeVmAccess", lambda file: service.revoke_vm_access("vm-1", file)),
        ("HcsGrantVmGroupAccess", service.grant_vm_group_access),
        ("HcsRevokeVmGroupAccess", service.revoke_vm_group_access),
        ("HcsCreateEmptyGuestStateFile", service.create_empty_guest_state_file),
        ("HcsCreateEmptyRuntimeStateFile", service.create_empty_runtime_state_file),
        ("HcsSubmitWerReport", lambda _: service.submit_wer_report({"SystemId": "vm-1"})),
        ("HcsModifyServiceSettings", lambda _: service.modify({"PropertyType": "CpuGroup", "Settings": {"Operation": "DeleteGroup"}})),
    ],
)
async def test_what_the_service_refuses_is_told_by_the_function_that_was_asked(
    function: str, way: Callable[[Path], Awaitable[None]], configure: Configure, tmp_path: Path
) -> None:
    """A revocation that never reached the service leaves a file open to a machine, and looks like one that did."""
    configure(Faults=[{"Function": function, "Count": 1, "HResult": "0x80070005", "Sync": True}])
    with pytest.raises(AccessDenied) as refused:
        await way(tmp_path / "file")
    assert function == refused.value.function


async def test_processor_needs_are_read_from_a_saved_state(machine: dict[str, Any], fresh_id: Callable[[], str], tmp_path: Path) -> None:
    """A saved machine that needs more than the host has cannot be restored there."""
    state = tmp_path / "state.vmrs"
    async with await ComputeSystem.create(fresh_id(), machine, terminate_on_close=True) as system:
        await system.start()
        await system.pause()
        await system.save({"SaveType": "ToFile", "SaveStateFilePath": str(state)})
    requirements = await service.processor_compatibility(state)
    assert requirements.processor_features is None or isinstance(requirements.processor_features, Sequence)
    with pytest.raises(NotFound):
        await service.processor_compatibility(tmp_path / "missing.vmrs")


async def test_a_crash_report_is_taken() -> None:
    """What a crash event brings can be handed on as it is."""
    await service.submit_wer_report({"SystemId": "vm-1"})
    with pytest.raises(InvalidDocument):
        await service.submit_wer_report({"SystemId": 5})


async def test_service_settings_are_checked_before_they_are_sent() -> None:
    """A processor group is the one setting the service documents."""
    group = {
        "PropertyType": "CpuGroup",
        "Settings": {
            "Operation": "CreateGroup",
            "OperationDetails": {"GroupId": "6d0f4c4a-1111-4222-8333-944455566677", "LogicalProcessorCount": 1, "LogicalProcessors": [0]},
        },
    }
    await service.modify(group)
    await service.modify(
        {
            "PropertyType": "CpuGroup",
            "Settings": {"Operation": "DeleteGroup", "OperationDetails": {"GroupId": "6d0f4c4a-1111-4222-8333-944455566677"}},
        }
    )
    with pytest.raises(InvalidDocument):
        await service.modify({"PropertyType": 7})


async def test_an_older_windows_lacks_newer_functions_and_says_since_when(configure: Configure, tmp_path: Path) -> None:
    """A missing export becomes NotSupported with the first build that has it, not a crash."""
    configure(WindowsBuild=17763)
    with pytest.raises(NotSupported) as refused:
        await service.grant_vm_group_access(tmp_path)
    assert refused.value.hresult == 0x8007007F
    assert refused.value.first_build == 19041
    assert "HcsGrantVmGroupAccess" in str(refused.value)
    configure(MissingFunctions=["HcsGetServiceProperties"])
    with pytest.raises(NotSupported, match="HcsGetServiceProperties"):
        await service.properties("Basic")


async def test_a_path_with_a_nul_is_refused_by_name() -> None:
    """A path cut at a NUL is another file."""
    with pytest.raises(ValueError, match="path"):
        await service.grant_vm_access("vm-1", "a\0b")
