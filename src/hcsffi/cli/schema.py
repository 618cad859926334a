"""``hcsffi schema``: the JSON Schema of a document type, for editors and other tools."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from hcsffi import documents
from hcsffi.cli.exit_code import FINE
from hcsffi.cli.failure import Refusal
from hcsffi.documents import guess

if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    parser.add_argument("type", nargs="?", metavar="TYPE", help="a document type: ComputeSystem, hcn.HostComputeNetwork, v1.HNSEndpoint...")
    parser.add_argument("--strict", action="store_true", help="refuse members nobody knows, as an editor should")
    parser.add_argument("--list", action="store_true", help="name the types that travel as documents of their own")


def main(options: argparse.Namespace) -> int:
    """Print the schema, or the names."""
    if options.list:
        print("\n".join(sorted(name.replace("hcs.", "", 1) for name in guess.roots())))
        return FINE
    if options.type is None:
        message = "schema needs a TYPE; --list names them"
        raise Refusal(message)
    try:
        kind = documents.find_type(options.type)
    except LookupError as error:
        raise Refusal(error.args[0]) from error
    print(json.dumps(documents.json_schema(kind, strict=options.strict), indent=2))
    return FINE
