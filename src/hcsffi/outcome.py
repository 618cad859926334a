"""What a native call came back with, before anybody decides whether that is an error."""

from __future__ import annotations

from typing import NamedTuple


class Outcome(NamedTuple):
    """The answer of one native call or of one completed operation.

    Args:
        function: the native name, e.g. ``HcsStartComputeSystem``.
        hresult: the result code as an unsigned 32-bit number; below 0x80000000 means success.
        document: the result document, the ResultError or the HCN error record as UTF-8; ``None`` when the library gave none.
    """

    function: str
    hresult: int
    document: bytes | None = None

    @property
    def succeeded(self) -> bool:
        """Whether the code is one of the success codes."""
        return self.hresult < 0x80000000
