"""What do all the checks of a layer archive cost beside GNU tar, which has none, and beside Python's own extraction?

    python benchmarks/layers.py [--quick] [--folder DIR]

Each round does every contender once, one behind another, in a memory file system; the best of the rounds is taken and only ratios are
promised, because a machine has neighbours. The archive of large files is measured in time, for its work is the disk's and the hash's; the
one of small files in processor seconds, for its work is Python's.

The difference of a writable layer is measured beside a walk of the directories in which something was changed, which only an overlay of the
kernel can be as good as: a copied view has to be looked through, and is measured beside a walk of the whole of it.
"""

from __future__ import annotations

import argparse
import gzip
import io
import os
import random
import resource
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
from collections import defaultdict
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import anyio

from hcsffi import embedded, storage
from hcsffi.storage.oci import export_tar, import_tar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MIB = 1 << 20
PEAK = """
import re, sys, anyio
from hcsffi.storage.oci import export_tar, import_tar
def peak_kib():
    return int(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1])
before = peak_kib()
anyio.run(lambda: import_tar(sys.argv[1], sys.argv[2]))
anyio.run(lambda: export_tar(sys.argv[2], sys.argv[3]))
print((peak_kib() - before) // 1024)
"""
"""What one process does that unpacks an archive and packs it again; prints by how many MiB it has grown."""


class Cost(NamedTuple):
    """Seconds that passed, and seconds of processors, children's included."""

    wall_s: float
    cpu_s: float


class Bound(NamedTuple):
    """One line of the table: what is compared with what, and how it has to come out."""

    title: str
    ratio: Callable[[dict[str, Cost]], float]
    at_least: float | None = None
    at_most: float | None = None


BOUNDS = (
    Bound("unpack large files: speed beside tar x", lambda best: best["large tar x"].wall_s / best["large import"].wall_s, at_least=0.7),
    Bound(
        "unpack large.tar.gz: speed beside gzip -dc | tar x",
        lambda best: best["gzip tar x"].wall_s / best["gzip import"].wall_s,
        at_least=1.2,
    ),
    Bound("unpack small files: processor beside tar x", lambda best: best["small import"].cpu_s / best["small tar x"].cpu_s, at_most=4.0),
    Bound(
        "unpack small files: processor beside extractall(filter='data')",
        lambda best: best["small import"].cpu_s / best["small extractall"].cpu_s,
        at_most=0.9,
    ),
    Bound("pack large files: speed beside tar c", lambda best: best["large tar c"].wall_s / best["large export"].wall_s, at_least=0.5),
    Bound("pack small files: speed beside tar c", lambda best: best["small tar c"].wall_s / best["small export"].wall_s, at_least=0.5),
)
VIEWS = {
    "overlay": Bound(
        "difference of ten files: time beside a walk of their directories",
        lambda best: best["overlay difference"].wall_s / best["overlay walk"].wall_s,
        at_most=3.0,
    ),
    "copy": Bound(
        "the same, copied view: time beside a walk of all directories",
        lambda best: best["copy difference"].wall_s / best["copy walk"].wall_s,
        at_most=3.0,
    ),
}
CHANGED = 10
"""Files of the difference, each in a directory of its own."""
WINDOWS = {
    "MSWINDOWS.fileattr": "32",
    "MSWINDOWS.rawsd": "AQAEgBQAAAAkAAAAAAAAAAAAAAABAgAAAAAABSAAAAAgAgAAAQEAAAAAAAUSAAAA",  # owner administrators, group system
}
"""What each file of a Windows layer says of itself beside its content."""
PEAK_MIB = 64


def cost_of(work: Callable[[], object]) -> Cost:
    """Do the work once and say what it took."""
    before, begin = _processor_s(), time.perf_counter()
    work()
    return Cost(time.perf_counter() - begin, _processor_s() - before)


def _processor_s() -> float:
    usages = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def write_large(path: Path, total_mib: int) -> None:
    """An archive of eight files, half of whose bytes repeat."""
    drawn = random.Random(1)
    block = b"".join(part + part[:2048] for part in (drawn.randbytes(2048) for _ in range(256)))
    with tarfile.open(path, "w", format=tarfile.PAX_FORMAT) as target:
        _add_folder(target, "Files")
        for place in range(8):
            one = tarfile.TarInfo(f"Files/large{place}")
            one.size = total_mib // 8 * MIB
            target.addfile(one, _Repeated(block, one.size))


class _Repeated(io.RawIOBase):
    """One block over and over."""

    def __init__(self, block: bytes, size: int) -> None:
        self._block = block
        self._left = size

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        taken = min(size if size >= 0 else self._left, self._left, len(self._block))
        self._left -= taken
        return self._block[:taken]


def write_small(path: Path, count: int, records: dict[str, str] | None = None) -> None:
    """An archive of files of some kilobytes, a hundred to a directory."""
    drawn = random.Random(2)
    with tarfile.open(path, "w", format=tarfile.PAX_FORMAT) as target:
        _add_folder(target, "Files")
        for place in range(count):
            if place % 100 == 0:
                _add_folder(target, f"Files/folder{place // 100:04d}")
            content = drawn.randbytes(drawn.randint(200, 6000))
            one = tarfile.TarInfo(f"Files/folder{place // 100:04d}/file{place:06d}.txt")
            one.size = len(content)
            one.mtime = 1_600_000_000 + place
            one.pax_headers = records or {}
            target.addfile(one, io.BytesIO(content))


def _add_folder(target: tarfile.TarFile, name: str) -> None:
    one = tarfile.TarInfo(name)
    one.type = tarfile.DIRTYPE
    one.mode = 0o755
    target.addfile(one)


def contenders(root: Path) -> Iterator[tuple[str, Callable[[], object]]]:
    """What each round does, in its order; what unpacks has an empty directory before it, what packs the one just unpacked."""
    out = root / "out"
    for name in ("large", "small"):
        archive = str(root / f"{name}.tar")
        yield f"{name} tar x", partial(subprocess.run, ["tar", "xf", archive, "-C", str(out)], check=True)
        yield f"{name} tar c", lambda: subprocess.run(["tar", "cf", str(root / "packed.tar"), "-C", str(out), "Files"], check=True)
        yield f"{name} import", partial(anyio.run, import_tar, archive, out / "layer")
        yield f"{name} export", lambda: anyio.run(export_tar, out / "layer", root / "packed.tar")
    pipe = f"gzip -dc {root / 'large.tar.gz'} | tar x -C {out}"
    yield "gzip tar x", lambda: subprocess.run(["/bin/sh", "-c", pipe], check=True)
    yield "gzip import", lambda: anyio.run(import_tar, root / "large.tar.gz", out / "layer")
    yield "small extractall", lambda: _extract_all(root / "small.tar", out)


def _extract_all(archive: Path, out: Path) -> None:
    with tarfile.open(archive) as opened:
        opened.extractall(out, filter="data")


def measured(root: Path, rounds: int) -> dict[str, Cost]:
    """The best of the rounds for each contender."""
    found: defaultdict[str, list[Cost]] = defaultdict(list)
    for _ in range(rounds):
        for name, work in contenders(root):
            (root / "packed.tar").unlink(missing_ok=True)  # an export keeps the old one until it has the new one: pages that tar uses again
            if not name.endswith(("tar c", "export")):
                shutil.rmtree(root / "out", ignore_errors=True)
                (root / "out").mkdir()
            found[name].append(cost_of(work))
    return {name: Cost(min(one.wall_s for one in costs), min(one.cpu_s for one in costs)) for name, costs in found.items()}


def walk(folders: list[Path]) -> None:
    """Look at every entry of trees, as whatever compares them has to."""
    for folder in folders:
        for above, _, files in os.walk(folder):
            for name in files:
                os.lstat(f"{above}/{name}")


def change(mount: Path) -> list[Path]:
    """Write into one file of each of ten directories and return these."""
    folders = sorted(mount.glob("folder*"))[:CHANGED]
    for folder in folders:
        min(folder.iterdir()).write_bytes(b"changed")
    return folders


async def measured_difference(root: Path, view: str, rounds: int) -> dict[str, Cost]:
    """Change ten files of the merged view of a large layer, each in a directory of its own, and write the difference, round after round."""
    embedded.configure({"LayerViews": view})
    found: defaultdict[str, list[Cost]] = defaultdict(list)
    async with storage.Scratch(storage.LayerChain.of(root / "many"), root / "scratch") as scratch:
        mount = Path(scratch.mount_path)
        folders = change(mount)
        for _ in range(rounds):
            target = root / "difference"
            shutil.rmtree(target, ignore_errors=True)
            target.mkdir()
            found[f"{view} walk"].append(cost_of(partial(walk, folders if view == "overlay" else [mount])))
            before, begin = _processor_s(), time.perf_counter()
            await scratch.export(target)
            found[f"{view} difference"].append(Cost(time.perf_counter() - begin, _processor_s() - before))
            if sum(one.read_bytes() == b"changed" for one in target.rglob("*.txt")) != CHANGED:
                raise SystemExit(f"the difference in {target} is not the change")
    return {name: Cost(min(one.wall_s for one in costs), min(one.cpu_s for one in costs)) for name, costs in found.items()}


def peak_mib(root: Path, archive: str) -> int:
    """By how much a process grows that unpacks an archive and packs it again."""
    shutil.rmtree(root / "out", ignore_errors=True)
    (root / "out").mkdir()
    arguments = [str(root / archive), str(root / "out/layer"), str(root / "packed.tar")]
    done = subprocess.run([sys.executable, "-c", PEAK, *arguments], check=True, capture_output=True, text=True)
    return int(done.stdout)


def main() -> int:
    """Print the table; the exit status says whether every promise was kept."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--quick", action="store_true", help="a tenth of the bytes and files, two rounds")
    parser.add_argument("--folder", type=Path, default=Path("/dev/shm"), help="where to work; a memory file system")
    given = parser.parse_args()
    root = Path(tempfile.mkdtemp(prefix="hcsffi-layers-", dir=given.folder if given.folder.is_dir() else None))
    try:
        write_large(root / "large.tar", 256 if given.quick else 2048)
        write_small(root / "small.tar", 5000 if given.quick else 50_000)
        with (root / "large.tar").open("rb") as plain, gzip.open(root / "large.tar.gz", "wb", compresslevel=1) as packed:
            shutil.copyfileobj(plain, packed, MIB)
        rounds = 2 if given.quick else 5
        best = measured(root, rounds)
        write_small(root / "many.tar", 10_000 if given.quick else 100_000, WINDOWS)
        anyio.run(import_tar, root / "many.tar", root / "many")
        views = ["overlay", "copy"] if os.geteuid() == 0 else ["copy"]
        for view in views:
            best |= anyio.run(measured_difference, root, view, rounds)
        peaks = {name: peak_mib(root, name) for name in ("large.tar", "large.tar.gz", "small.tar")}
    finally:
        shutil.rmtree(root)
    kept = True
    print(f"{'':64}{'ratio':>8}  promise      (load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors)")
    for bound in (*BOUNDS, *(VIEWS[view] for view in views)):
        ratio = bound.ratio(best)
        promise = f">= {bound.at_least}" if bound.at_least is not None else f"<= {bound.at_most}"
        fits = (bound.at_least is None or ratio >= bound.at_least) and (bound.at_most is None or ratio <= bound.at_most)
        kept = kept and fits
        print(f"{bound.title:64}{ratio:8.2f}  {promise}{'' if fits else '   MISSED'}")
    for name, mib in peaks.items():
        kept = kept and mib < PEAK_MIB
        print(f"{f'unpack and pack {name}: growth of the process, MiB':64}{mib:8}  < {PEAK_MIB}{'' if mib < PEAK_MIB else '   MISSED'}")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
