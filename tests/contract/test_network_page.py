"""The page about networks: its programs run as they stand there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import anyio
import pytest

from hcsffi import embedded
from hcsffi.documents import build
from hcsffi.network import Endpoint, Namespace, Network, PortReservation
from hcsffi.network.policies import POLICIES_BY_PLACE

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    Eventually = Callable[..., Awaitable[None]]

pytestmark = pytest.mark.anyio

PAGE = Path(__file__).resolve().parents[2] / "docs" / "networks.md"


def programs() -> dict[str, Any]:
    """What the page's programs define."""
    names: dict[str, Any] = {"__name__": "test_network_page"}
    for program in re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL):
        exec(compile(program, str(PAGE), "exec", dont_inherit=True), names)
    return names


@pytest.fixture
async def taken_away() -> AsyncIterator[None]:
    """The page's names are fixed: what a program that failed has left would fail the next one."""
    yield
    for kind in (Namespace, Endpoint, Network):
        for one in await kind.ids():
            await kind.delete_by_id(one)


@pytest.mark.usefixtures("taken_away")
async def test_the_page_connects_as_it_says(capsys: pytest.CaptureFixture[str], eventually: Eventually) -> None:
    """A network, an endpoint in a namespace, and somebody who listens."""
    named = programs()

    async def somebody_listens() -> bool:
        return embedded.counters()["NotificationCallbacks"] == 1

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(named["watch"])
        await eventually(somebody_listens)
        namespace_id = await named["connect"]()
        async with await Namespace.open(namespace_id) as namespace:
            (endpoint_id,) = await namespace.endpoints()
            await namespace.remove_endpoint(endpoint_id)
            await namespace.delete()
        await Endpoint.delete_by_id(endpoint_id)
        async with await Network.get(name="web") as network:
            await network.delete()
        with anyio.fail_after(60):
            while "NETWORK_DELETE " not in (said := capsys.readouterr().out):  # noqa: ASYNC110 - a program prints it
                await anyio.sleep(0.01)
        tasks.cancel_scope.cancel()
    assert network.id in said


async def test_the_page_keeps_a_port_as_it_says() -> None:
    """And gives it back."""
    await programs()["keep"]()
    assert await PortReservation.list() == []


@pytest.mark.usefixtures("taken_away")
async def test_the_page_attaches_and_collects_as_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A container in a namespace of its own; afterwards there is nothing to collect."""
    monkeypatch.setenv("HCSFFI_JOURNAL", str(tmp_path))
    named = programs()
    async with await Network.create(build.nat_network("nat", "10.5.0.0/24", "10.5.0.1")) as network:
        await named["serve"]()
        await named["tidy"]()
        assert await Endpoint.ids() == await Namespace.ids() == []
        await network.delete()
    said = capsys.readouterr().out
    assert "10.5.0.2/24" in said
    assert "it runs" in said
    assert "ended" not in said


def test_the_page_says_where_each_policy_belongs_and_from_which_version_on() -> None:
    """The table is the one that is checked by: each class stands in one row, with all its places and its version."""
    rows = re.findall(r"^\| ([a-z, ]+) \| (`\w+Policy`.*) \| (.*) \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    said = {name: (places, version) for places, names, version in rows for name in re.findall(r"`(\w+)`", names)}
    known: dict[str, tuple[str, str]] = {}
    for policy in set(POLICIES_BY_PLACE.values()):
        places = ", ".join(sorted(place.value for place in policy.places))
        known[policy.__name__] = (places, str(policy.since).removesuffix(" or later"))
    assert known == {name: (places, version.partition(";")[0]) for name, (places, version) in said.items()}
