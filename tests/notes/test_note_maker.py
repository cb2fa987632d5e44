"""Bitexts -> notes: guids that belong to the fact, tags and decks that Anki keeps."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from flashgen.anki.ids import fact_guid
from flashgen.language.patterns import DECK_NAMES, TAG_NAMES
from flashgen.notes.meetings import TermPlace
from flashgen.notes.note_maker import NoteMaker
from flashgen.record import replace
from flashgen.records.documents import Document
from flashgen.records.facts import Fact, Mention
from flashgen.records.location import Location
from flashgen.records.notes import Note
from flashgen.records.pairs import Bead, Bitext, Reason, Side, Suspicion
from tests.support.note_makers import note_maker
from tests.support.samples import fact


def term_of(linked: Bitext, places: Sequence[TermPlace]) -> Note | None:
    made = note_maker().term(linked, places)
    return made and made[0]


def side(language: str, title: str, used: bool = True) -> Side:
    return Side(Document("x.md", f"{language}/x.md", "x", language), title, used, ())


def bitext(*beads: Bead, slug: str = "ape", keywords: tuple[str, ...] = ("Natura", "Insetti del prato")) -> Bitext:
    return Bitext(slug, keywords, side("en", "Bee"), side("it", "Ape"), beads)


def bead(native: str = "honey", target: str = "miele", kind: str = "purpose") -> Bead:
    return Bead(kind, fact(kind, native), fact(kind, target))


def only(text: Bitext, by: NoteMaker | None = None) -> Note:
    (note,) = (by or note_maker()).notes(text)
    return note


def fields(note: Note) -> dict[str, str]:
    names = [field.name for field in note_maker().note_types[note.kind].fields]
    return dict(zip(names, note.fields.values, strict=True))


def test_a_pair_makes_a_note_with_both_sides() -> None:
    found = fields(only(bitext(bead("honey", "miele"))))
    assert (found["NativeAnswer"], found["TargetAnswer"]) == ("honey", "miele")
    assert (found["NativeTitle"], found["TargetTitle"]) == ("Bee", "Ape")
    assert (found["NativeLanguage"], found["TargetDirection"], found["Article"]) == ("en", "ltr", "ape")


def test_one_sided_and_doubtful_beads_make_no_note() -> None:
    text = bitext(Bead("purpose", fact("purpose", "honey"), None), replace(bead(), reason=Reason("in doubt")))
    assert note_maker().notes(text) == ()


def test_the_prompt_asks_where_a_fact_has_no_question() -> None:
    found = fields(only(bitext(bead(kind="definition"))))
    assert found["TargetQuestion"] == "Che cosa significa «Ape»?"
    assert found["NativeQuestion"] == "What does “Bee” mean?"


def test_a_title_that_is_a_question_asks_for_its_definition_by_itself() -> None:
    asking = replace(bitext(bead(kind="definition")), native=side("en", "How do bees live?"))
    found = fields(only(asking))
    assert found["NativeQuestion"] == "How do bees live?"
    assert "«Ape»" in found["TargetQuestion"]


@pytest.mark.parametrize("kind", ["highlight", "callout", "purpose"])
def test_what_need_not_answer_a_title_that_asks_is_asked_for_by_the_prompt(kind: str) -> None:
    asking = replace(bitext(bead(kind=kind)), native=side("en", "How do bees live?"))
    assert fields(only(asking))["NativeQuestion"] not in ("", "How do bees live?")


@pytest.mark.parametrize("kind", ["highlight", "callout", "purpose"])
def test_no_prompt_is_made_with_a_title_that_one_text_does_not_use(kind: str) -> None:
    """A title translated without its context may have another sense ("nonce" as "for the moment")."""
    found = fields(only(replace(bitext(bead(kind=kind)), target=side("it", "Per ora", used=False))))
    assert (found["NativeQuestion"], found["TargetQuestion"]) == ("", "")
    assert found["TargetAnswer"] == "miele"


def test_a_heading_that_is_a_name_is_made_a_question_by_the_prompt_for_highlights() -> None:
    named = Bead(
        "section",
        replace(fact("section", "It is long that honey keeps.", "Honey"), names_question=True),
        fact("section", "Per anni si conserva il miele.", "Miele"),
    )
    found = fields(only(bitext(named)))
    assert found["NativeQuestion"] == "What is important to know about “Honey”?"
    assert found["TargetQuestion"] == "Che cosa è importante sapere su «Miele»?"


def test_a_heading_that_recurs_asks_by_itself() -> None:
    native, target = fact("section", "Honey keeps.", "Uses"), fact("section", "Il miele si conserva.", "Usi")
    assert fields(only(bitext(Bead("section", native, target))))["TargetQuestion"] == "Usi"


def test_a_facts_own_question_is_asked() -> None:
    asked = Bead("faq", fact("faq", "Yes.", "Do bees sleep?"), fact("faq", "Sì.", "Le api dormono?"))
    assert fields(only(bitext(asked)))["TargetQuestion"] == "Le api dormono?"


def test_field_text_is_data() -> None:
    found = fields(only(bitext(bead("a <b> & [sound:x]", "{{c1::x}}"))))
    assert found["NativeAnswer"] == "a &lt;b&gt; &amp; [<span></span>sound:x]"
    assert "{{" not in found["TargetAnswer"]


def test_the_guid_is_the_first_field() -> None:
    note = only(bitext(bead()))
    assert note.fields.values[0] == note.guid
    assert len(note.guid) == 16


def test_a_guid_stays_the_same_from_build_to_build() -> None:
    assert (
        only(bitext(bead())).guid == only(bitext(bead())).guid == fact_guid(["ape", "en", "it", "purpose", "miele", 1])
    )


def test_a_guid_does_not_change_with_punctuation_case_or_place() -> None:
    one = only(bitext(bead("honey", "Miele dolce")))
    *_, other = note_maker().notes(bitext(bead("wax", "cera"), bead("Honey!", "miele, dolce.")))
    assert one.guid == other.guid


def test_a_step_keeps_its_guid_where_its_number_is_not_shown() -> None:
    native, target = replace(fact("purpose", "Grind."), number=1), replace(fact("purpose", "Macina."), number=1)
    alone = only(bitext(Bead("purpose", native, target)))
    shown = Bead("purpose", replace(native, answer="1. Grind."), replace(target, answer="1. Macina."))
    assert alone.guid == only(bitext(shown)).guid
    assert alone.guid != only(bitext(Bead("purpose", replace(native, number=2), target))).guid
    named = Bead("purpose", replace(native, label="Flour"), replace(target, label="Farina"))
    assert only(bitext(named)).guid == only(bitext(bead("Grind.", "Macina."))).guid


def test_a_definition_keeps_its_guid_when_it_is_reworded() -> None:
    one, other = (only(bitext(bead("x", words, "definition"))) for words in ("Fa il miele.", "Un insetto."))
    assert one.guid == other.guid


def test_a_question_keeps_its_guid_when_its_answer_is_reworded() -> None:
    one, other = (Bead("faq", fact("faq", "Yes.", "Q?"), fact("faq", said, "Dormono?")) for said in ("Sì.", "Certo."))
    assert only(bitext(one)).guid == only(bitext(other)).guid


def test_guids_differ_by_kind_article_pair_and_fact() -> None:
    guids = {
        only(bitext(bead())).guid,
        only(bitext(bead(kind="highlight"))).guid,
        only(bitext(bead(), slug="vespa")).guid,
        only(bitext(bead()), note_maker("de", "it")).guid,
        only(bitext(bead()), note_maker("it", "en")).guid,
        only(bitext(bead("wax", "cera"))).guid,
    }
    assert len(guids) == 6


def test_equal_facts_of_one_article_have_guids_of_their_own() -> None:
    one, other = note_maker().notes(bitext(bead("fee", "costo"), bead("price", "Costo")))
    assert one.guid != other.guid


def test_tags_carry_kind_article_and_every_keyword_without_spaces() -> None:
    assert only(bitext(bead())).tags == (
        "flashgen::article::ape",
        "flashgen::kind::purpose",
        "flashgen::topic::Insetti_del_prato",
        "flashgen::topic::Natura",
    )


@pytest.mark.parametrize("keyword", ["a b", "a\u3000b", "a\u00a0b", "a\tb", "::a::", "a::b"])
def test_no_tag_is_split_or_emptied_by_a_keyword(keyword: str) -> None:
    for tag in only(bitext(bead(), keywords=(keyword,))).tags:
        assert all(tag.split("::"))
        assert not any(character.isspace() for character in tag)
        assert tag.count("::") == 2


def test_the_deck_is_named_by_the_first_keyword() -> None:
    assert only(bitext(bead())).deck == "flashgen en→it::Natura"


def test_without_a_keyword_the_decks_last_level_is_dropped() -> None:
    assert only(bitext(bead(), keywords=())).deck == "flashgen en→it"


def test_a_keyword_adds_no_level_to_the_deck() -> None:
    assert only(bitext(bead(), keywords=("a::b",))).deck == "flashgen en→it::a b"


def test_a_deck_always_has_a_name() -> None:
    settings = replace(note_maker().settings, deck="{topic}")
    assert only(bitext(bead(), keywords=()), replace(note_maker(), settings=settings)).deck


def test_a_placeholder_in_a_keyword_is_not_filled() -> None:
    assert only(bitext(bead(), keywords=("{native}",))).deck == "flashgen en→it::{native}"


def mention(words: str, paragraph: str) -> Mention:
    start = paragraph.index(words)
    return Mention("ape", paragraph, start, start + len(words), (0, 0), Location("it/prato.md", 3))


BEE, APE = mention("bees", "Look. Here are bees at work."), mention("api", "Guarda. Qui ci sono api al lavoro.")


def test_a_term_asks_for_the_titles_in_their_sentences() -> None:
    note = term_of(bitext(), [TermPlace(BEE, APE)])
    assert note
    found = fields(note)
    assert (found["NativeTerm"], found["TargetTerm"]) == ("Bee", "Ape")
    assert found["TargetContext"] == "Qui ci sono <b>api</b> al lavoro."
    assert len(note.cards) == 2


def test_a_title_that_its_article_never_uses_is_no_term() -> None:
    assert term_of(replace(bitext(), target=side("it", "Ape", used=False)), [TermPlace(BEE, APE)]) is None


def test_a_title_that_is_the_same_word_is_no_term() -> None:
    assert term_of(replace(bitext(), target=side("it", "BEE")), [TermPlace(BEE, APE)]) is None


def produced(linked: Bitext, *, by: NoteMaker | None = None, before: bool = False) -> bool:
    """Whether the note of a term asks for it in the target language."""
    made = (by or note_maker()).term(linked, [TermPlace(BEE, APE)], is_asked_twice=before)
    return made is not None and 0 in made[0].cards


def test_a_term_that_the_definition_asks_for_is_not_asked_for_twice() -> None:
    defined = bitext(bead("An insect that makes honey.", "Un insetto che fa il miele.", "definition"))
    assert (produced(bitext()), produced(defined)) == (True, False)


def test_a_term_that_was_published_asking_for_it_goes_on_to_ask() -> None:
    defined = bitext(bead("An insect that makes honey.", "Un insetto che fa il miele.", "definition"))
    assert produced(defined, before=True)


def test_a_term_is_asked_for_where_the_cards_of_definitions_are_configured_not_to() -> None:
    defined = bitext(bead("An insect that makes honey.", "Un insetto che fa il miele.", "definition"))
    note_types = dict(note_maker().note_types)
    note_types["definition"] = replace(note_types["definition"], cards=note_types["definition"].cards[:1])
    assert produced(defined, by=replace(note_maker(), note_types=note_types))


def test_a_term_keeps_its_guid_in_another_sentence() -> None:
    one = term_of(bitext(), [TermPlace(BEE, APE)])
    other = term_of(bitext(), [TermPlace(BEE, mention("Le api", "Le api volano."))])
    assert one
    assert other
    assert one.guid == other.guid


def test_a_right_to_left_side_says_so() -> None:
    note = only(bitext(bead()), note_maker("ar", "it"))
    assert fields(note)["NativeDirection"] == "rtl"


def test_a_note_has_the_cards_that_its_fields_fill() -> None:
    assert only(bitext(bead())).cards == (0, 1)
    blank = Bead("purpose", fact("purpose", ""), fact("purpose", "miele"))
    assert only(bitext(blank)).cards == ()


def test_a_note_points_to_its_target_fact() -> None:
    placed = Fact("purpose", "", "miele", Location("it/ape.md", 12))
    assert str(only(bitext(Bead("purpose", fact("purpose", "honey"), placed))).location) == "it/ape.md:12"


def pinned(native: str = "", target: str = "", said: str = "miele") -> Bead:
    one = bead("honey", said)
    assert one.native
    assert one.target
    return replace(one, native=replace(one.native, pin=native), target=replace(one.target, pin=target))


def test_a_pin_makes_the_guid_whatever_the_text() -> None:
    assert only(bitext(pinned(target="p"))).guid == only(bitext(pinned(target="p", said="cera"))).guid
    assert only(bitext(pinned(target="p"))).guid != only(bitext(pinned(target="q"))).guid


def test_a_pin_in_either_version_pins_the_note() -> None:
    assert [only(bitext(one)).pin for one in (pinned("p"), pinned("", "p"), pinned("n", "t"), pinned())] == [
        "p", "p", "t", "",
    ]  # fmt: skip


def test_a_pin_is_not_taken_for_a_text() -> None:
    assert only(bitext(pinned(target="miele"))).guid != only(bitext(pinned())).guid


SUSPECT = replace(bead(), suspicions=(Suspicion("label", "a label", Location("it/x.md", 7), "miele"),))


def test_a_suspect_that_passes_bears_a_tag_where_the_configuration_says_so() -> None:
    asked = replace(note_maker(), settings=replace(note_maker().settings, tags_suspects=True))
    assert "flashgen::suspect::label" in only(bitext(SUSPECT), asked).tags
    assert only(bitext(bead()), asked).tags == only(bitext(bead())).tags


def test_a_suspect_that_is_kept_is_a_note_like_any_other() -> None:
    asked = replace(note_maker(), settings=replace(note_maker().settings, tags_suspects=False))
    assert only(bitext(SUSPECT), asked) == only(bitext(bead()))


SHOWS_RESTS = replace(note_maker(), settings=replace(note_maker().settings, rests=("callout",)))


def test_what_was_cut_off_an_answer_has_a_field_and_changes_no_guid() -> None:
    whole, cut = (
        fact("callout", "Honey keeps. It is sweet."),
        replace(fact("callout", "Honey keeps."), rest="It is sweet."),
    )
    notes = [only(bitext(Bead("callout", side, side)), SHOWS_RESTS) for side in (whole, cut)]
    assert (fields(notes[1])["TargetRest"], fields(notes[1])["TargetContext"]) == ("It is sweet.", "")
    assert fields(notes[1])["TargetQuestion"] == fields(notes[0])["TargetQuestion"]
    assert notes[0].guid == notes[1].guid


def test_a_rest_that_is_damaged_is_not_shown_and_changes_no_guid() -> None:
    cut = replace(fact("callout", "Honey keeps."), rest="It is sweet. and so on.")
    sound = Bead("callout", cut, cut)
    damaged = replace(sound, rest_flaw=Suspicion("torn-sentence", "goes on in lower case", Location("it/x.md", 7), ""))
    notes = [only(bitext(one), SHOWS_RESTS) for one in (sound, damaged)]
    assert [fields(note)["TargetRest"] for note in notes] == ["It is sweet. and so on.", ""]
    assert notes[0].guid == notes[1].guid


def test_a_title_that_is_not_asked_is_shown_all_the_same() -> None:
    text = replace(bitext(bead(kind="definition")), target=side("it", "Vespa", used=False))
    found = fields(only(text))
    assert (found["TargetTitle"], found["TargetQuestion"]) == ("Vespa", "Che cosa significa «Vespa»?")
    assert only(text).cards == (0,)


def test_a_gloss_stands_in_a_field_of_its_own() -> None:
    note = term_of(replace(bitext(), target=replace(side("it", "Ape"), gloss="apis")), [TermPlace(BEE, APE)])
    assert note
    found = fields(note)
    assert (found["TargetTerm"], found["TargetGloss"], found["NativeGloss"]) == ("Ape", "apis", "")


@pytest.mark.parametrize("kind", ["term", "definition"])
def test_a_gloss_is_shown_behind_its_term_on_the_back_alone(kind: str) -> None:
    cards = [card for card in note_maker().note_types[kind].cards if card.name != "Question"]
    assert not any("Gloss}}" in card.front for card in cards)
    assert all(card.back.count("Gloss}}</div>") == 1 for card in cards)


@pytest.mark.parametrize("kind", ["faq", "callout"])
def test_what_was_cut_off_is_shown_beneath_the_answer_and_only_on_the_back(kind: str) -> None:
    (card, *_) = note_maker().note_types[kind].cards
    assert "{{TargetRest}}" not in card.front
    assert card.back.index("{{TargetAnswer}}") < card.back.index("{{TargetRest}}")


def test_a_term_has_no_context_where_its_sentence_is_the_bare_link() -> None:
    note = term_of(bitext(), [TermPlace(BEE, mention("api", "Guarda. Qui. api."))])
    assert note
    found = fields(note)
    assert (found["TargetContext"], found["NativeContext"]) == ("", "")
    assert len(note.cards) == 2


def test_a_term_is_shown_in_the_first_sentences_that_stand_for_each_other() -> None:
    elsewhere = TermPlace(BEE, mention("api", "Qui ci sono api al lavoro. Guarda."))
    made = note_maker().term(bitext(), [elsewhere, TermPlace(BEE, APE)])
    assert made
    note, number = made
    assert number == 1
    assert fields(note)["TargetContext"] == "Qui ci sono <b>api</b> al lavoro."


def test_a_card_says_what_it_wants_in_the_language_that_asks() -> None:
    for kind, expected in {
        "purpose": ("Translate", "Traduci"), "definition": ("Translate", "Spiega"),
    }.items():  # fmt: skip
        found = fields(only(bitext(bead(kind=kind))))
        assert (found["NativeTask"], found["TargetTask"]) == expected


def test_the_card_that_asks_for_a_term_bears_that_label_and_is_helped_by_the_definition() -> None:
    found = fields(only(bitext(bead("It makes honey.", "Fa il miele.", "definition"))))
    assert (found["NativeLabel"], found["TargetLabel"]) == ("Term", "Definizione")
    assert (found["NativeHintLabel"], found["NativeHint"]) == ("Definition", "It makes honey.")
    assert found["TargetHint"] == ""


def test_a_hint_does_not_hold_the_answer() -> None:
    assert fields(only(bitext(bead("In Italian: ape.", "Un insetto.", "definition"))))["NativeHint"] == ""


def test_a_definition_is_asked_with_its_title_named() -> None:
    bare = Bead(
        "definition", fact("definition", "It flies.", "What is it?"), fact("definition", "Vola.", "Cos'è l'ape?")
    )
    found = fields(only(bitext(bare)))
    assert (found["NativeQuestion"], found["TargetQuestion"]) == ("Bee: What is it?", "Cos'è l'ape?")


def test_a_question_that_uses_a_word_of_the_title_names_it_well_enough() -> None:
    asked = Bead("definition", fact("definition", "x", "What are wild hives?"), fact("definition", "y", "Cos'è?"))
    text = replace(bitext(asked), native=side("en", "The Wild Hive"))
    assert fields(only(text))["NativeQuestion"] == "What are wild hives?"


@pytest.mark.parametrize(
    ("length", "size", "producible"),
    [(80, "short", "yes"), (160, "medium", "yes"), (161, "long", "yes"), (220, "long", "yes"), (221, "long", "")],
)
def test_a_long_answer_is_set_small_and_not_asked_for(length: int, size: str, producible: str) -> None:
    found = fields(only(bitext(bead("honey", "m" * length))))
    assert (found["TargetSize"], found["NativeSize"], found["Producible"]) == (size, "short", producible)


def test_what_is_too_long_to_be_said_from_memory_is_only_to_be_understood() -> None:
    assert [len(only(bitext(bead("honey", "m" * length))).cards) for length in (220, 221)] == [2, 1]


def test_no_line_ends_between_a_number_and_its_sign_and_the_guid_knows_nothing_of_it() -> None:
    note = only(bitext(bead("honey", "il 25 %")))
    assert fields(note)["TargetAnswer"] == 'il <span class="unbroken">25 %</span>'
    assert note.guid == only(bitext(bead("honey", "il 25\u00a0%"))).guid


def test_decks_and_tags_are_named_by_what_front_matter_holds() -> None:
    maker = note_maker()
    tags = ("level::{front.Level}", "by::{front.author.name}", "{front.none}::x")
    maker = replace(maker, settings=replace(maker.settings, deck="Bees::{front.level}::{front.none}", tags=tags))
    text = bitext(bead())
    native = replace(text.native, front={"level": "A1", "author.name": "Ada Rossi"})
    text = replace(text, native=native, target=replace(text.target, front={"level": "B::2", "author.name": ""}))
    note = only(text, maker)
    assert note.deck == "Bees::B 2"
    assert note.tags == ("by::Ada_Rossi", "level::B_2")


def test_what_leads_in_to_an_answer_stands_above_it_and_in_no_fold() -> None:
    back = note_maker().note_types["purpose"].cards[0].back
    lead_in, answer, fold = (back.index(part) for part in ("{{NativeContext}}", "{{NativeAnswer}}", "<details"))
    assert lead_in < answer < fold


def test_only_kinds_that_are_to_go_on_show_their_rests_and_guids_stay_when_that_changes() -> None:
    cut = replace(fact("callout", "Honey keeps."), rest="It is sweet.")
    notes = [only(bitext(Bead("callout", cut, cut)), maker) for maker in (note_maker(), SHOWS_RESTS)]
    assert [(fields(note)["TargetRest"], fields(note)["NativeRest"]) for note in notes] == [
        ("", ""),
        ("It is sweet.", "It is sweet."),
    ]
    assert notes[0].guid == notes[1].guid


@pytest.mark.parametrize("name", DECK_NAMES)
def test_every_placeholder_that_a_deck_may_have_is_filled(name: str) -> None:
    maker = note_maker()
    maker = replace(maker, settings=replace(maker.settings, deck=f"Bees {{{name}}}"))
    assert "{" not in only(bitext(bead(), keywords=("Insects",)), maker).deck


@pytest.mark.parametrize("name", TAG_NAMES)
def test_every_placeholder_that_a_tag_may_have_is_filled(name: str) -> None:
    maker = note_maker()
    maker = replace(maker, settings=replace(maker.settings, tags=(f"bees-{{{name}}}",)))
    (tag,) = only(bitext(bead(), keywords=("Insects",)), maker).tags
    assert "{" not in tag
