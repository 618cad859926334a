"""Arrays and objects inside a document: they compare equal to lists and dicts, and nobody can change them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class FrozenList(tuple[Any, ...]):
    """An array of a document: a tuple that also equals a list of the same elements."""

    __slots__ = ()
    __origin__ = tuple  # as tuple[Any, ...] says of itself: cattrs looks into a subclass of tuple only when it says so
    __args__ = (Any, ...)

    def __eq__(self, other: object) -> bool:
        return tuple.__eq__(self, tuple(other) if isinstance(other, list) else other)

    def __ne__(self, other: object) -> bool:
        return not self == other

    __hash__ = tuple.__hash__

    def __repr__(self) -> str:
        return f"[{', '.join(map(repr, self))}]"


def _refuse(self: object, *_given: object, **_named: object) -> NoReturn:
    raise TypeError(f"{type(self).__name__} is frozen; documents.replace makes a changed copy of the document that holds it")


class FrozenDict(dict[str, Any]):
    """An object of a document: a dict that refuses every change."""

    __slots__ = ()

    __setitem__ = __delitem__ = __ior__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse

    def __hash__(self) -> int:  # type: ignore[override]  # dict says None
        return hash(frozenset(self.items()))

    def __reduce__(self) -> tuple[Any, ...]:
        return (type(self), (dict(self),))

    def __copy__(self) -> FrozenDict:
        return self

    def copy(self) -> dict[str, Any]:
        """A plain dict with the same members, free to be changed."""
        return dict(self)


class UnknownMembers(FrozenDict):
    """Members that no source knows, by wire name, with the order in which the whole document had its members.

    Args:
        members: the unknown ones.
        order: wire names of all members as they were read; they are printed in that order again.
    """

    __slots__ = ("order",)

    def __init__(self, members: Mapping[str, Any] | Iterable[tuple[str, Any]] = (), order: tuple[str, ...] = ()) -> None:
        super().__init__(members)
        self.order = order

    def __reduce__(self) -> tuple[Any, ...]:
        return (UnknownMembers, (dict(self), self.order))


def frozen(value: Any) -> Any:
    """A JSON value whose lists and dicts, at every depth, nobody can change."""
    kind = type(value)
    if kind is dict:
        return FrozenDict({key: frozen(item) for key, item in value.items()})
    if kind is list:
        return FrozenList([frozen(item) for item in value])
    return value
