"""How this system says that the reader of our output has gone."""

from __future__ import annotations

import errno
import os


def reader_left(error: OSError) -> bool:
    """Whether a write failed because nobody reads any more; Windows' C runtime says EINVAL for it."""
    return isinstance(error, BrokenPipeError) or (os.name == "nt" and error.errno == errno.EINVAL)
