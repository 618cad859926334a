"""``run`` as subprocess and anyio taught people to call it; what is no command is refused before anything exists."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from hcsffi import CommandFailed, CompletedCommand

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager

    from hcsffi import ComputeSystem

    RunningSystem = Callable[..., AbstractAsyncContextManager[ComputeSystem]]

pytestmark = pytest.mark.anyio


async def test_text_goes_in_and_out_as_text(running: RunningSystem) -> None:
    """``text=True`` is the habit of everybody who has used subprocess; UTF-8 is what containers speak."""
    async with running() as system:
        done = await system.run(["cat"], input="grüße\n", text=True)
        assert (done.stdout, done.stderr) == ("grüße\n", "")
        lines = await system.run(["cat"], input="a\r\nb\rc\n", text=True)
        assert lines.stdout == "a\nb\nc\n"


async def test_an_encoding_is_taken_for_input_and_output(running: RunningSystem) -> None:
    """An older program speaks a code page."""
    async with running() as system:
        for encoding, length in (("cp1252", "1"), ("utf-8", "2")):
            assert (await system.run(["wc", "-c"], input="ü", encoding=encoding)).stdout.split() == [length]
            assert (await system.run(["cat"], input="ü", encoding=encoding)).stdout == "ü"
        with pytest.raises(LookupError, match="cp-nothing"):
            await system.run(["true"], encoding="cp-nothing")


async def test_a_failed_check_carries_text_too(running: RunningSystem) -> None:
    """What is printed of the error is read by a person."""
    async with running() as system:
        with pytest.raises(CommandFailed) as failed:
            await system.run(["sh", "-c", "echo why >&2; exit 3"], text=True, check=True)
        assert (failed.value.returncode, failed.value.stderr) == (3, "why\n")


async def test_a_cut_character_is_marked_where_a_middle_fell_out(running: RunningSystem) -> None:
    """The limit counts bytes; the caller must not get a UnicodeDecodeError for it."""
    async with running() as system:
        done = await system.run(["cat"], input="ä" * 50, text=True, max_output_bytes=6)
        assert done.stdout == "ä\ufffd\ufffdä"
        assert done.stdout_omitted == 94


async def test_paths_are_taken_where_texts_are(running: RunningSystem, tmp_path: Path) -> None:
    """``pathlib`` everywhere, as in subprocess."""
    async with running() as system:
        assert (await system.run(["sh", "-c", 'printf %s "$PWD"'], cwd=tmp_path, text=True)).stdout == str(tmp_path)
        assert (await system.run(["printf", "%s", tmp_path], text=True)).stdout == str(tmp_path)
        python = Path(sys.executable)
        assert (await system.run([python, "-c", "print(1 + 1)"], text=True)).stdout == "2\n"
        assert (await system.run(python, input="print(1 + 1)", text=True)).stdout == "2\n"


@pytest.mark.parametrize(
    ("command", "options", "words"),
    [
        (["cat"], {"input": "text"}, "input is a text: give bytes, or say text=True or encoding="),
        (["cat"], {"input": b"x", "text": True}, "input is bytes: with text=True or encoding= it is a text"),
        (["cat"], {"input": 5}, "input is bytes or a text, not int"),
        (["cat"], {"input": ["a"]}, "input is bytes or a text, not list"),
        (b"echo", {}, "a command is a text, or a sequence of texts and paths, not bytes: decode them first"),
        (5, {}, "a command is a text, or a sequence of texts and paths, not int"),
        (["echo", 5], {}, "a command's arguments are texts or paths; number 1 is int"),
        ([b"echo"], {}, "a command's arguments are texts or paths; number 0 is bytes"),
        (["true"], {"timeout": 5}, "'timeout': it is timeout_s, in seconds"),
        (["true"], {"capture_output": True}, "unexpected keyword argument 'capture_output'"),
    ],
)
async def test_what_is_no_command_is_refused_before_anything_exists(
    command: Any, options: dict[str, Any], words: str, running: RunningSystem
) -> None:
    """``input="text"`` started the command, and came back as a group of errors from inside."""
    async with running() as system:
        begun = (await system.properties("ProcessList")).process_list
        with pytest.raises(TypeError) as refused:
            await system.run(command, **options)
        assert words in str(refused.value)
        assert begun == (await system.properties("ProcessList")).process_list


async def test_bytes_of_every_kind_are_input(running: RunningSystem) -> None:
    """A buffer is bytes wherever Python takes bytes."""
    async with running() as system:
        for given in (bytearray(b"abc"), memoryview(b"abc"), b"abc"):
            assert (await system.run(["cat"], input=given)).stdout == b"abc"


def test_the_result_can_be_made_by_hand() -> None:
    """Who replaces ``run`` in a test of their own makes one."""
    made = CompletedCommand(["a"], 0, b"out", b"err")
    assert (made.stdout_omitted, made.stderr_omitted, made.decoded("utf-8").stdout) == (0, 0, "out")


async def test_a_wait_with_the_argument_of_subprocess_says_which_it_is(running: RunningSystem) -> None:
    """``Popen.wait(timeout=)`` is in everybody's fingers."""
    async with running() as system, await system.create_process({"CommandLine": "true"}) as process:
        with pytest.raises(TypeError, match=r"wait\(\) got an unexpected keyword argument 'timeout': it is timeout_s, in seconds"):
            await process.wait(timeout=5)  # type: ignore[arg-type]  # that is the slip
        assert (await process.wait(timeout_s=10)).exit_code == 0
