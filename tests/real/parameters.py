"""What the person at a real service has to provide, by environment variables; the embedded host needs nothing."""

from __future__ import annotations

import copy
import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CONTAINER = "HCSFFI_REAL_CONTAINER"
MACHINE = "HCSFFI_REAL_MACHINE"
DISK = "HCSFFI_REAL_DISK"
PATIENCE = "HCSFFI_REAL_PATIENCE_S"
RISKY = "HCSFFI_REAL_RISKY"
GUEST = "HCSFFI_REAL_GUEST"

EMBEDDED_CONTAINER: dict[str, Any] = {
    "SchemaVersion": {"Major": 2, "Minor": 1},
    "Container": {"GuestOs": {"HostName": "statement"}},
}
EMPTY_MACHINE: dict[str, Any] = {
    "SchemaVersion": {"Major": 2, "Minor": 1},
    "VirtualMachine": {
        "Chipset": {"Uefi": {}},
        "ComputeTopology": {"Memory": {"SizeInMB": 256}, "Processor": {"Count": 1}},
        "Devices": {"Scsi": {"Primary disk": {}}},
    },
}
"""No disk and no guest: the firmware finds nothing to boot and stays running, which is all most statements need."""


@dataclass(frozen=True)
class Parameters:
    """What this run may use.

    Args:
        container: a complete process-isolated container document, or None when there is none.
        machine: a virtual machine document.
        guest: whether the machine boots a guest with the integration services.
        disk: a virtual disk file that no machine was granted access to, or None.
        patience_s: how long one step may take, in seconds.
        risky: whether calls may be made that might crash the calling process.
        windows_guest: whether commands run in a Windows container.
    """

    container: dict[str, Any] | None
    machine: dict[str, Any]
    guest: bool
    disk: Path | None
    patience_s: float
    risky: bool
    windows_guest: bool

    @property
    def patience_ms(self) -> int:
        """As the native time-out arguments want it."""
        return int(self.patience_s * 1000)


def read(*, embedded: bool) -> Parameters:
    """Read the variables.

    Raises:
        ValueError: a variable names a file that is no ComputeSystem document.
    """
    if embedded:
        return Parameters(
            copy.deepcopy(EMBEDDED_CONTAINER),
            copy.deepcopy(EMPTY_MACHINE),
            False,
            None,
            10,
            risky=True,
            windows_guest=sys.platform == "win32",
        )
    disk = os.environ.get(DISK)
    return Parameters(
        _document(CONTAINER, "Container"),
        _document(MACHINE, "VirtualMachine") or copy.deepcopy(EMPTY_MACHINE),
        os.environ.get(GUEST) == "1",
        Path(disk) if disk else None,
        float(os.environ.get(PATIENCE, "240")),
        risky=os.environ.get(RISKY) == "1",
        windows_guest=True,
    )


def _document(variable: str, kind: str) -> dict[str, Any] | None:
    name = os.environ.get(variable)
    if not name:
        return None
    document = json.loads(Path(name).read_text(encoding="utf-8-sig"))
    if not isinstance(document, dict) or kind not in document:
        raise ValueError(f"{variable} names {name}, which is no ComputeSystem document with {kind}")
    return document
