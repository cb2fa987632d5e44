"""Configuration: YAML files -> one frozen `Config`, checked as a whole before any document is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from flashgen.anki.note_types import NoteType
from flashgen.config.bundled import bundled
from flashgen.config.consistency import card_type_problems, settings_problems, wording_problems
from flashgen.config.merging import merged, merged_card_types
from flashgen.config.messages import described, worded
from flashgen.config.note_types import load_note_types
from flashgen.config.schema import NEUTRAL, CardTypes, Settings, StrictModel, Wording
from flashgen.config.yaml_file import YamlFile, load_yaml
from flashgen.errors import FlashgenError, Problem, error
from flashgen.language import tags as languages
from flashgen.records import KINDS

_AnyModel = TypeVar("_AnyModel", bound=StrictModel)
_Merge = Callable[[dict[str, Any], dict[Any, Any]], dict[Any, Any]]
_MAIN_FILE = "flashgen.yaml"
_CARD_TYPES_FILE = "card_types.yaml"


@dataclass(frozen=True)  # without slots, since `note_types` is kept where slots leave no room
class Config:
    """Everything that files say of a build."""

    settings: Settings
    """What a deck is made of."""
    card_types: CardTypes
    """The note types, fields and card types, as they are configured."""
    templates: tuple[Path, ...]
    """Folders in which templates are looked for, the user's own first."""
    wordings: Mapping[str, Wording]
    """What cards say in each language that has a file, by language tag."""
    files: tuple[Path, ...]
    """The files that were read."""
    card_types_file: YamlFile
    """Where the card types stand, to show mistakes of their templates there."""

    @property
    def corpus(self) -> tuple[Path, ...]:
        """The folders of articles to read where the command line names none."""
        return tuple(Path(folder) for folder in self.settings.corpus) or (bundled("sample"),)

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds that are on and have a note type, in the order in which a learner meets them."""
        drawn = {note_type.kind for note_type in self.card_types.note_types}
        return tuple(kind for kind in KINDS if kind in drawn and self.settings.kinds.get(kind, True))

    @cached_property
    def note_types(self) -> Mapping[str, NoteType]:
        """The note type of each kind. Raises FlashgenError with every mistake in every template.

        Loaded once, when first asked for: reading the templates takes longer than all the rest of the configuration,
        and commands that make no cards need none.
        """
        return load_note_types(self.card_types, self.templates, self.card_types_file)

    def wording(self, tag: str) -> Wording:
        """The wording for a language: its own file, else that of the language without region or script."""
        return self.wordings.get(tag) or self.wordings.get(languages.base(tag)) or NEUTRAL


def load_config(path: Path | None = None) -> Config:
    """Read the configuration: a `flashgen.yaml` or its folder; by default `config/` here, else the bundled one.

    Files beside it take the place of the bundled ones; what they leave out comes from the bundled ones.
    Raises FlashgenError with every mistake found; those of templates are among them, if there is any other.
    """
    default = bundled("config")
    folder, main = _find_files(path, default)
    default_settings, default_card_types = load_yaml(default / _MAIN_FILE), load_yaml(default / _CARD_TYPES_FILE)
    check_settings = partial(settings_problems, rules=tuple(default_settings.data["rules"]))
    settings = _load_part(main, default_settings, Settings, merged, check_settings)
    card_types = _load_part(
        folder / _CARD_TYPES_FILE, default_card_types, CardTypes, merged_card_types, card_type_problems
    )
    language_files = [
        file for one in dict.fromkeys((default, folder)) for file in sorted((one / "languages").glob("*.yaml"))
    ]
    wordings, mistakes = _load_wordings(language_files)
    templates = _template_folders(folder)
    problems = [*settings.problems, *card_types.problems, *mistakes]
    if problems and card_types.model:
        try:
            load_note_types(card_types.model, templates, card_types.file)
        except FlashgenError as fault:
            problems.extend(fault.problems)
    if problems or settings.model is None or card_types.model is None:
        raise FlashgenError(dict.fromkeys(problems))
    files = (settings.path, card_types.path, *language_files)
    return Config(settings.model, card_types.model, templates, wordings, files, card_types.file)


def _find_files(path: Path | None, default: Path) -> tuple[Path, Path]:
    """(configuration folder, main file) of the user; the default ones where there are none."""
    if path is None:
        here = Path("config")
        folder = here if (here / _MAIN_FILE).is_file() else default
        return folder, folder / _MAIN_FILE
    if path.is_dir():
        return path, path / _MAIN_FILE
    if not path.is_file():
        raise FlashgenError(f"the configuration {path} does not exist", usage=True)
    return path.parent, path


def _template_folders(folder: Path) -> tuple[Path, ...]:
    """Where templates are looked for, nearest first: beside the configuration folder, and among the defaults."""
    own, default = folder.parent / "card_templates", bundled("card_templates")
    return tuple(dict.fromkeys((own, default))) if own.is_dir() else (default,)


@dataclass(frozen=True, slots=True)
class _Part(Generic[_AnyModel]):
    """One file of the configuration, read and checked."""

    path: Path
    """The file that was read: the user's, else the default one."""
    model: _AnyModel | None
    """What it says; None where it cannot be understood."""
    file: YamlFile
    """The file in which the keys of `model` stand."""
    problems: tuple[Problem, ...] = ()


def _load_part(
    own: Path, base: YamlFile, model: type[_AnyModel], merge: _Merge,
    check: Callable[[_AnyModel, YamlFile], Iterable[Problem]],
) -> _Part[_AnyModel]:  # fmt: skip
    """Read the user's file over the default one, `base`."""
    path = own if own.is_file() else base.path
    try:
        file = base if path == base.path else load_yaml(path)
    except FlashgenError as fault:
        return _Part(path, None, base, fault.problems)
    valid, problems = _validated(file, base.data, model, merge)
    if valid is None:
        return _Part(path, None, base, problems)
    if found := tuple(check(valid, file)):
        # what is inconsistent would fail in every template, so that these are checked with the defaults
        return _Part(path, model.model_validate(merge(base.data, {})), base, found)
    return _Part(path, valid, file)


def _validated(
    file: YamlFile, base: dict[str, Any], model: type[_AnyModel], merge: _Merge
) -> tuple[_AnyModel | None, tuple[Problem, ...]]:
    """What a file says, over `base`; or None, and every mistake in it."""
    if file.data is not None and not isinstance(file.data, dict):
        return None, (file.problem((), f"expected `key: value` lines, found {described(file.data)}"),)
    try:
        return model.model_validate(merge(base, file.data or {})), ()
    except ValidationError as invalid:
        return None, tuple(_mistakes(invalid, file, model))


def _mistakes(invalid: ValidationError, file: YamlFile, model: type[StrictModel]) -> Iterator[Problem]:
    """Each mistake in the user's words, at the key where it stands."""
    found = invalid.errors()
    unknown = {mistake["loc"][:2] for mistake in found if mistake["loc"][-1] == "kind"}
    for mistake in found:
        if mistake["type"] == "missing" and mistake["loc"][-1] != "kind" and mistake["loc"][:2] in unknown:
            continue  # a note type of no known kind has no defaults
        path = tuple(part for part in mistake["loc"] if part != "[key]")
        yield file.problem(path, worded(mistake, path, model))


def _load_wordings(files: Iterable[Path]) -> tuple[dict[str, Wording], tuple[Problem, ...]]:
    """What cards say, by language tag. A later file of a language adds to an earlier one."""
    found: dict[str, Wording] = {}
    problems: list[Problem] = []
    for path in files:
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
        valid, mistakes = _validated(file, before.model_dump(), Wording, merged)
        problems.extend(mistakes)
        if valid:
            found[tag] = valid
            problems.extend(wording_problems(valid, file))
    return found, tuple(problems)
