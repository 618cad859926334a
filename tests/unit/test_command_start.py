"""What the command loads before it knows what it is asked for: as little as the parser of its arguments needs."""

from __future__ import annotations

import subprocess
import sys

import pytest

import hcsffi

SHOW = """
import argparse, importlib, sys
argparse.ArgumentParser().format_help()  # asks for the width of the terminal, for which argparse loads a little
bare = set(sys.modules)
from hcsffi.cli import main
try:
    main({words!r})
except SystemExit as end:
    assert not end.code
print("loaded:", *sorted(set(sys.modules) - bare))
"""


def loaded_by(*words: str) -> tuple[str, set[str]]:
    """What the command prints, and which modules it loads beyond those that any parser of arguments loads."""
    program = SHOW.format(words=list(words))
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True, encoding="utf-8")
    printed, _, names = done.stdout.rpartition("loaded:")
    return printed, set(names.split())


@pytest.mark.parametrize("word", ["--version", "--help"])
def test_what_is_asked_of_the_command_itself_loads_no_verb(word: str) -> None:
    """Both took twelve times as long as Python alone, because every verb and with it every room was loaded."""
    printed, names = loaded_by(word)
    assert {"__future__", "hcsffi", "hcsffi.cli", "hcsffi.cli.exit_code"} == names
    assert (hcsffi.__version__ if word == "--version" else "explain") in printed


def test_a_verb_loads_its_own_rooms_only() -> None:
    """``explain`` reads tables of codes: it needs no library, no documents and no event loop."""
    _, names = loaded_by("explain", "0x80370105")
    assert {"hcsffi", "hcsffi.cli", "hcsffi.cli.decoding", "hcsffi.cli.exit_code", "hcsffi.cli.explain", "hcsffi.hresult"} == {
        name.removesuffix(f".{part}") if name.startswith("hcsffi.hresult.") else name
        for name in names
        if name.startswith("hcsffi")
        for part in [name.rpartition(".")[2]]
    }


@pytest.mark.parametrize(
    ("verb", "word"),
    [
        ("run", "--timeout"),
        ("explain", "TEXT"),
        ("validate", "--schema-version"),
        ("schema", "--strict"),
        ("layer", "scratch"),
        ("image", "unpack"),
        ("network", "gc"),
        *((verb, "inspect") for verb in ("network", "endpoint", "namespace", "lb", "route")),
    ],
)
def test_every_verb_still_shows_its_own_arguments(verb: str, word: str) -> None:
    """A verb that is loaded late must not look empty to who asks for its help."""
    printed, _ = loaded_by(verb, "--help")
    assert word in printed
