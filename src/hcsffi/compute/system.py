"""One compute system: a container or virtual machine, from its birth to its exit."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final, TypeVar

import anyio

from hcsffi.compute import call, unfulfilled
from hcsffi.compute.command import CommandRunner
from hcsffi.compute.deadline import deadline
from hcsffi.compute.ending import Ending
from hcsffi.compute.event import EventStream, until
from hcsffi.compute.logs import LogStream, log_stream
from hcsffi.compute.opening import GENERIC_ALL, open_process_handle, open_system_handle
from hcsffi.compute.process import ComputeProcess
from hcsffi.compute.rates import RatesStream
from hcsffi.compute.system_calls import CallsDoor, SystemCalls, system_subject
from hcsffi.delivery import blocking
from hcsffi.delivery.argument import utf8
from hcsffi.delivery.attendance import Attended, attend
from hcsffi.delivery.finishing import to_its_end
from hcsffi.delivery.kept_output import OutputOwner, start_kept
from hcsffi.delivery.ownership import HandleOwner
from hcsffi.delivery.subscription import UNREAD_EVENTS, EventSource
from hcsffi.documents import notices
from hcsffi.documents.notices import EventKind
from hcsffi.errors import AlreadyExists, AlreadyStopped, Disconnected, HcsError, NotFound, NotSupported, WrongState
from hcsffi.native.handles import SystemHandle

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from typing_extensions import Self

    from hcsffi import documents
    from hcsffi.compute.call import Call
    from hcsffi.delivery.argument import JsonDocument
    from hcsffi.delivery.operation import Completion

_Answer = TypeVar("_Answer")

_TURNS: Final = 5
"""How often it is tried to have an id that others take and give up meanwhile."""
_CLOSING_S: Final = 10.0
"""How long a terminate on leaving ``async with`` may hold up the leaving."""

# What a stop of a system that is gone already is answered with (H-3 of docs/behaviour.md).
_GONE: Final = (AlreadyStopped, NotFound)


class ComputeSystem(CommandRunner, HandleOwner):
    """A compute system, through one handle; made by :meth:`create` and :meth:`open`.

    Leaving ``async with`` closes the handle. The system itself lives in the service and goes on, unless
    ``terminate_on_close`` was given or its document says ``ShouldTerminateOnLastHandleClosed``.

    Attributes:
        id: the id it was created with.
        namespace: the id namespace it was created in, or ``None``.
        calls: on a system its calls, on the class those that need no system, for :func:`hcsffi.run_many`.
    """

    calls: Final = CallsDoor()
    other_way = "ComputeSystem.open opens the same system once more by its id"

    def __init__(self, handle: SystemHandle, system_id: str, *, namespace: str | None = None, terminate_on_close: bool = False) -> None:
        self.id = system_id
        self.namespace = namespace
        self.subject = system_subject(system_id)
        vars(self)["calls"] = SystemCalls(handle, system_id, namespace)
        self._handle = handle
        self._source = EventSource(handle, subject=self.subject)
        self._terminate_on_close = terminate_on_close
        self._exit_status: documents.SystemExitStatus | None = None

    @property
    def handle(self) -> SystemHandle:
        """The owner of the native handle, for :func:`hcsffi.call`; whoever borrows it does not close it."""
        return self._handle

    def __repr__(self) -> str:
        return f"<ComputeSystem {self.id!r}>"

    # -- birth and leaving ---------------------------------------------------------------------------------------------

    @classmethod
    async def create(
        cls,
        system_id: str,
        configuration: documents.ComputeSystem | JsonDocument,
        *,
        namespace: str | None = None,
        terminate_on_close: bool = False,
        timeout_s: float | None = None,
        replace: bool = False,
    ) -> Self:
        """Create a compute system; it is ``Created`` and runs nothing until :meth:`start`.

        What the document asks for and the embedded host does not carry out is logged once, as a warning of the logger ``hcsffi``
        that names the members; :func:`hcsffi.embedded.not_carried_out` tells it again.

        Args:
            system_id: any text that no other system of the host has.
            configuration: the ``ComputeSystem`` document as its type, a mapping or JSON text.
            namespace: an id namespace to create it in.
            terminate_on_close: whether closing this object terminates the system first.
            timeout_s: how long to wait, in seconds; ``None`` waits for ever.
            replace: whether a system that has the id, such as one that a killed program left, is terminated first, whoever made it.

        Raises:
            InvalidDocument: the configuration is not well formed, or needs a newer schema version than the service has;
                nothing was created.
            DocumentRejected: the service did not accept it (HCS_E_INVALID_JSON).
            AlreadyExists: the id is taken (HCS_E_SYSTEM_ALREADY_EXISTS).
            AccessDenied: the caller may not use the service (HCS_E_ACCESS_DENIED).
            ServiceUnavailable: the service or a Windows feature is missing.
            TimedOut: the service had not finished after ``timeout_s``.

        Cancellation:
            Ends the wait at once. The service is asked to drop the work and the handle it returns is closed; the system
            may still come to be. With ``terminate_on_close`` it is terminated then, by a thread of the library; else it goes
            away by itself only when its document says ``ShouldTerminateOnLastHandleClosed``. A time limit that passes does
            the same.

        Source:
            HcsCreateComputeSystem, HcsCreateComputeSystemInNamespace, computecore.h; schema ComputeSystem (since 2.0).
        """
        wanted = cls.calls.create(system_id, configuration, namespace=namespace, terminate_on_close=terminate_on_close)
        end = "if it still comes to be, it is terminated" if terminate_on_close else "it may still come to be"
        with deadline(timeout_s, "creating the system", wanted.request.function, wanted.request.subject, end):
            for _ in range(_TURNS if replace else 0):
                try:
                    return await call.make(wanted)
                except AlreadyExists:  # noqa: PERF203 - a call of the service costs a thousand times more
                    with suppress(NotFound):
                        async with await cls.open(system_id, namespace=namespace) as present:
                            await present.stop(shutdown_s=0)
            return await call.make(wanted)

    @classmethod
    async def connect_or_create(
        cls,
        system_id: str,
        configuration: documents.ComputeSystem | JsonDocument,
        *,
        namespace: str | None = None,
        terminate_on_close: bool = False,
        timeout_s: float | None = None,
    ) -> Self:
        """Open the system that has the id, or create it where there is none; of several programs that come at once one creates it.

        A system that is there is taken as it is: neither its document is compared nor its state.

        Args:
            system_id: the id it has, or gets.
            configuration: as for :meth:`create`.
            namespace: the id namespace.
            terminate_on_close: as for :meth:`create`.
            timeout_s: as for :meth:`create`.

        Raises:
            InvalidDocument: as :meth:`create`, though only where there is no such system.
            DocumentRejected: likewise (HCS_E_INVALID_JSON).
            AlreadyExists: others create and end it without pause (HCS_E_SYSTEM_ALREADY_EXISTS).
            TimedOut: the service had not finished after ``timeout_s``.

        Cancellation:
            As for :meth:`create`.

        Source:
            HcsOpenComputeSystem, HcsCreateComputeSystem, computecore.h.
        """
        for turn in range(_TURNS):
            try:
                return await cls.open(system_id, namespace=namespace, terminate_on_close=terminate_on_close)
            except NotFound:  # noqa: PERF203 - a call of the service costs a thousand times more
                try:
                    return await cls.create(
                        system_id, configuration, namespace=namespace, terminate_on_close=terminate_on_close, timeout_s=timeout_s
                    )
                except AlreadyExists:
                    if turn == _TURNS - 1:
                        raise
        raise AssertionError

    @classmethod
    def from_completion(
        cls, completion: Completion, system_id: str, *, namespace: str | None = None, terminate_on_close: bool = False
    ) -> Self:
        """Return the system a completed HcsCreateComputeSystem made; it owns the completion's handle."""
        if not isinstance(completion.opened, SystemHandle):
            message = "HcsCreateComputeSystem completed without a system"
            raise TypeError(message)
        system = cls(completion.opened, system_id, namespace=namespace, terminate_on_close=terminate_on_close)
        unfulfilled.warn(system_id, namespace)
        return system

    @classmethod
    async def open(
        cls, system_id: str, *, namespace: str | None = None, access: int = GENERIC_ALL, terminate_on_close: bool = False
    ) -> Self:
        """Open a compute system that exists, whoever created it.

        Args:
            system_id: the id it was created with; letter case counts.
            namespace: the id namespace it was created in.
            access: the access mask.
            terminate_on_close: whether closing this object terminates the system first.

        Raises:
            NotFound: no system has that id (HCS_E_SYSTEM_NOT_FOUND).

        Blocks:
            A worker thread, briefly.

        Cancellation:
            Ends the wait; a handle that arrives later is closed.

        Source:
            HcsOpenComputeSystem, HcsOpenComputeSystemInNamespace, computecore.h.
        """
        handle = await open_system_handle(system_id, namespace, access, system_subject(system_id))
        return cls(handle, system_id, namespace=namespace, terminate_on_close=terminate_on_close)

    @staticmethod
    async def list(
        *,
        ids: Sequence[str] | None = None,
        names: Sequence[str] | None = None,
        types: Sequence[str] | None = None,
        owners: Sequence[str] | None = None,
        namespace: str | None = None,
    ) -> list[documents.Properties]:
        """Return the basic properties of the systems of this host, of all clients and kinds.

        Args:
            ids: only systems with one of these ids; the four filters combine as "and", the values of one as "or".
            names: only systems with one of these names.
            types: only ``Container`` or only ``VirtualMachine``.
            owners: only systems with one of these owners.
            namespace: the id namespace to look in.

        Raises:
            AccessDenied: the caller may not use the service (HCS_E_ACCESS_DENIED).

        Cancellation:
            Ends the wait.

        Source:
            HcsEnumerateComputeSystems, HcsEnumerateComputeSystemsInNamespace, computecore.h; schema SystemQuery (since 2.1).
        """
        filters = {"ids": ids, "names": names, "types": types, "owners": owners}
        return await call.make(ComputeSystem.calls.list(**filters, namespace=namespace))

    async def aclose(self, *, terminate: bool | None = None) -> None:
        """Close the handle; safe to call twice.

        Args:
            terminate: whether to terminate the system first; ``None`` does as ``terminate_on_close`` said.

        Cancellation:
            The handle is closed all the same; a terminate may hold up the leaving for up to 10 seconds.

        Source:
            HcsCloseComputeSystem, computecore.h.
        """
        with anyio.CancelScope(shield=True):
            wanted = self._terminate_on_close if terminate is None else terminate
            try:
                if wanted and not self._handle.closed:
                    await to_its_end(self._terminate_quietly)
                await self._source.aclose()
            finally:  # what fails before, for want of memory for instance, leaves no handle open
                await blocking.close(self._handle)

    async def _terminate_quietly(self) -> None:
        with anyio.move_on_after(_CLOSING_S), suppress(HcsError):
            await self.terminate()
            await self.wait_exit()

    # -- lifecycle -----------------------------------------------------------------------------------------------------

    async def start(self, options: documents.StartOptions | JsonDocument | None = None, *, timeout_s: float | None = None) -> None:
        """Start the system: ``Created`` becomes ``Running``.

        Args:
            options: sent as the options document; ``None`` sends NULL.
            timeout_s: how long to wait, in seconds; ``None`` waits for ever.

        Raises:
            WrongState: it runs already (HCS_E_INVALID_STATE).
            AlreadyStopped: it has exited; a system cannot be started twice.
            UnexpectedExit: it ended while it was being started (HCS_E_TERMINATED_DURING_START).
            AccessDenied: a file of a virtual machine lacks access for the machine's account.
            TimedOut: the service had not finished after ``timeout_s``.

        Cancellation:
            Ends the wait and asks the service to drop the work; the system may still become running.

        Source:
            HcsStartComputeSystem, computecore.h.
        """
        await self._run(self.calls.start(options), "starting the system", timeout_s)

    async def shutdown(self, options: documents.ShutdownOptions | JsonDocument | None = None, *, timeout_s: float | None = None) -> None:
        """Ask the guest to shut down; the end of this call is no proof of the exit, see :meth:`wait_exit` and :meth:`stop`.

        Args:
            options: mechanism, type and reason (schema 2.5 and later); ``None`` sends NULL.
            timeout_s: how long to wait, in seconds; ``None`` waits for ever.

        Raises:
            AlreadyStopped: it has exited already.
            WrongState: it never ran.
            HcsError: the guest does not cooperate.

        Cancellation:
            Ends the wait; the guest may still shut down.

        Source:
            HcsShutDownComputeSystem, computecore.h; schema ShutdownOptions (since 2.5).
        """
        await self._run(self.calls.shutdown(options), "shutting the system down", timeout_s)

    async def terminate(self, *, timeout_s: float | None = None) -> None:
        """End the system and every process in it by force; :meth:`wait_exit` tells when it has ended.

        Args:
            timeout_s: how long to wait, in seconds; ``None`` waits for ever.

        Raises:
            AlreadyStopped: it has exited already.

        Cancellation:
            Ends the wait; the system may still end.

        Source:
            HcsTerminateComputeSystem, computecore.h.
        """
        await self._run(self.calls.terminate(), "terminating the system", timeout_s)

    async def stop(
        self,
        options: documents.ShutdownOptions | JsonDocument | None = None,
        *,
        shutdown_s: float = 30,
        terminate_s: float = 30,
    ) -> Ending:
        """Shut the system down, and terminate it if that does not end it in time.

        Args:
            options: as for :meth:`shutdown`.
            shutdown_s: how long the shutdown and the exit may take, in seconds; 0 terminates at once.
            terminate_s: how long the end by force may take, in seconds.

        Returns:
            What worked; a system that was gone already is a success.

        Raises:
            TimedOut: it did not even end by force.
            Disconnected: the service went away.

        Cancellation:
            Ends the ladder where it stands.
        """
        checked = self.calls.shutdown(options)
        if shutdown_s > 0:
            with anyio.move_on_after(shutdown_s):
                try:
                    await call.make(checked)
                except _GONE:
                    return Ending.ALREADY_STOPPED
                except Disconnected as error:
                    if error.symbol == "HCS_E_SERVICE_DISCONNECT":
                        raise
                    await self.wait_exit()  # the guest closes its connection while it shuts down
                    return Ending.ASKED
                except HcsError:
                    pass
                else:
                    await self.wait_exit()
                    return Ending.ASKED
        with deadline(terminate_s, "ending the system by force", "HcsTerminateComputeSystem", self.subject, "it may still end"):
            try:
                await self.terminate()
            except _GONE:
                return Ending.ASKED if shutdown_s > 0 else Ending.ALREADY_STOPPED
            await self.wait_exit()
        return Ending.FORCED

    async def pause(self, options: documents.PauseOptions | JsonDocument | None = None, *, timeout_s: float | None = None) -> None:
        """Freeze the system; its memory stays resident.

        Args:
            options: sent as the options document; ``None`` sends NULL, not ``{}``.
            timeout_s: how long to wait, in seconds; ``None`` waits for ever.

        Raises:
            WrongState: the system is not running (HCS_E_INVALID_STATE).
            NotSupported: a process-isolated container cannot be paused.

        Cancellation:
            Ends the wait and asks the service to drop the work; the system may still become paused.

        Source:
            HcsPauseComputeSystem, computecore.h; schema PauseOptions (since 2.0).
        """
        await self._run(self.calls.pause(options), "pausing the system", timeout_s)

    async def resume(self, *, timeout_s: float | None = None) -> None:
        """Let a paused system run on.

        Args:
            timeout_s: how long to wait, in seconds; ``None`` waits for ever.

        Raises:
            WrongState: the system is not paused (HCS_E_INVALID_STATE).

        Cancellation:
            Ends the wait; the system may still run on.

        Source:
            HcsResumeComputeSystem, computecore.h.
        """
        await self._run(self.calls.resume(), "resuming the system", timeout_s)

    async def save(self, options: documents.SaveOptions | JsonDocument | None = None, *, timeout_s: float | None = None) -> None:
        """Write the state of a paused virtual machine to a file; the system stays paused and has to be terminated.

        Args:
            options: what to save and where to; ``None`` sends NULL.
            timeout_s: how long to wait, in seconds; ``None`` waits for ever.

        Raises:
            WrongState: the system is not paused (HCS_E_INVALID_STATE).

        Cancellation:
            Ends the wait and asks the service to drop the work; a part of the file may be written.

        Source:
            HcsSaveComputeSystem, computecore.h; schema SaveOptions (since 2.0).
        """
        await self._run(self.calls.save(options), "saving the system", timeout_s)

    async def crash(self, options: documents.CrashOptions | JsonDocument | None = None, *, timeout_s: float | None = None) -> None:
        """Send a virtual machine's guest an interrupt that makes it crash; success means that the interrupt was sent.

        Args:
            options: how to crash it; ``None`` sends NULL.
            timeout_s: how long to wait, in seconds; ``None`` waits for ever.

        Raises:
            WrongState: the system is not running.
            NotSupported: the system is not a virtual machine, or Windows is older than build 19041.

        Cancellation:
            Ends the wait; the guest may still crash.

        Source:
            HcsCrashComputeSystem, computecore.h; schema CrashOptions (since 2.3).
        """
        await self._run(self.calls.crash(options), "crashing the guest", timeout_s)

    async def wait_exit(self, timeout_s: float | None = None) -> documents.SystemExitStatus:
        """Wait for the system to end and return its exit status; any number of tasks may wait, also afterwards.

        Once it has returned it remembers, also when the system has been closed.

        Args:
            timeout_s: how long to wait, in seconds; ``None`` waits for ever. The system goes on when time is up.

        Returns:
            The status; judge it by ``exit_type``, only ``UnexpectedExit`` is a failure.

        Raises:
            TimedOut: the system still runs after ``timeout_s``.
            Disconnected: the service went away; the system may still run, open it again to know.

        Cancellation:
            Ends the wait; the exit status is kept for the next one.

        Source:
            HcsEventSystemExited, computedefs.h; schema SystemExitStatus (since 2.1).
        """
        if self._exit_status is None:
            with deadline(timeout_s, "waiting for the system to exit", "HcsEventSystemExited", self.subject, "it goes on"):
                record = await until(self._source, EventKind.SYSTEM_EXITED, self.subject)
            self._exit_status = notices.system_exit_status(record.data)
        return self._exit_status

    # -- questions and changes -----------------------------------------------------------------------------------------

    async def properties(
        self, *types: str, queries: Mapping[str, object] | None = None, timeout_s: float | None = None
    ) -> documents.Properties:
        """Return properties of the system.

        Args:
            *types: ``Statistics``, ``ProcessList``, ``Memory``, ``GuestConnection``...; none asks for the basic ones (id,
                kind, owner, state).
            queries: ``{property: its query document}``, schema 2.5 and later; the answers come in ``property_responses``,
                each as its document; one may fail while the call succeeds.
            timeout_s: how long to wait, in seconds; ``None`` waits for ever.

        Raises:
            InvalidDocument: an unknown shape of query.
            WrongState: statistics of a system that does not run.
            AlreadyStopped: the system has exited; only :meth:`wait_exit` still answers.

        Cancellation:
            Ends the wait.

        Source:
            HcsGetComputeSystemProperties, computecore.h; schemas System_PropertyQuery and Properties (since 2.1).
        """
        return await self._run(self.calls.properties(*types, queries=queries), "asking for properties", timeout_s)

    def statistics_stream(self, interval_s: float = 1.0) -> RatesStream:
        """Ask for the statistics again and again, and tell what was used between two looks.

        Args:
            interval_s: the time between two looks, in seconds.

        Returns:
            :class:`Rates` by ``async for``: processors kept busy, bytes of memory, bytes read and written each second; the iteration
            ends with the system.

        Raises:
            ValueError: the interval is not above 0.

        Source:
            HcsGetComputeSystemProperties, computecore.h; schema Statistics (since 1.0).
        """
        if not interval_s > 0:
            raise ValueError("interval_s must be above 0")
        return RatesStream(self._statistics, interval_s)

    async def _statistics(self) -> documents.Statistics | None:
        try:
            return (await self.properties("Statistics")).statistics
        except (AlreadyStopped, NotFound, WrongState):
            return None

    async def query(self, question: documents.SystemPropertyQuery | JsonDocument | None = None, *, timeout_s: float | None = None) -> str:
        """Return the system's answer to a property query as it came.

        Args:
            question: the ``System_PropertyQuery`` document as its type, a mapping or JSON text; ``None`` sends NULL.
            timeout_s: how long to wait, in seconds; ``None`` waits for ever.

        Raises:
            InvalidDocument: the query is not well formed.
            WrongState: statistics of a system that does not run.
            AlreadyStopped: the system has exited; only :meth:`wait_exit` still answers.
            HcsError: the service refused it.

        Cancellation:
            Ends the wait.

        Source:
            HcsGetComputeSystemProperties, computecore.h; schema System_PropertyQuery (since 2.1).
        """
        return await self._run(self.calls.query(question), "asking for properties", timeout_s)

    async def modify(self, request: documents.hcs.ModifySettingRequest | JsonDocument, *, timeout_s: float | None = None) -> None:
        """Change the system; :mod:`hcsffi.documents.changes` makes the usual requests.

        Args:
            request: resource path, request type and settings, as the type, a mapping or JSON text.
            timeout_s: how long to wait, in seconds; ``None`` waits for ever.

        Raises:
            InvalidDocument: the request is not well formed, its settings do not fit its resource path, or it needs a newer
                schema version than the service has.
            NotFound: the path names something the system does not have (ERROR_NOT_FOUND).
            AlreadyStopped: the system has exited.
            HcsError: the service refused the change (E_INVALIDARG for an unknown path).

        Cancellation:
            Ends the wait and asks the service to drop the change; it may still be made.

        Source:
            HcsModifyComputeSystem, computecore.h; schema ModifySettingRequest (since 2.0).
        """
        await self._run(self.calls.modify(request), "modifying the system", timeout_s)

    def events(self, capacity: int = UNREAD_EVENTS) -> EventStream:
        """Return the stream of this system's events, to be entered with ``async with``.

        Args:
            capacity: how many unread events are kept; older ones are dropped and counted.

        Source:
            HcsSetComputeSystemCallback, computecore.h.
        """
        return EventStream(self._source, capacity)

    def logs(self, *, follow: bool = False, tail: int | None = None) -> LogStream:
        """Return what the service has kept of this system's output; :func:`hcsffi.logs` reads that of one that has ended, too.

        Args:
            follow: whether to go on with what is written from now on, until every output that is kept has ended, as with the system.
            tail: the last lines alone, so many of them; ``None`` is everything that is kept.

        Returns:
            A stream of :class:`LogPiece`, to be entered with ``async with``.

        Raises:
            ValueError: the number of lines is below 0.
        """
        return log_stream(self._kept, self.subject, follow=follow, tail=tail)

    async def _kept(self) -> OutputOwner:
        """Under which name the service keeps output of this system."""
        system_id = utf8("system_id", self.id)
        try:
            told = await self.properties("Statistics")
        except (WrongState, NotSupported):
            return OutputOwner(system_id, None)  # it was not started, and has written nothing
        # Containers have no runtime id; when they were started tells one from the next that has the id.
        started_at = None if told.statistics is None else told.statistics.container_start_time
        return OutputOwner(system_id, str(told.runtime_id or started_at or "").encode() or None)

    # -- processes -----------------------------------------------------------------------------------------------------

    async def create_process(
        self,
        parameters: documents.ProcessParameters | JsonDocument,
        *,
        terminate_on_close: bool = False,
        timeout_s: float | None = None,
    ) -> ComputeProcess:
        """Start a process in the system.

        Args:
            parameters: the ``ProcessParameters`` document; the pipes it asks for become the process's streams.
            terminate_on_close: whether closing the returned object terminates the process first.
            timeout_s: how long to wait, in seconds; ``None`` waits for ever.

        Raises:
            InvalidDocument: the parameters are not well formed.
            NotFound: the program is not there (ERROR_FILE_NOT_FOUND).
            AccessDenied: the program may not be executed.
            WrongState: the system is not running (HCS_E_INVALID_STATE).
            AlreadyStopped: the system has exited.

        Cancellation:
            Ends the wait at once; the handle and the pipes that arrive later are closed. The process may have been
            started: with ``terminate_on_close`` it is terminated then, else it runs on with closed pipes.

        Source:
            HcsCreateProcess, computecore.h; schema ProcessParameters (since 2.0).
        """
        wanted = self.calls.create_process(parameters, terminate_on_close=terminate_on_close)
        return await self._run(wanted, "starting the process", timeout_s)

    async def create_kept_process(
        self,
        parameters: documents.ProcessParameters | JsonDocument,
        *,
        terminate_on_close: bool = False,
        timeout_s: float | None = None,
    ) -> ComputeProcess:
        """Start a process whose standard output and error the service reads, and keeps the last of for :meth:`logs`.

        Args:
            parameters: the ``ProcessParameters`` document; the outputs it asks for are kept, and the returned object has none.
            terminate_on_close: whether closing the returned object terminates the process first.
            timeout_s: how long to wait, in seconds; ``None`` waits for ever.

        Raises:
            NotSupported: no service answers that keeps output: a library of this process keeps none (ERROR_NOT_SUPPORTED).
            HcsError: it keeps the output of as many systems as it can (E_OUTOFMEMORY); else as :meth:`create_process`.

        Cancellation:
            As for :meth:`create_process`.

        Source:
            HcsCreateProcess, computecore.h; schema ProcessParameters (since 2.0).
        """
        wanted = self.calls.create_process(parameters, terminate_on_close=terminate_on_close)
        with deadline(timeout_s, "starting the process", wanted.request.function, self.subject):
            return wanted.finish(await start_kept(wanted.request, await self._kept()))

    async def end_with(self, process: ComputeProcess) -> None:
        """Let the service end this system when a process of it has exited, also when this program has gone by then.

        The service has a handle of its own to the system until then, so one whose document says ``ShouldTerminateOnLastHandleClosed``
        lives as long. What was kept of its output goes with it. When the service ends, so does the system.

        Args:
            process: one of this system's; where it has exited already the system ends at once.

        Raises:
            NotSupported: no service in another process answers that does that (ERROR_NOT_SUPPORTED).
            ValueError: the process is of another system.
            AlreadyStopped: the system has exited; ``NotFound`` where nobody else has a handle of it.
            HcsError: the service looks after as many systems as it can (E_OUTOFMEMORY), or cannot open this one.

        Cancellation:
            Ends the wait; the service may do it all the same.
        """
        if process.system_id != self.id:
            raise ValueError(f"{process.subject} is of another system than {self.id!r}")
        within = None if self.namespace is None else utf8("namespace", self.namespace)
        await attend(self._handle, Attended(await self._kept(), within, process.id), self.subject)

    async def open_process(self, process_id: int, *, access: int = GENERIC_ALL) -> ComputeProcess:
        """Return a process that runs already; it has no streams until :meth:`ComputeProcess.information` finds some.

        Args:
            process_id: its id inside the system.
            access: the access mask.

        Raises:
            NotFound: no process has that id, or it has exited (ERROR_NOT_FOUND says both).

        Blocks:
            A worker thread, briefly.

        Cancellation:
            Ends the wait; a handle that arrives later is closed.

        Source:
            HcsOpenProcess, computecore.h.
        """
        handle = await open_process_handle(self._handle, process_id, access, f"process {process_id} of {self.subject}")
        return ComputeProcess(handle, process_id, self.id, namespace=self.namespace)

    async def _run(self, wanted: Call[_Answer], phase: str, timeout_s: float | None) -> _Answer:
        with deadline(timeout_s, phase, wanted.request.function, self.subject):
            return await call.make(wanted)
