"""What does a root of ten layers cost a container, beside the same overlay made by hand and beside other runtimes? One run, medians.

    python benchmarks/roots.py [--quick] [--json FILE]

Lives of `true` take turns, each with a fresh writable layer over ten: hcsffi (scratch, attach, create, start, run, terminate, destroy); the
same overlay by hand, which is a shell script of mount and bubblewrap as root and bubblewrap's own overlay elsewhere; a life of hcsffi
without a root of its own; and runc and podman on the overlay of that script, where they are installed and work. Beside the time that
passed there is the processor time of all processes involved, which a busy machine changes less.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import hcsffi
from hcsffi import documents, embedded, storage

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

LAYERS = 10
GOAL = 1.5
UNSHARED = ["--unshare-user", "--unshare-pid", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try", "--as-pid-1", "--new-session"]
INSIDE = ["--proc", "/proc", "--dev", "/dev", "--tmpfs", "/run", "--chdir", "/", "--", "/bin/true"]
BY_ROOT = """
set -e; cd "$1"; mkdir fresh fresh/upper fresh/work fresh/merged; shift; lower=$1; shift
mount -t overlay -o "lowerdir=$lower,upperdir=fresh/upper,workdir=fresh/work" overlay fresh/merged
"$@" || failed=1
umount fresh/merged; rm -rf fresh; exit ${failed:-0}
"""


class Cost(NamedTuple):
    """Milliseconds of one life."""

    passed: float
    processor: float


def processor_s() -> float:
    """What this process and all that it has waited for have used."""
    used = [resource.getrusage(one) for one in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


async def cost_of(life: Callable[[], Awaitable[object]]) -> Cost:
    """One life."""
    begin, before = time.perf_counter(), processor_s()
    await life()
    return Cost((time.perf_counter() - begin) * 1000, (processor_s() - before) * 1000)


async def make_layers(folder: Path) -> list[Path]:
    """Ten layers: the lowest with a root for `true`, each other one with a file of its own; the topmost first."""
    chain: list[Path] = []
    for at in range(LAYERS):
        source = folder / f"source-{at}"
        (source / "Files" / "etc").mkdir(parents=True)
        (source / "Files" / "etc" / f"layer-{at}").write_text(str(at), encoding="utf-8")
        if at == 0:
            write_root(source / "Files")
        await storage.make_layer(folder / f"layer-{at}", source, parents=storage.LayerChain.of(*chain))
        chain.insert(0, folder / f"layer-{at}")
    return chain


def write_root(folder: Path) -> None:
    """What `true` needs."""
    program = shutil.which("true") or "/bin/true"
    listed = subprocess.run(["ldd", program], capture_output=True, text=True, check=True).stdout
    for file in [word for word in listed.split() if word.startswith("/")]:
        target = folder / file.lstrip("/")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(file, target)
    (folder / "bin").mkdir(exist_ok=True)
    shutil.copy2(program, folder / "bin/true")


async def on_layers(chain: list[Path], folder: Path) -> None:
    """A whole life on a fresh writable layer."""
    async with storage.Scratch(storage.LayerChain.of(*chain), folder / "scratch") as scratch:
        await live({"Container": {"Storage": documents.to_mapping(scratch.storage())}})


async def live(document: dict[str, object]) -> None:
    """A whole life."""
    async with await hcsffi.ComputeSystem.create("roots", document, terminate_on_close=True) as system:
        await system.start()
        async with await system.create_process({"CommandArgs": ["/bin/true"]}) as process:
            await process.wait()
        await system.terminate()


def by_hand(chain: list[Path], folder: Path, program: str) -> list[str]:
    """The same as somebody would type it."""
    lower = [str(one / "Files") for one in chain]
    if os.geteuid() == 0:
        return overlaid(lower, folder, [program, *UNSHARED, "--bind", "fresh/merged", "/", *INSIDE])
    sources = [word for one in reversed(lower) for word in ("--overlay-src", one)]
    fresh = [str(folder / "fresh" / name) for name in ("upper", "work")]
    script = f'mkdir -p {" ".join(fresh)}; "$@" || failed=1; chmod -R u+rwx "$0"; rm -rf "$0"; exit ${{failed:-0}}'
    return ["sh", "-c", script, str(folder / "fresh"), program, *UNSHARED, *sources, "--overlay", *fresh, "/", *INSIDE]


def overlaid(lower: list[str], folder: Path, words: list[str]) -> list[str]:
    """A command on an overlay that a script of root mounts, at fresh/merged below the folder it starts in."""
    return ["sh", "-c", BY_ROOT, "sh", str(folder), ":".join(lower), *words]


async def run(words: list[str], *, quiet: bool = True) -> None:
    """One command to its end."""
    await asyncio.to_thread(subprocess.run, words, check=True, stderr=subprocess.DEVNULL if quiet else None)


def peers(chain: list[Path], folder: Path) -> dict[str, list[str]]:
    """Other runtimes on the same overlay; one that cannot be had is told with the reason."""
    lower = [str(one / "Files") for one in chain]
    found: dict[str, list[str]] = {}
    if shutil.which("runc"):
        bundle = folder / "bundle"
        bundle.mkdir()
        subprocess.run(["runc", "spec", *([] if os.geteuid() == 0 else ["--rootless"])], cwd=bundle, check=True)
        config = json.loads((bundle / "config.json").read_text(encoding="utf-8"))
        config["process"] |= {"terminal": False, "args": ["/bin/true"]}
        config["root"] = {"path": str(folder / "fresh/merged"), "readonly": False}
        (bundle / "config.json").write_text(json.dumps(config), encoding="utf-8")
        found["runc"] = overlaid(lower, folder, ["runc", "run", "--bundle", str(bundle), "roots"])
    if shutil.which("podman"):
        words = ["podman", "run", "--rm", "--network", "none", "--rootfs", "fresh/merged", "/bin/true"]
        found["podman"] = overlaid(lower, folder, words)
    for name in ("runc", "podman", "docker"):
        if name not in found:
            print(f"{name}: left out, " + ("its images are its own" if shutil.which(name) else "not installed"))
    for name, words in list(found.items()):
        done = subprocess.run(words, capture_output=True, text=True, check=False)
        if done.returncode:
            print(f"{name}: left out, it says {done.stderr.strip().splitlines()[-1] if done.stderr.strip() else 'nothing'}")
            del found[name]
    return found


async def measure(folder: Path, times: int, program: str) -> dict[str, Cost]:
    """All kinds in turns, after a first of each that nobody counts."""
    chain = await make_layers(folder)
    lives: dict[str, Callable[[], Awaitable[object]]] = {
        "hcsffi on ten layers": partial(on_layers, chain, folder),
        "the overlay by hand": partial(run, by_hand(chain, folder, program), quiet=False),
        "hcsffi without a root": partial(live, {"Container": {}}),
    }
    lives |= {name: partial(run, words) for name, words in peers(chain, folder).items()}
    taken: dict[str, list[Cost]] = {name: [] for name in lives}
    for turn in range(times + 1):
        for name, life in lives.items():
            cost = await cost_of(life)
            if turn:
                taken[name].append(cost)
    for one in chain:
        await storage.remove_layer(one)
    return {name: Cost(*(statistics.median(column) for column in zip(*costs, strict=True))) for name, costs in taken.items()}


def main() -> None:
    """Measure, print the table and the goal."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="20 lives of each kind instead of 100")
    parser.add_argument("--json", type=Path, help="write what was measured")
    arguments = parser.parse_args()
    engine = embedded.isolation()
    if not (engine["Works"] and engine["Layers"]):
        sys.exit(f"this machine does not isolate on layers: {engine['Problem']}")
    with tempfile.TemporaryDirectory(prefix="hcsffi-roots-", dir="/var/tmp") as made:  # an overlay cannot stand on another
        costs = asyncio.run(measure(Path(made), 20 if arguments.quick else 100, str(engine["Program"])))
    by_hand_cost, plain = costs["the overlay by hand"], costs["hcsffi without a root"]
    for name, cost in costs.items():
        ratios = f"{cost.passed / by_hand_cost.passed:6.2f} {cost.processor / by_hand_cost.processor:6.2f}"
        print(f"{name:24} {cost.passed:8.2f} ms {cost.processor:8.2f} ms of a processor   of the overlay by hand {ratios}")
    for kind in Cost._fields:
        whole, hand = getattr(costs["hcsffi on ten layers"], kind), getattr(by_hand_cost, kind)
        for name, beside in (("by hand", hand), ("by hand and plain life", hand + getattr(plain, kind))):
            print(f"ten layers over {name:22} {kind:9} <= {GOAL:.2f}   measured {whole / beside:.2f}   {verdict(whole / beside)}")
    if arguments.json:
        arguments.json.write_text(json.dumps({name: cost._asdict() for name, cost in costs.items()}, indent=1), encoding="utf-8")


def verdict(measured: float) -> str:
    """Whether the goal was met."""
    return "met" if measured <= GOAL else "MISSED"


if __name__ == "__main__":
    main()
