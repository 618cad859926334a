"""What the contract tests start from: small documents, running systems, and a host that is put back to its defaults."""

from __future__ import annotations

import uuid
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import anyio
import pytest

from hcsffi import ComputeSystem, embedded

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Iterator, Mapping
    from contextlib import AbstractAsyncContextManager

    CancelEverywhere = Callable[..., Awaitable[int]]
    Eventually = Callable[..., Awaitable[None]]
    Configure = Callable[..., None]
    RunningSystem = Callable[..., AbstractAsyncContextManager[ComputeSystem]]


@pytest.fixture
def container() -> dict[str, Any]:
    """The smallest container document that says something."""
    return {"Owner": "contract", "SchemaVersion": {"Major": 2, "Minor": 1}, "Container": {"GuestOs": {"HostName": "web"}}}


@pytest.fixture
def machine() -> dict[str, Any]:
    """A virtual machine with one of everything that is changed while it runs."""
    return {
        "Owner": "contract",
        "SchemaVersion": {"Major": 2, "Minor": 1},
        "VirtualMachine": {
            "StopOnReset": True,
            "Chipset": {"Uefi": {}},
            "ComputeTopology": {"Memory": {"SizeInMB": 1024, "AllowOvercommit": True}, "Processor": {"Count": 2}},
            "Devices": {"Scsi": {"primary": {"Attachments": {}}}, "VirtualSmb": {"Shares": []}, "Plan9": {}, "NetworkAdapters": {}},
        },
    }


@pytest.fixture
def fresh_id() -> Callable[[], str]:
    """Ids nobody else has."""
    return lambda: f"contract-{uuid.uuid4()}"


@pytest.fixture
def running(container: Mapping[str, Any], fresh_id: Callable[[], str]) -> RunningSystem:
    """Opens a running container and terminates it at the end."""

    @asynccontextmanager
    async def run(**changes: Any) -> AsyncIterator[ComputeSystem]:
        async with await ComputeSystem.create(fresh_id(), {**container, **changes}, terminate_on_close=True) as system:
            await system.start()
            yield system

    return run


@pytest.fixture
def eventually() -> Eventually:
    """Waits for what nobody announces: something another process, the kernel or the service does in its own time."""

    async def wait(condition: Callable[[], Awaitable[bool]], limit_s: float = 5) -> None:
        with anyio.fail_after(limit_s):
            while not await condition():  # noqa: ASYNC110 - there is no event to wait for, that is the point of this fixture
                await anyio.sleep(0.01)

    return wait


@pytest.fixture
def configure() -> Iterator[Configure]:
    """Configures the embedded host for one test; the defaults come back at its end."""

    def apply(**members: Any) -> None:
        embedded.configure(members)

    yield apply
    embedded.configure({})


class CancelledAt:
    """Awaits something and cancels the scope when it suspends for the n-th time."""

    def __init__(self, journey: Awaitable[None], scope: anyio.CancelScope, number: int) -> None:
        self._journey = journey
        self._scope = scope
        self._left = number

    def __await__(self) -> Generator[Any, Any, None]:
        steps = self._journey.__await__()
        answer: Any = None
        failure: BaseException | None = None
        while True:
            try:
                waited = steps.send(answer) if failure is None else steps.throw(failure)
            except StopIteration:
                return
            self._left -= 1
            if self._left == 0:
                self._scope.cancel()
            answer, failure = None, None
            try:
                answer = yield waited
            except BaseException as error:  # noqa: BLE001 - thrown into the journey, whose business it is
                failure = error


@pytest.fixture
def cancel_everywhere() -> CancelEverywhere:
    """Runs a journey cancelled at its first suspension, at its second ..., until it gets through, and looks around after each."""

    async def run(journey: Callable[[], Awaitable[None]], look: Callable[[], Awaitable[None]], most: int = 400) -> int:
        for number in range(1, most):
            with anyio.CancelScope() as scope:
                await CancelledAt(journey(), scope, number)
            await look()
            if not scope.cancelled_caught:
                return number
        pytest.fail(f"not through after {most} suspensions")

    return run
