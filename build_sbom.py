"""What of other people is linked into the binaries: the bill of materials that goes into every wheel, as CycloneDX 1.6.

The libraries that are compiled in from source are asked for their version and terms. The compiler is asked which C++ runtime it links: it
says by the macros of its own headers, a cross compiler for its target. Nothing in the document depends on the time or the machine.
"""

from __future__ import annotations

import json
import subprocess
from importlib.metadata import metadata
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

FILE = "hcsffi.cdx.json"
PROBE = """
#if !defined(_MSC_VER)
#include <cstdlib>
#endif
msvc _MSC_FULL_VER .
libcxx _LIBCPP_VERSION .
libstdcxx __GLIBCXX__ __GNUC__ __GNUC_MINOR__ __GNUC_PATCHLEVEL__ .
mingw __MINGW64_VERSION_MAJOR __MINGW64_VERSION_MINOR .
"""
"""What the compiler is given to preprocess: a name stays as it is where it is no macro."""
LLVM = "Apache-2.0 WITH LLVM-exception"
GCC = "GPL-3.0-or-later WITH GCC-exception-3.1"


class Component(NamedTuple):
    """One thing that is linked in."""

    name: str
    version: str
    terms: str
    url: str

    @property
    def reference(self) -> str:
        """How the document names it."""
        return f"{self.name}@{self.version}"


def from_package(name: str, url: str) -> Component:
    """A library whose source comes from a Python package of the build.

    Raises:
        ValueError: the package does not say its terms.
    """
    found = metadata(name)
    terms = found["License-Expression"] or found["License"]
    if not terms:
        raise ValueError(f"the package {name} does not say its terms")
    return Component(name, found["Version"], terms, url)


def asked(command: Sequence[str], probe: Path) -> str:
    """What the preprocessor makes of the probe.

    Raises:
        subprocess.CalledProcessError: it is no preprocessor.
    """
    probe.write_text(PROBE, encoding="utf-8")
    done = subprocess.run([*command, str(probe)], capture_output=True, text=True, check=True)  # noqa: S603 - the compiler the build uses
    return done.stdout


def runtime(answer: str) -> list[Component]:
    """The C++ runtime, and on Windows the C runtime that is no part of Windows, by what the preprocessor said.

    Raises:
        ValueError: no known runtime is named.
    """
    words = {line.split()[0]: line.split()[1:-1] for line in answer.splitlines() if line.endswith(" .")}
    numbers = {name: [int(one) for one in given] for name, given in words.items() if all(one.isdigit() for one in given)}
    found: list[Component] = []
    if "msvc" in numbers:
        text = str(numbers["msvc"][0])
        found.append(
            Component("msvc-runtime", f"{text[:2]}.{text[2:4]}.{text[4:]}", "LicenseRef-Microsoft", "https://visualstudio.microsoft.com")
        )
    if "libcxx" in numbers:
        packed = numbers["libcxx"][0]
        version = f"{packed // 10000}.{packed // 100 % 100}.{packed % 100}"
        names = ("libc++", "libc++abi", "libunwind", "compiler-rt")
        found += [Component(name, version, LLVM, "https://llvm.org") for name in names]
    if "libstdcxx" in numbers:
        version = ".".join(map(str, numbers["libstdcxx"][1:]))
        found += [Component(name, version, GCC, "https://gcc.gnu.org") for name in ("libstdc++", "libgcc")]
    if not found:
        raise ValueError(f"the compiler names no C++ runtime of a kind that is known: {answer!r}")
    if "mingw" in numbers:
        version = ".".join(map(str, numbers["mingw"]))
        found.append(Component("mingw-w64", version, "ZPL-2.1", "https://www.mingw-w64.org"))
    return found


def document(version: str, components: Iterable[Component]) -> str:
    """The bill of materials.

    Args:
        version: that of the project.
        components: what is linked into its binaries.
    """
    listed = sorted(components)
    own = f"hcsffi@{version}"
    bill = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "library",
                "bom-ref": own,
                "name": "hcsffi",
                "version": version,
                "purl": f"pkg:pypi/hcsffi@{version}",
                "licenses": [{"license": {"id": "MIT"}}],
            }
        },
        "components": [
            {
                "type": "library",
                "bom-ref": one.reference,
                "name": one.name,
                "version": one.version,
                "licenses": [{"expression": one.terms}],
                "externalReferences": [{"type": "website", "url": one.url}],
            }
            for one in listed
        ],
        "dependencies": [{"ref": own, "dependsOn": [one.reference for one in listed]}],
    }
    return json.dumps(bill, indent=2, ensure_ascii=False) + "\n"
