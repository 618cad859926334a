"""Each promise about a wheel is looked after: a wheel that breaks it is refused with a sentence that says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import build_sbom
import pytest

from wheels import check
from wheels.target import BY_TAG, ROOT, TARGETS

from doctored import DIST, ELF, TARGET, files, opened, sound, write

if TYPE_CHECKING:
    from pathlib import Path

    from wheels.target import Target

PURE = [one for one in check.CHECKS if one.name not in {"policy", "abi"}]
"""The checks that ask no program; those two are tested in test_audit.py."""

HOST = "hcsffi/embedded/libhcsffi.host.so"
REAPER = "hcsffi/embedded/reaper"


@pytest.mark.parametrize("target", TARGETS, ids=lambda one: one.tag)
def test_nothing_is_wrong_with_a_sound_wheel(target: Target, tmp_path: Path) -> None:
    """A check that refuses everything would pass every other test here."""
    wheel = opened(write(tmp_path, files(target), target), target)
    assert [] == [sentence for one in PURE for sentence in one.look(wheel)]


def test_a_wheel_of_another_name_is_refused(tmp_path: Path) -> None:
    """Pip chooses by the file's name alone."""
    path = write(tmp_path, files(), BY_TAG["win_amd64"])
    assert [f"{path.name} is not tagged {TARGET.name}"] == list(check.tag(opened(path)))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Root-Is-Purelib: false\nTag: cp310-abi3-linux_x86_64", "WHEEL says ['cp310-abi3-linux_x86_64']"),
        (f"Root-Is-Purelib: true\nTag: {TARGET.name}", "WHEEL does not say that the wheel is for one platform"),
    ],
)
def test_metadata_that_names_another_platform_is_refused(tmp_path: Path, line: str, said: str) -> None:
    """Installers put the files where the metadata says, and a cross build can leave the building machine's tag in it."""
    wrong = list(check.tag(opened(write(tmp_path, files() | {f"{DIST}/WHEEL": line.encode()}))))
    assert [True] == [one.startswith(said) for one in wrong]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("hcsffi/native/binding.c", b"int x;", "is an input of the build"),
        ("hcsffi/embedded/exports/host.h", b"", "is an input of the build"),
        ("tests/test_a.py", b"", "is an input of the build"),
        ("hcsffi/native/binding.cpython-311-x86_64-linux-gnu.so", ELF, "is machine code and does not belong here"),
        ("hcsffi/embedded/leftover", b"MZ", "is machine code and does not belong here"),
    ],
)
def test_a_file_too_many_is_refused(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    """What a build leaves behind makes a wheel large, or answers in place of the right file.

    Machine code is known by its first bytes, not by its name.
    """
    assert [f"{name} {said}"] == list(check.contents(opened(write(tmp_path, files() | {name: content}))))


@pytest.mark.parametrize(
    "name", [REAPER, "hcsffi/py.typed", "hcsffi/native/binding.pyi", "hcsffi/documents/topic/container.py", *check.FOR_C]
)
def test_a_file_too_few_is_refused(tmp_path: Path, name: str) -> None:
    """A wheel without one of these installs and fails later."""
    left = {one: content for one, content in files().items() if one != name}
    (said,) = check.contents(opened(write(tmp_path, left)))
    assert said.endswith(" is missing")


def test_a_wheel_without_the_command_is_refused(tmp_path: Path) -> None:
    """The README's first lines run it."""
    assert ["the command hcsffi is missing"] == list(check.contents(opened(write(tmp_path, files() | {f"{DIST}/entry_points.txt": b""}))))


def test_a_wheel_with_another_licence_is_refused(tmp_path: Path) -> None:
    """A licence that is not the project's is worse than none."""
    assert ["the licence is missing or another"] == list(
        check.licence(opened(write(tmp_path, files() | {f"{DIST}/licenses/LICENSE": b"GPL"})))
    )


def test_a_wheel_without_the_notice_of_what_is_compiled_in_is_refused(tmp_path: Path) -> None:
    """The JSON library's terms ask for nothing but to be passed on."""
    content = files()
    del content[check.NOTICE]
    assert [f"{check.NOTICE} is missing, and the library is inside"] == list(check.licence(opened(write(tmp_path, content))))


def test_a_wheel_without_a_bill_of_materials_is_refused(tmp_path: Path) -> None:
    """Whoever hears of a hole in a library asks every wheel whether it is inside."""
    content = files()
    del content[f"{DIST}/{check.BILL}"]
    assert [f"{check.BILL} is missing"] == list(check.bill(opened(write(tmp_path, content))))


@pytest.mark.parametrize(
    ("named", "said"),
    [
        (["cffi", "nlohmann-json"], ["libc++ is linked in and {} does not say it"]),
        (["libc++", "nlohmann-json"], ["cffi is linked in and {} does not say it"]),
        (["cffi", "libc++"], ["nlohmann-json is linked in and {} does not say it"]),
        (["cffi", "libc++", "libstdc++", "nlohmann-json"], ["{} names libstdc++, which is not linked in"]),
        (["cffi", "libc++", "nlohmann-json", "libunwind"], []),
    ],
)
def test_a_bill_that_names_too_much_or_too_little_is_refused(tmp_path: Path, named: list[str], said: list[str]) -> None:
    """It is compared with what is in the host itself: a bill copied from another target would be believed."""
    text = build_sbom.document("0.1.0", [build_sbom.Component(one, "1.0", "MIT", "") for one in named])
    wheel = opened(write(tmp_path, files() | {f"{DIST}/{check.BILL}": text.encode()}))
    assert [one.format(check.BILL) for one in said] == list(check.bill(wheel))


def test_a_bill_of_another_release_is_refused(tmp_path: Path) -> None:
    """It would answer for another wheel."""
    text = build_sbom.document("0.0.9", [build_sbom.Component(one, "1.0", "MIT", "") for one in ("cffi", "libc++", "nlohmann-json")])
    wheel = opened(write(tmp_path, files() | {f"{DIST}/{check.BILL}": text.encode()}))
    assert [f"{check.BILL} is of hcsffi 0.0.9"] == list(check.bill(wheel))


def test_a_host_whose_runtime_nobody_knows_is_refused(tmp_path: Path) -> None:
    """A new compiler would else be left out of every bill without a word."""
    text = build_sbom.document("0.1.0", [build_sbom.Component(one, "1.0", "MIT", "") for one in ("cffi", "nlohmann-json")])
    content = files() | {HOST: ELF, f"{DIST}/{check.BILL}": text.encode()}
    assert [f"{HOST} holds no C++ runtime that is known"] == list(check.bill(opened(write(tmp_path, content))))


def test_a_record_that_does_not_fit_is_refused(tmp_path: Path) -> None:
    """A file changed after the wheel was packed is not installed by every installer."""
    listed = write(tmp_path, files()).with_suffix(".record")
    listed.write_bytes(b"hcsffi/__init__.py,sha256=AAAA,0\n")
    wheel = opened(write(tmp_path, files(), listed=listed.read_bytes()))
    assert {f"RECORD does not have {one} as it is" for one in files()} == set(check.record(wheel))


def test_a_wheel_that_is_too_large_is_refused(tmp_path: Path) -> None:
    """Debug information of a C++ runtime alone is megabytes."""
    content = files() | {HOST: ELF + bytes(TARGET.limit_kib * 1024)}
    (said,) = check.size(opened(write(tmp_path, content)))
    assert said.endswith(f"KiB are more than {TARGET.limit_kib}")


def test_a_binary_for_another_machine_is_refused(tmp_path: Path) -> None:
    """A cross build that took this machine's compiler makes a wheel that installs and does not load."""
    other = sound(BY_TAG["manylinux2014_aarch64"], None)
    wrong = list(check.machine(opened(write(tmp_path, files()), every=other)))
    assert [f"{part.name} is ELF aarch64 instead of ELF x86_64" for part in TARGET.parts] == wrong


def test_a_library_that_a_fresh_system_lacks_is_refused(tmp_path: Path) -> None:
    """A compiler's runtime is on every developer's machine and on no user's."""
    other = sound(TARGET, None)._replace(libraries=frozenset({"libstdc++.so.6", "libgcc_s.so.1"}))
    wrong = list(check.libraries(opened(write(tmp_path, files()), every=other)))
    assert [f"{part.name} needs libgcc_s.so.1, libstdc++.so.6" for part in TARGET.parts] == wrong


def test_a_program_that_needs_any_library_is_refused(tmp_path: Path) -> None:
    """The reaper runs in roots of containers, where no library of the machine is in sight."""
    other = sound(TARGET, None)._replace(libraries=frozenset({"libc.so.6"}))
    assert [f"{REAPER} needs libc.so.6"] == list(check.libraries(opened(write(tmp_path, files()), every=other)))


def test_an_export_too_many_or_too_few_is_refused(tmp_path: Path) -> None:
    """A missing one answers 'not offered' in silence; a surplus one can take the place of another library's symbol."""
    (host,) = (part for part in TARGET.parts if part.name == HOST)
    assert host.exports is not None
    wheel = opened(write(tmp_path, files()))
    wheel.binaries[HOST] = sound(TARGET, host.exports - {"HcsCreateProcess"} | {"malloc"})
    assert [f"{HOST} does not export HcsCreateProcess", f"{HOST} exports malloc"] == list(check.exports(wheel))


def test_a_newer_c_library_than_the_tag_promises_is_refused(tmp_path: Path) -> None:
    """The wheel would install on the older system and fail at its first import."""
    other = sound(TARGET, None)._replace(needs=frozenset({(2, 2, 5), (2, 17), (2, 34)}))
    wrong = list(check.oldest(opened(write(tmp_path, files()), every=other)))
    assert [f"{part.name} needs 2.34, newer than 2.17" for part in TARGET.parts] == wrong


def test_a_newer_macos_than_the_tag_promises_is_refused(tmp_path: Path) -> None:
    """As for the C library; a compiler takes the newest system it knows when it is not told."""
    target = BY_TAG["macosx_11_0_arm64"]
    other = sound(target, None)._replace(needs=frozenset({(13, 0)}))
    wrong = list(check.oldest(opened(write(tmp_path, files(target), target), target, every=other)))
    assert ["hcsffi/native/binding.abi3.so needs 13.0, newer than 11.0"] == wrong


def test_a_binary_that_does_not_say_its_system_is_refused(tmp_path: Path) -> None:
    """No version found is not an old version found."""
    other = sound(TARGET, frozenset())._replace(needs=frozenset())
    assert len(TARGET.parts) == len(list(check.oldest(opened(write(tmp_path, files()), every=other))))


def test_a_program_that_may_not_be_executed_is_refused(tmp_path: Path) -> None:
    """The host starts the reaper; a wheel built without permissions has lost them."""
    assert [f"{REAPER} is not executable"] == list(check.permissions(opened(write(tmp_path, files(), mode=0o644))))


def test_an_unsigned_macos_binary_is_refused(tmp_path: Path) -> None:
    """Apple's processors end a program that loads one."""
    target = BY_TAG["macosx_11_0_arm64"]
    other = sound(target, None)._replace(signed=False)
    wrong = list(check.signature(opened(write(tmp_path, files(target), target), target, every=other)))
    assert ["hcsffi/native/binding.abi3.so is not signed"] == wrong


def test_a_binary_that_names_a_folder_of_the_builder_is_refused(tmp_path: Path) -> None:
    """It tells strangers about a machine, and makes two machines build two wheels."""
    content = files() | {HOST: ELF + str(ROOT).encode()}
    assert [f"{HOST} names {ROOT}"] == list(check.traces(opened(write(tmp_path, content))))
