"""``hcsffi completion``: what makes a shell complete the words of this command.

Each shell gets a short script that hands the words typed so far to ``hcsffi completion words``; what may come next is found here, in the
parser itself, so there is nothing to keep in step with it. Systems are asked of the service that runs; none is started for it.
"""

from __future__ import annotations

import argparse
from importlib import import_module
from typing import TYPE_CHECKING, Final, NamedTuple

from hcsffi.cli import parser_for
from hcsffi.cli.exit_code import FINE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hcsffi.documents import Properties

FILES: Final = ":files"
"""Printed alone: here the shell completes names of files, as it does by itself."""
_WORDS: Final = "words"
_OF_FILES: Final = frozenset({"FILE", "DIR", "DIRECTORY", "PATH", "HOST:GUEST[:ro]", "unix:PATH"})
_OF_SYSTEMS: Final = "SYSTEM"

_BASH: Final = r"""# hcsffi's completion for bash: eval "$(hcsffi completion bash)"
_hcsffi() {
    local line
    COMPREPLY=()
    while IFS= read -r line; do
        if [[ $line == :files ]]; then
            compopt -o default
        else
            COMPREPLY+=("${line%%$'\t'*}")
        fi
    done < <("${COMP_WORDS[0]}" completion words -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -F _hcsffi hcsffi
"""
_ZSH: Final = r"""#compdef hcsffi
# hcsffi's completion for zsh: eval "$(hcsffi completion zsh)", after compinit
_hcsffi() {
    local line
    local -a found
    while IFS= read -r line; do
        if [[ $line == :files ]]; then
            _files
        else
            found+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
        fi
    done < <("$words[1]" completion words -- "${(@)words[2,CURRENT]}" 2>/dev/null)
    _describe hcsffi found
}
compdef _hcsffi hcsffi
"""
_FISH: Final = r"""# hcsffi's completion for fish: hcsffi completion fish | source
function __hcsffi_words
    set -l typed (commandline -opc) (commandline -ct)
    set -l found ($typed[1] completion words -- $typed[2..-1] 2>/dev/null)
    if test "$found" = ":files"
        __fish_complete_path (commandline -ct)
    else
        printf '%s\n' $found
    end
end
complete -c hcsffi -f -a '(__hcsffi_words)'
"""
_POWERSHELL: Final = r"""# hcsffi's completion for PowerShell: hcsffi completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName hcsffi -ScriptBlock {
    param($word, $tree, $cursor)
    $typed = @($tree.CommandElements | Where-Object { $_.Extent.StartOffset -lt $cursor } | ForEach-Object { "$_" })
    if (-not $word) { $typed += '""' }
    $rest = @($typed | Select-Object -Skip 1)
    & $typed[0] completion words '--' @rest 2>$null | Where-Object { $_ -ne ':files' } | ForEach-Object {
        $text, $help = $_ -split "`t", 2
        [System.Management.Automation.CompletionResult]::new($text, $text, 'ParameterValue', $(if ($help) { $help } else { $text }))
    }
}
"""
SCRIPTS: Final = {"bash": _BASH, "zsh": _ZSH, "fish": _FISH, "powershell": _POWERSHELL}


class NextWord(NamedTuple):
    """What may come next.

    Args:
        text: the word.
        meaning: what it is, in a few words.
    """

    text: str
    meaning: str


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    parser.epilog = 'bash: eval "$(hcsffi completion bash)" in ~/.bashrc; the script of each shell says in its first line how it is used.'
    parser.add_argument("shell", choices=[*SCRIPTS, _WORDS], metavar="SHELL", help=f"{', '.join(SCRIPTS)}")


def main(options: argparse.Namespace) -> int:
    """Print the script of a shell, or what may come after the words behind ``--``."""
    if options.shell != _WORDS:
        print(SCRIPTS[options.shell], end="")
        return FINE
    typed = list(options.rest or [""])
    for one in following(typed[:-1], typed[-1].removeprefix('""')):
        print("\t".join(filter(None, one)))
    return FINE


def following(before: Sequence[str], begun: str) -> list[NextWord]:
    """What may come next.

    Args:
        before: the words before it, without the program's name.
        begun: the beginning of it that was typed.
    """
    if "--" in before:
        return [NextWord(FILES, "")]  # words of the command that is to be run
    before, begun = _rejoined(list(before), begun)
    verb = next((one for one in before if not one.startswith("-")), None)
    parser = parser_for(verb)
    if verb is None:
        return _fitting(begun, [*_subverbs(parser), *_options(parser, begun)])
    place = _Place(parser)
    for one in before:
        place.take(one)
    return _fitting(begun, place.words(begun))


def _rejoined(before: list[str], begun: str) -> tuple[list[str], str]:
    """Bash takes ``--format=json`` apart at the sign."""
    if begun == "=" and before:
        return before, ""
    if before and before[-1] == "=":
        return before[:-1], begun
    return before, begun


def _fitting(begun: str, words: Iterable[NextWord]) -> list[NextWord]:
    return [one for one in words if one.text.startswith(begun) or one.text == FILES]


class _Place:
    """Where in the command the words typed so far have led."""

    def __init__(self, parser: argparse.ArgumentParser) -> None:
        self._parser = parser
        self._positions = 0
        self._wanting: argparse.Action | None = None
        self._is_rest = False

    def take(self, word: str) -> None:
        """Go on by a word."""
        if self._is_rest:
            return
        if self._wanting is not None:
            self._wanting = None
        elif word.startswith("-") and len(word) > 1:
            found = _option(self._parser, word)
            if found is not None and found.nargs != 0 and "=" not in word:
                self._wanting = found
        else:
            self._take_position(word)

    def _take_position(self, word: str) -> None:
        action = self._position()
        if action is None:
            return
        chosen = action.choices.get(word) if isinstance(action.choices, dict) else None
        if chosen is not None:
            self._parser, self._positions = chosen, 0
        elif action.nargs == argparse.REMAINDER:
            self._is_rest = True
        elif action.nargs not in {"+", "*"}:
            self._positions += 1

    def _position(self) -> argparse.Action | None:
        """What stands at the next place."""
        positions = [one for one in _actions(self._parser) if not one.option_strings]
        return positions[self._positions] if self._positions < len(positions) else None

    def words(self, begun: str) -> list[NextWord]:
        """What may come here."""
        name, sign, _ = begun.partition("=")
        if self._is_rest:
            return [NextWord(FILES, "")]
        if self._wanting is not None:
            return list(_values(self._wanting))
        if name.startswith("--") and sign:
            found = _option(self._parser, name)
            values = [] if found is None else _values(found)
            return [NextWord(f"{name}={one.text}", one.meaning) for one in values if one.text != FILES]
        if begun.startswith("-"):
            return list(_options(self._parser, begun))
        position = self._position()
        return [] if position is None else list(_values(position))


def _actions(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    return parser._actions  # noqa: SLF001 - the only way to ask a parser what it understands; every completer takes it


def _option(parser: argparse.ArgumentParser, word: str) -> argparse.Action | None:
    """The option a word names; of letters that stand together, as in ``-it``, the last."""
    name = word.partition("=")[0]
    for one in (name, f"-{name[-1]}" if not name.startswith("--") else name):
        found = next((action for action in _actions(parser) if one in action.option_strings), None)
        if found is not None:
            return found
    return None


def _options(parser: argparse.ArgumentParser, begun: str) -> Iterator[NextWord]:
    """The options; the long name of each, where a short one was not begun."""
    if begun.startswith("-"):
        for action in _actions(parser):
            for name in action.option_strings:
                if name.startswith("--") or begun == "-":
                    yield NextWord(name, _meaning(action))


def _subverbs(parser: argparse.ArgumentParser) -> Iterator[NextWord]:
    for action in _actions(parser):
        if isinstance(action.choices, dict):
            yield from _values(action)


def _meaning(action: argparse.Action) -> str:
    return (action.help or "").partition(";")[0].partition(" (")[0] if action.help != argparse.SUPPRESS else ""


def _values(action: argparse.Action) -> Iterator[NextWord]:
    """What an option or a position takes."""
    metavar = action.metavar if isinstance(action.metavar, str) else ""
    if isinstance(action.choices, dict):
        meanings = {one.dest: one.help or "" for one in action._get_subactions()}  # type: ignore[attr-defined]  # noqa: SLF001 - as above
        yield from (NextWord(one, meanings.get(one, "")) for one in action.choices)
    elif action.choices is not None:
        yield from (NextWord(str(one), "") for one in action.choices if one != _WORDS)
    elif metavar == _OF_SYSTEMS:
        yield from _systems()
    elif metavar in _OF_FILES or action.nargs == argparse.REMAINDER:
        yield NextWord(FILES, "")


def _systems() -> Iterator[NextWord]:
    """The ids and names of the systems of the service that runs."""
    found: list[Properties] = import_module("hcsffi.cli.listed").present_systems()  # words that are no systems come without it
    for one in found:
        state = "" if one.state is None else one.state.value
        yield NextWord(one.id or "", f"{state}, of {one.owner}" if one.owner else state)
        if one.name and one.name != one.id:
            yield NextWord(one.name, f"{state}, {one.id}")
