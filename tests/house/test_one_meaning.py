"""One name, one thing: a reader who has met a name knows it on every floor."""

from __future__ import annotations

import ast
import inspect
from collections import defaultdict
from typing import TYPE_CHECKING

import pytest

from hcsffi import ComputeProcess, ComputeSystem
from hcsffi.compute.process_calls import ProcessCalls
from hcsffi.compute.system_calls import HostCalls, SystemCalls

from sources import PACKAGE, place, python_files, tree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TOPICS = PACKAGE / "documents" / "topic"
"""Document types carry the published names, one of which (``ComputeSystem``) is a document and, on the floor above, the system itself."""
VERBS = {"main", "add_arguments", "gc"}
"""What every verb of the command and every program of a module has: one meaning, spoken by many. ``gc`` takes away what dead processes
left, of networks and of layers alike."""
ONCE = {
    "Document": "documents/document.py",
    "EventStream": "compute/event.py",
    "Outcome": "hresult/__init__.py",
    "ProcessInformation": "compute/process.py",
    "describe": "hresult/__init__.py",
    "encode": "documents/wire.py",
}
"""Names that had two meanings, and whose they are now."""
NOWHERE = {"Answer", "Rung", "require", "run"}
"""Names that meant so many things that they mean none."""


def defined(nodes: list[ast.stmt]) -> Iterator[tuple[str, ast.stmt]]:
    """Every class, function and named type that a module defines for others, also for checkers alone."""
    for node in nodes:
        if isinstance(node, ast.If):
            yield from defined([*node.body, *node.orelse])
        elif isinstance(node, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node.name, node
        elif isinstance(node, ast.Assign):
            yield from ((target.id, node) for target in node.targets if isinstance(target, ast.Name) and is_type_name(target.id))


def is_type_name(name: str) -> bool:
    """``JsonDocument``, not ``CHUNK`` and not the ``D`` of a type variable."""
    return len(name) > 1 and name[0].isupper() and not name.isupper()


def definitions(files: list[Path]) -> dict[str, set[Path]]:
    """Where each public name is defined."""
    found: defaultdict[str, set[Path]] = defaultdict(set)
    for file in files:
        for name, _ in defined(tree(file).body):
            if not name.startswith("_"):
                found[name].add(file)
    return found


def ours() -> list[Path]:
    """The package's files but the topics."""
    return [file for file in python_files("src") if not file.is_relative_to(TOPICS)]


def twice(files: list[Path]) -> list[str]:
    """Names with more than one place."""
    found = definitions(files)
    return [
        f"{name}: {', '.join(sorted(map(place, places)))}"
        for name, places in sorted(found.items())
        if len(places) > 1 and name not in VERBS
    ]


def test_no_public_name_is_defined_in_two_places() -> None:
    """Two classes called ``Answer`` are read as one by everybody who has not written them."""
    assert [] == twice(ours())


@pytest.mark.parametrize("second", ["class EventStream: ...", "async def describe(): ...", "if TYPE_CHECKING:\n    Document = str | bytes"])
def test_a_planted_second_meaning_is_found(second: str, tmp_path: Path) -> None:
    """The check can fail."""
    planted = tmp_path / "planted.py"
    planted.write_text(second, encoding="utf-8")
    assert 1 == len({name for name, places in definitions([*ours(), planted]).items() if len(places) > 1} - VERBS)


def test_the_names_that_meant_two_things_have_one_place() -> None:
    """Each of them was once another thing on another floor."""
    found = definitions(ours())
    places = {name: [file.relative_to(PACKAGE).as_posix() for file in found[name]] for name in ONCE}
    assert {name: [home] for name, home in ONCE.items()} == places
    assert {name: set() for name in NOWHERE} == {name: found.get(name, set()) for name in NOWHERE}


def test_the_floor_users_touch_reads_no_document_itself() -> None:
    """``documents/answers.py`` and ``documents/notices.py`` know what an answer or an event is; a second place would know it otherwise."""
    readers = {"from_json", "from_mapping"}
    wrong = [
        f"{place(file, node)} {node.attr}"
        for file in python_files("src")
        if file.is_relative_to(PACKAGE / "compute")
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Attribute) and node.attr in readers
    ]
    assert [] == wrong


DOORS = [(HostCalls, ComputeSystem), (SystemCalls, ComputeSystem), (ProcessCalls, ComputeProcess)]


def offered(calls: type) -> list[str]:
    """What a user sees behind ``calls.``."""
    return [name for name in vars(calls) if not name.startswith("_")]


@pytest.mark.parametrize(("calls", "noun"), DOORS, ids=lambda one: one.__name__)
def test_a_call_is_written_down_as_it_is_made(calls: type, noun: type) -> None:
    """The same name and arguments as the method, but for the time limit and what takes several calls: who knows one knows the other."""
    for name in offered(calls):
        written = inspect.signature(getattr(calls, name)).parameters
        made = inspect.signature(getattr(noun, name)).parameters
        others = {"self", "timeout_s", "replace", "cls"}
        assert [one for one in written if one != "self"] == [one for one in made if one not in others], name


def test_there_is_one_door_to_calls_that_are_not_made() -> None:
    """``create_call`` and ``open_process_call`` stood beside ``calls``, which had one more of each that nobody could use."""
    doors = {"system_calls.py", "process_calls.py"}
    makers = [
        f"{place(file, node)} {node.name}"
        for file in python_files("src")
        if file.is_relative_to(PACKAGE / "compute") and file.name not in doors
        for node in ast.walk(tree(file))
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
        and not node.name.startswith("_")
        and node.returns is not None
        and ast.unparse(node.returns).startswith("Call[")
    ]
    assert [] == makers


def test_what_was_renamed_has_no_alias() -> None:
    """An old name that still works is a second name for one thing."""
    gone = [(ComputeSystem, ("attach_process", "create_call", "open_process_call", "resources"))]
    assert [] == [name for noun, names in gone for name in names if hasattr(noun, name)]
    assert "create_process" in offered(SystemCalls)
    assert "create" in offered(HostCalls)
