"""What a creation brought is taken as a whole, and what tells what was made from its namesakes.

A part that is missing is a broken promise of the library's, and is told at once.
"""

from __future__ import annotations

from typing import cast

import pytest

from hcsffi.compute.process import ComputeProcess
from hcsffi.compute.system import ComputeSystem
from hcsffi.delivery.kept_output import OutputOwner
from hcsffi.delivery.operation import Completion
from hcsffi.documents import hcs
from hcsffi.documents.scalar import Timestamp
from hcsffi.errors import AccessDenied, HcsError, build
from hcsffi.hresult import Outcome, value_of
from hcsffi.native.completions import ProcessPipes
from hcsffi.native.handles import ProcessHandle, SystemHandle

PIPES = ProcessPipes(7, None, None, None)
STARTED = Timestamp("2026-01-02T03:04:05Z")


@pytest.mark.parametrize(
    ("handle", "pipes"),
    [(None, None), (None, PIPES), (ProcessHandle, None), (SystemHandle, PIPES)],
    ids=["nothing", "no handle", "no process", "another handle"],
)
def test_a_process_needs_its_handle_and_its_number(handle: type[ProcessHandle | SystemHandle] | None, pipes: ProcessPipes | None) -> None:
    """Without them each later call would fail with a word about something else."""
    opened = None if handle is None else handle.__new__(handle)
    with pytest.raises(TypeError, match="completed without a process"):
        ComputeProcess.from_completion(Completion(b"", opened, pipes), "a")


@pytest.mark.parametrize("handle", [None, ProcessHandle])
def test_a_system_needs_its_handle(handle: type[ProcessHandle] | None) -> None:
    """A process's handle is closed by another function."""
    with pytest.raises(TypeError, match="completed without a system"):
        ComputeSystem.from_completion(Completion(b"", None if handle is None else handle.__new__(handle)), "a")


class Told:
    """A system that tells what a test says."""

    id = "a"

    def __init__(self, told: hcs.Properties | HcsError) -> None:
        self._told = told

    async def properties(self, kind: str) -> hcs.Properties:
        """As a system's."""
        assert kind == "Statistics"
        if isinstance(self._told, HcsError):
            raise self._told
        return self._told


def refusal(symbol: str) -> HcsError:
    """What a service answers instead."""
    return build(Outcome("HcsGetComputeSystemProperties", value_of(symbol)), "a")


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("told", "incarnation"),
    [
        (hcs.Properties(runtime_id="r", statistics=hcs.Statistics(container_start_time=STARTED)), b"r"),
        (hcs.Properties(statistics=hcs.Statistics(container_start_time=STARTED)), b"2026-01-02T03:04:05Z"),
        (hcs.Properties(statistics=hcs.Statistics()), None),
        (hcs.Properties(), None),
        (refusal("HCS_E_INVALID_STATE"), None),
        (refusal("E_NOTIMPL"), None),
    ],
    ids=["its runtime id", "its start", "nothing of a start", "nothing", "not started", "not told"],
)
async def test_output_is_kept_under_what_tells_a_system_from_its_namesakes(
    told: hcs.Properties | HcsError, incarnation: bytes | None
) -> None:
    """Two that had the id one after the other would have one output."""
    assert OutputOwner(b"a", incarnation) == await ComputeSystem._kept(cast("ComputeSystem", Told(told)))


@pytest.mark.anyio
async def test_who_may_not_ask_keeps_nothing() -> None:
    """Any other refusal is the caller's to hear."""
    with pytest.raises(AccessDenied):
        await ComputeSystem._kept(cast("ComputeSystem", Told(refusal("E_ACCESSDENIED"))))
