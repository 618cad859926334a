"""An accepted document is no promise: what the embedded host does not carry out of it is told."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

import pytest

from hcsffi import ComputeSystem, NotFound, embedded, run_many

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.anyio

LIMITED: dict[str, Any] = {"Container": {"Storage": {"QoS": {"IopsMaximum": 100, "BandwidthMaximum": 5000}}}}
MEMBERS = ["$.Container.Storage.QoS.BandwidthMaximum", "$.Container.Storage.QoS.IopsMaximum"]


async def test_create_says_once_which_members_are_not_carried_out(fresh_id: Callable[[], str], caplog: pytest.LogCaptureFixture) -> None:
    """A limit nobody enforces would be found out under load, at the worst of times."""
    system_id = fresh_id()
    with caplog.at_level(logging.WARNING, "hcsffi"):
        async with await ComputeSystem.create(system_id, LIMITED, terminate_on_close=True) as system:
            await system.start()
            assert embedded.not_carried_out(system_id) == MEMBERS
    (record,) = caplog.records
    assert (record.name, record.levelname) == ("hcsffi", "WARNING")
    assert record.getMessage() == f"compute system {system_id!r}: the embedded host does not carry out {', '.join(MEMBERS)}"


async def test_a_batch_says_it_too(fresh_id: Callable[[], str], caplog: pytest.LogCaptureFixture) -> None:
    """A second way to create must not be a silent one."""
    first = fresh_id()
    with caplog.at_level(logging.WARNING, "hcsffi"):
        (system,) = await run_many([ComputeSystem.calls.create(first, LIMITED)])
        assert isinstance(system, ComputeSystem)
        await system.aclose(terminate=True)
    assert [first in record.getMessage() for record in caplog.records] == [True]


async def test_a_document_whose_wishes_are_met_says_nothing(
    container: dict[str, Any], fresh_id: Callable[[], str], caplog: pytest.LogCaptureFixture
) -> None:
    """Who is warned of everything reads nothing."""
    system_id = fresh_id()
    async with await ComputeSystem.create(system_id, container, terminate_on_close=True):
        assert embedded.not_carried_out(system_id) == []
    assert caplog.records == []
    with pytest.raises(NotFound):
        embedded.not_carried_out(system_id)


async def test_a_process_that_asks_for_less_rights_is_told_not_to_have_them(container: dict[str, Any], fresh_id: Callable[[], str]) -> None:
    """A restricted token that is none is a hole somebody relies on."""
    system_id = fresh_id()
    async with await ComputeSystem.create(system_id, container, terminate_on_close=True) as system:
        await system.start()
        async with await system.create_process({"CommandLine": "true", "RestrictedToken": True}):
            assert embedded.not_carried_out(system_id) == ["ProcessParameters.RestrictedToken"]


async def test_a_namespace_is_looked_into(fresh_id: Callable[[], str]) -> None:
    """The same id may stand in several."""
    system_id = fresh_id()
    async with await ComputeSystem.create(system_id, LIMITED, namespace="apart", terminate_on_close=True):
        assert embedded.not_carried_out(system_id, "apart") == MEMBERS
        with pytest.raises(NotFound):
            embedded.not_carried_out(system_id)
