"""What does a compute system cost that runs `true`, beside a process without one, and beside other ways to enclose one? Ratios of one run.

    python benchmarks/life.py [--quick] [--running N] [--json FILE]

Every contender takes its turn in each round; medians. `bwrap`, `runc` and `docker` have rows where they are installed and can run here, the
former two with the machine's own programs. Then whole lives at once, statistics of many running systems, and what a running system has of
processes and memory of its own.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import anyio

import hcsffi

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

DOCUMENT: dict[str, object] = {"Owner": "life", "SchemaVersion": {"Major": 2, "Minor": 1}, "Container": {}}
TRUE = shutil.which("true") or "/bin/true"
RUN_GOAL = 3.0
AT_ONCE = 40
AT_ONCE_GOAL = 5.0
STATISTICS_GOAL_S = 1.0
OWN_BYTES_GOAL = 100_000
SHARES = {f"Pss_{kind}" for kind in ("Anon", "File", "Shmem")}

Contender = tuple[str, "Callable[[], Awaitable[object]]"]


class Goal(NamedTuple):
    """One line of the goals table."""

    text: str
    bound: float
    measured: float

    def show(self) -> str:
        """The goal, what was measured, and whether it holds."""
        verdict = "met" if self.measured <= self.bound else "MISSED"
        return f"{self.text:72} <= {self.bound:10,.1f}   measured {self.measured:10,.1f}   {verdict}"


async def by_subprocess(*words: str) -> None:
    """A process waited for by the standard library, which blocks."""
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: ASYNC221 - its blocking is measured


async def life(name: str) -> None:
    """Create, start, run, terminate."""
    async with await hcsffi.ComputeSystem.create(name, DOCUMENT, terminate_on_close=True) as system:
        await system.start()
        await system.run([TRUE])
        await system.terminate()


def bundle(folder: Path) -> None:
    """What runc starts: the machine's programs in a root of their own, without control groups, which bwrap makes none of either."""
    words = ["runc", "spec", *([] if os.geteuid() == 0 else ["--rootless"])]
    subprocess.run(words, cwd=folder, check=True, capture_output=True)
    config = json.loads((folder / "config.json").read_text("utf-8"))
    config["process"] |= {"terminal": False, "args": [TRUE]}
    (folder / "rootfs").mkdir()
    config["mounts"] = [one for one in config["mounts"] if one["type"] != "cgroup"]
    for place in ("/usr", "/bin", "/lib", "/lib64"):
        if Path(place).is_dir():
            config["mounts"].append({"destination": place, "source": place, "type": "bind", "options": ["rbind", "ro"]})
    (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")


def enclosed(folder: Path) -> list[Contender]:
    """What else encloses a process here, and does it when asked."""
    if shutil.which("runc"):
        bundle(folder)
    lines = {
        "bwrap, a pid namespace": ("bwrap", "--unshare-pid", "--ro-bind", "/", "/", "--proc", "/proc", "--dev", "/dev", TRUE),
        "runc run": ("runc", "run", "--bundle", str(folder), f"life-{os.getpid()}"),
        "docker run --rm busybox": ("docker", "run", "--rm", "--pull", "never", "--network", "none", "busybox", "true"),
    }
    contenders: list[Contender] = []
    for name, words in lines.items():
        if shutil.which(words[0]) is None:
            print(f"{name}: {words[0]} is not installed")
        elif subprocess.run(words, check=False, capture_output=True).returncode:
            print(f"{name}: does not run here")
        else:
            contenders.append((name, partial(by_subprocess, *words)))
    return contenders


async def medians_ms(contenders: list[Contender], rounds: int) -> dict[str, float]:
    """Of each contender the median time; nobody counts the first round."""
    times: dict[str, list[float]] = {name: [] for name, _ in contenders}
    for _ in range(rounds + 1):
        for name, one in contenders:
            begin = time.perf_counter()
            await one()
            times[name].append((time.perf_counter() - begin) * 1000)
    return {name: statistics.median(taken[1:]) for name, taken in times.items()}


async def at_once_ms(one: Callable[[int], Awaitable[object]], rounds: int) -> float:
    """The median of that many at once, for each of them."""
    taken = []

    async def alone(number: int) -> None:
        await one(number)

    for turn in range(rounds):
        begin = time.perf_counter()
        async with anyio.create_task_group() as tasks:
            for number in range(AT_ONCE):
                tasks.start_soon(alone, turn * AT_ONCE + number)
        taken.append((time.perf_counter() - begin) * 1000 / AT_ONCE)
    return statistics.median(taken)


def descendants() -> set[int]:
    """The processes below this one."""
    parents = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parents[int(entry.name)] = int((entry / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()[1])
            except OSError:
                continue  # it has ended
    found = {os.getpid()}
    while more := {process for process, parent in parents.items() if parent in found} - found:
        found |= more
    return found - {os.getpid()}


def proportional_bytes(process: int) -> int:
    """The memory of a process, what it shares divided among those who share it."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines()[1:]
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.partition(":")[0] in SHARES)


async def running(count: int) -> tuple[float, float, float]:
    """Of that many running systems: seconds of the statistics of all, and processes and bytes of each.

    One process is that of all of them, the guard: it is left out of the processes, and its bytes are shared out.
    """
    before = descendants()
    systems = [await hcsffi.ComputeSystem.create(f"running-{number}", DOCUMENT, terminate_on_close=True) for number in range(count)]
    for system in systems:
        await system.start()
    own = descendants() - before
    begin = time.perf_counter()
    async with anyio.create_task_group() as tasks:
        for system in systems:
            tasks.start_soon(system.properties, "Statistics")
    taken = time.perf_counter() - begin
    bytes_each = sum(proportional_bytes(process) for process in own) / count
    for system in systems:
        await system.terminate()
        await system.aclose()
    return taken, (len(own) - 1) / count, bytes_each


async def measure(rounds: int, many: int, folder: Path) -> list[Goal]:
    """All of it: prints the table, returns the goals."""
    names = iter(range(1 << 30))
    async with await hcsffi.ComputeSystem.create("resident", DOCUMENT, terminate_on_close=True) as system:
        await system.start()

        async def in_resident() -> None:
            await system.run([TRUE])

        contenders: list[Contender] = [
            ("subprocess.run", partial(by_subprocess, TRUE)),
            ("anyio.run_process", lambda: anyio.run_process([TRUE])),
            ("system.run, the system is there", in_resident),
            ("a whole life", lambda: life(f"life-{next(names)}")),
            *enclosed(folder),
        ]
        medians = await medians_ms(contenders, rounds)
        await system.terminate()
    alone = medians["subprocess.run"]
    print(f"{'of `true`, medians':36}{'ms':>8}{'over subprocess.run':>22}")
    for name, taken in medians.items():
        print(f"{name:36}{taken:8.2f}{taken / alone:22.2f}")
    bare = await at_once_ms(lambda _: anyio.run_process([TRUE]), max(3, rounds // 10))
    lives = await at_once_ms(lambda number: life(f"at-once-{number}"), max(3, rounds // 10))
    print(f"{AT_ONCE} at once, each: a life {lives:.2f} ms, anyio.run_process {bare:.2f} ms")
    return [
        Goal("system.run over subprocess.run", RUN_GOAL, medians["system.run, the system is there"] / alone),
        Goal(f"each of {AT_ONCE} lives at once over subprocess.run", AT_ONCE_GOAL, lives / alone),
        *await standing(many),
    ]


async def standing(many: int) -> list[Goal]:
    """That many running systems by themselves."""
    seconds, processes, bytes_each = await running(many)
    print(f"{many} running systems: {processes:.1f} processes and {bytes_each:,.0f} bytes each")
    return [
        Goal(f"statistics of {many} running systems, seconds", STATISTICS_GOAL_S * many / 1000, seconds),
        Goal("processes of a running system beside its own and the guard of all", 1, processes),
        Goal("bytes of those", OWN_BYTES_GOAL, bytes_each),
    ]


def main() -> None:
    """Measure, print the tables and the goals."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="30 rounds and 100 running systems instead of 200 and 1,000")
    parser.add_argument("--running", type=int, metavar="N", help="nothing but N running systems; 5000 are those of the goal")
    parser.add_argument("--json", type=Path, help="write the goals and what was measured")
    arguments = parser.parse_args()
    if sys.platform != "linux":
        sys.exit("life.py reads /proc: Linux alone has it")
    if arguments.running:
        goals = anyio.run(standing, arguments.running)
    else:
        with tempfile.TemporaryDirectory(prefix="hcsffi-life-") as made:
            goals = anyio.run(measure, *((30, 100) if arguments.quick else (200, 1_000)), Path(made))
    print("\ngoals")
    for goal in goals:
        print(goal.show())
    if arguments.json:
        arguments.json.write_text(json.dumps([goal._asdict() for goal in goals], indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
