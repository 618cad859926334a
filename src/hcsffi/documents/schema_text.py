"""JSON Schema (draft 2020-12) of the documents, for editors and other tools."""

from __future__ import annotations

from hcsffi.documents.catalog import find
from hcsffi.documents.document import Document
from hcsffi.documents.enumeration import FlagsEnum, NumberEnum, texts_of
from hcsffi.documents.kind import Kind, named_types, parse
from hcsffi.documents.scalar import RANGES
from hcsffi.documents.selectors import candidates, known_selectors
from hcsffi.documents.settings import RESOURCE_PATHS, path_expression

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Schema = dict[str, Any]

_SCALARS: dict[str, Schema] = {
    "string": {"type": "string"},
    "bool": {"type": "boolean"},
    "float64": {"type": "number"},
    "guid": {"type": "string", "description": "A GUID; real services put names here at times."},
    "binary": {"type": "string", "contentEncoding": "base64"},
    "binary-hex": {"type": "string"},
    "datetime": {"type": "string", "format": "date-time"},
    "mac": {"type": "string", "description": "Six pairs of hexadecimal digits with dashes."},
}


def json_schema(cls: type[Document], *, strict: bool = False) -> Schema:
    """The JSON Schema of a document type with all types it mentions.

    Args:
        cls: any document type.
        strict: refuse members nobody knows, as an editor should; the default allows them, as reading does.

    Returns:
        A self-contained schema; `$defs` holds the other types by published name.
    """
    return _Printer(strict=strict).root(cls)


class _Printer:
    """Collects the definitions one schema needs."""

    def __init__(self, *, strict: bool) -> None:
        self.strict = strict
        self.definitions: dict[str, Schema] = {}

    def root(self, cls: type[Document]) -> Schema:
        """The whole schema."""
        reference = self.reference(cls)
        return {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": cls.__name__,
            **reference,
            "$defs": dict(sorted(self.definitions.items())),
        }

    def reference(self, cls: type[Any]) -> Schema:
        """A reference to a type, its definition made on first use."""
        name = cls.__published__
        if name not in self.definitions:
            self.definitions[name] = {}
            self.definitions[name] = self.document(cls) if issubclass(cls, Document) else self.enumeration(cls)
        return {"$ref": f"#/$defs/{name}"}

    def document(self, cls: type[Document]) -> Schema:
        """One object type."""
        properties = {}
        for row in cls.__members__:
            kind = parse(row.kind)
            note = {"description": f"Since schema {row.since}."} if row.since else {}
            properties[row.wire] = {**self.value(cls, kind, row.wire), **note} if not named_types(kind) else self.value(cls, kind, row.wire)
        found: Schema = {"type": "object", "description": (cls.__doc__ or "").splitlines()[0], "properties": properties}
        if self.strict:
            found["additionalProperties"] = False
        rules = [rule for row in cls.__members__ for rule in self.rules(cls, row.wire, parse(row.kind))]
        return {**found, "allOf": rules} if rules else found

    def rules(self, cls: type[Document], wire: str, kind: Kind) -> list[Schema]:
        """What an open member must look like for each selector that is known."""
        member = f"{cls.__published__}.{wire}"
        if kind.form != "any" or not kind.name or kind.name.startswith((".", "as ")):
            return []
        if member == "hcs.ModifySettingRequest.Settings":
            pairs: list[tuple[Schema, tuple[str, ...]]] = [
                ({"pattern": f"^{path_expression(row.template)}$"}, (row.settings,)) for row in RESOURCE_PATHS if row.settings
            ]
        else:
            pairs = [({"const": text}, candidates(member, text)) for text in known_selectors().get(member, ())]
        return [
            {
                "if": {"required": [kind.name, wire], "properties": {kind.name: {"type": "string", **condition}}},
                "then": {"properties": {wire: self.alternatives(names)}},
            }
            for condition, names in pairs
        ]

    def alternatives(self, names: tuple[str, ...]) -> Schema:
        """Any of several types or scalar kinds; a null stands for none."""
        schemas = [self.reference(find(name)) if "." in name else self.scalar(name) for name in names]
        return {"anyOf": [*schemas, {"type": "null"}]}

    def enumeration(self, cls: type[Any]) -> Schema:
        """One enumeration; values nobody knows stay allowed, as they do in reading."""
        if issubclass(cls, (NumberEnum, FlagsEnum)):
            texts = ", ".join(f"{int(number)} {text}" for text, number in texts_of(cls).items())
            return {"type": ["integer", "string"], "minimum": 0, "maximum": 2**32 - 1, "description": f"{cls.__name__}: {texts}."}
        known = {"enum": [member.value for member in cls]}
        others: list[Schema] = [{"type": "string"}]
        if cls.__numeric__:
            others.append({"type": "integer", "minimum": 0, "maximum": 2**32 - 1})
        return known if self.strict else {"anyOf": [known, *others]}

    def value(self, cls: type[Document], kind: Kind, wire: str) -> Schema:
        """A value of any kind."""
        if kind.form == "scalar":
            return self.scalar(kind.name)
        if kind.form == "any":
            if kind.name.startswith("as "):
                published = f"{cls.__published__.partition('.')[0]}.{kind.name[3:]}"
                return {"anyOf": [self.alternatives((published,)), {"not": {"type": "object"}}]}
            return {}
        if kind.form == "array":
            exact = {"minItems": kind.length, "maxItems": kind.length} if kind.length is not None else {}
            return {"type": "array", "items": self.value(cls, kind.inner, wire), **exact}
        if kind.form == "map":
            names = {"propertyNames": {"pattern": "^(0|[1-9][0-9]*)$"}} if kind.key in RANGES else {}
            return {"type": "object", "additionalProperties": self.value(cls, kind.inner, wire), **names}
        return self.reference(find(f"{cls.__published__.partition('.')[0]}.{kind.name}"))

    @staticmethod
    def scalar(name: str) -> Schema:
        """A single value."""
        if name in RANGES:
            low, high = RANGES[name]
            return {"type": "integer", "minimum": low, "maximum": high}
        return dict(_SCALARS[name])
