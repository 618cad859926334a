"""What a layer still lacks when HcsImportLayer has taken its transport folder: deletions, and hard links into itself and its parents."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from hcsffi.storage.oci.halt import Halt, on_haltable_thread
from hcsffi.storage.oci.parents import FILE, Parents
from hcsffi.storage.oci.plain_reader import PlainReader
from hcsffi.storage.oci.refusal import ArchiveRefused, Rule
from hcsffi.storage.oci.tree import Tree

if TYPE_CHECKING:
    from collections.abc import Sequence


def _complete(source: str, layer: str, parents: tuple[str, ...], halt: Halt) -> None:
    reader = PlainReader(source)
    try:
        deletions, links = reader.deletions, dict(reader.links)
    finally:
        reader.close()
    tree = Tree(layer)
    below = Parents((layer, *parents))
    try:
        for path in deletions:
            halt.check()
            tree.remove_all(path)
        for path, target in links.items():
            halt.check()
            found = below.find(target)
            if found is None or found.kind != FILE or found.tree is None:
                raise ArchiveRefused(Rule.LINK_MISSING, path, target)
            tree.remove_all(path)
            tree.make_link(target, path, found.tree)
    finally:
        below.close()
        tree.close()


async def complete_import(
    source: str | os.PathLike[str],
    layer: str | os.PathLike[str],
    *,
    parents: Sequence[str | os.PathLike[str]] = (),
) -> None:
    """Give a layer that HcsImportLayer has made of a transport folder what such a folder cannot hold.

    Args:
        source: the transport folder, as `import_tar` made it.
        layer: the layer HcsImportLayer made of it.
        parents: the layers below, nearest first; on one file system with the layer.

    Raises:
        ArchiveRefused: a hard link's target is neither in the layer nor in a parent.
        OSError: something may not be removed, or the file system has no hard links.

    Blocks:
        A worker thread, as long as it takes.

    Cancellation:
        Stops between two names; calling it again does the rest.

    Source:
        hcsshim, ociwclayer and legacy.go: whiteouts become deletions after the import, then come the links.
    """
    whole = tuple(os.fspath(one) for one in parents)
    await on_haltable_thread(lambda halt: _complete(os.fspath(source), os.fspath(layer), whole, halt))
