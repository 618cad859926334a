"""A container with a root and limits of its own, and one whose root is a layer: what they see, change and use, and what stays as it was.

    python examples/isolation_demo.py            # as whoever runs it
    python examples/isolation_demo.py --users    # as root and, by setpriv, as an ordinary user

It takes bubblewrap (the extra hcsffi[isolation], or the system's package). Limits are shown where this user may make control groups.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import anyio

from hcsffi import ComputeSystem, documents, embedded, network, storage
from hcsffi.storage import oci

EATER = "exec dd if=/dev/zero of=/dev/null bs=200M count=1"
"""Needs 200 MiB at once."""

RUNAWAY_S = 1.0


def insist(is_so: bool, told: str) -> None:  # noqa: FBT001 - the sentence says what it is
    """End the demonstration where the machine does not do as it says."""
    if not is_so:
        raise SystemExit(f"not so: {told}")
    print(f"  {told}")


def traces(folder: Path) -> dict[str, object]:
    """What of this machine a container could have changed: mounts, links, routes, control groups, and who runs."""
    found: dict[str, object] = {}
    for name in ("/proc/net/dev", "/proc/net/route", "/proc/net/ipv6_route"):
        lines = Path(name).read_text(encoding="utf-8").splitlines()
        # Of links their names: what they count goes on counting.
        found[name] = sorted(line.split(":")[0] for line in lines) if name == "/proc/net/dev" else sorted(lines)
    mounts = Path("/proc/self/mountinfo").read_text(encoding="utf-8").splitlines()
    found["mounts here"] = sorted(mount for mount in mounts if str(folder) in mount)  # elsewhere others may be at work
    found["groups"] = sorted(str(group) for group in Path("/sys/fs/cgroup").rglob(f"hcsffi-{os.getpid()}-*"))
    found["reapers"] = embedded.counters()["Reapers"]
    return found


async def said(system: ComputeSystem, script: str) -> tuple[str, int | None]:
    """What a shell in the container writes, and how it ends."""
    done = await system.run(["sh", "-c", script], timeout_s=30)
    return done.stdout.decode().strip(), done.returncode


async def show_root(system: ComputeSystem, folder: Path) -> None:
    """A root of its own: read-only, with what is mapped and nothing else of what is private."""
    print("a root of its own:")
    insist((await said(system, "hostname; cat /proc/1/comm"))[0] == "demo\nhcsffi-reaper", "its own name, its own first process")
    insist((await said(system, "cat /in/given"))[0] == "from outside", "a mapped file is read")
    canary = folder / "canary"
    await said(system, f"echo from inside > /out/made; echo changed > /in/given; echo changed > /etc/passwd; rm -rf {canary}")
    insist((folder / "out" / "made").read_text(encoding="utf-8") == "from inside\n", "what is written into a mapped folder is outside")
    insist((folder / "in" / "given").read_text(encoding="utf-8") == "from outside\n", "what is mapped read-only stays as it was")
    insist(canary.exists(), "what is not mapped is out of reach")
    insist((await said(system, "ls /tmp /run /home | wc -l"))[0] != "", "and /tmp, /run and homes are its own")


async def show_limits(system: ComputeSystem, system_id: str) -> None:
    """Memory and processor, where something holds them."""
    print("limits:")
    isolation = embedded.isolation()
    print(f"  held by: memory {isolation['MemoryLimits'] or 'nothing'}, processor {isolation['ProcessorLimits'] or 'nothing'}")
    left = embedded.not_carried_out(system_id)
    if left:
        print(f"  told as not carried out: {', '.join(left)}")
        return
    insist((await said(system, EATER))[1] == 137, "a program that takes more memory than 64 MiB is killed (137)")
    await system.modify(documents.changes.container_memory(1024))
    insist((await said(system, EATER))[1] == 0, "with 1024 MiB, set while the container runs, the same program ends well")
    before = await processor_time_s(system)
    await said(system, f"timeout {RUNAWAY_S} sh -c 'while :; do :; done'")
    used = await processor_time_s(system) - before
    insist(used < RUNAWAY_S * 0.5, f"a loop without an end got {used:.2f} s of {RUNAWAY_S} s: a fifth of a processor was allowed")


async def processor_time_s(system: ComputeSystem) -> float:
    """What all its processes have used."""
    statistics = (await system.properties("Statistics")).statistics
    processor = statistics.processor if statistics else None
    return ((processor.total_runtime_100ns if processor else None) or 0) / 1e7


def write_root(folder: Path) -> None:
    """Fill a folder with a shell and a few programs of this machine, and the libraries they are linked to."""
    for name in ("sh", "cat", "ls"):
        program = shutil.which(name) or name
        listed = subprocess.run(["ldd", program], capture_output=True, text=True, check=True).stdout
        for file in {program, *re.findall(r"(/\S+) \(0x", listed)}:
            target = folder / file.lstrip("/")
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(file, target)


async def show_layers(folder: Path) -> None:
    """A container that stands on a layer: what it writes is the difference, which becomes a layer of its own, and is there again."""
    print("layers as the root:")
    write_root(folder / "source" / "Files")
    await storage.make_layer(folder / "base", folder / "source")
    chain = storage.LayerChain.of(folder / "base")

    async def in_container(script: str, layers: storage.LayerChain, committed: Path | None = None) -> str:
        async with storage.Scratch(layers, folder / "scratch") as scratch:
            document = {"Container": {"Storage": documents.to_mapping(scratch.storage())}}
            async with await ComputeSystem.create(f"layers-{os.getpid()}", document) as system:
                await system.start()
                told, _ = await said(system, script)
                await system.terminate()
            if committed is not None:
                (folder / "difference").mkdir()
                await scratch.export(folder / "difference")
                await oci.export_tar(folder / "difference", committed, compression="gzip")
        return told

    archive = folder / "committed.tar.gz"
    told = await in_container("ls -d /home /usr/share 2>/dev/null; echo by the container > /made; cat /made", chain, archive)
    insist(told == "by the container", "the machine's folders are not there, and the container writes")
    await oci.import_tar(archive, folder / "top", parents=chain.paths, names=oci.NameRules.LINUX)
    told = await in_container("cat /made", chain.above(folder / "top"))
    insist(told == "by the container", f"committed ({archive.stat().st_size} bytes), imported and started again, the file is there")
    for name in ("top", "base"):
        await storage.remove_layer(folder / name)


SERVER = "use IO::Socket::INET; $s = IO::Socket::INET->new(Listen => 5, LocalPort => 80) or die; $| = 1; print qq(listens\\n); "
SERVER += "while ($c = $s->accept) { print $c q(hello from ), $c->sockhost, qq(\\n); close $c }"
CLIENT = "exec 3<>/dev/tcp/$0/$1 && cat <&3"


def free_port() -> int:
    """Return a port of this machine that was free a moment ago."""
    with socket.create_server(("127.0.0.1", 0)) as one:
        return int(one.getsockname()[1])


async def fetched(port: int) -> str:
    """What whoever is outside gets from a port of this machine."""
    async with await anyio.connect_tcp("127.0.0.1", port) as stream:
        return (await stream.receive()).decode().strip()


async def show_network() -> None:
    """Two containers on a NAT network, a published port fetched from outside, an access rule switched on and off."""
    print("a network of their own:")
    port = free_port()
    async with (
        await network.Network.create(documents.build.nat_network(f"demo-{os.getpid()}", "172.31.9.0/24", "172.31.9.1")) as nat,
        network.attach("server", on=[nat], ports=[f"{port}:80/tcp"], owner="demo") as serving,
        network.attach("client", on=[nat], owner="demo") as asking,
        await ComputeSystem.create(f"server-{os.getpid()}", in_namespace(serving.namespace_id), terminate_on_close=True) as server,
        await ComputeSystem.create(f"client-{os.getpid()}", in_namespace(asking.namespace_id), terminate_on_close=True) as client,
    ):
        await server.start()
        await client.start()
        address = serving.addresses[0].ip

        async def asked(host: object, port: int) -> str:
            done = await client.run(["timeout", "2", "bash", "-c", CLIENT, str(host), str(port)], timeout_s=30)
            return done.stdout.decode().strip() or "silence"

        async with await server.create_process({"CommandArgs": ["perl", "-e", SERVER], "CreateStdOutPipe": True}) as process:
            if process.stdout is not None:
                await process.stdout.receive()
            hello = f"hello from {address}"
            insist(await asked(address, 80) == hello, f"the client reaches the server at {address}")
            insist(await asked("172.31.9.1", port) == hello, "and by the port that is mapped to it, at the gateway")
            insist(await fetched(port) == hello, f"whoever is outside fetches the same from this machine's port {port}")
            async with await network.Endpoint.open(serving.endpoints[0].id) as endpoint:
                rule = network.AclPolicy(action="Block", direction="In", protocols=["tcp"], local_ports=[80])
                await endpoint.add_policies(rule)
                insist(await asked(address, 80) == "silence", "an access rule stops it")
                await endpoint.remove_policies(rule)
                insist(await asked(address, 80) == hello, "without the rule it passes again")
                insist(((await endpoint.statistics()).bytes_received or 0) > 0, "the kernel has counted what passed")
        await server.terminate()
        await client.terminate()
        await server.wait_exit()
        await client.wait_exit()
    await nat.delete_by_id(nat.id)


def in_namespace(namespace_id: str) -> documents.ComputeSystem:
    """A container with the network of that namespace."""
    return documents.build.process_isolated_container(host_name="demo", namespace_id=namespace_id)


async def demonstrate(folder: Path) -> None:
    """One container, from before it is there until after; one on layers; two on a network."""
    for name in ("in", "out"):
        (folder / name).mkdir()
    (folder / "in" / "given").write_text("from outside\n", encoding="utf-8")
    (folder / "canary").write_text("alive\n", encoding="utf-8")
    processors = len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1
    configuration = documents.ComputeSystem(
        schema_version=documents.hcs.Version(major=2, minor=1),
        container=documents.Container(
            guest_os=documents.GuestOs(host_name="demo"),
            memory=documents.ContainerMemory(size_in_mb=64),
            processor=documents.ContainerProcessor(maximum=2_000 // processors),
            mapped_directories=[
                documents.MappedDirectory(host_path=str(folder / "in"), container_path="/in", read_only=True),
                documents.MappedDirectory(host_path=str(folder / "out"), container_path="/out"),
            ],
        ),
    )
    before = traces(folder)
    system_id = f"demo-{os.getpid()}"
    async with await ComputeSystem.create(system_id, configuration) as system:
        await system.start()
        await show_root(system, folder)
        await show_limits(system, system_id)
        await system.terminate()
        await system.wait_exit()
    if embedded.isolation()["Layers"]:
        await show_layers(folder)
    else:
        print("layers as the root: this build's reaper needs the machine's C library")
    path = os.environ.get("PATH", "") + ":/usr/sbin:/sbin"
    missing = [tool for tool in ("nsenter", "ip", "nft", "bash", "perl") if shutil.which(tool, path=path) is None]
    if missing:
        print(f"a network of their own: not shown, for want of {', '.join(missing)}")
    else:
        await show_network()
    print("afterwards:")
    after = traces(folder)
    for name, found in before.items():
        insist(found == after[name], f"{name} is as it was")


def main() -> None:
    """Demonstrate, for each user where that is asked for."""
    if "--users" in sys.argv and os.geteuid() == 0:
        for user, number in (("root", 0), ("an ordinary user", 65534)):
            print(f"== as {user}", flush=True)
            words = ["setpriv", f"--reuid={number}", f"--regid={number}", "--clear-groups"] if number else []
            with tempfile.TemporaryDirectory(prefix="hcsffi-home-") as home:  # what is noted about networks belongs to the user
                os.chown(home, number, number)
                subprocess.run([*words, sys.executable, __file__], check=True, cwd="/", env={**os.environ, "HOME": home})
        return
    isolation = embedded.isolation()
    print(f"isolation: {isolation['Mode']}, by {isolation['Program'] or 'nothing'} {isolation['Version']}")
    if not isolation["Works"]:
        raise SystemExit(f"this machine does not isolate: {isolation['Problem']}; remedy: {isolation['Remedy']}")
    with tempfile.TemporaryDirectory(prefix="hcsffi-demo-") as folder:
        anyio.run(demonstrate, Path(folder))


if __name__ == "__main__":
    main()
