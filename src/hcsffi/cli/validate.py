"""``hcsffi validate``: every problem of a document, with its path and line, before a service sees it."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from hcsffi import documents
from hcsffi.cli.exit_code import FINE, FOUND_PROBLEM
from hcsffi.cli.failure import Refusal

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


def main(options: argparse.Namespace) -> int:
    """Check every file; exit code 1 when one of them has a problem."""
    wanted = _find_type(options.type) if options.type else None
    results = [(name, *_check(name, wanted, options)) for name in options.files]
    if options.format == "json":
        found = [
            {"file": name, "type": kind.__name__ if kind else None, "problems": [complaint._asdict() for complaint in complaints]}
            for name, kind, complaints in results
        ]
        print(json.dumps(found, indent=2))
    else:
        for name, kind, complaints in results:
            print("\n".join(_lines(name, kind, complaints)))
    return FOUND_PROBLEM if any(complaints for _, _, complaints in results) else FINE


def _lines(name: str, kind: type[Document] | None, complaints: list[Complaint]) -> Iterator[str]:
    if not complaints and kind is not None:
        yield f"{name}: {kind.__name__}, no problems"
    for complaint in complaints[:_SHOWN]:
        yield f"{name}:{complaint.line}: {complaint.path}: {complaint.text}"
    if len(complaints) > _SHOWN:
        yield f"{name}: and {len(complaints) - _SHOWN} more; --format json has them all"


def _find_type(name: str) -> type[Document]:
    try:
        return documents.find_type(name)
    except LookupError as error:
        raise Refusal(error.args[0]) from error


def _check(name: str, wanted: type[Document] | None, options: argparse.Namespace) -> tuple[type[Document] | None, list[Complaint]]:
    raw = sys.stdin.buffer.read() if name == _STDIN else Path(name).read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return wanted, [Complaint(raw.count(b"\n", 0, error.start) + 1, "$", f"not UTF-8: {error.reason}")]
    try:
        parsed: object = json.loads(text)
    except (ValueError, RecursionError) as error:
        return wanted, [Complaint(getattr(error, "lineno", 1), "$", f"not JSON: {getattr(error, 'msg', 'nested too deeply')}")]
    kind = wanted
    if kind is None:
        kind = documents.guess_type(parsed) if isinstance(parsed, dict) else None
        if kind is None:
            return None, [Complaint(1, "$", "looks like no document this library knows; --type says what it is")]
    return kind, sorted(_complaints(kind, text, options))


def _complaints(kind: type[Document], text: str, options: argparse.Namespace) -> Iterator[Complaint]:
    places = documents.lines_of(text)
    try:
        document: Document | None = documents.from_json(kind, text)
    except documents.InvalidDocument as error:
        for problem in error.problems:
            hint = f" (did you mean {problem.suggestion}?)" if problem.suggestion else ""
            yield Complaint(_line(places, text, problem.path), problem.path, f"found {problem.found}, allowed is {problem.allowed}{hint}")
        document = _without(kind, text, error)
    if document is None:
        return
    try:
        findings = documents.check(document, schema_version=options.schema_version)
    except ValueError as error:
        raise Refusal(str(error)) from error
    for finding in findings:
        if finding.since is not None or not options.allow_unknown:
            yield Complaint(_line(places, text, finding.path), finding.path, str(finding).removeprefix(f"{finding.path}: "))


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
