"""The functions of the service's own that one client asks for: what no library does, or what is done beside what a library does.

One of them creates a process by the library and keeps what it writes, the others are begun here and end when they have told everything, or
done it; ``hcsffi.remote.frame`` says what each takes.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, Protocol

from hcsffi.native import library
from hcsffi.native.handles import Handle, SystemHandle, Uncopyable
from hcsffi.remote.frame import as_number
from hcsffi.serving.attendance import Order
from hcsffi.serving.kept_output import TooManySystems, Wanted
from hcsffi.serving.request import Unfit

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from hcsffi.native.completions import CompletionRow
    from hcsffi.remote.frame import Frame
    from hcsffi.serving.attendance import Attendance
    from hcsffi.serving.reader import Hearer

    _Texts = list[bytes | None]

_LONGEST_NAME: Final = 65536
_DIGITS: Final = 10
"""A process's id has fewer: more do not fit 32 bits."""
_SHORTEST_INTERVAL_S: Final = 0.05
_LONGEST_INTERVAL_S: Final = 1e6


class Asker(Protocol):
    """The client, as what is done for it sees it."""

    def handle(self, own: int) -> Handle:
        """Its handle of that number.

        Raises:
            Unfit: it has none.
        """

    def hand_out(self, asked: int, tell: Callable[[Hearer], Awaitable[None]]) -> None:
        """Answer with a stream by which something is told.

        Raises:
            Unfit: it has as many as it may have.
        """

    def begin_own(self, asked: int, function: str, work: Callable[[], Awaitable[bytes]]) -> None:
        """Do something in a task, answer with what it returns, and end it when the client wants it no more."""


class OwnFunctions(Uncopyable):
    """Those of one client.

    Args:
        client: for whom.
        attendance: what the service looks after and keeps, of all clients.
    """

    def __init__(self, client: Asker, attendance: Attendance) -> None:
        self._client = client
        self._attendance = attendance
        self._outputs = attendance.outputs
        self._host = attendance.host
        self._keeping: dict[int, tuple[str, str]] = {}
        self._begun: dict[object, tuple[Callable[[int, object, _Texts], None], int]] = {
            library.READ_OUTPUT: (self._read_output, 3),
            library.FOLLOW_HOST: (self._follow_host, 2),
            library.STAND_ON: (self._stand_on, 2),
            library.ATTEND: (self._attend, 4),
        }

    def begin(self, name: object, asked: int, owner: object, one: Frame) -> bool:
        """Begin what no library is asked for; whether it is such a function.

        Raises:
            Unfit: something does not fit.
        """
        begin, count = self._begun.get(name, (None, 0)) if isinstance(name, str) else (None, 0)
        if begin is None:
            return False
        begin(asked, owner, _texts_of(one, count))
        return True

    def underlying(self, name: object, asked: int, one: Frame) -> tuple[object, _Texts]:
        """The function that the library is asked for, and its texts; where output is to be kept, that of creating a process.

        Raises:
            Unfit: there is no room, or something does not fit.
        """
        if name != library.KEEP_OUTPUT:
            return name, one.texts
        parameters, system_id, incarnation = _texts_of(one, 3)
        of = _name(system_id), _name(incarnation or b"?")
        try:
            self._outputs.refuse_excess()
        except TooManySystems as error:
            raise Unfit("E_OUTOFMEMORY", str(error)) from error
        self._keeping[asked] = of
        return "HcsCreateProcess", [parameters]

    def answered(self, asked: int, answer: CompletionRow) -> CompletionRow:
        """The library's answer as the client gets it: without the outputs that are kept."""
        keeping = self._keeping.pop(asked, None)
        code, document, opened, process = answer
        if keeping is None or process is None:
            return answer
        return code, document, opened, self._outputs.keep(*keeping, process)

    def forget(self, asked: int) -> None:
        """Nobody waits for that answer any more, or there will be none."""
        self._keeping.pop(asked, None)

    def _read_output(self, asked: int, _: object, texts: _Texts) -> None:
        system_id, incarnation, wanted = texts
        kept = self._outputs.find(_name(system_id), None if incarnation is None else _name(incarnation))
        if kept is None:
            raise Unfit("ERROR_NOT_FOUND", "this service keeps no output of such a system")
        what = _wanted(wanted or b"")
        self._client.hand_out(asked, lambda to: kept.copy(to, what))

    def _follow_host(self, asked: int, _: object, texts: _Texts) -> None:
        query, interval = texts
        try:
            interval_s = max(float(interval or b""), _SHORTEST_INTERVAL_S)
        except ValueError as error:
            raise Unfit("E_INVALIDARG", "a time between two looks that is none") from error
        if not interval_s < _LONGEST_INTERVAL_S or (query is not None and 0 in query):
            raise Unfit("E_INVALIDARG", "a time between two looks that never passes, or a query with a NUL")
        self._client.hand_out(asked, lambda to: self._host.follow(to, query, interval_s))

    def _stand_on(self, asked: int, _: object, texts: _Texts) -> None:
        of, wanted = _name(texts[0]), texts[1] or b""
        self._client.begin_own(asked, library.STAND_ON, lambda: self._attendance.stand_on(self._client, of, wanted))

    def _attend(self, asked: int, owner: object, texts: _Texts) -> None:
        if not isinstance(self._client.handle(as_number(owner)), SystemHandle):
            raise Unfit("E_HANDLE", f"{library.ATTEND} takes a system")
        system_id, namespace, process, incarnation = texts
        if process is not None and not (process.isdigit() and len(process) < _DIGITS):
            raise Unfit("E_INVALIDARG", "a process's id that is none")
        within, life = (None if text is None else _name(text) for text in (namespace, incarnation))
        order = Order(_name(system_id), within, None if process is None else int(process), life)

        async def work() -> bytes:
            await self._attendance.attend(self._client, order)
            return b""

        self._client.begin_own(asked, library.ATTEND, work)


def _texts_of(one: Frame, count: int) -> list[bytes | None]:
    """The texts of a request.

    Raises:
        Unfit: it has another number of them.
    """
    if len(one.texts) != count:
        raise Unfit("E_INVALIDARG", f"{count} texts, not {len(one.texts)}")
    return one.texts


def _name(text: bytes | None) -> str:
    """A text that names something.

    Raises:
        Unfit: there is none, or it is too long for a name.
    """
    if not text or len(text) > _LONGEST_NAME:
        raise Unfit("E_INVALIDARG", "a name that is none")
    return text.decode("utf-8", "replace")


def _wanted(text: bytes) -> Wanted:
    """What a reader wants, as he writes it.

    Raises:
        Unfit: he writes something else.
    """
    try:
        told = json.loads(text)
        follow, last = bool(told["Follow"]), told.get("Tail")
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Unfit("E_INVALIDARG", "an order to read that is none") from error
    if last is not None and (type(last) is not int or last < 0):
        raise Unfit("E_INVALIDARG", "a number of lines that is none")
    return Wanted(follow, last)
