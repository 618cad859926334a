"""Keys that leave a process alone, however they come: apart, together, and after what only begins as they do."""

from __future__ import annotations

import pytest

from hcsffi.compute.detaching import DETACH_KEYS, Detached, keys, until_typed

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize(
    ("text", "sent"),
    [(DETACH_KEYS, b"\x10\x11"), ("ctrl-x,x", b"\x18x"), ("ctrl-@", b"\0"), ("ctrl-[,ctrl-_", b"\x1b\x1f"), ("a", b"a")],
)
def test_keys_are_what_a_terminal_sends(text: str, sent: bytes) -> None:
    """The lowest five bits of the key that is held with Control."""
    assert keys(text) == sent


@pytest.mark.parametrize("text", ["", "ctrl-", "ctrl-P", "ctrl-pq", "meta-p", "ctrl-p,", "\u00e9"])
def test_what_is_no_key_is_refused(text: str) -> None:
    """In words that say what a key is."""
    with pytest.raises(ValueError, match="is no key"):
        keys(text)


@pytest.mark.parametrize(
    ("typed", "given", "left"),
    [
        (["ab"], "ab", False),
        (["a\x10", "\x11b"], "a", True),
        (["\x10", "\x10\x11"], "\x10", True),
        (["\x10a", "\x11"], "\x10a\x11", False),
        (["\x10"], "\x10", False),
    ],
    ids=["none", "apart", "begun twice", "not after one another", "begun at the end"],
)
async def test_everything_before_the_keys_is_given(typed: list[str], given: str, *, left: bool) -> None:
    """A beginning that was none is given with what comes after it, or at the end of the input."""
    waiting = [one.encode() for one in typed]

    async def give() -> bytes:
        return waiting.pop(0) if waiting else b""

    source = until_typed(keys(DETACH_KEYS), give)
    taken = b""
    try:
        while piece := await source():
            taken += piece
    except Detached:
        assert left
    else:
        assert not left
    assert taken == given.encode()
