"""What the verbs of the network service have in common with one another: list, inspect, create, delete.

Each of them names its noun, the columns of its table, and how one is made from a document; everything else is here.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

import anyio
from attrs import define

from hcsffi import documents
from hcsffi.cli.exit_code import FINE, OUR_FAILURE
from hcsffi.cli.failure import Refusal, line, report
from hcsffi.cli.printing import table
from hcsffi.network.finding import AmbiguousName
from hcsffi.network.identity import bare

if TYPE_CHECKING:
    import argparse
    from collections.abc import Awaitable, Callable, Mapping, Sequence

    from hcsffi.documents import Document
    from hcsffi.network.family import Entity

_Document = TypeVar("_Document", bound="Document")

FORMATS = ["table", "json", "jsonl"]
_STDIN = "-"


@define(frozen=True)
class Noun(Generic[_Document]):
    """What one verb is about.

    Args:
        said: its name in help texts.
        entity: the class of it.
        columns: title -> what stands in it, for a document.
        create: makes one from the options and the document's text.
        document_needed: whether a document has to be given to make one.
    """

    said: str
    entity: type[Entity[_Document]]
    columns: Mapping[str, Callable[[_Document], str]]
    create: Callable[[argparse.Namespace, bytes | None], Awaitable[Entity[_Document]]]
    document_needed: bool = True


def add_actions(parser: argparse.ArgumentParser, noun: Noun[_Document], **more: str) -> Mapping[str, argparse.ArgumentParser]:
    """Declare list, inspect, create and delete.

    Args:
        parser: the verb's.
        noun: what it is about.
        more: further actions and their help.

    Returns:
        The parsers of all actions, by name.
    """
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    listing = actions.add_parser("list", help=f"list {noun.said}s")
    listing.add_argument("--name", help="those with this name alone")
    listing.add_argument("--format", choices=FORMATS, default="table", help="how to print (default: table)")
    inspect = actions.add_parser("inspect", help=f"print the whole documents of {noun.said}s")
    inspect.add_argument("things", nargs="+", metavar="NAME|ID", help="which ones")
    inspect.add_argument("--format", choices=["json", "jsonl"], default="json", help="how to print (default: json)")
    create = actions.add_parser("create", help=f"create a {noun.said} and print its id")
    create.add_argument(
        "document",
        nargs=None if noun.document_needed else "?",
        metavar="FILE",
        help=f"its {noun.entity.family.document.__name__} document; - reads stdin",
    )
    create.add_argument("--format", choices=["text", "json"], default="text", help="print the id alone, or the whole document")
    delete = actions.add_parser("delete", help=f"delete {noun.said}s")
    delete.add_argument("things", nargs="+", metavar="NAME|ID", help="which ones")
    delete.add_argument("--missing-ok", action="store_true", help="count those that do not exist as deleted")
    for name, summary in more.items():
        actions.add_parser(name, help=summary)
    return actions.choices


def main_of(noun: Noun[_Document], options: argparse.Namespace) -> int:
    """Do what was asked for, and return the exit code."""
    action = {"list": _list, "inspect": _inspect, "create": _create, "delete": _delete}[options.action]
    try:
        code: int = anyio.run(action, noun, options)
    except (AmbiguousName, ValueError) as error:
        if isinstance(error, documents.InvalidDocument):
            raise
        raise Refusal(str(error)) from error
    return code


def written(found: Sequence[Document], way: str) -> str:
    """Return documents as JSON: one list, or a line each."""
    mappings = [documents.to_mapping(one) for one in found]
    return "\n".join(map(json.dumps, mappings)) if way == "jsonl" else json.dumps(mappings, indent=2)


async def _list(noun: Noun[_Document], options: argparse.Namespace) -> int:
    found = await noun.entity.list({"Name": options.name} if options.name is not None else None)
    if options.format == "table":
        print(table(list(noun.columns), [[column(one) for column in noun.columns.values()] for one in found]))
    elif found or options.format == "json":
        print(written(found, options.format))
    if found.vanished:
        print(f"hcsffi: {found.vanished} went away while they were listed", file=sys.stderr)
    return FINE


async def _inspect(noun: Noun[_Document], options: argparse.Namespace) -> int:
    found = []
    for one in options.things:
        async with await opened(noun.entity, one) as thing:
            found.append(thing.properties)
    print(written(found, options.format))
    return FINE


async def _create(noun: Noun[_Document], options: argparse.Namespace) -> int:
    async with await noun.create(options, await anyio.to_thread.run_sync(_text, options.document)) as made:
        print(made.id if options.format == "text" else documents.to_json(made.properties, 2).decode())
    return FINE


async def _delete(noun: Noun[_Document], options: argparse.Namespace) -> int:
    """Delete each, also after one could not be: what failed is told line by line."""
    code = FINE
    for one in options.things:
        try:
            thing_id = _guid(one)
            if thing_id is not None:
                await noun.entity.delete_by_id(thing_id, missing_ok=options.missing_ok)
                continue
            async with await opened(noun.entity, one) as thing:
                await thing.delete(missing_ok=options.missing_ok)
        except AmbiguousName as error:
            print(f"hcsffi: {line(Refusal(str(error)))}", file=sys.stderr)
            code = OUR_FAILURE
        except LookupError as error:
            if not options.missing_ok:
                code = report(error, debug=options.debug)
        except Exception as error:  # noqa: BLE001 - every failure becomes one line
            code = report(error, debug=options.debug)
    return code


async def opened(kind: type[Entity[_Document]], given: str) -> Entity[_Document]:
    """Open what has this name or this id."""
    thing_id = _guid(given)
    return await (kind.get(name=given) if thing_id is None else kind.open(thing_id))


def _guid(given: str) -> str | None:
    try:
        return bare(given)
    except ValueError:
        return None


def _text(place: str | None) -> bytes | None:
    if place is None:
        return None
    return sys.stdin.buffer.read() if place == _STDIN else Path(place).read_bytes()
