"""The shape of the code: which wing may know which, and how large a file may be."""

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
ROOT = {"record", "kinds", "errors", "atomic_file", "scratch_folder", "__main__"}
"""The modules beside the wings."""

MAY_IMPORT = {
    # the root, from below; what a record is, everybody may know
    "record": set(),
    "scratch": set(),
    "records": {"scratch"},
    "kinds": set(),
    "errors": {"records"},
    "atomic_file": {"errors"},
    "scratch_folder": {"atomic_file"},
    # stages and what they stand on: none knows the pipeline, the configuration or another stage
    "language": set(),
    "media": set(),
    "anki": {
        *("records", "errors", "kinds", "atomic_file", "scratch_folder", "scratch"),
        *("language", "media"),
    },
    "corpus": {"records", "errors", "language", "media"},
    "facts": {"records", "errors", "kinds", "language"},
    "cache": set(),
    "pairing": {"records", "errors", "kinds", "language"},
    "quality": {"records", "errors", "kinds", "language"},
    "notes": {"records", "errors", "kinds", "scratch", "language", "anki"},
    "editions": {"records", "errors", "kinds", "scratch", "language", "anki"},
    "config": {"records", "errors", "kinds", "language", "anki"},
    # what wires the stages, and what tells of them
    "pipeline": {
        *("records", "errors", "kinds", "atomic_file", "scratch_folder", "scratch"),
        *("language", "anki", "corpus", "facts"),
        *("pairing", "quality", "notes", "editions", "config", "cache"),
    },
    "preview": {"records", "errors", "kinds", "atomic_file", "anki", "config", "language"},
    "exports": {"records", "errors", "kinds", "atomic_file", "anki"},
    "reports": {"records", "errors", "kinds", "atomic_file", "language", "anki", "corpus", "pipeline"},
    "cli": {
        "records",
        "errors",
        "kinds",
        "scratch_folder",
        "language",
        "anki",
        "cache",
        "corpus",
        "config",
        "pipeline",
        "preview",
        "reports",
        "exports",
    },
    "__main__": {"cli"},
}
"""Who may import whom, imports inside functions included; each may import its own wing and `flashgen` itself."""

RECORDS = {
    "corpus": {"location", "documents"},
    "facts": {"location", "documents", "facts"},
    "pairing": {"location", "documents", "facts", "pairs"},
    "quality": {"location", "documents", "facts", "pairs"},
}
"""The modules of `records` that a stage may know: its own, and those of the stages before it."""

LIBRARIES = {
    "click": {"flashgen.cli"},
    "genanki": {"flashgen.anki.package_writer"},
    "jinja2": {"flashgen.config.template_files", "flashgen.config.template_engine"},
    "langcodes": {"flashgen.language.tags"},
    "matplotlib": {"flashgen.reports"},
    "msgspec": {"flashgen.cache.shelf", "flashgen.record"},
    "mistune": {"flashgen.corpus.parsing", "flashgen.corpus.inline"},
    "frontmatter": {"flashgen.corpus.front_yaml"},
    "platformdirs": {"flashgen.cli.cache_folder"},
    "polib": {"flashgen.corpus.catalog_file"},
    "py3langid": {"flashgen.language.language_model"},
    "pydantic": {"flashgen.config", "flashgen.anki.manifest", "flashgen.anki.models"},
    "rapidfuzz": {"flashgen.language.similarity", "flashgen.language.sounds", "flashgen.reports.diff"},
    "sentencex": {"flashgen.language.sentences"},
    "tinycss2": {"flashgen.config.card_css"},
}
"""The only places (modules or wings) that import a library."""


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


def wing(module: str) -> str:
    """The wing that a module is in, or its own name in the root."""
    return module.split(".")[1] if "." in module else ""


def importers(library: str) -> set[str]:
    return {module for module in FILES if library in {name.split(".")[0] for name in imported_names(module)}}


def test_the_package_holds_wings_and_at_most_eight_files() -> None:
    assert {path.stem for path in PACKAGE.glob("*.py")} == {"__init__", *ROOT}
    wings = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists()}
    assert wings == MAY_IMPORT.keys() - ROOT
    assert len(list(PACKAGE.glob("*.py"))) <= 8


@pytest.mark.parametrize("module", FILES)
def test_a_module_imports_only_what_its_wing_may(module: str) -> None:
    here = wing(module)
    others = {wing(name) for name in imported_names(module) if name.split(".")[0] == "flashgen"} - {here, ""}
    assert others - {"record"} <= MAY_IMPORT.get(here, set())


@pytest.mark.parametrize("module", [module for module in FILES if wing(module) in RECORDS])
def test_a_stage_knows_no_records_of_those_behind_it(module: str) -> None:
    known = {name.split(".")[-1] for name in imported_names(module) if wing(name) == "records"}
    assert known <= RECORDS[wing(module)]


def test_no_permission_runs_in_a_circle() -> None:
    below = dict(MAY_IMPORT)
    while below:
        free = {name for name, allowed in below.items() if not allowed & below.keys()}
        assert free, f"these permit one another: {sorted(below)}"
        below = {name: allowed for name, allowed in below.items() if name not in free}


def test_no_permission_is_given_that_nobody_uses() -> None:
    used: dict[str, set[str]] = {name: set() for name in MAY_IMPORT}
    for module in FILES:
        if here := wing(module):
            used[here] |= {wing(name) for name in imported_names(module) if name.startswith("flashgen.")} - {here}
    root = {"record", "records", "errors", "kinds", "atomic_file", "scratch_folder"}
    stages = MAY_IMPORT.keys() - root
    assert {name: MAY_IMPORT[name] - used[name] - root for name in stages if MAY_IMPORT[name] - used[name] - root} == {}


@pytest.mark.parametrize("name", sorted(MAY_IMPORT.keys() - ROOT))
def test_the_face_of_a_wing_holds_no_logic(name: str) -> None:
    body = tree(f"flashgen.{name}").body
    assert len(body) == 1
    assert isinstance(body[0], ast.Expr)


def test_records_kinds_and_errors_use_only_the_standard_library() -> None:
    standard = {"flashgen", "__future__", "collections", "pathlib", "typing", "difflib"}
    for module in FILES:
        if wing(module) in ("records", "kinds", "errors"):
            assert {name.split(".")[0] for name in imported_names(module)} <= standard


def test_no_two_modules_import_one_another() -> None:
    done: set[str] = set()

    def visit(module: str, above: tuple[str, ...]) -> None:
        assert module not in above, " -> ".join((*above, module))
        if module not in done:
            for name in imported_names(module) & FILES.keys():
                visit(name, (*above, module))
            done.add(module)

    for module in FILES:
        visit(module, ())


@pytest.mark.parametrize(("library", "places"), LIBRARIES.items())
def test_a_library_has_its_place(library: str, places: set[str]) -> None:
    found = importers(library)
    assert all(any(module == place or module.startswith(f"{place}.") for place in places) for module in found)
    assert all(any(module == place or module.startswith(f"{place}.") for module in found) for place in places)


@pytest.mark.parametrize("library", ["anki", "pytest", "hypothesis"])
def test_flashgen_does_not_need_the_libraries_of_its_tests(library: str) -> None:
    assert importers(library) == set()


def test_only_the_start_file_imports_the_command_line() -> None:
    assert {module for module in FILES if wing(module) != "cli" and "cli" in map(wing, imported_names(module))} == {
        "flashgen.__main__"
    }


def test_no_module_is_a_drawer() -> None:
    drawers = {"util", "utils", "helper", "helpers", "common", "misc"}
    assert {module for module in FILES if module.split(".")[-1] in drawers} == set()


@pytest.mark.parametrize("module", FILES)
def test_a_module_says_what_it_is(module: str) -> None:
    assert ast.get_docstring(tree(module))


@pytest.mark.parametrize("module", FILES)
def test_a_module_is_short(module: str) -> None:
    assert len(FILES[module].read_text(encoding="utf-8").splitlines()) <= LONGEST
