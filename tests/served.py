"""A plugin (``-p served``): the tests that follow run through a service in another process, as ``make served`` does.

``HCSFFI_SERVED`` says how: ``unix`` over a Unix socket, where descriptors are passed, or ``ssh`` over the standard streams of a
``hcsffi serve --stdio``, where the streams of processes go through frames; a shell stands in for ssh and runs the same command on this
machine. ``windows`` is such a command in a CPython for Windows under Wine (``wine_lane.service``, which sets ``HCSFFI_SSH``).
The connection is made before the first test, so that no test is blamed for its descriptors.
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
WAY = os.environ.get("HCSFFI_SERVED", "unix")
APART = {
    "test_attended_commands": "its commands have services of their own",
    "test_lasting_commands": "its commands have a service of their own",
    "test_lasting_terminal": "its commands have a service of their own",
    "test_network_collecting": "it kills programs and looks at what their own host took along; the service outlives them",
    "test_served": "its services are its own",
    "test_served_hostile": "its services are its own",
    "test_served_on_demand": "its services are its own",
    "test_served_output": "its services are its own",
    "test_storage_scratch": "it kills programs and looks at what their own host took along; the service keeps their views",
}
"""Files whose tests are about a library of the program's own, and why."""
TESTS_APART = {
    "test_a_machine_that_cannot_isolate_says_why_and_what_to_do": "it changes what this program's own host finds on this machine",
    "test_what_a_missing_tool_carries_is_refused_by_name": "it changes what this program's own host finds on this machine",
    "test_a_kernel_without_bridges_is_told_with_the_step": "it changes what this program's own host finds on this machine",
    "test_a_change_the_packets_cannot_follow_is_undone": "it changes what this program's own host finds on this machine",
    "test_a_change_that_cannot_be_undone_says_so": "it changes what this program's own host finds on this machine",
    "test_rules_that_cannot_be_taken_away_keep_their_endpoint": "it changes what this program's own host finds on this machine",
    "test_an_adapter_that_a_refusal_left_is_taken_away_before_the_next": "it changes what this program's own host finds on this machine",
    "test_an_engine_that_is_killed_while_it_begins_takes_nobody_with_it": "it changes what this program's own host finds on this machine",
    "test_the_name_of_a_windows_pipe_is_a_socket_in_a_folder": "it sets a variable for a host of the program's own",
    "test_each_value_of_isolation_does_as_it_says": "it sets a variable for a host of the program's own",
    "test_a_program_that_is_missing_is_named": "it sets a variable for a host of the program's own",
    "test_a_killed_client_leaves_nothing": "it kills a program and looks at what its own host took along; the service outlives it",
    "test_a_relay_that_is_killed_comes_back_with_the_next_mapping": "it kills the relay of this program's own host",
    "test_a_port_that_somebody_else_took_meanwhile_is_told": "it kills the relay of this program's own host",
    "test_a_process_nobody_saw_end_has_no_exit_code": "it kills the reapers of this program's own host",
    "test_a_flood_costs_at_most_a_fifth_more_than_what_is_kept": "a stream that goes through frames has a window beside what is kept",
}
"""Single tests likewise."""

WINDOWS_APART = {
    "test_functions_without_an_operation_are_called_too": "it gives a path of this machine",
    "test_a_reserved_port_is_kept_from_everybody": "it listens at a port of this machine",
    "test_a_folder_that_is_not_there_is_missed_at_once": "it gives a path of this machine",
    "test_a_taker_that_wants_no_more_closes_the_pipe": "under Wine it is left out in the lane itself, too",
    "test_a_machine_is_paused_saved_and_resumed": "it gives a path of this machine",
    "test_environment_and_working_directory_reach_the_process": "it gives a path of this machine",
    "test_a_variable_of_the_document_replaces_the_inherited_one": "Windows keeps no two variables of one name",
    "test_a_console_is_one_for_whoever_has_either_side_of_it": "a console of Windows is no file that a shell can ask about",
    "test_a_file_that_may_not_be_executed_says_so": "Windows has no such right",
    "test_a_console_has_the_size_it_was_given_and_can_be_resized": "what a console shows is another machine's way to show it",
    "test_a_missing_procedure_is_not_a_missing_process": "a process that was terminated has another exit code there",
    "test_a_terminated_process_reports_137": "a process that was terminated has another exit code there",
    "test_a_kill_overtakes_a_signal_that_is_stuck": "a process that was terminated has another exit code there",
    "test_a_kill_beside_a_signal_goes_through_handles_of_its_own": "Windows has no signals",
    "test_a_kill_opens_nothing_where_no_signal_is_on_its_way": "Windows has no signals",
    "test_a_command_that_is_cancelled_goes_with_all_it_started": "Windows ends a tree of processes in another way",
    "test_a_command_that_takes_too_long_goes_with_all_it_started": "Windows ends a tree of processes in another way",
    "test_descendants_that_cannot_be_ended_are_told": "Windows ends a tree of processes in another way",
    "test_a_second_client_attaches_by_process_id": "a process that was terminated has another exit code there",
    "test_a_signal_reaches_the_process": "Windows has no signals",
    "test_output_is_waited_for_as_long_as_it_may_be_silent": "it writes into a FIFO of this machine",
    "test_terminate_takes_daemons_with_the_system": "it gives a path of this machine",
    "test_a_running_system_says_what_ends_it_and_why_nothing_better_does": "control groups are Linux'",
    "test_a_configuration_without_control_groups_is_the_reason": "control groups are Linux'",
}
"""Single tests that ask about the machine they run on, where the service is on another one."""


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
    if WAY in {"ssh", "windows"}:
        _running.append(Running(None, folder))
        if WAY == "ssh":
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
    tests_apart = TESTS_APART | (WINDOWS_APART if WAY == "windows" else {})
    for one in items:
        reason = APART.get(one.path.stem) or tests_apart.get(getattr(one, "originalname", one.name))
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
