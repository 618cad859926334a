"""Work whose instructions `instructions.py` counts: each kind lies between two calls of getppid, where valgrind tells what it has counted.

    python benchmarks/counted_work.py [asyncio|uvloop|trio]

Every kind is done once as it is and once with a detour of a few steps planted into it, which whoever judges the figures has to notice. What
is printed are the kinds and how often each was done, a line for every count.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import os
from functools import partial
from typing import TYPE_CHECKING, Any

import anyio
from documents import container

import hcsffi
from hcsffi import embedded
from hcsffi.delivery import operation
from hcsffi.documents import wire

from measuring import loop_floor

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

WIDTH = 50
EACH = 21
SEQUENCE = 200
DOCUMENTS = 10
WARM = 40  # the interpreter, and the documents, make faster what has been used some times
CONFIGURATION = {"Owner": "benchmark", "SchemaVersion": {"Major": 2, "Minor": 1}, "Container": {}}
DETOUR = {f"member {number}": number for number in range(40)}
DETOURS_A_DOCUMENT = 6


def detour() -> None:
    """A step too much, of the size that a review overlooks."""
    dict(DETOUR)


def mark(name: str = "", times: int = 0) -> None:
    """End of one kind of work, beginning of the next; what has no name is not judged."""
    os.getppid()
    print(times, name)


async def in_flight(name: str, one: Callable[[], Awaitable[object]]) -> None:
    """Many tasks, each with one in flight: counted from when all have begun until the last has done its share."""
    began = ended = 0

    async def worker() -> None:
        nonlocal began, ended
        await one()
        began += 1
        if began == WIDTH:
            mark()
        for _ in range(EACH):
            await one()
        ended += 1
        if ended == WIDTH:
            mark(name, WIDTH * (EACH - 1) + 1)  # all others have begun another one when the last begins

    async with anyio.create_task_group() as tasks:
        for _ in range(WIDTH):
            tasks.start_soon(worker)


async def in_sequence(name: str, one: Callable[[], Awaitable[object]]) -> None:
    """One after another."""
    for _ in range(WARM):
        await one()
    mark()
    for _ in range(SEQUENCE):
        await one()
    mark(name, SEQUENCE)


async def operations(backend: str) -> None:
    """What the loop costs alone, and what an awaited operation costs on it, of a host that answers inside the call."""
    async with await hcsffi.ComputeSystem.create("benchmark", CONFIGURATION) as system:
        request = system.calls.properties().request

        through_hcsffi = partial(operation.commence, request)

        async def with_a_detour() -> object:
            detour()
            return await operation.commence(request)

        embedded.configure({"Workers": 0})
        floor = loop_floor(backend).one
        await in_flight("floor", floor)
        await in_flight("operation", through_hcsffi)
        await in_flight("operation, detour", with_a_detour)
        await in_sequence("floor in sequence", floor)
        await in_sequence("operation in sequence", through_hcsffi)
        if backend != "trio":
            importlib.import_module("trio")
            await in_flight("operation, trio imported", through_hcsffi)
        embedded.configure({})
        await system.terminate()


def every_document() -> None:
    """Writing and reading the container of `documents.py`."""
    written = container()
    kind = type(written)
    text = wire.encode(kind, written)
    for _ in range(WARM):
        wire.encode(kind, written)
        wire.from_json(kind, text)
    for name, detours in (("", 0), (", detour", DETOURS_A_DOCUMENT)):
        mark()
        for _ in range(DOCUMENTS):
            for _ in range(detours):
                detour()
            wire.encode(kind, written)
        mark("document written" + name, DOCUMENTS)
        for _ in range(DOCUMENTS):
            for _ in range(detours):
                detour()
            wire.from_json(kind, text)
        mark("document read" + name, DOCUMENTS)


def main() -> None:
    """Do the work."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("loop", nargs="?", default="asyncio", choices=["asyncio", "uvloop", "trio"])
    loop = parser.parse_args().loop
    gc.collect()
    gc.disable()
    options: dict[str, Any] = {"use_uvloop": True} if loop == "uvloop" else {}
    backend = "trio" if loop == "trio" else "asyncio"
    anyio.run(operations, backend, backend=backend, backend_options=options)
    every_document()


if __name__ == "__main__":
    main()
