"""Type checkers, strict, know what the library knows: constructor, fields, changed copies, patterns."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parent / "samples" / "typed_documents.py"
SOURCES = Path(__file__).resolve().parents[2] / "src"


def marked(checker: str) -> list[int]:
    """The lines that the sample says a checker has to refuse."""
    lines = SAMPLE.read_text(encoding="utf-8").splitlines()
    return [number for number, line in enumerate(lines, 1) if re.search(rf"# wrong(?: for {checker})?$", line)]


def test_the_sample_has_mistakes_to_find() -> None:
    """A checker that sees nothing would agree with a sample without any."""
    assert 12 < len(marked("pyright")) < len(marked("mypy"))


@pytest.mark.timeout(300)
@pytest.mark.skipif(find_spec("mypy") is None, reason="mypy comes with the extra `lint`")
def test_mypy_strict_refuses_the_mistakes_and_nothing_else(tmp_path: Path) -> None:
    """A user of the library runs it like this."""
    (tmp_path / "mypy.ini").write_text(f"[mypy]\nstrict = true\npython_version = 3.10\nmypy_path = {SOURCES}\n", encoding="utf-8")
    checked = subprocess.run(
        [
            sys.executable,
            "-m",
            "mypy",
            "--no-error-summary",
            f"--cache-dir={tmp_path}",
            f"--config-file={tmp_path / 'mypy.ini'}",
            str(SAMPLE),
        ],
        check=False,
        capture_output=True,
        text=True,
        cwd=tmp_path,
    )
    found = re.findall(rf"^.*{SAMPLE.name}:(\d+): error: ", checked.stdout, re.MULTILINE)
    assert "" == checked.stderr
    assert marked("mypy") == sorted({int(number) for number in found}), checked.stdout
    assert [] == [line for line in checked.stdout.splitlines() if SAMPLE.name not in line]


@pytest.mark.timeout(300)
@pytest.mark.skipif(find_spec("pyright") is None, reason="pyright comes with the extra `lint`")
def test_pyright_strict_refuses_the_mistakes_and_nothing_else(tmp_path: Path) -> None:
    """What editors show."""
    shutil.copy(SAMPLE, tmp_path)
    settings = {"include": ["."], "extraPaths": [str(SOURCES)], "typeCheckingMode": "strict", "pythonVersion": "3.10"}
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    checked = subprocess.run(
        [sys.executable, "-m", "pyright", "--outputjson", "--pythonpath", sys.executable, "--project", str(tmp_path)],
        check=False,
        capture_output=True,
        text=True,
        cwd=tmp_path,
    )
    found = json.loads(checked.stdout)["generalDiagnostics"]
    assert {SAMPLE.name} == {Path(problem["file"]).name for problem in found}, checked.stdout
    assert marked("pyright") == sorted({problem["range"]["start"]["line"] + 1 for problem in found}), checked.stdout
