"""How long what this process learned of its service holds: as long as the same library answers and the service has not gone away."""

from __future__ import annotations

from typing import NamedTuple

from hcsffi.native import library


class Connection(NamedTuple):
    """One unbroken connection; two that are equal reach the same service.

    Args:
        library: which library answers.
        losses: how often the service has gone away before.
    """

    library: str
    losses: int


_losses = 0


def present() -> Connection:
    """The connection of this moment; before the first call, the one that is about to be made."""
    return Connection(library.name() or library.choice(), _losses)


def note_loss() -> None:
    """The service went away, or became another one: whatever was learned of it is to be asked again."""
    global _losses  # noqa: PLW0603  one number for the process: the library and its service are one a process too
    _losses += 1
