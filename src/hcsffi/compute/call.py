"""A call that is written down before it is made, so that one or many can be made at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from anyio import ClosedResourceError

from hcsffi.compute import version
from hcsffi.delivery import operation
from hcsffi.documents.problem import InvalidDocument
from hcsffi.errors import HcsError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hcsffi.delivery.operation import Completion, Request
    from hcsffi.documents.wire import Encoded

_Answer = TypeVar("_Answer")
_Answer_co = TypeVar("_Answer_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Call(Generic[_Answer_co]):
    """One asynchronous call of the service, not made yet.

    Args:
        request: the native function and its arguments.
        finish: makes the answer out of the completion.
        sent: the document it sends, where the service's schema version may be too old for it.
    """

    request: Request
    finish: Callable[[Completion], _Answer_co]
    sent: Encoded | None = None


def as_text(completion: Completion) -> str:
    """Finish a call with its answer as it came."""
    return completion.document.decode()


def no_answer(_completion: Completion) -> None:
    """Finish a call whose completion carries no answer."""


async def _prepare(call: Call[object]) -> None:
    """Refuse what needs no service to be refused: a closed handle, a document too new."""
    handle = call.request.handle
    if handle is not None and handle.closed:
        message = f"{call.request.subject} was closed: ask while it is open, or open it again"
        raise ClosedResourceError(message)
    if call.sent is not None:
        await version.refuse_newer(call.sent)


async def make(call: Call[_Answer]) -> _Answer:
    """Make the call and return its answer.

    Raises:
        anyio.ClosedResourceError: its system or process was closed.
        InvalidDocument: its document needs a newer schema version than the service has.
        HcsError: the class tells what the service objected to.

    Cancellation:
        The wait ends at once and the service is asked to drop the operation; what it returns later is released.
    """
    await _prepare(call)
    return call.finish(await operation.commence(call.request))


async def run_many(calls: Sequence[Call[_Answer]]) -> list[_Answer | HcsError | InvalidDocument]:
    """Make all calls with one native submission and one wait.

    Args:
        calls: made by ``ComputeSystem.calls``, ``system.calls`` and ``process.calls``.

    Returns:
        For each call, in order, its answer or the error it failed with: one failure does not lose the others, and neither does an
        answer that cannot be read, which is ``InvalidDocument`` in its place.

    Raises:
        anyio.ClosedResourceError: a system or process was closed; no call was made.
        InvalidDocument: a document needs a newer schema version than the service has; no call was made.

    Cancellation:
        The wait ends at once and the service is asked to drop every operation; what it returns later is released, and terminated before
        that where its call was written down with ``terminate_on_close``.
    """
    for call in calls:
        await _prepare(call)
    completions = await operation.perform_many([call.request for call in calls])
    return [_finished(call, completion) for call, completion in zip(calls, completions, strict=True)]


def _finished(call: Call[_Answer], completion: Completion | HcsError) -> _Answer | HcsError | InvalidDocument:
    if isinstance(completion, HcsError):
        return completion
    try:
        return call.finish(completion)
    except InvalidDocument as unreadable:
        return unreadable
