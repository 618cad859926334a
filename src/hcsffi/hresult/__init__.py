"""Every result code the library can name: what it is called, what it means, what leads to it and what to do.

One condition has two numbers: computecore.dll says 0x8037xxxx, guests and the older API say 0xC037xxxx with the same low half.
:func:`canonical` folds the second form into the first. Codes are unsigned 32-bit integers throughout; a success is below
:data:`FAILED`. ``rows`` holds the codes this field meets, ``origins`` what some of them mean to one kind of call alone, ``names`` the
names of all others, ``numbers`` takes apart what has no name, and ``pasted`` finds codes in whatever people paste.
"""

from __future__ import annotations

from typing import NamedTuple

from hcsffi.hresult import names, numbers
from hcsffi.hresult.origins import BY_ORIGIN, EXIT, ORIGINS, origin_of
from hcsffi.hresult.rows import FAILED, TABLE, VALUES, Code, from_win32, value_of, win32_symbol

_TWIN_MASK = 0xC0370000
_LAST_TWIN = 0x8037FFFF


class Outcome(NamedTuple):
    """What a native call or a completed operation came back with, before anybody decides whether that is an error.

    Args:
        function: the native name, e.g. ``HcsStartComputeSystem``.
        hresult: the result code as an unsigned 32-bit number.
        document: the result document, the ResultError or the HCN error record as UTF-8; ``None`` when the library gave none.
    """

    function: str
    hresult: int
    document: bytes | None = None

    @property
    def succeeded(self) -> bool:
        """Whether the code is one of the success codes."""
        return self.hresult < FAILED


def unsigned(value: int) -> int:
    """Return the code as an unsigned 32-bit integer.

    Args:
        value: the code, signed or unsigned.

    Raises:
        ValueError: the number does not fit 32 bits.
    """
    if not -0x80000000 <= value <= 0xFFFFFFFF:
        message = f"{value} does not fit 32 bits: not a result code"
        raise ValueError(message)
    return value & 0xFFFFFFFF


def signed(value: int) -> int:
    """Return the code as result documents write it, a signed 32-bit integer.

    Args:
        value: the code, signed or unsigned.

    Raises:
        ValueError: the number does not fit 32 bits.
    """
    code = unsigned(value)
    return code - (FAILED << 1) if code >= FAILED else code


def canonical(value: int) -> int:
    """Return the code that stands for the condition: 0xC037xxxx becomes 0x8037xxxx where both name one condition.

    Args:
        value: the code, signed or unsigned.

    Raises:
        ValueError: the number does not fit 32 bits.
    """
    code = unsigned(value)
    if code not in TABLE and code & 0xFFFF0000 == _TWIN_MASK and code & _LAST_TWIN in TABLE:
        return code & _LAST_TWIN
    return code


def lookup(value: int) -> Code | None:
    """Return the row of a code, or ``None`` when the table has none.

    Args:
        value: signed or unsigned, in the service's (0x8037xxxx) or the guest's (0xC037xxxx) form.

    Raises:
        ValueError: the number does not fit 32 bits.
    """
    return TABLE.get(canonical(value))


def by_symbol(text: str) -> Code | None:
    """Return the row of a symbol, or ``None`` when nothing is called so.

    Args:
        text: the symbol in any letter case: ``HCS_E_SYSTEM_NOT_FOUND``, ``SYSTEM_NOT_FOUND``, the older
            ``ERROR_VMCOMPUTE_SYSTEM_NOT_FOUND``, ``ERROR_NOT_FOUND`` or ``HRESULT_FROM_WIN32(ERROR_NOT_FOUND)``; any
            name of winerror.h and ntstatus.h.
    """
    name = text.strip().upper()
    # The older name of 0x80370109 is the one that does not follow the pattern (SDK 26100, winerror.h).
    name = "HCS_E_CONNECTION_TIMEOUT" if name == "ERROR_VMCOMPUTE_TIMEOUT" else name
    older = name.removeprefix("ERROR_VMCOMPUTE_")
    spellings = (name, win32_symbol(name), f"HCS_E_{older}", f"HCN_E_{name}", win32_symbol(f"ERROR_{name}"))
    found = next((TABLE[VALUES[spelling]] for spelling in spellings if spelling in VALUES), None)
    if found is not None:
        return found
    number = names.number_of(name.removeprefix("HRESULT_FROM_WIN32(").removeprefix("HRESULT_FROM_NT(").removesuffix(")"))
    return None if number is None else describe(number)


def describe(value: int, origin: str = "") -> Code:
    """Return the row of a code, or one made from its name, or by taking the number apart when it has none.

    Args:
        value: the code, signed or unsigned.
        origin: what answered with it, one of :data:`ORIGINS`; a few codes mean another thing to one kind of call alone.

    Returns:
        The row. A code that has a name only says what kind it is; a code without one has a symbol of facility and number
        and the source ``"decoded"``.

    Raises:
        ValueError: the number does not fit 32 bits.
    """
    code = unsigned(value)
    if origin == EXIT:
        ended = numbers.exit_code(code)
        if ended is not None:
            return ended
    row = lookup(code) or numbers.take_apart(code)
    there = BY_ORIGIN.get((row.value, origin))
    return row if there is None else row._replace(**there._asdict())


__all__ = [
    "FAILED",
    "ORIGINS",
    "TABLE",
    "Code",
    "Outcome",
    "by_symbol",
    "canonical",
    "describe",
    "from_win32",
    "lookup",
    "origin_of",
    "signed",
    "unsigned",
    "value_of",
]
