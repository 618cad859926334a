"""``hcsffi top``: what systems use, live, each number with a plot of its last minute."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING

import anyio

from hcsffi.cli.exit_code import FINE
from hcsffi.cli.failure import Refusal
from hcsffi.cli.lasting import run_lasting
from hcsffi.cli.printing import table
from hcsffi.cli.stats import TITLES, cells, chosen, positive_seconds, statistics_of
from hcsffi.compute.rates import between

if TYPE_CHECKING:
    import argparse

    from hcsffi import documents
    from hcsffi.compute.rates import Rates

_MISSING = "top draws with rich, which is not installed here: pip install 'hcsffi[cli]'; `hcsffi stats` prints the same numbers without it"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    parser.epilog = "Control-C ends it. Where the output is no terminal, one table is printed, and that is all."
    parser.add_argument("systems", nargs="*", metavar="SYSTEM", help="ids, beginnings of ids, or names (default: all that run)")
    parser.add_argument("--interval", type=positive_seconds, default=1.0, metavar="SECONDS", help="time between two looks (default: 1)")


def main(options: argparse.Namespace) -> int:
    """Draw until interrupted; in a pipe print one table."""
    if not sys.stdout.isatty():
        return run_lasting(lambda: _print_once(options))
    try:
        drawing = import_module("hcsffi.cli.drawing")
    except ModuleNotFoundError as error:
        raise Refusal(_MISSING) from error

    async def work() -> int:
        with drawing.Screen() as screen:
            before = await statistics_of(await chosen(options.systems))
            screen.show([])
            while True:
                await anyio.sleep(options.interval)
                now = await statistics_of(await chosen(options.systems))
                screen.show(_busiest(before, now))
                before = now

    return run_lasting(work)


async def _print_once(options: argparse.Namespace) -> int:
    before = await statistics_of(await chosen(options.systems))
    if before:
        await anyio.sleep(options.interval)
    print(table(TITLES, [[one, *cells(rates)] for one, rates in _busiest(before, await statistics_of(before))]))
    return FINE


def _busiest(before: dict[str, documents.Statistics], now: dict[str, documents.Statistics]) -> list[tuple[str, Rates]]:
    """What was used between two looks, the busiest first."""
    rates = [(one, between(before[one], now[one])) for one in now if one in before]
    return sorted(rates, key=lambda row: (-row[1].processors, -row[1].memory_bytes, row[0]))
