"""Configuration: the defaults, what a user may change, and every mistake with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from flashgen.config.bundled import bundled
from flashgen.config.load import load_config
from flashgen.config.phrases import NEUTRAL_PHRASES
from flashgen.errors import FlashgenError
from flashgen.kinds import KINDS
from flashgen.quality.rules import NAMES

ID = "{id: 1, name: Id, value: guid}"
SORT = "{id: 2, name: TargetAnswer, value: target.answer}"


def folder_with(parent: Path, files: dict[str, str]) -> Path:
    folder = parent / "config"
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return folder


def problems(parent: Path, files: dict[str, str]) -> list[str]:
    with pytest.raises(FlashgenError) as raised:
        load_config(folder_with(parent, files))
    return [str(problem) for problem in raised.value.problems]


def test_the_defaults_load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    config = load_config()
    assert config.kinds == tuple(kind for kind in KINDS if kind != "sentence")
    assert config.corpus == (bundled("sample"),)
    assert config.templates == (bundled("card_templates"),)


def test_a_folder_named_config_is_found_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder_with(tmp_path, {"flashgen.yaml": "deck: Api\n"})
    monkeypatch.chdir(tmp_path)
    assert load_config().settings.deck == "Api"


def test_what_a_file_leaves_out_comes_from_the_default(tmp_path: Path) -> None:
    config = load_config(folder_with(tmp_path, {"flashgen.yaml": "deck: Api\n"}))
    assert config.settings.deck == "Api"
    assert config.settings.tags == load_config(bundled("config")).settings.tags


def test_one_kind_can_be_switched_off(tmp_path: Path) -> None:
    config = load_config(folder_with(tmp_path, {"flashgen.yaml": "kinds: {faq: false}\n"}))
    assert config.kinds == tuple(kind for kind in KINDS if kind not in ("faq", "sentence"))


def test_sentences_can_be_switched_on(tmp_path: Path) -> None:
    config = load_config(folder_with(tmp_path, {"flashgen.yaml": "kinds: {sentence: true}\n"}))
    assert config.kinds == tuple(KINDS)
    assert config.settings.sentences_per_article == 10


def test_one_text_stands_for_a_list_of_one(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, {"flashgen.yaml": "corpus: .\ninclude: a/\nexclude: b.md\n"})
    config = load_config(folder)
    assert [path.resolve() for path in config.corpus] == [folder.resolve()]
    assert (config.settings.include, config.settings.exclude) == (["a/"], ["b.md"])


def test_a_folder_of_articles_that_is_missing_is_named_with_a_like_one(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, {"flashgen.yaml": "deck: a\ncorpus: ../articels\n"})
    (folder.parent / "articles").mkdir()
    with pytest.raises(FlashgenError, match=r"flashgen.yaml:2: column 1: .*; did you mean '.*articles'\?"):
        _ = load_config(folder).corpus


@pytest.mark.parametrize("text", ["", "# nothing but a comment\n", "\ufeffdeck: Api\n", "---\n", "{}\n"])
def test_a_file_that_says_little_is_fine(tmp_path: Path, text: str) -> None:
    load_config(folder_with(tmp_path, {"flashgen.yaml": text}))


def test_the_main_file_may_have_any_name(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, {"mine.yaml": "deck: Api\n"})
    assert load_config(folder / "mine.yaml").settings.deck == "Api"


def test_own_templates_are_looked_for_first(tmp_path: Path) -> None:
    (tmp_path / "card_templates").mkdir()
    config = load_config(folder_with(tmp_path, {"flashgen.yaml": ""}))
    assert config.templates == (tmp_path / "card_templates", bundled("card_templates"))


def test_a_missing_file_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(FlashgenError, match="does not exist") as raised:
        load_config(tmp_path / "nowhere.yaml")
    assert raised.value.usage


def test_a_language_file_adds_to_the_default(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, {"languages/it.yaml": "labels: {faq: Domanda}\n"})
    phrases = load_config(folder).phrases_for("it")
    default = load_config(bundled("config")).phrases_for("it")
    assert phrases.labels["faq"] == "Domanda"
    assert phrases.labels["term"] == default.labels["term"]
    assert phrases.prompts == default.prompts


def test_a_region_is_served_by_its_language(tmp_path: Path) -> None:
    config = load_config(bundled("config"))
    assert config.phrases_for("pt-BR") == config.phrases_for("pt")
    assert config.phrases_for("nb") == config.phrases_for("no")


def test_a_language_without_a_file_gets_signs() -> None:
    assert load_config(bundled("config")).phrases_for("sw") == NEUTRAL_PHRASES


F, C, L = "flashgen.yaml", "card_types.yaml", "languages/it.yaml"
BROKEN = [
    (F, "dekc: x\n", "unknown key 'dekc'; did you mean 'deck'?", 1, 1),
    (F, "deck: x\nfoo: 1\n", "unknown key 'foo'", 2, 1),
    (F, "corpus: 5\n", "corpus: input should be a valid list, found a number", 1, 1),
    (F, "deck: 5\n", "deck: input should be a valid string, found a number", 1, 1),
    (F, "deck:\n", "deck: input should be a valid string, found nothing", 1, 1),
    (F, "tags: [ok, 1]\n", "tags.1: input should be a valid string", 1, 12),
    (F, "kinds: {definitoin: true}\n", "'definitoin' is not known here; did you mean 'definition'?", 1, 9),
    (F, "kinds:\n  faq: yes please\n", "kinds.faq: input should be a valid boolean", 2, 3),
    (F, "kinds: [faq]\n", "kinds: input should be a valid dictionary", 1, 1),
    (F, "- a\n", "expected `key: value` lines, found a list", 1, 1),
    (F, "hello\n", "expected `key: value` lines, found a text", 1, 1),
    (F, "1: 2\n", "keys should be strings", 1, 1),
    (F, "a: b: c\n", "mapping values are not allowed", 1, 5),
    (F, "corpus: [a\n", "expected ',' or ']'; close the bracket before this place", 2, 1),
    (F, "deck: 'x\n", "found unexpected end of stream", 2, 1),
    (F, "\tdeck: a\n", "found character that cannot start any token; indent by spaces, since YAML knows no tabs", 1, 1),
    (F, "deck: &a x\ntags: [*a]\n", "aliases (*name) are not supported", 2, 8),
    (F, "deck: a\ndeck: b\n", "the key 'deck' stands here a second time", 2, 1),
    (F, "deck: !!python/name:os.system\n", "could not determine a constructor", 1, 7),
    (F, "deck: a\n---\ndeck: b\n", "expected a single document", 2, 1),
    (C, "styl: x\n", "unknown key 'styl'; did you mean 'style'?", 1, 1),
    (C, "fields: []\n", "fields: list should have at least 1 item", 1, 1),
    (C, "fields: [{id: 1}]\n", "fields.0.name: this key is missing", 1, 10),
    (C, "fields: [{id: 0, name: A}]\n", "fields.0.id: input should be greater than 0", 1, 11),
    (C, "fields: [{id: true, name: A}]\n", "fields.0.id: input should be a valid integer", 1, 11),
    (C, "fields: [{id: 9223372036854775808, name: A}]\n", "fields.0.id: input should be less than", 1, 11),
    (C, "fields: [{id: 1, nam: A}]\n", "unknown key 'nam'; did you mean 'name'?", 1, 18),
    (C, "fields: [{id: 1, name: 'a:b'}]\n", "'a:b' is a name that Anki would change", 1, 18),
    (C, "fields: [{id: 1, name: ' a'}]\n", "' a' is a name that Anki would change", 1, 18),
    (C, "fields: [{id: 1, name: '#a'}]\n", "'#a' is a name that Anki would change", 1, 18),
    (C, "note_types:\n  - {id: 1, name: x, kind: quiz, cards: []}\n", "note_types.0.cards: list should have", 2, 34),
    (C, "note_types:\n  - {id: 1, name: x, kind: fak}\n", "'fak' is not known here; did you mean 'faq'?", 2, 22),
    (L, "lables: {}\n", "unknown key 'lables'; did you mean 'labels'?", 1, 1),
    (L, "labels: {quiz: Gioco}\n", "'quiz' is not known here", 1, 10),
    (L, "labels:\n  faq: 1\n", "labels.faq: input should be a valid string", 2, 3),
    (L, "prompts: x\n", "prompts: input should be a valid dictionary", 1, 1),
    (L, "prompts:\n  purpose: Che?\n", "the prompt lacks {title}: 'Che?'", 2, 3),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "said", "line", "column"), BROKEN)
def test_a_mistake_is_shown_with_file_line_column_and_caret(
    tmp_path: Path, name: str, text: str, said: str, line: int, column: int
) -> None:
    path = tmp_path / "config" / name
    found = [message for message in problems(tmp_path, {name: text}) if said in message]
    assert found
    assert found[0].startswith(f"{path}:{line}: column {column}: ")
    shown = [*text.split("\n"), ""][line - 1]
    assert found[0].endswith(f"\n    {shown}\n    {' ' * (column - 1)}^")


INCONSISTENT = [
    (f"fields:\n  - {ID}\n  - {{id: 2, name: TargetAnswer, value: target.anwser}}\n", "mean 'target.answer'?", 3),
    (f"fields:\n  - {ID}\n  - {SORT}\n  - {{id: 2, name: B}}\n", "the field id 2 is used twice", 4),
    (f"fields:\n  - {ID}\n  - {SORT}\n  - {{id: 3, name: targetanswer}}\n", "'targetanswer' is used twice", 4),
    ("fields:\n  - {id: 1, name: TargetAnswer}\n", "the first field must have `value: guid`", 2),
    ("style: style.css\nsort_field: TargetAnser\n", "did you mean 'TargetAnswer'?", 2),
    (
        "note_types:\n"
        "  - {id: 1, name: a, kind: faq, cards: [{id: 1, name: c, front: f, back: b}]}\n"
        "  - {id: 1, name: b, kind: term, cards: [{id: 1, name: c, front: f, back: b}]}\n",
        "the note type id 1 is used twice",
        3,
    ),
    (
        "note_types:\n"
        "  - {id: 1, name: a, kind: faq, cards: [{id: 1, name: c, front: f, back: b}]}\n"
        "  - {id: 2, name: b, kind: faq, cards: [{id: 1, name: c, front: f, back: b}]}\n",
        "the kind 'faq' is used twice",
        3,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said", "line"), INCONSISTENT)
def test_an_inconsistency_is_found(tmp_path: Path, text: str, said: str, line: int) -> None:
    assert any(said in message for message in problems(tmp_path, {C: text}))


@pytest.mark.parametrize(("text", "said", "line"), INCONSISTENT)
def test_an_inconsistency_is_shown_with_file_and_line(tmp_path: Path, text: str, said: str, line: int) -> None:
    place = f"{tmp_path / 'config' / C}:{line}: column "
    assert any(said in message and message.startswith(place) for message in problems(tmp_path, {C: text}))


def test_a_field_name_that_anki_would_compose_is_refused(tmp_path: Path) -> None:
    decomposed = "Cafe\u0301"
    assert problems(tmp_path, {C: f"fields: [{ID}, {SORT}, {{id: 3, name: {decomposed}}}]\n"})


def test_a_language_file_must_be_named_by_a_tag(tmp_path: Path) -> None:
    (said,) = problems(tmp_path, {"languages/klingonisch.yaml": "labels: {}\n"})
    assert "'klingonisch' is no language tag; name the file like it.yaml" in said


def test_mistakes_of_several_files_are_listed_at_once(tmp_path: Path) -> None:
    found = problems(tmp_path, {F: "dekc: x\n", C: "styl: x\n", L: "lables: {}\n"})
    assert len(found) == 3


def test_syntax_errors_of_several_files_are_listed_at_once(tmp_path: Path) -> None:
    found = problems(tmp_path, {F: "deck: 'x\n", C: "style: [\n", L: "labels: {\n"})
    assert len(found) == 3


@pytest.mark.parametrize("line", ["deck: 'flashgen {langauge}'", "tags: ['a::{kinde}']"])
def test_an_unknown_placeholder_is_refused(tmp_path: Path, line: str) -> None:
    assert problems(tmp_path, {F: f"{line}\n"})


def test_a_kind_that_is_on_has_a_note_type(tmp_path: Path) -> None:
    only_faq = "note_types: [{id: 1, name: a, kind: faq, cards: [{id: 1, name: c, front: f, back: b}]}]\n"
    folder = folder_with(tmp_path, {C: only_faq})
    try:
        config = load_config(folder)
    except FlashgenError:
        return
    assert set(config.kinds) <= {note_type.kind for note_type in config.card_types.note_types}


def test_the_default_configuration_names_every_rule_of_the_gate_and_no_other() -> None:
    assert tuple(load_config(bundled("config")).settings.rules) == NAMES


def test_a_configuration_can_be_loaded_without_its_note_types(tmp_path: Path) -> None:
    config = load_config(folder_with(tmp_path, {F: "deck: Api\n"}))
    assert set(config.load_note_types()) == set(KINDS)
    assert not hasattr(config, "__dict__")


def test_mistakes_in_templates_do_not_stop_what_needs_no_note_types(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, {F: "deck: Api\n", "../card_templates/faq/question.back.html": "{{Nothing}}"})
    config = load_config(folder)
    for _ in range(2):
        with pytest.raises(FlashgenError, match="there is no field"):
            config.load_note_types()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("rules: {lable: true}\n", "unknown rule 'lable'; did you mean 'label'?"),
        ("suspects: withold\n", "'withold' is not known here; did you mean 'withhold'?"),
        ("limits: {answr: 3}\n", "unknown key 'answr'; did you mean 'answer'?"),
        ("limits: {answer: 0}\n", "limits.answer: "),
        (f"limits: {{answer: {9 * 10**19}}}\n", "limits.answer: "),
        (f"notes_per_article: {9 * 10**19}\n", "notes_per_article: "),
        (f"sentences_per_article: {9 * 10**19}\n", "sentences_per_article: "),
        ("rules: {label: 1}\n", "rules.label: "),
    ],
)
def test_a_mistake_about_the_gate_is_told_in_its_place(tmp_path: Path, text: str, said: str) -> None:
    (found,) = problems(tmp_path, {F: text})
    assert said in found
    assert found.startswith(f"{tmp_path / 'config' / F}:1: ")


@pytest.mark.parametrize("name", ["Default", "default", "' DEFAULT '"])
def test_the_deck_that_everybody_has_is_no_deck_for_words(tmp_path: Path, name: str) -> None:
    assert any(
        "the deck that every collection of Anki has" in line for line in problems(tmp_path, {F: f"deck: {name}\n"})
    )


@pytest.mark.parametrize("tag", ["''", "'::'", "' '", "':'"])
def test_a_tag_that_is_empty_is_refused(tmp_path: Path, tag: str) -> None:
    assert any("empty tag" in line for line in problems(tmp_path, {F: f"tags: [{tag}]\n"}))
