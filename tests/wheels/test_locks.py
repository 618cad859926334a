"""The lists of files that a release is made with: whole, with hashes, and of the releases that pyproject.toml asks for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from wheels.locks import FOLDER, LOCKS, Lock
from wheels.target import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator


def entries(text: str) -> Iterator[tuple[Requirement, list[str]]]:
    """Each release of a list, with its hashes."""
    for entry in text.replace("\\\n", " ").splitlines():
        requirement, *hashes = entry.split(" --hash=")
        yield Requirement(requirement.strip()), [one.strip() for one in hashes]


def asked(heading: str) -> list[Requirement]:
    """The requirements of one list of pyproject.toml; a group that includes another one has that one's, too."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    found = re.search(rf"^{heading} = \[(.*?)\](?:\n|  #)", text, re.MULTILINE | re.DOTALL)
    assert found is not None, heading
    lines = found[1].split("\n")
    included = [one[1] for line in lines if (one := re.search(r'include-group = "(\w+)"', line))]
    own = [Requirement(one) for line in lines if "include-group" not in line for one in re.findall(r'"([^"]+)"', line)]
    return [*own, *(one for group in included for one in asked(group))]


WANTED = {
    "build.txt": ["build", "requires"],
    "run.txt": ["dependencies"],
    "hosted.txt": ["hosted"],
    "wheels.txt": ["wheels"],
    "test.txt": ["test", "dependencies"],
}
"""The lists of pyproject.toml that each lock has to hold."""


@pytest.mark.parametrize("lock", LOCKS, ids=lambda one: one.name)
def test_every_file_is_named_by_release_and_hash(lock: Lock) -> None:
    """A line without a hash would let pip take whatever the index gives."""
    text = (FOLDER / lock.name).read_text(encoding="utf-8")
    assert "://" not in text
    found = list(entries(text))
    assert found
    for requirement, hashes in found:
        assert re.fullmatch(r"==[\w.!+]+", str(requirement.specifier)), requirement
        assert hashes, requirement
        assert [] == [one for one in hashes if not re.fullmatch(r"sha256:[0-9a-f]{64}", one)]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda one: one.name)
def test_a_list_holds_what_pyproject_asks_for(lock: Lock) -> None:
    """A requirement that was added or raised and not locked stops a release on its day; here it stops the change."""
    locked = [requirement for requirement, _ in entries((FOLDER / lock.name).read_text(encoding="utf-8"))]
    for heading in WANTED[lock.name]:
        for requirement in asked(heading):
            fitting = [one for one in locked if canonicalize_name(one.name) == canonicalize_name(requirement.name)]
            assert fitting, requirement
            assert [] == [one for one in fitting if not requirement.specifier.contains(str(one.specifier)[2:])], requirement


def test_every_list_has_its_row_and_every_row_its_list() -> None:
    """A file that nobody writes anew grows old unseen."""
    assert sorted(one.name for one in LOCKS) == sorted(file.name for file in FOLDER.iterdir()) == sorted(WANTED)


@pytest.mark.parametrize(
    ("slip", "expected"),
    [("one==1.0\n", []), ("one==1.0 \\\n    --hash=sha256:ab \\\n    --hash=sha256:cd\n", ["sha256:ab", "sha256:cd"])],
)
def test_the_reader_of_these_lists_reads_what_pip_does(slip: str, expected: list[str]) -> None:
    """A hash on a line of its own belongs to the line before it."""
    ((requirement, hashes),) = entries(slip)
    assert ("one", expected) == (requirement.name, hashes)
