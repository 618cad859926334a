"""Nothing that owns a handle, a descriptor or a registration can be copied or pickled.

A copy's end would close the original's handle; with a pipe, the program's own next file would be read as a process's output.
"""

from __future__ import annotations

import copy
import importlib
import inspect
import os
import pickle
import pkgutil
import sys
from collections import ChainMap
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

import hcsffi
from hcsffi.delivery import dispatcher
from hcsffi.native.handles import Uncopyable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractAsyncContextManager

    from hcsffi import ComputeSystem

    RunningSystem = Callable[..., AbstractAsyncContextManager[ComputeSystem]]

ENDS = {"close", "aclose", "abandon", "detach", "__del__", "__exit__", "__aexit__"}
"""What a class has whose objects must be closed by somebody."""
COPIES: list[Callable[[Any], object]] = [copy.copy, copy.deepcopy, *(partial(pickle.dumps, protocol=one) for one in range(6))]
REFUSAL = r"cannot be copied or pickled: it owns what only one object may close"


def classes() -> set[type]:
    """Every class of the package, found by importing all of it."""
    found: set[type] = set()
    for module in pkgutil.walk_packages(hcsffi.__path__, "hcsffi."):
        if not module.name.endswith(("__main__", *(("_posix",) if sys.platform == "win32" else ()))):
            members = vars(importlib.import_module(module.name)).values()
            found |= {member for member in members if inspect.isclass(member) and member.__module__.startswith("hcsffi.")}
    return found


def parts(whole: object) -> Iterator[object]:
    """What an object holds in attributes, slots, lists and the like."""
    if isinstance(whole, dict):
        yield from whole.values()
    elif isinstance(whole, (list, tuple, set, frozenset)):
        yield from whole
    else:
        yield from getattr(whole, "__dict__", {}).values()
        for kind in type(whole).__mro__:
            names = kind.__dict__.get("__slots__", ())
            yield from (getattr(whole, name, None) for name in ([names] if isinstance(names, str) else names) if name != "__weakref__")
        if inspect.ismethod(whole):
            yield whole.__self__


def reached(start: object) -> list[object]:
    """Everything of ours that a copy of an object can reach."""
    seen: dict[int, object] = {}
    waiting = [start]
    while waiting:
        one = waiting.pop()
        if id(one) not in seen and not inspect.isclass(one):
            seen[id(one)] = one
            waiting += [part for part in parts(one) if not isinstance(part, (str, bytes, int))]
    return list(seen.values())


def test_every_class_whose_objects_are_closed_refuses() -> None:
    """Found by what closes them, so that the next such class is asked too; a tuple of owners is refused by its members."""
    owners = {kind for kind in classes() if ENDS & set(dir(kind)) and not issubclass(kind, tuple) and not vars(kind).get("_is_protocol")}
    assert {"ComputeSystem", "ComputeProcess", "EventStream", "SendPipe", "ReceivePipe", "PipeHandle"} <= {kind.__name__ for kind in owners}
    assert [] == sorted(kind.__qualname__ for kind in owners if not issubclass(kind, Uncopyable))


@pytest.mark.anyio
async def test_no_copy_of_a_live_object_reaches_a_number(running: RunningSystem) -> None:
    """Whatever hangs on a system, a process, their streams and events: refused, at every depth, and nothing is closed by the attempt."""
    parameters = {"CommandLine": "cat", "CreateStdInPipe": True, "CreateStdOutPipe": True, "CreateStdErrPipe": True}
    async with (
        running() as system,
        system.events() as events,
        await system.create_process(parameters) as process,
        process.events() as exits,
    ):
        live = reached([system, events, process, exits, system.calls, process.calls, system.calls.start(), dispatcher.current()])
        owners = [one for one in live if isinstance(one, Uncopyable)]
        stream = "StreamHandle" if sys.platform == "win32" else "PipeHandle"
        assert {"SystemHandle", "ProcessHandle", stream, "EventSource", type(dispatcher.current().queue).__name__} <= {
            type(one).__name__ for one in owners
        }
        for owner in owners:
            for duplicate in COPIES:
                with pytest.raises(TypeError, match=f"a {type(owner).__name__} {REFUSAL}"):
                    duplicate(owner)
        holders: list[object] = [one for one in live if type(one).__module__.startswith("hcsffi.") and one not in owners]
        around: list[object] = [[system], {"a": ({"b": process},)}, ChainMap({"a": process.stdin}), partial(print, system), process.wait]
        for holder in holders + around:
            if any(isinstance(one, Uncopyable) for one in reached(holder)):
                for duplicate in COPIES[1:]:  # a shallow copy of what owns nothing is another name for the same owner
                    with pytest.raises(TypeError, match=REFUSAL):
                        duplicate(holder)
        assert process.stdin is not None
        assert process.stdout is not None
        await process.stdin.send(b"still here")
        assert await process.stdout.receive() == b"still here"
        await process.close_stdin()
        assert (await process.wait()).exit_code == 0
        assert (await system.properties()).state == "Running"


@pytest.mark.anyio
async def test_the_refusal_says_how_to_have_a_second_one(running: RunningSystem) -> None:
    """Whoever copies a system wants one in another task or process: its id gets there."""
    async with running() as system:
        with pytest.raises(TypeError, match=r"ComputeSystem\.open opens the same system once more by its id"):
            copy.deepcopy({"system": system})
        async with await system.create_process({"CommandLine": "cat"}, terminate_on_close=True) as process:
            with pytest.raises(TypeError, match="opens the same process once more by its id"):
                pickle.dumps(process)


@pytest.mark.anyio
async def test_files_of_the_program_are_never_read_as_output(running: RunningSystem) -> None:
    """The worst of it: the copy's end freed the descriptor, the program's next file got it."""
    async with (
        running() as system,
        await system.create_process({"CommandLine": "echo from the process", "CreateStdOutPipe": True}) as process,
    ):
        with pytest.raises(TypeError):
            copy.deepcopy(process)
        files = [os.open(os.devnull, os.O_RDONLY) for _ in range(4)]
        try:
            assert process.stdout is not None
            assert await process.stdout.receive() == b"from the process\n"
        finally:
            for file in files:
                os.close(file)
