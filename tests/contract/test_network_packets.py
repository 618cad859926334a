"""Containers of one network reach each other by real packets, others do not, and the machine's own network stays as it is."""

from __future__ import annotations

import json
import os
import select
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from wired_site import Container, Site, at_rest, machine, plan

from hcsffi import ComputeSystem, embedded, network

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.skipif(
        sys.platform == "win32", reason="Windows carries packets by its own service; the embedded host has no engine for it"
    ),
]

UNAVAILABLE = 0x80370114


@pytest.fixture
def anyio_backend() -> str:
    """The packets do not know which event loop asked for them."""
    return "asyncio"


@pytest.fixture(autouse=True)
def _nothing_left() -> Iterator[None]:
    yield
    assert [0, 0, 0] == at_rest("Systems", "Reapers", "Descriptors")


async def test_containers_of_one_network_reach_each_other(site: Site) -> None:
    """By address, in both families; each has its endpoint's addresses and MAC, its routes, its name servers and a loopback that is up."""
    before = machine()
    where = await site.add_network(plan("pk-one", 1))
    first = await site.add_container(await site.add_endpoint(where, Dns={"ServerList": ["10.77.1.1"], "Search": ["shop.test"]}))
    second = await site.add_container(await site.add_endpoint(where))
    properties = second.endpoint.properties
    four, six = (one.ip_address for one in properties.ip_configurations or ())
    assert four is not None
    assert six is not None
    async with second.serves("0.0.0.0", 80), second.serves("::", 81):
        mine = [one.ip_address for one in first.endpoint.properties.ip_configurations or ()]
        assert [await first.ask(four, 80), await first.ask(six, 81)] == [[mine[0]], [mine[1]]]
        assert await second.ask("127.0.0.1", 80) == ["127.0.0.1"]
    told = json.loads(await second.said("ip", "-j", "addr", "show", "eth0"))[0]
    assert told["address"].upper().replace(":", "-") == properties.mac_address
    assert {one["local"] for one in told["addr_info"] if one["scope"] == "global"} == {four, six}
    routes = json.loads(await second.said("ip", "-j", "route"))
    assert [one["gateway"] for one in routes if one["dst"] == "default"] == ["10.77.1.1"]
    assert (await first.said("cat", "/etc/resolv.conf")).split("\n") == ["nameserver 10.77.1.1", "search shop.test"]
    assert embedded.not_carried_out(second.system.id) == []
    assert machine() == before


async def test_those_of_different_networks_do_not(site: Site) -> None:
    """Neither directly nor by way of what holds the networks."""
    one, other = await site.add_network(plan("pk-one", 1)), await site.add_network(plan("pk-two", 2))
    first, second = await site.add_container(await site.add_endpoint(one)), await site.add_container(await site.add_endpoint(other))
    address = (second.endpoint.properties.ip_configurations or ())[0].ip_address
    assert address is not None
    async with second.serves("0.0.0.0", 80):
        assert await second.ask(address, 80) == [address]
        assert await first.ask_in_vain(address, 80) in {"TimeoutError", "OSError"}


async def test_a_container_of_two_networks_goes_by_the_first(site: Site) -> None:
    """In both families, or packets leave by another network than its user expects; routes of its document stand as they are written."""
    more = [
        {"NextHop": "0.0.0.0", "DestinationPrefix": "10.98.0.0/16", "Metric": 7},
        {"NextHop": "10.77.1.9", "DestinationPrefix": "10.99.0.0/16", "Metric": 5},
        {"NextHop": "10.77.1.8", "DestinationPrefix": "10.97.0.0/16"},
    ]
    endpoints = []
    for place in (1, 2):
        where = await site.add_network(plan(f"pk-{place}", place))
        usual = [one["Routes"][0] for one in plan("", place)["Ipams"][0]["Subnets"]]
        endpoints.append(await site.add_endpoint(where, Routes=[*usual, *more]))
    both = await site.add_container(*endpoints)
    for family, prefix in (("-4", "10.77.{}.1"), ("-6", "fd77:{}::1")):
        routes = json.loads(await both.said("ip", family, "-j", "route"))
        ways = sorted((one.get("metric", 0), one["gateway"], one["dev"]) for one in routes if one["dst"] == "default")
        assert [(prefix.format(place + 1), f"eth{place}") for place in (0, 1)] == [way[1:] for way in ways]
        assert ways[0][0] < ways[1][0]
        if family == "-4":
            told = {(one["dst"], one["dev"]): (one.get("gateway"), one.get("metric", 0), one["flags"]) for one in routes}
            for place in (0, 1):
                device = f"eth{place}"
                assert (None, 7 + place, []) == told["10.98.0.0/16", device]
                assert ("10.77.1.9", 5 + place, ["onlink"]) == told["10.99.0.0/16", device]
                assert ("10.77.1.8", place, ["onlink"]) == told["10.97.0.0/16", device]


async def test_an_endpoint_comes_and_goes_while_its_container_runs(site: Site) -> None:
    """At once, with the call: what has been taken out is cut off, what has been added carries packets."""
    where = await site.add_network(plan("pk-one", 1))
    first, second = await site.add_container(await site.add_endpoint(where)), await site.add_container(await site.add_endpoint(where))
    address = (second.endpoint.properties.ip_configurations or ())[0].ip_address
    assert address is not None
    async with second.serves("0.0.0.0", 80):
        assert len((await first.ask(address, 80))[0]) > len("10.77.1.")
        await second.namespace.remove_endpoint(second.endpoint)
        assert await first.ask_in_vain(address, 80) in {"TimeoutError", "OSError"}  # nobody has the address any more
        late = await site.add_endpoint(where)
        await second.namespace.add_endpoint(late)
        there = (late.properties.ip_configurations or ())[0].ip_address
        assert there is not None
        assert (await first.ask(there, 80))[0].startswith("10.77.1.")
        await network.Endpoint.delete_by_id(late.id)
        assert "eth0" not in await second.said("ip", "link")


async def test_a_container_without_endpoints_has_its_loopback_alone(site: Site) -> None:
    """As on Windows: a namespace is a network, be it empty."""
    where = await site.add_network(plan("pk-one", 1))
    alone = await site.add_container(await site.add_endpoint(where))
    await alone.namespace.remove_endpoint(alone.endpoint)
    links = json.loads(await alone.said("ip", "-j", "link"))
    assert [(one["ifname"], "UP" in one["flags"]) for one in links] == [("lo", True)]


async def test_containers_of_one_namespace_share_its_network(site: Site, fresh_id: Callable[[], str]) -> None:
    """The second hears at its own loopback what the first serves; what the first leaves stays with the second."""
    where = await site.add_network(plan("pk-one", 1))
    first = await site.add_container(await site.add_endpoint(where))
    document = {"Container": {"Networking": {"Namespace": first.namespace.id}}}
    async with await ComputeSystem.create(fresh_id(), document, terminate_on_close=True) as system:
        await system.start()
        second = Container(system, first.endpoint, first.namespace)
        assert await first.said("readlink", "/proc/self/ns/net") == await second.said("readlink", "/proc/self/ns/net")
        await first.system.terminate()
        assert "eth0" in await second.said("ip", "link")


@pytest.mark.usefixtures("carried")
def test_a_killed_client_leaves_nothing(tmp_path: Path) -> None:
    """The kernel ends what held the networks with their owner."""
    program = """
import asyncio, os, sys
sys.path.insert(0, sys.argv[1])
from hcsffi import ComputeSystem, network
async def main():
    where = await network.Network.create({"Name": "pk-killed"})
    namespace = await network.Namespace.create()
    await namespace.add_endpoint(await network.Endpoint.create(where, {}))
    system = await ComputeSystem.create("pk-killed", {"Container": {"Networking": {"Namespace": namespace.id}}})
    await system.start()
    print(os.readlink("/proc/self/ns/net"), flush=True)
    await asyncio.sleep(60)
asyncio.run(main())
"""
    before = machine()
    with subprocess.Popen([sys.executable, "-c", program, str(tmp_path)], stdout=subprocess.PIPE, text=True) as client:
        assert client.stdout is not None
        own = client.stdout.readline().strip()
        below = descendants(client.pid)
        spaces, living = set(), {}
        for one in below:
            with suppress(OSError):  # it has ended meanwhile
                living[os.pidfd_open(one)] = one
                spaces.add(str(Path(f"/proc/{one}/ns/net").readlink()))
        client.kill()
        assert len(spaces - {own}) == 2  # the holder's and the container's
    try:
        for ended, number in living.items():
            assert select.select([ended], [], [], 60)[0], number
    finally:
        for ended in living:
            os.close(ended)
    assert machine() == before


RUN = [sys.executable, "-m", "hcsffi", "run", "--network", "pk-run"]


@pytest.mark.usefixtures("carried")
def test_a_command_runs_on_a_network() -> None:
    """Made for it where there is none; in the order they are named, and nothing of the machine's own beside."""
    done = subprocess.run(
        [*RUN, "--network", "pk-other", "--", "ip", "-br", "addr"], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert [line.split()[0].split("@")[0] for line in done.stdout.splitlines()] == ["lo", "eth0", "eth1"]
    assert "172.16.0.2/20" in done.stdout
    assert "172.16.16.2/20" in done.stdout


def test_a_command_has_one_network_or_the_other(tmp_path: Path) -> None:
    """A document that names a namespace has chosen."""
    document = {"Container": {"Networking": {"Namespace": "11111111-2222-3333-4444-555555555555"}}}
    (tmp_path / "document.json").write_text(json.dumps(document), encoding="utf-8")
    words = [*RUN, "--config", str(tmp_path / "document.json"), "--", "true"]
    done = subprocess.run(words, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 125
    assert "leave one out" in done.stderr


def descendants(of: int) -> list[int]:
    """The processes below one."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((entry / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()[1])
        except OSError:
            continue
        if parent == of:
            found += [int(entry.name), *descendants(int(entry.name))]
    return found


REFUSED = """
import asyncio, json, sys
from hcsffi import ComputeSystem, HcsError, embedded, network
async def main():
    where = await network.Network.create({"Name": "pk-refused"})
    endpoint = await network.Endpoint.create(where, {"Policies": json.loads(sys.argv[1])})
    namespace = await network.Namespace.create()
    await namespace.add_endpoint(endpoint)
    document = {"Container": {"Networking": {"Namespace": namespace.id}}}
    try:
        system = await ComputeSystem.create("pk-refused", document)
        await system.start()
    except HcsError as error:
        print(hex(error.hresult), error)
    else:
        print("started")
        await system.terminate()
        await system.aclose()
    for _ in range(6000):
        if embedded.counters()["Reapers"] == 0:
            break
        await asyncio.sleep(0.01)
    print(embedded.counters()["Reapers"], embedded.counters()["Descriptors"])
asyncio.run(main())
"""
ACL = [{"Type": "ACL", "Settings": {"Action": "Block", "Direction": "Out"}}]
QOS = [{"Type": "QOS", "Settings": {"MaximumOutgoingBandwidthInBytes": 1000000}}]
PLAIN: list[dict[str, Any]] = []
MISSING = [
    (
        ["nsenter"],
        PLAIN,
        "the program ip, which carries adapters, addresses and routes of containers, was not found; remedy: install iproute2",
    ),
    (["nsenter", "ip"], PLAIN, "started"),
    (
        ["nsenter", "ip"],
        ACL,
        "the program nft, which carries policies ACL, NetworkACL, PortMapping and OutBoundNAT, was not found; remedy: ",
    ),
    (["nsenter", "ip"], QOS, "the program tc, which carries policies QOS, was not found; remedy: "),
    ([], PLAIN, "the program nsenter, which carries networks of containers, was not found; remedy: install util-linux"),
]


@pytest.mark.usefixtures("carried")
@pytest.mark.parametrize(("tools", "policies", "expected"), MISSING)
def test_what_a_missing_tool_carries_is_refused_by_name(tools: list[str], policies: list[Any], expected: str, tmp_path: Path) -> None:
    """With the remedy, where it is asked for; addresses need no nftables."""
    for tool in tools:
        found = shutil.which(tool, path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin")
        assert found is not None
        (tmp_path / tool).symlink_to(found)
    assert_refused(tmp_path, policies, expected)


@pytest.mark.usefixtures("carried")
def test_a_kernel_without_bridges_is_told_with_the_step(tmp_path: Path) -> None:
    """Simulated by a program in the place of ip; the network that cannot be is undone with its holder."""
    for tool in ("nsenter",):
        (tmp_path / tool).symlink_to(shutil.which(tool) or tool)
    (tmp_path / "ip").write_text("#!/bin/sh\necho 'RTNETLINK answers: Operation not supported' >&2; exit 2\n", encoding="utf-8")
    (tmp_path / "ip").chmod(0o755)
    assert_refused(
        tmp_path, PLAIN, "ip ended with 2: RTNETLINK answers: Operation not supported; remedy: a kernel with the modules bridge and veth"
    )


def assert_refused(tools: Path, policies: list[Any], expected: str) -> None:
    """A program that starts a container with these tools alone is told so, and has nothing left."""
    done = subprocess.run(
        [sys.executable, "-c", REFUSED, json.dumps(policies)],
        env={**os.environ, "HCSFFI_NETWORK_TOOLS": str(tools), "HCSFFI_EMBEDDED_ISOLATION": "auto"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told, left = done.stdout.splitlines()
    if expected != "started":
        assert told.startswith(f"{UNAVAILABLE:#x} ")
        assert "$.Container.Networking.Namespace: " in told
    assert expected in told
    assert left == "0 0"
