"""cattrs with the printed readers and writers, so that users' own types compose with documents."""

from __future__ import annotations

from cattrs import Converter

from hcsffi.documents.wire import from_mapping, is_document_type, to_mapping


def register(converter: Converter) -> Converter:
    """Teach a cattrs converter every document type; hooks are made when a type is first met.

    Args:
        converter: any converter, preconfigured ones included.

    Returns:
        The same converter.
    """
    converter.register_structure_hook_factory(
        is_document_type, lambda cls: lambda value, _: value if type(value) is cls else from_mapping(cls, value)
    )
    converter.register_unstructure_hook_factory(is_document_type, lambda _: to_mapping)
    return converter


def converter() -> Converter:
    """A new cattrs converter that knows every document type; wrong values raise `InvalidDocument`."""
    return register(Converter())
