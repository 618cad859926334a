"""The bytes of an archive, read ahead on threads of their own: one reads, one hashes and decompresses, the caller's takes.

Reading and taking overlap because reading, hashing and decompressing hold no interpreter lock. Each stage is a few blocks ahead at most, so
the memory does not grow with the archive. A source that stalls holds up its own thread alone: the taking thread is woken by a `Halt`.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import stat
import sys
import threading
import zlib
from collections.abc import AsyncIterable
from typing import TYPE_CHECKING, BinaryIO, Protocol, TypeVar, cast, runtime_checkable

import anyio
from anyio.from_thread import BlockingPortal

from hcsffi.native.handles import Uncopyable
from hcsffi.storage.oci import zstandard
from hcsffi.storage.oci.halt import Channel, on_haltable_thread, start_all
from hcsffi.storage.oci.refusal import ArchiveRefused, Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hcsffi.storage.oci.halt import Halt
    from hcsffi.storage.oci.limits import ArchiveLimits

_Result = TypeVar("_Result")

BLOCK_BYTES = 1 << 20
DEPTH = 4
_RATIO_FROM = 64 << 20
_GZIP = b"\x1f\x8b"
_ZSTD = (b"\x28\xb5\x2f\xfd", *(bytes((low, 0x2A, 0x4D, 0x18)) for low in range(0x50, 0x60)))


@runtime_checkable
class ByteSource(Protocol):
    """Anything with ``read`` as a binary file has it."""

    def read(self, size: int, /) -> bytes:
        """Return at most that many bytes, none at the end."""
        ...


@runtime_checkable
class ByteReceiver(Protocol):
    """Anything with ``receive`` as anyio's byte streams have it."""

    async def receive(self) -> bytes:
        """Return the next bytes; raise ``anyio.EndOfStream`` at the end."""
        ...


Stream = str | os.PathLike[str] | ByteSource | ByteReceiver | AsyncIterable[bytes]
"""Where an archive comes from: a path, a binary file or pipe, a byte stream of anyio, or anything that yields bytes in an ``async for``."""


def is_asynchronous(stream: object) -> bool:
    """Return whether the stream has to be read by its event loop."""
    return not isinstance(stream, (str, os.PathLike)) and isinstance(stream, (ByteReceiver, AsyncIterable))


def pull_through(portal: BlockingPortal, stream: ByteReceiver | AsyncIterable[bytes]) -> Callable[[], bytes]:
    """Return a function by which a thread reads a stream of the portal's event loop; it returns ``b""`` at the end."""
    if isinstance(stream, ByteReceiver):
        receive = stream.receive
    else:
        iterator = stream.__aiter__()
        receive = iterator.__anext__  # type: ignore[assignment]  # an awaitable of bytes, which is what is called for

    async def following() -> bytes:
        while True:
            try:
                block = await receive()
            except (anyio.EndOfStream, StopAsyncIteration):
                return b""
            if block:
                return bytes(block)

    return lambda: portal.call(following)


class _FilePull:
    """Reads a file object; waits for a pipe or socket in a way that a stop ends.

    Args:
        source: the file.
        halt: what stops the waiting.
    """

    def __init__(self, source: ByteSource, halt: Halt) -> None:
        self._source = source
        self._halt = halt
        self._descriptor = -1
        self.ends_soon = False
        """Whether a read that was begun ends by itself or by the stop."""
        if isinstance(source, io.BytesIO) or getattr(source, "reads_at_once", False):
            self.ends_soon = True
            return
        try:
            descriptor: int = source.fileno()  # type: ignore[attr-defined]  # asked whether it has one
            is_regular = stat.S_ISREG(os.fstat(descriptor).st_mode)
        except (AttributeError, OSError):
            return
        if is_regular:
            self.ends_soon = True
        elif not isinstance(source, io.BufferedReader):  # what its buffer holds makes no descriptor readable
            self._descriptor = descriptor
            self.ends_soon = sys.platform != "win32"

    def __call__(self) -> bytes:
        while True:
            if self._descriptor >= 0:
                self._halt.wait_readable(self._descriptor)
            block: bytes | None = self._source.read(BLOCK_BYTES)
            if block is not None:  # a descriptor that does not block has nothing at the moment
                return block


class Digest:
    """A running SHA-256 with the count of what went in."""

    def __init__(self) -> None:
        self._sum = hashlib.sha256()
        self.size = 0

    def update(self, block: bytes) -> None:
        """Add bytes."""
        self._sum.update(block)
        self.size += len(block)

    def __str__(self) -> str:
        return f"sha256:{self._sum.hexdigest()}"


class _Inflation(Protocol):
    """Turns compressed blocks into plain ones, a bounded piece at a time."""

    def pieces(self, block: bytes) -> Iterator[bytes]:
        """Yield what the block decompresses to."""
        ...

    def check_ended(self) -> None:
        """Refuse a stream that ends in the middle."""
        ...


class _Gunzip:
    """Members of gzip one behind another; zeroes behind the last are padding, anything else is damage."""

    def __init__(self) -> None:
        self._member = zlib.decompressobj(wbits=31)
        self._begun = False

    def pieces(self, block: bytes) -> Iterator[bytes]:
        rest = block
        try:
            while rest:
                if not self._begun:
                    rest = rest.lstrip(b"\0") if self._member_ended else rest
                    if not rest:
                        return
                    self._begun = True
                piece = self._member.decompress(rest, BLOCK_BYTES)
                rest = self._member.unconsumed_tail
                if piece:
                    yield piece
                if self._member.eof:
                    rest = self._member.unused_data
                    self._member = zlib.decompressobj(wbits=31)
                    self._begun = False
                    self._member_ended = True
        except zlib.error as error:
            raise ArchiveRefused(Rule.COMPRESSION, "", str(error)) from error

    _member_ended = False

    def check_ended(self) -> None:
        if self._begun or not self._member_ended:
            raise ArchiveRefused(Rule.TRUNCATED, "", "gzip")


class _Stored:
    """No compression."""

    def pieces(self, block: bytes) -> Iterator[bytes]:
        yield block

    def check_ended(self) -> None:
        return


def _inflation(first: bytes) -> tuple[str, _Inflation]:
    if first.startswith(_GZIP):
        return "gzip", _Gunzip()
    if first.startswith(_ZSTD):
        return "zstd", zstandard.Inflation(BLOCK_BYTES)
    return "", _Stored()


class Feed(Uncopyable):
    """An archive's plain bytes, in the order of the archive.

    Args:
        pull: returns the next bytes of the source, none at the end; called on a thread of its own.
        limits: of which total and ratio are counted here.
        halt: wakes every thread.
    """

    def __init__(self, pull: Callable[[], bytes], limits: ArchiveLimits, halt: Halt) -> None:
        self._pull = pull
        self._limits = limits
        self._halt = halt
        self._reading_ends = isinstance(pull, _FilePull) and pull.ends_soon
        self._raw = Channel(halt, DEPTH)
        self._plain = Channel(halt, DEPTH)
        self.compressed = Digest()
        self.uncompressed = Digest()
        self.compression = ""
        self._block = memoryview(b"")
        self._position = 0
        self._length = 0
        self._taken = 0
        self._threads = [
            threading.Thread(target=self._read, name="hcsffi-layer-read", daemon=True),
            threading.Thread(target=self._inflate, name="hcsffi-layer-inflate", daemon=True),
        ]
        start_all(halt, *self._threads)

    def _read(self) -> None:
        try:
            while block := self._pull():
                self._raw.put(bytes(block))
            self._raw.end()
        except BaseException as error:  # noqa: BLE001 - it is raised again where the bytes are taken
            self._raw.fail(error)

    def _inflate(self) -> None:
        try:
            block = self._raw.get()
            while block and len(block) < 4 and (more := self._raw.get()):
                block += more
            self.compression, inflation = _inflation(block)
            while block:
                if self.compression:
                    self.compressed.update(block)
                for piece in inflation.pieces(block):
                    self._count(piece)
                    self._plain.put(piece)
                block = self._raw.get()
            inflation.check_ended()
            if not self.compression:
                self.compressed = self.uncompressed
            self._plain.end()
        except BaseException as error:  # noqa: BLE001 - it is raised again where the bytes are taken
            self._plain.fail(error)
            self._raw.abandon()

    def _count(self, piece: bytes) -> None:
        self.uncompressed.update(piece)
        size = self.uncompressed.size
        if size > self._limits.total_bytes:
            raise ArchiveRefused(Rule.TOTAL, "", f"at most {self._limits.total_bytes}")
        if self.compression and size > _RATIO_FROM and size > self._limits.ratio * self.compressed.size:
            raise ArchiveRefused(Rule.RATIO, "", f"at most {self._limits.ratio}")

    @property
    def position(self) -> int:
        """How many plain bytes have been taken."""
        return self._taken + self._position

    def _refill(self) -> bool:
        self._taken += self._length
        block = self._plain.get()
        self._block = memoryview(block)
        self._position = 0
        self._length = len(block)
        return bool(block)

    def piece(self, limit: int) -> memoryview:
        """Return the next bytes without copying, at most `limit`; none at the end."""
        if self._position >= self._length and not self._refill():
            return self._block
        begin = self._position
        end = min(begin + limit, self._length)
        self._position = end
        return self._block[begin:end]

    def exactly(self, size: int) -> bytes:
        """Return that many bytes, fewer only at the end of the archive."""
        begin = self._position
        end = begin + size
        if end <= self._length:
            self._position = end
            return self._block[begin:end].tobytes()
        parts = []
        missing = size
        while missing and (part := self.piece(missing)):
            parts.append(part)
            missing -= len(part)
        return b"".join(parts)

    def skip(self, size: int) -> int:
        """Pass over that many bytes; return how many were missing at the end of the archive."""
        missing = size
        while missing and (part := self.piece(missing)):
            missing -= len(part)
        return missing

    def finish(self) -> None:
        """Read to the end of the source: what follows the end marker is part of the digests."""
        while self._refill():
            self._halt.check()

    def close(self) -> None:
        """Stop the threads; one that a source keeps waiting ends with that source."""
        self._halt.stop()
        self._threads[1].join()
        if self._reading_ends:
            self._threads[0].join()


@contextlib.contextmanager
def opened_feed(stream: Stream, limits: ArchiveLimits, halt: Halt, portal: BlockingPortal | None) -> Iterator[Feed]:
    """Read a stream of any kind as a feed.

    Args:
        stream: the archive.
        limits: what is counted while it is read.
        halt: what stops the whole work.
        portal: by which a stream of the event loop is read; needed for those alone.
    """
    own = halt.child()
    file: BinaryIO | None = None
    try:
        if isinstance(stream, (str, os.PathLike)):
            flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)  # a pipe without a writer opens, too
            file = open(stream, "rb", buffering=0, opener=lambda path, _: os.open(path, flags))  # noqa: SIM115 - closed below
            pull: Callable[[], bytes] = _FilePull(cast("ByteSource", file), own)
        elif portal is not None and isinstance(stream, (ByteReceiver, AsyncIterable)):
            pull = pull_through(portal, stream)
        else:
            pull = _FilePull(cast("ByteSource", stream), own)
        feed = Feed(pull, limits, own)
        try:
            yield feed
        finally:
            feed.close()
    finally:
        own.close()
        if file is not None:
            file.close()


async def with_portal(work: Callable[[Halt, BlockingPortal | None], _Result], *, is_asynchronous: bool) -> _Result:
    """Run work on a thread, with a way back to the event loop where a stream is one of its own.

    Raises:
        BaseException: what the work raised.

    Cancellation:
        Tells the work to stop and waits until it has undone what it began.
    """
    if not is_asynchronous:
        return await on_haltable_thread(lambda halt: work(halt, None))
    results: list[_Result] = []
    failure: Exception | None = None
    async with BlockingPortal() as portal:
        try:
            results.append(await on_haltable_thread(lambda halt: work(halt, portal)))
        except Exception as error:  # noqa: BLE001 - raised again outside of the portal, which would put it into a group
            failure = error
        finally:
            with anyio.CancelScope(shield=True):
                await portal.stop(cancel_remaining=True)
    if failure is not None:
        raise failure
    return results[0]
