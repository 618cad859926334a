"""JSON text: orjson or the standard library, the same results and the same refusals."""

from __future__ import annotations

import json
import sys
from types import SimpleNamespace
from typing import Any

import pytest

from hcsffi import documents
from hcsffi.documents import json_text


@pytest.fixture(params=["orjson", "standard library"])
def codec(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Each test runs with both ways of reading and writing."""
    if request.param == "orjson":
        pytest.importorskip("orjson", reason="the extra `fast` is not installed")
    else:
        monkeypatch.setattr(json_text, "fast_codec", lambda: None)
        monkeypatch.setattr("hcsffi.documents.wire.fast_codec", lambda: None)
    return str(request.param)


ACCEPTED = {
    "plain": ('{"Odd": [1, -1, 0, 1.5, true, false, null, "x", {}]}', [1, -1, 0, 1.5, True, False, None, "x", {}]),
    "escapes": ('{"Odd": "\\ud83d\\ude00\\n\\u0041\\/"}', "\U0001f600\nA/"),
    "not ASCII": ('{"Odd": "spécifié 介"}', "spécifié 介"),
    "widest integers": ('{"Odd": [18446744073709551615, -9223372036854775808]}', [2**64 - 1, -(2**63)]),
    "integers beyond 64 bits become doubles": ('{"Odd": [18446744073709551616, -9223372036854775809, 1e3]}', [2.0**64, -(2.0**63), 1000.0]),
    "small doubles": ('{"Odd": [5e-324, 0.1, 1e-400, 1.7976931348623157e308]}', [5e-324, 0.1, 0.0, 1.7976931348623157e308]),
    "the last of two": ('{"Odd": 1, "Odd": 2}', 2),
    "white space": (' \t\r\n{ "Odd" : [ ] } ', []),
}
REFUSED = {
    "nothing": "",
    "cut short": '{"Odd": ',
    "two values": "{} {}",
    "a trailing comma": '{"Odd": 1,}',
    "single quotes": "{'Odd': 1}",
    "NaN": '{"Odd": NaN}',
    "Infinity": '{"Odd": -Infinity}',
    "a double too large": '{"Odd": 1e400}',
    "a number of many digits": '{"Odd": ' + "9" * 5000 + "}",
    "a leading zero": '{"Odd": 01}',
    "a bare control character": '{"Odd": "a\nb"}',
    "a lone surrogate": '{"Odd": "\\ud800"}',
    "a lone surrogate as name": '{"\\udc00": 1}',
    "nesting": '{"Odd": ' + "[" * 2000 + "]" * 2000 + "}",
    "a comment": '{"Odd": 1 /* x */}',
}
NOT_TEXT = {
    "invalid UTF-8": b'{"Odd": "\xff"}',
    "UTF-16": '{"Odd": 1}'.encode("utf-16"),
    "an encoded surrogate": b'{"Odd": "\xed\xa0\x80"}',
}


@pytest.mark.parametrize("name", ACCEPTED)
def test_what_is_json_is_read_the_same(name: str, codec: str) -> None:
    """Installing the faster codec must change the speed only."""
    text, wanted = ACCEPTED[name]
    for form in (text, text.encode(), bytearray(text.encode()), memoryview(text.encode())):
        read = documents.from_json(documents.GuestOs, form)
        assert {"Odd": wanted} == read.unknown_members
    again = documents.from_json(documents.GuestOs, documents.to_json(read))
    assert again == read


@pytest.mark.parametrize("name", [*REFUSED, *NOT_TEXT])
def test_what_is_no_json_is_refused_with_the_same_words(name: str, codec: str) -> None:
    """The message must not depend on what happens to be installed."""
    text: Any = REFUSED.get(name) if name in REFUSED else NOT_TEXT[name]
    with pytest.raises(documents.InvalidDocument) as caught:
        documents.from_json(documents.GuestOs, text)
    with pytest.raises(documents.InvalidDocument) as plain:
        json_text._loads("GuestOs", text)
    assert str(plain.value) == str(caught.value)


def test_a_byte_order_mark_is_skipped(codec: str) -> None:
    """Editors on Windows write one."""
    for text in (b'\xef\xbb\xbf{"HostName": "h"}', '\ufeff{"HostName": "h"}'):
        assert "h" == documents.from_json(documents.GuestOs, text).host_name


def test_writing_gives_the_same_document(codec: str) -> None:
    """Compact or indented, with or without the faster codec."""
    document = documents.ComputeSystem(
        owner='é"\\\n\x7f\u2028😀', container=documents.Container(memory=documents.ContainerMemory(size_in_mb=2**64 - 1))
    )
    wanted = {"Owner": document.owner, "Container": {"Memory": {"SizeInMB": 2**64 - 1}}}
    for indent in (None, 0, 1, 2, 4):
        text = documents.to_json(document, indent)
        assert wanted == json.loads(text)
        assert document == documents.from_json(documents.ComputeSystem, text)
        assert (b"\n" in text) == (indent is not None)
    assert b" " not in documents.to_json(documents.ComputeSystem(owner="x", container=documents.Container()))


def test_a_text_without_utf8_is_refused_with_its_place(codec: str) -> None:
    """Python can hold a lone surrogate, UTF-8 cannot."""
    with pytest.raises(documents.InvalidDocument, match=r"\$\.Container\.GuestOs\.HostName: found a lone surrogate"):
        documents.to_json(documents.ComputeSystem(container=documents.Container(guest_os=documents.GuestOs(host_name="\udcff"))))


def test_a_text_too_large_is_refused(codec: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A runaway document stops here, not in the service."""
    monkeypatch.setattr(json_text, "SIZE_LIMIT", 20)
    monkeypatch.setattr("hcsffi.documents.wire.SIZE_LIMIT", 20)
    monkeypatch.setattr("hcsffi.documents.wire.LONG", 20)
    documents.from_json(documents.GuestOs, b'{"HostName": "1234"}')
    with pytest.raises(documents.InvalidDocument, match="found 21 bytes, allowed is at most 20 bytes"):
        documents.from_json(documents.GuestOs, b'{"HostName": "12345"}')
    with pytest.raises(documents.InvalidDocument, match="at most 20 bytes"):
        documents.to_json(documents.GuestOs(host_name="123456789"))


def test_a_syntax_error_names_line_and_column(codec: str) -> None:
    """A file of a thousand lines is not searched by hand."""
    with pytest.raises(documents.InvalidDocument, match="line 2, column 3"):
        documents.from_json(documents.GuestOs, '{"HostName": "x",\n  x}')


@pytest.mark.parametrize("version", ["3.9", "3.9.14", "2.10.20", "3.9.14rc1"])
def test_an_orjson_that_ends_the_process_is_not_used_and_that_is_said(version: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before 3.9.15 a document of some ten thousand brackets, which anybody may send, ended the program (CVE-2024-27454)."""
    monkeypatch.setitem(sys.modules, "orjson", SimpleNamespace(__version__=version))
    with pytest.warns(RuntimeWarning, match=rf"orjson {version} ends the process .* install 3\.9\.15 or newer"):
        assert json_text.fast_codec.__wrapped__() is None


@pytest.mark.parametrize("version", ["3.9.15", "3.9.15.post1", "3.10.0", "3.13.0", "4.0"])
def test_an_orjson_that_refuses_what_is_too_deep_is_used(version: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A check that refused newer releases would make every program slow without a word."""
    fitting = SimpleNamespace(__version__=version)
    monkeypatch.setitem(sys.modules, "orjson", fitting)
    assert fitting is json_text.fast_codec.__wrapped__()


def test_json_nested_beyond_every_stack_is_refused(codec: str) -> None:
    """Read from a file of somebody else's, it must neither end the process nor fill the memory."""
    for text in ("[" * 200_000, '{"a":' * 200_000):
        with pytest.raises(documents.InvalidDocument):
            documents.from_json(documents.GuestOs, text)
