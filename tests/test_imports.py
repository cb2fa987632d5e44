"""The shape of the code: which module may know which, and how large one may be."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

import flashgen

PACKAGE = Path(flashgen.__file__).parent
FILES = {
    ".".join(("flashgen", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__"): path
    for path in sorted(PACKAGE.rglob("*.py"))
    if "bundled" not in path.relative_to(PACKAGE).parts[:-1]
}
LONGEST = 300


@cache
def tree(module: str) -> ast.Module:
    return ast.parse(FILES[module].read_text(encoding="utf-8"))


def imported_names(module: str) -> set[str]:
    """Every module that a module imports, also inside a function, by its full name."""
    found: set[str] = set()
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}:{node.lineno} imports relatively"
            source = node.module or ""
            inside = {f"{source}.{alias.name}" for alias in node.names} & FILES.keys()
            found.update(inside or {source})
    return found


def own_imports(module: str) -> set[str]:
    return {name for name in imported_names(module) if name.split(".")[0] == "flashgen"}


def importers(library: str) -> set[str]:
    return {module for module in FILES if library in {name.split(".")[0] for name in imported_names(module)}}


def test_records_import_no_other_module() -> None:
    assert own_imports("flashgen.records") == set()


def test_errors_import_only_records() -> None:
    assert own_imports("flashgen.errors") <= {"flashgen.records"}


def test_records_and_errors_use_only_the_standard_library() -> None:
    foreign = {"flashgen", "__future__", "collections", "dataclasses", "difflib", "pathlib", "typing", "enum"}
    for module in ("flashgen.records", "flashgen.errors"):
        assert {name.split(".")[0] for name in imported_names(module)} <= foreign


def test_no_two_modules_import_one_another() -> None:
    done: set[str] = set()

    def visit(module: str, above: tuple[str, ...]) -> None:
        assert module not in above, " -> ".join((*above, module))
        if module not in done:
            for name in own_imports(module) & FILES.keys():
                visit(name, (*above, module))
            done.add(module)

    for module in FILES:
        visit(module, ())


def test_only_the_start_file_imports_the_command_line() -> None:
    assert {module for module in FILES if "flashgen.cli" in own_imports(module)} == {"flashgen.__main__"}


def test_the_stages_do_not_know_the_pipeline() -> None:
    above = {"flashgen.cli", "flashgen.report", "flashgen.check", "flashgen.show", "flashgen.preview", "flashgen.init"}
    assert {module for module in FILES if "flashgen.build" in own_imports(module)} <= above


@pytest.mark.parametrize(
    ("library", "allowed"),
    [
        ("click", {"flashgen.cli", "flashgen.cli_packages", "flashgen.terminal"}),
        ("genanki", {"flashgen.package"}),
        ("mistune", {"flashgen.blocks", "flashgen.inline"}),
        ("frontmatter", {"flashgen.matter"}),
        ("matplotlib", {"flashgen.plots"}),
        ("rapidfuzz", {"flashgen.similarity", "flashgen.diff"}),
    ],
)
def test_a_library_has_its_place(library: str, allowed: set[str]) -> None:
    assert importers(library) == allowed


@pytest.mark.parametrize("library", ["anki", "pytest", "hypothesis"])
def test_flashgen_does_not_need_the_libraries_of_its_tests(library: str) -> None:
    assert importers(library) == set()


def test_no_module_is_a_drawer() -> None:
    drawers = {"util", "utils", "helper", "helpers", "common", "misc"}
    assert {module for module in FILES if module.split(".")[-1] in drawers} == set()


@pytest.mark.parametrize("module", FILES)
def test_a_module_says_what_it_is(module: str) -> None:
    assert ast.get_docstring(tree(module))


@pytest.mark.parametrize("module", FILES)
def test_a_module_is_short(module: str) -> None:
    assert len(FILES[module].read_text(encoding="utf-8").splitlines()) <= LONGEST
