"""Which library answers is chosen by name, said clearly when it cannot be had, and never changed under living handles."""

from __future__ import annotations

import shutil
import subprocess
import sys
import textwrap
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from hcsffi.native import library

if TYPE_CHECKING:
    from collections.abc import Callable

    Script = Callable[..., subprocess.CompletedProcess[str]]

ROOT = Path(__file__).resolve().parents[2]
ASK = """
    import anyio
    from hcsffi import errors
    from hcsffi.delivery import blocking
    from hcsffi.native import library
    async def main():
        try:
            await blocking.ask("HcsGetServiceProperties", None, subject="the service")
            print("answers:", library.name(), library.is_embedded())
        except errors.ServiceUnavailable as error:
            print(f"{error.hresult:#010x}", error)
    anyio.run(main)
"""
NOT_ELEVATED = "from hcsffi.native import library; library.is_elevated = lambda: False\n"
ELEVATED = "from hcsffi.native import library; library.is_elevated = lambda: True\n"


@pytest.fixture
def host_folder(tmp_path: Path) -> Path:
    """A folder that holds a host of one's own."""
    shutil.copy(
        next(one for pattern in ("libhcsffi.host.so", "hcsffi_host.dll") for one in library.EMBEDDED_FOLDER.glob(pattern)), tmp_path
    )
    for reaper in library.EMBEDDED_FOLDER.glob("reaper*"):
        if reaper.suffix not in {".cpp", ".h"}:
            shutil.copy(reaper, tmp_path)
    return tmp_path


def test_a_directory_is_taken_at_its_word(script: Script, host_folder: Path) -> None:
    """A host of one's own, or another build's DLLs, are tried by naming their folder."""
    done = script(NOT_ELEVATED + textwrap.dedent(ASK), HCSFFI_LIBRARY=str(host_folder))
    assert f"answers: {host_folder} True\n" == done.stdout, done.stderr[-2000:]


def test_code_decides_before_the_environment(script: Script, tmp_path: Path) -> None:
    """A program that knows its library must not be led elsewhere by a variable; None gives the choice back."""
    ask = f"import hcsffi; hcsffi.use_library({str(tmp_path / 'nowhere')!r})\n" + textwrap.dedent(ASK)
    done = script(ask, HCSFFI_LIBRARY="embedded")
    assert "nowhere" in done.stdout, done.stderr[-2000:]
    back = "import hcsffi; hcsffi.use_library('nowhere'); hcsffi.use_library(None)\n" + textwrap.dedent(ASK)
    assert script(back, HCSFFI_LIBRARY="embedded").stdout == "answers: embedded True\n"
    with pytest.raises(ValueError, match="an empty text names no library"):
        library.use_library("")


def test_an_elevated_process_refuses_a_directory_of_the_environment(script: Script, host_folder: Path) -> None:
    """Windows hands the variables of an ordinary process to an elevated one: a folder in them would be a way to its rights."""
    done = script(ELEVATED + textwrap.dedent(ASK), HCSFFI_LIBRARY=str(host_folder))
    assert done.stdout.startswith("0x8007007e"), done.stderr[-2000:]
    for words in ("HCSFFI_LIBRARY names the directory", str(host_folder), "elevated", "hcsffi.use_library("):
        assert words in done.stdout


@pytest.mark.parametrize("chosen", ["embedded", None])
def test_an_elevated_process_takes_what_needs_no_directory(script: Script, chosen: str | None) -> None:
    """The package's own host and System32 are where only an administrator writes, or where the program itself came from."""
    variables = {} if chosen is None else {"HCSFFI_LIBRARY": chosen}
    ordinary = script(textwrap.dedent(ASK), **variables).stdout
    assert ordinary.startswith("answers: embedded" if chosen else "answers: ")
    assert script(ELEVATED + textwrap.dedent(ASK), **variables).stdout == ordinary


def test_an_elevated_process_takes_a_directory_that_its_code_asks_for(script: Script, host_folder: Path) -> None:
    """The code already runs with these rights."""
    ask = ELEVATED + f"import hcsffi; hcsffi.use_library({str(host_folder)!r})\n" + textwrap.dedent(ASK)
    assert f"answers: {host_folder} True\n" == script(ask, HCSFFI_LIBRARY="system").stdout


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has elevated processes; tests/windows asks there")
def test_no_process_is_elevated_off_windows() -> None:
    """A root shell is its own starter: nobody lent it these rights."""
    assert library.is_elevated() is False


@pytest.mark.parametrize("wanted", ["system", "embedded", "unix:/nowhere"])
def test_the_system_library_is_known_by_what_was_chosen(wanted: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a host nor a service takes privileges or opens disks by Windows' own way."""
    monkeypatch.setattr(library, "_present", [library._Loaded(wanted, wanted)])
    assert (library.is_system(), library.loaded(), library.name()) == (wanted == "system", True, wanted)
    monkeypatch.setattr(library, "_present", [])
    assert (library.is_system(), library.loaded(), library.name()) == (False, False, "")


def test_a_number_names_one_function_of_the_library_or_of_a_service() -> None:
    """A table that is asked for the first time has all of them, in whatever order they are asked for."""
    functions = library.functions()
    for first in ("HcsCreateComputeSystem", library.ATTEND):
        numbers = library.Numbers()
        assert numbers[first] == numbers[first]
        assert {one: row.number for one, row in functions.items()} == {one: numbers[one] for one in functions}
        assert [-1, -2, -3, -4, -5] == [numbers[one] for one in library.OF_A_SERVICE]
    with pytest.raises(KeyError, match="HcsNothing"):
        library.Numbers()["HcsNothing"]


def test_a_row_of_the_table_is_read_as_the_header_declares_it() -> None:
    """computecore.h of the SDK 10.0.22621 declares both; the control functions are in no header of Windows."""
    functions = library.functions()
    waits, creates, ends = (functions[one] for one in ("HcsWaitForProcessExit", "HcsCreateProcess", "hcsffi_shutdown"))
    assert ("HRESULT", ("HCS_PROCESS", "DWORD", "PWSTR *"), 0, False) == (waits.returns, waits.parameters, waits.library, waits.submits)
    assert ("HCS_SYSTEM", "PCWSTR", "HCS_OPERATION", "const SECURITY_DESCRIPTOR *", "HCS_PROCESS *") == creates.parameters
    assert (22000, 17763, None) == (waits.build, creates.build, ends.build)
    assert (True, 0) == (creates.submits, creates.privileges)
    assert ((), 3) == (ends.parameters, ends.library)
    assert list(range(len(functions))) == [one.number for one in functions.values()]


def test_what_another_library_than_the_host_exports_it_offers(monkeypatch: pytest.MonkeyPatch) -> None:
    """The host says itself what it does; of any other library the export is all there is to know."""
    assert [True, False] == [library.offers(one) for one in ("HcsCreateComputeSystem", "hcsffi_configure")]
    monkeypatch.setattr(library, "is_embedded", lambda: False)
    assert [True, True] == [library.offers(one) for one in ("HcsCreateComputeSystem", "hcsffi_configure")]
    monkeypatch.setattr(library, "_present", [])
    assert [False, False] == [library.offers(one) for one in ("HcsCreateComputeSystem", "hcsffi_configure")]
    with pytest.raises(KeyError):
        library.offers("HcsNothing")


def test_what_a_library_does_not_export_it_does_not_offer(monkeypatch: pytest.MonkeyPatch) -> None:
    """An older Windows has not all of them: a program asks first, and would call nothing."""
    lacking = library.functions()["HcsCrashComputeSystem"].number
    monkeypatch.setattr(library, "lib", SimpleNamespace(hcsffi_loaded=lambda number: number != lacking))
    monkeypatch.setattr(library, "is_embedded", lambda: False)
    assert [False, True] == [library.offers(one) for one in ("HcsCrashComputeSystem", "HcsCreateComputeSystem")]


@pytest.mark.parametrize(
    ("platform", "reason"),
    [
        ("darwin", "hcsffi has no embedded host for darwin, only for Linux and Windows"),
        ("linux", "no host library in "),
        ("win32", "no host library in "),
    ],
)
def test_a_host_that_is_missing_is_explained_by_the_system(
    platform: str, reason: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Where there is none, looking for a file helps nobody; a folder that somebody named is looked at everywhere."""
    monkeypatch.setattr(library, "PLATFORM", platform)
    monkeypatch.setattr(library, "EMBEDDED_FOLDER", tmp_path)
    monkeypatch.setattr(library, "is_elevated", lambda: False)
    assert str(library._open("embedded")).startswith(reason)
    assert f"no host library in {tmp_path / 'other'}" == library._open(str(tmp_path / "other"))


@pytest.mark.parametrize("wanted", ["system", "embedded"])
@pytest.mark.parametrize("broken", [None, 0, 1, 3])
def test_a_file_that_cannot_be_loaded_is_told_unless_an_older_windows_may_lack_it(
    wanted: str, broken: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows 10 1809 has no computestorage.dll: its functions are not offered then; a host has all of them or is none."""
    loaded: list[tuple[int, bool]] = []

    def load(number: int, _: bytes, system: bool) -> str | None:  # noqa: FBT001 - as the shim takes it
        loaded.append((number, system))
        return "it is broken" if number == broken else None

    monkeypatch.setattr(library, "lib", SimpleNamespace(hcsffi_load=load))
    monkeypatch.setattr(library, "_text", str)
    monkeypatch.setattr(library, "_find", lambda _: ["a", "b", "c", "a"])
    monkeypatch.setattr(library, "_absent", "absent: {}".format)
    monkeypatch.setattr(library, "WINDOWS", True)
    told = None if broken is None or (wanted == "system" and broken) else ("absent: " if wanted == "system" else "") + "it is broken"
    assert told == library._open(wanted)
    last = 3 if told is None else broken
    assert [(number, wanted == "system") for number in range((last or 0) + 1)] == loaded


def test_a_directory_without_a_library_is_named(script: Script, tmp_path: Path) -> None:
    """The reason must lead to the cause: which folder was looked at."""
    done = script(ASK, HCSFFI_LIBRARY=str(tmp_path / "nowhere"))
    assert done.stdout.startswith("0x8007007e"), done.stderr[-2000:]
    assert "nowhere" in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has a system library")
def test_the_system_library_off_windows_is_an_error_that_says_what_to_do(script: Script) -> None:
    """A configuration copied from a Windows machine must not fall back in silence."""
    done = script(ASK, HCSFFI_LIBRARY="system")
    assert done.stdout.startswith("0x8007007e"), done.stderr[-2000:]
    assert "exists on Windows only" in done.stdout


def test_a_system_without_an_embedded_host_says_which_have_one(script: Script, tmp_path: Path) -> None:
    """A wheel for macOS has bindings and documents alone; who starts a system there must read that, not hunt for a broken installation."""
    without = f"""
    from pathlib import Path
    from hcsffi.native import library
    library.PLATFORM = "darwin"
    library.EMBEDDED_FOLDER = Path({str(tmp_path)!r})
    """
    done = script(without + ASK, HCSFFI_LIBRARY="embedded")
    assert done.stdout.startswith("0x8007007e"), done.stderr[-2000:]
    assert "no embedded host for darwin, only for Linux and Windows" in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="a shared object's own error text")
def test_a_file_that_is_no_library_gives_the_loaders_reason(script: Script, tmp_path: Path) -> None:
    """A truncated download or another architecture's build."""
    (tmp_path / "libhcsffi.host.so").write_bytes(b"not a library")
    done = script(ASK, HCSFFI_LIBRARY=str(tmp_path))
    assert done.stdout.startswith("0x8007007e"), done.stderr[-2000:]
    assert "libhcsffi.host.so" in done.stdout


def test_the_library_is_not_changed_while_handles_of_it_live(script: Script, tmp_path: Path) -> None:
    """A handle closed by another library's function is a crash."""
    shutil.copy(
        next(one for pattern in ("libhcsffi.host.so", "hcsffi_host.dll") for one in library.EMBEDDED_FOLDER.glob(pattern)), tmp_path
    )
    done = script(
        """
    import anyio
    from hcsffi.delivery import operation, blocking
    from hcsffi.native import library
    from submissions import create_system, end
    async def main():
        system = await create_system()
        library.use_library(OTHER)
        try:
            library.load()
        except library.LibraryInUse as error:
            print(error)
        library.use_library("embedded")
        await end(system)
        library.use_library(OTHER)
        print(library.load().succeeded, library.name() == OTHER)
    anyio.run(main)
    """.replace("OTHER", repr(str(tmp_path))),
        HCSFFI_LIBRARY="embedded",
    )
    first, second = done.stdout.splitlines()
    assert first.startswith("embedded answers in this process and 1 of its handles are open"), done.stderr[-2000:]
    assert "True True" == second


def test_a_library_that_gave_way_to_a_service_is_called_no_more(script: Script) -> None:
    """A call that took the old way would make a system that the service does not know; and the other way round."""
    done = script(
        """
    from types import SimpleNamespace
    from hcsffi.native import library
    from hcsffi.native.binding import lib
    def tell(wanted):
        library.use_library(wanted)
        print(library.load().succeeded, lib.hcsffi_loaded(library.functions()["HcsCreateComputeSystem"].number), library.name())
    line = SimpleNamespace(loss="", living=set(), is_forked=False, close=lambda: print("closed"))
    library._connected = lambda _: line
    for wanted in ("embedded", "unix:/nowhere", "embedded"):
        tell(wanted)
    """
    )
    assert ["True 1 embedded", "True 0 unix:/nowhere", "closed", "True 1 embedded"] == done.stdout.splitlines(), done.stderr[-2000:]


def test_every_declared_function_can_be_asked_for() -> None:
    """`offers` is how a program avoids what an older Windows lacks; an unknown name is a mistake, not an absence."""
    library.load()
    assert library.offers("HcsCreateComputeSystem")
    with pytest.raises(KeyError):
        library.offers("HcsMakeCoffee")


def test_the_table_says_what_the_declarations_say() -> None:
    """Build numbers reach users in 'not supported' errors: 124 functions, four of whose builds the digest names."""
    table = library.functions()
    assert 124 == len([one for one in table.values() if one.library != 3])
    assert (17763, 19041, 22000, 26100) == tuple(
        table[name].build
        for name in ("HcsCreateComputeSystem", "HcsCrashComputeSystem", "HcsWaitForComputeSystemExit", "HcsGetOperationProperties")
    )
    assert table["HcsCancelLiveMigration"].build is None
    assert table["HcsStartComputeSystem"].submits
    assert not table["HcsGetOperationResult"].submits
    assert 24 == len([one for one in table.values() if one.submits])


@pytest.fixture(scope="module")
def header_comparison(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """The compiler that has the Windows headers, and the printed comparison."""
    compiler = shutil.which("x86_64-w64-mingw32-gcc")
    if compiler is None:
        pytest.skip("needs the Windows headers: apt-get install gcc-mingw-w64-x86-64")
    folder = tmp_path_factory.mktemp("printed")
    subprocess.run([sys.executable, ROOT / "build_hcs.py", folder], check=True, cwd=ROOT)
    return compiler, folder


def compare(compiler: str, folder: Path, declarations: str) -> subprocess.CompletedProcess[str]:
    """Compile the comparison with these declarations in the place of ours."""
    (folder / "hcs_cdef.h").write_text(declarations, encoding="utf-8")
    command = [compiler, "-std=c11", f"-I{folder}", "-c", str(folder / "headers.c"), "-o", str(folder / "headers.o")]
    return subprocess.run(command, check=False, capture_output=True, text=True)


def test_the_declarations_agree_with_the_windows_headers(header_comparison: tuple[str, Path]) -> None:
    """Every prototype, structure and value the headers have is compared by the compiler."""
    declarations = (ROOT / "hcs_cdef.h").read_text(encoding="utf-8")
    done = compare(*header_comparison, declarations)
    assert 0 == done.returncode, done.stderr[:2000]


@pytest.mark.parametrize(
    ("ours", "wrong"),
    [
        ("HcsOperationTypeCrash = 15,", "HcsOperationTypeCrash = 14,"),
        ("    DWORD ProcessId;\n    DWORD Reserved;", "    DWORD Reserved;\n    DWORD ProcessId;"),
        ("typedef int32_t HRESULT;", "typedef int64_t HRESULT;"),
        ("typedef uint32_t DWORD;", "typedef int32_t DWORD;"),
        ("typedef uint16_t WCHAR;", "typedef uint32_t WCHAR;"),
    ],
)
def test_a_wrong_declaration_does_not_compile(header_comparison: tuple[str, Path], ours: str, wrong: str) -> None:
    """A comparison that cannot fail compares nothing."""
    declarations = (ROOT / "hcs_cdef.h").read_text(encoding="utf-8")
    assert ours in declarations
    assert 0 != compare(*header_comparison, declarations.replace(ours, wrong)).returncode


def test_a_wrong_prototype_does_not_compile(header_comparison: tuple[str, Path]) -> None:
    """Prototypes are printed into the comparison, so it is printed anew from a wrong line."""
    compiler, folder = header_comparison
    printed = (folder / "headers.c").read_text(encoding="utf-8")
    wrong = printed.replace(
        "&HcsOpenComputeSystem, HRESULT (WINAPI *)(PCWSTR, DWORD,", "&HcsOpenComputeSystem, HRESULT (WINAPI *)(PCWSTR, UINT64,"
    )
    assert wrong != printed
    (folder / "headers.c").write_text(wrong, encoding="utf-8")
    try:
        assert 0 != compare(compiler, folder, (ROOT / "hcs_cdef.h").read_text(encoding="utf-8")).returncode
    finally:
        (folder / "headers.c").write_text(printed, encoding="utf-8")
