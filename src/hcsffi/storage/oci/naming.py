"""Which names an entry may have, and where in a layer it then stands.

A path here is the layer's own spelling: steps joined by single slashes, none of them empty or dotted, the first one ``Files``, ``Hives`` or
``UtilityVM``. Only what passed `Naming.place` is a path, and everything after it trusts that.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, NoReturn

from hcsffi.storage.oci.refusal import ArchiveRefused, Rule

if TYPE_CHECKING:
    from hcsffi.storage.oci.limits import ArchiveLimits

FILES = "Files"
HIVES = "Hives"
UTILITY_VM = "UtilityVM"
UTILITY_FILES = "UtilityVM/Files"
FOLDER_MARK = ".$wcidirs$"
"""What the transport folder adds to a directory's name, for the file that holds its attributes and backup stream."""

_FORBIDDEN = re.compile(r'[\x00-\x1f<>"|?*\\]')
_DEVICE = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9\u00b9\u00b2\u00b3])[ ]*(?:[.:]|$)", re.IGNORECASE)
_SUSPECT = re.compile(r'[\x00-\x1f<>"|?*\\:\ud800-\udfff]|[ .]\Z|\A(?:con|prn|aux|nul|com[0-9\u00b9\u00b2\u00b3]|lpt)|\$\Z', re.IGNORECASE)
"""Finds every name that needs a second look, and few others: one search for each of an archive's names."""


class NameRules(Enum):
    """Whose names an archive's are: what one system takes, another one cannot keep."""

    WINDOWS = "windows"
    LINUX = "linux"


def top_of(path: str) -> str | None:
    """Return which of a layer's trees the path lies below: ``Files`` or ``UtilityVM/Files``; ``None`` for any other place."""
    if path.startswith("Files/"):
        return FILES
    if path.startswith("UtilityVM/Files/"):
        return UTILITY_FILES
    return None


def folded(name: str) -> str:
    """Return the name as Windows compares it: upper case character by character, no character becoming two."""
    if name.isascii():
        return name.upper()
    return "".join(upper if len(upper := letter.upper()) == 1 else letter for letter in name)


class Naming:
    """Checks names by one system's rules; folders that passed are not looked at again.

    Args:
        names: whose rules.
        limits: how long and how deep.
    """

    def __init__(self, names: NameRules, limits: ArchiveLimits) -> None:
        self.names = names
        self._limits = limits
        self._passed: set[str] = set()

    def path_of(self, name: str) -> str:
        """Return the path an entry's name means, ``""`` for the layer's root.

        Raises:
            ArchiveRefused: the name is absolute, steps upwards, or is none that the system can keep.
        """
        plain = name
        while plain.startswith("./"):
            plain = plain[2:]
        if plain.endswith("/") and plain != "/":
            plain = plain[:-1]
        if plain in {"", "."}:
            if name.startswith("/") or not name:
                raise ArchiveRefused(Rule.ABSOLUTE if name else Rule.EMPTY_STEP, name)
            return ""
        folder, _, leaf = plain.rpartition("/")
        if folder and folder not in self._passed:
            self._check_folder(folder, name)
            self._passed.add(folder)
        elif not folder and plain.startswith("/"):
            raise ArchiveRefused(Rule.ABSOLUTE, name)
        self._check_step(leaf, name, is_leaf=True)
        if len(plain) * 2 > self._limits.path_units and self._units(plain) > self._limits.path_units:
            raise ArchiveRefused(Rule.LENGTH, name, f"at most {self._limits.path_units} units")
        return plain

    def _check_folder(self, folder: str, name: str) -> None:
        if folder.startswith("/"):
            raise ArchiveRefused(Rule.ABSOLUTE, name)
        steps = folder.split("/")
        if len(steps) + 1 > self._limits.depth:
            raise ArchiveRefused(Rule.DEPTH, name, f"at most {self._limits.depth} steps")
        for step in steps:
            self._check_step(step, name, is_leaf=False)

    def _check_step(self, step: str, name: str, *, is_leaf: bool) -> None:
        if step == "..":
            raise ArchiveRefused(Rule.PARENT_STEP, name)
        if step in {"", "."}:
            raise ArchiveRefused(Rule.EMPTY_STEP, name)
        if len(step) * 3 > self._limits.name_units and self._units(step) > self._limits.name_units:
            raise ArchiveRefused(Rule.LENGTH, name, f"a step has at most {self._limits.name_units} units")
        if self.names is NameRules.WINDOWS:
            if _SUSPECT.search(step):
                _check_suspect(step, name, is_leaf=is_leaf)
        elif "\0" in step:
            raise ArchiveRefused(Rule.ENCODING, name)

    def _units(self, text: str) -> int:
        if self.names is NameRules.WINDOWS:
            return len(text.encode("utf-16-le", "surrogatepass")) // 2
        return len(text.encode("utf-8", "surrogateescape"))


def _check_suspect(step: str, name: str, *, is_leaf: bool) -> None:
    plain, colon, stream = step.partition(":")
    if "\0" in step or any("\ud800" <= letter <= "\udfff" for letter in step):
        raise ArchiveRefused(Rule.ENCODING, name)
    if colon and (not is_leaf or not plain or not stream or ":" in stream):
        raise ArchiveRefused(Rule.COLON, name)
    for part in (plain, stream):
        if found := _FORBIDDEN.search(part):
            raise ArchiveRefused(Rule.CHARACTER, name, ascii(found[0]))
    if plain.endswith((".", " ")):
        raise ArchiveRefused(Rule.TRAILING, name)
    if _DEVICE.match(plain):
        raise ArchiveRefused(Rule.RESERVED, name)
    if plain.endswith(FOLDER_MARK):
        raise ArchiveRefused(Rule.FORM, name)


def check_place(path: str, name: str, *, is_folder: bool) -> None:
    """Refuse a path that has no place in a layer.

    Raises:
        ArchiveRefused: it is not below ``Files``, ``Hives`` or ``UtilityVM/Files``, or is no directory where one is needed.
    """
    top, _, rest = path.partition("/")
    if top == FILES or (top == UTILITY_VM and (rest == FILES or rest.startswith("Files/"))):
        if not is_folder and path in {FILES, UTILITY_FILES}:
            _refuse_place(name)
    elif top == HIVES:
        if bool(rest) == is_folder or "/" in rest:
            raise ArchiveRefused(Rule.HIVE, name)
    elif path != UTILITY_VM or not is_folder:
        _refuse_place(name)


def _refuse_place(name: str) -> NoReturn:
    raise ArchiveRefused(Rule.TOP_LEVEL, name)
