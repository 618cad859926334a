"""``hcsffi layer``: layers in and out of folders and archives, what they change, scratches over them, and their removal."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Final

import anyio

from hcsffi import storage
from hcsffi.cli.exit_code import FOUND_PROBLEM
from hcsffi.cli.failure import Refusal
from hcsffi.cli.interruption import run_interruptible
from hcsffi.cli.progress_line import ProgressLine
from hcsffi.delivery.finishing import to_its_end
from hcsffi.storage import oci
from hcsffi.storage.difference import exported

if TYPE_CHECKING:
    import argparse
    from collections.abc import Awaitable, Callable

_ARCHIVES: Final = {".tar": "", ".tar.gz": "gzip", ".tgz": "gzip", ".tar.zst": "zstd", ".tzst": "zstd"}
_LETTERS: Final = {storage.ChangeKind.ADDED: "A", storage.ChangeKind.CHANGED: "M", storage.ChangeKind.DELETED: "D"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    importing = _action(actions, "import", "make a layer of a folder in transport form or of an archive", "SOURCE", "LAYER")
    _add_parents(importing)
    _add_names(importing)
    exporting = _action(actions, "export", "write what a layer adds to its parents into a new folder or an archive", "LAYER", "TARGET")
    _add_parents(exporting)
    exporting.add_argument("--writable", action="store_true", help="the layer is a scratch, attached or not")
    add_compression(exporting)
    _action(actions, "ls", "list the layers and scratches of a folder", "ROOT")
    comparing = _action(actions, "diff", "list what a layer adds (A), changes (M) and deletes (D)", "LAYER")
    _add_parents(comparing)
    comparing.add_argument("--writable", action="store_true", help="the layer is a scratch, attached or not")
    _action(actions, "destroy", "remove a layer; it is there or gone, never there by half", "LAYER")
    scratch = _action(actions, "scratch", "make a scratch, run a command in it or wait, and remove it", "PATH")
    scratch.usage = "hcsffi layer scratch [OPTION...] PATH [-- COMMAND [ARG...]]"
    _add_parents(scratch)
    scratch.add_argument("--export", metavar="TARGET", help="write what was changed there into a new folder or archive before it goes")
    _action(actions, "gc", "remove what dead processes left in a folder", "ROOT")


def _action(actions: argparse._SubParsersAction[argparse.ArgumentParser], name: str, summary: str, *places: str) -> argparse.ArgumentParser:
    branch = actions.add_parser(name, help=summary, description=summary[0].upper() + summary[1:] + ".")
    for place in places:
        branch.add_argument(place.lower(), metavar=place, help=_PLACES[place])
    branch.add_argument("--format", choices=["text", "json"], default="text", help="how to print the result")
    return branch


_PLACES: Final = {
    "SOURCE": "a folder in transport form, an archive, or - for an archive on stdin",
    "LAYER": "the layer's folder",
    "TARGET": "a folder that is not there yet, an archive by its suffix (.tar, .tar.gz, .tar.zst), or - for an archive on stdout",
    "ROOT": "the folder that holds layers and scratches",
    "PATH": "the scratch's folder, which must not be there",
}


def add_compression(parser: argparse.ArgumentParser) -> None:
    """Declare how an archive is compressed."""
    parser.add_argument("--compression", choices=["none", "gzip", "zstd"], help="of the archive (default: by TARGET's name)")


def _add_parents(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--parent", "-p", action="append", default=[], metavar="DIR", help="a layer it stands on; repeat it, nearest first and base last"
    )
    parser.add_argument("--chain", metavar="FILE", help="a LayerData document instead of --parent")


def _add_names(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--names",
        choices=[one.value for one in oci.NameRules],
        default=oci.NameRules.WINDOWS.value,
        help="whose rules the names of an archive keep (default: windows)",
    )


def main(options: argparse.Namespace) -> int:
    """Run the action and return its exit code."""
    if options.rest is not None and options.action != "scratch":
        message = f"layer {options.action} runs no command: there is nothing to stand after --"
        raise Refusal(message)
    act: Callable[[argparse.Namespace], Awaitable[int | None]] = _ACTIONS[options.action]
    return run_interruptible(lambda: act(options))


def whole(path: str) -> str:
    """Return a path of the command line as the service takes it: absolute."""
    return os.path.abspath(path)  # noqa: PTH100 - Path.resolve would follow links, and a layer that is one has to be refused


def tell(options: argparse.Namespace, text: str, members: object) -> None:
    """Print a result in the form that was asked for, on stderr where stdout is the archive's."""
    stream = sys.stderr if "-" in {getattr(options, "target", None), getattr(options, "export", None)} else sys.stdout
    print(json.dumps(members, ensure_ascii=False) if options.format == "json" else text, file=stream)


def _chain(options: argparse.Namespace) -> storage.LayerChain:
    if options.chain is None:
        try:
            return storage.LayerChain.of(*map(whole, options.parent))
        except ValueError as error:
            message = f"--parent: {error}"
            raise Refusal(message) from error
    if options.parent:
        message = "--chain and --parent say the same thing: give one of them"
        raise Refusal(message)
    try:
        return storage.LayerChain.read(Path(options.chain).read_text(encoding="utf-8-sig"))
    except ValueError as error:
        message = f"{options.chain}: {error}"
        raise Refusal(message) from error


def _compression(target: str, asked: str | None) -> str | None:
    """How an archive is compressed; ``None`` for a folder."""
    found = "" if target == "-" else next((how for suffix, how in _ARCHIVES.items() if target.lower().endswith(suffix)), None)
    if asked is None:
        return found
    if found is None:
        message = f"--compression is for archives, and {target} is none by its name"
        raise Refusal(message)
    return "" if asked == "none" else asked


async def _import(options: argparse.Namespace) -> None:
    layer, chain = whole(options.layer), _chain(options)
    if options.source != "-" and await anyio.Path(options.source).is_dir():
        await storage.make_layer(layer, whole(options.source), chain)
        tell(options, layer, {"layer": layer, "id": storage.layer_id(Path(layer).name)})
        return
    shown = ProgressLine()
    source = sys.stdin.buffer if options.source == "-" else whole(options.source)
    try:
        made = await oci.import_tar(source, layer, parents=chain.paths, names=oci.NameRules(options.names), progress=shown.show)
    finally:
        shown.clear()
    told = {"digest": made.digest, "diff_id": made.diff_id, "size": made.size, "media_type": made.media_type, "entries": made.entries}
    tell(options, f"{layer}\ndiff-id {made.diff_id}", {"layer": layer, "id": storage.layer_id(Path(layer).name), **told})


async def _export(options: argparse.Namespace) -> None:
    await write_out(options, whole(options.layer), _chain(options), options.target, options.compression, is_writable=options.writable)


async def write_out(
    options: argparse.Namespace, layer: str, chain: storage.LayerChain, target: str, compression: str | None = None, *, is_writable: bool
) -> None:
    """Write what a layer adds to its parents into a new folder or an archive, and tell where it is.

    Raises:
        Refusal: the target is no archive, and a compression is asked for.
    """
    compression = _compression(target, compression)
    if compression is None:
        await _export_folder(layer, chain, whole(target), is_writable=is_writable)
        tell(options, whole(target), {"folder": whole(target)})
    else:
        await _export_archive(options, layer, chain, target, compression, is_writable=is_writable)


async def _export_folder(layer: str, chain: storage.LayerChain, target: str, *, is_writable: bool) -> None:
    await anyio.Path(target).mkdir()
    try:
        # The service does not interrupt an export, and writes there until its end.
        await to_its_end(lambda: storage.export_layer(layer, target, chain, {"IsWritableLayer": True} if is_writable else {}))
    except BaseException:
        await to_its_end(anyio.Path(target).rmdir)  # the service leaves an empty folder where an export fails
        raise


async def _export_archive(
    options: argparse.Namespace, layer: str, chain: storage.LayerChain, target: str, compression: str, *, is_writable: bool
) -> None:
    shown = ProgressLine()
    stream = sys.stdout.buffer if target == "-" else whole(target)
    try:
        async with exported(layer, chain, is_writable=is_writable) as folder:
            made = await oci.export_tar(folder, stream, parents=chain.paths, compression=compression, progress=shown.show)
    finally:
        shown.clear()
    told = {"digest": made.digest, "diff_id": made.diff_id, "size": made.size, "media_type": made.media_type, "entries": made.entries}
    tell(options, f"{target}\ndigest {made.digest}\ndiff-id {made.diff_id}", {"archive": target, **told})


async def _list(options: argparse.Namespace) -> None:
    found = await storage.list_layers(whole(options.root))
    if options.format == "json":
        print(json.dumps([asdict(one) for one in found], ensure_ascii=False))
        return
    for one in found:
        print(f"{one.kind:8} {one.state:7} {one.id} {one.path}")


async def _compare(options: argparse.Namespace) -> None:
    changes = await storage.list_changes(whole(options.layer), _chain(options), is_writable=options.writable)
    if options.format == "json":
        print(json.dumps([{"change": one.kind.value, "path": one.path} for one in changes]))
        return
    for one in changes:
        print(f"{_LETTERS[one.kind]} {_printable(one.path)}")


def _printable(path: str) -> str:
    """A path as one line that moves no cursor; what is no text stays recognisable."""
    return path if path.isprintable() else path.encode("unicode_escape", "surrogateescape").decode("ascii", "replace")


async def _destroy(options: argparse.Namespace) -> None:
    layer = whole(options.layer)
    await storage.remove_layer(layer)
    tell(options, f"removed {layer}", {"removed": [layer]})


async def _scratch(options: argparse.Namespace) -> int | None:
    chain = _chain(options)
    if not chain:
        message = "a scratch stands on at least one layer: --parent names it"
        raise Refusal(message)
    code: int | None = None
    async with storage.Scratch(chain, whole(options.path)) as scratch:
        if options.rest:
            code = await _run_in(scratch, options.rest)
        else:
            tell(options, scratch.mount_path, {"mount_path": scratch.mount_path})
            sys.stdout.flush()
            await anyio.sleep_forever()
        if options.export is not None:
            await write_out(options, scratch.path, chain, options.export, is_writable=True)
    return code


async def _run_in(scratch: storage.Scratch, command: list[str]) -> int:
    """Run a program of this system in the mounted tree; it is no container: it sees all that this program sees."""
    environment = {**os.environ, "HCSFFI_SCRATCH": scratch.mount_path}
    async with await anyio.open_process(command, stdin=None, stdout=None, stderr=None, cwd=scratch.mount_path, env=environment) as process:
        return await process.wait() & 0xFF


async def _sweep(options: argparse.Namespace) -> int | None:
    shown = ProgressLine()
    try:
        swept = await storage.gc(whole(options.root), progress=shown.show)
    finally:
        shown.clear()
    lines = [*(f"removed {path}" for path in swept.removed), *(f"kept {one.path}: {one.reason}" for one in swept.kept)]
    kept = [{"path": one.path, "reason": one.reason} for one in swept.kept]
    tell(options, "\n".join(lines) or "nothing to remove", {"removed": list(swept.removed), "kept": kept})
    return FOUND_PROBLEM if swept.kept else None


_ACTIONS: Final = {
    "import": _import,
    "export": _export,
    "ls": _list,
    "diff": _compare,
    "destroy": _destroy,
    "scratch": _scratch,
    "gc": _sweep,
}
