"""Zstandard by Python's own module where there is one (3.14), otherwise by its backport, which the extra ``zstd`` installs."""

from __future__ import annotations

import importlib
import sys
from typing import TYPE_CHECKING, Protocol, cast

from hcsffi.storage.oci.refusal import ArchiveRefused, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

_MODULE = "compression.zstd" if sys.version_info >= (3, 14) else "backports.zstd"
_WINDOW_LOG = 27
"""128 MiB at most: what ``zstd --long`` writes, and what decoders take unasked."""


class _Decompressor(Protocol):
    eof: bool
    needs_input: bool
    unused_data: bytes

    def decompress(self, data: bytes, max_length: int = -1) -> bytes: ...


class Compressor(Protocol):
    """What compresses one frame."""

    def compress(self, data: bytes) -> bytes:
        """Take bytes, return what is ready."""
        ...

    def flush(self) -> bytes:
        """Return the rest, and the frame's end."""
        ...


class _Module(Protocol):
    ZstdError: type[Exception]

    class DecompressionParameter:
        window_log_max: int

    def ZstdDecompressor(self, *, options: dict[int, int]) -> _Decompressor: ...  # noqa: N802 - the module's own name

    def ZstdCompressor(self, *, level: int) -> Compressor: ...  # noqa: N802 - the module's own name


def _module() -> _Module:
    try:
        return cast("_Module", importlib.import_module(_MODULE))
    except ImportError as error:
        raise ArchiveRefused(Rule.COMPRESSION_MISSING, "", f"zstd: pip install 'hcsffi[zstd]' ({_MODULE})") from error


def compressor(level: int) -> Compressor:
    """Return a compressor of one frame.

    Raises:
        ArchiveRefused: no module for it is installed.
    """
    return _module().ZstdCompressor(level=level)


class Inflation:
    """Frames of zstd one behind another.

    Args:
        piece_bytes: the largest piece it yields.

    Raises:
        ArchiveRefused: no module for it is installed.
    """

    def __init__(self, piece_bytes: int) -> None:
        self._zstd = _module()
        self._piece_bytes = piece_bytes
        self._frame = self._new_frame()
        self._begun = False

    def _new_frame(self) -> _Decompressor:
        return self._zstd.ZstdDecompressor(options={self._zstd.DecompressionParameter.window_log_max: _WINDOW_LOG})

    def pieces(self, block: bytes) -> Iterator[bytes]:
        """Yield what the block decompresses to.

        Raises:
            ArchiveRefused: the stream is damaged.
        """
        rest = block
        try:
            while True:
                self._begun = self._begun or bool(rest)
                piece = self._frame.decompress(rest, self._piece_bytes)
                rest = b""
                if piece:
                    yield piece
                if self._frame.eof:
                    rest = self._frame.unused_data
                    self._frame = self._new_frame()
                    self._begun = False
                    if not rest:
                        return
                elif self._frame.needs_input:
                    return
        except self._zstd.ZstdError as error:
            raise ArchiveRefused(Rule.COMPRESSION, "", str(error)) from error

    def check_ended(self) -> None:
        """Refuse a stream that ends in the middle.

        Raises:
            ArchiveRefused: it does.
        """
        if self._begun:
            raise ArchiveRefused(Rule.TRUNCATED, "", "zstd")
