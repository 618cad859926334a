"""Policies of endpoints are carried out: packets stop, are led elsewhere and change their addresses, and what does not happen is told."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING, Any

import pytest
from wired_site import PYTHON, Container, Site, free_port, plan

from hcsffi import HcsError, embedded, network

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.skipif(
        sys.platform == "win32", reason="Windows carries packets by its own service; the embedded host has no engine for it"
    ),
]

SILENCE = "TimeoutError"


@pytest.fixture
def anyio_backend() -> str:
    """The packets do not know which event loop asked for them."""
    return "asyncio"


def addresses(container: Container) -> list[str]:
    """Of its first endpoint: IPv4, IPv6."""
    return [one.ip_address or "" for one in container.endpoint.properties.ip_configurations or ()]


async def pair(site: Site) -> tuple[Container, Container]:
    """Two containers of one network."""
    where = await site.add_network(plan("pk-one", 1))
    return await site.add_container(await site.add_endpoint(where)), await site.add_container(await site.add_endpoint(where))


async def rules(container: Container, *policies: network.AclPolicy) -> None:
    """In the place of those before."""
    if policies:
        await container.endpoint.update_policies(*policies)
    else:
        await container.endpoint.remove_policies(*(one for one in container.endpoint.policies if one.kind == "ACL"))


async def test_an_access_rule_stops_packets_while_it_stands(site: Site) -> None:
    """By direction: what comes in is stopped at the one, what goes out at the other, and passes again without the rule."""
    first, second = await pair(site)
    (here, _), (there, _) = addresses(first), addresses(second)
    async with second.serves("0.0.0.0", 80):
        await rules(second, network.AclPolicy(action="Block", direction="In"))
        assert await first.ask_in_vain(there, 80) == SILENCE
        await rules(second)
        assert await first.ask(there, 80) == [here]
        await rules(first, network.AclPolicy(action="Block", direction="Out"))
        assert await first.ask_in_vain(there, 80) == SILENCE
        await rules(first)
        assert await first.ask(there, 80) == [here]


async def test_an_access_rule_is_about_both_families(site: Site) -> None:
    """A rule without addresses stops IPv6 as it stops IPv4; one with addresses of version 6 stops those peers alone."""
    first, second = await pair(site)
    (here, six_here), (there, six_there) = addresses(first), addresses(second)
    async with second.serves("::", 81), second.serves("0.0.0.0", 80):
        await rules(second, network.AclPolicy(action="Block", direction="In"))
        assert await first.ask_in_vain(six_there, 81) == SILENCE
        await rules(second, network.AclPolicy(action="Block", direction="In", remote_addresses=[f"{six_here}/128"]))
        assert await first.ask_in_vain(six_there, 81) == SILENCE
        assert await first.ask(there, 80) == [here]
        await rules(second, network.AclPolicy(action="Block", direction="In", remote_addresses=["fd77:1:0:0:8000::/65"]))
        assert await first.ask(six_there, 81) == [six_here]


async def test_an_access_rule_is_about_protocols_ports_and_addresses(site: Site) -> None:
    """What it does not name passes: another port, another protocol, another peer, the other family."""
    first, second = await pair(site)
    (here, six_here), (there, six_there) = addresses(first), addresses(second)
    async with second.serves("0.0.0.0", 80), second.serves("0.0.0.0", 6010), second.serves("::", 81):
        await rules(second, network.AclPolicy(action="Block", direction="In", protocols=["tcp"], local_ports=[443, "6000-6063"]))
        assert await first.ask(there, 80) == [here]
        assert await first.ask_in_vain(there, 6010) == SILENCE
        await rules(second, network.AclPolicy(action="Block", direction="In", protocols=["udp"]))
        assert await first.ask(there, 80) == [here]
        await rules(second, network.AclPolicy(action="Block", direction="In", remote_addresses=["10.77.1.128/25"]))
        assert await first.ask(there, 80) == [here]
        await rules(second, network.AclPolicy(action="Block", direction="In", remote_addresses=["10.77.1.0/25"]))
        assert await first.ask_in_vain(there, 80) == SILENCE
        assert await first.ask(six_there, 81) == [six_here]


async def test_the_rule_with_the_lower_number_decides(site: Site) -> None:
    """And what answers a connection that was let out comes in, whatever the rules of that direction say."""
    first, second = await pair(site)
    (here, _), (there, _) = addresses(first), addresses(second)
    web = network.AclPolicy(action="Allow", direction="In", protocols=["tcp"], local_ports=[80], priority=100)
    async with second.serves("0.0.0.0", 80), second.serves("0.0.0.0", 90), first.serves("0.0.0.0", 70):
        await rules(second, network.AclPolicy(action="Block", direction="In", priority=200), web)
        assert await first.ask(there, 80) == [here]
        assert await first.ask_in_vain(there, 90) == SILENCE
        assert await second.ask(here, 70) == [there]
        await rules(second, network.AclPolicy(action="Block", direction="In", priority=50), web)
        assert await first.ask_in_vain(there, 80) == SILENCE


async def test_a_mapped_port_leads_to_its_endpoint_and_the_asker_is_translated(site: Site) -> None:
    """Within the holder: who asks a gateway reaches the endpoint, from its own network and from another; nothing else goes between them."""
    first, second = await pair(site)
    (there, six_there) = addresses(second)
    elsewhere = await site.add_container(await site.add_endpoint(await site.add_network(plan("pk-two", 2))))
    async with second.serves("0.0.0.0", 80), second.serves("::", 80):
        port = free_port()
        await second.endpoint.add_policies(network.PortMappingPolicy(external_port=port, internal_port=80))
        assert await elsewhere.ask("10.77.2.1", port) == ["10.77.1.1"]
        assert await elsewhere.ask("fd77:2::1", port) == ["fd77:1::1"]
        assert await first.ask("10.77.1.1", port) == ["10.77.1.1"]
        assert await elsewhere.ask_in_vain(there, 80) == SILENCE
        await second.endpoint.remove_policies(*second.endpoint.policies)
        assert await elsewhere.ask("10.77.2.1", port) == ["ConnectionRefusedError"]
        assert six_there.startswith("fd77:1::")


async def test_outgoing_packets_are_translated_but_for_the_exceptions(site: Site) -> None:
    """A network that does not translate keeps its addresses, an endpoint with OutBoundNAT does not."""
    first, second = await pair(site)
    there, _ = addresses(second)
    where = await site.add_network(plan("pk-bridged", 2, Type="L2Bridge"))
    plain = await site.add_container(await site.add_endpoint(where))
    async with second.serves("0.0.0.0", 80):
        port = free_port()
        await second.endpoint.add_policies(network.PortMappingPolicy(external_port=port, internal_port=80))
        assert await plain.ask("10.77.2.1", port) == [addresses(plain)[0]]
        await plain.endpoint.add_policies(network.OutboundNatPolicy())
        assert await plain.ask("10.77.2.1", port) == ["10.77.1.1"]
        await plain.endpoint.update_policies(network.OutboundNatPolicy(exceptions=[f"{there}/32"]))
        assert await plain.ask("10.77.2.1", port) == [addresses(plain)[0]]
    assert addresses(first)


async def test_what_passes_is_counted(site: Site) -> None:
    """By the kernel: bytes and packets that went out and came in."""
    first, second = await pair(site)
    there, _ = addresses(second)
    size = 1_000_000
    script = (
        "import socket, sys\n"
        "with socket.create_server(('0.0.0.0', 90)) as server:\n    print('listens', flush=True)\n    peer, _ = server.accept()\n"
        "    got = 0\n    while piece := peer.recv(65536): got += len(piece)\n    print(got, flush=True)\n"
    )
    command = [f"{PYTHON}/bin/python3", "-I", "-S", "-c", script]
    parameters: dict[str, Any] = {"CommandArgs": command, "CreateStdOutPipe": True, "Environment": {"PYTHONHOME": PYTHON}}
    async with await second.system.create_process(parameters) as server:
        assert server.stdout is not None
        assert await server.stdout.receive() == b"listens\n"
        send = f"import socket; socket.create_connection(('{there}', 90)).sendall(bytes({size}))"
        assert await first.said(f"{PYTHON}/bin/python3", "-I", "-S", "-c", send) == ""
        assert await server.stdout.receive() == f"{size}\n".encode()
    sent, received = await first.endpoint.statistics(), await second.endpoint.statistics()
    assert sent.bytes_sent is not None
    assert received.bytes_received is not None
    assert size < sent.bytes_sent < 2 * size
    assert size < received.bytes_received < 2 * size
    assert min(sent.packets_sent or 0, received.packets_received or 0, sent.packets_received or 0, received.packets_sent or 0) > 0


async def test_a_bandwidth_is_held_by_the_kernel(site: Site) -> None:
    """The adapter has the rate of the policy, and none without it; `benchmarks/isolation.py` measures what passes."""
    first, _ = await pair(site)
    await first.endpoint.add_policies(network.QosPolicy(maximum_outgoing_bandwidth_in_bytes=1_000_000))
    assert "qdisc tbf" in (told := await first.said("tc", "qdisc", "show", "dev", "eth0"))
    assert "rate 8Mbit" in told
    await first.endpoint.remove_policies(*first.endpoint.policies)
    assert "tbf" not in await first.said("tc", "qdisc", "show", "dev", "eth0")


async def test_no_more_passes_than_a_bandwidth_lets(site: Site) -> None:
    """Measured from before the sender begins until the last byte has come; a busy machine makes it less, never more."""
    first, second = await pair(site)
    there, _ = addresses(second)
    rate, size = 500_000, 500_000
    await first.endpoint.add_policies(network.QosPolicy(maximum_outgoing_bandwidth_in_bytes=rate))
    script = (
        "import socket, time\n"
        "with socket.create_server(('0.0.0.0', 90)) as server:\n    print('listens', flush=True)\n    peer, _ = server.accept()\n"
        "    got = 0\n    while piece := peer.recv(65536): got += len(piece)\n    print(got, time.monotonic(), flush=True)\n"
    )
    command = [f"{PYTHON}/bin/python3", "-I", "-S", "-c", script]
    parameters: dict[str, Any] = {"CommandArgs": command, "CreateStdOutPipe": True, "Environment": {"PYTHONHOME": PYTHON}}
    async with await second.system.create_process(parameters) as server:
        assert server.stdout is not None
        assert await server.stdout.receive() == b"listens\n"
        send = f"import socket, time; print(time.monotonic()); socket.create_connection(('{there}', 90)).sendall(bytes({size}))"
        begin_s = float(await first.said(f"{PYTHON}/bin/python3", "-I", "-S", "-c", send))  # by the machine's one clock
        got, end_s = (float(one) for one in (await server.stdout.receive()).split())
    assert got == size
    assert got / (end_s - begin_s) < rate * 1.25


async def test_what_is_kept_and_not_carried_out_is_told(site: Site) -> None:
    """A policy nobody enforces must not be taken for one that holds, nor a balancer or a route that names the endpoint."""
    where = await site.add_network(plan("pk-one", 1))
    rule = {"Type": "L4WFPPROXY", "Settings": {"FilterTuple": {"Protocols": "6"}, "OutboundProxyPort": "15001", "UserSID": "S-1-5-32-556"}}
    container = await site.add_container(await site.add_endpoint(where, Policies=[rule]))
    expected = f"$.Container.Networking.Namespace: endpoint {container.endpoint.id.upper()}: L4WFPPROXY"
    assert embedded.not_carried_out(container.system.id) == [expected]
    ids, ports = [container.endpoint.id], [{"Protocol": 6, "InternalPort": 8080, "ExternalPort": 80}]
    fronts = {"HostComputeEndpoints": ids, "FrontendVIPs": ["10.96.0.10"], "PortMappings": ports}
    async with await network.LoadBalancer.create(fronts) as balancer:
        legs = [{"DestinationPrefix": "10.99.0.0/16", "NextHop": "10.77.1.1"}]
        async with await network.SdnRoute.create({"HostComputeEndpoints": ids, "Setting": legs}) as route:
            kept = (f"load balancer {balancer.id.upper()}", f"route {route.id.upper()}")
            told = [expected.replace("L4WFPPROXY", one) for one in kept]
            assert embedded.not_carried_out(container.system.id) == [expected, *told]
            await route.delete()
        await balancer.delete()
    assert embedded.not_carried_out(container.system.id) == [expected]


BROKEN = """#!/bin/sh
fail() {{ echo 'Error: no room' >&2; exit 2; }}
if test -e {folder}/broken; then
    case "$*" in {fails}) fail ;; "-batch -")
        lines=$(cat)
        case "$lines" in *"dev eth1"*) fail ;; esac
        printf '%s\\n' "$lines" | {tool} -batch -
        exit ;;
    esac
fi
exec {tool} "$@"
"""


@pytest.fixture
def breaks(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Callable[[str, str], Path]]:
    """Puts a program in the place of a tool, which fails calls of that pattern while the file is there that is returned."""

    def stand_in(name: str, fails: str) -> Path:
        for tool in ("nsenter", "ip", "nft", "tc"):
            found = shutil.which(tool, path=os.environ["PATH"] + ":/usr/sbin:/sbin") or tool
            if tool == name:
                (tmp_path / tool).write_text(BROKEN.format(folder=tmp_path, fails=fails, tool=found), encoding="utf-8")
                (tmp_path / tool).chmod(0o755)
            else:
                (tmp_path / tool).symlink_to(found)
        monkeypatch.setenv("HCSFFI_NETWORK_TOOLS", str(tmp_path))
        (tmp_path / "broken").touch()
        return tmp_path / "broken"

    yield stand_in
    monkeypatch.delenv("HCSFFI_NETWORK_TOOLS", raising=False)


async def test_rules_that_cannot_be_taken_away_keep_their_endpoint(site: Site, breaks: Callable[[str, str], Path]) -> None:
    """They would stop the packets of the next adapter of that name."""
    where = await site.add_network(plan("pk-one", 1))
    block = {"Type": "ACL", "Settings": {"Action": "Block", "Direction": "In", "Protocols": "", "RuleType": "Switch"}}
    first = await site.add_container(await site.add_endpoint(where, Policies=[block]))
    second = await site.add_container(await site.add_endpoint(where))
    broken = breaks("nft", '"delete table"*')
    with pytest.raises(HcsError, match=r"taking the access rules of the endpoint .* away: nft ended with 2: Error: no room"):
        await first.namespace.remove_endpoint(first.endpoint)
    assert (await first.namespace.query()).resources
    broken.unlink()
    await first.namespace.remove_endpoint(first.endpoint)
    fresh = await site.add_endpoint(where)
    await first.namespace.add_endpoint(fresh)
    async with first.serves("0.0.0.0", 80):
        assert await second.ask(addresses(first._replace(endpoint=fresh))[0], 80) == [addresses(second)[0]]


async def test_a_change_that_cannot_be_undone_says_so(site: Site, breaks: Callable[[str, str], Path]) -> None:
    """Who reads of the refusal alone takes what was before for what holds."""
    first, second = await pair(site)
    await rules(second, network.AclPolicy(action="Block", direction="Out"))
    broken = breaks("nft", "*")
    with pytest.raises(HcsError, match=r"Error: no room; setting again what it had before failed, too: setting the access rules .*: Error"):
        await rules(second, network.AclPolicy(action="Block", direction="In"))
    broken.unlink()
    assert addresses(first)


async def test_an_adapter_that_a_refusal_left_is_taken_away_before_the_next(site: Site, breaks: Callable[[str, str], Path]) -> None:
    """The next endpoint of the container has the same name inside."""
    first, _ = await pair(site)
    fresh = await site.add_endpoint(await site.add_network(plan("pk-two", 2)))
    broken = breaks("ip", '"link del"*')
    for expected in ("giving the endpoint .* its addresses", "taking away what a failure has left"):
        with pytest.raises(HcsError, match=rf"{expected}: ip ended with 2: Error: no room"):
            await first.namespace.add_endpoint(fresh)
    broken.unlink()
    await first.namespace.add_endpoint(fresh)
    assert "eth1" in await first.said("cat", "/proc/net/dev")


async def test_a_change_the_packets_cannot_follow_is_undone(site: Site, breaks: Callable[[str, str], Path]) -> None:
    """The state says what holds: the policies are those before, and the error names the step and the tool's words."""
    first, second = await pair(site)
    (here, _), (there, _) = addresses(first), addresses(second)
    broken = breaks("nft", "*")
    async with second.serves("0.0.0.0", 80):
        with pytest.raises(HcsError, match=r"setting the access rules of the endpoint .*: nft ended with 2: Error: no room$"):
            await rules(second, network.AclPolicy(action="Block", direction="In"))
        assert (await second.endpoint.query()).policies in (None, [])
        assert await first.ask(there, 80) == [here]
    broken.unlink()


async def test_a_translation_that_could_not_be_taken_away_goes_with_the_next_change(site: Site, breaks: Callable[[str, str], Path]) -> None:
    """It would lead who asks the port to whoever has the address then."""
    where = await site.add_network(plan("pk-one", 1))
    first, second = [await site.add_container(await site.add_endpoint(where)) for _ in range(2)]
    port = free_port()
    await second.endpoint.add_policies(network.PortMappingPolicy(external_port=port, internal_port=80))
    broken = breaks("nft", '"-f -"')
    await second.namespace.remove_endpoint(second.endpoint)
    broken.unlink()
    await second.namespace.add_endpoint(await site.add_endpoint(where))
    assert await first.ask("10.77.1.1", port) == ["ConnectionRefusedError"]
