"""Section F: networks, endpoints, namespaces and what belongs to them."""

from __future__ import annotations

import json
import uuid
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest

from hcsffi import hresult

import network_abi as hcn
from network_abi import VERSION_2, Noun, Told
from observation import Fitting, OneOf
from supply import S_OK, Supply, code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statement_report import Observe

pytestmark = pytest.mark.real_service

NOT_FOUND = code(0x80070490)
INVALID_ARGUMENT = code(0x80070057)
ROUTE = {"NextHop": "10.213.0.1", "DestinationPrefix": "0.0.0.0/0"}
SUBNET: dict[str, Any] = {"IpAddressPrefix": "10.213.0.0/24", "Routes": [ROUTE]}
RANGE = {"StartMacAddress": "00-15-5D-52-C0-00", "EndMacAddress": "00-15-5D-52-CF-FF"}


def symbol(name: str) -> str:
    """A code as reports show it, by its symbol."""
    return code(next(row.value for row in hresult.TABLE.values() if row.symbol == name))


def network_document(**members: Any) -> dict[str, Any]:
    """A NAT network of this suite, as hcsshim's tests write one."""
    document = {"Name": f"hcsffi-{uuid.uuid4()}", "Type": "NAT", "MacPool": {"Ranges": [RANGE]}, "Dns": {}, "Health": {"Extra": {}}}
    return {**document, "Ipams": [{"Type": "Static", "Subnets": [SUBNET]}], "Flags": 8, **VERSION_2, **members}


@contextmanager
def made(kind: str, document: dict[str, Any], on: Noun | None = None) -> Iterator[Noun]:
    """An object, deleted at the end; a refusal is a finding about what the test is not about, hence an error."""
    told, noun = hcn.create(kind, document, on=on)
    assert (S_OK, None) == (told.code, told.record)
    with noun:
        yield noun


@pytest.fixture
def network(supply: Supply) -> Iterator[Noun]:
    """A NAT network; skips where the service refuses one (another owns the range)."""
    told, noun = hcn.create("Network", network_document())
    if told.code != S_OK and not supply.embedded_host:
        pytest.skip(f"this host makes no NAT network: {told.record}")
    assert told.code == S_OK
    with noun:
        yield noun


@pytest.fixture
def endpoint(network: Noun) -> Iterator[Noun]:
    """An endpoint on it."""
    with made("Endpoint", {"Name": "hcsffi-endpoint", **VERSION_2}, on=network) as noun:
        yield noun


def requested(address: str, **members: Any) -> dict[str, Any]:
    """An endpoint's document that asks for the address."""
    return {"IpConfigurations": [{"IpAddress": address}], **VERSION_2, **members}


@pytest.mark.statement("F-1", "F-2", "F-28")
def test_a_failure_has_a_record_and_a_success_none(network: Noun, observe: Observe) -> None:
    """Clients take any record for a failure, and read the reason from it."""
    with made("Endpoint", requested("10.213.0.9"), on=network):
        told, _ = hcn.create("Endpoint", requested("10.213.0.9"), on=network)
        observe("an address that is in use", symbol("HCN_E_ADDR_INVALID_OR_RESERVED"), told.code, of="F-28")
        record = json.loads(told.record or "{}")
        observe("Success of the record", False, record.get("Success"), of="F-1")
        observe("ErrorCode of the record", 2151350319, record.get("ErrorCode"), of="F-1")
    told, _ = hcn.create("Endpoint", requested("10.213.0.1"), on=network)
    observe("the gateway's address", symbol("HCN_E_ADDR_INVALID_OR_RESERVED"), told.code, of="F-28")
    observe("the record of a success", None, network.query().record, of="F-2")


@pytest.mark.usefixtures("supply")
@pytest.mark.statement("F-4", "F-5", "F-52")
def test_what_is_not_there_is_told_by_its_kind(observe: Observe) -> None:
    """These are the codes that clients know as not found."""
    unknown = str(uuid.uuid4())
    observe("opening an unknown endpoint", symbol("HCN_E_ENDPOINT_NOT_FOUND"), hcn.opened("Endpoint", unknown)[0].code, of="F-4")
    observe("deleting an unknown endpoint", symbol("HCN_E_ENDPOINT_NOT_FOUND"), hcn.delete("Endpoint", unknown).code, of="F-4")
    observe("opening an unknown namespace", NOT_FOUND, hcn.opened("Namespace", unknown)[0].code, of="F-5")
    observe("an unknown namespace through a filter", [], hcn.filtered("Namespace", ID=unknown), of="F-52")


@pytest.mark.usefixtures("supply")
@pytest.mark.statement("F-6", "F-25", "F-59", "F-51")
def test_a_network_is_deleted_with_its_endpoints_and_under_open_handles(observe: Observe) -> None:
    """Clients leave handles open on failing paths, and daemons delete networks with whatever is on them."""
    _, network = hcn.create("Network", network_document())
    _, endpoint = hcn.create("Endpoint", VERSION_2, on=network)
    endpoint_id = endpoint.document["ID"]
    deleted = hcn.delete("Network", network.document["ID"]).code
    for statement in ("F-59", "F-51"):
        observe("deleting a network with an endpoint", S_OK, deleted, of=statement)
    observe("its endpoint afterwards", symbol("HCN_E_ENDPOINT_NOT_FOUND"), hcn.opened("Endpoint", endpoint_id)[0].code, of="F-25")
    observe("a handle of what was deleted", symbol("HCN_E_OBJECT_USED_AFTER_UNLOAD"), network.query().code, of="F-6")
    endpoint.close()
    network.close()


@pytest.mark.statement("F-7", "F-26")
def test_an_endpoint_is_created_on_an_open_network(network: Noun, observe: Observe) -> None:
    """The handle decides, and the document has to agree with it."""
    observe("NULL for the network", INVALID_ARGUMENT, hcn.create("Endpoint", VERSION_2)[0].code, of="F-7")
    other = {"HostComputeNetwork": str(uuid.uuid4()), **VERSION_2}
    refused = Fitting("refused", lambda value: value != S_OK)
    observe("another network in the document", refused, hcn.create("Endpoint", other, on=network)[0].code, of="F-26")
    with made("Namespace", VERSION_2) as namespace:
        observe("closing a handle", S_OK, hcn.opened("Namespace", namespace.document["ID"])[1].close(), of="F-7")


@pytest.mark.usefixtures("supply")
@pytest.mark.statement("F-8", "F-9", "F-10", "F-50")
def test_ids_are_the_callers_or_the_services(observe: Observe) -> None:
    """Clients pass zeros and read the id from a query."""
    chosen = str(uuid.uuid4())
    with made("Namespace", VERSION_2) as namespace:
        text = namespace.document["ID"]
        observe("the id that was made", Fitting("36 characters", lambda value: str(uuid.UUID(value)) == value.lower()), text, of="F-9")
        listed = hcn.enumerate_ids("Namespace", VERSION_2).document
        observe("the enumeration", Fitting("a list of ids with this one", lambda value: text in value), listed, of="F-10")
    told, named = hcn.create("Namespace", {"ID": chosen, **VERSION_2})
    with named:
        observe("the id of the document", chosen, named.document["ID"].lower() if told.code == S_OK else told.code, of="F-8")
    observe(
        "an empty enumeration", "[]", hcn.enumerate_ids("Endpoint", {**VERSION_2, "Filter": json.dumps({"ID": chosen})}).text, of="F-50"
    )


@pytest.mark.statement("F-11", "F-12", "F-13", "F-47", "F-49", "F-61", "F-27")
def test_a_query_says_in_which_shape_it_is_answered(network: Noun, endpoint: Noun, observe: Observe) -> None:
    """And it may be the very text that was searched with."""
    network_id = network.document["ID"]
    for query in (None, "", "{}", {**VERSION_2, "Flags": 1}):
        observe(f"the query {query!r}", S_OK, endpoint.query(query).code, of="F-11")
    old, new = endpoint.query("").document, endpoint.document
    observe("the old shape", Fitting("IPAddress", lambda value: "IPAddress" in value and "IpConfigurations" not in value), old, of="F-12")
    address = Fitting("an address of the subnet, with its length", lambda value: value[0]["PrefixLength"] == 24)
    for statement in ("F-49", "F-61", "F-27"):
        observe("the addresses directly after the create", address, new.get("IpConfigurations"), of=statement)
    observe("endpoints of the network", [new["ID"]], hcn.filtered("Endpoint", VirtualNetwork=network_id), of="F-13")
    filtered = {**VERSION_2, "Filter": json.dumps({"Name": "no such name"})}
    observe("a query that carries a filter", new["ID"], endpoint.query(filtered).document["ID"], of="F-47")


@pytest.mark.statement("F-14", "F-15", "F-48", "F-58", "F-21", "F-63", "F-20", "F-55")
def test_a_network_comes_back_as_it_was_asked_for(network: Noun, endpoint: Noun, observe: Observe) -> None:
    """Zeros are left out, numbers stay numbers, and a pool feeds the endpoints."""
    document = network.document
    for statement in ("F-14", "F-58"):
        observe("Flags", 8, document.get("Flags"), of=statement)
    observe("Type of a NAT network", None, document.get("Type"), of="F-15")
    observe("empty objects on input", S_OK, network.query().code, of="F-48")
    routes = document["Ipams"][0]["Subnets"][0]["Routes"]
    for statement in ("F-20", "F-55"):
        observe("the default route", ROUTE["NextHop"], routes[0]["NextHop"], of=statement)
    from_pool = Fitting("from the pool, in capitals", lambda value: value.startswith("00-15-5D-52-C") and value == value.upper())
    for statement in ("F-21", "F-63"):
        observe("the endpoint's MAC", from_pool, endpoint.document["MacAddress"], of=statement)


@pytest.mark.statement("F-18", "F-19")
def test_a_name_belongs_to_one_network(network: Noun, observe: Observe) -> None:
    """Also with another id and another range."""
    taken = OneOf(symbol("HCN_E_NETWORK_ALREADY_EXISTS"), code(0x800700B7), code(0x80070034), code(0x80071392))
    again = network_document(Name=network.document["Name"], Ipams=[])
    observe("a second network of that name", taken, hcn.create("Network", again)[0].code, of="F-18")
    overlapping = OneOf(INVALID_ARGUMENT, code(0x800700B7))
    observe("a second NAT range over the first", overlapping, hcn.create("Network", network_document())[0].code, of="F-19")


@pytest.mark.statement("F-29", "F-66", "F-30", "F-31", "F-32", "F-70")
def test_endpoints_repeat_names_and_not_ports(network: Noun, endpoint: Noun, observe: Observe) -> None:
    """Names need not be unique; a host port leads to one endpoint."""
    told, twin = hcn.create("Endpoint", {"Name": "hcsffi-endpoint", **VERSION_2}, on=network)
    observe("a second endpoint of that name", S_OK, told.code, of="F-29")
    with twin:
        ids = [noun.document["ID"] for noun in (endpoint, twin)]
        observe("a search by name", ids, hcn.filtered("Endpoint", Name="hcsffi-endpoint"), of="F-66")
        mapping = {"Type": "PortMapping", "Settings": {"Protocol": 6, "InternalPort": 80, "ExternalPort": 38080}}
        observe("a port mapping", S_OK, endpoint.policies("Add", mapping), of="F-32")
        observe("the same port again", symbol("HCN_E_PORT_ALREADY_EXISTS"), twin.policies("Add", mapping), of="F-30")
    rule = {"Action": "Block", "Direction": "Out", "RemoteAddresses": "10.0.0.25", "RuleType": "Switch", "Priority": 200}
    observe("rules by Update", S_OK, endpoint.policies("Update", {"Type": "ACL", "Settings": rule}), of="F-70")
    wrong = {"Type": "ACL", "Settings": {**rule, "LocalAddresses": "Any"}}
    observe("a malformed rule", symbol("HCN_E_INVALID_POLICY"), endpoint.policies("Update", wrong), of="F-31")


@pytest.mark.statement("F-33", "F-64", "F-37", "F-38", "F-71", "F-41", "F-34")
def test_a_namespace_lists_its_endpoints(network: Noun, endpoint: Noun, observe: Observe) -> None:
    """In the order they came, in either shape, and the endpoint tells where it is."""
    endpoint_id = endpoint.document["ID"]
    observe("State before", 1, endpoint.query("").document["State"], of="F-33")
    with made("Namespace", VERSION_2) as namespace, made("Endpoint", VERSION_2, on=network) as second:
        second_id = second.document["ID"]
        observe("a braced id", Fitting("refused", lambda value: value != S_OK), namespace.member("Add", "{" + second_id + "}"), of="F-37")
        observe("adding an endpoint", S_OK, namespace.member("Add", second_id), of="F-37")
        assert namespace.member("Add", endpoint_id) == S_OK
        members = [entry["Data"]["Id"] for entry in namespace.document["Resources"] if entry["Type"] == "Endpoint"]
        for statement in ("F-38", "F-71"):
            observe("Resources", [second_id, endpoint_id], members, of=statement)
        observe("State inside", 2, endpoint.query("").document["State"], of="F-33")
        observe("HostComputeNamespace", namespace.document["ID"], endpoint.document.get("HostComputeNamespace"), of="F-64")
        observe("deleting an endpoint inside", S_OK, hcn.delete("Endpoint", second_id).code, of="F-34")
        hcn.delete("Namespace", namespace.document["ID"])
        gone = OneOf(NOT_FOUND, symbol("HCN_E_OBJECT_USED_AFTER_UNLOAD"))
        observe("removing from a deleted namespace", gone, namespace.member("Remove", endpoint_id), of="F-41")


@pytest.mark.statement("F-35", "F-36", "F-74")
def test_namespaces_have_types_and_compartments(supply: Supply, observe: Observe) -> None:
    """One default of the host; the others as many as are asked for."""
    with made("Namespace", VERSION_2) as plain, made("Namespace", {"Type": "Host", **VERSION_2}) as host:
        numbers = [noun.document.get("NamespaceId") for noun in (plain, host)]
        observe("compartments of two", Fitting("two numbers", lambda value: len(set(value)) == 2 and all(value)), numbers, of="F-35")
    for kind in ("Guest", "GuestDefault"):
        told, guest = hcn.create("Namespace", {"Type": kind, **VERSION_2})
        with guest:
            observe(f"a namespace of type {kind}", S_OK, told.code, of="F-74")
    before = hcn.filtered("Namespace", IsDefault="true") if supply.embedded_host else []
    told, default = hcn.create("Namespace", {"Type": "HostDefault", "NamespaceId": 5, **VERSION_2})
    _, again = hcn.create("Namespace", {"Type": "HostDefault", **VERSION_2}, with_id=str(uuid.uuid4()))
    observe("the default namespace, asked for twice", default.document["ID"], again.document["ID"], of="F-36")
    again.close()
    if supply.embedded_host and not before:
        hcn.delete("Namespace", default.document["ID"])  # a real host keeps its own
    default.close()
    assert told.code == S_OK


@pytest.mark.statement("F-40", "F-39")
@pytest.mark.anyio
async def test_a_namespace_in_use_stays(supply: Supply, observe: Observe) -> None:
    """Until the container is gone."""
    with made("Namespace", VERSION_2) as namespace:
        namespace_id = namespace.document["ID"]
        document = supply.container_document()
        document["Container"]["Networking"] = {"Namespace": namespace_id.lower()}
        async with supply.system(document):
            members = [entry["Type"] for entry in namespace.document["Resources"]]
            observe("Resources while it runs", Fitting("the container", lambda value: "Container" in value), members, of="F-39")
            observe("deleting it", symbol("HCN_E_REQUEST_UNSUPPORTED"), hcn.delete("Namespace", namespace_id).code, of="F-40")
        observe("deleting it afterwards", S_OK, hcn.delete("Namespace", namespace_id).code, of="F-40")


@pytest.mark.statement("F-42", "F-44", "F-76", "F-77", "F-79", "F-80")
def test_balancers_and_routes_lead_to_endpoints(endpoint: Noun, observe: Observe) -> None:
    """As kube-proxy writes and reads them."""
    endpoint_id = endpoint.document["ID"]
    mapping = {"Protocol": 6, "InternalPort": 8080, "ExternalPort": 80}
    document = {"HostComputeEndpoints": [endpoint_id.lower()], "FrontendVIPs": ["10.99.234.145"], "PortMappings": [mapping], **VERSION_2}
    told, balancer = hcn.create("LoadBalancer", document)
    observe("a load balancer", S_OK, told.code, of="F-42")
    with balancer:
        answer = balancer.document
        observe("HostComputeEndpoints", [endpoint_id.upper()], answer["HostComputeEndpoints"], of="F-76")
        observe("PortMappings", [mapping], answer["PortMappings"], of="F-77")
        taken = OneOf(symbol("HCN_E_PORT_ALREADY_EXISTS"), code(0x800700B7))
        observe("the same front end", taken, hcn.create("LoadBalancer", document)[0].code, of="F-42")
        whole = {**document, "ID": answer["ID"], "FrontendVIPs": ["10.99.234.146"]}
        for statement in ("F-44", "F-79"):
            observe("a whole document as the change", S_OK, balancer.modify(whole).code, of=statement)
    route = {"HostComputeEndpoints": [endpoint_id], "Setting": [{"DestinationPrefix": "169.254.169.254/24", "NextHop": "127.10.0.34"}]}
    told, made_route = hcn.create("SdnRoute", {**route, **VERSION_2})
    observe("a route with bits behind its prefix", S_OK, told.code, of="F-80")
    with made_route:
        pass


@pytest.mark.usefixtures("supply")
@pytest.mark.statement("F-54", "F-60", "F-72")
def test_documents_of_the_first_generation_are_taken(observe: Observe) -> None:
    """Shims and container daemons send them through the same functions."""
    told, bare = hcn.create("Network", {"Name": f"hcsffi-{uuid.uuid4()}", "Type": "NAT", **VERSION_2})
    observe("a NAT network without Ipams", S_OK, told.code, of="F-54")
    with bare:
        pass
    subnet = {"AddressPrefix": "10.213.0.0/24", "GatewayAddress": "10.213.0.1"}
    told, network = hcn.create("Network", {"Name": f"hcsffi-{uuid.uuid4()}", "Type": "NAT", "MacPools": [RANGE], "Subnets": [subnet]})
    observe("a network of the first generation", S_OK, told.code, of="F-60")
    with network:
        mapping = {"Type": "NAT", "ExternalPort": 38081, "InternalPort": 80, "Protocol": "tcp", "ExternalPortReserved": True}
        told, endpoint = hcn.create("Endpoint", {"Name": "e", "IPAddress": "10.213.0.7", "Policies": [mapping]}, on=network)
        observe("an endpoint of the first generation", S_OK, told.code, of="F-60")
        with endpoint:
            old = endpoint.query("").document
            answer = [old.get(name) for name in ("IPAddress", "GatewayAddress")]
            observe("its addresses in the old shape", ["10.213.0.7", "10.213.0.1"], answer, of="F-72")


@pytest.mark.statement("F-56", "F-57")
def test_network_policies_come_and_go(supply: Supply, observe: Observe) -> None:
    """Host routes by their type; an overlay network tells the host's own address."""
    told, network = hcn.create("Network", network_document(Type="Overlay", Ipams=[]))
    if told.code != S_OK and not supply.embedded_host:
        pytest.skip(f"this host makes no overlay network: {told.record}")
    with network:
        for verb, there in (("Add", True), ("Remove", False)):
            assert network.policies(verb, {"Type": "HostRoute", "Settings": {}}) == S_OK
            types = [policy["Type"] for policy in network.document["Policies"]]
            observe(f"HostRoute after {verb}", there, "HostRoute" in types, of="F-56")
        provided = Fitting("the host's address in time", lambda value: "ProviderAddress" in value)
        for _ in supply.attempts():
            types = [policy["Type"] for policy in network.document["Policies"]]
            if "ProviderAddress" in types:
                break
        observe("the policies of an overlay network", provided, types, of="F-57")


@pytest.mark.statement("F-62", "F-65", "F-69", "F-75")
def test_endpoints_are_what_their_documents_say(network: Noun, observe: Observe) -> None:
    """With the route that comes along, into the namespace they name, or far away."""
    with made("Endpoint", requested("10.213.0.30", Routes=[ROUTE]), on=network) as own:
        observe("the first route", ROUTE["NextHop"], own.document["Routes"][0]["NextHop"], of="F-62")
    with made("Namespace", VERSION_2) as namespace:
        inside = {"HostComputeNamespace": namespace.document["ID"], **VERSION_2}
        told, endpoint = hcn.create("Endpoint", inside, on=network)
        with endpoint:
            observe("a namespace in the document", namespace.document["ID"], endpoint.document.get("HostComputeNamespace"), of="F-65")
            observe("the endpoint goes first", S_OK, hcn.delete("Endpoint", endpoint.document["ID"]).code, of="F-75")
        assert told.code == S_OK
        observe("the namespace goes after it", S_OK, hcn.delete("Namespace", namespace.document["ID"]).code, of="F-75")
    remote = requested("10.244.7.9", Flags=1, MacAddress="02-11-0A-F4-07-09")
    told, far = hcn.create("Endpoint", remote, on=network)
    observe("a remote endpoint outside of every subnet", S_OK, told.code, of="F-69")
    with far:
        pass


@pytest.mark.statement("G-2", "G-8", "G-9")
@pytest.mark.anyio
async def test_a_container_gets_its_network_and_leaves_nothing(supply: Supply, network: Noun, observe: Observe) -> None:
    """The whole way there and back, as the service's own clients go it; whoever forgets an endpoint meets its address again."""

    def add(verdicts: list[str], told: Told | str) -> None:
        verdicts.append(told if isinstance(told, str) else told.code)

    there: list[str] = []
    told, endpoint = hcn.create("Endpoint", requested("10.213.0.40", Name="c1"), on=network)
    add(there, told)
    told, namespace = hcn.create("Namespace", VERSION_2)
    add(there, told)
    endpoint_id, namespace_id = endpoint.document["ID"], namespace.document["ID"]
    add(there, namespace.member("Add", endpoint_id))
    document = supply.container_document()
    document["Container"]["Networking"] = {"Namespace": namespace_id.lower()}
    try:
        async with supply.system(document):
            observe("every step on the way there", {S_OK}, set(there), of="G-2")
        back: list[str] = []
        add(back, namespace.member("Remove", endpoint_id))
        forgotten, _ = hcn.create("Endpoint", requested("10.213.0.40"), on=network)
        observe("the address of a forgotten endpoint", symbol("HCN_E_ADDR_INVALID_OR_RESERVED"), forgotten.code, of="G-9")
        add(back, hcn.delete("Endpoint", endpoint_id))
        add(back, hcn.delete("Namespace", namespace_id))
        observe("every step on the way back", {S_OK}, set(back), of="G-8")
    finally:  # also where the host cannot have such a system
        for kind, noun, gone in (("Endpoint", endpoint, endpoint_id), ("Namespace", namespace, namespace_id)):
            hcn.delete(kind, gone)
            noun.close()
