"""What the three formats say is read right; everything the checks know of a binary comes from here."""

from __future__ import annotations

import struct
from importlib.metadata import distribution
from pathlib import Path

import pytest

from wheels import binary

pytest.importorskip("lief", reason="binaries are read where wheels are made, which is Linux")

from wheels import reading

from doctored import compiled


def test_an_elf_library_is_read(tmp_path: Path) -> None:
    """Exports without what is hidden, needed libraries, and the versions of the C library's symbols."""
    source = """
        char *getenv(const char *);
        static int own;
        __attribute__((visibility("hidden"))) int hidden;
        char *shown(void) { own = hidden; return getenv("A"); }
    """
    compiled(tmp_path, source)
    read = reading.read(tmp_path / "one.so")
    assert {"shown"} == read.exports
    assert {"libc.so.6"} == read.libraries
    assert read.machine in {"ELF x86_64", "ELF aarch64"}
    assert read.needs
    assert all(version[0] == 2 for version in read.needs)


@pytest.mark.parametrize(("file", "machine"), [("t64.exe", "PE x86_64"), ("t64-arm.exe", "PE aarch64")])
def test_a_windows_program_is_read(file: str, machine: str) -> None:
    """Pip carries two Windows programs, one for each processor."""
    read = reading.read(Path(str(distribution("pip").locate_file("pip/_vendor/distlib"))) / file)
    assert machine == read.machine
    assert "kernel32.dll" in read.libraries
    assert frozenset() == read.exports


def mach_o(processor: int, version: tuple[int, int]) -> bytes:
    """A macOS library with no code in it: header, the version of the system it is for, and one needed library (Apple's mach-o/loader.h)."""
    name = b"/usr/lib/libSystem.B.dylib".ljust(32, b"\0")
    needed = struct.pack("<6I", 0xC, 24 + len(name), 24, 2, 0x10000, 0x10000) + name
    made_for = struct.pack("<6I", 0x32, 24, 1, version[0] << 16 | version[1] << 8, 0, 0)
    return struct.pack("<8I", 0xFEEDFACF, processor, 0, 6, 2, len(needed) + len(made_for), 0, 0) + made_for + needed


@pytest.mark.parametrize(
    ("processor", "machine"), [(0x01000007, "Mach-O x86_64"), (0x0100000C, "Mach-O aarch64"), (0x01000012, "Mach-O CPU_TYPE.POWERPC64")]
)
def test_a_macos_library_is_read(tmp_path: Path, processor: int, machine: str) -> None:
    """The system it is for is written in the file, and unsigned is how this one is."""
    file = tmp_path / "one.so"
    file.write_bytes(mach_o(processor, (10, 13)))
    read = reading.read(file)
    assert machine == read.machine
    assert {"libsystem.b.dylib"} == read.libraries
    assert {(10, 13)} == read.needs
    assert not read.signed


def test_what_is_no_machine_code_is_refused(tmp_path: Path) -> None:
    """A text under a library's name has to stop a release."""
    file = tmp_path / "one.so"
    file.write_text("nothing", encoding="utf-8")
    with pytest.raises(ValueError, match=r"one\.so is neither ELF nor PE nor Mach-O"):
        reading.read(file)


@pytest.mark.parametrize(
    ("content", "expected"), [(b"\x7fELF\2", "ELF"), (b"MZ\x90", "PE"), (b"!<arch>\n", "archive"), (b"import os", None), (b"", None)]
)
def test_machine_code_is_known_by_its_first_bytes(content: bytes, expected: str | None) -> None:
    """A suffix proves nothing: the reaper has none."""
    assert expected == binary.kind(content)
