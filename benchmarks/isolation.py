"""What does a root of its own cost a container? One run, one table of ratios, medians.

    python benchmarks/isolation.py [--quick] [--json FILE]

Three lives of `true` take turns: create, start, run, terminate of a container that maps a folder; the same of one that maps none, which has
the machine's root; and bubblewrap by hand with the arguments the first one has. Then a command in a running container of either kind.
At last an endpoint with an access rule comes into a running container, beside a shell script of ip and nft that does the same in namespaces
of its own; and what passes an adapter whose bandwidth is limited.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import anyio

import hcsffi
from hcsffi import embedded, network

if TYPE_CHECKING:
    from collections.abc import Mapping

PLAIN: dict[str, object] = {"Container": {}}
ISOLATED: dict[str, object] = {"Container": {"MappedDirectories": [{"HostPath": "/usr/share", "ContainerPath": "/mapped"}]}}
LIFE_GOAL = 1.5
COMMAND_GOAL = 1.3
ATTACHMENT_GOAL = 2.0
BANDWIDTH = 2_000_000
BANDWIDTH_GOAL = 1.25
SCRIPT = """
ip link add bridge type bridge; ip link set bridge up; ip addr add 10.78.0.1/24 dev bridge
unshare -n sleep 1000 & peer=$!
while [ "$(readlink /proc/$peer/ns/net)" = "$(readlink /proc/self/ns/net)" ]; do :; done
echo ready
while read number; do
    ip link add port$number type veth peer name eth$number netns /proc/$peer/ns/net
    ip link set port$number master bridge up
    nsenter --net=/proc/$peer/ns/net sh -s <<END
ip addr add 10.78.0.$number/24 dev eth$number
ip link set eth$number up
ip route add default via 10.78.0.1 dev eth$number
nft -f - <<RULES
table inet rules$number {
    chain incoming {
        type filter hook input priority filter; policy accept;
        ct direction reply accept
        iifname "eth$number" meta l4proto 17 drop
    }
}
RULES
END
    echo attached
    ip link del port$number
    echo cut
done
kill $peer
"""
"""An attachment as somebody would type it, for each number that is read."""
RULE = {"Type": "ACL", "Settings": {"Action": "Block", "Direction": "In", "Protocols": "17"}}
RECEIVE = """
use IO::Socket::INET; use Time::HiRes q(time); $| = 1;
my $server = IO::Socket::INET->new(Listen => 1, LocalPort => 90) or die; print qq(listens\\n);
my $peer = $server->accept; sysread $peer, my $piece, 65536; my ($begin, $all) = (time, length $piece);
while (my $got = sysread $peer, $piece, 65536) { $all += $got }
printf qq(%f\\n), $all / (time - $begin);
"""
SEND = "exec 3>/dev/tcp/$0/90 && head -c $1 /dev/zero >&3"
PRIVATE = ("/tmp", "/run", "/home", "/root", "/var/tmp")
GUARDED = ("sys", "sysrq-trigger", "irq", "bus", "fs", "acpi", "scsi")


class Medians(NamedTuple):
    """Milliseconds."""

    isolated_life: float
    plain_life: float
    engine: float
    isolated_command: float
    plain_command: float

    @property
    def life_ratio(self) -> float:
        """An isolated life over its parts: the engine by hand, and the life without."""
        return self.isolated_life / (self.plain_life + self.engine)

    @property
    def command_ratio(self) -> float:
        """A command in a running isolated container over one in a plain container."""
        return self.isolated_command / self.plain_command


def by_hand(program: str) -> list[str]:
    """Bubblewrap's arguments for such a container, as somebody would type them."""
    words = [program, *(f"--unshare-{one}" for one in ("user", "pid", "ipc", "uts", "cgroup-try")), "--as-pid-1", "--new-session"]
    for entry in sorted(Path("/").iterdir()):
        if str(entry) in {"/proc", "/dev", *PRIVATE}:
            continue
        words += ["--symlink", str(entry.readlink()), str(entry)] if entry.is_symlink() else ["--ro-bind", str(entry), str(entry)]
    for folder in PRIVATE:
        words += ["--tmpfs", folder] if Path(folder).is_dir() else []
    words += ["--proc", "/proc", "--dev", "/dev"]
    for name in GUARDED if os.geteuid() == 0 else ():
        words += ["--ro-bind-try", f"/proc/{name}", f"/proc/{name}"]
    return [
        *words,
        "--perms",
        "0755",
        "--dir",
        "/mapped",
        "--bind",
        "/usr/share",
        "/mapped",
        "--remount-ro",
        "/",
        "--chdir",
        "/",
        "--",
        "true",
    ]


async def run_true(system: hcsffi.ComputeSystem) -> None:
    """One command, waited for."""
    async with await system.create_process({"CommandArgs": ["true"]}) as process:
        await process.wait()


async def life_ms(document: Mapping[str, object], name: str) -> float:
    """A whole life."""
    begin = time.perf_counter()
    async with await hcsffi.ComputeSystem.create(name, document, terminate_on_close=True) as system:
        await system.start()
        await run_true(system)
        await system.terminate()
    return (time.perf_counter() - begin) * 1000


def engine_ms(words: list[str]) -> float:
    """The same by hand: no service, no streams, nothing measured."""
    begin = time.perf_counter()
    subprocess.run(words, check=True)
    return (time.perf_counter() - begin) * 1000


async def command_ms(document: Mapping[str, object], name: str, times: int) -> float:
    """The median of commands in one running container."""
    async with await hcsffi.ComputeSystem.create(name, document, terminate_on_close=True) as system:
        await system.start()
        taken = []
        for _ in range(times):
            begin = time.perf_counter()
            await run_true(system)
            taken.append((time.perf_counter() - begin) * 1000)
        return statistics.median(taken)


async def measure(words: list[str], times: int) -> Medians:
    """All kinds in turns, after a first of each that nobody counts."""
    lives = [(await life_ms(ISOLATED, f"i{at}"), await life_ms(PLAIN, f"p{at}"), engine_ms(words)) for at in range(times + 1)][1:]
    commands = [(await command_ms(ISOLATED, f"ci{at}", times), await command_ms(PLAIN, f"cp{at}", times)) for at in range(3)]
    isolated, plain, engine = (statistics.median(column) for column in zip(*lives, strict=True))
    isolated_command, plain_command = (statistics.median(column) for column in zip(*commands, strict=True))
    return Medians(isolated, plain, engine, isolated_command, plain_command)


def scripted_ms(times: int) -> float:
    """The median of attachments by a shell script."""
    taken = []
    words = ["unshare", "--user", "--map-root-user", "--net", "sh", "-c", SCRIPT]
    path = {**os.environ, "PATH": os.environ.get("PATH", "") + ":/usr/sbin:/sbin"}
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1, env=path) as script:
        assert script.stdin is not None
        assert script.stdout is not None
        assert script.stdout.readline() == "ready\n"
        for at in range(times):
            begin = time.perf_counter()
            script.stdin.write(f"{at % 200 + 2}\n")
            assert script.stdout.readline() == "attached\n"
            taken.append((time.perf_counter() - begin) * 1000)
            assert script.stdout.readline() == "cut\n"
        script.stdin.close()
    return statistics.median(taken)


async def attached_ms(times: int) -> float:
    """The median of endpoints that come into the namespace of a running container."""
    taken = []
    async with await network.Network.create({"Name": "bench"}) as where, await network.Namespace.create() as namespace:
        document = {"Container": {"Networking": {"Namespace": namespace.id}}}
        async with await hcsffi.ComputeSystem.create("bench", document, terminate_on_close=True) as system:
            await system.start()
            for _ in range(times):
                async with await network.Endpoint.create(where, {"Policies": [RULE]}) as endpoint:
                    begin = time.perf_counter()
                    await namespace.add_endpoint(endpoint)
                    taken.append((time.perf_counter() - begin) * 1000)
                    await namespace.remove_endpoint(endpoint)
                    await endpoint.delete()
        await namespace.delete()
        await where.delete()
    return statistics.median(taken)


async def passed_per_s(seconds: int) -> float:
    """Bytes a second that a receiver gets from an endpoint that may send `BANDWIDTH`, by the receiver's clock."""
    policies = [network.QosPolicy(maximum_outgoing_bandwidth_in_bytes=BANDWIDTH)]
    async with await network.Network.create({"Name": "bench"}) as where:
        async with (
            network.attach("sender", on=[where], policies=policies) as sending,
            network.attach("receiver", on=[where]) as receiving,
            await hcsffi.ComputeSystem.create("sender", in_namespace(sending), terminate_on_close=True) as sender,
            await hcsffi.ComputeSystem.create("receiver", in_namespace(receiving), terminate_on_close=True) as receiver,
        ):
            await sender.start()
            await receiver.start()
            async with await receiver.create_process({"CommandArgs": ["perl", "-e", RECEIVE], "CreateStdOutPipe": True}) as process:
                assert process.stdout is not None
                assert await process.stdout.receive() == b"listens\n"
                await sender.run(["bash", "-c", SEND, str(receiving.addresses[0].ip), str(BANDWIDTH * seconds)])
                passed = float(await process.stdout.receive())
            await sender.terminate()
            await receiver.terminate()
        await where.delete()
    return passed


def in_namespace(attachment: network.Attachment) -> dict[str, object]:
    """A container with that network."""
    return {"Container": {"Networking": {"Namespace": attachment.namespace_id}}}


def measure_networks(times: int, seconds: int) -> dict[str, float]:
    """What attachments take, and what passes a limited one; nothing where a tool is missing."""
    path = os.environ.get("PATH", "") + ":/usr/sbin:/sbin"
    missing = [tool for tool in ("unshare", "nsenter", "ip", "nft", "tc", "perl", "bash") if shutil.which(tool, path=path) is None]
    if missing:
        print(f"networks are not measured, for want of {', '.join(missing)}")
        return {}
    scripted, attached = scripted_ms(times), anyio.run(attached_ms, times)
    rate = anyio.run(passed_per_s, seconds)
    print(f"{'attachment':20} {attached:8.2f} ms\n{'shell script':20} {scripted:8.2f} ms\n{'limited adapter':20} {rate / 1000:8.0f} kB/s")
    tell("attachment over a shell script", ATTACHMENT_GOAL, attached / scripted)
    tell("bandwidth and its limit, either way", BANDWIDTH_GOAL, max(rate / BANDWIDTH, BANDWIDTH / rate))
    return {"attachment": attached, "scripted": scripted, "bandwidth": rate}


def tell(text: str, goal: float, measured: float) -> None:
    """Print a goal and whether it was met."""
    print(f"{text:42} <= {goal:5.2f}   measured {measured:5.2f}   {'met' if measured <= goal else 'MISSED'}")


def main() -> None:
    """Measure, print the table and the goals."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="30 lives of each kind instead of 200")
    parser.add_argument("--json", type=Path, help="write what was measured")
    arguments = parser.parse_args()
    engine = embedded.isolation()
    if not engine["Works"]:
        sys.exit(f"this machine does not isolate: {engine['Problem']}")
    medians = anyio.run(measure, by_hand(str(engine["Program"])), 30 if arguments.quick else 200)
    for name, value in medians._asdict().items():
        print(f"{name.replace('_', ' '):20} {value:8.2f} ms")
    for text, goal, measured in (
        ("life over engine by hand and plain life", LIFE_GOAL, medians.life_ratio),
        ("command over plain command", COMMAND_GOAL, medians.command_ratio),
    ):
        tell(text, goal, measured)
    networks = measure_networks(20 if arguments.quick else 100, 2 if arguments.quick else 10)
    if arguments.json:
        arguments.json.write_text(json.dumps(medians._asdict() | networks, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
