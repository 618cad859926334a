"""How fast do documents cross the wire, against what else people use? One run, one table of ratios.

    python benchmarks/documents.py [--quick] [--json FILE]

Every contender writes and reads the same two documents, a container and a virtual machine, with the same JSON codec. Rounds are interleaved
and the best of each is taken: what a function costs when nothing disturbs it. Microseconds belong to the machine; the ratios are the
result.
"""

from __future__ import annotations

import argparse
import gc
import json
import sys
import time
from functools import partial
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any, NamedTuple

from hcsffi import documents
from hcsffi.documents import build, wire

from document_peers import every_peer, has_module
from processor_time import processor_ms

if TYPE_CHECKING:
    from collections.abc import Callable

    from hcsffi.documents import Document

GOALS = {
    ("plain cattrs", "write"): 2.4,
    ("plain cattrs", "read"): 2.9,
    ("pydantic v2", "write"): 1.0,
    ("pydantic v2", "read"): 1.0,
}
"""How many times faster than a peer ours has to be (the design's section 8)."""
BEFORE = {"container": (2.84, 3.18), "virtual machine": (2.59, 3.10)}
"""How many times faster than plain cattrs (writing, reading) the documents were before attrs made them, when their code was printed: commit
548ca3f in an environment of its own, `python benchmarks/documents.py --quick`, CPython 3.11, attrs 26.1, cattrs 26.2, orjson 3.13."""
VERSION_GOAL = 1.15
"""How many times encoding alone it may cost to learn the schema version in the same pass."""
IMPORT_GOAL_MS = 60.0
"""What importing the documents and touching one type may cost over a bare interpreter: most of it is attrs."""


class Result(NamedTuple):
    """One contender and one document, microseconds."""

    document: str
    peer: str
    write_us: float
    read_us: float


def container() -> Document:
    """A container as an orchestrator sends it: layers, mapped folders, limits, registry values, credentials."""
    layers = [
        documents.Layer(
            id=f"0a9f{index:04x}-3b1c-4d5e-8f60-7a8b9c0d1e2{index}",
            path=f"C:\\layers\\{index:064x}",
            path_type=documents.PathType.ABSOLUTE_PATH,
        )
        for index in range(6)
    ]
    folders = [
        documents.MappedDirectory(host_path=f"C:\\work\\volume{index}", container_path=f"C:\\mnt\\volume{index}", read_only=index % 2 == 0)
        for index in range(4)
    ]
    key = documents.hcs.RegistryKey(hive=documents.RegistryHive.SYSTEM, name="ControlSet001\\Control")
    values = [
        documents.RegistryValue(key=key, name=f"Value{index}", type=documents.RegistryValueType.D_WORD, d_word_value=index)
        for index in range(3)
    ]
    built = build.process_isolated_container(
        scratch="C:\\scratch\\web-1", layers=layers, host_name="web-1", memory_mb=2048, processors=2, mapped_directories=folders
    )
    guest = documents.HvSocketServiceConfig(bind_security_descriptor="D:P(A;;FA;;;WD)", allow_wildcard_binds=True)
    sockets = documents.HvSocketSystemConfig(service_table={"e0e16197-dd56-4a10-9195-5ee7a155a838": guest})
    assert built.container is not None
    inner = documents.replace(
        built.container,
        networking=documents.Networking(
            namespace="5c9a7a4e-55e3-4a4c-9e5c-8a5d3c3c1f11", allow_unqualified_dns_query=True, dns_search_list="one.test,two.test"
        ),
        mapped_pipes=[documents.MappedPipe(container_pipe_name="docker_engine", host_path="\\\\.\\pipe\\docker_engine")],
        hv_socket=documents.ContainerHvSocket(config=sockets, enable_power_shell_direct=False),
        registry_changes=documents.RegistryChanges(add_values=values),
        assigned_devices=[
            documents.Device(type=documents.DeviceType.CLASS_GUID, interface_class_guid="5b45201d-f2f2-4f3b-85bb-30ff1f953599")
        ],
    )
    return documents.replace(built, container=inner)


def disks() -> dict[str, documents.Attachment]:
    """What hangs on the machine's one controller."""
    return {
        str(lun): documents.Attachment(
            type=documents.AttachmentType.VIRTUAL_DISK,
            path=f"C:\\vm\\disks\\disk{lun}.vhdx",
            read_only=lun > 0,
            caching_mode=documents.CachingMode.UNCACHED,
        )
        for lun in range(8)
    }


def shares() -> list[documents.Plan9Share]:
    """The folders the machine sees."""
    return [
        documents.Plan9Share(
            name=f"share{index}",
            access_name=f"share{index}",
            path=f"C:\\share\\{index}",
            port=50000 + index,
            flags=documents.Plan9ShareFlags(5),
        )
        for index in range(4)
    ]


def machine() -> Document:
    """A virtual machine with disks, shares, adapters, ports and a kernel of its own."""
    adapters = {
        f"adapter{index}": documents.NetworkAdapter(
            endpoint_id=f"1b8e{index:04x}-aaaa-4bbb-8ccc-2d3e4f50617{index}", mac_address=f"00-15-5D-00-00-0{index}"
        )
        for index in range(4)
    }
    built = build.linux_vm(
        kernel="C:\\vm\\kernel",
        initrd="C:\\vm\\initrd.img",
        command_line="console=ttyS0 panic=-1 nr_cpus=4",
        memory_mb=4096,
        processors=4,
        shares=shares(),
        console_pipe="\\\\.\\pipe\\vm-1-console",
        network_adapters=adapters,
    )
    vm = built.virtual_machine
    assert vm is not None
    assert vm.devices is not None
    assert vm.compute_topology is not None
    memory = documents.VirtualMachineMemory(
        size_in_mb=4096,
        allow_overcommit=True,
        enable_cold_hint=True,
        enable_hot_hint=True,
        enable_deferred_commit=True,
        enable_cold_discard_hint=True,
        high_mmio_base_in_mb=16384,
        high_mmio_gap_in_mb=8192,
    )
    vhd = documents.VirtualPMemImageFormat.VHD1
    pmem = {
        str(index): documents.VirtualPMemDevice(host_path=f"C:\\vm\\layers\\{index}.vhd", read_only=True, image_format=vhd)
        for index in range(6)
    }
    controller = documents.VirtualPMemController(devices=pmem, maximum_count=64, maximum_size_bytes=2**32)
    devices = documents.replace(
        vm.devices,
        scsi={"0": documents.Scsi(attachments=disks())},
        virtual_pmem=controller,
        video_monitor=documents.VideoMonitor(horizontal_resolution=1024, vertical_resolution=768),
        keyboard=documents.Keyboard(),
        mouse=documents.Mouse(),
    )
    return documents.replace(
        built,
        virtual_machine=documents.replace(vm, compute_topology=documents.replace(vm.compute_topology, memory=memory), devices=devices),
    )


def best_us(function: Callable[[], Any], count: int) -> float:
    """Microseconds of processor time of one call, over one round."""
    gc.collect()
    started = time.thread_time_ns()
    for _ in range(count):
        function()
    return (time.thread_time_ns() - started) / count / 1e3


def measure(name: str, document: Document, *, rounds: int, count: int) -> list[Result]:
    """Every contender on one document; all must write what ours writes."""
    text = documents.to_json(document)
    peers = every_peer(document, text)
    for peer in peers:
        assert json.loads(peer.write()) == json.loads(text), f"{peer.name} writes another document"
    times: dict[tuple[str, str], list[float]] = {}
    for _ in range(rounds):
        for peer in peers:
            times.setdefault((peer.name, "write"), []).append(best_us(peer.write, count))
            times.setdefault((peer.name, "read"), []).append(best_us(peer.read, count))
    print(f"\n{name}: {len(text)} bytes")
    return [Result(name, peer.name, min(times[peer.name, "write"]), min(times[peer.name, "read"])) for peer in peers]


def show(results: list[Result]) -> bool:
    """Print one document's table; whether every goal holds."""
    first = results[0]
    held = True
    print(f"{'':26}{'write us':>10}{'read us':>10}{'ours is, writing':>20}{'ours is, reading':>20}")
    for row in results:
        cells = []
        for verb, mine, theirs in (("write", first.write_us, row.write_us), ("read", first.read_us, row.read_us)):
            ratio = theirs / mine
            goal = GOALS.get((row.peer, verb))
            mark = "" if goal is None else f" (goal {goal:g}{'' if ratio >= goal else ' MISSED'})"
            held = held and (goal is None or ratio >= goal)
            cells.append(f"{ratio:.2f}x{mark}")
        print(f"{row.peer:26}{row.write_us:10.2f}{row.read_us:10.2f}{cells[0]:>20}{cells[1]:>20}")
    return held


def version_ratio(document: Document, *, rounds: int, count: int) -> float:
    """How many times as much encoding costs that also tells the schema version the document needs."""
    encode, weigh = (partial(function, type(document), document) for function in (wire.encode, wire.weigh))
    times = [(best_us(encode, count), best_us(weigh, count)) for _ in range(rounds)]
    return min(weighed for _, weighed in times) / min(encoded for encoded, _ in times)


def import_ms(code: str, rounds: int) -> float:
    """Milliseconds of processor time a fresh interpreter spends on the code."""
    return median(processor_ms([sys.executable, "-c", code]) for _ in range(rounds))


def main() -> int:
    """Print the tables; the exit code says whether the goals hold."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--quick", action="store_true", help="fewer rounds; a few seconds")
    arguments.add_argument("--json", type=Path, help="also write the numbers here")
    options = arguments.parse_args()
    rounds, count = (5, 400) if options.quick else (15, 2000)
    results = []
    held = True
    for name, document in (("container", container()), ("virtual machine", machine())):
        rows = measure(name, document, rounds=rounds, count=count)
        held = show(rows) and held
        print(f"before attrs made them: {BEFORE[name][0]:.2f}x plain cattrs writing, {BEFORE[name][1]:.2f}x reading")
        ratio = version_ratio(document, rounds=rounds, count=count)
        print(f"encoding that tells the version needed: {ratio:.2f} times encoding (goal {VERSION_GOAL:g})")
        held = held and ratio <= VERSION_GOAL
        results += rows
    absent = [peer for peer in ("orjson", "pydantic", "msgspec") if not has_module(peer)]
    if absent:
        print(f"\nnot installed, so not measured: {', '.join(absent)}")
    bare = import_ms("pass", rounds)
    touched = import_ms("from hcsffi import documents; documents.ComputeSystem", rounds) - bare
    print(f"\nimport and touch one type: {touched:.1f} ms over a bare interpreter (goal {IMPORT_GOAL_MS:g})")
    held = held and touched <= IMPORT_GOAL_MS
    if options.json:
        options.json.write_text(json.dumps([row._asdict() for row in results], indent=2), encoding="utf-8")
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
