"""Text on its way in: UTF-8 without NULs and without lone surrogates, checked before anything native is called."""

from __future__ import annotations

import copyreg
from typing import TYPE_CHECKING

from hcsffi.native.binding import ffi, lib

if TYPE_CHECKING:
    from typing import Any


class UnusableText(ValueError):
    """A text that cannot cross: it holds a NUL, a lone surrogate or malformed UTF-8.

    Args:
        function: the native function it was meant for.
        position: which of the function's texts, counted from 0.
        text: the text itself.
        place: the first byte that does not fit.
    """

    def __init__(self, function: str, position: int, text: bytes, place: int) -> None:
        self.function = function
        self.position = position
        self.place = place
        found = "a NUL" if text[place : place + 1] == b"\0" else "a lone surrogate" if _is_surrogate(text, place) else "malformed UTF-8"
        super().__init__(f"{function}: text {position} holds {found} at byte {place}")

    def __reduce__(self) -> tuple[object, ...]:
        # Without calling __init__, whose arguments are not those of a subclass; the state brings the text along.
        return (copyreg.__newobj__, (type(self),), {**self.__dict__, "args": self.args})  # type: ignore[attr-defined]  # not in typeshed


def _is_surrogate(text: bytes, place: int) -> bool:
    return text[place : place + 1] == b"\xed" and text[place + 1 : place + 2] >= b"\xa0"


def refuse_nul(text: bytes, function: str, position: int) -> None:
    """Refuse a text that C would take for a shorter one."""
    if 0 in text:
        raise UnusableText(function, position, text, text.index(0))


def widen(text: bytes, function: str, position: int) -> Any:
    """UTF-16 in native memory, to be given to ``hcsffi_text_drop``."""
    refuse_nul(text, function, position)
    wide = ffi.new("uint16_t **")
    place = ffi.new("size_t *")
    problem = lib.hcsffi_text_widen(text, len(text), wide, place)
    if problem == lib.HCSFFI_TEXT_MALFORMED:
        raise UnusableText(function, position, text, place[0])
    if problem:
        raise MemoryError
    return wide[0]


def refuse_unusable(text: bytes, function: str, position: int) -> None:
    """Refuse a text that cannot cross, where nothing of this process is called with it.

    Raises:
        UnusableText: it is one.
    """
    refuse_nul(text, function, position)
    try:
        text.decode()
    except UnicodeDecodeError:
        lib.hcsffi_text_drop(widen(text, function, position))


def take(library: int, wide: Any) -> bytes | None:
    """UTF-8 of a string the library handed out, which is freed; ``None`` for NULL."""
    if not wide:
        return None
    length = ffi.new("uint32_t *")
    narrow = lib.hcsffi_text_take(library, wide, length)
    if not narrow:
        raise MemoryError
    try:
        return bytes(ffi.buffer(narrow, length[0]))
    finally:
        lib.hcsffi_text_drop(narrow)
