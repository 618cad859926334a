"""By which words a guest ends a process with all it started; Linux's own are run in `tests/contract/test_run.py`."""

from __future__ import annotations

import subprocess
import sys
from contextlib import asynccontextmanager
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest

from hcsffi.compute.command import CommandRunner
from hcsffi.compute.process_tree import ending_words
from hcsffi.documents import ProcessStatus

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from hcsffi.compute.process import ComputeProcess


def test_windows_is_asked_for_the_tree_by_force() -> None:
    """Without /T the children go on, without /F a program that has no window is only asked (taskkill's own reference)."""
    assert ["taskkill", "/T", "/F", "/PID", "4242"] == ending_words(4242, guest_is_linux=False, alive=True)


def test_windows_has_no_words_for_what_an_ended_process_has_left_behind() -> None:
    """It forgets whose descendant a process is; whoever asked says that it may go on, and claims nothing."""
    assert ending_words(4242, guest_is_linux=False, alive=False) is None


class Guest(CommandRunner):
    """A guest whose ending programs end at once with one exit code."""

    def __init__(self, *, is_linux: bool, exit_code: int = 0) -> None:
        self._guest_is_linux = is_linux
        self.exit_code = exit_code
        self.asked: list[dict[str, object]] = []

    @asynccontextmanager
    async def _started(self) -> AsyncIterator[Guest]:
        yield self

    async def create_process(self, parameters: object, **options: object) -> Any:
        """As a system's."""
        assert options == {"terminate_on_close": True}
        self.asked.append(cast("dict[str, object]", parameters))
        return self._started()

    async def wait(self) -> ProcessStatus:
        """As a process's."""
        return ProcessStatus(exit_code=self.exit_code)


def of_the_guest(returncode: int | None = None) -> ComputeProcess:
    """A process with a number and what it ended with."""
    return cast("ComputeProcess", SimpleNamespace(id=4242, returncode=returncode))


@pytest.mark.anyio
@pytest.mark.parametrize("user", [None, "web"])
async def test_an_account_of_windows_ends_its_own_processes_and_that_of_linux_everybodys(user: str | None) -> None:
    """An account may end what it started; on Linux it may be one that has no right to look at /proc, and its system ends anybody."""
    windows, linux = Guest(is_linux=False), Guest(is_linux=True)
    assert [await guest._end_tree(of_the_guest(), user=user) for guest in (windows, linux)] == [True, True]
    account = {} if user is None else {"User": user}
    assert [{"CommandLine": "taskkill /T /F /PID 4242", **account}] == windows.asked
    assert [{"CommandArgs"}] == [set(one) for one in linux.asked]


@pytest.mark.anyio
async def test_a_tree_that_was_not_ended_is_not_told_as_one_that_was() -> None:
    """The program says so by its exit code, and where there is none to be started there is nothing to claim."""
    refusing = Guest(is_linux=False, exit_code=1)
    assert await refusing._end_tree(of_the_guest(), user=None) is False
    assert 1 == len(refusing.asked)
    assert await refusing._end_tree(of_the_guest(returncode=0), user=None) is False
    assert 1 == len(refusing.asked)


@pytest.mark.skipif(sys.platform == "win32", reason="runs a shell of Linux")
def test_nobody_is_found_behind_a_number_that_no_process_has() -> None:
    """A process that ended a moment ago is no failure of the words that look for its descendants."""
    words = ending_words(2**22 + 1, guest_is_linux=True, alive=False)  # beyond the highest pid_max of Linux
    assert words is not None
    assert 0 == subprocess.run(words, check=False, timeout=60).returncode
