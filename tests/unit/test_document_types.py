"""Documents as Python objects: checked when made, frozen, equal by value; their front door, and what builders make of them.

`test_document_attrs` looks at every type.
"""

from __future__ import annotations

import copy
import pickle
import subprocess
import sys
from typing import Any

import attrs
import cattrs
import pytest

from hcsffi import documents
from hcsffi.documents import build

GUID = "0f8fad5b-d9cb-469f-a165-70867728950e"


def sample() -> documents.ComputeSystem:
    """A document with something of everything."""
    return documents.ComputeSystem(
        owner="me",
        container=documents.Container(
            storage=documents.Storage(layers=[documents.Layer(path="a"), documents.Layer(path="b")]),
            hv_socket=documents.ContainerHvSocket(config=documents.HvSocketSystemConfig(service_table={})),
        ),
        unknown_members={"Odd": [1, {"x": None}]},
    )


def test_a_wrong_argument_is_told_at_once() -> None:
    """The mistake shows where it is made, with the place it would have in the document."""
    wrong: Any = {"size_in_mb": "512"}
    with pytest.raises(documents.InvalidDocument, match=r'\$\.SizeInMB: found the text "512", allowed is a whole number'):
        documents.ContainerMemory(**wrong)
    unknown: Any = {"sizeInMB": 512}
    with pytest.raises(TypeError, match="ContainerMemory has no member 'sizeInMB'; did you mean 'size_in_mb'"):
        documents.ContainerMemory(**unknown)
    published: Any = {"SizeInMB": 512}
    with pytest.raises(TypeError, match="did you mean 'size_in_mb'"):
        documents.ContainerMemory(**published)
    mapping: Any = {"HostName": "h"}
    with pytest.raises(documents.InvalidDocument, match=r"documents\.from_mapping reads a mapping"):
        documents.Container(guest_os=mapping)
    positional: Any = documents.GuestOs
    with pytest.raises(TypeError):
        positional("h")


def test_all_wrong_arguments_are_told_together() -> None:
    """As with documents from JSON."""
    wrong: Any = {"owner": 1, "should_terminate_on_last_handle_closed": "yes", "container": 5}
    with pytest.raises(documents.InvalidDocument) as caught:
        documents.ComputeSystem(**wrong)
    assert 3 == len(caught.value.problems)


def test_documents_are_frozen() -> None:
    """What was checked stays checked."""
    system = sample()
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        system.owner = "you"  # type: ignore[misc]  # the mistake under test
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        del system.owner
    with pytest.raises(AttributeError):
        system.unheard = 1  # type: ignore[attr-defined]  # the mistake under test
    read: Any = documents.from_json(documents.GuestOs, "{}")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        read.host_name = "x"


def test_documents_are_equal_by_value() -> None:
    """Built, read or copied: the same content is the same document."""
    system = sample()
    again = documents.from_json(documents.ComputeSystem, documents.to_json(system))
    assert system == again == copy.copy(system) == copy.deepcopy(system) == pickle.loads(pickle.dumps(system))
    assert system != documents.replace(system, owner="you")
    assert system != documents.replace(system, unknown_members=None)
    assert documents.GuestOs() != documents.Keyboard()
    assert 1 == len({system, again, copy.deepcopy(system)})


def test_a_changed_copy_keeps_the_rest() -> None:
    """Also what nobody knows; the changes are checked."""
    system = sample()
    changed = documents.replace(system, owner=None, hosting_system_id="vm")
    assert (None, "vm", system.container, system.unknown_members) == (
        changed.owner,
        changed.hosting_system_id,
        changed.container,
        changed.unknown_members,
    )
    with pytest.raises(documents.InvalidDocument):
        documents.replace(system, owner=5)
    with pytest.raises(TypeError, match="no member 'ownr'"):
        documents.replace(system, ownr="x")


def test_a_document_shows_what_is_set() -> None:
    """A log line with nineteen None in it says nothing."""
    assert "GuestOs(host_name='h')" == repr(documents.GuestOs(host_name="h"))
    assert "GuestOs(unknown_members={'Odd': 1})" == repr(documents.GuestOs(unknown_members={"Odd": 1}))


def test_attrs_sees_ordinary_attrs_classes() -> None:
    """The functions of attrs work; the types of other topics are found when somebody resolves them."""
    fields = attrs.fields(attrs.resolve_types(documents.Attachment))
    assert attrs.has(documents.Attachment)
    assert "Path" == fields.path.metadata["wire"]
    assert fields.type.type == documents.AttachmentType | None
    system = sample()
    assert documents.replace(system, owner="x") == attrs.evolve(system, owner="x")
    assert {"host_name": "h", "unknown_members": None} == attrs.asdict(documents.GuestOs(host_name="h"))


def test_a_users_own_types_compose_with_cattrs() -> None:
    """A job file holds a document among other things; their converter and ours are one."""

    @attrs.frozen
    class Job:
        name: str
        system: documents.ComputeSystem
        shares: list[documents.Plan9Share]

    globals()["documents"] = documents
    for converter in (documents.converter(), documents.register(cattrs.Converter(forbid_extra_keys=True))):
        raw = {"name": "j", "system": {"Owner": "me", "Odd": 1}, "shares": [{"Port": 564}]}
        job = converter.structure(raw, Job)
        assert Job("j", documents.from_mapping(documents.ComputeSystem, {"Owner": "me", "Odd": 1}), [documents.Plan9Share(port=564)]) == job
        assert raw == converter.unstructure(job)


def test_wire_names_are_told() -> None:
    """Whoever compares with the published tables needs them."""
    assert {"count": "Count", "weight": "Weight", "maximum": "Maximum"} == documents.wire_names(documents.ContainerProcessor)
    assert "uptime_100ns" in documents.wire_names(documents.Statistics)


@pytest.mark.parametrize(
    ("code", "absent"),
    [
        ("import hcsffi", ("attr", "cattrs", "orjson", "json", "hcsffi.documents")),
        ("from hcsffi import documents", ("attr", "cattrs", "orjson", "json", "hcsffi.documents.document")),
        ("from hcsffi import documents; documents.ComputeSystem", ("cattrs", "orjson", "json", "hcsffi.documents.topic.container")),
        (
            "from hcsffi import documents; documents.ComputeSystem(owner='x')",
            ("cattrs", "orjson", "json", "hcsffi.documents.topic.container"),
        ),
        (
            "from hcsffi import documents; documents.from_json(documents.GuestOs, '{}')",
            ("hcsffi.documents.topic.layer", "hcsffi.documents.topic.virtual_machine", "hcsffi.documents.topic.network"),
        ),
        (
            'from hcsffi import documents; documents.from_json(documents.ComputeSystem, \'{"Container": {"Memory": {"SizeInMB": 1}}}\')',
            ("hcsffi.documents.topic.firmware", "hcsffi.documents.topic.device", "hcsffi.documents.topic.network"),
        ),
    ],
)
def test_only_what_is_used_is_loaded(code: str, absent: tuple[str, ...]) -> None:
    """Importing everything costs a command line tool more than its work: attrs is for whoever has a document, a topic for its types."""
    script = f"import sys; before = set(sys.modules); {code}; print(*(set(sys.modules) - before))"
    loaded = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True).stdout.split()
    assert [] == [name for name in absent if name in loaded]
    assert any(name.startswith("hcsffi") for name in loaded)


def test_every_name_is_offered_and_listed() -> None:
    """`dir` and editors show what there is."""
    names = dir(documents)
    for name in ("ComputeSystem", "HostComputeNetwork", "from_json", "to_json", "encode", "check", "hcs", "hcn", "v1", "InvalidDocument"):
        assert name in names
        assert getattr(documents, name) is not None
    assert "Container" in dir(documents.hcs)
    with pytest.raises(AttributeError, match="no type or function 'Contaner'"):
        documents.Contaner  # type: ignore[attr-defined]  # noqa: B018  the mistake under test


@pytest.mark.parametrize(
    ("document", "wanted"),
    [
        (
            build.process_isolated_container(scratch="C:\\s", layers=[documents.Layer(path="C:\\l")], host_name="h", namespace_id=GUID),
            {"GuestOs": {"HostName": "h"}, "Storage": {"Layers": [{"Path": "C:\\l"}], "Path": "C:\\s"}, "Networking": {"Namespace": GUID}},
        ),
        (build.process_isolated_container(), {}),
    ],
)
def test_a_container_holds_what_was_asked_for_and_no_more(document: documents.ComputeSystem, wanted: dict[str, Any]) -> None:
    """Members nobody asked for would override the service's defaults."""
    assert document.container is not None
    assert wanted == documents.to_mapping(document.container)
    assert {"Major": 2, "Minor": 1} == documents.to_mapping(document)["SchemaVersion"]


def test_a_linux_vm_boots_its_kernel() -> None:
    """Shape as shipping software sends it: an empty controller is there, because it cannot be added later."""
    document = documents.to_mapping(build.linux_vm(kernel="k", initrd="i", command_line="c", console_pipe="p", memory_mb=512, processors=1))
    machine = document["VirtualMachine"]
    assert {"KernelFilePath": "k", "InitRdPath": "i", "KernelCmdLine": "c"} == machine["Chipset"]["LinuxKernelDirect"]
    assert {"Memory": {"SizeInMB": 512, "AllowOvercommit": True}, "Processor": {"Count": 1}} == machine["ComputeTopology"]
    assert {"0": {"Attachments": {}}} == machine["Devices"]["Scsi"]
    assert {"0": {"NamedPipe": "p"}} == machine["Devices"]["ComPorts"]


def test_a_windows_vm_boots_from_share_or_disk() -> None:
    """A utility VM waits for its agent, another does not; without either there is nothing to boot."""
    utility = documents.to_mapping(build.windows_vm(boot_share="C:\\os"))["VirtualMachine"]
    assert "VmbFs" == utility["Chipset"]["Uefi"]["BootThis"]["DeviceType"]
    assert {} == utility["GuestConnection"]
    plain = documents.to_mapping(build.windows_vm(disks=["C:\\d.vhdx"]))["VirtualMachine"]
    assert {"DeviceType": "ScsiDrive", "DevicePath": "0", "DiskNumber": 0} == plain["Chipset"]["Uefi"]["BootThis"]
    assert "GuestConnection" not in plain
    with pytest.raises(ValueError, match="something to boot from"):
        build.windows_vm()


def test_networks_have_their_mode_subnet_and_policies() -> None:
    """As hcsshim's tests send them."""
    nat = documents.to_mapping(build.nat_network("n", "10.1.0.0/16", "10.1.0.1", dns=["1.1.1.1"]))
    assert "NAT" == nat["Type"]
    assert [{"NextHop": "10.1.0.1", "DestinationPrefix": "0.0.0.0/0"}] == nat["Ipams"][0]["Subnets"][0]["Routes"]
    assert {"ServerList": ["1.1.1.1"]} == nat["Dns"]
    assert "Ipams" not in documents.to_mapping(build.nat_network("n"))
    overlay = documents.to_mapping(build.overlay_network("o", "Ethernet", "10.2.0.0/16", "10.2.0.1", 5000))
    assert [{"Type": "VSID", "Settings": {"IsolationId": 5000}}] == overlay["Ipams"][0]["Subnets"][0]["Policies"]
    assert 8 == overlay["Flags"]
    assert "Dhcp" == documents.to_mapping(build.transparent_network("t", "Ethernet"))["Ipams"][0]["Type"]
    six = documents.to_mapping(build.l2bridge_network("l", "Ethernet", "fd00::/64", "fd00::1"))
    assert "::/0" == six["Ipams"][0]["Subnets"][0]["Routes"][0]["DestinationPrefix"]


def test_an_endpoint_carries_port_mappings_and_access_rules() -> None:
    """Protocols as numbers, lists as comma-separated text: what the service takes."""
    made = documents.to_mapping(
        build.endpoint(
            "0f8fad5b-d9cb-469f-a165-70867728950e",
            "e",
            ip_address="10.1.0.2",
            prefix_length=16,
            gateway="10.1.0.1",
            policies=[
                build.port_mapping(8080, 80, "UDP"),
                build.acl(
                    "Block", "Out", protocols=[6], remote_addresses=["10.0.0.0/8", "1.1.1.1"], remote_ports=[25, "100-200"], priority=0
                ),
                build.outbound_nat(["10.0.0.0/8"]),
            ],
        )
    )
    assert [{"IpAddress": "10.1.0.2", "PrefixLength": 16}] == made["IpConfigurations"]
    mapping, rule, nat = made["Policies"]
    assert {"Type": "PortMapping", "Settings": {"Protocol": 17, "InternalPort": 80, "ExternalPort": 8080}} == mapping
    assert ("10.0.0.0/8,1.1.1.1", "25,100-200", "6", 0) == tuple(
        rule["Settings"][name] for name in ("RemoteAddresses", "RemotePorts", "Protocols", "Priority")
    )
    assert {"Type": "OutBoundNAT", "Settings": {"Exceptions": ["10.0.0.0/8"]}} == nat
