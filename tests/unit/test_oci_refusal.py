"""What a refusal says, and that the page which lists the rules lists all of them."""

from __future__ import annotations

import pickle

import pytest

from hcsffi.storage.oci.refusal import ArchiveRefused, Rule

from hostile_archives import CASES
from sources import ROOT

PAGE = ROOT / "docs" / "layer-archives.md"
BEYOND_ARCHIVES = {"BACKUP", "COMPRESSION_MISSING", "DIFF_ID", "DIGEST", "FOREIGN", "LAYOUT", "RATIO", "SIDECAR"}
"""Rules of images, folders and installations, which no hostile archive can break by itself; each has a test of its own."""


def test_the_page_has_every_rule() -> None:
    """Who meets a refusal looks its sentence up."""
    page = PAGE.read_text(encoding="utf-8")
    assert [] == [rule.name for rule in Rule if f"| {rule.value} |" not in page]


def test_every_rule_of_archives_has_a_hostile_one() -> None:
    """A rule that nothing breaks is one that nobody checks."""
    assert BEYOND_ARCHIVES == {rule.name for rule in Rule} - {case.rule.name for case in CASES}


def test_a_refusal_names_the_entry_so_that_it_can_be_read() -> None:
    """A name made to confuse a terminal is written in letters that cannot."""
    refusal = ArchiveRefused(Rule.ABSOLUTE, "/etc/\x1b[31mpasswd\u202e", "detail")
    assert "'/etc/\\x1b[31mpasswd\\u202e': the name is absolute (detail)" == str(refusal)
    assert "the archive: the compressed stream is damaged" == str(ArchiveRefused(Rule.COMPRESSION, ""))


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_a_refusal_crosses_processes(protocol: int) -> None:
    """Whoever unpacks in a pool has to learn why it failed."""
    again = pickle.loads(pickle.dumps(ArchiveRefused(Rule.TWIN, "a", "b"), protocol))
    assert (Rule.TWIN, "a", "b") == (again.rule, again.entry, again.detail)
