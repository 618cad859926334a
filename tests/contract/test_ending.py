"""What ends a system's processes as a whole differs from machine to machine: who relies on it can ask."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import pytest

from hcsffi import ComputeSystem, NotFound, embedded

if TYPE_CHECKING:
    from collections.abc import Callable

    Configure = Callable[..., None]

pytestmark = pytest.mark.anyio

MEANS = {"JobObject"} if sys.platform == "win32" else {"ControlGroup", "Walk"}


async def test_a_running_system_says_what_ends_it_and_why_nothing_better_does(
    container: dict[str, Any], fresh_id: Callable[[], str]
) -> None:
    """Where a walk through /proc has to do, a kill of both reapers leaves programs: nobody should have to guess."""
    system_id = fresh_id()
    async with await ComputeSystem.create(system_id, container, terminate_on_close=True) as system:
        await system.start()
        async with await system.create_process({"CommandLine": "true"}) as process:
            await process.wait()
        told = embedded.ending(system_id)
        assert told["By"] in MEANS
        assert (told["By"] == "Walk") == (told["Problem"] != "")


@pytest.mark.skipif(sys.platform == "win32", reason="control groups are Linux's; on Windows a job object ends every tree")
async def test_a_configuration_without_control_groups_is_the_reason(
    container: dict[str, Any], fresh_id: Callable[[], str], configure: Configure
) -> None:
    """A choice is told as one."""
    system_id = fresh_id()
    configure(ControlGroups=False)
    async with await ComputeSystem.create(system_id, container, terminate_on_close=True) as system:
        await system.start()
        assert embedded.ending(system_id) == {"By": "Walk", "Problem": "the configuration wants no control groups", "ErrorNumber": 0}


async def test_a_system_without_processes_has_nothing_to_end(container: dict[str, Any], fresh_id: Callable[[], str]) -> None:
    """Before its start there is none, and in another namespace none of that name."""
    system_id = fresh_id()
    async with await ComputeSystem.create(system_id, container, terminate_on_close=True):
        assert embedded.ending(system_id) == {"By": "Nothing", "Problem": "the system runs no processes now", "ErrorNumber": 0}
        with pytest.raises(NotFound):
            embedded.ending(system_id, "elsewhere")
