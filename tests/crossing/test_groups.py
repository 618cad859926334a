"""Many requests cross as one table and come back together: Python and C make the same of them, and nothing is lost or kept."""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING, Any, cast

import pytest

from hcsffi.delivery import blocking, operation
from hcsffi.delivery.operation import Completion, Request
from hcsffi.native import awaiting, library
from hcsffi.native.binding import lib
from hcsffi.native.handles import SystemHandle
from hcsffi.native.text import UnusableText

from submissions import create_request, create_system, end, enumerate_request, start_process, start_system, system_request, wait_request

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hcsffi.native.completions import Jobs

    Configure = Callable[..., None]

pytestmark = pytest.mark.anyio

ROOM = 128
"""Bytes for the text of each answer in the block of a group (node.h)."""


@pytest.fixture(params=["native", "python"])
def either_way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """The table made in C, and in Python where C's cannot be had."""
    library.load()
    if request.param == "python":
        monkeypatch.setattr(awaiting, "is_offered", lambda: False)
    elif not awaiting.is_offered():
        pytest.skip("a subinterpreter has no types made in C")
    return str(request.param)


def basic(system: SystemHandle) -> Request:
    """Ask for the basic properties."""
    return system_request("HcsGetComputeSystemProperties", system)


async def owned(name: str, owner: str) -> SystemHandle:
    """A created system of that owner."""
    made = create_request()
    assert made.texts[1] is not None
    document = json.dumps(json.loads(made.texts[1]) | {"Owner": owner}, ensure_ascii=False)
    opened = (await operation.perform(made._replace(texts=(f"{name}{os.getpid()}".encode(), document.encode())))).opened
    assert isinstance(opened, SystemHandle)
    return opened


def jobs_of(*requests: Request) -> Jobs:
    """The table of these requests."""
    return awaiting.jobs_of(library.Numbers(), requests)


async def test_the_table_says_what_the_requests_said(either_way: str) -> None:
    """Names and handles become numbers, and each keeps its own texts and wishes."""
    number = library.Numbers()
    system = await create_system()
    made = create_request()
    requests = [
        enumerate_request(),
        made._replace(wishes=1),
        system_request("HcsStartComputeSystem", system),
        system_request("HcsX", system),
    ]
    requests[3] = requests[2]._replace(texts=("né".encode(),))
    requests.insert(0, enumerate_request(b""))
    jobs = jobs_of(*requests)
    assert jobs.rows() == [
        (number["HcsEnumerateComputeSystems"], 0, (b"",), 0),
        (number["HcsEnumerateComputeSystems"], 0, (None,), 0),
        (number["HcsCreateComputeSystem"], 0, made.texts, 1),
        (number["HcsStartComputeSystem"], system.number, (None,), 0),
        (number["HcsStartComputeSystem"], system.number, ("né".encode(),), 0),
    ]
    joined = b"\0".join([b"", b"\xff", *cast("tuple[bytes, bytes]", made.texts), b"\xff", "né".encode()])
    assert jobs.joined == (joined if either_way == "native" else None)
    await end(system)


@pytest.mark.parametrize(
    ("request_", "error"),
    [
        (Request("HcsNothing", None, (None,), "none"), KeyError),
        (Request("HcsEnumerateComputeSystems", None, cast("Any", [None]), "a list"), TypeError),
        (Request("HcsEnumerateComputeSystems", None, cast("Any", ("text",)), "a str"), TypeError),
        (Request("HcsEnumerateComputeSystems", cast("Any", object()), (None,), "no handle"), AttributeError),
        (Request("HcsEnumerateComputeSystems", None, (None,), "no wish", cast("Any", "1")), TypeError),
        (cast("Request", ("HcsEnumerateComputeSystems", None)), TypeError),
        (cast("Request", ["HcsEnumerateComputeSystems", None, (None,), "a list", 0]), TypeError),
        (Request(library.OF_A_SERVICE[0], None, (None,), "a number below 0"), OverflowError),
    ],
    ids=lambda value: str(value)[:60],
)
def test_what_is_no_request_is_refused_and_nothing_is_kept_of_the_others(request_: Request, error: type[Exception]) -> None:
    """Half a table is none."""
    library.load()
    if not awaiting.is_offered():
        pytest.skip("a subinterpreter has no types made in C")
    good = enumerate_request(b"kept by nobody else")
    texts = good.texts
    before = sys.getrefcount(texts), sys.getrefcount(good)
    for requests in ([request_], [good, request_], [good, good, request_, good]):
        with pytest.raises(error):
            jobs_of(*requests)
    del requests
    assert before == (sys.getrefcount(texts), sys.getrefcount(good))


def test_a_table_keeps_nothing_alive_but_its_texts() -> None:
    """A client that asks each second would never give a handle's memory back."""

    class Asked:
        number = 7

    library.load()
    asked = Asked()
    one = Request("HcsStartComputeSystem", cast("Any", asked), (b"{}",), "asked")
    before = sys.getrefcount(asked), sys.getrefcount(one), sys.getrefcount(one.texts)
    jobs = jobs_of(one, one)
    assert (7, 7) == tuple(jobs.handles)
    assert before[:2] == (sys.getrefcount(asked), sys.getrefcount(one))
    del jobs
    assert before == (sys.getrefcount(asked), sys.getrefcount(one), sys.getrefcount(one.texts))


def test_who_has_more_requests_than_he_said_is_asked_for_those() -> None:
    """And who has fewer is told: an answer would belong to nobody."""
    library.load()
    if not awaiting.is_offered():
        pytest.skip("a subinterpreter has no types made in C")

    class Shrinking(list[Request]):
        """Loses its requests while they are read."""

        def __getitem__(self, place: Any) -> Any:
            if place:
                raise IndexError(place)
            return super().__getitem__(place)

    with pytest.raises(IndexError):
        awaiting.jobs_of(library.Numbers(), cast("Sequence[Request]", Shrinking([enumerate_request()] * 2)))
    with pytest.raises(TypeError):
        awaiting.jobs_of(library.Numbers(), cast("Any", iter([enumerate_request()])))


@pytest.mark.usefixtures("either_way")
@pytest.mark.parametrize("text", [b"a\0b", b"\xff", b"a\xffb", b"\x80"])
async def test_a_text_that_cannot_cross_is_named_by_its_function_and_place(text: bytes) -> None:
    """Among many, where the second of two texts is bad."""
    bad = create_request()
    bad = bad._replace(texts=(bad.texts[0], text))
    with pytest.raises(UnusableText, match=r"HcsCreateComputeSystem.*1"):
        await operation.perform_many([enumerate_request(), bad, enumerate_request(b"{}")])


@pytest.mark.usefixtures("either_way")
@pytest.mark.parametrize("letter", ["x", "é", "漢", "😀"])
@pytest.mark.parametrize("wanted_bytes", [ROOM - 2, ROOM - 1, ROOM, ROOM + 1, 3 * ROOM])
async def test_an_answer_is_whole_whether_it_fits_into_its_group_or_not(letter: str, wanted_bytes: int, configure: Configure) -> None:
    """Answers that are short lie in the memory of their group, and others beside it."""
    configure(Workers=0)
    short = await owned("a", "x")
    (told,) = cast("list[Completion]", await operation.perform_many([basic(short)]))
    letters, points = divmod(wanted_bytes - len(told.document) + 1, len(letter.encode()))
    owner = letter * letters + "." * points
    long = await owned("b", owner)
    answers = cast("list[Completion]", await operation.perform_many([basic(long), basic(short), basic(long)]))
    assert wanted_bytes == len(answers[0].document)
    assert [owner, "x", owner] == [json.loads(answer.document)["Owner"] for answer in answers]
    assert [told.document, answers[0].document] == [answer.document for answer in answers[1:]]
    for system in (short, long):
        await end(system)


@pytest.mark.usefixtures("either_way")
async def test_a_handle_is_entered_for_each_request_and_left_by_each_answer(configure: Configure) -> None:
    """Many about one handle enter it at once; another in between begins anew."""
    configure(Workers=0)
    one, other = await create_system(), await create_system()
    answers = await operation.perform_many([basic(system) for system in (one, one, other, one, other, other, other)])
    assert [True] * 7 == [isinstance(answer, Completion) for answer in answers]
    assert [1, 1] == [lib.hcsffi_handle_users(system.number) for system in (one, other)]
    await end(one)
    await end(other)


@pytest.mark.usefixtures("either_way")
async def test_a_closed_handle_fails_its_own_requests_alone(configure: Configure) -> None:
    """Each of them with E_HANDLE, whatever is asked about others."""
    configure(Workers=0)
    living, closed = await create_system(), await create_system()
    number = closed.number
    await end(closed)
    closed.number = number  # as one that another thread has just closed
    answers = await operation.perform_many([basic(system) for system in (closed, closed, living, closed)])
    closed.give_number()
    assert [0x80070006, 0x80070006, None, 0x80070006] == [getattr(answer, "hresult", None) for answer in answers]
    assert 1 == lib.hcsffi_handle_users(living.number)
    await end(living)


@pytest.mark.usefixtures("either_way")
async def test_many_that_answer_with_processes_among_others_have_each_its_own(configure: Configure) -> None:
    """A request that brings a process has a longer place in the group than one that does not."""
    configure(Workers=0)
    system = await start_system()
    process, _ = await start_process(system, "sleep", "100")
    plain, told, again, listed = await operation.perform_many(
        [
            basic(system),
            wait_request("HcsGetProcessInfo", process)._replace(texts=()),
            wait_request("HcsGetProcessInfo", process)._replace(texts=()),
            enumerate_request(),
        ]
    )
    assert [True] * 4 == [isinstance(answer, Completion) for answer in (plain, told, again, listed)]
    first, second = (cast("Completion", answer).process for answer in (told, again))
    assert first is not None
    assert second is not None
    assert first.process_id == second.process_id
    assert cast("Completion", plain).process is None
    for one in (first, second):
        one.close()
    await blocking.close(process)
    await end(system)
