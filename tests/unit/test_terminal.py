"""The size of our terminal, and which of our descriptors are asked for it."""

from __future__ import annotations

import os

import pytest

from hcsffi.compute import terminal


@pytest.mark.parametrize(
    ("sizes", "found"),
    [
        ({0: (80, 25), 1: (100, 40), 2: (120, 50)}, (40, 100)),
        ({0: (80, 25), 2: (120, 50)}, (50, 120)),
        ({0: (80, 25)}, (25, 80)),
        ({1: (0, 40), 2: (100, 0), 0: (80, 25)}, (25, 80)),
        ({1: (0, 0)}, (24, 80)),
        ({3: (100, 40)}, (24, 80)),
        ({}, (24, 80)),
    ],
    ids=["all", "without stdout", "stdin alone", "sizes that are none", "no size", "another descriptor", "none"],
)
def test_the_size_is_that_of_the_first_terminal_that_has_one(
    sizes: dict[int, tuple[int, int]], found: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Output may go to a file while errors are read on the screen; a terminal on a wire has no size until somebody sets it."""

    def size_of(descriptor: int) -> os.terminal_size:
        if descriptor not in sizes:
            raise OSError(25, "Inappropriate ioctl for device")
        return os.terminal_size(sizes[descriptor])

    monkeypatch.setattr(os, "get_terminal_size", size_of)
    assert found == terminal.size()
