"""What a call and a stream cost through a service, against the same in a library of this process; every goal is printed beside its figure.

One container that runs; one question about it, one after another; 10,000 of them at once; and a thousand in one call of many. What a
process writes, over the local socket, where its own pipe is passed, and through the frames of standard streams, against `cat` by the same
pair of sockets. What `hcsffi ps` takes to begin and end. And 1,000 clients that are connected at the same time.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shlex
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack, contextmanager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import anyio

import hcsffi
from hcsffi import ComputeSystem
from hcsffi.native import library
from hcsffi.remote.line import Line, connect_unix

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

CONTAINER = {"Owner": "serving", "SchemaVersion": {"Major": 2, "Minor": 1}, "Container": {"GuestOs": {"HostName": "bench"}}}
SEQUENCE = 2000
AT_ONCE = 10_000
MANY = 1000
ROUNDS = 5
SHORT_ROUNDS = 50
"""Rounds of what takes milliseconds: on a machine that others use, too, most of them are disturbed."""
STREAM_ROUNDS = 3
COMMAND_ROUNDS = 10
HEAD_ROUNDS = 200
CLIENTS = 1000
GIGABYTE = 10**9
QUICK_BYTES = 10**8
CHUNK = 1 << 18
SPARE_DESCRIPTORS = 200


class Goal(NamedTuple):
    """A row of the table: what is compared, both figures, and how many times the first the second is, which has a bound."""

    name: str
    here: float
    there: float
    limit: float
    at_least: bool = False

    def __str__(self) -> str:
        times = self.there / self.here
        met = times >= self.limit if self.at_least else times <= self.limit
        bound = f"{'>=' if self.at_least else '<='} {self.limit:g}"
        return f"{self.name:34} {self.here:11.1f} {self.there:11.1f} {times:7.2f}  {bound:7} {'met' if met else 'MISSED'}"


async def best_of(work: Callable[[], Awaitable[object]], rounds: int = ROUNDS) -> float:
    """The shortest of several runs, in seconds."""
    taken = []
    for _ in range(rounds):
        begun = time.perf_counter()
        await work()
        taken.append(time.perf_counter() - begun)
    return min(taken)


async def calls() -> list[float]:
    """Microseconds a call: one after another, at once, of many."""
    async with await ComputeSystem.create("serving", CONTAINER, terminate_on_close=True) as system:
        await system.start()

        async def in_sequence() -> None:
            for _ in range(SEQUENCE):
                await system.properties()

        async def at_once() -> None:
            async with anyio.create_task_group() as tasks:
                for _ in range(AT_ONCE):
                    tasks.start_soon(system.properties)

        async def of_many() -> None:
            await hcsffi.run_many([system.calls.properties() for _ in range(MANY)])

        return [
            await best_of(in_sequence) / SEQUENCE * 1e6,
            await best_of(at_once) / AT_ONCE * 1e6,
            await best_of(of_many, SHORT_ROUNDS) / MANY * 1e6,
        ]


async def stream(size: int) -> float:
    """Megabytes a second of what a process writes."""
    async with await ComputeSystem.create("serving", CONTAINER, terminate_on_close=True) as system:
        await system.start()

        async def read() -> None:
            command = {"CommandArgs": ["head", "-c", str(size), "/dev/zero"], "CreateStdOutPipe": True}
            async with await system.create_process(command) as process:
                assert process.stdout is not None
                left = size
                while left:
                    left -= len(await process.stdout.receive(CHUNK))
                await process.wait()

        return size / await best_of(read, STREAM_ROUNDS) / 1e6


def piped(size: int) -> float:
    """Megabytes a second of a `cat` that writes into the pair of sockets that a connection through ssh is."""
    taken = []
    for _ in range(STREAM_ROUNDS):
        begun = time.perf_counter()
        here, there = socket.socketpair()
        with here, there, subprocess.Popen(["sh", "-c", f"head -c {size} /dev/zero | cat"], stdout=there.fileno()):
            left = size
            while left:
                left -= len(here.recv(CHUNK))
        taken.append(time.perf_counter() - begun)
    return size / min(taken) / 1e6


@contextmanager
def service(folder: str) -> Iterator[str]:
    """The address of a service that runs."""
    address = f"unix:{Path(folder, 'socket')}"
    with subprocess.Popen([sys.executable, "-m", "hcsffi", "serve", "--listen", address], stdout=subprocess.PIPE) as serving:
        assert serving.stdout is not None
        serving.stdout.readline()
        yield address
        serving.terminate()


def stand_in(folder: str) -> str:
    """A program that is called as ssh is, and runs the service here."""
    script = Path(folder, "ssh")
    script.write_text(f"#!/bin/sh\nunset HCSFFI_LIBRARY\nexec {shlex.quote(sys.executable)} -m hcsffi serve --stdio\n", encoding="utf-8")
    script.chmod(0o700)
    return str(script)


def commands(address: str) -> list[float]:
    """Milliseconds of processor time of Python alone, of our version, of a command that needs no service, of one that asks this service."""
    own = os.environ | {"HCSFFI_LIBRARY": address}
    command = str(Path(sys.executable).with_name("hcsffi"))
    typed = ([sys.executable, "-c", ""], [command, "--version"], [command, "explain", "0x80370105"], [command, "ps"])
    taken: list[list[float]] = [[] for _ in typed]
    for _ in range(COMMAND_ROUNDS):
        for words, into in zip(typed, taken, strict=True):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run(words, stdout=subprocess.DEVNULL, check=True, env=own)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            into.append((after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1e3)
    return [*map(min, taken)]


def headed(write: Callable[[object], bytes], read: Callable[[bytes], object]) -> float:
    """Microseconds to write and read the heads of a call, its answer, and a call of 1,000, in a format that frames could have."""
    heads: list[list[object]] = [
        ["run", 12_345, "HcsGetComputeSystemProperties", 17, 0, [34]],
        ["done", 12_345, 0, None, None, [412]],
        ["many", 12_346, [["HcsGetComputeSystemProperties", 17, 0, 1]] * 1000, [34] * 1000],
    ]
    taken = []
    for _ in range(HEAD_ROUNDS):
        begun = time.perf_counter()
        for one in heads:
            read(write(one))
        taken.append(time.perf_counter() - begun)
    return min(taken) * 1e6


def crowd(address: str) -> float:
    """Seconds until so many clients are connected, each has been answered, and all are connected still."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = CLIENTS * 6 + SPARE_DESCRIPTORS
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, min(wanted, hard)), hard))
    begun = time.perf_counter()
    with ExitStack() as leaving:
        lines: list[Line] = []
        for _ in range(CLIENTS):
            lines.append(connect_unix(address, address.removeprefix("unix:"), hcsffi.__version__))
            leaving.callback(lines[-1].close)
        for one in lines:
            answer = one.ask("ask", "hcsffi_counters", [])
            assert answer is not None
        assert not any(one.loss for one in lines)
        return time.perf_counter() - begun


def main() -> None:
    """Print what is compared, and the goals."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a tenth of the bytes")
    size = QUICK_BYTES if parser.parse_args().quick else GIGABYTE
    os.environ.pop("HCSFFI_LIBRARY", None)
    here, stream_here = anyio.run(calls), anyio.run(stream, size)
    with tempfile.TemporaryDirectory() as folder:
        with service(folder) as address:
            library.use_library(address)
            there, stream_there = anyio.run(calls), anyio.run(stream, size)
            taken = crowd(address)
            bare, version, explain, listing = commands(address)
        os.environ["HCSFFI_SSH"] = stand_in(folder)
        library.use_library("ssh://somebody@somewhere")
        multiplexed = anyio.run(stream, size)
        library.use_library("embedded")
        library.load()
    names = ("one after another", "10,000 at once", "run_many of 1,000")
    print(f"{'':34} {'here':>11} {'service':>11} {'times':>7}  goal")
    for name, one, other, limit in zip(names, here, there, (4, 4, 2), strict=True):
        print(Goal(f"{name}, us a call", one, other, limit))
    print(Goal(f"{size / 1e9:g} GB, pipe passed, MB/s", stream_here, stream_there, 0.9, at_least=True))
    print(Goal(f"{size / 1e9:g} GB, frames against cat, MB/s", piped(size), multiplexed, 0.3, at_least=True))
    print(Goal("hcsffi --version against Python, ms", bare, version, 3))
    print(Goal("hcsffi ps against explain, ms", explain, listing, 1.5))
    write, parse = json.JSONEncoder(separators=(",", ":"), check_circular=False).encode, json.JSONDecoder().decode
    print(f"{'heads of frames as JSON, us':34} {headed(lambda one: write(one).encode(), lambda one: parse(one.decode())):11.1f}")
    try:
        msgpack = import_module("msgpack")
    except ModuleNotFoundError:
        print("heads of frames as msgpack: pip install '.[bench]'")
    else:
        print(f"{'heads of frames as msgpack, us':34} {headed(msgpack.packb, msgpack.unpackb):11.1f}")
    print(f"{CLIENTS:,} clients connected at once, each answered: {taken:.1f} s")


if __name__ == "__main__":
    main()
