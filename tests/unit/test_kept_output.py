"""What a service keeps of the output of a system: the last bytes, the last lines, and a count of what fell out."""

from __future__ import annotations

import itertools
from typing import Any

import anyio
import anyio.lowlevel
import pytest

from hcsffi.delivery import kept_output
from hcsffi.delivery.operation import Request
from hcsffi.delivery.pipe import SendPipe
from hcsffi.errors import NotSupported
from hcsffi.native import library
from hcsffi.native.completions import Completion, ProcessPipes
from hcsffi.native.handles import CLOSED, SystemHandle
from hcsffi.remote.frame import Malformed
from hcsffi.remote.piece import LARGEST_PIECE, Piece, PieceReader, pack_piece
from hcsffi.serving.kept_output import OVERHEAD, KeptOutput, Wanted, tail

OUT, ERR = 0, 1


class Sent(SendPipe):
    """Stands in for a pipe: what was sent, as its reader reads it."""

    def __init__(self) -> None:
        self._reader = PieceReader()
        self.pieces: list[tuple[bytes, int]] = []

    async def send(self, item: Any) -> None:
        """Take a piece, and let others have their turn."""
        self.pieces += [(piece.text, dropped) for piece, dropped in self._reader.feed(item)]
        await anyio.lowlevel.checkpoint()


def kept_of(*texts: bytes, size: int = 1 << 20) -> KeptOutput:
    """What is kept of these pieces of standard output."""
    kept = KeptOutput("web", "1", size)
    for place, text in enumerate(texts):
        kept.add(Piece(OUT, place, text))
    return kept


@pytest.mark.parametrize("count", range(6))
@pytest.mark.parametrize("text", [b"", b"a", b"a\n", b"a\nb", b"a\n\nb\n", b"\n\n\n", b"one\ntwo\nthree\nfour\n"])
def test_the_last_lines_are_the_last_lines_however_the_text_was_cut(text: bytes, count: int) -> None:
    """A line may lie in several pieces, and a piece may hold several lines; Python's own splitting is the model."""
    split = text.split(b"\n")
    lines = [one + b"\n" for one in split[:-1]] + [one for one in split[-1:] if one]
    wanted = b"".join(lines[len(lines) - count :] if count < len(lines) else lines)
    for cuts in itertools.combinations(range(1, len(text)), min(2, max(len(text) - 1, 0))):
        pieces = [Piece(OUT, 0, text[begin:end]) for begin, end in zip((0, *cuts), (*cuts, len(text)), strict=True) if begin < end]
        found = tail(pieces, count)
        assert (cuts, wanted) == (cuts, b"".join(one.text for one in (pieces if found is None else found)))


def test_a_line_that_the_other_stream_interrupts_is_one_line() -> None:
    """Both streams of a process are kept in the order in which they came, and lines are lines of one of them."""
    pieces = [Piece(OUT, 0, b"old\nbeg"), Piece(ERR, 1, b"first\nerror\n"), Piece(OUT, 2, b"un\nlast")]
    assert [(one.stream, one.text) for one in tail(pieces, 3) or []] == [(OUT, b"beg"), (ERR, b"error\n"), (OUT, b"un\nlast")]
    assert [(one.stream, one.text) for one in tail(pieces, 1) or []] == [(OUT, b"last")]
    assert tail(pieces, 5) is None


@pytest.mark.anyio
async def test_what_fell_out_is_counted_before_what_is_left() -> None:
    """A reader who comes late knows how much he has missed."""
    kept = kept_of(*[b"%04d" % place for place in range(100)], size=10 * (4 + OVERHEAD))
    sent = Sent()
    await kept.copy(sent, Wanted(follow=False, tail=None))
    assert sent.pieces[0] == (b"0090", 90 * 4)
    assert [text for text, _ in sent.pieces] == [b"%04d" % place for place in range(90, 100)]
    assert {dropped for _, dropped in sent.pieces[1:]} == {0}


@pytest.mark.anyio
async def test_a_reader_that_is_overtaken_is_told_what_he_missed_and_goes_on() -> None:
    """A slow reader holds up nobody; he loses the middle, and learns how much that was."""
    kept = kept_of(b"0000", size=4 * (4 + OVERHEAD))
    kept.open = 1
    sent = Sent()
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(kept.copy, sent, Wanted(follow=True, tail=None))
        await anyio.wait_all_tasks_blocked()
        for place in range(1, 50):
            kept.add(Piece(OUT, place, b"%04d" % place))
        await anyio.wait_all_tasks_blocked()
        kept.end_one()
    assert sum(dropped + len(text) for text, dropped in sent.pieces) == 50 * 4
    assert sent.pieces[-1] == (b"0049", 0)
    assert sent.pieces[1] == (b"0046", 45 * 4)


@pytest.mark.anyio
async def test_who_does_not_follow_gets_what_was_there_when_he_asked() -> None:
    """A process that writes without end does not keep a reader for ever."""
    kept = kept_of(b"a\n", b"b\n")
    kept.open = 1
    sent = Sent()
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(kept.copy, sent, Wanted(follow=False, tail=None))
        while not sent.pieces:  # which task comes first is trio's to choose
            await anyio.lowlevel.checkpoint()
        kept.add(Piece(OUT, 3, b"c\n"))
    assert [text for text, _ in sent.pieces] == [b"a\n", b"b\n"]


def test_what_is_no_piece_is_refused() -> None:
    """A reader believes no length beyond the largest, and no stream that is none."""
    for piece in (Piece(2, 0, b"x"), Piece(OUT, 0, bytes(LARGEST_PIECE + 1))):
        with pytest.raises(Malformed, match="a piece of"):
            list(PieceReader().feed(pack_piece(piece)))


def test_pieces_come_whole_however_the_stream_was_cut() -> None:
    """A stream of bytes has no borders of its own."""
    packed = pack_piece(Piece(ERR, 1 << 60, b"one"), 7) + pack_piece(Piece(OUT, 2, b""))
    reader = PieceReader()
    found = [one for place in range(len(packed)) for one in reader.feed(packed[place : place + 1])]
    assert found == [(Piece(ERR, 1 << 60, b"one"), 7), (Piece(OUT, 2, b""), 0)]


@pytest.mark.anyio
@pytest.mark.parametrize("process", [None, ProcessPipes(7, None, None, None)], ids=["no process", "a process without a stream"])
async def test_an_answer_without_a_stream_is_told_as_one(process: ProcessPipes | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """A service of another make must not turn into an error of this library's own."""

    async def answered(*_: object, **__: object) -> Completion:
        await anyio.lowlevel.checkpoint()
        return Completion(b"", process=process)

    monkeypatch.setattr(library, "service_does", lambda _: True)
    monkeypatch.setattr(kept_output, "perform", answered)
    with pytest.raises(TypeError, match="a service handed out no stream of what it keeps"):
        await kept_output.open_kept(kept_output.OutputOwner(b"web", None), "what is kept", follow=False, tail=None)


@pytest.mark.anyio
async def test_output_that_nobody_keeps_is_refused_before_anything_is_called(monkeypatch: pytest.MonkeyPatch) -> None:
    """A library of this process keeps none, and has no such function."""
    monkeypatch.setattr(library, "service_does", lambda _: False)
    monkeypatch.setattr(kept_output, "perform", None)
    of = kept_output.OutputOwner(b"web", None)
    with pytest.raises(NotSupported):
        await kept_output.open_kept(of, "what is kept", follow=False, tail=None)
    with pytest.raises(NotSupported):
        await kept_output.start_kept(Request("HcsCreateProcess", SystemHandle(CLOSED), (None,), "the system"), of)


def test_whether_output_is_kept_is_asked_of_what_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """It may be the first question of a program; and one that ssh has started keeps nothing when it ends."""
    asked: list[str] = []
    monkeypatch.setattr(kept_output, "ensure_library", lambda: asked.append("the library"))

    def does(what: str) -> bool:
        asked.append(what)
        return True

    monkeypatch.setattr(library, "service_does", does)
    for name, on in (("unix:/run/socket", True), ("ssh://host", False)):
        monkeypatch.setattr(library, "name", lambda name=name: name)
        assert (kept_output.keeps_output(), kept_output.keeps_output_on()) == (True, on)
    assert asked == ["the library", library.KEEP_OUTPUT] * 4
