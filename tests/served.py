"""A plugin (``-p served``): the tests that follow run through a service in another process, as ``make served`` does.

``HCSFFI_SERVED`` says how: ``unix`` over a Unix socket, where descriptors are passed, or ``ssh`` over the standard streams of a
``hcsffi serve --stdio``, where the streams of processes go through frames; a shell stands in for ssh and runs the same command on this
machine. The connection is made before the first test, so that no test is blamed for its descriptors.
"""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

import pytest

from hcsffi.native import library

ENDING_S = 30
APART = {
    "test_lasting_commands": "its commands have a service of their own",
    "test_lasting_terminal": "its commands have a service of their own",
    "test_network_collecting": "it kills programs and looks at what their own host took along; the service outlives them",
    "test_served": "its services are its own",
    "test_storage_scratch": "it kills programs and looks at what their own host took along; the service keeps their views",
}
"""Files whose tests are about a library of the program's own, and why."""
TESTS_APART = {
    "test_a_machine_that_cannot_isolate_says_why_and_what_to_do": "it changes what this program's own host finds on this machine",
    "test_what_a_missing_tool_carries_is_refused_by_name": "it changes what this program's own host finds on this machine",
    "test_a_kernel_without_bridges_is_told_with_the_step": "it changes what this program's own host finds on this machine",
    "test_a_change_the_packets_cannot_follow_is_undone": "it changes what this program's own host finds on this machine",
    "test_a_killed_client_leaves_nothing": "it kills a program and looks at what its own host took along; the service outlives it",
    "test_a_process_nobody_saw_end_has_no_exit_code": "it kills the reapers of this program's own host",
    "test_a_flood_costs_at_most_a_fifth_more_than_what_is_kept": "a stream that goes through frames has a window beside what is kept",
}
"""Single tests likewise."""


class Running(NamedTuple):
    """What has been started.

    Args:
        service: the program; none where the connection starts it.
        folder: where its socket is.
    """

    service: subprocess.Popen[bytes] | None
    folder: tempfile.TemporaryDirectory[str]


_running: list[Running] = []


def stand_in(folder: Path) -> str:
    """A program that is called as ssh is, and runs the command here."""
    script = folder / "ssh"
    path = shlex.quote(str(Path(sys.executable).parent))
    script.write_text(
        f'#!/bin/sh\nwhile [ "$1" != "--" ]; do shift; done\nshift 2\nPATH={path}:$PATH exec env -u HCSFFI_LIBRARY "$@"\n', encoding="utf-8"
    )
    script.chmod(0o700)
    return str(script)


def pytest_configure(config: pytest.Config) -> None:
    """Start the service and connect to it; in the processes of ``-n``, one each."""
    if config.getoption("numprocesses", default=None) and not hasattr(config, "workerinput"):
        return
    folder = tempfile.TemporaryDirectory(prefix="hcsffi-served-")
    os.environ.pop("HCSFFI_LIBRARY", None)
    if os.environ.get("HCSFFI_SERVED", "unix") == "ssh":
        _running.append(Running(None, folder))
        os.environ["HCSFFI_SSH"] = stand_in(Path(folder.name))
        os.environ["HCSFFI_LIBRARY"] = "ssh://somebody@somewhere"
    else:
        address = f"unix:{Path(folder.name, 'socket')}"
        service = subprocess.Popen([sys.executable, "-m", "hcsffi", "serve", "--listen", address], stdout=subprocess.PIPE)
        _running.append(Running(service, folder))
        assert service.stdout is not None
        if not service.stdout.readline():
            pytest.exit("hcsffi serve ended before it listened", 1)
        os.environ["HCSFFI_LIBRARY"] = address
    loaded = library.load()
    if not loaded.succeeded:
        pytest.exit(f"no connection: {loaded}", 1)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out what is about something else."""
    for one in items:
        reason = APART.get(one.path.stem) or TESTS_APART.get(getattr(one, "originalname", one.name))
        if reason is not None:
            one.add_marker(pytest.mark.skip(reason=reason))


def pytest_unconfigure() -> None:
    """End the service; it has to end by itself when it is asked to."""
    for service, folder in _running:
        if service is not None:
            service.send_signal(signal.SIGTERM)
            code = service.wait(ENDING_S)
            assert service.stdout is not None
            service.stdout.close()
            if code:
                pytest.exit(f"hcsffi serve ended with {code}", 1)
        folder.cleanup()
    _running.clear()
