"""Says which wishes of a document the library that answers does not carry out: an accepted document is no promise."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING

from hcsffi.native import calls, library

if TYPE_CHECKING:
    from collections.abc import Sequence

_log = logging.getLogger("hcsffi")


def warn(system_id: str, namespace: str | None) -> None:
    """Log what the embedded host does not carry out of a system that was just created; nothing where another library answers."""
    if not library.is_embedded() or not _log.isEnabledFor(logging.WARNING):
        return
    within = None if namespace is None else namespace.encode()
    outcome = calls.invoke("hcsffi_not_carried_out", within, system_id.encode()).outcome
    if not outcome.succeeded or not outcome.document:  # it has ended already
        return
    members: Sequence[str] = json.loads(outcome.document)
    if members:
        _log.warning("compute system %r: the embedded host does not carry out %s", system_id, ", ".join(members))
