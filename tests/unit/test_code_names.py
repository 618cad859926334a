"""Every code has at least its name: the table of names beside the headers of another compiler, and the numbers that have none."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from hcsffi import cli, hresult

HEADERS = Path("/usr/share/mingw-w64/include")
CODES = [line.split("\t") for line in (Path(__file__).parent / "codes.tsv").read_text(encoding="utf-8").splitlines()]
"""Codes that reports and documents of this field carry: number, name and where that is published."""

WIN32 = re.compile(r"#define (\w+) __MSABI_LONG\((\d+)\)\s*$", re.MULTILINE)
HRESULT = re.compile(r"#define (\w+) _HRESULT_TYPEDEF_\((0x[0-9A-Fa-f]+)L?\)", re.MULTILINE)
STATUS = re.compile(r"#define ((?:STATUS|RPC_NT|DBG|EPT_NT)_\w+) +\(\(NTSTATUS\) *(0x[0-9A-Fa-f]+)L?\)", re.MULTILINE)

NO_CODE = re.compile(r"_(FIRST|LAST|MASK|BASE)$|^FACILITY_|^SEVERITY_|^NO_ERROR$|^DNS_(FILTEROFF|FILTERON|INFO|WARNING|STATUS)")
"""Marks of a range, and words that are no code."""
ANOTHER_NUMBER = {"STATUS_GRAPHICS_DRIVER_MISMATCH", "STATUS_PKU2U_CERT_FAILURE"}
"""Two numbers of mingw-w64 that differ from Microsoft's (MS-ERREF 2.3.1 has 0xC01E0009 and 0xC000042F)."""


def published(name: str) -> str:
    """A header of mingw-w64, whose makers collected the numbers on their own."""
    file = HEADERS / name
    if not file.is_file():
        pytest.skip(f"mingw-w64's {name} is not installed here")
    return file.read_text(encoding="utf-8", errors="replace")


def test_two_hundred_reported_codes_are_named_as_they_are_published(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The whole file goes through the command as a user would send it."""
    assert len(CODES) >= 200
    assert [] == [row for row in CODES if len(row) != 3 or not row[2]]
    file = tmp_path / "codes"
    file.write_text("\n".join(code for code, _, _ in CODES), encoding="utf-8")
    with file.open(encoding="utf-8") as given:
        monkeypatch.setattr("sys.stdin", given)
        assert cli.main(["explain", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [(code, symbol) for code, symbol, _ in CODES] == [(row["word"], row["symbol"]) for row in found]
    assert [] == [row["symbol"] for row in found if not row["meaning"] or not row["source"] or row["source"] == "decoded"]


@pytest.mark.parametrize(
    ("header", "pattern", "high"), [("winerror.h", WIN32, 0x80070000), ("winerror.h", HRESULT, 0), ("ntstatus.h", STATUS, 0)]
)
def test_every_name_of_a_header_is_known_with_its_number(header: str, pattern: re.Pattern[str], high: int) -> None:
    """Ten thousand names were not typed by hand; two collections of them have to agree."""
    wanted = [(name, int(number, 0)) for name, number in pattern.findall(published(header)) if not NO_CODE.search(name)]
    wanted = [(name, number) for name, number in wanted if name not in ANOTHER_NUMBER]
    assert len(wanted) > 1000
    wrong = []
    for name, number in wanted:
        code = number | high if number <= 0xFFFF and number else number
        row = hresult.by_symbol(name)
        if row is None or hresult.canonical(row.value) != hresult.canonical(code):
            wrong.append((name, hex(code), row and hex(row.value)))
    assert [] == wrong


@pytest.mark.parametrize(
    ("value", "symbol", "words"),
    [
        (0x80070570, "HRESULT_FROM_WIN32(ERROR_FILE_CORRUPT)", "Win32 error 1392"),
        (0x80072740, "HRESULT_FROM_WIN32(WSAEADDRINUSE)", "Win32 error 10048"),
        (0x800706D9, "HRESULT_FROM_WIN32(EPT_S_NOT_REGISTERED)", "Win32 error 1753"),
        (0xD0000022, "HRESULT_FROM_NT(STATUS_ACCESS_DENIED)", "access denied"),
        (0xD0000135, "HRESULT_FROM_NT(STATUS_DLL_NOT_FOUND)", "a library the program needs is missing"),
        (0xC0000022, "STATUS_ACCESS_DENIED", "access denied"),
        (0xC0000374, "STATUS_HEAP_CORRUPTION", "an NTSTATUS"),
        (0x80010105, "RPC_E_SERVERFAULT", "a code of RPC and COM"),
        (0x8004100E, "WBEM_E_INVALID_NAMESPACE", "a code of COM"),
        (0x80131509, "COR_E_INVALIDOPERATION", "a code of .NET"),
        (0xE0434352, "0xE0434352", ".NET program"),
        (0xE0001234, "0xE0001234", "customer bit"),
        (0xA0070005, "0xA0070005", "customer bit"),
        (0xC0AB0001, "0xC0AB0001", "unnamed NTSTATUS"),
        (0xFFFFFFFF, "0xFFFFFFFF", "-1"),
        (-1, "0xFFFFFFFF", "no code of Windows"),
        (0xFFFFFFFE, "0xFFFFFFFE", "customer bit"),
    ],
)
def test_a_number_is_taken_for_what_its_bits_say(value: int, symbol: str, words: str) -> None:
    """Each kind in its order (MS-ERREF 2.1): -1 was called an NTSTATUS, and a wrapped status had no name."""
    row = hresult.describe(value)
    assert row.symbol == symbol
    assert words in row.meaning


@pytest.mark.parametrize(
    ("code", "symbol", "words"),
    [
        (0, "0", "success"),
        (1, "1", "the program's own"),
        (126, "126", "could not be executed"),
        (127, "127", "not found"),
        (130, "128+2 (SIGINT)", "signal 2"),
        (137, "128+9 (SIGKILL)", "signal 9"),
        (139, "128+11 (SIGSEGV)", "signal 11"),
        (1067, "1067", "ended by force"),
        (0xC0000005, "STATUS_ACCESS_VIOLATION", "touched memory"),
        (0xC000013A, "STATUS_CONTROL_C_EXIT", "Ctrl-C"),
        (0xC0000409, "STATUS_STACK_BUFFER_OVERRUN", "ended itself"),
        (0xFFFFFFFF, "0xFFFFFFFF", "-1"),
        (0xE06D7363, "0xE06D7363", "C++"),
    ],
)
def test_an_exit_code_is_explained_as_one(code: int, symbol: str, words: str) -> None:
    """137 is no Win32 error when a process ended with it (C-13, C-14)."""
    row = hresult.describe(code, "exit")
    assert row.symbol == symbol
    assert words in row.meaning


@pytest.mark.parametrize(
    ("code", "function", "words"),
    [
        (0x80070020, "HcnCreateEndpoint", "the port is in use"),
        (0x80070020, "HcsImportLayer", "the layer cannot be used"),
        (0x80070020, "HcsCreateComputeSystem", "the file is in use"),
        (0x80070002, "HcsCreateProcess", "program was not found in the system"),
        (0x80070002, "HcsGetServiceProperties", "file not found"),
        (0x80070005, "HcsStartComputeSystem", "machine's account"),
        (0x80071392, "HcnCreateNetwork", "exists already"),
    ],
)
def test_one_code_means_what_the_call_it_came_from_makes_of_it(code: int, function: str, words: str) -> None:
    """Windows says "the file is in use" of a port; the reader should not look for a file."""
    assert words in hresult.describe(code, hresult.origin_of(function)).meaning
