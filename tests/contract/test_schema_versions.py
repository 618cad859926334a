"""What an old service cannot carry is refused by name, before it ignores it in silence."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING, Any

import anyio
import pytest

import hcsffi
from hcsffi import ComputeSystem, Disconnected, HcsError, InvalidDocument, embedded

if TYPE_CHECKING:
    from collections.abc import Callable

    Configure = Callable[..., None]

pytestmark = pytest.mark.anyio

# Container.AdditionalDeviceNamespace came with schema 2.3, Windows 10 2004 (published table).
NEWER: dict[str, Any] = {"SchemaVersion": {"Major": 2, "Minor": 1}, "Container": {"AdditionalDeviceNamespace": {}}}
OLD = [{"Major": 1, "Minor": 0}, {"Major": 2, "Minor": 1}]
NEW = [{"Major": 2, "Minor": 5}]


@pytest.fixture
def questions(caplog: pytest.LogCaptureFixture) -> Callable[[], int]:
    """How often the service was asked for its properties since the test began."""
    caplog.set_level(logging.DEBUG, logger="hcsffi")
    return lambda: [one.__dict__.get("hcs_function") for one in caplog.records].count("HcsGetServiceProperties")


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


async def test_the_service_is_asked_once_for_all_documents(
    configure: Configure, container: dict[str, Any], fresh_id: Callable[[], str], questions: Callable[[], int]
) -> None:
    """Its versions do not change while it runs; asking before each create cost more than the create's own encoding."""
    configure(SupportedSchemaVersions=NEW)
    async with await ComputeSystem.create(fresh_id(), container, terminate_on_close=True):
        assert 0 == questions()  # what every service takes is sent without asking
    for _ in range(2):
        async with await ComputeSystem.create(fresh_id(), NEWER, terminate_on_close=True):
            assert 1 == questions()
    for system in await hcsffi.run_many([ComputeSystem.calls.create(fresh_id(), NEWER, terminate_on_close=True) for _ in range(3)]):
        assert isinstance(system, ComputeSystem)
        await system.aclose()
    assert 1 == questions()


async def test_documents_that_are_sent_at_the_same_time_share_one_question(
    configure: Configure, fresh_id: Callable[[], str], questions: Callable[[], int]
) -> None:
    """The first one asks, the others wait for its answer."""
    configure(SupportedSchemaVersions=NEW)

    async def create() -> None:
        async with await ComputeSystem.create(fresh_id(), NEWER, terminate_on_close=True):
            pass

    async with anyio.create_task_group() as creating:
        for _ in range(5):
            creating.start_soon(create)
    assert 1 == questions()


async def test_a_service_that_went_away_is_asked_again(
    configure: Configure, fresh_id: Callable[[], str], questions: Callable[[], int]
) -> None:
    """It may come back as an older one; what it took before would then be refused without a name. The event alone has to do it here."""
    configure(SupportedSchemaVersions=NEW)
    system = await ComputeSystem.create(fresh_id(), NEWER)
    assert 1 == questions()

    async def wait() -> None:
        with pytest.raises(Disconnected):
            await system.wait_exit()

    async with anyio.create_task_group() as waiting:
        waiting.start_soon(wait)
        await anyio.wait_all_tasks_blocked()
        embedded._call("hcsffi_configure", json.dumps({"SupportedSchemaVersions": OLD, "ServiceDisconnect": True}).encode())
    await system.aclose()
    embedded._call("hcsffi_configure", json.dumps({"SupportedSchemaVersions": OLD}).encode())
    with pytest.raises(InvalidDocument, match=r"needs schema 2\.3"):
        await ComputeSystem.create(fresh_id(), NEWER)
    assert 2 == questions()
