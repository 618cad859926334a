"""Text that cannot cross is refused before anything native is called; everything else crosses unchanged."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from hcsffi import ComputeSystem, embedded
from hcsffi.delivery import blocking, operation
from hcsffi.delivery.operation import Request
from hcsffi.native.handles import SystemHandle
from hcsffi.native.text import UnusableText

from submissions import CONTAINER, create_request, end, enumerate_request

if TYPE_CHECKING:
    from collections.abc import Callable

    Configure = Callable[..., None]

pytestmark = pytest.mark.anyio

UNUSABLE = [
    pytest.param(b'{"Ids":["a\0b"]}', "a NUL at byte 10", id="NUL"),
    pytest.param('{"Ids":["\ud800"]}'.encode("utf-8", "surrogatepass"), "a lone surrogate at byte 9", id="lone surrogate"),
    pytest.param(b'{"Ids":["\xc0\x80"]}', "malformed UTF-8 at byte 9", id="overlong NUL"),
    pytest.param(b'{"Ids":["\xedA"]}', "malformed UTF-8 at byte 9", id="the beginning of a surrogate"),
    pytest.param(b"\xff", "malformed UTF-8 at byte 0", id="the byte that stands for NULL"),
]


@pytest.mark.parametrize(("text", "reason"), UNUSABLE)
async def test_an_operation_with_unusable_text_is_refused_before_anything_native_is_called(
    text: bytes, reason: str, configure: Configure
) -> None:
    """C would cut the text at the NUL and the service would act on a shorter document."""
    configure(Faults=[{"Function": "HcsCreateOperation", "HResult": "0x80004005", "Sync": True}])
    with pytest.raises(UnusableText, match=reason):
        await operation.perform(enumerate_request(text))


@pytest.mark.parametrize(("text", "reason"), UNUSABLE)
async def test_a_group_with_one_unusable_text_is_refused_as_a_whole(text: bytes, reason: str) -> None:
    """Half a group started would leave systems nobody asked for."""
    requests = [create_request(), enumerate_request(text), create_request()]
    with pytest.raises(UnusableText, match=reason):
        await operation.perform_many(requests)
    assert 0 == embedded.counters()["Systems"]


@pytest.mark.parametrize(("text", "reason"), UNUSABLE)
async def test_a_synchronous_call_with_unusable_text_is_refused(text: bytes, reason: str) -> None:
    """The same rule on the other path."""
    with pytest.raises(UnusableText, match=reason):
        await blocking.ask("HcsGetServiceProperties", text, subject="the service")


async def test_a_second_text_that_is_unusable_is_named_by_its_position() -> None:
    """The id is text 0 of HcsCreateComputeSystem, the configuration text 1."""
    with pytest.raises(UnusableText, match="HcsCreateComputeSystem: text 1 holds a NUL") as caught:
        await operation.perform(Request("HcsCreateComputeSystem", None, (b"id", b'{"\0":1}'), "id"))
    assert 1 == caught.value.position


async def test_a_nul_is_found_whatever_stands_beside_it() -> None:
    """All texts of a request cross as one, with a NUL between two: none may pass for another byte."""
    for other in (b"\x01", b"\x02", b" "):
        with pytest.raises(UnusableText, match="HcsCreateComputeSystem: text 0 holds a NUL at byte 1"):
            await operation.perform(Request("HcsCreateComputeSystem", None, (b"i\0d" + other, b"{}"), "id"))


async def test_a_request_with_too_few_texts_is_refused() -> None:
    """A missing text must not shift the others."""
    with pytest.raises(ValueError, match="another number of texts than 1"):
        await operation.perform(Request("HcsCreateComputeSystem", None, (b"id",), "id"))


async def test_names_outside_the_basic_plane_survive_both_ways() -> None:
    """Each such character is two UTF-16 units and four UTF-8 bytes."""
    name = "größe-容器-🧊"
    made = await operation.perform(Request("HcsCreateComputeSystem", None, (name.encode(), json.dumps(CONTAINER).encode()), name))
    try:
        listed = await operation.perform(enumerate_request(json.dumps({"Ids": [name]}, ensure_ascii=False).encode()))
        assert [name] == [entry["Id"] for entry in json.loads(listed.document)]
    finally:
        assert isinstance(made.opened, SystemHandle)
        await end(made.opened)


async def test_an_empty_document_is_not_null() -> None:
    """The two are different on the wire, whatever the service makes of them."""
    assert (await operation.perform(enumerate_request(b""))).document == (await operation.perform(enumerate_request(None))).document


async def test_a_python_string_that_cannot_cross_is_refused_by_the_name_of_its_argument() -> None:
    """`str.encode` alone would name no argument, and C would cut the text at the NUL and open another system."""
    with pytest.raises(ValueError, match=r"system_id has half a surrogate pair at 2: 'ab"):
        await ComputeSystem.open("ab\udc80")
    with pytest.raises(ValueError, match=r"namespace has a NUL character at 1: 'a"):
        await ComputeSystem.open("ab", namespace="a\0b")
