"""Why a statement has no test here: what this suite cannot look at, whatever it is given."""

from __future__ import annotations

_GUEST = "needs a guest operating system of its own making inside a machine"
_CLIENT = "a rule for clients, kept by the library and tested in its unit and contract tests"
_NETWORK = "needs endpoints and namespaces: compared when the network functions are"
_LAYERS = "needs layers and scratch disks of the tester's own making: compared when the storage functions are"

REASONS: dict[str, str] = {
    "A-13": "one Windows version's fault, met by chance; tests/contract makes the embedded host do the same",
    "A-18": "a promise of no order cannot be seen to be kept",
    "A-20": "what older producers wrote; tests/unit reads such documents",
    "A-24": "would crash the process on the one library where it matters",
    "A-26": _CLIENT,
    "B-11": "the suite itself needs administrator rights",
    "B-12": "needs an image of another build, or a host without the feature",
    "B-14": _LAYERS,
    "B-17": _NETWORK,
    "B-25": "needs a workload that dies at the right moment; the embedded host is made to do so in tests/contract",
    "B-32": _CLIENT,
    "B-43": "a code that exists; which request answers it is not known",
    "B-66": "needs a disk that the host has mounted",
    "C-8": "would block the service's process on purpose",
    "C-19": _CLIENT,
    "C-27": _CLIENT,
    "D-3": "reading after the callback would be a use after free",
    "D-9": "a race that cannot be brought about",
    "D-13": _NETWORK,
    "G-1": _LAYERS,
    "G-2": _NETWORK,
    "G-8": _NETWORK,
    "G-9": _NETWORK,
    "G-10": _LAYERS,
    "G-13": _GUEST,
    "G-14": _GUEST,
    "G-19": _NETWORK,
}
