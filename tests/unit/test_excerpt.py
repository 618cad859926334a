"""Head and tail of a stream: what is kept, what is said to have fallen out, and what it costs."""

from __future__ import annotations

import tracemalloc
from random import Random
from typing import TYPE_CHECKING

import pytest

from hcsffi.compute.excerpt import Excerpt

if TYPE_CHECKING:
    from collections.abc import Iterable

pytestmark = pytest.mark.anyio


async def excerpt_of(chunks: Iterable[bytes], limit_bytes: int | None) -> tuple[bytes, int]:
    """What an excerpt keeps of these chunks, and how much fell out."""
    excerpt = Excerpt(limit_bytes)
    for chunk in chunks:
        await excerpt.take(chunk)
    return excerpt.give_up()


@pytest.mark.parametrize(
    ("limit_bytes", "kept"),
    [(0, b""), (1, b"0"), (2, b"09"), (3, b"019"), (5, b"01289"), (9, b"012346789"), (10, b"0123456789"), (11, b"0123456789")],
)
async def test_half_is_kept_from_each_end(limit_bytes: int, kept: bytes) -> None:
    """The beginning says what went on, the end why it stopped; an odd byte goes to the beginning."""
    assert await excerpt_of([b"0123456789"], limit_bytes) == (kept, 10 - len(kept))
    assert await excerpt_of([b"%d" % digit for digit in range(10)], limit_bytes) == (kept, 10 - len(kept))


@pytest.mark.parametrize("seed", range(200))
async def test_the_pieces_it_comes_in_make_no_difference(seed: int) -> None:
    """Any length, any limit, any cut: always the first and the last bytes, and the exact figure of what is missing."""
    random = Random(seed)
    whole = random.randbytes(random.choice([0, 1, 100, 1000, 20_000]))
    limit_bytes = random.choice([0, 1, 7, 64, 999, 1000, 5000, 50_000])
    chunks, rest = [], whole
    while rest:
        size = random.choice([1, 2, 30, 700, 6000])
        chunks.append(rest[:size])
        rest = rest[size:]
    head, tail = limit_bytes - limit_bytes // 2, limit_bytes // 2
    kept = whole if len(whole) <= limit_bytes else whole[:head] + whole[len(whole) - tail :]
    assert await excerpt_of(chunks, limit_bytes) == (kept, len(whole) - len(kept))
    assert await excerpt_of(chunks, None) == (whole, 0)


@pytest.mark.parametrize("chunk_bytes", [100, 4096, 16_384])
@pytest.mark.parametrize(("written", "limit_bytes"), [(1 << 20, 1 << 20), (8 << 20, 1 << 20), (12 << 20, 12 << 20), (12 << 20, None)])
async def test_it_costs_at_most_a_fifth_more_than_what_is_kept(chunk_bytes: int, written: int, limit_bytes: int | None) -> None:
    """Two copies of 400 MB, as a join or a conversion makes them, were 791 MB."""
    chunk = b"x" * chunk_bytes
    kept_bytes = written if limit_bytes is None else limit_bytes
    tracemalloc.start()
    try:
        excerpt = Excerpt(limit_bytes)
        for _ in range(written // chunk_bytes + 1):
            await excerpt.take(chunk)
        kept, _ = excerpt.give_up()
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert kept_bytes <= len(kept) <= kept_bytes + chunk_bytes
    assert peak <= 1.2 * len(kept)
