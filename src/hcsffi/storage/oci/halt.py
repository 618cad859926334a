"""Work on a thread that an awaiting task can stop: the task leaves only after the work has cleaned up behind itself."""

from __future__ import annotations

import os
import select
import sys
import threading
from collections import deque
from typing import TYPE_CHECKING, TypeVar

from anyio import to_thread

from hcsffi.delivery.finishing import to_its_end
from hcsffi.native.handles import Uncopyable

if TYPE_CHECKING:
    from collections.abc import Callable

_Result = TypeVar("_Result")


class Halted(BaseException):
    """The task that waited has been cancelled: undo and end; never seen by a caller."""


class Halt(Uncopyable):
    """Tells the threads of one piece of work to stop, also where they wait for a pipe or for each other."""

    def __init__(self) -> None:
        self._stopped = False
        self._wake: tuple[int, int] | None = None
        self._channels: list[Channel] = []
        self._children: list[Halt] = []
        self._lock = threading.Lock()

    def check(self) -> None:
        """Raise in a thread that has been told to stop.

        Raises:
            Halted: it has.
        """
        if self._stopped:
            raise Halted

    def stop(self) -> None:
        """Tell every thread; those that wait are woken."""
        with self._lock:
            self._stopped = True
            channels = list(self._channels)
            children = list(self._children)
            if self._wake is not None:
                os.write(self._wake[1], b"\0")
        for channel in channels:
            channel.fail(Halted())
        for one in children:
            one.stop()

    def child(self) -> Halt:
        """Return the halt of a part of the work: it stops with the whole, and can be stopped before."""
        made = Halt()
        with self._lock:
            self._children.append(made)
            stopped = self._stopped
        if stopped:
            made.stop()
        return made

    def watch(self, channel: Channel) -> None:
        """Have the channel's waiters woken by a stop."""
        with self._lock:
            self._channels.append(channel)
            stopped = self._stopped
        if stopped:
            channel.fail(Halted())

    def wait_readable(self, descriptor: int) -> None:
        """Wait until a pipe or socket has bytes, or until the stop; on Windows, where pipes cannot be waited for, return at once.

        Raises:
            Halted: the work was told to stop.
        """
        self._wait(descriptor, for_reading=True)

    def wait_writable(self, descriptor: int) -> None:
        """Wait until a pipe or socket takes bytes, or until the stop; on Windows return at once.

        Raises:
            Halted: the work was told to stop.
        """
        self._wait(descriptor, for_reading=False)

    def _wait(self, descriptor: int, *, for_reading: bool) -> None:
        if sys.platform != "win32":
            with self._lock:
                if self._stopped:
                    raise Halted
                if self._wake is None:
                    self._wake = os.pipe()
            poll = select.poll()
            poll.register(descriptor, select.POLLIN if for_reading else select.POLLOUT)
            poll.register(self._wake[0], select.POLLIN)
            poll.poll()
        self.check()

    def close(self) -> None:
        """Give the waking pipe back, after the last thread has gone."""
        with self._lock:
            if self._wake is not None:
                os.close(self._wake[0])
                os.close(self._wake[1])
                self._wake = None


class Channel(Uncopyable):
    """Blocks of bytes from one thread to the next, a few at a time; an error travels with them."""

    def __init__(self, halt: Halt, depth: int) -> None:
        self._blocks: deque[bytes] = deque()
        self._depth = depth
        self._turn = threading.Condition(threading.Lock())
        self._error: BaseException | None = None
        self._ended = False
        self._abandoned = False
        halt.watch(self)

    def put(self, block: bytes) -> None:
        """Hand a block on, waiting while the next thread is behind.

        Raises:
            Halted: the reader wants no more, or the work was told to stop.
        """
        with self._turn:
            while len(self._blocks) >= self._depth and not self._abandoned and self._error is None:
                self._turn.wait()
            if self._abandoned or self._error is not None:
                raise Halted
            self._blocks.append(block)
            self._turn.notify_all()

    def get(self) -> bytes:
        """Return the next block; ``b""`` at the end.

        Raises:
            BaseException: what the writer failed with, after the blocks it had handed on before.
        """
        with self._turn:
            while not self._blocks and not self._ended and self._error is None:
                self._turn.wait()
            if isinstance(self._error, Halted):
                raise self._error
            if self._blocks:
                block = self._blocks.popleft()
                self._turn.notify_all()
                return block
            if self._error is not None:
                raise self._error
            return b""

    def end(self) -> None:
        """Say that no more will come."""
        with self._turn:
            self._ended = True
            self._turn.notify_all()

    def fail(self, error: BaseException) -> None:
        """Say that no more will come, and why."""
        with self._turn:
            if self._error is None:
                self._error = error
            self._turn.notify_all()

    def abandon(self) -> None:
        """Say that the reader wants no more: a writer that waits is woken and stops."""
        with self._turn:
            self._abandoned = True
            self._blocks.clear()
            self._turn.notify_all()


def start_all(halt: Halt, *threads: threading.Thread) -> None:
    """Start threads that work together; where one cannot be had, those that wait for it already are told to stop.

    Raises:
        RuntimeError: no thread could be started.
    """
    try:
        for thread in threads:
            thread.start()
    except RuntimeError:
        halt.stop()
        raise


async def on_haltable_thread(work: Callable[[Halt], _Result]) -> _Result:
    """Run the work on a worker thread.

    Raises:
        BaseException: what the work raised.

    Blocks:
        A worker thread, as long as the work takes.

    Cancellation:
        Tells the work to stop and waits until it has undone what it began.
    """
    halt = Halt()
    try:
        return await to_its_end(lambda: to_thread.run_sync(work, halt), on_cancel=lambda _: halt.stop())
    finally:
        halt.close()
