"""What the crossing tests start from: every event loop, uvloop included, and programs of their own for the end of a process."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Any

import anyio
import pytest

from hcsffi import embedded
from hcsffi.delivery.telling import TRACE
from hcsffi.native import library

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Configure = Callable[..., None]
    Script = Callable[..., subprocess.CompletedProcess[str]]


LIMIT_S = 60
"""How long a program of a test may take. Wine needs seconds to start and to end one while other tests start hundreds."""

BACKENDS: list[Any] = ["asyncio", "trio"]
if sys.platform == "win32":  # the default there is the proactor
    BACKENDS.append(pytest.param(("asyncio", {"loop_factory": asyncio.SelectorEventLoop}), id="selector"))
else:
    BACKENDS.append(pytest.param(("asyncio", {"use_uvloop": True}), id="uvloop"))


@pytest.fixture(autouse=True, scope="session")
def loops_have_run_before() -> None:
    """Libuv opens a signal pipe with a process's first loop and keeps it for ever; it is nobody's leak."""
    if sys.platform != "win32":
        anyio.run(anyio.sleep, 0, backend_options={"use_uvloop": True})


@pytest.fixture(autouse=True, scope="session")
def library_is_loaded() -> None:
    """What is below the calls users make finds no function before; no test may wait for another to load the library."""
    assert library.load().succeeded


@pytest.fixture(params=BACKENDS)
def anyio_backend(request: pytest.FixtureRequest) -> Any:
    """Every event loop the dispatcher knows."""
    return request.param


@pytest.fixture(autouse=True)
def untraced(monkeypatch: pytest.MonkeyPatch) -> None:
    """A whole run has the tracing library imported, by tests elsewhere, and calls take another way then than in most programs."""
    monkeypatch.delitem(sys.modules, TRACE, raising=False)


@pytest.fixture
def configure() -> Iterator[Configure]:
    """Configures the embedded host for one test; the defaults come back at its end."""

    def apply(**members: Any) -> None:
        embedded.configure(members)

    yield apply
    embedded.configure({})


@pytest.fixture
def script(tmp_path: Path) -> Script:
    """Runs a program of its own, for what happens at the end of an interpreter or after a fork."""

    def run(body: str, *, limit_s: float = LIMIT_S, **environment: str) -> subprocess.CompletedProcess[str]:
        file = tmp_path / "program.py"
        file.write_text(textwrap.dedent(body), encoding="utf-8")
        variables = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), *sys.path]), **environment}
        return subprocess.run([sys.executable, file], env=variables, capture_output=True, text=True, timeout=limit_s, check=False)

    return run
