"""What of this program's terminal is joined to a process, and when its console learns of another size."""

from __future__ import annotations

from contextlib import contextmanager
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest

from hcsffi.compute import joining, passage, terminal
from hcsffi.compute.joining import join_terminal
from hcsffi.errors import build
from hcsffi.hresult import Outcome, value_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from typing_extensions import Self

    from hcsffi.compute.process import ComputeProcess

pytestmark = pytest.mark.anyio


class Joined:
    """What was done with the terminal, and what the conversation was given."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.raw: list[int] = []
        self.given: dict[str, Any] = {}
        monkeypatch.setattr(terminal, "raw", self._raw)
        monkeypatch.setattr(passage, "source", lambda descriptor: ("source", descriptor))
        monkeypatch.setattr(passage, "target", lambda descriptor: ("target", descriptor))
        monkeypatch.setattr(joining, "converse", self._converse)

    @contextmanager
    def _raw(self, descriptor: int) -> Iterator[None]:
        self.raw.append(descriptor)
        yield

    async def _converse(self, _: object, **given: Any) -> str:
        self.given = given
        return "its status"


@pytest.mark.parametrize(("console", "stdin", "raw"), [(True, "one", [0]), (True, None, []), (False, "one", []), (False, None, [])])
async def test_keys_go_raw_to_a_console_that_takes_them(
    stdin: str | None, raw: list[int], monkeypatch: pytest.MonkeyPatch, *, console: bool
) -> None:
    """Where nobody takes them, Ctrl-C has to end this program as it always does."""
    joined = Joined(monkeypatch)
    process = cast("ComputeProcess", SimpleNamespace(stdin=stdin))
    assert "its status" == await join_terminal(process, console=console, drain_s=7)
    assert raw == joined.raw
    beside = joined.given.pop("beside")
    assert console is (beside is not None)
    assert {"stdin": ("source", 0), "stdout": ("target", 1), "stderr": ("target", 2), "drain_s": 7} == joined.given


class Changes:
    """Our window changes twice."""

    def __init__(self) -> None:
        self._left = 2

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> None:
        """The next change."""
        if not self._left:
            raise StopAsyncIteration
        self._left -= 1


class Console:
    """A process with a console, which may be gone after so many changes."""

    def __init__(self, lasts: int) -> None:
        self.sizes: list[tuple[int, ...]] = []
        self._lasts = lasts

    async def resize_console(self, *size: int) -> None:
        """As a process's."""
        if len(self.sizes) == self._lasts:
            raise build(Outcome("HcsModifyProcess", value_of("HCS_E_INVALID_STATE")), "a process")
        self.sizes.append(size)


@pytest.mark.parametrize(
    ("known", "lasts", "expected"),
    [
        (None, 9, [(40, 100), (40, 100), (40, 100)]),
        ((24, 80), 9, [(40, 100), (40, 100), (40, 100)]),
        ((40, 100), 9, [(40, 100), (40, 100)]),
        ([40, 100], 9, [(40, 100), (40, 100)]),
        (None, 0, []),
        (None, 2, [(40, 100), (40, 100)]),
    ],
    ids=["unknown", "another", "the same", "the same in a list", "gone at once", "gone meanwhile"],
)
async def test_a_console_has_the_size_of_ours_at_once_and_at_each_change(
    known: tuple[int, int] | list[int] | None, lasts: int, expected: list[tuple[int, int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that was created with it needs no word; one that is gone takes none, and that is no error."""

    @contextmanager
    def signals(*_: object) -> Iterator[Changes]:
        yield Changes()

    monkeypatch.setattr(terminal, "signals", signals)
    monkeypatch.setattr(terminal, "size", lambda: (40, 100))
    console = Console(lasts)
    await joining._follow_size(cast("ComputeProcess", console), known)
    assert expected == console.sizes


async def test_where_nobody_tells_of_a_change_the_console_keeps_its_size(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows has no such signal."""

    @contextmanager
    def signals(*_: object) -> Iterator[None]:
        yield None

    monkeypatch.setattr(terminal, "signals", signals)
    console = Console(9)
    await joining._follow_size(cast("ComputeProcess", console), None)
    assert [] == console.sizes
