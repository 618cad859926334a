"""Compute systems and commands for the statement tests, made from what this run was given, and cleared away whatever happens."""

from __future__ import annotations

import copy
import time
import uuid
from contextlib import asynccontextmanager, contextmanager
from typing import TYPE_CHECKING, Any

import anyio
import pytest

from hcsffi import ComputeSystem, HcsError, embedded, hresult
from hcsffi.delivery.pipe import ReceivePipe
from hcsffi.native.binding import ffi, lib
from hcsffi.native.handles import PipeHandle

import abi
from parameters import CONTAINER, GUEST, MACHINE

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterator

    from parameters import Parameters

S_OK = "S_OK"
OWNER = "hcsffi statements"
NOT_HERE = {"HCS_E_HYPERV_NOT_INSTALLED", "HCS_E_SERVICE_NOT_AVAILABLE"}


def code(value: int) -> str:
    """An HRESULT as reports show it: symbol and number."""
    value &= 0xFFFFFFFF
    row = hresult.lookup(value)
    return S_OK if value == 0 else f"{row.symbol if row else 'HRESULT'} 0x{value:08X}"


async def code_of(call: Awaitable[object]) -> str:
    """What a call of the API came to: S_OK, or the code of the error it raised."""
    try:
        await call
    except HcsError as error:
        return code(error.hresult)
    return S_OK


class Supply:
    """Makes systems and commands.

    Args:
        parameters: what this run may use.
        embedded_host: whether the embedded host answers.
    """

    def __init__(self, parameters: Parameters, *, embedded_host: bool) -> None:
        self.parameters = parameters
        self.embedded_host = embedded_host

    @property
    def limit_ms(self) -> int:
        """How long one native wait may take."""
        return self.parameters.patience_ms

    # -- documents -----------------------------------------------------------------------------------------------------

    def new_id(self) -> str:
        """An id nobody has."""
        return f"hcsffi-statement-{uuid.uuid4()}"

    def container_document(self, **members: object) -> dict[str, Any]:
        """The container's document, with these top-level members replaced; skips where the run was given none."""
        if self.parameters.container is None:
            pytest.skip(f"needs a process-isolated container: {CONTAINER} names no document")
        return {**copy.deepcopy(self.parameters.container), "Owner": OWNER, "ShouldTerminateOnLastHandleClosed": True, **members}

    def machine_document(self, **members: object) -> dict[str, Any]:
        """The virtual machine's document, with these top-level members replaced."""
        return {**copy.deepcopy(self.parameters.machine), "Owner": OWNER, "ShouldTerminateOnLastHandleClosed": True, **members}

    def guest_document(self, *, stop_on_reset: bool) -> dict[str, Any]:
        """A machine that boots a guest; to the embedded host one that names what it boots. Skips where there is none."""
        document = self.machine_document()
        machine = document["VirtualMachine"]
        machine["StopOnReset"] = stop_on_reset
        if self.embedded_host:
            machine["Chipset"]["Uefi"]["BootThis"] = {"DeviceType": "ScsiDrive", "DevicePath": "Primary disk", "DiskNumber": 0}
        elif not self.parameters.guest:
            pytest.skip(f"needs a machine with a guest: {MACHINE} and {GUEST}=1 say that there is one")
        return document

    # -- systems -------------------------------------------------------------------------------------------------------

    @asynccontextmanager
    async def system(self, document: dict[str, Any], *, start: bool = True, system_id: str | None = None) -> AsyncIterator[ComputeSystem]:
        """A system of that document, terminated and closed at the end; skips where the host cannot have one of its kind."""
        with anyio.fail_after(4 * self.parameters.patience_s):
            try:
                system = await ComputeSystem.create(system_id or self.new_id(), document)
            except HcsError as error:
                if error.symbol in NOT_HERE:
                    pytest.skip(f"this host has no such systems: {error.symbol}")
                raise
            try:
                if start:
                    await system.start()
                yield system
            finally:
                with anyio.CancelScope(shield=True), anyio.move_on_after(self.parameters.patience_s):
                    await system.aclose(terminate=True)

    def container(self, *, start: bool = True, **members: object) -> Any:
        """A container, see `system`."""
        return self.system(self.container_document(**members), start=start)

    def machine(self, *, start: bool = True, **members: object) -> Any:
        """A virtual machine, see `system`."""
        return self.system(self.machine_document(**members), start=start)

    @contextmanager
    def raw_system(self, document: dict[str, Any], *, start: bool = True, system_id: str | None = None) -> Iterator[abi.System]:
        """The same through the C ABI, as a bare handle."""
        with abi.Operation() as operation:
            result, system = abi.System.create(system_id or self.new_id(), document, operation)
            answer = operation.wait(self.limit_ms) if result == 0 else operation.get()._replace(code=result)
        with system:
            if answer.code and (row := hresult.lookup(answer.code)) and row.symbol in NOT_HERE:
                pytest.skip(f"this host has no such systems: {row.symbol}")
            assert (S_OK, answer.text) == (code(answer.code), answer.text)
            try:
                if start:
                    answer = abi.started(self.limit_ms, lib.HcsStartComputeSystem, system.handle, None, ffi.NULL)
                    assert (S_OK, answer.text) == (code(answer.code), answer.text)
                yield system
            finally:
                if system.handle != ffi.NULL:
                    abi.started(self.limit_ms, lib.HcsTerminateComputeSystem, system.handle, None, ffi.NULL)
                    self._settle(system)

    def _settle(self, system: abi.System) -> None:
        """Wait for the exit, where this Windows can: the next test may need the same scratch disk."""
        text = ffi.new("PWSTR *")
        lib.HcsWaitForComputeSystemExit(system.handle, self.limit_ms, text)
        abi.take(text)

    @contextmanager
    def raw_handle(self, system_id: str) -> Iterator[abi.System]:
        """A further handle through the C ABI."""
        result, system = abi.System.open(system_id)
        assert code(result) == S_OK
        with system:
            yield system

    async def read(self, stream: int) -> bytes:
        """Everything a stream's other end writes; the stream is closed afterwards."""
        with anyio.fail_after(self.parameters.patience_s):
            async with ReceivePipe(PipeHandle(stream)) as pipe:
                return b"".join([chunk async for chunk in pipe])

    # -- time ----------------------------------------------------------------------------------------------------------

    @contextmanager
    def slowly(self) -> Iterator[None]:
        """Work that takes long enough to be looked at while it goes on; on a real service it takes what it takes."""
        if not self.embedded_host:
            yield
            return
        embedded.configure({"ManualClock": True, "DelayMinUs": 1_000_000, "DelayMaxUs": 1_000_000})
        try:
            yield
        finally:
            embedded.advance_clock(2.0)
            embedded.configure({})

    def hasten(self) -> None:
        """Let the slow work complete."""
        if self.embedded_host:
            embedded.advance_clock(2.0)

    def attempts(self) -> Iterator[None]:
        """Turns for something no event tells of: a tenth of a second apart, as long as patience lasts."""
        deadline = time.monotonic() + self.parameters.patience_s
        while time.monotonic() < deadline:
            yield
            time.sleep(0.1)

    async def once_accepted(self, ask: Callable[[], Awaitable[object]]) -> str:
        """What the call comes to once the guest is there to answer it; its last refusal when patience ends before."""
        result = "no answer in time"
        with anyio.move_on_after(self.parameters.patience_s):
            # No event tells that a guest has booted; the published sample asks again every five seconds.
            while (result := await code_of(ask())) != S_OK and not self.embedded_host:  # noqa: ASYNC110 - nothing to wait for
                await anyio.sleep(5)
        return result

    # -- commands ------------------------------------------------------------------------------------------------------

    def command(self, *linux: str, windows: str, **members: object) -> dict[str, object]:
        """ProcessParameters of a command for the guest there is."""
        wanted: dict[str, object] = {"CommandLine": windows} if self.parameters.windows_guest else {"CommandArgs": [*linux]}
        return {**wanted, **members}

    def exiting(self, status: int, **members: object) -> dict[str, object]:
        """A command that ends at once with that status."""
        return self.command("sh", "-c", f"exit {status}", windows=f"cmd /c exit {status}", **members)

    def printing(self, text: str, **members: object) -> dict[str, object]:
        """A command that prints the text and ends."""
        return self.command("echo", text, windows=f"cmd /c echo {text}", **members)

    def lasting(self, **members: object) -> dict[str, object]:
        """A command that goes on until its input ends, which the caller holds."""
        return self.command("cat", windows="cmd /q /d", CreateStdInPipe=True, **members)
