"""Where a term is met in both languages, and why an article gives none."""

from __future__ import annotations

from flashgen.notes.meetings import find_meetings
from flashgen.notes.term_places import PublishedTerm, TermPlaces
from flashgen.record import replace
from flashgen.records.documents import Document
from flashgen.records.facts import Mention
from flashgen.records.location import Location
from flashgen.records.pairs import Bitext, Reason, Side

SENTENCE = "Many bees work."
TARGET_SENTENCE = "Tante api lavorano."


def mention(paragraph: str, words: str, block: int = 0, section: int = 0) -> Mention:
    start = paragraph.index(words)
    return Mention("ape", paragraph, start, start + len(words), (section, block), Location("it/x.md", 3))


def bee(paragraph: str = SENTENCE, block: int = 0, section: int = 0) -> Mention:
    return mention(paragraph, "bees", block, section)


def ape(paragraph: str = TARGET_SENTENCE, block: int = 0, section: int = 0) -> Mention:
    return mention(paragraph, "api", block, section)


def bitext(
    native: tuple[Mention, ...] = (), target: tuple[Mention, ...] = (), slug: str = "prato",
    titles: tuple[str, str] = ("Bee", "Ape"), used: bool = True,
) -> Bitext:  # fmt: skip
    english, italian = (
        Side(Document("x.md", f"{language}/{slug}.md", slug, language), title, used, mentions)
        for language, title, mentions in (("en", titles[0], native), ("it", titles[1], target))
    )
    return Bitext(slug, (), english, italian, ())


def met(*bitexts: Bitext) -> list[tuple[str, str]]:
    """The paragraphs of the places in which the article on bees is met."""
    places = TermPlaces()
    for one in bitexts:
        places.add(one, find_meetings(one))
    return [(place.native.paragraph, place.target.paragraph) for slug in places.met for place in places.places(slug)]


def why(linked: Bitext, *bitexts: Bitext) -> str:
    places = TermPlaces()
    for one in bitexts:
        places.add(one, find_meetings(one))
    return str(places.why_no_term(linked) or "")


APE = bitext(slug="ape")


def test_the_first_places_of_all_articles_are_kept_each_once() -> None:
    meadow, hive = bitext((bee(),), (ape(),)), bitext((bee("See bees."),), (ape("Le api"),), "arnia")
    assert met(meadow, hive) == [(SENTENCE, TARGET_SENTENCE), ("See bees.", "Le api")]
    many = [bitext((bee(f"{number} bees"),), (ape(f"{number} api"),), f"arnia{number}") for number in range(9)]
    assert met(*many) == [(f"{number} bees", f"{number} api") for number in range(6)]


def test_places_whose_sentences_need_no_other_come_first() -> None:
    pointing = bitext((replace(bee("All of these bees work."), points_back=2.0),), (ape("Tutte queste api lavorano."),))
    own = bitext((bee(),), (ape(),), "arnia")
    assert [place[0] for place in met(pointing, own)] == [SENTENCE, "All of these bees work."]


def test_a_place_whose_sentences_link_to_the_same_articles_comes_before_one_of_which_one_side_links_to_more() -> None:
    uneven = bitext((replace(mention("Bees and wasps sting.", "Bees"), beside=("vespa",)),), (ape("Le api pungono."),))
    even = bitext(
        (replace(bee("Wasps and bees fly."), beside=("vespa",)),),
        (replace(ape("Vespe e api volano."), beside=("vespa",)),), "arnia",
    )  # fmt: skip
    places = TermPlaces()
    for one in (uneven, even, APE):
        places.add(one, find_meetings(one))
    assert [place.native.paragraph[:5] for place in places.read("ape").places] == ["Wasps", "Bees "]


def test_a_part_of_the_title_of_the_article_that_links_is_no_place() -> None:
    native, target = mention("Honey bees work.", "bees"), mention("Le api da miele lavorano.", "api")
    linking = bitext((native,), (target,), titles=("Honey bees", "Api da miele"))
    assert met(linking) == []
    assert met(bitext((native,), (target,), titles=("Bees", "Api"))) == [(native.paragraph, target.paragraph)]


def test_links_that_say_the_title_come_first_and_a_published_place_before_them() -> None:
    other = mention("The beekeeping goes on.", "beekeeping"), mention("L'apicoltura continua.", "apicoltura")
    linking = bitext((other[0],), (other[1],)), bitext((bee(),), (ape(),), "arnia")
    for published, first in (
        ({}, SENTENCE),
        ({"ape": PublishedTerm((other[0].paragraph, other[1].paragraph))}, other[0].paragraph),
    ):
        places = TermPlaces(published)
        for one in (*linking, APE):
            places.add(one, find_meetings(one))
        assert places.read("ape").places[0].native.paragraph == first


def test_links_in_the_same_block_are_preferred() -> None:
    later = "Later bees sleep."
    assert met(bitext((bee(), bee(later, block=2)), (ape(block=2),))) == [(later, TARGET_SENTENCE)]


def test_links_of_one_block_are_places_one_by_one_or_each_beside_the_first() -> None:
    ours = bee(), bee("More bees work.")
    theirs = ape(), ape("Altre api lavorano."), ape("Le api dormono.")
    places = met(bitext(ours, theirs[:2])), met(bitext(ours, theirs))
    assert places[0] == [(SENTENCE, TARGET_SENTENCE), ("More bees work.", "Altre api lavorano.")]
    beside_first = {(ours[0], one) for one in theirs} | {(one, theirs[0]) for one in ours}
    assert set(places[1]) == {(one.paragraph, other.paragraph) for one, other in beside_first}
    turned = met(bitext(theirs, ours))
    assert {place[::-1] for place in turned} == set(places[1])


def test_links_in_other_blocks_of_one_section_are_a_place() -> None:
    assert met(bitext((bee(block=1),), (ape(block=4),))) == [(SENTENCE, TARGET_SENTENCE)]


def test_links_in_other_sections_are_no_place() -> None:
    linking = bitext((bee(section=1),), (ape(section=2),))
    assert met(linking) == []
    assert why(APE, linking) == "links stand in different places"


def test_a_link_in_one_language_only_gives_no_term() -> None:
    assert why(APE, bitext((bee(),))) == why(APE) == "no other article links to it in both languages"


def test_a_torn_link_gives_no_term() -> None:
    torn = replace(bee(), is_passed_over=True)
    assert why(APE, bitext((torn,), (ape(),))) == "a link swallows a sentence end"
    assert met(bitext((torn, bee("Other bees sleep.", 1)), (ape(),))) == [("Other bees sleep.", TARGET_SENTENCE)]


def test_the_reason_nearest_to_a_term_is_told() -> None:
    apart = bitext((bee(section=1),), (ape(section=2),))
    assert why(APE, apart, bitext((bee(),), slug="arnia")) == "links stand in different places"


def test_one_good_place_is_enough() -> None:
    assert why(APE, bitext((bee(),)), bitext((bee(),), (ape(),), "arnia")) == ""


def test_the_same_word_in_both_languages_is_no_term() -> None:
    linking = bitext((bee(),), (ape(),))
    assert why(bitext(slug="ape", titles=("Bee", "BEE")), linking) == "the same word in both languages"
    assert why(bitext(slug="ape", titles=("Containers", "Container")), linking) == "the same word in both languages"
    assert why(bitext(slug="ape", titles=("Lamp", "Lampada")), linking) == ""


def test_titles_that_a_person_denies_are_no_term() -> None:
    denied = replace(APE, titles_denied=Reason("denied by a person", "pairs.yaml:3"))
    assert why(denied, bitext((bee(),), (ape(),))) == "denied by a person: pairs.yaml:3"


def test_a_title_that_the_text_does_not_use_is_no_term() -> None:
    linking = bitext((bee(),), (ape(),))
    assert why(bitext(slug="ape", used=False), linking) == "title not used in English or Italian"
    half = replace(APE, target=replace(APE.target, title_is_used=False))
    assert why(half, linking) == str(Reason("title not used in Italian"))


def test_every_article_that_links_to_one_is_counted_once() -> None:
    places = TermPlaces()
    for one in (bitext((bee(), bee("More bees.", 1)), (ape(),)), bitext((), (ape(),), "arnia")):
        places.add(one, find_meetings(one))
    assert places.frequency == {"ape": 2}


def test_a_title_that_abbreviates_the_other_is_no_term() -> None:
    linking = bitext((bee(),), (ape(),))
    assert why(bitext(slug="ape", titles=("TLS", "Sicurezza del trasporto")), linking) == (
        "one title abbreviates the other"
    )


def test_two_headlines_and_a_question_are_no_terms() -> None:
    long = ("How to keep bees at home", "Come tenere le api in casa")
    linking = bitext((bee(),), (ape(),))
    for titles in (long, ("Bees", "Che cosa fanno le api?")):
        assert why(bitext(slug="ape", titles=titles), linking) == "a headline rather than a term"
    assert why(bitext(slug="ape", titles=("Bees", long[1])), linking) == ""


def test_an_article_and_its_places_are_told_from_others() -> None:
    meadow, hive = bitext((bee(),), (ape(),)), bitext((bee("See bees."),), (ape(),), "arnia")
    known = set()
    for added in (
        (meadow, APE),
        (meadow, replace(APE, keywords=("Insects",))),
        (hive, APE),
        (meadow, hive, APE),
        (hive, meadow, APE),
    ):
        places = TermPlaces()
        for one in added:
            places.add(one, find_meetings(one))
        known.add(places.read("ape").said)
    assert len(known) == 5
