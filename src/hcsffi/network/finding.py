"""Finding one thing among those that share a name."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from hcsffi import errors, hresult
from hcsffi.hresult import Outcome

if TYPE_CHECKING:
    from collections.abc import Sequence


class AmbiguousName(LookupError):
    """More than one has the name; nothing was chosen.

    Args:
        noun: what was looked for, such as ``endpoint``.
        name: the name.
        ids: the ids of all that have it.

    Attributes:
        noun: what was looked for.
        name: the name.
        ids: the ids of all that have it; each opens one of them.
    """

    def __init__(self, noun: str, name: str, ids: Sequence[str]) -> None:
        self.noun = noun
        self.name = name
        self.ids = tuple(ids)
        super().__init__(noun, name, self.ids)

    def __str__(self) -> str:
        return f"{len(self.ids)} have the name of {self.noun} {self.name!r}; take one by its id: {', '.join(self.ids)}"


def absent(function: str, symbol: str, subject: str) -> errors.HcsError:
    """Return the error for a name that nothing has: the one that opening by an unknown id would give."""
    code = hresult.value_of(symbol)
    record = json.dumps({"Success": False, "Error": "nothing has that name", "ErrorCode": code}).encode()
    return errors.build(Outcome(function, code, record), subject)
