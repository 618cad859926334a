"""``hcsffi logs``: what a detached command has written, as the service keeps it."""

from __future__ import annotations

import json
import sys
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING

from hcsffi.cli.exit_code import FINE
from hcsffi.cli.failure import Refusal
from hcsffi.cli.lasting import open_meant, run_lasting
from hcsffi.cli.printing import WAYS
from hcsffi.compute.logs import logs
from hcsffi.errors import NotFound

if TYPE_CHECKING:
    import argparse
    from datetime import datetime

    from hcsffi.compute.logs import LogPiece, LogStream


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    parser.epilog = (
        "The service keeps the last of what commands write that `run --detach` started: 1 MiB for each system, unless it was started with "
        "another `serve --keep-output`, or HCSFFI_KEEP_OUTPUT; what fell out is counted on stderr. "
        "Of systems that have ended the last 32 are remembered, by their whole id, for as long as the service runs."
    )
    parser.add_argument("--follow", "-f", action="store_true", help="go on with what is written, until the command or the system ends")
    parser.add_argument("--tail", "-n", type=_lines, metavar="N", help="the last N lines alone (default: all that is kept)")
    parser.add_argument("--format", choices=["text", *WAYS[1:]], default="text", help="how to print (default: text)")
    parser.add_argument("system", metavar="SYSTEM", help="an id, the beginning of one, or a name")


def _lines(text: str) -> int | None:
    if text == "all":
        return None
    if not text.isascii() or not text.isdigit() or len(text) > 9:
        raise ValueError(text)
    return int(text)


_lines.__name__ = "number of lines, or all"  # argparse puts it into its message


def main(options: argparse.Namespace) -> int:
    """Print it, standard output and error apart."""

    async def work() -> int:
        shown: _Streams | _Rows = _Streams() if options.format == "text" else _Rows(options.format)
        try:
            async with AsyncExitStack() as opened:
                pieces = await opened.enter_async_context(await _meant(options, opened))
                opened.callback(shown.end)
                async for piece in pieces:
                    if piece.dropped_bytes:
                        print(f"hcsffi: {piece.dropped_bytes} bytes fell out before what follows", file=sys.stderr)
                    shown.show(piece)
        except NotFound as error:
            raise Refusal(
                f"nothing is kept of the output of {options.system}: that is done for commands that `hcsffi run -d` starts"
            ) from error
        return FINE

    return run_lasting(work)


async def _meant(options: argparse.Namespace, opened: AsyncExitStack) -> LogStream:
    """What the system has written that somebody means; one that is not there may have ended, and its id has to be whole."""
    try:
        system = await open_meant(options.system)
    except Refusal:
        return logs(options.system, follow=options.follow, tail=options.tail)
    return (await opened.enter_async_context(system)).logs(follow=options.follow, tail=options.tail)


class _Streams:
    """Both streams, each where it belongs, byte for byte."""

    @staticmethod
    def show(piece: LogPiece) -> None:
        to = sys.stderr if piece.stream == "stderr" else sys.stdout
        to.flush()
        to.buffer.write(piece.data)
        to.buffer.flush()

    def end(self) -> None:
        """Everything was shown."""


class _Rows:
    """A row for each line, with its stream and the moment its last byte came."""

    def __init__(self, way: str) -> None:
        self._way = way
        self._begun: dict[str, bytearray] = {}
        self._came: dict[str, datetime] = {}
        self._rows: list[dict[str, object]] = []

    def show(self, piece: LogPiece) -> None:
        begun = self._begun.setdefault(piece.stream, bytearray())
        begun += piece.data
        self._came[piece.stream] = piece.at
        *whole, rest = begun.split(b"\n")
        for one in whole:
            self._add(piece.stream, one)
        self._begun[piece.stream] = bytearray(rest)

    def _add(self, stream: str, line: bytearray) -> None:
        at = self._came[stream].isoformat(timespec="milliseconds").replace("+00:00", "Z")
        row: dict[str, object] = {"at": at, "stream": stream, "line": line.decode("utf-8", "replace").removesuffix("\r")}
        if self._way == "jsonl":
            print(json.dumps(row), flush=True)
        else:
            self._rows.append(row)

    def end(self) -> None:
        """Lines without an end are shown, too."""
        for stream, rest in self._begun.items():
            if rest:
                self._add(stream, rest)
        if self._way == "json":
            print(json.dumps(self._rows, indent=2))
