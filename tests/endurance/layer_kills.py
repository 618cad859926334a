"""Kill what works on layers at random moments, many times, and count what was found; the next run has to succeed each time.

    PYTHONPATH=tests/unit/samples python tests/endurance/layer_kills.py [--kills 200] [--seed 20] [--verb attach]...

For each verb one process after another is forked from this one, which has loaded no library, and killed with SIGKILL while it works; a
moment counts only where it found the process alive. Then what has a public name must be whole; a canary tree outside, the parents and
somebody else's files in the same root must be what they were; and the verb is done again to its end. At last a sweep has to leave nothing
of the dead.

As root everything is done in both ways a view is made, and again as an ordinary user.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import statistics
import sys
import time
from collections import Counter
from contextlib import suppress
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

import anyio
from layer_verbs import VERBS, Ground

from hcsffi import embedded, storage
from hcsffi.storage import oci
from hcsffi.storage.claim import CLAIM

from ordinary_user import IS_ROOT, running_as

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

PATIENCE_S = 60


class Victim:
    """A forked process that does a verb; it says when it begins."""

    def __init__(self, work: Callable[[], Awaitable[None]], view: str) -> None:
        told, tell = os.pipe()
        self.number = os.fork()
        if self.number == 0:
            code = 1
            try:
                anyio.run(_configured, work, view, tell)
                code = 0
            except BaseException as error:  # noqa: BLE001 - a fork must not go on with what its parent was doing
                print(f"{type(error).__name__}: {error}", file=sys.stderr, flush=True)
            finally:
                os._exit(code)
        os.close(tell)
        if os.read(told, 1) != b"!":
            raise SystemExit("the process ended before it began")
        os.close(told)

    def kill(self) -> bool:
        """Kill it; whether it was still alive."""
        os.kill(self.number, signal.SIGKILL)
        status = os.waitpid(self.number, 0)[1]
        if os.WIFEXITED(status) and os.WEXITSTATUS(status):
            raise SystemExit("what was to be killed failed before")
        return os.WIFSIGNALED(status)

    def end(self) -> None:
        """Wait for its end, which has to be a good one."""
        for _ in range(PATIENCE_S * 1000):
            ended, status = os.waitpid(self.number, os.WNOHANG)
            if ended:
                if status:
                    raise SystemExit("what came after a kill did not succeed")
                return
            time.sleep(0.001)
        os.kill(self.number, signal.SIGKILL)
        raise SystemExit("what came after a kill hangs")


async def _configured(work: Callable[[], Awaitable[None]], view: str, tell: int) -> None:
    embedded.configure({"LayerViews": view})
    os.write(tell, b"!")
    await work()


def killed(ground: Ground, name: str, view: str, kills: int, seed: int) -> str:
    """Kill one verb so many times and return what was counted."""
    verb = VERBS[name]
    work = partial(verb.work, ground)
    Victim(partial(verb.before, ground), view).end()
    lasted_s = []
    for _ in range(3):
        victim, begun = Victim(work, view), time.monotonic()
        victim.end()
        lasted_s.append(time.monotonic() - begun)
        Victim(partial(verb.again, ground), view).end()
    before = ground.untouched()
    drawn = random.Random(f"{seed} {name} {view}")
    found: Counter[str] = Counter()
    tried = 0
    while found.total() < kills:
        tried += 1
        victim = Victim(work, view)
        time.sleep(drawn.uniform(0, statistics.median(lasted_s)))
        if victim.kill():
            found[verb.state(ground)] += 1
            if before != ground.untouched():
                raise SystemExit(f"{name} has touched what is not its own")
        Victim(partial(verb.again, ground), view).end()
    Victim(partial(_swept, ground), view).end()
    left = sorted(one.name for one in ground.root.iterdir() if one.name.startswith((CLAIM, ".")))
    if left or before != ground.untouched():
        raise SystemExit(f"{name} has left {left}")
    states = ", ".join(f"{state} {number}" for state, number in sorted(found.items()) if state != "-")
    return f"killed {kills} of {tried} runs, {kills} next runs succeeded{', public name: ' if states else ''}{states}"


async def _swept(ground: Ground) -> None:
    swept = await storage.gc(ground.root)
    if swept.kept:
        raise SystemExit(f"kept: {swept.kept}")
    layers = ground.root / "layers"
    oci.sweep_staging(layers if layers.exists() else ground.root)
    for name in ("view", "made"):
        if (ground.root / name).exists():
            await (storage.destroy_layer if name == "view" else storage.remove_layer)(ground.root / name)


def load_all() -> None:
    """Import what the verbs import when they need it, which an ordinary user cannot where the interpreter lies in somebody's home."""
    told, tell = os.pipe()
    with running_as("root" if IS_ROOT else "ordinary") as at:
        ground = Ground(at)

        async def all_verbs() -> None:
            await ground.prepare()
            for verb in VERBS.values():
                await verb.again(ground)
            with os.fdopen(tell, "w") as names:
                names.write("\n".join(sys.modules))

        victim = Victim(all_verbs, "copy")
        os.close(tell)
        with os.fdopen(told) as names:
            for name in names.read().splitlines():
                with suppress(ImportError):
                    import_module(name)
        victim.end()


def try_user(user: str, verbs: list[str], kills: int, seed: int) -> None:
    """Kill all verbs as one user."""
    with running_as(user) as at:
        ground = Ground(at)
        Victim(ground.prepare, "auto").end()
        for name in verbs:
            for view in ("overlay", "copy") if VERBS[name].has_views and user == "root" else ("copy",):
                told = f", {'by an overlay' if view == 'overlay' else 'by a copy'}" if VERBS[name].has_views else ""
                print(f"{user}: {name}{told}: {killed(ground, name, view, kills, seed)}", flush=True)


def main() -> None:
    """Kill all verbs as every user there is."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--kills", type=int, default=200, help="of each verb, in each way, as each user")
    parser.add_argument("--seed", type=int, default=20)
    parser.add_argument("--verb", action="append", choices=sorted(VERBS))
    parser.add_argument("--user", action="append", choices=["root", "ordinary"])
    given = parser.parse_args()
    print(f"seed {given.seed}")
    load_all()
    for user in given.user or (["root", "ordinary"] if IS_ROOT else ["ordinary"]):
        try_user(user, given.verb or list(VERBS), given.kills, given.seed)


if __name__ == "__main__":
    main()
