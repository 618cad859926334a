"""Ending a process with its process tree, by the guest's own means.

The service ends one process, or a whole system: it has no call for a process and its descendants, and its list of processes names
no parents. So a program of the guest does it: ``taskkill /T`` of Windows, and on Linux a shell that reads /proc. A guest may lack
both; then the descendants go on, and whoever asked says so. A daemon, which has lost its parent and made a session of its own, is
nobody's descendant any more: it ends with the system.
"""

from __future__ import annotations

from typing import Final

# Stops whom it finds, and looks again until it finds nobody new, so that nothing starts a process between the look and the kill. A
# descendant whose parent has ended is known by its session: that of the process, or of somebody found. The name of a process, which
# may hold anything, ends at the last parenthesis.
_LINUX: Final = r"""
root=$1 found=" $1 "; sessions=$found; [ "$2" = alive ] && kill -STOP "$root" || found=" "
while :; do
    fresh=
    for stat in /proc/[0-9]*/stat; do
        line=
        while IFS= read -r part; do line="$line $part"; done 2>/dev/null < "$stat" || continue
        set -- ${line##*) }
        pid=${stat#/proc/} pid=${pid%/stat}
        case $1 in ""|Z|X) continue ;; esac
        case $found in *" $pid "*) continue ;; esac
        case "$found|$sessions" in *" $2 "*"|"*|*"|"*" $4 "*) ;; *) continue ;; esac
        found="$found$pid " sessions="$sessions$pid " fresh=1
        kill -STOP "$pid" 2>/dev/null
    done
    [ "$fresh" ] || break
done
failed=0
for pid in $found; do kill -KILL "$pid" 2>/dev/null || failed=1; done
exit $failed
"""


def ending_words(process_id: int, *, guest_is_linux: bool, alive: bool) -> list[str] | None:
    """Return the command by which a guest ends a process and its process tree.

    Args:
        process_id: the process id inside the system.
        guest_is_linux: whether the guest is a Linux.
        alive: whether the process itself still runs; else what it has left behind is meant.

    Returns:
        The arguments; ``None`` where the guest knows no way: Windows forgets whose descendant a process is when its parent ends.
    """
    if guest_is_linux:
        return ["/bin/sh", "-c", _LINUX, "sh", str(process_id), "alive" if alive else "ended"]
    return ["taskkill", "/T", "/F", "/PID", str(process_id)] if alive else None
