"""What people paste or redirect into a file, as text: PowerShell writes UTF-16 or puts a mark before UTF-8."""

from __future__ import annotations

import json


def decoded(raw: bytes, errors: str = "strict") -> str:
    """Return the text of a file's bytes: UTF-8, UTF-16 or UTF-32, by its mark, or by its first characters where it has none.

    Args:
        raw: the bytes.
        errors: what becomes of those that are no text, as ``bytes.decode`` names it.

    Raises:
        UnicodeDecodeError: they are no text of that encoding.
    """
    return raw.decode(json.detect_encoding(raw), errors).removeprefix("\ufeff")
