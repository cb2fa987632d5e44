"""Facts of two versions are paired by evidence; each pair tells how sure it is, and a doubt makes no pair."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flashgen import kinds
from flashgen.pairing import beads as beads_module
from flashgen.pairing.articles import NEEDED, PivotVersion, pair_articles
from flashgen.pairing.model import TranslationModel, learn_model
from flashgen.pairing.omissions import NOT_TELLING
from flashgen.pairing.word_lists import pair_word_lists
from flashgen.records.facts import Fact, Version
from flashgen.records.pairs import Bead, Reason
from tests.support.samples import version

KINDS = tuple(kind for kind, row in kinds.KINDS.items() if row.readings)
"""All kinds that are paired as they are read from each version."""
SURE = 0.9
"""A threshold for tests in which a little doubt is no matter."""

COMPOSERS = (
    "In 1604 Kepler saw a new star over Prague, 71 % as bright as Jupiter",
    "In 1848 Wagner conducted 12 concerts in Leipzig and Dresden",
    "In 1827 Schubert wrote 24 songs in Vienna",
    "In 1543 Copernicus published 6 volumes in Nuremberg",
)
COMPOSERS_IN_UKRAINIAN = (
    "1604 року Кеплер побачив над Прагою нову зорю, на 71 % таку ж яскраву, як Юпітер",
    "1848 року Вагнер дав 12 концертів у Лейпцигу та Дрездені",
    "1827 року Шуберт написав у Відні 24 пісні",
    "1543 року Коперник видав у Нюрнберзі 6 томів",
)
WORDS = {
    "honey": ("honning", "мед"), "wax": ("voks", "віск"), "pollen": ("blomsterstøv", "пилок"),
    "bees": ("bier", "бджоли"), "hives": ("stader", "вулики"), "queens": ("dronninger", "матки"),
}  # fmt: skip
"""English, with Danish and Ukrainian."""


def beads(native: str, target: str, kind: str, needed: float = SURE) -> tuple[Bead, ...]:
    return pair_articles(version(native, "en"), version(target, "uk"), (kind,), needed=needed)


def pairs(found: Sequence[Bead]) -> list[tuple[str, str]]:
    return [(bead.native.answer, bead.target.answer) for bead in found if bead.is_pair and bead.native and bead.target]


def together(found: Sequence[Bead]) -> dict[tuple[str, str], float]:
    """Both sides of two-sided beads, paired or not, with their confidence."""
    return {(b.native.answer, b.target.answer): b.confidence for b in found if b.native and b.target}


def without(texts: Sequence[str], *places: int) -> list[str]:
    return [text for place, text in enumerate(texts) if place not in places]


def listing(*items: str) -> str:
    return "# T\n\nLead:\n\n" + "".join(f"- {item}\n" for item in items) + "\nThe end of it.\n"


def quotations(*parts: tuple[str, str]) -> str:
    return "# T\n\nText.\n" + "".join(f"\n> ## {heading}\n> {text}\n\nText.\n" for heading, text in parts)


def faq(*parts: tuple[str, str]) -> str:
    return "# T\n\nText.\n\n## FAQ\n" + "".join(f"\n### {question}\n\n{answer}\n" for question, answer in parts)


def test_the_same_shape_pairs_everything_in_order() -> None:
    found = beads(listing("honey", "wax"), listing("мед", "віск"), "purpose")
    assert pairs(found) == [("honey", "мед"), ("wax", "віск")]
    assert len(found) == 2


@pytest.mark.parametrize("lost", range(len(COMPOSERS)))
@pytest.mark.parametrize("side", ["native", "target"])
def test_a_lost_bullet_costs_its_own_note_alone(lost: int, side: str) -> None:
    native = without(COMPOSERS, lost) if side == "native" else COMPOSERS
    target = without(COMPOSERS_IN_UKRAINIAN, lost) if side == "target" else COMPOSERS_IN_UKRAINIAN
    found = beads(listing(*native), listing(*target), "purpose")
    kept = list(zip(without(COMPOSERS, lost), without(COMPOSERS_IN_UKRAINIAN, lost), strict=True))
    assert pairs(found) == kept
    assert len(found) == len(COMPOSERS)


def test_each_version_may_have_lost_another_bullet() -> None:
    native, target = without(COMPOSERS, 1), without(COMPOSERS_IN_UKRAINIAN, 2)
    found = beads(listing(*native), listing(*target), "purpose")
    assert pairs(found) == [(COMPOSERS[number], COMPOSERS_IN_UKRAINIAN[number]) for number in (0, 3)]


@pytest.mark.parametrize("order", [(1, 0, 2, 3), (3, 2, 1, 0), (2, 0, 3, 1)])
def test_evidence_pairs_across_a_changed_order(order: Sequence[int]) -> None:
    found = beads(listing(*COMPOSERS), listing(*(COMPOSERS_IN_UKRAINIAN[place] for place in order)), "purpose")
    assert pairs(found) == list(zip(COMPOSERS, COMPOSERS_IN_UKRAINIAN, strict=True))


def test_a_foreign_bullet_stays_alone() -> None:
    foreign = "Стрілка компаса показує на північ"
    target = [*COMPOSERS_IN_UKRAINIAN[:2], foreign, *COMPOSERS_IN_UKRAINIAN[2:]]
    found = beads(listing(*COMPOSERS), listing(*target), "purpose")
    assert pairs(found) == list(zip(COMPOSERS, COMPOSERS_IN_UKRAINIAN, strict=True))
    assert found[-1].native is None
    assert found[-1].target
    assert found[-1].target.answer == foreign


def test_a_shared_link_finds_the_partner_in_a_list_that_lost_an_item() -> None:
    found = beads(
        listing("wax of combs", "pollen", "sweet [honey](/honey)"), listing("солодкий [мед](/honey)", "віск"), "purpose"
    )
    assert ("sweet honey", "солодкий мед") in together(found)


def test_without_evidence_a_lost_bullet_leaves_its_list_in_doubt() -> None:
    found = beads(listing("honey", "wax", "pollen"), listing("мед", "пилок"), "purpose", needed=0.97)
    assert pairs(found) == []


NUMBERS_APART = [
    ("honey in 1911", "мед 1920 року"),
    ("40 kilos of honey", "٥٠ كيلو عسل"),
    ("1,200 bees and 3 queens", "1201 бджола і 3 матки"),
    ("6.5 m of wax", "6.4 mの蝋"),
    ("168,000 bees", "16万9000匹"),
]


@pytest.mark.parametrize(("native", "target"), NUMBERS_APART)
def test_nothing_pairs_two_facts_of_which_each_has_a_number_that_the_other_lacks(native: str, target: str) -> None:
    for ours, theirs in ((listing(native), listing(target)), (listing("wax", native), listing("віск", target))):
        assert (native, target) not in pairs(beads(ours, theirs, "purpose", needed=0.0))


def test_a_number_that_one_side_leaves_out_is_no_contradiction() -> None:
    found = beads(listing("honey", "wax in 1911"), listing("мед", "віск"), "purpose", needed=0.0)
    assert pairs(found) == [("honey", "мед"), ("wax in 1911", "віск")]


def test_a_number_whose_zeros_are_a_word_is_no_contradiction() -> None:
    found = beads(listing("5 million bees", "wax"), listing("5 000 000 бджіл", "віск"), "purpose", needed=0.0)
    assert pairs(found) == [("5 million bees", "5 000 000 бджіл"), ("wax", "віск")]


def test_a_question_is_paired_through_its_answer() -> None:
    native = faq(("What is it?", COMPOSERS[0]), ("What was it?", COMPOSERS[1]), ("And what else?", COMPOSERS[2]))
    target = faq(
        ("Що ще?", COMPOSERS_IN_UKRAINIAN[2]),
        ("Що це?", COMPOSERS_IN_UKRAINIAN[0]),
        ("Що це було?", COMPOSERS_IN_UKRAINIAN[1]),
    )
    found = beads(native, target, "faq")
    assert pairs(found) == list(zip(COMPOSERS[:3], COMPOSERS_IN_UKRAINIAN[:3], strict=True))


def test_pins_pair_for_sure() -> None:
    found = beads(
        listing("honey {#a}", "wax {#b}", "pollen"), listing("пилок", "віск {#b}", "мед {#a}"), "purpose", needed=0.999
    )
    assert pairs(found) == [("honey", "мед"), ("wax", "віск")]


def test_pins_that_differ_refuse_a_pair() -> None:
    found = beads(listing("honey {#a}", "wax"), listing("мед {#b}", "віск"), "purpose", needed=0.0)
    assert pairs(found) == [("wax", "віск")]
    refused = [str(bead.reason) for bead in found if bead.native and bead.native.pin == "a"]
    assert refused == ["the pins differ: {#a} and {#b}"]


def test_anchors_of_headings_may_be_translated() -> None:
    (bead,) = beads(faq(("What? {#what}", COMPOSERS[0])), faq(("Що це? {#що}", COMPOSERS_IN_UKRAINIAN[0])), "faq", 0.0)
    assert [fact.pin for _, fact in bead.sides] == ["what", "що"]
    assert bead.is_pair


def test_statistics_with_different_figures_make_no_pair() -> None:
    (found,) = beads(
        quotations(("78 %", "of all bees fly far.")), quotations(("87 %", "бджіл літає далеко.")), "statistic", 0.0
    )
    assert not found.is_pair
    assert str(found.reason) == "the figures differ: 78 % and 87 %"


@pytest.mark.parametrize("figure", ["1.234,5 t", "1 234,5 т", "١٬٢٣٤٫٥ طن", "１２３４．５トン"])
def test_statistics_with_figures_in_each_languages_way_are_a_pair(figure: str) -> None:
    (found,) = beads(quotations(("1,234.5 t", "of honey a year.")), quotations((figure, "меду на рік.")), "statistic")
    assert found.is_pair


def test_a_lost_statistic_is_found_by_its_figure() -> None:
    found = beads(
        quotations(("78 %", "of all bees fly far."), ("40 kg", "of honey a year.")),
        quotations(("40 кг", "меду на рік.")),
        "statistic",
    )
    assert list(together(found)) == [("of honey a year.", "меду на рік.")]


def test_no_threshold_pairs_every_candidate() -> None:
    found = beads(listing("honey", "wax", "pollen"), listing("мед", "пилок"), "purpose", needed=0.0)
    assert pairs(found) == list(together(found)) != []


def test_the_highest_threshold_pairs_nothing_that_can_be_doubted() -> None:
    found = beads(listing(*COMPOSERS), listing(*COMPOSERS_IN_UKRAINIAN), "purpose", needed=1.0)
    assert pairs(found) == []
    assert list(together(found)) == list(zip(COMPOSERS, COMPOSERS_IN_UKRAINIAN, strict=True))


def test_the_reason_tells_how_sure_a_pair_is_and_how_sure_it_should_be() -> None:
    (bead,) = beads(listing("honey"), listing("мед"), "purpose", needed=1.0)
    (told,) = re.findall(r"in doubt: ([\d.]+)% sure, 100.0% are needed", str(bead.reason))
    assert bead.confidence - 0.001 < float(told) / 100 <= bead.confidence


def test_a_pair_that_is_not_sure_enough_is_never_told_to_be_as_sure_as_needed() -> None:
    (sure,) = beads(listing("honey"), listing("мед"), "purpose", needed=0.0)
    (bead,) = beads(listing("honey"), listing("мед"), "purpose", needed=sure.confidence + 1e-6)
    told, needed = re.findall(r"([\d.]+)%", str(bead.reason))
    assert float(told) <= sure.confidence * 100 < float(needed) + 0.1


def test_a_bead_tells_a_probability() -> None:
    for bead in beads(listing(*COMPOSERS, "wax"), listing("мед", *COMPOSERS_IN_UKRAINIAN), "purpose"):
        assert 0 <= bead.confidence <= 1


def test_evidence_makes_a_pair_surer() -> None:
    bare = together(beads(listing("honey", "wax"), listing("мед", "віск"), "purpose"))
    told = together(beads(listing("honey 1911", "wax 71 %"), listing("мед 1911", "віск 71 %"), "purpose"))
    assert min(told.values()) > max(bare.values())


def test_a_pair_is_less_sure_where_something_was_lost() -> None:
    whole = together(beads(listing("honey", "wax"), listing("мед", "віск"), "purpose"))
    lost = together(beads(listing("honey", "wax", "pollen"), listing("мед", "віск"), "purpose"))
    assert max(lost.values()) < min(whole.values())


def test_facts_without_a_partner_keep_their_order() -> None:
    found = beads(listing("1 bee", "2 bees", "3 bees"), listing("40 меду", "50 воску", "60 пилку"), "purpose")
    assert [bead.native.answer for bead in found if bead.native] == ["1 bee", "2 bees", "3 bees"]
    assert [bead.target.answer for bead in found if bead.target] == ["40 меду", "50 воску", "60 пилку"]


def test_a_missing_version_of_a_list_gives_one_sided_beads() -> None:
    found = beads(listing("honey", "wax"), "# T\n\nThe end of it.\n", "purpose")
    assert [(bead.native is None, bead.target is None) for bead in found] == [(False, True), (False, True)]
    turned = beads("# T\n\nThe end of it.\n", listing("honey", "wax"), "purpose")
    assert [(bead.native is None, bead.target is None) for bead in turned] == [(True, False), (True, False)]


def lists_of(native: int, target: int) -> TranslationModel:
    """What lists teach in which all of WORDS stand opposite each other; 0 is English, 1 Danish, 2 Ukrainian."""

    def listed(pair: Sequence[str], language: int, number: int) -> Version:
        text = "# T\n\n" + "".join(f"- {(word, *WORDS[word])[language]}\n" for word in pair)
        return version(text, ("en", "da", "uk")[language], f"s{number}")

    return learn_model(
        (listed(pair, native, number), listed(pair, target, number))
        for number, pair in enumerate(combinations(WORDS, 2))
    )


def danish(*items: str) -> Callable[[], Sequence[PivotVersion]]:
    pivot = PivotVersion(version(listing(*items), "da"), lists_of(0, 1), lists_of(1, 2))
    return lambda: [pivot]


def with_danish(native: Sequence[str], target: Sequence[str], *items: str) -> tuple[dict[tuple[str, str], float], ...]:
    """Confidences without and with a Danish version."""
    ours, theirs = version(listing(*native), "en"), version(listing(*target), "uk")
    return (
        together(pair_articles(ours, theirs, ("purpose",))),
        together(pair_articles(ours, theirs, ("purpose",), read_pivots=danish(*items))),
    )


def test_learnt_words_find_what_was_lost() -> None:
    ours, theirs = listing("honey", "wax", "bees", "queens"), listing("мед", "віск", "матки")
    found = pair_articles(version(ours, "en"), version(theirs, "uk"), ("purpose",), lists_of(0, 2), needed=SURE)
    assert pairs(found) == [("honey", "мед"), ("wax", "віск"), ("queens", "матки")]


def test_a_pivot_language_makes_right_pairs_surer() -> None:
    alone, asked = with_danish(
        ("honey", "wax", "pollen", "bees"), ("мед", "пилок", "бджоли"), "honning", "voks", "blomsterstøv", "bier"
    )
    for pair in (("honey", "мед"), ("pollen", "пилок"), ("bees", "бджоли")):
        assert asked[pair] > alone[pair]


def test_a_pivot_language_tells_that_each_version_has_lost_another_item() -> None:
    alone, asked = with_danish(
        ("honey", "wax", "bees"), ("мед", "пилок", "бджоли"), "honning", "voks", "blomsterstøv", "bier"
    )
    assert asked.get(("wax", "пилок"), 0.0) < NEEDED
    assert asked["honey", "мед"] > SURE


def test_a_pivot_language_tells_that_items_were_swapped() -> None:
    alone, asked = with_danish(
        ("honey", "wax", "pollen", "bees"),
        ("мед", "віск", "бджоли", "пилок"),
        "honning",
        "voks",
        "blomsterstøv",
        "bier",
    )
    assert asked.get(("pollen", "бджоли"), 0.0) < alone["pollen", "бджоли"]
    assert asked["honey", "мед"] > alone["honey", "мед"]


@pytest.fixture
def asked() -> list[int]:
    return []


def counting(asked: list[int]) -> Callable[[], Sequence[PivotVersion]]:
    def read_pivots() -> Sequence[PivotVersion]:
        asked.append(1)
        return ()

    return read_pivots


def test_pivot_languages_are_not_asked_where_all_is_sure(asked: list[int]) -> None:
    ours, theirs = version(listing(*COMPOSERS), "en"), version(listing(*COMPOSERS_IN_UKRAINIAN), "uk")
    found = pair_articles(ours, theirs, ("purpose", "faq"), read_pivots=counting(asked))
    assert len(pairs(found)) == 4
    assert asked == []


def test_pivot_languages_are_asked_in_doubt_and_read_once(asked: list[int]) -> None:
    native = f"{listing('honey', 'wax', 'pollen')}\n> Bees want much water.\n\nText.\n\n## E\n\n- a bee\n- a hive\n"
    target = f"{listing('мед', 'пилок')}\n> Бджолам треба багато води.\n\nText.\n\n## E\n\n- бджола\n"
    ours, theirs = version(native, "en"), version(target, "uk")
    found = pair_articles(ours, theirs, ("purpose", "callout", "highlight"), read_pivots=counting(asked))
    assert {bead.kind for bead in found} == {"purpose", "callout", "highlight"}
    assert asked == [1]


def test_pivot_languages_are_asked_where_a_place_is_all_that_speaks(
    asked: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("flashgen.pairing.beads._BEYOND_DOUBT", 0.0)
    ours, theirs = version(listing("honey", "wax"), "en"), version(listing("мед", "віск"), "uk")
    assert len(pairs(pair_articles(ours, theirs, ("purpose",), read_pivots=counting(asked), needed=0.0))) == 2
    assert asked == [1]


def test_pivot_languages_are_not_asked_of_what_one_version_lacks_altogether(asked: list[int]) -> None:
    ours, theirs = version(listing("honey"), "en"), version("# T\n\nText.\n", "uk")
    pair_articles(ours, theirs, ("purpose",), read_pivots=counting(asked))
    assert asked == []


@pytest.mark.parametrize(("bound", "most"), [("_LARGEST", 10), ("_LARGEST_BY_PIVOT", 40)])
def test_a_pivot_version_that_is_too_long_is_not_asked(bound: str, most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    ours = ("honey", "wax", "bees"), ("мед", "пилок", "бджоли")
    theirs = "honning", "voks", "blomsterstøv", "bier"
    alone, asked = with_danish(*ours, *theirs)
    assert asked != alone
    monkeypatch.setattr(beads_module, bound, most)  # 3 × 3 comparisons are fewer, 3 × 4 and 3 × 3 × 5 are more
    alone, asked = with_danish(*ours, *theirs, "dronninger")
    assert asked == alone


def test_a_repeated_fact_is_taken_once() -> None:
    twice = "A colony of bees needs clean water."
    due = "Una colonia di api vuole acqua pulita."
    found = pair_articles(
        version(f"# Bees\n\n{twice}\n\nText.\n\n> {twice}\n", "en"),
        version(f"# Api\n\n{due}\n\nTesto.\n\n> {due}\n", "it"),
        ("definition", "callout"),
    )
    callouts = [bead for bead in found if bead.kind == "callout"]
    assert [bead.reason for bead in callouts] == [Reason("repeats an earlier fact of the article")]


def test_a_word_that_is_defined_twice_is_asked_once() -> None:
    ours = (
        "# Bees\n\nTwo words:\n\n- **Comb:** wax cells.\n- **Hive:** a box.\n\nAgain:\n\n- **comb:** what bees build.\n"
    )
    theirs = (
        "# Api\n\nDue parole:\n\n- **Favo:** celle.\n- **Arnia:** una cassa.\n\nAncora:\n\n- **favo:** opera loro.\n"
    )
    found = pair_articles(version(ours, "en"), version(theirs, "it"), ("vocabulary",))
    repeated = Reason("repeats an earlier fact of the article")
    assert [bead.native.answer for bead in found if bead.native and bead.reason == repeated] == ["comb"]


def test_short_items_under_different_lead_ins_are_no_repetition() -> None:
    native = "# T\n\nHives:\n\n- cost\n\nFields:\n\n- cost\n\nThe end.\n"
    target = "# T\n\nArnie:\n\n- costo\n\nCampi:\n\n- costo\n\nFine.\n"
    assert len(pairs(beads(native, target, "purpose", needed=0.0))) == 2


def test_a_description_is_never_paired_with_an_opening() -> None:
    described = "---\ntitle: Bee\ndescription: An insect that makes honey.\n---\nLead in:\n\n- a list item\n"
    found = beads(described, "# Ape\n\nUna ape è un insetto che fa il miele.\n", "definition")
    assert pairs(found) == []
    assert [bool(bead.native) for bead in found] == [True, False]


def test_descriptions_are_paired_before_openings() -> None:
    native = "---\ntitle: Bee\ndescription: An insect that makes honey.\n---\nBees fly.\n"
    target = "---\ntitle: Ape\ndescription: Un insetto che fa miele.\n---\nLe api volano.\n"
    assert pairs(beads(native, target, "definition")) == [("An insect that makes honey.", "Un insetto che fa miele.")]


def test_openings_are_paired_before_descriptions_that_come_to_the_title_late() -> None:
    native = "---\ntitle: Bee\ndescription: How to keep your first bee.\n---\nA bee makes honey.\n"
    target = "---\ntitle: Ape\ndescription: Come tenere la tua prima ape.\n---\nUna ape fa il miele.\n"
    assert pairs(beads(native, target, "definition")) == [("A bee makes honey.", "Una ape fa il miele.")]


def test_openings_are_paired_where_one_description_is_missing() -> None:
    native = "---\ntitle: Bees\ndescription: Insects that make honey.\n---\nBees fly and make honey.\n"
    target = "# Api\n\nLe api volano e fanno miele.\n"
    assert pairs(beads(native, target, "definition")) == [("Bees fly and make honey.", "Le api volano e fanno miele.")]


WORD = st.sampled_from(
    ["miele", "cera 12", "[polline](/polline)", "nettare 1.234", "[ape](/ape) 7 %", "fiore", "acqua"]
)
LINE = st.lists(WORD, min_size=1, max_size=4).map(" ".join)
LIST = st.lists(LINE, min_size=1, max_size=4).map(lambda lines: "\n".join(f"- {line}" for line in lines))
FIGURE = st.tuples(st.integers(1, 99), LINE).map(lambda part: f"> ## {part[0]} %\n> {part[1]}")
CALLOUT = LINE.map(lambda line: f"> Oggi le api vogliono {line}.")
PARAGRAPH = LINE.map(lambda line: f"Qui {line}.")
FAQ = st.lists(LINE, min_size=2, max_size=3).map(
    lambda lines: "\n\n".join(f"### Che cosa {number}?\n\nEcco {line}." for number, line in enumerate(lines))
)
TITLE = st.just("## Parte")
LABELLED = st.lists(st.tuples(WORD, LINE), min_size=1, max_size=4).map(
    lambda items: "\n".join(f"- **{label}:** Ecco {line}." for label, line in items)
)
WORDS_TABLE = st.lists(st.tuples(WORD, WORD), min_size=1, max_size=3).map(
    lambda rows: "| English | Italiano |\n|---|---|\n" + "\n".join(f"| {one} | {other} |" for one, other in rows)
)
BODY = st.lists(st.one_of(TITLE, LIST, LABELLED, WORDS_TABLE, FIGURE, CALLOUT, PARAGRAPH, FAQ), max_size=8).map(
    lambda blocks: "# Api\n\nTesto.\n\n" + "\n\n".join(blocks) + "\n"
)


def facts_of(one: Version, paired: Sequence[str]) -> tuple[Fact, ...]:
    """The facts of kinds of which each is read in one way."""
    return tuple(fact for kind in paired for reading in kinds.KINDS[kind].readings for fact in one.facts[reading])


@settings(deadline=None, max_examples=60)
@given(BODY, BODY)
def test_every_fact_of_both_versions_is_in_exactly_one_bead(native: str, target: str) -> None:
    one, other = version(native, "en"), version(target, "it")
    paired = tuple(kind for kind in KINDS if kind != "definition")  # of its readings one is taken
    found = pair_articles(one, other, paired)
    one, other, words = pair_word_lists(one, other)
    for ours, side in ((one, "native"), (other, "target")):
        tables = [getattr(word, side) for word in words]
        beads = [getattr(bead, side) for bead in found]
        assert Counter(filter(None, beads)) == Counter(filter(None, (*facts_of(ours, paired), *tables)))


@settings(deadline=None, max_examples=60)
@given(BODY, BODY)
def test_facts_of_different_kinds_are_never_paired(native: str, target: str) -> None:
    for bead in pair_articles(version(native, "en"), version(target, "it"), KINDS):
        assert {fact.kind for fact in (bead.native, bead.target) if fact} == {bead.kind}


@settings(deadline=None, max_examples=60)
@given(BODY)
def test_an_article_pairs_with_itself_without_a_one_sided_bead(text: str) -> None:
    for bead in pair_articles(version(text, "en"), version(text, "it"), KINDS):
        assert bead.native
        assert bead.target
        if bead.native.kind != "vocabulary" or bead.native.context:  # a row of a table is in both languages
            assert bead.native.answer == bead.target.answer


def asked_by_headings(native: str, target: str, model: TranslationModel) -> list[Bead]:
    ours, theirs = (f"# Mill\n\nText.\n\n## {text}\n" for text in (native, target))
    found = pair_articles(version(ours, "en"), version(theirs, "da"), ("section",), model, needed=SURE)
    assert all(bead.is_pair or bead.reason == NOT_TELLING for bead in found)
    return [bead for bead in found if bead.is_pair]


def sections(native: str, target: str, model: TranslationModel) -> int:
    return len(asked_by_headings(native, target, model))


def test_a_heading_asks_if_its_text_takes_it_up_or_it_recurs_through_the_corpus() -> None:
    recurring = TranslationModel(native_headings={"uses": 0.6}, target_headings={"brug": 0.6})
    nothing = TranslationModel()
    assert sections("Wheel\n\nThe wheel is 12 m high.", "Hjul\n\nEt hjul er 12 m højt.", nothing) == 1
    assert sections("Wheel\n\nThe wheel is 12 m high.", "Møllehjul\n\nEt skovlhjul er 12 m højt.", nothing) == 1
    assert sections("Uses\n\nIt grinds 12 tons.", "Brug\n\nDen maler 12 tons.", nothing) == 0
    assert sections("Uses\n\nIt grinds 12 tons.", "Brug\n\nDen maler 12 tons.", recurring) == 1


def test_a_heading_that_recurs_asks_by_that_though_one_text_takes_it_up() -> None:
    recurring = TranslationModel(native_headings={"uses": 0.6}, target_headings={"brug": 0.6})
    (found,) = asked_by_headings("Uses\n\nThe uses are 12.", "Brug\n\nDen maler 12 tons.", recurring)
    assert not any(fact.names_question for _, fact in found.sides)


def test_what_only_a_few_articles_are_asked_tells_nothing() -> None:
    rare = TranslationModel(native_headings={"uses": 0.3}, target_headings={"brug": 0.6})
    assert sections("Uses\n\nIt grinds 12 tons.", "Brug\n\nDen maler 12 tons.", rare) == 0


@pytest.mark.parametrize(
    ("native", "target", "is_asked"),
    [
        ("It may turn", "Det kan dreje", False),
        ("Does it turn?", "Drejer det", True),
        ("It may turn", "回るか", False),
        ("回ります", "回るか", True),
    ],
)
def test_a_heading_among_questions_that_states_something_is_not_asked(
    native: str, target: str, *, is_asked: bool
) -> None:
    ours, theirs = (
        f"# Mill\n\nText.\n\n## FAQ\n\n### {heading}\n\n12 {word}.\n\n"
        f"### Why?\n\n14 {word}.\n\n### How?\n\n16 {word}.\n"
        for heading, word in ((native, "wheels"), (target, "hjul"))
    )
    first, *_ = pair_articles(version(ours, "en"), version(theirs, "da"), ("faq",), needed=SURE)
    assert first.native
    assert first.native.question == native
    assert (str(first.reason or "") == "") == is_asked


def test_readings_are_chosen_between_only_where_there_are_several() -> None:
    asked: list[int] = []

    def choose(readings: Iterable[list[Bead]]) -> list[Bead]:
        found = list(readings)
        asked.append(len(found))
        return found[-1]

    native = version("---\ndescription: Wax is what bees build with.\n---\n# Wax\n\nWax is made by bees.\n", "en")
    target = version("---\ndescription: Voks er det, bier bygger med.\n---\n# Voks\n\nVoks laves af bier.\n", "da")
    pair_articles(native, target, ("definition", "purpose", "highlight"), needed=SURE, choose=choose)
    assert asked == [2]


def test_two_facts_that_fit_one_partner_are_told_with_it() -> None:
    twice = COMPOSERS[0].replace("over Prague", "twice over Prague")
    found = beads(listing(COMPOSERS[0], twice, COMPOSERS[1]), listing(*COMPOSERS_IN_UKRAINIAN[:2]), "purpose")
    (alone,) = (bead for bead in found if not bead.target)
    assert str(alone.reason) == (
        "could not be told apart: '1604 року Кеплер побачив над Прагою н...' (line 5) may be its partner, "
        "and that of 'In 1604 Kepler saw a new star twice o...' (line 6) in its own version"
    )


def test_a_fact_whose_partner_may_be_one_of_two_is_told_with_both() -> None:
    native = listing(COMPOSERS[0], "honey", COMPOSERS[1], "wax")
    target = listing("віск", *COMPOSERS_IN_UKRAINIAN[:2], "мед і все інше на світі")
    (alone,) = (bead for bead in beads(native, target, "purpose") if not bead.target)
    assert str(alone.reason) == (
        "could not be told apart: its partner may be 'віск' (line 5) or 'мед і все інше на світі' (line 8)"
    )


def test_a_fact_that_the_other_version_lacks_has_no_partner() -> None:
    found = beads(listing(*COMPOSERS[:3]), listing(*COMPOSERS_IN_UKRAINIAN[:2]), "purpose")
    assert [bead.reason for bead in found if not bead.target] == [None]


def test_a_figure_is_the_same_whatever_word_or_sign_says_its_zeros() -> None:
    english, korean = (
        quotations(("$6.9 billion", "Raised in 1848.")),
        quotations(("69억 달러", "1848년에 모금되었습니다.")),
    )
    (bead,) = pair_articles(version(english, "en"), version(korean, "ko"), ("statistic",), needed=SURE)
    assert bead.reason is None or bead.reason.code != "the figures differ"


def test_figures_of_other_digits_differ_whatever_their_zeros() -> None:
    english, korean = (
        quotations(("$6.8 billion", "Raised in 1848.")),
        quotations(("69억 달러", "1848년에 모금되었습니다.")),
    )
    (bead,) = pair_articles(version(english, "en"), version(korean, "ko"), ("statistic",), needed=SURE)
    assert bead.reason is not None
    assert bead.reason.code == "the figures differ"


@pytest.mark.parametrize(
    ("english", "is_choice"),
    [("description: Let your friends see how it turns by day.\n", True), ("", False)],
)
def test_a_description_whose_counterpart_defines_nothing_is_left_out_by_choice(english: str, is_choice: bool) -> None:
    found = beads(
        f"---\ntitle: Keeping a Mill in Your Village\n{english}---\n\n## How\n\n- Turn it.\n",
        "---\ntitle: Млин\ndescription: Млин меле зерно всього села.\n---\n\n## Як\n\n- Крути його.\n",
        "definition",
    )
    assert [bead.native is None and bead.reason is not None and bead.reason.is_choice for bead in found] == [is_choice]
