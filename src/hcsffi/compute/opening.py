"""Opens native handles to systems and processes that exist already."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from hcsffi.delivery import blocking
from hcsffi.delivery.argument import utf8
from hcsffi.native.handles import ProcessHandle, SystemHandle

if TYPE_CHECKING:
    from hcsffi.delivery.operation import Completion

_Opened = TypeVar("_Opened", SystemHandle, ProcessHandle)

GENERIC_ALL: Final = 0x10000000
"""The access every known client asks for (winnt.h)."""


async def open_system_handle(system_id: str, namespace: str | None, access: int, subject: str) -> SystemHandle:
    """Return a new handle to the system.

    Args:
        system_id: the id it was created with.
        namespace: the id namespace it was created in, or ``None``.
        access: the access mask.
        subject: how errors name it.

    Raises:
        NotFound: no system has that id.

    Cancellation:
        Ends the wait; a handle that arrives later is closed.
    """
    wanted = utf8("system_id", system_id)
    if namespace is None:
        answer = await blocking.ask("HcsOpenComputeSystem", wanted, access, subject=subject)
    else:
        within = utf8("namespace", namespace)
        answer = await blocking.ask("HcsOpenComputeSystemInNamespace", within, wanted, access, subject=subject)
    return _taken(answer, SystemHandle)


async def open_process_handle(system: SystemHandle, process_id: int, access: int, subject: str) -> ProcessHandle:
    """Return a new handle to a process of the system.

    Raises:
        NotFound: no process has that id, or it has exited.

    Cancellation:
        Ends the wait; a handle that arrives later is closed.
    """
    return _taken(await blocking.ask("HcsOpenProcess", system, process_id, access, subject=subject), ProcessHandle)


def _taken(answer: Completion, kind: type[_Opened]) -> _Opened:
    if not isinstance(answer.opened, kind):
        message = f"the library reported success without a {kind.__name__}"
        raise TypeError(message)
    return answer.opened
