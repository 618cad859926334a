"""What layers need of Windows beside the service: disks of virtdisk.dll, and ids of layers by vmcompute.dll's own rule.

Wine has neither, so both are stand-ins here (wine_lane/programs/stand_ins), found in System32 as Windows' own are: what the library passes
them, and what it makes of their answers, is real.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Python = Callable[[Path, str | None, Path], str]

pytestmark = [pytest.mark.skipif(sys.platform != "win32", reason="virtdisk.dll is Windows'")]

SYSTEM32 = Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "System32"
NAMES = ("virtdisk.dll", "vmcompute.dll")
USES_A_DISK = r"""
import os, anyio
from hcsffi import HcsError, storage
async def told(step, call):
    try:
        print(step, await call)
    except HcsError as error:
        print(step, error.function, f"0x{error.hresult:08X}")
async def main():
    here = os.getcwd()
    await told("nothing", storage.Disk.open(os.path.join(here, "nothing.vhdx")))
    async with await storage.Disk.open(os.path.join(here, "sandbox.vhdx")) as disk:
        await told("format", storage.format_writable_layer_vhd(disk))
        for step in ("attach", "attach", "detach", "detach"):
            await told(step, getattr(disk, step)())
        mounted = await storage.get_layer_vhd_mount_path(disk)
        print("path", os.path.samefile(mounted, "sandbox.vhdx.mount"))
    await told("closed", disk.attach())
    os.unlink("sandbox.vhdx")
anyio.run(main)
"""
ASKS_FOR_IDS = r"""
from hcsffi import HcsError, storage
print(*storage.LayerChain.of(r"C:\layers\98", r"C:\layers\90").ids)
try:
    storage.layer_id("nobody's")
except HcsError as error:
    print(error.function, f"0x{error.hresult:08X}")
"""


@pytest.fixture
def stand_ins(tmp_path: Path, host_in_system32: None) -> Iterator[None]:
    """Have both DLLs in System32 for a test, and what lay there back afterwards; on Wine alone, as the host is."""
    made = Path(shutil.which("sh") or "").parent.parent / "stand-ins"
    if not made.is_dir():
        pytest.skip("the stand-ins are made by the Wine lane")
    kept = [name for name in NAMES if (SYSTEM32 / name).exists()]
    try:
        for name in kept:
            shutil.move(SYSTEM32 / name, tmp_path / name)
        for name in NAMES:
            shutil.copy(made / name, SYSTEM32 / name)
        yield
    finally:
        for name in NAMES:
            (SYSTEM32 / name).unlink(missing_ok=True)
        for name in kept:
            shutil.move(tmp_path / name, SYSTEM32 / name)


def run(python: Python, program: str, folder: Path) -> list[str]:
    """The lines of a program that takes the system's library."""
    script = folder / "program.py"
    script.write_text(program)
    return python(script, "system", folder).splitlines()


def test_a_disk_is_opened_attached_detached_and_closed_as_virtdisk_wants_it(python: Python, tmp_path: Path, stand_ins: None) -> None:
    """By OpenVirtualDisk's second version, without a drive letter; its codes are told as any, and no handle keeps the file."""
    (tmp_path / "sandbox.vhdx").touch()
    assert run(python, USES_A_DISK, tmp_path) == [
        "nothing OpenVirtualDisk 0x80070002",
        "format None",
        "attach None",
        "attach AttachVirtualDisk 0x80070020",
        "detach None",
        "detach DetachVirtualDisk 0x80070490",
        "path True",
        "closed AttachVirtualDisk 0x80070006",
    ]


def test_a_layers_id_is_what_the_service_makes_of_its_name(python: Python, tmp_path: Path, stand_ins: None) -> None:
    """Any other one is a parent that the service does not find (E-3); the ids are those that Windows has given (E-4)."""
    assert run(python, ASKS_FOR_IDS, tmp_path) == [
        "1a3348c8-c43b-5c1a-83f4-4bbff0d32f39 9caf22d5-d18a-59e5-afd8-a5e3870a1fee",
        "NameToGuid 0x80070057",
    ]
