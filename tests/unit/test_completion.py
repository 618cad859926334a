"""What may come next in a command that is being typed: found in the parser itself, for every shell alike."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from hcsffi import documents
from hcsffi.cli import main
from hcsffi.cli.completion import FILES, SCRIPTS, following
from hcsffi.cli.plot import plot

if TYPE_CHECKING:
    from pathlib import Path

SYSTEMS = [
    documents.Properties(id="a1", name="web", owner="me"),
    documents.Properties(id="b2", name="b2", state=documents.hcs.State.RUNNING),
]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("sto", ["stop"]),
        ("--ver", ["--version"]),
        ("--debug ru", ["run"]),
        ("network in", ["inspect"]),
        ("network list --fo", ["--format"]),
        ("ps --format ", ["table", "json", "jsonl"]),
        ("ps --format=js", ["--format=json", "--format=jsonl"]),
        ("ps --format = jsonl", ["jsonl"]),
        ("stop ", ["a1", "web", "b2"]),
        ("stop a1 b", ["b2"]),
        ("stop -t 3 w", ["web"]),
        ("exec -it ", ["a1", "web", "b2"]),
        ("exec -it web ", [FILES]),
        ("exec web sh --", [FILES]),
        ("run --config ", [FILES]),
        ("run --name ", []),
        ("run -- --", [FILES]),
        ("completion z", ["zsh"]),
        ("nonsense ", []),
        ("explain ", []),
    ],
)
def test_what_comes_next_is_what_the_parser_takes(typed: str, words: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Verbs, their options, what those take, systems by id and by name; where a file belongs the shell completes it."""
    monkeypatch.setattr("hcsffi.cli.listed.present_systems", lambda: SYSTEMS)
    *before, begun = typed.split(" ")
    assert [one.text for one in following(before, begun)] == words


def test_a_shell_never_waits_for_a_service_that_does_not_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """None is started in the middle of a line that is being typed, and nothing is said."""
    monkeypatch.delenv("HCSFFI_LIBRARY", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    command = [sys.executable, "-m", "hcsffi", "completion", "words", "--", "stop", ""]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert not (tmp_path / "hcsffi" / "socket").exists()


@pytest.mark.parametrize("shell", SCRIPTS)
def test_a_shell_can_read_its_script(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Where the shell is installed it says so itself; everywhere the script asks for the words behind the program's name."""
    assert main(["completion", shell]) == 0
    script = capsys.readouterr().out
    assert "completion words" in script
    program = None if sys.platform == "win32" or shell == "powershell" else shutil.which(shell)  # there `bash` begins another system
    if program is not None:
        checked = subprocess.run([program, "-n"], input=script, capture_output=True, text=True, check=False, timeout=60)
        assert (checked.returncode, checked.stderr) == (0, "")


def test_a_plot_is_as_high_as_its_largest_value() -> None:
    """What is not 0 is seen, and what is 0 is not."""
    assert plot([0, 0.001, 4, 8]) == " \u2581\u2584\u2588"
    assert plot([0, 1], is_plain=True) == " #"
    assert (plot([]), plot([0, 0])) == ("", "  ")
