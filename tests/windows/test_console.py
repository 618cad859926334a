"""Pseudo consoles (ConPTY): what a console process writes, reads, measures and leaves behind.

The children ask for the console by its names, CONOUT$ and CONIN$: Wine 8 attaches a process to the pseudo console it was created for, as
Windows does, but leaves its three standard handles NULL, which Windows fills. It has no ResizePseudoConsole either (E_NOTIMPL). Both are
asserted here, so that a Wine which learns them is noticed.

A third thing is Wine's own and is kept out of the way: the first key typed makes its console host start the desktop, explorer.exe, and that
inherits the console's output pipe, which then never ends. Here the desktop is there before.
"""

from __future__ import annotations

import ctypes
import os
import re
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import anyio
import pytest

import hcsffi
from hcsffi import ComputeSystem, embedded

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hcsffi import ComputeProcess

pytestmark = [
    pytest.mark.skipif(sys.platform != "win32", reason="pseudo consoles are Windows'"),
    pytest.mark.anyio,
]

KILLED = 1067
PATIENCE_S = 30.0
NOTATION = re.compile(rb"\x1b(\[[0-9;?]*[A-Za-z]|\][^\x07]*\x07)")
"""What a console draws with: control sequences, and the title."""

OPEN = "import os, sys; out = os.open('CONOUT$', os.O_RDWR | os.O_BINARY); say = lambda text: os.write(out, f'{text}\\r\\n'.encode()); "
SIZE = "columns, rows = os.get_terminal_size(out); say(f'size {rows} {columns}.'); "
READ = "typed = open('CONIN$'); "


@pytest.fixture(scope="module", autouse=True)
def desktop() -> None:
    """Start what Wine shows windows on, and keep it: it ends with the last process that has asked for it."""
    if sys.platform == "win32" and on_wine():
        ctypes.WinDLL("user32").GetDesktopWindow()


def on_wine() -> bool:
    """Whether ntdll is Wine's."""
    return hasattr(ctypes.WinDLL("ntdll"), "wine_get_version")  # type: ignore[attr-defined,unused-ignore]  # Windows only


class Entry(ctypes.Structure):
    """PROCESSENTRY32W."""

    _fields_ = (
        ("size", ctypes.c_uint32),
        ("usage", ctypes.c_uint32),
        ("process_id", ctypes.c_uint32),
        ("heap_id", ctypes.c_void_p),
        ("module_id", ctypes.c_uint32),
        ("threads", ctypes.c_uint32),
        ("parent_id", ctypes.c_uint32),
        ("priority", ctypes.c_int32),
        ("flags", ctypes.c_uint32),
        ("name", ctypes.c_wchar * 260),
    )


def console_hosts() -> int:
    """How many conhost.exe this process is the parent of."""
    kernel: Any = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined,unused-ignore]  # Windows only
    kernel.CreateToolhelp32Snapshot.restype = ctypes.c_void_p
    snapshot = ctypes.c_void_p(kernel.CreateToolhelp32Snapshot(2, 0))
    entry = Entry(size=ctypes.sizeof(Entry))
    found = 0
    more = kernel.Process32FirstW(snapshot, ctypes.byref(entry))
    while more:
        found += entry.name.lower() == "conhost.exe" and entry.parent_id == os.getpid()
        more = kernel.Process32NextW(snapshot, ctypes.byref(entry))
    kernel.CloseHandle(snapshot)
    return found


@pytest.fixture(autouse=True)
def nothing_left_of_a_console() -> Iterator[None]:
    """The console host ends by itself some time after its process; no handle of ours and no process of it may stay."""
    before = console_hosts()
    yield

    def left() -> dict[str, int]:
        return {name: count for name, count in embedded.counters().items() if count and name != "Threads"}

    deadline = time.monotonic() + PATIENCE_S
    while (left() or console_hosts() > before) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert ({}, before) == (left(), console_hosts())


def console(script: str, **more: object) -> dict[str, object]:
    """Parameters of a Python that runs this script in a console."""
    command = [sys.executable, "-I", "-S", "-c", OPEN + script]
    return {"CommandArgs": command, "EmulateConsole": True, "CreateStdInPipe": True, "CreateStdOutPipe": True, **more}


async def running() -> ComputeSystem:
    """A started container that goes with its handle."""
    system = await ComputeSystem.create(f"console-{os.getpid()}", {"Container": {}}, terminate_on_close=True)
    await system.start()
    return system


class Screen:
    """What a console process shows."""

    def __init__(self, process: ComputeProcess) -> None:
        assert process.stdout is not None
        self.stream = process.stdout
        self.drawn = b""

    @property
    def text(self) -> str:
        """All of it, without the notation."""
        return NOTATION.sub(b"", self.drawn).decode()

    async def read_until(self, words: str) -> str:
        """Read until the words are on the screen."""
        with anyio.fail_after(PATIENCE_S):
            while words not in self.text:
                self.drawn += await self.stream.receive()
        return self.text

    async def read_all(self) -> str:
        """Read to the end."""
        with anyio.fail_after(PATIENCE_S):
            async for chunk in self.stream:
                self.drawn += chunk
        return self.text


async def test_what_is_written_arrives_and_what_is_typed_is_read() -> None:
    """The three things a console is for; the exit code and the end of the stream come besides."""
    script = READ + "say('who?'); say('hello ' + typed.readline().strip()); sys.exit(7)"
    async with await running() as system, await system.create_process(console(script)) as process:
        screen = Screen(process)
        await screen.read_until("who?")
        assert process.stdin is not None
        await process.stdin.send(b"you\r")
        shown = await screen.read_all()
        assert "hello you" in shown
        assert shown.count("you") == 2, "the console echoes what is typed"
        assert (await process.wait()).exit_code == 7


async def test_the_end_of_input_is_typed() -> None:
    """A console has no closed end: programs read Ctrl-Z as the end."""
    script = READ + "say('ready'); say(f'{len(typed.read())} letters, then the end.')"
    async with await running() as system, await system.create_process(console(script)) as process:
        screen = Screen(process)
        await screen.read_until("ready")
        assert process.stdin is not None
        await process.stdin.send(b"abc\r")
        await screen.read_until("abc")
        await process.close_stdin()
        assert "4 letters, then the end." in await screen.read_all()
        assert (await process.wait()).exit_code == 0


@pytest.mark.parametrize(("asked", "shown"), [({"ConsoleSize": [30, 100]}, "size 30 100."), ({}, "size 24 80.")])
async def test_a_console_has_the_size_it_was_given(asked: dict[str, object], shown: str) -> None:
    """ConsoleSize is [rows, columns]; programs draw by what the console answers."""
    async with await running() as system, await system.create_process(console(SIZE, **asked)) as process:
        assert shown in await Screen(process).read_all()


async def test_a_console_is_resized_or_says_that_this_system_cannot() -> None:
    """Wine 8 answers ResizePseudoConsole with E_NOTIMPL; the process must not notice, and the caller must."""
    script = READ + SIZE + "typed.readline(); " + SIZE
    async with await running() as system, await system.create_process(console(script, ConsoleSize=[30, 100])) as process:
        screen = Screen(process)
        await screen.read_until("size 30 100.")
        assert process.stdin is not None
        if on_wine():
            with pytest.raises(hcsffi.NotSupported, match=r"HcsModifyProcess.*resizing the console"):
                await process.resize_console(rows=50, columns=132)
        else:
            await process.resize_console(rows=50, columns=132)
        await process.stdin.send(b"\r")
        sizes = re.findall(r"size \d+ \d+\.", await screen.read_all())
        assert sizes[-1] == ("size 30 100." if on_wine() else "size 50 132.")


async def test_the_standard_handles_are_the_consoles_and_never_the_clients() -> None:
    """This process's own streams are redirected: without the flag for it Windows would duplicate them into the child."""
    script = (
        "import ctypes; kernel = ctypes.WinDLL('kernel32'); kernel.GetStdHandle.restype = ctypes.c_void_p; mode = ctypes.c_uint32(); "
        "handles = [kernel.GetStdHandle(number & 0xFFFFFFFF) for number in (-10, -11, -12)]; "
        "consoles = [kernel.GetConsoleMode(ctypes.c_void_p(handle), ctypes.byref(mode)) for handle in handles]; "
        "say(f'{[handle is None for handle in handles]} {consoles}.')"
    )
    expected = "[True, True, True] [0, 0, 0]." if on_wine() else "[False, False, False] [1, 1, 1]."
    async with await running() as system, await system.create_process(console(script)) as process:
        assert expected in await Screen(process).read_all()


@pytest.mark.skipif(sys.platform == "win32" and not on_wine(), reason="sh is a program of the Wine lane")
async def test_a_shell_hands_its_console_on() -> None:
    """What a shell starts writes to and reads from the same console."""
    parameters = console("") | {"CommandArgs": ["sh", "-c", "echo first; cat; exit 5"]}
    async with await running() as system, await system.create_process(parameters) as process:
        screen = Screen(process)
        await screen.read_until("first")
        assert process.stdin is not None
        await process.stdin.send(b"second\r")
        await screen.read_until("second\r\nsecond")
        await process.close_stdin()
        await screen.read_all()
        assert (await process.wait()).exit_code == 5


CHILD = "import subprocess; child = subprocess.Popen([sys.executable, '-I', '-S', '-c', 'import time; time.sleep(1000)']); "


async def test_terminate_takes_the_whole_tree_and_its_console() -> None:
    """A descendant that holds the console must not keep it, nor the reader of its output."""
    script = CHILD + "say('both run'); child.wait()"
    async with await running() as system, await system.create_process(console(script)) as process:
        screen = Screen(process)
        await screen.read_until("both run")
        assert console_hosts() >= 1
        statistics = (await system.properties("ProcessList")).process_list
        assert statistics is not None
        assert len(statistics) == 2, "the console host is no process of the system"
        await system.terminate()
        await screen.read_all()
        assert (await process.wait()).exit_code == KILLED


async def test_a_console_ends_with_its_process_whoever_else_has_it() -> None:
    """As with a terminal that is closed: the reader comes to an end although a descendant lives on, or ends by the closing."""
    script = CHILD + "say('one stays'); os._exit(3)"
    async with await running() as system, await system.create_process(console(script)) as process:
        assert "one stays" in await Screen(process).read_all()
        assert (await process.wait()).exit_code == 3


FILL = """
import os, pathlib, sys, threading, time
out, written = os.open("CONOUT$", os.O_RDWR | os.O_BINARY), 0
def fill():
    global written
    while True:
        written += os.write(out, b"x" * 70 + b"\\r\\n")
threading.Thread(target=fill, daemon=True).start()
before = -1
while before != written:
    before = written
    time.sleep(1)
pathlib.Path(sys.argv[1]).touch()
time.sleep(1000)
"""
"""Writes until nothing more is taken for a second, and says so by a file."""


async def test_output_that_nobody_reads_holds_nobody_up(tmp_path: Path) -> None:
    """Before build 26100 ClosePseudoConsole waits until the output is read or its reader is gone: never the host's own thread."""
    program, full = tmp_path / "fill.py", anyio.Path(tmp_path / "full")
    program.write_text(FILL)
    parameters = console("") | {"CommandArgs": [sys.executable, "-I", "-S", str(program), str(full)]}
    async with await running() as system, await system.create_process(parameters) as process:
        assert process.stdout is not None
        await process.stdout.receive()
        with anyio.fail_after(PATIENCE_S):
            while not await full.exists():  # noqa: ASYNC110 - another process makes the file
                await anyio.sleep(0.05)
            await process.terminate()
            assert (await process.wait()).exit_code == KILLED
            assert (await system.run(["sh", "-c", "exit 4"] if on_wine() else ["cmd", "/c", "exit 4"])).returncode == 4
        await process.stdout.aclose()


async def test_a_program_that_is_not_there_leaves_no_console() -> None:
    """The console is made before the process."""
    async with await running() as system:
        for _ in range(5):
            with pytest.raises(hcsffi.NotFound):
                await system.create_process(console("") | {"CommandArgs": [r"C:\no\such\program.exe"]})


def test_a_console_without_a_local_terminal_works() -> None:
    """In CI there is no terminal; the child of ``hcsffi run -t`` still gets its own, of the standard size."""
    words = ["run", "-t", "--", sys.executable, "-I", "-S", "-c", OPEN + SIZE + "sys.exit(6)"]
    done = subprocess.run([sys.executable, "-m", "hcsffi", *words], stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=60)
    assert done.returncode == 6, done.stderr
    assert "size 24 80." in NOTATION.sub(b"", done.stdout).decode()
