"""What an import asks of the folder it fills, whichever form the folder has."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hcsffi.storage.oci.entry import Entry
    from hcsffi.storage.oci.parents import Found
    from hcsffi.storage.oci.tree import Tree


class LayerForm(Enum):
    """How a layer lies in its folder."""

    PLAIN = "plain"
    """Plain files with a sidecar that keeps what they cannot hold: what the embedded host keeps off Windows."""
    TRANSPORT = "transport"
    """Each file as attributes and a backup stream: what HcsImportLayer takes and HcsExportLayer gives on Windows."""


class FilledFolder(Protocol):
    """A layer's folder that is being filled; paths have passed the name rules, and their directories stand."""

    tree: Tree

    def make_folder(self, entry: Entry, path: str, *, is_there: bool) -> None:
        """Make a directory, or give one that stands what a later entry says about it."""
        ...

    def make_implied(self, path: str) -> None:
        """Make a directory that no entry has named yet."""
        ...

    def make_file(self, entry: Entry, path: str, content: Iterable[memoryview]) -> None:
        """Make a file and write its content."""
        ...

    def make_symlink(self, entry: Entry, path: str) -> None:
        """Make a symbolic link or a junction."""
        ...

    def make_pipe(self, entry: Entry, path: str) -> None:
        """Make a named pipe."""
        ...

    def make_link(self, path: str, target: str) -> None:
        """Make another name of a file of this layer."""
        ...

    def note_link(self, path: str, target: str, found: Found) -> None:
        """Keep that the path is another name of a parent's file."""
        ...

    def add_stream(self, path: str, stream: str, size: int, content: Iterable[memoryview]) -> None:
        """Give the file or directory made last an alternate stream."""
        ...

    def remove(self, path: str) -> None:
        """Remove what stands at a path, and what was said about it; a directory has to be empty."""
        ...

    def forget(self, path: str) -> None:
        """Take back what was said about a path at which nothing stands."""
        ...

    def kind_of(self, path: str) -> bytes | None:
        """Return the kind of what stands at a path, ``None`` where nothing does."""
        ...

    def finish(self, deletions: list[str]) -> None:
        """Write what lies beside the trees, and give directories their times."""
        ...

    def close(self) -> None:
        """Close what is open."""
        ...
