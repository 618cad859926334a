"""How many types, members and values there are, per schema: `python -m hcsffi.documents.counts`."""

from __future__ import annotations

import sys
from typing import NamedTuple

from hcsffi.documents.catalog import find, places
from hcsffi.documents.document import Document


class Counts(NamedTuple):
    """What one schema holds; the documented ones stand in the published tables."""

    objects: int
    enums: int
    members: int
    values: int
    documented_objects: int
    documented_enums: int
    documented_members: int


def count(schema: str) -> Counts:
    """Count the types of a schema (`hcs` or `hcn`), generation 1 included."""
    classes = [find(published) for published in places() if published.startswith(f"{schema}.")]
    objects = [cls for cls in classes if issubclass(cls, Document)]
    enums = [cls for cls in classes if not issubclass(cls, Document)]
    rows = [row for cls in objects for row in cls.__members__]
    return Counts(
        len(objects),
        len(enums),
        len(rows),
        sum(len(cls.__members__) for cls in enums),
        sum("docs" in cls.__sources__.split() for cls in objects),
        sum("docs" in cls.__sources__.split() for cls in enums),
        sum("docs" in row.sources.split() for row in rows),
    )


def main() -> int:
    """Print a table."""
    counts = {schema: count(schema) for schema in ("hcs", "hcn")}
    sys.stdout.write(f"{'':24}{'hcs':>14}{'hcn':>14}\n")
    for index, name in enumerate(Counts._fields):
        sys.stdout.write(f"{name.replace('_', ' '):24}{counts['hcs'][index]:>14}{counts['hcn'][index]:>14}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
