"""A plugin (``-p enclosed``): every container of the tests that follow has a root of its own, asked for or not (``make enclosed``)."""

from __future__ import annotations

import os

import pytest

FOLDER = "its program and the test share a folder of /tmp, which a container has for itself"
SELF = "it is about containers that are not isolated"
APART = {
    "test_environment_and_working_directory_reach_the_process": FOLDER,
    "test_a_file_that_may_not_be_executed_says_so": FOLDER,
    "test_output_is_waited_for_as_long_as_it_may_be_silent": FOLDER,
    "test_terminate_takes_daemons_with_the_system": FOLDER,
    "test_paths_are_taken_where_texts_are": FOLDER,
    "test_environment_working_directory_and_configuration_are_passed_on": FOLDER,
    "test_an_interrupt_terminates_the_system_and_exits_130": FOLDER,
    "test_what_a_detached_command_writes_is_read_from_another_terminal": FOLDER,
    "test_a_detached_system_goes_with_its_command": FOLDER,
    "test_a_service_behind_ssh_stays_for_what_it_looks_after": FOLDER,
    "test_keys_leave_the_command_alone": FOLDER,
    "test_names_are_those_of_docker_cp": FOLDER,
    "test_a_dash_is_an_archive": FOLDER,
    "test_what_cannot_be_copied_is_said": FOLDER,
    "test_a_running_system_says_what_ends_it_and_why_nothing_better_does": SELF,
    "test_a_configuration_without_control_groups_is_the_reason": SELF,
    "test_what_is_added_while_a_container_without_a_root_of_its_own_runs_is_told": SELF,
}
"""Tests that are about something else, and why."""


def pytest_configure() -> None:
    """Ask the embedded host for it before it is loaded."""
    os.environ["HCSFFI_EMBEDDED_ISOLATION"] = "bubblewrap"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out what is about something else."""
    for one in items:
        reason = APART.get(getattr(one, "originalname", one.name))
        if reason is not None:
            one.add_marker(pytest.mark.skip(reason=reason))
