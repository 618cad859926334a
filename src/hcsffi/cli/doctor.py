"""``hcsffi doctor``: what answers here, what it can and may do, what was left behind; and the remedy of whatever is wrong."""

from __future__ import annotations

import os
import platform
import sys
from typing import TYPE_CHECKING, Final, NamedTuple

import anyio

from hcsffi import embedded
from hcsffi.cli.exit_code import FAILED, FINE
from hcsffi.cli.failure import line
from hcsffi.cli.lasting import run_lasting
from hcsffi.cli.printing import WAYS, as_json, table
from hcsffi.compute import service
from hcsffi.compute.pruning import prune
from hcsffi.compute.system import ComputeSystem
from hcsffi.errors import AccessDenied, HcsError
from hcsffi.native import library
from hcsffi.network.attachment import DEFAULT_OWNER
from hcsffi.network.collecting import gc
from hcsffi.serving import request

if TYPE_CHECKING:
    import argparse
    from collections.abc import Awaitable, Callable

_SHOWN: Final = 3
"""How many names a finding lists before it counts the rest."""


class Diagnosis(NamedTuple):
    """What one look has shown.

    Args:
        check: what was looked at.
        state: ``ok``, ``note`` for what somebody may want to know, ``problem`` for what does not work.
        found: what was seen.
        remedy: what to do about it; empty where nothing has to be done.
    """

    check: str
    state: str
    found: str
    remedy: str = ""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    parser.add_argument("--format", choices=WAYS, default="table", help="how to print (default: table)")


def main(options: argparse.Namespace) -> int:
    """Look, print what was found, and return 1 when there is a problem."""

    async def work() -> int:
        findings = await look()
        if options.format == "table":
            print(table(["CHECK", "STATE", "FOUND", "REMEDY"], [list(one) for one in findings]))
        else:
            print(as_json([one._asdict() for one in findings], options.format))
        return FAILED if any(one.state == "problem" for one in findings) else FINE

    return run_lasting(work)


async def look() -> list[Diagnosis]:
    """Look at everything; what cannot be looked at without a library that answers is left out where none does."""
    version = sys.modules["hcsffi"].__version__
    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    findings = [Diagnosis("program", "ok", f"hcsffi {version}, Python {platform.python_version()}, {system}")]
    loading = library.load()
    if not loading.succeeded:
        return [*findings, Diagnosis("library", "problem", line(HcsError(loading, "the library")), _ANSWERING)]
    findings += _library()
    for check, act in _CHECKS.items():
        try:
            findings += await act()
        except HcsError as error:  # noqa: PERF203 - one that cannot be looked at does not keep the others from it
            findings.append(Diagnosis(check, "problem", line(error), _REMEDIES.get(type(error), f"hcsffi explain {error.hresult:#x}")))
    return findings


_ANSWERING: Final = (
    "HCSFFI_LIBRARY names system, embedded, a directory that holds the libraries, or a service; unset, the best of this machine answers"
)
_REMEDIES: Final[dict[type[HcsError], str]] = {
    AccessDenied: "run it as administrator, or as a member of the group Hyper-V Administrators",
}


def _library() -> list[Diagnosis]:
    connection = library.connected()
    if connection is not None:
        version, answering = (connection.welcome.get(word) for word in ("version", "library"))
        loaded = Diagnosis("library", "ok", f"{library.name()}: the service of hcsffi {version} with the library {answering}")
        wanted = request.of_clients()
    else:
        loaded = Diagnosis("library", "ok", library.name())
        wanted = list(library.functions())
    native = [one for name, one in library.functions().items() if name in wanted and one.library < len(library.LIBRARIES)]
    missing = [one for one in native if not library.offers(one.name)]
    if not missing:
        return [loaded, Diagnosis("functions", "ok", "all are there")]
    builds = sorted({one.build for one in missing if one.build})
    told = f"{len(missing)} are not there: {_names([one.name for one in missing])}"
    remedy = f"Windows of build {builds[-1]} or newer has those with a header; calls of them raise NotSupported" if builds else ""
    return [loaded, Diagnosis("functions", "note", told, remedy)]


async def _schema() -> list[Diagnosis]:
    versions = await service.supported_schema_versions()
    return [Diagnosis("schema", "ok", "versions " + ", ".join(f"{major}.{minor}" for major, minor in versions))]


async def _rights() -> list[Diagnosis]:
    """Listing is the least that every use of the service needs."""
    found = await ComputeSystem.list()
    return [Diagnosis("rights", "ok", f"the service may be used; {len(found)} systems")]


async def _isolation() -> list[Diagnosis]:
    if not library.is_embedded() or sys.platform != "linux":
        return []
    told = embedded.isolation()
    if told["Works"]:
        return [Diagnosis("isolation", "ok", f"{told['Mode']}: {told['Program']} {told['Version']}"), *_programs(told["Programs"])]
    state = "problem" if told["Mode"] == "bubblewrap" else "note"
    return [Diagnosis("isolation", state, str(told["Problem"]), str(told["Remedy"]))]


def _programs(told: object) -> list[Diagnosis]:
    """One line for those that are there, and one for each that is missing and for what it carries."""
    programs = told if isinstance(told, list) else []
    there = {one["Name"]: one["Path"] for one in programs if one["Path"]}
    carried = {name: " and ".join(one["Carries"] for one in programs if one["Name"] == name) for name in there}
    found = "; ".join(f"{path} carries {carried[name]}" for name, path in there.items())
    missing = [
        Diagnosis("isolation programs", "note", f"{one['Name']} is missing, which carries {one['Carries']}", one["Remedy"])
        for one in programs
        if not one["Path"]
    ]
    return [Diagnosis("isolation programs", "ok", found)] * bool(there) + missing


async def _layers() -> list[Diagnosis]:
    if not library.is_embedded() or sys.platform != "linux":
        return []
    known = "overlay" in (await anyio.Path("/proc/filesystems").read_text()).split()
    if known and os.geteuid() == 0:
        return [Diagnosis("layers", "ok", "the kernel has overlays, and this user may try to mount them")]
    why = "only root mounts overlays" if known else "the kernel has no overlays (yet: modprobe overlay)"
    return [Diagnosis("layers", "note", f"views of layers are copies: {why}")]


async def _leftovers() -> list[Diagnosis]:
    systems = await prune(owner=DEFAULT_OWNER, dry_run=True)
    collected = await gc(dry_run=True)
    names = [f"system {one.system_id}" for one in systems] + [f"{one.kind} {one.id}" for one in collected.freed]
    if not names and not collected.failed:
        return [Diagnosis("leftovers", "ok", "none")]
    told = [_names(names)] * bool(names) + [f"{len(collected.failed)} that cannot be read"] * bool(collected.failed)
    return [Diagnosis("leftovers", "note", "; ".join(told), "hcsffi gc --dry-run lists them, hcsffi gc takes them away")]


def _names(names: list[str]) -> str:
    rest = len(names) - _SHOWN
    return ", ".join(names[:_SHOWN]) + (f" and {rest} more" if rest > 0 else "")


_CHECKS: Final[dict[str, Callable[[], Awaitable[list[Diagnosis]]]]] = {
    "schema": _schema,
    "rights": _rights,
    "isolation": _isolation,
    "layers": _layers,
    "leftovers": _leftovers,
}
