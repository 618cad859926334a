"""What PyInstaller cannot see of hcsffi: modules loaded by name at first use, the embedded host, its reaper, the table of names."""

from __future__ import annotations

from pathlib import Path

from PyInstaller.utils.hooks import (  # type: ignore[import-untyped]  # it ships no types
    collect_data_files,
    collect_submodules,
    copy_metadata,
    get_package_paths,
)

_EMBEDDED = Path(get_package_paths("hcsffi")[1], "embedded")

hiddenimports = collect_submodules("hcsffi", filter=lambda name: not name.startswith("hcsffi.freezing"))
hiddenimports += ["_cffi_backend", *collect_submodules("anyio._backends")]
datas = collect_data_files("hcsffi", excludes=["embedded/reaper", "embedded/include/*", "embedded/hcsffi.pc"]) + copy_metadata("hcsffi")
# A program among the binaries stays one: PyInstaller makes every binary executable, in a folder and where one file unpacks itself.
_programs = [one for name in ("libhcsffi.host.so", "reaper", "*.dll") for one in sorted(_EMBEDDED.glob(name))]
binaries = [(str(one), "hcsffi/embedded") for one in _programs]
