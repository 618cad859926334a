"""``hcsffi gc``: what killed programs left of systems and of their networks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hcsffi.cli import noun
from hcsffi.cli.exit_code import FAILED, FINE
from hcsffi.cli.failure import Refusal, line
from hcsffi.cli.fate import Fate, fate_lines
from hcsffi.cli.lasting import run_lasting
from hcsffi.cli.network import fates
from hcsffi.compute.pruning import prune
from hcsffi.network.attachment import DEFAULT_OWNER
from hcsffi.network.collecting import gc

if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    parser.add_argument("--owner", default=DEFAULT_OWNER, help=f"whose systems and attachments (default: {DEFAULT_OWNER})")
    parser.add_argument("--running", action="store_true", help="systems that run, too; without it those that were never started")
    parser.add_argument("--journal", metavar="DIR", help="the journal of attachments (default: HCSFFI_JOURNAL, else this user's own)")
    parser.add_argument("--dry-run", action="store_true", help="tell only what would be taken away")
    parser.add_argument("--format", choices=noun.FORMATS, default="table", help="how to print (default: table)")


def main(options: argparse.Namespace) -> int:
    """Take it away, systems first, for their endpoints are in use while they run; 1 when something could not be taken away."""

    async def work() -> int:
        pruned = await prune(owner=options.owner, running=options.running, dry_run=options.dry_run)
        rows = []
        for one in pruned:
            fate = "failed" if one.error else "would go" if options.dry_run else "freed"
            state = one.properties.state
            reason = line(one.error) if one.error else f"it is {state.value.lower()}" if state else "it does not run"
            rows.append(Fate(fate, "system", one.system_id, reason, one.error.hresult if one.error else None))
        try:
            collected = await gc(owner=options.owner, journal=options.journal, dry_run=options.dry_run)
        except ValueError as error:
            raise Refusal(str(error)) from error
        rows += fates(collected, dry_run=options.dry_run)
        print(fate_lines(rows, options.format))
        return FAILED if any(row.fate == "failed" for row in rows) else FINE

    return run_lasting(work)
