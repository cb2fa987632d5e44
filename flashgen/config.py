"""Configuration: YAML files -> one frozen `Config`, checked as a whole before any document is read."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from flashgen import languages
from flashgen.bundled import bundled
from flashgen.errors import FlashgenError, Problem, error
from flashgen.gate.settings import Gate
from flashgen.gate.table import NAMES as RULE_NAMES
from flashgen.records import KINDS
from flashgen.schema import (
    NEUTRAL,
    RECOGNISED_BY,
    VALUES,
    CardConfig,
    CardTypes,
    FieldConfig,
    Limits,
    NoteTypeConfig,
    Settings,
    StrictModel,
    Wording,
)
from flashgen.yamlfile import KeyPath, YamlFile, load_yaml


@dataclass(frozen=True, slots=True)
class Config:
    """Everything a build is told by files."""

    settings: Settings
    card_types: CardTypes
    templates: tuple[Path, ...]
    """Folders in which templates are looked for, the user's own first."""
    wordings: Mapping[str, Wording]
    files: tuple[Path, ...]
    """The files that were read."""

    @property
    def corpus(self) -> tuple[Path, ...]:
        return tuple(Path(folder) for folder in self.settings.corpus) or (bundled("sample"),)

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds that are on and have a note type, in the order in which a learner meets them."""
        drawn = {note_type.kind for note_type in self.card_types.note_types}
        return tuple(kind for kind in KINDS if kind in drawn and self.settings.kinds.get(kind, True))

    @property
    def gate(self) -> Gate:
        """What the quality gate is told."""
        settings = self.settings
        off = frozenset(rule for rule, on in settings.rules.items() if not on)
        return Gate(settings.suspects, off, settings.limits.answer, settings.limits.longest)

    def wording(self, tag: str) -> Wording:
        """The wording for a language: its own file, else that of the language without region or script."""
        return self.wordings.get(tag) or self.wordings.get(languages.base(tag)) or NEUTRAL


def load_config(path: Path | None = None) -> Config:
    """Read the configuration: a `flashgen.yaml` or its folder; by default `config/` here, else the bundled one.

    Files beside it take the place of the bundled ones; what they leave out comes from the bundled ones.
    Raises FlashgenError with every mistake found.
    """
    folder, main = _chosen(path)
    default = bundled("config")
    problems: list[Problem] = []
    files: list[Path] = []

    def read(name: str, model: type[_AnyModel], check: Callable[[_AnyModel, YamlFile], list[Problem]]) -> Any:
        own = main if name == "flashgen.yaml" and main else folder / name if folder else None
        base = load_yaml(default / name)
        chosen = own if own and own.is_file() else default / name
        files.append(chosen)
        try:
            file = load_yaml(chosen)
        except FlashgenError as fault:
            problems.extend(fault.problems)
            return None
        if valid := _validated(file, base.data, model, problems):
            problems.extend(check(valid, file))
        return valid

    settings: Settings | None = read("flashgen.yaml", Settings, _unknown_words)
    card_types: CardTypes | None = read("card_types.yaml", CardTypes, _inconsistencies)
    wordings = _wordings(folder, default, problems, files)
    if problems or settings is None or card_types is None:
        raise FlashgenError(problems)
    own_templates = (folder.parent / "card_templates",) if folder else ()
    templates = (*(path for path in own_templates if path.is_dir()), bundled("card_templates"))
    return Config(settings, card_types, templates, wordings, tuple(files))


_AnyModel = TypeVar("_AnyModel", bound=StrictModel)


def _chosen(path: Path | None) -> tuple[Path | None, Path | None]:
    """(configuration folder, flashgen.yaml) of the user; None where there is none."""
    if path is None:
        here = Path("config")
        return (here, None) if (here / "flashgen.yaml").is_file() else (None, None)
    if path.is_dir():
        return path, None
    if not path.is_file():
        raise FlashgenError(f"the configuration {path} does not exist", usage=True)
    return path.parent, path


def _validated(file: YamlFile, base: Any, model: type[_AnyModel], problems: list[Problem]) -> _AnyModel | None:
    if file.data is not None and not isinstance(file.data, dict):
        problems.append(file.problem((), f"expected `key: value` lines, found {_described(file.data)}"))
        return None
    data = {**base, **(file.data or {})}
    # keys beneath a key may be left out one by one, too
    data |= {
        key: {**base[key], **value}
        for key, value in data.items()
        if isinstance(value, dict) and isinstance(base.get(key), dict)
    }
    try:
        return model.model_validate(data)
    except ValidationError as invalid:
        for mistake in invalid.errors():
            path = tuple(part for part in mistake["loc"] if part != "[key]")
            problems.append(file.problem(path, _worded(mistake, path, model)))
        return None


def _worded(mistake: Any, path: KeyPath, model: type[StrictModel]) -> str:
    """A mistake in the user's words: what is wrong and what would be right."""
    key = ".".join(map(str, path))
    if mistake["type"] == "extra_forbidden":
        return f"unknown key {path[-1]!r}{_nearest(str(path[-1]), _known_keys(path, model))}"
    if mistake["type"] == "literal_error":
        return f"{mistake['input']!r} is not known here{_nearest(str(mistake['input']), _choices(mistake))}"
    if mistake["type"] == "missing":
        return f"{key}: this key is missing"
    if mistake["type"] == "string_pattern_mismatch":
        return f'{key}: {mistake["input"]!r} is a name that Anki would change; leave out : {{ }} " and outer spaces'
    return f"{key}: {mistake['msg'][0].lower()}{mistake['msg'][1:]}, found {_described(mistake['input'])}"


def _choices(mistake: Any) -> tuple[str, ...]:
    """The values that pydantic would have taken: it names them in one text."""
    return tuple(re.findall(r"'([^']+)'", mistake["ctx"]["expected"]))


def _known_keys(path: KeyPath, model: type[StrictModel]) -> tuple[str, ...]:
    by_depth: dict[str, type[StrictModel]] = {
        "fields": FieldConfig, "note_types": NoteTypeConfig, "cards": CardConfig, "limits": Limits,
    }  # fmt: skip
    owners = [by_depth[part] for part in path[:-1] if isinstance(part, str) and part in by_depth]
    return tuple((owners[-1] if owners else model).model_fields)


def _nearest(word: str, known: tuple[str, ...]) -> str:
    close = difflib.get_close_matches(word, known, n=1, cutoff=0.5)
    return f"; did you mean {close[0]!r}?" if close else f"; known are {', '.join(known)}"


def _described(value: object) -> str:
    names = {bool: "true or false", int: "a number", float: "a number", str: "a text", list: "a list", dict: "keys"}
    return "nothing" if value is None else f"{names.get(type(value), 'something else')} ({str(value)[:40]!r})"


def _wordings(folder: Path | None, default: Path, problems: list[Problem], files: list[Path]) -> dict[str, Wording]:
    found: dict[str, Wording] = {}
    own = folder / "languages" if folder else None
    for place in filter(None, (default / "languages", own)):
        for path in sorted(place.glob("*.yaml")):
            files.append(path)
            try:
                file = load_yaml(path)
            except FlashgenError as fault:
                problems.extend(fault.problems)
                continue
            tag = languages.standard_tag(path.stem)
            if tag is None:
                problems.append(error(f"{path}: {path.stem!r} is no language tag; name the file like it.yaml"))
                continue
            before = found.get(tag, NEUTRAL)
            base = {"prompts": dict(before.prompts), "labels": dict(before.labels)}
            wording = _validated(file, base, Wording, problems)
            if wording:
                found[tag] = Wording(
                    prompts={**NEUTRAL.prompts, **before.prompts, **wording.prompts},
                    labels={**before.labels, **wording.labels},
                )
                problems.extend(
                    file.problem(("prompts", kind), f"the prompt lacks {{title}}: {prompt!r}")
                    for kind, prompt in wording.prompts.items()
                    if "{title}" not in prompt
                )
    return found


def _inconsistencies(card_types: CardTypes, file: YamlFile) -> list[Problem]:
    """What the shape of the file cannot say: ids and names are unique, values are known."""
    found: list[Problem] = []
    names = tuple(field.name for field in card_types.fields)

    def unique(what: str, path: KeyPath, key: str, values: list[Any]) -> None:
        for index, value in enumerate(values):
            if value in values[:index]:
                found.append(file.problem((*path, index, key), f"{what} {value!r} is used twice"))

    unique("the field name", ("fields",), "name", [name.casefold() for name in names])
    unique("the field id", ("fields",), "id", [field.id for field in card_types.fields])
    unique("the note type id", ("note_types",), "id", [note_type.id for note_type in card_types.note_types])
    unique("the note type name", ("note_types",), "name", [note_type.name for note_type in card_types.note_types])
    unique("the kind", ("note_types",), "kind", [note_type.kind for note_type in card_types.note_types])
    for index, note_type in enumerate(card_types.note_types):
        path = ("note_types", index, "cards")
        unique(f"in {note_type.name}, the card type", path, "name", [card.name for card in note_type.cards])
        unique(f"in {note_type.name}, the card type id", path, "id", [card.id for card in note_type.cards])
    found.extend(
        file.problem(("fields", index, "value"), f"unknown value {field.value!r}{_nearest(field.value, VALUES)}")
        for index, field in enumerate(card_types.fields)
        if field.value is not None and field.value not in VALUES
    )
    if card_types.sort_field not in names:
        said = f"sort_field {card_types.sort_field!r} is no field{_nearest(card_types.sort_field, names)}"
        found.append(file.problem(("sort_field",), said))
    held = {field.value for field in card_types.fields}
    found.extend(
        file.problem(("fields",), f"a field must have `value: {value}`: flashgen recognises published notes by it")
        for value in RECOGNISED_BY
        if value not in held
    )
    if card_types.fields[0].value != "guid":
        said = "the first field must have `value: guid`, since Anki compares first fields"
        found.append(file.problem(("fields", 0), said))
    return found


def _unknown_words(settings: Settings, file: YamlFile) -> list[Problem]:
    """Words in braces that nothing would fill, and rules that the gate does not have."""
    patterns: list[tuple[KeyPath, str, tuple[str, ...]]] = [(("deck",), settings.deck, ("native", "target", "topic"))]
    known = ("native", "target", "kind", "article", "keyword")
    patterns += [(("tags", index), pattern, known) for index, pattern in enumerate(settings.tags)]
    return [
        file.problem(path, f"unknown placeholder {{{word}}}{_nearest(word, words)}")
        for path, pattern, words in patterns
        for word in re.findall(r"\{(\w+)\}", pattern)
        if word not in words
    ] + [
        file.problem(("rules", rule), f"unknown rule {rule!r}{_nearest(rule, RULE_NAMES)}")
        for rule in settings.rules
        if rule not in RULE_NAMES
    ]
