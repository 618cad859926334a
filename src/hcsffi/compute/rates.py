"""What a system uses from one moment to the next: two statistics, and what lies between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import anyio
from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from typing_extensions import Self

    from hcsffi import documents


@frozen
class Rates:
    """What a system used between two looks.

    Attributes:
        elapsed_s: the time between the looks by the system's own clock, in seconds.
        processors: how many processors it kept busy: 0.5 is half of one.
        memory_bytes: what it has committed now, in bytes.
        read_bytes_per_s: bytes it read from its storage each second.
        written_bytes_per_s: bytes it wrote to its storage each second.
        statistics: the later look, as the service told it.
    """

    elapsed_s: float
    processors: float
    memory_bytes: int
    read_bytes_per_s: float
    written_bytes_per_s: float
    statistics: documents.Statistics


_TICKS_PER_S = 10_000_000


def between(before: documents.Statistics, now: documents.Statistics) -> Rates:
    """Return what was used between two looks at one system; counters that began anew count from 0."""
    elapsed_s = _grown(before.uptime_100ns, now.uptime_100ns) / _TICKS_PER_S
    busy = _grown(
        None if before.processor is None else before.processor.total_runtime_100ns,
        None if now.processor is None else now.processor.total_runtime_100ns,
    )
    old, new = before.storage, now.storage
    read = _grown(None if old is None else old.read_size_bytes, None if new is None else new.read_size_bytes)
    written = _grown(None if old is None else old.write_size_bytes, None if new is None else new.write_size_bytes)
    each_s = 1 / elapsed_s if elapsed_s else 0.0
    memory = 0 if now.memory is None else now.memory.memory_usage_commit_bytes or 0
    return Rates(elapsed_s, busy / _TICKS_PER_S * each_s, memory, read * each_s, written * each_s, now)


def _grown(before: int | None, now: int | None) -> int:
    grown = (now or 0) - (before or 0)
    return grown if grown >= 0 else now or 0


class RatesStream:
    """What a system uses, to be iterated with ``async for``; made by :meth:`ComputeSystem.statistics_stream`.

    Nothing of it has to be closed.

    Args:
        look: asks for the statistics; ``None`` once the system has ended.
        interval_s: the time between two looks, in seconds.
    """

    def __init__(self, look: Callable[[], Awaitable[documents.Statistics | None]], interval_s: float) -> None:
        self._look = look
        self._interval_s = interval_s
        self._before: documents.Statistics | None = None

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> Rates:
        """Wait for the next look; the iteration ends with the system.

        Raises:
            Disconnected: the service went away.

        Cancellation:
            Nothing is lost: the next look tells what was used since the last one that was told.
        """
        before = self._before or await self._look()
        self._before = before
        await anyio.sleep(self._interval_s)
        now = None if before is None else await self._look()
        if before is None or now is None:
            raise StopAsyncIteration
        self._before = now
        return between(before, now)
