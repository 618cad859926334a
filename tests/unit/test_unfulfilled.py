"""What an embedded host says it does not carry out is a warning, and whatever else it says is none."""

from __future__ import annotations

import logging

import pytest

from hcsffi.compute import unfulfilled
from hcsffi.hresult import Outcome
from hcsffi.native import calls, library
from hcsffi.native.reply import Reply

ASKED = "hcsffi_not_carried_out"


@pytest.mark.parametrize(
    ("embedded", "code", "document", "said"),
    [
        (True, 0, b'["A", "B"]', ["compute system 'a': the embedded host does not carry out A, B"]),
        (True, 0, b"[]", []),
        (True, 0, None, []),
        (True, 0x8037010E, b"", []),
        (True, 0x8037010E, b'{"Error": 1}', []),
        (False, 0, b'["A", "B"]', []),
    ],
    ids=["two", "none", "no word", "ended", "ended with a word", "another library"],
)
def test_what_is_not_carried_out_is_a_warning(
    code: int, document: bytes | None, said: list[str], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, *, embedded: bool
) -> None:
    """A system that ends while it is asked about is nobody's mistake."""
    monkeypatch.setattr(library, "is_embedded", lambda: embedded)
    monkeypatch.setattr(calls, "invoke", lambda *_: Reply(Outcome(ASKED, code, document)))
    with caplog.at_level(logging.WARNING, "hcsffi"):
        unfulfilled.warn("a", None)
    assert said == [one.getMessage() for one in caplog.records]


@pytest.mark.parametrize(("namespace", "within"), [(None, None), ("other", b"other")])
def test_who_is_asked_about_is_named_with_its_namespace(
    namespace: str | None, within: bytes | None, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A namesake elsewhere would be asked about; and nobody is asked for nothing."""
    asked: list[tuple[object, ...]] = []

    def invoke(*arguments: object) -> Reply:
        asked.append(arguments)
        return Reply(Outcome(ASKED, 0, b"[]"))

    monkeypatch.setattr(library, "is_embedded", lambda: True)
    monkeypatch.setattr(calls, "invoke", invoke)
    for level in (logging.WARNING, logging.ERROR):
        with caplog.at_level(level, "hcsffi"):
            unfulfilled.warn("a", namespace)
    assert [(ASKED, within, b"a")] == asked
