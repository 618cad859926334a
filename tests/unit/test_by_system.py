"""What another system than this one decides: its word is put in place of ours, since no run of the tests has both."""

from __future__ import annotations

import errno
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest

from hcsffi.compute import departure, passage
from hcsffi.delivery import dispatcher
from hcsffi.native import calls, library
from hcsffi.native.binding import ffi
from hcsffi.native.calls import UNPRIVILEGED

if TYPE_CHECKING:
    from pathlib import Path

    from hcsffi.native.handles import GuestNetworkServiceHandle


class ProactorEventLoop:
    """Named as Windows' own."""


class SelectorEventLoop:
    """Named as what watches descriptors there as well."""


@pytest.mark.parametrize("windows", [False, True])
@pytest.mark.parametrize("loop", [ProactorEventLoop(), SelectorEventLoop()])
def test_every_loop_watches_descriptors_but_the_proactor(loop: object, monkeypatch: pytest.MonkeyPatch, *, windows: bool) -> None:
    """Its ``add_reader`` raises; any other loop that was not asked to watch would never wake up."""
    monkeypatch.setattr(dispatcher, "WINDOWS", windows)
    watches = not windows or isinstance(loop, SelectorEventLoop)
    assert watches is dispatcher._has_readers(loop)  # type: ignore[arg-type]  # its name is what is asked


@pytest.mark.parametrize(
    ("system", "error", "left"),
    [
        ("posix", BrokenPipeError(errno.EPIPE, "gone"), True),
        ("posix", OSError(errno.EINVAL, "no such file to write to"), False),
        ("nt", BrokenPipeError(errno.EPIPE, "gone"), True),
        ("nt", OSError(errno.EINVAL, "gone"), True),
        ("nt", OSError(errno.ENOSPC, "full"), False),
    ],
)
def test_a_reader_that_left_is_told_by_windows_in_its_own_way(
    system: str, error: OSError, monkeypatch: pytest.MonkeyPatch, *, left: bool
) -> None:
    """A full disk that passed for it would end a command as if all were well."""
    monkeypatch.setattr(departure, "os", SimpleNamespace(name=system))
    assert left is departure.reader_left(error)


def test_windows_loops_wait_for_none_of_our_descriptors(monkeypatch: pytest.MonkeyPatch) -> None:
    """They await sockets alone: a thread has to read."""
    monkeypatch.setattr(passage, "os", SimpleNamespace(name="nt"))
    assert passage._can_be_polled(0) is False


@pytest.mark.parametrize("asked", ["", "embedded"])
@pytest.mark.parametrize("files", [[], ["computecore.dll"], ["computestorage.dll", "computenetwork.dll"]], ids=len)
def test_the_systems_own_library_answers_where_windows_has_it(
    files: list[str], asked: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A Windows with computecore.dll has the service; an older one may have others of the three, and is none."""
    for file in files:
        (tmp_path / file).touch()
    monkeypatch.setattr(library, "_asked", [])
    monkeypatch.setattr(library, "WINDOWS", True)
    monkeypatch.setattr(library, "_system_folder", lambda: tmp_path)
    monkeypatch.setenv("HCSFFI_LIBRARY", asked)
    assert ("system" if files[:1] == ["computecore.dll"] and not asked else "embedded") == library.choice()


@pytest.mark.parametrize(("windows", "ending"), [(True, ".dll"), (False, ".so")])
def test_a_folders_libraries_are_named_as_the_system_names_its_own(
    ending: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *, windows: bool
) -> None:
    """The control functions are the first one's; a folder that lacks one of the three answers nothing."""
    monkeypatch.setattr(library, "WINDOWS", windows)
    files = [tmp_path / f"{name}{ending}" for name in ("computecore", "computestorage", "computenetwork")]
    for file in files[:2]:
        file.touch()
    assert [] == library._find(tmp_path)
    files[2].touch()
    assert [str(one) for one in (*files, files[0])] == library._find(tmp_path)


@pytest.mark.parametrize("system", [True, False])
def test_a_thread_of_python_is_needed_where_windows_wants_a_privilege(monkeypatch: pytest.MonkeyPatch, *, system: bool) -> None:
    """A privilege is the thread's that makes the call; storage functions alone need one, and the embedded host needs none."""
    monkeypatch.setattr(library, "is_system", lambda: system)
    assert [system, False] == [calls.needs_thread_of_python(one) for one in ("HcsImportLayer", "HcsCreateComputeSystem")]


@pytest.mark.parametrize(("refused", "told"), [(0, None), (0x80070522, UNPRIVILEGED), (0x80070008, None)])
def test_a_privilege_that_cannot_be_had_is_told_before_the_call(monkeypatch: pytest.MonkeyPatch, refused: int, told: str | None) -> None:
    """0x80070522 is ERROR_PRIVILEGE_NOT_HELD (winerror.h), and somebody can do something about it; any other code is told as it is."""
    took: list[int] = []

    def take(needed: int) -> int:
        took.append(needed)
        return refused

    monkeypatch.setattr(calls, "lib", SimpleNamespace(hcsffi_privileges_take=take))
    monkeypatch.setattr(library, "is_system", lambda: True)
    function = library.functions()["HcsImportLayer"]
    found, taken = calls._without_privileges(function)
    assert [function.privileges] == took
    assert (refused, 0 if refused else function.privileges) == (0 if found is None else found.hresult, taken)
    assert told is None or (found is not None and told in str(found.document))


def test_a_call_of_another_library_takes_no_privilege(monkeypatch: pytest.MonkeyPatch) -> None:
    """The embedded host reads layers as whoever runs it."""
    monkeypatch.setattr(calls, "lib", SimpleNamespace())
    monkeypatch.setattr(library, "is_system", lambda: False)
    assert (None, 0) == calls._without_privileges(library.functions()["HcsImportLayer"])


@pytest.mark.parametrize("of_guest", [True, False])
@pytest.mark.parametrize(("code", "place", "is_owned"), [(0, 7, True), (0, 0, False), (0x80070005, 7, False), (0x80000000, 7, False)])
def test_a_registration_is_owned_where_the_call_says_there_is_one(
    code: int, place: int, monkeypatch: pytest.MonkeyPatch, *, of_guest: bool, is_owned: bool
) -> None:
    """What a failed call leaves in its place is nobody's, and NULL is no registration: both would be closed by and by."""
    left: list[int] = []

    def watch(*arguments: Any) -> int:
        arguments[-1][0] = ffi.cast("void *", place)
        return code - (1 << 32) if code >> 31 else code  # as C returns an HRESULT

    monkeypatch.setattr(library, "connected", lambda: None)
    faked = {"hcsffi_is_forked": lambda: 0, "hcsffi_watch_service": watch, "hcsffi_watch_guest": watch}
    handles = {"hcsffi_handle_enter": lambda number: number, "hcsffi_handle_leave": left.append}
    monkeypatch.setattr(calls, "lib", SimpleNamespace(**faked, **handles))
    for kind in ("ServiceCallbackHandle", "GuestCallbackHandle"):
        monkeypatch.setattr(calls, kind, SimpleNamespace(adopt=lambda value: ("owned", int(ffi.cast("uintptr_t", value)))))
    guest = cast("GuestNetworkServiceHandle", SimpleNamespace(number=5))
    reply = calls.watch_guest(1, guest) if of_guest else calls.watch_service(1)
    assert (code, ("owned", place) if is_owned else None) == (reply.outcome.hresult, reply.opened)
    assert ([5] if of_guest else []) == left


def test_a_closed_guest_service_is_not_registered_with(monkeypatch: pytest.MonkeyPatch) -> None:
    """E_HANDLE is what a library would say of it, if it were asked."""
    monkeypatch.setattr(library, "connected", lambda: None)
    monkeypatch.setattr(calls, "lib", SimpleNamespace(hcsffi_is_forked=lambda: 0, hcsffi_handle_enter=lambda _: 0))
    reply = calls.watch_guest(1, cast("GuestNetworkServiceHandle", SimpleNamespace(number=5)))
    assert (calls.INVALID_HANDLE, None) == (reply.outcome.hresult, reply.opened)
