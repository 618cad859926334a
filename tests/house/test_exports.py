"""The embedded host exports what `hcs_cdef.h` declares: no more, no less."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import build_hcs
import pytest

from sources import ROOT


def declared() -> set[str]:
    """Function names of the declarations file."""
    text = re.sub(r"/\*.*?\*/", "", (ROOT / "hcs_cdef.h").read_text(encoding="utf-8"), flags=re.DOTALL)
    return set(re.findall(r"\b((?:Hcs|Hcn|hcsffi_)\w+)\([^;{}]*\);", text))


def host_file() -> Path:
    """The embedded host of the installed package."""
    package = find_spec("hcsffi.embedded")
    assert package is not None
    assert package.origin is not None
    return next(Path(package.origin).parent.glob("libhcsffi.host.so"))


@pytest.mark.skipif(sys.platform != "linux", reason="reads the dynamic symbol table of an ELF library")
def test_the_host_exports_exactly_the_declared_functions() -> None:
    """A missing export is a function that silently answers 'not offered'; a surplus one may clash with a symbol of the process."""
    nm = shutil.which("nm")
    if nm is None:
        pytest.skip("nm comes with binutils, which is not installed")
    listing = subprocess.run([nm, "-D", "--defined-only", host_file()], check=True, capture_output=True, text=True).stdout
    exported = {line.split()[-1].split("@")[0] for line in listing.splitlines()}
    assert declared() == exported


def test_the_declarations_hold_the_whole_known_surface() -> None:
    """116 functions have a public header in the newest SDK; the SDN-route family and a migration call are known from shipping software."""
    names = declared()
    assert 116 + 7 + 1 == len({name for name in names if not name.startswith("hcsffi_")})


def test_a_parameter_list_may_go_on_in_the_next_line() -> None:
    """A declaration is broken where the line ends, and means the same: prototype, first build and privileges."""
    listed = "HRESULT HcsOpen(PCWSTR id, DWORD access, HCS_SYSTEM *system); // 17763 backup\n"
    broken = "HRESULT HcsOpen(PCWSTR id,\n                DWORD access,\n                HCS_SYSTEM *system);  // 17763 backup\n"
    (one,) = build_hcs.parse_functions(listed)
    assert ("HcsOpen", "PCWSTR id, DWORD access, HCS_SYSTEM *system", 17763, 1) == (one.name, one.prototype, one.build, one.privileges)
    assert (one,) == build_hcs.parse_functions(broken)


@pytest.mark.parametrize(
    "slip",
    ["HRESULT HcsOpen(PCWSTR id) // 17763", "HRESULT OpenIt(PCWSTR id); // 17763", "HRESULT HcsOpen(PCWSTR id); // Build 17763"],
)
def test_a_declaration_the_build_cannot_read_stops_it(slip: str) -> None:
    """It would be left out of the table, the stubs and the exports without a word."""
    with pytest.raises(ValueError, match=r"hcs_cdef\.h: no function"):
        build_hcs.parse_functions(f"HRESULT HcsClose(PCWSTR id); // 17763\n{slip}\n")
