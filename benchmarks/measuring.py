"""How the benchmarks of awaited operations measure: clients, rounds, medians, and a table whose rows are multiples of the first."""

from __future__ import annotations

import asyncio
import gc
import importlib
import statistics
import time
from typing import TYPE_CHECKING, NamedTuple

import anyio

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping


class Client(NamedTuple):
    """One contender: its name and a function that awaits one operation and returns its document."""

    name: str
    one: Callable[[], Awaitable[object]]


class Row(NamedTuple):
    """Medians of one contender, microseconds; `per_operation` by how many operations are in flight."""

    name: str
    sequential_p50: float
    sequential_p99: float
    per_operation: dict[int, float]


def percentile(ordered: list[float], share: float) -> float:
    """The value below which `share` of the ordered values lie."""
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


async def sequential(one: Callable[[], Awaitable[object]], total: int) -> list[float]:
    """Latencies of operations awaited one after another, microseconds, sorted."""
    latencies = []
    for _ in range(total):
        begin = time.perf_counter_ns()
        await one()
        latencies.append((time.perf_counter_ns() - begin) / 1000)
    return sorted(latencies)


async def at_width(one: Callable[[], Awaitable[object]], total: int, width: int) -> float:
    """Microseconds per operation with `width` tasks, each keeping one operation in flight, from when all of them have begun."""
    each = max(1, total // width)
    begun = 0
    begin = 0

    async def worker() -> None:
        nonlocal begun, begin
        await one()
        begun += 1
        if begun == width:
            begin = time.perf_counter_ns()
        for _ in range(each):
            await one()

    gc.collect()
    async with anyio.create_task_group() as group:
        for _ in range(width):
            group.start_soon(worker)
    return (time.perf_counter_ns() - begin) / 1000 / (each * width)


async def measure(client: Client, in_sequence: int, totals: Mapping[int, int]) -> Row:
    """One round of one contender: that many operations one after another, then `totals` operations by width."""
    ordered = await sequential(client.one, in_sequence)
    costs = {width: await at_width(client.one, total, width) for width, total in totals.items()}
    return Row(client.name, percentile(ordered, 0.5), percentile(ordered, 0.99), costs)


def asyncio_floor(loop: asyncio.AbstractEventLoop) -> Client:
    """What asyncio's loop alone costs: a future and a task switch per operation, resolved in batches, no native code."""
    futures: list[asyncio.Future[None]] = []

    def resolve() -> None:
        batch, futures[:] = futures[:], []
        for future in batch:
            future.set_result(None)

    async def one() -> object:
        if not futures:
            loop.call_soon(resolve)
        future = loop.create_future()
        futures.append(future)
        return await future

    return Client("floor of the loop, no native code", one)


def loop_floor(backend: str) -> Client:
    """What the running loop alone costs: a waiter and a task switch per operation, resolved in batches, no native code."""
    if backend != "trio":
        return asyncio_floor(asyncio.get_running_loop())
    lowlevel = importlib.import_module("trio").lowlevel  # only its own rows may find it imported
    tasks: list[object] = []
    token = lowlevel.current_trio_token()

    def resume() -> None:
        batch, tasks[:] = tasks[:], []
        for task in batch:
            lowlevel.reschedule(task)

    async def one() -> object:
        if not tasks:
            token.run_sync_soon(resume)
        tasks.append(lowlevel.current_task())
        return await lowlevel.wait_task_rescheduled(lambda _: lowlevel.Abort.FAILED)

    return Client("floor of the loop, no native code", one)


def median_rows(samples: Mapping[str, list[Row]]) -> list[Row]:
    """One row per contender from its rounds."""
    return [
        Row(
            name,
            statistics.median(row.sequential_p50 for row in rows),
            statistics.median(row.sequential_p99 for row in rows),
            {width: statistics.median(row.per_operation[width] for row in rows) for width in rows[0].per_operation},
        )
        for name, rows in samples.items()
    ]


def named(rows: list[Row], start: str) -> Row:
    """The contender whose name starts so."""
    return next(row for row in rows if row.name.startswith(start))


def print_table(title: str, rows: list[Row], unit: str) -> None:
    """Microseconds, and each as a multiple of the first row, which the heading calls `unit`."""
    first = rows[0]
    widths = first.per_operation
    print(f"\n{title}")
    print(
        f"{'':36} {'p50 us':>8} {'p99 us':>8} "
        + " ".join(f"{f'us/op @{width}':>14}" for width in widths)
        + f"   multiples of {unit}: p50, "
        + ", ".join(f"@{width}" for width in widths)
    )
    for row in rows:
        factors = [row.sequential_p50 / first.sequential_p50, *(row.per_operation[width] / first.per_operation[width] for width in widths)]
        costs = " ".join(f"{row.per_operation[width]:14.2f}" for width in widths)
        print(
            f"{row.name:36} {row.sequential_p50:8.1f} {row.sequential_p99:8.1f} {costs}   "
            + "  ".join(f"{factor:6.1f}" for factor in factors)
        )
