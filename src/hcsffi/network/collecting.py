"""Taking away what the dead left: attachments whose process was killed.

Who is dead is told by the journal (`journal`) and, for endpoints that no file tells of, by their names (`tag`). The journal is read
first and the service is asked after it: whatever the service answers then was in the journal before it existed, so nothing that a living
process is just making can be taken for something nobody knows.

What is taken away: the endpoints and the namespace of an attachment of a dead process, and places in those namespaces of endpoints that are
gone. Never touched: what a living process made, what a process made that cannot be seen from here, what other programs made, and what a
container uses. Not found counts as taken away, so two that collect at once do each other no harm.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from anyio import to_thread

from hcsffi.errors import HcsError
from hcsffi.network.attachment import DEFAULT_OWNER
from hcsffi.network.endpoint import Endpoint
from hcsffi.network.identity import bare
from hcsffi.network.journal import Journal, JournalStep, Thing
from hcsffi.network.namespace import Namespace
from hcsffi.network.remnants import Estate, Findings, Remnant
from hcsffi.network.removal import take_away
from hcsffi.network.resources import endpoint_ids
from hcsffi.network.tag import owner_name

if TYPE_CHECKING:
    import os

_ENDED: Final = "its process has ended"


class Collected(NamedTuple):
    """What a collection did, or with ``dry_run`` would do.

    Args:
        freed: what is gone now.
        kept: what was left alone, each with its reason.
        failed: what should be gone and is not.
    """

    freed: tuple[Remnant, ...]
    kept: tuple[Remnant, ...]
    failed: tuple[Remnant, ...]


async def gc(*, owner: str = DEFAULT_OWNER, journal: str | os.PathLike[str] | None = None, dry_run: bool = False) -> Collected:
    """Take away what killed processes left of their attachments.

    Args:
        owner: whose attachments; those of others are not touched.
        journal: the directory of the journal, as :func:`attach` takes it.
        dry_run: whether to tell only what would be taken away.

    Returns:
        What is gone now, what was kept and why, and what could not be taken away.

    Raises:
        ValueError: the owner is none.
        OSError: the journal cannot be read.
        HcsError: the service could not list endpoints or namespaces.

    Blocks:
        Worker threads, one call after the other.

    Cancellation:
        Ends it between two steps or during one; what it did stays done, and the next collection finds the rest.

    Source:
        HcnEnumerateEndpoints, HcnEnumerateNamespaces, HcnModifyNamespace, HcnDeleteEndpoint, HcnDeleteNamespace, computenetwork.h.
    """
    wanted = owner_name(owner)
    files = Journal(journal)
    entries = await to_thread.run_sync(lambda: list(files.entries()))
    namespaces = await (await Namespace.list()).read()
    found = Findings(wanted, entries, namespaces, await (await Endpoint.list()).read())
    estates = list(found.estates.values())
    kept = [*found.kept, *(one for estate in estates for one in estate.kept)]
    if dry_run:
        freed = [Remnant(step.thing.value, step.id, _ENDED) for estate in estates for step in estate.steps]
        return Collected(tuple(freed), tuple(kept), tuple(found.failed))
    failed = await _take_away_all(estates)
    failed |= await _still_there([step for estate in estates for step in estate.steps if _key(step) not in failed])
    freed = [Remnant(step.thing.value, step.id, _ENDED) for estate in estates for step in estate.steps if _key(step) not in failed]
    files_failed: list[Remnant] = []
    for estate in estates:
        if estate.file and not estate.kept and not any(_key(step) in failed for step in estate.steps):
            error = await to_thread.run_sync(_file_error, files, estate.attachment)
            remnant = Remnant("file", str(files.path_of(estate.attachment)), error or "all it tells of is gone")
            (files_failed if error else freed).append(remnant)
    freed += [Remnant("file", str(path), "nobody writes it any more") for path in await to_thread.run_sync(files.sweep)]
    return Collected(tuple(freed), tuple(kept), (*found.failed, *failed.values(), *files_failed))


_Key = tuple[Thing, str, str]


def _key(step: JournalStep) -> _Key:
    return step.thing, step.id, step.within


async def _take_away_all(estates: list[Estate]) -> dict[_Key, Remnant]:
    """Try every step, also when one before it failed; what failed comes back."""
    failed: dict[_Key, Remnant] = {}
    for step in [step for estate in estates for step in estate.steps]:
        error = await _refusal(step)
        if error is not None:
            failed[_key(step)] = Remnant(step.thing.value, step.id, str(error), error.hresult)
    return failed


async def _refusal(step: JournalStep) -> HcsError | None:
    try:
        await take_away(step)
    except HcsError as error:
        return error
    return None


async def _still_there(steps: list[JournalStep]) -> dict[_Key, Remnant]:
    """Look at the lists once more: a success that changed nothing is told as a failure."""
    if not steps:
        return {}
    namespaces = {bare(one.id): endpoint_ids(one) for one in await (await Namespace.list()).read() if one.id}
    endpoints = frozenset(await Endpoint.ids())
    there = {
        Thing.NAMESPACE: lambda step: step.id in namespaces,
        Thing.ENDPOINT: lambda step: step.id in endpoints,
        Thing.MEMBERSHIP: lambda step: step.id in namespaces.get(step.within, ()),
    }
    return {_key(step): Remnant(step.thing.value, step.id, "it is still there") for step in steps if there[step.thing](step)}


def _file_error(files: Journal, attachment: str) -> str | None:
    """Remove a file; why it could not be removed comes back."""
    try:
        files.remove(attachment)
    except OSError as error:
        return str(error)
    return None
