"""``hcsffi route``: routes of endpoints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hcsffi.cli import noun
from hcsffi.network.sdn_route import SdnRoute

if TYPE_CHECKING:
    import argparse

    from hcsffi.documents import hcn


def _hops(one: hcn.HostComputeRoute) -> str:
    return ",".join(f"{route.destination_prefix} via {route.next_hop}" for route in (*(one.routes or ()), *(one.setting or ())))


async def _create(_options: argparse.Namespace, text: bytes | None) -> SdnRoute:
    return await SdnRoute.create(text or b"")


_ROUTE = noun.Noun(
    "route",
    SdnRoute,
    {"ID": lambda one: one.id or "", "ROUTES": _hops, "ENDPOINTS": lambda one: ",".join(one.host_compute_endpoints or ())},
    _create,
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    noun.add_actions(parser, _ROUTE)


def main(options: argparse.Namespace) -> int:
    """Do what was asked for."""
    return noun.main_of(_ROUTE, options)
