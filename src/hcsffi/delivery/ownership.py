"""What every owner of a native handle has to do: close it on leaving ``async with``, and say so when it was forgotten."""

from __future__ import annotations

import sys
import warnings
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from hcsffi.native.handles import Uncopyable

if TYPE_CHECKING:
    from types import TracebackType

    from typing_extensions import Self

    from hcsffi.native.handles import Handle


class HandleOwner(Uncopyable, ABC):
    """An object that owns the handle in its ``_handle``, or nothing when that is ``None``.

    One that is dropped without being closed warns (``ResourceWarning``), and its handle is abandoned: closed where nobody waits for it.

    Attributes:
        subject: what it is called in errors.
    """

    subject: str

    @property
    def handle(self) -> Handle | None:
        """The owner of the native handle, for :func:`hcsffi.call`, or ``None``; whoever borrows it does not close it."""
        handle: Handle | None = getattr(self, "_handle", None)
        return handle

    def __del__(self) -> None:
        handle = getattr(self, "_handle", None)  # missing where making the object failed before it owned anything
        if handle is not None and not handle.closed and not sys.is_finalizing():
            warnings.warn(f"unclosed {self!r}", ResourceWarning, source=self, stacklevel=2)
            handle.abandon()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await self.aclose()

    @abstractmethod
    async def aclose(self) -> None:
        """Close the handle and what belongs to it; safe to call twice."""
