"""A handle that another thread closed just as a call entered it was left under the number of closed handles, and the process crashed."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from hcsffi.native import calls, errand, library
from hcsffi.native.binding import lib

if TYPE_CHECKING:
    import pytest

    from hcsffi.native.handles import Handle


class ClosingLibrary:
    """The shim, where a handle is closed as soon as it has been entered: what another thread may do at that moment."""

    def __init__(self) -> None:
        self.handle: Handle | None = None

    def hcsffi_errand_add(self, *arguments: Any) -> Any:
        """Enter, and let the other thread have its turn."""
        refused = lib.hcsffi_errand_add(*arguments)
        if self.handle is not None:
            self.handle.close()
        return refused

    def __getattr__(self, name: str) -> Any:
        return getattr(lib, name)


def test_the_call_goes_through_and_the_handle_is_closed_after_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """A service found it: its clients ask and close without waiting for one another."""
    assert library.load().succeeded
    name = uuid.uuid4()
    made = calls.invoke("HcnCreateNetwork", name, b'{"SchemaVersion":{"Major":2,"Minor":0},"Type":"Transparent","Name":"fleeting"}')
    assert made.opened is not None
    living = lib.hcsffi_handles_living()
    closing = ClosingLibrary()
    monkeypatch.setattr(errand, "lib", closing)
    closing.handle = made.opened
    asked = calls.invoke("HcnQueryNetworkProperties", made.opened, b"{}")
    closing.handle = None
    assert asked.outcome.succeeded
    assert made.opened.closed
    assert lib.hcsffi_handles_living() == living - 1
    assert calls.invoke("HcnDeleteNetwork", name).outcome.succeeded
