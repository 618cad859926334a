"""After HcsImportLayer: deletions are carried out and hard links are made, in the layer alone."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from hcsffi.storage.oci import ArchiveRefused, LayerForm, Rule, complete_import, import_tar

from layer_archives import archive, entry, folder, go_winio, hard_link, symlink

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.anyio

LOWER = archive(folder("Files"), folder("Files/d"), entry("Files/d/old", b"old"), entry("Files/d/kept", b"kept"))
UPPER = archive(
    folder("Files"),
    folder("Files/d"),
    entry("Files/d/.wh.old"),
    go_winio("Files/own", b"own"),
    hard_link("Files/twin", "Files/own"),
    hard_link("Files/lower", "Files/d/kept"),
)


def make_layer(root: Path) -> Path:
    """What HcsImportLayer makes of the upper archive: its files, and the parent's names shining through."""
    (root / "Files/d/old").mkdir(parents=True)
    (root / "Files/d/old/inner").write_bytes(b"shines through")
    (root / "Files/own").write_bytes(b"own")
    return root


async def test_deletions_and_links_are_carried_out(tmp_path: Path) -> None:
    """First what is hidden goes, then the links come, from this layer and from the one below."""
    await import_tar(io.BytesIO(LOWER), tmp_path / "lower")
    await import_tar(io.BytesIO(UPPER), tmp_path / "source", parents=[tmp_path / "lower"], form=LayerForm.TRANSPORT)
    layer = make_layer(tmp_path / "layer")
    for _ in range(2):  # again does no harm
        await complete_import(tmp_path / "source", layer, parents=[tmp_path / "lower"])
        assert not (layer / "Files/d/old").exists()
        assert (layer / "Files/twin").samefile(layer / "Files/own")
        assert (layer / "Files/lower").samefile(tmp_path / "lower/Files/d/kept")
    assert b"old" == (tmp_path / "lower/Files/d/old").read_bytes()


async def test_a_target_that_is_gone_is_named(tmp_path: Path) -> None:
    """Another chain than the one it was staged for would be a layer with holes."""
    await import_tar(io.BytesIO(LOWER), tmp_path / "lower")
    await import_tar(io.BytesIO(archive(folder("Files"))), tmp_path / "other")
    await import_tar(io.BytesIO(UPPER), tmp_path / "source", parents=[tmp_path / "lower"], form=LayerForm.TRANSPORT)
    with pytest.raises(ArchiveRefused) as refused:
        await complete_import(tmp_path / "source", make_layer(tmp_path / "layer"), parents=[tmp_path / "other"])
    assert (Rule.LINK_MISSING, "Files/lower") == (refused.value.rule, refused.value.entry)


async def test_a_deletion_follows_no_link_out_of_the_layer(tmp_path: Path) -> None:
    """What stands in the layer may lead anywhere; a path through it is not taken."""
    (tmp_path / "canary").mkdir()
    (tmp_path / "canary/old").write_bytes(b"untouched")
    await import_tar(io.BytesIO(LOWER), tmp_path / "lower")
    await import_tar(io.BytesIO(UPPER), tmp_path / "source", parents=[tmp_path / "lower"], form=LayerForm.TRANSPORT)
    await import_tar(io.BytesIO(archive(folder("Files"), symlink("Files/d", (tmp_path / "canary").as_posix()))), tmp_path / "layer")
    with pytest.raises(NotADirectoryError):
        await complete_import(tmp_path / "source", tmp_path / "layer", parents=[tmp_path / "lower"])
    assert b"untouched" == (tmp_path / "canary/old").read_bytes()
