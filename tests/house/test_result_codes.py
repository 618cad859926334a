"""A result code, an exit code and the line between success and failure stand in one place each."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

import pytest

from sources import PACKAGE, place, python_files, tree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ROOM = PACKAGE / "hresult"
KINDS = PACKAGE / "documents" / "notices.py"
"""The one other table of such numbers: event kinds, which have the sign bit as well."""
EXITS = PACKAGE / "cli" / "exit_code.py"


def is_code(number: int) -> bool:
    """Whether a number reads as a failing HRESULT: the sign bit and no more bits than a facility and a number, or the bare sign bit."""
    number &= 0xFFFFFFFFFFFFFFFF
    if number >> 32 == 0xFFFFFFFF:  # written signed
        number &= 0xFFFFFFFF
    return number == 0x80000000 or (number >> 16) in {0x8000, 0x8003, 0x8007, 0x8037, 0x803B, 0xC037, 0xC000}


def numbers(file: Path) -> Iterator[tuple[ast.AST, int]]:
    """Every whole number a file computes with, and every one inside its texts that is no docstring."""
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub) and isinstance(node.operand, ast.Constant):
            if type(node.operand.value) is int:
                yield node, -node.operand.value
        elif isinstance(node, ast.Constant) and type(node.value) is int:
            yield node, node.value
        elif isinstance(node, ast.Constant) and isinstance(node.value, bytes):
            for text in re.findall(rb"-\d{10}|0x[0-9A-Fa-f]{8}", node.value):
                yield node, int(text, 0)


def codes_outside(*files: Path) -> list[str]:
    """Where a result code is written as a number."""
    return [f"{place(file, node)} 0x{number & 0xFFFFFFFF:08X}" for file in files for node, number in numbers(file) if is_code(number)]


def ours() -> list[Path]:
    """The package's files but the room of codes and that table; the rows of documents are limits of widths and kinds, not codes."""
    return [file for file in python_files("src") if ROOM not in file.parents and file != KINDS and "topic" not in file.parts]


def test_no_result_code_is_a_number_outside_its_table() -> None:
    """Two places that know a number disagree one day: other clients' tables have several of them wrong."""
    assert [] == codes_outside(*ours())


@pytest.mark.parametrize(
    "planted",
    [
        "GONE = 0x80370110",
        "FAILED = 0x80000000",
        "E = -2147024882",
        "D = b'{\"Error\": -2147024882}'",
        "number |= 0x80070000",
        "x = 0xC037010E",
    ],
)
def test_a_planted_code_is_found(planted: str, tmp_path: Path) -> None:
    """The check can fail."""
    file = tmp_path / "planted.py"
    file.write_text(planted, encoding="utf-8")
    assert 1 == sum(is_code(number) for _, number in numbers(file))


def test_every_exit_code_of_ours_is_named() -> None:
    """125 stood in three files, and the help text said it a fourth time."""
    own = {node.value.value for node in tree(EXITS).body if isinstance(node, ast.AnnAssign) and isinstance(node.value, ast.Constant)}
    assert {0, 1, 2, 125, 126, 127, 130} == own
    wrong = [
        f"{place(file, node)} {number}"
        for file in python_files("src")
        if file.parent.name == "cli" and file != EXITS
        for node, number in numbers(file)
        if number in own - {0, 1, 2}
    ]
    assert [] == wrong
    returned = [
        place(file, node)
        for file in python_files("src")
        if file.parent.name == "cli"
        for node in ast.walk(tree(file))
        if isinstance(node, ast.FunctionDef) and node.name == "main"
        for inner in ast.walk(node)
        if isinstance(inner, ast.Return) and isinstance(inner.value, ast.Constant) and type(inner.value.value) is int
    ]
    assert [] == returned
