"""``hcsffi namespace``: what containers see as their network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hcsffi.cli import noun
from hcsffi.network.namespace import Namespace
from hcsffi.network.resources import container_ids, endpoint_ids

if TYPE_CHECKING:
    import argparse


async def _create(_options: argparse.Namespace, text: bytes | None) -> Namespace:
    return await Namespace.create(text)


_NAMESPACE = noun.Noun(
    "namespace",
    Namespace,
    {
        "ID": lambda one: one.id or "",
        "TYPE": lambda one: str(one.type or "Host"),  # answers leave out Host, which is number 0
        "COMPARTMENT": lambda one: str(one.namespace_id or ""),
        "ENDPOINTS": lambda one: ",".join(endpoint_ids(one)),
        "CONTAINERS": lambda one: ",".join(container_ids(one)),
    },
    _create,
    document_needed=False,
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    noun.add_actions(parser, _NAMESPACE)


def main(options: argparse.Namespace) -> int:
    """Do what was asked for."""
    return noun.main_of(_NAMESPACE, options)
