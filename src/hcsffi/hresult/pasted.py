"""PastedCode result codes in whatever people paste: a log line, a result document, a list of numbers, an exit code.

A number alone is taken for a code in every form clients write it. In running text a number must look like a code: hexadecimal with the
failure bit, a negative decimal, a name of winerror.h, a small number after "error" or in parentheses, a number after "exit code".
What the text is about (``HcnCreateEndpoint``, ``CreateVm``, ``ActivateLayer``) tells what the code came from.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final, NamedTuple

from hcsffi.hresult import by_symbol, describe
from hcsffi.hresult.origins import EXIT
from hcsffi.hresult.rows import FAILED, from_win32

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hcsffi.hresult.rows import Code

    Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]

_MOST_TRIES: Final = 100
"""How many braces that begin no document are tried; a document behind them is still read as text."""
_LARGEST_WIN32: Final = 0xFFFF
_NUMBER: Final = re.compile(r"[+-]?(0[xX][0-9a-fA-F]+|[0-9]+)")

# A code in running text: what stands before it decides what a small number is. GUIDs, addresses and ids of 64 digits are none.
_IN_TEXT: Final = re.compile(
    r"""
      (?:\bexit(?:ed)?[ ]?(?:with[ ])?(?:code|status)["']?[ ]?[:=]?[ ]?\(?|\bexited[ ]\()
      (?P<exited>-?(?:0[xX][0-9a-fA-F]{1,8}|\d{1,10}))(?![\w-])
    | (?P<small>\b(?:error|errno|hresult|win32|code|result)\b[ ]?(?:code)?[ ]?[:=#]?[ ]?\#?[ ]?\(?|\((?=0[xX]))
      (?P<after>0[xX][0-9a-fA-F]{1,4}|\d{1,5})(?![\w.:/-])
    | (?<![\w-])(?P<hex>0[xX][0-9a-fA-F]{8})[uUlL]{0,2}(?![\w])
    | (?<![\w-])(?P<bare>[89a-eA-E][0-9a-fA-F]{7})(?![\w-])
    | (?<![\w.-])(?P<negative>-\d{9,10})(?![\w.-])
    | (?<![\w.-])(?P<unsigned>[2-4]\d{9})(?![\w.-])
    | (?<![\w])(?P<symbol>[A-Z][A-Z0-9]*_[A-Z0-9_]+|WSAE[A-Z]+|S_OK)(?![\w])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ORIGIN_WORDS: Final = (
    (re.compile(r"\bHcn[A-Z]|\bHNS\b|hnsCall|\bendpoint\b|ConfigureNetworking", re.IGNORECASE), "network"),
    (re.compile(r"Layer\b|Layer[A-Z:]|windowsfilter"), "layer"),
    (re.compile(r"CreateProcess"), "process"),
    (re.compile(r"CreateComputeSystem|CreateVm"), "create"),
    (re.compile(r"StartComputeSystem"), "start"),
)

# Members of result documents that hold a code (schema ResultError, ErrorEvent, ProcessStatus; the record of a network call).
_CODE_MEMBERS: Final = frozenset({"Error", "ErrorCode", "HResult", "Result", "Detail", "Status", "StatusCode", "LastWaitResult"})


class PastedCode(NamedTuple):
    """A code that was found.

    Args:
        word: how it stands in the text.
        code: what it is.
        origin: what it came from, or ``""``.
        said: what the document it stood in says beside it, or ``""``.
    """

    word: str
    code: Code
    origin: str
    said: str = ""


def alone(word: str, origin: str = "") -> Code | None:
    """Return the row of a code written in any way people write it, or ``None`` when the word is no code.

    A number below 65536 is a Win32 error, since some clients print 0x80070490 as 0x490; with the origin ``exit`` it is an exit code.
    """
    text = word.strip().strip("()[]'\"").rstrip("LlUu,;:.")
    if re.fullmatch(r"[89a-eA-E][0-9a-fA-F]{7}", text) and (text[0] in "8cCdD" or not text.isdigit()):
        text = f"0x{text}"  # logs print it so; as a decimal it would be no failure at all
    if not _NUMBER.fullmatch(text):
        return by_symbol(text)
    try:
        number = int(text, 16 if "x" in text.lower() else 10)  # refused from 4,300 digits on
        return describe(from_win32(number) if 1 < number <= _LARGEST_WIN32 and origin != EXIT else number, origin)
    except ValueError:
        return None


def find_codes(text: str, origin: str = "") -> list[PastedCode]:
    """Return every code of a text once, in its order.

    Args:
        text: a log line, many of them, or a result document with or without text around it.
        origin: what the codes came from; ``""`` lets the text say.
    """
    found: dict[int, PastedCode] = {}
    for said in _parts(text):
        for one in said:
            first = found.get(one.code.value)
            # The first place tells where it came from, a document what is said of it.
            found[one.code.value] = one if first is None else first._replace(said=first.said or one.said, origin=first.origin or one.origin)
    return [PastedCode(one.word, describe(one.code.value, origin or one.origin), origin or one.origin, one.said) for one in found.values()]


def _parts(text: str) -> Iterator[list[PastedCode]]:
    """The findings of each document in the text and of the text around them."""
    start = after = failures = 0
    decoder = json.JSONDecoder()
    while failures < _MOST_TRIES and (brace := text.find("{", after)) >= 0:
        try:
            document, end = decoder.raw_decode(text, brace)
            read = list(_in_document(document, _origin(text[start:brace])))
        except (ValueError, RecursionError):
            failures += 1
            after = brace + 1
            continue
        for line in text[start:brace].splitlines():
            yield _in_text(line)
        yield read
        start = after = end
    for line in text[start:].splitlines():
        yield _in_text(line)


def _in_text(text: str) -> list[PastedCode]:
    origin = _origin(text)
    found = [_finding(match, origin) for match in _IN_TEXT.finditer(text)]
    return [one for one in found if one is not None]


def _finding(match: re.Match[str], origin: str) -> PastedCode | None:
    if match["exited"]:
        word, where = match["exited"], EXIT
    else:
        word = next(match[kind] for kind in ("after", "hex", "bare", "negative", "unsigned", "symbol") if match[kind])
        where = origin
    if match["small"] and int(word, 16 if "x" in word.lower() else 10) < 2:
        return None
    code = alone(word, where)
    if code is None or (match["hex"] and code.value < FAILED and code.source == "decoded"):
        return None
    return PastedCode(word, code, where)


def _origin(text: str) -> str:
    return next((origin for pattern, origin in _ORIGIN_WORDS if pattern.search(text)), "")


def _in_document(document: Json, origin: str, said: str = "") -> Iterator[PastedCode]:
    """Codes of a document and of the texts in it, with the message that stands beside them."""
    if isinstance(document, list):
        for item in document:
            yield from _in_document(item, origin, said)
    elif isinstance(document, dict):
        beside = _sentences(document) or said
        for name, value in document.items():
            if isinstance(value, int) and not isinstance(value, bool) and name in _CODE_MEMBERS:
                code = describe(value, origin) if -FAILED <= value <= 0xFFFFFFFF and value not in {0, 1} else None
                if code is not None:
                    yield PastedCode(str(value), code, origin, beside)
            elif isinstance(value, int) and not isinstance(value, bool) and name == "ExitCode":
                yield PastedCode(str(value), describe(value & 0xFFFFFFFF, EXIT), EXIT)
            else:
                yield from _in_document(value, origin, beside)
    elif isinstance(document, str):
        yield from _in_text(document)


def _sentences(document: dict[str, Json]) -> str:
    """What a result document says in words: its message, the messages of its events, and what it puts the blame on."""
    own = next((text for name in ("ErrorMessage", "Message", "Error") if isinstance(text := document.get(name), str)), "")
    events, blamed = document.get("ErrorEvents"), document.get("Attribution")
    further = [event.get("Message") for event in events if isinstance(event, dict)] if isinstance(events, list) else []
    blame = [json.dumps(one, ensure_ascii=False) for one in blamed if one] if isinstance(blamed, list) else []
    said = dict.fromkeys(" ".join(text.split()) for text in (own, *further) if isinstance(text, str) and text.strip())
    return " / ".join([*said, *(f"attributed to {one}" for one in blame)])
