"""Runs the native tests of limits on a kernel whose controllers are all in control groups of version 2: Debian's, in qemu.

    python tests/endurance/limits_version_2.py --programs build/native-tests/plain [--kernel vmlinuz] [--bubblewrap bwrap]

The machine it is started on may have version 1, or none that it may write to. Inside, the tests run twice: as root in the first group of
all, and as an ordinary user in a group that was delegated to him, as an ordinary session is: memory, processor, number of processes, and
what is written to a disk. It emulates, so it needs no rights: two minutes of one processor. From Debian it takes qemu-system-x86,
busybox-static and the kernel of linux-image-cloud-amd64; root gets the first two installed where they are missing, and the kernel unpacked
in build/kernel. Where they cannot be had it ends with 2.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

LIMIT_S: Final = 900
KERNELS: Final = "vmlinuz-*-cloud-amd64"
UNPACKED: Final = Path(__file__).resolve().parents[2] / "build" / "kernel"
DISK_BYTES: Final = 64 << 20
DONE: Final = re.compile(r"^LIMITS (root|user) ended (\d+)", re.MULTILINE)

# The first file system of a machine cannot be left by pivot_root, which bubblewrap needs: the work is done in another.
FIRST: Final = """#!/bin/busybox sh
/bin/busybox mkdir -p /new
/bin/busybox mount -t tmpfs new /new
/bin/busybox cp -a /bin /lib /lib64 /usr /etc /tests /init2 /new/
exec /bin/busybox switch_root /new /init2
"""

SECOND: Final = """#!/bin/busybox sh
export PATH=/bin LIMITS_EXPECTED=cgroup2 HARNESS_LIMIT_S=300 HARNESS_PATIENCE_S=120
/bin/busybox --install -s /bin
mkdir -p /proc /sys /dev /tmp /run /home /root /var/tmp
chmod 1777 /tmp /var/tmp
mount -t proc proc /proc; mount -t sysfs sys /sys; mount -t devtmpfs dev /dev
mount -t cgroup2 -o nsdelegate groups /sys/fs/cgroup
uname -r; ip link set lo up
mke2fs /dev/nvme0n1 > /dev/null && mount /dev/nvme0n1 /var/tmp && chmod 1777 /var/tmp
/tests/limit_test; echo "LIMITS root ended $?"
cd /sys/fs/cgroup
echo +memory +cpu +pids +io > cgroup.subtree_control
mkdir slice slice/session
echo +memory +cpu +pids +io > slice/cgroup.subtree_control
chown 1000:1000 slice slice/session slice/cgroup.procs slice/cgroup.subtree_control slice/session/cgroup.procs
become="exec /usr/bin/setpriv --reuid 1000 --regid 1000 --clear-groups"
sh -c "echo 0 > slice/session/cgroup.procs; cd /; $become /tests/limit_test"
echo "LIMITS user ended $?"
poweroff -f
"""


def libraries_of(program: Path) -> set[Path]:
    """The shared libraries a program loads, the loader among them."""
    listed = subprocess.run(["ldd", str(program)], capture_output=True, text=True, check=False).stdout
    return {Path(found) for found in re.findall(r"(/\S+)", listed)}


def fill(root: Path, programs: Path, busybox: Path, bubblewrap: Path | None) -> None:
    """Lay out the first file system."""
    for folder in ("bin", "tests", "etc", "usr/bin", "lib", "lib64"):
        (root / folder).mkdir(parents=True, exist_ok=True)
    shutil.copy2(busybox, root / "bin/busybox")
    (root / "bin/sh").symlink_to("busybox")
    placed = {root / "tests" / name: programs / name for name in ("limit_test", "reaper")}
    placed[root / "usr/bin/setpriv"] = Path(shutil.which("setpriv") or "/usr/bin/setpriv")
    if bubblewrap is not None:
        placed[root / "usr/bin/bwrap"] = bubblewrap
    for target, source in placed.items():
        shutil.copy2(source, target)
        for library in libraries_of(source):
            # Where the program names it, and where every program looks: a wheel's bubblewrap finds its own beside it alone.
            for place in (root / str(library).lstrip("/"), root / "usr/lib" / library.name):
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(library.resolve(), place)
    (root / "etc/passwd").write_text("root:x:0:0::/root:/bin/sh\nuser:x:1000:1000::/home:/bin/sh\n", encoding="utf-8")
    for name, text in (("init", FIRST), ("init2", SECOND)):
        (root / name).write_text(text, encoding="utf-8")
        (root / name).chmod(0o755)


def boot(kernel: Path, busybox: Path, root: Path, archive: Path) -> str:
    """What the machine writes until it switches itself off."""
    names = subprocess.run(["find", "."], cwd=root, capture_output=True, check=True).stdout
    with archive.open("wb") as out:
        subprocess.run([str(busybox), "cpio", "-o", "-H", "newc", "-R", "0:0"], cwd=root, input=names, stdout=out, check=True)
    words = ["qemu-system-x86_64", "-M", "q35", "-cpu", "max", "-m", "1024", "-smp", "2", "-nographic", "-no-reboot"]
    words += ["-nic", "none", "-kernel", str(kernel), "-initrd", str(archive), "-append", "console=ttyS0 quiet panic=-1"]
    disk = archive.with_name("disk")
    with disk.open("wb") as file:
        file.truncate(DISK_BYTES)
    words += ["-drive", f"file={disk},if=none,id=disk,format=raw", "-device", "nvme,drive=disk,serial=1"]
    done = subprocess.run(words, stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace", timeout=LIMIT_S, check=False)
    return (done.stdout + done.stderr).replace("\r", "")


def newest_kernel() -> Path | None:
    """The newest one that is installed or was unpacked."""
    return max((*Path("/boot").glob(KERNELS), *UNPACKED.glob(f"boot/{KERNELS}")), key=lambda found: found.name, default=None)


def provide(busybox: Path) -> None:
    """Have Debian's programs and its kernel, where we may and they are missing."""
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        return
    missing = [] if busybox.exists() else ["busybox-static"]
    missing += [] if shutil.which("qemu-system-x86_64") else ["qemu-system-x86"]
    if not missing and newest_kernel():
        return
    subprocess.run(["apt-get", "update", "-q"], check=True)
    if missing:
        subprocess.run(["apt-get", "install", "-y", "-q", "--no-install-recommends", *missing], check=True)
    if newest_kernel() is None:
        told = subprocess.run(["apt-cache", "depends", "linux-image-cloud-amd64"], capture_output=True, text=True, check=True).stdout
        (package,) = re.findall(r"Depends: (linux-image-\S+)", told)
        UNPACKED.mkdir(parents=True, exist_ok=True)
        subprocess.run(["apt-get", "download", "-q", package], cwd=UNPACKED, check=True)
        (archive,) = UNPACKED.glob(f"{package}_*.deb")
        subprocess.run(["dpkg-deb", "--extract", str(archive), str(UNPACKED)], check=True)
        archive.unlink()


def main() -> int:
    """Return 0 when both runs passed."""
    parser = argparse.ArgumentParser(description="Runs the native tests of limits on a kernel with control groups of version 2 alone.")
    parser.add_argument("--programs", type=Path, required=True, help="the folder of limit_test and reaper")
    parser.add_argument("--kernel", type=Path, help="default: Debian's newest")
    parser.add_argument("--busybox", type=Path, default=Path("/bin/busybox"))
    parser.add_argument("--bubblewrap", type=Path, help="without one, containers with a root of their own are left out")
    options = parser.parse_args()
    try:
        provide(options.busybox)
    except subprocess.CalledProcessError as error:
        print(error, file=sys.stderr)
    kernel = options.kernel or newest_kernel()
    if kernel is None or not options.busybox.exists() or shutil.which("qemu-system-x86_64") is None:
        print("LIMITS cannot be tried: qemu, busybox or Debian's kernel cannot be had here", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        fill(Path(folder, "root"), options.programs, options.busybox, options.bubblewrap)
        written = boot(kernel, options.busybox, Path(folder, "root"), Path(folder, "first.cpio"))
    print(written)
    return 0 if dict(DONE.findall(written)) == {"root": "0", "user": "0"} else 1


if __name__ == "__main__":
    raise SystemExit(main())
