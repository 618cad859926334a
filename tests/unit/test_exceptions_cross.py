"""Every exception of the package crosses a process: pickled, copied and read back it is the same, with the same text.

A process pool that cannot read an exception says ``BrokenProcessPool``, or hangs for ever.
"""

from __future__ import annotations

import copy
import importlib
import inspect
import os
import pickle
import pkgutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import hcsffi
from hcsffi import CommandFailed, HcsError, InvalidDocument, NotFound, TimedOut, UnknownMember, documents
from hcsffi.grammar.value import RefusedValue
from hcsffi.hresult import Outcome
from hcsffi.native.library import ForkedProcess, LibraryInUse
from hcsffi.native.text import UnusableText
from hcsffi.network import AmbiguousName, Difference, Leftover, NetworkDiffers, NotUndone
from hcsffi.network.journal import JournalStep, Thing
from hcsffi.network.policy import PolicyPlace, PolicyRefused
from hcsffi.network.service_version import Since
from hcsffi.serving.request import Unfit
from hcsffi.storage.claim import UnreadableClaim
from hcsffi.storage.oci.halt import Halted
from hcsffi.storage.oci.refusal import ArchiveRefused, Rule

if TYPE_CHECKING:
    from collections.abc import Callable

OUTCOME = Outcome(
    "HcsStartComputeSystem",
    0x80370100,
    b'{"Error": -2143878912, "ErrorMessage": "why \xe2\x82\xac", "ErrorEvents": [{"Message": "because", "EventId": 7}], '
    b'"Attribution": [{}]}',
)
SAMPLES: dict[type, Callable[[type], BaseException]] = {
    TimedOut: lambda kind: kind(OUTCOME, "a command", 17763, "running", 2.5, b"out", b"err", 3, 4),
    HcsError: lambda kind: kind(OUTCOME, "compute system 'a'", 17763),
    CommandFailed: lambda kind: kind(3, ["sh", "-c", "exit 3"], b"out", b"err", 5, 6),
    InvalidDocument: lambda kind: kind("hcs.ComputeSystem", [documents.Problem("$.Owner", "int 1", "a text", "Owner")] * 2),
    UnknownMember: lambda kind: kind("$.owner", "Owner"),
    UnusableText: lambda kind: kind("HcsOpenComputeSystem", 1, b"a\0b", 1),
    LibraryInUse: lambda kind: kind("the embedded host", "computecore.dll", 3),
    ForkedProcess: lambda kind: kind(),
    RefusedValue: lambda kind: kind("Any", "an IPv4 or IPv6 address"),
    PolicyRefused: lambda kind: kind("ACL", PolicyPlace.NETWORK, (PolicyPlace.ENDPOINT,), Since("7.2"), None),
    AmbiguousName: lambda kind: kind("endpoint", "web", ["6d0f4c4a-1111-4222-8333-944455566677"] * 2),
    NetworkDiffers: lambda kind: kind("6d0f4c4a-1111-4222-8333-944455566677", "nat", [Difference("type", "NAT", "ICS")], ["endpoint"]),
    NotUndone: lambda kind: kind("attachment 7 of 'web'", [Leftover(JournalStep(thing=Thing.ENDPOINT, id="7"), NotFound(OUTCOME, "it"))]),
    ArchiveRefused: lambda kind: kind(Rule.HEADER, "Files/a", "no checksum"),
    UnreadableClaim: lambda kind: kind(Path("/layers/.claim"), "no JSON"),
    Halted: lambda kind: kind("the waiter is gone"),
    Unfit: lambda kind: kind("E_HANDLE", "no such handle is open"),
    Exception: lambda kind: kind("a sentence"),
}
"""How to make one: the row of the nearest parent counts."""
LEFT_OUT = ("__main__", *(("_posix",) if os.name == "nt" else ()))
"""Modules that cannot be imported here: what is for POSIX alone says so in its name."""
WAYS: list[Callable[[Any], Any]] = [
    copy.copy,
    copy.deepcopy,
    *(lambda error, protocol=protocol: pickle.loads(pickle.dumps(error, protocol)) for protocol in range(6)),
]


class Refused(NotFound):
    """A program's own exception, made of other things than its parent."""

    def __init__(self, name: str) -> None:
        super().__init__(OUTCOME, name)
        self.name = name


def exceptions() -> list[type[BaseException]]:
    """Every exception class of the package, found by importing all of it."""
    found: set[type[BaseException]] = {Refused}
    for module in pkgutil.walk_packages(hcsffi.__path__, "hcsffi."):
        if not module.name.endswith(LEFT_OUT):
            found |= {
                member
                for member in vars(importlib.import_module(module.name)).values()
                if inspect.isclass(member) and issubclass(member, BaseException) and member.__module__.startswith("hcsffi.")
            }
    return sorted(found, key=lambda kind: kind.__qualname__)


def sample(kind: type[Any]) -> BaseException:
    """An exception of that class with something in every place."""
    if kind is Refused:
        return Refused("web")
    if kind.__name__ == "_Noted":  # what a user's cattrs converter raises
        made: BaseException = kind(InvalidDocument("hcs.Layer", [documents.Problem("$.Path", "int 1", "a text")] * 2), documents.Layer)
        return made
    return next(SAMPLES[parent](kind) for parent in kind.__mro__ if parent in SAMPLES)


@pytest.mark.parametrize("kind", exceptions())
def test_an_exception_is_read_back_as_it_was(kind: type[BaseException]) -> None:
    """Class, text, arguments and everything it carries, notes included."""
    error = sample(kind)
    error.__dict__["__notes__"] = ["while testing"]  # as add_note leaves it, which Python 3.10 does not have
    for way in WAYS:
        again = way(error)
        assert type(again) is kind
        assert (str(again), repr(again), again.args) == (str(error), repr(error), error.args)
        assert carried(again) == carried(error)


def carried(error: BaseException) -> dict[str, Any]:
    """What an exception carries; the exceptions in a group, which lie there on Python 3.10, are compared by what they say."""
    inside = [(type(one), one.args, vars(one)) for one in getattr(error, "exceptions", ())]
    return {**vars(error), "_exceptions": inside}


def test_each_of_them_says_something() -> None:
    """An exception without a text leaves a user with a class name."""
    assert [] == [kind.__qualname__ for kind in exceptions() if not str(sample(kind))]


def test_what_a_time_limit_carries_is_carried_along() -> None:
    """The output until then is why one reads such an error in another process."""
    again = pickle.loads(pickle.dumps(sample(TimedOut)))
    assert (again.phase, again.timeout_s, again.stdout, again.stderr) == ("running", 2.5, b"out", b"err")
    assert (again.stdout_omitted, again.stderr_omitted, again.events[0].message) == (3, 4, "because")
