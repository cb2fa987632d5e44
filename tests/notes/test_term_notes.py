"""One term note for each article that is linked to in both languages, in a sentence that stays."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from flashgen.anki.note_types import NoteField
from flashgen.anki.package_reader import Edition
from flashgen.config.load import load_config
from flashgen.notes.meetings import find_meetings
from flashgen.notes.note_maker import NoteMaker
from flashgen.notes.term_notes import met_terms, published_terms
from flashgen.notes.term_places import PublishedTerm, TermPlaces
from flashgen.record import replace
from flashgen.records.documents import Document
from flashgen.records.facts import Mention
from flashgen.records.location import Location
from flashgen.records.notes import Note
from flashgen.records.pairs import Bead, Bitext, Side
from flashgen.scratch.note_fields import Fields
from tests.support.note_makers import note_maker
from tests.support.plain_deck import FIELDS, HONEY, NOTE_TYPES, NOTHING, note, published
from tests.support.samples import fact


def mention(slug: str, paragraph: str, words: str) -> Mention:
    start = paragraph.index(words)
    return Mention(slug, paragraph, start, start + len(words), (0, 0), Location("it/x.md", 3))


def bitext(slug: str, titles: tuple[str, str], *links: tuple[Mention, Mention]) -> Bitext:
    def side(language: str, title: str, mentions: tuple[Mention, ...]) -> Side:
        return Side(Document("x.md", f"{language}/{slug}.md", slug, language), title, True, mentions)

    native = side("en", titles[0], tuple(one for one, _ in links))
    target = side("it", titles[1], tuple(other for _, other in links))
    return Bitext(slug, ("Nature",), native, target, ())


def bee(english: str, italian: str) -> tuple[Mention, Mention]:
    """A link to the article on bees in both languages."""
    return mention("ape", english, "bees"), mention("ape", italian, "api")


APE = bitext("ape", ("Bee", "Ape"))
DEFINED = replace(APE, beads=(Bead("definition", fact("definition", "An insect."), fact("definition", "Un insetto.")),))
MEADOW = bee("Here bees work.", "Qui lavorano le api.")
HIVE = bee("In a hive bees live.", "In un'arnia vivono le api.")


def terms(*bitexts: Bitext, last: Edition = NOTHING, unasked: Bitext | None = None) -> list[tuple[str, str]]:
    """(article, target sentence) of each term note; the corpus holds an article more, that was not asked for."""
    collected = TermPlaces(published_terms(last))
    for one in bitexts:
        collected.add(one, find_meetings(one))

    def read_bitext(slug: str) -> Bitext | None:
        return unasked if unasked and unasked.slug == slug else None

    found = made_of(note_maker(), collected, read_bitext)
    return [(one.article, context(one)) for one in found]


def made_of(
    maker: NoteMaker, collected: TermPlaces, read_bitext: Callable[[str], Bitext | None] = lambda _: None
) -> list[Note]:
    made = (maker.term(met.linked, met.places) for met in met_terms(collected, read_bitext))
    return [note for note, _ in filter(None, made)]


def context(found: Note) -> str:
    names = [field.value for field in note_maker().note_types["term"].fields]
    return found.fields.values[names.index("target.context")]


def shown_in(native: str, target: str) -> Edition:
    """An edition that showed the term in these sentences."""
    texts = {"article": "ape", "native.context": native, "target.context": target}
    fields = tuple(texts.get(field.value, "") for field in FIELDS)
    return published(NOTHING, HONEY, replace(note("", "", "term"), fields=Fields.of(fields)))


def asking(*, asks: bool) -> Edition:
    """An edition whose term had the card that asks for it, or had not."""
    kind = "term"
    asked = NoteField(99, "Producible", "producible")
    note_types = {**NOTE_TYPES, kind: replace(NOTE_TYPES[kind], fields=(*FIELDS, asked))}
    term = note("", "", kind, note_types=note_types)
    fields = (*term.fields.values[:-1], "yes" if asks else "")
    return published(NOTHING, HONEY, replace(term, fields=Fields.of(fields)), note_types=note_types)


def test_an_article_that_is_linked_to_is_a_term() -> None:
    assert terms(bitext("prato", ("Meadow", "Prato"), MEADOW), APE) == [("ape", "Qui lavorano le <b>api</b>.")]


def test_a_term_is_made_once_in_the_sentence_it_was_first_met_in() -> None:
    prato, arnia = bitext("prato", ("Meadow", "Prato"), MEADOW), bitext("arnia", ("Hive", "Arnia"), HIVE)
    assert terms(prato, arnia, APE) == [("ape", "Qui lavorano le <b>api</b>.")]
    assert terms(arnia, prato, APE) == [("ape", "In un'arnia vivono le <b>api</b>.")]


def test_a_term_is_not_shown_in_sentences_that_are_not_sound() -> None:
    collected = TermPlaces()
    for one in (bitext("prato", ("Meadow", "Prato"), MEADOW), bitext("arnia", ("Hive", "Arnia"), HIVE), APE):
        collected.add(one, find_meetings(one))
    maker = replace(note_maker(), are_sound=lambda native, target: "lavorano" not in target)
    assert list(map(context, made_of(maker, collected))) == ["In un'arnia vivono le <b>api</b>."]


@pytest.mark.parametrize(
    ("titles", "is_term"),
    [
        (("Container", "Contenitore"), True),
        (("Hydration", "Hydratation"), False),
        (("Container Ship", "コンテナシップ"), False),
        (("Container Ship", "貨物船"), True),
    ],
)
def test_cognates_that_no_sentence_shows_are_no_term(titles: tuple[str, str], is_term: bool) -> None:
    linking = bitext("prato", ("Meadow", "Prato"), MEADOW)
    collected = TermPlaces()
    for one in (linking, bitext("ape", titles)):
        collected.add(one, find_meetings(one))
    maker = replace(note_maker(), are_sound=lambda native, target: False)
    assert bool(made_of(maker, collected)) == is_term


def clozes(folder: Path, are_sound: Callable[[str, str], bool]) -> list[str]:
    """The target clozes of the term of two articles, neither of whose sentences would serve as an example."""
    (folder / "flashgen.yaml").write_text("", encoding="utf-8")
    (folder / "card_types.yaml").write_text("note_types: [{kind: term, cloze: true}]", encoding="utf-8")
    note_types = load_config(folder).load_note_types()
    collected = TermPlaces()
    for name, (native, target) in {"prato": MEADOW, "arnia": HIVE}.items():
        leaning = replace(native, leans=True), replace(target, leans=True)
        one = bitext(name, (name, name), leaning)
        collected.add(one, find_meetings(one))
    collected.add(APE, ())
    maker = replace(note_maker(), note_types=note_types, are_sound=are_sound)
    field = [one.value for one in note_types["term"].fields].index("target.cloze")
    return [found.fields.values[field] for found in made_of(maker, collected) if found.cards]


def test_a_cloze_hides_a_term_in_the_first_sound_text_where_no_sentence_serves_as_an_example(tmp_path: Path) -> None:
    assert clozes(tmp_path, lambda native, target: True) == ["Qui lavorano le {{c1::api}}."]
    assert clozes(tmp_path, lambda native, target: "lavorano" not in target) == ["In un'arnia vivono le {{c1::api}}."]


def test_a_cloze_hides_a_term_in_no_text_that_is_not_sound(tmp_path: Path) -> None:
    assert clozes(tmp_path, lambda native, target: False) == []


def test_a_link_in_one_language_only_is_no_term() -> None:
    prato = bitext("prato", ("Meadow", "Prato"), MEADOW)
    assert terms(replace(prato, target=replace(prato.target, mentions=())), APE) == []


def test_links_in_different_places_are_no_term() -> None:
    native, target = MEADOW
    assert terms(bitext("prato", ("Meadow", "Prato"), (native, replace(target, block_index=(1, 0)))), APE) == []


def test_a_link_of_an_article_to_itself_is_no_term() -> None:
    assert terms(bitext("ape", ("Bee", "Ape"), MEADOW)) == []


def test_an_article_that_the_corpus_lacks_is_no_term() -> None:
    assert terms(bitext("prato", ("Meadow", "Prato"), MEADOW)) == []


def test_an_article_that_was_not_asked_for_is_read_for_its_titles() -> None:
    assert terms(bitext("prato", ("Meadow", "Prato"), MEADOW), unasked=APE) == [("ape", "Qui lavorano le <b>api</b>.")]


def test_a_term_keeps_its_published_sentence_when_an_article_is_added_before() -> None:
    prato, arnia = bitext("prato", ("Meadow", "Prato"), MEADOW), bitext("arnia", ("Hive", "Arnia"), HIVE)
    last = shown_in("Here <b>bees</b> work.", "Qui lavorano le <b>api</b>.")
    assert terms(arnia, prato, APE, last=last) == [("ape", "Qui lavorano le <b>api</b>.")]


def test_a_published_sentence_that_stands_nowhere_any_more_is_replaced() -> None:
    last = shown_in("Here <b>bees</b> slept.", "Qui dormivano le <b>api</b>.")
    assert terms(bitext("arnia", ("Hive", "Arnia"), HIVE), APE, last=last) == [
        ("ape", "In un'arnia vivono le <b>api</b>.")
    ]


def test_the_sentences_of_published_terms_are_plain_text_by_article() -> None:
    last = shown_in("Bees &amp; <b>wasps</b>.", "Api &amp; <b>vespe</b>.")
    assert published_terms(last) == {"ape": PublishedTerm(("Bees & wasps.", "Api & vespe."))}


@pytest.mark.parametrize(
    ("linked", "asked", "is_asked_twice"), [(DEFINED, True, True), (DEFINED, False, False), (APE, True, False)]
)
def test_a_term_goes_on_to_be_asked_for_beside_its_definition(
    linked: Bitext, asked: bool, is_asked_twice: bool
) -> None:
    collected = TermPlaces(published_terms(asking(asks=asked)))
    for one in (bitext("prato", ("Meadow", "Prato"), MEADOW), linked):
        collected.add(one, find_meetings(one))
    assert [met.is_asked_twice for met in met_terms(collected, lambda _: None)] == [is_asked_twice]


def test_a_first_edition_has_no_published_terms() -> None:
    assert published_terms(NOTHING) == {}
