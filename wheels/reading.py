"""Reads a binary of any of the three formats into what the checks ask about."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import lief

from wheels.binary import Binary

if TYPE_CHECKING:
    from pathlib import Path

PROCESSORS = {
    lief.ELF.ARCH.X86_64: "x86_64",
    lief.ELF.ARCH.AARCH64: "aarch64",
    lief.PE.Header.MACHINE_TYPES.AMD64: "x86_64",
    lief.PE.Header.MACHINE_TYPES.ARM64: "aarch64",
    lief.MachO.Header.CPU_TYPE.X86_64: "x86_64",
    lief.MachO.Header.CPU_TYPE.ARM64: "aarch64",
}

LINKER_OWN = {"_mh_dylib_header", "__dso_handle"}
"""What zig's linker adds to a macOS library's exports: names of the file itself, found in every other one too."""


def numbers(version: str) -> tuple[int, ...]:
    """The numbers of ``2.17``."""
    return tuple(int(part) for part in version.split("."))


def read(file: Path) -> Binary:
    """Read one binary.

    Raises:
        ValueError: it is of no format that a wheel may hold.
    """
    lief.logging.disable()  # it tells of every oddity on the error stream; what matters here is what it finds
    binary = lief.parse(file)
    if isinstance(binary, lief.ELF.Binary):
        return read_elf(binary)
    if isinstance(binary, lief.PE.Binary):
        return read_pe(binary)
    if isinstance(binary, lief.MachO.Binary):
        return read_mach_o(binary)
    raise ValueError(f"{file.name} is neither ELF nor PE nor Mach-O of one machine")


def read_elf(binary: lief.ELF.Binary) -> Binary:
    """Of an ELF file."""
    versions = {str(one.name) for needed in binary.symbols_version_requirement for one in needed.get_auxiliary_symbols()}
    return Binary(
        f"ELF {processor(binary.header.machine_type)}",
        frozenset(str(one).lower() for one in binary.libraries),
        frozenset(str(one.name) for one in binary.exported_symbols),
        frozenset(numbers(one.removeprefix("GLIBC_")) for one in versions if one.startswith("GLIBC_2")),
    )


def read_pe(binary: lief.PE.Binary) -> Binary:
    """Of a Windows file."""
    listed = binary.get_export()
    return Binary(
        f"PE {processor(binary.header.machine)}",
        frozenset(str(one.name).lower() for one in [*binary.imports, *binary.delay_imports]),
        frozenset(str(one.name) for one in listed.entries) if listed else frozenset(),
        frozenset(),
    )


def read_mach_o(binary: lief.MachO.Binary) -> Binary:
    """Of a macOS file, which says the system it is made for in a newer or an older way."""
    made_for = binary.build_version.minos if binary.build_version else binary.version_min.version if binary.version_min else []
    return Binary(
        f"Mach-O {processor(binary.header.cpu_type)}",
        frozenset(
            PurePosixPath(str(one.name)).name.lower() for one in binary.libraries if one.command != lief.MachO.LoadCommand.TYPE.ID_DYLIB
        ),
        frozenset(str(one.name).removeprefix("_") for one in binary.exported_symbols) - LINKER_OWN,
        frozenset({tuple(made_for[:2])} if made_for else ()),
        binary.has_code_signature,
    )


def processor(machine: object) -> str:
    """Our name for a processor; the format's own where we build for none such."""
    return next((name for known, name in PROCESSORS.items() if known == machine), str(machine))
