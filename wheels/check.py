"""Looks at a finished wheel and says what is wrong with it: one small function per promise, listed in CHECKS.

A check yields a sentence for each thing that is wrong and nothing when all is well. It is given the wheel, opened; binaries are read once,
when first asked for.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import stat
import zipfile
from functools import cached_property
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from wheels.audit import stable_abi, system_policy
from wheels.binary import Binary, kind
from wheels.target import PYTHON_TAG, ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from wheels.target import Target

BUILD_INPUTS = {".c", ".cpp", ".h", ".map", ".def", ".o", ".a", ".lib", ".obj", ".d"}
NEEDED = ("hcsffi/py.typed", "hcsffi/native/binding.pyi", "hcsffi/documents/topic/")
"""What must be inside beside binaries: the mark of a typed package, the binding's types, the topics (which tell where a type lives)."""


FOR_C = ("hcsffi/embedded/include/hcsffi.h", "hcsffi/embedded/hcsffi.pc")
"""What programs in other languages are built with, where there is a host: the header, and off Windows the file for pkg-config."""

NOTICE = "hcsffi/embedded/nlohmann-json.LICENSE"
"""The terms of what is compiled into the host; the C++ runtimes and musl ask for none in a binary, or only for their own
(see docs/releasing.md)."""


BILL = "sboms/hcsffi.cdx.json"
"""The bill of materials, below the ``dist-info`` folder (PEP 770)."""
RUNTIMES = {"libc++": b"St3__1", "libstdc++": b"__cxx11", "msvc-runtime": b".?AV"}
"""The C++ runtimes by name, and what the host holds of each: names of types in the namespace that the runtime alone has."""


class Wheel:
    """A wheel that is being looked at; its binaries are unpacked into ``folder`` for ``read``."""

    def __init__(self, path: Path, target: Target, archive: zipfile.ZipFile, folder: Path, read: Callable[[Path], Binary]) -> None:
        self.path = path
        self.target = target
        self._archive = archive
        self._folder = folder
        self._read = read

    @cached_property
    def names(self) -> list[str]:
        """Every file in it."""
        return [one for one in self._archive.namelist() if not one.endswith("/")]

    def content(self, name: str) -> bytes:
        """The bytes of one file."""
        return self._archive.read(name)

    def mode(self, name: str) -> int:
        """The Unix permissions a file is installed with."""
        return self._archive.getinfo(name).external_attr >> 16

    def metadata(self, name: str) -> str:
        """One file of the ``dist-info`` folder as text; empty when it is missing."""
        found = [one for one in self.names if one.endswith(f".dist-info/{name}")]
        return self.content(found[0]).decode() if found else ""

    @cached_property
    def machine_code(self) -> dict[str, str]:
        """The format of each file that holds machine code, whatever it is called."""
        kinds = {one: kind(self.content(one)) for one in self.names}
        return {name: found for name, found in kinds.items() if found}

    @cached_property
    def binaries(self) -> dict[str, Binary]:
        """What each binary that belongs into the wheel says of itself."""
        found = [one.name for one in self.target.parts if one.name in self.machine_code]
        return {name: self._read(Path(self._archive.extract(name, self._folder))) for name in found}


def tag(wheel: Wheel) -> Iterator[str]:
    """The file name and the metadata carry the target's tag, or its other name, and no other."""
    allowed = {f"{PYTHON_TAG}-{one}" for one in wheel.target.tags}
    python, _, platforms = wheel.path.stem.split("-", 2)[2].rpartition("-")
    if not {f"{python}-{one}" for one in platforms.split(".")} <= allowed:
        yield f"{wheel.path.name} is not tagged {wheel.target.name}"
    lines = wheel.metadata("WHEEL").splitlines()
    inside = {one.removeprefix("Tag: ") for one in lines if one.startswith("Tag: ")}
    if not inside or not inside <= allowed:
        yield f"WHEEL says {sorted(inside)} instead of {wheel.target.name}"
    if "Root-Is-Purelib: false" not in lines:
        yield "WHEEL does not say that the wheel is for one platform"


def contents(wheel: Wheel) -> Iterator[str]:
    """Exactly the binaries of the table, nothing that only a build needs, and all that a user needs beside them."""
    expected = {one.name for one in wheel.target.parts}
    for name in sorted(expected ^ set(wheel.machine_code)):
        yield f"{name} is missing" if name in expected else f"{name} is machine code and does not belong here"
    for name in wheel.names:
        if (PurePosixPath(name).suffix in BUILD_INPUTS and name not in FOR_C) or name.startswith("tests/"):
            yield f"{name} is an input of the build"
    hosted = any("host" in part.name for part in wheel.target.parts)
    for_c = FOR_C[: 1 if wheel.target.system == "win32" else 2] if hosted else ()
    for name in (*NEEDED, *for_c):
        if not any(one == name or (name.endswith("/") and one.startswith(name)) for one in wheel.names):
            yield f"{name} is missing"
    if "hcsffi = hcsffi.cli:main" not in wheel.metadata("entry_points.txt"):
        yield "the command hcsffi is missing"


def licence(wheel: Wheel) -> Iterator[str]:
    """The project's licence is inside, word by word, and the notice of the library that is compiled into the host."""
    if wheel.metadata("licenses/LICENSE") != (ROOT / "LICENSE").read_text(encoding="utf-8"):
        yield "the licence is missing or another"
    if any("host" in part.name for part in wheel.target.parts) and NOTICE not in wheel.names:
        yield f"{NOTICE} is missing, and the library is inside"


def bill(wheel: Wheel) -> Iterator[str]:
    """The bill of materials is inside, of this release, and names what the binaries hold: cffi, and with a host its library and runtime."""
    text = wheel.metadata(BILL)
    if not text:
        yield f"{BILL} is missing"
        return
    read = json.loads(text)
    own = read["metadata"]["component"]["version"]
    if f"Version: {own}" not in wheel.metadata("METADATA").splitlines():
        yield f"{BILL} is of hcsffi {own}"
    named = {one["name"] for one in read["components"] if one["version"] and one["licenses"]}
    hosts = [part.name for part in wheel.target.parts if "host" in part.name and part.name in wheel.machine_code]
    content = b"".join(wheel.content(one) for one in hosts)
    expected = {"cffi"} | ({"nlohmann-json"} if hosts else set()) | {name for name, mark in RUNTIMES.items() if mark in content}
    for name in sorted(expected ^ (named & {"cffi", "nlohmann-json", *RUNTIMES})):
        yield f"{name} is linked in and {BILL} does not say it" if name in expected else f"{BILL} names {name}, which is not linked in"
    if hosts and not expected & set(RUNTIMES):
        yield f"{' and '.join(hosts)} holds no C++ runtime that is known"


def record(wheel: Wheel) -> Iterator[str]:
    """RECORD lists every file with its digest: installers refuse what it does not."""
    listed = dict(line.rsplit(",", 2)[:2] for line in wheel.metadata("RECORD").splitlines())
    for name in wheel.names:
        digest = base64.urlsafe_b64encode(hashlib.sha256(wheel.content(name)).digest()).rstrip(b"=").decode()
        if not name.endswith("/RECORD") and listed.get(name) != f"sha256={digest}":
            yield f"RECORD does not have {name} as it is"


def size(wheel: Wheel) -> Iterator[str]:
    """The wheel is no larger than the table allows."""
    found = -(-wheel.path.stat().st_size // 1024)
    if found > wheel.target.limit_kib:
        yield f"{found} KiB are more than {wheel.target.limit_kib}"


def machine(wheel: Wheel) -> Iterator[str]:
    """Every binary is of the target's format and for its processor."""
    for name, one in wheel.binaries.items():
        if one.machine != wheel.target.machine:
            yield f"{name} is {one.machine} instead of {wheel.target.machine}"


def libraries(wheel: Wheel) -> Iterator[str]:
    """No binary needs a library that a fresh system lacks; a compiler's runtime is inside. A program needs none: containers lack them."""
    programs = {part.name for part in wheel.target.parts if part.exports is None}
    for name, one in wheel.binaries.items():
        unknown = one.libraries - (frozenset() if name in programs else wheel.target.libraries)
        if unknown:
            yield f"{name} needs {', '.join(sorted(unknown))}"


def exports(wheel: Wheel) -> Iterator[str]:
    """The host exports exactly what ``hcs_cdef.h`` declares, each forwarding DLL its share, the binding its one entry."""
    for part in wheel.target.parts:
        found = wheel.binaries.get(part.name)
        if found is None or part.exports is None:
            continue
        for name in sorted(part.exports ^ found.exports):
            yield f"{part.name} {'does not export' if name in part.exports else 'exports'} {name}"


def oldest(wheel: Wheel) -> Iterator[str]:
    """No binary asks for a newer C library or system than the tag says."""
    if wheel.target.oldest is None:
        return
    for name, one in wheel.binaries.items():
        newer = sorted(version for version in one.needs if version > (*wheel.target.oldest, 0)[: len(version)])
        if newer:
            yield f"{name} needs {'.'.join(map(str, newer[-1]))}, newer than {'.'.join(map(str, wheel.target.oldest))}"
        if one.libraries and not one.needs:
            yield f"{name} does not say which system it is for"


def permissions(wheel: Wheel) -> Iterator[str]:
    """A program is installed as one, where the system knows such a thing."""
    for part in wheel.target.parts:
        if part.exports is None and part.name in wheel.machine_code and not wheel.mode(part.name) & stat.S_IXUSR:
            yield f"{part.name} is not executable"


def signature(wheel: Wheel) -> Iterator[str]:
    """A binary for Apple's own processors carries a signature, which the linker makes: without one the program that loads it is ended."""
    for name, one in wheel.binaries.items():
        if wheel.target.machine == "Mach-O aarch64" and not one.signed:
            yield f"{name} is not signed"


def traces(wheel: Wheel) -> Iterator[str]:
    """No binary names a folder of the machine that built it."""
    for name in wheel.machine_code:
        if str(ROOT).encode() in wheel.content(name):
            yield f"{name} names {ROOT}"


def policy(wheel: Wheel) -> Iterator[str]:
    """It is fit for its Linux tag or an older one, as auditwheel finds; the other systems have no such policy."""
    if wheel.target.system == "linux":
        found = system_policy(wheel.path)
        asked, fit = linux_tag(wheel.target.tag), linux_tag(found)
        if asked is None or fit is None or (asked.family, asked.processor) != (fit.family, fit.processor) or fit.version > asked.version:
            yield f"auditwheel finds it fit for {found}, not for {wheel.target.tag}"


class LinuxTag(NamedTuple):
    """A platform tag of Linux taken apart."""

    family: str
    version: tuple[int, int]
    processor: str


def linux_tag(text: str) -> LinuxTag | None:
    """``manylinux_2_17_x86_64`` in parts; manylinux2014 is its name from before the numbers."""
    found = re.fullmatch(r"(manylinux|musllinux)_(\d+)_(\d+)_(\w+)", text.replace("manylinux2014", "manylinux_2_17"))
    return LinuxTag(found[1], (int(found[2]), int(found[3])), found[4]) if found else None


def abi(wheel: Wheel) -> Iterator[str]:
    """abi3audit finds nothing in the binding that is not in the stable ABI of the oldest Python."""
    yield from stable_abi(wheel.path, PurePosixPath(wheel.target.parts[0].name).name)


class Check(NamedTuple):
    """One promise and what looks after it."""

    name: str
    look: Callable[[Wheel], Iterator[str]]


CHECKS = tuple(
    Check(one.__name__, one)
    for one in (
        tag,
        contents,
        licence,
        bill,
        record,
        size,
        machine,
        libraries,
        exports,
        oldest,
        permissions,
        signature,
        traces,
        policy,
        abi,
    )
)


def problems(path: Path, target: Target, read: Callable[[Path], Binary]) -> list[str]:
    """Everything that is wrong with a wheel; ``read`` says what is in a binary."""
    with zipfile.ZipFile(path) as archive, TemporaryDirectory() as folder:
        wheel = Wheel(path, target, archive, Path(folder), read)
        return [f"{check.name}: {sentence}" for check in CHECKS for sentence in check.look(wheel)]
