"""What does the way through a published port cost? One run, one table, medians.

    python benchmarks/relay.py [--quick]

A program in a container takes bytes and sends small ones back. Two clients take turns: one on the container's bridge, in the network of
the holder, and one outside, by a port of the machine's loopback. Then a thousand connections are opened by that port, and the relay's
memory before and after is compared.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import resource
import socket
import statistics
import subprocess
import sys
from contextlib import AsyncExitStack, ExitStack, asynccontextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import anyio

import hcsffi
from hcsffi import network

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

THROUGHPUT_GOAL = 0.6
LATENCY_GOAL = 3.0
MANY = 1000
FLAT_KIB = 1024
INTERPRETER = os.path.realpath(sys.base_prefix)
INSIDE = "/py"
SERVER = """
import resource, selectors, socket
resource.setrlimit(resource.RLIMIT_NOFILE, (resource.getrlimit(resource.RLIMIT_NOFILE)[1],) * 2)
waiting = selectors.DefaultSelector()
with socket.create_server(("", 80), backlog=4096) as server:
    print("listens", flush=True)
    waiting.register(server, selectors.EVENT_READ)
    while True:
        for key, _ in waiting.select():
            if key.fileobj is server:
                peer = server.accept()[0]
                peer.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                waiting.register(peer, selectors.EVENT_READ)
                continue
            piece = key.fileobj.recv(1 << 20)
            if len(piece) == 64:
                key.fileobj.sendall(piece)
            elif not piece:
                waiting.unregister(key.fileobj)
                key.fileobj.close()
"""
CLIENT = """
import json, socket, sys, time
address, port, mebibytes, requests = sys.argv[1], *map(int, sys.argv[2:])
piece = b"x" * (1 << 20)
with socket.create_connection((address, port)) as peer:
    began = time.perf_counter()
    for _ in range(mebibytes):
        peer.sendall(piece)
    peer.shutdown(socket.SHUT_WR)
    peer.recv(1)
    bulk = time.perf_counter() - began
with socket.create_connection((address, port)) as peer:
    peer.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    times = []
    for _ in range(requests):
        began = time.perf_counter()
        peer.sendall(b"y" * 64)
        peer.recv(64)
        times.append(time.perf_counter() - began)
print(json.dumps([mebibytes / bulk, sorted(times)[len(times) // 2] * 1e6]))
"""


class Figures(NamedTuple):
    """MiB a second, and microseconds a request."""

    rate: float
    latency: float


class Place(NamedTuple):
    """A container that serves, from both sides."""

    address: str
    port: int
    relay: int


@asynccontextmanager
async def serving() -> AsyncIterator[Place]:
    """A container whose port 80 serves, published."""
    with socket.create_server(("127.0.0.1", 0)) as one:
        port = int(one.getsockname()[1])
    subnet = {"IpAddressPrefix": "10.79.1.0/24", "Routes": [{"NextHop": "10.79.1.1", "DestinationPrefix": "0.0.0.0/0"}]}
    async with AsyncExitStack() as stack:
        where = await stack.enter_async_context(
            await network.Network.create({"Name": "relay", "Type": "NAT", "Ipams": [{"Subnets": [subnet]}]})
        )
        stack.push_async_callback(where.delete, missing_ok=True)
        attachment = await stack.enter_async_context(network.attach("relay", on=["relay"], ports=[f"127.0.0.1:{port}:80"]))
        mapping = {"HostPath": INTERPRETER, "ContainerPath": INSIDE, "ReadOnly": True}
        document = {"Container": {"Networking": {"Namespace": attachment.namespace_id}, "MappedDirectories": [mapping]}}
        system = await stack.enter_async_context(await hcsffi.ComputeSystem.create("relay", document, terminate_on_close=True))
        await system.start()
        command = [f"{INSIDE}/bin/python3", "-I", "-S", "-c", SERVER]
        parameters = {"CommandArgs": command, "CreateStdOutPipe": True, "Environment": {"PYTHONHOME": INSIDE}}
        process = await stack.enter_async_context(await system.create_process(parameters))
        assert process.stdout is not None
        await process.stdout.receive()
        yield Place(str(attachment.addresses[0].ip), port, relay_process())
        await process.terminate()


def relay_process() -> int:
    """The relay, a child of this process."""
    for one in Path("/proc").iterdir():
        with suppress(OSError):  # whoever has ended meanwhile
            named = one.name.isdecimal() and (one / "comm").read_text("utf-8") == "hcsffi-relay\n"
            if named and f"PPid:\t{os.getpid()}\n" in (one / "status").read_text("utf-8"):
                return int(one.name)
    sys.exit("relay: no relay was started")


def asked(place: Place, *, published: bool, mebibytes: int, requests: int) -> Figures:
    """One client's figures."""
    where = ["127.0.0.1", str(place.port)] if published else [place.address, "80"]
    inside = [] if published else ["nsenter", "-t", str(place.relay), "-U", "-n", "--preserve-credentials"]
    done = subprocess.run(
        [*inside, sys.executable, "-I", "-S", "-c", CLIENT, *where, str(mebibytes), str(requests)], stdout=subprocess.PIPE, check=True
    )
    return Figures(*json.loads(done.stdout))


def memory_kib(process: int) -> int:
    """What of a process lies in memory."""
    found = re.search(r"VmRSS:\s+(\d+) kB", Path(f"/proc/{process}/status").read_text("utf-8"))
    return int(found[1]) if found else 0


def grown_kib(place: Place) -> int:
    """How much larger the relay is while it has a thousand connections, each of which has carried something."""
    resource.setrlimit(resource.RLIMIT_NOFILE, (resource.getrlimit(resource.RLIMIT_NOFILE)[1],) * 2)
    before = memory_kib(place.relay)
    with ExitStack() as opened:
        for _ in range(MANY):
            one = opened.enter_context(socket.create_connection(("127.0.0.1", place.port)))
            one.sendall(b"y" * 64)
            one.recv(64)
        return memory_kib(place.relay) - before


def row(what: str, value: float, goal: str, *, met: bool) -> None:
    """One line of the table."""
    print(f"{what:<58}{value:>10.2f}   {goal:<12}{'met' if met else 'MISSED'}")


async def main() -> int:
    """Print the table; 1 when a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="less of everything")
    quick = parser.parse_args().quick
    rounds, mebibytes, requests = (3, 256, 1000) if quick else (7, 1024, 5000)
    async with serving() as place:
        direct: list[Figures] = []
        published: list[Figures] = []
        for _ in range(rounds):
            for figures, outside in ((direct, False), (published, True)):
                figures.append(asked(place, published=outside, mebibytes=mebibytes, requests=requests))
        grown = grown_kib(place)
    rates, latencies = (
        [statistics.median(getattr(one, name) for one in figures) for figures in (direct, published)] for name in Figures._fields
    )
    print(f"{mebibytes} MiB a connection, {requests} requests of 64 bytes, {rounds} rounds")
    print(f"direct {rates[0]:.0f} MiB/s, {latencies[0]:.0f} us; published {rates[1]:.0f} MiB/s, {latencies[1]:.0f} us")
    goals = [
        ("throughput, published over direct", rates[1] / rates[0], f">= {THROUGHPUT_GOAL}", rates[1] / rates[0] >= THROUGHPUT_GOAL),
        ("latency, published over direct", latencies[1] / latencies[0], f"<= {LATENCY_GOAL}", latencies[1] / latencies[0] <= LATENCY_GOAL),
        (f"KiB that the relay grows by {MANY} connections", float(grown), f"<= {FLAT_KIB}", grown <= FLAT_KIB),
    ]
    for what, value, goal, met in goals:
        row(what, value, goal, met=met)
    return 0 if all(met for *_, met in goals) else 1


if __name__ == "__main__":
    sys.exit(anyio.run(main))
