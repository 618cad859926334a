"""What a service in another process does alone, where there is none."""

from __future__ import annotations

import pytest

from hcsffi import errors
from hcsffi.delivery import attendance
from hcsffi.native import library


def test_a_library_that_cannot_be_had_is_told_before_what_it_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    """Until something answers, nobody knows what it does; ``NotSupported`` would blame a service that was never asked."""

    def absent() -> None:
        raise errors.build(library.refusal("LoadLibrary", "ERROR_MOD_NOT_FOUND", "no host library"), "the host compute service")

    monkeypatch.setattr(attendance, "ensure_library", absent)
    with pytest.raises(errors.ServiceUnavailable, match="no host library"):
        attendance.refuse_elsewhere(library.ATTEND, "compute system 'a'")


def test_what_no_service_does_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A library of this process ends with it, and looks after nothing."""
    monkeypatch.setattr(attendance, "ensure_library", lambda: None)
    monkeypatch.setattr(library, "connected", lambda: None)
    with pytest.raises(errors.NotSupported) as refused:
        attendance.refuse_elsewhere(library.STAND_ON, "compute system 'a'")
    assert library.STAND_ON == refused.value.function
