"""``hcsffi exec``: one more command in a system that runs."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from hcsffi.cli.exit_code import FINE, WRONG_USAGE
from hcsffi.cli.lasting import open_meant, run_lasting
from hcsffi.cli.run import carried_code, command_parameters, leave
from hcsffi.compute.detaching import DETACH_KEYS, Detached, keys, leave_reader
from hcsffi.compute.joining import join_terminal

if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    parser.usage = "hcsffi exec [OPTION...] SYSTEM COMMAND [ARG...]"
    parser.add_argument("--detach", "-d", action="store_true", help="print the process's id and leave it alone, without streams")
    parser.add_argument("--env", "-e", action="append", default=[], metavar="K=V", help="set a variable; K alone passes ours on")
    parser.add_argument("--workdir", "-w", metavar="DIR", help="the command's working directory inside the system")
    parser.add_argument("--tty", "-t", action="store_true", help="give the command a console")
    parser.add_argument("--interactive", "-i", action="store_true", help="pass our stdin on to the command")
    parser.add_argument(
        "--detach-keys",
        type=_detach_keys,
        default=DETACH_KEYS,
        metavar="KEYS",
        help=f"what leaves the command of -it running when it is typed: characters, or ctrl- before a letter (default: {DETACH_KEYS})",
    )
    parser.add_argument("system", metavar="SYSTEM", help="an id, the beginning of one, or a name")
    parser.add_argument("command", nargs="...", metavar="COMMAND", help="what to run, with its arguments")


def _detach_keys(text: str) -> str:
    keys(text)
    return text


_detach_keys.__name__ = "list of keys"  # argparse puts it into its message


def main(options: argparse.Namespace) -> int:
    """Run the command and return its exit code: 126 when it cannot be executed, 127 when it is not found, 125 for a failure of ours."""
    command = [*options.command, *(["--"] if options.command and options.rest is not None else []), *(options.rest or [])]
    if not command:
        print("hcsffi: exec needs a COMMAND after SYSTEM", file=sys.stderr)
        return WRONG_USAGE

    async def work() -> int:
        async with await open_meant(options.system) as system:
            parameters = command_parameters(options) | await system.command_members(command)
            if options.detach:
                parameters |= dict.fromkeys(("CreateStdInPipe", "CreateStdOutPipe", "CreateStdErrPipe"), False)
            async with await system.create_process(parameters) as process:
                if options.detach:
                    print(process.id)
                    return FINE
                size = parameters.get("ConsoleSize")
                leaving = options.detach_keys if options.tty and options.interactive else ""
                try:
                    status = await join_terminal(
                        process, console=options.tty, size=size if isinstance(size, list) else None, detach_keys=leaving
                    )
                except Detached:
                    if process.stdout is not None:
                        leave_reader(process.stdout)
                    print("read escape sequence", file=sys.stderr)
                    return FINE
                return carried_code(status.exit_code or 0)

    return leave(run_lasting(work))
