"""What the contract tests start from: small documents, running systems, and a host that is put back to its defaults."""

from __future__ import annotations

import uuid
from contextlib import AsyncExitStack, asynccontextmanager
from typing import TYPE_CHECKING, Any

import anyio
import isolating
import pytest
from own_service import Service, counted, ended, killed, started
from wired_site import Site, lacking

from hcsffi import ComputeSystem, embedded
from hcsffi.native import library

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path

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

    async def wait(condition: Callable[[], Awaitable[bool]], limit_s: float = 60) -> None:
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


@pytest.fixture
def carried() -> None:
    """Skips where this machine carries no packets."""
    if reason := lacking():
        pytest.skip(reason)


@pytest.fixture
async def site(fresh_id: Callable[[], str], carried: None) -> AsyncIterator[Site]:
    """What a test makes its networks and containers by."""
    async with AsyncExitStack() as stack:
        yield Site(stack, fresh_id)


@pytest.fixture
def changing() -> None:
    """Skips where this machine does not isolate, or changes nothing of what runs."""
    isolating.require("Changes")


@pytest.fixture(scope="module")
def kept_service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Service]]:
    """The service of all tests of a file that leave one as they found it; a test that does not has the next one begin with another."""
    found = [started(tmp_path_factory.mktemp("served"))]
    yield found
    ended(found[0])


@pytest.fixture
def back_here() -> Iterator[None]:
    """After the test the library of this process answers again, as it does for every other test."""
    yield
    library.use_library(None)
    assert library.load().succeeded


@pytest.fixture
def service(kept_service: list[Service], back_here: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """The service that is kept; nothing of a test may be left in it."""
    (found,) = kept_service
    yield found
    left: object = "a service that does not answer"
    try:
        left = {name: count for name, count in counted(found).items() if count and name != "Threads"}
    finally:
        if left:
            killed(found)
            kept_service[:] = [started(tmp_path_factory.mktemp("served"))]
    assert left == {}


@pytest.fixture
def victim(tmp_path: Path, back_here: None) -> Iterator[Service]:
    """A service of the test's own, for what it does not survive."""
    found = started(tmp_path)
    yield found
    killed(found)
