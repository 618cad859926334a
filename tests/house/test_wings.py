"""The embedded host is built of wings: an include goes down, and nobody includes whoever owns him."""

from __future__ import annotations

import pytest

from includes import EMBEDDED, circles, host_files, included, strays, upward, upward_names, wing_of
from sources import wings

BUILT = {
    "ground/text.h": "struct Text {\n};\n",
    "engine/host.h": '#include "ground/text.h"\n#include <vector>\nclass Host {\n};\n',
    "compute/process.h": '#include "engine/host.h"\nclass Household {\n};\nclass Process final : public Household {\n};\n',
    "compute/process.cpp": '#include "compute/process.h"\n#include "declared_functions.h"\n',
    "compute/system.h": '#include "compute/process.h"\nclass System : public Household {\n};\n',
    "exports/owner.h": '#include "compute/system.h"\nclass Owner final : public Host {\n};\n',
}
"""A small host as it should be; each test plants one fault in it."""


def planted(path: str, line: str) -> dict[str, str]:
    """The small host with one line more at the head of a file."""
    return {**BUILT, path: f"{line}\n{BUILT.get(path, '')}"}


def test_every_file_of_the_host_lies_in_a_wing_and_is_included_by_its_path_from_there() -> None:
    """The folder in an include says what the file knows; without it nobody could read the law off the code."""
    assert [] == strays(host_files())


def test_every_wing_of_the_architecture_page_exists() -> None:
    """The page is the map people trust."""
    assert len(wings()) > 5
    assert [] == [one.path for one in wings() if not any(file.suffix in {".h", ".cpp"} for file in (EMBEDDED / one.path).glob("*"))]


def test_no_include_runs_upwards_or_to_a_wing_beside() -> None:
    """Only then can a wing be understood, tested and moved without those above it."""
    assert [] == upward(host_files())


def test_no_wing_names_a_class_of_a_higher_one() -> None:
    """A forward declaration needs no include and ties as tight."""
    assert [] == upward_names(host_files())


def test_nothing_includes_its_owner() -> None:
    """Two files that include each other are one file; what is owned asks its owner through an interface of its own."""
    assert [] == circles(host_files())


def test_the_checks_find_nothing_in_a_host_as_it_should_be() -> None:
    """What follows plants one fault each; the rest has to be silent."""
    for check in (strays, upward, upward_names, circles):
        assert [] == check(BUILT)
    assert ["engine/host.h"] == included(BUILT["compute/process.h"])


@pytest.mark.parametrize(
    ("path", "line", "named"),
    [
        ("ground/text.h", '#include "engine/host.h"', "engine/host.h"),
        ("engine/host.h", '  #  include "exports/owner.h"', "exports/owner.h"),
        ("document/node.h", '#include "processes/spawn.h"', "processes/spawn.h"),
        ("processes/linux/tree.h", '#include "processes/windows/tree.h"', "processes/windows/tree.h"),
        ("processes/spawn.h", '#include "processes/linux/tree.h"', "processes/linux/tree.h"),
        ("engine/host.h", '#include "processes/linux/tree.h"', "processes/linux/tree.h"),
    ],
)
def test_a_planted_include_upwards_or_sideways_is_found(path: str, line: str, named: str) -> None:
    """A check that lets one through protects nothing."""
    assert [f"{path} includes {named}"] == upward(planted(path, line))


def test_an_include_in_a_comment_or_of_a_lower_wing_is_none_upwards() -> None:
    """The path, not the word, is the offence."""
    assert [] == upward(planted("compute/process.cpp", '// #include "exports/owner.h"\n#include "ground/text.h"'))


def test_a_planted_include_without_its_wing_is_found() -> None:
    """Two files of one name would be told apart by luck."""
    assert ["compute/process.cpp includes process.h"] == strays(planted("compute/process.cpp", '#include "process.h"'))
    assert ["host.h lies in no wing"] == strays({**BUILT, "host.h": ""})


def test_a_planted_declaration_of_a_higher_class_is_found() -> None:
    """It is how a noun knows its owner without an include."""
    assert ["engine/host.h declares Process"] == upward_names(planted("engine/host.h", "class Process;"))
    assert ["ground/text.h declares Host"] == upward_names(planted("ground/text.h", "class Host;"))
    assert [] == upward_names(planted("compute/process.h", "class System;\nclass Host;\nstruct timespec;"))


@pytest.mark.parametrize("path", ["compute/process.h", "compute/process.cpp"])
def test_a_planted_include_of_the_owner_is_found(path: str) -> None:
    """In the header or in what defines it: a process that knows its system cannot be had without one."""
    assert ["compute/process", "compute/system"] == circles(planted(path, '#include "compute/system.h"'))


def test_the_innermost_wing_holds_a_file() -> None:
    """The folder of one system is a wing of its own inside that of processes."""
    spawn, linux = wing_of("processes/spawn.h"), wing_of("processes/linux/spawn.cpp")
    assert spawn is not None
    assert linux is not None
    assert (spawn.path, linux.path) == ("processes/", "processes/linux/")
    assert spawn.level < linux.level
