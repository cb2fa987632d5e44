"""Lead-ins of both sides hold the same."""

from __future__ import annotations

from flashgen.pairing.lead_ins import Room, choose_lead_ins, last_sentences, lead_ins_alike
from tests.support.samples import fact

LANGUAGES = ("en", "it")


def alike(native: str, target: str) -> tuple[str, str]:
    return lead_ins_alike(native, target, LANGUAGES)


def test_two_sentences_beside_a_short_one_keep_the_last() -> None:
    both = "Open the door of the mill and go up. You can see:"
    assert alike(both, "Lassù si vede:") == ("You can see:", "Lassù si vede:")
    assert lead_ins_alike("Lassù si vede:", both, ("it", "en")) == ("Lassù si vede:", "You can see:")


def test_two_sentences_beside_one_that_says_as_much_stay() -> None:
    both = "Where a wheel turns slowly there are two causes. Either:"
    one = "Dove una ruota gira piano, le cause possono essere due:"
    assert alike(both, one) == (both, one)


def test_two_sentences_beside_none_go_and_one_stays() -> None:
    assert alike("A mill has parts. Some of them:", "") == ("", "")
    assert alike("", "Ha molte parti. Per esempio:") == ("", "")
    assert alike("A mill has:", "") == ("A mill has:", "")


def test_as_many_sentences_on_both_sides_stay() -> None:
    both = ("A mill has parts. Some of them:", "Un mulino ha parti. Alcune:")
    assert alike(*both) == both


def test_where_there_is_room_for_less_the_last_sentences_are_shown_if_they_say_anything() -> None:
    native, target = "A mill has parts. There are others to know:", "Un mulino ha parti. Ecco tutte le altre da sapere:"
    assert last_sentences((native, target), LANGUAGES) == (
        "There are others to know:",
        "Ecco tutte le altre da sapere:",
    )
    assert last_sentences((native, "Un mulino ha parti. Alcune:"), LANGUAGES) == ("", "")


SENTENCE = f"There are many reasons why a mill{' by a brook' * 9} is not for sale."
HEADINGS = "Sale", "Vendita"


def chosen(item: str, title: str, sentence: str = SENTENCE) -> tuple[str, str]:
    """What leads in to an item of a card that has room for 260, where a heading would stand in for a sentence."""
    room = Room((fact("purpose", item), fact("purpose", item)), (title, title), 260)
    return choose_lead_ins([(sentence, sentence)], [(sentence, sentence)], HEADINGS, room)


def test_before_a_heading_stands_in_for_a_sentence_that_may_be_long() -> None:
    item = f"It has a wheel that turns{' by night' * 5}."
    assert 140 < len(SENTENCE) < 180
    assert chosen(item, "The mill by the brook that turns") == (SENTENCE, SENTENCE)
    assert chosen(item, "The mill by the brook that turns", f"{SENTENCE}{' Never.' * 6}") == HEADINGS


def test_such_a_sentence_takes_the_room_that_a_short_title_leaves() -> None:
    item = f"It has a wheel that turns{' by night' * 10}."
    assert 260 < len(SENTENCE) + len(item) < 280
    assert chosen(item, "Mill") == (SENTENCE, SENTENCE)
    assert chosen(item, "The mill by the brook that turns") == HEADINGS


def test_nothing_leads_in_where_the_headings_are_too_heavy_as_well() -> None:
    assert chosen(f"It turns{' by night' * 28}.", "Mill") == ("", "")
