"""The shapes the embedded host checks are the documents' own, but for what is said."""

from __future__ import annotations

import re

import build_shapes
import pytest

from hcsffi.documents.document import Document
from hcsffi.documents.enumeration import TextEnum
from hcsffi.documents.kind import parse

from every_type import by_published_name


def printed() -> dict[str, str]:
    """The rows of the printed table: type and members."""
    return dict(re.findall(r'^    \{"([^"]+)", "([^"]*)"\},$', build_shapes.print_shapes(), re.MULTILINE))


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
            rules = [row.rule.partition(": ")[0].replace(" to ", "-").replace(" ", "-") for row in cls.__members__]
            assert rules == [member.partition("!")[2] for member in rows[name].split()]


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
