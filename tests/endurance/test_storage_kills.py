"""Killed at random moments, layers and scratches leave nothing that is in the way, and nothing foreign is touched."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from ordinary_user import USERS, running_as

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = [
    pytest.mark.endurance,
    pytest.mark.timeout(900),
    pytest.mark.skipif(sys.platform == "win32", reason="a kill at a random moment is a signal here"),
]

MOMENTS = int(os.environ.get("HCSFFI_KILLS", "20"))
"""For each user; HCSFFI_KILLS asks for more of them."""

LIFE = """
import os, pathlib, shutil, sys
import anyio
from hcsffi import storage
root = pathlib.Path(sys.argv[1])

async def life():
    base = storage.LayerChain.of(root / "base")
    if (root / "next").exists():
        await storage.remove_layer(root / "next")
    await storage.make_layer(root / "next", root.parent / "source", base)
    async with storage.Scratch(base.above(root / "next"), root / "work") as scratch:
        mount = pathlib.Path(scratch.mount_path)
        (mount / "a" / "0").unlink()
        (mount / "new").write_text("new")
        shutil.rmtree(root.parent / "out", ignore_errors=True)
        (root.parent / "out").mkdir()
        await scratch.export(root.parent / "out")
        assert (mount / "new").read_text() == "new"
    await storage.remove_layer(root / "next")

anyio.run(life)
"""


def census(folder: Path) -> Iterator[tuple[str, int, int, str]]:
    """Everything about a tree that must not change: names, modes, times, texts."""
    for path in sorted(folder.rglob("*")):
        found = path.lstat()
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
        yield str(path.relative_to(folder)), found.st_mode, found.st_mtime_ns, text


def sources(at: Path) -> tuple[Path, Path]:
    """A root with a base layer and something foreign in it; sources and a canary tree outside."""
    root = at / "root"
    for name in ("source/Files/a", "root/foreign", "canary/below"):
        (at / name).mkdir(parents=True)
    for number in range(40):
        (at / "source" / "Files" / "a" / str(number)).write_text("x" * 5000, encoding="utf-8")
    for name in ("root/foreign/file", "canary/file", "canary/below/file"):
        (at / name).write_text(name, encoding="utf-8")
    (root / "foreign" / "link").symlink_to(at / "canary")
    subprocess.run([sys.executable, "-m", "hcsffi", "layer", "import", str(at / "source"), str(root / "base")], check=True)
    return root, at / "canary"


@pytest.mark.parametrize("user", USERS)
def test_a_life_that_is_killed_at_any_moment_is_in_nobodys_way(user: str) -> None:
    """The next one succeeds without a sweep, a sweep leaves only what was there before, and a canary outside stays as it is."""
    with running_as(user) as at:
        if not os.access(sys.executable, os.X_OK, effective_ids=True):
            pytest.skip("an ordinary user cannot start the interpreter, which lies in somebody's home")
        root, canary = sources(at)
        words = [sys.executable, "-c", LIFE, str(root)]
        begun = time.monotonic()
        subprocess.run(words, check=True)
        whole_s = time.monotonic() - begun
        before = list(census(canary)), list(census(root / "foreign")), list(census(root / "base"))
        chance = random.Random(20261128)
        for moment in range(MOMENTS):
            with subprocess.Popen(words) as life:
                time.sleep(chance.uniform(0.3, 1.1) * whole_s)  # the first third loads Python
                life.kill()
            assert before == (list(census(canary)), list(census(root / "foreign")), list(census(root / "base"))), moment
            if moment % 10 == 9:
                subprocess.run(words, check=True)
        subprocess.run([sys.executable, "-m", "hcsffi", "layer", "gc", str(root)], check=True)
        left = set(os.listdir(root)) - {"next"}  # noqa: PTH208 - names alone
        assert {"base", "foreign"} == left
        assert before == (list(census(canary)), list(census(root / "foreign")), list(census(root / "base")))
