"""What must not be copied: the mark of every class whose objects own something that exactly one object closes."""

from __future__ import annotations

from typing import ClassVar, NoReturn, SupportsIndex


class Uncopyable:
    """What owns a number that exactly one object closes: a copy would close the original's, or what got the number after it.

    ``copy`` and ``pickle`` ask an object for its parts here, at whatever depth they meet it.
    """

    __slots__ = ()
    other_way: ClassVar[str] = ""
    """How to have a second one all the same, for the error's text."""

    def __reduce_ex__(self, protocol: SupportsIndex, /) -> NoReturn:
        """Refuse to be copied or pickled.

        Raises:
            TypeError: always.
        """
        hint = f"; {self.other_way}" if self.other_way else ""
        raise TypeError(f"a {type(self).__name__} cannot be copied or pickled: it owns what only one object may close{hint}")
