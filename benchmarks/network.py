"""What do networks cost through the API, and against what? One run, one table of ratios.

    python benchmarks/network.py [--quick] [--backend asyncio|trio|uvloop] [--json FILE]

A plain C client makes the same calls of the same embedded host, one after another. Rounds are interleaved and medians reported.
Microseconds belong to the machine; the ratios are the result.

A call that blocks is made on a thread, and to go there and back costs more than the embedded host takes for ten calls. So the goal of the
first row is for calls that take a millisecond (assumed of the service, measured by nobody here); the row below has the host's own speed,
and below that stands what three times there and back cost alone, which is how often a life goes.
"""

from __future__ import annotations

import argparse
import gc
import importlib.util
import json
import sys
import tempfile
import time
import uuid
from pathlib import Path
from statistics import mean, median
from typing import TYPE_CHECKING, Any, NamedTuple

import anyio
import cffi

from hcsffi import documents, embedded
from hcsffi.delivery import dispatcher
from hcsffi.native import library
from hcsffi.native.errand import Errand
from hcsffi.network import Endpoint, Network

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
QUERY = '{"SchemaVersion":{"Major":2,"Minor":0}}'
DOCUMENT = documents.hcn.HostComputeEndpoint(name="bench", schema_version=documents.hcn.Version(major=2, minor=0))
PEER_DECLARATIONS = """
int network_client_load(const char *path);
uint64_t network_client_lives(const GUID *network, PCWSTR document, PCWSTR query, int total);
uint64_t network_client_list(PCWSTR query, int *found);
"""
SLOW_US = 1_000
SLOW = ("HcnCreateEndpoint", "HcnQueryEndpointProperties", "HcnDeleteEndpoint")
"""What the service of Windows does in milliseconds and the embedded host in microseconds."""
HOPS = 3
"""How often a life goes to a thread and back: to create and ask, to ask, to delete and close."""
LIFE_GOAL = 1.5
LIST_GOAL = 1.3
BLOCKED_GOAL_MS = 5.0
GROWTH_GOAL = 2.0


class Plan(NamedTuple):
    """How much is measured.

    Args:
        rounds: how often; the median counts.
        lives: endpoints created, queried and deleted in a round.
        slow_lives: the same, where the service takes its time.
        listed: endpoints on the network that is listed.
        crowd: endpoints on the network that grows.
    """

    rounds: int
    lives: int
    slow_lives: int
    listed: int
    crowd: int


QUICK = Plan(5, 200, 20, 1_000, 10_000)
FULL = Plan(9, 1_000, 100, 1_000, 10_000)


class Blocked:
    """The longest time the event loop did nothing else, seen by a task that wants to run all the time."""

    def __init__(self) -> None:
        self.longest_ms = 0.0

    async def watch(self) -> None:
        """Look at the clock once a pass of the loop."""
        before = time.perf_counter()
        while True:
            await anyio.sleep(0.0005)
            now = time.perf_counter()
            self.longest_ms = max(self.longest_ms, (now - before) * 1000 - 0.5)
            before = now


class PlainClient:
    """The compiled C client on the host that this process uses."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory()
        ffi = cffi.FFI()
        types = (ROOT / "hcs_cdef.h").read_text(encoding="utf-8").split("/* library:")[0].replace("#pragma once", "")
        ffi.cdef(types + PEER_DECLARATIONS)
        source = (HERE / "network_client.c").read_text(encoding="utf-8")
        ffi.set_source("hcsffi_network_client", source, include_dirs=[str(ROOT)], libraries=["dl"], extra_compile_args=["-O2"])
        spec = importlib.util.spec_from_file_location("hcsffi_network_client", ffi.compile(tmpdir=self._folder.name))
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        self._ffi: Any = module.ffi
        self._lib: Any = module.lib
        host = library.EMBEDDED_FOLDER / library.HOST_FILE
        if self._lib.network_client_load(str(host).encode()):
            sys.exit("the plain C client could not load the embedded host")

    def _wide(self, text: str) -> Any:
        return self._ffi.new("uint16_t[]", [*map(ord, text), 0])

    def lives_us(self, network_id: str, total: int) -> float:
        """Microseconds for one life."""
        guid = self._ffi.from_buffer("GUID *", bytearray(uuid.UUID(network_id).bytes_le))
        document = self._wide(documents.to_json(DOCUMENT).decode())
        taken = self._lib.network_client_lives(guid, document, self._wide(QUERY), total)
        assert taken, "a call of the plain C client failed"
        return float(taken) / 1000 / total

    def list_us(self, expected: int) -> float:
        """Microseconds for one list."""
        found = self._ffi.new("int *")
        taken = self._lib.network_client_list(self._wide(QUERY), found)
        assert taken
        assert found[0] == expected
        return float(taken) / 1000


async def lives_us(network: Network, total: int) -> float:
    """Microseconds for one life through the API: create, query, delete."""
    begun = time.perf_counter()
    for place in range(total):
        endpoint = await Endpoint.create(network, DOCUMENT, id=uuid.UUID(int=place + 1))
        await endpoint.query()
        await endpoint.delete()
    return (time.perf_counter() - begun) * 1e6 / total


async def hop_us(total: int) -> float:
    """Microseconds to a thread that does nothing and back."""
    loop = dispatcher.current()
    begun = time.perf_counter()
    for _ in range(total):
        sent = loop.send(Errand())
        assert sent is not None
        await sent[0]
    return (time.perf_counter() - begun) * 1e6 / total


async def list_us(expected: int, *, reads: bool = False) -> float:
    """Microseconds for one list through the API; with the documents read, too."""
    begun = time.perf_counter()
    found = await Endpoint.list()
    if reads:
        await found.read()
    taken = (time.perf_counter() - begun) * 1e6
    assert len(found) == expected
    return taken


async def fill(network: Network, count: int) -> list[float]:
    """Create endpoints and let go of them; microseconds for each."""
    taken = []
    for _ in range(count):
        begun = time.perf_counter()
        endpoint = await Endpoint.create(network, DOCUMENT)
        taken.append((time.perf_counter() - begun) * 1e6)
        await endpoint.aclose()
    return taken


async def blocked_ms(network: Network, plan: Plan) -> float:
    """The longest time that the loop did nothing else during lives and a list whose documents are read."""
    blocked = Blocked()
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(blocked.watch)
        await anyio.sleep(0.01)
        await lives_us(network, plan.lives)
        await list_us(plan.listed, reads=True)
        tasks.cancel_scope.cancel()
    return blocked.longest_ms


async def compare(plan: Plan, client: PlainClient) -> dict[str, float]:
    """All figures of one run."""
    seen: dict[str, list[float]] = {}

    def note(what: str, figure: float) -> None:
        seen.setdefault(what, []).append(figure)

    network = await Network.create(documents.build.nat_network("bench", "10.64.0.0/16", "10.64.0.1"))
    gc.collect()
    for _ in range(plan.rounds):
        note("life in C us", client.lives_us(network.id, plan.lives))
        note("life us", await lives_us(network, plan.lives))
        note("hops us", HOPS * await hop_us(plan.lives))
    embedded.configure({"Faults": [{"Function": one, "Count": 1_000_000, "DelayUs": SLOW_US} for one in SLOW]})
    for _ in range(plan.rounds):
        note("slow life in C us", client.lives_us(network.id, plan.slow_lives))
        note("slow life us", await lives_us(network, plan.slow_lives))
    embedded.configure({})
    await fill(network, plan.listed)
    gc.collect()
    for _ in range(plan.rounds):
        note("list in C us", client.list_us(plan.listed))
        note("list us", await list_us(plan.listed))
        note("list and read us", await list_us(plan.listed, reads=True))
        note("blocked ms", await blocked_ms(network, plan))
    await network.delete()
    network = await Network.create(documents.build.nat_network("crowd", "10.65.0.0/16", "10.65.0.1"))
    taken = await fill(network, plan.crowd)
    await network.delete()
    return {what: median(figures) for what, figures in seen.items()} | {
        "first hundred us": mean(taken[:100]),
        "last hundred us": mean(taken[-100:]),
    }


def print_figures(figures: dict[str, float]) -> bool:
    """Print the table; whether every goal is met."""
    rows: list[tuple[str, str, str, float | None]] = [
        ("create, query, delete an endpoint, 1 ms a call", "slow life us", "slow life in C us", LIFE_GOAL),
        ("the same, as fast as the embedded host is", "life us", "life in C us", None),
        ("to a thread and back, three times", "hops us", "life in C us", None),
        (f"list {QUICK.listed:,} endpoints with queries", "list us", "list in C us", LIST_GOAL),
        ("the same, and read every document", "list and read us", "list in C us", None),
        ("the last of 10,000 on a /16, against the first hundred", "last hundred us", "first hundred us", GROWTH_GOAL),
    ]
    met = True
    print(f"{'':56}{'us':>10}{'against us':>12}{'ratio':>8}{'goal':>7}")
    for what, ours, theirs, goal in rows:
        ratio = figures[ours] / figures[theirs]
        held = goal is None or ratio <= goal
        met = met and held
        said = f"{'-':>7}" if goal is None else f"{goal:7.1f}  {'held' if held else 'MISSED'}"
        print(f"{what:56}{figures[ours]:10.1f}{figures[theirs]:12.1f}{ratio:8.2f}{said}")
    held = figures["blocked ms"] <= BLOCKED_GOAL_MS
    print(
        f"the event loop was blocked for at most {figures['blocked ms']:.2f} ms (goal {BLOCKED_GOAL_MS:g})  {'held' if held else 'MISSED'}"
    )
    return met and held


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="fewer rounds")
    parser.add_argument("--backend", choices=("asyncio", "trio", "uvloop"), default="asyncio")
    parser.add_argument("--json", type=Path, help="write the figures to a file")
    given = parser.parse_args()
    embedded.counters()  # loads the host
    client = PlainClient()
    backend = "trio" if given.backend == "trio" else "asyncio"
    options: dict[str, object] = {"use_uvloop": True} if given.backend == "uvloop" else {}
    run: Callable[..., dict[str, float]] = anyio.run
    figures = run(compare, QUICK if given.quick else FULL, client, backend=backend, backend_options=options)
    met = print_figures(figures)
    if given.json:
        given.json.write_text(json.dumps(figures, indent=1), encoding="utf-8")
    print("every goal is met" if met else "a goal is missed")


if __name__ == "__main__":
    main()
