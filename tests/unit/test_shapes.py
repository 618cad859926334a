"""The shapes the embedded host checks are the documents' own, but for what is said."""

from __future__ import annotations

import re
from functools import cache

import build_shapes
import pytest

from hcsffi.documents.document import Document
from hcsffi.documents.enumeration import TextEnum
from hcsffi.documents.kind import parse
from hcsffi.documents.policies import POLICIES

from every_type import by_published_name


@cache
def printed(table: str = "kShapes") -> dict[str, str]:
    """The rows of a printed table: type and members."""
    text = build_shapes.print_shapes().partition(f"{table}[] = {{")[2].partition("};")[0]
    return dict(re.findall(r'^    \{"([^"]+)", "([^"]*)", "[^"]*"\},$', text, re.MULTILINE))


@cache
def relations(table: str) -> dict[str, str]:
    """The rows of a printed table: type and relations."""
    text = build_shapes.print_shapes().partition(f"{table}[] = {{")[2].partition("};")[0]
    return dict(re.findall(r'^    \{"([^"]+)", "[^"]*", "([^"]*)"\},$', text, re.MULTILINE))


def test_every_type_of_the_compute_service_has_its_row() -> None:
    """A type that is missing would be checked by nobody; the host finds rows by halving, so they are sorted."""
    types = {
        name.removeprefix("hcs."): cls
        for name, cls in by_published_name().items()
        if name.startswith("hcs.") and ".V1." not in name and issubclass(cls, (Document, TextEnum))
    }
    rows = printed()
    assert sorted(rows) == list(rows)
    assert sorted(types) == list(rows)
    for name, cls in types.items():
        if issubclass(cls, TextEnum):
            assert f"={'#' * cls.__numeric__}{'|'.join(value.value for value in cls)}" == rows[name]
        else:
            assert [row.wire for row in cls.__members__] == [member.partition(":")[0] for member in rows[name].split()]
            rules = [build_shapes.word_of(row.rule).removeprefix("!") for row in cls.__members__]
            assert rules == [member.partition("!")[2] for member in rows[name].split()]
            assert "; ".join(rule.partition(": ")[0] for rule in cls.__rules__) == relations("kShapes")[name]


def test_the_settings_of_every_policy_have_their_row() -> None:
    """What one type of policy demands is said once, in the document's row, and the host reads it there."""
    rows = printed("kNetworkShapes")
    assert sorted(rows) == list(rows)
    text = build_shapes.print_shapes().partition("kSettings[] = {")[2]
    found = re.findall(r'^    \{"(\w+)", "(\w+)", "(\w+)"\},$', text, re.MULTILINE)
    assert {(f"hcn.{holder}Policy.Settings", policy): (f"hcn.{shape}",) for holder, policy, shape in found} == {
        (holder, policy): names
        for holder, table in POLICIES.items()
        for policy, names in table.items()
        if holder in {"hcn.EndpointPolicy.Settings", "hcn.NetworkPolicy.Settings", "hcn.SubnetPolicy.Settings"}
    }
    for _, _, shape in found:
        cls = by_published_name()[f"hcn.{shape}"]
        assert [row.wire for row in cls.__members__] == [member.partition(":")[0] for member in rows[shape].split()]
        for row, member in zip(cls.__members__, rows[shape].split(), strict=True):
            asked = build_shapes.word_of(row.rule).removeprefix("!").split(",") if row.rule else []
            assert asked + ["id"] * (row.kind == "guid") == [word for word in member.partition("!")[2].split(",") if word]


@pytest.mark.parametrize("name", ["ContainersDef_Container", "VirtualMachine", "ProcessParameters", "ComputeSystem"])
def test_what_a_create_sends_is_checked(name: str) -> None:
    """The widths and the shapes of these decide whether a system comes into being."""
    cls = by_published_name().get(f"hcs.{name}")
    if cls is None:
        pytest.fail(f"no type hcs.{name}")
    kinds = dict(member.split(":", 1) for member in printed()[name].split())
    for row in cls.__members__:
        kind = parse(row.kind)
        kinds[row.wire] = kinds[row.wire].partition("!")[0]
        if kind.form == "type" and by_published_name()[f"hcs.{kind.name}"].__mro__[1] is not TextEnum:
            assert f"@{kind.name}" == kinds[row.wire]
        elif kind.form == "scalar" and kind.name.startswith("uint"):
            assert kind.name.removeprefix("uint").join(("u", "")) == kinds[row.wire]


@pytest.mark.parametrize(("type_name", "wire"), build_shapes.DIFFERENCES)
def test_a_difference_is_one(type_name: str, wire: str) -> None:
    """A row in the list of differences that makes none is to go."""
    types = build_shapes.read_types("hcs")
    kind = next(kind for name, kind, _ in types[type_name].rows if name == wire)
    assert build_shapes.DIFFERENCES[type_name, wire] != build_shapes.shape_of(kind, types)
