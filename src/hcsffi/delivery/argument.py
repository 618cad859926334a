"""What callers give, made ready to cross: documents checked against their type, and texts that are no documents."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeVar

from hcsffi import documents
from hcsffi.documents.unknown_member import told

if TYPE_CHECKING:
    from hcsffi.documents.document import Document
    from hcsffi.documents.wire import Encoded

    JsonDocument = Mapping[str, object] | str | bytes
    """What a document argument takes beside the type itself: the same document as a mapping or as JSON text."""

_Document = TypeVar("_Document", bound="Document")


def encoded(kind: type[_Document], value: _Document | JsonDocument) -> Encoded:
    """Check a document argument, write it as JSON and find what schema version it needs, in one pass.

    Raises:
        InvalidDocument: with every problem and its JSON path.

    Warns:
        UnknownMember: a mapping or text has a member that looks like a typing error.
    """
    return told(kind, value)


def document_text(kind: type[_Document], value: _Document | JsonDocument | None) -> bytes | None:
    """Check a document argument and return it as JSON text; ``None`` stays ``None`` and is sent as NULL.

    Raises:
        InvalidDocument: with every problem and its JSON path.

    Warns:
        UnknownMember: a mapping or text has a member that looks like a typing error.
    """
    return None if value is None else told(kind, value).text


def unchecked_text(name: str, value: Document | JsonDocument | None) -> bytes | None:
    """Return a document that no type describes as JSON text; ``None`` stays ``None`` and is sent as NULL.

    Args:
        name: the argument's name, for errors.
        value: a document or a mapping, which is written as JSON; or a text, which is sent as it is.

    Raises:
        ValueError: the value is no JSON, or has a NUL character or half a surrogate pair.
    """
    if value is None or isinstance(value, bytes):
        return value
    if isinstance(value, str):
        return utf8(name, value, is_document=True)
    if isinstance(value, Mapping):
        return utf8(name, json.dumps(dict(value), ensure_ascii=False, allow_nan=False), is_document=True)
    return documents.to_json(value)


def utf8(name: str, value: str | os.PathLike[str], *, is_document: bool = False) -> bytes:
    """Return the argument as UTF-8.

    Args:
        name: the argument's name, for errors.
        value: the text or path.
        is_document: whether it may hold secrets, and is left out of errors.

    Raises:
        ValueError: the text has a NUL character or half a surrogate pair and cannot cross to the library.
    """
    plain = os.fspath(value)
    excerpt = "" if is_document else f": {plain!r}"
    if "\0" in plain:
        message = f"{name} has a NUL character at {plain.index(chr(0))}{excerpt}"
        raise ValueError(message)
    try:
        return plain.encode()
    except UnicodeEncodeError as error:
        message = f"{name} has half a surrogate pair at {error.start}{excerpt}"
        raise ValueError(message) from error


def refuse_misspelt(function: str, options: Mapping[str, object]) -> None:
    """Refuse arguments the function does not take, as Python does, and name the one that subprocess calls otherwise.

    Raises:
        TypeError: there is one.
    """
    for name in options:
        hint = ": it is timeout_s, in seconds" if name == "timeout" else ""
        message = f"{function}() got an unexpected keyword argument {name!r}{hint}"
        raise TypeError(message)
