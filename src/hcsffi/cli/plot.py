"""A plot in one line of text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

BARS: Final = " ▁▂▃▄▅▆▇█"
_PLAIN_BARS: Final = " .:-=+*#"


def plot(values: Sequence[float], *, is_plain: bool = False) -> str:
    """Return a bar for each value, as high as it is beside the largest of them."""
    bars = _PLAIN_BARS if is_plain else BARS
    largest = max(values, default=0.0)
    return "".join(bars[0 if value <= 0 else max(1, round(value / largest * (len(bars) - 1)))] for value in values)
