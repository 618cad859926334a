"""Two layers of this machine's own packages: imported, attached, changed by ordinary programs, exported, imported again and compared.

    python examples/layers_demo.py            # as whoever runs it
    python examples/layers_demo.py --users    # as root and, by setpriv, as an ordinary user

First it lists what the kernel offers there, and which way is taken. The exported archive is read by GNU tar, and by bsdtar, skopeo and
umoci where they are installed: checkers that know nothing of hcsffi.
"""

from __future__ import annotations

import ctypes
import fcntl
import hashlib
import json
import os
import shutil
import stat
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import anyio

from hcsffi import embedded, storage
from hcsffi.storage import oci

if TYPE_CHECKING:
    from collections.abc import Callable

PACKAGES = (("dash", "coreutils", "tzdata"), ("grep", "sed", "gzip"))
"""The packages of the base layer and of the one above it."""

CHANGES = """
set -e
echo created > usr/created
echo changed >> usr/share/doc/dash/copyright
rm -r usr/share/doc/coreutils
rm -r usr/share/zoneinfo/Arctic && echo 'a file now' > usr/share/zoneinfo/Arctic
mv usr/share/zoneinfo/Iceland usr/share/zoneinfo/Moved
chmod 600 usr/share/zoneinfo/Egypt
truncate -s 4M usr/hole && printf end >> usr/hole && truncate -s 8M usr/hole
ln usr/created usr/linked
ln -s ../nowhere usr/dangling
"""
"""Create, change, delete, replace, rename, chmod, hole, link: the programs are this machine's own and know nothing of layers."""


CLONE_FILE = 0x40049409
OPEN_TREE = 428
MAY_MOUNT = 1 << 21
"""FICLONE of linux/fs.h, the number of open_tree on every architecture, and CAP_SYS_ADMIN among the effective capabilities."""


def succeeds(call: Callable[[], object]) -> bool:
    """Whether a call of the system succeeds here."""
    try:
        call()
    except OSError:
        return False
    return True


def finds_hole(file: int) -> bool:
    """Whether the file system tells where a file has nothing."""
    os.ftruncate(file, 1 << 20)
    os.pwrite(file, b"x", (1 << 20) - 1)
    return os.lseek(file, 0, os.SEEK_HOLE) < 1 << 20


def kernel_offers(at: Path) -> list[tuple[str, bool, str, str]]:
    """What layers can make use of in a folder: its name, whether it is there, and what is done with it and without it."""
    mountable = "overlay" in Path("/proc/filesystems").read_text(encoding="utf-8").split()
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    capable = int(status.partition("CapEff:")[2].split()[0], 16) & MAY_MOUNT != 0
    opened = ctypes.CDLL(None).syscall(OPEN_TREE, -1, os.fsencode(at), os.O_CLOEXEC)
    with (at / "offer-one").open("w+b") as one, (at / "offer-two").open("w+b") as two:
        one.write(b"content")
        one.flush()
        return [
            ("overlayfs", mountable, "the merged view", "the merged view is a copy"),
            ("mounting (CAP_SYS_ADMIN)", capable, "the merged view is mounted", "the merged view is a copy"),
            ("open_tree", opened >= 0, "looks at what an overlay covers", "an overlay is not tried"),
            ("FICLONE", succeeds(lambda: fcntl.ioctl(two, CLONE_FILE, one.fileno())), "copies share their blocks", "copies are copies"),
            (
                "copy_file_range",
                succeeds(lambda: os.copy_file_range(one.fileno(), two.fileno(), 7, 0)),
                "copied inside the kernel",
                "copied by read and write",
            ),
            ("SEEK_HOLE", finds_hole(two.fileno()), "holes are found", "a hole is read as zeroes"),
            ("attributes user.*", succeeds(lambda: os.setxattr(one.fileno(), "user.hcsffi", b"")), "kept on files", "kept in the sidecar"),
        ]


def print_offers(at: Path) -> None:
    """Say what this machine's kernel offers and which way is taken for it."""
    print(f"kernel {os.uname().release}, file system of {at}:")
    for name, is_there, taken, otherwise in kernel_offers(at):
        print(f"  {name:26}{'offered' if is_there else 'not offered'}: {taken if is_there else otherwise}")


def copy_packages(names: tuple[str, ...], layer: Path) -> int:
    """Copy what the packages own into a folder in transport form; return how many entries that were."""
    listed = subprocess.run(["dpkg", "-L", *names], check=True, capture_output=True, text=True).stdout
    count = 0
    for line in sorted({one for one in listed.splitlines() if one.startswith("/") and one != "/."}):
        # Where /bin is a link to /usr/bin, the list still says /bin/sh.
        source = Path(line).parent.resolve() / Path(line).name
        target = layer / "Files" / str(source).lstrip("/")
        if source.is_dir() and not source.is_symlink():
            target.mkdir(parents=True, exist_ok=True)
        elif os.path.lexists(source) and (source.is_symlink() or os.access(source, os.R_OK)):
            target.parent.mkdir(parents=True, exist_ok=True)
            target.unlink(missing_ok=True)
            shutil.copy2(source, target, follow_symlinks=False)
        count += 1
    return count


def census(folder: Path) -> dict[str, tuple[object, ...]]:
    """Everything in a tree that has to be the same: kinds, modes, sizes, contents, targets, times of files."""
    found: dict[str, tuple[object, ...]] = {}
    for path in sorted(folder.rglob("*")):
        name, entry = path.relative_to(folder).as_posix(), path.lstat()
        if name == ".hcsffi" or name.startswith(".hcsffi/"):
            continue
        kind = stat.S_IFMT(entry.st_mode)
        if kind == stat.S_IFREG:
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            found[name] = kind, stat.S_IMODE(entry.st_mode), entry.st_size, digest, entry.st_mtime_ns
        else:
            found[name] = kind, stat.S_IMODE(entry.st_mode), str(path.readlink()) if path.is_symlink() else ""
    return found


def same(one: dict[str, tuple[object, ...]], other: dict[str, tuple[object, ...]], told: str) -> None:
    """Insist that two trees are one."""
    different = [name for name in sorted({*one, *other}) if one.get(name) != other.get(name)]
    if different:
        details = "\n".join(f"  {name}: {one.get(name)} {other.get(name)}" for name in different[:10])
        raise SystemExit(f"{told}: {len(different)} paths differ\n{details}")
    print(f"  {told}: the same {len(one)} paths")


def write_layout(folder: Path, archives: list[tuple[Path, oci.Exported]]) -> None:
    """Write an OCI image layout of the archives, the base first."""
    blobs = folder / "blobs" / "sha256"
    blobs.mkdir(parents=True)

    def blob(content: bytes, kind: str) -> dict[str, object]:
        digest = hashlib.sha256(content).hexdigest()
        (blobs / digest).write_bytes(content)
        return {"mediaType": kind, "digest": f"sha256:{digest}", "size": len(content)}

    layers = [blob(path.read_bytes(), told.media_type) for path, told in archives]
    rootfs = {"type": "layers", "diff_ids": [told.diff_id for _, told in archives]}
    config = blob(
        json.dumps({"os": "linux", "architecture": "amd64", "rootfs": rootfs, "config": {}}).encode(),
        "application/vnd.oci.image.config.v1+json",
    )
    kind = "application/vnd.oci.image.manifest.v1+json"
    manifest = blob(json.dumps({"schemaVersion": 2, "mediaType": kind, "config": config, "layers": layers}).encode(), kind)
    manifest["annotations"] = {"org.opencontainers.image.ref.name": "demo"}
    (folder / "index.json").write_text(json.dumps({"schemaVersion": 2, "manifests": [manifest]}), encoding="utf-8")
    (folder / "oci-layout").write_text('{"imageLayoutVersion":"1.0.0"}', encoding="utf-8")


def ask(name: str, *words: str | Path) -> str | None:
    """Run a checker; ``None`` where it is not installed."""
    if shutil.which(name) is None:
        print(f"  {name} is not installed")
        return None
    return subprocess.run([name, *map(str, words)], check=True, capture_output=True, text=True).stdout


def check_independently(at: Path, archives: list[tuple[Path, oci.Exported]], merged: dict[str, tuple[object, ...]]) -> None:
    """Let programs of others read the archives."""
    last = archives[-1][0]
    for reader in ("tar", "bsdtar"):
        listed = ask(reader, "tf", last)
        if listed is not None:
            print(f"  {reader} reads {len(listed.splitlines())} entries of the difference")
    write_layout(at / "layout", archives)
    inspected = ask("skopeo", "inspect", f"oci:{at / 'layout'}:demo")
    if inspected is not None:
        print(f"  skopeo inspects {len(json.loads(inspected)['Layers'])} layers")
    rootless = [] if os.geteuid() == 0 else ["--rootless"]
    if ask("umoci", "unpack", *rootless, "--image", f"{at / 'layout'}:demo", at / "bundle") is not None:
        unpacked = census(at / "bundle" / "rootfs" / "Files")
        # umoci keeps whole seconds of times, and gives a rootless owner what the archive denies him: contents are compared.
        same(contents(merged), contents(unpacked), "umoci's tree and the merged view")


def contents(tree: dict[str, tuple[object, ...]]) -> dict[str, tuple[object, ...]]:
    """The sizes and digests of a tree's files."""
    return {name: one[2:4] for name, one in tree.items() if one[0] == stat.S_IFREG}


async def demonstrate(at: Path) -> None:
    """Tell the whole story in one folder."""
    root = at / "root"
    root.mkdir()
    chain = storage.LayerChain()
    archives: list[tuple[Path, oci.Exported]] = []
    for number, packages in enumerate(PACKAGES):
        source, layer = at / f"source-{number}", root / f"layer-{number}"
        print(f"layer {number}: {copy_packages(packages, source)} entries of {', '.join(packages)}")
        await storage.make_layer(layer, source, chain)
        archives.append((at / f"layer-{number}.tar.gz", await oci.export_tar(layer, at / f"layer-{number}.tar.gz", compression="gzip")))
        chain = chain.above(layer)
    async with storage.Scratch(chain, root / "work") as scratch:
        counted = embedded.counters()
        print(f"attached by {'an overlay' if counted['OverlayViews'] else 'a copy'}; changed by ordinary programs")
        await anyio.run_process(["sh", "-c", CHANGES], cwd=scratch.mount_path, stderr=None)
        merged = census(Path(scratch.mount_path))
        changes = await storage.list_changes(scratch.path, chain, is_writable=True)
        print("  " + "\n  ".join(f"{one.kind.value:8} {one.path}" for one in changes))
        (at / "difference").mkdir()
        await scratch.export(at / "difference")
        archives.append((at / "top.tar.gz", await oci.export_tar(at / "difference", at / "top.tar.gz", compression="gzip")))
    print(f"exported: {archives[-1][1].size} bytes, {archives[-1][1].diff_id}")
    imported = await oci.import_tar(at / "top.tar.gz", root / "top", parents=chain.paths, names=oci.NameRules.LINUX)
    if imported.diff_id != archives[-1][1].diff_id:
        raise SystemExit("the archive that was imported is not the one that was exported")
    async with storage.Scratch(chain.above(root / "top"), root / "work") as scratch:
        same(merged, census(Path(scratch.mount_path)), "the merged view and the one of what was imported again")
        hole = (Path(scratch.mount_path) / "usr" / "hole").stat()
        # A copied view has a file of its own for each name of a layer's file, so that changing one leaves the other, as overlayfs does.
        if not (root / "top" / "Files" / "usr" / "created").samefile(root / "top" / "Files" / "usr" / "linked"):
            raise SystemExit("the hard link became two files")
        print(f"  the hole: {hole.st_size} bytes, {hole.st_blocks * 512} on the disk")
    check_independently(at, archives, merged)
    for name in ("top", "layer-1", "layer-0"):
        await storage.remove_layer(root / name)
    print(f"left in the root: {sorted(os.listdir(root))}")  # noqa: PTH208 - names alone


def main() -> None:
    """Demonstrate, for each user where that is asked for."""
    if "--users" in sys.argv and os.geteuid() == 0:
        for user, words in (("root", []), ("an ordinary user", ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"])):
            print(f"== as {user}", flush=True)
            subprocess.run([*words, sys.executable, __file__], check=True, cwd="/")
        return
    if shutil.which("dpkg") is None:
        raise SystemExit("the demonstration takes the files of Debian's packages, and there is no dpkg here")
    with tempfile.TemporaryDirectory(prefix="hcsffi-demo-") as folder:
        os.chmod(folder, 0o755)  # noqa: PTH101, S103 - the checkers look into it
        print_offers(Path(folder))
        anyio.run(demonstrate, Path(folder))


if __name__ == "__main__":
    main()
