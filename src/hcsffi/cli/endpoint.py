"""``hcsffi endpoint``: endpoints of networks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hcsffi.cli import noun
from hcsffi.network.endpoint import Endpoint
from hcsffi.network.network import Network

if TYPE_CHECKING:
    import argparse

    from hcsffi.documents import hcn


def _addresses(one: hcn.HostComputeEndpoint) -> str:
    return ",".join(f"{config.ip_address}/{config.prefix_length}" for config in one.ip_configurations or ())


async def _create(options: argparse.Namespace, text: bytes | None) -> Endpoint:
    async with await noun.opened(Network, options.network) as network:
        return await Endpoint.create(network.id, text or b'{"SchemaVersion":{"Major":2,"Minor":0}}')


_ENDPOINT = noun.Noun(
    "endpoint",
    Endpoint,
    {
        "ID": lambda one: one.id or "",
        "NAME": lambda one: one.name or "",
        "NETWORK": lambda one: one.host_compute_network or "",
        "ADDRESSES": _addresses,
        "MAC": lambda one: one.mac_address or "",
        "NAMESPACE": lambda one: one.host_compute_namespace or "",
    },
    _create,
    document_needed=False,
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    actions = noun.add_actions(parser, _ENDPOINT)
    actions["create"].add_argument("--network", required=True, metavar="NAME|ID", help="the network it is to stand on")


def main(options: argparse.Namespace) -> int:
    """Do what was asked for."""
    return noun.main_of(_ENDPOINT, options)
