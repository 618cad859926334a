"""Lives of compute systems, processes and the service."""

from __future__ import annotations

from contextlib import suppress

import hcsffi
from hcsffi import ComputeSystem, HcsError, NotSupported, documents, join_terminal, run_many, service
from hcsffi.native.library import LibraryInUse

from stage import Life, Stage, nothing

V2 = {"SchemaVersion": {"Major": 2, "Minor": 1}}
CONTAINER = {**V2, "Owner": "lives", "ShouldTerminateOnLastHandleClosed": True, "Container": {"GuestOs": {"HostName": "life"}}}
TOPOLOGY = {"Memory": {"SizeInMB": 64, "AllowOvercommit": True}, "Processor": {"Count": 1}}
MACHINE = {
    **V2,
    "Owner": "lives",
    "ShouldTerminateOnLastHandleClosed": True,
    "VirtualMachine": {"StopOnReset": True, "Chipset": {"Uefi": {}}, "ComputeTopology": TOPOLOGY, "GuestConnection": {}},
}
CAT = {"CommandArgs": ["cat"], "CreateStdInPipe": True, "CreateStdOutPipe": True}
SLEEPER = {"CommandArgs": ["sleep", "50"]}


async def container(stage: Stage) -> None:
    """A container from its creation to its exit."""
    async with await ComputeSystem.create(stage.name, CONTAINER, terminate_on_close=True) as system:
        await system.start()
        await system.properties("Statistics")
        await system.query({})
        async with await ComputeSystem.open(stage.name):
            await ComputeSystem.list(ids=[stage.name])
        await system.shutdown()
        await system.wait_exit()


async def taken_ids(stage: Stage) -> None:
    """A system that is there already: opened in the place of being created, and ended for the next one's sake."""
    async with (
        await ComputeSystem.connect_or_create(stage.name, CONTAINER, terminate_on_close=True),
        await ComputeSystem.connect_or_create(stage.name, CONTAINER),
        await ComputeSystem.create(stage.name, CONTAINER, replace=True, terminate_on_close=True) as system,
    ):
        await system.start()


async def left_behind(stage: Stage) -> None:
    """Two systems, one of them started, that are ended as what somebody left; nobody else's are of that owner."""
    mine = {**CONTAINER, "Owner": stage.name}
    async with await ComputeSystem.create(stage.name, mine), await ComputeSystem.create(stage.name + "-2", mine) as system:
        await system.start()
        await hcsffi.prune(owner=stage.name, running=True)


async def connecting(stage: Stage) -> None:
    """Another service is asked for while the present one has an open system: that is refused, and nothing changes."""
    with suppress(LibraryInUse):
        await hcsffi.connect(f"unix:{stage.folder / 'nobody'}")
        raise AssertionError("connected while a system was open")
    await ComputeSystem.list()


async def stopped(stage: Stage) -> None:
    """A container that is stopped, and one that is terminated."""
    async with await ComputeSystem.create(stage.name, CONTAINER, terminate_on_close=True) as system:
        await system.start()
        await system.stop(shutdown_s=5, terminate_s=5)
    async with await ComputeSystem.create(stage.name + "-2", CONTAINER, terminate_on_close=True) as system:
        await system.start()
        await system.terminate()


async def machine(stage: Stage) -> None:
    """A machine that is paused, changed, saved and made to crash."""
    state = str(stage.folder / "state")
    async with await ComputeSystem.create(stage.name, MACHINE, terminate_on_close=True) as system:
        await system.start()
        await system.modify(documents.changes.vm_memory(128))
        await system.pause()
        await system.save({"SaveType": "ToFile", "SaveStateFilePath": state})
        await system.resume()
        await system.crash()


async def process(stage: Stage) -> None:
    """A process that is talked to, looked at and waited for."""
    async with await stage.system.create_process(CAT, terminate_on_close=True) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        await running.stdin.send(b"one\ntwo\nthree\n")
        await running.stdout.receive(4)
        await running.stdout.receive_into(memoryview(bytearray(1)))
        await running.stdout.receive_line()
        await anext(running.stdout.lines())
        await running.information()
        await running.properties()
        await running.query()
        async with await stage.system.open_process(running.id) as same:
            await same.properties()
        await running.stdin.aclose()
        await running.stdout.aclose()
        await running.close_stdin()
        await running.wait()


async def ended_processes(stage: Stage) -> None:
    """Processes that are asked to end, made to, or both."""
    async with await stage.system.create_process(SLEEPER, terminate_on_close=True) as running:
        await running.signal("CtrlShutdown")
        await running.kill()
    async with await stage.system.create_process(SLEEPER, terminate_on_close=True) as running:
        await running.stop(grace_s=5)
    async with await stage.system.create_process(SLEEPER, terminate_on_close=True) as running:
        await running.terminate()


async def consoles(stage: Stage) -> None:
    """A console that gets another size, by name and by document."""
    console = {**CAT, "EmulateConsole": True}
    async with await stage.system.create_process(console, terminate_on_close=True) as running:
        with suppress(HcsError):  # Wine cannot
            await running.resize_console(10, 20)
        with suppress(HcsError):
            await running.modify({"Operation": "ConsoleSize", "ConsoleSize": {"Height": 20, "Width": 40}})


async def command(stage: Stage) -> None:
    """A command whose output is kept, and what one would send for it."""
    await stage.system.command_members(["true"])
    await stage.system.run(["cat"], input=b"x" * 1000)


async def terminal(stage: Stage) -> None:
    """A process that is joined to our streams."""
    async with await stage.system.create_process({"CommandArgs": ["true"], "CreateStdOutPipe": True}, terminate_on_close=True) as running:
        await join_terminal(running, console=False, drain_s=0.1)


async def events(stage: Stage) -> None:
    """Events that are waited for."""
    async with await ComputeSystem.create(stage.name, CONTAINER, terminate_on_close=True) as system:
        await system.start()
        async with system.events() as stream:
            await system.terminate()
            await anext(stream)
            await stream.aclose()


async def kept_output(stage: Stage) -> None:
    """Output that a service keeps; a library of this process says that it keeps none."""
    with suppress(NotSupported):
        wanted = {"CommandArgs": ["echo", "word"], "CreateStdOutPipe": True}
        async with await stage.system.create_kept_process(wanted) as process:
            await process.wait()
    pieces = stage.system.logs(follow=True)
    with suppress(NotSupported, RuntimeError):
        try:
            await pieces.__aenter__()
        finally:
            await anext(pieces)
    await pieces.__aexit__(None, None, None)


async def attended(stage: Stage) -> None:
    """A system that a service is asked to end with a process; a library of this process says that it ends none."""
    async with await ComputeSystem.create(stage.name, CONTAINER, terminate_on_close=True) as system:
        await system.start()
        async with await system.create_process({"CommandArgs": ["true"]}) as process:
            with suppress(NotSupported):
                await system.end_with(process)


async def calls(stage: Stage) -> None:
    """Many calls at once, and one by its native name."""
    _, started = await run_many([stage.system.calls.properties(), stage.system.calls.create_process({"CommandArgs": ["true"]})])
    assert isinstance(started, hcsffi.ComputeProcess)
    async with started:
        pass
    async with await hcsffi.call("HcsOpenComputeSystem", stage.system.id, 0x10000000) as answer:
        await answer.aclose()


async def the_service(stage: Stage) -> None:
    """Each question to the service, and each request of it."""
    disk = str(stage.folder / "disk")
    await service.properties("Basic")
    await service.query({"PropertyTypes": ["Basic"]})
    await service.supported_schema_versions()
    await service.grant_vm_access("vm", disk)
    await service.revoke_vm_access("vm", disk)
    await service.grant_vm_group_access(disk)
    await service.revoke_vm_group_access(disk)
    with suppress(HcsError):  # the file is there from the round before, or nothing was saved
        await service.create_empty_guest_state_file(stage.folder / "guest.vmgs")
    with suppress(HcsError):
        await service.create_empty_runtime_state_file(stage.folder / "runtime.vmrs")
    with suppress(HcsError):
        await service.processor_compatibility(stage.folder / "saved")
    with suppress(HcsError):
        await service.modify({"PropertyType": "Container", "Settings": {}})
    await service.submit_wer_report({"SystemId": "vm"})


LIVES = tuple(
    Life(run, nothing)
    for run in (
        container,
        taken_ids,
        left_behind,
        connecting,
        stopped,
        machine,
        process,
        ended_processes,
        consoles,
        command,
        terminal,
        events,
        kept_output,
        attended,
        calls,
        the_service,
    )
)
