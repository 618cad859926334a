"""Standard input of a process, whose end is the process's end of input."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Final

import anyio

from hcsffi import documents
from hcsffi.compute import call
from hcsffi.delivery.operation import Request
from hcsffi.delivery.pipe import SendPipe
from hcsffi.errors import AlreadyStopped, NotFound

if TYPE_CHECKING:
    from hcsffi.native.handles import PipeHandle, ProcessHandle

GONE: Final = (AlreadyStopped, NotFound)
"""What a request to a process that has ended is answered with; to one who stops it or ends its input both mean "done" (behaviour C-18)."""


class StandardInput(SendPipe):
    """What a process reads; ``async with process.stdin:`` and :meth:`aclose` end it.

    Args:
        end: the end to write to; owned by the stream from here on.
        process: whose input it is; the process keeps owning it.
        subject: how errors name the process.
    """

    def __init__(self, end: PipeHandle, process: ProcessHandle, subject: str) -> None:
        super().__init__(end)
        self._process = process
        self._subject = subject
        self._has_reader = True

    def forget_reader(self) -> None:
        """The process has exited: there is nobody to be told of the end."""
        self._has_reader = False

    async def aclose(self) -> None:
        """End the process's input, then close this end; safe to call twice, and no error after the exit.

        The service keeps an end of the pipe of its own, so it is asked to close that one first.

        Raises:
            HcsError: the service would not close its end; this one is closed all the same.

        Cancellation:
            This end is closed all the same.

        Source:
            HcsModifyProcess, computecore.h; schema ProcessModifyRequest (since 2.0).
        """
        has_reader, self._has_reader = self._has_reader and not self._process.closed, False
        try:
            if has_reader:
                with contextlib.suppress(anyio.ClosedResourceError):  # meanwhile: what was sent is on its way
                    await self.hand_over()  # the request would overtake it, and the end of a console's input is the last byte of it
                text = documents.encode(documents.ProcessModifyRequest, {"Operation": "CloseHandle", "CloseHandle": {"Handle": "StdIn"}})
                await call.make(call.Call(Request("HcsModifyProcess", self._process, (text,), self._subject), call.no_answer))
        except GONE:
            pass
        finally:
            with anyio.CancelScope(shield=True):
                await super().aclose()
