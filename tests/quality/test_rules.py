"""Labels, names with numbers, and languages."""

from __future__ import annotations

import pytest

from flashgen.quality.settings import Gate
from tests.support.suspects import callout, closing, inspected, rules

MILL = "The mill grinds all night."
ENGLISH = ("The mill grinds grain.", "The wheel turns the stone.", "The miller sleeps at night.")
ITALIAN = ("Il mulino macina il grano.", "La ruota muove la pietra.", "Il mugnaio dorme di notte.")


def test_a_label_among_sentences_is_suspect() -> None:
    assert rules(closing(*ENGLISH), closing(*ITALIAN[:2], "Mugnaio")) == ["label"]


def test_a_list_of_labels_is_a_list() -> None:
    assert rules(closing("Grain", "Wheel", "Miller"), closing("Grano", "Ruota", "Mugnaio")) == []


def test_a_short_sentence_is_no_label() -> None:
    assert rules(closing(*ENGLISH), closing(*ITALIAN[:2], "Dorme.")) == []


def test_a_definition_that_repeats_the_title_defines_nothing() -> None:
    english = "---\ntitle: Mill\ndescription: A house that grinds.\n---\n\n# Mill\n\nText.\n"
    italian = "---\ntitle: Mulino\ndescription: Mulino.\n---\n\n# Mulino\n\nTesto.\n"
    assert rules(english, italian) == ["label"]


@pytest.mark.parametrize(
    ("english", "italian"),
    [
        ("Fill in form 12-B at the mill.", "Compilate il modulo 12-A al mulino."),
        ("Fill in form 12-An at the mill.", "Compilate il modulo 12-A al mulino."),
        ("It is M12 here.", "Qui si usa M13."),
    ],
)
def test_codes_that_differ(english: str, italian: str) -> None:
    assert rules(callout(english), callout(italian)) == ["codes-differ"]


@pytest.mark.parametrize(
    ("english", "italian"),
    [
        ("Fill in form 12-B at the mill.", "Compilate il modulo 12 - B al mulino."),
        ("Fill in form 12-B at the mill.", "Compilate il modulo 12B al mulino."),
        ("Fill in form 12-B at the mill.", "Compilate il modulo al mulino."),
        ("It takes a 90-Day wait at the mill.", "Ci vogliono 90 giorni al mulino."),
        ("It costs USD500 at the mill.", "Al mulino costa 500 dollari."),
    ],
)
def test_codes_that_may_agree(english: str, italian: str) -> None:
    assert rules(callout(english), callout(italian)) == []


def test_a_code_with_a_look_alike_letter_is_the_same() -> None:
    assert rules(callout("Fill in form 8-K at the mill."), callout("Заполните форму 8-К на мельнице."), "en ru") == []


BRIDGE = "# 12 ponti\n\nIl ponte 12 è vecchio. Al ponte 12 si pesca.\n\n> {}\n"
BRIDGE_ENGLISH = "# 12 bridge\n\nThe 12 bridge is old.\n\n> {}\n"


def test_a_name_read_as_a_quantity() -> None:
    english = BRIDGE_ENGLISH.format("The 12 bridge is closed at night.")
    assert rules(english, BRIDGE.format("In genere, 12 ponti si chiudono di notte.")) == ["name-as-quantity"]
    assert rules(english, BRIDGE.format("Si chiudono 12 ponti di notte.")) == ["name-as-quantity"]
    assert rules(english, BRIDGE.format("Si pesca su 12 ponti di notte.")) == ["name-as-quantity"]


def test_a_name_whose_noun_is_another_in_the_text_than_in_the_title() -> None:
    text = (
        "# 8(b) Barca\n\nIl battello 8(b) va a vela. Un battello 8(b) è di legno. I battelli 8(b) sono blu.\n\n> {}\n"
    )
    english = "# 8(b) boat\n\nThe 8(b) boat sails.\n\n> The 8(b) boats are made of wood.\n"
    assert rules(english, text.format("8(b) i battelli sono fatti di legno.")) == ["name-as-quantity"]
    assert rules(english, text.format("I battelli 8(b) sono fatti di legno.")) == []
    assert rules(english, text.format("I battelli (8)b sono fatti di legno.")) == ["name-as-quantity"]


def test_a_name_that_is_counted_in_a_script_of_east_asia() -> None:
    english = BRIDGE_ENGLISH.format("The 12 bridges are closed at night.")
    korean = "# 12다리\n\n12 교량은 낡았다. 12 교량에서 낚시를 한다. 12 교량은 길다.\n\n> {}\n"
    assert rules(english, korean.format("12개의 다리는 밤에 닫힌다."), "en ko") == ["name-as-quantity"]
    assert rules(english, korean.format("12개 교량은 밤에 닫힌다."), "en ko") == ["name-as-quantity"]
    assert rules(english, korean.format("12 다리는 밤에 닫힌다."), "en ko") == []
    assert rules(english, korean.format("12다리는 밤에 닫힌다."), "en ko") == []
    japanese = "# 12橋梁\n\n12橋梁は古い橋である。\n\n> {}\n"
    assert rules(english, japanese.format("12本の橋梁は夜に閉まるのである。"), "en ja") == ["name-as-quantity"]
    assert rules(english, japanese.format("12の橋梁は夜に閉まるのである。"), "en ja") == []
    assert rules(english, japanese.format("12橋梁は夜に閉まるのである。"), "en ja") == []


def test_a_name_without_the_hyphen_that_it_always_has_reads_as_a_quantity() -> None:
    german = "# 12 Brücke\n\nDie 12-Brücke ist alt. Die 12-Brücke ist lang. Von der 12-Brücke angelt man.\n\n> {}\n"
    english = BRIDGE_ENGLISH.format("The 12 bridges are closed at night.")
    assert rules(english, german.format("Nachts sind 12 Brücken geschlossen."), "en de") == ["name-as-quantity"]
    assert rules(english, german.format("Nachts sind 12-Brücken geschlossen."), "en de") == []
    assert rules(english, german.format("Nachts sind 12 Straßen geschlossen."), "en de") == []


def test_a_name_without_the_ending_that_it_always_has_reads_as_a_quantity() -> None:
    turkish = "# 12 köprüsü\n\n12 köprüsü eski. 12 köprüsünde balık tutulur. 12 köprüsünün altı derin.\n\n> {}\n"
    english = BRIDGE_ENGLISH.format("The 12 bridge is closed at night.")
    assert rules(english, turkish.format("Geceleri 12 köprü kapalı kalır."), "en tr") == ["name-as-quantity"]
    assert rules(english, turkish.format("Geceleri 12 köprüsü kapalı kalır."), "en tr") == []


@pytest.mark.parametrize(
    "sound",
    [
        "Il ponte 12 si chiude di notte.",
        "“12 ponti” è un nome di strada.",
        "Qui si pagano 12.000 euro a ponte.",
    ],
)
def test_a_name_read_as_a_name(sound: str) -> None:
    assert rules(BRIDGE_ENGLISH.format("The 12 bridge is closed at night."), BRIDGE.format(sound)) == []


def test_a_language_that_sets_the_number_first_reads_it_so() -> None:
    english = BRIDGE_ENGLISH.format("Generally, 12 bridges are closed at night.")
    assert rules(english, BRIDGE.format("Di notte il ponte 12 è chiuso.")) == []


def test_a_statistic_whose_figure_is_part_of_the_name() -> None:
    english = "# 12 bridge\n\nText.\n\n> ### 12\n> bridges are closed at night.\n"
    italian = "# 12 ponti\n\nTesto.\n\n> ### 12\n> ponti sono chiusi di notte.\n"
    assert rules(english, italian) == ["name-as-quantity"]
    assert rules(english.replace("### 12", "### 12 %"), italian.replace("### 12", "### 12 %")) == []


LONG_ENGLISH = (
    "The wheel of the mill is turned by the water of the brook, and it drives the stones that grind the grain "
    "which the farmers of the village have brought on their carts since the early morning."
)
LONG_ITALIAN = (
    "La ruota del mulino è mossa dall'acqua del ruscello e fa girare le pietre che macinano il grano che i contadini "
    "del villaggio hanno portato con i loro carri fin dalle prime ore del mattino."
)


def test_a_text_left_in_another_language() -> None:
    assert rules(callout(MILL), callout(LONG_ENGLISH)) == ["wrong-language"]


def test_an_item_left_in_another_language_that_shares_no_short_word_with_its_article() -> None:
    left = "The wheel of the old mill by the brook drives all of the heavy stones."
    assert rules(closing(*ENGLISH, left), closing(*ITALIAN, left.replace("old", "new"))) == ["wrong-language"]


def test_so_few_letters_tell_nothing_where_an_item_shares_short_words_with_its_article() -> None:
    items = [f"Il mulino di {name} dà la farina" for name in ("Anna", "Bruno", "Carla")]
    left = "The wheel of il mulino, la ruota di the old mill by the brook, turns."
    assert rules(closing(*ENGLISH, left), closing(*items, left.replace("old", "new"))) == []


def test_a_question_left_in_another_language() -> None:
    asked = "# Mill\n\n## Mill\n\nText.\n\n## {}?\n\n{}\n"
    english = asked.format("Does it grind", MILL)
    italian = asked.format(LONG_ENGLISH.rstrip("."), ITALIAN[0])
    assert rules(english, italian) == ["wrong-language"]


def test_a_text_left_in_another_script() -> None:
    assert rules(callout(MILL), callout("The mill grinds grain all the night long."), "en ru") == ["wrong-language"]


@pytest.mark.parametrize(
    ("left", "found"),
    [
        ("How to mend a broken wheel", ["wrong-language"]),
        ("Wheel Mending and Care", []),
        ("Колесо и wheel of a mill", []),
    ],
)
def test_a_heading_left_in_another_script(left: str, found: list[str]) -> None:
    asked = "# Mill\n\nText.\n\n## {}\n\n{}\n"
    english = asked.format("How to mend a wheel", "A wheel is mended with a hammer.")
    russian = asked.format(left, "Колесо чинят молотком.").replace("Mill", "Мельница").replace("Text", "Текст")
    assert rules(english, russian, "en ru") == found


def test_a_heading_left_in_another_script_is_quoted() -> None:
    asked = "# Мельница\n\nТекст.\n\n## How to mend a broken wheel\n\nКолесо чинят молотком.\n"
    english = "# Mill\n\nText.\n\n## How to mend a broken wheel\n\nA wheel is mended with a hammer.\n"
    (found,) = [one for bead in inspected(english, asked, "en ru") for one in bead.suspicions]
    assert found.why == "'How to mend a broken wheel' is written in another script than Russian"


def test_a_line_of_code_that_labels_an_item_is_in_no_language() -> None:
    sheet = "# Mill\n\n`mill grind --with-stone grain --slowly`\n\n{}\n\n`mill stop --at-night --without-noise`\n\n{}\n"
    english = sheet.format("Grinds grain with the stone", "Stops the mill at night")
    assert rules(english, sheet.format("Мелет зерно жерновом", "Останавливает мельницу на ночь"), "en ru") == []


@pytest.mark.parametrize("text", [LONG_ITALIAN, "The firm of Mill, Wheel & Stone.", "Yes, we grind it."])
def test_a_text_in_its_language_or_too_short_to_tell(text: str) -> None:
    assert "wrong-language" not in rules(callout(MILL), callout(text))


def test_names_in_another_script_do_not_make_a_text_foreign() -> None:
    russian = "Мельницы есть у Storj, Burst, Chia и SpaceMint, как говорят."
    assert rules(callout("Storj, Burst, Chia and SpaceMint have mills."), callout(russian), "en ru") == []


def test_a_text_that_shares_its_small_words_with_its_article_is_taken_for_granted() -> None:
    many = [f"{LONG_ITALIAN} {end}" for end in ("Ecco qui.", "Dice di sì.", "Ora basta.")]
    beads = inspected(closing(*ENGLISH), closing(*many), gate=Gate())
    assert all(bead.is_pair for bead in beads)
