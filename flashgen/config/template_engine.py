"""Jinja with bounds: templates are passed on, so that none may read other files, work or grow without end.

Work is counted, not timed: the same template fails, or not, on every machine.
"""

from __future__ import annotations

import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

LARGEST_FILE = 200_000
"""Bytes of a template file."""
_LONGEST = 500_000
"""Characters of any text that a template puts together, and items of any list."""
_MOST_STEPS = 100_000
"""Lines of templates that are run for one card; ours take some hundreds."""
_WIDEST_INTEGER = 64
"""Bits."""
_FILTERS = (
    "abs", "capitalize", "count", "d", "default", "e", "escape", "first", "int", "last", "length", "list", "lower",
    "map", "max", "min", "reject", "rejectattr", "reverse", "select", "selectattr", "sort", "string", "title", "trim",
    "unique", "upper",
)  # fmt: skip
"""Those that give no more than they get."""
_METHODS = frozenset((
    "capitalize", "count", "endswith", "find", "get", "index", "items", "keys", "lower", "lstrip", "removeprefix",
    "removesuffix", "rstrip", "split", "startswith", "strip", "title", "upper", "values",
))  # fmt: skip


class TooMuch(Exception):
    """A template would work or grow without end; the message says how."""


def make_environment(folders: Iterable[Path]) -> jinja2.Environment:
    """Jinja for the templates in some folders; a file in an earlier one takes the place of one in a later."""
    loader = jinja2.ChoiceLoader([_FolderLoader(folder, encoding="utf-8-sig") for folder in folders])
    # other delimiters than Jinja's own, so that Anki's {{...}} pass through untouched
    environment = _BoundedEnvironment(
        loader=loader, trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined,
        block_start_string="<%", block_end_string="%>", variable_start_string="<<", variable_end_string=">>",
        comment_start_string="<#", comment_end_string="#>",
    )  # fmt: skip
    known = environment.filters
    environment.filters = {name: known[name] for name in _FILTERS} | {"join": _join}
    environment.globals = {"range": environment.globals["range"]}
    return environment


@contextmanager
def counted_steps() -> Iterator[None]:
    """Raise TooMuch from inside a template when more lines of templates are run than a card can need."""
    left = _MOST_STEPS
    before = sys.gettrace()

    def count(frame: FrameType, event: str, _: Any) -> Callable[..., Any] | None:
        nonlocal left
        if "__jinja_template__" not in frame.f_globals and not _takes_environment(frame.f_code):
            return None
        if event == "line":
            left -= 1
            if left < 0:
                raise TooMuch(f"it takes more than {_MOST_STEPS:,} steps; does a loop stand in loops?")
        return count

    sys.settrace(count)
    try:
        yield
    finally:
        sys.settrace(before)


@cache
def _takes_environment(code: CodeType) -> bool:
    """Whether a function is one of Jinja's that work for a template: it is handed the environment."""
    return "environment" in code.co_varnames or "environment" in code.co_freevars


class _FolderLoader(jinja2.FileSystemLoader):
    """Regular files inside the folder: no link leads out of it, and no pipe is waited for."""

    def load(self, environment: jinja2.Environment, name: str, globals: Any = None) -> jinja2.Template:
        """Read and compile a template, of which no step counts: what counts steps would take as long as compiling."""
        before = sys.gettrace()
        sys.settrace(None)
        try:
            return super().load(environment, name, globals)
        finally:
            sys.settrace(before)

    def get_source(self, environment: jinja2.Environment, template: str) -> Any:
        for folder in self.searchpath:
            path = Path(folder, *jinja2.loaders.split_template_path(template))
            if path.exists():
                _check_file(path, Path(folder))
        return super().get_source(environment, template)


def _check_file(path: Path, folder: Path) -> None:
    if not path.resolve().is_relative_to(folder.resolve()):
        raise TooMuch(f"{path} is a link that leads out of {folder}; put the file itself there")
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise TooMuch(f"{path} is no regular file")
    if status.st_size > LARGEST_FILE:
        raise TooMuch(f"{path} is larger than {LARGEST_FILE:,} bytes")


class _BoundedEnvironment(ImmutableSandboxedEnvironment):
    """Whatever puts texts together passes through `_bounded` here."""

    intercepted_binops = frozenset(("+", "*", "%", "**"))

    @staticmethod
    def concat(parts: Iterable[str]) -> str:
        """Join what a template, a macro or a block has put out."""
        return _bounded(parts)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Compute what could give far more than it gets."""
        if operator == "*":
            size = max(_size(left) * _number(right), _size(right) * _number(left))
            if size > _LONGEST or _bits(left) + _bits(right) > _WIDEST_INTEGER:
                raise TooMuch(f"a product would be longer than {_LONGEST:,}")
        elif operator == "%" and isinstance(left, str):
            raise TooMuch("texts are not formatted with %; write << value >>")
        elif operator == "**" and _bits(left) * max(1, _number(right)) > _WIDEST_INTEGER:
            raise TooMuch("a power is too large")
        elif operator == "+" and _size(left) + _size(right) > _LONGEST:
            raise TooMuch(f"a sum would be longer than {_LONGEST:,}")
        return super().call_binop(context, operator, left, right)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Of texts, lists and mappings, the methods that give no more than they get."""
        if isinstance(obj, str | bytes | list | tuple | dict | int | float):
            return attr in _METHODS
        return super().is_safe_attribute(obj, attr, value)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """`a ~ b` becomes `a + b` of texts, since only operators can be bounded."""
        tree = super()._parse(source, name, filename)
        _rewrite(tree)
        return tree


def _rewrite(node: nodes.Node) -> None:
    for field, value in node.iter_fields():
        if isinstance(value, nodes.Node):
            _rewrite(value)
            if isinstance(value, nodes.Concat):
                setattr(node, field, _as_sum(value))
        elif isinstance(value, list):
            for index, item in enumerate(value):
                if isinstance(item, nodes.Node):
                    _rewrite(item)
                    if isinstance(item, nodes.Concat):
                        value[index] = _as_sum(item)


def _as_sum(concat: nodes.Concat) -> nodes.Expr:
    texts = [nodes.Filter(one, "string", [], [], None, None, lineno=concat.lineno) for one in concat.nodes]
    total: nodes.Expr = texts[0]
    for text in texts[1:]:
        total = nodes.Add(total, text, lineno=concat.lineno)
    if concat.environment:
        total.set_environment(concat.environment)
    return total


def _bounded(parts: Iterable[str]) -> str:
    found = []
    length = 0
    for part in parts:
        length += len(part)
        if length > _LONGEST:
            raise TooMuch(f"it would be longer than {_LONGEST:,} characters")
        found.append(part)
    return "".join(found)


def _join(items: Iterable[Any], between: str = "") -> str:
    return _bounded(part for index, item in enumerate(items) for part in (between if index else "", str(item)))


def _size(value: Any) -> int:
    return len(value) if isinstance(value, str | bytes | list | tuple) else 0


def _number(value: Any) -> int:
    return abs(value) if isinstance(value, int) else 0


def _bits(value: Any) -> int:
    return value.bit_length() if isinstance(value, int) else 0
