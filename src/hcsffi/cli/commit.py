"""``hcsffi commit``: what the programs of a running container have changed, as an archive or a folder that can be imported as a layer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hcsffi import storage
from hcsffi.cli.failure import Refusal
from hcsffi.cli.interruption import run_interruptible
from hcsffi.cli.layer import add_compression, write_out
from hcsffi.cli.scratch import SCRATCH_HELP, scratch_of

if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    parser.add_argument("system", metavar="SYSTEM", help="the id of a system that run --layers has made, and that runs")
    parser.add_argument("target", metavar="TARGET", help="a folder that is not there yet, an archive by its suffix, or - for one on stdout")
    parser.add_argument("--scratch", metavar="DIR", help=SCRATCH_HELP)
    parser.add_argument("--format", choices=["text", "json"], default="text", help="how to print the result")
    add_compression(parser)


def main(options: argparse.Namespace) -> int:
    """Write the difference; files that are written meanwhile are as far as they have come."""

    async def work() -> None:
        place = scratch_of(options.system, options.scratch)
        found = next((one for one in await storage.list_layers(place.parent) if one.path == str(place)), None)
        if found is None or found.state != "living":
            message = f"{options.system}: no system of that id runs on layers here"
            raise Refusal(message)
        await write_out(options, found.path, storage.LayerChain.of(*found.parents), options.target, options.compression, is_writable=True)

    return run_interruptible(work)
