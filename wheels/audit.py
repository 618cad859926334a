"""Asks the two auditors: auditwheel for the policy a Linux wheel is fit for, abi3audit for symbols outside the stable ABI."""

from __future__ import annotations

import json
import subprocess
import sys
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def answer(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a module of this interpreter."""
    return subprocess.run(
        [sys.executable, "-m", *map(str, arguments)], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )


MUSL_ITSELF = {"libc.so"}
"""The name under which zig links musl. Auditwheel knows Alpine's name for it alone and takes this for a foreign library; musl's loader
takes any name that begins with ``libc.`` for itself and looks for no file."""


def system_policy(wheel: Path) -> str:
    """The platform tag of the oldest systems that the wheel runs on, as auditwheel finds it; its last words when it finds none.

    It is shown no libraries of this machine, which are not those of the target.
    """
    with TemporaryDirectory() as nothing:
        done = answer("auditwheel", "show", "--json", "--ldpaths", nothing, wheel)
    if done.returncode:
        return (done.stdout + done.stderr).strip().rpartition("\n")[2] or "nothing"
    found = json.loads(done.stdout)
    foreign = found["policy_upgrades"].get(found["sym_tag"], {})
    only_musl = set(foreign) == {"libs_to_eliminate"} and set(foreign["libs_to_eliminate"]) == MUSL_ITSELF
    return str(found["sym_tag"] if only_musl else found["overall_tag"])


def stable_abi(wheel: Path, module: str) -> Iterator[str]:
    """What abi3audit has against the wheel, and that it looked at the module at all.

    Yields:
        One sentence for each objection.
    """
    done = answer("abi3audit", "--strict", "--report", wheel)
    try:
        (report,) = json.loads(done.stdout)["specs"].values()
    except ValueError:
        yield f"abi3audit says: {(done.stdout + done.stderr).strip()}"
        return
    results = {one["name"]: one["result"] for one in report["wheel"]}
    if module not in results:
        yield f"abi3audit did not look at {module}"
    for name, result in results.items():
        if not (result["is_abi3"] and result["is_abi3_baseline_compatible"]):
            outside = [*result["non_abi3_symbols"], *result["future_abi3_objects"]]
            yield f"{name} uses {', '.join(outside)}, outside the stable ABI of Python {result['baseline']}"
    if done.returncode and all(one["is_abi3"] and one["is_abi3_baseline_compatible"] for one in results.values()):
        yield f"abi3audit ended with {done.returncode}"
