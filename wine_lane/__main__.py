"""``python -m wine_lane [PYTEST ARGUMENT...]``: the whole lane."""

from __future__ import annotations

import sys

from wine_lane.suite import main

sys.exit(main(sys.argv[1:]))
