"""``hcsffi create``: make a system that lives on, without starting it."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from hcsffi.cli.exit_code import FINE
from hcsffi.cli.lasting import run_lasting
from hcsffi.cli.run import read_configuration
from hcsffi.compute.system import ComputeSystem

if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    parser.add_argument("--config", metavar="FILE", help="its ComputeSystem document; - reads stdin (default: a plain container)")
    parser.add_argument("--name", metavar="ID", help="the id it gets (default: one of its own)")


def main(options: argparse.Namespace) -> int:
    """Create it and print its id."""
    configuration = read_configuration(options.config)

    async def work() -> int:
        async with await ComputeSystem.create(options.name or uuid.uuid4().hex, configuration) as system:
            print(system.id)
        return FINE

    return run_lasting(work)
