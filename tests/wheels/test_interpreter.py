"""Which Pythons hcsffi is built for and runs in, and what the others are told."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SETUP = ROOT / "setup.py"

_BUILD = """
import runpy, sys, sysconfig, types
{pretence}
sys.argv = ["setup.py", "--name"]
runpy.run_path({setup!r}, run_name="__main__")
"""
_FREE_THREADED = "asked = sysconfig.get_config_var; sysconfig.get_config_var = lambda name: 1 if name == 'Py_GIL_DISABLED' else asked(name)"
_PYPY = "sys.implementation = types.SimpleNamespace(**{**vars(sys.implementation), 'name': 'pypy'})"


@pytest.mark.skipif(not SETUP.is_file(), reason="is about the sources, and a Windows is given the wheel")
@pytest.mark.parametrize(
    ("pretence", "said"), [(_FREE_THREADED, "does not build for the free-threaded CPython"), (_PYPY, "does not build for pypy")]
)
def test_a_build_for_an_untried_python_refuses_with_words(pretence: str, said: str) -> None:
    """Not with a page of a compiler, and not with a library that crashes: no wheel fits those, so that pip builds from source there."""
    words = [sys.executable, "-c", _BUILD.format(pretence=pretence, setup=str(SETUP))]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert 1 == done.returncode
    assert done.stderr.startswith(f"hcsffi {said}")
    assert "Its wheels are for CPython 3.10 and newer" in done.stderr


_INSIDE = """
import sys
try:
    import _interpreters as made
except ImportError:
    import _xxsubinterpreters as made
program = '''
import asyncio, sys
import anyio
from hcsffi import ComputeSystem
async def main():
    document = {"Owner": "sub", "SchemaVersion": {"Major": 2, "Minor": 1}, "Container": {}}
    async with await ComputeSystem.create("inside", document, terminate_on_close=True) as system:
        await system.start()
        print((await system.run(["sh", "-c", "echo inside"])).stdout.decode(), end="", flush=True)
# CPython's proactor loop begins in the main interpreter alone.
anyio.run(main, backend_options={"loop_factory": asyncio.SelectorEventLoop if sys.platform == "win32" else None})
import threading, time
while threading.active_count() > 1:  # anyio does not wait for its worker threads, and no interpreter ends with one
    time.sleep(0.01)
time.sleep(1)
'''
one = made.create("legacy") if sys.version_info >= (3, 13) else made.create(isolated=False)
failed = made.run_string(one, program)
assert not failed, failed
made.destroy(one)
"""


def test_a_subinterpreter_that_shares_the_lock_uses_the_library() -> None:
    """As mod_wsgi runs programs: one library for all of the process."""
    if sys.version_info >= (3, 14):
        pytest.skip("the private module that makes such an interpreter was renamed")
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", _INSIDE], capture_output=True, text=True, check=False, timeout=60)
    assert (0, "") == (done.returncode, done.stderr)
    assert "inside" == done.stdout.strip()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no locale that stands in the way")
def test_arguments_arrive_whole_in_a_c_locale(tmp_path: Path) -> None:
    """Python reads what is not ASCII byte by byte there; the command, a variable and a path are the UTF-8 they were typed as."""
    folder = tmp_path / "Ordner-\u00e4-\u7db2"
    folder.mkdir()
    plain = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "WORD": "gr\u00fcn"}
    plain.pop("PYTHONIOENCODING", None)
    script = 'echo "$1 $WORD $PWD"'
    words = [sys.executable, "-m", "hcsffi", "run", "--env", "WORD", "--workdir", str(folder)]
    words += ["--", "sh", "-c", script, "sh", "\u00e4\u7db2"]
    encoded = {name.encode(): value.encode("utf-8", "surrogateescape") for name, value in plain.items()}
    done = subprocess.run([word.encode() for word in words], env=encoded, capture_output=True, check=False, timeout=60)
    assert (0, b"") == (done.returncode, done.stderr)
    assert f"\u00e4\u7db2 gr\u00fcn {folder}" == done.stdout.decode().strip()
