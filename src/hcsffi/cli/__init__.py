"""The ``hcsffi`` command: reads its arguments, calls one verb, and turns what went wrong into one line and an exit code.

Exit codes: the child's for ``run`` and ``exec``; 1 when ``validate`` found a problem, or when one of the systems that ``stop`` and the like
were given could not be served; 125 when this program failed, 126 when the child's program
could not be executed, 127 when it was not found, 2 for wrong usage, 130 after an interrupt.
"""

from __future__ import annotations

import argparse
import os
import sys
from importlib import import_module

from hcsffi.cli.exit_code import FINE, INTERRUPTED, NOT_EXECUTABLE, NOT_FOUND, OUR_FAILURE, WRONG_USAGE

TYPE_CHECKING = False  # the name type checkers know; importing typing would cost more than --version and --help do
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Final

# Verb -> the module that speaks it, loaded when it is asked for; each has `add_arguments(parser)` and `main(options) -> int`.
_VERBS: Final = {
    "run": ("hcsffi.cli.run", "run a command in a compute system of its own, from its creation to its exit"),
    "ps": ("hcsffi.cli.ps", "list compute systems, of every program"),
    "exec": ("hcsffi.cli.exec", "run a command in a system that runs"),
    "cp": ("hcsffi.cli.cp", "copy files and folders into a system that runs, or out of it"),
    "commit": ("hcsffi.cli.commit", "write what a running container has changed as a layer's archive"),
    "create": ("hcsffi.cli.create", "create a system that lives on, without starting it"),
    "start": ("hcsffi.cli.turn", "start systems"),
    "stop": ("hcsffi.cli.turn", "shut systems down, by force where they do not end in time"),
    "kill": ("hcsffi.cli.turn", "end systems by force"),
    "pause": ("hcsffi.cli.turn", "freeze systems"),
    "resume": ("hcsffi.cli.turn", "let frozen systems go on"),
    "rm": ("hcsffi.cli.turn", "remove systems that do not run"),
    "wait": ("hcsffi.cli.turn", "wait until systems have ended and print their exit status"),
    "inspect": ("hcsffi.cli.inspect", "print everything a service tells of systems"),
    "logs": ("hcsffi.cli.logs", "print what a detached command has written"),
    "stats": ("hcsffi.cli.stats", "print what systems use, again and again"),
    "top": ("hcsffi.cli.top", "show what systems use, live, with plots"),
    "events": ("hcsffi.cli.events", "print what happens to the systems of a host, of every program"),
    "doctor": ("hcsffi.cli.doctor", "say what answers here, what it can do, what was left behind, and what to do about it"),
    "gc": ("hcsffi.cli.gc", "end systems that killed programs left, and take away what they left of their networks"),
    "layer": ("hcsffi.cli.layer", "import, export, compare, mount and remove layers"),
    "image": ("hcsffi.cli.image", "list and unpack OCI images that lie on a disk"),
    "explain": ("hcsffi.cli.explain", "say what a result code means and what to do about it"),
    "validate": ("hcsffi.cli.validate", "check documents and name every problem with its path and line"),
    "network": ("hcsffi.cli.network", "list, inspect, create and delete networks; collect what killed processes left"),
    "endpoint": ("hcsffi.cli.endpoint", "list, inspect, create and delete endpoints of networks"),
    "namespace": ("hcsffi.cli.namespace", "list, inspect, create and delete namespaces"),
    "lb": ("hcsffi.cli.balancer", "list, inspect, create and delete load balancers"),
    "route": ("hcsffi.cli.route", "list, inspect, create and delete routes of endpoints"),
    "completion": ("hcsffi.cli.completion", "print what makes a shell complete the words of this command"),
    "serve": ("hcsffi.cli.serve", "let other programs use the library of this process, over a Unix socket"),
    "embedded": ("hcsffi.cli.embedded", "say where the embedded host lies, for programs in other languages"),
    "schema": ("hcsffi.cli.schema", "print the JSON Schema of a document type"),
}


def parser_for(verb: str | None = None) -> argparse.ArgumentParser:
    """Return the argument parser; only the named verb's own arguments are loaded."""
    parser = argparse.ArgumentParser(
        prog="hcsffi",
        description="Windows containers and virtual machines, on Windows or on the embedded host.",
        epilog=f"Exit codes: the child's; {OUR_FAILURE} our failure, {NOT_EXECUTABLE} not executable, {NOT_FOUND} not found, "
        f"{WRONG_USAGE} usage, {INTERRUPTED} interrupted.",
    )
    parser.add_argument("--version", action="store_true", help="print the version and exit")
    parser.add_argument("--debug", action="store_true", help="after a failure print the document and the traceback too")
    verbs = parser.add_subparsers(dest="verb", metavar="VERB")
    for name, (home, summary) in _VERBS.items():
        branch = verbs.add_parser(name, help=summary, description=summary.capitalize() + ".")
        if verb == name:
            import_module(home).add_arguments(branch)
        branch.add_argument(
            "--debug", action="store_true", default=argparse.SUPPRESS, help="after a failure print the document and the traceback too"
        )
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code.

    Args:
        arguments: without the program's name; ``None`` takes those of this process.
    """
    _open_standard_descriptors()
    words = [unescaped(word) for word in sys.argv[1:]] if arguments is None else list(arguments)
    verb = next((word for word in words if not word.startswith("-")), None)
    # What follows "--" belongs to the child and is none of the parser's business.
    own, child = (words[: words.index("--")], words[words.index("--") + 1 :]) if "--" in words else (words, None)
    parser = parser_for(verb)
    options = parser.parse_args(own)
    options.rest = child
    if options.version:
        print(f"hcsffi {import_module('hcsffi').__version__}")
        return FINE
    if options.verb is None:
        parser.print_usage(sys.stderr)
        return WRONG_USAGE
    try:
        code: int = import_module(_VERBS[options.verb][0]).main(options)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the command's last resort: every failure becomes one line
        if isinstance(error, OSError) and import_module("hcsffi.compute.departure").reader_left(error):
            # Nothing more can be said there, not even by the interpreter's last flush.
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            return OUR_FAILURE
        code = import_module("hcsffi.cli.failure").report(error, debug=options.debug)
    return code


def unescaped(word: str) -> str:
    """Return an argument or a variable as UTF-8 has it: in a C locale Python reads what is not ASCII byte by byte."""
    try:
        return word if word.isascii() else os.fsencode(word).decode()
    except UnicodeError:
        return word  # it is no UTF-8 either; whoever sends it says where


def _open_standard_descriptors() -> None:
    """Put the null device where stdin, stdout or stderr is closed, lest a pipe of ours gets that number."""
    while (opened := os.open(os.devnull, os.O_RDWR)) < 3:
        continue  # the lowest free number was one of the three: it keeps the null device
    os.close(opened)
    for number, name in ((1, "stdout"), (2, "stderr")):
        if getattr(sys, name) is None:  # Python has no stream where the descriptor was closed when it started
            setattr(sys, name, os.fdopen(number, "w", encoding="utf-8", closefd=False))
