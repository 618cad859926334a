"""The folder of a user's own service, which nobody else can enter."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from importlib import import_module
from pathlib import Path

from hcsffi.remote.address import ConnectionRefused


def folder() -> Path:
    """The user's own folder, made if need be.

    Raises:
        ConnectionRefused: what stands there is not this user's alone.
    """
    if sys.platform == "win32":
        raise ConnectionRefused("programs on Windows cannot connect to a Unix socket with this Python")
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    place = Path(runtime, "hcsffi") if runtime else Path(_temporary(), f"hcsffi-{os.geteuid()}")
    try:
        with contextlib.suppress(FileExistsError):
            place.mkdir(mode=0o700)
        found = place.lstat()
    except OSError as error:
        raise ConnectionRefused(f"no folder for the user's service: {error}") from error
    # In a folder that everybody writes to, somebody else may have been there first.
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.geteuid() or found.st_mode & 0o077:
        raise ConnectionRefused(f"{place} is not a folder of this user alone (mode 0700)")
    return place


def _temporary() -> str:
    place: str = import_module("tempfile").gettempdir()  # whoever has a folder for what runs does without it
    return place
