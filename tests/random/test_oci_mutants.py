"""The hostile archives, made worse at random: bytes changed, blocks lost, doubled and put elsewhere, two attacks in one.

HCSFFI_MUTANTS=100000 tries as many as each user in each form, HCSFFI_SEED=5 others. The checksums of headers are repaired, so that what was
changed is looked at.
"""

from __future__ import annotations

import contextlib
import io
import os
import random
import shutil
import sys
from typing import TYPE_CHECKING

import pytest

from hcsffi.storage.oci.feed import opened_feed
from hcsffi.storage.oci.folder_form import LayerForm
from hcsffi.storage.oci.halt import Halt
from hcsffi.storage.oci.importing import ImportOptions, run_import
from hcsffi.storage.oci.limits import ArchiveLimits
from hcsffi.storage.oci.naming import NameRules
from hcsffi.storage.oci.refusal import ArchiveRefused

from hostile_archives import CASES
from layer_archives import archive, entry, folder
from ordinary_user import USERS, running_as

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.timeout(600)
BLOCK = 512
MUTANTS = int(os.environ.get("HCSFFI_MUTANTS", "60"))
"""As each user, in each form."""
SEED = os.environ.get("HCSFFI_SEED", "20")
LIMITS = ArchiveLimits(header_bytes=1 << 16, file_bytes=1 << 20, total_bytes=8 << 20)


def import_here(content: bytes, layer: Path, parents: tuple[str, ...], names: NameRules, form: LayerForm) -> None:
    """Import on this thread."""
    options = ImportOptions(
        parents=parents, names=names, limits=LIMITS, durable=False, digest=None, diff_id=None, prefix="", progress=None, form=form
    )
    halt = Halt()
    try:
        with opened_feed(io.BytesIO(content), LIMITS, halt, None) as feed:
            run_import(feed, str(layer), options, halt)
    finally:
        halt.close()


def repaired(block: bytes) -> bytes:
    """A header with the checksum of what it says now; any other block as it is."""
    if b"ustar" != block[257:262]:
        return block
    whole = bytearray(block)
    whole[148:156] = b" " * 8
    whole[148:156] = f"{sum(whole):06o}\0 ".encode()
    return bytes(whole)


def cut(content: bytes) -> list[bytearray]:
    """An archive's blocks; one of zeroes where it is empty."""
    return [bytearray(content[place : place + BLOCK]) for place in range(0, len(content), BLOCK)] or [bytearray(BLOCK)]


def worsened(content: bytes, other: bytes, drawn: random.Random) -> bytes:
    """An archive after a few accidents."""
    blocks, foreign = cut(content), cut(other)
    for _ in range(drawn.randint(1, 4)):
        accident = drawn.randrange(5)
        place = drawn.randrange(len(blocks))
        if accident == 0 and len(blocks) > 1:
            del blocks[place]
        elif accident == 1:
            blocks.insert(drawn.randrange(len(blocks)), bytearray(blocks[place]))
        elif accident == 2:
            begin = drawn.randrange(len(foreign))
            blocks[place:place] = foreign[begin : begin + drawn.randint(1, 4)]
        else:
            for _ in range(drawn.randint(1, 6)):
                field = drawn.choice([(0, 100), (100, 8), (124, 12), (156, 1), (157, 100), (257, 8), (345, 155), (0, BLOCK)])
                at = field[0] + drawn.randrange(field[1])
                if at < len(blocks[place]):
                    blocks[place][at] = drawn.choice([0, 0x2E, 0x2F, 0x30, 0x37, 0x5C, 0x3A, 0x80, 0xFF, drawn.randrange(256)])
    return b"".join(repaired(bytes(block)) for block in blocks)


def prepare(root: Path) -> None:
    """A canary beside the layers, and a parent among them."""
    (root / "canary").mkdir()
    (root / "canary/secret").write_bytes(b"untouched")
    os.utime(root / "canary/secret", ns=(1, 10**9))
    (root / "layers").mkdir()
    import_here(archive(folder("Files"), entry("Files/below", b"x")), root / "layers/parent", (), NameRules.WINDOWS, LayerForm.PLAIN)


def canary_of(root: Path) -> list[tuple[str, int, int, bytes]]:
    """All that may not change."""
    found = [root / "canary", *sorted((root / "canary").rglob("*"))]
    return [(str(one), (s := one.lstat()).st_mode, s.st_mtime_ns, one.read_bytes() if one.is_file() else b"") for one in found]


@pytest.mark.parametrize("form", LayerForm)
@pytest.mark.parametrize("user", USERS)
def test_hostile_archives_made_worse_are_read_or_refused_and_touch_nothing(user: str, form: LayerForm) -> None:
    """No other exception, nothing left of what is refused, and nothing outside the layer has changed, whatever was met on the way."""
    drawn = random.Random(f"{SEED} {user} {form.name}")
    cases = [case for case in CASES if sys.platform != "win32" or case.names is NameRules.WINDOWS]
    with running_as(user) as root:
        prepare(root)
        where = (root / "canary").as_posix()
        where = where.partition(":")[2] if ":" in where else where
        before = (canary_of(root), ["parent"])
        for number in range(MUTANTS):
            case, other = drawn.choice(cases), drawn.choice(cases)
            tree = drawn.choice(["Files", "UtilityVM/Files"])
            content = worsened(case.archive(tree, where), other.archive(tree, where), drawn)
            parents = (str(root / "layers/parent"),) if drawn.random() < 0.5 else ()
            with contextlib.suppress(ArchiveRefused):
                import_here(content, root / "layers/layer", parents, case.names, form)
                shutil.rmtree(root / "layers/layer")
            assert before == (canary_of(root), [one.name for one in (root / "layers").iterdir()]), f"number {number}"
