"""The two auditors are asked, and their objections are heard."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING

import pytest

from wheels import check
from wheels.target import BY_TAG

from doctored import TARGET, compiled, files, opened, write

if TYPE_CHECKING:
    from pathlib import Path

    from wheels.target import Target

BINDING = TARGET.parts[0].name
QUIET = 'void *PyModule_GetState(void *); char *getenv(const char *); void *PyInit_binding(void) { return PyModule_GetState(getenv("A")); }'

pytestmark = pytest.mark.skipif(
    platform.machine() != "x86_64", reason="the compiler of this machine makes the binaries, and the tags say x86_64"
)


def wheel_with(folder: Path, source: str, target: Target = TARGET) -> check.Wheel:
    """A wheel whose one binary is compiled from the source."""
    content = {name: one for name, one in files(target).items() if not name.startswith("hcsffi/embedded/")}
    return opened(write(folder, content | {BINDING: compiled(folder, source)}, target), target)


def test_a_sound_binding_passes_both(tmp_path: Path) -> None:
    """An auditor that objects to everything proves nothing."""
    wheel = wheel_with(tmp_path, QUIET)
    assert [] == [*check.policy(wheel), *check.abi(wheel)]


def test_a_symbol_outside_the_stable_abi_is_refused(tmp_path: Path) -> None:
    """The wheel is one for all Pythons from 3.10 on; this function is in no stable ABI."""
    source = "void PyEval_SetProfile(void *, void *); void *PyInit_binding(void) { PyEval_SetProfile(0, 0); return 0; }"
    (said,) = check.abi(wheel_with(tmp_path, source))
    assert said.startswith("binding.abi3.so uses ")
    assert "PyEval_SetProfile" in said


def test_a_symbol_that_a_later_python_brought_is_refused(tmp_path: Path) -> None:
    """In the stable ABI since 3.12, and so missing from 3.10."""
    source = "void PyErr_SetRaisedException(void *); void *PyInit_binding(void) { PyErr_SetRaisedException(0); return 0; }"
    (said,) = check.abi(wheel_with(tmp_path, source))
    assert "PyErr_SetRaisedException" in said


def test_a_wheel_that_the_auditor_passes_by_is_refused(tmp_path: Path) -> None:
    """A renamed binding would not be looked at, and nothing be found."""
    wheel = wheel_with(tmp_path, QUIET)
    content = {name.replace("binding.abi3.so", "binding.so"): wheel.content(name) for name in wheel.names if not name.endswith("RECORD")}
    assert any("binding.abi3.so" in one for one in check.abi(opened(write(tmp_path, content))))


@pytest.mark.parametrize(("library", "fits"), [("libc.so", True), ("libother.so", False)])
def test_musl_is_known_by_zigs_name_and_nothing_else_is(tmp_path: Path, library: str, *, fits: bool) -> None:
    """Zig links musl under another name than Alpine does; a library that is not musl must not pass with it."""
    target = BY_TAG["musllinux_1_2_x86_64"]
    stub = tmp_path / library
    stub.write_bytes(compiled(tmp_path, "char *getenv(const char *n) { return (char *)n; }", "-nostdlib", f"-Wl,-soname,{library}"))
    binding = compiled(tmp_path, QUIET, "-nostdlib", "-Wl,--allow-shlib-undefined", str(stub))
    content = {name: one for name, one in files(target).items() if not name.startswith("hcsffi/embedded/")}
    wheel = opened(write(tmp_path, content | {BINDING: binding}, target), target)
    assert fits == (not list(check.policy(wheel)))


@pytest.mark.parametrize(
    ("tag", "source"),
    [
        ("manylinux2014_x86_64", "int pidfd_getfd(int, int, unsigned); void PyInit_binding(void) { pidfd_getfd(0, 0, 0); }"),
        ("manylinux2014_aarch64", QUIET),
        ("musllinux_1_2_x86_64", QUIET),
    ],
    ids=["a function of glibc 2.36", "another processor", "another C library"],
)
def test_a_wheel_that_does_not_fit_its_tag_is_refused(tmp_path: Path, tag: str, source: str) -> None:
    """Pip trusts the tag."""
    (said,) = check.policy(wheel_with(tmp_path, source, BY_TAG[tag]))
    assert said.endswith(f", not for {tag}")
