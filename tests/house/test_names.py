"""Names say what a thing is; names that say nothing mean that the thing has two jobs."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from sources import ROOT, native_files, place, python_files, tree

NATIVE_NAMES = {name.lower() for name in re.findall(r"\bHc[sn](\w+)\(", (ROOT / "hcs_cdef.h").read_text(encoding="utf-8"))}
"""What the native side gave: a Python function of the very name, ``setup_base_os_layer`` for ``HcsSetupBaseOSLayer``, keeps it."""

BANNED = {
    "util",
    "utils",
    "common",
    "helper",
    "helpers",
    "manager",
    "misc",
    "base",
    "core",
    "generic",
    "shared",
    "handler",
    "data",
    "info",
    "object",
    "wrapper",
    "do",
    "stuff",
}
"""Words a file, class or function name must not contain; native names (computecore) are one word and so exempt."""


def words(name: str) -> set[str]:
    """`FooBar_baz` -> {foo, bar, baz}; an encoding's name (base64) is one word."""
    return {word.lower() for word in re.findall(r"[Bb]ase64|[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|\d+", name)}


def test_no_file_has_a_name_that_says_nothing() -> None:
    """A file named for nothing collects everything."""
    files = [*python_files("src", "tests", "benchmarks", "examples", "wheels", "wine_lane"), *native_files()]
    assert [] == [place(file) for file in files if words(file.stem) & BANNED]


def test_no_class_or_function_has_a_name_that_says_nothing() -> None:
    """`process_` is banned as a verb too: here a process is a process. Documents carry the published names."""
    wrong = []
    for file in python_files("src", "tests", "benchmarks", "examples", "wheels", "wine_lane"):
        if "topic" in file.parts:
            continue
        for node in ast.walk(tree(file)):
            if isinstance(node, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)) and not node.name.startswith(("test_", "__")):
                bad = words(node.name) & BANNED
                if bad and node.name.replace("_", "") not in NATIVE_NAMES:
                    wrong.append(f"{place(file, node)} {node.name}: {', '.join(sorted(bad))}")
    assert [] == wrong


def test_no_tracked_text_names_a_machine_or_a_registry_host() -> None:
    """What is committed must work anywhere: no absolute path of one machine, no registry's host."""
    suffixes = {".py", ".pyi", ".c", ".h", ".cpp", ".md", ".toml", ".json", ".txt", ".in", ".yml", ".yaml", ""}
    ignored = {".git", ".venv", "build", "dist", ".hypothesis", ".mypy_cache", ".ruff_cache", ".pytest_cache"}
    pattern = re.compile(r"(?<![\w.])/" + r"(?:work|farm|root)/|pythonhosted" + r"\.org|registry\.npmjs" + r"\.org|deb\.debian" + r"\.org")
    wrong = []
    for file in (path for top in ROOT.iterdir() if top.name not in ignored for path in ([top] if top.is_file() else top.rglob("*"))):
        if file.is_file() and file.suffix in suffixes and not ignored & set(file.parts):
            try:
                text = file.read_text(encoding="utf-8")
            except UnicodeDecodeError:  # a compiled file without a suffix
                continue
            wrong += [f"{place(Path(file))}:{number}" for number, line in enumerate(text.splitlines(), 1) if pattern.search(line)]
    assert [] == wrong
