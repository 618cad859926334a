"""What crosses the wire: nothing is lost, nothing is sent that was not set, and what is wrong is said completely."""

from __future__ import annotations

import json
from collections import OrderedDict
from pathlib import Path
from typing import Any, cast
from uuid import UUID

import pytest

from hcsffi import documents
from hcsffi.documents import hcn, hcs, v1
from hcsffi.documents.catalog import find
from hcsffi.documents.document import Document

FIXTURES = Path(__file__).resolve().parents[2].parent / "shared" / "reference" / "fixtures"


def fixtures() -> list[Any]:
    """Real documents collected outside the project; one skipped test where they are not."""
    index = FIXTURES / "index.json"
    if not index.is_file():
        return [pytest.param(None, marks=pytest.mark.skip(reason="the collected documents lie outside the project and are not here"))]
    return [pytest.param(row, id=row["file"]) for row in json.loads(index.read_text(encoding="utf-8"))["fixtures"]]


def same_guids(value: Any) -> Any:
    """The value with every GUID in the one spelling the service writes."""
    if isinstance(value, str):
        try:
            return str(UUID(value)) if len(value) in {36, 38} else value
        except ValueError:
            return value
    if isinstance(value, dict):
        return {key: same_guids(item) for key, item in value.items()}
    return [same_guids(item) for item in value] if isinstance(value, list) else value


@pytest.mark.parametrize("row", fixtures())
def test_a_real_document_survives_reading_and_writing(row: dict[str, str]) -> None:
    """Documents of real programs and services, odd ones included, come out as they went in; GUIDs may change their spelling only."""
    text = (FIXTURES / row["file"]).read_bytes()
    root = row["root"].replace("ref:", "")
    many = root.startswith("array<")
    cls = find(f"{row['api']}.{root.removeprefix('array<').removesuffix('>')}")
    read: Any = documents.from_json(list[cls] if many else cls, text)  # type: ignore[valid-type]  # the fixture says which type
    assert same_guids(json.loads(text)) == same_guids([documents.to_mapping(item) for item in read] if many else documents.to_mapping(read))
    if not many:
        assert documents.from_json(cls, documents.to_json(read)) == read
        assert json.loads(documents.to_json(read)) == json.loads(documents.encode(cls, json.loads(text)))


def test_none_is_not_sent_but_zero_false_and_empty_are() -> None:
    """Three states: unset, set to the default, set. The service tells them apart."""
    processor = documents.VirtualMachineProcessor(limit=0, weight=None, expose_virtualization_extensions=False)
    devices = documents.Devices(scsi={}, plan9=documents.Plan9(shares=[]), battery=documents.Battery())
    assert {"Limit": 0, "ExposeVirtualizationExtensions": False} == documents.to_mapping(processor)
    assert {"Scsi": {}, "Plan9": {"Shares": []}, "Battery": {}} == documents.to_mapping(devices)
    assert {"NamedPipe": ""} == documents.to_mapping(documents.ComPort(named_pipe=""))
    assert devices == documents.from_mapping(documents.Devices, documents.to_mapping(devices))


def test_null_means_not_set() -> None:
    """Readers accept absence of every member; an explicit null says the same and is not sent on."""
    read = documents.from_json(documents.ComputeSystem, '{"Owner": null, "Container": null}')
    assert documents.ComputeSystem() == read
    assert b"{}" == documents.to_json(read)


def test_a_null_in_an_open_member_is_a_value() -> None:
    """`any` may be null; what the service said comes back."""
    text = '{"Response": null}'
    assert json.loads(text) == json.loads(documents.to_json(documents.from_json(documents.PropertyResponse, text)))


def test_unknown_members_survive_at_every_depth_in_their_place() -> None:
    """Services are newer than libraries; what we do not know we must not lose, nor move."""
    text = '{"New":1,"Owner":"x","Container":{"GuestOs":{"Before":[{"a":null}],"HostName":"h","After":{}},"Future":{"deep":[1.5,true]}}}'
    read = documents.from_json(documents.ComputeSystem, text)
    assert text == documents.to_json(read).decode()
    assert {"New": 1} == read.unknown_members
    changed = documents.replace(read, owner="y")
    assert text.replace('"x"', '"y"') == documents.to_json(changed).decode()


def test_unknown_members_can_be_sent() -> None:
    """A user may know more than we do."""
    sent = documents.GuestOs(host_name="h", unknown_members={"Extra": {"x": 1}})
    assert {"HostName": "h", "Extra": {"x": 1}} == documents.to_mapping(sent)
    with pytest.raises(TypeError, match="GuestOs knows 'HostName': pass it as 'host_name'"):
        documents.GuestOs(unknown_members={"HostName": "h"})
    with pytest.raises(documents.InvalidDocument, match=r"\$\.Extra"):
        documents.GuestOs(unknown_members={"Extra": float("nan")})


def test_unknown_texts_of_an_enumeration_survive() -> None:
    """A newer service has newer states."""
    read = documents.from_json(documents.Properties, '{"State": "Levitating", "SystemType": "Container"}')
    assert "Levitating" == read.state
    assert read.system_type is documents.SystemType.CONTAINER
    assert {"SystemType": "Container", "State": "Levitating"} == documents.to_mapping(read)


def test_texts_of_an_enumeration_may_be_plain_texts() -> None:
    """Nobody has to import the enumeration; known texts become its members."""
    texts: Any = ["Container"]
    query = documents.SystemQuery(types=texts)
    assert query == documents.SystemQuery(types=[documents.SystemType.CONTAINER])
    assert (
        "Container"
        == str(documents.SystemType.CONTAINER.value)
        == str(documents.SystemType.CONTAINER)
        == f"{documents.SystemType.CONTAINER}"
    )


def test_a_member_of_another_enumeration_is_refused() -> None:
    """Both are texts; the mistake would show only at the service."""
    with pytest.raises(documents.InvalidDocument, match="allowed is State"):
        documents.Properties(state=documents.SystemType.CONTAINER)  # type: ignore[arg-type]  # the mistake under test


@pytest.mark.parametrize(
    ("kind", "low", "high"),
    [
        (lambda value: documents.VirtualMachineProcessor(maximum_frequency_mhz=value), 0, 2**32 - 1),
        (lambda value: documents.WindowsCrashReporting(max_dump_size=value), -(2**63), 2**63 - 1),
        (lambda value: documents.ContainerMemory(size_in_mb=value), 0, 2**64 - 1),
        (lambda value: documents.ResultError(error=value), -(2**31), 2**31 - 1),
        (lambda value: documents.UefiBootEntry(disk_number=value), 0, 2**16 - 1),
        (lambda value: documents.VirtualPMemController(maximum_count=value), 0, 2**8 - 1),
    ],
)
def test_integers_keep_their_width(kind: Any, low: int, high: int) -> None:
    """The service reads exactly so many bits; a number too large would arrive as another one or as an error nobody understands."""
    for value in (low, high):
        made = kind(value)
        assert made == documents.from_json(type(made), documents.to_json(made))
    wrong: tuple[Any, ...] = (low - 1, high + 1, True, 1.0, "1")
    for value in wrong:
        with pytest.raises(documents.InvalidDocument, match=f"a whole number from {low} to {high}"):
            kind(value)


@pytest.mark.parametrize("text", ["18446744073709551616", "-9223372036854775809", "1e3", "true", '"5"'])
def test_numbers_that_do_not_fit_are_refused_in_json_too(text: str) -> None:
    """Whether it comes as JSON or from Python makes no difference."""
    with pytest.raises(documents.InvalidDocument, match=r"\$\.SizeInMB"):
        documents.from_json(documents.ContainerMemory, f'{{"SizeInMB": {text}}}')


def test_flags_of_the_network_service_go_as_numbers_and_modes_as_texts() -> None:
    """The published page asks for texts; the service refuses them (0x803B001B)."""
    flags = documents.NetworkFlags.ENABLE_NON_PERSISTENT | documents.NetworkFlags.ENABLE_DNS_PROXY
    network = documents.HostComputeNetwork(type=documents.NetworkMode.NAT, flags=flags)
    assert {"Type": "NAT", "Flags": 9} == documents.to_mapping(network)
    mode, number = cast("Any", "NAT"), cast("Any", 9)
    assert network == documents.HostComputeNetwork(type=mode, flags=number)
    named: Any = "EnableDhcp"
    assert {"Flags": 32} == documents.to_mapping(documents.HostComputeEndpoint(flags=named))
    assert {"Protocol": 6} == documents.to_mapping(documents.PortMappingPolicySetting(protocol=documents.ProtocolType.TCP))


def test_unknown_bits_and_numbers_survive() -> None:
    """Bit 31 may mean something tomorrow."""
    read = documents.from_json(documents.HostComputeNetwork, '{"Flags": 2147483656}')
    assert {"Flags": 2147483656} == documents.to_mapping(read)
    setting = documents.from_json(documents.PortMappingPolicySetting, '{"Protocol": 132}')
    assert 132 == setting.protocol


def test_numbers_where_texts_are_usual_survive_for_the_network_service() -> None:
    """The oldest samples number their modes."""
    read = documents.from_json(documents.HostComputeNamespace, '{"Type": 0}')
    assert {"Type": 0} == documents.to_mapping(read)
    with pytest.raises(documents.InvalidDocument):
        documents.from_json(documents.Properties, '{"State": 0}')


@pytest.mark.parametrize(
    "spelling",
    [
        "0F8FAD5B-D9CB-469F-A165-70867728950E",
        "{0f8fad5b-d9cb-469f-a165-70867728950e}",
        "{0F8FAD5B-D9CB-469F-A165-70867728950E}",
        "0f8fad5bd9cb469fa16570867728950e",
        "{0f8fad5bd9cb469f-a165-70867728950e}",
        "{0f8fad5b-d9cb-469fa165-70867728950e",
        "0f8fad5b-d9cb-469f-a16570867728950e}",
        "urn:uuid:0f8fad5b-d9cb-469f-a165-70867728950e",
        UUID("0f8fad5b-d9cb-469f-a165-70867728950e"),
    ],
)
def test_guids_are_read_in_every_spelling_and_written_in_one(spelling: Any) -> None:
    """The same GUID must compare equal, however somebody wrote it."""
    layer = documents.Layer(id=spelling)
    assert "0f8fad5b-d9cb-469f-a165-70867728950e" == layer.id
    assert layer == documents.from_mapping(documents.Layer, {"Id": str(spelling)})
    sockets: dict[str, Any] = {"ServiceTable": {str(spelling): {}}}
    assert [layer.id] == [*(documents.from_mapping(documents.HvSocketSystemConfig, sockets).service_table or {})]


def test_a_name_where_the_table_says_guid_survives() -> None:
    """The RuntimeId of a saved system is a name; refusing it would hide the system."""
    assert "baseline-Template" == documents.from_json(documents.Properties, '{"RuntimeId": "baseline-Template"}').runtime_id


@pytest.mark.parametrize(
    ("text", "ticks"),
    [
        ("1601-01-01T00:00:00Z", 0),
        ("1970-01-01T00:00:00Z", 116444736000000000),
        ("2024-05-01T12:34:56.1234567Z", 133590404961234567),
        ("2024-05-01T14:34:56.1234567+02:00", 133590404961234567),
        ("2024-05-01T12:34:56.5", 133590404965000000),
    ],
)
def test_times_keep_every_tick_and_their_text(text: str, ticks: int) -> None:
    """A datetime has no seventh digit; statistics need it. FILETIME of the Unix epoch is 116444736000000000 (Microsoft)."""
    read = documents.from_mapping(documents.Statistics, {"Timestamp": text})
    assert read.timestamp is not None
    assert ticks == read.timestamp.ticks_100ns
    assert {"Timestamp": text} == documents.to_mapping(read)
    assert read.timestamp.datetime.utcoffset() is not None


def test_a_datetime_becomes_the_wires_text() -> None:
    """Python callers have datetimes; a naive one names no moment."""
    moment = documents.Timestamp("2024-05-01T12:34:56.123456Z").datetime
    given: Any = moment
    assert {"Timestamp": "2024-05-01T12:34:56.123456Z"} == documents.to_mapping(documents.Statistics(timestamp=given))
    with pytest.raises(documents.InvalidDocument, match="a datetime with a time zone"):
        documents.Statistics(timestamp=given.replace(tzinfo=None))


@pytest.mark.parametrize("text", ["yesterday", "2024-13-01T00:00:00Z", "2023-02-29T00:00:00Z", "2024-01-01T25:00:00Z", ""])
def test_what_is_no_time_is_refused(text: str) -> None:
    """A wrong time would fail far from where it was written."""
    with pytest.raises(documents.InvalidDocument, match="an RFC 3339 time"):
        documents.from_mapping(documents.Statistics, {"Timestamp": text})


def test_durations_are_whole_counts_of_100_ns() -> None:
    """64 bits of them: no float in between."""
    read = documents.from_json(documents.Statistics, '{"Uptime100ns": 18446744073709551615}')
    assert 2**64 - 1 == read.uptime_100ns


def test_binary_is_base64_on_the_wire_and_bytes_here() -> None:
    """Registry values are bytes."""
    value = documents.RegistryValue(binary_value=b"\x00\xff\x10")
    assert {"BinaryValue": "AP8Q"} == documents.to_mapping(value)
    assert value == documents.from_json(documents.RegistryValue, '{"BinaryValue": "AP8Q"}')
    for text in ("AP8", "A", "AP8Q=", "****"):
        with pytest.raises(documents.InvalidDocument, match="base64"):
            documents.from_mapping(documents.RegistryValue, {"BinaryValue": text})


def test_maps_keyed_by_numbers_take_numbers_and_write_decimal_text() -> None:
    """A logical unit is a number to people and a text in JSON."""
    attachments: Any = {0: documents.Attachment(path="a"), "1": documents.Attachment(path="b")}
    scsi = documents.Scsi(attachments=attachments)
    assert {"Attachments": {"0": {"Path": "a"}, "1": {"Path": "b"}}} == documents.to_mapping(scsi)
    for key in ("-1", "x", "01", "4294967296", "1.0", "٣"):
        with pytest.raises(documents.InvalidDocument, match="a key that is a decimal uint32"):
            documents.from_mapping(documents.Scsi, {"Attachments": {key: {}}})
    assert documents.from_mapping(documents.Scsi, {"Attachments": {"4294967295": {}}}).attachments is not None


def test_letter_case_is_exact_on_the_way_out_and_forgiven_where_services_vary() -> None:
    """The network service says `ID`, some clients `Id`; a guest refuses the wrong one, so only the right one is ever written."""
    read = documents.from_json(documents.HostComputeNetwork, '{"id": "0f8fad5b-d9cb-469f-a165-70867728950e", "name": "n"}')
    assert {"ID": "0f8fad5b-d9cb-469f-a165-70867728950e", "Name": "n"} == documents.to_mapping(read)
    endpoint = documents.from_json(documents.HostComputeEndpoint, '{"IPConfigurations": [{"IpAddress": "10.0.0.2"}]}')
    assert endpoint.ip_configurations is not None
    strict = documents.from_json(documents.GuestOs, '{"hostname": "h"}')
    assert {"hostname": "h"} == documents.to_mapping(strict)


def test_a_similar_name_with_another_shape_stays_unknown() -> None:
    """An old sample has `DNS` with text where `Dns` has a list: it must neither fail nor change."""
    old = {"DNS": {"ServerList": "10.0.0.10"}}
    assert old == documents.to_mapping(documents.from_mapping(documents.HostComputeEndpoint, old))


def test_the_right_spelling_wins_over_a_variant() -> None:
    """Both at once: the variant is just an unknown member."""
    both = {"ID": "a", "Id": "b"}
    read = documents.from_mapping(documents.HostComputeNetwork, both)
    assert "a" == read.id
    assert both == documents.to_mapping(read)


def test_all_problems_are_reported_at_once() -> None:
    """One round trip to the editor, not five."""
    with pytest.raises(documents.InvalidDocument) as caught:
        documents.from_mapping(
            documents.ComputeSystem,
            {
                "Owner": 5,
                "SchemaVersion": {"Major": -1},
                "Container": {"Storage": {"Layers": [{}, {"Path": False}, 7]}, "MappedPipes": {}},
                "VirtualMachine": {"Devices": {"Scsi": {"a b": {"Attachments": {"x": {}}}}}},
            },
        )
    assert [
        "$.Owner",
        "$.SchemaVersion.Major",
        "$.Container.Storage.Layers[1].Path",
        "$.Container.Storage.Layers[2]",
        "$.Container.MappedPipes",
        '$.VirtualMachine.Devices.Scsi["a b"].Attachments.x',
    ] == [problem.path for problem in caught.value.problems]
    first = caught.value.problems[0]
    assert ("the number 5", "a text") == (first.found, first.allowed)
    assert "ComputeSystem has 6 problems" in str(caught.value)


def test_an_instance_a_mapping_and_json_are_checked_the_same_way() -> None:
    """Whatever form a caller prefers, the same bytes go out and the same mistakes are refused."""
    wanted = b'{"SizeInMB":512}'
    for value in (documents.ContainerMemory(size_in_mb=512), {"SizeInMB": 512}, '{ "SizeInMB" : 512 }', b'{"SizeInMB":512}'):
        assert wanted == documents.encode(documents.ContainerMemory, value)
    for wrong in ({"SizeInMB": -1}, '{"SizeInMB": -1}', b'{"SizeInMB": -1}'):
        with pytest.raises(documents.InvalidDocument, match=r"\$\.SizeInMB"):
            documents.encode(documents.ContainerMemory, wrong)
    with pytest.raises(documents.InvalidDocument, match="found GuestOs, allowed is ContainerMemory"):
        documents.encode(documents.ContainerMemory, documents.GuestOs())


def test_an_instance_changed_behind_its_back_is_checked_again() -> None:
    """No list inside can be changed, but Python lets whoever insists set an attribute; what is sent is checked all the same."""
    storage = documents.Storage(layers=[documents.Layer(path="a")])
    layers: Any = storage.layers
    with pytest.raises(AttributeError):
        layers.append(5)
    object.__setattr__(storage, "layers", [*layers, 5])
    with pytest.raises(documents.InvalidDocument, match=r"\$\.Layers\[1\]"):
        documents.encode(documents.Storage, storage)
    with pytest.raises(documents.InvalidDocument, match=r"\$\.Layers\[1\]"):
        documents.to_json(storage)
    with pytest.raises(documents.InvalidDocument, match=r"\$\.Layers\[1\]"):
        documents.to_mapping(storage)
    arguments = documents.ProcessParameters(command_args=["a"])
    object.__setattr__(arguments, "command_args", ["a", object()])
    with pytest.raises(documents.InvalidDocument, match=r"\$\.CommandArgs\[1\]"):
        documents.to_json(arguments)


def test_a_document_shares_no_list_with_its_maker() -> None:
    """Changing a list later must not change a document that was checked."""
    layers = [documents.Layer(path="a")]
    mapping = {"Layers": [{"Path": "a", "Odd": [1]}]}
    built, read = documents.Storage(layers=layers), documents.from_mapping(documents.Storage, mapping)
    layers.append(documents.Layer(path="b"))
    mapping["Layers"][0]["Odd"].append(2)  # type: ignore[attr-defined]  # a list, as written above
    assert 1 == len(built.layers or ())
    assert {"Layers": [{"Path": "a", "Odd": [1]}]} == documents.to_mapping(read)


def test_texts_nobody_can_send_are_refused_with_their_place() -> None:
    """A lone surrogate has no UTF-8 and a NUL would cut the native text."""
    cases: list[Any] = [
        {"HostName": "a\0b", "Odd": ["\ud800"]},
        '{"HostName": "a\\u0000b", "Odd": ["\\ud800"]}',
        documents.GuestOs(host_name="a\0b", unknown_members={"Odd": ["\ud800"]}),
    ]
    for value in cases:
        with pytest.raises(documents.InvalidDocument) as caught:
            documents.encode(documents.GuestOs, value)
        assert "$.Odd[0]" in [problem.path for problem in caught.value.problems]
    with pytest.raises(documents.InvalidDocument, match=r"\$\.HostName: found a NUL character"):
        documents.encode(documents.GuestOs, {"HostName": "a\0b"})
    assert b'{"HostName":"\\\\u0000"}' == documents.encode(documents.GuestOs, {"HostName": "\\u0000"})


def test_mappings_and_sequences_of_any_kind_are_read() -> None:
    """A user's OrderedDict or tuple is as good as a dict or list."""
    mapping = OrderedDict(CommandArgs=("a", "b"), Environment=OrderedDict(A="1"), Extra=OrderedDict(x=(1, 2)))
    read = documents.from_mapping(documents.ProcessParameters, mapping)
    assert ["a", "b"] == read.command_args
    assert {"CommandArgs": ["a", "b"], "Environment": {"A": "1"}, "Extra": {"x": [1, 2]}} == documents.to_mapping(read)


def test_documents_may_stand_in_mappings() -> None:
    """Half typed, half not: what exists already need not be taken apart."""
    os = documents.GuestOs(host_name="h")
    read = documents.from_mapping(documents.ComputeSystem, {"Container": {"GuestOs": os}, "Odd": [os]})
    assert {"Container": {"GuestOs": {"HostName": "h"}}, "Odd": [{"HostName": "h"}]} == documents.to_mapping(read)
    with pytest.raises(documents.InvalidDocument, match=r"\$\.Container\.GuestOs: found Layer"):
        documents.from_mapping(documents.ComputeSystem, {"Container": {"GuestOs": documents.Layer()}})


def test_an_answer_that_is_an_array_is_read_as_a_list() -> None:
    """Enumeration answers an array at the root."""
    read = documents.from_json(list[documents.Properties], '[{"Id": "a"}, {"Id": "b", "State": "Running"}]')
    assert ["a", "b"] == [item.id for item in read]
    with pytest.raises(documents.InvalidDocument, match=r"\$\[1\]\.Id"):
        documents.from_json(list[documents.Properties], '[{}, {"Id": 5}]')
    with pytest.raises(documents.InvalidDocument, match="a list of Properties"):
        documents.from_json(list[documents.Properties], "{}")


def test_console_size_is_an_array_in_one_place_and_an_object_in_the_other() -> None:
    """Rows and columns at creation, an object at resizing; mixing them up is refused."""
    parameters = documents.ProcessParameters(console_size=[40, 120])
    assert {"ConsoleSize": [40, 120]} == documents.to_mapping(parameters)
    request = documents.ProcessModifyRequest(
        operation=documents.ModifyOperation.CONSOLE_SIZE, console_size=documents.ConsoleSize(height=40, width=120)
    )
    assert {"Operation": "ConsoleSize", "ConsoleSize": {"Height": 40, "Width": 120}} == documents.to_mapping(request)
    with pytest.raises(documents.InvalidDocument, match="a list of exactly 2 elements"):
        documents.ProcessParameters(console_size=[40, 120, 3])


def test_what_is_no_document_type_is_a_mistake_of_the_program() -> None:
    """It is not the document that is wrong."""
    for wrong in (dict, Document, 5):
        with pytest.raises(TypeError, match="is not a document type"):
            documents.from_json(wrong, "{}")  # type: ignore[arg-type]  # the mistake under test


@pytest.mark.parametrize("depth", [101, 300, 5000, 200_000])
def test_deep_nesting_is_refused_not_a_crash(depth: int) -> None:
    """A hostile or broken answer must not end the process; 100 levels are allowed."""
    for text in (
        '{"HostedSystem": ' + "[" * depth + "]" * depth + "}",
        '{"Odd": ' + '{"a":' * depth + "1" + "}" * depth + "}",
        "[" * depth,
    ):
        with pytest.raises(documents.InvalidDocument):
            documents.from_json(documents.ComputeSystem, text)
    value: Any = 1
    for _ in range(min(depth, 5000)):
        value = [value]
    with pytest.raises(documents.InvalidDocument, match="nesting"):
        documents.from_mapping(documents.ComputeSystem, {"HostedSystem": value})


def test_a_type_that_holds_itself_is_limited_too() -> None:
    """Object directories nest; a ring of them would nest for ever."""
    inner: dict[str, Any] = {"name": "end"}
    for _ in range(48):
        inner = {"name": "d", "objdir": [inner]}
    assert inner == documents.to_mapping(documents.from_mapping(documents.ObjectDirectory, inner))
    ring: dict[str, Any] = {}
    ring["objdir"] = [ring]
    with pytest.raises(documents.InvalidDocument, match="nesting"):
        documents.from_mapping(documents.ObjectDirectory, ring)


def test_generation_1_keeps_its_own_shapes() -> None:
    """The older names mean other members."""
    container = v1.ContainerConfig(system_type="Container", name="c")
    assert {"SystemType": "Container", "Name": "c"} == documents.to_mapping(container)
    assert documents.wire_names(v1.Layer) != documents.wire_names(hcs.Layer)
    assert hcn.DNS is documents.DNS


@pytest.mark.parametrize("odd", ["plain", "},{" * 9000, [{"a": []}] * 9000], ids=["nothing odd", "in a text", "in an array"])
def test_a_long_array_is_read_as_a_short_one_is(odd: object) -> None:
    """It is parsed in pieces, and what looks like the border between two documents may be none."""
    elements = [{"Id": f"system-{number}", "State": "Running", **({"Odd": odd} if number == 400 else {})} for number in range(1000)]
    text = json.dumps(elements, separators=(",", ":")).encode()
    read = documents.from_json(list[documents.Properties], text)
    assert [documents.from_mapping(documents.Properties, element) for element in elements] == read
    assert read == documents.from_json(list[documents.Properties], json.dumps(elements))


def test_what_is_wrong_with_a_long_array_is_told_as_of_a_short_one() -> None:
    """The place of a problem counts from the beginning of the text, whichever piece it is in."""
    good = b",".join(b'{"Id":"%d"}' % number for number in range(9000))
    with pytest.raises(documents.InvalidDocument, match=r"\$\[9000\]\.Id"):
        documents.from_json(list[documents.Properties], b"[" + good + b',{"Id":5}]')
    for broken in (b"[" + good, b"[" + good + b",]", b"[" + good + b"]]", b"[" + good + b"}]", b"[" + good + b",{}{}]"):
        with pytest.raises(documents.InvalidDocument, match="a syntax error"):
            documents.from_json(list[documents.Properties], broken)
