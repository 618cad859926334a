"""The embedded host from other languages: what the wheel brings for them is enough, and each example builds and says the same.

A test skips where its toolchain is missing; CI has them all.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from hcsffi import cli
from hcsffi.native import library

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "embedding"
pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="the examples read a stream as a file descriptor; on Windows it is a pipe's HANDLE"),
    pytest.mark.timeout(300),
]


def embedded(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """What `hcsffi embedded` prints."""
    assert cli.main(["embedded", *words]) == 0
    return capsys.readouterr().out.rstrip("\n")


def tool(*names: str) -> list[str]:
    """The command of the first of these that is there."""
    for name in names:
        words = os.environ.get({"cc": "CC", "c++": "CXX"}.get(name, ""), name).split()
        if words and shutil.which(words[0]):
            return words
    pytest.skip(f"{names[0]} is not installed")


def run(words: list[str], folder: Path, **variables: str) -> str:
    """What the command prints; it must not fail."""
    environment = {**os.environ, **variables}
    done = subprocess.run(words, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=280)
    assert 0 == done.returncode, done.stdout + done.stderr
    return done.stdout


def said_hello(output: str) -> None:
    """Every example prints what its command said, and the status with which it exited."""
    hello, status = output.splitlines()
    assert "hello from example" == hello
    assert status.startswith("exit: {")
    exited = json.loads(status.removeprefix("exit: "))
    assert (True, 7) == (exited["Exited"], exited["ExitCode"])


def copy_of(name: str, tmp_path: Path) -> Path:
    """A folder of one's own with the example."""
    return Path(shutil.copytree(EXAMPLES / name, tmp_path / name))


@pytest.mark.parametrize(("language", "compiler", "standard"), [("c", "cc", "c11"), ("cpp", "c++", "c++17")])
def test_a_program_in_c_or_cpp_is_built_with_what_the_command_prints(
    language: str, compiler: str, standard: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Flags from `hcsffi embedded`, warnings as errors: the header is clean, and the program finds the library where it lies."""
    words = tool(compiler)
    flags = embedded(capsys, "--cflags").split()
    (source,) = (EXAMPLES / language).iterdir()
    warnings = ["-Wall", "-Wextra", "-Wpedantic", "-Werror"]
    run([*words, f"-std={standard}", *warnings, *flags, str(source), "-o", "hello", *embedded(capsys, "--libs").split()], tmp_path)
    said_hello(run(["./hello"], tmp_path))


def test_pkg_config_says_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Build systems ask it; the file says its folder by itself, so that a wheel may lie anywhere."""
    words = tool("pkg-config", "pkgconf")
    folder = Path(embedded(capsys, "--path")).parent
    answer = run([*words, "--cflags", "--libs", "hcsffi"], tmp_path, PKG_CONFIG_PATH=str(folder)).split()
    assert [*embedded(capsys, "--cflags").split(), *embedded(capsys, "--libs").split()] == answer
    assert re.fullmatch(r"\d+\.\d+\.\d+\S*", run([*words, "--modversion", "hcsffi"], tmp_path, PKG_CONFIG_PATH=str(folder)).strip())


def test_a_program_in_go_runs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By cgo and pkg-config, without any package of others."""
    words = tool("go")
    tool("pkg-config")
    folder = str(Path(embedded(capsys, "--path")).parent)
    # cgo takes no linker flag it does not know from a file of somebody else's.
    variables = {"PKG_CONFIG_PATH": folder, "CGO_LDFLAGS_ALLOW": "-Wl,-rpath,.*", "GOFLAGS": "-mod=mod", "GOTOOLCHAIN": "local"}
    said_hello(run([*words, "run", "."], copy_of("go", tmp_path), **variables))


def test_a_program_in_rust_runs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By libloading; the library is named by its path."""
    words = tool("cargo")
    source = copy_of("rust", tmp_path)
    fetched = subprocess.run([*words, "fetch", "--quiet"], cwd=source, capture_output=True, text=True, check=False, timeout=120)
    if fetched.returncode:
        pytest.skip("libloading cannot be had: no way to crates.io")
    said_hello(run([*words, "run", "--quiet"], source, HCSFFI_HOST=embedded(capsys, "--path")))


def test_a_program_in_node_runs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By koffi; what blocks, closing too, goes to another thread."""
    words, npm = tool("node"), tool("npm")
    source = copy_of("node", tmp_path)
    quiet = ["install", "--silent", "--no-audit", "--no-fund"]
    fetched = subprocess.run([*npm, *quiet], cwd=source, capture_output=True, text=True, check=False, timeout=120)
    if fetched.returncode:
        pytest.skip("koffi cannot be had: no way to npm's registry")
    said_hello(run([*words, "hello.js"], source, HCSFFI_HOST=embedded(capsys, "--path")))


def test_without_its_reaper_the_host_says_what_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever copies the library alone learns from the first start what else there is to copy."""
    words = tool("cc")
    alone = Path(shutil.copy(embedded(capsys, "--path"), tmp_path))
    flags = [*embedded(capsys, "--cflags").split(), f"-L{tmp_path}", "-lhcsffi.host", f"-Wl,-rpath,{tmp_path}"]
    run([*words, "-std=c11", *flags[:1], str(EXAMPLES / "c" / "hello.c"), "-o", "hello", *flags[1:]], tmp_path)
    done = subprocess.run(["./hello"], cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60)
    assert (1, "HcsStartComputeSystem: 0x80370114\n") == (done.returncode, done.stderr)
    assert f"starting the reaper {alone.parent / 'reaper'}: No such file or directory" in done.stdout


def test_the_command_needs_a_question(capsys: pytest.CaptureFixture[str]) -> None:
    """Usage is 2, as everywhere."""
    assert cli.main(["embedded"]) == 2
    assert "--path" in capsys.readouterr().out


def test_a_system_without_a_host_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Bindings and documents alone: there is nothing to link with."""
    monkeypatch.setattr(library, "embedded_file", lambda: None)
    monkeypatch.setattr(library, "PLATFORM", "darwin")
    assert cli.main(["embedded", "--path"]) == 125
    assert "no embedded host for darwin" in capsys.readouterr().err


EMBEDDING = """
#include <Python.h>
#include <stdio.h>
#include <string.h>

static const char program[] =
    "import anyio\\n"
    "from hcsffi import ComputeSystem\\n"
    "async def main():\\n"
    "    document = {'Owner': 'c', 'SchemaVersion': {'Major': 2, 'Minor': 1}, 'Container': {}}\\n"
    "    async with await ComputeSystem.create('embedding', document, terminate_on_close=True) as system:\\n"
    "        await system.start()\\n"
    "        print((await system.run(['echo', 'hello'])).stdout.decode(), end='', flush=True)\\n"
    "anyio.run(main)\\n";

int main(int count, char **words) {
    for (int time = 0; time < 3; ++time) {
        PyConfig config;
        PyConfig_InitPythonConfig(&config);
        PyConfig_SetBytesString(&config, &config.program_name, words[count - 1]);
        const PyStatus status = Py_InitializeFromConfig(&config);
        PyConfig_Clear(&config);
        if (PyStatus_Exception(status) || PyRun_SimpleString(program) != 0 || Py_FinalizeEx() != 0) return 1;
    }
    return 0;
}
"""


def test_a_program_embeds_cpython_three_times_over(tmp_path: Path) -> None:
    """Start Python, use a system, finish Python, and again: nothing of an interpreter that is gone is called or kept."""
    words = tool("cc")
    config = Path(sys.base_prefix, "bin", f"python3.{sys.version_info.minor}-config")
    if not config.is_file():
        pytest.skip(f"{config} is not there: the headers of this Python are not installed")
    flags = run([str(config), "--includes", "--ldflags", "--embed"], tmp_path).split()
    library_folder = next((one[2:] for one in flags if one.startswith("-L")), "")
    (tmp_path / "embedding.c").write_text(EMBEDDING, encoding="utf-8")
    try:
        run([*words, "embedding.c", "-o", "embedding", *flags, f"-Wl,-rpath,{library_folder}:{sys.base_prefix}/lib"], tmp_path)
    except AssertionError as error:
        if "cannot find -lpython" in str(error):
            pytest.skip("this Python was built without a library to link with")
        raise
    assert "hello\nhello\nhello\n" == run(["./embedding", sys.executable], tmp_path)
