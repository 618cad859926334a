"""What only GCC and Clang understand stays in the halves that are not Windows'.

MSVC builds the rest, and no machine of ours has it to object.
"""

from __future__ import annotations

import re

import pytest

from sources import PACKAGE, ROOT, place

CONSTRUCTS = re.compile(
    r"__(?:attribute|builtin|atomic|sync|thread|typeof|extension|asm|auto_type|int128|label)\w*"
    r"|\b(?:typeof|asm)\s*\(|#\s*pragma\s+(?:GCC|clang)"
    r"|\b_{1,2}(?:MSC_VER|GNUC|clang|MINGW)\w*|\?\s*:|\bcase\s+\w+\s*\.\.\.|\bssize_t\b|\balloca\b"
)


def windows_sources() -> list[str]:
    """Every C and C++ file of the package that Windows builds, as paths below the package."""
    files = (file for folder in ("native", "embedded") for file in (PACKAGE / folder).rglob("*") if file.suffix in {".c", ".cpp", ".h"})
    names = (file.relative_to(PACKAGE).as_posix() for file in files)
    return sorted(name for name in names if not re.search(r"/(?:ground|processes|storage|network)/(?:linux|reaper|relay)/", name))


def code_of(name: str) -> list[str]:
    """The lines of a file without comments, with empty texts, and without what is compiled off Windows."""
    text = (PACKAGE / name).read_text(encoding="utf-8")
    text = re.sub(r"/\*.*?\*/", lambda comment: "\n" * comment[0].count("\n"), text, flags=re.DOTALL)
    lines = [re.sub(r'"(?:\\.|[^"\\])*"', '""', line).partition("//")[0] for line in text.splitlines()]
    kept: list[str] = []
    other = False
    for line in lines:  # the files have two halves at most: `#if defined(_WIN32)` ... `#else` or `#elif` ... `#endif`
        if re.match(r"#\s*(?:else|elif)\b", line) and "_WIN32" in "".join(kept):
            other = True
        elif re.match(r"#\s*endif\b", line):
            other = False
        kept.append("" if other else line)
    return kept


@pytest.mark.parametrize("name", windows_sources())
def test_a_file_that_windows_builds_asks_for_no_compiler(name: str) -> None:
    """A construct of GCC's would be found by the first person with Visual Studio."""
    found = [
        f"{place(PACKAGE / name)}:{number}: {hit[0]}" for number, line in enumerate(code_of(name), 1) if (hit := CONSTRUCTS.search(line))
    ]
    assert [] == found


def test_the_search_finds_what_it_looks_for() -> None:
    """A pattern that fits nothing would let everything through."""
    for line in (
        "int x __attribute__((unused));",
        "__thread int x;",
        "a = b ?: c;",
        "#pragma GCC diagnostic push",
        "case 1 ... 5:",
        "#ifdef __GNUC__",
    ):
        assert CONSTRUCTS.search(line), line
    everything = "".join((PACKAGE / name).read_text(encoding="utf-8") for name in ("native/platform.h", "embedded/ground/native_abi.h"))
    assert {"__atomic_add_fetch", "__attribute__"} <= {hit[0] for hit in CONSTRUCTS.finditer(everything)}


def test_the_build_chooses_flags_for_microsofts_compiler() -> None:
    """Its runtime is linked in, as the others' is: CPython brings only half of it."""
    table = (ROOT / "setup.py").read_text(encoding="utf-8")
    row = re.search(r'"msvc": Flags\((.*?)\n    \)', table, re.DOTALL)
    assert row is not None
    for flag in ("/std:c11", "/std:c++17", "/MT", "/utf-8", "/EHsc"):
        assert f'"{flag}"' in row[1]
    libraries = re.search(r"^WINDOWS_HOST = (.*)$", table, re.MULTILINE)
    assert libraries is not None
    assert "host_libraries=WINDOWS_HOST" in row[1]
    assert '"advapi32"' in libraries[1]  # mingw-w64 links it unasked
