"""How long what was learned of a service holds."""

from __future__ import annotations

import pytest

from hcsffi.delivery import connection
from hcsffi.native import library


@pytest.mark.parametrize(("answers", "known"), [("embedded", "embedded"), ("", "unix:/chosen")])
def test_what_answers_is_known_by_its_name_and_before_the_first_call_by_the_choice(
    answers: str, known: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A choice that changed after the library was loaded changes nothing of what answers."""
    monkeypatch.setattr(library, "name", lambda: answers)
    monkeypatch.setattr(library, "choice", lambda: "unix:/chosen")
    assert known == connection.present().library


def test_a_service_that_went_away_is_another_one_when_it_is_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """It may be an older one: what it takes is asked again."""
    monkeypatch.setattr(connection, "_losses", 0)
    before = connection.present()
    assert before == connection.present()
    connection.note_loss()
    assert (before.library, 1) == connection.present()
