"""Where functions begin and end in Python, C and C++, and which lines are too long: what the house's two limits are measured with.

A function counts as it is written, from its first decorator, or the first word of its header, to its last line: docstring, comments and
empty lines included, and functions inside it as well. A macro of several lines counts as a function, and so does a lambda.

Python is read by its own parser. For C and C++ a scanner of a hundred lines does: it knows comments, texts, raw texts and directives, and
tells what an opening brace opens by the words before it. A table is no function; a scope (namespace, class, `extern "C"`) is searched for
functions. Of `#if ... #else ... #endif` each half is read as the one that follows what stands before it.
"""

from __future__ import annotations

import ast
import re
from copy import deepcopy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_FUNCTION = 60
LONGEST_LINE = 140


class Span(NamedTuple):
    """One function: its name and its first and last line."""

    name: str
    first: int
    last: int

    @property
    def lines(self) -> int:
        """How long it is."""
        return self.last - self.first + 1


def long_lines(text: str) -> list[int]:
    """The numbers of the lines with more characters than are allowed, the end of the line not counted."""
    return [number for number, line in enumerate(text.split("\n"), 1) if len(line.removesuffix("\r")) > LONGEST_LINE]


def python_spans(text: str) -> Iterator[Span]:
    """Every function, method and lambda of a module."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            first = min([node.lineno, *(mark.lineno for mark in node.decorator_list)])
            yield Span(node.name, first, node.end_lineno or first)
        elif isinstance(node, ast.Lambda):
            yield Span("lambda", node.lineno, node.end_lineno or node.lineno)


TOKEN = re.compile(
    r"""(?P<comment>//(?:\\\r?\n|[^\n])*|/\*.*?\*/)
    |(?P<directive>(?:(?<=\n)|\A)[ \t]*\#(?:\\\r?\n|/\*.*?\*/|[^\n])*)
    |(?P<text>(?:u8|[uUL])?(?:R"(?P<mark>[^()\\\s]{0,16})\(.*?\)(?P=mark)"|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'))
    |(?P<number>\.?\d(?:'?[\w.]|(?<=[eEpP])[+-])*)
    |(?P<word>\w+)
    |(?P<sign>::|->|[^\s\w])""",
    re.DOTALL | re.VERBOSE,
)
CLASS_WORDS = {"struct", "class", "union", "enum"}
BETWEEN = {"mutable", "noexcept", "constexpr"}
"""What may stand between a lambda's parameters and its body, beside the type it returns."""
AFTER_PARAMETERS = {")", "}", "&", "const", "volatile", "noexcept", "override", "final", "try"}
"""What a function's header may end with, beside the type it returns and a macro's name."""


class Token(NamedTuple):
    """A word or a sign, and its line."""

    text: str
    line: int


@dataclass
class Block:
    """What an opening brace, bracket or parenthesis opened, and the words read in it since the last statement ended."""

    kind: str  # scope, function, body (inside a function), value (a table, an initialiser) or nested (parentheses and brackets)
    first: int = 0
    name: str = ""
    words: list[Token] = field(default_factory=list)


def without_preface(words: list[str]) -> list[str]:
    """The words of a header from its type on: no template parameters, attributes or alignments."""
    kept = []
    depth = 0
    for at, word in enumerate(words):
        if (word == "<" and words[at - 1] == "template") or depth:
            depth += (word == "<") - (word == ">")
        elif word not in {"template", "alignas", "__attribute__", "__declspec", "[", "]"} and not (
            word in {"(", ")"} and {"alignas", "__attribute__", "__declspec"} & set(words[max(0, at - 2) : at])
        ):
            kept.append(word)
    return kept


def ends_as_lambda(words: list[str]) -> bool:
    """Whether the words end with a lambda's head: `[...]`, then parameters and the like; an array's index follows a name."""
    at = len(words)
    for back in range(len(words) - 1, -1, -1):
        if words[back] == "]":
            at = back
            break
    else:
        return False
    if at > 1 and re.fullmatch(r"[\w)\]]+", words[at - 2]) and words[at - 2] != "return":
        return False
    tail = words[at + 1 :]
    if tail[:2] == ["(", ")"]:
        tail = tail[2:]
    return not tail or tail[0] in {*BETWEEN, "->"}


def kind_of(words: list[str], outer: str) -> str:
    """What a brace opens, by the words before it and by what it lies in."""
    if outer in {"function", "body"}:
        return "body"
    if ends_as_lambda(words):
        return "function"
    if outer in {"nested", "value"}:
        return "value"
    words = without_preface(words)
    head = words[: words.index(":")] if ":" in words else words
    if not words or "namespace" in words or words == ["extern", '""']:
        return "scope"
    if CLASS_WORDS & set(head) and not {"(", "="} & set(head):
        return "value" if "enum" in head else "scope"
    if ")" not in words or ("=" in words and "operator" not in words):
        return "value"
    if words[-1] in AFTER_PARAMETERS or "->" in words or re.fullmatch(r"[A-Z_][A-Z0-9_]*", words[-1]):
        return "function"
    return "value"  # a member's own braces, also in a constructor's list: a_{0}


def name_of(words: list[str]) -> str:
    """The word before the first parameter list; a lambda has none."""
    if ends_as_lambda(words):
        return "lambda"
    words = without_preface(words)
    if "operator" in words:
        return "".join(words[words.index("operator") :]).partition("(")[0]
    return words[words.index("(") - 1]


def is_access(words: list[Token]) -> bool:
    """Whether a colon after these words opens a part of a class."""
    return len(words) == 1 and words[0].text in {"public", "private", "protected"}


class Scanner:
    """Reads one C or C++ text from its first token to its last."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.blocks = [Block("scope")]
        self.branches: list[list[Block]] = []
        self.found: list[Span] = []

    def directive(self, text: str, line: int) -> None:
        """Take each half of a condition from where the condition began; measure a macro."""
        word = re.sub(r"^\s*#\s*", "", text)
        if word.startswith("if"):
            self.branches.append(deepcopy(self.blocks))
        elif word.startswith("el") and self.branches:
            self.blocks = deepcopy(self.branches[-1])
        elif word.startswith("endif") and self.branches:
            self.branches.pop()
        elif (macro := re.match(r"define\s+(\w+)", word)) and "\n" in text:
            self.found.append(Span(macro[1], line, line + text.count("\n")))

    def opened(self, sign: str, line: int) -> None:
        """Begin a block; a brace that opens a function begins where its header does."""
        outer = self.blocks[-1]
        words = [word.text for word in outer.words]
        if sign != "{":
            outer.words.append(Token(sign, line))
            self.blocks.append(Block("body" if outer.kind in {"function", "body"} else "nested"))
            return
        kind = kind_of(words, outer.kind)
        first = outer.words[0].line if outer.words else line
        self.blocks.append(Block(kind, first, name_of(words) if kind == "function" else ""))

    def closed(self, sign: str, line: int) -> None:
        """End a block; what comes after a function of a scope, or after a scope, is a new statement."""
        if len(self.blocks) == 1:
            raise ValueError(f"line {line}: {sign} closes nothing")
        block = self.blocks.pop()
        outer = self.blocks[-1]
        if block.kind == "function":
            self.found.append(Span(block.name, block.first, line))
        if sign == "}" and outer.kind == "scope" and block.name != "lambda" and block.kind in {"function", "scope"}:
            outer.words.clear()
        else:
            outer.words.append(Token(sign, line))

    def read(self) -> list[Span]:
        """Every function of the text, in the order in which they end."""
        line, seen = 1, 0
        for token in TOKEN.finditer(self.text):
            line += self.text.count("\n", seen, token.start())
            seen = token.start()
            if token["directive"]:
                self.directive(token[0], line)
            elif not token["comment"]:
                self.word('""' if token["text"] else token[0], line)
        if len(self.blocks) > 1:
            raise ValueError(f"line {self.blocks[-1].first}: what is opened is never closed")
        return self.found

    def word(self, text: str, line: int) -> None:
        """Add a word to its statement, or begin or end what it begins or ends."""
        words = self.blocks[-1].words
        if text in {"{", "(", "["}:
            self.opened(text, line)
        elif text in {"}", ")", "]"}:
            self.closed(text, line)
        elif text == ";" or (text == "," and self.blocks[-1].kind in {"nested", "value"}) or (text == ":" and is_access(words)):
            words.clear()
        else:
            words.append(Token(text, line))


def native_spans(text: str) -> list[Span]:
    """Every function, lambda outside functions and macro of several lines in a C or C++ text."""
    return Scanner(text).read()
