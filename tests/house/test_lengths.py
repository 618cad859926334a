"""No function is longer than a reader can hold, no line longer than a screen is wide: in Python, C and C++ alike."""

from __future__ import annotations

import re

import pytest

from sources import place, written_files
from spans import LONGEST_FUNCTION, LONGEST_LINE, Span, long_lines, native_spans, python_spans

PYTHON = written_files(".py", ".pyi")
NATIVE = written_files(".c", ".cpp", ".h")


def grown(sample: str) -> str:
    """The sample with each line that begins with a number and a star written that many times."""
    return re.sub(r"^(\d+)\*(.*\n)", lambda line: line[2] * int(line[1]), sample, flags=re.MULTILINE)


def named(spans: list[Span]) -> dict[str, int]:
    """How long each function is, by its name."""
    return {span.name: span.lines for span in spans}


def test_no_line_is_too_long() -> None:
    """A line that has to be scrolled is read to its middle; 140 characters, in sources and tests of every language here."""
    wrong = [f"{place(file)}:{number}" for file in (*PYTHON, *NATIVE) for number in long_lines(file.read_text(encoding="utf-8"))]
    assert [] == wrong


def test_no_python_function_is_too_long() -> None:
    """Sixty lines from the first decorator to the last line, docstring included: what is longer does two things."""
    wrong = [
        f"{place(file)}:{span.first} {span.name}: {span.lines} lines"
        for file in PYTHON
        for span in python_spans(file.read_text(encoding="utf-8"))
        if span.lines > LONGEST_FUNCTION
    ]
    assert [] == wrong


def test_no_c_or_cplusplus_function_is_too_long() -> None:
    """The same sixty lines; a macro of several lines is a function that the compiler copies."""
    wrong = [
        f"{place(file)}:{span.first} {span.name}: {span.lines} lines"
        for file in NATIVE
        for span in native_spans(file.read_text(encoding="utf-8"))
        if span.lines > LONGEST_FUNCTION
    ]
    assert [] == wrong


def test_every_language_is_looked_at() -> None:
    """A folder the search does not know would hold whatever does not fit elsewhere."""
    paths = {place(file) for file in (*PYTHON, *NATIVE)}
    assert {"setup.py", "build_hcs.py", "hcs_cdef.h", "tests/house/test_lengths.py", "src/hcsffi/native/binding.pyi"} <= paths
    for folder in (
        "src/hcsffi/embedded",
        "src/hcsffi/native",
        "tests/native",
        "tests/unit",
        "benchmarks",
        "examples",
        "wheels",
        "wine_lane",
    ):
        assert [path for path in paths if path.startswith(folder)], folder
    assert [] == [path for path in paths if path.startswith(("build/", ".venv/"))]


def test_the_scanner_finds_the_functions_of_every_native_source() -> None:
    """A file in which it finds nothing is one that it does not understand, unless it declares and lists alone."""
    silent = [place(file) for file in NATIVE if file.suffix != ".h" and not native_spans(file.read_text(encoding="utf-8"))]
    assert [] == silent


def test_a_line_is_counted_in_characters_without_its_end() -> None:
    """An umlaut is one place on the screen, and so is a tab of ours: there is none."""
    assert [2, 4] == long_lines("\n".join(["x" * 140, "x" * 141, "ä" * 140, "ä" * 141, "x" * 140 + "\r"]))
    assert 140 == LONGEST_LINE


def test_a_long_python_function_is_found_wherever_it_stands() -> None:
    """Methods, nested functions, asynchronous ones, lambdas and decorators count as they are written; a table beside them does not."""
    beside = grown("def f():\n59*    x = 1\nTABLE = [\n90*    1,\n]\ndef g():\n    'd.'\n59*    x = 1\n")
    assert {"f": 60, "g": 61} == named(list(python_spans(beside)))
    method = grown("class C:\n    @mark(\n        1,\n    )\n    async def g(self):\n59*        x = 1\n")
    assert {"g": 63} == named(list(python_spans(method)))
    nested = grown("def outer():\n    def inner():\n59*        x = 1\n    return inner\n")
    assert {"outer": 62, "inner": 60} == named(list(python_spans(nested)))
    assert {"lambda": 72} == named(list(python_spans(grown("f = lambda: (\n70*    1,\n)\n"))))
    assert 60 == LONGEST_FUNCTION


@pytest.mark.parametrize(
    ("source", "name", "lines"),
    [
        ("static int f(int a)\n{\n40*    a = 1;\n    return a;\n}\n", "f", 44),
        ("struct P make(void) {\n40*    a = 1;\n}\n", "make", 42),
        ("namespace a::b {\n/* { */\nint f() { // }\n40*    a = 1;\n}\n}  // namespace\n", "f", 42),
        ("template <typename T, int N = (1)>\nauto f(T t) noexcept -> std::vector<T> {\n40*    a = 1;\n}\n", "f", 43),
        ('int f() {\n    call("}", \'}\', R"x(} " )x");\n40*    a = 1;\n}\n', "f", 43),
        ("class [[nodiscard]] C final : B<int(int)> {\n  public:\n    C() : a_{1}, b_(2) {\n40*    a = 1;\n    }\n};\n", "C", 42),
        ("struct alignas(8) C {\n    bool operator==(const C& other) const {\n40*    a = 1;\n    }\n};\n", "operator==", 42),
        ("const auto f = [&](int a) mutable {\n40*    a = 1;\n};\n", "lambda", 42),
        ("Row kRows[] = {{1, [] {\n40*    a = 1;\n}}, {2, nullptr}};\n", "lambda", 42),
        ("int f() {\n    each(all, [](int a) {\n40*    a = 1;\n    });\n}\n", "f", 44),
        ('extern "C" {\nHRESULT Do(void) EXPORTED {\n40*    a = 1;\n}\n}\n', "Do", 42),
        ("TEST(a, says_so) {\n40*    a = 1;\n}\n", "TEST", 42),
        ("#define EACH(a) \\\n40*    twice(a); \\\n    end()\nint x;\n", "EACH", 42),
        ("#if defined(_WIN32)\nint f(int a) {\n#else\nint g(void) {\n#endif\n40*    a = 1;\n}\n", "g", 43),
        ("int f() {\n#ifdef A\n    if (a) {\n#else\n    if (b) {\n#endif\n    }\n40*    a = 1;\n}\n", "f", 48),
        ("#include <a>\nint a = 1'000'000;\nint f(std::vector<int> v = {}) {\n40*    a = 1;\n}\n", "f", 42),
    ],
)
def test_a_native_function_is_measured_from_its_header_to_its_last_brace(source: str, name: str, lines: int) -> None:
    """Texts, comments, conditions and templates hold braces, brackets and commas of their own."""
    assert {name: lines} == named(native_spans(grown(source)))


@pytest.mark.parametrize(
    "source",
    [
        "static const int kTable[] = {\n90*    1,\n};\n",
        "const Row kRows[2]{\n90*    {1, f(2)},\n};\n",
        "enum class E : int {\n90*    kA,\n};\n",
        "struct S {\n90*    int a{0};\n    std::map<int, bool (*)(int)> b{f};\n};\n",
        "std::map<int, F> table = make({\n90*    {1, f},\n});\n",
        "/*\n90*int f() {\n*/\n",
        'const char* text = R"(\n90*int f() {\n)";\n',
        "#define ONE 1\n90*void declared(int a, struct P (*b)(int));\n",
        "union U {\n90*    int a[3];\n} u = {{1}};\n",
    ],
)
def test_what_is_no_function_is_not_measured(source: str) -> None:
    """A table is as long as there are things to list."""
    assert [] == native_spans(grown(source))


def test_functions_side_by_side_are_told_apart() -> None:
    """One that ran into the next would be twice as long, and one that swallowed it would hide it."""
    source = (
        "struct S {\n    S();\n    int a() const { return 1; }\n\n    int b_ = 0;\n    void c() override {\n    }\n};\n\nstatic S s{};\n\n"
        "int S::f(void (*g)(int), int h[2])\n{\n    if (h) { for (;;) { } } else { }\n    return S{}.a();\n}\nvoid k(void) {\n}\n"
    )
    assert [("a", 1), ("c", 2), ("f", 5), ("k", 2)] == [(span.name, span.lines) for span in native_spans(source)]


@pytest.mark.parametrize("source", ["int f() {\n", "int f() { }\n}\n", "int x = (1;\n"])
def test_a_source_that_does_not_close_what_it_opens_is_refused(source: str) -> None:
    """The scanner would have misread it, and every length after that place would be wrong."""
    with pytest.raises(ValueError, match=r"closes nothing|never closed"):
        native_spans(source)
