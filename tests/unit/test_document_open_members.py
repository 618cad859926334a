"""Members whose type another member selects: resource paths, policies, guest requests, properties, events."""

from __future__ import annotations

import copy
import json
import pickle
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_type_hints

import pytest

from hcsffi import documents
from hcsffi.documents import answers, changes, hcn, hcs, notices, settings, v1
from hcsffi.documents.catalog import find, places
from hcsffi.documents.selectors import candidates, known_selectors

if TYPE_CHECKING:
    from collections.abc import Callable

SAMPLES = {
    "{port}": "0",
    "{id}": "{288cc1ac-8f31-4a09-9e90-30ad0bcfdbca}",
    "{service}": "e0e16197-dd56-4a10-9195-5ee7a155a838",
    "{pipe}": "\\\\.\\pipe\\a/b",
    "{controller}": "Primary disk",
    "{lun}": "3",
    "{number}": "7",
    "{offset}": "4096",
}


def concrete(template: str) -> str:
    """A path with its keys filled in."""
    for key, sample in SAMPLES.items():
        template = template.replace(key, sample)
    assert "{" not in template.replace("{288cc1ac", "")
    return template


@pytest.mark.parametrize("row", settings.RESOURCE_PATHS, ids=lambda row: row.template)
def test_every_resource_path_types_its_settings(row: settings.ResourcePath) -> None:
    """The path says what the settings are; a request read from JSON has them typed."""
    path = concrete(row.template)
    assert row == settings.find_path(path)
    if row.settings is None:
        assert () == settings.by_resource_path(path)
    elif "." in row.settings:
        cls = find(row.settings)
        read = documents.from_mapping(hcs.ModifySettingRequest, {"Settings": {}, "ResourcePath": path, "RequestType": "Add"})
        assert type(read.settings) is cls
        wrong = documents.GuestOs() if cls is not documents.GuestOs else documents.Layer()
        with pytest.raises(documents.InvalidDocument, match=rf"allowed is {cls.__published__.split('.')[-1]}"):
            hcs.ModifySettingRequest(resource_path=path, settings=wrong)
    else:
        assert 4096 == hcs.ModifySettingRequest(resource_path=path, settings=4096).settings
        for number in (-1, "4096", True, 1.5):
            with pytest.raises(documents.InvalidDocument, match=r"\$\.Settings"):
                hcs.ModifySettingRequest(resource_path=path, settings=number)
            with pytest.raises(documents.InvalidDocument, match=r"\$\.Settings"):
                documents.from_mapping(hcs.ModifySettingRequest, {"ResourcePath": path, "Settings": number})


def test_two_paths_are_not_confused() -> None:
    """A mapping lies below its device; a key holds no slash unless it is the last."""
    device = settings.find_path("VirtualMachine/Devices/VirtualPMem/Devices/3")
    mapping = settings.find_path("VirtualMachine/Devices/VirtualPMem/Devices/3/Mappings/0")
    assert device is not None
    assert mapping is not None
    assert ("hcs.VirtualPMemDevice", "hcs.VirtualPMemMapping") == (device.settings, mapping.settings)
    assert settings.find_path("VirtualMachine/Devices/Scsi/a/b/Attachments/0") is None
    assert settings.find_path("VirtualMachine/Devices/Scsi//Attachments/0") is None


def test_an_unknown_path_passes_everything_through() -> None:
    """A newer service has newer resources; whatever somebody sends there is theirs."""
    for value in ({"a": [1, {"b": None}]}, [1, 2], 5, "text", False, documents.GuestOs(host_name="h")):
        request = hcs.ModifySettingRequest(resource_path="VirtualMachine/Devices/Holodeck", settings=value)
        mapping = documents.to_mapping(request)
        again = documents.from_mapping(hcs.ModifySettingRequest, mapping)
        assert mapping == documents.to_mapping(again)


def test_a_mapping_in_a_request_becomes_the_typed_settings() -> None:
    """Half typed code works, and its mistakes are found at once."""
    path = "VirtualMachine/Devices/VirtualSmb/Shares"
    request = hcs.ModifySettingRequest(resource_path=path, request_type=hcs.ModifyRequestType.ADD, settings={"Name": "s", "Path": "C:\\s"})
    assert documents.VirtualSmbShare(name="s", path="C:\\s") == request.settings
    with pytest.raises(documents.InvalidDocument, match=r"\$\.Settings\.Path"):
        hcs.ModifySettingRequest(resource_path=path, settings={"Path": 5})


def test_the_guests_part_of_a_request_is_typed_by_its_resource() -> None:
    """Two levels of selection in one document; the guest's kind shows in the members."""
    text = {
        "ResourcePath": "VirtualMachine/Devices/Plan9/Shares",
        "RequestType": "Add",
        "Settings": {"Name": "0", "Port": 564},
        "GuestRequest": {"ResourceType": "MappedDirectory", "RequestType": "Add", "Settings": {"MountPath": "/m", "Port": 564}},
    }
    read = documents.from_mapping(hcs.ModifySettingRequest, text)
    assert isinstance(read.settings, documents.Plan9Share)
    assert isinstance(read.guest_request, hcs.GuestModifySettingRequest)
    assert isinstance(read.guest_request.settings, documents.LCOWMappedDirectory)
    assert text == documents.to_mapping(read)
    windows = {"ResourceType": "MappedDirectory", "Settings": {"HostPath": "C:\\a", "ContainerPath": "C:\\b"}}
    assert isinstance(documents.from_mapping(hcs.GuestModifySettingRequest, windows).settings, documents.MappedDirectory)


@pytest.mark.parametrize(("member", "texts"), known_selectors().items())
def test_every_selector_of_every_open_member_types_its_value(member: str, texts: tuple[str, ...]) -> None:
    """Policies, requests, resources: what the selector names is what the reader makes."""
    owner, _, wire = member.rpartition(".")
    cls = find(owner)
    row = next(row for row in cls.__members__ if row.wire == wire)
    for text in texts:
        names = candidates(member, text)
        assert all("." not in name or name in places() for name in names), names
        if row.kind.startswith("array<any by .Type"):
            value = getattr(documents.from_mapping(cls, {wire: [{"Type": text}]}), row.name)[0]
        elif "." in names[0]:
            value = getattr(documents.from_mapping(cls, {row.kind.split()[-1]: text, wire: {}}), row.name)
        else:
            continue
        assert value.__published__ == names[0]


@pytest.mark.parametrize(("member", "texts"), known_selectors().items())
def test_an_unknown_selector_passes_through_untouched(member: str, texts: tuple[str, ...]) -> None:
    """`EndpointPolicy` of next year must not be lost."""
    owner, _, wire = member.rpartition(".")
    cls = find(owner)
    row = next(row for row in cls.__members__ if row.wire == wire)
    for odd in ({"Deep": [{"x": 1}]}, 5, "text", [1]):
        value: Any = [odd] if row.kind.startswith("array") else odd
        mapping = {wire: value} if row.kind.startswith("array") else {row.kind.split()[-1]: "Unheard", wire: value}
        assert mapping == documents.to_mapping(documents.from_mapping(cls, mapping))


def test_one_policy_text_means_another_type_for_another_holder() -> None:
    """ProviderAddress, L4Proxy and VLAN exist for several holders."""
    setting = {"Type": "ProviderAddress", "Settings": {}}
    assert isinstance(documents.from_mapping(documents.EndpointPolicy, setting).settings, documents.ProviderAddressEndpointPolicySetting)
    assert isinstance(documents.from_mapping(documents.NetworkPolicy, setting).settings, documents.ProviderAddressNetworkPolicySetting)
    flat = documents.from_mapping(v1.HNSEndpoint, {"Policies": [{"Type": "VLAN", "VLAN": 5}, {"Type": "Odd", "x": 1}, "text"]})
    assert flat.policies is not None
    assert isinstance(flat.policies[0], v1.VlanPolicy)
    assert {"Type": "Odd", "x": 1} == flat.policies[1]


def test_requests_of_the_network_service_are_typed() -> None:
    """Resource type selects the settings, and the policies inside are typed again."""
    text = '{"ResourceType":"Policy","RequestType":"Add","Settings":{"Policies":[{"Type":"PortMapping","Settings":{"InternalPort":80}}]}}'
    read = documents.from_json(hcn.ModifyEndpointSettingRequest, text)
    assert isinstance(read.settings, hcn.PolicyEndpointRequest)
    assert read.settings.policies is not None
    assert documents.PortMappingPolicySetting(internal_port=80) == read.settings.policies[0].settings
    assert json.loads(text) == documents.to_mapping(read)


def test_answers_to_system_properties_are_found_by_their_name() -> None:
    """What was asked is not always spelled as the member that answers."""
    names = {row.name for row in documents.Properties.__members__}
    assert set(answers.SYSTEM_PROPERTIES.values()) <= names
    read = documents.from_mapping(
        documents.Properties, {"Statistics": {"Uptime100ns": 5}, "GuestConnectionInfo": {"ProtocolVersion": 4}, "PropertyResponses": {}}
    )
    assert documents.Statistics(uptime_100ns=5) == answers.system_answer(read, "Statistics")
    assert 4 == getattr(answers.system_answer(read, "GuestConnection"), "protocol_version", None)
    assert answers.system_answer(read, "Memory") is None
    assert answers.system_answer(read, "NoSuchThing") is None


def test_answers_of_the_service_come_in_the_order_of_the_questions() -> None:
    """The elements name no type; only the question does."""
    text = b'{"Properties": [{"SupportedSchemaVersions": [{"Major": 2, "Minor": 6}]}, {"Anything": 1}, {"CpuGroups": []}]}'
    found = answers.service_answers(["Basic", "Memory", "CpuGroup"], text)
    assert documents.BasicInformation(supported_schema_versions=[hcs.Version(major=2, minor=6)]) == found.basic
    assert {"Memory": {"Anything": 1}} == found.others
    assert documents.CpuGroupConfigurations(cpu_groups=[]) == found.cpu_group
    assert found.processor_topology is None
    assert answers.ServiceAnswers() == answers.service_answers(["Basic"], b"") == answers.service_answers([], b"{}")
    with pytest.raises(documents.InvalidDocument, match=r"SupportedSchemaVersions"):
        answers.service_answers(["Basic"], b'{"Properties": [{"SupportedSchemaVersions": 5}]}')


def test_every_property_of_the_service_has_its_member_and_type() -> None:
    """A member that is misspelt in the table would be refused when a service first answers it."""
    hints = get_type_hints(answers.ServiceAnswers, vars(hcs) | {"hcs": hcs, "Mapping": Mapping})
    table = {member: getattr(hcs, published) | None for member, published in answers.SERVICE_PROPERTIES.values()}
    assert table == {member: hint for member, hint in hints.items() if member not in {"others", "responses"}}
    assert all(issubclass(getattr(hcs, published), documents.Document) for published in answers.NAMED_QUERIES.values())


RESPONSES = {
    "ProcessorCapabilities": {"Response": {"CacheLineFlushSize": 8}},
    "Other": {"Error": {"Error": -5}},
    "Odd": {"Response": 5},
}


def test_answers_to_named_queries_are_typed_and_failures_stay_whole() -> None:
    """A query may fail alone; its error must not be lost."""
    text = json.dumps({"PropertyResponses": {**RESPONSES, "Basic": {"Response": {"SupportedSchemaVersions": []}}}}).encode()
    found: dict[str, Any] = dict(answers.service_answers([], text).responses)
    assert isinstance(found["ProcessorCapabilities"], documents.ProcessorCapabilitiesInfo)
    assert -5 == found["Other"].error.error
    assert 5 == found["Odd"]
    assert documents.BasicInformation(supported_schema_versions=[]) == found["Basic"]


def test_answers_to_queries_of_a_system_are_typed_in_their_place() -> None:
    """The same question asked by name has the same answer; written back it is what came."""
    value = {"Id": "x", "PropertyResponses": {**RESPONSES, "Statistics": {"Response": {"Uptime100ns": 5}}, "Gone": {}}}
    found = answers.system_properties(json.dumps(value).encode())
    responses: dict[str, Any] = dict(found.property_responses or {})
    assert documents.Statistics(uptime_100ns=5) == responses["Statistics"].response
    assert isinstance(responses["ProcessorCapabilities"].response, documents.ProcessorCapabilitiesInfo)
    assert (5, -5, None) == (responses["Odd"].response, responses["Other"].error.error, responses["Gone"].response)
    assert value == documents.to_mapping(found)
    assert documents.Properties() == answers.system_properties(b"")
    with pytest.raises(documents.InvalidDocument, match="Uptime100ns"):
        answers.system_properties(b'{"PropertyResponses": {"Statistics": {"Response": {"Uptime100ns": "x"}}}}')


def test_events_carry_the_documents_their_kind_names() -> None:
    """The numbers are those of the native header."""
    exited = notices.payload(0x00000001, b'{"Status": -1070137081, "ExitType": "ForcedExit"}')
    assert documents.SystemExitStatus(status=-1070137081, exit_type=documents.NotificationType.FORCED_EXIT) == exited
    assert notices.payload_type(0x00000002) is notices.payload_type(0x00000003) is documents.CrashReport
    assert notices.payload_type(0x00010000) is documents.ProcessStatus
    assert notices.payload(0x02000000, b"{}") is None
    assert notices.payload(0x00000001, None) is None
    assert all(name in places() for name in [*notices.PAYLOADS.values(), notices.NETWORK_CALLBACK])
    with pytest.raises(documents.InvalidDocument):
        notices.payload(0x00000001, b"[]")


def test_changes_make_path_and_request_together() -> None:
    """Nobody has to remember where the unit number goes."""
    disk = documents.Attachment(type=documents.AttachmentType.VIRTUAL_DISK, path="C:\\d.vhdx")
    request = changes.scsi_attachment("0", 3, disk)
    assert {
        "ResourcePath": "VirtualMachine/Devices/Scsi/0/Attachments/3",
        "RequestType": "Add",
        "Settings": {"Type": "VirtualDisk", "Path": "C:\\d.vhdx"},
    } == documents.to_mapping(request)
    removal = changes.scsi_attachment("0", 3, None, "Remove")
    assert {"ResourcePath": request.resource_path, "RequestType": "Remove"} == documents.to_mapping(removal)
    with pytest.raises(ValueError, match="knows Add, Remove, not Update"):
        changes.vm_mapped_pipe("p", "Update")
    with pytest.raises(documents.InvalidDocument, match="allowed is Attachment"):
        changes.change("VirtualMachine/Devices/Scsi/0/Attachments/3", "Add", documents.Layer())


def test_every_change_uses_a_known_path() -> None:
    """A builder with a path nobody knows would send nonsense in silence."""
    requests = [
        changes.vm_memory(1),
        changes.vm_cpu_group(documents.CpuGroup()),
        changes.vm_idle_processors(documents.IdleProcessorsRequest()),
        changes.vm_cpu_frequency_cap(1),
        changes.vm_processor_limits(documents.ProcessorLimits()),
        changes.gpu(documents.GpuConfiguration()),
        changes.com_port(0, documents.ComPort()),
        changes.flexible_iov("i", documents.FlexibleIoDevice()),
        changes.hv_socket_service("s", documents.HvSocketServiceConfig()),
        changes.vm_mapped_pipe("p"),
        changes.network_adapter("n", documents.NetworkAdapter()),
        changes.plan9_share(documents.Plan9Share()),
        changes.scsi_attachment("c", 0, documents.Attachment()),
        changes.memory_region(documents.SharedMemoryRegion()),
        changes.virtual_pci("v", documents.VirtualPciDevice()),
        changes.vpmem_device(0, documents.VirtualPMemDevice()),
        changes.vpmem_mapping(0, 0, documents.VirtualPMemMapping()),
        changes.virtual_smb_share(documents.VirtualSmbShare()),
        changes.container_memory(1),
        changes.container_processor(documents.ContainerProcessor()),
        changes.container_device(documents.Device()),
        changes.mapped_directory(documents.MappedDirectory()),
        changes.mapped_pipe(documents.MappedPipe()),
    ]
    rows = [settings.find_path(request.resource_path or "") for request in requests]
    left = {row.template for row in settings.RESOURCE_PATHS} - {row.template for row in rows if row is not None}
    assert None not in rows
    assert {"VirtualMachine/Devices/Licensing", "Container/RegistryFlushState"} == left


KEYED: dict[str, Callable[[Any], hcs.ModifySettingRequest]] = {
    "controller": lambda key: changes.scsi_attachment(key, 0),
    "adapter_id": changes.network_adapter,
    "service_id": lambda key: changes.hv_socket_service(key, request="Remove"),
    "device_id": changes.flexible_iov,
    "device_id of a bus": changes.virtual_pci,
}
NUMBERED: dict[str, Callable[[Any], hcs.ModifySettingRequest]] = {
    "lun": lambda number: changes.scsi_attachment("primary", number),
    "port": changes.com_port,
    "number": changes.vpmem_device,
    "number of a mapping": lambda number: changes.vpmem_mapping(number, 0),
    "offset_bytes": lambda number: changes.vpmem_mapping(0, number),
}


@pytest.mark.parametrize("name", KEYED)
def test_a_key_that_would_change_the_path_is_refused(name: str) -> None:
    """`a/b` as a controller would address an attachment of another controller, or nothing at all."""
    for key in ("", "a/b", "/"):
        with pytest.raises(ValueError, match=f"{name.split(maxsplit=1)[0]} is one part of a resource path"):
            KEYED[name](key)
    assert "/a b" in str(KEYED[name]("a b").resource_path)


@pytest.mark.parametrize("name", NUMBERED)
def test_a_number_of_a_path_is_a_whole_one(name: str) -> None:
    """`True` and `1.5` would stand in the path as they are written in Python."""
    for number in (-1, True, 1.5, "1"):
        with pytest.raises(ValueError, match=f"{name.split(maxsplit=1)[0]} is a whole number from 0 on"):
            NUMBERED[name](number)
    assert "7" in str(NUMBERED[name](7).resource_path)


def test_a_pipe_may_have_slashes_in_its_path_but_needs_one() -> None:
    """The one key that is a path itself."""
    assert "VirtualMachine/Devices/MappedPipes/\\\\.\\pipe\\a/b" == changes.vm_mapped_pipe("\\\\.\\pipe\\a/b").resource_path
    with pytest.raises(ValueError, match="host_pipe"):
        changes.vm_mapped_pipe("")


def test_settings_of_a_change_may_be_a_mapping_or_text() -> None:
    """A problem is named by its place in what the caller gave, not by its place in the request."""
    share = documents.VirtualSmbShare(name="layer", path="C:\\layer")
    for given in (
        share,
        {"Name": "layer", "Path": "C:\\layer"},
        '{"Name": "layer", "Path": "C:\\\\layer"}',
        b'{"Name":"layer","Path":"C:\\\\layer"}',
    ):
        assert changes.virtual_smb_share(share) == changes.virtual_smb_share(given)
    with pytest.raises(documents.InvalidDocument, match=r"\$\.Name"):
        changes.virtual_smb_share({"Name": 5})
    with pytest.raises(documents.InvalidDocument, match="allowed is VirtualSmbShare"):
        changes.virtual_smb_share(documents.Layer())  # type: ignore[arg-type]  # what a checker would refuse


def test_an_event_of_a_kind_nobody_knows_is_of_that_kind() -> None:
    """`event.kind` has one type, so that a reader compares, prints and stores it without asking first what it is."""
    unknown = notices.EventKind(0x00000BAD)
    assert isinstance(unknown, notices.EventKind)
    assert (0xBAD, False, "UNKNOWN_0x00000BAD") == (unknown, unknown.is_known, unknown.name)
    assert unknown == notices.EventKind(0xBAD) == pickle.loads(pickle.dumps(unknown)) == copy.deepcopy(unknown)
    assert hash(unknown) == hash(notices.EventKind(0xBAD))
    assert unknown not in list(notices.EventKind)
    assert notices.EventKind.SYSTEM_EXITED.is_known
    assert notices.payload(unknown, b"{}") is None
    impossible: list[Any] = [-1, 1 << 32, "1"]
    for number in impossible:
        with pytest.raises(ValueError, match="is not a valid EventKind"):
            notices.EventKind(number)


def test_the_kinds_of_events_are_those_of_the_native_header() -> None:
    """The header is the one source of the numbers; every enumerator but the invalid one has a kind."""
    declared = (Path(__file__).resolve().parents[2] / "hcs_cdef.h").read_text(encoding="utf-8")
    body = declared[declared.index("typedef enum HCS_EVENT_TYPE {") : declared.index("} HCS_EVENT_TYPE;")]
    numbers = {name: int(text, 0) for name, text in re.findall(r"HcsEvent(\w+) = (\w+),", body) if name != "Invalid"}
    assert numbers == {"".join(word.capitalize() for word in kind.name.split("_")): int(kind) for kind in notices.EventKind}
