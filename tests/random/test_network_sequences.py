"""Arbitrary sequences of requests to the network service against a small model of addresses, ports, references and cascades.

The model is written from section F of `docs/behaviour.md` and shares nothing with the host: an address is taken or free, a port of the
machine is taken or free, an endpoint is in one namespace or none, and what is deleted takes with it what stands on it. The host is asked
through the C ABI. After each step it must list what the model holds, in the order of creation, and give no address twice.
"""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass, field
from ipaddress import ip_address, ip_network
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, multiple, rule, run_state_machine_as_test

from hcsffi import embedded
from hcsffi.native import calls, library

if TYPE_CHECKING:
    from collections.abc import Callable
    from ipaddress import IPv4Address, IPv6Address

    from hcsffi.native.calls import Argument

S_OK = 0
ELEMENT_NOT_FOUND = 0x80070490
NETWORK_NOT_FOUND = 0x803B0001
ENDPOINT_NOT_FOUND = 0x803B0002
NETWORK_EXISTS = 0x803B0010
PORT_TAKEN = 0x803B0013
INVALID_IP = 0x803B001E
IN_A_NAMESPACE = 0x803B002B
ADDRESS_TAKEN = 0x803B002F
UNLOADED = 0x803B0031

VERSION = {"SchemaVersion": {"Major": 2, "Minor": 0}}
QUERY = json.dumps(VERSION).encode()
NAMES = {"a": "10.81.0.0/29", "b": "10.82.0.0/29", "c": "fd81::/125"}
"""Networks of eight addresses, of which a gateway and, with IPv4, the first and the last one are no endpoint's (F-20, F-28)."""


def ask(function: str, *arguments: Argument) -> tuple[int, Any]:
    """Call a function, close what it opens, and return its code and its JSON."""
    reply = calls.invoke(function, *arguments)
    if reply.opened is not None:
        reply.opened.close()
    code = reply.outcome.hresult & 0xFFFFFFFF
    return code, json.loads(reply.outcome.document) if code == S_OK and reply.outcome.document else None


def through(opening: str, what: uuid.UUID, use: Callable[[Any], int]) -> int:
    """Open something, use the handle and close it; the first failing code is returned."""
    reply = calls.invoke(opening, what)
    if reply.opened is None:
        return reply.outcome.hresult & 0xFFFFFFFF
    try:
        return use(reply.opened)
    finally:
        reply.opened.close()


@dataclass(eq=False)
class Net:
    """A network as the contract has it."""

    id: uuid.UUID
    name: str
    lives: bool = True

    @property
    def free(self) -> set[IPv4Address | IPv6Address]:
        """Addresses that endpoints can have."""
        prefix = ip_network(NAMES[self.name])
        return {ip_address(str(one)) for one in prefix.hosts()} - {prefix[1]}


@dataclass(eq=False)
class Port:
    """An endpoint as the contract has it."""

    id: uuid.UUID
    net: Net
    address: IPv4Address | IPv6Address
    external: int | None
    home: Home | None = None
    lives: bool = True


@dataclass(eq=False)
class Home:
    """A namespace as the contract has it, with entries of endpoints that are gone (F-34)."""

    id: uuid.UUID
    inside: list[Port] = field(default_factory=list)
    lives: bool = True


class NetworkSequences(RuleBasedStateMachine):
    """The host beside the model."""

    nets = Bundle("nets")
    ports = Bundle("ports")
    homes = Bundle("homes")

    def __init__(self) -> None:
        super().__init__()
        self.nets_there: list[Net] = []
        self.ports_there: list[Port] = []
        self.homes_there: list[Home] = []

    @initialize()
    def begin(self) -> None:
        """Have the library loaded and the host in its defaults."""
        assert library.load().succeeded
        embedded.configure({})

    @rule(target=nets, name=st.sampled_from(sorted(NAMES)))
    def create_network(self, name: str) -> Any:
        """A name belongs to one network (F-18)."""
        made = Net(uuid.uuid4(), name)
        prefix = ip_network(NAMES[name])
        route = {"NextHop": str(prefix[1]), "DestinationPrefix": "0.0.0.0/0" if prefix.version == 4 else "::/0"}
        ipams = [{"Type": "Static", "Subnets": [{"IpAddressPrefix": str(prefix), "Routes": [route]}]}]
        document = json.dumps({"Name": name, "Type": "NAT", "Ipams": ipams, **VERSION})
        code, _ = ask("HcnCreateNetwork", made.id, document.encode())
        if any(one.name == name for one in self.nets_there):
            assert code == NETWORK_EXISTS
            return multiple()
        assert code == S_OK
        self.nets_there.append(made)
        return made

    @rule(net=nets)
    def delete_network(self, net: Net) -> None:
        """What stands on it goes with it (F-25), and a second time there is nothing to delete."""
        code, _ = ask("HcnDeleteNetwork", net.id)
        assert code == (S_OK if net.lives else NETWORK_NOT_FOUND)
        if net.lives:
            net.lives = False
            self.nets_there.remove(net)
            for one in [one for one in self.ports_there if one.net is net]:
                self._gone(one)

    def _gone(self, port: Port) -> None:
        """Its entry in a namespace stays (F-34)."""
        port.lives = False
        self.ports_there.remove(port)

    @rule(target=ports, net=nets, place=st.one_of(st.none(), st.integers(0, 9)), external=st.one_of(st.none(), st.integers(80, 82)))
    def create_endpoint(self, net: Net, place: int | None, external: int | None) -> Any:
        """Its address is free or asked for (F-27, F-28), its host port nobody else's (F-30)."""
        prefix = ip_network(NAMES[net.name])
        wanted = None if place is None else prefix[0] + place
        document: dict[str, Any] = {**VERSION}
        if wanted is not None:
            document["IpConfigurations"] = [{"IpAddress": str(wanted)}]
        if external is not None:
            mapping = {"Protocol": 6, "InternalPort": 80, "ExternalPort": external}
            document["Policies"] = [{"Type": "PortMapping", "Settings": mapping}]
        made = uuid.uuid4()
        code = through("HcnOpenNetwork", net.id, lambda handle: ask("HcnCreateEndpoint", handle, made, json.dumps(document).encode())[0])
        allowed = self._refusals(net, wanted, external)
        if allowed:
            assert code in allowed
            return multiple()
        assert code == S_OK
        answer = self._endpoint(made)
        address = ip_address(answer["IpConfigurations"][0]["IpAddress"])
        assert address == wanted if wanted is not None else address in self._left(net)
        assert answer["IpConfigurations"][0]["PrefixLength"] == prefix.prefixlen
        port = Port(made, net, address, external)
        self.ports_there.append(port)
        return port

    def _left(self, net: Net) -> set[IPv4Address | IPv6Address]:
        return net.free - {one.address for one in self.ports_there if one.net is net}

    def _refusals(self, net: Net, wanted: IPv4Address | IPv6Address | None, external: int | None) -> set[int]:
        """The codes of all that is wrong with such an endpoint; which of several comes is not promised."""
        if not net.lives:
            return {NETWORK_NOT_FOUND}
        codes: set[int] = set()
        if wanted is None:
            codes |= set() if self._left(net) else {ADDRESS_TAKEN}
        elif wanted not in ip_network(NAMES[net.name]):
            codes.add(INVALID_IP)
        elif wanted not in self._left(net):
            codes.add(ADDRESS_TAKEN)
        if external is not None and any(one.external == external for one in self.ports_there):
            codes.add(PORT_TAKEN)
        return codes

    def _endpoint(self, which: uuid.UUID) -> Any:
        reply = calls.invoke("HcnOpenEndpoint", which)
        assert reply.opened is not None
        _, answer = ask("HcnQueryEndpointProperties", reply.opened, QUERY)
        reply.opened.close()
        return answer

    @rule(port=ports)
    def delete_endpoint(self, port: Port) -> None:
        """Its address and its host port are free again; deleting it twice is not found (F-4)."""
        code, _ = ask("HcnDeleteEndpoint", port.id)
        assert code == (S_OK if port.lives else ENDPOINT_NOT_FOUND)
        if port.lives:
            self._gone(port)

    @rule(port=ports)
    def use_a_handle_of_a_deleted_endpoint(self, port: Port) -> None:
        """An open handle keeps nothing alive (F-6, F-51)."""
        reply = calls.invoke("HcnOpenEndpoint", port.id)
        if not port.lives:
            assert reply.outcome.hresult & 0xFFFFFFFF == ENDPOINT_NOT_FOUND
            return
        assert reply.opened is not None
        self.delete_endpoint(port)
        code, _ = ask("HcnQueryEndpointProperties", reply.opened, QUERY)
        reply.opened.close()
        assert code == UNLOADED

    @rule(target=homes)
    def create_namespace(self) -> Home:
        """There may be any number of them (F-35)."""
        made = Home(uuid.uuid4())
        assert ask("HcnCreateNamespace", made.id, QUERY)[0] == S_OK
        self.homes_there.append(made)
        return made

    @rule(home=homes)
    def delete_namespace(self, home: Home) -> None:
        """Its endpoints stay and are free for another one (F-75)."""
        code, _ = ask("HcnDeleteNamespace", home.id)
        assert code == (S_OK if home.lives else ELEMENT_NOT_FOUND)
        if home.lives:
            home.lives = False
            self.homes_there.remove(home)
            for one in home.inside:
                one.home = None
            home.inside.clear()

    @rule(home=homes, port=ports)
    def add(self, home: Home, port: Port) -> None:
        """An endpoint is in one namespace or in none (HCN_E_ENDPOINT_NAMESPACE_ALREADY_EXISTS)."""
        code = self._change(home, port, "Add")
        if not home.lives:
            assert code == ELEMENT_NOT_FOUND
        elif not port.lives:
            assert code == ENDPOINT_NOT_FOUND
        elif port.home is not None:
            assert code == IN_A_NAMESPACE
        else:
            assert code == S_OK
            port.home = home
            home.inside.append(port)

    @rule(home=homes, port=ports)
    def remove(self, home: Home, port: Port) -> None:
        """Entries of endpoints that are gone can be removed, too; what is not in it is not found (F-34, F-41)."""
        code = self._change(home, port, "Remove")
        if not home.lives or port not in home.inside:
            assert code in ({ELEMENT_NOT_FOUND} if port.lives or not home.lives else {ELEMENT_NOT_FOUND, ENDPOINT_NOT_FOUND})
            return
        assert code == S_OK
        home.inside.remove(port)
        port.home = None

    def _change(self, home: Home, port: Port, change: str) -> int:
        request = {"ResourceType": "Endpoint", "RequestType": change, "Settings": {"EndpointId": str(port.id)}}
        return through("HcnOpenNamespace", home.id, lambda handle: ask("HcnModifyNamespace", handle, json.dumps(request).encode())[0])

    @invariant()
    def the_lists_show_what_the_model_holds(self) -> None:
        """In the order of creation (F-66)."""
        for function, there in (
            ("HcnEnumerateNetworks", self.nets_there),
            ("HcnEnumerateEndpoints", self.ports_there),
            ("HcnEnumerateNamespaces", self.homes_there),
        ):
            assert [str(one.id) for one in there] == [one.lower() for one in ask(function, QUERY)[1]]

    @invariant()
    def namespaces_and_endpoints_agree(self) -> None:
        """Entries are in the order of adding (F-71), and an endpoint's answer names its namespace (F-64)."""
        for home in self.homes_there:
            reply = calls.invoke("HcnOpenNamespace", home.id)
            assert reply.opened is not None
            _, answer = ask("HcnQueryNamespaceProperties", reply.opened, QUERY)
            reply.opened.close()
            listed = [{name.lower(): value for name, value in one["Data"].items()}["id"].lower() for one in answer.get("Resources", [])]
            assert [str(one.id) for one in home.inside] == listed
        for port in self.ports_there:
            answer = self._endpoint(port.id)
            assert (answer.get("HostComputeNamespace") or "").lower() == ("" if port.home is None else str(port.home.id))
            assert ip_address(answer["IpConfigurations"][0]["IpAddress"]) == port.address

    @invariant()
    def no_address_is_given_twice(self) -> None:
        """The one thing a network has to get right."""
        given = [(one.net.id, one.address) for one in self.ports_there]
        assert len(set(given)) == len(given)
        assert all(one.address in one.net.free for one in self.ports_there)

    @invariant()
    def the_host_holds_what_the_model_holds(self) -> None:
        """A forgotten object is a leak; a handle that stays open is one, too."""
        counted = embedded.counters()
        expected = {"Networks": len(self.nets_there), "Endpoints": len(self.ports_there), "Namespaces": len(self.homes_there)}
        handles = {f"{noun}Handles": 0 for noun in ("Network", "Endpoint", "Namespace")}
        assert expected | handles == {name: counted[name] for name in (*expected, *handles)}

    def teardown(self) -> None:
        """Delete what is left."""
        for function, there in (("HcnDeleteNamespace", self.homes_there), ("HcnDeleteNetwork", self.nets_there)):
            for one in there:
                ask(function, one.id)


def test_no_sequence_of_requests_leaves_the_contract() -> None:
    """What every single test takes for granted: that the requests before it left the networks in a state of the contract."""
    bounds = settings(max_examples=120, stateful_step_count=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    run_state_machine_as_test(NetworkSequences, settings=bounds)
