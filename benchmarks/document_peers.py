"""The same document types, made with other libraries: cattrs, pydantic, msgspec, plain data classes.

Every peer gets the same classes with the same members (all of each class the measured documents use), wire names by its own renaming, and
leaves out what is None. None of them keeps unknown members, checks integer widths or unifies GUIDs, as ours does; enumerations are
enumerations everywhere.
"""

from __future__ import annotations

import dataclasses
import importlib
import importlib.util
import json
import sys
import types
from typing import TYPE_CHECKING, Any, NamedTuple, Optional

import attrs
import cattrs
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from hcsffi import documents
from hcsffi.documents.catalog import find
from hcsffi.documents.document import Document
from hcsffi.documents.kind import Kind, parse

if TYPE_CHECKING:
    from collections.abc import Callable


class Peer(NamedTuple):
    """One way to write and read a document."""

    name: str
    write: Callable[[], bytes]
    read: Callable[[], Any]


class Field(NamedTuple):
    """One member of a peer's class: Python name, wire name, kind and, for nested documents, their class here."""

    name: str
    wire: str
    kind: Kind
    schema: str


def used_classes(document: Document) -> list[type[Document]]:
    """The classes of a document and everything in it, inner ones first."""
    found: dict[type[Document], None] = {}

    def visit(value: Any) -> None:
        if isinstance(value, Document):
            for row in value.__members__:
                visit(getattr(value, row.name))
            found[type(value)] = None
        elif isinstance(value, (list, tuple)):
            for item in value:
                visit(item)
        elif isinstance(value, dict):
            for item in value.values():
                visit(item)

    visit(document)
    return list(found)


def fields_of(cls: type[Document]) -> list[Field]:
    """The members of a class."""
    schema = cls.__published__.partition(".")[0]
    return [Field(row.name, row.wire, parse(row.kind), schema) for row in cls.__members__]


def annotation(field: Field, kind: Kind, made: dict[str, Any]) -> Any:
    """The Python type of a member, as somebody would write it by hand; classes the documents do not use are `Any`."""
    if kind.form == "array":
        return list[annotation(field, kind.inner, made)]  # type: ignore[misc]  # made at run time
    if kind.form == "map":
        return dict[str, annotation(field, kind.inner, made)]  # type: ignore[misc]  # made at run time
    if kind.form == "scalar":
        return {"bool": bool, "float64": float}.get(kind.name, int if "int" in kind.name else str)
    if kind.form == "type":
        found = find(f"{field.schema}.{kind.name}")
        return made.get(found.__published__, Any) if issubclass(found, Document) else found
    return Any


def optional(annotated: Any) -> Any:
    """The type or None."""
    return Optional[annotated]  # noqa: UP045  made at run time


def has_module(name: str) -> bool:
    """Whether a peer is installed."""
    return importlib.util.find_spec(name) is not None


def codec() -> tuple[Callable[[Any], bytes], Callable[[bytes], Any]]:
    """The orjson functions where it is installed, else the standard library: every peer uses the same one as ours."""
    if has_module("orjson"):
        orjson = importlib.import_module("orjson")
        return orjson.dumps, orjson.loads
    return lambda value: json.dumps(value, separators=(",", ":")).encode(), json.loads


def cattrs_peers(document: Document, text: bytes) -> list[Peer]:
    """A plain Converter that renames and leaves out None, and the preconfigured orjson one."""
    made: dict[str, Any] = {}
    classes = used_classes(document)
    for cls in classes:
        rows = {
            field.name: attrs.field(default=None, kw_only=True, type=optional(annotation(field, field.kind, made)))
            for field in fields_of(cls)
        }
        made[cls.__published__] = attrs.make_class(cls.__name__, rows, frozen=True, slots=True)
    root = made[type(document).__published__]
    peers = []
    converters: list[tuple[str, Any]] = [("plain cattrs", cattrs.Converter())]
    if has_module("orjson"):
        converters.append(("cattrs.preconf.orjson", importlib.import_module("cattrs.preconf.orjson").make_converter()))
    for name, converter in converters:
        for cls in classes:
            peer = made[cls.__published__]
            renames: dict[str, Any] = {field.name: override(rename=field.wire, omit_if_default=True) for field in fields_of(cls)}
            converter.register_unstructure_hook(peer, make_dict_unstructure_fn(peer, converter, **renames))
            renames = {field.name: override(rename=field.wire) for field in fields_of(cls)}
            converter.register_structure_hook(peer, make_dict_structure_fn(peer, converter, **renames))
        peers.append(_with_converter(name, converter, root, text))
    return peers


def _with_converter(name: str, converter: Any, root: Any, text: bytes) -> Peer:
    dumps, loads = codec()
    instance = converter.structure(loads(text), root)
    return Peer(name, lambda: dumps(converter.unstructure(instance)), lambda: converter.structure(loads(text), root))


def pydantic_peers(document: Document, text: bytes) -> list[Peer]:
    """Models of pydantic v2 with aliases."""
    if not has_module("pydantic"):
        return []
    pydantic = importlib.import_module("pydantic")
    made: dict[str, Any] = {}
    for cls in used_classes(document):
        rows: dict[str, Any] = {
            field.name: (optional(annotation(field, field.kind, made)), pydantic.Field(default=None, alias=field.wire))
            for field in fields_of(cls)
        }
        config = pydantic.ConfigDict(frozen=True, populate_by_name=True)
        made[cls.__published__] = pydantic.create_model(cls.__name__, __config__=config, **rows)
    root = made[type(document).__published__]
    instance = root.model_validate_json(text)
    return [
        Peer(
            "pydantic v2",
            lambda: instance.model_dump_json(by_alias=True, exclude_none=True).encode(),
            lambda: root.model_validate_json(text),
        )
    ]


def msgspec_peers(document: Document, text: bytes) -> list[Peer]:
    """Structs of msgspec."""
    if not has_module("msgspec"):
        return []
    msgspec = importlib.import_module("msgspec")
    made: dict[str, Any] = {}
    for cls in used_classes(document):
        rows = [
            (field.name, optional(annotation(field, field.kind, made)), msgspec.field(default=None, name=field.wire))
            for field in fields_of(cls)
        ]
        made[cls.__published__] = msgspec.defstruct(cls.__name__, rows, frozen=True, kw_only=True, omit_defaults=True)
    decoder = msgspec.json.Decoder(made[type(document).__published__])
    instance = decoder.decode(text)
    encode = msgspec.json.Encoder().encode
    return [Peer("msgspec.Struct", lambda: encode(instance), lambda: decoder.decode(text))]


def dataclass_peers(document: Document, text: bytes) -> list[Peer]:
    """Data classes with functions somebody would write by hand, here printed for every class."""
    dumps, loads = codec()
    module = types.ModuleType("hand_written")
    sys.modules[module.__name__] = module
    made: dict[str, Any] = {}
    for cls in used_classes(document):
        fields = fields_of(cls)
        key = cls.__published__.replace(".", "_")
        rows = [(field.name, optional(annotation(field, field.kind, made)), dataclasses.field(default=None)) for field in fields]
        made[cls.__published__] = dataclasses.make_dataclass(cls.__name__, rows, frozen=True, kw_only=True, slots=True)
        setattr(module, key, made[cls.__published__])
        enums = (find(f"{field.schema}.{field.kind.name}") for field in fields if field.kind.form == "type")
        vars(module).update({enum.__published__.replace(".", "_"): enum for enum in enums if not issubclass(enum, Document)})
        lines = [f"def write_{key}(x):", "    d = {}"]
        arguments = []
        for field in fields:
            lines += [
                f"    v = x.{field.name}",
                f"    if v is not None: d[{field.wire!r}] = {_hand('write', field, field.kind, 'v', made)}",
            ]
            value = _hand("read", field, field.kind, "v", made)
            arguments.append(f"{field.name}={value} if (v := get({field.wire!r})) is not None else None")
        lines += ["    return d", f"def read_{key}(d):", "    get = d.get", f"    return {key}({', '.join(arguments)})"]
        exec(compile("\n".join(lines), module.__name__, "exec"), vars(module))  # what a person would type
    key = type(document).__published__.replace(".", "_")
    write, read = getattr(module, f"write_{key}"), getattr(module, f"read_{key}")
    instance = read(loads(text))
    return [Peer("dataclasses by hand", lambda: dumps(write(instance)), lambda: read(loads(text)))]


def _hand(verb: str, field: Field, kind: Kind, name: str, made: dict[str, Any]) -> str:
    """The expression somebody would write for one member."""
    if kind.form == "array" and (inner := _hand(verb, field, kind.inner, "i", made)) != "i":
        return f"[{inner} for i in {name}]"
    if kind.form == "map" and (inner := _hand(verb, field, kind.inner, "i", made)) != "i":
        return f"{{k: {inner} for k, i in {name}.items()}}"
    if kind.form == "type":
        found = find(f"{field.schema}.{kind.name}")
        key = found.__published__.replace(".", "_")
        if found.__published__ in made:
            return f"{verb}_{key}({name})"
        if not issubclass(found, Document):
            return f"{name}.value" if verb == "write" else f"{key}({name})"
    return name


def ours(document: Document, text: bytes) -> list[Peer]:
    """The documents of this project, by their own functions and as hooks of a user's cattrs converter."""
    dumps, loads = codec()
    cls = type(document)
    converter = documents.converter()
    return [
        Peer("hcsffi.documents", lambda: documents.to_json(document), lambda: documents.from_json(cls, text)),
        Peer(".. as cattrs hooks", lambda: dumps(converter.unstructure(document)), lambda: converter.structure(loads(text), cls)),
    ]


def every_peer(document: Document, text: bytes) -> list[Peer]:
    """Ours first, then all that are installed, and the bare parser as the floor."""
    dumps, loads = codec()
    mapping = loads(text)
    floor = Peer("the parser alone", lambda: dumps(mapping), lambda: loads(text))
    makers = (ours, cattrs_peers, pydantic_peers, msgspec_peers, dataclass_peers)
    return [*(peer for make in makers for peer in make(document, text)), floor]
