"""The sidecar's lines: what a line cannot hold is refused, and nothing else comes out of it."""

from __future__ import annotations

import io

import pytest

from hcsffi.storage.oci.refusal import ArchiveRefused, Rule
from hcsffi.storage.oci.sidecar import SidecarWriter


def test_a_link_whose_target_is_no_text_is_refused() -> None:
    """A name may be any bytes on Linux; a target that no line can hold ended the import with an error of Python's."""
    writer = SidecarWriter(io.BytesIO())
    with pytest.raises(ArchiveRefused) as refused:
        writer.put("Files/link", {"target": "Files/\udc80"})
    assert (Rule.ENCODING, "Files/link") == (refused.value.rule, refused.value.entry)
    assert {} == writer.record("Files/link")


def test_a_name_that_is_no_text_is_kept() -> None:
    """Its bytes stand in the line."""
    writer = SidecarWriter(io.BytesIO())
    writer.put("Files/\udc80", {"target": "Files/a"})
    assert {"target": "Files/a"} == writer.record("Files/\udc80")
