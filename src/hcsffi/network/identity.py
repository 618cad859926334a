"""Ids of the network service: GUIDs, given in any spelling, sent and reported bare and in lower case."""

from __future__ import annotations

import uuid

from hcsffi.documents import InvalidDocument, Problem

ZERO = uuid.UUID(int=0)
"""What a create is given when the service is to choose the id, or the document says it."""


def parsed(given: str | uuid.UUID) -> uuid.UUID:
    """Return an id that a caller gave: with or without braces, in any letter case.

    Raises:
        ValueError: it is no GUID.
    """
    if isinstance(given, uuid.UUID):
        return given
    bare = given[1:-1] if given[:1] == "{" and given[-1:] == "}" else given
    # uuid.UUID alone takes braces anywhere and any number of dashes.
    if len(bare) != 36 or [place for place, letter in enumerate(bare) if letter == "-"] != [8, 13, 18, 23]:
        message = f"{given[:60]!r} is no id of the network service: it takes a GUID such as 6d0f4c4a-1111-4222-8333-944455566677"
        raise ValueError(message)
    try:
        return uuid.UUID(bare)
    except ValueError as error:
        message = f"{given!r} is no id of the network service: it has a character that is no hexadecimal digit"
        raise ValueError(message) from error


def bare(given: str | uuid.UUID) -> str:
    """Return an id as the service's requests take it: bare, in lower case.

    Raises:
        ValueError: it is no GUID.
    """
    return str(parsed(given))


def assigned(told: str | None, asked: uuid.UUID, document: str) -> str:
    """Return the id that the service reports for what was just made or opened.

    Args:
        told: the ``ID`` of its answer.
        asked: the id it was asked for.
        document: the type of the answer, for errors.

    Raises:
        InvalidDocument: the answer has no id, and none was asked for.
    """
    try:
        return bare(told or "")
    except ValueError as error:
        if asked != ZERO:
            return str(asked)
        raise InvalidDocument(document, [Problem("$.ID", repr(told), "the id that the service assigned")]) from error
