"""Builds the plain C and C++ tests of the embedded host for Windows, with the cross compiler.

tests/native/test_native.py runs them in the Windows CPython's suite.
"""

from __future__ import annotations

import sys

from wine_lane.machine import ROOT, checked

SOURCES = ROOT / "tests" / "native"


def build_native_programs() -> None:
    """Build what has changed since the last time.

    Raises:
        SystemExit: the build failed.
    """
    checked("make", "--silent", "-j2", "-C", SOURCES, "V=windows", f"PYTHON={sys.executable}")


if __name__ == "__main__":
    build_native_programs()
