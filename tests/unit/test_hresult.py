"""The table of result codes against the published one, and the reading of codes in every form people write them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hcsffi import hresult

PUBLISHED = Path(__file__).resolve().parents[3] / "shared" / "reference" / "api.json"

# The service's codes by the published table (HCSHResult page), in its order from 0x80370100; two numbers are unassigned.
SERVICE_CODES = {
    0x80370100: "TERMINATED_DURING_START",
    0x80370101: "IMAGE_MISMATCH",
    0x80370102: "HYPERV_NOT_INSTALLED",
    0x80370105: "INVALID_STATE",
    0x80370106: "UNEXPECTED_EXIT",
    0x80370107: "TERMINATED",
    0x80370108: "CONNECT_FAILED",
    0x80370109: "CONNECTION_TIMEOUT",
    0x8037010A: "CONNECTION_CLOSED",
    0x8037010B: "UNKNOWN_MESSAGE",
    0x8037010C: "UNSUPPORTED_PROTOCOL_VERSION",
    0x8037010D: "INVALID_JSON",
    0x8037010E: "SYSTEM_NOT_FOUND",
    0x8037010F: "SYSTEM_ALREADY_EXISTS",
    0x80370110: "SYSTEM_ALREADY_STOPPED",
    0x80370111: "PROTOCOL_ERROR",
    0x80370112: "INVALID_LAYER",
    0x80370113: "WINDOWS_INSIDER_REQUIRED",
    0x80370114: "SERVICE_NOT_AVAILABLE",
    0x80370115: "OPERATION_NOT_STARTED",
    0x80370116: "OPERATION_ALREADY_STARTED",
    0x80370117: "OPERATION_PENDING",
    0x80370118: "OPERATION_TIMEOUT",
    0x80370119: "OPERATION_SYSTEM_CALLBACK_ALREADY_SET",
    0x8037011A: "OPERATION_RESULT_ALLOCATION_FAILED",
    0x8037011B: "ACCESS_DENIED",
    0x8037011C: "GUEST_CRITICAL_ERROR",
    0x8037011D: "PROCESS_INFO_NOT_AVAILABLE",
    0x8037011E: "SERVICE_DISCONNECT",
    0x8037011F: "PROCESS_ALREADY_STOPPED",
    0x80370120: "SYSTEM_NOT_CONFIGURED_FOR_OPERATION",
    0x80370121: "OPERATION_ALREADY_CANCELLED",
}


def test_every_published_service_code_has_its_published_name() -> None:
    """Other clients' tables have several of these wrong, and an error named wrongly is worse than one without a name."""
    assert {code: f"HCS_E_{name}" for code, name in SERVICE_CODES.items()} == {
        code: row.symbol for code, row in hresult.TABLE.items() if code >> 16 == 0x8037
    }


def test_the_table_agrees_with_the_reference_digest_row_by_row() -> None:
    """The reference data was compared with the headers; the table here is typed by hand."""
    if not PUBLISHED.is_file():
        pytest.skip(f"the reference digest is not here: {PUBLISHED.name}")
    families = json.loads(PUBLISHED.read_text(encoding="utf-8"))["hresults"]
    rows = [row for family in families.values() for row in family]
    assert len(rows) > 90
    expected = [(int(row["hex"], 16), row["name"]) for row in rows]
    assert expected == [(value, hresult.TABLE[value].symbol) for value, _ in expected]
    twins = [(int(row["legacy_twin_hex"], 16), row["legacy_twin"], row["name"]) for row in rows if "legacy_twin" in row]
    assert twins
    for value, older, symbol in twins:
        assert symbol == hresult.describe(value).symbol
        by_older_name = hresult.by_symbol(older)
        assert by_older_name is not None
        assert symbol == by_older_name.symbol


def test_every_row_has_a_source_a_meaning_and_a_unique_symbol() -> None:
    """A code without a source cannot be checked by the next reader."""
    rows = list(hresult.TABLE.values())
    assert [] == [row.symbol for row in rows if not row.source or not row.meaning or row.meaning.endswith(".")]
    assert len(rows) == len({row.symbol for row in rows})
    assert [] == [row.symbol for row in rows if row.value & 0x80000000 and not (row.causes and row.remedy)]


def test_a_symbol_leads_to_its_number_and_a_misspelt_one_to_nothing() -> None:
    """The library names codes; a number that is written down twice is one day written down wrongly."""
    assert hresult.value_of("HCS_E_SYSTEM_NOT_FOUND") == 0x8037010E
    assert hresult.value_of("ERROR_NOT_FOUND") == hresult.value_of("HRESULT_FROM_WIN32(ERROR_NOT_FOUND)") == 0x80070490
    with pytest.raises(KeyError):
        hresult.value_of("HCS_E_SYTEM_NOT_FOUND")


@pytest.mark.parametrize(("code", "signed"), [(0x80070005, -2147024891), (0xFFFFFFFF, -1), (0x7FFFFFFF, 0x7FFFFFFF), (0, 0)])
def test_a_code_is_signed_as_result_documents_write_it(code: int, signed: int) -> None:
    """ResultError.Error is a signed 32-bit number (Microsoft's reference, ResultError)."""
    assert (signed, signed) == (hresult.signed(code), hresult.signed(signed))
    assert (code >= 0x80000000) is not hresult.Outcome("", code).succeeded


def test_a_win32_error_becomes_a_result_code() -> None:
    """HRESULT_FROM_WIN32 of winerror.h: no error stays none."""
    assert (0x80070002, 0x800705B4, 0) == (hresult.from_win32(2), hresult.from_win32(1460), hresult.from_win32(0))


@pytest.mark.parametrize("value", [0x8037010E, 0x8037010E - (1 << 32), 0xC037010E, 0xC037010E - (1 << 32)])
def test_a_code_is_found_signed_and_unsigned_and_in_the_guests_form(value: int) -> None:
    """Logs print signed decimals, the guest says 0xC037....; all four mean one condition (A-26)."""
    row = hresult.lookup(value)
    assert row is not None
    assert row.symbol == "HCS_E_SYSTEM_NOT_FOUND"
    assert hresult.canonical(value) == 0x8037010E


@pytest.mark.parametrize(
    ("value", "symbol"), [(0xC0370103, "ERROR_VMCOMPUTE_OPERATION_PENDING"), (0xC0370104, "ERROR_VMCOMPUTE_TOO_MANY_NOTIFICATIONS")]
)
def test_codes_of_the_older_api_alone_keep_their_own_names(value: int, symbol: str) -> None:
    """0x80370103 and 0x80370104 are unassigned, so these two must not be folded."""
    assert hresult.describe(value).symbol == symbol
    assert hresult.canonical(value) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("HCS_E_INVALID_JSON", 0x8037010D),
        ("hcs_e_invalid_json", 0x8037010D),
        ("SYSTEM_NOT_FOUND", 0x8037010E),
        ("ERROR_VMCOMPUTE_TIMEOUT", 0x80370109),
        ("ERROR_NOT_FOUND", 0x80070490),
        ("HRESULT_FROM_WIN32(ERROR_NOT_FOUND)", 0x80070490),
        ("HCN_INTERFACEPARAMETERS_ALREADY_APPLIED", 0x803B0036),
        ("E_ACCESSDENIED", 0x80070005),
    ],
)
def test_a_symbol_is_found_however_it_is_spelt(text: str, value: int) -> None:
    """People paste what their log shows."""
    row = hresult.by_symbol(text)
    assert row is not None
    assert row.value == value


def test_a_text_that_is_no_symbol_is_found_nowhere() -> None:
    """A near miss must not be explained as something else."""
    assert hresult.by_symbol("HCS_E_NO_SUCH_THING") is None
    assert hresult.by_symbol("") is None


@pytest.mark.parametrize(
    ("value", "symbol", "words"),
    [
        (0x80070123, "HRESULT_FROM_WIN32(291)", "Win32 error 291"),
        (0xD0AB0022, "HRESULT_FROM_NT(0xC0AB0022)", "NTSTATUS"),
        (0x80370199, "0x80370199", "FACILITY_USERMODE_VIRTUALIZATION"),
        (0xC0370199, "0xC0370199", "FACILITY_USERMODE_VIRTUALIZATION"),
        (0x803B0099, "0x803B0099", "FACILITY_USERMODE_HNS"),
        (0x80990001, "0x80990001", "facility 0x99"),
        (0x00370001, "0x00370001", "unnamed success"),
    ],
)
def test_an_unknown_code_is_taken_apart_by_facility(value: int, symbol: str, words: str) -> None:
    """New builds bring new codes; the facility still tells whose they are."""
    assert hresult.lookup(value) is None
    row = hresult.describe(value)
    assert row.symbol == symbol
    assert words in row.meaning
    assert row.source == "decoded"


@pytest.mark.parametrize("value", [1 << 32, -(1 << 31) - 1])
def test_a_number_beyond_32_bits_is_refused(value: int) -> None:
    """Cutting it down would explain another code."""
    with pytest.raises(ValueError, match="32 bits"):
        hresult.describe(value)
