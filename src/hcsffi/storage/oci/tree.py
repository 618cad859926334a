"""The tree of this system: by descriptors where there are any for directories, by whole paths on Windows."""

from __future__ import annotations

import sys

if sys.platform == "win32":
    from hcsffi.storage.oci.tree_windows import HOLDS_LINKS
    from hcsffi.storage.oci.tree_windows import WindowsTree as Tree
    from hcsffi.storage.oci.tree_windows import remove_windows_tree as remove_tree
    from hcsffi.storage.oci.tree_windows import windows_pieces_with_content as pieces_with_content
else:
    from hcsffi.storage.oci.tree_posix import HOLDS_LINKS
    from hcsffi.storage.oci.tree_posix import PosixTree as Tree
    from hcsffi.storage.oci.tree_posix import posix_pieces_with_content as pieces_with_content
    from hcsffi.storage.oci.tree_posix import remove_posix_tree as remove_tree

__all__ = ["HOLDS_LINKS", "Tree", "pieces_with_content", "remove_tree"]
