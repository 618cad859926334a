"""Section E: what the storage functions answer to what cannot work, and, on the embedded host, what a layer of plain files comes to."""

from __future__ import annotations

import json
import os
import uuid
from typing import TYPE_CHECKING, Any

import pytest

from hcsffi.native.binding import ffi, lib

from abi import PROCEDURE_NOT_FOUND, take, unsigned, wide
from observation import Fitting, OneOf
from supply import S_OK, Supply, code

if TYPE_CHECKING:
    from pathlib import Path

    from statement_report import Observe

pytestmark = pytest.mark.real_service

FAILURE = Fitting("a failure", lambda value: value != S_OK)
PATH_NOT_FOUND = "HRESULT_FROM_WIN32(ERROR_PATH_NOT_FOUND) 0x80070003"
FILE_NOT_FOUND = "HRESULT_FROM_WIN32(ERROR_FILE_NOT_FOUND) 0x80070002"


def number(text: str) -> str:
    """The code alone, whatever name it has here."""
    return text.rsplit(" ", 1)[-1]


def chain(*paths: Path) -> str:
    """A LayerData document; the ids are of nobody."""
    layers = [{"Id": str(uuid.uuid5(uuid.NAMESPACE_OID, path.name)), "Path": str(path)} for path in paths]
    return json.dumps({"SchemaVersion": {"Major": 2, "Minor": 1}, "Layers": layers})


def calling(function: str, *arguments: Any) -> str:
    """The code of a storage function; texts and paths cross as UTF-16."""
    native = [one if one is ffi.NULL or isinstance(one, ffi.CData) else wide(str(one)) for one in arguments]
    answer = unsigned(getattr(lib, function)(*native))
    if answer == PROCEDURE_NOT_FOUND:
        pytest.skip(f"this Windows has no {function}")
    return code(answer)


@pytest.mark.usefixtures("supply")
@pytest.mark.statement("E-1", "E-5")
def test_an_import_names_what_is_missing(observe: Observe, tmp_path: Path) -> None:
    """A client tells a damaged archive from a lost parent by the code."""
    source = tmp_path / "source"
    (source / "Files").mkdir(parents=True)
    lost = calling("HcsImportLayer", tmp_path / "layer", source, chain(tmp_path / "parent"))
    observe("a parent that is not there", number(PATH_NOT_FOUND), number(lost), of="E-5")
    (source / "Files").rmdir()
    empty = calling("HcsImportLayer", tmp_path / "layer", source, chain())
    observe("a source without Files", OneOf(number(FILE_NOT_FOUND), number(PATH_NOT_FOUND)), number(empty), of="E-5")
    observe("source and target the same", FAILURE, calling("HcsImportLayer", source, source, chain()), of="E-5")
    observe("the answer of the call itself", FAILURE, lost, of="E-1")


@pytest.mark.statement("E-9", "E-24")
def test_a_set_up_takes_no_disk_for_a_container_and_happens_once(supply: Supply, observe: Observe, tmp_path: Path) -> None:
    """A second one over the first would leave the registry of neither."""
    layer = tmp_path / "base"
    (layer / "Files").mkdir(parents=True)
    (layer / "Hives").mkdir()
    options = json.dumps({"Type": "Container", "DisableCiCacheOptimization": False, "SkipUpdateBcdForBoot": False})
    observe("Hives are there", FAILURE, calling("HcsSetupBaseOSLayer", layer, ffi.NULL, options), of="E-9")
    observe("a machine without a disk", FAILURE, calling("HcsSetupBaseOSLayer", layer, ffi.NULL, json.dumps({"Type": "Vm"})), of="E-9")
    if supply.embedded_host:
        (layer / "Hives").rmdir()
        observe("options of both members", S_OK, calling("HcsSetupBaseOSLayer", layer, ffi.NULL, options), of="E-24")
        observe("Layout and Hives", [True, True], [(layer / name).exists() for name in ("Layout", "Hives")], of="E-9")


@pytest.mark.statement("E-12", "E-13")
def test_a_filter_that_is_not_attached_cannot_be_detached(supply: Supply, observe: Observe, tmp_path: Path) -> None:
    """Whoever counts on it would detach somebody else's."""
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    observe("detach of a plain folder", FAILURE, calling("HcsDetachLayerStorageFilter", scratch), of="E-13")
    if not supply.embedded_host:
        return
    (tmp_path / "source" / "Files").mkdir(parents=True)
    (tmp_path / "source" / "Files" / "a").write_text("a")
    parents = chain(tmp_path / "base")
    assert calling("HcsImportLayer", tmp_path / "base", tmp_path / "source", chain()) == S_OK
    observe("initialise with a separator", S_OK, calling("HcsInitializeWritableLayer", f"{scratch}{os.sep}", parents, ""), of="E-12")
    observe("detach before attach", FAILURE, calling("HcsDetachLayerStorageFilter", scratch), of="E-13")
    assert calling("HcsAttachLayerStorageFilter", scratch, parents) == S_OK
    try:
        observe("the union view", "a", (scratch / "a").read_text(), of="E-13")
        observe("attach twice", FAILURE, calling("HcsAttachLayerStorageFilter", scratch, parents), of="E-13")
    finally:
        observe("detach", S_OK, calling("HcsDetachLayerStorageFilter", scratch), of="E-13")


@pytest.mark.statement("E-11", "E-14")
def test_a_disk_that_is_not_mounted_has_no_path(supply: Supply, observe: Observe, tmp_path: Path) -> None:
    """The path is where the client puts its writable layer."""
    if not supply.embedded_host:
        pytest.skip("needs a virtual disk of the tester's own making")
    if os.name == "nt":
        pytest.skip("a handle of CreateFile is had in C: tests/native/storage_disk_test.cpp")
    disk = tmp_path / "sandbox.vhdx"
    descriptor = os.open(disk, os.O_RDWR | os.O_CREAT)
    try:
        handle, path = ffi.cast("void *", descriptor), ffi.new("WCHAR **")
        observe("before the format", FAILURE, code(unsigned(lib.HcsGetLayerVhdMountPath(handle, path))), of="E-14")
        observe("the format", S_OK, code(unsigned(lib.HcsFormatWritableLayerVhd(handle))), of="E-11")
        observe("after it", S_OK, code(unsigned(lib.HcsGetLayerVhdMountPath(handle, path))), of="E-14")
        observe("a folder with a separator", True, (take(path) or "").endswith(os.sep), of="E-14")
    finally:
        os.close(descriptor)


@pytest.mark.statement("E-2", "E-15", "E-17")
def test_a_layer_goes_with_all_its_files(supply: Supply, observe: Observe, tmp_path: Path) -> None:
    """Files whose modes forbid it included."""
    observe("a folder that is not there", FAILURE, calling("HcsDestroyLayer", tmp_path / "none"), of="E-15")
    if not supply.embedded_host:
        return
    files = tmp_path / "source" / "Files"
    (files / "closed").mkdir(parents=True)
    (files / "closed" / "a").write_text("a")
    layer = tmp_path / "layer"
    for document in ("{}", chain(), json.dumps({"SchemaVersion": {"Major": 2, "Minor": 1}})):
        observe(f"a base's LayerData {document}", S_OK, calling("HcsImportLayer", layer, tmp_path / "source", document), of="E-2")
    (layer / "Files" / "closed").chmod(0)
    observe("destroy", S_OK, calling("HcsDestroyLayer", layer), of="E-15")
    observe("what is left", False, layer.exists(), of="E-15")
    volume = tmp_path / "volume"
    volume.mkdir()
    observe("set-up of a volume", S_OK, calling("HcsSetupBaseOSVolume", tmp_path / "source", volume, "{}"), of="E-17")
