"""Documents to and from mappings and JSON text."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

import attrs

from hcsffi.documents.checking import read_all
from hcsffi.documents.compiled import READERS, WEIGHERS, WRITERS
from hcsffi.documents.document import Document
from hcsffi.documents.hooks import WIRE, is_document_type
from hcsffi.documents.json_text import SIZE_LIMIT, dumps, fast_codec, loads, too_deep, unsendable
from hcsffi.documents.ordinary import Mismatch
from hcsffi.documents.problem import InvalidDocument, Problem
from hcsffi.documents.versions import UNKNOWN, floor_of, newest
from hcsffi.grammar.pieces import LONG, pieces

if TYPE_CHECKING:
    from collections.abc import Mapping

T = TypeVar("T")
D = TypeVar("D", bound=Document)


def from_json(cls: type[T], text: str | bytes | bytearray | memoryview) -> T:
    """Read a document from JSON text.

    Args:
        cls: a document type, or `list[Type]` for an answer that is an array (enumeration).
        text: JSON; bytes are UTF-8, a byte-order mark is skipped.

    Returns:
        An instance; unknown members are kept in `unknown_members` at every level, unknown texts are values of their enumeration.

    Raises:
        InvalidDocument: it is not JSON, or values do not fit the type; all problems at once.
    """
    reader, codec = READERS.get(cls), fast_codec()
    if reader is not None and codec is not None and len(text) <= LONG:  # the ordinary case: a type that was read before
        try:
            return reader(codec.loads(text))  # type: ignore[no-any-return]  # the function of T answers a T
        except (Mismatch, RecursionError, ValueError):  # explained below
            pass
    elif type(text) is bytes and len(text) > LONG and (documents := _read_in_pieces(cls, text)) is not None:
        return documents  # type: ignore[no-any-return]  # a list of T's elements
    return _read(cls, loads(cls, text))


def from_mapping(cls: type[T], mapping: Mapping[str, Any]) -> T:
    """Read a document from a mapping with wire names; nothing of the mapping is shared with the result.

    Args:
        cls: a document type, or `list[Type]`.
        mapping: JSON-like values; document instances may stand in it.

    Raises:
        InvalidDocument: values do not fit the type; all problems at once.
    """
    return _read(cls, mapping)


def to_mapping(document: Document) -> dict[str, Any]:
    """Write a document as plain dicts, lists and values with wire names; members that are None are left out.

    Raises:
        InvalidDocument: it is nested too deep.
    """
    try:
        return cast("dict[str, Any]", WIRE.unstructure(document, type(document)))
    except _FAILURES as problem:
        raise _broken(document, problem) from problem


def to_json(document: Document, indent: int | None = None) -> bytes:
    """Write a document as JSON, UTF-8.

    Args:
        document: any document.
        indent: spaces for each level; None writes one line.

    Raises:
        InvalidDocument: a text cannot be sent (lone surrogate), or it is nested too deep.
    """
    if indent is None:  # the ordinary case; whatever fails here is explained below
        try:
            text: bytes = fast_codec().dumps(WRITERS[type(document)](document))
            if len(text) <= SIZE_LIMIT:
                return text
        except (AttributeError, KeyError, RecursionError, TypeError, ValueError):
            pass
    mapping = to_mapping(document)
    try:
        return dumps(type(document), mapping, indent)
    except (TypeError, ValueError) as problem:
        if isinstance(problem, InvalidDocument):
            raise
        raise _broken(document, problem) from problem


class Encoded(NamedTuple):
    """A document ready to be sent.

    Args:
        text: its JSON.
        version: the lowest schema version that carries it.
        has_unknown_members: whether some part of it has members nobody knows.
        document: the document itself.
    """

    text: bytes
    version: str
    has_unknown_members: bool
    document: Document


def weigh(cls: type[Document], value: Document | Mapping[str, Any] | str | bytes | bytearray | memoryview) -> Encoded:
    """Check what somebody wants to send, write it as JSON, and tell in the same pass which version it needs.

    Args:
        cls: the type the function expects.
        value: an instance of it, a mapping with wire names, or JSON text; all three are checked the same way.

    Raises:
        InvalidDocument: it does not fit the type, or a text has a NUL or a lone surrogate; all problems at once.
    """
    document = _document(cls, value)
    box = [0]
    try:
        mapping = WEIGHERS[cls](document, box)
    except _FAILURES as problem:
        raise _broken(document, problem) from problem
    text = _sendable(cls, mapping)
    return Encoded(text, newest(box[0], floor_of(cls.__published__)), bool(box[0] & UNKNOWN), document)


def encode(cls: type[Document], value: Document | Mapping[str, Any] | str | bytes | bytearray | memoryview) -> bytes:
    """Check what somebody wants to send and write it as JSON.

    Args:
        cls: the type the function expects.
        value: an instance of it, a mapping with wire names, or JSON text; all three are checked the same way.

    Raises:
        InvalidDocument: it does not fit the type, or a text has a NUL or a lone surrogate; all problems at once.
    """
    document = _document(cls, value)
    try:
        mapping = WRITERS[cls](document)
    except _FAILURES as problem:
        raise _broken(document, problem) from problem
    return _sendable(cls, mapping)


def _document(cls: type[Document], value: Document | Mapping[str, Any] | str | bytes | bytearray | memoryview) -> Document:
    if isinstance(value, Document):
        if type(value) is not cls:
            raise InvalidDocument(cls.__name__, [Problem("$", type(value).__name__, cls.__name__)])
        return value
    return from_json(cls, value) if isinstance(value, (str, bytes, bytearray, memoryview)) else from_mapping(cls, value)


def _sendable(cls: type[Document], mapping: dict[str, Any]) -> bytes:
    """The text of a mapping all of whose texts can cross the border."""
    try:
        text = dumps(cls, mapping)
    except InvalidDocument as problem:
        raise InvalidDocument(cls.__name__, [*unsendable(mapping)] or problem.problems) from problem
    if b"\\u0000" in text and (problems := [*unsendable(mapping)]):
        raise InvalidDocument(cls.__name__, problems)
    if text.count(b"{") + text.count(b"[") > _DEPTH:  # it may be deep: reading looks
        _read(cls, mapping)
    return text


_DEPTH = 100
"""A text with no more brackets than this is not nested too deep, see `checking.DEPTH_LIMIT`."""


def replace(document: D, **changes: Any) -> D:
    """Make a changed copy of a document; the changes are checked like constructor arguments.

    Raises:
        TypeError: the type has no such member.
        InvalidDocument: a value does not fit; all problems at once.
    """
    return attrs.evolve(document, **changes)


def wire_names(cls: type[Document]) -> dict[str, str]:
    """The JSON name of each member, by its Python name."""
    return {row.name: row.wire for row in cls.__members__}


def _read_in_pieces(cls: Any, text: bytes) -> Any:
    """The documents of a long array; None where it is none, or where something is wrong that has to be explained."""
    codec, element = fast_codec(), cls.__args__[0] if getattr(cls, "__origin__", None) is list else None
    if codec is not None and is_document_type(element) and len(text) <= SIZE_LIMIT:
        structure = WIRE.get_structure_hook(element)
        with suppress(ValueError, RecursionError):
            return [structure(item, element) for piece in pieces(text) for item in codec.loads(piece)]
    return None


def _read(cls: type[T], value: Any) -> T:
    """An instance, or a list of them."""
    arguments: Any = getattr(cls, "__args__", None)
    if getattr(cls, "__origin__", None) is list and arguments and is_document_type(arguments[0]):
        return _read_list(arguments[0], value)  # type: ignore[return-value]  # T is list[...] here, which the checker cannot see
    if not is_document_type(cls):
        raise TypeError(f"{cls!r} is not a document type")
    return WIRE.structure(value, cls)


_FAILURES = (AttributeError, KeyError, RecursionError, TypeError, ValueError)


def _broken(document: Document, failure: Exception) -> InvalidDocument:
    """What is wrong with an instance that is nested too deep, or was changed behind its back, by `object.__setattr__` for instance."""
    if isinstance(failure, RecursionError):
        return InvalidDocument(type(document).__name__, [too_deep()])
    problems: list[Problem] = []
    for row in document.__members__:
        value = getattr(document, row.name)
        if value is not None:
            try:
                type(document)(**{row.name: value})
            except InvalidDocument as found:
                problems += found.problems
    return InvalidDocument(type(document).__name__, problems or [Problem("$", "a value that is not JSON", "JSON values")])


def _read_list(cls: type[Any], value: Any) -> list[Any]:
    if type(value) is list:
        try:
            structure = WIRE.get_structure_hook(cls)
            return [structure(item, cls) for item in value]
        except InvalidDocument:
            pass  # all elements are explained together
    documents, problems = read_all(cls, value)
    if problems:
        raise InvalidDocument(f"list of {cls.__name__}", problems)
    return list(documents)
