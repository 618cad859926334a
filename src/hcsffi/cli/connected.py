"""Networks of a command's container: opened, or made for it, and undone when it has ended."""

from __future__ import annotations

import uuid
from contextlib import AsyncExitStack, asynccontextmanager
from typing import TYPE_CHECKING

from hcsffi import documents, network
from hcsffi.cli.failure import Refusal
from hcsffi.errors import NotFound

if TYPE_CHECKING:
    import argparse
    from collections.abc import AsyncIterator, Sequence

    from hcsffi.network.endpoint_policies import PortMappingPolicy


def _port(text: str) -> PortMappingPolicy:
    return network.published_port(text)


_port.__name__ = "[ADDRESS:]PORT:PORT[/udp]"  # argparse puts it into its message


def add_network_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what a command says of networks."""
    parser.add_argument(
        "--network",
        metavar="NAME",
        action="append",
        default=[],
        help="put the container on this network, which is made, with a range of its own, where there is none, and goes with the command "
        "then; may be repeated",
    )
    parser.add_argument(
        "--publish",
        "-p",
        metavar="[ADDRESS:]PORT:PORT[/udp]",
        type=_port,
        action="append",
        default=[],
        help="lead this port of the machine to that one of the container, on its first network, or on one of its own; may be repeated",
    )


async def _find_or_make(name: str, stack: AsyncExitStack) -> network.Network:
    """Open the network of that name or id, or make one that goes with the block."""
    try:
        return await stack.enter_async_context(await network.Network.get(name=name))
    except NotFound:
        pass
    try:
        return await stack.enter_async_context(await network.Network.get(id=uuid.UUID(name)))
    except (NotFound, ValueError):
        made = await stack.enter_async_context(await network.Network.create({"Name": name}))
        stack.push_async_callback(made.delete, missing_ok=True)
        return made


@asynccontextmanager
async def on_networks(
    system_id: str, configuration: documents.ComputeSystem, names: list[str], ports: Sequence[PortMappingPolicy] = ()
) -> AsyncIterator[documents.ComputeSystem]:
    """Give the container an endpoint on each network, for as long as the block runs.

    Args:
        system_id: of the container.
        configuration: its document.
        names: the networks; none leaves the document as it is, unless ports are given, which get a network of their own.
        ports: ports of the host that lead to the first endpoint.

    Yields:
        The document with the namespace.

    Raises:
        Refusal: the document describes no container, or names a namespace itself.
        HcsError: the service refused a step; nothing is left then.
    """
    if ports and not names:
        names = [f"hcsffi-run-{uuid.uuid4()}"]
    if not names:
        yield configuration
        return
    container = configuration.container
    if container is None:
        raise Refusal("--network needs a container: the document describes another kind of system")
    if container.networking is not None and container.networking.namespace:
        raise Refusal("--network and a namespace in the document are two networks: leave one out")
    async with AsyncExitStack() as stack:
        on = [await _find_or_make(name, stack) for name in names]
        attachment = await stack.enter_async_context(network.attach(system_id, on=on, ports=ports))
        networking = documents.replace(container.networking or documents.Networking(), namespace=attachment.namespace_id)
        yield documents.replace(configuration, container=documents.replace(container, networking=networking))
