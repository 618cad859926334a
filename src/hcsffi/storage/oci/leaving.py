"""Which symbolic links lead out of a layer's root: their targets are followed in thought, by text alone, through every other link.

A target that climbs above the root is refused, wherever it would come out. Absolute targets begin at the root, as they do inside a
container, and are kept; so is a link to nothing, and one that leads in a circle.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hcsffi.storage.oci import parents as below_it
from hcsffi.storage.oci.naming import FILES, UTILITY_FILES, top_of
from hcsffi.storage.oci.refusal import ArchiveRefused, Rule

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hcsffi.storage.oci.parents import Parents
    from hcsffi.storage.oci.tree import Tree

_LINKS = 40
"""What a kernel follows before it calls a path a loop."""


def _plain(target: str, *, windows: bool) -> tuple[bool, list[str]]:
    """Return whether a target is absolute, and its steps."""
    text = target.replace("\\", "/") if windows else target
    absolute = text.startswith("/") or (windows and len(text) > 1 and text[1] == ":")
    return absolute, [step for step in text.split("/") if step not in {"", "."}]


class _Walk:
    def __init__(self, symlinks: Mapping[str, str], tree: Tree, below: Parents, *, windows: bool) -> None:
        self._symlinks = symlinks
        self._tree = tree
        self._below = below
        self._windows = windows

    def _link_at(self, path: str) -> str | None:
        """Return the target of the link that stands at a path of the merged tree, ``None`` where no link stands."""
        if path in self._symlinks:
            return self._symlinks[path]
        if not self._below:
            return None
        try:
            if self._tree.look(path) is not None:
                return None
        except (FileNotFoundError, NotADirectoryError):
            pass
        found = self._below.find(path)
        return found.target if found is not None and found.kind == below_it.SYMLINK else None

    def leaves(self, path: str, target: str) -> bool:
        """Whether following the target from the link's directory climbs above the root."""
        top = FILES if top_of(path) == FILES else UTILITY_FILES
        place = path[len(top) + 1 :].split("/")[:-1]
        absolute, steps = _plain(target, windows=self._windows)
        place = [] if absolute else place
        followed = 0
        while steps:
            step = steps.pop(0)
            if step == "..":
                if not place:
                    return True
                place.pop()
                continue
            place.append(step)
            if ".." in steps and (further := self._link_at("/".join([top, *place]))) is not None:
                followed += 1
                if followed > _LINKS:
                    return False
                absolute, more = _plain(further, windows=self._windows)
                place = [] if absolute else place[:-1]
                steps = more + steps
        return False


def check_symlinks(symlinks: Mapping[str, str], tree: Tree, below: Parents, *, windows: bool) -> None:
    """Refuse a layer one of whose links leads out.

    Args:
        symlinks: the layer's own links, with their targets.
        tree: the layer's tree.
        below: its parents.
        windows: whether targets are Windows' text.

    Raises:
        ArchiveRefused: a link does.
    """
    walk = _Walk(symlinks, tree, below, windows=windows)
    for path, target in symlinks.items():
        if ".." in target and walk.leaves(path, target):
            raise ArchiveRefused(Rule.LINK_LEAVES, path, target)
