"""The layers below a new one, as one tree: what an archive's entry means often depends on what is below it."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING, Final, NamedTuple

from hcsffi.native.handles import Uncopyable
from hcsffi.storage.oci import backup_stream as streams
from hcsffi.storage.oci.naming import FOLDER_MARK, top_of
from hcsffi.storage.oci.sidecar import SIDECAR, TOMBSTONES, Sidecar, SidecarLine, read_tombstones
from hcsffi.storage.oci.tree import Tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FOLDER: Final = "folder"
FILE: Final = "file"
SYMLINK: Final = "symlink"
OTHER: Final = "other"
_REPARSE_POINT = 0x400


class Found(NamedTuple):
    """What the nearest layer that has a path has there."""

    kind: str
    target: str
    tree: Tree | None = None
    """Whose file it is; ``None`` where none stands there as it is."""
    line: SidecarLine | None = None
    """What that layer's sidecar says of it."""


class _Layer(Uncopyable):
    """One parent: its tree, its deletions by directory, and its names that are hard links into layers further down."""

    def __init__(self, path: str) -> None:
        self.tree = Tree(path)
        self._deleted: dict[str, set[str]] | None = None
        self.sidecar = Sidecar(None)

    def _load(self) -> dict[str, set[str]]:
        if self._deleted is None:
            found: dict[str, set[str]] = {}
            self.sidecar = Sidecar(os.fdopen(self.tree.open_file(SIDECAR), "rb") if self.tree.look(SIDECAR) else None)
            paths = list(self.sidecar.deleted)
            if self.tree.look(TOMBSTONES):
                with os.fdopen(self.tree.open_file(TOMBSTONES), "rb") as opened:
                    paths += read_tombstones(opened.read(), TOMBSTONES)
            for path in paths:
                parent, _, leaf = path.rpartition("/")
                found.setdefault(parent, set()).add(leaf)
            self._deleted = found
        return self._deleted

    def deleted_below(self, folder: str) -> set[str]:
        """NameRules the layer deletes directly below a directory."""
        return self._load().get(folder, set())

    def deletes(self, path: str) -> bool:
        """Whether the layer deletes the path or a directory above it."""
        deleted = self._load()
        while path:
            parent, _, leaf = path.rpartition("/")
            if leaf in deleted.get(parent, ()):
                return True
            path = parent
        return False

    def find(self, path: str) -> Found | None:
        self._load()
        found = self.tree.look(path)
        if found is None:
            return Found(FILE, "") if path in self.sidecar.links else None
        record = self.sidecar.record(path)
        reparse = record.get("reparse")
        if stat.S_ISLNK(found.st_mode):
            return Found(SYMLINK, reparse.get("target", "") if reparse else self.tree.link_text(path))
        if reparse and "target" in reparse:
            return Found(SYMLINK, reparse["target"])
        if self.sidecar.form == "transport" and top_of(path) is not None:
            return self._find_staged(path, is_folder=stat.S_ISDIR(found.st_mode))
        if getattr(found, "st_file_attributes", 0) & _REPARSE_POINT or reparse:
            return Found(OTHER, "")
        if stat.S_ISDIR(found.st_mode):
            return Found(FOLDER, "")
        return Found(FILE, "", self.tree, record) if stat.S_ISREG(found.st_mode) else Found(OTHER, "")

    def _find_staged(self, path: str, *, is_folder: bool) -> Found:
        """Look into a staged file for a reparse point."""
        name = path + FOLDER_MARK if is_folder else path
        if self.tree.look(name) is not None:
            descriptor = self.tree.open_file(name)
            try:
                staged = streams.read_staged(descriptor, path)
            finally:
                os.close(descriptor)
            if staged.reparse is not None:
                link = streams.link_target(staged.reparse, path)
                return Found(OTHER, "") if link is None else Found(SYMLINK, link[0])
        return Found(FOLDER if is_folder else FILE, "")

    def close(self) -> None:
        self.sidecar.close()
        self.tree.close()


class Parents(Uncopyable):
    """The parents of a layer, nearest first.

    Args:
        paths: their folders.
    """

    def __init__(self, paths: Iterable[str]) -> None:
        self._layers: list[_Layer] = []
        try:
            self._layers.extend(_Layer(path) for path in paths)
        except BaseException:
            self.close()
            raise

    def __bool__(self) -> bool:
        return bool(self._layers)

    def find(self, path: str) -> Found | None:
        """Return what stands at a path, ``None`` where nothing does or where the way goes through something that is no directory."""
        for layer in self._layers:
            try:
                found = layer.find(path)
            except NotADirectoryError:
                return None
            if found or layer.deletes(path):
                return found
        return None

    def children(self, path: str) -> Iterator[str]:
        """Yield the names a directory has in the merged tree, each once."""
        seen: set[str] = set()
        for layer in self._layers:
            try:
                found = layer.find(path)
                names = layer.tree.names(path) if found and found.kind == FOLDER else []
            except NotADirectoryError:
                return
            links = [link.rpartition("/")[2] for link in layer.sidecar.links if link.rpartition("/")[0] == path]
            for name in (*names, *links):
                if name not in seen and not name.endswith(FOLDER_MARK):
                    seen.add(name)
                    yield name
            if (found and found.kind != FOLDER) or layer.deletes(path):
                return
            seen |= layer.deleted_below(path)

    def close(self) -> None:
        """Close every folder."""
        while self._layers:
            self._layers.pop().close()
