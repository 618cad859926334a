"""``hcsffi explain``: any code in any form, answered in the same words."""

from __future__ import annotations

import json

import pytest

from hcsffi import cli


def explained(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """What the command prints for these codes."""
    assert cli.main(["explain", *words]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize(
    "word", ["0x8037010E", "0x8037010e", "2151088398", "-2143878898", "HCS_E_SYSTEM_NOT_FOUND", "0xC037010E", "8037010E", "0x8037010EL"]
)
def test_every_form_of_one_code_is_explained_alike(capsys: pytest.CaptureFixture[str], word: str) -> None:
    """Logs, debuggers and other clients print one code in five ways."""
    assert explained(capsys, word) == explained(capsys, "HCS_E_SYSTEM_NOT_FOUND")


def test_the_explanation_has_symbol_meaning_causes_and_remedy(capsys: pytest.CaptureFixture[str]) -> None:
    """The point is what to do next."""
    text = explained(capsys, "0x8037010F")
    for word in ("HCS_E_SYSTEM_ALREADY_EXISTS", "0x8037010F", "-2143878897", "meaning:", "causes:", "remedy:", "another id"):
        assert word in text


@pytest.mark.parametrize(
    ("word", "symbol"),
    [("0x490", "HRESULT_FROM_WIN32(ERROR_NOT_FOUND)"), ("5", "E_ACCESSDENIED"), ("0", "S_OK"), ("3221225786", "STATUS_CONTROL_C_EXIT")],
)
def test_small_numbers_are_win32_errors_and_exit_codes_are_known(capsys: pytest.CaptureFixture[str], word: str, symbol: str) -> None:
    """Some clients strip the facility, and a process ends with an NTSTATUS (A-27, C-13)."""
    assert symbol in explained(capsys, word)


def test_an_unknown_code_is_taken_apart(capsys: pytest.CaptureFixture[str]) -> None:
    """Better half an answer than none."""
    assert "FACILITY_USERMODE_HNS" in explained(capsys, "0x803B0199")


def test_several_codes_are_explained_in_their_order(capsys: pytest.CaptureFixture[str]) -> None:
    """A log has more than one code in it."""
    text = explained(capsys, "0x80370105", "-2143878898")
    assert text.index("HCS_E_INVALID_STATE") < text.index("HCS_E_SYSTEM_NOT_FOUND")


def test_a_text_that_is_no_code_fails_after_the_others_were_explained(capsys: pytest.CaptureFixture[str]) -> None:
    """One slip must not cost the other answers, nor go unnoticed."""
    assert cli.main(["explain", "no_such_code", "0x80370105"]) == 125
    said = capsys.readouterr()
    assert "HCS_E_INVALID_STATE" in said.out
    assert "no_such_code" in said.err


@pytest.mark.parametrize("word", ["0x180370105", "99999999999"])
def test_a_number_that_does_not_fit_32_bits_is_no_code(capsys: pytest.CaptureFixture[str], word: str) -> None:
    """Cutting it down would explain something else."""
    assert cli.main(["explain", word]) == 125
    assert word in capsys.readouterr().err


def test_json_output_has_the_whole_row(capsys: pytest.CaptureFixture[str]) -> None:
    """Scripts read fields, not prose."""
    (row,) = json.loads(explained(capsys, "--format", "json", "0x80370105"))
    assert row["symbol"] == "HCS_E_INVALID_STATE"
    assert row["hex"] == "0x80370105"
    assert row["value"] == 0x80370105


def test_no_code_at_all_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    """Usage errors are 2, as everywhere."""
    with pytest.raises(SystemExit) as stopped:
        cli.main(["explain"])
    assert stopped.value.code == 2
