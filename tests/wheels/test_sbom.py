"""The bill of materials names what the compiler links, whichever compiler it is."""

from __future__ import annotations

import json
import shutil
from importlib.metadata import version
from typing import TYPE_CHECKING

import build_sbom
import pytest
from build_sbom import Component

if TYPE_CHECKING:
    from pathlib import Path

UNKNOWN = {
    "msvc": "_MSC_FULL_VER",
    "libcxx": "_LIBCPP_VERSION",
    "libstdcxx": "__GLIBCXX__ __GNUC__ __GNUC_MINOR__ __GNUC_PATCHLEVEL__",
    "mingw": "__MINGW64_VERSION_MAJOR __MINGW64_VERSION_MINOR",
}
"""What a preprocessor leaves as it is where it knows none of the macros."""


def answer(**known: str) -> str:
    """The probe as a compiler with these macros makes of it, with the lines of its headers around it."""
    return "extern int x;\n" + "".join(f"{name} {text} .\n" for name, text in (UNKNOWN | known).items())


@pytest.mark.parametrize(
    ("known", "named"),
    [
        ({"libstdcxx": "20220819 12 2 0"}, ["libstdc++ 12.2.0", "libgcc 12.2.0"]),
        ({"libstdcxx": "20220819 12 0 0", "mingw": "10 0"}, ["libstdc++ 12.0.0", "libgcc 12.0.0", "mingw-w64 10.0"]),
        ({"libcxx": "220108"}, [f"{one} 22.1.8" for one in ("libc++", "libc++abi", "libunwind", "compiler-rt")]),
        ({"msvc": "194435211"}, ["msvc-runtime 19.44.35211"]),
    ],
)
def test_each_runtime_is_named_with_its_version(known: dict[str, str], named: list[str]) -> None:
    """A hole in a runtime is published by its release."""
    assert named == [f"{one.name} {one.version}" for one in build_sbom.runtime(answer(**known))]


def test_a_compiler_with_a_runtime_nobody_knows_stops_the_build() -> None:
    """A bill without it would say that nothing is linked in."""
    with pytest.raises(ValueError, match=r"names no C\+\+ runtime"):
        build_sbom.runtime(answer())


@pytest.mark.parametrize("compiler", ["c++", "g++", "clang++", "x86_64-w64-mingw32-g++-posix"])
def test_the_compilers_of_this_machine_are_understood(compiler: str, tmp_path: Path) -> None:
    """The macros are asked of real headers; a cross compiler answers for its target."""
    if shutil.which(compiler) is None:
        pytest.skip(f"{compiler} is not installed")
    found = build_sbom.runtime(build_sbom.asked([compiler, "-E", "-P"], tmp_path / "probe.cpp"))
    assert found[0].name in {"libstdc++", "libc++"}
    assert ("mingw" in compiler) == ("mingw-w64" in {one.name for one in found})


def test_libraries_compiled_from_source_say_their_version_and_terms() -> None:
    """Both come from the packages that the build takes the source from."""
    json_library = build_sbom.from_package("nlohmann-json", "https://json.nlohmann.me")
    assert ("nlohmann-json", version("nlohmann-json"), "MIT") == json_library[:3]
    assert build_sbom.from_package("cffi", "").terms.startswith("MIT")


def test_the_document_has_what_cyclonedx_demands_and_nothing_that_differs_from_build_to_build() -> None:
    """Readers go by these members; a time or a serial number would make every wheel another file."""
    parts = [
        Component("libc++", "22.1.8", build_sbom.LLVM, "https://llvm.org"),
        Component("cffi", "2.1.1", "MIT-0", "https://cffi.example"),
    ]
    text = build_sbom.document("0.1.0", parts)
    assert text == build_sbom.document("0.1.0", reversed(parts))
    bill = json.loads(text)
    assert ("CycloneDX", "1.6", 1) == (bill["bomFormat"], bill["specVersion"], bill["version"])
    assert {"bomFormat", "specVersion", "version", "metadata", "components", "dependencies"} == set(bill)
    assert ["cffi@2.1.1", "libc++@22.1.8"] == [one["bom-ref"] for one in bill["components"]] == bill["dependencies"][0]["dependsOn"]
    assert bill["dependencies"][0]["ref"] == bill["metadata"]["component"]["bom-ref"]
    assert [{"expression": "MIT-0"}] == bill["components"][0]["licenses"]
    assert all(one["type"] == "library" and one["version"] for one in bill["components"])
