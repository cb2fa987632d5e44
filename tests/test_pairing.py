"""Facts of two versions are paired by shape, else only where evidence is certain; a doubt makes no pair."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from flashgen.facts import READERS, extract_facts
from flashgen.pairing import pair_articles
from flashgen.records import Bead
from tests.samples import article

KINDS = tuple(kind for kind in READERS if kind != "opening")


def beads(native: str, target: str, kind: str) -> tuple[Bead, ...]:
    return pair_articles(article(native, "en"), article(target, "it"), (kind,))


def pairs(found: tuple[Bead, ...]) -> list[tuple[str, str]]:
    return [(bead.native.answer, bead.target.answer) for bead in found if bead.is_pair and bead.native and bead.target]


def listing(*items: str) -> str:
    return "# T\n\nLead:\n\n" + "".join(f"- {item}\n" for item in items) + "\nThe end of it.\n"


def quotations(*parts: tuple[str, str]) -> str:
    return "# T\n\nText.\n" + "".join(f"\n> ## {heading}\n> {text}\n\nText.\n" for heading, text in parts)


def test_the_same_shape_pairs_everything_in_order() -> None:
    found = beads(listing("honey", "wax"), listing("miele", "cera"), "purpose")
    assert pairs(found) == [("honey", "miele"), ("wax", "cera")]
    assert len(found) == 2


def test_a_lost_item_leaves_only_what_shares_a_link_paired() -> None:
    found = beads(
        listing("sweet [honey](/honey)", "wax of combs", "pollen"), listing("[miele](/honey) dolce", "cera"), "purpose"
    )
    assert pairs(found) == [("sweet honey", "miele dolce")]
    assert len(found) == 4
    assert all("differ in shape" in bead.reason for bead in found if not bead.is_pair)


def test_a_lost_item_leaves_only_what_shares_a_figure_paired() -> None:
    found = beads(listing("40 kilos of honey", "wax", "pollen"), listing("40 chili di miele", "polline"), "purpose")
    assert pairs(found) == [("40 kilos of honey", "40 chili di miele")]


def test_evidence_that_two_facts_share_proves_nothing() -> None:
    found = beads(
        listing("40 kilos of honey", "40 grams of wax", "pollen"), listing("40 chili di miele", "polline"), "purpose"
    )
    assert pairs(found) == []


def test_evidence_pairs_across_a_changed_order() -> None:
    found = beads(
        listing("honey in 1911", "wax in 1920", "pollen"), listing("cera nel 1920", "miele nel 1911"), "purpose"
    )
    assert set(pairs(found)) == {("honey in 1911", "miele nel 1911"), ("wax in 1920", "cera nel 1920")}


def test_a_contradicting_figure_puts_the_whole_list_in_doubt() -> None:
    found = beads(listing("honey", "wax in 1911", "pollen"), listing("miele", "cera nel 1920", "polline"), "purpose")
    assert pairs(found) == []
    assert all("contradicts its partner" in bead.reason for bead in found)


def test_a_figure_that_one_side_leaves_out_is_no_contradiction() -> None:
    assert len(pairs(beads(listing("honey", "wax in 1911"), listing("miele", "cera"), "purpose"))) == 2


def test_statistics_with_different_figures_make_no_pair() -> None:
    (found,) = beads(
        quotations(("78 %", "of all bees fly far.")), quotations(("87 %", "delle api vola lontano.")), "statistic"
    )
    assert not found.is_pair
    assert found.reason == "the figures differ: 78 % and 87 %"


def test_statistics_with_figures_in_each_languages_way_are_a_pair() -> None:
    found = beads(
        quotations(("1,234.5 t", "of honey a year.")), quotations(("1.234,5 t", "di miele all'anno.")), "statistic"
    )
    assert len(pairs(found)) == 1


def test_a_lost_statistic_is_found_by_its_figure() -> None:
    found = beads(
        quotations(("78 %", "of all bees fly far."), ("40 kg", "of honey a year.")),
        quotations(("40 kg", "di miele all'anno.")),
        "statistic",
    )
    assert pairs(found) == [("of honey a year.", "di miele all'anno.")]


def test_a_repeated_fact_is_taken_once() -> None:
    twice = "A colony of bees needs clean water."
    due = "Una colonia di api vuole acqua pulita."
    found = pair_articles(
        article(f"# T\n\n{twice}\n\nText.\n\n> {twice}\n", "en"),
        article(f"# T\n\n{due}\n\nTesto.\n\n> {due}\n", "it"),
        ("definition", "callout"),
    )
    callouts = [bead for bead in found if bead.kind == "callout"]
    assert [bead.reason for bead in callouts] == ["repeats an earlier fact of the article"]


def test_short_items_under_different_lead_ins_are_no_repetition() -> None:
    native = "# T\n\nHives:\n\n- cost\n\nFields:\n\n- cost\n\nThe end.\n"
    target = "# T\n\nArnie:\n\n- costo\n\nCampi:\n\n- costo\n\nFine.\n"
    assert len(pairs(beads(native, target, "purpose"))) == 2


def test_a_description_is_never_paired_with_an_opening() -> None:
    described = "---\ntitle: Bee\ndescription: An insect that makes honey.\n---\nLead in:\n\n- a list item\n"
    found = beads(described, "# Ape\n\nUn insetto che fa il miele.\n", "definition")
    assert pairs(found) == []
    assert [bool(bead.native) for bead in found] == [True, False]


def test_descriptions_are_paired_before_openings() -> None:
    native = "---\ntitle: Bee\ndescription: An insect that makes honey.\n---\nBees fly.\n"
    target = "---\ntitle: Ape\ndescription: Un insetto che fa miele.\n---\nLe api volano.\n"
    assert pairs(beads(native, target, "definition")) == [("An insect that makes honey.", "Un insetto che fa miele.")]


def test_openings_are_paired_where_one_description_is_missing() -> None:
    native = "---\ntitle: Bee\ndescription: An insect that makes honey.\n---\nBees fly.\n"
    assert pairs(beads(native, "# Ape\n\nLe api volano.\n", "definition")) == [("Bees fly.", "Le api volano.")]


def test_a_missing_version_of_a_list_gives_one_sided_beads() -> None:
    found = beads(listing("honey", "wax"), "# T\n\nThe end of it.\n", "purpose")
    assert [(bead.native is None, bead.target is None) for bead in found] == [(False, True), (False, True)]


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
BODY = st.lists(st.one_of(TITLE, LIST, FIGURE, CALLOUT, PARAGRAPH, FAQ), max_size=8).map(
    lambda blocks: "# Api\n\nTesto.\n\n" + "\n\n".join(blocks) + "\n"
)


@settings(deadline=None)
@given(BODY, BODY)
def test_every_fact_of_both_versions_is_in_exactly_one_bead(native: str, target: str) -> None:
    one, other = article(native, "en"), article(target, "it")
    kinds = tuple(kind for kind in KINDS if kind != "definition")  # of its two readings one is taken
    found = pair_articles(one, other, kinds)
    assert Counter(bead.native for bead in found if bead.native) == Counter(extract_facts(one, kinds))
    assert Counter(bead.target for bead in found if bead.target) == Counter(extract_facts(other, kinds))


@settings(deadline=None)
@given(BODY, BODY)
def test_facts_of_different_kinds_are_never_paired(native: str, target: str) -> None:
    for bead in pair_articles(article(native, "en"), article(target, "it"), KINDS):
        assert {fact.kind for fact in (bead.native, bead.target) if fact} == {bead.kind}


@settings(deadline=None)
@given(BODY)
def test_an_article_pairs_with_itself_without_a_one_sided_bead(text: str) -> None:
    for bead in pair_articles(article(text, "en"), article(text, "it"), KINDS):
        assert bead.native
        assert bead.target
        assert bead.native.answer == bead.target.answer
