"""Taking away what an attachment made: by id, in the safe order, and what is gone already counts as taken away.

Endpoints leave their namespace first, because one that is deleted inside it can stay in its list, and the next container's creation there
fails (F-34); they go before the namespace, which goes before nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hcsffi.errors import NotFound
from hcsffi.network.endpoint import Endpoint
from hcsffi.network.journal import JournalStep, Stage, Thing
from hcsffi.network.namespace import Namespace

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable


class Leftover:
    """Something that could not be taken away.

    Args:
        step: what it is.
        error: why: the service's answer, or that there was no time left.
    """

    def __init__(self, step: JournalStep, error: Exception) -> None:
        self.step = step
        self.error = error

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Leftover) and (self.step, repr(self.error)) == (other.step, repr(other.error))

    def __hash__(self) -> int:
        return hash((self.step.thing, self.step.id, repr(self.error)))

    @property
    def hresult(self) -> int | None:
        """The service's code, or ``None`` where it did not answer."""
        return getattr(self.error, "hresult", None)

    def __str__(self) -> str:
        within = f" in {self.step.within}" if self.step.within else ""
        return f"{self.step.thing.value} {self.step.id}{within}: {self.error}"

    def __repr__(self) -> str:
        return f"<Leftover {self}>"


async def take_away(step: JournalStep) -> None:
    """Undo one step of an attachment.

    Args:
        step: what it made; whether it came so far need not be known.

    Raises:
        HcsError: the service refused it; not found counts as done.

    Cancellation:
        Ends the wait; it may still be taken away.
    """
    await _WAYS[step.thing](step)


async def _leave(step: JournalStep) -> None:
    try:
        namespace = await Namespace.open(step.within)
    except NotFound:
        return
    async with namespace:
        await namespace.remove_endpoint(step.id, missing_ok=True)


async def _delete_endpoint(step: JournalStep) -> None:
    await Endpoint.delete_by_id(step.id, missing_ok=True)


async def _delete_namespace(step: JournalStep) -> None:
    await Namespace.delete_by_id(step.id, missing_ok=True)


_WAYS: dict[Thing, Callable[[JournalStep], Awaitable[None]]] = {
    Thing.MEMBERSHIP: _leave,
    Thing.ENDPOINT: _delete_endpoint,
    Thing.NAMESPACE: _delete_namespace,
}


def standing(steps: Iterable[JournalStep]) -> list[JournalStep]:
    """Return the steps whose things may be there, the last one first."""
    return [one for one in reversed(list(steps)) if one.stage is not Stage.UNDONE]
