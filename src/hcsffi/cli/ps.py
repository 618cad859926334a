"""``hcsffi ps``: the compute systems of a host, of every program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hcsffi.cli.exit_code import FINE
from hcsffi.cli.lasting import WAYS, as_json, in_a_row, run_lasting
from hcsffi.cli.noun import table
from hcsffi.compute.system import ComputeSystem

if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    parser.add_argument("--all", "-a", action="store_true", help="those that do not run, too")
    parser.add_argument("--quiet", "-q", action="store_true", help="print ids alone")
    parser.add_argument("--owner", action="append", metavar="OWNER", help="those of this owner; may be repeated")
    parser.add_argument("--format", choices=WAYS, default="table", help="how to print (default: table)")


def main(options: argparse.Namespace) -> int:
    """Print them."""

    async def work() -> int:
        found = [in_a_row(one) for one in await ComputeSystem.list(owners=options.owner)]
        rows = sorted((one for one in found if options.all or one["state"] in {"Running", "Paused"}), key=lambda one: one["id"])
        if options.quiet:
            print("\n".join(one["id"] for one in rows), end="\n" if rows else "")
        elif options.format == "table":
            print(table([name.upper() for name in ("id", "name", "owner", "type", "os", "state")], [list(one.values()) for one in rows]))
        elif rows or options.format == "json":
            print(as_json(rows, options.format))
        return FINE

    return run_lasting(work)
