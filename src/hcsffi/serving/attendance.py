"""Systems that the service looks after when their makers have gone: it ends each with a process, and takes away the scratch it stood on.

A client asks for the scratch first, makes the system, starts the process, and then asks the service to attend. From that answer on a task
of the service has handles of its own to system and process, and waits for the end of either; it does not look now and then. Whatever ends
the waiting, the end of the service too, ends the system, and what was kept of its output is forgotten; then its handle is closed and the
scratch goes. A scratch whose client goes before it has asked goes with that client.
"""

from __future__ import annotations

import json
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING, Final, NamedTuple

import anyio

from hcsffi import documents, storage
from hcsffi.compute.system import ComputeSystem
from hcsffi.delivery.telling import LOG
from hcsffi.errors import HcsError, NotFound
from hcsffi.native.handles import Uncopyable

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from anyio.abc import TaskGroup, TaskStatus

    from hcsffi.compute.process import ComputeProcess
    from hcsffi.serving.host_watch import HostWatch
    from hcsffi.serving.kept_output import KeptOutputs

SYSTEMS: Final = 4096
"""Systems that are attended, and scratches that wait for their system, at the same time."""
_FORCE_S: Final = 10.0
_UNABLE: Final = (HcsError, OSError, anyio.ClosedResourceError)


class TooManyAttended(Exception):
    """So many systems are attended that there is no room for another one."""


class Order(NamedTuple):
    """Which system is attended, and until when.

    Args:
        system_id: its id.
        namespace: the id namespace it was created in, or ``None``.
        process_id: the process that it ends with; ``None`` leaves its end to others.
        incarnation: what tells it from others that have had its id, where its output is kept.
    """

    system_id: str
    namespace: str | None
    process_id: int | None
    incarnation: str | None


class _Standing(NamedTuple):
    client: object
    scratch: AsyncExitStack


class Attendance(Uncopyable):
    """All systems that one service looks after.

    Args:
        tasks: where they are waited for, for as long as the service runs.
        outputs: what detached processes write.
        host: who follows what the host's systems are.
    """

    def __init__(self, tasks: TaskGroup, outputs: KeptOutputs, host: HostWatch) -> None:
        self.outputs = outputs
        self.host = host
        self._tasks = tasks
        self._attended = 0
        self._asked: set[str] = set()  # systems whose scratches are there, or are being made
        self._standing: dict[str, _Standing] = {}
        self._fewer = anyio.Event()

    def __len__(self) -> int:
        return self._attended

    async def until_none(self) -> None:
        """Wait until no system is attended any more."""
        while self._attended:
            self._fewer = anyio.Event()
            await self._fewer.wait()

    # Scratches whose systems are still to be made.

    async def stand_on(self, client: object, system_id: str, order: bytes) -> bytes:
        """Attach a scratch for a system that is still to be made; what the document of its container says of it.

        Args:
            client: whose it is, until its system is attended.
            system_id: the system's id.
            order: ``{"Path": path, "Layers": [path]}``.

        Raises:
            TooManyAttended: there is no room.
            FileExistsError: a scratch for a system of that id waits already, or something lies there.
            ValueError: the order is none.
            OSError: the folder around it is not there or may not be written.
            HcsError: a step failed; nothing is left then.
        """
        scratch = _scratch(order)
        if len(self._asked) >= SYSTEMS:
            raise TooManyAttended(f"{SYSTEMS} scratches wait for their systems already, as many as one service takes")
        if system_id in self._asked:
            raise FileExistsError(f"a scratch waits for a system {system_id!r} already")
        self._asked.add(system_id)
        stack = AsyncExitStack()
        stack.callback(self._asked.discard, system_id)
        try:
            await stack.enter_async_context(scratch)
        except BaseException:
            await stack.aclose()
            raise
        self._standing[system_id] = _Standing(client, stack)
        return documents.to_json(scratch.storage())

    async def give_up(self, client: object) -> None:
        """Take away the scratches of a client that goes whose systems are not attended."""
        for system_id, one in [*self._standing.items()]:
            if one.client is client:
                del self._standing[system_id]
                await _take_away(one.scratch, system_id)

    def _taken(self, client: object, system_id: str) -> AsyncExitStack:
        """The scratch that a client has asked for, which goes with its system from now on; nothing where it has asked for none."""
        one = self._standing.get(system_id)
        if one is None or one.client is not client:
            return AsyncExitStack()
        return self._standing.pop(system_id).scratch

    # Systems.

    async def attend(self, client: object, order: Order) -> None:
        """Look after a system from now on, also when the client goes.

        Args:
            client: who asks, and may have asked for a scratch before.
            order: which one.

        Raises:
            TooManyAttended: there is no room.
            HcsError: the system cannot be opened.

        Cancellation:
            Noticed once the system is attended, or cannot be: a client that goes leaves nothing that is half his.
        """
        if self._attended >= SYSTEMS:
            raise TooManyAttended(f"{SYSTEMS} systems are looked after already, as many as one service does")
        with anyio.CancelScope(shield=True):
            await self._tasks.start(self._attend, client, order)

    async def _attend(self, client: object, order: Order, *, task_status: TaskStatus[None]) -> None:
        async with AsyncExitStack() as opened:
            system = await opened.enter_async_context(await ComputeSystem.open(order.system_id, namespace=order.namespace))
            process = await _process_of(system, order, opened)
            waits: list[Callable[[], Awaitable[object]]] = [] if order.process_id is not None and process is None else [system.wait_exit]
            if process is not None:
                waits.append(process.wait)
            for one in (system, process):
                if one is not None:
                    async with one.events():  # from here on their ends are heard of
                        pass
            handles = opened.pop_all()
        scratch = self._taken(client, order.system_id)
        self._attended += 1
        task_status.started()
        try:
            await _until_first(waits)
        finally:
            if order.process_id is not None and order.incarnation is not None:
                self.outputs.forget(order.incarnation)
            with anyio.CancelScope(shield=True):
                await _end(system, handles)
                await _take_away(scratch, order.system_id)
            self.host.touch()
            self._attended -= 1
            self._fewer.set()


def _scratch(order: bytes) -> storage.Scratch:
    """The scratch that an order asks for.

    Raises:
        ValueError: it is none.
    """
    try:
        told = json.loads(order)
        path, layers = str(told["Path"]), [str(one) for one in told["Layers"]]
    except (KeyError, TypeError, RecursionError) as error:
        raise ValueError("an order for a scratch that is none") from error
    return storage.Scratch(storage.LayerChain.of(*layers), path)


async def _process_of(system: ComputeSystem, order: Order, opened: AsyncExitStack) -> ComputeProcess | None:
    """The process that a system ends with; ``None`` where it ends with none, or where that has exited."""
    if order.process_id is None:
        return None
    try:
        return await opened.enter_async_context(await system.open_process(order.process_id))
    except NotFound:
        return None


async def _until_first(waits: list[Callable[[], Awaitable[object]]]) -> None:
    """Wait until the first of these returns or cannot be waited for; without any, not at all."""

    async def until(wait: Callable[[], Awaitable[object]]) -> None:
        try:
            await wait()
        except Exception as error:  # noqa: BLE001 - what cannot be waited for has to end all the same, and the others go on
            LOG.warning("an end that was waited for cannot be heard of: %s", error)
        tasks.cancel_scope.cancel()

    async with anyio.create_task_group() as tasks:
        for one in waits:
            tasks.start_soon(until, one)


async def _end(system: ComputeSystem, handles: AsyncExitStack) -> None:
    """End a system by force, unless it has ended, and close what the service has of it."""
    try:
        async with handles:
            await system.stop(shutdown_s=0, terminate_s=_FORCE_S)
    except _UNABLE as error:
        LOG.warning("%s was to be ended, which failed: %s", system.subject, error)


async def _take_away(scratch: AsyncExitStack, system_id: str) -> None:
    """Detach and destroy a scratch; one that cannot go now is dead then, and goes by ``storage.gc``."""
    try:
        with anyio.CancelScope(shield=True):
            await scratch.aclose()
    except _UNABLE as error:
        LOG.warning("the scratch of compute system %r is left: %s", system_id, error)
