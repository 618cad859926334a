"""The same test as root and as an ordinary user, where the tests run as root; as whoever runs them, where they do not."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

NOBODY = 65534
IS_ROOT = sys.platform != "win32" and os.geteuid() == 0
USERS = [
    pytest.param("root", marks=pytest.mark.skipif(not IS_ROOT, reason="not run as root")),
    pytest.param("ordinary", marks=pytest.mark.skipif(sys.platform == "win32", reason="Windows has no effective user to change")),
] + ([pytest.param("windows")] if sys.platform == "win32" else [])


def present_users() -> list[str]:
    """The users as whom something can be tried here."""
    if sys.platform == "win32":
        return ["windows"]
    return ["root", "ordinary"] if IS_ROOT else ["ordinary"]


@contextlib.contextmanager
def running_as(user: str) -> Iterator[Path]:
    """A new empty folder of that user; while the block runs, this process has that user's rights and no others."""
    root = Path(tempfile.mkdtemp(prefix="hcsffi-layers-"))
    try:
        if user == "ordinary" and IS_ROOT and sys.platform != "win32":
            os.chown(root, NOBODY, NOBODY)
            groups = os.getgroups()
            os.setgroups([])
            os.setegid(NOBODY)
            os.seteuid(NOBODY)
            try:
                yield root
            finally:
                os.seteuid(0)
                os.setegid(0)
                os.setgroups(groups)
        else:
            yield root
    finally:
        shutil.rmtree(root)
