"""Hostile archives: each is refused with the entry and the rule, nothing is left of it, and nothing outside the layer has changed."""

from __future__ import annotations

import io
import itertools
import os
import sys
from typing import TYPE_CHECKING

import pytest

from hcsffi.storage.oci import ArchiveRefused
from hcsffi.storage.oci.feed import opened_feed
from hcsffi.storage.oci.folder_form import LayerForm
from hcsffi.storage.oci.halt import Halt
from hcsffi.storage.oci.importing import Imported, ImportOptions, run_import
from hcsffi.storage.oci.limits import ArchiveLimits
from hcsffi.storage.oci.naming import NameRules
from hcsffi.storage.oci.refusal import Rule

from hostile_archives import CASES, Case
from ordinary_user import present_users, running_as

if TYPE_CHECKING:
    from pathlib import Path

TREES = ["Files", "UtilityVM/Files"]
FOUND_FIRST = {"case twins of a directory": Rule.THROUGH_FILE} if sys.platform == "win32" else {}
"""What Windows' own folders find before the rule of the case is asked: to them the twin is the entry that is there."""


def import_here(
    content: bytes,
    layer: Path,
    parents: tuple[str, ...] = (),
    case: Case | None = None,
    form: LayerForm = LayerForm.PLAIN,
) -> Imported:
    """Import on this thread; the event loop has its own tests."""
    options = ImportOptions(
        parents=parents,
        names=case.names if case else NameRules.WINDOWS,
        limits=(case.limits if case else None) or ArchiveLimits(),
        durable=False,
        digest=None,
        diff_id=None,
        prefix="",
        progress=None,
        form=form,
    )
    halt = Halt()
    try:
        with opened_feed(io.BytesIO(content), options.limits, halt, None) as feed:
            return run_import(feed, str(layer), options, halt)
    finally:
        halt.close()


def everything_below(folder: Path) -> dict[str, tuple[int, int, int, bytes]]:
    """What the canary is made of: kind and mode, size, time of change and content of each name."""
    found = {}
    for path in [folder, *sorted(folder.rglob("*"))]:
        status = path.lstat()
        content = path.read_bytes() if path.is_file() else b""
        found[str(path)] = (status.st_mode, status.st_size, status.st_mtime_ns, content)
    return found


def absolute(path: Path) -> str:
    """An absolute path as an archive has it; a drive's letter would make it a name with a colon."""
    return "/" + path.as_posix().partition(":")[2].lstrip("/") if ":" in path.as_posix() else path.as_posix()


def make_canary(folder: Path) -> Path:
    """A folder outside the layer, with what attacks try to change."""
    canary = folder / "canary"
    (canary / "new-not").mkdir(parents=True)
    (canary / "secret").write_bytes(b"untouched")
    (canary / "x").write_bytes(b"untouched")
    os.utime(canary / "secret", ns=(1, 1))
    return canary


def test_the_corpus_has_the_size_that_was_promised() -> None:
    """At least sixty cases, no two of one name, and every rule of the archive among them."""
    assert len(CASES) >= 60
    assert len({case.name for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name.replace(" ", "-"))
def test_a_hostile_archive_is_refused_and_leaves_nothing(case: Case) -> None:
    """What one release of some tool let through was an attack on its host; here it is one line in this table.

    Each is tried in both trees, as a base layer and on parents, by every user this system has.
    """
    about_parents = case.needs_parent or case.parent
    ways = [True] if about_parents else [False] if case.rule.name == "WHITEOUT_BASE_LAYER" else [False, True]
    for user, tree, with_parents in itertools.product(present_users(), TREES, ways):
        check_refusal(case, tree, user, with_parents=with_parents)


def check_refusal(case: Case, tree: str, user: str, *, with_parents: bool) -> None:
    """One archive, in one of its ways."""
    way = f"{user}, {tree}, {'on parents' if with_parents else 'alone'}"
    with running_as(user) as root:
        canary = make_canary(root)
        where = absolute(canary)
        layers = root / "layers"
        layers.mkdir()
        parents: tuple[str, ...] = ()
        if with_parents:
            import_here(case.parent_archive(tree, where), layers / "parent")
            parents = (str(layers / "parent"),)
        before = (everything_below(canary), everything_below(layers))
        with pytest.raises(ArchiveRefused) as refused:
            import_here(case.archive(tree, where), layers / "layer", parents, case)
        assert FOUND_FIRST.get(case.name, case.rule) is refused.value.rule, f"{way}: {refused.value}"
        after = (everything_below(canary), everything_below(layers))
        assert before[0] == after[0], way
        assert before[1].keys() == after[1].keys(), way


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name.replace(" ", "-"))
def test_a_hostile_archive_is_refused_as_a_transport_folder_too(case: Case, tmp_path: Path) -> None:
    """In this form links are files with records, and nothing may go below them all the same."""
    canary = make_canary(tmp_path)
    layers = tmp_path / "layers"
    layers.mkdir()
    parents: tuple[str, ...] = ()
    if case.needs_parent or case.parent:
        import_here(case.parent_archive("Files", absolute(canary)), layers / "parent", form=LayerForm.TRANSPORT)
        parents = (str(layers / "parent"),)
    before = (everything_below(canary), everything_below(layers).keys())
    with pytest.raises(ArchiveRefused) as refused:
        import_here(case.archive("Files", absolute(canary)), layers / "layer", parents, case, LayerForm.TRANSPORT)
    assert FOUND_FIRST.get(case.name, case.rule) is refused.value.rule, str(refused.value)
    assert before == (everything_below(canary), everything_below(layers).keys())
