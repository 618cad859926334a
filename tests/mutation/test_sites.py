"""The places where a program can be made wrong: a mutant that is none, or a comment that is changed, would make the measure worthless."""

from __future__ import annotations

import ast

from equivalent import EQUIVALENT, Change
from running import ROOT
from sites import c_sites, python_sites

PYTHON = '''"""A docstring: 1 == 2."""
def limit(value: int, most: int = 5, *, strict: bool = True) -> bool:
    """Not here: True."""
    note(value)  # nor here: 3
    pairs = zip(value, most, strict=True)
    if value <= most and not strict:
        return value is None
    return strict or most
'''
SAID = """@overload
async def limit(value: str, most: int = 5) -> str: ...
@overload
def limit(value: int, most: int = 5) -> int: ...
@cache
def limit(value, most=7): ...
"""
C = """// 1 == 2
#include <vector>
int limit(int value) {
    assert(value > 1);
    note("a == b", 'x');
    drop(value);
    if (value <= 7 && !is_done()) return -1;
    say(R"sh(test 5 < "$1" || true)sh");
    int far = 10'000'000, no_text = 3;
    return true;
}
"""
UNFELT = """constexpr std::chrono::seconds kSilence{5};
constexpr std::int64_t kLookMs = 1'000;
void read() {
    char piece[512];
    epoll_event events[64] = {};
    const int two[2] = {first, last};
    wait_for(std::chrono::milliseconds(2));
}
"""


def test_each_change_of_python_is_another_program() -> None:
    """It parses, and differs from the original in what it does."""
    found = python_sites(PYTHON)
    original = ast.dump(ast.parse(PYTHON))
    assert all(ast.dump(ast.parse(site.of(PYTHON))) != original for site in found)
    assert {PYTHON[site.start : site.end] for site in found} == {
        *("5", "True", "note(value)", "value <= most", "value <= most and not strict", "not strict", "value is None"),
        *("return value is None", "strict or most", "return strict or most"),
    }


def test_what_only_says_how_a_function_may_be_called_has_no_change() -> None:
    """It is replaced by what follows it, whatever stands in it."""
    assert [SAID[site.start : site.end] for site in python_sites(SAID)] == ["7"]


def test_each_change_of_c_is_of_code_that_runs() -> None:
    """Comments, texts, directives and assertions are as they were."""
    found = c_sites(C)
    assert [C[site.start : site.end].strip() for site in sorted(found)] == [
        "note(\"a == b\", 'x');",
        "drop(value);",
        "<=",
        "7",
        "&&",
        "!",
        "-1",
        'say(R"sh(test 5 < "$1" || true)sh");',
        "10",
        "3",
        "true",
    ]
    assert {site.new for site in found if C[site.start : site.end] in {"-1", "10"}} == {"0", "11"}


def test_what_nobody_could_notice_is_no_mutant() -> None:
    """A byte more of room, or a second more of patience, would make the share worse without a test being missing."""
    assert [UNFELT[site.start : site.end].strip() for site in sorted(c_sites(UNFELT))] == [
        "2",
        "wait_for(std::chrono::milliseconds(2));",
    ]


def test_a_change_is_told_by_its_line_before_and_after() -> None:
    """Who reads that a mutant lives wants to see it."""
    (site,) = [one for one in c_sites(C) if one.new == "||"]
    assert (site.line(C), *site.lines(C)) == (7, "if (value <= 7 && !is_done()) return -1;", "if (value <= 7 || !is_done()) return -1;")


def test_each_change_without_a_difference_is_one_that_can_be_made() -> None:
    """A reason for a line that is there no more would hide nothing, and nobody would see it."""
    sources = {change.file: (ROOT / "src" / "hcsffi" / change.file).read_text(encoding="utf-8") for change in EQUIVALENT}
    made = {
        Change(file, *site.lines(text))
        for file, text in sources.items()
        for site in (python_sites if file.endswith(".py") else c_sites)(text)
    }
    assert set(EQUIVALENT) <= made
    assert all(reason.endswith(".") for reason in EQUIVALENT.values())
