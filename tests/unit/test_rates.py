"""What was used between two looks at a system: by its counters, whatever happened to them."""

from __future__ import annotations

import anyio
import pytest

from hcsffi.compute.rates import RatesStream, between
from hcsffi.documents import hcs


def look(uptime_s: float, busy_s: float, read_bytes: int, written_bytes: int, memory_bytes: int = 4096) -> hcs.Statistics:
    """Statistics as a service tells them."""
    return hcs.Statistics(
        uptime_100ns=int(uptime_s * 10_000_000),
        processor=hcs.ProcessorStats(total_runtime_100ns=int(busy_s * 10_000_000)),
        memory=hcs.MemoryStats(memory_usage_commit_bytes=memory_bytes),
        storage=hcs.StorageStats(read_size_bytes=read_bytes, write_size_bytes=written_bytes),
    )


def test_what_grew_is_divided_by_the_time_of_the_system() -> None:
    """Two seconds of three processors, and bytes each second; the later look comes along."""
    later = look(12, 10, 3000, 500, 8192)
    found = between(look(10, 4, 1000, 100), later)
    assert (found.elapsed_s, found.processors, found.read_bytes_per_s, found.written_bytes_per_s) == pytest.approx((2, 3, 1000, 200))
    assert (found.memory_bytes, found.statistics) == (8192, later)


def test_counters_that_began_anew_count_from_0() -> None:
    """A system that ended and was started again between the looks has used what its new counters say, and nothing below 0."""
    found = between(look(100, 50, 9000, 9000), look(2, 1, 600, 0))
    assert (found.elapsed_s, found.processors, found.read_bytes_per_s, found.written_bytes_per_s) == pytest.approx((2, 0.5, 300, 0))


def test_what_a_service_does_not_tell_counts_as_nothing() -> None:
    """A machine has no processor statistics before its guest has come up, and no time may have passed."""
    nothing = hcs.Statistics()
    found = between(nothing, nothing)
    assert (found.elapsed_s, found.processors, found.memory_bytes, found.read_bytes_per_s, found.written_bytes_per_s) == (0, 0, 0, 0, 0)
    found = between(nothing, look(4, 2, 400, 800))
    assert (found.elapsed_s, found.processors, found.read_bytes_per_s, found.written_bytes_per_s) == pytest.approx((4, 0.5, 100, 200))


@pytest.mark.anyio
async def test_a_stream_tells_from_look_to_look_until_the_system_has_ended() -> None:
    """Each look is asked for once: it ends one interval and begins the next."""
    looks = [look(at, at / 2, 0, 0) for at in (10, 12, 16)]
    asked = iter([*looks, None])
    stream = RatesStream(lambda: given(next(asked)), 0)
    assert [(one.elapsed_s, one.statistics) async for one in stream] == [(2, looks[1]), (4, looks[2])]
    assert next(asked, "all were asked for") == "all were asked for"


@pytest.mark.anyio
async def test_the_interval_passes_before_each_look_but_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it a service would be asked as fast as it answers."""
    took: list[object] = []
    asked = iter([look(1, 0, 0, 0), look(3, 0, 0, 0), None])

    async def sleep(delay_s: float) -> None:
        took.append(delay_s)

    async def asking() -> hcs.Statistics | None:
        took.append("look")
        return next(asked)

    monkeypatch.setattr(anyio, "sleep", sleep)
    assert [2] == [one.elapsed_s async for one in RatesStream(asking, 2.5)]
    assert ["look", 2.5, "look", 2.5, "look"] == took


@pytest.mark.anyio
async def test_a_system_that_has_ended_before_is_asked_once() -> None:
    """Nothing more can come."""
    asked = iter([None])
    assert [one async for one in RatesStream(lambda: given(next(asked)), 0)] == []


async def given(answer: hcs.Statistics | None) -> hcs.Statistics | None:
    """As a service answers."""
    return answer
