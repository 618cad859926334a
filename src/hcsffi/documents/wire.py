"""The one converter: document types to and from mappings and JSON text."""

from __future__ import annotations

from hcsffi.documents.document import Document
from hcsffi.documents.fast import READERS, WRITERS, Mismatch, calls, settled
from hcsffi.documents.json_text import SIZE_LIMIT, dumps, fast_codec, loads, too_deep, unsendable
from hcsffi.documents.problem import InvalidDocument, Problem
from hcsffi.documents.reading import read, read_all

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, TypeVar

    T = TypeVar("T")
    D = TypeVar("D", bound=Document)


def from_json(cls: type[T], text: str | bytes | bytearray | memoryview) -> T:
    """Read a document from JSON text.

    Args:
        cls: a document type, or `list[Type]` for an answer that is an array (enumeration).
        text: JSON; bytes are UTF-8, a byte-order mark is skipped.

    Returns:
        An instance; unknown members are kept in `unknown_members` at every level, unknown texts of enumerations stay texts.

    Raises:
        InvalidDocument: it is not JSON, or values do not fit the type; all problems at once.
    """
    reader = READERS.get(cls)  # the ordinary case, a type that was read before, goes straight through
    value = loads(cls, text)
    if reader is not None:
        try:
            return reader(value)  # type: ignore[no-any-return]  # the printed reader of T answers a T
        except (Mismatch, RecursionError):
            pass
    return _read(cls, value)


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
        InvalidDocument: something inside was changed after it was checked (a list of the document, for instance).
    """
    try:
        return (WRITERS.get(type(document)) or calls(type(document))[1])(document, settled)
    except (AttributeError, TypeError, KeyError, RecursionError) as problem:
        raise _broken(document) from problem


def to_json(document: Document, indent: int | None = None) -> bytes:
    """Write a document as JSON, UTF-8.

    Args:
        document: any document.
        indent: spaces for each level; None writes one line.

    Raises:
        InvalidDocument: a text cannot be sent (lone surrogate), or something inside was changed after it was checked.
    """
    if indent is None:  # the ordinary case; whatever fails here is explained below
        try:
            codec = fast_codec()
            text: bytes = codec.dumps(WRITERS[type(document)](document))
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
        raise _broken(document) from problem


def encode(cls: type[Document], value: Document | Mapping[str, Any] | str | bytes) -> bytes:
    """Check what somebody wants to send and write it as JSON.

    Args:
        cls: the type the function expects.
        value: an instance of it, a mapping with wire names, or JSON text; all three are checked the same way.

    Raises:
        InvalidDocument: it does not fit the type, or a text has a NUL or a lone surrogate; all problems at once.
    """
    if isinstance(value, Document):
        if type(value) is not cls:
            raise InvalidDocument(cls.__name__, [Problem("$", type(value).__name__, cls.__name__)])
        document = _read(cls, to_mapping(value))
    elif isinstance(value, (str, bytes, bytearray, memoryview)):
        document = from_json(cls, value)
    else:
        document = from_mapping(cls, value)
    try:
        text = to_json(document)
    except InvalidDocument as problem:
        raise InvalidDocument(cls.__name__, [*unsendable(to_mapping(document))] or problem.problems) from problem
    if b"\\u0000" in text:
        problems = [*unsendable(to_mapping(document))]
        if problems:
            raise InvalidDocument(cls.__name__, problems)
    return text


def replace(document: D, **changes: Any) -> D:
    """Make a changed copy of a document; the changes are checked like constructor arguments.

    Raises:
        TypeError: the type has no such member.
        InvalidDocument: a value does not fit; all problems at once.
    """
    return document.__replace__(**changes)


def wire_names(cls: type[Document]) -> dict[str, str]:
    """The JSON name of each member, by its Python name."""
    return {row.name: row.wire for row in cls.__members__}


def is_document_type(cls: Any) -> bool:
    """Whether it is one of the printed types."""
    return isinstance(cls, type) and issubclass(cls, Document) and cls is not Document


def _read(cls: type[T], value: Any) -> T:
    """An instance, the fast way for ordinary documents, else by the facts."""
    arguments: Any = getattr(cls, "__args__", None)
    if getattr(cls, "__origin__", None) is list and arguments and issubclass(arguments[0], Document):
        return _read_list(arguments[0], value)  # type: ignore[return-value]  # T is list[...] here, which the checker cannot see
    if not is_document_type(cls):
        raise TypeError(f"{cls!r} is not a document type")
    try:
        return calls(cls)[0](value)  # type: ignore[no-any-return, arg-type]  # T is a document type here, its printed reader answers a T
    except (Mismatch, RecursionError):
        pass
    document, problems = _slowly(cls, value)
    if problems:
        raise InvalidDocument(cls.__name__, problems)
    return document  # type: ignore[no-any-return]  # as above


def _read_list(cls: type[Document], value: Any) -> list[Any]:
    if type(value) is list:
        reader = calls(cls)[0]
        try:
            return [reader(item) for item in value]
        except (Mismatch, RecursionError):
            pass
    documents, problems = read_all(cls, value)
    if problems:
        raise InvalidDocument(f"list of {cls.__name__}", problems)
    return documents  # type: ignore[no-any-return]  # read_all answers a list


def _slowly(cls: type[Any], value: Any) -> tuple[Any, list[Problem]]:
    try:
        return read(cls, value)
    except RecursionError:
        return None, [too_deep()]


def _broken(document: Document) -> InvalidDocument:
    """What is wrong with an instance whose lists or maps were changed behind its back."""
    problems: list[Problem] = []
    for row in document.__members__:
        value = getattr(document, row.name)
        if value is not None:
            try:
                type(document)(**{row.name: value})
            except InvalidDocument as found:
                problems += found.problems
    return InvalidDocument(type(document).__name__, problems or [Problem("$", "a value that is not JSON", "JSON values")])
