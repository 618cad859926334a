"""Networks and containers that tests of packets make, and what their programs say."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from contextlib import asynccontextmanager, suppress
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import isolating

from hcsffi import ComputeSystem, embedded, network

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from contextlib import AsyncExitStack

LIMIT_S = 30  # against what never comes, and nothing else
INTERPRETER = os.path.realpath(sys.base_prefix)
PYTHON = "/py"
"""Where a container finds this interpreter: the machine's homes and /tmp are not in it."""
SERVE = """
import socket, sys
with socket.create_server((sys.argv[1], int(sys.argv[2])), family=socket.AF_INET6 if ":" in sys.argv[1] else socket.AF_INET) as server:
    print("listens", flush=True)
    while True:
        peer, address = server.accept()
        with peer:
            peer.sendall(address[0].encode())
"""
ASK = """
import socket, sys
for port in sys.argv[3:]:
    try:
        with socket.create_connection((sys.argv[2], int(port)), timeout=float(sys.argv[1])) as peer:
            print(peer.recv(100).decode())
    except OSError as error:
        print(type(error).__name__)
"""


def lacking() -> str:
    """What this machine lacks to carry packets; nothing where it can."""
    if obstacle := isolating.why_no_root():
        return f"this machine does not isolate: {obstacle}"
    path = os.environ.get("PATH", "") + ":/usr/sbin:/sbin"
    missing = [tool for tool in ("nsenter", "ip", "nft", "tc") if shutil.which(tool, path=path) is None]
    return f"not installed: {', '.join(missing)}" if missing else ""


def plan(name: str, subnet: int, **more: Any) -> dict[str, Any]:
    """A NAT network of both families."""
    subnets = [
        {"IpAddressPrefix": f"10.77.{subnet}.0/24", "Routes": [{"NextHop": f"10.77.{subnet}.1", "DestinationPrefix": "0.0.0.0/0"}]},
        {"IpAddressPrefix": f"fd77:{subnet}::/64", "Routes": [{"NextHop": f"fd77:{subnet}::1", "DestinationPrefix": "::/0"}]},
    ]
    return {"Name": name, "Ipams": [{"Subnets": subnets}], **more}


class Container(NamedTuple):
    """A container that runs, its first endpoint, and its namespace."""

    system: ComputeSystem
    endpoint: network.Endpoint
    namespace: network.Namespace

    async def said(self, *command: str) -> str:
        """What a program in the container writes."""
        done = await self.system.run(list(command), env={"PYTHONHOME": PYTHON})
        return (done.stdout + done.stderr).decode().strip()

    async def ask(self, address: str, *ports: int, limit_s: float = 30) -> list[str]:
        """What whoever listens at these ports answers, or why nobody does; silence is told after so many seconds."""
        words = [f"{PYTHON}/bin/python3", "-I", "-S", "-c", ASK, str(limit_s), address, *map(str, ports)]
        return (await self.said(*words)).split("\n")

    async def ask_in_vain(self, address: str, port: int) -> str:
        """Why nobody answers, where none is expected to: a second tells silence."""
        (told,) = await self.ask(address, port, limit_s=1)
        return told

    @asynccontextmanager
    async def serves(self, address: str, port: int) -> AsyncIterator[None]:
        """A program that tells each client the address it came from."""
        command = [f"{PYTHON}/bin/python3", "-I", "-S", "-c", SERVE, address, str(port)]
        parameters = {"CommandArgs": command, "CreateStdOutPipe": True, "Environment": {"PYTHONHOME": PYTHON}}
        async with await self.system.create_process(parameters) as process:
            assert process.stdout is not None
            assert await process.stdout.receive() == b"listens\n"
            yield
            await process.terminate()


class Site:
    """Networks and containers that a test makes, gone at its end."""

    def __init__(self, stack: AsyncExitStack, fresh_id: Callable[[], str]) -> None:
        self.stack = stack
        self.fresh_id = fresh_id

    async def add_network(self, document: dict[str, Any]) -> network.Network:
        """One more network."""
        made = await self.stack.enter_async_context(await network.Network.create(document))
        self.stack.push_async_callback(made.delete, missing_ok=True)
        return made

    async def add_endpoint(self, where: network.Network, **members: Any) -> network.Endpoint:
        """An endpoint that is in no namespace."""
        return await self.stack.enter_async_context(await network.Endpoint.create(where, members))

    async def add_container(self, *endpoints: network.Endpoint, **members: Any) -> Container:
        """A container that has these endpoints."""
        namespace = await self.stack.enter_async_context(await network.Namespace.create())
        self.stack.push_async_callback(namespace.delete, missing_ok=True)
        for endpoint in endpoints:
            await namespace.add_endpoint(endpoint)
        mapping = {"HostPath": INTERPRETER, "ContainerPath": PYTHON, "ReadOnly": True}
        document = {"Container": {"Networking": {"Namespace": namespace.id}, "MappedDirectories": [mapping], **members}}
        system = await self.stack.enter_async_context(await ComputeSystem.create(self.fresh_id(), document, terminate_on_close=True))
        await system.start()
        return Container(system, endpoints[0], namespace)


def free_port() -> int:
    """Return a port of the machine's loopback that is free, and none of those that whoever asks for any may be given meanwhile.

    Linux gives those from 32768 on (net.ipv4.ip_local_port_range); each worker of a run has numbers of its own below.
    """
    while True:
        port = next(_PORTS)
        with suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return port


_PORTS = count(20_000 + 1000 * int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")) % 12_000)


def at_rest(*names: str) -> list[int]:
    """What the host counts of these, once what was on its way has come to rest: none of anything."""
    deadline = time.monotonic() + LIMIT_S
    while True:
        counted = embedded.counters()
        found = [counted[name] for name in names]
        if not any(found) or time.monotonic() > deadline:
            return found
        time.sleep(0.01)


def machine() -> dict[str, Any]:
    """The machine's own links, addresses, routes, rules and all settings of its network."""
    asked = [
        ["ip", "-d", "link"],
        ["ip", "addr"],
        ["ip", "route", "show", "table", "all"],
        ["ip", "-6", "route"],
        ["nft", "list", "ruleset"],
    ]
    path = {**os.environ, "PATH": os.environ.get("PATH", "") + ":/usr/sbin:/sbin"}
    answers: dict[str, Any] = {
        " ".join(one): _LIFETIME.sub("", subprocess.run(one, capture_output=True, text=True, env=path, check=False).stdout) for one in asked
    }
    files = [one for room in SETTINGS for one in Path("/proc/sys/net", room).rglob("*") if one.is_file()]
    return answers | {str(one): setting(one) for one in files}


_LIFETIME = re.compile(r"\b(valid_lft|preferred_lft|expires) \d+sec")
"""How long an address or a route that somebody has given will last: less with each look."""
SETTINGS = ("core", "ipv4", "ipv6")
"""Of the network; those of packet filters and bridges come with the kernel's modules, when somebody first uses them."""


def setting(file: Path) -> str:
    """One of the kernel's, as far as this user may read it."""
    try:
        return file.read_text("utf-8")
    except OSError as error:
        return type(error).__name__
