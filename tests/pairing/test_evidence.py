"""What speaks for and against two texts saying the same: what they share, what one lacks, and how long they are."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashgen.language.codes import PROGRAM
from flashgen.language.tokens import tokens_with_sounds
from flashgen.pairing.confidence import item_odds
from flashgen.pairing.evidence import Evidence, weigh
from flashgen.pairing.lexicon import Lexicon, Segment, learn
from flashgen.records.facts import TokenisedText

Written = str | tuple[str, str]
"""A text, or a text with the target of its link."""


def tokenised(written: Written) -> TokenisedText:
    text, *links = (written,) if isinstance(written, str) else written
    sounds = tokens_with_sounds(text, tuple(links))
    return TokenisedText(frozenset(sounds), sounds, len(text))


def weighed(
    native: Sequence[Written], target: Sequence[Written], lexicon: Lexicon | None = None, ratio: float = 1.0,
    sources: frozenset[str] = frozenset(),
) -> list[list[Evidence]]:  # fmt: skip
    ours, theirs = ([tokenised(one) for one in side] for side in (native, target))
    return weigh(ours, theirs, lexicon or Lexicon(), sources, ratio).rows()


def support(native: Sequence[Written], target: Sequence[Written], lexicon: Lexicon | None = None) -> list[list[float]]:
    return [[cell.support for cell in row] for row in weighed(native, target, lexicon)]


def taught(*pairs: tuple[str, str]) -> Lexicon:
    """A lexicon that has met each pair of words in many lists."""
    return learn(Segment(f"{n} {one}", frozenset([one]), frozenset([other])) for one, other in pairs for n in range(9))


@pytest.mark.parametrize(
    ("native", "target"),
    [
        (["honey in 1911", "wax in 1920"], ["мёд в 1911", "воск в 1920"]),
        (["40 kilos", "1,200 bees"], ["٤٠ كيلوغرامًا", "١٬٢٠٠ نحلة"]),
        (["168,000 people", "71 % water"], ["16万8000人", "水は71％"]),
        (["10-K report", "A4 sheet"], ["форма 10-К", "лист А4"]),
        ([("honey", "honey"), ("the sea", "tide")], [("мёд", "honey"), ("море", "tide")]),
        (["by Wagner", "by Motiv"], ["Вагнера", "мотив"]),
        (["telefon", "kompas"], ["телефон", "компас"]),
        (["from Schmidt", "from Schubert"], ["от Шмидта", "от Шуберта"]),
    ],
    ids=["years", "arabic digits", "japanese units", "codes", "links", "names", "words", "german names"],
)
def test_what_both_share_supports_a_pair_and_no_other(native: list[Written], target: list[Written]) -> None:
    found = support(native, target)
    assert found[0][0] > 0
    assert found[1][1] > 0
    assert found[0][1] == found[1][0] == 0


def test_learnt_words_support_a_pair() -> None:
    found = support(["honey", "wax", "bees"], ["arı", "bal", "mum"], taught(("honey", "bal"), ("wax", "mum")))
    assert found[0][1] > 0
    assert found[1][2] > 0
    assert found[2] == [0, 0, 0]


def test_a_known_word_whose_counterpart_is_missing_is_doubt() -> None:
    (row,) = weighed(["honey"], ["bal", "mum"], taught(("honey", "bal"), ("wax", "mum")))
    assert row[0].doubt == 0
    assert row[1].doubt < 0 == row[1].support


def test_a_counterpart_that_stands_everywhere_is_there_all_the_same() -> None:
    ((cell,),) = weighed(["honey"], ["bal"], taught(("honey", "bal")))
    assert cell.doubt == 0


def test_an_unknown_word_is_neither_support_nor_doubt() -> None:
    ((cell,),) = weighed(["honey"], ["мёд"])
    assert (cell.support, cell.doubt) == (0, 0)


def test_what_only_the_list_itself_has_taught_says_nothing() -> None:
    lexicon = learn([Segment("honey#1", frozenset(["honey"]), frozenset(["bal"]))])
    itself = weighed(["honey", "wax"], ["bal", "mum"], lexicon, sources=frozenset(["honey#1"]))
    another = weighed(["honey", "wax"], ["bal", "mum"], lexicon, sources=frozenset(["wax#1"]))
    assert (itself[0][0].support, itself[0][1].doubt) == (0, 0)
    assert another[0][0].support > 0 > another[0][1].doubt


def test_rarer_counterparts_weigh_more() -> None:
    common = support(["honey 1911", "wax 1911", "bees 1911"], ["мёд 1911", "воск 1911", "пчёлы 1911"])
    rare = support(["honey 1911", "wax 1911", "bees 12"], ["мёд 1911", "воск 1911", "пчёлы 12"])
    assert common[0][0] < rare[0][0] < rare[2][2]


def test_a_word_that_is_common_in_the_corpus_weighs_less() -> None:
    everywhere = taught(("water", "su"))
    seldom = taught(("water", "su"), *((f"word{n}", f"söz{n}") for n in range(10)))
    texts = ["water", "wax", "bees"], ["su", "mum", "arı"]
    assert support(*texts, everywhere)[0][0] < support(*texts, seldom)[0][0]


@pytest.mark.parametrize(
    ("native", "target", "clashes"),
    [
        ("Mills of the '90s", "Mulini degli anni 1990", 0),
        ("honey of 1911", "мёд 1911 года", 0),
        ("honey of 1911", "мёд", 1),
        ("honey", "мёд 1911 года", 1),
        ("honey of 1911", "мёд 1920 года", 2),
        ("honey of 1911", "عسل ١٩٢٠", 2),
        ("form 10-K of 2020", "форма 10-К за 2020", 0),
        ("form 10-K", "форма 10-Q", 2),
        ("12 or 13 bees", "13 пчёл", 1),
        ("2 hives", "два улья", 0),
        ("two hives", "2 улья", 0),
        ("2 hives", "3 улья", 2),
        ("2 hives of 1911", "два улья", 1),
        ("5 million bees", "5 000 000 пчёл", 0),
        ("5 million bees", "6 000 000 пчёл", 2),
    ],
)
def test_numbers_that_the_other_side_lacks_are_told(native: str, target: str, clashes: int) -> None:
    ((cell,),) = weighed([native], [target])
    assert cell.clashes == clashes


@pytest.mark.parametrize(("program", "clashes"), [("loom", 0), ("wheel", 3)])
def test_what_is_said_of_two_programs_is_not_the_same(program: str, clashes: int) -> None:
    ((cell,),) = weighed([("It weaves.", f"{PROGRAM}loom")], [("Tesse.", f"{PROGRAM}{program}")])
    assert cell.clashes == clashes


def test_a_two_sided_clash_speaks_louder_against_a_pair_than_a_one_sided_one() -> None:
    none, one, two = (item_odds(Evidence(support=2.0, doubt=-1.0, length=0.5, clashes=clashes)) for clashes in range(3))
    assert two < one < none


def test_support_speaks_for_a_pair_and_doubt_and_length_against_it() -> None:
    odds = item_odds(Evidence(2.0, -1.0, 1.0, 0))
    assert item_odds(Evidence(3.0, -1.0, 1.0, 0)) > odds
    assert item_odds(Evidence(2.0, -2.0, 1.0, 0)) < odds
    assert item_odds(Evidence(2.0, -1.0, 2.0, 0)) < odds


def test_length_is_measured_by_what_is_expected_of_the_language() -> None:
    english, japanese = "Bees turn the nectar of flowers into honey.", "蜂は花の蜜を蜂蜜に変える。"
    ratio = len(japanese) / len(english)
    ((same,),) = weighed([english], [japanese], ratio=ratio)
    ((longer,),) = weighed([english], [japanese * 2], ratio=ratio)
    ((much_longer,),) = weighed([english], [japanese * 4], ratio=ratio)
    assert same.length == pytest.approx(0, abs=0.01)
    assert same.length < longer.length < much_longer.length


def test_a_few_characters_more_or_less_hardly_matter_in_short_texts() -> None:
    ((cell,),) = weighed(["bee"], ["пчела"])
    assert cell.length < 0.5


def test_every_two_texts_are_weighed() -> None:
    found = weighed(["a1", "b2", "c3"], ["x", "y"])
    assert [len(row) for row in found] == [2, 2, 2]


TEXTS = st.lists(
    st.lists(st.sampled_from(["honey", "мёд", "1911", "٤٠", "10-K", "蜂蜜", "عسل", "bal"]), max_size=4).map(" ".join),
    min_size=1, max_size=4,
)  # fmt: skip


@given(TEXTS, TEXTS)
def test_support_is_never_negative_and_doubt_never_positive(native: list[str], target: list[str]) -> None:
    for row in weighed(native, target, taught(("honey", "bal"))):
        for cell in row:
            assert cell.support >= 0 >= cell.doubt
            assert cell.length >= 0
            assert cell.clashes in (0, 1, 2)


@given(TEXTS, TEXTS)
def test_it_makes_no_difference_which_side_is_native(native: list[str], target: list[str]) -> None:
    there, turned = weighed(native, target), weighed(target, native)
    for i, row in enumerate(there):
        for j, cell in enumerate(row):
            assert cell.support == pytest.approx(turned[j][i].support)
            assert cell.doubt == pytest.approx(turned[j][i].doubt)
            assert cell.clashes == turned[j][i].clashes
