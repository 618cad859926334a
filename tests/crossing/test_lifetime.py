"""Whether a process lives: told by id and birth, so that nobody cleans up after the living."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from types import SimpleNamespace

import pytest

from hcsffi.native import lifetime
from hcsffi.native.lifetime import Life, ProcessIdentity, life_of, own_identity

TELL = """
import json, sys
from hcsffi.native.lifetime import own_identity
print(json.dumps(own_identity()), flush=True)
sys.stdin.read()
"""


def test_this_process_lives() -> None:
    """The first thing a clean-up must never take away is its own."""
    me = own_identity()
    assert os.getpid() == me.id
    assert me.birth > 1
    assert me == own_identity()
    assert Life.LIVING is life_of(me)


def test_any_number_of_a_process_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """From the first process of a machine or container to what 32 bits hold, as Windows counts."""
    monkeypatch.setattr(lifetime, "lib", SimpleNamespace(hcsffi_process_birth=lambda _: 99))
    for number in (1, 2**32 - 1):
        assert Life.LIVING is life_of(own_identity()._replace(id=number))


def test_another_process_is_known_as_it_knows_itself_until_it_ends() -> None:
    """What one process writes down another one reads."""
    with subprocess.Popen([sys.executable, "-c", TELL], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        told = ProcessIdentity(*json.loads(child.stdout.readline()))
        assert Life.LIVING is life_of(told)
        assert told.birth >= own_identity().birth
        child.stdin.close()
        child.wait()
    assert Life.ENDED is life_of(told)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no processes that ended and wait for their parent")
def test_a_process_nobody_waited_for_has_ended() -> None:
    """A parent that forgets its children would otherwise keep alive what they left."""
    if sys.platform != "win32":
        with subprocess.Popen([sys.executable, "-c", TELL], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
            assert child.stdin is not None
            assert child.stdout is not None
            told = ProcessIdentity(*json.loads(child.stdout.readline()))
            child.stdin.close()
            os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
            assert Life.ENDED is life_of(told)


@pytest.mark.parametrize(
    ("change", "known"),
    [
        ({"birth": 7}, Life.ENDED),
        ({"birth": 1}, Life.UNKNOWN),
        ({"start": "an earlier one"}, Life.ENDED),
        ({"machine": "another", "start": "an earlier one"}, Life.UNKNOWN),
        ({"namespace": "pid:[1]"}, Life.UNKNOWN),
        ({"id": 0}, Life.UNKNOWN),
        ({"id": 2**32 + os.getpid()}, Life.UNKNOWN),
    ],
)
def test_who_cannot_be_seen_is_not_taken_for_dead(change: dict[str, object], known: Life) -> None:
    """The same id means somebody else after a restart, in another container and on another machine."""
    assert known is life_of(own_identity()._replace(**change))  # type: ignore[arg-type]  # one member each
