"""The parents of a layer: which folders it stands on, in which order, and by which ids the service knows them."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from hcsffi import documents, errors
from hcsffi.delivery.blocking import ensure_library
from hcsffi.documents.unknown_member import told
from hcsffi.native import layer_name, library
from hcsffi.storage.path import crossing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hcsffi.delivery.argument import JsonDocument
    from hcsffi.storage.path import StrPath

VERSION: Final = (2, 1)
"""The schema version in which layers are told to the service; also where others sent an empty one."""

LAYER_IDS: Final = uuid.UUID("6832abc5-5098-559f-bc39-55b2db42e4e3")
"""The name space of the ids of layers where no service has a rule of its own: a name gets the same id wherever that is so."""

_FILTER: Final = "FilterType"
"""The member of `LayerData` that no published schema has and hcsshim sends."""


def layer_id(name: str) -> str:
    """Return the id of a layer by its folder's name.

    On Windows the service has a rule and finds parents by no other id; it is asked. Elsewhere the embedded host takes any id, and this is
    the version-5 UUID of the name in a name space of this library (that of `urn:hcsffi:layer`).

    Args:
        name: the last part of the layer's path.

    Raises:
        ValueError: the name is empty or has a NUL character.
        NotSupported: this Windows does not tell its rule; give the ids.
        ServiceUnavailable: no library answers.

    Blocks:
        Never longer than loading a library takes.

    Source:
        NameToGuid, vmcompute.dll, as hcsshim and ZLayer use it.
    """
    if not name or "\0" in name:
        message = f"{name!r} is no name of a layer"
        raise ValueError(message)
    if library.choice() != "system":
        return str(uuid.uuid5(LAYER_IDS, name))
    ensure_library()
    found = layer_name.identify(name)
    if isinstance(found, uuid.UUID):
        return str(found)
    raise errors.build(found, f"layer {name!r}")


@dataclass(frozen=True, slots=True)
class LayerChain:
    """The layers that another one stands on, nearest parent first and base last.

    Args:
        layers: the layers, each with its path and id.
        extras: further members of the document that it was read from, sent again as they were.
        filter_type: the filter that combines them, for the overlay filter's own calls; ``None`` says none.

    Raises:
        ValueError: a layer has no path or no GUID for an id, or a path is named twice.
    """

    layers: tuple[documents.Layer, ...] = ()
    extras: tuple[tuple[str, object], ...] = ()
    filter_type: documents.FileSystemFilterType | None = None
    _crossed: list[bytes] = field(default_factory=list, init=False, repr=False, compare=False)
    """Its document as UTF-8, once it was asked for: what attaches a layer sends it three times."""

    def __post_init__(self) -> None:
        seen: set[str] = set()
        for place, layer in enumerate(self.layers):
            if not layer.path:
                message = f"$.Layers[{place}].Path: a layer needs the path of its folder"
                raise ValueError(message)
            if layer.path in seen:
                message = f"$.Layers[{place}].Path: {layer.path!r} is in the chain already; a layer stands on another only once"
                raise ValueError(message)
            seen.add(layer.path)
            try:
                uuid.UUID(str(layer.id))
            except ValueError as error:
                message = f"$.Layers[{place}].Id: {layer.id!r} is no GUID"
                raise ValueError(message) from error

    @classmethod
    def of(cls, *paths: StrPath, ids: Iterable[str | uuid.UUID] | None = None) -> LayerChain:
        """Make a chain of folders.

        Args:
            *paths: the layers' folders, nearest parent first and base last; none for a base layer.
            ids: their ids in the same order; ``None`` makes them from the folders' names, by :func:`layer_id`.

        Raises:
            ValueError: a path is no absolute one or is named twice, or there are more or fewer ids than paths.
            NotSupported: ids are needed, and this Windows does not tell how it makes them.

        Source:
            Schema LayerData (since 2.1).
        """
        texts = [crossing(f"layer {place}", path) for place, path in enumerate(paths)]
        known = [layer_id(Path(text).name) for text in texts] if ids is None else [str(one) for one in ids]
        if len(known) != len(texts):
            message = f"{len(texts)} layers and {len(known)} ids: each layer has one"
            raise ValueError(message)
        return cls(tuple(documents.Layer(id=one, path=text) for one, text in zip(known, texts, strict=True)))

    @classmethod
    def read(cls, value: LayerChain | documents.LayerData | JsonDocument) -> LayerChain:
        """Return the chain that a document says; an empty or missing version and missing layers are read as others write them.

        Args:
            value: a ``LayerData`` document as its type, a mapping or JSON text; or a chain, which is returned as it is.

        Raises:
            InvalidDocument: it is no such document.
            ValueError: a layer has no path or no GUID for an id, a path is named twice, or the filter's name is no text.

        Source:
            Schema LayerData (since 2.1).
        """
        if isinstance(value, LayerChain):
            return value
        data = documents.from_json(documents.LayerData, told(documents.LayerData, value).text)
        extras = dict(data.unknown_members or {})
        named = extras.pop(_FILTER, None)
        if named is not None and not isinstance(named, str):
            message = f"$.{_FILTER}: {named!r} is no filter's name"
            raise ValueError(message)
        return cls(tuple(data.layers or ()), tuple(extras.items()), None if named is None else documents.FileSystemFilterType(named))

    @property
    def paths(self) -> tuple[str, ...]:
        """The folders, nearest parent first."""
        return tuple(str(layer.path) for layer in self.layers)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids, nearest parent first."""
        return tuple(str(layer.id) for layer in self.layers)

    def above(self, path: StrPath, *, id: str | uuid.UUID | None = None) -> LayerChain:  # noqa: A002  what the schema calls it
        """Return the chain of a layer that stands on the given one, which stands on this chain.

        Args:
            path: the folder of the new nearest parent.
            id: its id; ``None`` makes it from the folder's name, by :func:`layer_id`.

        Raises:
            ValueError: the path is no absolute one, or is in the chain already.
        """
        nearest = LayerChain.of(path, ids=None if id is None else [id])
        return replace(self, layers=(*nearest.layers, *self.layers))

    def document(self) -> documents.LayerData:
        """Return the chain as the service takes it: the version always, ``Layers`` left out when there are none.

        Raises:
            ValueError: a path is no absolute one.
        """
        major, minor = VERSION
        crossed = [_crossing(layer) for layer in self.layers]
        return documents.LayerData(
            schema_version=documents.hcs.Version(major=major, minor=minor),
            layers=crossed or None,
            unknown_members=(dict(self.extras) if self.filter_type is None else {_FILTER: self.filter_type, **dict(self.extras)}) or None,
        )

    def to_json(self) -> str:
        """Return :meth:`document` as JSON text."""
        return self.crossed().decode()

    def crossed(self) -> bytes:
        """Return :meth:`document` as UTF-8, the form in which it crosses to the service.

        Raises:
            ValueError: a path is no absolute one.
        """
        if self.extras:  # their values may be lists, which whoever made the chain can change
            return documents.to_json(self.document())
        if not self._crossed:
            self._crossed.append(documents.to_json(self.document()))
        return self._crossed[0]

    def __len__(self) -> int:
        return len(self.layers)

    def __iter__(self) -> Iterator[documents.Layer]:
        return iter(self.layers)


def _crossing(layer: documents.Layer) -> documents.Layer:
    """The layer with its path as it crosses, which most paths do as they are: no document is made, and checked, without need."""
    path = crossing("a layer's path", str(layer.path))
    return layer if path == layer.path else documents.replace(layer, path=path)


NO_PARENTS: Final = LayerChain()
"""The chain of a base layer."""


def crossing_chain(
    value: LayerChain | documents.LayerData | JsonDocument, filter_type: documents.FileSystemFilterType | None = None
) -> bytes:
    """Return an argument for parents as the UTF-8 text that crosses to the service.

    Raises:
        InvalidDocument: it is no document of layers.
        ValueError: a layer has no absolute path or no GUID for an id, or a path is named twice.
    """
    chain = LayerChain.read(value)
    return (chain if filter_type is None else replace(chain, filter_type=filter_type)).crossed()
