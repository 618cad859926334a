"""``hcsffi stats``: what systems use, once or again and again."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final

import anyio

from hcsffi.cli.exit_code import FINE
from hcsffi.cli.lasting import meant, run_lasting
from hcsffi.cli.printing import WAYS, as_json, table
from hcsffi.compute.rates import Rates, between
from hcsffi.compute.system import ComputeSystem
from hcsffi.errors import AlreadyStopped, NotFound, WrongState

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from hcsffi import documents

TITLES: Final = ["ID", "CPU", "MEMORY", "READ", "WRITTEN"]
_PREFIXES: Final = ("", "k", "M", "G", "T", "P")
_STEP: Final = 1000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    parser.add_argument("systems", nargs="*", metavar="SYSTEM", help="ids, beginnings of ids, or names (default: all that run)")
    parser.add_argument("--no-stream", action="store_true", help="print one look and end")
    parser.add_argument("--interval", type=positive_seconds, default=1.0, metavar="SECONDS", help="time between two looks (default: 1)")
    parser.add_argument("--format", choices=WAYS, default="table", help="how to print (default: table)")


def positive_seconds(text: str) -> float:
    """Read a time that is to pass.

    Raises:
        ValueError: it is none, or would never pass.
    """
    seconds = float(text)
    if not 0 < seconds < float("inf"):
        raise ValueError(text)
    return seconds


def main(options: argparse.Namespace) -> int:
    """Print what each uses between two looks, until interrupted or none is left."""

    async def work() -> int:
        before = await statistics_of(await chosen(options.systems))
        while before:
            await anyio.sleep(options.interval)
            now = await statistics_of(before)
            print(_said({one: between(before[one], now[one]) for one in now if one in before}, options.format), flush=True)
            if options.no_stream:
                break
            before = now
        return FINE

    return run_lasting(work)


async def chosen(wanted: list[str]) -> list[str]:
    """Return the ids of the systems that were named, of all where none was."""
    listed = await ComputeSystem.list()
    return [meant(one, listed).id or "" for one in wanted] if wanted else sorted(one.id or "" for one in listed)


async def statistics_of(ids: Iterable[str]) -> dict[str, documents.Statistics]:
    """Return the statistics of systems by their ids; one that has ended meanwhile is left out."""
    found = {}
    for one in ids:
        with suppress(NotFound, WrongState, AlreadyStopped):
            async with await ComputeSystem.open(one) as system:
                statistics = (await system.properties("Statistics")).statistics
            if statistics is not None:
                found[one] = statistics
    return found


def _said(found: dict[str, Rates], way: str) -> str:
    if way == "table":
        return table(TITLES, [[one, *cells(rates)] for one, rates in found.items()])
    rows = [
        {
            "id": one,
            "processors": round(rates.processors, 4),
            "memory_bytes": rates.memory_bytes,
            "read_bytes_per_s": round(rates.read_bytes_per_s, 1),
            "written_bytes_per_s": round(rates.written_bytes_per_s, 1),
        }
        for one, rates in found.items()
    ]
    return as_json(rows, way)


def cells(rates: Rates) -> list[str]:
    """Return what a row of the table says behind the id."""
    return [
        f"{rates.processors:.1%}",
        f"{quantity(rates.memory_bytes)}B",
        f"{quantity(rates.read_bytes_per_s)}B/s",
        f"{quantity(rates.written_bytes_per_s)}B/s",
    ]


def quantity(amount: float) -> str:
    """Return a number with three digits and its SI prefix: 12.3 M."""
    for prefix in _PREFIXES:
        if amount < _STEP or prefix == _PREFIXES[-1]:
            break
        amount /= _STEP
    return f"{amount:.3g} {prefix}"
