"""Images on disk: each layer gets a folder under its chain id, whichever way the image is laid out, if it is what it says."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import pytest

from hcsffi.storage.oci import ArchiveRefused, Rule, read_image_list, unpack

from image_layouts import Parts, add_image, docker_save, finish_layout, layout, sha256, write_archive, write_folder
from layer_archives import archive, entry, folder, go_winio, hard_link, symlink

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.anyio

BASE = archive(
    folder("Hives"), folder("Files"), folder("Files/dir"), go_winio("Files/dir/a.txt", b"one"), go_winio("Files/dir/b.txt", b"two")
)
UPPER = archive(folder("Files"), folder("Files/dir"), entry("Files/dir/.wh.a.txt"), hard_link("Files/twin.txt", "Files/dir/b.txt"))
LINUX_BASE = archive(folder("./etc"), entry("./etc/passwd", b"root"), symlink("./sh", "/bin/busybox"), entry("./etc/Perl::Doc.3pm", b""))
LINUX_UPPER = archive(folder("etc"), entry("etc/.wh.passwd"), entry("etc/hosts", b"::1 localhost"), hard_link("etc/twin", "etc/hosts"))


def chained(*layers: bytes) -> list[str]:
    """Chain ids as the OCI specification computes them."""
    found = [sha256(layers[0])]
    for layer in layers[1:]:
        found.append(sha256(f"{found[-1]} {sha256(layer)}".encode()))
    return [one[7:] for one in found]


def names_in(path: Path) -> list[str]:
    """What a folder holds."""
    return sorted(one.name for one in path.iterdir()) if path.exists() else []


@pytest.mark.parametrize("form", ["folder", "archive", "gzip"])
async def test_a_layout_is_unpacked_into_chain_ids(tmp_path: Path, form: str) -> None:
    """Chain ids name what is shared between images; a folder, an archive and a compressed one hold the same."""
    parts = layout(BASE, UPPER)
    if form == "folder":
        image = write_folder(parts, tmp_path / "image")
    else:
        image = write_archive(parts, tmp_path / "image.tar", compressed=form == "gzip")
    done = await unpack(image, tmp_path / "layers")
    assert chained(BASE, UPPER) == [one.layer.chain_id[7:] for one in done.layers]
    assert sorted(chained(BASE, UPPER)) == names_in(tmp_path / "layers")
    assert [str(tmp_path / "layers" / one) for one in reversed(chained(BASE, UPPER))] == list(done.parents)
    upper = tmp_path / "layers" / chained(BASE, UPPER)[1]
    assert b"\xef\xbb\xbfVersion 1.0\n\\dir\\a.txt\n" == (upper / "tombstones.txt").read_bytes()
    assert (upper / "Files/twin.txt").samefile(tmp_path / "layers" / chained(BASE, UPPER)[0] / "Files/dir/b.txt")
    assert '"link":"Files/dir/b.txt"' in (upper / "hcsffi-layer.json").read_text(encoding="utf-8")


async def test_what_is_there_is_taken_as_it_is(tmp_path: Path) -> None:
    """Two images of one base cost its bytes once."""
    first = write_folder(layout(BASE), tmp_path / "first")
    second = write_folder(layout(BASE, UPPER), tmp_path / "second")
    assert [False] == [one.was_there for one in (await unpack(first, tmp_path / "layers")).layers]
    assert [True, False] == [one.was_there for one in (await unpack(second, tmp_path / "layers")).layers]
    assert [True, True] == [one.was_there for one in (await unpack(second, tmp_path / "layers")).layers]


@pytest.mark.skipif(sys.platform == "win32", reason="names of Linux, which Windows' file system does not take")
async def test_an_archive_of_docker_save_is_an_image(tmp_path: Path) -> None:
    """It has no digests but the config's name; its diff-ids are checked all the same."""
    image = write_archive(docker_save(LINUX_BASE, LINUX_UPPER), tmp_path / "saved.tar")
    listed = await read_image_list(image)
    assert [("example:latest",)] == [one.names for one in listed]
    done = await unpack(image, tmp_path / "layers", name="example:latest")
    base, upper = (tmp_path / "layers" / one for one in chained(LINUX_BASE, LINUX_UPPER))
    assert done.parents == (str(upper), str(base))
    assert b"root" == (base / "Files/etc/passwd").read_bytes()
    assert b"::1 localhost" == (upper / "Files/etc/twin").read_bytes()
    assert b"\xef\xbb\xbfVersion 1.0\n\\etc\\passwd\n" == (upper / "tombstones.txt").read_bytes()


async def test_a_link_of_docker_save_is_followed_inside_the_archive(tmp_path: Path) -> None:
    """Old releases store an empty layer once and link the others to it; a link out of the archive leads nowhere."""
    parts = docker_save(BASE, operating_system="windows")
    layer = f"{0:064x}/layer.tar"
    members = [entry(name, content) for name, content in parts.files.items() if name != layer]
    inside = archive(*members, entry("store/layer.tar", BASE), symlink(layer, "../store/layer.tar"))
    (tmp_path / "inside.tar").write_bytes(inside)
    await unpack(tmp_path / "inside.tar", tmp_path / "layers")
    assert chained(BASE) == names_in(tmp_path / "layers")
    (tmp_path / "secret.tar").write_bytes(BASE)
    (tmp_path / "outside.tar").write_bytes(archive(*members, symlink(layer, "../../secret.tar")))
    with pytest.raises(ArchiveRefused) as refused:
        await unpack(tmp_path / "outside.tar", tmp_path / "others")
    assert Rule.LAYOUT is refused.value.rule
    assert [] == names_in(tmp_path / "others")


async def test_a_platform_is_chosen_by_name_and_by_the_version_of_windows(tmp_path: Path) -> None:
    """A container's Windows has to fit its host's build; of one build the newest revision is meant."""
    parts = Parts({})
    manifests = [
        add_image(parts, [BASE], os_version="10.0.17763.5000"),
        add_image(parts, [BASE], os_version="10.0.20348.500"),
        add_image(parts, [BASE, UPPER], os_version="10.0.20348.2031"),
        add_image(parts, [LINUX_BASE], operating_system="linux", os_version=""),
    ]
    index, size = parts.add_json({"schemaVersion": 2, "manifests": manifests})
    finish_layout(parts, [{"mediaType": "application/vnd.oci.image.index.v1+json", "digest": index, "size": size}])
    image = write_folder(parts, tmp_path / "image")
    assert 4 == len(await read_image_list(image))
    done = await unpack(image, tmp_path / "layers", platform="windows/amd64", os_version="10.0.20348")
    assert "10.0.20348.2031" == done.image.os_version
    assert "10.0.17763.5000" == (await unpack(image, tmp_path / "layers", os_version="10.0.17763.5000")).image.os_version
    for platform, os_version in (("windows", None), ("windows", "10.0.2"), ("freebsd", None)):
        with pytest.raises(ArchiveRefused, match="fit") as refused:
            await unpack(image, tmp_path / "layers", platform=platform, os_version=os_version)
        assert Rule.LAYOUT is refused.value.rule


async def test_a_foreign_layer_that_is_missing_is_named_before_anything_is_made(tmp_path: Path) -> None:
    """It may not be handed on, so images without their base are normal; nothing is fetched behind the caller's back."""
    parts = Parts({})
    finish_layout(parts, [add_image(parts, [BASE, UPPER], foreign=(0,))])
    image = write_folder(parts, tmp_path / "image")
    with pytest.raises(ArchiveRefused, match=r"https://example\.invalid/base") as refused:
        await unpack(image, tmp_path / "layers")
    assert Rule.FOREIGN is refused.value.rule
    assert [] == names_in(tmp_path / "layers")
    await unpack(write_folder(layout(BASE), tmp_path / "base"), tmp_path / "layers")
    assert [True, False] == [one.was_there for one in (await unpack(image, tmp_path / "layers")).layers]


@pytest.mark.parametrize("part", ["manifest", "config", "layer"])
async def test_a_part_that_is_not_what_its_digest_says_is_refused(tmp_path: Path, part: str) -> None:
    """A layout on a disk may be damaged or forged like any other."""
    parts = layout(BASE, UPPER)
    manifest = json.loads(parts.files["index.json"])["manifests"][0]["digest"][7:]
    config = json.loads(parts.files[f"blobs/sha256/{manifest}"])["config"]["digest"][7:]
    layer = json.loads(parts.files[f"blobs/sha256/{manifest}"])["layers"][1]["digest"][7:]
    name = f"blobs/sha256/{ {'manifest': manifest, 'config': config, 'layer': layer}[part] }"
    content = bytearray(parts.files[name])
    content[-2 if part != "layer" else 20] ^= 1
    parts.files[name] = bytes(content)
    with pytest.raises(ArchiveRefused) as refused:
        await unpack(write_folder(parts, tmp_path / "image"), tmp_path / "layers")
    assert refused.value.rule in ({Rule.DIGEST} if part != "layer" else {Rule.DIGEST, Rule.COMPRESSION, Rule.CHECKSUM})
    assert [chained(BASE)[0]] * (part == "layer") == names_in(tmp_path / "layers")


async def test_a_wrong_diff_id_is_refused(tmp_path: Path) -> None:
    """The digest says that the blob is the one the manifest names, the diff-id that it is the one the config means."""
    parts = Parts({})
    finish_layout(parts, [add_image(parts, [BASE], diff_ids=[sha256(UPPER)])])
    with pytest.raises(ArchiveRefused) as refused:
        await unpack(write_folder(parts, tmp_path / "image"), tmp_path / "layers")
    assert Rule.DIFF_ID is refused.value.rule
    assert [] == names_in(tmp_path / "layers")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("index.json", b"[]"),
        ("index.json", b"{"),
        ("index.json", b"[" * 100_000),
        ("index.json", b'{"manifests": 7}'),
        ("index.json", b'{"manifests": [7]}'),
        (
            "index.json",
            b'{"manifests": [{"mediaType": "application/vnd.oci.image.manifest.v1+json", "digest": "sha256:../../etc/passwd"}]}',
        ),
        ("index.json", b'{"manifests": [{"mediaType": "application/vnd.oci.image.manifest.v1+json", "digest": "md5:abc"}]}'),
        ("index.json", b'{"manifests": []}'),
    ],
)
async def test_a_layout_that_is_none_is_refused(tmp_path: Path, name: str, content: bytes) -> None:
    """Each is refused by its own rule, not by an accident further on."""
    parts = layout(BASE)
    parts.files[name] = content
    with pytest.raises(ArchiveRefused) as refused:
        await unpack(write_folder(parts, tmp_path / "image"), tmp_path / "layers")
    assert Rule.LAYOUT is refused.value.rule
    assert [] == names_in(tmp_path / "layers")


async def test_names_of_docker_save_do_not_lead_out(tmp_path: Path) -> None:
    """The manifest is as hostile as any archive."""
    (tmp_path / "secret").write_bytes(BASE)
    for evil in ("../secret", str(tmp_path / "secret"), "a/../../secret", ""):
        parts = docker_save(BASE, operating_system="windows")
        manifest = json.loads(parts.files["manifest.json"])
        manifest[0]["Layers"] = [evil]
        parts.files["manifest.json"] = json.dumps(manifest).encode()
        with pytest.raises(ArchiveRefused) as refused:
            await unpack(write_archive(parts, tmp_path / "saved.tar"), tmp_path / "layers")
        assert Rule.LAYOUT is refused.value.rule


async def test_a_file_that_is_no_image_says_so(tmp_path: Path) -> None:
    """The first thing that goes wrong for a user."""
    (tmp_path / "layer.tar").write_bytes(BASE)
    with pytest.raises(ArchiveRefused, match="neither an OCI layout nor an archive of docker save"):
        await read_image_list(tmp_path / "layer.tar")
