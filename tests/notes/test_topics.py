"""One spelling for one topic."""

from __future__ import annotations

from flashgen.notes.topics import learn_spellings, with_usual_topics
from flashgen.records.documents import Document
from flashgen.records.facts import Version
from flashgen.records.pairs import Bitext, Side

PAIRS = [(("Concept",), ("Kavram",)), (("concept",), ("Kavram",)), (("Concept", "Tool"), ("konsept", "Araç"))]


def version(keywords: tuple[str, ...]) -> Version:
    return Version(Document("x.md", "x.md", "x", "tr"), "X", True, "", keywords)


def bitext(*keywords: str) -> Bitext:
    side = Side(Document("x.md", "x.md", "x", "tr"), "X", True, ())
    return Bitext("x", keywords, side, side, ())


def learnt(*pairs: tuple[tuple[str, ...], tuple[str, ...]]) -> dict[str, str]:
    return dict(learn_spellings((version(native), version(target)) for native, target in pairs))


def test_most_articles_tell_how_a_topic_is_spelt() -> None:
    assert learnt(*PAIRS) == {"konsept": "Kavram"}
    assert with_usual_topics(bitext("konsept", "Araç"), learnt(*PAIRS)).keywords == ("Kavram", "Araç")


def test_topics_whose_number_differs_tell_nothing() -> None:
    assert learnt(*PAIRS[:2], (("Concept",), ("a", "b"))) == {}


def test_spellings_of_which_none_prevails_stay() -> None:
    assert learnt(*PAIRS[1:]) == {}


def test_two_topics_that_are_one_are_named_once() -> None:
    assert with_usual_topics(bitext("a", "b"), {"a": "Kavram", "b": "Kavram"}).keywords == ("Kavram",)


def test_a_bitext_without_rare_spellings_is_the_same() -> None:
    text = bitext("Kavram")
    assert with_usual_topics(text, {"konsept": "Kavram"}) is text


def test_of_spellings_that_differ_by_case_alone_the_most_frequent_one_is_taken() -> None:
    others = tuple(((topic,), (topic,)) for topic in ("Tool", "Idea"))  # so that none prevails as a translation
    cased = (
        (("Technique",), (spelling,)) for spelling in ("tecnologia", "Tecnologia", "Tecnologia", "tecnica", "arte")
    )
    assert learnt(*cased, *others) == {"tecnologia": "Tecnologia"}
