"""What functions are called with, and what one call came back with."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any, NamedTuple

from hcsffi.native.handles import Handle

if TYPE_CHECKING:
    from hcsffi.hresult import Outcome

Argument = bytes | int | uuid.UUID | Handle | None


class Reply(NamedTuple):
    """What one call came back with.

    Args:
        outcome: function, code and document.
        opened: the handle it returned; owned by whoever holds the reply.
        record: the error record of a network function, which may be there even on success.
        values: numbers, structures and arrays it handed out, in the order of the prototype.
    """

    outcome: Outcome
    opened: Handle | None = None
    record: bytes | None = None
    values: tuple[Any, ...] = ()
