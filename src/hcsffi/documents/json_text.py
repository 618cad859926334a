"""JSON text in and out: orjson where it is installed, the standard library else, with the same results.

Both ways accept exactly: UTF-8 (a byte-order mark is skipped), one JSON value, numbers a double or 64 bits can hold, texts without lone
surrogates. Of a member that stands twice the last one counts. Whatever orjson refuses is read again by the standard library's rules below,
so that the message is the same one.
"""

from __future__ import annotations

import warnings
from functools import cache
from importlib import import_module

from hcsffi.documents.problem import InvalidDocument, Problem
from hcsffi.grammar.path import below

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

SIZE_LIMIT = 64 * 2**20
"""Largest text read or written (chosen: real documents stay below one megabyte)."""

_LOW, _HIGH = -(2**63), 2**64 - 1

OLDEST_ORJSON = (3, 9, 15)
"""The first release that refuses JSON nested deeper than its stack; older ones end the process (CVE-2024-27454)."""


@cache
def fast_codec() -> Any:
    """The orjson module, or None where it is not installed or too old to be trusted with a document of somebody else's."""
    try:
        codec = import_module("orjson")
    except ImportError:
        return None
    if _release(codec.__version__) < OLDEST_ORJSON:
        oldest = ".".join(map(str, OLDEST_ORJSON))
        warnings.warn(
            f"orjson {codec.__version__} ends the process on deeply nested JSON and is not used: install {oldest} or newer",
            RuntimeWarning,
            stacklevel=2,
        )
        return None
    return codec


def _release(version: str) -> tuple[int, ...]:
    """The numbers of a version, without what marks a release as early or late."""
    leading = (part[: len(part) - len(part.lstrip("0123456789"))] for part in version.split("."))
    return tuple(int(digits) for digits in leading if digits)


def loads(document: Any, text: str | bytes | bytearray | memoryview) -> Any:
    """The JSON value of a text.

    Args:
        document: the type, for its name in an error.
        text: JSON; bytes are UTF-8.

    Raises:
        InvalidDocument: it is not JSON as described above, or too large.
    """
    encoded = text if isinstance(text, (str, bytes)) else bytes(text)
    if len(encoded) > SIZE_LIMIT:
        raise InvalidDocument(_name(document), [Problem("$", f"{len(encoded)} bytes", f"at most {SIZE_LIMIT} bytes")])
    codec = fast_codec()
    if codec is not None:
        try:
            return codec.loads(encoded)
        except (ValueError, RecursionError):  # explained below
            pass
    return _loads(_name(document), encoded)


def _name(document: Any) -> str:
    return str(getattr(document, "__name__", document))


def _loads(name: str, encoded: str | bytes) -> Any:
    """The standard library's reading, made as strict as orjson's."""
    json = import_module("json")
    try:
        text = encoded if isinstance(encoded, str) else encoded.decode("utf-8")
        text = text.removeprefix("\ufeff")
        value = _decoder()(text)
        if "\\u" in text or isinstance(encoded, str):
            lone = _lone_surrogates(value)
            if lone:
                raise InvalidDocument(name, lone)
    except UnicodeDecodeError as problem:
        raise InvalidDocument(name, [Problem("$", f"invalid UTF-8 at byte {problem.start}", "UTF-8 text")]) from problem
    except json.JSONDecodeError as problem:
        place = f"line {problem.lineno}, column {problem.colno}"
        raise InvalidDocument(name, [Problem("$", f"a syntax error at {place} ({problem.msg})", "JSON")]) from problem
    except RecursionError as problem:
        raise InvalidDocument(name, [too_deep()]) from problem
    except _BadNumber as problem:
        raise InvalidDocument(
            name, [Problem("$", f"the number {str(problem)[:40]}", "numbers that JSON knows and a double can hold")]
        ) from problem
    return value


def too_deep() -> Problem:
    """The problem of a document nobody should read."""
    return Problem("$", "nesting", "at most 100 levels")


class _BadNumber(Exception):
    """A number JSON does not have or a double cannot hold."""


def _constant(text: str) -> float:
    raise _BadNumber(text)


def _fraction(text: str) -> float:
    number = float(text)
    if number in {float("inf"), float("-inf")}:
        raise _BadNumber(text)
    return number


def _whole(text: str) -> float:
    if len(text) < 19:
        return int(text)
    if len(text) < 22:
        number = int(text)
        if _LOW <= number <= _HIGH:
            return number
    return _fraction(text)


@cache
def _decoder() -> Callable[[str], Any]:
    json = import_module("json")
    decode: Callable[[str], Any] = json.JSONDecoder(parse_constant=_constant, parse_float=_fraction, parse_int=_whole).decode
    return decode


def unsendable(value: Any, path: str = "$") -> Iterator[Problem]:
    """Every text that cannot cross the border: lone surrogates have no UTF-8, and a NUL ends a native text."""
    if isinstance(value, str):
        if not _has_utf8(value):
            yield Problem(path, "a lone surrogate", "text that UTF-8 can hold")
        if "\0" in value:
            yield Problem(path, "a NUL character", "text without NUL")
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from unsendable(key, path)
            yield from unsendable(item, below(path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from unsendable(item, f"{path}[{index}]")


def _has_utf8(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _lone_surrogates(value: Any) -> list[Problem]:
    return [problem for problem in unsendable(value) if "surrogate" in problem.found]


@cache
def _encoder(indent: int | None) -> Callable[[Any], str]:
    json = import_module("json")
    separators = (",", ":") if indent is None else (",", ": ")
    encode: Callable[[Any], str] = json.JSONEncoder(
        ensure_ascii=False, check_circular=False, allow_nan=False, indent=indent, separators=separators
    ).encode
    return encode


def dumps(document: Any, value: Any, indent: int | None = None) -> bytes:
    """A JSON value as UTF-8 text.

    Args:
        document: its type, for its name in an error.
        value: plain dicts, lists, texts, numbers, booleans and None.
        indent: spaces for each level; None for one line without blanks.

    Raises:
        InvalidDocument: a text has a lone surrogate, or the result is too large.
    """
    codec = fast_codec()
    text: bytes | None = None
    if codec is not None and indent in {None, 2}:
        try:
            text = codec.dumps(value, option=codec.OPT_INDENT_2 if indent else None)
        except TypeError:  # explained below
            text = None
    if text is None:
        try:
            text = _encoder(indent)(value).encode("utf-8")
        except UnicodeEncodeError as problem:
            raise InvalidDocument(_name(document), _lone_surrogates(value)) from problem
        except RecursionError as problem:
            raise InvalidDocument(_name(document), [too_deep()]) from problem
    if len(text) > SIZE_LIMIT:
        raise InvalidDocument(_name(document), [Problem("$", f"{len(text)} bytes", f"at most {SIZE_LIMIT} bytes")])
    return text
