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
    job = Job("x", english, italian, ("definition", "faq"), gate=Gate(off=frozenset(off)))
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
    english = (
        "# Bee\n\n## What is a bee?\n\nAn insect.\n\n## FAQ\n\n### What is a bee?\n\nIt flies.\n\n### Why?\n\nSo.\n"
    )
    italian = "# Ape\n\n## Cos'è un'ape?\n\nUn insetto.\n\n## FAQ\n\n### Cosa?\n\nVola.\n\n### Perché?\n\nCosì.\n"
    found = [(bead.kind, str(bead.reason or "")) for bead in paired(english, italian).beads]
    assert found[1] == ("faq", "asks the same question as another fact of the article")
    assert (found[0][1], found[2][1]) == ("", "")
