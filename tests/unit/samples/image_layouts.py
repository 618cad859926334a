"""Images on disk as ``ctr``, ``skopeo``, ``buildctl`` and ``docker save`` lay them out, made here of layers that tests give."""

from __future__ import annotations

import gzip
import hashlib
import json
from typing import TYPE_CHECKING, NamedTuple

from layer_archives import archive, entry, folder

if TYPE_CHECKING:
    from pathlib import Path

INDEX = "application/vnd.oci.image.index.v1+json"
MANIFEST = "application/vnd.oci.image.manifest.v1+json"
CONFIG = "application/vnd.oci.image.config.v1+json"
LAYER = "application/vnd.oci.image.layer.v1.tar+gzip"
FOREIGN = "application/vnd.docker.image.rootfs.foreign.diff.tar.gzip"


def sha256(content: bytes) -> str:
    """A digest as images write it."""
    return f"sha256:{hashlib.sha256(content).hexdigest()}"


class Parts(NamedTuple):
    """The parts of a layout by their names."""

    files: dict[str, bytes]

    def add(self, content: bytes) -> str:
        """Keep a blob, return its digest."""
        digest = sha256(content)
        self.files[f"blobs/sha256/{digest[7:]}"] = content
        return digest

    def add_json(self, value: object) -> tuple[str, int]:
        """Keep a document as a blob, return its digest and size."""
        content = json.dumps(value).encode()
        return self.add(content), len(content)


def add_image(
    parts: Parts,
    layers: list[bytes],
    *,
    operating_system: str = "windows",
    os_version: str = "10.0.20348.2031",
    name: str = "",
    foreign: tuple[int, ...] = (),
    diff_ids: list[str] | None = None,
) -> dict[str, object]:
    """Keep an image's blobs and return the descriptor of its manifest; the archives of foreign layers are left out."""
    descriptors = []
    for place, layer in enumerate(layers):
        blob = gzip.compress(layer, mtime=0)
        if place in foreign:
            descriptor = {"mediaType": FOREIGN, "digest": sha256(blob), "size": len(blob), "urls": ["https://example.invalid/base"]}
        else:
            descriptor = {"mediaType": LAYER, "digest": parts.add(blob), "size": len(blob)}
        descriptors.append(descriptor)
    config, config_size = parts.add_json(
        {
            "os": operating_system,
            "architecture": "amd64",
            **({"os.version": os_version} if os_version else {}),
            "rootfs": {"type": "layers", "diff_ids": diff_ids or [sha256(layer) for layer in layers]},
        }
    )
    manifest, size = parts.add_json(
        {
            "schemaVersion": 2,
            "mediaType": MANIFEST,
            "config": {"mediaType": CONFIG, "digest": config, "size": config_size},
            "layers": descriptors,
        }
    )
    notes = {"annotations": {"org.opencontainers.image.ref.name": name}} if name else {}
    return {"mediaType": MANIFEST, "digest": manifest, "size": size, **notes}


def finish_layout(parts: Parts, manifests: list[dict[str, object]]) -> Parts:
    """Add what makes the blobs a layout."""
    parts.files["oci-layout"] = b'{"imageLayoutVersion": "1.0.0"}'
    parts.files["index.json"] = json.dumps({"schemaVersion": 2, "mediaType": INDEX, "manifests": manifests}).encode()
    return parts


def layout(*layers: bytes, operating_system: str = "windows") -> Parts:
    """A layout of one image."""
    parts = Parts({})
    return finish_layout(parts, [add_image(parts, list(layers), operating_system=operating_system)])


def docker_save(*layers: bytes, operating_system: str = "linux") -> Parts:
    """What old releases of ``docker save`` write: a folder for each layer, the second of two equal layers as a link to the first."""
    config = json.dumps(
        {"os": operating_system, "architecture": "amd64", "rootfs": {"type": "layers", "diff_ids": [sha256(one) for one in layers]}}
    ).encode()
    name = f"{hashlib.sha256(config).hexdigest()}.json"
    files = {name: config}
    for place, layer in enumerate(layers):
        files[f"{place:064x}/layer.tar"] = layer
    files["manifest.json"] = json.dumps(
        [{"Config": name, "RepoTags": ["example:latest"], "Layers": [f"{place:064x}/layer.tar" for place in range(len(layers))]}]
    ).encode()
    return Parts(files)


def write_folder(parts: Parts, root: Path) -> Path:
    """The layout as a directory."""
    for name, content in parts.files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(content)
    return root


def write_archive(parts: Parts, path: Path, *, compressed: bool = False) -> Path:
    """The layout as an archive."""
    folders = sorted({name.rpartition("/")[0] for name in parts.files if "/" in name})
    content = archive(*(folder(one) for one in folders), *(entry(name, content) for name, content in parts.files.items()))
    path.write_bytes(gzip.compress(content, mtime=0) if compressed else content)
    return path
