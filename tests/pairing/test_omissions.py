"""A pair in order is left out where a learner would not keep its card, and says why."""

from __future__ import annotations

import pytest

from flashgen.pairing.card_size import CardSize
from flashgen.pairing.fitting import Fitting
from flashgen.pairing.model import TranslationModel
from flashgen.pairing.reasons import IN_DOUBT
from flashgen.record import replace
from flashgen.records.facts import Fact
from flashgen.records.pairs import Bead, Reason
from tests.support.samples import fact

SMALL = CardSize(answer=60, statement=40)
LONG = "The mill of our village grinds 12 tons of grain. Its wheel turned in 1911. A brook drives it."
LUNGO = "Il mulino del nostro villaggio macina 12 tonnellate di grano. La ruota girò nel 1911. Un ruscello lo muove."
GRINDS, MACINA = (
    "The mill of our village grinds 12 tons of grain.",
    "Il mulino del villaggio macina 12 tonnellate di grano.",
)
LEARNT = TranslationModel(native_openers={"this": 2.5, "each": 0.5}, target_openers={"questo": 2.0, "ogni": 0.5})


def item(answer: str, **traits: object) -> Fact:
    return replace(fact("purpose", answer), **traits)  # type: ignore[arg-type]


def why(native: Fact, target: Fact, model: TranslationModel | None = None, *, titles_are_used: bool = True) -> str:
    """Why a pair makes no note; empty where it makes one."""
    fitting = Fitting("mill", ("en", "it"), model or TranslationModel(), SMALL, titles_are_used)
    (bead,) = fitting.fit_all([Bead(native.kind, native, target)])
    assert bead.reason is None or bead.reason.is_choice
    return str(bead.reason or "")


def test_a_heading_is_not_asked_where_a_card_holds_less_than_half_of_its_text() -> None:
    more, altro = " It rests on 24 pillars of stone by the brook.", " Poggia su 24 pilastri di pietra presso il rio."
    assert "less than half" in why(fact("section", LONG + more, "Mill"), fact("section", LUNGO + altro, "Mulino"))
    assert not why(fact("faq", LONG + more, "Why?"), fact("faq", LUNGO + altro, "Perché?"))


def test_a_heading_is_asked_where_a_long_first_sentence_is_more_than_half_of_its_text() -> None:
    native, target = (
        "The mill of our village grinds 12 tons of grain in all the days of a year in which the brook has water. "
        "Its wheel turned in 1911.",
        "Il mulino del nostro villaggio macina 12 tonnellate di grano in tutti i giorni in cui il rio ha dell'acqua. "
        "La ruota girò nel 1911.",
    )
    assert not why(fact("section", native, "Mill"), fact("section", target, "Mulino"))


def test_what_a_heading_names_is_told_by_the_first_sentence_however_long_the_text_goes_on() -> None:
    more, altro = " It rests on 24 pillars of stone by the brook.", " Poggia su 24 pilastri di pietra presso il rio."
    native, target = fact("section", LONG + more, "The mill"), fact("section", LUNGO + altro, "Il mulino")
    assert not why(replace(native, names_question=True), replace(target, names_question=True))


def test_what_one_side_names_is_told_on_the_other_with_another_word() -> None:
    more, altro = " It rests on 24 pillars of stone by the brook.", " Poggia su 24 pilastri di pietra presso il rio."
    native, target = fact("section", LONG + more, "The mill"), fact("section", LUNGO + altro, "Il frantoio")
    assert not why(replace(native, names_question=True), target)


@pytest.mark.parametrize(
    ("heading", "more", "is_asked"),
    [
        ("The mill and the oven", "The oven bakes bread of that grain.", False),
        ("The mill and the oven", "Its wheel turned in 1911 beside the brook.", True),
        ("The work of the mill", "The oven bakes bread of that grain.", True),
    ],
)
def test_a_comparison_of_which_a_card_would_tell_one_half_is_left_out(heading: str, more: str, is_asked: bool) -> None:
    native = fact("section", f"No mill is an oven. The mill grinds 12 tons of grain. {more}", heading)
    target = fact("section", f"Un mulino non è un forno. Il mulino macina 12 t di grano. {more}", heading)
    sides = replace(native, names_question=True), replace(target, names_question=True)
    fitting = Fitting("mill", ("en", "it"), TranslationModel(), CardSize(answer=70), titles=("Mill", "Mulino"))
    (bead,) = fitting.fit_all([Bead("section", *sides)])
    assert (bead.reason is None) is is_asked, bead


@pytest.mark.parametrize(
    ("question", "answer", "is_asked"),
    [
        ("Who pays %s 40%%?", "At most 37 % are paid.", False),
        ("Who pays %s 40%%?", "At most 37 % are paid, and never 40%.", True),
        ("Who pays %s 40%%?", "Nobody pays as much.", True),
        ("Who pays %s in 2022?", "At most 37 % are paid.", True),
    ],
)
def test_a_question_about_a_percentage_is_not_answered_with_another(question: str, answer: str, is_asked: bool) -> None:
    native, target = fact("faq", answer, question % "over"), fact("faq", f"It: {answer}", question % "oltre")
    assert bool(why(native, target)) is not is_asked


def test_a_heading_is_asked_where_a_card_holds_its_text() -> None:
    assert not why(fact("section", "It grinds 12 tons.", "Mill"), fact("section", "Macina 12 t.", "Mulino"))


@pytest.mark.parametrize(("times", "is_left_out"), [(12, False), (16, True)])
def test_a_question_is_not_asked_that_an_essay_answers(times: int, is_left_out: bool) -> None:
    reason = why(fact("faq", f"{LONG} " * times, "Why?"), fact("faq", f"{LUNGO} " * times, "Perché?"))
    assert ("an essay" in reason) == is_left_out


@pytest.mark.parametrize(("further", "is_left_out"), [(", beans of the field", True), ("", False)])
def test_a_long_row_of_things_is_no_item_to_translate(further: str, is_left_out: bool) -> None:
    row = "wheat of the valley, rye of the hills, oats for the horses, barley for the beer of the monks, maize for hens"
    all_day = "All year long and by night as well as by day the old mill by the brook of our village grinds"
    said = f"{all_day} {row}{further}, and 12 peas."
    sempre = "Tutto l'anno, di notte e di giorno, il mulino sul rio del nostro villaggio macina"
    other = f"{sempre} {row}{further} e 12 piselli."
    assert ("enumerates" in why(item(said), item(other))) is is_left_out
    assert "enumerates" not in why(fact("faq", said, "What?"), fact("faq", other, "Che cosa?"))


def test_an_item_of_which_a_card_holds_a_question_alone_is_left_out() -> None:
    more, altro = " by the brook with its 12 wheels" * 7, " presso il ruscello con le sue 12 ruote" * 7
    native = item(f"Does it turn in 1911? It turns{more}. It rests.", label="By night")
    target = item(f"Gira nel 1911? Gira{altro}. Riposa.", label="Di notte")
    assert "asks something" in why(native, target)
    assert not why(replace(native, answer="Does it turn in 1911?"), replace(target, answer="Gira nel 1911?"))


def test_a_question_is_not_asked_where_a_list_answers_that_is_cut() -> None:
    listed = "• The wheel of 1911.\n• The brook behind it."
    elencato = "• La ruota del 1911.\n• Il ruscello dietro."
    asked = (fact("faq", f"{LONG}\n{listed}", "What?"), fact("faq", f"{LUNGO}\n{elencato}", "Che cosa?"))
    assert "only a part" in why(*asked)
    assert not why(fact("faq", listed, "What?"), fact("faq", elencato, "Che cosa?"))
    asked = (
        fact("faq", f"{LONG}\n{GRINDS * 5}\n{listed}", "What?"),
        fact("faq", f"{LUNGO}\n{MACINA * 5}\n{elencato}", "Che cosa?"),
    )
    assert not why(*asked)


@pytest.mark.parametrize(("lead_in", "is_left_out"), [("", True), ("It is built so:", False)])
def test_a_step_that_is_no_sentence_needs_a_lead_in(lead_in: str, is_left_out: bool) -> None:
    native = item("the wheel of the mill", number=2, context=lead_in)
    found = why(native, item("la ruota del mulino", number=2, context=lead_in and "Si fa così:"))
    assert ("numbered part" in found) == is_left_out


@pytest.mark.parametrize("kind", ["purpose", "highlight"])
def test_a_few_words_need_a_lead_in_and_a_sentence_needs_none(kind: str) -> None:
    assert "phrase" in why(fact(kind, "Head of the mill."), fact(kind, "Capo del mulino."))
    assert not why(fact(kind, GRINDS), fact(kind, MACINA))


def test_a_text_that_begins_with_what_was_said_before_is_left_out() -> None:
    native, target = item(f"This {GRINDS.lower()}"), item(f"Questo {MACINA.lower()}")
    assert "said before" in why(native, target, LEARNT)
    assert not why(native, target)


def test_one_language_alone_does_not_tell_that_a_text_leans() -> None:
    assert not why(item(f"This {GRINDS.lower()}"), item(MACINA), LEARNT)
    assert not why(item(f"Each {GRINDS.lower()}"), item(f"Ogni {MACINA.lower()}"), LEARNT)


def test_what_a_question_or_a_label_names_may_be_spoken_of() -> None:
    native, target = f"This {GRINDS.lower()}", f"Questo {MACINA.lower()}"
    assert not why(fact("faq", native, "The mill?"), fact("faq", target, "Il mulino?"), LEARNT)
    assert not why(item(native, label="Mill"), item(target, label="Mulino"), LEARNT)


def test_a_text_that_points_at_what_is_not_on_the_card_is_left_out() -> None:
    model = replace(LEARNT, native_followers={"this": 2.0}, target_followers={"questo": 1.5})
    native, target = "The mill does this work for 12 farms.", "Il mulino fa questo lavoro per 12 fattorie."
    assert "said before" in why(item(native), item(target), model)
    assert not why(item(native), item("Il mulino lavora per 12 fattorie."), model)
    assert not why(item(native), item(target), LEARNT)
    assert not why(item(native, context="It grinds:"), item(target, context="Macina:"), model)
    assert not why(fact("faq", native, "Who grinds?"), fact("faq", target, "Chi macina?"), model)


def test_something_quoted_behind_a_pictogram_shows_what_no_card_tells() -> None:
    native, target = '😇 "May I see your mill on Monday?"', "😇 «Posso vedere il mulino lunedì?»"
    assert "an example" in why(fact("callout", native), fact("callout", target))
    assert not why(fact("callout", native[2:]), fact("callout", target[2:]))
    ours, theirs = (replace(fact("callout", text), context="Ask like this:") for text in (native, target))
    assert not why(ours, theirs)


def test_a_quotation_needs_the_sentence_that_introduces_it() -> None:
    quoted = replace(fact("callout", GRINDS), follows_text=True), replace(fact("callout", MACINA), follows_text=True)
    assert "leads in" in why(*quoted)
    assert not why(replace(quoted[0], context="Ann wrote:"), replace(quoted[1], context="Anna scrisse:"))


def test_a_definition_is_not_asked_for_by_a_title_that_its_text_does_not_use() -> None:
    pair = fact("definition", GRINDS), fact("definition", MACINA)
    assert "title" in why(*pair, titles_are_used=False)
    assert not why(*pair)
    asked = fact("definition", GRINDS, "What is a mill?"), fact("definition", MACINA, "Che cos'è un mulino?")
    assert not why(*asked, titles_are_used=False)


def test_a_definition_of_which_one_side_says_far_more_is_left_out() -> None:
    model = TranslationModel(ratio=1.1)
    more = (
        f"{MACINA[:-1]}, e lo porta giù per il ruscello ai fornai di tutte le città vicine, anche nei giorni di festa."
    )
    assert "more than" in why(fact("definition", GRINDS, "Mill?"), fact("definition", more, "Mulino?"), model)
    assert not why(fact("definition", GRINDS, "Mill?"), fact("definition", MACINA, "Mulino?"), model)


def test_what_one_side_holds_of_the_other_is_not_asked_in_the_other_language() -> None:
    assert "give the other away" in why(item("Miller", context="It has:"), item("Miller:in", context="Es hat:"))
    assert "give the other away" in why(item(GRINDS), item(f"{GRINDS} {MACINA}"))
    assert not why(item("Miller", context="It has:"), item("Mugnaio", context="Ha:"))
    assert not why(fact("faq", "Mill", "What grinds here?"), fact("faq", "Mills", "Was mahlt hier?"))


def test_figures_in_whole_sentences_need_what_leads_in_to_their_list_too() -> None:
    tons = "All grain from {} to 30 tons is ground by night.", "Tutto il grano da {} a 30 t è macinato di notte."
    pairs = [(tons[0].format(number), tons[1].format(number)) for number in (12, 20)]
    beads = [
        Bead("purpose", item(native, follows_text=True), item(target, follows_text=True)) for native, target in pairs
    ]
    fitted = Fitting("mill", ("en", "it"), TranslationModel(), SMALL).fit_all(beads)
    assert all("leads in" in str(bead.reason) for bead in fitted)


def test_an_item_that_follows_text_needs_what_leads_in_to_it() -> None:
    native, target = item("Grain above 12 tons is ground.", follows_text=True), item("Il grano oltre 12 t è macinato.")
    assert "leads in" in why(native, target)
    assert not why(replace(native, context="Of grain:"), replace(target, context="Del grano:"))
    assert not why(replace(native, follows_text=False), target)


@pytest.mark.parametrize(("end", "told"), [('"', "an example"), ("", IN_DOUBT)])
def test_a_doubt_about_what_would_make_no_card_anyway_need_not_be_settled(end: str, told: str) -> None:
    texts = f"😇 {end}May I see your big mill on Monday?{end}", f"😇 {end}Posso vedere il grande mulino lunedì?{end}"
    native, target = (fact("callout", text) for text in texts)
    doubted = Bead("callout", native, target, Reason(IN_DOUBT))
    (bead,) = Fitting("mill", ("en", "it"), TranslationModel(), SMALL).fit_all([doubted])
    assert str(bead.reason).startswith(told)
    assert not bead.is_pair


@pytest.mark.parametrize(
    ("native", "is_asked"),
    [
        ("Tidal mill is a term based on mill.", False),
        ("A tidal mill is a mill of the sea.", False),
        ("A tidal mill is a mill with under 20 % slope.", True),  # a number sets it apart
        ("A tidal mill is a mill that the tide drives, beside a pond that holds the water.", True),
        ("A tidal mill grinds grain.", True),
    ],
)
def test_a_definition_that_only_says_its_title_once_more_is_left_out(native: str, is_asked: bool) -> None:
    target = "Un mulino a marea è mosso dall'acqua del mare che sale e scende due volte al giorno."
    titles = "Tidal mill", "Mulino a marea"
    fitting = Fitting("mill", ("en", "it"), TranslationModel(), titles=titles)
    (bead,) = fitting.fit_all([Bead("definition", fact("definition", native), fact("definition", target))])
    assert bead.is_pair is is_asked
    assert is_asked or "by the title" in str(bead.reason)
