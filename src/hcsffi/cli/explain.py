"""``hcsffi explain TEXT...``: what result codes mean, what leads to them, and what to do; the text is whatever was at hand."""

from __future__ import annotations

import json
import re
import sys
from typing import TYPE_CHECKING

from hcsffi import hresult
from hcsffi.cli.decoding import decoded
from hcsffi.cli.exit_code import FINE, OUR_FAILURE, WRONG_USAGE
from hcsffi.hresult.pasted import PastedCode, alone, find_codes

if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    parser.add_argument(
        "codes",
        nargs="*",
        metavar="TEXT",
        help="0x8037010E, 2151088398, -2143878898, HCS_E_SYSTEM_NOT_FOUND, a Win32 number below 65536, a log line, a result document; "
        "- or nothing reads standard input",
    )
    parser.add_argument(
        "--from",
        dest="origin",
        choices=hresult.ORIGINS,
        default="",
        help="what the code came from, where the text does not say: a few codes mean another thing there",
    )
    parser.add_argument("--format", choices=["text", "json"], default="text", help="how to print (default: text)")


def main(options: argparse.Namespace) -> int:
    """Print what is known of each code; a text in which there is none fails after the others were printed."""
    words = [*options.codes, *(options.rest or [])]
    if not words and sys.stdin.isatty():
        print("hcsffi: explain needs a TEXT, or one on standard input", file=sys.stderr)
        return WRONG_USAGE
    if words in ([], ["-"]):
        found, unknown = _read_lines(_standard_input(), options.origin)
    else:
        found, unknown = _read_words(words, options.origin)
    if options.format == "json":
        print(json.dumps([_record(one) for one in found], indent=2))
    elif found:
        print("\n\n".join(paragraph(one) for one in found))
    for word in unknown:
        print(f"hcsffi: {word}: neither a 32-bit number nor a symbol this program knows", file=sys.stderr)
    if not found and not unknown:
        print("hcsffi: there is no result code in it", file=sys.stderr)
    return FINE if found and not unknown else OUR_FAILURE


def _standard_input() -> str:
    """Everything on standard input, whatever a shell wrote it in; a text stream that somebody put in its place is text already."""
    raw = sys.stdin.buffer.read() if hasattr(sys.stdin, "buffer") else sys.stdin.read().encode()
    return decoded(raw, errors="replace")


def _read_words(words: list[str], origin: str) -> tuple[list[PastedCode], list[str]]:
    """The codes of the arguments; a line that was pasted without quotes comes as many of them, most of which are plain words."""
    if len(words) > 1 and any(alone(word, origin) is None and not _meant_as_code(word) for word in words):
        return find_codes(" ".join(words), origin), [word for word in words if _meant_as_code(word) and alone(word) is None]
    found: list[PastedCode] = []
    unknown: list[str] = []
    for word in words:
        code = alone(word, origin)
        inside = [PastedCode(word, code, origin)] if code is not None else find_codes(word, origin)
        found += inside
        if not inside:
            unknown.append(word)
    return found, unknown


def _read_lines(text: str, origin: str) -> tuple[list[PastedCode], list[str]]:
    """The codes of a file: one a line, or a log, or a document."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    codes = [alone(line, origin) for line in lines]
    if lines and all(code is not None for code in codes):
        return [PastedCode(line, code, origin) for line, code in zip(lines, codes, strict=True) if code is not None], []
    return find_codes(text, origin), []


def _meant_as_code(word: str) -> bool:
    """Whether a word looks as if it were to be explained: a number, or a symbol with an underscore."""
    return re.fullmatch(r"[+-]?(0[xX])?[0-9][0-9a-fA-F]*|[A-Za-z]\w*_\w+", word) is not None


def _record(one: PastedCode) -> dict[str, object]:
    return {**one.code._asdict(), "hex": f"0x{one.code.value:08X}", "word": one.word, "from": one.origin, "said": one.said}


def paragraph(one: PastedCode) -> str:
    """Return the text printed for one code."""
    row = one.code
    came = f"  (from {one.origin})" if one.origin else ""
    lines = [f"{row.symbol}  0x{row.value:08X}  {row.value}  {hresult.signed(row.value)}{came}", f"  meaning: {row.meaning}"]
    lines += [f"  causes:  {row.causes}"] if row.causes else []
    lines += [f"  remedy:  {row.remedy}"] if row.remedy else []
    lines += [f"  it says: {one.said}"] if one.said else []
    lines.append(f"  source:  {row.source}" if row.source != "decoded" else f"  {one.word} has no name here; its number was taken apart")
    return "\n".join(lines)
