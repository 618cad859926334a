"""Data flows one way: a module imports its own room or lower floors."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from sources import PACKAGE, ROOT, place, python_files, room_of, rooms, tree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def imported_modules(file: Path) -> Iterator[tuple[ast.AST, str]]:
    """Every `hcsffi` module an import statement of the file can reach, relative imports resolved."""
    package = ["hcsffi", *file.relative_to(PACKAGE).parts[:-1]]
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names if alias.name.split(".")[0] == "hcsffi")
        elif isinstance(node, ast.ImportFrom):
            prefix = package[: len(package) - node.level + 1] if node.level else []
            origin = ".".join([*prefix, *([node.module] if node.module else [])])
            if origin.split(".")[0] == "hcsffi":
                yield from ((node, f"{origin}.{alias.name}") for alias in node.names)


def file_of(module: str) -> Path | None:
    """The source file of a dotted name: a module, a package, or the module that defines the name."""
    parts = module.split(".")[1:]
    for length in range(len(parts), -1, -1):
        stem = PACKAGE.joinpath(*parts[:length])
        for candidate in (stem.with_suffix(".py"), stem.with_suffix(".pyi"), stem / "__init__.py"):
            if candidate.is_file() and (length or candidate.name == "__init__.py"):
                return candidate
    return None


def test_every_module_lies_in_exactly_one_room_of_the_architecture_page() -> None:
    """A file outside the table has no floor, so nothing could be promised about its imports."""
    assert [] == [place(file) for file in python_files("src") if room_of(file) is None]


def test_every_room_of_the_architecture_page_exists() -> None:
    """The page is the map people trust; it must not name rooms that are gone."""
    assert [] == [room.path for room in rooms() if not (ROOT / "src" / room.path).exists()]


def test_a_module_imports_only_its_own_room_or_lower_floors() -> None:
    """An import upwards or sideways is the first step to two rooms that cannot be understood apart."""
    wrong = []
    for file in python_files("src"):
        room = room_of(file)
        assert room is not None
        for node, module in imported_modules(file):
            target = file_of(module)
            other = room_of(target) if target else None
            if other is None or (other != room and other.floor >= room.floor):
                wrong.append(f"{place(file, node)} imports {module}")
    assert [] == wrong


def test_no_module_imports_inside_a_function() -> None:
    """A hidden import hides a dependency; the front doors, whose job is loading on first use, are the exception."""
    wrong = [
        place(file, inner)
        for file in python_files("src")
        if file.name != "__init__.py"
        for node in ast.walk(tree(file))
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
        for inner in ast.walk(node)
        if isinstance(inner, (ast.Import, ast.ImportFrom))
    ]
    assert [] == wrong


def test_only_the_native_room_imports_the_compiled_binding() -> None:
    """Pointers stay behind one door."""
    wrong = [
        f"{place(file, node)} imports {module}"
        for file in python_files("src")
        if "native" not in file.relative_to(PACKAGE).parts
        for node, module in imported_modules(file)
        if module.startswith("hcsffi.native.binding")
    ]
    assert [] == wrong


def test_event_loops_are_named_in_one_module() -> None:
    """The API is anyio; only the dispatcher may use a loop's own primitives."""
    wrong = [
        place(file, node)
        for file in python_files("src")
        if file.relative_to(PACKAGE).as_posix() != "delivery/dispatcher.py"
        for node in ast.walk(tree(file))
        if (isinstance(node, ast.Import) and any(alias.name.split(".")[0] in {"asyncio", "trio"} for alias in node.names))
        or (isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in {"asyncio", "trio"})
    ]
    assert [] == wrong
