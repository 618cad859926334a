"""``hcsffi lb``: load balancers over endpoints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hcsffi.cli import noun
from hcsffi.network.load_balancer import LoadBalancer

if TYPE_CHECKING:
    import argparse

    from hcsffi.documents import hcn


def _ports(one: hcn.HostComputeLoadBalancer) -> str:
    return ",".join(
        f"{mapping.external_port}:{mapping.internal_port}/{mapping.protocol.text.lower() if mapping.protocol is not None else '?'}"
        for mapping in one.port_mappings or ()
    )


async def _create(_options: argparse.Namespace, text: bytes | None) -> LoadBalancer:
    return await LoadBalancer.create(text or b"")


_BALANCER = noun.Noun(
    "load balancer",
    LoadBalancer,
    {
        "ID": lambda one: one.id or "",
        "FRONT ENDS": lambda one: ",".join(one.frontend_vips or ()),
        "PORTS": _ports,
        "ENDPOINTS": lambda one: ",".join(one.host_compute_endpoints or ()),
    },
    _create,
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    noun.add_actions(parser, _BALANCER)


def main(options: argparse.Namespace) -> int:
    """Do what was asked for."""
    return noun.main_of(_BALANCER, options)
