"""A pytest plugin that leaves out, by name and with the reason, what cannot run on Windows or on Wine.

A row names a test by its file and function, or a file or folder whose every test is meant; `*` and `?` stand for what differs, and `?` for
a bracket. A row that fits no test is an error: the table cannot outlive what it is about.
"""

from __future__ import annotations

from fnmatch import fnmatchcase
from pathlib import PurePath
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterable

PROC = "reads /proc, which Linux alone has"
SIGNALS = "sends a POSIX signal"
CONSOLE = "asks stty and a trap for WINCH, which Windows has not; windows/test_console.py asks the console itself"
NO_MODE = "Windows has no mode bit that makes a file executable"
CLOSED = "closes standard descriptors by a shell, which Windows' programs do not inherit so"
OPEN = "fails under Wine alone so far, and it is not understood why"
TRIOS_OWN = "walks into trio's own libraries, and asks ws2_32 for CancelIoEx, which is kernel32's"
SOURCES = "reads the packages that a build takes its sources from; a Windows is given the wheel"
LOOPS = "runs on the proactor and on trio; how a loop is woken is asked by the tests of compute systems"
NO_ERRNO = "Wine's C library refuses a lock that another holds without saying so: errno 0"
NO_SIZE = (
    "Wine's GetFinalPathNameByHandle answers ERROR_MORE_DATA where Windows says how long a path is, so CPython cannot resolve a long one"
)
LAYERS = "starts several programs more, each of which takes Wine seconds; a scratch that becomes a layer and an image go the whole way"
DAEMON = "makes a daemon with setsid, and reads /proc"

LEFT_OUT: dict[str, str] = {
    "contract/test_network*?selector*": LOOPS,
    "contract/test_storage*?selector*": LOOPS,
    "contract/test_oci_*?selector*": LOOPS,
    "contract/test_layer_commands.py::test_a_scratch_runs_a_command_and_its_difference_becomes_a_layer?.tar.gz?": LAYERS,
    "contract/test_layer_commands.py::test_an_archive_goes_through_pipes": LAYERS,
    "contract/test_layer_commands.py::test_a_folder_is_exported_and_listed": LAYERS,
    "contract/test_layer_commands.py::test_a_layer_is_removed_and_what_is_none_is_not": LAYERS,
    "contract/test_layer_commands.py::test_what_cannot_be_done_is_one_line_and_leaves_nothing": LAYERS,
    "contract/test_storage_scratch.py::test_a_scratch_lies_as_deep_as_it_likes": NO_SIZE,
    "contract/test_storage_scratch.py::test_two_tasks_cannot_have_the_same_scratch": NO_ERRNO,
    "contract/test_storage_scratch.py::test_a_sweep_leaves_the_living_alone": NO_ERRNO,
    "contract/test_storage_scratch.py::test_children_go_before_their_parents": NO_ERRNO,
    "contract/test_storage_scratch.py::test_a_layer_on_which_a_scratch_stands_is_not_removed": NO_ERRNO,
    "native/test_native.py::test_the_native_tests_pass?plain-account_test?": "is about passwd and group, which Windows has not",
    "native/test_native.py::test_the_native_tests_pass?plain-cgroup_test?": "is about control groups, which only Linux has",
    "native/test_native.py::test_the_native_tests_pass?plain-channel_test?": "is about the reaper's socket, which Windows has not",
    "native/test_native.py::test_the_native_tests_pass?plain-enclosure_test?": "is about bubblewrap, which only Linux has",
    "native/test_native.py::test_the_native_tests_pass?plain-engine_start_test?": "is about bubblewrap, which only Linux has",
    "native/test_native.py::test_the_native_tests_pass?plain-folder_test?": "is about modes and owners that Windows has not",
    "native/test_native.py::test_the_native_tests_pass?plain-guard_test?": "is about guards, which Windows has not",
    "native/test_native.py::test_the_native_tests_pass?plain-isolation_document_test?": "is about paths and sockets that Windows has not",
    "native/test_native.py::test_the_native_tests_pass?plain-isolation_test?": "is about namespaces, which only Linux has",
    "native/test_native.py::test_the_native_tests_pass?plain-layer_form_test?": "is about names that Windows has not",
    "native/test_native.py::test_the_native_tests_pass?plain-limit_group_test?": "is about control groups, which only Linux has",
    "native/test_native.py::test_the_native_tests_pass?plain-limit_test?": "is about control groups, which only Linux has",
    "native/test_native.py::test_the_native_tests_pass?plain-mapping_change_test?": "is about namespaces, which only Linux has",
    "native/test_native.py::test_the_native_tests_pass?plain-mapping_test?": "is about namespaces, which only Linux has",
    "native/test_native.py::test_the_native_tests_pass?plain-port_test?": "is about /proc, which only Linux has",
    "native/test_native.py::test_the_native_tests_pass?plain-protocol_test?": "is about what the reaper is told, which Windows has not",
    "native/test_native.py::test_the_native_tests_pass?plain-reactor_test?": "is about who hears reapers, whom Windows has not",
    "native/test_native.py::test_the_native_tests_pass?plain-reaper_test?": "is about the reaper, whose work a job object does on Windows",
    "native/test_native.py::test_the_native_tests_pass?plain-relay_order_test?": "is about the relay, which only Linux has",
    "native/test_native.py::test_the_native_tests_pass?plain-relay_test?": "is about network namespaces, which only Linux has",
    "native/test_native.py::test_the_native_tests_pass?plain-ruleset_test?": "is about nftables, which only Linux has",
    "native/test_native.py::test_the_native_tests_pass?plain-spawner_test?": "is about what the reaper answers, whom Windows has not",
    "native/test_native.py::test_the_native_tests_pass?plain-starting_test?": "is about how a reaper is started, which Windows has not",
    "native/test_native.py::test_the_native_tests_pass?plain-storage_posix_test?": "is about modes, owners and names that Windows has not",
    "native/test_native.py::test_the_native_tests_pass?plain-storage_trouble_test?": "mounts a small disk, and makes links to folders",
    "native/test_native.py::test_the_native_tests_pass?plain-toolbox_test?": "is about programs that only Linux has",
    "native/test_native.py::test_the_native_tests_pass?plain-wire_test?": "is about programs that only Linux has",
    "mutation/test_native_trial.py::test_who_outlives_his_parent_is_waited_for": DAEMON,
    "mutation/test_native_trial.py::test_who_does_not_end_is_ended_with_what_he_has_made": DAEMON,
    "mutation/test_native_trial.py::test_what_another_build_has_counted_is_gone": "makes a program of a shell's script",
    "mutation/test_running.py": "ends what a mutant has started by its process group, which Windows has not",
    "house/test_statement_report.py": "starts pytest on tests that lie on another drive than the project",
    "contract/test_process_end.py::test_a_signal_reaches_the_process?*-10-10?": "Windows has nothing like SIGUSR1",
    "contract/test_process.py::test_a_file_that_may_not_be_executed_says_so": NO_MODE,
    "contract/test_process_end.py::test_terminate_takes_daemons_with_the_system": DAEMON,
    "contract/test_run_command.py::test_a_program_that_cannot_be_started_is_told_apart?words1*": NO_MODE,
    "contract/test_run_command.py::test_wrong_usage_is_2_and_our_own_failure_125?words4*": "expects a path with slashes in the message",
    "contract/test_run_command.py::test_an_interrupt_terminates_the_system_and_exits_130": SIGNALS,
    "contract/test_run_command.py::test_an_interrupt_while_the_output_is_stuck_still_ends_the_program": SIGNALS,
    "contract/test_run_command.py::test_closed_standard_descriptors_are_no_trouble": CLOSED,
    "crossing/test_turn.py": "opens queues without an event loop, which have no wake end on Windows",
    "crossing/test_cancelled_work.py::test_a_cancelled_create_process_leaks_neither_streams_nor_handle": PROC,
    "contract/test_conversation.py::test_a_taker_that_wants_no_more_closes_the_pipe": OPEN,
    "contract/test_copies.py::test_no_copy_of_a_live_object_reaches_a_number?trio?": TRIOS_OWN,
    "crossing/test_cancelled_work.py::test_a_cancelled_batch_gives_back_what_was_recovered": PROC,
    "wheels/test_sbom.py::test_libraries_compiled_from_source_say_their_version_and_terms": SOURCES,
    "contract/test_process_console.py::test_a_console_has_the_size_it_was_given_and_can_be_resized": CONSOLE,
}


def find(node: str, rows: Iterable[str]) -> str | None:
    """The row that names this test: `contract/test_a.py::test_b[parameters]` is named by its folder, its file, its function and itself."""
    folder = str(PurePath(node.split("::", 1)[0]).parent)
    names = (node, node.split("[", 1)[0], node.split("::", 1)[0], folder)
    return next((row for row in rows if any(fnmatchcase(name, row) for name in names)), None)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what is left out; before ``-k`` takes tests away, so that a row whose test is gone is always found."""
    used = set()
    for item in items:
        row = find(item.nodeid.removeprefix("tests/"), LEFT_OUT)
        if row is not None:
            used.add(row)
            item.add_marker(pytest.mark.skip(reason=LEFT_OUT[row]))
    collected = {item.nodeid.removeprefix("tests/").split("/", 1)[0] for item in items}
    unused = sorted(row for row in set(LEFT_OUT) - used if row.split("/", 1)[0] in collected)
    if unused and all("::" not in argument and not argument.endswith(".py") for argument in config.args):
        raise pytest.UsageError(f"wine_lane.exceptions names tests that do not exist: {unused}")
