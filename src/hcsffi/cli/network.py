"""``hcsffi network``: networks, and the collecting of what killed processes left of their attachments."""

from __future__ import annotations

from typing import TYPE_CHECKING

import anyio

from hcsffi.cli import noun
from hcsffi.cli.exit_code import FINE, OUR_FAILURE
from hcsffi.cli.failure import Refusal
from hcsffi.cli.fate import Fate, fate_lines
from hcsffi.network.attachment import DEFAULT_OWNER
from hcsffi.network.collecting import Collected, gc
from hcsffi.network.network import Network

if TYPE_CHECKING:
    import argparse

    from hcsffi.documents import hcn


def _subnets(one: hcn.HostComputeNetwork) -> str:
    return ",".join(subnet.ip_address_prefix or "" for ipam in one.ipams or () for subnet in ipam.subnets or ())


async def _create(_options: argparse.Namespace, text: bytes | None) -> Network:
    return await Network.create(text or b"")


_NETWORK = noun.Noun(
    "network",
    Network,
    {
        "ID": lambda one: one.id or "",
        "NAME": lambda one: one.name or "",
        "TYPE": lambda one: str(one.type or "NAT"),  # answers leave out NAT, which is number 0
        "SUBNETS": _subnets,
    },
    _create,
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    collect = noun.add_actions(parser, _NETWORK, gc="take away what killed processes left of their attachments")["gc"]
    collect.add_argument("--owner", default=DEFAULT_OWNER, help=f"whose attachments (default: {DEFAULT_OWNER})")
    collect.add_argument("--journal", metavar="DIR", help="the journal's directory (default: HCSFFI_JOURNAL, else this user's own)")
    collect.add_argument("--dry-run", action="store_true", help="tell only what would be taken away")
    collect.add_argument("--format", choices=noun.FORMATS, default="table", help="how to print (default: table)")


def main(options: argparse.Namespace) -> int:
    """Do what was asked for; ``gc`` fails when something could not be taken away."""
    if options.action != "gc":
        return noun.main_of(_NETWORK, options)
    try:
        collected = anyio.run(lambda: gc(owner=options.owner, journal=options.journal, dry_run=options.dry_run))
    except ValueError as error:
        raise Refusal(str(error)) from error
    print(fate_lines(fates(collected, dry_run=options.dry_run), options.format))
    return OUR_FAILURE if collected.failed else FINE


def fates(collected: Collected, *, dry_run: bool) -> list[Fate]:
    """What became of what a collection found, in rows."""
    said = (("would go" if dry_run else "freed", collected.freed), ("kept", collected.kept), ("failed", collected.failed))
    return [Fate(fate, *one) for fate, found in said for one in found]
