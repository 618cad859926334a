"""Connecting to a service in another process, from a program that runs."""

from __future__ import annotations

from anyio import to_thread

from hcsffi import errors
from hcsffi.delivery import connection, dispatcher
from hcsffi.native import library


async def connect(address: str) -> None:
    """Let a service in another process answer from now on, and connect to it; anew where the connection to it was lost.

    A connection that is lost raises ``Disconnected`` wherever somebody waits, and stays lost until this is called: handles that were
    opened over it are gone, and what lives on in the service is opened again by its id.

    Args:
        address: ``unix:PATH``, the socket of a ``hcsffi serve``; ``shared``, the service of this user, which is started where none runs; or
            ``ssh://USER@HOST``, one that is started on another machine through the user's own ssh.

    Raises:
        ValueError: it is no address.
        ServiceUnavailable: no service of this user answers there, or one that speaks otherwise; the text says why.
        LibraryInUse: another library answers, and handles of it are open.

    Blocks:
        A worker thread, at most 10 s; 40 s where the service has to be started or is on another machine.

    Cancellation:
        The wait ends at once; the connection comes about all the same.
    """
    outcome = await to_thread.run_sync(library.connect_to, address, abandon_on_cancel=True)
    if not outcome.succeeded:
        raise errors.build(outcome, "the host compute service")
    connection.note_loss()  # another service, or the same one anew: what was learned of the last one is asked again
    dispatcher.renew()
