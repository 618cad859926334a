"""The storage functions: each reaches its native function, and what cannot be meant is refused before that."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import anyio
import pytest

from hcsffi import HcsError, NotFound, storage
from hcsffi.documents import InvalidDocument
from hcsffi.native import calls
from hcsffi.native.errand import Errand

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from hcsffi.native.reply import Argument, Reply

pytestmark = pytest.mark.anyio

GONE = "C:\\not\\there" if sys.platform == "win32" else "/not/there"
CHAIN = storage.LayerChain.of(GONE + "-parent", ids=["1a3348c8-c43b-5c1a-83f4-4bbff0d32f39"])

CALLS: dict[str, Callable[[Any, Any], Awaitable[object]]] = {
    "HcsImportLayer": lambda path, chain: storage.import_layer(path, GONE, chain),
    "HcsExportLayer": lambda path, chain: storage.export_layer(path, GONE, chain),
    "HcsExportLegacyWritableLayer": lambda path, chain: storage.export_legacy_writable_layer(path, GONE, GONE, chain),
    "HcsDestroyLayer": lambda path, _: storage.destroy_layer(path),
    "HcsSetupBaseOSLayer": lambda path, _: storage.setup_base_os_layer(path),
    "HcsSetupBaseOSVolume": lambda path, _: storage.setup_base_os_volume(path, GONE),
    "HcsInitializeWritableLayer": storage.initialize_writable_layer,
    "HcsInitializeLegacyWritableLayer": lambda path, chain: storage.initialize_legacy_writable_layer(path, GONE, chain),
    "HcsAttachLayerStorageFilter": storage.attach_layer_storage_filter,
    "HcsDetachLayerStorageFilter": lambda path, _: storage.detach_layer_storage_filter(path),
    "HcsAttachOverlayFilter": storage.attach_overlay_filter,
    "HcsDetachOverlayFilter": lambda path, _: storage.detach_overlay_filter(path),
}
"""Each function of the service, called for a path and a chain; those of disks are called below."""
TAKING_CHAINS = {
    "HcsImportLayer",
    "HcsExportLayer",
    "HcsExportLegacyWritableLayer",
    "HcsInitializeWritableLayer",
    "HcsInitializeLegacyWritableLayer",
    "HcsAttachLayerStorageFilter",
    "HcsAttachOverlayFilter",
}


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, ...]]:
    """What reaches the native room: the names and arguments of all calls, which are made."""
    seen: list[tuple[object, ...]] = []
    call, invoke = Errand.call, calls.invoke

    def seen_call(one: Errand, name: str, *arguments: Argument, **how: bool) -> None:
        seen.append((name, *arguments))
        call(one, name, *arguments, **how)

    def seen_invocation(name: str, *arguments: Argument) -> Reply:
        seen.append((name, *arguments))
        return invoke(name, *arguments)

    monkeypatch.setattr(Errand, "call", seen_call)
    monkeypatch.setattr(calls, "invoke", seen_invocation)  # by which a service in another process is asked
    return seen


@pytest.mark.parametrize("function", CALLS)
async def test_each_call_reaches_its_native_function_and_tells_its_failure(function: str, asked: list[tuple[object, ...]]) -> None:
    """The error names function and layer: the service's bare code names neither (E-1)."""
    with pytest.raises(HcsError) as caught:
        await CALLS[function](GONE, CHAIN)
    assert (function, GONE) == (caught.value.function, caught.value.subject.partition(" ")[2])
    assert [(function, GONE.encode())] == [one[:2] for one in asked]


@pytest.mark.parametrize("function", CALLS)
@pytest.mark.parametrize("path", ["", "layers/98", "\0", f"{GONE}\0", f"{GONE}\ud800"])
async def test_a_path_that_cannot_cross_is_refused_before_anything_is_called(
    function: str, path: str, asked: list[tuple[object, ...]]
) -> None:
    """A NUL would make another path of it, a relative one is relative to nothing the service knows."""
    with pytest.raises(ValueError, match=r"empty|absolute|NUL|surrogate"):
        await CALLS[function](path, CHAIN)
    assert [] == asked


@pytest.mark.parametrize("function", CALLS)
@pytest.mark.parametrize("path", [b"/x", 3, None])
async def test_what_is_no_path_is_refused_before_anything_is_called(function: str, path: object, asked: list[tuple[object, ...]]) -> None:
    """Every call takes a text or an ``os.PathLike``."""
    with pytest.raises(TypeError):
        await CALLS[function](path, CHAIN)
    assert [] == asked


@pytest.mark.parametrize("function", sorted(TAKING_CHAINS))
@pytest.mark.parametrize(
    ("chain", "error"),
    [
        ('{"Layers": [{"Id": "1a3348c8-c43b-5c1a-83f4-4bbff0d32f39", "Path": "a/b"}]}', ValueError),
        ({"Layers": [{"Id": "98", "Path": GONE}]}, ValueError),
        ({"Layers": [{"Id": "1a3348c8-c43b-5c1a-83f4-4bbff0d32f39", "Path": GONE + "\0"}]}, ValueError),
        ({"Layers": {}}, InvalidDocument),
        ("[]", InvalidDocument),
        (b"{", InvalidDocument),
    ],
)
async def test_a_chain_that_is_none_is_refused_before_anything_is_called(
    function: str, chain: Any, error: type[Exception], asked: list[tuple[object, ...]]
) -> None:
    """The service would answer a code without the place in the document."""
    with pytest.raises(error):
        await CALLS[function](GONE, chain)
    assert [] == asked


async def test_the_documents_are_those_of_shipping_clients(asked: list[tuple[object, ...]]) -> None:
    """Export always gets a document, initialising none; the overlay's detach names the filter alone, as in hcsshim."""
    for function in ("HcsExportLayer", "HcsInitializeWritableLayer", "HcsDetachOverlayFilter", "HcsSetupBaseOSLayer"):
        with pytest.raises(HcsError):
            await CALLS[function](GONE, CHAIN)
    with pytest.raises(HcsError):
        await storage.export_layer(GONE, GONE, CHAIN, {"IsWritableLayer": True})
    assert [
        b"{}",
        None,
        b'{"SchemaVersion":{"Major":2,"Minor":1},"FilterType":"UnionFS"}',
        b'{"Type":"Container"}',
        b'{"IsWritableLayer":true}',
    ] == [one[-1] for one in asked]


async def test_a_path_may_be_any_path_object(tmp_path: Path, asked: list[tuple[object, ...]]) -> None:
    """``os.PathLike`` is what the standard library's own functions take."""
    for path in (tmp_path / "x", anyio.Path(tmp_path / "x"), str(tmp_path / "x")):
        with pytest.raises(HcsError):
            await storage.destroy_layer(path)
    assert {("HcsDestroyLayer", str(tmp_path / "x").encode())} == set(asked)


async def test_a_disk_is_owned_and_asked_for_no_more_once_it_is_closed(tmp_path: Path) -> None:
    """A closed descriptor's number is soon another file's: the service must never be given it."""
    file = tmp_path / "sandbox.vhdx"
    file.write_bytes(b"no disk")
    async with await storage.Disk.open(file) as disk:
        for ask in (storage.format_writable_layer_vhd, storage.get_layer_vhd_mount_path):
            with pytest.raises(HcsError) as caught:
                await ask(disk)
            assert f"disk {file}" == caught.value.subject
    await disk.aclose()
    for ask in (storage.format_writable_layer_vhd, storage.get_layer_vhd_mount_path):
        with pytest.raises(anyio.ClosedResourceError):
            await ask(disk)
    file.unlink()  # which Windows refuses while somebody has it open


async def test_a_disk_that_is_not_there_is_no_disk(tmp_path: Path) -> None:
    """The system's own error, as for any file."""
    with pytest.raises((FileNotFoundError, NotFound)):  # Windows' disk library tells it by a code
        await storage.Disk.open(tmp_path / "none.vhdx")


async def test_a_disk_that_nobody_closed_says_so(tmp_path: Path) -> None:
    """Its file would stay open, and on Windows undeletable, as long as the process lives."""
    file = tmp_path / "sandbox.vhdx"
    file.write_bytes(b"no disk")
    disk = await storage.Disk.open(file)
    with pytest.warns(ResourceWarning, match="unclosed <Disk"):
        del disk
