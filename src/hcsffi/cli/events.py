"""``hcsffi events``: what happens to the systems of a host, line by line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from hcsffi.cli.exit_code import FINE
from hcsffi.cli.lasting import in_a_row, run_lasting
from hcsffi.cli.stats import positive_seconds
from hcsffi.compute.happening import events

if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    parser.add_argument("--interval", type=positive_seconds, default=1.0, metavar="SECONDS", help="time between two looks (default: 1)")
    parser.add_argument("--owner", action="append", metavar="OWNER", help="of systems of this owner; may be repeated")
    parser.add_argument("--format", choices=["text", "jsonl"], default="text", help="how to print (default: text)")


def main(options: argparse.Namespace) -> int:
    """Print what happens until interrupted; the systems that are there appear first."""

    async def work() -> int:
        async for one in events(interval_s=options.interval, owners=options.owner):
            at = one.at.isoformat(timespec="milliseconds").replace("+00:00", "Z")
            told = in_a_row(one.properties)
            if options.format == "jsonl":
                print(json.dumps({"at": at, "happening": one.happening.value, **told}), flush=True)
            else:
                print(f"{at} {one.happening.value:8} {told['id']} {told['state']} owner={told['owner']}", flush=True)
        return FINE

    return run_lasting(work)
