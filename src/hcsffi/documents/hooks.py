"""cattrs and the documents: one hook factory each way, for our own converter and for any other that is taught."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cattrs import AttributeValidationNote, ClassValidationError, Converter

from hcsffi.documents.checking import read
from hcsffi.documents.compiled import READERS, WRITERS
from hcsffi.documents.document import Document
from hcsffi.documents.json_text import too_deep
from hcsffi.documents.ordinary import Mismatch
from hcsffi.documents.problem import InvalidDocument, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cattrs import BaseConverter
    from typing_extensions import Self


def is_document_type(cls: Any) -> bool:
    """Whether it is one of the document types."""
    return isinstance(cls, type) and issubclass(cls, Document) and cls is not Document


def structuring(cls: type[Any]) -> Callable[[Any, Any], Any]:
    """The hook that makes an instance of a parsed JSON object; its function is compiled from the type's fields now."""
    READERS[cls]

    def structure(value: Any, _cls: Any = cls) -> Any:
        try:
            return READERS[cls](value)
        except (Mismatch, RecursionError):
            return explained(cls, value)

    return structure


def unstructuring(cls: type[Any]) -> Callable[[Any], Any]:
    """The hook that makes a JSON object of an instance; its function is compiled from the type's fields now."""
    WRITERS[cls]
    return lambda document: WRITERS[cls](document)  # noqa: PLW0108  looked up each time: one that is met often is compiled again


def explained(cls: type[Any], value: Any) -> Any:
    """An instance of what is unusual but allowed.

    Raises:
        InvalidDocument: with everything that is not allowed.
    """
    try:
        document, problems = read(cls, value)
    except RecursionError:
        problems = [too_deep()]
    if problems:
        raise InvalidDocument(cls.__name__, problems)
    return document


class _Noted(ClassValidationError, InvalidDocument):
    """What a document says wrong, as cattrs tells it: a note with its path on each problem."""

    def __new__(cls, invalid: InvalidDocument, document_type: type[Any]) -> Self:
        problems = [_noted(problem, document_type) for problem in invalid.problems]
        return super().__new__(cls, str(invalid), problems, document_type)

    def __init__(self, invalid: InvalidDocument, _document_type: type[Any]) -> None:
        InvalidDocument.__init__(self, invalid.document_type, invalid.problems)

    def __reduce__(self) -> tuple[type[_Noted], tuple[InvalidDocument, type[Any]], dict[str, Any]]:
        return (_Noted, (InvalidDocument(self.document_type, self.problems), self.cl), dict(vars(self)))

    def derive(self, excs: Sequence[Exception]) -> ClassValidationError:
        return ClassValidationError(self.message, excs, self.cl)


def _noted(problem: Problem, cls: type[Any]) -> ValueError:
    """One problem, its path as cattrs' note."""
    error = ValueError(f"found {problem.found}, allowed is {problem.allowed}")
    path = problem.path.removeprefix("$").removeprefix(".")
    error.__dict__["__notes__"] = [AttributeValidationNote(f"Structuring class {cls.__qualname__} @ attribute {path}", path, cls)]
    return error


def _noting(cls: type[Any], converter: BaseConverter) -> Callable[[Any, Any], Any]:
    """The hook of a user's converter: instances may stand in what it structures, and problems carry cattrs' notes where it wants notes."""
    structure = structuring(cls)

    def noted(value: Any, _cls: Any = cls) -> Any:
        if type(value) is cls:
            return value
        try:
            return structure(value, cls)
        except InvalidDocument as invalid:
            if not converter.detailed_validation:
                raise
            raise _Noted(invalid, cls) from invalid

    return noted


def register(converter: Converter) -> Converter:
    """Teach a cattrs converter every document type; hooks are made when a type is first met.

    Args:
        converter: any converter, preconfigured ones included.

    Returns:
        The same converter. What it says about a wrong document is an `InvalidDocument`, and leads `cattrs.transform_error` to its paths.
    """
    converter.register_structure_hook_factory(is_document_type, lambda cls: _noting(cls, converter))
    converter.register_unstructure_hook_factory(is_document_type, unstructuring)
    return converter


def converter() -> Converter:
    """A new cattrs converter that knows every document type; wrong values raise `InvalidDocument`."""
    return register(Converter())


def _own() -> Converter:
    made = Converter()
    made.register_structure_hook_factory(is_document_type, structuring)
    made.register_unstructure_hook_factory(is_document_type, unstructuring)
    return made


WIRE = _own()
"""The converter of this package."""
