"""What is told of every call: a record of the logger ``hcsffi``, and a span where the program uses OpenTelemetry.

A call that ends is a record at debug level, whether it succeeded or not: its failure is raised. A call that is given up, asked again or
closed in another way than it should be, and an event that finds no room, are records at warning level. Records carry ``hcs_function``,
``hcs_subject``, ``hcs_hresult`` and ``hcs_elapsed_s``.

Of two calls that are made in one go, to open something and to ask it, the first one's record carries the time of both.

A span is made where ``opentelemetry.trace`` has been imported: a program that traces has done so, and nobody else pays for it. It is named
after the function and carries ``hcs.subject`` and ``hcs.hresult``. Without both, a call costs one question more.
"""

from __future__ import annotations

import logging
import sys
import time
from typing import TYPE_CHECKING, Final

from hcsffi import hresult

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType

LOG: Final = logging.getLogger("hcsffi")
ROOT: Final = logging.getLogger()
"""Whose level counts where ``LOG`` has none."""
LOG.addHandler(logging.NullHandler())

TRACE: Final = "opentelemetry.trace"
CALLS: Final = logging.DEBUG
is_heard = LOG.isEnabledFor
"""Whether somebody listens to records of a level, as ``CALLS``: what is on the path of every operation asks before it calls ``begin``."""
_modules = sys.modules


class Told:
    """One call that is told of.

    Args:
        function: its native name.
        subject: what it is about.
        trace: the module that makes spans, where the program has loaded it.
    """

    __slots__ = ("_begun", "_function", "_span", "_subject", "_trace")

    def __init__(self, function: str, subject: str, trace: ModuleType | None) -> None:
        self._function = function
        self._subject = subject
        self._trace = trace
        self._begun = time.perf_counter()
        self._span = None if trace is None else trace.get_tracer("hcsffi").start_span(function, attributes={"hcs.subject": subject})

    def end(self, code: int) -> None:
        """Tell what the call came back with."""
        elapsed_s = time.perf_counter() - self._begun
        symbol = hresult.describe(code).symbol
        if LOG.isEnabledFor(logging.DEBUG):
            LOG.debug(
                "%s for %s: %s (0x%08X) after %.3f ms",
                *(self._function, self._subject, symbol, code, elapsed_s * 1000),
                extra=_members(self._function, self._subject, code, elapsed_s),
            )
        if self._span is not None and self._trace is not None:
            self._span.set_attribute("hcs.hresult", f"0x{code:08X}")
            if code >= hresult.FAILED:
                self._span.set_status(self._trace.Status(self._trace.StatusCode.ERROR, symbol))
            self._span.end()

    def give_up(self) -> None:
        """Nobody waits for the call any more."""
        if self._span is not None and self._trace is not None:
            self._span.set_status(self._trace.Status(self._trace.StatusCode.ERROR, "given up"))
            self._span.end()


def begin(function: str, subject: str) -> Told | None:
    """Return what is told of a call that begins, or ``None`` where nobody listens."""
    trace = _modules.get(TRACE)
    if trace is None and not is_heard(CALLS):
        return None
    return Told(function, subject, trace)


def given_up(function: str, subject: str) -> None:
    """Tell that a caller has gone before its call ended."""
    LOG.warning("%s for %s: given up by its caller; it may still be carried out", function, subject, extra=_members(function, subject))


def asked_again(function: str, subject: str, code: int) -> None:
    """Tell that a call came back with less than it had to, and that the rest is asked for."""
    LOG.warning(
        "%s for %s: %s; asking for what it did not tell",
        *(function, subject, hresult.describe(code).symbol),
        extra=_members(function, subject, code),
    )


def abandoned(what: str) -> None:
    """Tell that something is closed by the shim, since no thread could be had for it."""
    LOG.warning("%s: no thread for closing it could be had; the library closes it", what)


def tried(step: str, subject: str, error: Exception) -> None:
    """Tell that a step of cleaning up failed, where the next one is taken all the same."""
    LOG.warning("%s %s failed: %s", step, subject, error, extra=_members("", subject))


def dropped(subject: str, count: int) -> None:
    """Tell that events were lost because nobody read them in time."""
    LOG.warning("events of %s: %d dropped, since they were not read in time", subject, count)


def references_dropped(subject: str, dropped: Sequence[str]) -> None:
    """Tell that what referred to something that is gone was taken out."""
    LOG.warning("%s: dropped references to endpoints that are gone: %s", subject, ", ".join(dropped))


def references_kept(subject: str, reason: str) -> None:
    """Tell that what may refer to something that is gone could not be looked at or taken out."""
    LOG.warning("%s: references to endpoints that are gone may be left, and break the next container: %s", subject, reason)


def journal_kept(path: str, reason: str) -> None:
    """Tell of a file of an attachment that could not be brought up to date; whoever collects reads it."""
    LOG.warning("the journal's file %s stays as it is: %s", path, reason, extra={"hcs_subject": path})


def unreadable_record(function: str, subject: str, record: bytes) -> None:
    """Tell that a function succeeded and left an error record that says nothing we can read."""
    shown = record[:200].decode("utf-8", "replace")
    LOG.warning("%s for %s: succeeded, with an error record: %s", function, subject, shown, extra=_members(function, subject))


def _members(function: str, subject: str, code: int | None = None, elapsed_s: float | None = None) -> dict[str, object]:
    return {"hcs_function": function, "hcs_subject": subject, "hcs_hresult": code, "hcs_elapsed_s": elapsed_s}
