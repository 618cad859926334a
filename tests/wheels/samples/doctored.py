"""Small distributions made by hand: sound ones, and with something wrong in them."""

from __future__ import annotations

import base64
import hashlib
import subprocess
import zipfile
from typing import TYPE_CHECKING

import build_sbom

from wheels.binary import Binary
from wheels.check import BILL, FOR_C, NOTICE, RUNTIMES, Wheel
from wheels.target import BY_TAG, ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from wheels.target import Target

TARGET = BY_TAG["manylinux2014_x86_64"]
DIST = "hcsffi-0.1.0.dist-info"
ELF = b"\x7fELF"


def files(target: Target = TARGET) -> dict[str, bytes]:
    """What a sound wheel of the target holds, with binaries that are only told by their first bytes."""
    first = {"linux": ELF, "win32": b"MZ", "darwin": b"\xcf\xfa\xed\xfe"}[target.system]
    runtime = "libc++" if target.uses_zig else "libstdc++"
    binaries = {part.name: first + (RUNTIMES[runtime] if "host" in part.name else b"") for part in target.parts}
    hosted = ["nlohmann-json", runtime] if any("host" in name for name in binaries) else []
    return binaries | {
        f"{DIST}/{BILL}": build_sbom.document("0.1.0", [build_sbom.Component(one, "1.0", "MIT", "") for one in ["cffi", *hosted]]).encode(),
        "hcsffi/__init__.py": b"",
        "hcsffi/py.typed": b"",
        "hcsffi/native/binding.pyi": b"",
        "hcsffi/documents/topic/container.py": b"",
        NOTICE: b"MIT",
        **dict.fromkeys(FOR_C, b"for C"),
        f"{DIST}/licenses/LICENSE": (ROOT / "LICENSE").read_bytes(),
        f"{DIST}/WHEEL": f"Wheel-Version: 1.0\nRoot-Is-Purelib: false\nTag: {target.name}\n".encode(),
        f"{DIST}/METADATA": b"Metadata-Version: 2.4\nName: hcsffi\nVersion: 0.1.0\n",
        f"{DIST}/entry_points.txt": b"[console_scripts]\nhcsffi = hcsffi.cli:main\n",
    }


def record(content: Mapping[str, bytes]) -> bytes:
    """RECORD of these files."""
    digests = {name: base64.urlsafe_b64encode(hashlib.sha256(one).digest()).rstrip(b"=").decode() for name, one in content.items()}
    return "".join(f"{name},sha256={digest},{len(content[name])}\n" for name, digest in digests.items()).encode()


def write(folder: Path, content: Mapping[str, bytes], target: Target = TARGET, *, mode: int = 0o755, listed: bytes | None = None) -> Path:
    """A wheel file of this content; RECORD is right unless another is given."""
    path = folder / f"hcsffi-0.1.0-{target.name}.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for name, one in {**content, f"{DIST}/RECORD": record(content) if listed is None else listed}.items():
            entry = zipfile.ZipInfo(name)
            entry.external_attr = mode << 16
            archive.writestr(entry, one)
    return path


def opened(path: Path, target: Target = TARGET, **binaries: Binary) -> Wheel:
    """The wheel as the checks see it, its binaries saying what is given here instead of what is in them."""
    facts = {part.name: binaries.get("every", sound(target, part.exports)) for part in target.parts}
    return Wheel(path, target, zipfile.ZipFile(path), path.parent, lambda file: facts[file.relative_to(path.parent).as_posix()])


def sound(target: Target, exports: frozenset[str] | None) -> Binary:
    """A binary with which nothing is wrong."""
    is_program = exports is None
    needs = frozenset({target.oldest}) if target.oldest and not is_program else frozenset[tuple[int, ...]]()
    libraries = frozenset[str]() if is_program else target.libraries
    return Binary(target.machine, libraries, exports or frozenset(), needs, signed=target.system == "darwin")


def compiled(folder: Path, source: str, *flags: str) -> bytes:
    """The shared library of a C source, made by the compiler of this machine."""
    file, made = folder / "one.c", folder / "one.so"
    file.write_text(source, encoding="utf-8")
    subprocess.run(["cc", "-shared", "-fPIC", "-s", "-o", made, file, *flags], check=True, timeout=20)
    return made.read_bytes()
