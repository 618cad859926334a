"""``hcsffi run`` as its user sees it: bytes through, exit codes, signals, one line for each failure."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import IO

import pytest

PROGRAM = [sys.executable, "-m", "hcsffi"]
RUN = [*PROGRAM, "run"]


def run(*words: str, given: bytes | IO[bytes] | None = b"", timeout_s: float = 60) -> subprocess.CompletedProcess[bytes]:
    """Run ``hcsffi run`` with these arguments."""
    if isinstance(given, bytes):
        return subprocess.run([*RUN, *words], input=given, capture_output=True, check=False, timeout=timeout_s)
    return subprocess.run([*RUN, *words], stdin=given, capture_output=True, check=False, timeout=timeout_s)


def test_streams_and_exit_code_are_the_childs() -> None:
    """The line of the README."""
    done = run("--", "sh", "-c", "echo out; echo err >&2; exit 7")
    assert (done.returncode, done.stdout, done.stderr) == (7, b"out\n", b"err\n")


def test_the_console_script_and_the_module_are_one_program() -> None:
    """People start it either way."""
    done = subprocess.run([*PROGRAM, "explain", "0x80370105"], capture_output=True, check=False)
    assert done.returncode == 0
    assert b"HCS_E_INVALID_STATE" in done.stdout


def test_a_command_without_the_double_dash_works_too() -> None:
    """Options of the child stay the child's."""
    assert run("echo", "-n", "--timeout", "x").stdout == b"--timeout x"


def test_a_hundred_megabytes_pass_through_unchanged(tmp_path: Path) -> None:
    """Bytes are bytes: nothing is decoded, translated, cut or reordered."""
    source, target = tmp_path / "in", tmp_path / "out"
    block = os.urandom(1 << 20)
    with source.open("wb") as file:
        for number in range(100):
            file.write(number.to_bytes(4, "big") + block[4:])
    with source.open("rb") as given, target.open("wb") as taken:
        done = subprocess.run([*RUN, "-i", "--", "cat"], stdin=given, stdout=taken, stderr=subprocess.PIPE, check=False, timeout=150)
    assert (done.returncode, done.stderr) == (0, b"")
    assert source.read_bytes() == target.read_bytes()


def test_input_arrives_through_a_pipe_too() -> None:
    """A pipeline's middle: stdin and stdout are both pipes."""
    given = os.urandom(3_000_000)
    done = run("-i", "--", "cat", given=given)
    assert (done.returncode, done.stdout == given) == (0, True)


def test_without_interactive_the_child_has_no_input() -> None:
    """A command that reads its input by accident must not eat the script's."""
    done = run("--", "sh", "-c", "cat; echo end", given=b"not for you")
    assert (done.returncode, done.stdout) == (0, b"end\n")


def test_environment_working_directory_and_configuration_are_passed_on(tmp_path: Path) -> None:
    """The options, all at once; a value may hold an equals sign."""
    document = tmp_path / "system.json"
    document.write_text(json.dumps({"Container": {"GuestOs": {"HostName": "configured"}}}))
    script = 'echo "$HOSTNAME $A $B $PWD"'
    done = run("--config", str(document), "--env", "A=1=2", "--env", "B=", "--workdir", str(tmp_path), "--", "sh", "-c", script)
    assert done.stdout.decode() == f"configured 1=2  {tmp_path}\n"


def test_the_configuration_may_come_from_stdin() -> None:
    """Generators write into pipes."""
    done = run("--config", "-", "--", "sh", "-c", "echo $HOSTNAME", given=b'{"Container": {"GuestOs": {"HostName": "piped"}}}')
    assert done.stdout == b"piped\n"


def test_statistics_are_printed_on_stderr() -> None:
    """Stdout belongs to the child."""
    done = run("--stats", "--", "echo", "x")
    assert done.stdout == b"x\n"
    for word in (b"uptime:", b"processor:", b"memory:"):
        assert word in done.stderr


@pytest.mark.parametrize(
    ("words", "code", "symbol"), [(["no-such-program"], 127, b"ERROR_FILE_NOT_FOUND"), (["/etc/passwd"], 126, b"E_ACCESSDENIED")]
)
def test_a_program_that_cannot_be_started_is_told_apart(words: list[str], code: int, symbol: bytes) -> None:
    """127 not found, 126 not executable, as in every shell; one line names function, symbol and code."""
    done = run("--", *words)
    assert done.returncode == code
    assert done.stderr.count(b"\n") == 1
    assert done.stderr.startswith(b"hcsffi: HcsCreateProcess failed")
    assert symbol in done.stderr


@pytest.mark.parametrize(
    ("words", "code", "text"),
    [
        ([], 2, b"COMMAND"),
        (["--no-such-option", "--", "true"], 2, b"--no-such-option"),
        (["--timeout", "soon", "--", "true"], 2, b"soon"),
        (["--config", "-", "-i", "--", "true"], 2, b"stdin"),
        (["--config", "no/such/file", "--", "true"], 125, b"no/such/file"),
        (["--env", "=x", "--", "true"], 125, b"--env"),
        (["--workdir", "/no/such/directory", "--", "true"], 125, b"HcsCreateProcess"),
    ],
)
def test_wrong_usage_is_2_and_our_own_failure_125(words: list[str], code: int, text: bytes) -> None:
    """Scripts tell "you called me wrongly" and "I could not" from the child's own failures."""
    done = run(*words)
    assert done.returncode == code
    assert text in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_broken_document_is_one_line_with_its_path(tmp_path: Path) -> None:
    """The reader finds the place in the file."""
    document = tmp_path / "broken.json"
    document.write_text('{"Container": {"GuestOs": {"HostName": 5}}}')
    done = run("--config", str(document), "--", "true")
    assert done.returncode == 125
    assert done.stderr.count(b"\n") == 1
    assert b"broken.json" in done.stderr
    assert b"$.Container.GuestOs.HostName" in done.stderr


def test_debug_adds_the_traceback(tmp_path: Path) -> None:
    """For those who report a fault; before or after the verb."""
    for words in (["--debug", "run"], ["run", "--debug"]):
        done = subprocess.run([*PROGRAM, *words, "--", "no-such-program"], capture_output=True, check=False, timeout=60)
        assert done.returncode == 127
        assert b"Traceback" in done.stderr


def test_a_time_limit_ends_everything() -> None:
    """The limit holds for a child that ignores every request to end."""
    done = run("--timeout", "0.5", "--", "sh", "-c", "trap '' TERM INT HUP; while :; do sleep 0.1; done")
    assert done.returncode == 125
    assert b"took longer than 0.5 s" in done.stderr


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)])
def test_an_interrupt_terminates_the_system_and_exits_130(number: signal.Signals, tmp_path: Path) -> None:
    """Nothing of the child is left, daemons included."""
    mark = tmp_path / "pids"
    script = f"setsid sleep 1000 & echo $$ $! > {mark}; echo ready; wait"
    with subprocess.Popen([*RUN, "--", "sh", "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        assert program.stdout.readline() == b"ready\n"
        program.send_signal(number)
        assert program.wait(60) == 130
        assert program.stderr.read() == b""
    for pid in mark.read_text().split():
        assert not Path(f"/proc/{pid}").exists()


def test_an_interrupt_while_the_output_is_stuck_still_ends_the_program() -> None:
    """A pager that does not read must not hold the program, nor its system."""
    with subprocess.Popen([*RUN, "--", "sh", "-c", "yes >&2 & yes"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        assert program.stdout is not None
        assert program.stdout.read(2) == b"y\n"
        time.sleep(0.3)  # until the pipe to us is full: nobody announces that
        program.send_signal(signal.SIGINT)
        assert program.wait(60) == 130


def test_a_reader_that_leaves_ends_the_child() -> None:
    """``hcsffi run -- yes | head -1`` ends as it does without us."""
    with subprocess.Popen([*RUN, "--", "yes"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        assert program.stdout.readline() == b"y\n"
        program.stdout.close()
        assert program.wait(60) != 0
        assert b"Traceback" not in program.stderr.read()


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_standard_descriptors_are_no_trouble(closed: str) -> None:
    """Cron jobs and daemons start programs so; a pipe of ours must not end up as somebody's stdout."""
    command = f"exec {' '.join(RUN)} -i -- sh -c 'echo out; echo err >&2; cat; exit 4' {closed}"
    done = subprocess.run(["sh", "-c", command], stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=60)
    assert done.returncode == 4
    assert done.stdout == (b"" if " >&-" in f" {closed}" else b"out\n")


def test_input_that_never_ends_does_not_hold_the_program() -> None:
    """An idle terminal or pipe on stdin: the child's exit ends the program."""
    with subprocess.Popen(
        [*RUN, "-i", "--", "sh", "-c", "read line; echo $line; exit 3"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as program:
        assert program.stdin is not None
        assert program.stdout is not None
        program.stdin.write(b"word\n")
        program.stdin.flush()
        assert program.stdout.readline() == b"word\n"
        assert program.wait(60) == 3


def test_a_child_that_leaves_a_daemon_does_not_hold_the_program() -> None:
    """A grandchild that keeps stdout open is ended with the system."""
    done = run("--", "sh", "-c", "sleep 1000 & echo done")
    assert (done.returncode, done.stdout) == (0, b"done\n")


def test_no_traceback_when_the_reader_of_an_explanation_leaves() -> None:
    """``hcsffi explain ... | head -0``."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run([*PROGRAM, "explain", "0x80370105"], stdout=writing, stderr=subprocess.PIPE, check=False, timeout=60)
    finally:
        os.close(writing)
    assert done.stderr == b""


def test_the_version_and_the_help_are_there() -> None:
    """What everybody tries first."""
    assert subprocess.run([*PROGRAM, "--version"], capture_output=True, check=True).stdout.startswith(b"hcsffi ")
    for words in (["--help"], ["run", "--help"], ["explain", "--help"]):
        assert b"usage" in subprocess.run([*PROGRAM, *words], capture_output=True, check=True).stdout
    assert subprocess.run(PROGRAM, capture_output=True, check=False).returncode == 2
