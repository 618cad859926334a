"""The Wine lane and the programs here: the first step that is another one ends it, and what is left out is left out with a reason."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

import pytest

if sys.platform == "win32":
    pytest.skip("the lane runs on Linux", allow_module_level=True)

from wine_lane import clients

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (["made", "deleted"], None),
        (["made"], "step 2 has to say 'deleted', and says 'nothing more'"),
        (["made", "failed: x"], "step 2 has to say 'deleted', and says 'failed: x'"),
        (["made", "deleted", "made"], "step 3 has to say 'nothing more', and says 'made'"),
        ([], "step 1 has to say 'made', and says 'nothing more'"),
    ],
)
def test_the_first_step_that_is_another_one_is_told(said: list[str], told: str | None) -> None:
    """A comparison that cannot fail would let every client pass."""
    assert told == clients.first_difference(["made", "deleted"], said)


def test_every_step_of_the_program_is_expected() -> None:
    """steps.txt is written by hand: a step that was added to the program alone would be noticed under Wine only, minutes later."""
    written = [text for file in sorted(clients.MODULE.glob("*.go")) for text in re.findall(r'said\("((?:[^"\\]|\\.)*)"', file.read_text())]
    expected = (clients.MODULE / "steps.txt").read_text().splitlines()
    patterns = [re.sub("%[sd]", ".+", re.escape(text)) for text in written]
    unexpected = [pattern for pattern in patterns if not any(re.fullmatch(pattern, line) for line in expected)]
    assert [] == unexpected
    assert len(expected) == len(patterns)


def test_no_go_or_one_that_is_too_old_is_a_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The lane goes on without it, and says why."""
    monkeypatch.setenv("PATH", str(tmp_path))
    wanted = clients.wanted_version()
    assert f"there is no Go; {wanted} or newer is needed" == clients.find_toolchain()
    go = tmp_path / "go"
    go.write_text("#!/bin/sh\necho go1.19.8\n")
    go.chmod(0o755)
    assert f"go1.19.8 is here, go{wanted} or newer is needed" == clients.find_toolchain()
    go.write_text(f"#!/bin/sh\necho go{wanted}\n")
    found = clients.find_toolchain()
    assert isinstance(found, clients.Toolchain)
    assert ("windows", "0", "local") == tuple(found.environment[name] for name in ("GOOS", "CGO_ENABLED", "GOTOOLCHAIN"))


def test_modules_that_cannot_be_had_are_a_reason(tmp_path: Path) -> None:
    """A machine without the module proxy runs the rest of the lane; the last line of the go command says what was wrong."""
    go = tmp_path / "go"
    go.write_text("#!/bin/sh\necho first >&2\necho 'no such host' >&2\nexit 1\n")
    go.chmod(0o755)
    assert "its modules cannot be had: no such host" == clients.build_program(clients.Toolchain(str(go), {}))
