"""What a creation brought is taken as a whole: a part that is missing is a broken promise of the library's, and is told at once."""

from __future__ import annotations

import pytest

from hcsffi.compute.process import ComputeProcess
from hcsffi.compute.system import ComputeSystem
from hcsffi.delivery.operation import Completion
from hcsffi.native.completions import ProcessPipes
from hcsffi.native.handles import ProcessHandle, SystemHandle

PIPES = ProcessPipes(7, None, None, None)


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
