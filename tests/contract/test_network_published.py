"""Ports of the machine that lead to containers: by real connections and datagrams, for as long as the container runs."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from contextlib import asynccontextmanager, closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import anyio
import pytest
from wired_site import INTERPRETER, PYTHON, Container, Site, at_rest, free_port, plan

import hcsffi
from hcsffi import embedded, network
from hcsffi.errors import PortTaken

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows publishes ports by its own service; the embedded host has no relay there"),
]

ECHO = """
import socket
family = socket.AF_INET6 if {six} else socket.AF_INET
with socket.socket(family, socket.SOCK_DGRAM) as datagrams, socket.create_server(("", 80), family=family) as streams:
    datagrams.bind(("", 80))
    print("listens", flush=True)
    if {udp}:
        while True:
            datagrams.sendto(*datagrams.recvfrom(65536))
    while True:
        with streams.accept()[0] as peer:
            while piece := peer.recv(65536):
                peer.sendall(piece)
            peer.sendall(b"<end>")
"""


@pytest.fixture
def anyio_backend() -> str:
    """The packets do not know which event loop asked for them."""
    return "asyncio"


@pytest.fixture(autouse=True)
def _nothing_left() -> Iterator[None]:
    yield
    assert [0, 0, 0, 0] == at_rest("Systems", "Reapers", "Descriptors", "PublishedPorts")


def mapping(port: int, protocol: int = 6, **more: object) -> dict[str, object]:
    """The policy that leads a port of the machine to port 80."""
    return {"Type": "PortMapping", "Settings": {"Protocol": protocol, "InternalPort": 80, "ExternalPort": port, **more}}


def published(port: int) -> network.PortMappingPolicy:
    """Return the same as a policy of the library."""
    return network.PortMappingPolicy(external_port=port, internal_port=80)


def relay() -> int:
    """The relay that this process has started."""
    mine = []
    for one in Path("/proc").iterdir():
        with suppress(OSError):  # whoever has ended meanwhile
            named = one.name.isdecimal() and (one / "comm").read_text("utf-8") == "hcsffi-relay\n"
            if named and f"PPid:\t{os.getpid()}\n" in (one / "status").read_text("utf-8"):
                mine.append(int(one.name))
    (found,) = mine
    return found


def end(process: int) -> None:
    """Kill a child, and leave it to whoever waits for it."""
    os.kill(process, signal.SIGKILL)
    os.waitid(os.P_PID, process, os.WEXITED | os.WNOWAIT)


@asynccontextmanager
async def echoing(container: Container, *, udp: bool = False, six: bool = False) -> AsyncIterator[None]:
    """A program in the container that sends back what it gets, and says when the other side has ended."""
    command = [f"{PYTHON}/bin/python3", "-I", "-S", "-c", ECHO.format(udp=udp, six=six)]
    parameters = {"CommandArgs": command, "CreateStdOutPipe": True, "Environment": {"PYTHONHOME": PYTHON}}
    async with await container.system.create_process(parameters) as process:
        assert process.stdout is not None
        assert b"listens\n" == await process.stdout.receive()
        yield
        await process.terminate()


def exchanged(host: str, port: int) -> bytes:
    """What comes back for a few bytes and an end."""
    with socket.create_connection((host, port), timeout=60) as one:
        one.sendall(b"hello")
        one.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: one.recv(4096), b""))


def answered(host: str, port: int) -> bytes:
    """What comes back for a datagram."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_DGRAM) as one:
        one.settimeout(60)
        one.connect((host, port))
        one.send(b"hello")
        return one.recv(100)


def heard(port: int) -> bytes:
    """What comes first."""
    with socket.create_connection(("127.0.0.1", port), timeout=60) as one:
        return one.recv(100)


def is_closed(port: int, host: str = "127.0.0.1") -> bool:
    """Whether nobody listens."""
    with socket.socket() as one:
        return one.connect_ex((host, port)) != 0


async def test_a_port_leads_to_a_container_while_it_runs(site: Site) -> None:
    """From both loopback addresses, with each side's end passed on; before the start and after the end the port is anybody's."""
    port = free_port()
    where = await site.add_network(plan("pub-tcp", 21))
    endpoint = await site.add_endpoint(where, Policies=[mapping(port)])
    assert is_closed(port)
    container = await site.add_container(endpoint)
    assert 1 == embedded.counters()["PublishedPorts"]
    async with echoing(container):
        for host in ("127.0.0.1", "::1"):
            assert b"hello<end>" == await anyio.to_thread.run_sync(exchanged, host, port)
    assert [] == embedded.not_carried_out(container.system.id)
    await container.system.terminate()
    await container.system.wait_exit()
    assert is_closed(port)


async def test_datagrams_reach_a_container_and_come_back(site: Site) -> None:
    """Port mappings name their protocol; the same number of both protocols leads to different programs."""
    port = free_port()
    where = await site.add_network(plan("pub-udp", 22))
    container = await site.add_container(await site.add_endpoint(where, Policies=[mapping(port, 17)]))
    async with echoing(container, udp=True):
        for host in ("127.0.0.1", "::1"):
            assert b"hello" == await anyio.to_thread.run_sync(answered, host, port)
    assert is_closed(port)


async def test_a_container_with_addresses_of_version_6_alone_is_reached(site: Site) -> None:
    """Whoever asks by IPv4 is led there as well."""
    port = free_port()
    subnet = {"IpAddressPrefix": "fd77:23::/64", "Routes": [{"NextHop": "fd77:23::1", "DestinationPrefix": "::/0"}]}
    where = await site.add_network({"Name": "pub-six", "Type": "NAT", "Ipams": [{"Subnets": [subnet]}]})
    container = await site.add_container(await site.add_endpoint(where, Policies=[mapping(port)]))
    async with echoing(container, six=True):
        for host in ("127.0.0.1", "::1"):
            assert b"hello<end>" == await anyio.to_thread.run_sync(exchanged, host, port)


async def test_an_address_of_the_machine_alone_is_heard(site: Site) -> None:
    """What the mapping names and nothing beside it."""
    port = free_port()
    where = await site.add_network(plan("pub-vip", 24))
    container = await site.add_container(await site.add_endpoint(where, Policies=[mapping(port, VIP="127.0.0.9")]))
    async with echoing(container):
        assert b"hello<end>" == await anyio.to_thread.run_sync(exchanged, "127.0.0.9", port)
        assert is_closed(port)


async def test_a_port_that_a_program_has_refuses_the_start_and_names_it(site: Site) -> None:
    """And leaves nothing: the same container starts once the program has gone."""
    where = await site.add_network(plan("pub-taken", 25))
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = taken.getsockname()[1]
        endpoint = await site.add_endpoint(where, Policies=[mapping(port)])
        with pytest.raises(PortTaken, match=rf"port {port}/tcp of 127\.0\.0\.1 is taken: process {os.getpid()} \("):
            await site.add_container(endpoint)
        assert 0 == embedded.counters()["PublishedPorts"]


async def test_mappings_of_a_running_container_change(site: Site) -> None:
    """Added and removed by policies, and with the endpoint; one that cannot be had changes nothing."""
    first, second = free_port(), free_port()
    where = await site.add_network(plan("pub-live", 26))
    endpoint = await site.add_endpoint(where)
    container = await site.add_container(endpoint)
    async with echoing(container):
        await endpoint.add_policies(published(first))
        assert b"hello<end>" == await anyio.to_thread.run_sync(exchanged, "127.0.0.1", first)
        with closing(socket.create_server(("127.0.0.1", second))), pytest.raises(PortTaken):
            await endpoint.add_policies(published(second))
        await endpoint.remove_policies(published(first))
        assert is_closed(first)
        await endpoint.add_policies(published(second))
        assert b"hello<end>" == await anyio.to_thread.run_sync(exchanged, "127.0.0.1", second)
        await container.namespace.remove_endpoint(endpoint)
        assert is_closed(second)


async def test_what_holds_for_an_endpoint_holds_for_its_ports(site: Site) -> None:
    """Published traffic crosses the endpoint's adapter: it is counted there, comes from the gateway, and rules can stop it."""
    port = free_port()
    where = await site.add_network(plan("pub-rules", 28))
    container = await site.add_container(await site.add_endpoint(where, Policies=[mapping(port)]))
    async with container.serves("0.0.0.0", 80):
        before = await container.endpoint.statistics()
        assert b"10.77.28.1" == await anyio.to_thread.run_sync(heard, port)
        after = await container.endpoint.statistics()
        assert (after.packets_received or 0) >= (before.packets_received or 0) + 3  # RFC 9293: SYN, its acknowledgement, the end
        await container.endpoint.add_policies(network.AclPolicy(action="Block", direction="In"))
        with socket.create_connection(("127.0.0.1", port), timeout=1) as one, pytest.raises(TimeoutError):
            await anyio.to_thread.run_sync(one.recv, 1)


async def test_a_relay_that_is_killed_comes_back_with_the_next_mapping(site: Site) -> None:
    """It is a process like others; until then its ports are closed and nobody hangs."""
    first, second = free_port(), free_port()
    where = await site.add_network(plan("pub-killed", 29))
    container = await site.add_container(await site.add_endpoint(where, Policies=[mapping(first)]))
    end(relay())
    assert is_closed(first)
    async with echoing(container):
        await container.endpoint.add_policies(published(second))
        for port in (first, second):
            assert b"hello<end>" == await anyio.to_thread.run_sync(exchanged, "127.0.0.1", port)


async def test_a_port_that_somebody_else_took_meanwhile_is_told(site: Site) -> None:
    """It leads nowhere until it is free and the next mapping comes; a change that cannot bring it back says so."""
    first, second, third = free_port(), free_port(), free_port()
    where = await site.add_network(plan("pub-lost", 31))
    container = await site.add_container(await site.add_endpoint(where, Policies=[mapping(first)]))
    told = [f"$.Container.Networking.Namespace: endpoint {container.endpoint.id.upper()}: PortMapping"]
    system_id = container.system.id
    async with echoing(container):
        assert embedded.not_carried_out(system_id) == []
        end(relay())
        with closing(socket.create_server(("127.0.0.1", first))), closing(socket.create_server(("127.0.0.1", third))):
            assert embedded.not_carried_out(system_id) == told
            await container.endpoint.add_policies(published(second))
            assert b"hello<end>" == await anyio.to_thread.run_sync(exchanged, "127.0.0.1", second)
            assert embedded.not_carried_out(system_id) == told
            with pytest.raises(PortTaken, match=rf"port {third}/tcp .* is taken: .*; nor is published what was before: port {first}/tcp"):
                await container.endpoint.update_policies(published(third), published(second))
        await container.endpoint.add_policies(published(third))
        for port in (first, second, third):
            assert b"hello<end>" == await anyio.to_thread.run_sync(exchanged, "127.0.0.1", port)
        assert embedded.not_carried_out(system_id) == []


async def test_an_attachment_publishes_its_ports(site: Site, fresh_id: Callable[[], str]) -> None:
    """The whole way: a text such as 8080:80, an endpoint, a namespace, a container, a client outside."""
    port = free_port()
    await site.add_network(plan("pub-attach", 27))
    system_id = fresh_id()
    async with network.attach(system_id, on=["pub-attach"], ports=[f"127.0.0.1:{port}:80/tcp"]) as attachment:
        document = {
            "Container": {
                "Networking": {"Namespace": attachment.namespace_id},
                "MappedDirectories": [{"HostPath": INTERPRETER, "ContainerPath": PYTHON, "ReadOnly": True}],
            }
        }
        async with await hcsffi.ComputeSystem.create(system_id, document, terminate_on_close=True) as system:
            await system.start()
            endpoint = await network.Endpoint.open(attachment.endpoints[0].id)
            namespace = await network.Namespace.open(attachment.namespace_id)
            async with endpoint, namespace, echoing(Container(system, endpoint, namespace)):
                assert b"hello<end>" == await anyio.to_thread.run_sync(exchanged, "127.0.0.1", port)
    assert is_closed(port)


def run(port: int | str, *command: str) -> subprocess.Popen[str]:
    """The command line's way to do it."""
    words = ["run", "--publish", f"{port}:80", "--volume", f"{INTERPRETER}:{PYTHON}:ro", "-e", f"PYTHONHOME={PYTHON}", "--", *command]
    return subprocess.Popen([sys.executable, "-m", "hcsffi", *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.mark.usefixtures("site")
async def test_a_command_publishes_its_ports(anyio_backend: str) -> None:
    """One line in a shell, and whoever is outside reaches what it runs; after it the port is anybody's."""
    port = free_port()
    script = 'import socket; one = socket.create_server(("", 80)); print("listens", flush=True); one.accept()[0].sendall(b"from inside")'
    with run(port, f"{PYTHON}/bin/python3", "-I", "-S", "-c", script) as program:
        assert program.stdout is not None
        assert "listens\n" == program.stdout.readline()
        assert b"from inside" == heard(port)
        assert ("", "") == program.communicate()
    assert 0 == program.returncode
    assert is_closed(port)


@pytest.mark.usefixtures("site")
async def test_a_port_that_a_command_cannot_have_is_one_line(anyio_backend: str) -> None:
    """A text that is none, and a port that a program has, which is named."""
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = taken.getsockname()[1]
        for text, code, said in (("x", 2, "value: 'x:80'"), (port, 125, f"process {os.getpid()} (")):
            with run(text, "true") as program:
                _, errors = program.communicate()
            assert code == program.returncode
            assert said in errors.splitlines()[-1]
