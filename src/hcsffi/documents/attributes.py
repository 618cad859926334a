"""What attrs, cattrs and `inspect` ask a document type for; loads only when they do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from inspect import Parameter, Signature
from typing import Any, Optional, Union

import attrs

from hcsffi.documents.catalog import find
from hcsffi.documents.document import Document
from hcsffi.documents.enumeration import FlagsEnum, NumberEnum
from hcsffi.documents.expression import Kind, parse
from hcsffi.documents.scalar import RANGES, Timestamp

_PLAIN: dict[str, Any] = {"bool": bool, "float64": float, "binary": bytes, "datetime": Timestamp, **dict.fromkeys(RANGES, int)}


def _type(cls: type[Document], kind: Kind) -> Any:
    """The Python type of a kind, as an annotation would say it."""
    if kind.form == "scalar":
        return _PLAIN.get(kind.name, str)
    if kind.form == "any":
        return Any
    if kind.form == "array":
        return Sequence[_type(cls, kind.inner)]  # type: ignore[misc]  # made at run time
    if kind.form == "map":
        return Mapping[str, _type(cls, kind.inner)]  # type: ignore[misc]  # made at run time
    found = find(cls.__published__.partition(".")[0], kind.name)
    if issubclass(found, Document):
        return found
    if issubclass(found, (NumberEnum, FlagsEnum)) or found.__numeric__:
        return Union[found, int, str]  # noqa: UP007  made at run time
    return Union[found, str]  # noqa: UP007  made at run time


def _optional(annotation: Any) -> Any:
    return Optional[annotation]  # noqa: UP045  made at run time, where Python 3.10 cannot join every annotation with None


@cache
def of(cls: type[Document]) -> Any:
    """The attrs attributes of a document type: name, type, default and, as metadata, the row of the facts."""
    fields = {
        row.name: attrs.field(
            default=None,
            kw_only=True,
            type=_optional(_type(cls, parse(row.kind))),
            metadata={"wire": row.wire, "kind": row.kind, "since": row.since, "sources": row.sources},
        )
        for row in cls.__members__
    }
    fields["unknown_members"] = attrs.field(default=None, kw_only=True, type=_optional(Mapping[str, Any]))
    return attrs.fields(attrs.make_class(cls.__name__, fields, frozen=True, slots=True, repr=False, eq=False))


@cache
def signature(cls: type[Document]) -> Signature:
    """The constructor's signature, every member by name."""
    return Signature([Parameter(field.name, Parameter.KEYWORD_ONLY, default=None, annotation=field.type) for field in of(cls)])
