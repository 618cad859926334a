"""Which service understands a document: versions, releases, misspelt names."""

from __future__ import annotations

from typing import Any

import pytest

from hcsffi import documents
from hcsffi.documents import build, v1


def texts(findings: list[documents.Finding]) -> list[str]:
    """Findings as people read them."""
    return [str(finding) for finding in findings]


def test_a_newer_member_is_listed_with_the_release_that_brought_it() -> None:
    """The published table: LinuxKernelDirect is of 2.2, which Windows 10 1903 brought."""
    chipset = documents.Chipset(linux_kernel_direct=documents.LinuxKernelDirect())
    assert ["$.LinuxKernelDirect: LinuxKernelDirect needs schema 2.2 (Windows 10 1903 (18362))"] == texts(
        documents.check(chipset, schema_version="2.1")
    )
    assert [] == documents.check(chipset, schema_version="2.2")
    assert "2.2" == documents.required_version(chipset)


def test_a_newer_value_of_an_enumeration_is_listed() -> None:
    """The member is old, the value is not: NetworkFlags.EnableFirewall is of 2.14, DisableSharing too."""
    network = documents.HostComputeNetwork(flags=documents.NetworkFlags.ENABLE_FIREWALL | documents.NetworkFlags.ENABLE_NON_PERSISTENT)
    (found,) = documents.check(network, schema_version="2.11")
    assert ("$.Flags", "newer value", "EnableFirewall", "2.14") == found[:4]
    assert "2.14" == documents.required_version(network)
    assert [] == documents.check(network, schema_version="2.14")


SETTINGS = documents.TierAclPolicySetting(name="tier", direction=documents.DirectionType.IN, order=0)


def test_versions_are_numbers_not_texts() -> None:
    """2.10 is newer than 2.9."""
    policy = documents.EndpointPolicy(type=documents.EndpointPolicyType.TIER_ACL, settings=SETTINGS)
    assert "2.10" == documents.required_version(policy)
    assert [] == documents.check(policy, schema_version="2.11")
    assert documents.check(policy, schema_version="2.9")


@pytest.mark.parametrize("version", ["2.1", (2, 1), documents.hcs.Version(major=2, minor=1), documents.hcn.Version(major=2, minor=1)])
def test_a_version_comes_in_every_form_callers_have(version: Any) -> None:
    """The service's answer is a document, a command line has text."""
    direct = documents.VirtualMachine(chipset=documents.Chipset(linux_kernel_direct=documents.LinuxKernelDirect()))
    assert 1 == len(documents.check(direct, schema_version=version))


@pytest.mark.parametrize("version", ["", "two", "2.x", "2.1.0"])
def test_what_is_no_version_is_refused(version: str) -> None:
    """Otherwise everything would seem to fit."""
    with pytest.raises(ValueError, match="is no schema version"):
        documents.check(documents.GuestOs(), schema_version=version)


def test_a_network_document_inside_a_compute_document_has_versions_of_its_own() -> None:
    """Comparing 2.11 of one schema with 2.6 of the other would refuse what works."""
    namespace = documents.HostComputeNamespace(namespace_id=1)
    guest = documents.hcs.GuestModifySettingRequest(
        resource_type=documents.ModifyResourceType.NETWORK_NAMESPACE, request_type=documents.hcs.ModifyRequestType.ADD, settings=namespace
    )
    assert "2.1" == documents.required_version(guest)


def test_generation_1_needs_version_1() -> None:
    """Its documents carry no versions at all."""
    assert "1.0" == documents.required_version(v1.ContainerConfig(name="x"))


def test_a_misspelt_member_gets_a_suggestion_from_the_checker_only() -> None:
    """Reading keeps it, because it may be newer than this library; the checker says what it looks like."""
    read = documents.from_json(documents.ComputeSystem, '{"Container": {"MappedDirectory": [], "guest_os": {}}}')
    assert [
        "$.Container.MappedDirectory: unknown member 'MappedDirectory'; did you mean MappedDirectories?",
        "$.Container.guest_os: unknown member 'guest_os'; did you mean GuestOs?",
    ] == texts(documents.check(read))


def test_a_misspelt_value_gets_a_suggestion() -> None:
    """A typing error in a text enumeration is sent as it is, unless somebody checks."""
    read = documents.from_json(documents.Attachment, '{"Type": "VirtualDsk"}')
    assert ["$.Type: unknown value 'VirtualDsk'; did you mean VirtualDisk?"] == texts(documents.check(read))


def test_a_text_in_place_of_a_guid_is_mentioned() -> None:
    """It passes, because real services do it; in a request it is rather a mistake."""
    assert ["$.Id: not a GUID 'layer'"] == texts(documents.check(documents.Layer(id="layer", path="C:\\layer")))


def test_unknown_names_inside_open_members_are_found() -> None:
    """Settings are typed by their path, so their members are known too."""
    request = documents.from_mapping(
        documents.hcs.ModifySettingRequest, {"ResourcePath": "VirtualMachine/Devices/Plan9/Shares", "Settings": {"Prt": 5}}
    )
    assert ["$.Settings.Prt: unknown member 'Prt'; did you mean Port?"] == texts(documents.check(request))


def test_every_builder_states_a_version_that_carries_its_document() -> None:
    """A document that names 2.1 must not need 2.2."""
    built = [
        build.process_isolated_container(
            scratch="C:\\s", host_name="h", memory_mb=1, processors=1, namespace_id="0f8fad5b-d9cb-469f-a165-70867728950e"
        ),
        build.hyperv_container("vm", scratch="/s", host_name="h", memory_mb=1, processors=1),
        build.linux_vm(kernel="k", initrd="i", disks=["d"], console_pipe="p"),
        build.windows_vm(disks=["d"], guest_state="g"),
        build.windows_vm(boot_share="C:\\os"),
    ]
    for document in built:
        assert document.schema_version is not None
        assert [] == documents.check(document, schema_version=document.schema_version)
