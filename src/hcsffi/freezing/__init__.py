"""For PyInstaller, which asks installed packages for their hooks by the entry point ``pyinstaller40``."""

from __future__ import annotations

from pathlib import Path


def hook_directories() -> list[str]:
    """Return the folders in which PyInstaller finds the hooks of this package.

    The folder is no package: a hook imports PyInstaller, and whoever walks through our modules need not have it.
    """
    return [str(Path(__file__).parent / "hooks")]
