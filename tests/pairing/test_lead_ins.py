"""Lead-ins of both sides hold the same."""

from __future__ import annotations

from flashgen.pairing.lead_ins import last_sentences, lead_ins_alike

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
