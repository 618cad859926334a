"""The last bytes of a process on a console were lost, now and then, when they came just before its end."""

from __future__ import annotations

import errno
import os
import sys
from typing import TYPE_CHECKING, cast

import pytest

if sys.platform == "win32":
    pytest.skip("descriptors are POSIX; Windows has handles", allow_module_level=True)

from hcsffi.delivery import descriptor

if TYPE_CHECKING:
    from hcsffi.native.handles import PipeHandle

pytestmark = pytest.mark.anyio


class OpenEnd:
    """As much of a pipe handle as a reader asks for, over a descriptor of the test's own."""

    closed = False

    def __init__(self, number: int) -> None:
        self._number = number

    def fileno(self) -> int:
        """The descriptor."""
        return self._number


async def test_bytes_behind_the_first_eio_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Linux looks for bytes before it looks for the end: a first EIO can stand before the last bytes, a second one cannot."""
    answers: list[bytes | OSError] = [
        b"first",
        OSError(errno.EIO, "ended"),
        b"last",
        OSError(errno.EIO, "ended"),
        OSError(errno.EIO, "ended"),
    ]

    def read(_number: int, _most: int) -> bytes:
        answer = answers.pop(0)
        if isinstance(answer, OSError):
            raise answer
        return answer

    reading, writing = os.pipe()
    try:
        end = descriptor.DescriptorEnd(cast("PipeHandle", OpenEnd(reading)), "reading")
        monkeypatch.setattr(os, "read", read)
        assert [b"first", b"last", b""] == [await end.read(100), await end.read(100), await end.read(100)]
        assert not answers
    finally:
        monkeypatch.undo()
        os.close(reading)
        os.close(writing)
