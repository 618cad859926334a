"""Prints C from ``hcs_cdef.h``: the one list of native functions, structures and enumerations.

``python build_hcs.py FOLDER`` writes into FOLDER

* ``functions.h`` and ``functions.c``: one pointer slot per function, the table that loading reads, and the switches that submit a function
  with an operation, or call any other one, by its number;
* ``declared_functions.h``: the same functions as the embedded host knows them;
* ``binding.c``: the cffi module with one forwarding stub per function, the shim's own headers included;
* ``shape_table.h``: the shapes that the embedded host checks documents against (``build_shapes.py``);
* ``headers.c``: compile-time comparison of our declarations with the real Windows headers, compiled where those exist;
* ``hcsffi_host.def``, one ``.def`` per DLL and ``forward.c``: the exports of the embedded host on Windows, and of the DLLs that forward to
it.

``print_header`` and ``print_pkg_config`` are for the wheel: what a program in C is built with.

A new function is one declaration in ``hcs_cdef.h``; nothing here names a function.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import NamedTuple

from build_shapes import print_shapes
from cffi import FFI

ROOT = Path(__file__).resolve().parent
DECLARATIONS = ROOT / "hcs_cdef.h"
SHIM = ROOT / "src" / "hcsffi" / "native"
SHIM_HEADERS = (
    "text.h",
    "loading.h",
    "handles.h",
    "wakeup.h",
    "queue.h",
    "completions.h",
    "awaiting.h",
    "events.h",
    "stream_windows.h",
    "privilege_windows.h",
    "lifetime.h",
    "looking.h",
    "errand.h",
    "storage_windows.h",
    "packing.h",
)
MODULE = "hcsffi.native.binding"
LIBRARIES = ("computecore.dll", "computestorage.dll", "computenetwork.dll", "embedded host")
UNLISTED = 0xFFFFFFFF
PRIVILEGES = {"backup": 1, "restore": 2, "security": 4}
"""The bits of native/privilege_windows.h by the words of a declaration line."""
ABSENT = {"HRESULT": "(HRESULT)0x8007007F", "HCS_OPERATION_TYPE": "HcsOperationTypeNone", "UINT64": "UINT64_MAX"}
"""What a stub answers for a function the library lacks, by return type; pointers answer NULL and void functions do nothing."""


class Parameter(NamedTuple):
    """One parameter: its type as text and its name."""

    type: str
    name: str

    def __str__(self) -> str:
        return f"{self.type}{'' if self.type.endswith('*') else ' '}{self.name}"


class Function(NamedTuple):
    """One declaration; ``build`` is 0 for the embedded host's own functions and UNLISTED where no header has it."""

    name: str
    returns: str
    parameters: tuple[Parameter, ...]
    library: int
    build: int
    privileges: int

    @property
    def prototype(self) -> str:
        """The parameter list."""
        return ", ".join(map(str, self.parameters)) or "void"

    @property
    def arguments(self) -> str:
        """The parameters' names, as a call passes them on."""
        return ", ".join(parameter.name for parameter in self.parameters)

    @property
    def types(self) -> str:
        """The parameters' types alone."""
        return ", ".join(parameter.type for parameter in self.parameters) or "void"

    @property
    def absent(self) -> str:
        """What the forwarding stub answers when the library lacks the function."""
        return "" if self.returns == "void" else ABSENT.get(self.returns, "NULL")

    @property
    def in_texts(self) -> int:
        """How many texts it takes."""
        return sum(parameter.type == "PCWSTR" for parameter in self.parameters)

    @property
    def out_texts(self) -> int:
        """How many texts it hands out."""
        return sum(parameter.type in {"PWSTR *", "PCWSTR *"} for parameter in self.parameters)

    @property
    def starts_operation(self) -> bool:
        """Whether the function starts what an operation tracks; the calls on operations themselves take it first."""
        types = [parameter.type for parameter in self.parameters]
        return "HCS_OPERATION" in types[1:] and self.returns == "HRESULT"


class Enumerator(NamedTuple):
    """One value of an enumeration, with the first build whose headers have it (0: all known ones)."""

    name: str
    build: int


class Declarations(NamedTuple):
    """Everything ``hcs_cdef.h`` says."""

    text: str
    functions: tuple[Function, ...]
    enumerators: tuple[Enumerator, ...]
    structures: dict[str, tuple[str, ...]]
    types: tuple[str, ...]


def parse_parameter(text: str) -> Parameter:
    """Split ``PCWSTR id`` and ``HCS_SYSTEM *computeSystem`` into type and name."""
    found = re.fullmatch(r"(.+?)\s*(\**)\s*(\w+)", text.strip())
    if found is None:
        raise ValueError(f"hcs_cdef.h: no parameter: {text!r}")
    kind, pointer, name = found.groups()
    return Parameter(f"{kind} {pointer}" if pointer else kind, name)


def parse_functions(text: str) -> tuple[Function, ...]:
    """Read the functions in the order of the file; a parameter list may go on in the next line.

    Raises:
        ValueError: a line looks like a function's and is none: it would be missing from the table without a word.
    """
    functions: list[Function] = []
    library = 0
    for line in re.sub(r"\([^(){};]*\);", lambda listed: " ".join(listed[0].split()), text).splitlines():
        opened = re.match(r"/\* library: (.+?) \*/", line)
        if opened:
            library = LIBRARIES.index(opened[1])
        found = re.match(r"(\w+\s?\**)\s*\b((?:Hcs|Hcn|hcsffi_)\w+)\((.*)\);(?: +// (\w+)((?: [a-z]+)*))?$", line)
        if not found and re.match(r"(?!typedef)\w[\w *]*\(", line):
            raise ValueError(f"hcs_cdef.h: no function: {line!r}")
        if found:
            returns, name, parameters, build, privileges = found.groups()
            listed = () if parameters == "void" else tuple(map(parse_parameter, parameters.split(",")))
            number = 0 if build is None else UNLISTED if build == "unlisted" else int(build)
            needed = sum(PRIVILEGES[word] for word in (privileges or "").split())
            functions.append(Function(name, returns.strip(), listed, library, number, needed))
    return tuple(functions)


def parse(text: str) -> Declarations:
    """Read the declarations file."""
    enumerators = [
        Enumerator(name, int(build or 0))
        for body in re.findall(r"typedef enum \w+ \{(.*?)\}", text, re.DOTALL)
        for name, build in re.findall(r"^\s*(\w+) = [^,]+,(?: +// (\d+))?", body, re.MULTILINE)
    ]
    structures = {
        name: tuple(re.findall(r"(\w+)(?:\[\d+\])?;", body))
        for body, name in re.findall(r"typedef struct \w+ \{(.*?)\} (\w+);", text, re.DOTALL)
    }
    types = re.findall(r"^typedef (?!struct \w+ \{|enum)[^()]*?\b(\w+);", text, re.MULTILINE)
    types += re.findall(r"^\} (\w+);", text, re.MULTILINE) + re.findall(r"^typedef void \(\*(\w+)\)", text, re.MULTILINE)
    return Declarations(text, parse_functions(text), tuple(enumerators), structures, tuple(dict.fromkeys([*types, *structures])))


def print_function_header(declarations: Declarations) -> str:
    """Print the structure with one typed slot per function."""
    slots = "\n".join(f"    {one.returns} (*{one.name})({one.types});" for one in declarations.functions)
    return f"""#ifndef HCSFFI_FUNCTIONS_H
#define HCSFFI_FUNCTIONS_H
#include <stdint.h>
#include "hcs_cdef.h"

struct hcsffi_functions {{
{slots}
}};

extern struct hcsffi_functions hcsffi_functions;

HRESULT hcsffi_start(uint32_t function, void *handle, PCWSTR const *texts, HCS_OPERATION operation, void **opened);

struct hcsffi_outs;
HRESULT hcsffi_call(uint32_t function, const uint64_t *words, struct hcsffi_outs *outs);
#endif
"""


def print_start_case(number: int, function: Function) -> str:
    """Print one case of the submission switch: handle, texts in order, operation, NULLs, out handle."""
    texts = 0
    arguments = []
    opened = ""
    for parameter in function.parameters:
        if parameter.type == "PCWSTR":
            arguments.append(f"texts[{texts}]")
            texts += 1
        elif parameter.type == "HCS_OPERATION":
            arguments.append("operation")
        elif parameter.type in {"HCS_SYSTEM", "HCS_PROCESS"}:
            arguments.append(f"({parameter.type})handle")
        elif parameter.type in {"HCS_SYSTEM *", "HCS_PROCESS *"}:
            opened = parameter.type[:-2]
            arguments.append("&out")
        else:
            arguments.append("NULL")
    call = f"hcsffi_functions.{function.name}({', '.join(arguments)})"
    missing = f"if (!hcsffi_functions.{function.name}) return {ABSENT['HRESULT']};"
    if not opened:
        return f"    case {number}:\n        {missing}\n        return {call};"
    return f"""    case {number}: {{
        {missing}
        {opened} out = NULL;
        HRESULT result = {call};
        *opened = out;
        return result;
    }}"""


OUTS = {
    "PWSTR *": "texts",
    "PCWSTR *": "texts",
    "ULONG *": "count",
    "HCN_PORT_RANGE_RESERVATION *": "range",
    "HCN_PORT_RANGE_ENTRY **": "entries",
}
"""Where the shim keeps what a function hands out, by the parameter's type: members of struct hcsffi_outs."""


def handle_types(declarations: Declarations) -> set[str]:
    """The types of handles: pointers to what nobody sees."""
    return set(re.findall(r"^typedef (?:struct \w+__|void) \*(\w+);", declarations.text, re.MULTILINE))


def print_call_case(number: int, function: Function, handles: set[str]) -> str:
    """Print one case of the switch that calls by number; nothing for a function with a callback or an unknown out parameter."""
    numbers = {"DWORD", "USHORT", "UINT64", "HCN_PORT_PROTOCOL", "HCN_PORT_ACCESS"}
    pointers = {"PCWSTR", "REFGUID", "const char *"}
    arguments = []
    opened = ""
    texts = 0
    for place, kind in enumerate(one.type for one in function.parameters):
        handed_out = kind.removesuffix(" *")
        if kind in numbers:
            arguments.append(f"({kind})words[{place}]")
        elif kind in pointers or (kind in handles and kind != "HCS_OPERATION"):
            arguments.append(f"({kind})(uintptr_t)words[{place}]")
        elif kind in {"PWSTR *", "PCWSTR *"}:
            arguments.append(f"({kind})&outs->texts[{texts}]")
            texts += 1
        elif kind in OUTS:
            arguments.append(f"&outs->{OUTS[kind]}")
        elif handed_out != kind and handed_out in handles:
            opened = handed_out
            arguments.append("&opened")
        else:
            return ""
    if function.returns not in {"HRESULT", "void"}:
        return ""
    call = f"hcsffi_functions.{function.name}({', '.join(arguments)});"
    lines = [
        f"    case {number}: {{" if opened else f"    case {number}:",
        f"        if (!hcsffi_functions.{function.name}) return {ABSENT['HRESULT']};",
        *([f"        {opened} opened = NULL;"] if opened else []),
        f"        result = {call}" if function.returns == "HRESULT" else f"        {call}",
        *(["        outs->handle = opened;"] if opened else []),
        "        return result;",
        *(["    }"] if opened else []),
    ]
    return "\n".join(lines)


def print_function_source(declarations: Declarations) -> str:
    """Print the table of names, the submission switch and the one that calls, and what the shim relies on about them."""
    handles = handle_types(declarations)
    called = [(number, one) for number, one in enumerate(declarations.functions) if not one.starts_operation]
    calls = "\n".join(filter(None, (print_call_case(number, one, handles) for number, one in called)))
    rules = "\n".join(
        f'_Static_assert({rule}, "build_hcs.py and the shim agree");'
        for rule in (
            *(f"HCSFFI_{word.upper()} == {bit}" for word, bit in PRIVILEGES.items()),
            *(
                f"{row} == {name}"
                for row, name in enumerate(("HCSFFI_COMPUTECORE", "HCSFFI_COMPUTESTORAGE", "HCSFFI_COMPUTENETWORK", "HCSFFI_EMBEDDED"))
            ),
            f"{len(declarations.functions)} <= UINT16_MAX",
            f"{max(one.in_texts for one in declarations.functions if one.starts_operation)} <= HCSFFI_MOST_TEXTS",
            f"{max(len(one.parameters) for _, one in called)} <= HCSFFI_MOST_ARGUMENTS",
            f"{max(one.out_texts for one in declarations.functions)} <= HCSFFI_MOST_OUT_TEXTS",
        )
    )
    rows = "\n".join(
        f'    {{"{one.name}", "{one.returns}", "{one.types}", {one.library}, {one.build}u, offsetof(struct hcsffi_functions, {one.name}), '
        f"{int(one.starts_operation)}, {one.in_texts}, {one.privileges}, {one.out_texts}}},"
        for one in declarations.functions
    )
    cases = "\n".join(print_start_case(number, one) for number, one in enumerate(declarations.functions) if one.starts_operation)
    return f"""#include <stddef.h>
#include "errand.h"
#include "functions.h"
#include "loading.h"
#include "privilege_windows.h"

{rules}

struct hcsffi_functions hcsffi_functions;

const struct hcsffi_function hcsffi_function_table[] = {{
{rows}
}};

const uint32_t hcsffi_function_count = {len(declarations.functions)};

HRESULT hcsffi_start(uint32_t function, void *handle, PCWSTR const *texts, HCS_OPERATION operation, void **opened) {{
    (void)handle;
    switch (function) {{
{cases}
    default:
        return (HRESULT)0x80070057;
    }}
}}

HRESULT hcsffi_call(uint32_t function, const uint64_t *words, struct hcsffi_outs *outs) {{
    HRESULT result = 0;
    switch (function) {{
{calls}
    default:
        return (HRESULT)0x80070057;
    }}
}}
"""


def print_stub(function: Function) -> str:
    """Print one forwarding stub under a name of its own: the embedded host exports the real one."""
    slot = f"hcsffi_functions.{function.name}"
    call = f"{slot}({function.arguments})"
    body = f"if ({slot}) {call};" if function.returns == "void" else f"return {slot} ? {call} : {function.absent};"
    return f"static {function.returns} forward_{function.name}({function.prototype}) {{ {body} }}"


def cffi_source(header: str) -> str:
    """A header as cffi's parser takes it: without preprocessor lines, integer constants kept."""
    lines = [line for line in header.splitlines() if not line.startswith("#") or re.match(r"#define \w+ \(?-?\w+\)?$", line)]
    return "\n".join(lines)


def write_binding(declarations: Declarations, path: Path) -> None:
    """Let cffi print the module; it leaves an unchanged file alone."""
    ffi = FFI()
    ffi.cdef(cffi_source(declarations.text))
    for header in SHIM_HEADERS:
        ffi.cdef(cffi_source((SHIM / header).read_text(encoding="utf-8")))
    includes = "\n".join(f'#include "{header}"' for header in ("functions.h", *SHIM_HEADERS))
    stubs = "\n".join(map(print_stub, declarations.functions))
    names = "\n".join(f"#define {one.name} forward_{one.name}" for one in declarations.functions)
    ffi.set_source(MODULE, f"{includes}\n{stubs}\n{names}\n", py_limited_api=True)
    ffi.emit_c_code(str(path))


def versioned(build: int, lines: list[str]) -> list[str]:
    """Guard assertions about something newer than the oldest headers we compare with."""
    return [f"#if HCSFFI_HEADERS_BUILD >= {build}", *lines, "#endif"] if build > OLDEST_HEADERS else lines


OLDEST_HEADERS = 19041


def first_builds(declarations: Declarations) -> dict[str, int]:
    """The first build of each type: that of its oldest enumerator, or of the oldest function that takes it; 0 where nothing says so."""
    since = {}
    for kind in declarations.types:
        body = re.search(rf"typedef enum {kind} \{{(.*?)\}}", declarations.text, re.DOTALL)
        values = re.findall(r"^\s*(\w+) = ", body[1], re.MULTILINE) if body else []
        builds = [one.build for one in declarations.enumerators if one.name in values]
        if not body:
            builds = [one.build for one in declarations.functions if re.search(rf"\b{kind}\b", one.types)]
        since[kind] = min(builds, default=0)
    return since


def print_header_comparison(declarations: Declarations) -> str:
    """Print assertions that compare every prototype, structure and enumeration value with the real headers.

    Our declarations come in under names of their own (each name is a macro while ``hcs_cdef.h`` is read), so both can be seen side by side.
    Prototypes are compared in the real headers' own types; that these mean what ours mean is compared by size and sign.
    """
    structures = {name: members for name, members in declarations.structures.items() if name != "GUID"}
    names = [*declarations.types, "_GUID", "_SECURITY_DESCRIPTOR", *(one.name for one in declarations.enumerators)]
    names += [one.name for one in declarations.functions]
    names += re.findall(r"^typedef (?:enum|struct) (\w+) \{", declarations.text, re.MULTILINE)
    names += re.findall(r"^typedef struct (\w+__) ", declarations.text, re.MULTILINE)
    names = list(dict.fromkeys(names))
    lines = [HEADERS_PREAMBLE]
    for name in names:
        lines += [f'#pragma push_macro("{name}")', f"#undef {name}", f"#define {name} ours_{name}"]
    lines += ['#include "hcs_cdef.h"', *(f'#pragma pop_macro("{name}")' for name in names)]
    lines += ["#define SAME(what) _Static_assert(what, #what)"]
    since = first_builds(declarations)
    for kind in declarations.types:
        if kind != "SECURITY_DESCRIPTOR":  # opaque on our side
            lines += versioned(since[kind], [f"SAME(sizeof({kind}) == sizeof(ours_{kind}));"])
    for kind in ("HRESULT", "DWORD", "ULONG", "USHORT", "UINT16", "UINT32", "UINT64", "BOOL", "BOOLEAN", "WCHAR"):
        lines.append(f"SAME((({kind})-1 < 0) == ((ours_{kind})-1 < 0));")
    for structure, members in structures.items():
        lines += versioned(
            since[structure], [f"SAME(offsetof({structure}, {one}) == offsetof(ours_{structure}, {one}));" for one in members]
        )
    for name, listed in re.findall(r"^typedef void \(\*(\w+)\)\((.*)\);", declarations.text, re.MULTILINE):
        types = ", ".join(parse_parameter(one).type for one in listed.split(","))
        lines.append(f"SAME(_Generic(({name})0, void (CALLBACK *)({types}): 1, default: 0));")
    for value in declarations.enumerators:
        lines += versioned(value.build, [f"SAME((unsigned){value.name} == (unsigned)ours_{value.name});"])
    for one in declarations.functions:
        if one.build not in {0, UNLISTED}:
            pointer = f"{one.returns} (WINAPI *)({one.types})"
            lines += versioned(one.build, [f"SAME(_Generic(&{one.name}, {pointer}: 1, default: 0));"])
    return "\n".join(lines) + "\n"


HEADERS_PREAMBLE = """/* The declarations of hcs_cdef.h against the real Windows headers: compiled, never run. */
#include <stddef.h>
#include <stdint.h>
#include <windows.h>
#include <computecore.h>
#include <computestorage.h>
#include <computenetwork.h>

/* Which public declarations are at hand. mingw-w64 carries those of 22000 whatever its sdkddkver.h counts up to. */
#if defined(__MINGW64_VERSION_MAJOR)
#define HCSFFI_HEADERS_BUILD 22000
#elif defined(NTDDI_WIN11_GE)
#define HCSFFI_HEADERS_BUILD 26100
#elif defined(NTDDI_WIN10_NI)
#define HCSFFI_HEADERS_BUILD 22621
#elif defined(NTDDI_WIN10_CO)
#define HCSFFI_HEADERS_BUILD 22000
#else
#define HCSFFI_HEADERS_BUILD 19041
#endif
"""


FORWARD = """/* The only code of a forwarding DLL. Its import of the host makes the loader bring the host from the DLL's own folder, before
any forwarded name is
 * followed: following a name alone would look for the host where the program lives. */
#include <windows.h>

__declspec(dllimport) int hcsffi_shutdown(void);

int (*hcsffi_forward_to_host(void))(void);
int (*hcsffi_forward_to_host(void))(void) { return hcsffi_shutdown; }

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, void *reserved) {
    (void)instance;
    (void)reason;
    (void)reserved;
    return hcsffi_forward_to_host() != 0;
}
"""


def print_exports(declarations: Declarations, library: str) -> str:
    """Print a Windows definition file: every function for the host, its own and the control functions for a forwarding DLL."""
    if library == "hcsffi_host":
        return "EXPORTS\n" + "".join(f"    {one.name}\n" for one in declarations.functions)
    numbers = {LIBRARIES.index(f"{library}.dll"), LIBRARIES.index("embedded host")}
    names = [one.name for one in declarations.functions if one.library in numbers]
    return f"LIBRARY {library}.dll\nEXPORTS\n" + "".join(f"    {one} = hcsffi_host.{one}\n" for one in names)


def print_declared_functions(declarations: Declarations) -> str:
    """Print the list by which the embedded host names functions in its configuration, its faults and its simulated builds."""
    listed = [one for one in declarations.functions if one.library != LIBRARIES.index("embedded host")]
    names = "\n".join(f"    {one.name}," for one in listed)
    rows = "\n".join(
        f'    {{"{one.name}", {0 if one.build == UNLISTED else one.build}, {str(one.starts_operation).lower()}}},' for one in listed
    )
    return f"""#pragma once

#include <cstdint>

namespace hcsffi {{

// `since` is the first Windows build whose public headers declare it, 0 where none does; `tracked` functions complete through an
// operation.
struct DeclaredFunction {{
    const char* name;
    uint32_t since;
    bool tracked;
}};

enum class Function : uint8_t {{
{names}
}};

constexpr uint32_t kFunctionCount = {len(listed)};

constexpr DeclaredFunction kDeclaredFunctions[kFunctionCount] = {{
{rows}
}};

}}  // namespace hcsffi
"""


def write_changed(path: Path, text: str) -> None:
    """Leave an unchanged file alone, so that nothing is compiled again for it."""
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


def print_header() -> str:
    """The header for programs in C and C++: the declarations as they stand, and on Windows the control functions alone."""
    declared = DECLARATIONS.read_text(encoding="utf-8")
    head, _, control = declared.partition("/* library: embedded host */")
    opening = '#ifdef __cplusplus\nextern "C" {\n#endif\n'
    return f"""/* The native functions that hcsffi binds, for C and C++: see docs/embedding.md of hcsffi. Printed from hcs_cdef.h.
 *
 * Off Windows the embedded host has them all. On Windows computecore.h, computestorage.h and computenetwork.h of the Windows SDK declare
 * the service's, and this header adds what controls the embedded host.
 */
#ifndef HCSFFI_H
#define HCSFFI_H

#ifdef __GNUC__
#pragma GCC system_header /* some published enumerators do not fit an int, which a pedantic compiler minds */
#endif
#ifdef _WIN32
#include <windows.h>
#include <computecore.h>
#include <computestorage.h>
#include <computenetwork.h>
{opening}#else
#include <stdint.h>
{opening}{head.replace("#pragma once", "").strip()}
#endif

/* What controls the embedded host; docs/embedding.md says what each does. */
{control.strip()}
#ifdef __cplusplus
}}
#endif
#endif
"""


def print_pkg_config(version: str) -> str:
    """The file by which pkg-config tells how to compile with the header and to link with the host, wherever the package lies."""
    return f"""prefix=${{pcfiledir}}

Name: hcsffi
Description: The embedded host of hcsffi: the Host Compute Service's C ABI off Windows
Version: {version}
Cflags: -I${{prefix}}/include
Libs: -L${{prefix}} -lhcsffi.host -Wl,-rpath,${{prefix}}
"""


def write_sources(folder: Path) -> None:
    """Print every generated file into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    declarations = parse(DECLARATIONS.read_text(encoding="utf-8"))
    write_changed(folder / "functions.h", print_function_header(declarations))
    write_changed(folder / "functions.c", print_function_source(declarations))
    write_changed(folder / "declared_functions.h", print_declared_functions(declarations))
    write_changed(folder / "shape_table.h", print_shapes())
    write_changed(folder / "headers.c", print_header_comparison(declarations))
    write_changed(folder / "forward.c", FORWARD)
    for library in ("hcsffi_host", *(one.removesuffix(".dll") for one in LIBRARIES[:3])):
        write_changed(folder / f"{library}.def", print_exports(declarations, library))
    write_binding(declarations, folder / "binding.c")


if __name__ == "__main__":
    write_sources(Path(sys.argv[1]))
