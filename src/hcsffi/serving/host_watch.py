"""Tells clients what the host's systems are, whenever that may have changed.

The library tells of a system only to whoever has a handle of it, and a handle of the service's own would keep a system alive that ends with
its last one. But every change that a client makes goes through this service, and so does every event that any client hears of: after each
of those the host is looked at, and a moment later once more for what a call has only begun. What nobody here has asked for or heard of,
such as a system that ends by itself while nobody waits for it, is found by looking now and then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import anyio

from hcsffi.delivery.operation import Request, perform
from hcsffi.errors import HcsError
from hcsffi.native.handles import Uncopyable
from hcsffi.remote.listing import pack_listing

if TYPE_CHECKING:
    from hcsffi.serving.reader import Hearer

CHANGING: Final = frozenset(
    {
        "HcsCreateComputeSystem",
        "HcsCreateComputeSystemInNamespace",
        "HcsStartComputeSystem",
        "HcsShutDownComputeSystem",
        "HcsTerminateComputeSystem",
        "HcsCrashComputeSystem",
        "HcsPauseComputeSystem",
        "HcsResumeComputeSystem",
        "HcsSaveComputeSystem",
        "HcsModifyComputeSystem",
    }
)
"""The functions after which a host may have another system, or one in another state."""
_AGAIN_S: Final = (0.02, 0.1, 0.4, 1.0, 2.0, 4.0)
"""How long after a change, and after each further look, it is looked again: a call may have begun what is seen a moment later."""
_SUBJECT: Final = "the compute systems of this host"


class HostWatch(Uncopyable):
    """What may have changed in the host; one for the service."""

    def __init__(self) -> None:
        self._changed = anyio.Event()

    def touch(self) -> None:
        """Something may have changed."""
        self._changed.set()
        self._changed = anyio.Event()

    async def follow(self, to: Hearer, query: bytes | None, interval_s: float) -> None:
        """Tell the systems of the host, and again whenever they are others, or have other states.

        Args:
            to: where to.
            query: which ones, as HcsEnumerateComputeSystems takes it.
            interval_s: the longest time between two looks.

        Raises:
            anyio.BrokenResourceError: nobody reads it any more.
            anyio.ClosedResourceError: likewise.
        """
        told: bytes | None = None
        turn = len(_AGAIN_S)
        while True:
            changed = self._changed
            try:
                found = (await perform(Request("HcsEnumerateComputeSystems", None, (query,), _SUBJECT))).document
            except HcsError:
                return  # the reader asks himself then, and hears why
            if found != told:
                await to.send(pack_listing(found))
                told = found
            pause_s = _AGAIN_S[turn] if turn < len(_AGAIN_S) else interval_s
            with anyio.move_on_after(min(pause_s, interval_s)):
                await changed.wait()
            turn = 0 if changed.is_set() else turn + 1
