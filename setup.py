"""Compiles the bindings, the embedded host and its reaper; everything else about the project is in pyproject.toml.

What differs between compilers is in one table, FLAGS. Objects are compiled side by side and again only when a source, a header or a flag
has changed.

``HCSFFI_SANITIZE=address,undefined`` (or ``thread``) in the environment builds all three with that sanitizer and their assertions on.
``HCSFFI_TARGET`` (``win32``, ``linux``, ``darwin``) builds for another system with the cross compiler that ``CC``, ``CXX``, ``LDSHARED``
and ``LDCXXSHARED`` name, and ``LDFLAGS`` for all three links. ``HCSFFI_PROGRAM_CXX`` names one that links a program with its C library
inside, where the target's own cannot. ``HCSFFI_PYTHON`` is a folder with ``include``, the headers of a CPython for the target, and for
Windows ``libs``, its import library. ``HCSFFI_BUILD`` is the folder for objects, ``build`` if not set. ``HCSFFI_STRICT`` set to anything
makes warnings errors, as they are in a checkout.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from importlib.metadata import files, version
from pathlib import Path
from typing import Any, NamedTuple

NOT_THIS_PYTHON = """hcsffi does not build for {which}: it was never tested there. Its wheels are for CPython 3.10 and newer with the GIL
(the stable ABI, which neither PyPy nor a free-threaded CPython loads): install it in such a CPython, python3.13 and not python3.13t."""


def refuse_interpreter() -> None:
    """Refuse to build for an interpreter that nothing here was ever tried on."""
    name = sys.implementation.name
    if name != "cpython":
        raise SystemExit(NOT_THIS_PYTHON.format(which=f"{name} {sys.version.split()[0]}"))
    if sysconfig.get_config_var("Py_GIL_DISABLED"):
        raise SystemExit(NOT_THIS_PYTHON.format(which=f"the free-threaded CPython {sys.version.split()[0]}"))


refuse_interpreter()

# What follows imports the build's requirements: an interpreter that is refused need not have them.
import nlohmann_json  # type: ignore[import-untyped]  # noqa: E402 - the build requirement ships no types
from setuptools import Extension, setup  # noqa: E402 - as above
from setuptools.command.bdist_wheel import bdist_wheel  # noqa: E402 - as above
from setuptools.command.build_ext import build_ext  # noqa: E402 - as above
from setuptools.errors import LinkError  # noqa: E402 - as above

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT))
import build_hcs  # noqa: E402 - the build runs isolated, with the project folder off the path
import build_sbom  # noqa: E402 - as above

NATIVE = Path("src/hcsffi/native")
EMBEDDED = Path("src/hcsffi/embedded")
LIMITED_API = ("Py_LIMITED_API", "0x030a0000")
EXPORTS = EMBEDDED / "exports" / "exports.map"
TARGET = os.environ.get("HCSFFI_TARGET", sys.platform)
CROSSES = sys.platform != TARGET
BUILD = os.environ.get("HCSFFI_BUILD", "build")  # objects of two targets have one name
HOSTS = {"linux": "linux", "win32": "windows"}
"""Which systems have an embedded host, and the folder of `processes` that is theirs alone. The others get bindings and documents."""


PROGRAM = ("reaper", "relay")
"""The folders of `processes` whose sources are the program beside the host, and not the host."""


HOST_FILES = {"linux": "libhcsffi.host.so", "win32": "hcsffi_host.dll"}
"""What the embedded host's file is called: no module of Python, so that what walks packages does not import it."""


class Flags(NamedTuple):
    """What one kind of compiler is told."""

    c: list[str]
    cpp: list[str]
    warnings: list[str]
    fatal: list[str]
    link: list[str]
    host: list[str]
    host_link: list[str]
    program_link: list[str]
    libraries: list[str]
    host_libraries: list[str]


def unix_flags(host_link: list[str], static: list[str], libraries: list[str], host_libraries: list[str]) -> Flags:
    """GCC and Clang: hidden symbols, and the C++ runtime inside where the system is not meant to provide it."""
    return Flags(
        c=["-std=c11", "-O2", "-g0", "-fvisibility=hidden", "-pthread"],
        cpp=["-std=c++17", "-O2", "-g0", "-pthread"],
        warnings=["-Wall", "-Wextra"],
        fatal=["-Werror"],
        link=[],
        host=["-fvisibility=hidden", "-fvisibility-inlines-hidden"],
        host_link=["-pthread", *host_link, *static],
        program_link=["-pthread", *static],
        libraries=libraries,
        host_libraries=host_libraries,
    )


STATIC = ["-static-libstdc++", "-static-libgcc"]
WINDOWS_SHIM = ["ws2_32", "ole32", "advapi32", "kernel32"]
WINDOWS_HOST = ["ws2_32", "ole32", "advapi32", "kernel32"]
FLAGS = {
    "linux": unix_flags([f"-Wl,--version-script={EXPORTS}", f"-Wl,-soname,{HOST_FILES['linux']}"], STATIC, ["dl"], ["dl"]),
    "darwin": unix_flags(["-Wl,-exported_symbol,_Hcs*", "-Wl,-exported_symbol,_Hcn*", "-Wl,-exported_symbol,_hcsffi_*"], [], [], []),
    "mingw32": unix_flags([], ["-static"], WINDOWS_SHIM, WINDOWS_HOST),
    "mingw32 clang": unix_flags([], [], WINDOWS_SHIM, WINDOWS_HOST),  # every runtime is static anyway; -static would make an archive
    # No machine of ours has this compiler, hence no fatal warnings. Its own runtime is taken in (/MT), since a fresh Windows lacks it; the
    # C library stays the one that Windows has.
    "msvc": Flags(
        c=["/std:c11", "/O2", "/MT", "/utf-8"],
        cpp=["/std:c++17", "/O2", "/MT", "/utf-8", "/EHsc", "/permissive-", "/bigobj"],
        warnings=["/W3"],
        fatal=[],
        link=["/NODEFAULTLIB:libucrt.lib", "/DEFAULTLIB:ucrt.lib"],
        host=[],
        host_link=[],
        program_link=[],
        libraries=WINDOWS_SHIM,
        host_libraries=WINDOWS_HOST,
    ),
}
NO_COMPILER = """hcsffi builds from C and C++ sources here, and `{missing}` was not found. Install a compiler:
  Debian, Ubuntu: apt-get install g++        Fedora: dnf install gcc-c++        Alpine: apk add g++
  macOS: xcode-select --install              Windows: Visual Studio Build Tools with C++"""


def is_gcc(compiler: Any) -> bool:
    """Whether a Unix compiler is GCC; the others are Clang under various names.

    Asked with its own flags, since `python -m ziglang cc` is a compiler, too.
    """
    words = getattr(compiler, "compiler_so", None)
    if not words or sys.platform == "darwin":
        return False
    question = [*words, "--version"]
    answer = subprocess.run(question, capture_output=True, text=True, check=False)  # noqa: S603 - the compiler the build uses anyway
    return "Free Software Foundation" in answer.stdout


def host_sources() -> list[str]:
    """The embedded host's sources for this system; none where it has no host."""
    others = {*PROGRAM, *(folder for system, folder in HOSTS.items() if system != TARGET)}
    found = sorted(ROOT.joinpath(EMBEDDED).rglob("*.cpp")) if TARGET in HOSTS else []
    return [one.relative_to(ROOT).as_posix() for one in found if one.parent.name not in others]


def reaper_sources() -> list[str]:
    """The reaper's sources, with the relay it is as well; Windows needs none, a job object does its work there."""
    folders = [ROOT.joinpath(EMBEDDED, "processes", one) for one in PROGRAM] if HOSTS.get(TARGET) == "linux" else []
    found = sorted(file for folder in folders for file in folder.glob("*.cpp"))
    return [one.relative_to(ROOT).as_posix() for one in found]


def extensions() -> list[Extension]:
    """The cffi module and, where there is one, the embedded host."""
    shim = sorted((NATIVE / one.name).as_posix() for one in ROOT.joinpath(NATIVE).glob("*.c"))
    headers = sorted(one.relative_to(ROOT).as_posix() for one in ROOT.joinpath("src").rglob("*.h"))
    listed = [
        Extension(
            build_hcs.MODULE,
            shim,
            include_dirs=[".", NATIVE.as_posix()],
            define_macros=[LIMITED_API],
            py_limited_api=True,
            depends=["hcs_cdef.h", "build_hcs.py", *headers],
        )
    ]
    if host_sources():
        listed.append(
            Extension(
                "hcsffi.embedded.host",
                host_sources(),
                include_dirs=[".", EMBEDDED.as_posix(), json_headers()],
                py_limited_api=True,
                language="c++",
                depends=["hcs_cdef.h", "build_shapes.py", *headers],
            )
        )
    return listed


def json_headers() -> str:
    """Return where the JSON library's headers lie: under a name that stays, so that the next isolated build compiles only what changed."""
    kept = Path(BUILD, f"nlohmann-json-{version('nlohmann-json')}")
    if not kept.is_dir():
        made = kept.with_name(f"{kept.name}.{os.getpid()}")
        shutil.copytree(nlohmann_json.get_include(), made)
        made.rename(kept)
    return kept.as_posix()


def stale(target: Path, command: str) -> bool:
    """Whether an object must be compiled again: its command or one of the files the compiler listed has changed."""
    record, listed = target.with_suffix(".cmd"), target.with_suffix(".d")
    if not target.is_file() or not record.is_file() or record.read_text(encoding="utf-8") != command or not listed.is_file():
        return True
    files = listed.read_text(encoding="utf-8").replace("\\\n", " ").split(":", 1)[1].split()
    made = target.stat().st_mtime
    return any(not Path(one).is_file() or Path(one).stat().st_mtime > made for one in files)


class BuildNative(build_ext):
    """Prints the generated sources, then builds bindings, host and reaper."""

    def build_extensions(self) -> None:
        """Choose flags by compiler, print the generated sources, and build."""
        self.force = self.compiler.force = True  # linking is cheap, and flags change without a file changing
        self.check_compiler()
        if not host_sources():
            having = ", ".join(HOSTS)
            left_out = f"hcsffi: no embedded host for {TARGET}: bindings and documents alone (there is one for {having})"
            print(left_out)  # noqa: T201 - a build says what it leaves out
        self.printed = Path(self.build_temp) / "printed"
        build_hcs.write_sources(self.printed)
        gcc = is_gcc(self.compiler)
        self.unload = ["-fno-gnu-unique"] if gcc else []  # GCC's way to let a C++ library unload; Clang needs none and refuses the option
        unix = {"win32": "mingw32" if gcc else "mingw32 clang"}.get(TARGET, TARGET)
        self.flags = FLAGS[unix if self.compiler.compiler_type == "unix" else self.compiler.compiler_type]
        sanitizers = os.environ.get("HCSFFI_SANITIZE", "")
        self.sanitize = [f"-fsanitize={sanitizers}", "-fno-omit-frame-pointer", "-g1", "-O1", "-UNDEBUG"] if sanitizers else []
        if self.compiler.compiler_type != "msvc":
            self.compiler.compile = self.compile_side_by_side  # the compiler's own compiles one after another, and always all
        super().build_extensions()
        self.build_reaper()
        if host_sources():
            self.bring_notice()
            self.write_for_c()
        if TARGET == "win32" and host_sources():
            self.build_forwarders()

    def linked_in(self) -> list[build_sbom.Component]:
        """What the binaries hold of other people: cffi's part of the bindings; the host's JSON library and C++ runtime."""
        listed = [build_sbom.from_package("cffi", "https://cffi.readthedocs.io")]
        if host_sources():
            listed.append(build_sbom.from_package("nlohmann-json", "https://json.nlohmann.me"))
        if host_sources() and not self.sanitize:  # the sanitizers' runtime wants the shared one
            msvc = self.compiler.compiler_type == "msvc"
            preprocess = [self.compiler.cc, "/nologo", "/EP", "/TP"] if msvc else [*self.compiler.compiler_cxx, "-E", "-P"]
            listed += build_sbom.runtime(build_sbom.asked(preprocess, self.printed / "runtime.cpp"))
        return listed

    def check_compiler(self) -> None:
        """Say what to install instead of failing inside the build."""
        for words in (getattr(self.compiler, "compiler", None), getattr(self.compiler, "compiler_cxx", None)):
            if words and not shutil.which(words[0]):
                raise SystemExit(NO_COMPILER.format(missing=words[0]))

    def build_extension(self, extension: Any) -> None:
        """Add what the tables say to one extension and build it."""
        host = extension.language == "c++"
        strict = (ROOT / ".git").exists() or "HCSFFI_STRICT" in os.environ
        fatal = self.flags.fatal if strict else []  # a newer compiler's new warning must not break an installation
        extension.extra_compile_args = [*(self.flags.cpp if host else self.flags.c), *self.flags.warnings, *fatal, *self.sanitize]
        extension.extra_link_args = [*self.flags.link, *self.sanitize]
        if host:
            extension.include_dirs = [str(self.printed), *extension.include_dirs]
            extension.libraries = self.flags.host_libraries
            extension.extra_compile_args += self.flags.host + self.unload
            extension.extra_link_args += [one for one in self.flags.host_link if not (self.sanitize and one in STATIC)]
            if TARGET == "win32":
                extension.extra_link_args += self.exports("hcsffi_host")
        else:
            printed = ["binding.c", "functions.c", *(["headers.c"] if TARGET == "win32" else [])]
            extension.sources = [*extension.sources, *(str(self.printed / one) for one in printed)]
            extension.include_dirs = [str(self.printed), *extension.include_dirs]
            extension.libraries = self.flags.libraries
            python = Path(os.environ.get("HCSFFI_PYTHON", ""))
            if "HCSFFI_PYTHON" in os.environ:
                extension.include_dirs = [str(python / "include"), *extension.include_dirs]
            if CROSSES and TARGET == "win32":
                extension.library_dirs = [str(python / "libs")]
                # Clang's linker makes an import library of every DLL, beside it if it is not told where.
                extension.extra_link_args.append(f"-Wl,--out-implib,{self.printed / 'binding.lib'}")
                extension.libraries = [*self.flags.libraries, "python3"]
        super().build_extension(extension)

    def get_ext_filename(self, fullname: str) -> str:
        """Name files for the target; the host is a plain library, and on Windows the three others forward to it by name."""
        path = Path(*fullname.split("."))
        if path.name == "host":
            return str(path.with_name(HOST_FILES[TARGET]))
        if CROSSES:
            return f"{path}{'.pyd' if TARGET == 'win32' else '.abi3.so'}"
        return str(super().get_ext_filename(fullname))  # type: ignore[no-untyped-call]  # setuptools left this one untyped

    def exports(self, library: str) -> list[str]:
        """How the linker is told a DLL's exports: by the printed definition file. The import library lies beside it."""
        definitions, imports = self.printed / f"{library}.def", self.printed / f"{library}.lib"
        if self.compiler.compiler_type == "msvc":
            return [f"/DEF:{definitions}", f"/IMPLIB:{imports}"]
        return [str(definitions), f"-Wl,--out-implib,{imports}"]

    def build_forwarders(self) -> None:
        """Link computecore.dll and its sisters: they hold no code but names, which the loader follows to the one host."""
        folder = Path(self.get_ext_fullpath("hcsffi.embedded.host")).parent
        (entry,) = self.compiler.compile([str(self.printed / "forward.c")], output_dir=self.build_temp, extra_postargs=self.flags.c)
        for library in build_hcs.LIBRARIES[:3]:
            extra = [*self.exports(Path(library).stem), *self.flags.link, *self.flags.host_link]
            self.compiler.link_shared_object([entry, str(self.printed / "hcsffi_host.lib")], str(folder / library), extra_postargs=extra)

    def get_export_symbols(self, ext: Any) -> list[str]:
        """The host is no Python module: it has no init function to export."""
        if ext.name == "hcsffi.embedded.host":
            return []
        return list(super().get_export_symbols(ext))  # type: ignore[no-untyped-call]  # setuptools left this one untyped

    def compile_side_by_side(self, sources: list[str], output_dir: str | None = None, **options: Any) -> list[str]:
        """Compile what is stale, as many at a time as there are processors."""
        compiler: Any = self.compiler
        _, objects, postargs, preprocessor, build = compiler._setup_compile(  # noqa: SLF001 - the way every parallel build hooks in
            output_dir, options.get("macros"), options.get("include_dirs"), sources, options.get("depends"), options.get("extra_postargs")
        )
        arguments = compiler._get_cc_args(preprocessor, options.get("debug"), options.get("extra_preargs"))  # noqa: SLF001 - as above

        def compile_one(target: str) -> None:
            source, suffix = build[target]
            flags = postargs if source.endswith(".cpp") or "printed" not in source else [one for one in postargs if one not in self.quiet]
            command = " ".join([*compiler.compiler_so, *arguments, *flags])
            listed = Path(target).with_suffix(".d")
            if stale(Path(target), command):
                flags = [*flags, "-MMD", "-MF", str(listed)]
                compiler._compile(target, source, suffix, arguments, flags, preprocessor)  # noqa: SLF001 - as above
                Path(target).with_suffix(".cmd").write_text(command, encoding="utf-8")

        with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
            list(pool.map(compile_one, objects))
        return list(objects)

    @property
    def quiet(self) -> list[str]:
        """Warnings that printed code is spared: cffi's output is not ours to change."""
        return [*self.flags.warnings, *self.flags.fatal]

    @property
    def reaper(self) -> Path:
        """Where the reaper is built: beside the host, in the folder that becomes the wheel."""
        folder = Path(self.build_lib) / EMBEDDED.relative_to("src")
        return folder / "reaper"

    def build_reaper(self) -> None:
        """Link the program that starts and watches a system's processes, with all it needs inside: a container's root may lack it."""
        if not reaper_sources():
            return
        static = [one for one in self.flags.program_link if not (self.sanitize and one in STATIC)]
        flags = [*self.flags.cpp, *self.flags.warnings, *self.sanitize]
        if other := os.environ.get("HCSFFI_PROGRAM_CXX"):
            compile_words = f"{other} {os.environ.get('CXXFLAGS', '')}"
            self.compiler.set_executables(
                compiler_so=compile_words, compiler_so_cxx=compile_words, compiler_cxx=other, linker_exe_cxx=other
            )
        linking = os.environ.get("LDFLAGS", "").split()  # setuptools adds these to shared libraries only
        include = [".", EMBEDDED.as_posix(), json_headers()]
        objects = self.compiler.compile(reaper_sources(), output_dir=self.build_temp, include_dirs=include, extra_postargs=flags)
        self.reaper.parent.mkdir(parents=True, exist_ok=True)
        link = partial(self.compiler.link_executable, objects, "reaper", output_dir=str(self.reaper.parent), target_lang="c++")
        if not self.sanitize:
            try:
                link(extra_postargs=["-static", "-pthread", *linking])
            except LinkError:
                self.warn("no static C library here, so layers will be refused as the root of a container")
            else:
                return
        link(extra_postargs=[*static, *self.sanitize, *linking])

    @property
    def notice(self) -> Path:
        """Where the terms of the JSON library lie, which is compiled into the host and the reaper."""
        return Path(self.build_lib) / EMBEDDED.relative_to("src") / "nlohmann-json.LICENSE"

    def bring_notice(self) -> None:
        """Copy the terms from the library's own package: they have to go wherever the library goes."""
        (terms,) = (one for one in files("nlohmann-json") or [] if one.name == "LICENSE")
        self.notice.parent.mkdir(parents=True, exist_ok=True)
        self.copy_file(str(terms.locate()), str(self.notice))

    @property
    def for_c(self) -> dict[Path, str]:
        """What programs in other languages are built with: the header, and where pkg-config finds it. Each by its place."""
        folder = self.notice.parent
        described = build_hcs.print_pkg_config(self.distribution.get_version())
        pkg_config = {} if TARGET == "win32" else {folder / "hcsffi.pc": described}
        return {folder / "include" / "hcsffi.h": build_hcs.print_header(), **pkg_config}

    def write_for_c(self) -> None:
        """Write them beside the host."""
        for place, text in self.for_c.items():
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8")

    def copy_extensions_to_source(self) -> None:
        """Building in place brings the reaper along, and what programs in C are built with."""
        super().copy_extensions_to_source()
        if reaper_sources():
            self.copy_file(str(self.reaper), str(EMBEDDED / self.reaper.name))
        for place in self.for_c if host_sources() else ():
            target = EMBEDDED / place.relative_to(self.notice.parent)
            target.parent.mkdir(exist_ok=True)
            self.copy_file(str(place), str(target))

    def get_outputs(self) -> list[str]:
        """The reaper, the forwarding DLLs and the notice too, so that installing knows of them."""
        folder = Path(self.build_lib) / EMBEDDED.relative_to("src")
        notice = [str(self.notice)] if host_sources() else []
        forwarders = [str(folder / one) for one in build_hcs.LIBRARIES[:3]] if TARGET == "win32" and host_sources() else []
        for_c = [str(place) for place in self.for_c] if host_sources() else []
        return [*super().get_outputs(), *([str(self.reaper)] if reaper_sources() else []), *forwarders, *notice, *for_c]


class BuildWheel(bdist_wheel):
    """Adds the bill of materials to the wheel, where PEP 770 has it."""

    def write_wheelfile(self, wheelfile_base: str, *arguments: Any, **options: Any) -> None:
        """Write the file WHEEL, and beside it what is linked in."""
        super().write_wheelfile(wheelfile_base, *arguments, **options)
        builder: Any = self.get_finalized_command("build_ext")
        bill = Path(wheelfile_base) / "sboms" / build_sbom.FILE
        bill.parent.mkdir(parents=True, exist_ok=True)
        bill.write_text(build_sbom.document(self.distribution.get_version(), builder.linked_in()), encoding="utf-8")


setup(
    ext_modules=extensions(),
    cmdclass={"build_ext": BuildNative, "bdist_wheel": BuildWheel},
    options={"bdist_wheel": {"py_limited_api": "cp310"}, "build": {"build_base": BUILD}},
)
