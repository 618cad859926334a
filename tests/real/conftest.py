"""What the statement tests stand on: the library under test and the systems it can be asked for."""

from __future__ import annotations

import os
import platform
import sys

import pytest

from hcsffi.native import library
from hcsffi.native.binding import ffi, lib

import abi
import parameters
from statement_report import ABOUT
from supply import Supply, code

REAL_TEST_S = 1800
"""How long one test may take on a real service, where a guest boots; every step has a limit of its own."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give tests on a real service the time a guest takes."""
    if os.environ.get("HCSFFI_LIBRARY", "system" if sys.platform == "win32" else "embedded") == "system":
        for item in items:
            if item.get_closest_marker("real_service"):
                item.add_marker(pytest.mark.timeout(REAL_TEST_S))


@pytest.fixture
def anyio_backend() -> str:
    """One loop: the statements are about the service, and `tests/contract` is about the loops."""
    return "asyncio"


@pytest.fixture(scope="session")
def supply(request: pytest.FixtureRequest) -> Supply:
    """Systems and commands on whatever library answers; skips all where the service refuses this user or is not there."""
    about = request.config.stash[ABOUT]
    loading = library.load()
    if not loading.succeeded:
        pytest.skip(f"no host compute service: {(loading.document or b'').decode(errors='replace')}")
    embedded = library.is_embedded()
    given = parameters.read(embedded=embedded)
    about |= {"library": "embedded" if embedded else "system", "windows": platform.version() if sys.platform == "win32" else None}
    about["given"] = {"container": given.container is not None, "disk": given.disk is not None, "risky": given.risky}
    answer = abi.started(given.patience_ms, lib.HcsEnumerateComputeSystems, ffi.NULL, None)
    if answer.code:
        pytest.skip(f"the service refuses this user ({code(answer.code)}): run with administrator rights")
    return Supply(given, embedded_host=embedded)
