"""An HRESULT has failed where its highest bit is set: the first code with that bit is a failure on every way, as all after it are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hcsffi import documents, errors
from hcsffi.delivery import blocking, operation
from hcsffi.network import Network

from submissions import enumerate_request

if TYPE_CHECKING:
    from collections.abc import Callable

    Configure = Callable[..., None]

LEAST = 0x80000000
"""[MS-ERREF] 2.1: the bit S is the highest of 32."""
pytestmark = pytest.mark.anyio


@pytest.mark.parametrize("at_once", [True, False])
async def test_an_operation_that_ends_with_it_has_failed(configure: Configure, *, at_once: bool) -> None:
    """Its document would be read as an answer."""
    configure(Faults=[{"Function": "HcsEnumerateComputeSystems", "Count": 4, "HResult": "0x80000000", "Sync": at_once}])
    with pytest.raises(errors.HcsError) as performed:
        await operation.perform(enumerate_request())
    with pytest.raises(errors.HcsError) as commenced:
        await operation.commence(enumerate_request())
    many = await operation.perform_many([enumerate_request(), enumerate_request()])
    codes = [one.hresult for one in (performed.value, commenced.value, *many) if isinstance(one, errors.HcsError)]
    assert [LEAST] * 4 == codes


async def test_a_call_that_comes_back_with_it_has_failed(configure: Configure) -> None:
    """What it handed out would be taken for a handle."""
    configure(Faults=[{"Function": "HcnEnumerateNetworks", "Count": 1, "HResult": "0x80000000", "Sync": True}])
    with pytest.raises(errors.HcsError) as caught:
        await blocking.ask("HcnEnumerateNetworks", b"{}", subject="the networks")
    assert (LEAST, "HcnEnumerateNetworks") == (caught.value.hresult, caught.value.function)


async def test_a_look_that_comes_back_with_it_has_failed(configure: Configure) -> None:
    """A list would have an empty document in that place."""
    async with await Network.create(documents.build.nat_network("least", "10.78.0.0/16", "10.78.0.1")) as made:
        configure(Faults=[{"Function": "HcnQueryNetworkProperties", "Count": 1, "HResult": "0x80000000", "Sync": True}])
        with pytest.raises(errors.HcsError) as caught:
            await Network.list()
        assert (LEAST, "HcnQueryNetworkProperties") == (caught.value.hresult, caught.value.function)
        configure()
        await made.delete()
