"""What killed processes left is taken away, and nothing else."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import uuid
from subprocess import PIPE
from typing import TYPE_CHECKING

import anyio
import pytest
from cancelling import cancel_everywhere

from hcsffi import embedded, network
from hcsffi.documents import build
from hcsffi.native.lifetime import ProcessIdentity, own_identity
from hcsffi.network.journal import Journal, JournalEntry, JournalStep, Stage, Thing
from hcsffi.network.tag import EndpointTag

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    Configure = Callable[..., None]

pytestmark = pytest.mark.anyio

DEAD = own_identity()._replace(birth=7)
"""This process's id before this process had it."""
REFUSED = 0x80070005
ROUNDS = 4 if sys.platform == "win32" else 10
"""How many clients are killed."""
LONGEST_LIFE_S = 1.0 if sys.platform == "win32" else 0.2
"""How long the longest of them lives once it has begun: in Wine's time even the first file takes a while."""

TELL = """
import json, sys
from hcsffi.native.lifetime import own_identity
print(json.dumps(own_identity()), flush=True)
sys.stdin.read()
"""
ATTACH = """
import sys, anyio
from hcsffi import network
from hcsffi.documents import build
async def main():
    async with await network.Network.create(build.nat_network("nat", "10.5.0.0/24", "10.5.0.1")) as nat:
        async with network.attach("web-1", on=[nat, nat], owner="web", journal=sys.argv[1]):
            print("attached", flush=True)
            await anyio.sleep_forever()
anyio.run(main)
"""


OVER_AND_OVER = """
import sys, anyio
from hcsffi import network
from hcsffi.documents import build
async def one(nat):
    while True:
        async with network.attach("web-1", on=[nat, nat], owner="web", journal=sys.argv[1]):
            pass
async def main():
    async with await network.Network.create(build.nat_network("nat", "10.5.0.0/24", "10.5.0.1")) as nat, anyio.create_task_group() as tasks:
        for _ in range(5):
            tasks.start_soon(one, nat)
        print("begun", flush=True)
anyio.run(main)
"""


@pytest.fixture
async def nat() -> AsyncIterator[network.Network]:
    """A network; what stands on it at the end is a test's own business and goes with it."""
    async with await network.Network.create(build.nat_network(f"nat-{uuid.uuid4()}", "10.5.0.0/22", "10.5.0.1")) as made:
        yield made
        for one in await network.Namespace.ids():
            await network.Namespace.delete_by_id(one)
        await made.delete()


class Half:
    """An attachment whose process was killed after so many steps."""

    def __init__(self, journal: Path, owner: str = "web", process: ProcessIdentity = DEAD) -> None:
        self.journal = Journal(journal)
        self.entry = JournalEntry(attachment=str(uuid.uuid4()), owner=owner, system="web-1", process=process)

    async def live(self, nat: network.Network, steps: int, *, last_made: bool = True, named: bool = True) -> Half:
        """Make the first steps of an attachment with two endpoints; the last one may have been intended alone."""
        endpoints = [JournalStep(thing=Thing.ENDPOINT, id=str(uuid.uuid4()), within=nat.id) for _ in range(2)]
        home = JournalStep(thing=Thing.NAMESPACE, id=str(uuid.uuid4()))
        places = [JournalStep(thing=Thing.MEMBERSHIP, id=one.id, within=home.id) for one in endpoints]
        for number, step in enumerate([*endpoints, home, *places][:steps]):
            self.entry.steps.append(step)
            if number + 1 < steps or last_made:
                await self._make(nat, step, number, named=named)
                step.stage = Stage.DONE
        if steps:
            self.entry.steps[-1].stage = Stage.INTENDED
        self.journal.write(self.entry)
        return self

    async def _make(self, nat: network.Network, step: JournalStep, number: int, *, named: bool) -> None:
        if step.thing is Thing.NAMESPACE:
            async with await network.Namespace.create(id=step.id):
                return None
        if step.thing is Thing.MEMBERSHIP:
            async with await network.Namespace.open(step.within) as namespace:
                return await namespace.add_endpoint(step.id)
        name = EndpointTag.of(self.entry.owner, self.entry.process, self.entry.attachment, number).name if named else "renamed"
        async with await network.Endpoint.create(nat, {"Name": name, "SchemaVersion": {"Major": 2, "Minor": 0}}, id=step.id):
            return None


async def there(nat: network.Network) -> set[str]:
    """Ids of all endpoints of the network and of all namespaces."""
    return {*await network.Endpoint.ids({"VirtualNetwork": nat.id}), *await network.Namespace.ids()}


@pytest.mark.parametrize("named", ["named", "renamed"])
@pytest.mark.parametrize("last", ["made", "intended"])
@pytest.mark.parametrize("steps", range(6))
async def test_a_half_attachment_is_taken_away_whatever_step_it_was_at(
    nat: network.Network, tmp_path: Path, steps: int, last: str, named: str
) -> None:
    """Killed before a native call or after it: the file does not tell which, and both are cleaned up."""
    half = await Half(tmp_path).live(nat, steps, last_made=last == "made", named=named == "named")
    made = {one.id for one in half.entry.steps if one.thing is not Thing.MEMBERSHIP} & await there(nat)
    dry = await network.gc(owner="web", journal=tmp_path, dry_run=True)
    assert made == {one.id for one in dry.freed if one.kind != "membership"}
    assert made == await there(nat)
    collected = await network.gc(owner="web", journal=tmp_path)
    assert made | {str(Journal(tmp_path).path_of(half.entry.attachment))} == {one.id for one in collected.freed if one.kind != "membership"}
    assert ((), ()) == (collected.kept, collected.failed)
    assert set() == await there(nat)
    assert [] == list(Journal(tmp_path).entries())
    assert ((), (), ()) == await network.gc(owner="web", journal=tmp_path)


async def test_without_a_journal_names_tell(nat: network.Network, tmp_path: Path) -> None:
    """The journal's directory was lost: endpoints are known by their names, their namespace through them."""
    half = await Half(tmp_path).live(nat, 5)
    half.journal.remove(half.entry.attachment)
    collected = await network.gc(owner="web", journal=tmp_path)
    assert ["membership", "membership", "endpoint", "endpoint", "namespace"] == [one.kind for one in collected.freed]
    assert set() == await there(nat)


async def test_what_is_not_of_a_dead_process_of_the_owner_is_kept(nat: network.Network, tmp_path: Path) -> None:
    """A living owner's, another owner's, one from another machine, and what other programs made."""
    elsewhere = own_identity()._replace(machine="another")
    kept = [
        await Half(tmp_path, process=own_identity()).live(nat, 5),
        await Half(tmp_path, process=elsewhere).live(nat, 5),
        await Half(tmp_path, owner="other").live(nat, 5),
        await Half(tmp_path, owner="web-2").live(nat, 5),
    ]
    async with await network.Endpoint.create(nat, {"Name": "web.by-hand", "SchemaVersion": {"Major": 2, "Minor": 0}}) as by_hand:
        async with await network.Namespace.create() as foreign:
            before = await there(nat)
            assert len(before) == 4 * 3 + 2
            dead = await Half(tmp_path).live(nat, 5)
            collected = await network.gc(owner="web", journal=tmp_path)
            assert before == await there(nat)
            assert foreign.id in before
        assert {kept[0].entry.attachment, kept[1].entry.attachment, by_hand.id} == {one.id for one in collected.kept}
        assert {one.entry.attachment for one in kept} == {
            one.attachment for one in Journal(tmp_path).entries() if isinstance(one, JournalEntry)
        }
        assert dead.entry.attachment not in str(collected.kept)


async def test_a_process_is_alive_until_it_ends(nat: network.Network, tmp_path: Path) -> None:
    """The same attachment is kept, and taken away a moment later."""
    with subprocess.Popen([sys.executable, "-c", TELL], stdin=PIPE, stdout=PIPE) as child:  # noqa: ASYNC220 - it tells who it is
        assert child.stdin is not None
        assert child.stdout is not None
        maker = ProcessIdentity(*json.loads(child.stdout.readline()))
        half = await Half(tmp_path, process=maker).live(nat, 5)
        alive = await network.gc(owner="web", journal=tmp_path)
        assert [half.entry.attachment] == [one.id for one in alive.kept]
        assert () == alive.freed
        child.stdin.close()
        child.wait()
    gone = await network.gc(owner="web", journal=tmp_path)
    assert () == gone.kept
    assert set() == await there(nat)


async def test_a_client_that_was_killed_leaves_a_file_that_is_collected(tmp_path: Path) -> None:
    """Its own embedded host died with it: not found is what was wanted."""
    with subprocess.Popen([sys.executable, "-c", ATTACH, str(tmp_path)], stdout=PIPE) as client:  # noqa: ASYNC220 - killed at once
        assert client.stdout is not None
        client.stdout.readline()
        (kept,) = (await network.gc(owner="web", journal=tmp_path)).kept
        assert "lives" in kept.reason
        client.kill()
    collected = await network.gc(owner="web", journal=tmp_path)
    assert ["file"] == [one.kind for one in collected.freed]
    assert ((), ()) == (collected.kept, collected.failed)


@pytest.mark.endurance
async def test_clients_killed_at_any_moment_leave_files_that_can_be_read_and_collected(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    """In the middle of a write, between intent and call, while it is undone: no file is half, none stays."""
    seed = random.randrange(2**32)
    chance = random.Random(seed)
    collected: list[network.Remnant] = []
    for _ in range(ROUNDS):
        with subprocess.Popen([sys.executable, "-c", OVER_AND_OVER, str(tmp_path)], stdout=PIPE) as client:  # noqa: ASYNC220 - killed soon
            assert client.stdout is not None
            client.stdout.readline()
            await anyio.sleep(chance.random() * LONGEST_LIFE_S)
            assert () == (await network.gc(owner="web", journal=tmp_path)).failed
            client.kill()
        found = await network.gc(owner="web", journal=tmp_path)
        assert ((), ()) == (found.kept, found.failed)
        collected += found.freed
        assert [] == list(Journal(tmp_path).entries())
    record_property("told", f"{ROUNDS} clients killed at random moments, seed {seed}: {len(collected)} files collected")
    assert {"file"} == {one.kind for one in collected}


async def test_two_that_collect_at_once_do_each_other_no_harm(nat: network.Network, tmp_path: Path) -> None:
    """Whatever one of them finds gone already counts as taken away."""
    for steps in (5, 3, 2, 4, 5, 1, 5, 3):
        await Half(tmp_path).live(nat, steps)
    living = await Half(tmp_path, process=own_identity()).live(nat, 5)
    results: list[network.Collected] = []

    async def collect() -> None:
        results.append(await network.gc(owner="web", journal=tmp_path))

    async with anyio.create_task_group() as tasks:
        for _ in range(3):
            tasks.start_soon(collect)
    assert [()] * 3 == [one.failed for one in results]
    assert {one.id for one in living.entry.steps} == await there(nat)
    assert [living.entry] == list(Journal(tmp_path).entries())


async def test_what_the_service_refuses_is_told_and_the_rest_goes_on(nat: network.Network, tmp_path: Path, configure: Configure) -> None:
    """One endpoint that cannot be deleted keeps neither the others nor its own file from being looked at again."""
    await Half(tmp_path).live(nat, 5)
    stuck = await Half(tmp_path).live(nat, 2)
    configure(Faults=[{"Function": "HcnDeleteEndpoint", "HResult": REFUSED, "Count": 1}])
    collected = await network.gc(owner="web", journal=tmp_path)
    configure()
    (failed,) = collected.failed
    assert ("endpoint", REFUSED) == (failed.kind, failed.hresult)
    assert failed.id in await there(nat)
    assert len(list(Journal(tmp_path).entries())) == 1
    again = await network.gc(owner="web", journal=tmp_path)
    assert failed.id in {one.id for one in again.freed}
    assert () == again.failed
    assert set() == await there(nat)
    assert stuck.entry.owner == "web"


async def test_a_success_that_changed_nothing_is_told_as_a_failure(
    nat: network.Network, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The lists are looked at again: only what is gone there is gone."""
    half = await Half(tmp_path).live(nat, 3)

    async def pretend(step: JournalStep) -> None:
        """Say yes and do nothing."""

    monkeypatch.setattr("hcsffi.network.collecting.take_away", pretend)
    collected = await network.gc(owner="web", journal=tmp_path)
    assert {one.id for one in half.entry.steps} == {one.id for one in collected.failed}
    assert () == collected.freed
    assert [half.entry] == list(Journal(tmp_path).entries())


async def test_cancelled_at_every_suspension_it_leaves_what_the_next_one_takes(nat: network.Network, tmp_path: Path) -> None:
    """A collection may be killed as well; whatever it did stays done, and no handle stays open."""
    await Half(tmp_path).live(nat, 5)

    async def journey() -> None:
        await network.gc(owner="web", journal=tmp_path)

    async def look() -> None:
        assert () == (await network.gc(owner="web", journal=tmp_path)).failed
        assert set() == await there(nat)
        assert [] == list(Journal(tmp_path).entries())
        await Half(tmp_path).live(nat, 5)

    assert await cancel_everywhere(journey, look) > 10


async def test_files_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    """They are no reason to give up the rest."""
    await anyio.Path(tmp_path / "broken.json").write_text("{")
    collected = await network.gc(owner="web", journal=tmp_path)
    assert [str(tmp_path / "broken.json")] == [one.id for one in collected.failed]


async def test_an_owner_that_names_none_is_refused(tmp_path: Path) -> None:
    """An empty prefix would be everybody's."""
    for owner in ("", "a.b"):
        with pytest.raises(ValueError, match="names no owner"):
            await network.gc(owner=owner, journal=tmp_path)


async def test_what_was_left_by_an_attachment_of_a_process_that_ended_later_is_collected(
    nat: network.Network, tmp_path: Path, configure: Configure
) -> None:
    """The file that an attachment leaves when it cannot undo is the one that the collector reads."""
    with pytest.raises(network.NotUndone):
        async with network.attach("web-1", on=[nat], owner="web", journal=tmp_path):
            configure(Faults=[{"Function": "HcnDeleteEndpoint", "HResult": REFUSED}])
    configure()
    (told,) = Journal(tmp_path).entries()
    assert isinstance(told, JournalEntry)
    assert ["its process lives"] == [one.reason for one in (await network.gc(owner="web", journal=tmp_path)).kept]
    told.process = DEAD
    Journal(tmp_path).write(told)
    collected = await network.gc(owner="web", journal=tmp_path)
    assert ["endpoint", "file"] == [one.kind for one in collected.freed]
    assert not {kind: count for kind, count in embedded.counters().items() if kind in {"Endpoints", "Namespaces"} and count}
