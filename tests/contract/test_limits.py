"""Memory and processor limits of a container are held where Linux lets this process make control groups for them, and told where not."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from hcsffi import ComputeSystem, HcsError, embedded

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.anyio

EATER = ["dd", "if=/dev/zero", "of=/dev/null", "bs=200M", "count=1"]
KILLED = 137
RUN = [sys.executable, "-m", "hcsffi", "run"]


@pytest.fixture
def holds() -> None:
    """Skips where nothing holds limits."""
    isolation = embedded.isolation()
    if not (isolation["MemoryLimits"] and isolation["ProcessorLimits"]):
        pytest.skip("no control group with controllers can be made here")


def limited(**members: Any) -> dict[str, Any]:
    """A container with that much memory or processor."""
    return {"Container": members}


async def exit_code_of(system: ComputeSystem, command: list[str]) -> int | None:
    """How it ends."""
    async with await system.create_process({"CommandArgs": command}) as process:
        return (await process.wait()).exit_code


@pytest.mark.usefixtures("holds")
async def test_memory_is_limited_and_changed_while_it_runs(fresh_id: Callable[[], str]) -> None:
    """A program that takes more is killed, and only that one; its end is that of any killed program."""
    system_id = fresh_id()
    document = limited(Memory={"SizeInMB": 48}, Processor={"Maximum": 9000})
    async with await ComputeSystem.create(system_id, document, terminate_on_close=True) as system:
        assert embedded.not_carried_out(system_id) == []
        await system.start()
        assert await exit_code_of(system, EATER) == KILLED
        statistics = (await system.properties("Statistics")).statistics
        assert statistics is not None
        assert statistics.memory is not None
        assert 32 << 20 <= (statistics.memory.memory_usage_commit_peak_bytes or 0) <= 48 << 20
        await system.modify({"ResourcePath": "Container/Memory/SizeInMB", "RequestType": "Update", "Settings": 400})
        assert await exit_code_of(system, EATER) == 0
        assert embedded.not_carried_out(system_id) == []
        await system.modify({"ResourcePath": "Container/Processor", "RequestType": "Update", "Settings": {"Weight": 300}})
        assert embedded.not_carried_out(system_id) == []


@pytest.mark.usefixtures("holds")
async def test_a_limit_that_comes_too_late_is_told(fresh_id: Callable[[], str]) -> None:
    """Programs that run already are in no group that could hold it."""
    system_id = fresh_id()
    async with await ComputeSystem.create(system_id, limited(), terminate_on_close=True) as system:
        await system.start()
        await system.modify({"ResourcePath": "Container/Memory/SizeInMB", "RequestType": "Update", "Settings": 400})
        assert embedded.not_carried_out(system_id) == ["$.Container.Memory.SizeInMB"]


async def test_without_isolation_a_limit_is_told(fresh_id: Callable[[], str], configure: Callable[..., None]) -> None:
    """Who wants programs as they are is not limited by surprise, nor told that he is."""
    configure(Isolation="none")
    system_id = fresh_id()
    document = limited(Memory={"SizeInMB": 48}, Processor={"Count": 1})
    async with await ComputeSystem.create(system_id, document, terminate_on_close=True) as system:
        await system.start()
        assert embedded.not_carried_out(system_id) == ["$.Container.Memory.SizeInMB", "$.Container.Processor.Count"]


async def test_without_control_groups_a_limit_is_told(fresh_id: Callable[[], str], configure: Callable[..., None]) -> None:
    """They are what holds it; Windows has none of them, whatever is configured."""
    configure(ControlGroups=False)
    system_id = fresh_id()
    async with await ComputeSystem.create(system_id, limited(Memory={"SizeInMB": 48}), terminate_on_close=True) as system:
        await system.start()
        assert embedded.not_carried_out(system_id) == ["$.Container.Memory.SizeInMB"]


async def test_a_limit_of_zero_asks_for_nothing(fresh_id: Callable[[], str]) -> None:
    """Some clients send it for "no limit"."""
    system_id = fresh_id()
    async with await ComputeSystem.create(system_id, limited(Memory={"SizeInMB": 0}), terminate_on_close=True):
        assert embedded.not_carried_out(system_id) == []


@pytest.mark.usefixtures("holds")
def test_the_command_line_limits(tmp_path: Path) -> None:
    """Beside and in the place of what the document says."""
    (tmp_path / "document.json").write_text('{"Container": {"Memory": {"SizeInMB": 4000}}}', encoding="utf-8")
    words = [*RUN, "--config", str(tmp_path / "document.json"), "--memory", "48M", "--cpus", "0.5", "--", *EATER]
    done = subprocess.run(words, capture_output=True, text=True, timeout=20, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (KILLED, "", "")


@pytest.mark.parametrize("words", [["--memory", "much"], ["--memory", "0"], ["--cpus", "0"], ["--cpus", "nan"], ["--memory", "100"]])
def test_a_limit_that_is_none_is_refused(words: list[str]) -> None:
    """A misread size would kill what should run; less than a MiB is no size that the document can have."""
    done = subprocess.run([*RUN, *words, "--", "true"], capture_output=True, text=True, timeout=20, check=False)
    assert done.returncode == 2  # wrong usage
    assert words[0] in done.stderr


async def test_two_processor_limits_are_refused(fresh_id: Callable[[], str]) -> None:
    """The schema has them exclude each other."""
    with pytest.raises(HcsError):
        await ComputeSystem.create(fresh_id(), limited(Processor={"Count": 1, "Weight": 3}))
