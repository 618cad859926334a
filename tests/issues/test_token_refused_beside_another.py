"""A wake-up that was refused because another thread's was still on its way, although the socket was empty.

The loop then slept beside a full queue. Seen under Wine on a busy machine, on sockets that do not block.
"""

from __future__ import annotations

import sys
import threading

import pytest

from hcsffi.delivery import dispatcher
from hcsffi.native.binding import ffi, lib

THREADS, TOKENS = 4, 500


@pytest.mark.skipif(sys.platform != "win32", reason="a socket pair wakes the loop on Windows alone")
def test_every_token_arrives_however_many_threads_send() -> None:
    """The library's threads end their operations at the same time; each token they send is one the loop must see."""
    read_end, (_, write_end) = dispatcher.socket_ends()
    wakeup = ffi.new("struct hcsffi_wakeup *", {"read_end": -1, "write_end": write_end})
    try:
        read_end.settimeout(60)
        senders = [threading.Thread(target=lambda: [lib.hcsffi_wakeup_signal(wakeup) for _ in range(TOKENS)]) for _ in range(THREADS)]
        for sender in senders:
            sender.start()
        received = 0
        while received < THREADS * TOKENS:
            received += len(read_end.recv(64))
        for sender in senders:
            sender.join()
        assert THREADS * TOKENS == received
    finally:
        read_end.close()
        lib.hcsffi_wakeup_close(wakeup)
