"""A hosted system ended when a machine with the id of its own ended, though that one was of another id namespace."""

from __future__ import annotations

from typing import Any

import pytest

from hcsffi import ComputeSystem

pytestmark = pytest.mark.anyio

VERSION = {"SchemaVersion": {"Major": 2, "Minor": 1}}
MACHINE: dict[str, Any] = {
    **VERSION,
    "VirtualMachine": {"Chipset": {"Uefi": {}}, "ComputeTopology": {"Memory": {"SizeInMB": 64}, "Processor": {"Count": 1}}},
}
HOSTED: dict[str, Any] = {**VERSION, "HostingSystemId": "machine", "HostedSystem": {**VERSION, "Container": {}}}


async def test_what_runs_inside_a_machine_outlives_a_machine_of_the_same_id_in_another_namespace() -> None:
    """Ids are unique in their namespace only; two programs may choose the same."""
    async with (
        await ComputeSystem.create("machine", MACHINE, terminate_on_close=True) as machine,
        await ComputeSystem.create("machine", MACHINE, namespace="other", terminate_on_close=True) as namesake,
        await ComputeSystem.create("inside", HOSTED) as inside,
    ):
        await namesake.terminate()
        assert (await inside.properties()).state == "Created"
        await machine.terminate()
        await inside.wait_exit()
