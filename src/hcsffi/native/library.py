"""Which library answers, and what it offers.

``HCSFFI_LIBRARY`` is ``system``, ``embedded`` or a directory that holds the three DLLs (or one embedded host in their place), or the
address of a service in another process: ``unix:PATH``, ``shared`` or ``ssh://USER@HOST``. Without it the system's DLLs answer on Windows
where computecore.dll is in System32, else the embedded host. Nothing is loaded and nobody is connected to before the first call. A
connection that is lost stays so, and every call fails, until somebody connects anew (:func:`connect_to`).

The variable may come from somebody with fewer rights than the process: on Windows a process keeps its starter's variables when it is
elevated. A directory in it is a program to be run, so an elevated process takes one from :func:`use_library` alone.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from functools import cache
from pathlib import Path
from typing import NamedTuple

from hcsffi import hresult
from hcsffi.hresult import Outcome
from hcsffi.native.binding import ffi, lib
from hcsffi.remote.address import PER_USER, SSH, ConnectionRefused, is_address, refuse_other, socket_path
from hcsffi.remote.line import Line, connect_unix
from hcsffi.remote.per_user import connect_per_user
from hcsffi.remote.through_ssh import connect_through_ssh

FORKED = (
    "hcsffi was used before this process was forked: the library's threads exist in the parent only; "
    "start child processes with the 'spawn' method"
)
LIBRARIES = ("computecore.dll", "computestorage.dll", "computenetwork.dll")
UNLISTED = 0xFFFFFFFF
WINDOWS = os.name == "nt"
PLATFORM = sys.platform
HOSTED = {"linux": "Linux", "win32": "Windows"}
"""The systems that the embedded host is built for (``HOSTS`` in setup.py): the one list that a missing host is explained by."""
HOST_FILE = "hcsffi_host.dll" if WINDOWS else "libhcsffi.host.so"
EMBEDDED_FOLDER = Path(__file__).resolve().parent.parent / "embedded"


class Function(NamedTuple):
    """One line of ``hcs_cdef.h``.

    Args:
        number: its place in the table, by which the shim knows it.
        name: the native name.
        returns: the C type it returns.
        parameters: the C types it takes.
        library: number of the library that exports it; 3 is the embedded host.
        build: first Windows build whose headers declare it; ``None`` where none does.
        submits: whether it starts an operation.
        privileges: what its caller has to have enabled on Windows, bits of ``native/privilege_windows.h``.
    """

    number: int
    name: str
    returns: str
    parameters: tuple[str, ...]
    library: int
    build: int | None
    submits: bool
    privileges: int


class ForkedProcess(RuntimeError):
    """The library was loaded before a fork, and this is the child."""

    def __init__(self, message: str = FORKED) -> None:
        super().__init__(message)


class LibraryInUse(RuntimeError):
    """Another library was asked for while handles of the present one live."""

    def __init__(self, present: str, wanted: str, living: int) -> None:
        super().__init__(present, wanted, living)

    def __str__(self) -> str:
        present, wanted, living = self.args
        return f"{present} answers in this process and {living} of its handles are open: close them before changing to {wanted}"


class _Loaded(NamedTuple):
    choice: str
    name: str


_lock = threading.Lock()
_asked: list[str] = []  # empty or what code asked for
_present: list[_Loaded] = []  # empty or the one library of this process; guarded by _lock
_line: list[Line] = []  # empty or the connection to the service that stands for it; guarded by _lock
_SUCCESS = Outcome("LoadLibrary", 0)


def _text(pointer: object) -> str:
    return str(ffi.string(pointer).decode())


@cache
def functions() -> dict[str, Function]:
    """The whole native surface by name."""
    table = {}
    for number in range(lib.hcsffi_function_count):
        row = lib.hcsffi_function_table[number]
        listed = _text(row.parameters)
        parameters = () if listed == "void" else tuple(listed.split(", "))
        build = None if row.build in {0, UNLISTED} else int(row.build)
        texts = _text(row.name), _text(row.returns)
        one = Function(number, *texts, parameters, int(row.library), build, bool(row.submits), int(row.privileges))
        table[one.name] = one
    return table


KEEP_OUTPUT = "hcsffi_keep_output"
READ_OUTPUT = "hcsffi_read_output"
FOLLOW_HOST = "hcsffi_follow_host"
STAND_ON = "hcsffi_stand_on"
ATTEND = "hcsffi_attend"
OF_A_SERVICE = (KEEP_OUTPUT, READ_OUTPUT, FOLLOW_HOST, STAND_ON, ATTEND)
"""What a service in another process does itself, beside the functions of its library: creating a process whose output it keeps, handing out
what it has kept, telling what the host's systems are whenever that changes, making a scratch for a system, and ending a system with a
process, and its scratch with the system."""


class Numbers(dict[str, int]):
    """Function numbers by name, filled on first use; a plain lookup afterwards."""

    def __missing__(self, name: str) -> int:
        """Fill the table.

        Raises:
            KeyError: ``hcs_cdef.h`` has no such function.
        """
        self.update((one.name, one.number) for one in functions().values())
        self.update((one, -place) for place, one in enumerate(OF_A_SERVICE, 1))
        if name not in self:
            raise KeyError(name)
        return self[name]


def _system_folder() -> Path:
    return Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "System32"


def use_library(wanted: str | os.PathLike[str] | None) -> None:
    """Say in the program which library is to answer, whatever ``HCSFFI_LIBRARY`` says.

    It is loaded by the next call; a library that answers already stays as long as handles of it are open.

    Args:
        wanted: ``"system"``, ``"embedded"``, a directory that holds the three DLLs or an embedded host, or the address of a service,
            ``"unix:PATH"``, ``"shared"`` or ``"ssh://USER@HOST"``; ``None`` leaves it to the variable again.

    Raises:
        ValueError: an empty text.

    Threads:
        Any.
    """
    text = None if wanted is None else os.fspath(wanted)
    if text == "":
        raise ValueError("an empty text names no library; None leaves the choice to HCSFFI_LIBRARY")
    _asked[:] = [] if text is None else [text]


def is_elevated() -> bool:
    """Whether this process has rights that whoever set its environment may lack: an elevated process of Windows."""
    return bool(lib.hcsffi_is_elevated())


def choice() -> str:
    """What is asked for: ``system``, ``embedded``, a directory or the address of a service."""
    if _asked:
        return _asked[0]
    asked = os.environ.get("HCSFFI_LIBRARY", "")
    if asked:
        return asked
    return "system" if WINDOWS and (_system_folder() / LIBRARIES[0]).is_file() else "embedded"


def _find(folder: Path) -> list[str]:
    """The file for each of the three libraries and for the control functions, in the table's order."""
    hosts = sorted(folder.glob(HOST_FILE))
    separate = [folder / (name if WINDOWS else name.replace(".dll", ".so")) for name in LIBRARIES]
    files = [str(one if one.is_file() else hosts[0]) for one in separate if one.is_file() or hosts]
    return [*files, files[0]] if len(files) == len(LIBRARIES) else []


def embedded_file() -> Path | None:
    """The embedded host that this package brings, or ``None`` where it has none for the system."""
    file = EMBEDDED_FOLDER / HOST_FILE
    return file if file.is_file() else None


def _absent(reason: str) -> str:
    """Why the system's library cannot be had and what somebody can do about it."""
    file = _system_folder() / LIBRARIES[0]
    if file.is_file():
        return f"{reason}: {file} is there and cannot be loaded, probably because Windows features were changed without a restart"
    return (
        f"{reason}: {file} is not there, so this Windows has no Host Compute Service. "
        "Enable one of the Windows features Containers, VirtualMachinePlatform or Microsoft-Hyper-V "
        "(as administrator: Enable-WindowsOptionalFeature -Online -FeatureName Containers) "
        "and restart, or let the embedded host answer: "
        "HCSFFI_LIBRARY=embedded"
    )


def _open(wanted: str) -> str | None:
    """Fill the table; the reason when the library cannot be had."""
    if wanted == "system":
        if not WINDOWS:
            return "the system library exists on Windows only; HCSFFI_LIBRARY=embedded asks for the embedded host"
        files = [*LIBRARIES, LIBRARIES[0]]  # the control functions too, in case the embedded host was put there
    else:
        if wanted != "embedded" and not _asked and is_elevated():
            return (
                f"HCSFFI_LIBRARY names the directory {wanted}, and this process is elevated: whoever could set the variable would run code "
                f"with its rights. Ask for it in the program, hcsffi.use_library({wanted!r}), or start the program without elevation"
            )
        folder = EMBEDDED_FOLDER if wanted == "embedded" else Path(wanted).absolute()
        files = _find(folder)
        if not files and wanted == "embedded" and PLATFORM not in HOSTED:
            hosted = " and ".join(HOSTED.values())
            return f"hcsffi has no embedded host for {PLATFORM}, only for {hosted}: here are bindings and documents alone"
        if not files:
            return f"no host library in {folder}"
    for number, file in enumerate(files):
        reason = lib.hcsffi_load(number, os.fsencode(file), wanted == "system")
        # An older Windows may lack computestorage.dll; its functions then answer 'not offered'.
        if reason and not (wanted == "system" and number):
            return _absent(_text(reason)) if wanted == "system" else _text(reason)
    return None


def refusal(function: str, symbol: str, reason: str) -> Outcome:
    """An answer of this library's own in place of the service's.

    Args:
        function: the native function that was not called.
        symbol: the code's symbol.
        reason: the message of its ResultError document.
    """
    code = hresult.value_of(symbol)
    return Outcome(function, code, json.dumps({"Error": hresult.signed(code), "ErrorMessage": reason}).encode())


def refuse_fork() -> None:
    """Refuse to go on in a fork of the process that loaded the library.

    Raises:
        ForkedProcess: this is such a fork.
    """
    if lib.hcsffi_is_forked() or (_line and _line[0].is_forked):
        raise ForkedProcess


def connected() -> Line | None:
    """The connection to the service that answers, ``None`` where a library in this process does.

    Raises:
        ForkedProcess: this process was forked after it had connected.
    """
    if not _line:
        return None
    if _line[0].is_forked:
        raise ForkedProcess
    return _line[0]


def _connected(address: str) -> Line | str:
    """A connection to a service; the reason when it cannot be had."""
    try:
        version: str = sys.modules["hcsffi"].__version__
        if address.startswith(SSH):
            return connect_through_ssh(address, version)
        return connect_per_user(address, version) if address == PER_USER else connect_unix(address, socket_path(address), version)
    except (ConnectionRefused, ValueError) as error:
        return f"no service answers at {address}: {error}"


def connect_to(address: str) -> Outcome:
    """Connect to a service in another process, anew where the connection to it was lost.

    Args:
        address: ``unix:PATH``, ``shared`` or ``ssh://USER@HOST``.

    Returns:
        As :func:`load` does.

    Raises:
        ValueError: it is no address of a service.
        ForkedProcess: this process was forked after the library was loaded.
        LibraryInUse: another library answers, and handles of it are open.

    Blocks:
        Until the service has greeted: at most 10 s, and 40 s where it has to be started or is on another machine.

    Threads:
        Any.
    """
    refuse_other(address)
    refuse_fork()
    with _lock:
        if _line and _line[0].loss:
            _leave()
    outcome = _load(address)
    if outcome.succeeded:
        use_library(address)
    return outcome


def _leave() -> None:
    """Leave the library or the connection that has answered until now; under the lock."""
    lib.hcsffi_unload()
    for one in _line:
        one.close()
    _line.clear()
    _present.clear()


def load() -> Outcome:
    """Load what the program or ``HCSFFI_LIBRARY`` asks for, unless it answers already.

    Returns:
        Success, or ERROR_MOD_NOT_FOUND with the reason in a ResultError document.

    Raises:
        ForkedProcess: this process was forked after the library was loaded.
        LibraryInUse: the variable has changed while handles of the loaded library are open.

    Threads:
        Any.
    """
    refuse_fork()
    return _load(choice())


def _load(wanted: str) -> Outcome:
    if _present and _present[0].choice == wanted:
        return _SUCCESS
    with _lock:
        if _present and _present[0].choice == wanted:
            return _SUCCESS
        if _present:
            living = (0 if _line[0].loss else len(_line[0].living)) if _line else lib.hcsffi_handles_living()
            if living:
                raise LibraryInUse(_present[0].name, wanted, living)
        found = _connected(wanted) if is_address(wanted) else None
        if isinstance(found, str):
            return refusal("LoadLibrary", "ERROR_MOD_NOT_FOUND", found)
        _leave()
        reason = _open(wanted) if found is None else None
        if reason is not None:
            lib.hcsffi_unload()
            return refusal("LoadLibrary", "ERROR_MOD_NOT_FOUND", reason)  # what Windows answers for a DLL that is not there
        if found is not None:
            _line.append(found)
        is_name = wanted in {"system", "embedded"} or is_address(wanted)
        _present.append(_Loaded(wanted, wanted if is_name else str(Path(wanted).absolute())))
    return _SUCCESS


def loaded() -> bool:
    """Whether a library answers in this process."""
    return bool(_present)


def name() -> str:
    """What answers: ``system``, ``embedded``, the directory it was loaded from or the service's address; empty before the first call."""
    return _present[0].name if _present else ""


def is_system() -> bool:
    """Whether the DLLs of System32 answer."""
    return bool(_present) and _present[0].choice == "system"


def is_embedded() -> bool:
    """Whether the library that answers is an embedded host, which has control functions; here or behind a connection."""
    if _line:
        return bool(_line[0].welcome.get("embedded"))
    return bool(_present) and bool(lib.hcsffi_loaded(functions()["hcsffi_configure"].number))


def service_does(function: str) -> bool:
    """Whether a service in another process answers that does this itself, one of ``OF_A_SERVICE``."""
    return bool(_line) and function in _line[0].offers


def offers(function: str) -> bool:
    """Whether the library that answers has the function.

    Raises:
        KeyError: ``hcs_cdef.h`` has no such function.
    """
    row = functions()[function]
    if _line:
        return function in _line[0].offers
    if not _present or not lib.hcsffi_loaded(row.number):
        return False
    return not is_embedded() or lib.hcsffi_offers(function.encode()) >= 0
