"""What is in a namespace, however the service tells it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from hcsffi import documents
from hcsffi.network.identity import bare

if TYPE_CHECKING:
    from collections.abc import Iterator

_LISTS = ("resources", "resourcelist")
"""``Resources`` in answers of generation 2, ``ResourceList`` in those of generation 1."""


def _folded(value: object) -> dict[str, object]:
    """The members of a JSON object by lower-case names: services and versions write ``Id`` and ``ID``."""
    return {str(name).lower(): one for name, one in value.items()} if isinstance(value, Mapping) else {}


def _resources(properties: documents.Document) -> Iterator[tuple[str, str]]:
    members = _folded(documents.to_mapping(properties))
    for name in _LISTS:
        listed = members.get(name)
        for one in listed if isinstance(listed, list | tuple) else ():
            resource = _folded(one)
            found = _folded(resource.get("data")).get("id")
            if isinstance(found, str):
                yield str(resource.get("type")).lower(), found


def endpoint_ids(properties: documents.Document) -> tuple[str, ...]:
    """Return the ids of the endpoints in a namespace, bare and in lower case, in the order they were added."""
    return tuple(dict.fromkeys(_plain(found) for kind, found in _resources(properties) if kind == "endpoint"))


def container_ids(properties: documents.Document) -> tuple[str, ...]:
    """Return the ids of the containers that use a namespace, as the service writes them."""
    return tuple(dict.fromkeys(found for kind, found in _resources(properties) if kind == "container"))


def _plain(found: str) -> str:
    try:
        return bare(found)
    except ValueError:  # not ours to refuse what the service says
        return found.lower()
