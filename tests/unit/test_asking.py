"""One question to a service: a document, or nothing, whatever listens there; ``hcsffi ps`` then asks in the long way, and hears why."""

from __future__ import annotations

import socket
import sys
import threading
from pathlib import Path

import pytest

from hcsffi.remote.asking import ask_once
from hcsffi.remote.frame import FrameReader, pack

LIMIT_S = 60  # against a hang, and nothing else
WELCOME = pack(["welcome", {}])
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="programs there cannot connect to a service yet")


def answering(path: Path, answers: list[bytes]) -> tuple[threading.Thread, list[list[object]]]:
    """Something that listens, and answers each frame that comes with the next of these; it hangs up when there are no more."""
    heard: list[list[object]] = []
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(str(path))
    listener.listen()
    listener.settimeout(LIMIT_S)

    def serve() -> None:
        with listener, listener.accept()[0] as end:
            reader = FrameReader()
            for answer in answers:
                come = [one.head for one in reader.feed(end.recv(4096))]
                heard.extend(come)
                if not come:
                    return
                end.sendall(answer)

    thread = threading.Thread(target=serve)
    thread.start()
    return thread, heard


@pytest.mark.parametrize(
    ("answers", "document"),
    [
        ([WELCOME, pack(["done", 1, 0, None, None], [b"[]"])], b"[]"),
        ([WELCOME, pack(["done", 1, 1, None, None], [None])], None),
        ([WELCOME, pack(["done", 1, 0x8037010E, None, None], [b"{}"])], None),
        ([WELCOME, pack(["bye", "no"])], None),
        ([WELCOME, pack(["done", 1, "0"])], None),
        ([WELCOME, b"\xff" * 100], None),
        ([WELCOME], None),
        ([pack(["bye", "of another version"])], None),
        ([b"HTTP/1.1 400 Bad Request\r\n\r\n"], None),
        ([], None),
    ],
)
def test_a_document_or_nothing_is_the_answer(tmp_path: Path, answers: list[bytes], document: bytes | None) -> None:
    """A failure, a refusal, another version, something else that listens, and one that hangs up at any moment."""
    thread, heard = answering(tmp_path / "s", answers)
    assert ask_once(str(tmp_path / "s"), "1.0", "HcsEnumerateComputeSystems", [b'{"Owners":["me"]}']) == document
    thread.join(LIMIT_S)
    assert [one[0] for one in heard] == ["hello", "run"][: len(answers)]


def test_where_nothing_listens_nothing_is_the_answer(tmp_path: Path) -> None:
    """No socket, a file in its place, and a path that no socket can have."""
    Path(tmp_path, "file").write_text("", encoding="utf-8")
    for place in ("none", "file", "x" * 200):
        assert ask_once(str(tmp_path / place), "1.0", "HcsEnumerateComputeSystems", [None]) is None
