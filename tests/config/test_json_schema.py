"""The schema files for editors say what the program checks, and every configuration file names its own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from flashgen.config.bundled import bundled
from flashgen.config.json_schema import make_schema_files

CONFIG = bundled("config")
FILES = sorted(CONFIG.rglob("*.yaml"))


@pytest.mark.parametrize("name", make_schema_files())
def test_the_file_is_what_the_types_give(name: str) -> None:
    stored = (CONFIG / "schema" / name).read_text(encoding="utf-8")
    assert stored == make_schema_files()[name], "run `make schema`"


def test_there_is_no_other_schema_file() -> None:
    assert {path.name for path in (CONFIG / "schema").iterdir()} == set(make_schema_files())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_configuration_file_leads_editors_to_its_schema(path: Path) -> None:
    first = path.read_text(encoding="utf-8").split("\n")[0]
    mark, relative = first.split("$schema=")
    assert mark == "# yaml-language-server: "
    assert (path.parent / relative).resolve().name in make_schema_files()
    assert (path.parent / relative).is_file()


@pytest.mark.parametrize("name", make_schema_files())
def test_every_key_is_explained_and_has_an_example(name: str) -> None:
    schema = json.loads(make_schema_files()[name])
    for model in (schema, *schema.get("$defs", {}).values()):
        assert model["description"]
        for key, known in model["properties"].items():
            assert known.get("description") or "$ref" in known, key
            assert known["examples"], key


@pytest.mark.parametrize("name", make_schema_files())
def test_what_comes_from_the_defaults_is_not_asked_for(name: str) -> None:
    assert not json.loads(make_schema_files()[name]).get("required")
