"""``hcsffi inspect``: everything a service tells of systems, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hcsffi import documents
from hcsffi.cli.exit_code import FAILED, FINE
from hcsffi.cli.failure import report
from hcsffi.cli.lasting import open_meant, run_lasting
from hcsffi.cli.printing import as_json

if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    parser.add_argument("systems", nargs="+", metavar="SYSTEM", help="ids, beginnings of ids, or names")
    parser.add_argument("--property", action="append", default=[], metavar="TYPE", help="ask for this, too: Statistics, ProcessList, ...")
    parser.add_argument("--format", choices=["json", "jsonl"], default="json", help="how to print (default: json)")


def main(options: argparse.Namespace) -> int:
    """Print the properties of each; 1 when one is not there."""

    async def work() -> int:
        found: list[dict[str, object]] = []
        code = FINE
        for given in options.systems:
            try:
                async with await open_meant(given) as system:
                    told = dict(documents.to_mapping(await system.properties()))
                    for kind in options.property:
                        told |= documents.to_mapping(await system.properties(kind))
                    found.append(told)
            except Exception as error:  # noqa: BLE001, PERF203 - every failure becomes one line, and the next system has its turn
                report(error, debug=options.debug)
                code = FAILED
        if found or options.format == "json":
            print(as_json(found, options.format))
        return code

    return run_lasting(work)
