"""The chain of a layer's parents: what is read, what is written, and what is refused before anybody is asked."""

from __future__ import annotations

import json
import sys
import uuid

import pytest

from hcsffi import documents, storage
from hcsffi.storage.path import crossing, long_form

ROOT = "C:\\layers" if sys.platform == "win32" else "/layers"
NEAREST, MIDDLE, LAST = (f"{ROOT}{'/' if ROOT[0] == '/' else chr(92)}{name}" for name in ("98", "90", "89"))
IDS = ("1a3348c8-c43b-5c1a-83f4-4bbff0d32f39", "9caf22d5-d18a-59e5-afd8-a5e3870a1fee", "298e3ca2-da55-5141-8d6a-d1924c6353ed")
"""The service's ids of layers 98, 90 and 89 (E-4 of the facts)."""


def test_a_chain_is_written_nearest_first_with_its_version() -> None:
    """The service reads the order as the order of looking; the version member is always there (E-2)."""
    chain = storage.LayerChain.of(NEAREST, MIDDLE, LAST, ids=IDS)
    assert {
        "SchemaVersion": {"Major": 2, "Minor": 1},
        "Layers": [{"Id": one, "Path": path} for one, path in zip(IDS, (NEAREST, MIDDLE, LAST), strict=True)],
    } == json.loads(chain.to_json())


def test_a_chain_is_written_once_but_for_what_can_be_changed() -> None:
    """Three calls of a scratch's life send it; a further member that is a list is its maker's, who may add to it."""
    chain = storage.LayerChain.of(NEAREST, ids=IDS[:1])
    assert chain.crossed() is chain.crossed()
    assert storage.LayerChain.of(NEAREST, ids=IDS[:1]) == chain
    further = ["first"]
    open_to_change = storage.LayerChain(chain.layers, (("Further", further),))
    assert ["first"] == json.loads(open_to_change.to_json())["Further"]
    further.append("second")
    assert ["first", "second"] == json.loads(open_to_change.to_json())["Further"]


def test_a_base_layers_chain_leaves_the_layers_out() -> None:
    """An empty list means the same; leaving it out is what clients of the service send (E-2)."""
    assert {"SchemaVersion": {"Major": 2, "Minor": 1}} == json.loads(storage.LayerChain().to_json())


@pytest.mark.parametrize("version", [{}, None, {"Major": 2, "Minor": 1}, {"Major": 2, "Minor": 5}])
def test_the_chain_of_somebody_else_is_read_whatever_version_it_says(version: dict[str, int] | None) -> None:
    """A shipping client sends ``"SchemaVersion": {}``, as hcsshim does."""
    text = json.dumps({"SchemaVersion": version, "Layers": [{"Id": IDS[0], "Path": NEAREST}]})
    chain = storage.LayerChain.read(text)
    assert (NEAREST,) == chain.paths
    assert {"Major": 2, "Minor": 1} == json.loads(chain.to_json())["SchemaVersion"]


def test_members_of_others_survive_the_reading() -> None:
    """A newer service may say more of a chain than this library knows; a filter's name is known, and goes on with the chain, too."""
    chain = storage.LayerChain.read({"SchemaVersion": {}, "FilterType": "UnionFS", "Newer": [1]})
    assert documents.FileSystemFilterType.UNION_FS is chain.filter_type
    assert {"SchemaVersion": {"Major": 2, "Minor": 1}, "FilterType": "UnionFS", "Newer": [1]} == json.loads(chain.to_json())


def test_a_chain_is_read_from_its_own_document() -> None:
    """What was written can be kept beside a layer and read again."""
    chain = storage.LayerChain.of(NEAREST, LAST, ids=IDS[:2])
    assert chain == storage.LayerChain.read(chain.to_json()) == storage.LayerChain.read(chain.document()) == storage.LayerChain.read(chain)


def test_an_id_is_a_guid_however_it_was_given() -> None:
    """Documents carry GUIDs in one spelling, which is that of the service's own logs (E-4)."""
    assert (IDS[0],) == storage.LayerChain.of(NEAREST, ids=[IDS[0].upper()]).ids
    assert (IDS[0],) == storage.LayerChain.of(NEAREST, ids=[uuid.UUID(IDS[0])]).ids


@pytest.mark.skipif(sys.platform == "win32", reason="on Windows the service may answer")
def test_without_a_service_a_name_has_the_same_id_everywhere() -> None:
    """The service's own name space is not public; the embedded host takes any id, so only sameness matters."""
    chain = storage.LayerChain.of(NEAREST)
    assert storage.LayerChain.of("/elsewhere/98/").ids == chain.ids == (storage.layer_id("98"),)
    assert uuid.uuid5(uuid.uuid5(uuid.NAMESPACE_URL, "urn:hcsffi:layer"), "98") == uuid.UUID(chain.ids[0])


def test_a_layer_made_over_a_chain_comes_first() -> None:
    """The new layer is the nearest parent of the next one."""
    below = storage.LayerChain.of(LAST, ids=IDS[2:])
    assert (NEAREST, LAST) == below.above(NEAREST, id=IDS[0]).paths
    assert 1 == len(below)
    assert [LAST] == [layer.path for layer in below]


@pytest.mark.parametrize(
    ("paths", "ids", "said"),
    [
        (["layers/98"], IDS[:1], "absolute"),
        ([""], IDS[:1], "empty"),
        ([f"{ROOT}\0x"], IDS[:1], "NUL"),
        ([f"{ROOT}\ud800"], IDS[:1], "surrogate"),
        ([NEAREST, NEAREST], IDS[:2], "in the chain already"),
        ([NEAREST], IDS[:2], "each layer has one"),
        ([NEAREST], ["98"], "no GUID"),
    ],
)
def test_a_chain_that_no_service_could_follow_is_refused(paths: list[str], ids: list[str], said: str) -> None:
    """The service answers such a chain with a bare code that names neither the layer nor the reason (E-3)."""
    with pytest.raises(ValueError, match=said):
        storage.LayerChain.of(*paths, ids=ids)


@pytest.mark.parametrize("layer", [{"Id": IDS[0]}, {"Path": NEAREST}, {"Id": "x", "Path": NEAREST}, {"Id": IDS[0], "Path": ""}])
def test_a_document_without_paths_and_ids_is_no_chain(layer: dict[str, str]) -> None:
    """The error has the place in the document."""
    with pytest.raises(ValueError, match=r"\$\.Layers\[0\]"):
        storage.LayerChain.read({"Layers": [layer]})


def test_what_is_no_filters_name_is_refused() -> None:
    """A number there would reach the service as one, which says less of it."""
    with pytest.raises(ValueError, match=r"\$\.FilterType: 3"):
        storage.LayerChain.read({"FilterType": 3})


@pytest.mark.parametrize("text", ["[]", "{", '{"Layers": 1}', '{"Layers": [1]}'])
def test_what_is_no_document_of_layers_is_refused_as_one(text: str) -> None:
    """Others keep lists of paths under similar names."""
    with pytest.raises(documents.InvalidDocument):
        storage.LayerChain.read(text)


def test_a_path_has_to_be_a_text() -> None:
    """Bytes would have to be guessed at on their way to UTF-16."""
    with pytest.raises(TypeError, match="has to be a text"):
        crossing("layer", b"/layers/98")  # type: ignore[arg-type]  # the wrong type on purpose


@pytest.mark.parametrize(
    ("given", "crossed"),
    [
        ("C:\\" + "a" * 244, "C:\\" + "a" * 244),
        ("C:\\" + "a" * 245, "\\\\?\\C:\\" + "a" * 245),
        ("C:/" + "a" * 250 + "/x/../y", "\\\\?\\C:\\" + "a" * 250 + "\\y"),
        ("\\\\host\\share\\" + "a" * 240, "\\\\?\\UNC\\host\\share\\" + "a" * 240),
        ("\\\\?\\C:\\" + "a" * 250, "\\\\?\\C:\\" + "a" * 250),
        ("C:\\" + "\U0001f600" * 122 + "a", "\\\\?\\C:\\" + "\U0001f600" * 122 + "a"),
    ],
)
def test_a_long_path_of_windows_crosses_in_the_form_that_may_be_long(given: str, crossed: str) -> None:
    """Windows makes no folder whose path has 248 UTF-16 units and more (E-20), unless it is said to be meant as it is."""
    assert crossed == long_form(given)
