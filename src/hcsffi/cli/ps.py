"""``hcsffi ps``: the compute systems of a host, of every program.

A service that runs is asked for them directly, which costs a fraction of what loading a library does; that is done where none answers.
"""

from __future__ import annotations

import json
import os
import sys
from functools import partial
from importlib import import_module

from hcsffi.cli.exit_code import FINE
from hcsffi.cli.printing import WAYS, as_json, table

TYPE_CHECKING = False  # as in the command itself
if TYPE_CHECKING:
    import argparse

_UNIX = "unix:"
_PER_USER = "shared"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    parser.add_argument("--all", "-a", action="store_true", help="those that do not run, too")
    parser.add_argument("--quiet", "-q", action="store_true", help="print ids alone")
    parser.add_argument("--owner", action="append", metavar="OWNER", help="those of this owner; may be repeated")
    parser.add_argument("--format", choices=WAYS, default="table", help="how to print (default: table)")


def main(options: argparse.Namespace) -> int:
    """Print them."""
    found = _asked(options.owner)
    if found is None:
        code: int = import_module("hcsffi.cli.lasting").run_listing(options.owner, partial(_show, options))
        return code
    _show(options, found)
    return FINE


def _asked(owners: list[str] | None) -> list[dict[str, str]] | None:
    """What the service tells that is to answer; ``None`` where it is none of this machine, does not run, or tells anything else."""
    address = os.environ.get("HCSFFI_LIBRARY") or _PER_USER
    if sys.platform == "win32" or not (address == _PER_USER or address.startswith(_UNIX)):
        return None
    path = address.removeprefix(_UNIX)
    if address == _PER_USER:
        try:
            path = str(import_module("hcsffi.remote.private_folder").folder() / "socket")
        except Exception:  # noqa: BLE001 - the other way says what is wrong with it
            return None
    query = json.dumps({"Owners": owners}).encode() if owners else None
    told = import_module("hcsffi.remote.asking").ask_once(path, sys.modules["hcsffi"].__version__, "HcsEnumerateComputeSystems", [query])
    try:
        return [_row(one) for one in json.loads(told or b"")]
    except (ValueError, TypeError, AttributeError):
        return None


def _row(told: dict[str, object]) -> dict[str, str]:
    """As ``lasting.in_a_row``, of what the service tells."""
    places = {"id": "Id", "name": "Name", "owner": "Owner", "type": "SystemType", "os": "RuntimeOsType", "state": "State"}
    row = {name: str(told.get(place) or "") for name, place in places.items()}
    return row | {"state": row["state"] or "Stopped"}


def _show(options: argparse.Namespace, found: list[dict[str, str]]) -> None:
    rows = sorted((one for one in found if options.all or one["state"] in {"Running", "Paused"}), key=lambda one: one["id"])
    if options.quiet:
        print("\n".join(one["id"] for one in rows), end="\n" if rows else "")
    elif options.format == "table":
        print(table([name.upper() for name in ("id", "name", "owner", "type", "os", "state")], [list(one.values()) for one in rows]))
    elif rows or options.format == "json":
        print(as_json(rows, options.format))
