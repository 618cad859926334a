"""The JSON both sides speak: every HCS and HCN document as a checked, typed, lossless Python class that attrs makes.

`documents.ComputeSystem(...)` builds, `documents.to_json` writes, `documents.from_json` reads. Types whose name is clear are
here by name; `documents.hcs`, `documents.hcn` and `documents.v1` hold all of them. Everything loads on first use, topic by topic.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from hcsffi.documents.catalog import clear, find, loading, named

if TYPE_CHECKING:
    from hcsffi.documents import answers as answers
    from hcsffi.documents import build as build
    from hcsffi.documents import changes as changes
    from hcsffi.documents import hcn as hcn
    from hcsffi.documents import hcs as hcs
    from hcsffi.documents import notices as notices
    from hcsffi.documents import settings as settings
    from hcsffi.documents import v1 as v1
    from hcsffi.documents.document import Document as Document
    from hcsffi.documents.guess import find_type as find_type
    from hcsffi.documents.guess import guess_type as guess_type
    from hcsffi.documents.hcn import *  # noqa: F403  for type checkers, as the next line
    from hcsffi.documents.hcs import *  # type: ignore[assignment]  # noqa: F403  five names are of both, and taken away below
    from hcsffi.documents.hooks import converter as converter
    from hcsffi.documents.hooks import register as register
    from hcsffi.documents.problem import InvalidDocument as InvalidDocument
    from hcsffi.documents.problem import Problem as Problem
    from hcsffi.documents.scalar import Timestamp as Timestamp
    from hcsffi.documents.schema_text import json_schema as json_schema
    from hcsffi.documents.since import Finding as Finding
    from hcsffi.documents.since import check as check
    from hcsffi.documents.since import required_version as required_version
    from hcsffi.documents.unknown_member import UnknownMember as UnknownMember
    from hcsffi.documents.unknown_member import strict_members as strict_members
    from hcsffi.documents.unknown_member import typos as typos
    from hcsffi.documents.versions import release_of as release_of
    from hcsffi.documents.wire import encode as encode
    from hcsffi.documents.wire import from_json as from_json
    from hcsffi.documents.wire import from_mapping as from_mapping
    from hcsffi.documents.wire import replace as replace
    from hcsffi.documents.wire import to_json as to_json
    from hcsffi.documents.wire import to_mapping as to_mapping
    from hcsffi.documents.wire import wire_names as wire_names
    from hcsffi.grammar.lines import line_of as line_of
    from hcsffi.grammar.lines import lines_of as lines_of

    del GuestModifySettingRequest, ModifyRequestType, ModifySettingRequest, RegistryKey, Version  # noqa: F821  both schemas have them

_HOMES = {
    "Document": "document",
    **dict.fromkeys(("converter", "register"), "hooks"),
    **dict.fromkeys(("find_type", "guess_type"), "guess"),
    "json_schema": "schema_text",
    **dict.fromkeys(("Finding", "check", "required_version"), "since"),
    "release_of": "versions",
    **dict.fromkeys(("InvalidDocument", "Problem"), "problem"),
    **dict.fromkeys(("line_of", "lines_of"), "hcsffi.grammar.lines"),
    "Timestamp": "scalar",
    **dict.fromkeys(("UnknownMember", "strict_members", "typos"), "unknown_member"),
    **dict.fromkeys(("encode", "from_json", "from_mapping", "replace", "to_json", "to_mapping", "wire_names"), "wire"),
}
_MODULES = frozenset({"answers", "build", "changes", "hcn", "hcs", "notices", "settings", "v1"})

loading.topic = lambda topic: import_module(f"{__name__}.topic.{topic}")


if not TYPE_CHECKING:  # a checker would take it for "every name exists"

    def __getattr__(name: str) -> object:
        """Load a function, a namespace or a type when it is first touched (PEP 562)."""
        if name in _MODULES:
            return import_module(f"{__name__}.{name}")
        home = _HOMES.get(name)
        if home is not None:
            found = getattr(import_module(home if "." in home else f"{__name__}.{home}"), name)
        elif name.startswith("_"):
            raise AttributeError(f"{__name__} has no attribute {name!r}")
        else:
            found = _type(name)
        globals()[name] = found
        return found


def _type(name: str) -> object:
    published = clear().get(name)
    if published is not None:
        return find(published)
    inside = [space for space in ("hcs", "hcn", "v1") if name in named(space)]
    if inside:
        raise AttributeError(f"{name} is ambiguous; it is {' or '.join(f'documents.{space}.{name}' for space in inside)}")
    raise AttributeError(f"{__name__} has no type or function {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES, *_MODULES, *clear()})
