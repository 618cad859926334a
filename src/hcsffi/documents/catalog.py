"""Where each type lives, by published name: read from the class statements of the topics themselves when a name is first asked for.

Topics stand above this module (their classes check themselves with what is here), so the package's front door tells it how to load one.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from pkgutil import iter_modules
from re import MULTILINE
from re import compile as pattern
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import ModuleType

FOLDER = Path(__file__).parent / "topic"

_CLASS = pattern(rb'^class (\w+)\(\s*(\w+),\s*published="([\w.]+)"', MULTILINE)


class Place(NamedTuple):
    """Where one type lives.

    Args:
        topic: the module inside `topic/`.
        python: the name of the class.
        base: the name of the class it extends: `Document`, or the kind of enumeration.
    """

    topic: str
    python: str
    base: str


class _Loading:
    """How a topic is loaded; `documents` sets it."""

    topic: Callable[[str], ModuleType]


loading = _Loading()


@cache
def places() -> Mapping[str, Place]:
    """Every type by schema and published name (`hcs.Container_Memory`), sorted.

    Where the sources are not at hand (a program frozen into one file), the topics are loaded and asked.
    """
    found = {}
    for path in FOLDER.glob("*.py"):
        for python, base, published in _CLASS.findall(path.read_bytes()):
            found[published.decode()] = Place(path.stem, python.decode(), base.decode())
    return dict(sorted((found or _asked()).items()))


def _asked() -> dict[str, Place]:
    found = {}
    for module in iter_modules([str(FOLDER)]):
        for python, value in vars(loading.topic(module.name)).items():
            published = getattr(value, "__published__", "")
            if published and value.__module__.endswith(f".{module.name}"):
                found[published] = Place(module.name, python, value.__base__.__name__)
    return found


@cache
def find(published: str) -> type[Any]:
    """The class of a schema and published name; its topic loads on first use.

    Raises:
        KeyError: there is no such type.
    """
    place = places()[published]
    found: type[Any] = getattr(loading.topic(place.topic), place.python)
    return found


@cache
def named(schema: str) -> Mapping[str, str]:
    """Published names by Python name, of one namespace: `hcs`, `hcn`, or `v1` for generation 1 of both."""
    return {place.python: published for published, place in places().items() if namespace(published) == schema}


def namespace(published: str) -> str:
    """The namespace of a type: `hcs`, `hcn` or `v1`."""
    return "v1" if ".V1." in published else published.partition(".")[0]


@cache
def clear() -> Mapping[str, str]:
    """Published names by Python name, of the types whose name means one thing only; generation 1 apart."""
    hcs, hcn = named("hcs"), named("hcn")
    return {**{name: hcs[name] for name in hcs if name not in hcn}, **{name: hcn[name] for name in hcn if name not in hcs}}
