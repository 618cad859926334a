"""The table of targets agrees with what else speaks of systems."""

from __future__ import annotations

import ast

from hcsffi.native import library
from wheels.target import EVERY_FUNCTION, ROOT, TARGETS


def hosts() -> set[str]:
    """The systems that setup.py builds the embedded host for."""
    tree = ast.parse((ROOT / "setup.py").read_text(encoding="utf-8"))
    (found,) = (one.value for one in tree.body if isinstance(one, ast.Assign) and ast.unparse(one.targets[0]) == "HOSTS")
    return set(ast.literal_eval(found))


def test_the_systems_with_an_embedded_host_are_the_same_everywhere() -> None:
    """The build leaves it out by one table, the checks expect it by another, and the error for the user names them by a third."""
    assert hosts() == set(library.HOSTED)
    assert hosts() == {one.system for one in TARGETS if any(part.exports == EVERY_FUNCTION for part in one.parts)}


def test_no_two_targets_have_one_tag() -> None:
    """The second would take the place of the first."""
    assert len(TARGETS) == len({one.tag for one in TARGETS})
