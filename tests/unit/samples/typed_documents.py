"""What a type checker knows of documents: each line marked `wrong` has to be refused by mypy and by pyright, every other line taken.

`wrong for mypy` marks what pyright cannot know (the signature of `attrs.evolve` takes any change, mypy alone has a plugin for it),
`wrong for pyright` what mypy lets pass.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import attrs
from typing_extensions import assert_type

from hcsffi import documents
from hcsffi.documents import Timestamp, hcn, hcs, v1


def constructors_know_every_member() -> documents.ComputeSystem:
    """Keyword-only, optional, typed."""
    documents.ContainerMemory(512)  # wrong
    documents.ContainerMemory(size_in_mb="512")  # wrong
    documents.ContainerMemory(size_in_MB=512)  # wrong
    documents.ContainerMemory(SizeInMB=512)  # wrong
    documents.Storage(layers=documents.Layer(path="p"))  # wrong
    documents.Storage(layers=["p"])  # wrong
    documents.Devices(com_ports={0: documents.ComPort()})  # wrong
    documents.Properties(state=documents.SystemType.CONTAINER)  # wrong
    documents.Properties(state=documents.State("Levitating"), system_type=documents.SystemType.CONTAINER)
    documents.HostComputeNetwork(flags=documents.NetworkFlags.ENABLE_DNS_PROXY | documents.NetworkFlags.ENABLE_NON_PERSISTENT)
    documents.Devices(com_ports={"0": documents.ComPort(named_pipe="p")})
    documents.ProcessDetails(create_timestamp=Timestamp("2024-05-01T12:34:56Z"))
    hcs.ModifySettingRequest(settings={"any": ["JSON"]}, unknown_members={"Odd": 1})
    return documents.ComputeSystem(
        owner="me",
        schema_version=hcs.Version(major=2, minor=1),
        container=documents.Container(
            memory=documents.ContainerMemory(size_in_mb=512), storage=documents.Storage(layers=(documents.Layer(path="p"),))
        ),
    )


def fields_have_their_types(properties: documents.Properties, network: documents.HostComputeNetwork, endpoint: v1.HNSEndpoint) -> None:
    """No `Any` where the tables name a type, no text beside an enumeration."""
    assert_type(properties.id, str | None)
    assert_type(properties.state, documents.State | None)
    assert_type(properties.process_list, Sequence[documents.ProcessDetails] | None)
    assert_type(properties.property_responses, Mapping[str, documents.PropertyResponse] | None)
    assert_type(properties.unknown_members, Mapping[str, Any] | None)
    assert_type(network.schema_version, hcn.Version | None)
    assert_type(network.flags, documents.NetworkFlags | None)
    assert_type(endpoint.state, v1.EndpointState | None)
    if properties.state is not None:
        assert_type(properties.state.is_known, bool)
        assert_type(properties.state.value, str)
    if properties.process_list:
        assert_type(properties.process_list[0].create_timestamp, Timestamp | None)
        assert_type(properties.process_list[0].user_time_100ns, int | None)
    if properties.statistics is not None and properties.statistics.memory is not None:
        assert_type(properties.statistics.memory.memory_usage_commit_bytes, int | None)
    assert properties.sate  # wrong


def documents_are_frozen(memory: documents.ContainerMemory, storage: documents.Storage) -> None:
    """Neither a member nor a list of one can be changed."""
    memory.size_in_mb = 1  # wrong
    del memory.size_in_mb  # wrong for pyright
    if storage.layers is not None:
        storage.layers.append(documents.Layer())  # wrong


def changed_copies_keep_their_type(memory: documents.ContainerMemory) -> None:
    """The functions of attrs, and ours."""
    assert_type(attrs.evolve(memory, size_in_mb=1), documents.ContainerMemory)
    assert_type(documents.replace(memory, size_in_mb=1), documents.ContainerMemory)
    attrs.evolve(memory, size_in_mb="1")  # wrong for mypy
    attrs.evolve(memory, size=1)  # wrong for mypy
    assert_type(attrs.asdict(memory), dict[str, Any])


def readers_and_writers_have_types() -> None:
    """What goes in comes out as the same type."""
    assert_type(documents.from_json(documents.Properties, "{}"), documents.Properties)
    assert_type(documents.from_json(list[documents.Properties], "[]"), list[documents.Properties])
    assert_type(documents.from_mapping(documents.GuestOs, {"HostName": "h"}), documents.GuestOs)
    assert_type(documents.to_mapping(documents.GuestOs()), dict[str, Any])
    assert_type(documents.to_json(documents.GuestOs()), bytes)
    documents.to_json({"HostName": "h"})  # wrong


def a_pattern_narrows(
    answer: documents.Properties | documents.ResultError,
) -> Sequence[documents.ErrorEvent] | Mapping[str, Any] | str | None:
    """Keyword patterns see the members."""
    match answer:
        case documents.Properties(id=name):
            return name
        case documents.ResultError(error_events=events):
            return events


@attrs.define
class Job:
    """A user's own class may hold documents."""

    system: documents.ComputeSystem
    state: documents.State = documents.State.CREATED
