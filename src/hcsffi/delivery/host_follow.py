"""The systems of a host as a service in another process tells them, whenever they are others."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from hcsffi.delivery.blocking import ensure_library
from hcsffi.delivery.operation import Request, perform
from hcsffi.delivery.pipe import ReceivePipe
from hcsffi.native import library
from hcsffi.native.handles import Uncopyable
from hcsffi.remote.listing import ListingReader

if TYPE_CHECKING:
    from typing_extensions import Self


class HostFollow(Uncopyable):
    """Documents of HcsEnumerateComputeSystems, one after another; closes itself when nobody holds it any more.

    Args:
        pipe: the stream they come by; owned from here on.
    """

    def __init__(self, pipe: ReceivePipe) -> None:
        self._pipe = pipe
        self._reader = ListingReader()
        self._waiting: deque[bytes] = deque()

    @classmethod
    async def begin(cls, query: bytes | None, interval_s: float) -> Self | None:
        """Ask the service to tell; ``None`` where none answers that does.

        Args:
            query: which systems, as HcsEnumerateComputeSystems takes it.
            interval_s: the longest time between two looks of the service.

        Raises:
            ServiceUnavailable: nothing answers.

        Cancellation:
            What comes later is closed.
        """
        ensure_library()
        if not library.service_does(library.FOLLOW_HOST):
            return None
        request = Request(library.FOLLOW_HOST, None, (query, str(interval_s).encode()), "the compute systems of this host")
        answer = await perform(request)
        if answer.process is None or answer.process.std_out is None:
            message = "a service handed out no stream of what its systems are"
            raise TypeError(message)
        return cls(ReceivePipe(answer.process.std_out))

    async def next(self) -> bytes:
        """Wait for the next document.

        Raises:
            anyio.EndOfStream: the service tells no more.

        Cancellation:
            No document is lost.
        """
        while not self._waiting:
            self._waiting += self._reader.feed(await self._pipe.receive())
        return self._waiting.popleft()

    def __del__(self) -> None:
        """Read no more."""
        pipe = getattr(self, "_pipe", None)
        if pipe is not None:
            pipe.close()
