"""``hcsffi cp`` as its user types it: names as docker cp's, both ways, and archives of a hostile system."""

from __future__ import annotations

import io
import sys
import tarfile
from typing import TYPE_CHECKING

import pytest

from hcsffi.cli.cp import CopySide
from hcsffi.cli.failure import Refusal
from hcsffi.cli.packing import CopyTarget, Nothing

from typed_commands import Terminal, users_terminal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ON_WINDOWS = pytest.mark.skipif(sys.platform == "win32", reason="programs there cannot connect to a service yet")


@pytest.fixture(scope="module")
def terminal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Terminal]:
    """A user's terminal, with a system that runs."""
    with users_terminal(tmp_path_factory.mktemp("user")) as found:
        found.type("run", "-d", "--name", "box", "--", "sleep", "600")
        yield found


def tree_of(folder: Path) -> dict[str, str]:
    """Every file and link beneath a folder, with what it holds or where it leads."""
    return {
        str(one.relative_to(folder)): f"-> {one.readlink()}" if one.is_symlink() else one.read_text(encoding="utf-8")
        for one in sorted(folder.rglob("*"))
        if one.is_symlink() or one.is_file()
    }


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A folder with files, a folder, a link that leads nowhere here, and a hard link."""
    folder = tmp_path / "source"
    (folder / "inner").mkdir(parents=True)
    (folder / "one").write_text("1", encoding="utf-8")
    (folder / "inner" / "two").write_text("2", encoding="utf-8")
    (folder / "inner" / "two").chmod(0o750)
    (folder / "link").symlink_to("/nowhere/at all")
    (folder / "same").hardlink_to(folder / "one")
    return folder


@ON_WINDOWS
@pytest.mark.parametrize("way", ["in", "out"])
def test_names_are_those_of_docker_cp(terminal: Terminal, tmp_path: Path, source: Path, way: str) -> None:
    """A new name is the folder itself, a folder that is there gets it inside, FOLDER/. is what it holds, and FOLDER/.. the one above it."""

    def copy(given: str, target: str) -> None:
        sides = (given, f"box:{tmp_path}/{target}") if way == "in" else (f"box:{given}", f"{tmp_path}/{target}")
        terminal.type("cp", *sides)

    for folder in ("there", "inside", "above"):
        (tmp_path / folder).mkdir()
    whole = tree_of(source)
    assert len(whole) == 4
    copy(str(source), "new")
    assert tree_of(tmp_path / "new") == whole
    assert (tmp_path / "new" / "inner" / "two").stat().st_mode & 0o777 == 0o750
    assert (tmp_path / "new" / "same").samefile(tmp_path / "new" / "one")
    copy(str(source), "there")
    assert tree_of(tmp_path / "there") == {f"source/{name}": text for name, text in whole.items()}
    copy(f"{source}/.", "inside")
    copy(f"{source}/.", "inside")
    assert tree_of(tmp_path / "inside") == whole
    copy(f"{source}/inner/..", "above")
    assert tree_of(tmp_path / "above") == {f"source/{name}": text for name, text in whole.items()}
    copy(f"{source}/one", "renamed")
    copy(f"{source}/one", "there/")
    assert ((tmp_path / "renamed").read_text(encoding="utf-8"), (tmp_path / "there" / "one").read_text(encoding="utf-8")) == ("1", "1")


@ON_WINDOWS
def test_a_dash_is_an_archive(terminal: Terminal, tmp_path: Path, source: Path) -> None:
    """On stdout as it comes, on stdin as it is given."""
    (tmp_path / "target").mkdir()
    text = terminal.type("cp", f"box:{source}/inner", "-")
    with tarfile.open(fileobj=io.BytesIO(text.encode())) as archive:
        assert sorted(archive.getnames()) == ["./inner", "./inner/two"]
    terminal.type("cp", "-", f"box:{tmp_path}/target", given=text)
    assert tree_of(tmp_path / "target") == {"inner/two": "2"}


@ON_WINDOWS
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["box:{0}/none", "{0}/x"], "in box: tar: "),
        (["{0}/none", "box:{0}/x"], "{0}/none: no such file or folder"),
        (["{0}/source", "box:{0}/none/"], "{0}/none/: no such folder in the system"),
        (["{0}/source", "box:{0}/none/x"], "in box: tar: "),
        (["box:{0}/source", "{0}/none/"], "{0}/none/: no such folder"),
        (["box:{0}/source", "{0}/none/x"], "{0}/none: no such folder"),
        (["box:{0}/source", "{0}/source/one"], "{0}/source/one: there, and no folder"),
        (["box:/x", "box:/y"], "give SYSTEM:PATH once"),
        (["./box:x", "/y"], "give SYSTEM:PATH once"),
        (["nobody:/x", "/y"], "no such system: nobody"),
    ],
)
def test_what_cannot_be_copied_is_said(terminal: Terminal, tmp_path: Path, source: Path, words: list[str], said: str) -> None:
    """By its place, and nothing new is left where it would have come."""
    before = tree_of(tmp_path)
    terminal.type("cp", *(word.format(tmp_path) for word in words), code=125)
    assert said.format(tmp_path) in terminal.said
    assert tree_of(tmp_path) == before
    assert source.is_dir()


@ON_WINDOWS
def test_a_system_without_tar_is_told_apart(tmp_path: Path) -> None:
    """No path leads to a tar: what is missing has its name."""
    with users_terminal(tmp_path) as bare:
        bare.environment["PATH"] = "/nowhere"
        bare.type("run", "-d", "--name", "bare", "--", "/bin/sleep", "600")
        bare.type("cp", "bare:/etc/hostname", str(tmp_path), code=125)
        assert "cp needs a tar in the system, and bare has none" in bare.said


def archive_of(*members: tuple[str, bytes, str]) -> io.BytesIO:
    """An archive of members: name, kind, and where it leads or what it holds."""
    written = io.BytesIO()
    with tarfile.open(fileobj=written, mode="w") as archive:
        for name, kind, text in members:
            member = tarfile.TarInfo(name)
            member.type = kind
            member.mode = 0o755
            if kind == tarfile.REGTYPE:
                member.size = len(text)
                archive.addfile(member, io.BytesIO(text.encode()))
            else:
                member.linkname = text
                archive.addfile(member)
    written.seek(0)
    return written


FOLDER = ("./d", tarfile.DIRTYPE, "")


@pytest.mark.parametrize(
    "members",
    [
        [("/etc/x", tarfile.REGTYPE, "x")],
        [("../x", tarfile.REGTYPE, "x")],
        [("./other", tarfile.REGTYPE, "x")],
        [FOLDER, ("./d/../../canary/x", tarfile.REGTYPE, "x")],
        [FOLDER, ("./d/out", tarfile.SYMTYPE, "../../canary"), ("./d/out/x", tarfile.REGTYPE, "x")],
        [FOLDER, ("./d/hard", tarfile.LNKTYPE, "../canary/kept")],
        [FOLDER, ("./d/hard", tarfile.LNKTYPE, "./d/none")],
        [FOLDER, ("./d/null", tarfile.CHRTYPE, "")],
        [FOLDER, ("./d/pipe", tarfile.FIFOTYPE, "")],
        [("./d", tarfile.SYMTYPE, "../canary"), ("./d/x", tarfile.REGTYPE, "x")],
    ],
)
def test_a_hostile_archive_stays_beneath_its_target(tmp_path: Path, members: list[tuple[str, bytes, str]]) -> None:
    """What leads out is refused or harmless; the canary beside the target never changes."""
    (tmp_path / "canary").mkdir()
    (tmp_path / "canary" / "kept").write_text("kept", encoding="utf-8")
    (tmp_path / "target").mkdir()
    target = CopyTarget(str(tmp_path / "target"), name="d", holds_what_is_inside=False)
    with pytest.raises(Refusal):
        target.unpack(archive_of(*members))  # type: ignore[arg-type]  # a file read at once
    assert tree_of(tmp_path / "canary") == {"kept": "kept"}
    assert {one.name for one in tmp_path.iterdir()} == {"canary", "target"}


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_an_older_link_of_the_target_is_not_written_through(tmp_path: Path) -> None:
    """The link came with an earlier copy, the file behind it is the user's."""
    (tmp_path / "canary").write_text("kept", encoding="utf-8")
    (tmp_path / "d").mkdir()
    (tmp_path / "d" / "x").symlink_to(tmp_path / "canary")
    target = CopyTarget(str(tmp_path), name="d", holds_what_is_inside=False)
    with pytest.raises(Refusal, match="x"):
        target.unpack(archive_of(FOLDER, ("./d/x", tarfile.REGTYPE, "new")))  # type: ignore[arg-type]  # a file that is read at once
    assert (tmp_path / "canary").read_text(encoding="utf-8") == "kept"


def test_an_empty_archive_is_none(tmp_path: Path) -> None:
    """It is told, so that a tar that said nothing is not taken for a copy."""
    with pytest.raises(Nothing):
        CopyTarget(str(tmp_path), name="d", holds_what_is_inside=False).unpack(archive_of())  # type: ignore[arg-type]  # read at once


@pytest.mark.parametrize(
    ("text", "system", "path"),
    [
        ("web:/etc/hosts", "web", "/etc/hosts"),
        ("web:C:\\x", "web", "C:\\x"),
        ("web:", "web", ""),
        ("./web:x", None, "./web:x"),
        ("/web:x", None, "/web:x"),
        (":x", None, ":x"),
        ("plain", None, "plain"),
        ("-", None, "-"),
    ],
)
def test_a_path_is_here_or_in_a_system(text: str, system: str | None, path: str) -> None:
    """By the first colon, as docker cp reads it."""
    assert CopySide.read(text) == (system, path)
