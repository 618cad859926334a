"""A container with a network of its own: a network, two endpoints, a port of the host, an access rule, and nothing left at the end.

Run it with: python examples/network.py
"""

from __future__ import annotations

import tempfile

import anyio

from hcsffi import ComputeSystem, embedded, network
from hcsffi.documents import build

BLOCKED = network.AclPolicy(
    action="Block", direction="Out", protocols=["tcp"], remote_addresses=["10.9.0.0/16"], remote_ports=[25, "6000-6063"]
)


async def listen(events: network.NotificationStream) -> None:
    """Print what comes and goes."""
    async for event in events:
        print(f"told: {event.kind.name.lower().replace('_', ' ')}")


async def use(attachment: network.Attachment) -> None:
    """Run a container in the attachment's namespace."""
    for endpoint in attachment.endpoints:
        addresses = ", ".join(map(str, endpoint.addresses))
        print(f"{endpoint.name[-4:]}: {addresses}, {', '.join(policy.kind for policy in endpoint.policies)}")
    document = build.process_isolated_container(host_name="web", namespace_id=attachment.namespace_id)
    async with await ComputeSystem.create(attachment.system_id, document) as system:
        await system.start()
        done = await system.run(["sh", "-c", "echo hello from a namespace"], timeout_s=30, check=True)
        print(done.stdout.decode(), end="")
        async with await network.Namespace.open(attachment.namespace_id) as namespace:
            print(f"in the namespace: {', '.join(await namespace.containers())}")
        async with await network.Endpoint.open(attachment.endpoints[0].id) as first:
            print(f"received: {(await first.statistics()).bytes_received or 0} bytes")
        await system.terminate()


async def main() -> None:
    """Make it all, use it, and take it away."""
    async with network.notifications() as events, anyio.create_task_group() as tasks:
        tasks.start_soon(listen, events)
        wanted = await network.ensure(build.nat_network("example", "172.31.7.0/24", "172.31.7.1"))
        async with wanted.network as nat:
            print(f"network: {wanted.how}")
            with tempfile.TemporaryDirectory() as journal:
                async with network.attach(
                    "network-example", on=[nat, nat], ports=["127.0.0.1:8080:80/tcp"], policies=[BLOCKED], owner="example", journal=journal
                ) as attachment:
                    await use(attachment)
                left = await network.gc(owner="example", journal=journal)
                print(f"left behind: {len(left.freed) + len(left.failed)}")
            await nat.delete()
        tasks.cancel_scope.cancel()
    counted = {kind: count for kind, count in embedded.counters().items() if count and kind != "Threads"}
    print(f"counters: {counted or 'zero'}")


if __name__ == "__main__":
    anyio.run(main)
