"""Detached systems that the service looks after: those of ``hcsffi run --detach`` with ``--rm``, ``--layers`` or both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hcsffi import documents, storage
from hcsffi.cli.failure import Refusal
from hcsffi.cli.scratch import scratch_of
from hcsffi.delivery import attendance
from hcsffi.delivery.argument import utf8
from hcsffi.delivery.attendance import Attended
from hcsffi.delivery.kept_output import OutputOwner
from hcsffi.native import library
from hcsffi.remote.address import SSH

if TYPE_CHECKING:
    import argparse

    from hcsffi.compute.process import ComputeProcess
    from hcsffi.compute.system import ComputeSystem


async def attended(system_id: str, configuration: documents.ComputeSystem, options: argparse.Namespace) -> documents.ComputeSystem:
    """Return the document of a system that the service is going to look after; as it is where nothing asks for that.

    Until the service does, the system ends with this program: nothing is left when that is killed in between.

    Raises:
        Refusal: layers without a container, or on another machine.
        HcsError: the scratch could not be made, or no service answers that looks after systems.
    """
    if not options.layers and not options.rm:
        return configuration
    attendance.refuse_elsewhere(library.ATTEND, f"compute system {system_id!r}")
    configuration = documents.replace(configuration, should_terminate_on_last_handle_closed=True)
    if not options.layers:
        return configuration
    container = configuration.container
    if container is None:
        message = "--layers needs a container: the document describes another kind of system"
        raise Refusal(message)
    if library.name().startswith(SSH):
        message = "--layers are folders of this machine, and the service is on another one: leave --detach out, or run it there"
        raise Refusal(message)
    place = scratch_of(system_id, options.scratch)
    await storage.gc(place.parent)  # of those that were killed
    told = await attendance.stand_on(utf8("system_id", system_id), options.layers, str(place), f"compute system {system_id!r}")
    root = documents.from_json(documents.Storage, told)
    return documents.replace(configuration, container=documents.replace(container, storage=root))


async def hand_over(system: ComputeSystem, process: ComputeProcess, options: argparse.Namespace) -> None:
    """Let the service look after the system, if anything asks for that."""
    if options.rm:
        await system.end_with(process)
    elif options.layers:
        wanted = Attended(OutputOwner(utf8("system_id", system.id), None), None, None)
        await attendance.attend(system.handle, wanted, system.subject)
