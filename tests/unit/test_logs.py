"""What is asked of kept output, before any service is."""

from __future__ import annotations

import pytest

from hcsffi.compute.logs import LogStream, logs


@pytest.mark.parametrize("tail", [None, 0, 1])
def test_any_number_of_lines_can_be_asked_for(tail: int | None) -> None:
    """None of them, too: with ``follow`` that is what is written from now on."""
    assert isinstance(logs("any", follow=True, tail=tail), LogStream)


def test_fewer_lines_than_none_are_refused() -> None:
    """A slip of the caller is told before anything is asked."""
    with pytest.raises(ValueError, match="tail must not be below 0"):
        logs("any", tail=-1)
