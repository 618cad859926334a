"""Limits of a container are held by control groups where Linux lets this process make them, else by what stands in, and told where not."""

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
CROWD = ["sh", "-c", "for i in $(seq 40); do sleep 1000 > /dev/null 2>&1 & done 2> /dev/null"]
HOLDER = "dd if=/dev/zero bs=200M count=1 2> /dev/null | sleep 1000"
RUN = [sys.executable, "-m", "hcsffi", "run"]


@pytest.fixture
def holds() -> None:
    """Skips where no group holds limits."""
    isolation = embedded.isolation()
    if not all(str(isolation[one]).startswith("cgroup") for one in ("MemoryLimits", "ProcessorLimits", "ProcessLimits")):
        pytest.skip("no control group with controllers can be made here")


@pytest.fixture
def stands_in(configure: Callable[..., None]) -> None:
    """Has no group hold them; skips where nothing else does."""
    configure(ControlGroups=False)
    if not embedded.isolation()["MemoryLimits"]:
        pytest.skip("nothing stands in for control groups on this system")


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
async def test_a_limit_that_comes_late_is_held_by_what_stands_in(fresh_id: Callable[[], str]) -> None:
    """Programs that run already are in no group that could hold it."""
    system_id = fresh_id()
    async with await ComputeSystem.create(system_id, limited(), terminate_on_close=True) as system:
        await system.start()
        await system.modify({"ResourcePath": "Container/Memory/SizeInMB", "RequestType": "Update", "Settings": 400})
        assert embedded.limits(system_id)["MemoryBytes"] == {"Limit": 400 << 20, "By": "watch"}
        await system.modify({"ResourcePath": "Container/Processor", "RequestType": "Update", "Settings": {"Weight": 300}})
        assert embedded.not_carried_out(system_id) == ["$.Container.Processor.Weight"]


@pytest.mark.usefixtures("holds")
async def test_processes_are_counted_and_the_number_is_changed_while_they_run(fresh_id: Callable[[], str]) -> None:
    """The documents have no member for it; what is asked for stands in the answer, with what holds it."""
    system_id = fresh_id()
    async with await ComputeSystem.create(system_id, limited(), terminate_on_close=True) as system:
        told = embedded.limit_processes(system_id, 12)["Processes"]
        assert told == {"Limit": 12, "By": embedded.isolation()["ProcessLimits"]}
        await system.start()
        assert embedded.limits(system_id)["Processes"] == told
        assert await exit_code_of(system, CROWD) != 0
        assert embedded.limit_processes(system_id, 200)["Processes"]["Limit"] == 200
        assert await exit_code_of(system, CROWD) == 0
        assert embedded.limit_processes(system_id, 0)["Processes"] == {"Limit": 0, "By": ""}


@pytest.mark.usefixtures("stands_in")
async def test_who_takes_more_than_may_be_ends_the_system_without_groups(fresh_id: Callable[[], str]) -> None:
    """Nobody knows whose fault it is: each program ends as a killed one, and the system unexpectedly."""
    system_id = fresh_id()
    async with await ComputeSystem.create(system_id, limited(Memory={"SizeInMB": 64}), terminate_on_close=True) as system:
        assert embedded.limits(system_id)["MemoryBytes"] == {"Limit": 64 << 20, "By": "watch"}
        await system.start()
        assert await exit_code_of(system, ["sh", "-c", HOLDER]) == KILLED
        assert (await system.wait_exit()).exit_type == "UnexpectedExit"


@pytest.mark.usefixtures("stands_in")
async def test_whole_processors_are_left_without_groups(fresh_id: Callable[[], str]) -> None:
    """A share of one is not, and told."""
    system_id = fresh_id()
    async with await ComputeSystem.create(system_id, limited(Processor={"Count": 1}), terminate_on_close=True) as system:
        await system.start()
        assert embedded.limits(system_id)["ProcessorPercent"] == {"Limit": 100, "By": "affinity"}
        done = await system.run(["nproc"])
        assert done.stdout == b"1\n"
        await system.modify({"ResourcePath": "Container/Processor", "RequestType": "Update", "Settings": {"Weight": 3}})
        assert embedded.not_carried_out(system_id) == ["$.Container.Processor.Weight"]


@pytest.mark.usefixtures("stands_in")
async def test_a_number_of_processes_that_nobody_counts_is_refused(fresh_id: Callable[[], str]) -> None:
    """Nothing is ignored in silence, and nothing has changed."""
    isolation = embedded.isolation()
    if isolation["Mode"] == "bubblewrap" and isolation["ProcessLimits"]:
        pytest.skip("every container has a user namespace of its own here, which counts")
    system_id = fresh_id()
    async with await ComputeSystem.create(system_id, limited(), terminate_on_close=True) as system:
        for state in ("before the start", "while it runs"):
            with pytest.raises(HcsError, match="pids controller"):
                embedded.limit_processes(system_id, 12)
            assert embedded.limits(system_id)["Processes"] == {"Limit": 0, "By": ""}, state
            if state == "before the start":
                await system.start()


@pytest.mark.usefixtures("stands_in")
async def test_an_ordinary_users_processes_are_counted_in_a_root_of_their_own(fresh_id: Callable[[], str]) -> None:
    """The kernel counts them in their user namespace; of root it counts none."""
    if embedded.isolation()["ProcessLimits"] != "rlimit":
        pytest.skip("the kernel counts no processes in user namespaces here, or not of this user")
    system_id = fresh_id()
    document = limited(MappedDirectories=[{"HostPath": "/usr/share", "ContainerPath": "/mapped", "ReadOnly": True}])
    async with await ComputeSystem.create(system_id, document, terminate_on_close=True) as system:
        assert embedded.limit_processes(system_id, 12)["Processes"] == {"Limit": 12, "By": "rlimit"}
        await system.start()
        assert await exit_code_of(system, CROWD) != 0
        assert embedded.limit_processes(system_id, 200)["Processes"] == {"Limit": 200, "By": "rlimit"}
        assert await exit_code_of(system, CROWD) == 0


@pytest.mark.parametrize("settings", [-1, 1 << 32])
async def test_a_number_of_processes_that_is_none_is_refused(fresh_id: Callable[[], str], settings: int) -> None:
    """The kernel would take it for another."""
    system_id = fresh_id()
    async with await ComputeSystem.create(system_id, limited(), terminate_on_close=True):
        with pytest.raises(HcsError, match=r"\$\.Processes"):
            embedded.limit_processes(system_id, settings)


async def test_processes_of_a_machine_are_not_counted(fresh_id: Callable[[], str]) -> None:
    """They are its guest's."""
    system_id = fresh_id()
    async with await ComputeSystem.create(system_id, {"VirtualMachine": {}}, terminate_on_close=True) as system:
        await system.start()
        with pytest.raises(HcsError, match="container of this machine"):
            embedded.limit_processes(system_id, 12)


async def test_without_isolation_a_limit_is_told(fresh_id: Callable[[], str], configure: Callable[..., None]) -> None:
    """Who wants programs as they are is not limited by surprise, nor told that he is."""
    configure(Isolation="none")
    system_id = fresh_id()
    document = limited(Memory={"SizeInMB": 48}, Processor={"Count": 1})
    async with await ComputeSystem.create(system_id, document, terminate_on_close=True) as system:
        await system.start()
        assert embedded.not_carried_out(system_id) == ["$.Container.Memory.SizeInMB", "$.Container.Processor.Count"]


async def test_without_control_groups_a_weight_is_told(fresh_id: Callable[[], str], configure: Callable[..., None]) -> None:
    """They are what holds it; Windows has none of them, whatever is configured."""
    configure(ControlGroups=False)
    system_id = fresh_id()
    async with await ComputeSystem.create(system_id, limited(Processor={"Weight": 48}), terminate_on_close=True) as system:
        await system.start()
        assert embedded.not_carried_out(system_id) == ["$.Container.Processor.Weight"]


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
    done = subprocess.run(words, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (KILLED, "", "")


@pytest.mark.usefixtures("holds")
def test_the_command_line_counts_processes() -> None:
    """A bomb of forks stops where it may not go on."""
    for most, fits in (("12", False), ("200", True)):
        words = [*RUN, "--pids", most, "--", *CROWD]
        done = subprocess.run(words, capture_output=True, text=True, timeout=60, check=False)
        assert (done.returncode == 0) is fits, done.stderr


@pytest.mark.parametrize(
    "words",
    [["--pids", "0"], ["--pids", "many"], ["--memory", "much"], ["--memory", "0"], ["--cpus", "0"], ["--cpus", "nan"], ["--memory", "100"]],
)
def test_a_limit_that_is_none_is_refused(words: list[str]) -> None:
    """A misread size would kill what should run; less than a MiB is no size that the document can have."""
    done = subprocess.run([*RUN, *words, "--", "true"], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 2  # wrong usage
    assert words[0] in done.stderr


async def test_two_processor_limits_are_refused(fresh_id: Callable[[], str]) -> None:
    """The schema has them exclude each other."""
    with pytest.raises(HcsError):
        await ComputeSystem.create(fresh_id(), limited(Processor={"Count": 1, "Weight": 3}))
