"""Secrets stay inside while something goes on: in logs, in the errors of calls, and in what a command prints with ``--debug``."""

from __future__ import annotations

import json
import logging
import traceback
from typing import TYPE_CHECKING

import pytest

from hcsffi import CommandFailed, HcsError, cli, documents

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path

    from hcsffi import ComputeSystem

    RunningSystem = Callable[..., AbstractAsyncContextManager[ComputeSystem]]

SECRET = "hunter2-S3CR3T"


@pytest.mark.anyio
async def test_no_log_and_no_error_of_a_call_shows_the_environment(caplog: pytest.LogCaptureFixture, running: RunningSystem) -> None:
    """At debug level, in the answer to a program that is not there, and in what a failed command leaves."""
    caplog.set_level(logging.DEBUG)
    async with running() as system:
        with pytest.raises(HcsError) as refused:
            await system.create_process({"CommandLine": "no-such-program", "Environment": {"TOKEN": SECRET}})
        with pytest.raises(CommandFailed) as failed:
            await system.run(["sh", "-c", "exit 3"], env={"TOKEN": SECRET}, check=True)
        with pytest.raises(documents.InvalidDocument) as wrong:
            await system.create_process({"CommandLine": "x", "Environment": {"TOKEN": [SECRET]}})
    for error in (refused.value, failed.value, wrong.value):
        assert SECRET not in str(error) + repr(error) + "".join(traceback.format_exception(error))
    assert caplog.records
    assert SECRET not in caplog.text


@pytest.mark.parametrize("words", [["--env", f"={SECRET}"], ["--config", "CONFIG"]], ids=["variable", "configuration"])
def test_debug_shows_no_secret_either(words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--debug` is what people paste into a report."""
    place = tmp_path / "wrong.json"
    values = [{"StringValue": [SECRET]}, {"Name": 5, "StringValue": SECRET}]
    place.write_text(json.dumps({"Container": {"RegistryChanges": {"AddValues": values}}}))
    given = [str(place) if word == "CONFIG" else word for word in words]
    assert cli.main(["run", "--debug", *given, "--", "true"]) == 125
    shown_text = "".join(capsys.readouterr())
    assert "Traceback" in shown_text
    assert SECRET not in shown_text
