"""What cards call the thing that an article is about: a form that its text uses, without what gives it away."""

from __future__ import annotations

import pytest

from flashgen.facts.titles import Name, name_article
from tests.support.samples import article


def named(text: str, language: str = "it", slug: str = "x") -> Name:
    return name_article(article(text, language, slug))


def test_a_bracket_that_is_the_slug_is_a_gloss() -> None:
    assert named("# Serra (old mill)\n\nLa serra.\n", slug="old-mill").glosses == ("old mill",)


def test_a_title_that_the_text_uses_is_used() -> None:
    assert named("# Alveare\n\nGli alveari ospitano le api.\n") == Name("Alveare")


def test_a_number_that_only_the_place_of_an_article_has_is_left_out() -> None:
    assert named("# IV. Alveare\n\nGli alveari ospitano le api.\n") == Name("Alveare")
    assert named("# C. elegans\n\nIl verme C. elegans vive nel suolo.\n") == Name("C. elegans")
    assert named("# C. elegans\n\nUn verme.\n", slug="c-elegans").text == "C. elegans"


def test_the_heading_of_a_first_section_uses_no_title() -> None:
    assert not named("### Le basi\n\nUn alveare ospita le api.\n\n### Altro\n\nAnche i fuchi.\n").is_used


def test_a_title_in_another_sense_is_shown_and_not_used() -> None:
    assert named("# Pesca\n\nIl frutto maturo cade in agosto.\n") == Name("Pesca", is_used=False)


@pytest.mark.parametrize(
    ("title", "text", "language", "name"),
    [
        ("Fahrradschloss Klammer", "Ein Fahrradschloss Bügel ist aus Stahl. Der Fahrradschloss Bügel hält.", "de",
         "Fahrradschloss Bügel"),
        ("Radburg", "Ein Radschloss ist aus Stahl. Das Radschloss hält.", "de", ""),
        ("Wheel castle", "Wheel lock, also bike lock, is of steel. A wheel lock can be picked.", "en", "Wheel lock"),
        ("Wheel castle (bikes)", "A wheel lock keeps a bike. Some wheel locks are heavy.", "en", ""),
        ("Wheel castle (bikes)", "A wheel lock is of steel. Some wheel locks are heavy.", "en",
         "Wheel lock (bikes)"),
        ("7(b) Castle", "A lock 7(b) is of steel. Every lock 7(b) is heavy.", "en", "lock 7(b)"),
        ("Wheel castle", "A wheel lock is of steel. It is heavy.", "en", ""),
        ("Wheel castle", "The steel lock is heavy. Every steel lock rusts.", "en", ""),
        ("Wheel castle", "Wheel, lock and chain are heavy. The wheel lock rusts, and the wheel lock breaks.", "en", ""),
    ],
)  # fmt: skip
def test_a_title_that_the_text_never_uses_gives_way_to_what_the_opening_calls_the_thing(
    title: str, text: str, language: str, name: str
) -> None:
    found = named(f"# {title}\n\n{text}\n", language)
    assert found == (Name(name) if name else Name(title, is_used=False))


def test_a_name_in_korean_bears_no_particle_of_the_text() -> None:
    assert named("# 바퀴 성곽\n\n바퀴 자물쇠는 다 쇠로 만든다. 바퀴 자물쇠는 무겁다.\n", "ko") == Name("바퀴 자물쇠")
    assert (
        named("# 클라우드 컴퓨팅\n\n클라우드 컴퓨팅은 인터넷을 쓴다. 클라우드 컴퓨팅은 싸다.\n", "ko").text
        == "클라우드 컴퓨팅"
    )


def test_a_title_gives_way_to_what_the_text_calls_the_thing_more_than_twice_as_often() -> None:
    text = "# Wheel castle\n\nA wheel lock is of steel. Buy a wheel castle, or two wheel locks.{}\n"
    assert named(text.format(""), "en") == Name("Wheel castle")
    assert named(text.format(" Some wheel locks are heavy."), "en") == Name("Wheel lock")


def test_a_title_left_in_another_script_gives_way_to_the_heading() -> None:
    text = "---\ntitle: Bee Keeping 2.0\n---\n# {}\n\n{}\n"
    assert named(text.format("Пчеловодство 2.0", "Пчёлы живут в ульях."), "ru") == Name(
        "Пчеловодство 2.0", is_used=False
    )
    assert named(text.format("Apicoltura 2.0", "Le api vivono negli alveari.")).text == "Bee Keeping 2.0"
    assert named(text.format("Пчеловодство", "Bee Keeping 2.0 — это просто."), "ru") == Name("Bee Keeping 2.0")


def test_a_title_in_japanese_is_compared_by_pairs_of_letters() -> None:
    assert named("# 養蜂家\n\n養蜂家は蜂を飼う。\n", "ja").is_used
    assert not named("# 養蜂家\n\n灯台は海にある。\n", "ja").is_used


def test_a_word_before_japanese_letters_is_a_word() -> None:
    assert named("# Honey Bee\n\nHoney Beeは蜂です。\n", "ja").is_used


def test_a_word_with_vowel_signs_is_one_word() -> None:
    assert named("# মৌমাছি\n\nমৌমাছির ঘর।\n", "bn").is_used
    assert not named("# মৌমাছি\n\nমধুর ঘর।\n", "bn").is_used


def test_a_word_of_two_letters_is_looked_for_whole() -> None:
    assert named("# Ox\n\nThe ox pulls.\n", "en").is_used
    assert not named("# Ox\n\nThe oxygen burns.\n", "en").is_used


def test_a_syllable_of_korean_may_bear_a_particle() -> None:
    assert named("# 차\n\n차는 뜨거운 음료이다.\n", "ko").is_used
    assert not named("# 차\n\n차나무는 산에서 자란다.\n", "ko").is_used


def test_accents_and_case_do_not_matter() -> None:
    assert named("# CAFFÈ\n\nIl caffe è nero.\n").is_used


def test_a_title_without_words_is_not_used() -> None:
    assert not named("---\ntitle: '!?'\n---\nTesto.\n").is_used


def test_a_title_is_used_where_two_thirds_of_its_words_stand_together() -> None:
    assert named("# Old Stone Mill\n\nThe stone mill turns.\n", "en").is_used
    assert not named("# Stone Mill\n\nThe mill turns.\n", "en").is_used


def test_words_that_stand_only_apart_are_no_use_of_a_title() -> None:
    assert not named("# Stone Mill\n\nThe mill turns day and night on a stone.\n\nA mill. Stone.\n", "en").is_used


def test_a_word_in_brackets_is_used() -> None:
    assert named("# Stone Mill\n\nA (stone) mill turns.\n", "en").is_used


def test_a_title_is_used_by_its_abbreviation() -> None:
    found = named("# Honey Bee Register (HBR)\n\nAn HBR is a list.\n", "en")
    assert found == Name("Honey Bee Register", ("HBR",))


ORDER = "# 529 Mulino\n\nUn mulino 529 gira.\n\n## Come gira il mulino 529?\n\nOgni Mulino 529 gira. Il mulino 529.\n"


def test_a_name_has_the_order_and_the_capitals_of_the_text() -> None:
    assert named(ORDER) == Name("mulino 529")


def test_a_name_has_the_titles_capitals_where_the_text_only_begins_sentences_with_it() -> None:
    assert named("# 529 Mulino\n\nMulino 529 gira.\n\nMulino 529 macina.\n").text == "Mulino 529"


def test_a_name_is_the_title_where_the_text_has_its_order_as_often() -> None:
    assert named("# 529 Mulino\n\nIl mulino 529. Il 529 mulino.\n").text == "529 Mulino"


def test_a_number_is_compared_whole() -> None:
    assert not named("# 529 Mulino\n\nIl mulino 5290. Il mulino 1529.\n").is_used


def test_an_inflected_form_in_another_order_is_a_name() -> None:
    assert named("# 529 Mulino\n\nI mulini 529 girano. Due mulini 529.\n").text == "mulini 529"


def test_another_order_with_more_words_is_neither_a_name_nor_a_use() -> None:
    text = "# 529 Mulino\n\nIl mulino numero 529 gira. Un mulino numero 529.\n"
    assert named(text) == Name("529 Mulino", is_used=False)


def test_a_bracket_that_tells_things_apart_stays_with_the_form_of_the_text() -> None:
    assert named(ORDER.replace("529 Mulino\n", "529 Mulino (edificio)\n")).text == "mulino 529 (edificio)"


def test_the_heading_is_the_name_where_the_text_uses_it_and_not_the_title() -> None:
    text = "---\ntitle: Pesca\n---\n# {}\n\nIl frutteto fiorisce.\n"
    assert named(text.format("Frutteto")) == Name("Frutteto")
    assert named(text.format("Mulino")) == Name("Pesca", is_used=False)


def test_a_heading_that_asks_is_no_name() -> None:
    text = '---\ntitle: "Parole: il frutteto"\n---\n# Che cosa si fa in un frutteto?\n\nNel frutteto si raccoglie.\n'
    assert named(text).text == "Parole: il frutteto"


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Hvad er en bikube?", "En bikube er et hus for bier."),
        ("Что такое улей?", "Улей — это дом пчёл."),
        ("What does queen excluder mean?", "A queen excluder is a grid."),
    ],
)
def test_a_title_that_asks_is_used_where_the_opening_answers_it(title: str, text: str) -> None:
    assert named(f"# {title}\n\n{text}\n") == Name(title)


def test_a_title_that_asks_for_another_thing_is_not_used() -> None:
    assert not named("# Cos'è una pesca?\n\nIl frutto maturo cade in agosto.\n").is_used


def test_a_title_as_long_as_a_paragraph_is_no_name_that_a_text_uses() -> None:
    title = " ".join(["miele"] * 5000)
    assert not named(f"# {title}\n\nIl miele è {title}.\n").is_used


@pytest.mark.parametrize(
    ("title", "text", "name"),
    [
        ("Bee Hives", "A bee hive is a house. Bee hives are kept dry.", "Bee Hive"),
        ("Arnie", "Un'arnia è una casa per api. Le arnie sono di legno.", "Arnia"),
        ("Colmenas", "Una colmena es una casa. Las colmenas son de madera.", "Colmena"),
        ("Ульи", "Улей — это дом пчёл. Ульи делают из дерева.", "Ульи"),
    ],
)
def test_a_plural_is_named_in_the_singular_where_the_text_defines_that(title: str, text: str, name: str) -> None:
    assert named(f"# {title}\n\n{text}\n").text == name


@pytest.mark.parametrize(
    "text",
    [
        "Hives are houses of bees. A hive is of wood.",
        "Hive tools are of steel. The hives are of wood.",
        "In a hive live bees. The hives are of wood.",
    ],
)
def test_a_plural_stays_where_the_text_defines_it_or_nothing(text: str) -> None:
    assert named(f"# Hives\n\n{text}\n", "en").text == "Hives"
