"""Public names and tests explain themselves; exceptions to a rule carry their reason."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from sources import native_files, place, python_files, tree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Definition = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def public_definitions(node: ast.Module | ast.ClassDef) -> Iterator[Definition]:
    """Classes and functions with a public name, methods included; overloads and property setters share their first docstring."""
    for child in node.body:
        if isinstance(child, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)) and not child.name.startswith("_"):
            marks = {ast.unparse(mark).rsplit(".", 1)[-1] for mark in child.decorator_list}
            if not marks & {"overload", "setter"}:
                yield child
            if isinstance(child, ast.ClassDef):
                yield from public_definitions(child)


def test_every_module_and_public_name_has_a_docstring_of_whole_sentences() -> None:
    """The docstring is the contract; its first line is one sentence."""
    wrong = []
    for file in python_files("src", "benchmarks", "examples", "wheels", "wine_lane"):
        if not ast.get_docstring(tree(file)):
            wrong.append(place(file))
        for node in public_definitions(tree(file)):
            text = ast.get_docstring(node)
            if not text or not text.splitlines()[0].endswith((".", "?", ":")):
                wrong.append(f"{place(file, node)} {node.name}")
    assert [] == wrong


def test_every_test_says_why_it_matters() -> None:
    """A test without a reason cannot be judged when it fails."""
    wrong = [
        f"{place(file, node)} {node.name}"
        for file in python_files("tests")
        for node in ast.walk(tree(file))
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.name.startswith("test_") and not ast.get_docstring(node)
    ]
    assert [] == wrong


def test_every_lint_exception_carries_its_reason() -> None:
    """`noqa` and `type: ignore` without a reason are a rule broken in silence."""
    mark = re.compile(r"#\s*(?:noqa|type:\s*ignore)[^#]*$")
    reasoned = re.compile(r"#\s*(?:noqa:\s*[A-Z]+\d+(?:\s*,\s*[A-Z]+\d+)*|type:\s*ignore\[[\w, -]+\])\s+(?:#|-|—)?\s*\w+\s+\w+")
    wrong = []
    for file in python_files("src", "tests", "benchmarks", "examples", "wheels", "wine_lane"):
        if file.name == "test_docstrings.py":
            continue
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            if mark.search(line) or ("noqa" in line and "#" in line):
                tail = line[line.index("#") :]
                reason = re.sub(r"#\s*(noqa:?\s*[A-Z0-9, ]*|type:\s*ignore\[[^\]]*\])", "", tail).strip(" #-—")
                if not reasoned.search(line) and len(reason.split()) < 2:
                    wrong.append(f"{place(file)}:{number}")
    assert [] == wrong


def contract_less(file: Path) -> Iterator[str]:
    """Function declarations of a C header of ours that no comment describes."""
    previous = ""
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        starts_function = re.match(r"^(?!typedef|#|static inline|return|\s|//|\*|}|extern \"C\")[\w:<>*&, ]+\s[*&]?hcsffi_\w+\(", line)
        if starts_function and not previous.rstrip().endswith(("*/", ";")) and not previous.lstrip().startswith(("//", "*")):
            yield f"{place(file)}:{number}"
        if line.strip():
            previous = line


def test_every_function_of_the_shim_headers_has_a_contract() -> None:
    """Threads, blocking, ownership and errors of a native function are not visible in its prototype."""
    headers = [file for file in native_files() if file.suffix == ".h" and "native" in file.parts and "src" in file.parts]
    assert headers
    assert [] == [line for file in headers for line in contract_less(file)]
