"""``hcsffi validate``: every problem of a document, with its path and line, before a service sees it."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from hcsffi import documents
from hcsffi.cli.decoding import decoded
from hcsffi.cli.exit_code import FINE, FOUND_PROBLEM
from hcsffi.cli.failure import Refusal
from hcsffi.cli.pasted import Part, guess, parts
from hcsffi.grammar.path import below

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from hcsffi.documents.document import Document

_STDIN = "-"
_STEP = re.compile(r'\.(\w+)|\["((?:[^"\\]|\\.)*)"\]|\[(\d+)\]')
"""One step of a JSON path: a plain member, a quoted member, an index."""


_SHOWN = 20
"""How many problems of one file are printed for people."""


class Complaint(NamedTuple):
    """One thing wrong with a file.

    Args:
        line: where, counted from 1.
        path: where, as a JSON path.
        text: what.
    """

    line: int
    path: str
    text: str


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="JSON documents; - reads stdin")
    parser.add_argument("--type", metavar="TYPE", help="what they are (default: found by their shape)")
    parser.add_argument(
        "--schema-version", metavar="V", help="the newest schema version the service has, such as 2.1: newer members are problems"
    )
    parser.add_argument("--allow-unknown", action="store_true", help="let members and values pass that no source knows")
    parser.add_argument("--format", choices=["text", "json"], default="text", help="how to print (default: text)")


class Checked(NamedTuple):
    """What came of one file.

    Args:
        name: the file.
        kinds: what its documents were taken for, in order.
        reason: why, where that was found by the shape.
        complaints: what is wrong.
    """

    name: str
    kinds: list[type[Document]]
    reason: str
    complaints: list[Complaint]

    @property
    def title(self) -> str | None:
        """What it was taken for as a whole; ``None`` when nothing was recognized."""
        names = list(dict.fromkeys(kind.__name__ for kind in self.kinds))
        return f"{len(self.kinds)} documents: {', '.join(names)}" if len(self.kinds) > 1 else "".join(names) or None


def main(options: argparse.Namespace) -> int:
    """Check every file; exit code 1 when one of them has a problem."""
    wanted = _find_type(options.type) if options.type else None
    results = [_check(name, wanted, options) for name in options.files]
    if options.format == "json":
        found = [
            {"file": one.name, "type": one.title, "problems": [complaint._asdict() for complaint in one.complaints]} for one in results
        ]
        print(json.dumps(found, indent=2))
    else:
        for one in results:
            print("\n".join(_lines(one)))
    return FOUND_PROBLEM if any(one.complaints for one in results) else FINE


def _lines(one: Checked) -> Iterator[str]:
    reason = f" ({one.reason})" if one.reason else ""
    if one.title is not None and not one.complaints:
        yield f"{one.name}: {one.title}{reason}, no problems"
    elif one.title is not None and reason:
        yield f"{one.name}: taken for {one.title}{reason}; --type says otherwise"
    for complaint in one.complaints[:_SHOWN]:
        yield f"{one.name}:{complaint.line}: {complaint.path}: {complaint.text}"
    if len(one.complaints) > _SHOWN:
        yield f"{one.name}: and {len(one.complaints) - _SHOWN} more; --format json has them all"


def _find_type(name: str) -> type[Document]:
    try:
        return documents.find_type(name)
    except LookupError as error:
        raise Refusal(error.args[0]) from error


def _check(name: str, wanted: type[Document] | None, options: argparse.Namespace) -> Checked:
    raw = sys.stdin.buffer.read() if name == _STDIN else Path(name).read_bytes()
    whole = [] if wanted is None else [wanted]
    try:
        text = decoded(raw)
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return Checked(name, whole, "", [Complaint(line, "$", f"not {error.encoding.upper()}: {error.reason}")])
    try:
        parsed: object = json.loads(text)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        return Checked(name, whole, "", [Complaint(line, "$", f"not JSON: {getattr(error, 'msg', 'nested too deeply')}")])
    return _check_parts(Checked(name, [], "", []), text, parts(parsed), wanted, options)


def _check_parts(empty: Checked, text: str, found: list[Part], wanted: type[Document] | None, options: argparse.Namespace) -> Checked:
    """Check each document of a text; what it was taken for is told of the first one."""
    places = documents.lines_of(text)
    guesses = [guess(part.value) if wanted is None else None for part in found]
    kinds: list[type[Document]] = []
    complaints: list[Complaint] = []
    for part, guessed in zip(found, guesses, strict=True):
        kind = wanted or (guessed.kind if guessed else None)
        if kind is None:
            place = _line(places, text, part.path)
            complaints.append(Complaint(place, part.path, "looks like no document this library knows; --type says what it is"))
            continue
        kinds.append(kind)
        # The text itself where it is one document: it says more than what was read of it, such as a number no double can hold.
        single = text if part.path == "$" else json.dumps(part.value)
        for path, words in _complaints(kind, single, options):
            place_path = part.path + path.removeprefix("$")
            complaints.append(Complaint(_line(places, text, place_path), place_path, words))
    reason = next((guessed.reason for guessed in guesses if guessed), "")
    return empty._replace(kinds=kinds, reason=reason, complaints=sorted(complaints))


def _complaints(kind: type[Document], text: str, options: argparse.Namespace) -> Iterator[tuple[str, str]]:
    """The path and the words of everything that is wrong with one document."""
    refused: list[str] = []
    try:
        document: Document | None = documents.from_json(kind, text)
    except documents.InvalidDocument as error:
        refused = [problem.path for problem in error.problems]
        for problem in error.problems:
            hint = f" (did you mean {problem.suggestion}?)" if problem.suggestion else ""
            yield problem.path, f"found {problem.found}, allowed is {problem.allowed}{hint}"
        document = _without(kind, text, error)
    if document is None:
        return
    yield from _said_otherwise(json.loads(text), documents.to_mapping(document), "$")
    try:
        findings = documents.check(document, schema_version=options.schema_version)
    except ValueError as error:
        raise Refusal(str(error)) from error
    for finding in findings:
        if finding.kind == "wrong meaning" and any(path.startswith(finding.path) for path in refused):
            continue  # what is missing here was taken out above, since its type is wrong
        if finding.since is not None or finding.kind == "wrong meaning" or not options.allow_unknown:
            yield finding.path, str(finding).removeprefix(f"{finding.path}: ")


def _said_otherwise(read: object, written: object, path: str) -> Iterator[tuple[str, str]]:
    """Names that stand where the wire has numbers: they are understood here, and refused by the service (HCN_E_INVALID_JSON 0x803B001B)."""
    if isinstance(read, dict) and isinstance(written, dict):
        for name in read.keys() & written.keys():
            yield from _said_otherwise(read[name], written[name], below(path, name))
    elif isinstance(read, list) and isinstance(written, list):
        for index, (item, other) in enumerate(zip(read, written, strict=False)):
            yield from _said_otherwise(item, other, f"{path}[{index}]")
    elif isinstance(read, str) and isinstance(written, int):
        yield path, f"found the name {read!r}, allowed is the number {written}: the service refuses names here"


def _without(kind: type[Document], text: str, error: documents.InvalidDocument) -> Document | None:
    """Read the document without what is wrong in it, so that the rest can be checked as well; ``None`` when nothing is left."""
    try:
        parsed: object = json.loads(text)
        for problem in error.problems:
            _remove(parsed, problem.path)
        return documents.from_mapping(kind, parsed) if isinstance(parsed, dict) else None
    except (ValueError, RecursionError):  # InvalidDocument is a ValueError: removing was not enough
        return None


def _remove(parsed: object, path: str) -> None:
    """Remove the innermost object member on the way to the path: taking an element out of a list would move the others."""
    owner: dict[str, object] | None = None
    name = ""
    for word, quoted, index in _STEP.findall(path):
        if isinstance(parsed, dict):
            key = word or json.loads(f'"{quoted}"')
            owner, name, parsed = parsed, key, parsed.get(key)
        elif isinstance(parsed, list) and index and int(index) < len(parsed):
            parsed = parsed[int(index)]
    if owner is not None:
        owner.pop(name, None)


def _line(places: dict[str, int], text: str, path: str) -> int:
    return places.get(path) or documents.line_of(text, path) or 1
