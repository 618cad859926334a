"""Prints the statistics of a compute system for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hcsffi import documents


def lines(found: documents.Properties) -> list[str]:
    """Return the lines printed for ``--stats``: times in seconds, sizes in bytes."""
    numbers = found.statistics
    if numbers is None:
        return ["statistics: the service sent none"]
    processor, memory, storage = numbers.processor, numbers.memory, numbers.storage
    printed = [f"uptime: {_seconds(numbers.uptime_100ns)}"]
    if processor is not None:
        printed.append(
            f"processor: {_seconds(processor.total_runtime_100ns)} (user {_seconds(processor.runtime_user_100ns)}, "
            f"kernel {_seconds(processor.runtime_kernel_100ns)})"
        )
    if memory is not None:
        printed.append(
            f"memory: {memory.memory_usage_commit_bytes or 0} B committed (peak {memory.memory_usage_commit_peak_bytes or 0} B), "
            f"{memory.memory_usage_private_working_set_bytes or 0} B private"
        )
    if storage is not None:
        printed.append(
            f"storage: {storage.read_size_bytes or 0} B in {storage.read_count_normalized or 0} reads, "
            f"{storage.write_size_bytes or 0} B in {storage.write_count_normalized or 0} writes"
        )
    return printed


def _seconds(ticks: int | None) -> str:
    return f"{(ticks or 0) / 10_000_000:.3f} s"
