"""Phrases that point at another place of a page, and brackets that only refer."""

from __future__ import annotations

import pytest

from flashgen.language.pointing import (
    NOTHING,
    Pointing,
    begins_by_joining,
    begins_by_referring,
    find_pointer,
    may_hold_pointer,
    split_phrases,
    without_joining,
    without_references,
)
from flashgen.record import replace

ENGLISH = Pointing(
    elsewhere=("see above", "mentioned above", "this chart"), preceding=("in this case", "to do so"),
    following=("see below", "following chart"), referring=("see", "cf"), joining=("however", "that is why", "thus"),
    contrasting=("but",),
)  # fmt: skip
RUSSIAN = Pointing(elsewhere=("описан* выше",), referring=("см",))
JAPANESE = Pointing(elsewhere=("上記", "このグラフ"), following=("下記",), referring=("参照",), joining=("また",))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The wheel mentioned above turns.", "mentioned above"),
        ("This  chart shows it.", ""),
        ("This chart shows it.", "This chart"),
        ("See\u00a0above for the wheel.", "See\u00a0above"),
        ("The brook runs above the mill.", ""),
        ("He sent this charter to the miller.", ""),
        ("The following chart shows it.", "following chart"),
    ],
)
def test_a_phrase_is_found_as_whole_words(text: str, found: str) -> None:
    assert find_pointer(text, ENGLISH) == found


def test_a_phrase_is_no_part_of_another_word_where_no_spaces_part_words() -> None:
    chinese = Pointing(elsewhere=("[^成]本节[^目]",), following=("[^上]下文",))
    assert find_pointer("本节说明水磨。", chinese) == "本节"
    assert find_pointer("水磨见下文。", chinese) == "下文"
    assert not find_pointer("水磨带来成本节约。", chinese)
    assert not find_pointer("本节目讲水磨。", chinese)
    assert not find_pointer("在水磨的上下文中", chinese)
    assert find_pointer("成本节约见本节。", chinese) == "本节"


def test_phrases_stand_between_semicolons_on_however_many_lines() -> None:
    assert split_phrases("see above; this\n  chart; see above;; * ") == ("see above", "this chart")


def test_a_sentence_that_begins_by_referring_only_sends_its_reader_elsewhere() -> None:
    assert begins_by_referring("See the page on tides.", ENGLISH)
    assert not begins_by_referring("Seen from afar, the mill turns.", ENGLISH)
    assert not begins_by_referring("You see the mill from afar.", ENGLISH)
    assert not begins_by_referring("See the page on tides.", NOTHING)


def test_a_sentence_that_begins_by_joining_speaks_of_the_one_before() -> None:
    assert begins_by_joining("That is why a mill stands there.", ENGLISH)
    assert begins_by_joining("But a mill stands there.", ENGLISH)
    assert not begins_by_joining("Mills stand there, however.", ENGLISH)
    assert not begins_by_joining("Thusly milled, it is fine.", ENGLISH)
    assert begins_by_joining("また、風車もあります。", JAPANESE)
    assert not begins_by_joining("またがる橋です。", JAPANESE)


def test_what_only_joins_is_left_out_where_a_comma_parts_it() -> None:
    assert without_joining("However, mills may be sold:", ENGLISH, "en") == "Mills may be sold:"
    assert without_joining("また、風車もあります：", JAPANESE, "ja") == "風車もあります："
    assert without_joining("That is why mills are sold:", ENGLISH, "en") == "That is why mills are sold:"
    assert without_joining("However mills may be sold:", ENGLISH, "en") == "However mills may be sold:"
    assert without_joining("But mills may be sold:", ENGLISH, "en") == "Mills may be sold:"
    assert without_joining("Butter is sold:", ENGLISH, "en") == "Butter is sold:"
    turkish = Pointing(joining=("işte bu yüzden",))
    assert without_joining("İşte bu yüzden, ırmak akar:", turkish, "tr") == "Irmak akar:"


def test_korean_needs_no_comma_behind_what_only_joins() -> None:
    korean = Pointing(joining=("그러나", "또한"))
    assert without_joining("그러나 물레방아를 팔 방법이 있습니다.", korean, "ko") == "물레방아를 팔 방법이 있습니다."
    assert without_joining("또한, 풍차도 있습니다.", korean, "ko") == "풍차도 있습니다."
    assert without_joining("그러나도 물레방아입니다.", korean, "ko") == "그러나도 물레방아입니다."
    assert without_joining("그러나", korean, "ko") == "그러나"


def test_what_leads_in_may_point_at_what_follows() -> None:
    assert find_pointer("The following chart tells:", ENGLISH, leads_in=True) == ""
    assert find_pointer("This chart tells:", ENGLISH, leads_in=True) == "This chart"


def test_what_leads_in_may_not_speak_of_what_was_said_before_while_a_text_may() -> None:
    assert find_pointer("There are reasons to do so:", ENGLISH, leads_in=True) == "to do so"
    assert find_pointer("They grind. There are reasons to do so:", ENGLISH, leads_in=True) == ""
    assert find_pointer("They grind, and are paid to do so.", ENGLISH) == ""


@pytest.mark.parametrize(
    ("texts", "may"),
    [
        ("It grinds.\nSee above for the wheel.", True),
        ("It grinds.\nthe latter grinds more.", True),
        ("Of the oven and the mill, the latter is older.", False),
        ("It grinds.", False),
    ],
)
def test_texts_that_hold_no_phrase_where_it_points_need_not_be_asked_one_by_one(texts: str, may: bool) -> None:
    phrases = replace(ENGLISH, opening=("the latter",))
    assert may_hold_pointer(texts, phrases) == may
    assert any(find_pointer(text, phrases, opens=True) for text in texts.split("\n")) == may


def test_a_star_stands_for_any_ending() -> None:
    assert find_pointer("Колесо, описанное выше, крутится.", RUSSIAN) == "описанное выше"
    assert find_pointer("Колесо описывает выше.", RUSSIAN) == ""


def test_phrases_of_scripts_without_spaces_are_found_anywhere() -> None:
    assert find_pointer("水車は上記のように回る。", JAPANESE) == "上記"


def test_nothing_points_in_a_language_without_phrases() -> None:
    assert find_pointer("See above.", NOTHING) == ""
    assert without_references("The mill (see above) grinds.", NOTHING) == "The mill (see above) grinds."


@pytest.mark.parametrize(
    ("text", "shown", "phrases"),
    [
        ("The mill (see above) grinds.", "The mill grinds.", ENGLISH),
        ("The mill grinds (see the chapter on wheels).", "The mill grinds.", ENGLISH),
        ("The mill grinds. (See the wheel.)", "The mill grinds.", ENGLISH),
        ("(cf. wheel) The mill grinds.", "The mill grinds.", ENGLISH),
        ("The mill (the one mentioned above) grinds.", "The mill grinds.", ENGLISH),
        ("水車（上記参照）は回る。", "水車は回る。", JAPANESE),
        ("水車（川を参照。）は回る。", "水車は回る。", JAPANESE),
        ("Мельница (см. реку) мелет.", "Мельница мелет.", RUSSIAN),
    ],
)
def test_a_bracket_that_only_refers_is_left_out(text: str, shown: str, phrases: Pointing) -> None:
    assert without_references(text, phrases) == shown


@pytest.mark.parametrize(
    "text",
    [
        "The mill (of 1911) grinds.",
        "The mill (you can see it) grinds.",
        "The mill (seen by all) grinds.",
        "(see above)",
    ],
)
def test_other_brackets_stay_and_so_does_a_text_of_nothing_else(text: str) -> None:
    assert without_references(text, ENGLISH) == text
