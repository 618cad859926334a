"""What an old service cannot carry is refused by name, before it ignores it in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

import hcsffi
from hcsffi import ComputeSystem, HcsError, InvalidDocument

if TYPE_CHECKING:
    from collections.abc import Callable

    Configure = Callable[..., None]

pytestmark = pytest.mark.anyio

# Container.AdditionalDeviceNamespace came with schema 2.3, Windows 10 2004 (published table).
NEWER: dict[str, Any] = {"SchemaVersion": {"Major": 2, "Minor": 1}, "Container": {"AdditionalDeviceNamespace": {}}}
OLD = [{"Major": 1, "Minor": 0}, {"Major": 2, "Minor": 1}]


async def test_a_newer_member_is_refused_by_name_version_and_release(configure: Configure, fresh_id: Callable[[], str]) -> None:
    """The service would answer "invalid JSON" without saying where."""
    configure(SupportedSchemaVersions=OLD)
    with pytest.raises(InvalidDocument) as refused:
        await ComputeSystem.create(fresh_id(), NEWER)
    (problem,) = refused.value.problems
    assert problem.path == "$.Container.AdditionalDeviceNamespace"
    assert "2.3" in problem.found
    assert "2.1" in problem.allowed
    assert not isinstance(refused.value, HcsError)


async def test_a_service_that_has_the_version_takes_the_document(configure: Configure, fresh_id: Callable[[], str]) -> None:
    """A service that names 2.5 takes 2.0 to 2.5."""
    configure(SupportedSchemaVersions=[{"Major": 2, "Minor": 5}])
    async with await ComputeSystem.create(fresh_id(), NEWER, terminate_on_close=True):
        pass


async def test_the_check_can_be_switched_off(configure: Configure, fresh_id: Callable[[], str]) -> None:
    """Members were back-ported to older Windows: then the service has the last word, whatever it is."""
    configure(SupportedSchemaVersions=OLD)
    with hcsffi.any_schema_version():
        try:
            async with await ComputeSystem.create(fresh_id(), NEWER, terminate_on_close=True):
                pass
        except HcsError as refused:
            assert refused.function == "HcsCreateComputeSystem"  # noqa: PT017 - either outcome is the service's own


async def test_a_batch_is_checked_before_anything_is_sent(
    configure: Configure, container: dict[str, Any], fresh_id: Callable[[], str]
) -> None:
    """Half a batch would be worse than none."""
    configure(SupportedSchemaVersions=OLD)
    first = fresh_id()
    with pytest.raises(InvalidDocument):
        await hcsffi.run_many([ComputeSystem.calls.create(first, container), ComputeSystem.calls.create(fresh_id(), NEWER)])
    assert await ComputeSystem.list(ids=[first]) == []


async def test_a_service_that_does_not_tell_its_version_is_not_second_guessed(configure: Configure, fresh_id: Callable[[], str]) -> None:
    """The check must not break what worked without it."""
    configure(SupportedSchemaVersions=[{"Major": 2, "Minor": 5}], MissingFunctions=["HcsGetServiceProperties"])
    async with await ComputeSystem.create(fresh_id(), NEWER, terminate_on_close=True):
        pass
