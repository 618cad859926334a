"""One process of a compute system: its streams, its end, and the ways to bring that about."""

from __future__ import annotations

from contextlib import AsyncExitStack, suppress
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

import anyio

from hcsffi import documents, errors
from hcsffi.compute import call
from hcsffi.compute.deadline import deadline
from hcsffi.compute.ending import Ending
from hcsffi.compute.event import EventStream, until
from hcsffi.compute.opening import GENERIC_ALL, open_process_handle, open_system_handle
from hcsffi.compute.process_calls import ProcessCalls
from hcsffi.compute.standard_input import GONE, StandardInput
from hcsffi.delivery import blocking
from hcsffi.delivery.argument import refuse_misspelt
from hcsffi.delivery.finishing import to_its_end
from hcsffi.delivery.operation import Completion, Request, perform
from hcsffi.delivery.ownership import HandleOwner
from hcsffi.delivery.pipe import ReceivePipe
from hcsffi.delivery.subscription import UNREAD_EVENTS, EventSource
from hcsffi.documents import answers
from hcsffi.documents.notices import EventKind
from hcsffi.errors import AccessDenied, HcsError
from hcsffi.hresult import Outcome
from hcsffi.native.handles import ProcessHandle, SystemHandle

if TYPE_CHECKING:
    from typing_extensions import Never, Self

    from hcsffi.delivery.argument import JsonDocument

_CLOSING_S: Final = 5.0
_LATE_EXIT_S: Final = 1.0
"""How long the exit event may follow an "already gone" answer (behaviour C-27)."""


async def _close(handle: SystemHandle | ProcessHandle) -> None:
    with anyio.CancelScope(shield=True):
        await blocking.close(handle)


class ProcessInformation(NamedTuple):
    """What HcsGetProcessInfo tells.

    Args:
        process_id: the process id inside the system.
        streams: which of ``stdin``, ``stdout`` and ``stderr`` it handed out.
    """

    process_id: int
    streams: frozenset[str]


class ComputeProcess(HandleOwner):
    """A process inside a compute system; made by :meth:`ComputeSystem.create_process` and :meth:`ComputeSystem.open_process`.

    Leaving ``async with`` closes the streams and the handle; the process goes on unless ``terminate_on_close`` was given.

    Attributes:
        id: the process id inside the system.
        system_id: the id of the compute system.
        stdin: send stream of bytes, or ``None`` when no pipe was asked for; closing it ends the process's input.
        stdout: receive stream of bytes, or ``None`` when no pipe was asked for.
        stderr: receive stream of bytes, or ``None`` when no pipe was asked for or a console is emulated.
    """

    other_way = "ComputeSystem.open_process opens the same process once more by its id"

    def __init__(
        self,
        handle: ProcessHandle,
        process_id: int,
        system_id: str,
        *,
        namespace: str | None = None,
        terminate_on_close: bool = False,
    ) -> None:
        self.id = process_id
        self.system_id = system_id
        self.subject = f"process {process_id} of compute system {system_id!r}"
        self.stdin: StandardInput | None = None
        self.stdout: ReceivePipe | None = None
        self.stderr: ReceivePipe | None = None
        self._handle = handle
        self._source = EventSource(handle, subject=self.subject)
        self._namespace = namespace
        self._terminate_on_close = terminate_on_close
        self._signals_out = 0
        self._status: documents.ProcessStatus | None = None

    @classmethod
    def from_completion(
        cls, completion: Completion, system_id: str, *, namespace: str | None = None, terminate_on_close: bool = False
    ) -> Self:
        """Return the process a completed HcsCreateProcess made; it owns the completion's handle and pipes."""
        handle = completion.opened
        if not isinstance(handle, ProcessHandle) or completion.process is None:
            message = "HcsCreateProcess completed without a process"
            raise TypeError(message)
        process_id = completion.process.process_id
        process = cls(handle, process_id, system_id, namespace=namespace, terminate_on_close=terminate_on_close)
        process._adopt(completion)
        return process

    def _adopt(self, completion: Completion) -> None:
        """Take the pipes of a completion; an end this process holds already is closed instead."""
        if completion.process is None:
            return
        for name, handle, make in (
            ("stdin", completion.process.std_in, partial(StandardInput, process=self._handle, subject=self.subject)),
            ("stdout", completion.process.std_out, ReceivePipe),
            ("stderr", completion.process.std_err, ReceivePipe),
        ):
            if handle is None:
                continue
            if getattr(self, name) is None:
                setattr(self, name, make(handle))
            else:
                handle.close()

    @property
    def handle(self) -> ProcessHandle:
        """The owner of the native handle, for :func:`hcsffi.call`; whoever borrows it does not close it."""
        return self._handle

    def __repr__(self) -> str:
        return f"<ComputeProcess {self.id} of {self.system_id!r}>"

    async def aclose(self) -> None:
        """Close the streams and the handle; safe to call twice.

        Cancellation:
            Everything is closed all the same.
        """
        with anyio.CancelScope(shield=True):
            async with AsyncExitStack() as stack:
                stack.push_async_callback(blocking.close, self._handle)
                stack.push_async_callback(self._source.aclose)
                for stream in (self.stdout, self.stderr):
                    if stream is not None:
                        stack.push_async_callback(stream.aclose)
                if self.stdin is not None:
                    stack.callback(self.stdin.close)  # the process goes on, and so may its input through another handle
                if self._terminate_on_close and self._status is None and not self._handle.closed:
                    await to_its_end(self._terminate_quietly)

    async def _terminate_quietly(self) -> None:
        with anyio.move_on_after(_CLOSING_S), suppress(HcsError):
            await self.terminate()

    @property
    def calls(self) -> ProcessCalls:
        """The calls of this process, for :func:`hcsffi.run_many`."""
        # Made when asked for: kept, it would tie the process into a cycle.
        return ProcessCalls(self._handle, self.subject, self._take_information)

    # -- the end -------------------------------------------------------------------------------------------------------

    @property
    def returncode(self) -> int | None:
        """The exit code, unsigned 32 bits, or ``None`` until :meth:`wait` has returned once."""
        return None if self._status is None else self._status.exit_code

    async def wait(self, timeout_s: float | None = None, **misspelt: Never) -> documents.ProcessStatus:
        """Wait for the process to end and return its exit status; any number of tasks may wait, also afterwards.

        A process whose output nobody reads blocks when its pipe is full and never ends: read its streams meanwhile, or
        use :meth:`ComputeSystem.run`.

        Args:
            timeout_s: how long to wait, in seconds; ``None`` waits for ever. The process goes on when time is up.
            **misspelt: nothing; subprocess's ``timeout`` is told.

        Returns:
            The status; ``exit_code`` is unsigned, 3221225786 for a Windows process ended by Ctrl-C.

        Raises:
            TimedOut: the process still runs after ``timeout_s``.
            Disconnected: the service went away; nothing is known of the process any more.
            HcsError: the service could not tell how the process ended (``LastWaitResult``).

        Cancellation:
            Ends the wait; the exit status is kept for the next one.

        Source:
            HcsEventProcessExited, computedefs.h; schema ProcessStatus (since 2.1).
        """
        refuse_misspelt("wait", misspelt)
        if self._status is None:
            with deadline(timeout_s, "waiting for the process to exit", "HcsEventProcessExited", self.subject, "it goes on"):
                record = await until(self._source, EventKind.PROCESS_EXITED, self.subject)
                # Some events come without a document; the process can still be asked.
                text = record.data
                status = answers.process_status(text) if text else await self.properties()
            waited = status.last_wait_result or 0
            if waited < 0:
                outcome = Outcome("HcsEventProcessExited", waited & 0xFFFFFFFF, text)
                raise errors.build(outcome, self.subject)
            self._status = status
            if self.stdin is not None:
                self.stdin.forget_reader()
        return self._status

    async def terminate(self) -> None:
        """Ask the service to end the process by force; :meth:`wait` tells when it has.

        Raises:
            AlreadyStopped: it has ended already (HCS_E_PROCESS_ALREADY_STOPPED, ERROR_NOT_FOUND).
            AccessDenied: some builds answer this for a process that is ending.

        Cancellation:
            Ends the wait; the process may still be terminated.

        Source:
            HcsTerminateProcess, computecore.h.
        """
        await call.make(self.calls.terminate())

    async def kill(self, timeout_s: float | None = 10) -> documents.ProcessStatus:
        """End the process by force and return its exit status; a process that has ended already is no error.

        While a signal is still being delivered the request goes through handles of its own, since the service queues it
        behind the signal otherwise.

        Args:
            timeout_s: how long the end may take, in seconds; ``None`` waits for ever.

        Raises:
            TimedOut: the process has not ended after ``timeout_s``.
            Disconnected: the service went away.

        Cancellation:
            Ends the wait; the process may still be terminated.
        """
        if self._status is None:
            with deadline(timeout_s, "ending the process by force", "HcsTerminateProcess", self.subject, "it may still end"):
                try:
                    await (self._terminate_beside() if self._signals_out else self.terminate())
                except GONE:
                    pass
                except AccessDenied:
                    # The answer for a process in the act of ending, too: only its exit can tell the two apart.
                    with anyio.move_on_after(_LATE_EXIT_S):
                        return await self.wait()
                    raise
                return await self.wait()
        return self._status

    async def _terminate_beside(self) -> None:
        """Terminate through a second handle of system and process; through the first where no second can be had."""
        async with AsyncExitStack() as opened:
            try:
                system = await open_system_handle(self.system_id, self._namespace, GENERIC_ALL, self.subject)
                opened.push_async_callback(_close, system)
                process = await open_process_handle(system, self.id, GENERIC_ALL, self.subject)
                opened.push_async_callback(_close, process)
            except HcsError:
                await self.terminate()
            else:
                await perform(Request("HcsTerminateProcess", process, (None,), self.subject))

    async def stop(self, signal: str | int = "CtrlShutdown", *, grace_s: float = 10, force_s: float = 10) -> Ending:
        """Ask the process to end, then end it by force.

        Args:
            signal: what asks it, as for :meth:`signal`.
            grace_s: how long it may take to end by itself, in seconds.
            force_s: how long the end by force may take, in seconds.

        Returns:
            What worked.

        Raises:
            TimedOut: it did not even end by force.
            Disconnected: the service went away.

        Cancellation:
            Ends the ladder where it stands.
        """
        self.calls.signal(signal)  # a signal that cannot be written down is refused here, not inside the group
        refusals: list[Exception] = []
        grace = anyio.CancelScope()

        async def ask() -> None:
            # Not awaited in line: Windows may answer a signal only when the process has ended.
            try:
                await self.signal(signal)
            except (HcsError, anyio.ClosedResourceError) as error:
                refusals.append(error)
                grace.cancel()

        async with anyio.create_task_group() as asking:
            asking.start_soon(ask)
            with grace:
                grace.deadline = anyio.current_time() + grace_s
                await self._wait_quietly()
            asking.cancel_scope.cancel()
        if self._status is not None:
            return Ending.ASKED
        if refusals and isinstance(refusals[0], GONE):
            await self.wait(_LATE_EXIT_S)
            return Ending.ALREADY_STOPPED
        await self.kill(force_s)
        return Ending.FORCED

    async def _wait_quietly(self) -> None:
        """Wait for the exit; what stands in its way is told by the next step."""
        try:
            await self.wait()
        except (HcsError, anyio.ClosedResourceError):
            return

    # -- requests ------------------------------------------------------------------------------------------------------

    async def signal(self, signal: str | int) -> None:
        """Deliver a signal.

        Args:
            signal: ``CtrlC``, ``CtrlBreak``, ``CtrlClose``, ``CtrlLogOff`` or ``CtrlShutdown`` for a Windows process;
                the number (or text) its guest knows for a Linux one.

        Raises:
            AlreadyStopped: the process has ended.
            NotSupported: the guest does not know the signal.

        Cancellation:
            Ends the wait; the signal may still be delivered. Windows Server Core answers only when the process has
            ended or the service's kill limit has passed: do not await it where that matters, use :meth:`stop`.

        Source:
            HcsSignalProcess, computecore.h; schema SignalProcessOptions (since 2.1).
        """
        wanted = self.calls.signal(signal)
        self._signals_out += 1
        try:
            await call.make(wanted)
        except (HcsError, anyio.ClosedResourceError):
            self._signals_out -= 1
            raise
        # Not in a `finally`: a signal whose wait was cancelled is still being delivered.
        self._signals_out -= 1

    async def close_stdin(self) -> None:
        """Tell the process that its input has ended, as ``stdin.aclose()`` does; no error where it has no input stream.

        Raises:
            HcsError: the service would not close its end; the local end is closed all the same.

        Cancellation:
            The local end is closed all the same.
        """
        if self.stdin is not None:
            await self.stdin.aclose()

    async def resize_console(self, rows: int, columns: int) -> None:
        """Give the emulated console another size.

        Args:
            rows: how many lines it shows.
            columns: how many characters a line has.

        Raises:
            InvalidDocument: a size that does not fit 16 bits.
            HcsError: the process has no emulated console, or has ended.

        Cancellation:
            Ends the wait; the size may still change.

        Source:
            HcsModifyProcess, computecore.h; schema ProcessModifyRequest (since 2.0).
        """
        await call.make(self.calls.modify({"Operation": "ConsoleSize", "ConsoleSize": {"Height": rows, "Width": columns}}))

    async def modify(self, request: documents.ProcessModifyRequest | JsonDocument) -> None:
        """Send a modify request as it is.

        Raises:
            InvalidDocument: the request is not well formed.
            HcsError: the service refused it.

        Cancellation:
            Ends the wait; the request may still be carried out.

        Source:
            HcsModifyProcess, computecore.h; schema ProcessModifyRequest (since 2.0).
        """
        await call.make(self.calls.modify(request))

    async def properties(self) -> documents.ProcessStatus:
        """Return whether the process runs and, once it has ended, how.

        Raises:
            HcsError: the service could not tell.

        Cancellation:
            Ends the wait.

        Source:
            HcsGetProcessProperties, computecore.h; schema ProcessStatus (since 2.1).
        """
        return await call.make(self.calls.properties())

    async def query(self, question: JsonDocument | None = None) -> str:
        """Return the service's answer to a property query about the process as it came.

        Args:
            question: the query as a mapping or JSON text, sent as it is, since no source describes one; ``None`` sends NULL.

        Raises:
            ValueError: the query cannot be written as JSON, or cannot cross to the library.
            HcsError: the service refused it.

        Cancellation:
            Ends the wait.

        Source:
            HcsGetProcessProperties, computecore.h.
        """
        return await call.make(self.calls.query(question))

    async def information(self) -> ProcessInformation:
        """Return the process id and take over the streams the service still holds for the process.

        The service hands each pipe out once; those it hands out here become :attr:`stdin`, :attr:`stdout` and
        :attr:`stderr` where these are ``None``.

        Raises:
            AlreadyStopped: the process has ended.

        Cancellation:
            Ends the wait; pipes that arrive later are closed.

        Source:
            HcsGetProcessInfo, computecore.h.
        """
        return await call.make(self.calls.information())

    def _take_information(self, completion: Completion) -> ProcessInformation:
        found = completion.process
        if found is None:
            return ProcessInformation(self.id, frozenset())
        ends = {"stdin": found.std_in, "stdout": found.std_out, "stderr": found.std_err}
        self._adopt(completion)
        return ProcessInformation(found.process_id, frozenset(name for name, end in ends.items() if end is not None))

    def events(self, capacity: int = UNREAD_EVENTS) -> EventStream:
        """Return the stream of this process's events, to be entered with ``async with``.

        Args:
            capacity: how many unread events are kept; older ones are dropped and counted.

        Source:
            HcsSetProcessCallback, computecore.h.
        """
        return EventStream(self._source, capacity)
