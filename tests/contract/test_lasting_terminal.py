"""The verbs about systems that live on, in a real terminal: keys, size, colours, a live screen, and the shell's completion."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("pty", reason="pseudo-terminals are a Unix thing")
from pseudo_terminal import LIMIT_S, terminal
from typed_commands import COMMAND, Terminal, users_terminal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pseudo_terminal import Terminal as Screen

LEFT = b"\x1b[?1049l"
"""What gives a terminal back that was taken whole; xterm's control sequences, DECRST 1049."""
_CONTROLS = re.compile(rb"\x1b\[[0-9;?]*[A-Za-z]")
_TITLES = re.compile(rb"ID[^\r\n]*WRITTEN")


@pytest.fixture(scope="module")
def user(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Terminal]:
    """A user whose system `web` runs, and is seen in all terminals of this module."""
    with users_terminal(tmp_path_factory.mktemp("user")) as found:
        found.type("run", "-d", "--name", "web", "--", "sh", "-c", "echo ready; exec sleep 600")
        yield found


def draw_titles(screen: Screen, columns: int, widths: range) -> None:
    """Give the window that many columns, and wait until the titles are drawn as wide as that."""
    screen.resize(20, columns)
    drawn, deadline = b"", time.monotonic() + LIMIT_S
    while not any(len(one.decode("utf-8", "replace")) in widths for one in _TITLES.findall(_CONTROLS.sub(b"", drawn))):
        assert time.monotonic() < deadline, drawn[-4000:]
        drawn += screen.read_until(b"WRITTEN")


def as_a_command(folder: Path) -> Path:
    """A folder for PATH in which the command has the name that shells complete."""
    (folder / "hcsffi").write_text(f'#!/bin/sh\nexec {" ".join(COMMAND)} "$@"\n', encoding="utf-8")
    (folder / "hcsffi").chmod(0o700)
    return folder


def test_exec_has_a_console_whose_keys_and_size_are_the_commands(user: Terminal) -> None:
    """Control-C is the command's, not ours; the window's size is its console's; the shell's terminal is put back."""
    script = "trap 'echo caught' INT; trap 'stty size' WINCH; stty size; echo ready; while ! read word; do :; done; exit 7"
    command = [*COMMAND, "exec", "-it", "web", "sh", "-c", script]
    with terminal(command, rows=31, columns=91, environment=user.environment) as screen:
        assert b"31 91" in screen.read_until(b"ready")
        screen.resize(41, 111)
        screen.read_until(b"41 111")
        screen.type("\x03")
        screen.read_until(b"caught")
        screen.type("word\r")
        assert screen.program.wait(60) == 7
        assert screen.mode() == screen.first_mode


@pytest.mark.parametrize(
    ("given", "typed"), [((), "\x10\x11"), (("--detach-keys", "ctrl-x,x"), "\x18x")], ids=["as Docker has them", "chosen"]
)
def test_keys_leave_the_command_alone(user: Terminal, tmp_path: Path, given: tuple[str, ...], typed: str) -> None:
    """The rest of what was typed is the command's, the beginning of the keys too; it goes on and writes more than a pipe holds."""
    done = tmp_path / "done"
    script = (
        f"stty -echo; echo ready; read word; echo got $word; while ! test -e {done}; do sleep 0.05; done; seq 100000; echo > {done}.too"
    )
    with terminal([*COMMAND, "exec", "-it", *given, "web", "sh", "-c", script], environment=user.environment) as screen:
        screen.read_until(b"ready")
        screen.type(f"a{typed[0]}b\r")
        assert f"got a{typed[0]}b\r\n".encode() in screen.read_until(b"b\r\n")
        screen.type(typed)
        screen.read_until(b"read escape sequence")
        assert screen.program.wait(60) == 0
        assert screen.mode() == screen.first_mode
    done.touch()
    deadline = time.monotonic() + LIMIT_S
    while not done.with_suffix(".too").exists():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_keys_that_are_none_are_refused(user: Terminal) -> None:
    """Before anything is begun."""
    user.type("exec", "-it", "--detach-keys", "ctrl-p,meta-q", "web", "true", code=2)
    assert "'ctrl-p,meta-q'" in user.said


def test_following_ends_with_control_c(user: Terminal) -> None:
    """The follower goes, the command goes on."""
    with terminal([*COMMAND, "logs", "-f", "web"], environment=user.environment) as screen:
        screen.read_until(b"ready")
        screen.interrupt()
        assert screen.program.wait(60) == 130
    assert user.type("ps", "-q") == "web\n"


def test_top_draws_plots_as_wide_as_the_window_and_gives_the_terminal_back(user: Terminal) -> None:
    """A live screen; a narrow window has the numbers alone."""
    pytest.importorskip("rich", reason="the extra hcsffi[cli]")
    with terminal([*COMMAND, "top", "--interval", "0.1"], rows=20, columns=140, environment=user.environment) as screen:
        screen.read_until(b"web")
        draw_titles(screen, 140, range(100, 141))
        draw_titles(screen, 50, range(20, 51))
        screen.interrupt()
        screen.read_until(LEFT)
        assert screen.program.wait(60) == 130


def test_a_bar_is_drawn_by_rich_and_is_gone_when_the_work_is_done(user: Terminal) -> None:
    """A name of a file moves no cursor, and is no markup."""
    pytest.importorskip("rich", reason="the extra hcsffi[cli]")
    script = """
from hcsffi.cli.progress_line import ProgressLine
from hcsffi.storage import Progress

shown = ProgressLine()
shown.show(Progress("import", "Files/[red]\\x1b[2J", 2, 512, 1024))
shown.clear()
print("done")
"""
    with terminal([sys.executable, "-c", script], rows=20, columns=120, environment=user.environment) as screen:
        drawn = screen.read_until(b"done")
        assert b"import: 2 entries" in drawn
        assert b"50%" in drawn
        assert b"Files/[red]\\x1b[2J" in drawn
        assert b"\x1b[2K" in drawn[drawn.index(b"50%") :]  # the line is erased


@pytest.mark.parametrize("is_wanted", [True, False], ids=["colours", "NO_COLOR"])
def test_top_has_colours_unless_they_are_not_wanted(user: Terminal, *, is_wanted: bool) -> None:
    """As https://no-color.org has it; the plots are there all the same."""
    pytest.importorskip("rich", reason="the extra hcsffi[cli]")
    environment = {**user.environment, "TERM": "xterm-256color"} | ({} if is_wanted else {"NO_COLOR": "1"})
    with terminal([*COMMAND, "top", "--interval", "0.1"], rows=20, columns=140, environment=environment) as screen:
        drawn = screen.read_until(b"web") + screen.read_until(b"web")
        assert (b"\x1b[32m" in drawn) == is_wanted
        screen.interrupt()
        screen.read_until(LEFT)


def test_a_table_is_no_wider_than_the_terminal(user: Terminal) -> None:
    """What does not fit goes on in the next line, in its column; in a pipe everything has one line."""
    pytest.importorskip("rich", reason="the extra hcsffi[cli]")
    name = "x" * 120
    assert user.type("create", "--name", name) == f"{name}\n"
    try:
        with terminal([*COMMAND, "ps", "-a"], rows=20, columns=80, environment=user.environment) as screen:
            titles, *rows = screen.read_until(b"Running").decode().splitlines()
            assert titles.split()[0] == "ID"
            parts = [row.split()[0] for row in rows if row.startswith("x")]
            assert (len(parts) > 1, "".join(parts)) == (True, name)
            assert max(map(len, rows)) <= 80
        assert f"{name}  {name}" in user.type("ps", "-a")
    finally:
        user.type("rm", name)


def test_top_in_a_pipe_is_one_table(user: Terminal) -> None:
    """As plain text, and done; needing nothing that draws."""
    titles, row = user.type("top", "--interval", "0.05").splitlines()
    assert titles.split() == ["ID", "CPU", "MEMORY", "READ", "WRITTEN"]
    assert re.fullmatch(r"web +\d+\.\d% +[\d.]+ k?M?B +[\d.]+ \w?B/s +[\d.]+ \w?B/s", row)


def test_top_without_what_draws_says_what_to_install(user: Terminal, tmp_path: Path) -> None:
    """One sentence, with the remedy and the verb that does without."""
    (tmp_path / "rich.py").write_text("raise ModuleNotFoundError('no rich')\n", encoding="utf-8")
    script = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); from hcsffi.cli import main; sys.exit(main(['top']))"
    with terminal([sys.executable, "-c", script], environment=user.environment) as screen:
        said = screen.read_until(b"without it")
        assert b"pip install 'hcsffi[cli]'" in said
        assert screen.program.wait(60) == 125


def tab_through_a_stop(screen: Screen) -> None:
    """Have a shell complete a verb, an option and a system, each by a tab, and end it."""
    screen.type("hcsffi sto\t")
    screen.read_until(b"stop ")
    screen.type("--ti\t")
    screen.read_until(b"--time ")
    screen.type("3 we\t")
    screen.read_until(b"web ")
    screen.type("\x15exit\n")
    assert screen.program.wait(60) == 0


def test_bash_completes_verbs_options_and_systems(user: Terminal, tmp_path: Path) -> None:
    """The script is evaluated as its help says; a system is found by the beginning of its id."""
    if shutil.which("bash") is None:
        pytest.skip("no bash here")
    own = user.environment | {
        "PATH": f"{as_a_command(tmp_path)}:{user.environment['PATH']}",
        "PS1": "> ",
        "TERM": "dumb",
        "INPUTRC": "/dev/null",
    }
    with terminal(["bash", "--norc", "--noprofile", "-i"], columns=200, environment=own) as screen:
        screen.type('eval "$(hcsffi completion bash)"; echo lo""aded\n')
        screen.read_until(b"loaded")
        tab_through_a_stop(screen)


def test_fish_completes_systems_and_says_what_they_are(user: Terminal, tmp_path: Path) -> None:
    """It asks without a terminal what a tab would show."""
    program = shutil.which("fish")
    if program is None:
        pytest.skip("no fish here")
    own = user.environment | {"PATH": f"{as_a_command(tmp_path)}:{user.environment['PATH']}", "HOME": str(tmp_path)}
    script = 'hcsffi completion fish | source; complete -C "hcsffi stop we"'
    done = subprocess.run([program, "--no-config", "-c", script], capture_output=True, text=True, check=True, timeout=60, env=own)
    assert done.stdout == "web\tRunning, of hcsffi\n"


def test_zsh_completes_verbs_options_and_systems(user: Terminal, tmp_path: Path) -> None:
    """The script is evaluated after compinit, as its first line says; a single match is written out with a space."""
    if shutil.which("zsh") is None:
        pytest.skip("no zsh here")
    own = user.environment | {
        "PATH": f"{as_a_command(tmp_path)}:{user.environment['PATH']}",
        "ZDOTDIR": str(tmp_path),
        "PS1": "> ",
        "TERM": "dumb",
    }
    with terminal(["zsh", "-f", "-i"], columns=200, environment=own) as screen:
        screen.type('autoload -U compinit; compinit -u -D; eval "$(hcsffi completion zsh)"; echo lo""aded\n')
        screen.read_until(b"loaded")
        tab_through_a_stop(screen)


@pytest.mark.parametrize(("typed", "words"), [("hcsffi sto", "stop"), ("hcsffi stop --ti", "--time"), ("hcsffi stop -t 3 ", "web")])
def test_powershell_completes_verbs_options_and_systems(user: Terminal, tmp_path: Path, typed: str, words: str) -> None:
    """It asks itself what a tab would show, with the script evaluated as its first line says."""
    program = shutil.which("pwsh")
    if program is None:
        pytest.skip("no PowerShell here (pwsh)")
    own = user.environment | {"PATH": f"{as_a_command(tmp_path)}:{user.environment['PATH']}", "HOME": str(tmp_path)}
    asked = f"(TabExpansion2 -inputScript '{typed}' -cursorColumn {len(typed)}).CompletionMatches.CompletionText"
    script = f"hcsffi completion powershell | Out-String | Invoke-Expression; {asked}"
    command = [program, "-NoProfile", "-NonInteractive", "-Command", script]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60, env=own)
    assert words in done.stdout.split()
