"""Where an archive's bytes go: hashed on one thread, compressed, hashed again and written on another, blocks behind the one that reads.

What is written depends on the content alone: the gzip header names no time, no file and no system.
"""

from __future__ import annotations

import contextlib
import io
import os
import secrets
import stat
import sys
import threading
import zlib
from enum import Enum
from typing import TYPE_CHECKING, Protocol, cast, runtime_checkable

from hcsffi.native.handles import Uncopyable
from hcsffi.storage.oci import zstandard
from hcsffi.storage.oci.feed import DEPTH, Digest
from hcsffi.storage.oci.halt import Channel, Halt, Halted, start_all

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from anyio.from_thread import BlockingPortal

BLOCK_BYTES = 1 << 20
_PIPE_BYTES = 4096
"""What a pipe that is ready takes without blocking."""
_GZIP_HEADER = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"


class Compression(Enum):
    """How an archive is compressed."""

    NONE = ""
    GZIP = "gzip"
    ZSTD = "zstd"


@runtime_checkable
class ByteTarget(Protocol):
    """Anything with ``write`` as a binary file has it."""

    def write(self, block: bytes, /) -> int | None:
        """Take bytes, return how many."""
        ...


@runtime_checkable
class ByteSender(Protocol):
    """Anything with ``send`` as anyio's byte streams have it."""

    async def send(self, block: bytes, /) -> None:
        """Take all of the bytes."""
        ...


Target = str | os.PathLike[str] | ByteTarget | ByteSender
"""Where an archive goes: a path, a binary file or pipe, or a byte stream of anyio."""


class _Gzip:
    def __init__(self, level: int) -> None:
        self._deflate = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
        self._sum = 0
        self._size = 0
        self._header = _GZIP_HEADER

    def compress(self, data: bytes) -> bytes:
        self._sum = zlib.crc32(data, self._sum)
        self._size += len(data)
        header, self._header = self._header, b""
        return header + self._deflate.compress(data)

    def flush(self) -> bytes:
        tail = self._sum.to_bytes(4, "little") + (self._size & 0xFFFFFFFF).to_bytes(4, "little")
        return self._header + self._deflate.flush() + tail


def _compressor(compression: Compression, level: int | None) -> zstandard.Compressor | None:
    if compression is Compression.GZIP:
        return _Gzip(6 if level is None else level)
    if compression is Compression.ZSTD:
        return zstandard.compressor(3 if level is None else level)
    return None


class _FilePush:
    """Writes to a file object; waits for a pipe or socket in a way that a stop ends."""

    def __init__(self, target: ByteTarget, halt: Halt) -> None:
        self._target = target
        self._halt = halt
        self._descriptor = -1
        self.ends_soon = False
        """Whether a write that was begun ends by itself or by the stop."""
        if isinstance(target, (io.FileIO, io.BufferedWriter)):
            descriptor = target.fileno()
            is_regular = stat.S_ISREG(os.fstat(descriptor).st_mode)
            if not is_regular and sys.platform != "win32":
                target.flush()
                self._descriptor = descriptor
            self.ends_soon = is_regular or sys.platform != "win32"

    def __call__(self, block: bytes) -> None:
        if self._descriptor < 0:
            rest = memoryview(block)
            while rest:
                taken = self._target.write(cast("bytes", rest))
                rest = rest[len(rest) if taken is None else taken :]
            return
        rest = memoryview(block)
        while rest:
            self._halt.wait_writable(self._descriptor)
            with contextlib.suppress(BlockingIOError):
                rest = rest[os.write(self._descriptor, rest[:_PIPE_BYTES]) :]


class ArchiveSink(Uncopyable):
    """Takes an archive's plain bytes in order.

    Args:
        push: writes compressed bytes; called on a thread of its own.
        compression: how they are compressed.
        level: how hard; ``None`` for the usual.
        halt: wakes every thread.
    """

    def __init__(self, push: Callable[[bytes], None], compression: Compression, level: int | None, halt: Halt) -> None:
        self._push = push
        self._compressor = _compressor(compression, level)
        self._halt = halt
        self._plain = Channel(halt, DEPTH)
        self._hashed = Channel(halt, DEPTH)
        self._writing_ends = not isinstance(push, _FilePush) or push.ends_soon
        self.uncompressed = Digest()
        self.compressed = self.uncompressed if self._compressor is None else Digest()
        self._parts: list[bytes] = []
        self._held = 0
        self._error: BaseException | None = None
        self._hashing = threading.Thread(target=self._hash, name="hcsffi-layer-hash", daemon=True)
        self._writing = threading.Thread(target=self._write, name="hcsffi-layer-write", daemon=True)
        start_all(halt, self._hashing, self._writing)

    def _hash(self) -> None:
        try:
            while block := self._plain.get():
                self.uncompressed.update(block)
                self._hashed.put(block)
            self._hashed.end()
        except Halted as error:
            self._hashed.fail(error)
            self._plain.abandon()

    def _write(self) -> None:
        try:
            while block := self._hashed.get():
                if self._compressor is None:
                    self._push(block)
                elif packed := self._compressor.compress(block):
                    self.compressed.update(packed)
                    self._push(packed)
            if self._compressor is not None:
                rest = self._compressor.flush()
                self.compressed.update(rest)
                self._push(rest)
        except BaseException as error:  # noqa: BLE001 - it is raised again by whoever fills the sink
            self._error = error
            self._hashed.abandon()
            self._plain.abandon()

    def write(self, block: bytes) -> None:
        """Take bytes.

        Raises:
            OSError: an earlier block could not be written.
        """
        self._parts.append(block)
        self._held += len(block)
        if self._held >= BLOCK_BYTES:
            self._hand_on()

    def _hand_on(self) -> None:
        block = b"".join(self._parts) if len(self._parts) > 1 else self._parts[0]
        self._parts = []
        self._held = 0
        try:
            self._plain.put(block)
        except Halted:
            if self._error is not None:
                raise self._error from None
            raise

    def finish(self) -> None:
        """Write the rest, and wait until all has been written.

        Raises:
            OSError: it could not be.
        """
        if self._parts:
            self._hand_on()
        self._plain.end()
        self._hashing.join()
        self._writing.join()
        if self._error is not None:
            raise self._error

    def close(self) -> None:
        """Stop the threads; one that a target keeps waiting ends with that target."""
        self._halt.stop()
        self._hashing.join()
        if self._writing_ends:
            self._writing.join()


def _push_through(portal: BlockingPortal, target: ByteSender) -> Callable[[bytes], None]:
    return lambda block: portal.call(target.send, block)


@contextlib.contextmanager
def _staged_file(path: str) -> Iterator[io.FileIO]:
    """A new file beside the path that takes its name when the block ends well, and is gone when it does not."""
    above, leaf = os.path.split(os.path.abspath(path))
    staging = os.path.join(above, f".{leaf}.{secrets.token_hex(8)}.exporting")
    opened = io.FileIO(staging, "xb")
    try:
        with opened:
            yield opened
        os.replace(staging, os.path.join(above, leaf))
    except BaseException:
        os.unlink(staging)
        raise


@contextlib.contextmanager
def opened_sink(
    target: Target, compression: Compression, level: int | None, halt: Halt, portal: BlockingPortal | None
) -> Iterator[ArchiveSink]:
    """Write to a target of any kind as a sink.

    Args:
        target: where the archive goes.
        compression: how it is compressed.
        level: how hard; ``None`` for the usual.
        halt: what stops the whole work.
        portal: by which a stream of the event loop is written; needed for those alone.
    """
    own = halt.child()
    with contextlib.ExitStack() as stack:
        stack.callback(own.close)
        if isinstance(target, (str, os.PathLike)):
            push: Callable[[bytes], None] = _FilePush(stack.enter_context(_staged_file(os.fspath(target))), own)
        elif portal is not None and isinstance(target, ByteSender):
            push = _push_through(portal, target)
        else:
            push = _FilePush(cast("ByteTarget", target), own)
        sink = ArchiveSink(push, compression, level, own)
        stack.callback(sink.close)
        yield sink
