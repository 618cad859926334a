"""The steps of one attachment: told to the journal, made, and taken away again.

A step's outcome is written together with the intent of the next one, before that one's native call: one write a step.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

import anyio
from anyio import lowlevel, to_thread

from hcsffi.delivery import telling
from hcsffi.delivery.finishing import to_its_end
from hcsffi.errors import HcsError, TimedOut
from hcsffi.network.journal import Stage, Thing
from hcsffi.network.removal import Leftover, standing, take_away

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from hcsffi.network.journal import Journal, JournalEntry, JournalStep

_Made = TypeVar("_Made")

UNDO_S: Final = 30.0
"""How long taking away may last as a whole, and how long a native call is waited for, in seconds."""
_CALLS: Final = {Thing.NAMESPACE: "HcnCreateNamespace", Thing.ENDPOINT: "HcnCreateEndpoint", Thing.MEMBERSHIP: "HcnModifyNamespace"}


class Building:
    """An attachment in the making.

    Args:
        entry: what the journal tells of it.
        journal: where.
        undo_s: how long taking away may last, in seconds.
    """

    def __init__(self, entry: JournalEntry, journal: Journal, undo_s: float) -> None:
        self.entry = entry
        self.undo_s = undo_s
        self._journal = journal
        self._unfinished: list[JournalStep] = []
        self._written = False

    async def make(self, step: JournalStep, call: Callable[[], Awaitable[_Made]]) -> _Made:
        """Tell the journal what is intended, then do it.

        Args:
            step: what is made.
            call: makes it, and gives it to whoever closes it: a caller who is cancelled never sees it.

        Raises:
            OSError: the journal could not be written; nothing was done.
            TimedOut: the native call did not end; it may still do its work.
            HcsError: the service refused it.

        Cancellation:
            Seen before the step begins; while the native call is under way it waits for its end.
        """
        await lowlevel.checkpoint()
        self.entry.steps.append(step)
        try:
            await self._write()
        except OSError:
            self.entry.steps.remove(step)
            raise

        async def patiently() -> _Made:
            with anyio.move_on_after(self.undo_s):
                made = await call()
                step.stage = Stage.DONE
                return made
            self._unfinished.append(step)
            raise self._late(step)

        return await to_its_end(patiently)

    async def unmake(self) -> tuple[Leftover, ...]:
        """Take away what was made, the last thing first, as far as it goes.

        Returns:
            What could not be taken away.

        Cancellation:
            Shielded; it ends when the time for it is over.
        """
        return await to_its_end(self._unmade)

    async def _unmade(self) -> tuple[Leftover, ...]:
        left: list[Leftover] = []
        deadline = anyio.current_time() + self.undo_s
        for step in standing(self.entry.steps):
            error = await self._taken_away(step, deadline)
            step.stage = Stage.UNDONE if error is None else Stage.LEFT
            if error is not None:
                left.append(Leftover(step, error))
        left = [one for one in left if not self._went_along(one.step)]
        await self._close(bool(left))
        return tuple(left)

    def _went_along(self, step: JournalStep) -> bool:
        """A place in a namespace is gone with the namespace."""
        gone = {one.id for one in self.entry.steps if one.thing is Thing.NAMESPACE and one.stage is Stage.UNDONE}
        if step.thing is not Thing.MEMBERSHIP or step.within not in gone:
            return False
        step.stage = Stage.UNDONE
        return True

    async def _taken_away(self, step: JournalStep, deadline: float) -> Exception | None:
        with anyio.CancelScope(deadline=deadline):
            try:
                await take_away(step)
            except (HcsError, OSError, ValueError) as error:
                return error
            # What was taken away may have been nothing yet, and comes to be when the call ends.
            return self._late(step) if step in self._unfinished else None
        return self._late(step)

    def _late(self, step: JournalStep) -> TimedOut:
        subject = f"{step.thing.value} {step.id!r}"
        return TimedOut.in_phase("a call of the service", _CALLS[step.thing], subject, self.undo_s, "it may still do its work")

    async def _write(self) -> None:
        def write() -> None:
            self._journal.write(self.entry)
            self._written = True

        await to_its_end(lambda: to_thread.run_sync(write))

    async def _close(self, left: bool) -> None:  # noqa: FBT001 - said by name in one place
        """What cannot be written now stays as it is: whoever collects takes what is not found for done."""
        if not self._written:
            return
        try:
            if left:
                await self._write()
            else:
                await to_thread.run_sync(self._journal.remove, self.entry.attachment)
        except OSError as error:
            telling.journal_kept(str(self._journal.path_of(self.entry.attachment)), str(error))
