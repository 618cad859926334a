"""Requests written out by hand, and the steps several crossing tests take with them."""

from __future__ import annotations

import itertools
import json
import os
from typing import TYPE_CHECKING, Any

import anyio

from hcsffi import embedded
from hcsffi.delivery import blocking, operation
from hcsffi.delivery.operation import Completion, Request
from hcsffi.native.handles import ProcessHandle, SystemHandle

if TYPE_CHECKING:
    from collections.abc import Callable

OWNER = "crossing"
CONTAINER = {"Owner": OWNER, "SchemaVersion": {"Major": 2, "Minor": 1}, "Container": {"GuestOs": {"HostName": "web"}}}
ALL_ACCESS = 0x10000000  # GENERIC_ALL
_numbers = itertools.count()


def enumerate_request(query: bytes | None = None) -> Request:
    """An operation that needs no handle."""
    return Request("HcsEnumerateComputeSystems", None, (query,), "all systems")


def create_request() -> Request:
    """An operation that opens a handle."""
    name = f"crossing-{os.getpid()}-{next(_numbers)}"
    return Request("HcsCreateComputeSystem", None, (name.encode(), json.dumps(CONTAINER).encode()), name)


def system_request(function: str, system: SystemHandle, document: bytes | None = None) -> Request:
    """An operation on a system."""
    return Request(function, system, (document,), "the system")


def process_request(system: SystemHandle, *command: str, **members: Any) -> Request:
    """An operation that opens a handle and, when asked, pipes."""
    return Request("HcsCreateProcess", system, (json.dumps({"CommandArgs": command, **members}).encode(),), "a process")


def wait_request(function: str, process: ProcessHandle, document: bytes | None = None) -> Request:
    """An operation on a process."""
    return Request(function, process, (document,), "the process")


async def create_system() -> SystemHandle:
    """A created system's handle."""
    made = (await operation.perform(create_request())).opened
    assert isinstance(made, SystemHandle)
    return made


async def start_system() -> SystemHandle:
    """A running system's handle."""
    system = await create_system()
    await operation.perform(system_request("HcsStartComputeSystem", system))
    return system


async def start_process(system: SystemHandle, *command: str, **members: Any) -> tuple[ProcessHandle, Completion]:
    """A process and what its creation brought."""
    made = await operation.perform(process_request(system, *command, **members))
    assert isinstance(made.opened, ProcessHandle)
    return made.opened, made


async def end(system: SystemHandle) -> None:
    """Terminate and close."""
    await operation.perform(system_request("HcsTerminateComputeSystem", system))
    await blocking.close(system)


async def end_all() -> None:
    """End the systems a test has no handle of."""
    listed = await operation.perform(enumerate_request(json.dumps({"Owners": [OWNER]}).encode()))
    for entry in json.loads(listed.document):
        opened = (await blocking.ask("HcsOpenComputeSystem", entry["Id"].encode(), ALL_ACCESS, subject=entry["Id"])).opened
        assert isinstance(opened, SystemHandle)
        await end(opened)


async def counted(name: str, expected: int) -> None:
    """Wait until the host counts so many: what a thread of the shim closes is announced nowhere."""
    await until(lambda: embedded.counters()[name] == expected)


async def until(condition: Callable[[], bool]) -> None:
    """Wait for what another thread does in its own time."""
    with anyio.fail_after(60):
        while not condition():  # noqa: ASYNC110 - there is no event to wait for
            await anyio.sleep(0.002)
