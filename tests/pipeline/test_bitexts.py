"""What a bitext says of its two versions."""

from __future__ import annotations

from pathlib import Path

from flashgen.pairing.model import TranslationModels
from flashgen.pipeline.bitexts import Job, make_bitext
from flashgen.pipeline.versions import ReadVersion
from flashgen.quality.settings import Gate
from flashgen.records import Bitext, Document
from tests.support.samples import version

ENGLISH = "# Greenhouse\n\nA greenhouse is warm.\n"
ITALIAN = "# Serra (greenhouse)\n\nUna serra è calda.\n"


def paired(native: str, target: str, *off: str) -> Bitext:
    """The bitext of an English and an Italian document; `off` are rules of the quality gate."""
    texts = {"en": native, "it": target}

    def read(document: Document) -> ReadVersion:
        return version(texts[document.language], document.language, document.slug), ()

    english, italian = (Document(Path(f"{language}/x.md"), f"{language}/x.md", "x", language) for language in texts)
    job = Job("x", english, italian, ("definition", "section", "faq"), gate=Gate(off=frozenset(off)))
    found = make_bitext(job, TranslationModels(), read).bitext
    assert found
    return found


def test_a_bracket_that_is_the_other_title_is_shown_nowhere() -> None:
    target = paired(ENGLISH, ITALIAN).target
    assert (target.title, target.gloss) == ("Serra", "")


def test_a_bracket_that_says_more_than_the_other_title_is_a_gloss() -> None:
    target = paired("# Greenhouses\n\nA greenhouse is warm.\n", "# Парник (greenhouse)\n\nПарник теплый.\n").target
    assert (target.title, target.gloss) == ("Парник", "greenhouse")


def test_a_title_counts_as_used_where_the_rule_is_off() -> None:
    unused = "# Pesca\n\nUna serra è calda.\n"
    assert not paired(ENGLISH, unused).target.title_is_used
    assert paired(ENGLISH, unused, "unused-title").target.title_is_used


def test_an_article_asks_no_question_twice() -> None:
    """A heading of its own and one among questions are read as two kinds, each of which knows of itself alone."""
    english = (
        "# Bee\n\nA bee is an insect.\n\n## Hives\n\nHives of 1911 stand by the brook.\n\n## FAQ\n\n"
        "### Hives\n\nThe 12 hives are old.\n\n### Where are the 30 trees?\n\nThe 30 trees are far.\n\n"
        "### Why are there 7 swarms?\n\nThe 7 swarms are big.\n"
    )
    italian = (
        "# Ape\n\nUn'ape è un insetto.\n\n## Arnie\n\nArnie del 1911 stanno vicino al ruscello.\n\n## FAQ\n\n"
        "### Le 12 arnie\n\nLe 12 arnie sono vecchie.\n\n### Dove sono i 30 alberi?\n\nI 30 alberi sono lontani.\n\n"
        "### Perché ci sono 7 sciami?\n\nI 7 sciami sono grandi.\n"
    )
    found = [(bead.kind, str(bead.reason or "")) for bead in paired(english, italian).beads]
    assert found == [
        ("definition", ""),
        ("section", ""),
        ("faq", "asks the same question as another fact of the article"),
        ("faq", ""),
        ("faq", ""),
    ]


def test_a_question_that_one_version_asks_twice_leaves_the_other_pairs_alone() -> None:
    english = (
        "# Bee\n\n## What is a bee?\n\nA bee is an insect.\n\n## FAQ\n\n### What is a bee?\n\nIt flies.\n\n"
        "### Where are the 12 hives?\n\nThe 12 hives of 1911 stand by the brook.\n"
    )
    italian = (
        "# Ape\n\n## Cos'è un'ape?\n\nUn'ape è un insetto.\n\n## FAQ\n\n### Cosa?\n\nVola.\n\n"
        "### Dove sono le 12 arnie?\n\nLe 12 arnie del 1911 stanno vicino al ruscello.\n"
    )
    pairs = [bead for bead in paired(english, italian).beads if bead.is_pair]
    assert [bead.native and bead.native.question for bead in pairs] == ["What is a bee?", "Where are the 12 hives?"]
    assert [bead.target and bead.target.question for bead in pairs] == ["Cos'è un'ape?", "Dove sono le 12 arnie?"]
