"""One idea a card: both sides are cut, labelled, numbered and led in alike."""

from __future__ import annotations

import pytest

from flashgen.pairing.card_size import CardSize
from flashgen.pairing.fitting import Fitting
from flashgen.pairing.model import TranslationModel
from flashgen.record import replace
from flashgen.records.facts import Fact
from flashgen.records.pairs import Bead
from tests.support.samples import fact

SMALL = CardSize(answer=60, statement=40)
LONG = "The mill of our village grinds 12 tons of grain. Its wheel turned in 1911. A brook drives it."
LUNGO = "Il mulino del nostro villaggio macina 12 tonnellate di grano. La ruota girò nel 1911. Un ruscello lo muove."


def fit(native: Fact, target: Fact, size: CardSize = SMALL) -> tuple[Fact, Fact]:
    (bead,) = Fitting("mill", ("en", "it"), TranslationModel(), size).fit_all([Bead(native.kind, native, target)])
    assert bead.native is not None
    assert bead.target is not None
    return bead.native, bead.target


def item(answer: str, **traits: object) -> Fact:
    return replace(fact("purpose", answer), **traits)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", ["purpose", "highlight", "callout"])
def test_a_long_item_keeps_its_first_sentence_and_the_rest_stands_behind(kind: str) -> None:
    native, target = fit(fact(kind, LONG), fact(kind, LUNGO))
    assert native.answer == "The mill of our village grinds 12 tons of grain."
    assert target.answer == "Il mulino del nostro villaggio macina 12 tonnellate di grano."
    assert native.rest == "Its wheel turned in 1911. A brook drives it."
    assert target.rest == "La ruota girò nel 1911. Un ruscello lo muove."


def test_what_is_answered_may_keep_two_short_sentences() -> None:
    english, italian = (
        "It grinds 12 tons. It is of 1911. A brook drives it.",
        "Macina 12 t. È del 1911. Lo muove un rio.",
    )
    native, target = fit(fact("faq", english, "Why?"), fact("faq", italian, "Perché?"), CardSize(answer=45))
    assert (native.answer, target.answer) == ("It grinds 12 tons. It is of 1911.", "Macina 12 t. È del 1911.")


def test_a_text_that_fits_stays_whole() -> None:
    native, target = fit(fact("highlight", "It grinds. It is old."), fact("highlight", "Macina. È vecchio."))
    assert (native.answer, native.rest) == ("It grinds. It is old.", "")
    assert (target.answer, target.rest) == ("Macina. È vecchio.", "")


def test_a_definition_takes_two_sentences_at_most_however_short() -> None:
    native, target = fit(
        fact("definition", "A mill grinds. It is of 1911. It is big."),
        fact("definition", "Un mulino macina. È del 1911. È grande."),
    )
    assert (native.answer, target.answer) == ("A mill grinds. It is of 1911.", "Un mulino macina. È del 1911.")


@pytest.mark.parametrize(("more", "sentences"), [((" for Ann", " per Ann"), 2), ((" for all of 1200",) * 2, 1)])
def test_a_definition_takes_a_second_sentence_only_where_the_first_says_little(
    more: tuple[str, str], sentences: int
) -> None:
    native, target = fit(
        fact("definition", f"The mill of our village grinds 12 tons of grain{more[0] * 3}. Its wheel turned in 1911."),
        fact("definition", f"Il mulino del villaggio macina 12 tonnellate{more[1] * 3}. La ruota girò nel 1911."),
        CardSize(),
    )
    assert native.answer.count(".") == target.answer.count(".") == sentences


@pytest.mark.parametrize(
    ("title", "sentences"), [("The mill", 1), ("Mill of our village that grinds tons of grain", 2)]
)
def test_a_definition_that_repeats_its_title_takes_a_second_sentence_though_both_are_long(
    title: str, sentences: int
) -> None:
    grinds, macina = f"{LONG.split('.')[0]}{' for 1200' * 6}.", f"{LUNGO.split('.')[0]}{' per 1200' * 6}."
    bead = Bead(
        "definition",
        fact("definition", f"{grinds} Its wheel turned in 1911."),
        fact("definition", f"{macina} La ruota girò nel 1911."),
    )
    fitting = Fitting("mill", ("en", "it"), TranslationModel(), CardSize(answer=100), titles=(title, "Il mulino"))
    native = fitting.fit_all([bead])[0].native
    assert native
    assert native.answer.count(".") == sentences


def test_two_definitions_are_cut_behind_their_first_sentences_on_less_evidence_than_other_texts() -> None:
    """Versions of different revisions go on differently, but both say first what the thing is."""
    english = "A mill is a building that grinds grain with stones. Wind or water drives it. Some stand by rivers still."
    italian = (
        "Un mulino è un edificio che macina il grano. Le sue pale di legno vanno orientate verso il vento. Il vento "
        "cambia ogni ora del giorno, e il mugnaio lo sa."
    )
    answers = {}
    for kind in ("definition", "callout"):
        native, target = fit(fact(kind, english), fact(kind, italian))
        answers[kind] = native.answer, target.answer
    assert answers["definition"] == (english.split(" Wind")[0], italian.split(" Le ")[0])
    assert answers["callout"] == (english, italian)


def test_a_first_sentence_that_says_too_little_takes_the_next_with_it() -> None:
    native, _ = fit(
        fact("callout", "Not always. The mill rests in 1911 and in the 12 months that follow. Then it grinds."),
        fact("callout", "Non sempre. Il mulino riposa nel 1911 e nei 12 mesi che seguono. Poi macina."),
        CardSize(statement=80),
    )
    assert native.answer == "Not always. The mill rests in 1911 and in the 12 months that follow."


@pytest.mark.parametrize("kind", ["purpose", "highlight"])
def test_a_question_that_a_long_item_begins_with_asks_for_what_answers_it(kind: str) -> None:
    native, target = fit(
        fact(kind, "Does the old mill turn by night, as it did? It rests in 1911 and in the 12 months after. It is."),
        fact(kind, "Il vecchio mulino gira di notte come prima? Riposa nel 1911 e nei 12 mesi dopo. Lo è."),
    )
    assert native.context == "Does the old mill turn by night, as it did?"
    assert native.answer == "It rests in 1911 and in the 12 months after."
    assert target.context == "Il vecchio mulino gira di notte come prima?"
    assert target.answer == "Riposa nel 1911 e nei 12 mesi dopo."


def test_two_questions_that_a_long_item_begins_with_ask_together() -> None:
    native, target = fit(
        item("Does the mill with its 12 stones turn by night? By day, in 1911? It rests in the 24 months after."),
        item("Gira di notte il mulino con le sue 12 mole? E di giorno, nel 1911? Riposa nei 24 mesi dopo."),
    )
    assert native.context == "Does the mill with its 12 stones turn by night? By day, in 1911?"
    assert target.answer == "Riposa nei 24 mesi dopo."


def test_a_question_behind_a_label_takes_its_answer_along() -> None:
    native, _ = fit(
        item("Does the mill with its 12 stones turn? It rests in the 24 months after.", label="By night"),
        item("Gira il mulino con le sue 12 mole? Riposa nei 24 mesi dopo.", label="Di notte"),
        CardSize(answer=80, statement=40),
    )
    assert native.rest == ""


def test_a_first_sentence_of_an_item_that_says_too_little_is_its_label() -> None:
    native, target = fit(
        item("A wheel. It was built in 1911 and turns 12 times a minute. It is of oak.", context="Parts:"),
        item("Una ruota. Fu costruita nel 1911 e gira 12 volte al minuto. È di quercia.", context="Parti:"),
    )
    assert (native.context, native.answer) == ("Parts:\nA wheel", "It was built in 1911 and turns 12 times a minute.")
    assert (target.context, target.answer) == ("Parti:\nUna ruota", "Fu costruita nel 1911 e gira 12 volte al minuto.")


def test_a_definition_that_is_too_long_leaves_out_what_stands_in_brackets() -> None:
    native, target = fit(
        fact("definition", "A mill (of wood, of stone or of both) is a house that grinds grain with a wheel."),
        fact("definition", "Un mulino (di legno) è una casa che macina il grano con una ruota."),
    )
    assert native.answer == "A mill is a house that grinds grain with a wheel."
    assert target.answer == "Un mulino è una casa che macina il grano con una ruota."


def test_a_bracket_of_a_script_that_sets_no_space_before_it_is_left_out_as_well() -> None:
    _, korean = fit(
        fact("definition", "A mill (of wood, of stone or of both) is a house that grinds grain with a wheel."),
        fact("definition", "방앗간(나무, 돌 또는 둘 다로 만든)은 바퀴로 곡식을 빻는 집이다."),
    )
    assert korean.answer == "방앗간은 바퀴로 곡식을 빻는 집이다."


def test_a_text_is_not_cut_behind_what_leads_in() -> None:
    native, _ = fit(
        fact("faq", "The mill has 3 parts:\na wheel of 1911 that the brook turns day and night.", "What?"),
        fact("faq", "Il mulino ha 3 parti:\nuna ruota del 1911 che il ruscello gira notte e giorno.", "Che cosa?"),
    )
    assert native.rest == ""


def test_a_statistic_asks_with_the_sentence_that_holds_its_figure() -> None:
    english, italian = "Grain is dear. The mill grinds 12 tons of it.", "Il grano è caro. Il mulino ne macina 12 t."
    native, target = fit(
        fact("statistic", english, english.replace("12 tons", "____"), "12 tons"),
        fact("statistic", italian, italian.replace("12 t", "____"), "12 t"),
    )
    assert native.answer == "The mill grinds 12 tons of it."
    assert "____" in native.question
    assert target.answer == "Il mulino ne macina 12 t."
    assert (native.rest, target.rest) == ("Grain is dear.", "Il grano è caro.")


def test_a_label_of_both_sides_leads_in() -> None:
    native, target = fit(item("It turns.", label="Wheel", context="Parts:"), item("Gira.", label="Ruota"))
    assert (native.context, target.context) == ("Wheel", "Ruota")
    assert (native.answer, target.answer) == ("It turns.", "Gira.")


def test_what_leads_in_to_a_list_stands_above_the_label_of_an_item() -> None:
    native = item("It turns by day.", label="Death of the miller", context="The mill may be sold:")
    target = item("Gira di giorno.", label="Morte del mugnaio", context="Il mulino si vende.")
    assert [fact.context for fact in fit(native, target)] == [
        "The mill may be sold:\nDeath of the miller",
        "Il mulino si vende.\nMorte del mugnaio",
    ]


def test_a_lead_in_that_is_heavy_is_shown_above_a_label_without_what_it_says_in_brackets() -> None:
    aside = f" (though taxes{' of some sort' * 6} may have to be paid)"
    native = item("It turns by day.", label="Death", context=f"The mill may be sold{aside}:")
    target = item("Gira di giorno.", label="Morte", context="Il mulino si vende:")
    assert fit(native, target)[0].context == "The mill may be sold:\nDeath"


def test_a_lead_in_above_a_label_leaves_room_on_the_front() -> None:
    said, lead_in = "It turns by day and night. " * 8, "The mill may be sold in the year that follows:"
    native, target = item(said, label="Death", context=lead_in), item(said, label="Morte", context=lead_in)
    assert fit(native, target, CardSize(statement=220))[0].context == "Death"
    assert fit(native, target, CardSize(statement=220, whole=400))[0].context == f"{lead_in}\nDeath"


def test_a_question_that_heads_a_list_stands_above_a_label_where_no_sentence_leads_in() -> None:
    native = item("It turns by day.", label="Death", heading="What if nobody grinds?")
    target = item("Gira di giorno.", label="Morte", heading="E se nessuno macina?")
    assert fit(native, target)[0].context == "What if nobody grinds?\nDeath"
    assert fit(replace(native, heading="Parts"), replace(target, heading="Parti"))[0].context == "Death"


@pytest.mark.parametrize("sentence", ["The mill may be sold " + "at last " * 14 + ":", "The mill may be sold.", ""])
def test_a_label_leads_in_alone_where_no_light_sentence_is_sure_to_lead_in(sentence: str) -> None:
    native = item("It turns by day.", label="Death", context=sentence)
    target = item("Gira di giorno.", label="Morte", context=sentence and "Il mulino si vende.")
    assert [fact.context for fact in fit(native, target)] == ["Death", "Morte"]


def test_a_name_in_a_list_is_no_sentence() -> None:
    native, target = fit(item("A wheel.", context="Parts:"), item("Una ruota.", context="Parti:"))
    assert (native.answer, target.answer) == ("A wheel", "Una ruota")


def test_a_sentence_keeps_its_full_stop_beside_a_short_one() -> None:
    native, target = fit(item("It has a wheel.", context="Parts:"), item("Ha una ruota.", context="Parti:"))
    assert (native.answer, target.answer) == ("It has a wheel.", "Ha una ruota.")


@pytest.mark.parametrize("mark", [".", ":"])
def test_a_label_that_one_side_lost_its_marks_of_is_a_label_still(mark: str) -> None:
    native, target = fit(item("It turns.", label="Wheel"), item(f"La ruota{mark} Gira."))
    assert (native.context, target.context) == ("Wheel", "La ruota")
    assert (native.answer, target.answer) == ("It turns.", "Gira.")


@pytest.mark.parametrize(
    "text", ["La ruota gira.", "La ruota che tutti vedono da lontano. Gira.", "Gira, e molto. E va."]
)
def test_a_text_that_begins_with_no_such_label_takes_the_others_label_back(text: str) -> None:
    native, target = fit(item("It turns.", label="Wheel"), item(text))
    assert (native.answer, target.answer) == ("Wheel: It turns.", text)


def test_a_label_that_asks_leads_in_however_long_it_is() -> None:
    asked, chiesto = "Why does the wheel of an old mill turn by day and by night?", "Perché la ruota del mulino gira?"
    native, target = fit(item("A brook.", label=asked, context="Of mills:"), item("Un rio.", label=chiesto))
    assert (native.context, target.context) == (asked, chiesto)


def test_a_question_of_one_side_goes_back_before_its_answer() -> None:
    native, _ = fit(item("By day.", label="When?"), item("Quando? Di giorno."))
    assert native.answer == "When? By day."


def test_a_label_of_one_side_goes_back_into_its_text() -> None:
    native, target = fit(item("It turns.", label="Wheel"), item("La ruota gira."))
    assert native.answer == "Wheel: It turns."
    assert (native.context, target.context) == ("", "")


def test_a_sentence_leads_in_where_both_sides_have_one() -> None:
    native, target = fit(item("a wheel", context="It has:", heading="Parts"), item("una ruota", context="Ha:"))
    assert (native.context, target.context) == ("It has:", "Ha:")


def test_a_lead_in_stands_without_what_joins_it_to_what_was_said_before() -> None:
    model = TranslationModel(native_openers={"however,": 2.0})
    bead = Bead(
        "purpose",
        item("an oven of stone", context="However, the village has:"),
        item("un forno di pietra", context="Ma il paese ha:"),
    )
    (fitted,) = Fitting("mill", ("en", "it"), model, CardSize()).fit_all([bead])
    assert [fact.context for _, fact in fitted.sides] == ["The village has:", "Ma il paese ha:"]


def test_of_two_sentences_that_outweigh_the_item_the_last_leads_in() -> None:
    native, target = fit(
        item("an oven of stone", context=f"It stands on a hill{' by a river' * 6}. There are more things to be seen:"),
        item("un forno di pietra", context="Sta su una collina sopra il fiume. Ci sono altre cose da vedere:"),
    )
    assert native.context == "There are more things to be seen:"
    assert target.context == "Ci sono altre cose da vedere:"


def test_the_heading_leads_in_where_a_sentence_is_missing_or_outweighs_the_item() -> None:
    long = f"What is told of all the mills that stand{' by a brook' * 14} is this:"
    ours, theirs = item("It has a wheel.", heading="Parts"), item("Ha una ruota.", heading="Parti")
    for native, target in (
        fit(replace(ours, context=long), replace(theirs, context="Ha:")), fit(replace(ours, context="So:"), theirs)
    ):  # fmt: skip
        assert (native.context, target.context) == ("Parts", "Parti")


def test_a_sentence_with_a_colon_leads_in_though_it_outweighs_the_item_where_a_heading_would_stand_in_for_it() -> None:
    ours = f"To be let to a miller by the rules of this land, a mill{' by a brook' * 4} has to meet the following:"
    theirs = "Per essere affittato a un mugnaio secondo le regole di questo paese, un mulino deve avere quanto segue:"
    native, target = (
        item("It has a wheel.", context=ours, heading="Rules for 8(a) Mills"),
        item("Ha una ruota.", context=theirs, heading="Regole per 8(a) mulini"),
    )
    assert [fact.context for fact in fit(native, target, CardSize())] == [ours, theirs]
    without_colons = replace(native, context=f"{ours[:-1]}."), replace(target, context=f"{theirs[:-1]}.")
    assert [fact.context for fact in fit(*without_colons, CardSize())] == [native.heading, target.heading]


def test_no_heading_stands_in_for_a_sentence_behind_other_text_that_a_card_has_no_room_for() -> None:
    ours = f"There are many reasons why a miller would rather not be paid{' by a brook' * 6}."
    theirs = f"Ci sono molte ragioni per cui un mugnaio non vorrebbe essere pagato{' sul ruscello' * 5}."
    native = item("It has a wheel.", context=ours, heading="Why millers want to be paid")
    target = item("Ha una ruota.", context=theirs, heading="Perché i mugnai vogliono essere pagati")
    behind = replace(native, follows_text=True), replace(target, follows_text=True)
    assert [fact.context for fact in fit(native, target, CardSize())] == [native.heading, target.heading]
    assert [fact.context for fact in fit(*behind, CardSize())] == ["", ""]


def test_of_a_lead_in_of_two_sentences_the_last_leads_in_though_both_would_find_room() -> None:
    ours = f"What this means is up to the miller{' by a brook' * 4}. Here are the parts that a mill has to have:"
    theirs = f"Che cosa vuol dire lo decide il mugnaio{' sul ruscello' * 3}. Ecco le parti che un mulino deve avere:"
    native, target = fit(item("A wheel", context=ours), item("Una ruota", context=theirs), CardSize())
    assert native.context == "Here are the parts that a mill has to have:"
    assert target.context == "Ecco le parti che un mulino deve avere:"


def test_the_heading_leads_in_where_a_sentence_only_says_that_something_follows() -> None:
    ours, theirs = (
        item("It has a wheel.", context="Here they are:", heading="Parts"),
        item("Ha una ruota.", context="Ecco quali sono:", heading="Parti"),
    )
    assert [fact.context for fact in fit(ours, theirs)] == ["Parts", "Parti"]
    named = replace(ours, context="Of the wheels:")
    assert [fact.context for fact in fit(named, theirs)] == ["Of the wheels:", "Ecco quali sono:"]
    assert [fact.context for fact in fit(replace(ours, heading=""), replace(theirs, heading=""))] == [
        "Here they are:",
        "Ecco quali sono:",
    ]


def test_a_sentence_that_outweighs_an_item_leads_in_to_it_only_where_a_colon_shows_that_it_does() -> None:
    ours = (
        "Whoever speaks of the parts of a mill in this land, and of what was built first of all, means these "
        "things, one by one:"
    )
    theirs = "Chi parla delle parti di un mulino in questa terra, e di ciò che fu fatto prima, intende queste cose:"
    native, target = fit(item("a wheel", context=ours), item("una ruota", context=theirs), CardSize())
    assert (native.context, target.context) == (ours, theirs)
    ours, theirs = f"{ours[:-1]}.", f"{theirs[:-1]}."
    native, target = fit(item("It turns.", context=ours), item("Gira.", context=theirs), CardSize())
    assert (native.context, target.context) == ("", "")


def test_a_lead_in_that_outweighs_the_item_stands_without_what_both_say_in_brackets() -> None:
    ours, theirs = f"All mills (those{' of this land' * 7}, too) have:", "Tutti i mulini (anche quelli di qui) hanno:"
    native, target = fit(item("A wheel.", context=ours), item("Una ruota.", context=theirs))
    assert (native.context, target.context) == ("All mills have:", "Tutti i mulini hanno:")


def test_a_long_item_without_a_full_stop_is_a_sentence_all_the_same() -> None:
    native, target = (
        item("The wheel of the mill turns by day and night", context="It has:", heading="Parts"),
        item("La ruota del mulino gira di giorno e di notte", heading="Parti"),
    )
    assert [fact.context for fact in fit(native, target)] == ["Parts", "Parti"]


def test_a_heading_does_not_lead_in_to_what_goes_on_from_a_sentence() -> None:
    native, target = fit(item("a wheel", context="It has:", heading="Parts"), item("una ruota", heading="Parti"))
    assert (native.context, target.context) == ("", "")
    told = item("a wheel", context="It stands by the brook.", heading="Parts")
    assert [fact.context for fact in fit(told, item("una ruota", heading="Parti"))] == ["Parts", "Parti"]


def test_a_heading_that_recurs_through_the_corpus_leads_in_to_nothing() -> None:
    model = TranslationModel(native_headings={"parts": 0.3})
    native, target = item("It has a wheel.", heading="Parts"), item("Ha una ruota.", heading="Parti")
    (bead,) = Fitting("mill", ("en", "it"), model, SMALL).fit_all([Bead("purpose", native, target)])
    assert [fact.context for _, fact in bead.sides] == ["", ""]


def test_a_heading_that_recurs_leads_in_to_phrases_which_say_nothing_without_it() -> None:
    model = TranslationModel(native_headings={"parts": 0.3})
    native, target = item("a wheel", heading="Parts"), item("una ruota", heading="Parti")
    (bead,) = Fitting("mill", ("en", "it"), model, SMALL).fit_all([Bead("purpose", native, target)])
    assert [fact.context for _, fact in bead.sides] == ["Parts", "Parti"]


def test_nothing_leads_in_where_only_one_side_has_anything() -> None:
    native, target = fit(item("a wheel", context="It has:"), item("una ruota", heading="Parti"))
    assert (native.context, target.context) == ("", "")


def test_a_step_keeps_its_number_where_both_sides_count_alike() -> None:
    native, target = fit(item("Grind the grain.", number=2), item("Macina il grano.", number=2))
    assert (native.answer, target.answer) == ("2. Grind the grain.", "2. Macina il grano.")
    native, target = fit(item("Grind the grain.", number=2), item("Macina il grano.", number=3))
    assert (native.answer, target.answer) == ("Grind the grain.", "Macina il grano.")


def test_the_number_of_a_labelled_step_stands_before_its_label() -> None:
    native, _ = fit(item("It is ground.", number=2, label="Grain"), item("È macinato.", number=2, label="Grano"))
    assert (native.context, native.answer) == ("2. Grain", "It is ground.")


def test_a_fact_without_a_partner_stays_as_it_is() -> None:
    bead = Bead("purpose", item(LONG), None)
    assert Fitting("mill", ("en", "it"), TranslationModel(), SMALL).fit_all([bead]) == [bead]


def test_a_lead_in_goes_where_item_and_lead_in_together_overfill_a_front() -> None:
    """A Japanese character weighs two and a half: ninety of them leave room for ten more."""
    japanese = "水車は村の川の水で回り、" * 7 + "粉を挽く。"
    english = "The mill wheel is turned by the water of the brook, and grinds the grain of the village all year."
    native, target = (
        replace(fact("purpose", english), context="What does it do?", heading="Mill"),
        replace(fact("purpose", japanese), context="この水車は村の人々のために何をしますか？", heading="水車"),
    )
    (bead,) = Fitting("mill", ("en", "ja"), TranslationModel()).fit_all([Bead("purpose", native, target)])
    assert [side.context for _, side in bead.sides] == ["Mill", "水車"]


def test_a_definition_that_one_heading_alone_asks_for_is_asked_for_by_its_title() -> None:
    native, target = fit(fact("definition", "It grinds.", "What is a mill?"), fact("definition", "Macina."))
    assert (native.question, target.question) == ("", "")


def test_a_heading_asks_alone_where_the_texts_do_not_use_their_title() -> None:
    asked = Bead("definition", fact("definition", "It grinds.", "What is a mill?"), fact("definition", "Macina."))
    (bead,) = Fitting("mill", ("en", "it"), TranslationModel(), SMALL, titles_are_used=False).fit_all([asked])
    assert [side.question for _, side in bead.sides] == ["What is a mill?", ""]


def test_a_word_stands_without_an_example_that_speaks_of_what_was_said_before() -> None:
    model = TranslationModel(native_openers={"this": 1.5, "if": 0.3}, target_openers={"questo": 1.0, "se": 0.2})
    fitting = Fitting("mill", ("en", "it"), model)

    def examples(native: str, target: str) -> list[str]:
        word = fact("vocabulary", "Mill", context=native), fact("vocabulary", "Mulino", context=target)
        (bead,) = fitting.fit_all([Bead("vocabulary", *word)])
        assert bead.is_pair
        return [side.context for _, side in bead.sides]

    long = "This grinds all of the grain of our valley.", "Questo macina tutto il grano della nostra valle."
    assert examples(*long) == ["", ""]
    rain = "If it rains in our valley for long, it grinds.", "Se piove a lungo nella nostra valle, macina."
    assert examples(*rain) == list(rain)
    other = long[0], "Il mulino macina tutto il grano della nostra valle."
    assert examples(*other) == list(other)
    assert examples("A mill grinds.", "Il mulino macina.") == ["", ""]


def test_labels_are_compared_by_what_their_characters_say() -> None:
    """Eight Korean letters are no third of a label of thirty Latin ones."""
    native, target = fit(
        item("The mill owes the brook much.", label="Paying back all that it still owes"),
        item("빌린 돈을 갚는 일. 물레방아는 개울에 빚이 많다."),
    )
    assert (native.context, target.context) == ("Paying back all that it still owes", "빌린 돈을 갚는 일")


@pytest.mark.parametrize("end", ["?", "."])
def test_a_word_stands_without_a_question_for_an_example(end: str) -> None:
    native, target = fit(
        replace(fact("vocabulary", "Wheel"), context=f"Does it turn by night and by day as it did{end}"),
        replace(fact("vocabulary", "Ruota"), context=f"Gira di notte e di giorno come una volta{end}"),
    )
    assert (native.context == target.context == "") == (end == "?")


def test_a_word_stands_without_an_example_that_asks_on_one_side_alone() -> None:
    native = replace(fact("vocabulary", "Wheel"), context="If it turns by night and by day, wait for it.")
    target = replace(fact("vocabulary", "Ruota"), context="Gira di notte e di giorno come una volta?")
    (bead,) = Fitting("mill", ("en", "it"), TranslationModel(), SMALL, True).fit_all(
        [Bead("vocabulary", native, target)]
    )
    assert [fact.context for _, fact in bead.sides] == ["", ""]


def test_a_word_stands_without_an_example_that_was_not_translated() -> None:
    native, target = (replace(fact("vocabulary", word), context="The mill turns.") for word in ("Mill", "Mulino"))
    assert [side.context for side in fit(native, target)] == ["", ""]


def test_labels_of_an_item_do_not_give_each_other_away() -> None:
    native, target = fit(
        item("Quello che si paga.", label="Premio (premium)"), item("What somebody pays.", label="Premium")
    )
    assert (native.label, target.label) == ("Premio", "Premium")
    native, _ = fit(item("Quello che si paga.", label="Premio (annuo)"), item("What somebody pays.", label="Premium"))
    assert native.label == "Premio (annuo)"


def test_a_word_stands_without_an_example_from_an_item_that_the_other_language_parts_otherwise() -> None:
    ours = "A pond stores the flood of 1911, but only 12 hours of it, as its 24 stones show"
    theirs = "Uno stagno trattiene la piena del 1911{} solo per 12 ore, come dicono le 24 pietre"
    more = ". It feeds 37 wheels by a brook.", ". Nutre 37 ruote lungo un ruscello."

    def example(joint: str) -> list[str]:
        texts = ours + more[0], theirs.format(joint) + more[1]
        items = [replace(fact("purpose", text), label="Pond") for text in texts]
        words = [fact("vocabulary", "Pond", context=f"{text.split('. ')[0]}.") for text in texts]
        beads = [Bead("vocabulary", words[0], words[1]), Bead("purpose", items[0], items[1])]
        fitted = Fitting("mill", ("en", "it"), TranslationModel(ratio=1.0), CardSize(statement=90)).fit_all(beads)[0]
        return [one.context for _, one in fitted.sides]

    assert example(", ma") == [f"{ours}.", f"{theirs.format(', ma')}."]
    assert example(". Lo fa") == ["", ""]
