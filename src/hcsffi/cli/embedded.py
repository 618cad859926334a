"""``hcsffi embedded``: where the embedded host lies, and what programs in other languages are compiled and linked with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hcsffi.cli.exit_code import FINE, WRONG_USAGE
from hcsffi.cli.failure import Refusal
from hcsffi.native import library

if TYPE_CHECKING:
    import argparse

_HELP: Final = {
    "path": "print the file of the embedded host, for programs that load it",
    "cflags": "print what a C compiler is told to find hcsffi.h",
    "libs": "print what a linker is told to find the embedded host",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    for name, text in _HELP.items():
        parser.add_argument(f"--{name}", action="store_true", help=text)


def main(options: argparse.Namespace) -> int:
    """Print what was asked for, in one line; a system without an embedded host is our failure."""
    asked = [name for name in _HELP if getattr(options, name)]
    if not asked:
        print("hcsffi: embedded needs --path, --cflags or --libs")
        return WRONG_USAGE
    host = library.embedded_file()
    if host is None:
        raise Refusal(f"hcsffi has no embedded host for {library.PLATFORM}, only for {' and '.join(library.HOSTED.values())}")
    folder = host.parent
    # The linker of MinGW takes a DLL as it is; elsewhere the program looks for the host where it was linked.
    libs = f'"{folder / library.LIBRARIES[0]}"' if library.WINDOWS else f'-L"{folder}" -lhcsffi.host -Wl,-rpath,"{folder}"'
    answers = {"path": str(host), "cflags": f'-I"{folder / "include"}"', "libs": libs}
    print(" ".join(answers[name] if " " in str(folder) or name == "path" else answers[name].replace('"', "") for name in asked))
    return FINE
