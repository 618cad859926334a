"""What an image on disk says of itself: names, platforms, layers and diff-ids, checked against the digests by which it names its parts."""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING, Final

from attrs import frozen

from hcsffi.storage.oci.refusal import ArchiveRefused, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hcsffi.storage.oci.image_source import ImageSource

    ImageJson = None | bool | int | float | str | list["ImageJson"] | dict[str, "ImageJson"]

_JSON_BYTES = 8 << 20
"""What containerd takes as one manifest, config or index."""
_DIGEST: Final = re.compile(r"sha256:([0-9a-f]{64})\Z")
_INDEXES: Final = {"application/vnd.oci.image.index.v1+json", "application/vnd.docker.distribution.manifest.list.v2+json"}
_MANIFESTS: Final = {"application/vnd.oci.image.manifest.v1+json", "application/vnd.docker.distribution.manifest.v2+json"}
_NAMES: Final = ("io.containerd.image.name", "org.opencontainers.image.ref.name")
_NESTED = 4


@frozen(kw_only=True)
class ImageLayer:
    """One layer of an image, as its manifest has it.

    Args:
        digest: of the blob; ``""`` where the archive of ``docker save`` names none.
        diff_id: of the uncompressed archive.
        chain_id: of this layer and all below it.
        size: bytes of the blob.
        media_type: what the manifest calls it.
        part: its name in the image's directory or archive; ``None`` where it is not there.
        urls: where a foreign layer may be fetched.
    """

    digest: str
    diff_id: str
    chain_id: str
    size: int
    media_type: str
    part: str | None
    urls: tuple[str, ...] = ()

    @property
    def is_foreign(self) -> bool:
        """Whether its makers forbid to hand it on, which is why it may be missing."""
        return "foreign" in self.media_type or "nondistributable" in self.media_type


@frozen(kw_only=True)
class Image:
    """One image of a directory or archive.

    Args:
        names: by which it is tagged there.
        operating_system: ``windows`` or ``linux``.
        architecture: such as ``amd64``.
        os_version: Windows' own version, such as ``10.0.20348.2031``; ``""`` where none is given.
        config_digest: which names the image itself.
        layers: the base first.
    """

    names: tuple[str, ...]
    operating_system: str
    architecture: str
    os_version: str
    config_digest: str
    layers: tuple[ImageLayer, ...]

    @property
    def platform(self) -> str:
        """What containers call it: ``windows/amd64``."""
        return f"{self.operating_system}/{self.architecture}"


def chain_ids(diff_ids: list[str]) -> list[str]:
    """Return each layer's chain id: its own diff-id for the base, for the others the digest of the chain below and the diff-id."""
    found: list[str] = []
    for diff_id in diff_ids:
        found.append(f"sha256:{hashlib.sha256(f'{found[-1]} {diff_id}'.encode()).hexdigest()}" if found else diff_id)
    return found


def _hex(digest: str, name: str) -> str:
    found = _DIGEST.match(digest)
    if found is None:
        raise ArchiveRefused(Rule.LAYOUT, name, f"no sha256 digest: {digest[:80]!r}")
    return found[1]


class _Document:
    """A JSON object of an image, whose members are asked for by their types."""

    def __init__(self, members: Mapping[str, ImageJson], name: str) -> None:
        self._members = members
        self.name = name

    def text(self, member: str, default: str | None = None) -> str:
        found = self._members.get(member, default)
        if not isinstance(found, str):
            raise ArchiveRefused(Rule.LAYOUT, self.name, f"{member} is no text")
        return found

    def number(self, member: str) -> int:
        found = self._members.get(member)
        if not isinstance(found, int) or isinstance(found, bool) or found < 0:
            raise ArchiveRefused(Rule.LAYOUT, self.name, f"{member} is no size")
        return found

    def texts(self, member: str) -> list[str]:
        found = self._members.get(member) or []
        if not isinstance(found, list):
            raise ArchiveRefused(Rule.LAYOUT, self.name, f"{member} is no list")
        texts = [one for one in found if isinstance(one, str)]
        if len(texts) < len(found):
            raise ArchiveRefused(Rule.LAYOUT, self.name, f"{member} holds what is no text")
        return texts

    def inner(self, member: str) -> _Document:
        return _document(self._members.get(member) or {}, f"{self.name}: {member}")

    def inners(self, member: str) -> list[_Document]:
        found = self._members.get(member)
        if not isinstance(found, list):
            raise ArchiveRefused(Rule.LAYOUT, self.name, f"{member} is no list")
        return [_document(one, f"{self.name}: {member}") for one in found]


def _document(value: ImageJson, name: str) -> _Document:
    if not isinstance(value, dict):
        raise ArchiveRefused(Rule.LAYOUT, name, "no JSON object")
    return _Document(value, name)


def _read_json(source: ImageSource, part: str, digest: str | None) -> ImageJson:
    size = source.size_of(part)
    if size is None:
        raise ArchiveRefused(Rule.LAYOUT, part, "missing")
    if size > _JSON_BYTES:
        raise ArchiveRefused(Rule.LAYOUT, part, f"at most {_JSON_BYTES} bytes")
    with source.open(part) as opened:
        content = b""
        while block := opened.read(_JSON_BYTES):
            content += block
    if digest is not None and f"sha256:{hashlib.sha256(content).hexdigest()}" != digest:
        raise ArchiveRefused(Rule.DIGEST, part, f"expected {digest}")
    try:
        found: ImageJson = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise ArchiveRefused(Rule.LAYOUT, part, "no JSON") from error
    return found


def _blob(digest: str, name: str) -> str:
    return f"blobs/sha256/{_hex(digest, name)}"


def read_images(source: ImageSource) -> list[Image]:
    """Return every image that a directory or archive holds, attestations left out.

    Raises:
        ArchiveRefused: it is no image, or a part is not what its digest says.
    """
    if source.size_of("oci-layout") is not None and source.size_of("index.json") is not None:
        return list(_indexed(source, _document(_read_json(source, "index.json", None), "index.json"), (), _NESTED))
    if source.size_of("manifest.json") is not None:
        saved = _read_json(source, "manifest.json", None)
        if not isinstance(saved, list):
            raise ArchiveRefused(Rule.LAYOUT, "manifest.json", "no list")
        return [_saved(source, _document(one, "manifest.json")) for one in saved]
    raise ArchiveRefused(Rule.LAYOUT, "index.json", "neither an OCI layout nor an archive of docker save")


def _indexed(source: ImageSource, index: _Document, names: tuple[str, ...], depth: int) -> Iterator[Image]:
    if not depth:
        raise ArchiveRefused(Rule.LAYOUT, index.name, "indexes within indexes without end")
    for one in index.inners("manifests"):
        digest = one.text("digest")
        notes = one.inner("annotations")
        given = tuple(dict.fromkeys([*names, *(name for key in _NAMES if (name := notes.text(key, "")))]))
        if notes.text("vnd.docker.reference.type", ""):  # an attestation about another manifest
            continue
        kind = one.text("mediaType")
        if kind in _INDEXES:
            inner = _document(_read_json(source, _blob(digest, index.name), digest), digest)
            yield from _indexed(source, inner, given, depth - 1)
        elif kind in _MANIFESTS and source.size_of(_blob(digest, index.name)) is not None:  # others of an index may have been left out
            yield _manifested(source, digest, given)


def _manifested(source: ImageSource, digest: str, names: tuple[str, ...]) -> Image:
    manifest = _document(_read_json(source, _blob(digest, "index.json"), digest), digest)
    config_digest = manifest.inner("config").text("digest")
    config = _document(_read_json(source, _blob(config_digest, digest), config_digest), config_digest)
    diff_ids = _diff_ids(config)
    blobs = manifest.inners("layers")
    if len(blobs) != len(diff_ids):
        raise ArchiveRefused(Rule.LAYOUT, digest, f"{len(blobs)} layers and {len(diff_ids)} diff-ids")
    layers = []
    for one, diff_id, chain_id in zip(blobs, diff_ids, chain_ids(diff_ids), strict=True):
        part = _blob(one.text("digest"), digest)
        found = source.size_of(part)
        size = one.number("size")
        if found is not None and found != size:
            raise ArchiveRefused(Rule.LAYOUT, part, f"{found} bytes, expected {size}")
        layers.append(
            ImageLayer(
                digest=one.text("digest"),
                diff_id=diff_id,
                chain_id=chain_id,
                size=size,
                media_type=one.text("mediaType"),
                part=None if found is None else part,
                urls=tuple(one.texts("urls")),
            )
        )
    return _image(config, config_digest, names, layers)


def _saved(source: ImageSource, manifest: _Document) -> Image:
    config_part = manifest.text("Config")
    named = re.search(r"([0-9a-f]{64})(?:\.json)?\Z", config_part)
    config_digest = f"sha256:{named[1]}" if named else None
    config = _document(_read_json(source, config_part, config_digest), config_part)
    diff_ids = _diff_ids(config)
    parts = manifest.texts("Layers")
    origins = manifest.inner("LayerSources")  # where foreign layers come from, which docker save leaves out
    if len(parts) != len(diff_ids):
        raise ArchiveRefused(Rule.LAYOUT, config_part, f"{len(parts)} layers and {len(diff_ids)} diff-ids")
    layers = []
    for part, diff_id, chain_id in zip(parts, diff_ids, chain_ids(diff_ids), strict=True):
        size = source.size_of(part)
        origin = origins.inner(diff_id)
        blob = re.match(r"blobs/sha256/([0-9a-f]{64})\Z", part)
        layers.append(
            ImageLayer(
                digest=f"sha256:{blob[1]}" if blob else origin.text("digest", "") if size is None else "",
                diff_id=diff_id,
                chain_id=chain_id,
                size=size or 0,
                media_type=origin.text("mediaType", "application/vnd.docker.image.rootfs.diff.tar"),
                part=None if size is None else part,
                urls=tuple(origin.texts("urls")),
            )
        )
    return _image(config, config_digest or "", tuple(manifest.texts("RepoTags")), layers)


def _diff_ids(config: _Document) -> list[str]:
    found = config.inner("rootfs").texts("diff_ids")
    for diff_id in found:
        _hex(diff_id, config.name)
    return found


def _image(config: _Document, digest: str, names: tuple[str, ...], layers: list[ImageLayer]) -> Image:
    return Image(
        names=names,
        operating_system=config.text("os"),
        architecture=config.text("architecture"),
        os_version=config.text("os.version", ""),
        config_digest=digest,
        layers=tuple(layers),
    )
