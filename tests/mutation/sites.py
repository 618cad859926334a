"""Where a source text can be made wrong, one small change at a time.

Python is read as a tree, so a change never falls into a docstring. C and C++ are read by their tokens, without comments, texts and
directives; a change that does not compile is no mutant and is left out by whoever runs it.
"""

from __future__ import annotations

import ast
import re
from typing import NamedTuple, cast

COMPARISONS = {
    "==": "!=",
    "!=": "==",
    "<": "<=",
    "<=": "<",
    ">": ">=",
    ">=": ">",
    "is": "is not",
    "is not": "is",
    "in": "not in",
    "not in": "in",
}
"""An operator and what is put in its place."""
TOKENS = {**COMPARISONS, "&&": "||", "||": "&&", "true": "false", "false": "true", "++": "--", "--": "++", "+": "-", "-": "+", "!": ""}
UNSEEN = re.compile(
    r"""//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|(?<![0-9A-F])'(?:\\.|[^'\\\n])*'|^[ \t]*\#(?:[^\n\\]|\\.|\\\n)*"""
    r"""|assert\([^\n]*""",
    re.DOTALL | re.MULTILINE,
)
"""What of a C text is no code that runs; an assertion is there to find mutants, not to be one."""
UNFELT = re.compile(
    r"""^[ ]*(?:alignas\(\w+\)[ ])?[a-z_][\w:]*[ ]\w+\[[\d']+\](?:[ ]=[ ]\{\})?;$"""
    r"""|\bstd::chrono::(?:milli)?seconds(?:[ ]\w+)?[({][\d']+|\bk\w*Ms[ ]=[ ][\d']+""",
    re.MULTILINE,
)
"""What nobody could notice: a place for bytes or descriptors that has room for one more; a second more before somebody who does not answer
is given up, since no test looks at the clock."""
C_SITE = re.compile(
    r"(?<= )(?:==|!=|<=|>=|<|>|&&|\|\||\+|-)(?= )|\b(?:true|false)\b|(?<![\w+])(?:\+\+|--)(?=\w)|(?<=[(\s])!(?=\w)"
    r"|(?:(?<=[ ({\[])-)?(?<![\w'])\d+\b(?![.\w])"
)
"""A number below zero is one with its sign, since any of them says the same where it stands for "none"; of digits in groups the first are
more, since one of a million makes no difference."""
STATEMENT = re.compile(r"^[ ]+(?:[a-z_]\w*(?:\.|->|::))*[a-z_]\w*\([^;{}\n]*\);$", re.MULTILINE)
"""A call on a line of its own, whose answer nobody takes."""


class Site(NamedTuple):
    """One change: `start` to `end` of the text become `new`."""

    start: int
    end: int
    new: str

    def of(self, text: str) -> str:
        """The text with the change."""
        return text[: self.start] + self.new + text[self.end :]

    def line(self, text: str) -> int:
        """The number of the line."""
        return text.count("\n", 0, self.start) + 1

    def lines(self, text: str) -> tuple[str, str]:
        """The line as it is, and as it would be; without what stands around it."""
        first = text.rfind("\n", 0, self.start) + 1
        last = text.find("\n", self.end)
        after = (text[first : self.start] + self.new + text[self.end : last]).strip()
        return text[first:last].strip(), after or "(nothing)"


def c_sites(text: str) -> list[Site]:
    """Every change of a C or C++ text."""
    seen = text
    for left_out in (UNSEEN, UNFELT):
        seen = left_out.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), seen)
    sites = []
    for found in C_SITE.finditer(seen):
        word = found.group()
        sites.append(Site(*found.span(), TOKENS[word] if word in TOKENS else str(int(word) + 1)))
    sites += [Site(found.start(), found.end(), "") for found in STATEMENT.finditer(seen)]
    return sites


class PythonSites(ast.NodeVisitor):
    """Collects the changes of a Python text."""

    def __init__(self, text: str) -> None:
        self.sites: list[Site] = []
        self._text = text
        self._lines = [0]
        for line in text.splitlines(keepends=True):
            self._lines.append(self._lines[-1] + len(line))

    def add(self, node: ast.expr | ast.stmt, new: str) -> None:
        """A node that becomes another text; columns are bytes, so a line with more than ASCII is left out."""
        first, last = node.lineno - 1, (node.end_lineno or node.lineno) - 1
        if not self._text[self._lines[first] : self._lines[last + 1]].isascii():
            return
        start = self._lines[first] + node.col_offset
        self.sites.append(Site(start, self._lines[last] + (node.end_col_offset or 0), new))

    def visit_Compare(self, node: ast.Compare) -> None:
        """An operator becomes its neighbour or its opposite."""
        gap = ast.get_source_segment(self._text, node) or ""
        left, right = (ast.get_source_segment(self._text, one) or "" for one in (node.left, node.comparators[0]))
        operator = gap[len(left) : gap.find(right, len(left))].strip()
        if len(node.ops) == 1 and operator in COMPARISONS:
            self.add(node, f"{left} {COMPARISONS[operator]} {right}")
        self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        """One side of an `and` or `or` alone decides."""
        for one in node.values:
            self.add(node, ast.get_source_segment(self._text, one) or "")
        self.generic_visit(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        """A `not` goes."""
        if isinstance(node.op, ast.Not):
            self.add(node, f"bool({ast.get_source_segment(self._text, node.operand)})")
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        """A number is one more, a truth its opposite."""
        if isinstance(node.value, bool):
            self.add(node, str(not node.value))
        elif isinstance(node.value, int):
            self.add(node, str(node.value + 1))

    def visit_Call(self, node: ast.Call) -> None:
        """Whether `zip` looks that its arguments have one length is an assertion, and as such no site."""
        if isinstance(node.func, ast.Name) and node.func.id == "zip":
            for one in node.args:
                self.visit(one)
        else:
            self.generic_visit(node)

    def visit_Expr(self, node: ast.Expr) -> None:
        """A call whose answer nobody takes does not happen."""
        if not isinstance(node.value, ast.Constant):
            self.add(node, "pass")
        self.generic_visit(node)

    def visit_Return(self, node: ast.Return) -> None:
        """An answer is None."""
        if node.value is not None and not (isinstance(node.value, ast.Constant) and node.value.value is None):
            self.add(node, "return None")
        self.generic_visit(node)

    def visit_If(self, node: ast.If) -> None:
        """A condition that only types are checked by never runs."""
        if not (isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"):
            self.generic_visit(node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        """What says only how a function may be called never runs."""
        if not any(isinstance(one, ast.Name) and one.id == "overload" for one in node.decorator_list):
            self.generic_visit(node)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> None:
        """As any other."""
        self.visit_FunctionDef(cast("ast.FunctionDef", node))

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        """An annotation does nothing; its value does."""
        if node.value is not None:
            self.visit(node.value)

    def visit_arg(self, node: ast.arg) -> None:
        """The annotation of a parameter does nothing either."""


def python_sites(text: str) -> list[Site]:
    """Every change of a Python text."""
    found = PythonSites(text)
    found.visit(ast.parse(text))
    return found.sites
