"""Run untrusted-looking commands side by side, each in a container of its own with a time limit.

The pattern of an agent's sandbox or a CI runner: results and failures are told apart, a command that hangs is ended, and
whatever happens no container is left behind. Off Windows the embedded host runs them, which is no security boundary.

Run it with: python examples/sandbox.py
"""

from __future__ import annotations

import uuid

import anyio

from hcsffi import ComputeSystem, HcsError, TimedOut, documents

COMMANDS = {
    "fine": ["sh", "-c", "echo all is well"],
    "failing": ["sh", "-c", "echo something broke >&2; exit 3"],
    "hanging": ["sh", "-c", "echo begun; sleep 1000"],
    "missing": ["no-such-program"],
}
LIMIT_S = 2


async def run_in_sandbox(name: str, command: list[str], results: dict[str, str]) -> None:
    """Run one command in a container of its own and note what became of it."""
    configuration = documents.ComputeSystem(
        owner="sandbox-example",
        schema_version=documents.hcs.Version(major=2, minor=1),
        should_terminate_on_last_handle_closed=True,
        container=documents.Container(guest_os=documents.GuestOs(host_name=name)),
    )
    async with await ComputeSystem.create(f"sandbox-{name}-{uuid.uuid4()}", configuration, terminate_on_close=True) as system:
        await system.start()
        try:
            done = await system.run(command, timeout_s=LIMIT_S)
        except TimedOut as late:
            results[name] = f"ended after {LIMIT_S} s, having said {late.stdout.decode().strip()!r}"
        except HcsError as error:
            results[name] = f"not started: {error.symbol}"
        else:
            said = (done.stdout + done.stderr).decode().strip()
            results[name] = f"exit code {done.returncode}, said {said!r}"


async def main() -> None:
    """Run all commands at the same time and print what became of each."""
    results: dict[str, str] = {}
    async with anyio.create_task_group() as tasks:
        for name, command in COMMANDS.items():
            tasks.start_soon(run_in_sandbox, name, command, results)
    for name in COMMANDS:
        print(f"{name}: {results[name]}")


if __name__ == "__main__":
    anyio.run(main)
