"""What a service tells of its systems comes by a stream, which is asked for where a service does that alone."""

from __future__ import annotations

import pytest

from hcsffi.delivery import host_follow
from hcsffi.delivery.host_follow import HostFollow
from hcsffi.delivery.operation import Completion, Request
from hcsffi.native import library
from hcsffi.native.completions import ProcessPipes

pytestmark = pytest.mark.anyio


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Request]:
    """What was asked for; nobody answers."""
    requests: list[Request] = []

    async def perform(request: Request) -> Completion:
        requests.append(request)
        return Completion(b"")

    monkeypatch.setattr(host_follow, "ensure_library", lambda: None)
    monkeypatch.setattr(host_follow, "perform", perform)
    return requests


async def test_a_library_of_this_process_is_not_asked(asked: list[Request], monkeypatch: pytest.MonkeyPatch) -> None:
    """It has no such function; whoever wants to know looks for himself."""
    monkeypatch.setattr(library, "service_does", lambda _: False)
    assert await HostFollow.begin(None, 1.5) is None
    assert [] == asked


@pytest.mark.parametrize("answer", [Completion(b""), Completion(b"", None, ProcessPipes(0, None, None, None))])
async def test_an_answer_without_a_stream_is_refused(answer: Completion, asked: list[Request], monkeypatch: pytest.MonkeyPatch) -> None:
    """A wait for what cannot come would have no end."""

    async def perform(request: Request) -> Completion:
        asked.append(request)
        return answer

    monkeypatch.setattr(library, "service_does", library.FOLLOW_HOST.__eq__)
    monkeypatch.setattr(host_follow, "perform", perform)
    with pytest.raises(TypeError, match="no stream of what its systems are"):
        await HostFollow.begin(b"{}", 1.5)
    assert [(library.FOLLOW_HOST, None, (b"{}", b"1.5"))] == [one[:3] for one in asked]
