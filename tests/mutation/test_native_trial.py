"""The copy of the sources that mutants are made in."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import native_trial
from native_trial import NativeTrial, follow

if TYPE_CHECKING:
    import pytest


def test_a_copy_has_what_its_original_has_and_nothing_else(tmp_path: Path) -> None:
    """A file that moved would be built twice, and one that is written anew for nothing would have all be built again."""
    source, copy = tmp_path / "source", tmp_path / "copy"
    (source / "old").mkdir(parents=True)
    (source / "old" / "moved.cpp").write_text("moved", encoding="utf-8")
    (source / "same.cpp").write_text("same", encoding="utf-8")
    follow(source, copy)
    written = (copy / "same.cpp").stat().st_mtime_ns
    (source / "new").mkdir()
    (source / "old" / "moved.cpp").rename(source / "new" / "moved.cpp")
    follow(source, copy)
    assert sorted(one.relative_to(copy).as_posix() for one in copy.rglob("*.cpp")) == ["new/moved.cpp", "same.cpp"]
    assert (copy / "same.cpp").stat().st_mtime_ns == written


def test_who_outlives_his_parent_is_waited_for(tmp_path: Path) -> None:
    """A relay counts its lines when it ends, which is after its owner: without its counts no test seems to run it."""
    written = tmp_path / "written"
    script = (
        "import subprocess, sys, adoption\n"
        "adoption.adopt_orphans()\n"
        f"subprocess.run(['sh', '-c', 'setsid sh -c \"sleep 0.3; echo x > {written}\" &'], check=True)\n"
        "assert not adoption.wait_for_orphans(0.0)\n"
        "assert adoption.wait_for_orphans(60.0)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=Path(__file__).parent, timeout=60, check=False)
    assert done.returncode == 0
    assert written.read_text(encoding="utf-8") == "x\n"


def test_who_does_not_end_is_ended_with_what_he_has_made(tmp_path: Path) -> None:
    """A changed reaper that runs for ever would hold a processor until the machine is started anew."""
    told = tmp_path / "told"
    script = (
        "import subprocess, sys, time, adoption, pathlib\n"
        "adoption.adopt_orphans()\n"
        f"subprocess.run(['sh', '-c', 'setsid sh -c \"sleep 100 & echo x > {told}; sleep 100\" &'], check=True)\n"
        f"while not pathlib.Path({str(told)!r}).exists(): time.sleep(0.01)\n"
        "adoption.end_orphans()\n"
        "assert adoption.wait_for_orphans(60.0)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=Path(__file__).parent, timeout=60, check=False)
    assert done.returncode == 0


def test_what_a_program_runs_counts_beside_what_its_children_without_an_environment_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A test that clears its environment writes where a reaper does: its few lines took the place of all the program had run."""
    trial = object.__new__(NativeTrial)
    trial._counts, trial._built, trial._lines = tmp_path / "counts", tmp_path / "built", {}
    name = Path("compute", "system.cpp")
    for place, line in zip(trial._places("model_test"), ("7", "9"), strict=True):
        counts = place / (trial._built / "host" / name).relative_to(tmp_path.anchor).with_suffix(".gcda")
        counts.parent.mkdir(parents=True)
        counts.write_text(line, encoding="utf-8")
    monkeypatch.setattr(native_trial, "lines_run", lambda counts, _notes, _name: {int(counts.read_text(encoding="utf-8"))})
    assert trial._lines_of("model_test", name) == {7, 9}


def test_what_another_build_has_counted_is_gone(tmp_path: Path) -> None:
    """Where a program no longer runs a file at all, the lines it once ran were taken for those of today, or ended the whole run."""
    trial = object.__new__(NativeTrial)
    trial._counts, trial._built, trial._said = tmp_path / "counts", tmp_path / "built", tmp_path / "said"
    trial._without = {}
    (trial._built / "host").mkdir(parents=True)
    program = trial._built / "model_test"
    program.write_text("#!/bin/sh\nexit 0\n", encoding="utf-8")
    program.chmod(0o755)
    stale = [place / "system.gcda" for place in trial._places("model_test")]
    for counts in stale:
        counts.parent.mkdir(parents=True)
        counts.write_text("7", encoding="utf-8")
    assert [] == trial._look("model_test").left_out
    assert not [counts for counts in stale if counts.exists()]
