"""Every regular expression of the code, with how it is used."""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flashgen.language.late_patterns import LatePattern, late_pattern
from tests.support.regex_steps import Mode

ROOT = Path(__file__).parent.parent.parent
_MATCHING: Mapping[str, Mode] = {"match": "match", "fullmatch": "fullmatch"}
_SEARCHING = ("search", "findall", "finditer", "split", "sub", "subn")


@dataclass(frozen=True, slots=True)
class Expression:
    """A pattern of a module; `mode` is the most expensive way in which it is used."""

    where: str
    """`module:name`, or `module:line` where it has no name."""
    pattern: re.Pattern[Any]
    mode: Mode


def modules() -> Iterator[tuple[str, ast.Module]]:
    """The modules of the program, as syntax trees."""
    for path in sorted((ROOT / "flashgen").rglob("*.py")):
        if path.name != "__main__.py":
            parts = path.relative_to(ROOT).with_suffix("").parts
            yield ".".join(part for part in parts if part != "__init__"), ast.parse(path.read_text(encoding="utf-8"))


def named_expressions() -> Iterator[Expression]:
    """The patterns that modules hold, by themselves or in tables."""
    trees = dict(modules())
    uses = [use for tree in trees.values() for use in _uses(tree)]
    for name, tree in trees.items():
        module = importlib.import_module(name)
        for variable in dict.fromkeys(_assigned(tree)):
            held = list(_patterns(getattr(module, variable)))
            # a private name of another module is another pattern
            near = _uses(tree) if variable.startswith("_") else uses
            for index, pattern in enumerate(held):
                for mode in sorted(_modes([way for used, way in near if used == variable], is_alone=len(held) == 1)):
                    yield Expression(f"{name}:{variable}{f'[{index}]' * (len(held) > 1)}", pattern, mode)


def _assigned(tree: ast.Module) -> Iterator[str]:
    for node in tree.body:
        targets = (
            node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        )
        yield from (target.id for target in targets if isinstance(target, ast.Name))


def _patterns(value: object) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, LatePattern):
        yield value.compiled()
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _patterns(one)
    elif isinstance(value, tuple | list | set | frozenset):
        for one in value:
            yield from _patterns(one)


def _uses(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """(name, method) of each use of a name; where it is handed on whole, the method is empty."""
    methods = {}
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
        ):
            # a match that is tried from place to place is a search
            goes_on = len(node.args) > 1 and node.func.attr in _MATCHING
            methods[id(node.func.value)] = "search" if goes_on else node.func.attr
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            methods.setdefault(id(node.value), node.attr)
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            yield node.id, methods.get(id(node), "")


def _modes(methods: list[str], *, is_alone: bool) -> set[Mode]:
    """In which ways a pattern with these uses is to be tried: in the most expensive where that is not plain."""
    methods = [method for method in methods if method not in ("pattern", "flags")]
    if is_alone and methods and all(method in _MATCHING for method in methods):
        return {_MATCHING[method] for method in methods}
    return {"search"} if methods else set()


def expressions_in_place() -> Iterator[Expression]:
    """The patterns that are written where they are used, as far as they stand there whole."""
    for name, tree in modules():
        for call in _calls(tree):
            written = call.args[0]
            if isinstance(written, ast.Constant):
                method = call.func.attr if isinstance(call.func, ast.Attribute) else ""
                flags = re.DOTALL if "DOTALL" in ast.unparse(call) else 0
                yield Expression(
                    f"{name}:{call.lineno}", re.compile(written.value, flags), _MATCHING.get(method, "search")
                )


def expressions_put_together() -> Iterator[str]:
    """Where patterns are put together while the program runs: `module: what is written there`."""
    for name, tree in modules():
        top = {
            id(node)
            for statement in tree.body
            if isinstance(statement, ast.Assign | ast.AnnAssign)
            for node in ast.walk(statement)
        }
        for call in _calls(tree, "compile"):
            if not isinstance(call.args[0], ast.Constant) and id(call) not in top:
                yield f"{name}: {ast.unparse(call.args[0])}"


def _calls(tree: ast.Module, *more: str) -> Iterator[ast.Call]:
    wanted = (*_MATCHING, *_SEARCHING, *more)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and (
            _is_of_re(node.func, wanted) or ("compile" in wanted and _is_late(node.func))
        ):
            yield node


def _is_of_re(function: ast.expr, wanted: tuple[str, ...]) -> bool:
    return (
        isinstance(function, ast.Attribute)
        and isinstance(function.value, ast.Name)
        and function.value.id == "re"
        and function.attr in wanted
    )


def _is_late(function: ast.expr) -> bool:
    return isinstance(function, ast.Name) and function.id == late_pattern.__name__
