"""``hcsffi layer`` and ``hcsffi image``: what they print, what they exit with, and what they leave."""

from __future__ import annotations

import hashlib
import io
import json
import signal
import subprocess
import sys
import tarfile
from typing import TYPE_CHECKING

import pytest

from hcsffi.cli.progress_line import ProgressLine, amount, told_in_a_line
from hcsffi.storage import Progress

if TYPE_CHECKING:
    from pathlib import Path


def hcsffi(*words: str | Path, given: bytes = b"", code: int = 0) -> subprocess.CompletedProcess[bytes]:
    """Run the command as a user does; its exit code is the one that is expected."""
    done = subprocess.run([sys.executable, "-m", "hcsffi", *map(str, words)], check=False, capture_output=True, input=given, timeout=60)
    assert code == done.returncode, done.stderr.decode()
    return done


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A root with a base layer that was made by the command."""
    for name in ("a/x", "z"):
        file = tmp_path / "source" / "Files" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(name, encoding="utf-8")
    (tmp_path / "root").mkdir()
    printed = hcsffi("layer", "import", tmp_path / "source", tmp_path / "root" / "base").stdout.decode().split()
    assert [str(tmp_path / "root" / "base")] == printed
    return tmp_path / "root"


def names(folder: Path) -> set[str]:
    """What lies in a folder."""
    return {entry.name for entry in folder.iterdir()}


CHANGE = "import os, pathlib; os.unlink('z'); pathlib.Path('a/x').write_text('changed'); pathlib.Path('new').touch(); raise SystemExit(3)"


@pytest.mark.parametrize("suffix", [".tar", ".tar.gz"])
def test_a_scratch_runs_a_command_and_its_difference_becomes_a_layer(suffix: str, root: Path) -> None:
    """The way of an image: run a program over a layer, keep what it changed as an archive, import that elsewhere."""
    out = root.parent / f"out{suffix}"
    scratch = ("layer", "scratch", root / "work", "-p", root / "base", "--export", out, "--format", "json")
    told = json.loads(hcsffi(*scratch, "--", sys.executable, "-c", CHANGE, code=3).stdout)
    assert ("sha256:" + hashlib.sha256(out.read_bytes()).hexdigest(), len(out.read_bytes())) == (told["digest"], told["size"])
    with tarfile.open(out) as archive:
        assert {"Files/.wh.z", "Files/a/x", "Files/new"} <= set(archive.getnames())
    made = json.loads(hcsffi("layer", "import", out, root / "next", "-p", root / "base", "--format", "json").stdout)
    assert told["diff_id"] == made["diff_id"]
    lines = hcsffi("layer", "diff", root / "next", "-p", root / "base").stdout.decode().splitlines()
    assert ["D Files/z", "M Files/a/x", "A Files/new"] == sorted(lines, key=lambda line: "DMA".index(line[0]))
    assert {"base", "next"} == names(root)


def test_an_archive_goes_through_pipes(root: Path) -> None:
    """``export -`` writes to stdout, ``import -`` reads from stdin; what is told goes to stderr then."""
    exported = hcsffi("layer", "export", root / "base", "-")
    assert b"diff-id sha256:" + hashlib.sha256(exported.stdout).hexdigest().encode() in exported.stderr
    with tarfile.open(fileobj=io.BytesIO(exported.stdout)) as archive:
        assert {"Files/a/x", "Files/z"} <= set(archive.getnames())
    hcsffi("layer", "import", "-", root / "copy", given=exported.stdout)
    assert "z" == (root / "copy" / "Files" / "z").read_text(encoding="utf-8")


def test_a_folder_is_exported_and_listed(root: Path) -> None:
    """The listing has the id by which a layer is a parent; a chain may come as the document."""
    hcsffi("layer", "export", root / "base", root.parent / "out")
    assert "z" == (root.parent / "out" / "Files" / "z").read_text(encoding="utf-8")
    (one,) = json.loads(hcsffi("layer", "ls", root, "--format", "json").stdout)
    assert (str(root / "base"), "layer", "whole") == (one["path"], one["kind"], one["state"])
    chain = root.parent / "chain.json"
    chain.write_text(json.dumps({"SchemaVersion": {}, "Layers": [{"Id": one["id"], "Path": one["path"]}]}), encoding="utf-8")
    hcsffi("layer", "scratch", root / "work", "--chain", chain, "--", sys.executable, "-c", "open('z').close()")


def test_a_layer_is_removed_and_what_is_none_is_not(root: Path) -> None:
    """The service knows a layer by its mark; a mistyped path must cost nothing."""
    (root / "foreign").mkdir()
    (root / "foreign" / "file").touch()
    refused = hcsffi("layer", "destroy", root / "foreign", code=125)
    assert b"HCS_E_INVALID_LAYER" in refused.stderr
    hcsffi("layer", "destroy", root / "base")
    assert {"foreign"} == names(root)
    assert b"nothing to remove" in hcsffi("layer", "gc", root).stdout


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_waiting_scratch_goes_with_a_signal(number: signal.Signals, root: Path) -> None:
    """Without a command it waits; ending it in the ordinary way leaves nothing."""
    words = [sys.executable, "-m", "hcsffi", "layer", "scratch", str(root / "work"), "-p", str(root / "base")]
    with subprocess.Popen(words, stdout=subprocess.PIPE) as waiting:
        assert waiting.stdout is not None
        assert str(root / "work").encode() == waiting.stdout.readline().strip()
        assert {"base", "work"} <= names(root)
        waiting.send_signal(number)
        assert 130 == waiting.wait(60)
    assert {"base"} == names(root)


@pytest.mark.skipif(sys.platform == "win32", reason="the kill of a whole process is told by its signal here")
def test_a_killed_scratch_is_listed_as_dead_and_swept(root: Path) -> None:
    """``ls`` says what ``gc`` will take."""
    words = [sys.executable, "-m", "hcsffi", "layer", "scratch", str(root / "work"), "-p", str(root / "base")]
    with subprocess.Popen(words, stdout=subprocess.PIPE) as waiting:
        assert waiting.stdout is not None
        waiting.stdout.readline()
        states = {one["path"]: one["state"] for one in json.loads(hcsffi("layer", "ls", root, "--format", "json").stdout)}
        assert {str(root / "work"): "living", str(root / "base"): "whole"} == states
        waiting.kill()
    states = {one["path"]: one["state"] for one in json.loads(hcsffi("layer", "ls", root, "--format", "json").stdout)}
    assert {str(root / "work"): "dead", str(root / "base"): "whole"} == states
    assert f"removed {root / 'work'}" == hcsffi("layer", "gc", root).stdout.decode().strip()
    assert {"base"} == names(root)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["import", "nothing", "root/x"], "nothing"),
        (["import", "source", "root/base"], "root"),
        (["export", "root/base", "out", "--compression", "gzip"], "by its name"),
        (["scratch", "root/x"], "at least one layer"),
        (["diff", "root/base", "-p", "root/base", "--chain", "x"], "give one of them"),
        (["ls", "root", "--", "x"], "runs no command"),
        (["destroy", "nothing"], "nothing"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_leaves_nothing(
    words: list[str], said: str, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The exit code is that of our failures, so that scripts can tell it from a child's."""
    monkeypatch.chdir(root.parent)
    refused = hcsffi("layer", *words, code=125)
    assert said in refused.stderr.decode()
    assert 1 == refused.stderr.count(b"\n")
    assert {"base"} == names(root)
    assert not (root.parent / "out").exists()


def layout(folder: Path, archive: bytes) -> Path:
    """An OCI image layout of one layer, as the format's specification has it."""
    blobs = folder / "blobs" / "sha256"
    blobs.mkdir(parents=True)

    def blob(content: bytes) -> dict[str, object]:
        digest = hashlib.sha256(content).hexdigest()
        (blobs / digest).write_bytes(content)
        return {"digest": f"sha256:{digest}", "size": len(content)}

    layer = blob(archive) | {"mediaType": "application/vnd.oci.image.layer.v1.tar"}
    version = "10.0.20348.2031"
    described = {
        "os": "windows",
        "architecture": "amd64",
        "os.version": version,
        "rootfs": {"type": "layers", "diff_ids": [layer["digest"]]},
    }
    config = blob(json.dumps(described).encode()) | {"mediaType": "application/vnd.oci.image.config.v1+json"}
    kind = "application/vnd.oci.image.manifest.v1+json"
    manifest = blob(json.dumps({"schemaVersion": 2, "mediaType": kind, "config": config, "layers": [layer]}).encode())
    tagged = manifest | {"mediaType": kind, "annotations": {"org.opencontainers.image.ref.name": "web"}}
    (folder / "index.json").write_text(json.dumps({"schemaVersion": 2, "manifests": [tagged]}), encoding="utf-8")
    (folder / "oci-layout").write_text('{"imageLayoutVersion":"1.0.0"}', encoding="utf-8")
    return folder


def test_an_image_is_listed_and_unpacked_once(root: Path) -> None:
    """A layer that is there under its chain id is taken as it is."""
    archive = hcsffi("layer", "export", root / "base", "-").stdout
    image = layout(root.parent / "image", archive)
    (listed,) = json.loads(hcsffi("image", "ls", image, "--format", "json").stdout)
    assert (["web"], "windows/amd64", "10.0.20348.2031") == (listed["names"], listed["platform"], listed["os_version"])
    assert b"windows/amd64 10.0.20348.2031  1 layers" in hcsffi("image", "ls", image).stdout
    for was_there in (False, True):
        words = ("image", "unpack", image, root.parent / "layers", "--os-version", "10.0.20348", "--format", "json")
        (layer,) = json.loads(hcsffi(*words).stdout)["layers"]
        assert (f"sha256:{hashlib.sha256(archive).hexdigest()}", was_there) == (layer["chain_id"], layer["was_there"])
    hcsffi("layer", "scratch", root / "work", "-p", layer["path"], "--", sys.executable, "-c", "open('z').close()")
    assert b"" != hcsffi("image", "ls", root, code=125).stderr


def test_progress_is_a_bar_on_a_terminal_and_a_line_in_a_pipe(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A bar in a log file is noise, and a name may not move the cursor."""
    done = Progress("import", "Files/\x1b[2J", 2, 512, 1024)
    assert "import: 2 entries, 512 B of 1.0 KiB [############............] 50% Files/\\x1b[2J" == told_in_a_line(done, bar=True)
    assert "import: 2 entries, 512 B of 1.0 KiB 50% Files/\\x1b[2J" == told_in_a_line(done, bar=False)
    assert "sweep: 1 entry, 0 B" == told_in_a_line(Progress("sweep", files=1), bar=True)
    assert ("1023 B", "1.0 GiB", "2048.0 TiB") == (amount(1023), amount(1 << 30), amount(1 << 51))
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setitem(sys.modules, "hcsffi.cli.bar", None)  # as where rich is not installed
    shown = ProgressLine()
    shown.show(done)
    shown.show(done)
    shown.clear()
    drawn = capsys.readouterr().err
    assert 1 == drawn.count("import:")
    assert drawn.startswith("\r\x1b[K")
    assert drawn.endswith("\r\x1b[K")
