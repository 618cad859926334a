"""How a JSON path is written."""

from __future__ import annotations


def below(path: str, name: str) -> str:
    """The path of a member: `$.Memory`, or `$.Scsi["0"]` where the name is not a plain word."""
    if name.isidentifier():
        return f"{path}.{name}"
    quoted = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'{path}["{quoted}"]'
