"""``hcsffi explain CODE...``: what a result code means, what leads to it, and what to do."""

from __future__ import annotations

import json
import re
import sys
from typing import TYPE_CHECKING, Final

from hcsffi import hresult
from hcsffi.cli.exit_code import FINE, OUR_FAILURE

if TYPE_CHECKING:
    import argparse

_LARGEST_WIN32: Final = 0xFFFF


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    parser.add_argument(
        "codes",
        nargs="+",
        metavar="CODE",
        help="0x8037010E, 2151088398, -2143878898, HCS_E_SYSTEM_NOT_FOUND, or a Win32 number below 65536",
    )
    parser.add_argument("--format", choices=["text", "json"], default="text", help="how to print (default: text)")


def main(options: argparse.Namespace) -> int:
    """Print what is known of each code; a text that is neither number nor symbol fails after the others were printed."""
    words = [*options.codes, *(options.rest or [])]
    readings = [(word, read(word)) for word in words]
    known = [row for _, row in readings if row is not None]
    if options.format == "json":
        print(json.dumps([{**row._asdict(), "hex": f"0x{row.value:08X}"} for row in known], indent=2))
    else:
        print("\n\n".join(paragraph(word, row) for word, row in readings if row is not None))
    unknown = [word for word, row in readings if row is None]
    for word in unknown:
        print(f"hcsffi: {word}: neither a 32-bit number nor a symbol this program knows", file=sys.stderr)
    return OUR_FAILURE if unknown else FINE


def read(word: str) -> hresult.Code | None:
    """Return the row of a code written in any way people write it, or ``None`` when it is no code.

    A number below 65536 is a Win32 error, since some clients print 0x80070490 as 0x490.
    """
    text = word.strip().rstrip("LlUu,;:.")
    if re.fullmatch(r"[8cC][0-9a-fA-F]{7}", text):  # logs print it so; as a decimal it would be no failure at all
        text = f"0x{text}"
    if not re.fullmatch(r"[+-]?(0[xX][0-9a-fA-F]+|[0-9]+)", text):
        return hresult.by_symbol(text)
    number = int(text, 16 if "x" in text.lower() else 10)
    if 1 < number <= _LARGEST_WIN32:
        number = hresult.from_win32(number)
    try:
        return hresult.describe(number)
    except ValueError:
        return None


def paragraph(word: str, row: hresult.Code) -> str:
    """Return the text printed for one code."""
    head = f"{row.symbol}  0x{row.value:08X}  {row.value}  {hresult.signed(row.value)}"
    lines = [head, f"  meaning: {row.meaning}"]
    lines += [f"  causes:  {row.causes}"] if row.causes else []
    lines += [f"  remedy:  {row.remedy}"] if row.remedy else []
    lines.append(f"  source:  {row.source}" if row.source != "decoded" else f"  {word} has no name here; its number was taken apart")
    return "\n".join(lines)
