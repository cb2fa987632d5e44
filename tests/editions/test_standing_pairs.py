"""Published pairs of texts that still stand are named, where a build would withhold them."""

from __future__ import annotations

from flashgen.editions.earlier_notes import EarlierNotes
from flashgen.editions.standing_pairs import StandingPairs
from flashgen.records.documents import Document
from flashgen.records.facts import Fact
from flashgen.records.location import Location
from flashgen.records.pairs import Bead, Bitext, Decision, Reason, Side
from tests.support.plain_deck import HONEY, NOTHING, WAX, note, published

DOUBT = Reason("in doubt")


def bead(native: str, target: str, reason: Reason | None = DOUBT, kind: str = "purpose") -> Bead:
    """A bead; an empty text is a side that it lacks."""
    ours, theirs = (Fact(kind, "", text, Location("ape.md", 3)) if text else None for text in (native, target))
    return Bead(kind, ours, theirs, reason)


def bitext(*beads: Bead, slug: str = "ape") -> Bitext:
    native, target = (
        Side(Document(f"{tag}/{slug}.md", f"{tag}/{slug}.md", slug, tag), slug, True, ()) for tag in ("en", "it")
    )
    return Bitext(slug, (), native, target, beads)


STANDING = StandingPairs(EarlierNotes(published(NOTHING, HONEY, WAX)))
WAX_IS_KNOWN = (Decision("wax for candles", "cera per candele", True, kind="purpose"),)


def test_a_published_pair_that_is_in_doubt_now_is_named() -> None:
    assert STANDING.withheld_from(bitext(bead("wax for candles", "cera per candele"))) == WAX_IS_KNOWN


def test_so_is_one_whose_texts_found_no_partner() -> None:
    assert STANDING.withheld_from(bitext(bead("wax for candles", ""), bead("", "cera per candele"))) == WAX_IS_KNOWN


def test_a_text_that_its_card_showed_cut_is_known() -> None:
    whole = bead("wax for candles, and for the floor", "cera per candele, e per il pavimento")
    assert STANDING.withheld_from(bitext(whole)) == WAX_IS_KNOWN


def test_a_pair_that_stands_anyway_is_not_named() -> None:
    assert STANDING.withheld_from(bitext(bead("wax for candles", "cera per candele", None))) == ()


def test_a_pair_of_which_one_text_has_changed_is_not_named() -> None:
    assert STANDING.withheld_from(bitext(bead("wax for candles", "cera d'api per le candele"))) == ()


def test_an_article_and_a_kind_are_asked_for_their_own_pairs_alone() -> None:
    doubted = bead("wax for candles", "cera per candele")
    assert STANDING.withheld_from(bitext(doubted, slug="bee")) == ()
    assert STANDING.withheld_from(bitext(bead("wax for candles", "cera per candele", kind="highlight"))) == ()


def test_a_pair_that_an_earlier_edition_had_is_remembered() -> None:
    later = StandingPairs(EarlierNotes(published(published(NOTHING, HONEY, WAX), HONEY)))
    assert later.withheld_from(bitext(bead("wax for candles", "cera per candele"))) == WAX_IS_KNOWN


def test_terms_come_from_links_and_are_left_alone() -> None:
    standing = StandingPairs(EarlierNotes(published(NOTHING, note("bee", "ape", "term"))))
    assert standing.withheld_from(bitext(bead("bee", "ape", kind="term"))) == ()
