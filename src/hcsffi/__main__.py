"""``python -m hcsffi``: the same program as the ``hcsffi`` command."""

from __future__ import annotations

import sys

from hcsffi.cli import main

if __name__ == "__main__":
    sys.exit(main())
