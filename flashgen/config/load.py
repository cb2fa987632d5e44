"""Configuration: YAML files -> one frozen `Config`, checked as a whole before any document is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from flashgen.config.bundled import bundled
from flashgen.config.consistency import card_type_problems, settings_problems, wording_problems
from flashgen.config.merging import merged, merged_card_types
from flashgen.config.messages import described, worded
from flashgen.config.note_types import load_note_types
from flashgen.config.schema import NEUTRAL, CardTypes, Settings, StrictModel, Wording
from flashgen.config.yaml_file import YamlFile, load_yaml
from flashgen.errors import FlashgenError, Problem, error
from flashgen.kinds import KINDS
from flashgen.language.tags import base_language, standard_tag
from flashgen.quality.settings import Gate

_AnyModel = TypeVar("_AnyModel", bound=StrictModel)
_Merge = Callable[[dict[str, Any], dict[Any, Any]], dict[Any, Any]]


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
    card_types_file: YamlFile
    """Where the card types stand, to show mistakes of their templates there."""

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
        return self.wordings.get(tag) or self.wordings.get(base_language(tag)) or NEUTRAL


def load_config(path: Path | None = None) -> Config:
    """Read the configuration: a `flashgen.yaml` or its folder; by default `config/` here, else the bundled one.

    Files beside it take the place of the bundled ones; what they leave out comes from the bundled ones.
    Raises FlashgenError with every mistake found; those of templates are among them, if there is any other.
    """
    folder, main = _chosen(path)
    default = bundled("config")
    problems: list[Problem] = []
    files: list[Path] = []

    def read(
        name: str, model: type[_AnyModel], merge: _Merge, check: Callable[[_AnyModel, YamlFile], Iterable[Problem]]
    ) -> tuple[_AnyModel, YamlFile] | None:
        own = main if name == "flashgen.yaml" and main else folder / name if folder else None
        base = load_yaml(default / name)
        chosen = own if own and own.is_file() else default / name
        files.append(chosen)
        try:
            file = load_yaml(chosen)
        except FlashgenError as fault:
            problems.extend(fault.problems)
            return None
        valid = _validated(file, base.data, merge, model, problems)
        if valid is None:
            return None
        found = list(check(valid, file))
        problems.extend(found)
        # what is inconsistent would fail in every template, so that these are checked as by default
        return (valid, file) if not found else (model.model_validate(merge(base.data, {})), base)

    settings = read("flashgen.yaml", Settings, merged, settings_problems)
    card_types = read("card_types.yaml", CardTypes, merged_card_types, card_type_problems)
    wordings = _wordings(folder, default, problems, files)
    own_templates = (folder.parent / "card_templates",) if folder else ()
    templates = (*(path for path in own_templates if path.is_dir()), bundled("card_templates"))
    if problems and card_types:
        try:
            load_note_types(card_types[0], templates, card_types[1])
        except FlashgenError as fault:
            problems.extend(fault.problems)
    if problems or settings is None or card_types is None:
        raise FlashgenError(dict.fromkeys(problems))
    return Config(settings[0], card_types[0], templates, wordings, tuple(files), card_types[1])


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


def _validated(
    file: YamlFile, base: Any, merge: _Merge, model: type[_AnyModel], problems: list[Problem]
) -> _AnyModel | None:
    if file.data is not None and not isinstance(file.data, dict):
        problems.append(file.problem((), f"expected `key: value` lines, found {described(file.data)}"))
        return None
    try:
        return model.model_validate(merge(base, file.data or {}))
    except ValidationError as invalid:
        found = invalid.errors()
        unknown = {mistake["loc"][:2] for mistake in found if mistake["loc"][-1] == "kind"}
        for mistake in found:
            if mistake["type"] == "missing" and mistake["loc"][-1] != "kind" and mistake["loc"][:2] in unknown:
                continue  # a note type of no known kind has no defaults
            path = tuple(part for part in mistake["loc"] if part != "[key]")
            problems.append(file.problem(path, worded(mistake, path, model)))
        return None


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
            tag = standard_tag(path.stem)
            if tag is None:
                problems.append(error(f"{path}: {path.stem!r} is no language tag; name the file like it.yaml"))
                continue
            before = found.get(tag, NEUTRAL)
            base = {"prompts": dict(before.prompts), "labels": dict(before.labels)}
            wording = _validated(file, base, merged, Wording, problems)
            if wording:
                found[tag] = Wording(
                    prompts={**NEUTRAL.prompts, **before.prompts, **wording.prompts},
                    labels={**before.labels, **wording.labels},
                )
                problems.extend(wording_problems(wording, file))
    return found
