"""The service's own rule by which a layer's name becomes its id."""

from __future__ import annotations

import uuid

from hcsffi.hresult import Outcome
from hcsffi.native import text
from hcsffi.native.binding import ffi, lib

FUNCTION = "NameToGuid"


def identify(name: str) -> uuid.UUID | Outcome:
    """Return the id of a layer's name, or what the question came back with where it has no answer.

    Raises:
        UnusableText: the name holds a NUL or a lone surrogate.

    Blocks:
        While a DLL loads.

    Threads:
        Any.
    """
    wide = text.widen(name.encode("utf-8", "surrogatepass"), FUNCTION, 0)
    found = ffi.new("uint8_t[16]")
    try:
        code = int(lib.hcsffi_layer_identify(wide, found))
    finally:
        lib.hcsffi_text_drop(wide)
    outcome = Outcome(FUNCTION, code)
    return uuid.UUID(bytes_le=bytes(ffi.buffer(found))) if outcome.succeeded else outcome
