"""What does a root of its own cost a container? One run, one table of ratios, medians.

    python benchmarks/isolation.py [--quick] [--json FILE]

Three lives of `true` take turns: create, start, run, terminate of a container that maps a folder; the same of one that maps none, which has
the machine's root; and bubblewrap by hand with the arguments the first one has. Then a command in a running container of either kind.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import anyio

import hcsffi
from hcsffi import embedded

if TYPE_CHECKING:
    from collections.abc import Mapping

PLAIN: dict[str, object] = {"Container": {}}
ISOLATED: dict[str, object] = {"Container": {"MappedDirectories": [{"HostPath": "/usr/share", "ContainerPath": "/mapped"}]}}
LIFE_GOAL = 1.5
COMMAND_GOAL = 1.3
PRIVATE = ("/tmp", "/run", "/home", "/root", "/var/tmp")
GUARDED = ("sys", "sysrq-trigger", "irq", "bus", "fs", "acpi", "scsi")


class Medians(NamedTuple):
    """Milliseconds."""

    isolated_life: float
    plain_life: float
    engine: float
    isolated_command: float
    plain_command: float

    @property
    def life_ratio(self) -> float:
        """An isolated life over its parts: the engine by hand, and the life without."""
        return self.isolated_life / (self.plain_life + self.engine)

    @property
    def command_ratio(self) -> float:
        """A command in a running isolated container over one in a plain container."""
        return self.isolated_command / self.plain_command


def by_hand(program: str) -> list[str]:
    """Bubblewrap's arguments for such a container, as somebody would type them."""
    words = [program, *(f"--unshare-{one}" for one in ("user", "pid", "ipc", "uts", "cgroup-try")), "--as-pid-1", "--new-session"]
    for entry in sorted(Path("/").iterdir()):
        if str(entry) in {"/proc", "/dev", *PRIVATE}:
            continue
        words += ["--symlink", str(entry.readlink()), str(entry)] if entry.is_symlink() else ["--ro-bind", str(entry), str(entry)]
    for folder in PRIVATE:
        words += ["--tmpfs", folder] if Path(folder).is_dir() else []
    words += ["--proc", "/proc", "--dev", "/dev"]
    for name in GUARDED if os.geteuid() == 0 else ():
        words += ["--ro-bind-try", f"/proc/{name}", f"/proc/{name}"]
    return [
        *words,
        "--perms",
        "0755",
        "--dir",
        "/mapped",
        "--bind",
        "/usr/share",
        "/mapped",
        "--remount-ro",
        "/",
        "--chdir",
        "/",
        "--",
        "true",
    ]


async def run_true(system: hcsffi.ComputeSystem) -> None:
    """One command, waited for."""
    async with await system.create_process({"CommandArgs": ["true"]}) as process:
        await process.wait()


async def life_ms(document: Mapping[str, object], name: str) -> float:
    """A whole life."""
    begin = time.perf_counter()
    async with await hcsffi.ComputeSystem.create(name, document, terminate_on_close=True) as system:
        await system.start()
        await run_true(system)
        await system.terminate()
    return (time.perf_counter() - begin) * 1000


def engine_ms(words: list[str]) -> float:
    """The same by hand: no service, no streams, nothing measured."""
    begin = time.perf_counter()
    subprocess.run(words, check=True)
    return (time.perf_counter() - begin) * 1000


async def command_ms(document: Mapping[str, object], name: str, times: int) -> float:
    """The median of commands in one running container."""
    async with await hcsffi.ComputeSystem.create(name, document, terminate_on_close=True) as system:
        await system.start()
        taken = []
        for _ in range(times):
            begin = time.perf_counter()
            await run_true(system)
            taken.append((time.perf_counter() - begin) * 1000)
        return statistics.median(taken)


async def measure(words: list[str], times: int) -> Medians:
    """All kinds in turns, after a first of each that nobody counts."""
    lives = [(await life_ms(ISOLATED, f"i{at}"), await life_ms(PLAIN, f"p{at}"), engine_ms(words)) for at in range(times + 1)][1:]
    commands = [(await command_ms(ISOLATED, f"ci{at}", times), await command_ms(PLAIN, f"cp{at}", times)) for at in range(3)]
    isolated, plain, engine = (statistics.median(column) for column in zip(*lives, strict=True))
    isolated_command, plain_command = (statistics.median(column) for column in zip(*commands, strict=True))
    return Medians(isolated, plain, engine, isolated_command, plain_command)


def main() -> None:
    """Measure, print the table and the goals."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="30 lives of each kind instead of 200")
    parser.add_argument("--json", type=Path, help="write what was measured")
    arguments = parser.parse_args()
    engine = embedded.isolation()
    if not engine["Works"]:
        sys.exit(f"this machine does not isolate: {engine['Problem']}")
    medians = anyio.run(measure, by_hand(str(engine["Program"])), 30 if arguments.quick else 200)
    for name, value in medians._asdict().items():
        print(f"{name.replace('_', ' '):20} {value:8.2f} ms")
    for text, goal, measured in (
        ("life over engine by hand and plain life", LIFE_GOAL, medians.life_ratio),
        ("command over plain command", COMMAND_GOAL, medians.command_ratio),
    ):
        print(f"{text:42} <= {goal:5.2f}   measured {measured:5.2f}   {'met' if measured <= goal else 'MISSED'}")
    if arguments.json:
        arguments.json.write_text(json.dumps(medians._asdict(), indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
