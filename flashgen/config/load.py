"""Configuration: YAML files -> one frozen `Config`, checked as a whole before any document is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from functools import partial
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from flashgen.anki.note_types import NoteType
from flashgen.config.bundled import bundled
from flashgen.config.consistency import check_card_types, check_phrases, check_settings
from flashgen.config.merging import merge, merge_card_types
from flashgen.config.messages import describe, describe_mistakes
from flashgen.config.phrases import NEUTRAL_PHRASES, CardPhrases
from flashgen.config.schema import CardTypes, Settings
from flashgen.config.strays import find_stray_templates, find_strays
from flashgen.config.strict_model import StrictModel
from flashgen.config.yaml_file import YamlFile, load_yaml
from flashgen.errors import FlashgenError, Problem, error, suggest_path
from flashgen.kinds import KINDS
from flashgen.language.pairs import ALL, LanguagePair, read_pair
from flashgen.language.tags import base_language, standard_tag
from flashgen.record import Record, replace
from flashgen.records.location import Location

_AnyModel = TypeVar("_AnyModel", bound=StrictModel)
_Merge = Callable[[dict[str, Any], dict[Any, Any]], dict[Any, Any]]
"""A function from the defaults and the user's keys to the whole."""
_MAIN_FILE = "flashgen.yaml"
_CARD_TYPES_FILE = "card_types.yaml"
_TEMPLATES = "card_templates"


class Config(Record):
    """Everything that files say of a build."""

    settings: Settings
    """What a deck is made of."""
    card_types: CardTypes
    """The note types, fields and card types, as they are configured."""
    templates: tuple[Path, ...]
    """Folders in which templates are looked for, the user's own first."""
    card_phrases: Mapping[str, CardPhrases]
    """What cards say in each language that has a file, by language tag."""
    files: tuple[Path, ...]
    """The files that were read."""
    card_types_file: YamlFile
    """Where the card types stand, to show mistakes of their templates there."""
    settings_file: YamlFile
    """Where the settings stand; paths in it start from its folder."""
    problems: tuple[Problem, ...] = ()
    """Files beside the configuration that nothing reads."""

    @property
    def corpus(self) -> tuple[Path, ...]:
        """The folders of articles to read where the command line names none: the configured ones, else the sample.

        Raises FlashgenError with each configured one that is missing.
        """
        start = self.settings_file.path.parent
        folders = tuple(_shortened(start / folder) for folder in self.settings.corpus)
        missing = [number for number, folder in enumerate(folders) if not folder.is_dir()]
        if missing:
            raise FlashgenError(self._missing_corpus(number, folders[number]) for number in missing)
        return folders or (bundled("sample"),)

    def _missing_corpus(self, number: int, folder: Path) -> Problem:
        message = f"corpus: there is no folder {folder.resolve()}; paths start from the folder of this file"
        return self.settings_file.problem_at(("corpus", number), f"{message}{suggest_path(folder)}")

    @property
    def pairs(self) -> tuple[LanguagePair, ...]:
        """The configured pairs, as (native, target); (`all`, `all`) stands for every pair of the corpus's languages."""
        return tuple((one, one) if one == ALL else read_pair(one) for one in self.settings.pairs)

    def with_patterns(self, include: tuple[str, ...], exclude: tuple[str, ...]) -> Config:
        """The same with patterns of the command line beside its own."""
        lists = {"include": [*self.settings.include, *include], "exclude": [*self.settings.exclude, *exclude]}
        return replace(self, settings=self.settings.model_copy(update=lists))

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds that are on and have a note type, in the order in which a learner meets them."""
        drawn = {note_type.kind for note_type in self.card_types.note_types}
        return tuple(kind for kind in KINDS if kind in drawn and self.settings.kinds.get(kind, True))

    def load_note_types(self, rendered: MutableMapping[str, str] | None = None) -> Mapping[str, NoteType]:
        """The note type of each kind. Raises FlashgenError with every mistake in every template.

        Reading the templates takes longer than all the rest of the configuration: whoever needs the note types twice
        keeps them, and commands that make no cards need neither templates nor what reads them. `rendered` are texts
        that were made of these templates before, as `TemplateFiles` keeps them; it adds those that it makes.
        """
        from flashgen.config.note_types import load_note_types

        return load_note_types(self.card_types, self.templates, self.card_types_file, rendered)

    def phrases_for(self, tag: str) -> CardPhrases:
        """The phrases of a language: from its own file, else from that of the language without region or script."""
        return self.card_phrases.get(tag) or self.card_phrases.get(base_language(tag)) or NEUTRAL_PHRASES


def _shortened(path: Path) -> Path:
    """A path without detours (`config/../articles`), where it leads below the working folder."""
    whole, here = path.resolve(), Path.cwd()
    return whole.relative_to(here) if whole.is_relative_to(here) else path


def load_config(path: Path | None = None) -> Config:
    """Read the configuration: a `flashgen.yaml` or its folder; by default `config/` here, else the bundled one.

    Files beside it take the place of the bundled ones; what they leave out comes from the bundled ones.
    Raises FlashgenError with every mistake found; those of templates are among them, if there is any other.
    """
    default = bundled("config")
    folder, main = _find_files(path, default)
    default_settings, default_card_types = load_yaml(default / _MAIN_FILE), load_yaml(default / _CARD_TYPES_FILE)
    check = partial(check_settings, rules=tuple(default_settings.data["rules"]))
    settings = _load_part(main, default_settings, Settings, merge, check)
    card_types = _load_part(
        folder / _CARD_TYPES_FILE, default_card_types, CardTypes, merge_card_types, check_card_types
    )
    language_files = [
        file for one in dict.fromkeys((default, folder)) for file in sorted((one / "languages").glob("*.yaml"))
    ]
    card_phrases, mistakes = _load_phrases(language_files)
    templates = _template_folders(folder)
    problems = [*settings.problems, *card_types.problems, *mistakes]
    if problems and card_types.model:
        from flashgen.config.note_types import load_note_types

        try:
            load_note_types(card_types.model, templates, card_types.file)
        except FlashgenError as fault:
            problems.extend(fault.problems)
    if problems or settings.model is None or card_types.model is None:
        raise FlashgenError(dict.fromkeys(problems))
    files = (settings.path, card_types.path, *language_files)
    strays = tuple(_find_strays(folder, main, card_types.file)) if folder != default else ()
    return Config(
        settings.model, card_types.model, templates, card_phrases, files, card_types.file, settings.file, strays
    )


def _find_strays(folder: Path, main: Path, card_types: YamlFile) -> Iterator[Problem]:
    """Warnings about files in and beside the user's configuration that nothing reads."""
    yield from find_strays(folder, (main.name, _CARD_TYPES_FILE))
    yield from find_stray_templates(folder.parent / _TEMPLATES, bundled(_TEMPLATES), card_types.lines)


def _find_files(path: Path | None, default: Path) -> tuple[Path, Path]:
    """(configuration folder, main file) of the user; the default ones where there are none."""
    if path is None:
        here = Path("config")
        folder = here if (here / _MAIN_FILE).is_file() else default
        return folder, folder / _MAIN_FILE
    if path.is_dir():
        return path, path / _MAIN_FILE
    if not path.is_file():
        raise FlashgenError(f"the configuration {path} does not exist{suggest_path(path)}", usage=True)
    return path.parent, path


def _template_folders(folder: Path) -> tuple[Path, ...]:
    """Where templates are looked for, nearest first: beside the configuration folder, and among the defaults."""
    own, default = folder.parent / _TEMPLATES, bundled(_TEMPLATES)
    return tuple(dict.fromkeys((own, default))) if own.is_dir() else (default,)


class _Part(Record, Generic[_AnyModel]):
    """One file of the configuration, read over its defaults and checked."""

    path: Path
    """The file that was read: the user's, else the default one."""
    model: _AnyModel | None
    """What it says; None where it cannot be understood."""
    file: YamlFile
    """The file in which the keys of `model` stand."""
    problems: tuple[Problem, ...] = ()
    """What is wrong with the file that was read."""


def _load_part(
    own: Path, base: YamlFile, model: type[_AnyModel], combine: _Merge,
    check: Callable[[_AnyModel, YamlFile], Iterable[Problem]],
) -> _Part[_AnyModel]:  # fmt: skip
    """Read the user's file, if there is one, over the default one, which is `base`."""
    path = own if own.is_file() else base.path
    try:
        file = base if path == base.path else load_yaml(path)
    except FlashgenError as fault:
        return _Part(path, None, base, fault.problems)
    valid, problems = _validate(file, base.data, model, combine)
    if valid is None:
        return _Part(path, None, base, problems)
    if found := tuple(check(valid, file)):
        # what is inconsistent would fail in every template, so templates are checked with the defaults instead
        return _Part(path, model.model_validate(combine(base.data, {})), base, found)
    return _Part(path, valid, file)


def _validate(
    file: YamlFile, base: dict[str, Any], model: type[_AnyModel], combine: _Merge
) -> tuple[_AnyModel | None, tuple[Problem, ...]]:
    """What a file says, over `base`; or None, and every mistake in it."""
    if file.data is not None and not isinstance(file.data, dict):
        return None, (file.problem_at((), f"expected `key: value` lines, found {describe(file.data)}"),)
    try:
        return model.model_validate(combine(base, file.data or {})), ()
    except ValidationError as invalid:
        return None, tuple(describe_mistakes(invalid, file, model))


def _load_phrases(files: Iterable[Path]) -> tuple[dict[str, CardPhrases], tuple[Problem, ...]]:
    """What cards say, by language tag. A later file of a language adds to an earlier one."""
    found: dict[str, CardPhrases] = {}
    problems: list[Problem] = []
    for path in files:
        try:
            file = load_yaml(path)
        except FlashgenError as fault:
            problems.extend(fault.problems)
            continue
        tag = standard_tag(path.stem)
        if tag is None:
            problems.append(error(f"{path.stem!r} is no language tag; name the file like it.yaml", Location(str(path))))
            continue
        before = found.get(tag, NEUTRAL_PHRASES)
        valid, mistakes = _validate(file, before.model_dump(), CardPhrases, merge)
        problems.extend(mistakes)
        if valid:
            found[tag] = valid
            problems.extend(check_phrases(valid, file))
    return found, tuple(problems)
