"""Which calls go on though nobody waits for them any more: those that a thread has begun and not ended, and no others."""

from __future__ import annotations

import pytest

from hcsffi.delivery import blocking
from hcsffi.delivery.blocking import _ThreadCall
from hcsffi.hresult import Outcome, value_of
from hcsffi.native.calls import Reply

FUNCTION = "HcnOpenNetwork"
DONE = Reply(Outcome(FUNCTION, 0))


def goes_on(call: _ThreadCall) -> bool:
    """Whether it is counted."""
    return call in blocking._unattended


def test_a_call_that_its_waiter_leaves_is_counted_until_its_end() -> None:
    """Who closes a service waits for these: what they make is there a moment later."""
    seen: list[bool] = []

    def work() -> Reply:
        seen.append(goes_on(left))
        left.abandon()
        seen.append(goes_on(left))
        return DONE

    left = _ThreadCall(FUNCTION, work)
    assert (DONE, [False, True], False) == (left.run(), seen, goes_on(left))


def test_a_call_that_had_ended_when_its_waiter_left_is_not_counted() -> None:
    """Nobody would take it out again."""
    ended = _ThreadCall(FUNCTION, lambda: DONE)
    assert ended.run() is DONE
    ended.abandon()
    assert not goes_on(ended)


def test_a_call_whose_waiter_left_before_a_thread_was_free_is_never_made() -> None:
    """It is neither begun nor counted."""
    never = _ThreadCall(FUNCTION, lambda: pytest.fail("it was made"))
    never.abandon()
    assert not goes_on(never)
    assert (value_of("E_ABORT"), False) == (never.run().outcome.hresult, never.began)
