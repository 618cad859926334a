"""The network service's C ABI as a client in C sees it, beside `abi`: ids and documents as text, every code and record as it came."""

from __future__ import annotations

import json
import uuid
from typing import TYPE_CHECKING, Any, NamedTuple

from hcsffi.native.binding import ffi, lib

from abi import as_text, narrow, unsigned, wide
from supply import code

if TYPE_CHECKING:
    from collections.abc import Sequence

    from typing_extensions import Self

COMPUTENETWORK = 2
VERSION_2 = {"SchemaVersion": {"Major": 2, "Minor": 0}}
SECOND = json.dumps(VERSION_2)


class Told(NamedTuple):
    """What a call came to: its code in words, its answer, its error record."""

    code: str
    text: str | None
    record: str | None

    @property
    def document(self) -> Any:
        """The answer as JSON; None when there is none."""
        return json.loads(self.text) if self.text else None


def _take(pointer: Any) -> str | None:
    text = narrow(pointer[0])
    lib.hcsffi_text_drop(lib.hcsffi_text_take(COMPUTENETWORK, pointer[0], ffi.new("uint32_t *")))
    return text


def guid(text: str | None) -> Any:
    """A GUID structure; zeros for None."""
    made = ffi.new("GUID *")
    if text is not None:
        ffi.memmove(made, uuid.UUID(text).bytes_le, 16)
    return made


class Noun:
    """One handle of the network service; leaving the block closes it, and deletes the object where that is left to do."""

    def __init__(self, kind: str, handle: Any) -> None:
        self.kind = kind
        self.handle = handle

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        found = self.query()
        self.close()
        if found.document:
            delete(self.kind, found.document["ID"])

    def close(self) -> str:
        """HcnClose...; a second time does nothing."""
        handle, self.handle = self.handle, ffi.NULL
        return code(unsigned(getattr(lib, f"HcnClose{self.kind}")(handle))) if handle != ffi.NULL else code(0)

    def query(self, query: dict[str, Any] | str | None = SECOND) -> Told:
        """HcnQuery...Properties."""
        answer, record = ffi.new("PWSTR *"), ffi.new("PWSTR *")
        result = getattr(lib, f"HcnQuery{self.kind}Properties")(self.handle, wide(as_text(query)), answer, record)
        return Told(code(unsigned(result)), _take(answer), _take(record))

    @property
    def document(self) -> Any:
        """The answer in the shape of the second generation."""
        return self.query().document

    def modify(self, request: dict[str, Any] | str) -> Told:
        """HcnModify..."""
        record = ffi.new("PWSTR *")
        result = getattr(lib, f"HcnModify{self.kind}")(self.handle, wide(as_text(request)), record)
        return Told(code(unsigned(result)), None, _take(record))

    def policies(self, verb: str, *policies: dict[str, Any]) -> str:
        """The code of a change of policies."""
        return self.modify({"ResourceType": "Policy", "RequestType": verb, "Settings": {"Policies": list(policies)}}).code

    def member(self, verb: str, endpoint_id: str) -> str:
        """The code of an endpoint's way into this namespace, or out of it."""
        return self.modify({"ResourceType": "Endpoint", "RequestType": verb, "Settings": {"EndpointId": endpoint_id}}).code


def create(kind: str, document: dict[str, Any] | str, *, on: Noun | None = None, with_id: str | None = None) -> tuple[Told, Noun]:
    """HcnCreate...; an endpoint is created on a network, or on NULL."""
    handle, record = ffi.new("void **"), ffi.new("PWSTR *")
    first = [on.handle if on else ffi.NULL] if kind == "Endpoint" else []
    result = getattr(lib, f"HcnCreate{kind}")(*first, guid(with_id), wide(as_text(document)), handle, record)
    return Told(code(unsigned(result)), None, _take(record)), Noun(kind, handle[0])


def opened(kind: str, object_id: str) -> tuple[Told, Noun]:
    """HcnOpen..."""
    handle, record = ffi.new("void **"), ffi.new("PWSTR *")
    result = getattr(lib, f"HcnOpen{kind}")(guid(object_id), handle, record)
    return Told(code(unsigned(result)), None, _take(record)), Noun(kind, handle[0])


def delete(kind: str, object_id: str) -> Told:
    """HcnDelete..."""
    record = ffi.new("PWSTR *")
    result = getattr(lib, f"HcnDelete{kind}")(guid(object_id), record)
    return Told(code(unsigned(result)), None, _take(record))


def enumerate_ids(kind: str, query: dict[str, Any] | str | None = None) -> Told:
    """HcnEnumerate..."""
    answer, record = ffi.new("PWSTR *"), ffi.new("PWSTR *")
    result = getattr(lib, f"HcnEnumerate{kind}s")(wide(as_text(query)), answer, record)
    return Told(code(unsigned(result)), _take(answer), _take(record))


def filtered(kind: str, **members: str) -> Sequence[str]:
    """The ids that an enumeration with this filter gives."""
    return list(enumerate_ids(kind, {**VERSION_2, "Filter": json.dumps(members)}).document)
