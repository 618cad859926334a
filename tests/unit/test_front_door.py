"""The package's front door: every name it offers, and how little it costs to open."""

from __future__ import annotations

import ast
import pkgutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import hcsffi
from hcsffi import documents, storage

if TYPE_CHECKING:
    from types import ModuleType

SOURCE = Path(hcsffi.__file__)


def test_every_public_name_can_be_loaded() -> None:
    """A name in a list that leads nowhere is found by the first user instead of by us."""
    assert [] == [name for name in hcsffi.__all__ if getattr(hcsffi, name, None) is None]


def test_the_three_lists_of_names_are_the_same() -> None:
    """Type checkers read one list, ``import *`` another, loading a third."""
    tree = ast.parse(SOURCE.read_text(encoding="utf-8"))
    guarded = next(node for node in tree.body if isinstance(node, ast.If))
    typed = {alias.name for node in guarded.body if isinstance(node, ast.ImportFrom) for alias in node.names}
    assert typed == set(hcsffi.__all__) - {"__version__"}
    assert set(hcsffi.__all__) - set(dir(hcsffi)) == set()
    assert sorted(hcsffi.__all__) == list(hcsffi.__all__)


def test_a_name_that_does_not_exist_is_an_attribute_error() -> None:
    """``hasattr`` and typing errors must behave as with any module."""
    assert not hasattr(hcsffi, "ComputeSytem")


def test_importing_the_package_loads_none_of_its_rooms() -> None:
    """The price of the import is paid by every program, also by one that only explains a code."""
    program = (
        "import sys, hcsffi; print(*sorted(name for name in sys.modules if name.startswith(('hcsffi', 'anyio', 'attrs', 'cffi', 'json'))))"
    )
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert done.stdout.split() == ["hcsffi"]


def test_touching_one_name_does_not_load_a_native_library() -> None:
    """Nothing loads a DLL before the first call: a missing Windows feature must not break an import."""
    program = "import sys, hcsffi; hcsffi.ComputeSystem, hcsffi.HcsError; from hcsffi.native import library; print(library.loaded())"
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert done.stdout.split() == ["False"]


def test_the_names_of_storage_are_loaded_late_too() -> None:
    """Its three lists say the same as the front door's; touching it loads none of its modules."""
    tree = ast.parse(Path(storage.__file__).read_text(encoding="utf-8"))
    guarded = next(node for node in tree.body if isinstance(node, ast.If))
    typed = {alias.name for node in guarded.body if isinstance(node, ast.ImportFrom) for alias in node.names}
    assert typed == set(storage.__all__) == set(vars(storage)["_HOMES"])
    assert [] == [name for name in storage.__all__ if getattr(storage, name, None) is None]
    assert not hasattr(storage, "import_layers")
    program = "import sys, hcsffi; hcsffi.storage; print(*sorted(name for name in sys.modules if name.startswith('hcsffi')))"
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert done.stdout.split() == ["hcsffi", "hcsffi.storage"]


@pytest.mark.parametrize("package", [hcsffi, documents, storage])
def test_no_module_has_the_name_of_a_function(package: ModuleType) -> None:
    """Importing the module would put it where the function is looked for: ``documents.json_schema(...)`` was no function any more."""
    modules = {found.name for found in pkgutil.iter_modules(package.__path__)}
    assert set() == modules & (set(vars(package)["_HOMES"]) - set(vars(package)["_MODULES"]))
