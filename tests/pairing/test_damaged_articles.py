"""What `benchmarks/damage.py` does to articles whose truth is known, and what it then takes for right."""

from __future__ import annotations

import random
import runpy
from pathlib import Path

from flashgen.corpus.article import parse_article
from flashgen.records.documents import Article, Document
from flashgen.records.facts import Fact
from flashgen.records.location import Location
from flashgen.records.pairs import Bead

DAMAGE = runpy.run_path(str(Path(__file__).parents[2] / "benchmarks" / "damage.py"))
DEFINITION = "A tide gauge is an instrument that measures how high the sea stands at a harbour."
AGAIN = "A tide gauge is an instrument that measures how high the sea stands at any harbour."
OPENING = "A tide gauge stands in every harbour of some size, and a clerk reads its figure twice a day."


def article(description: str = DEFINITION) -> Article:
    text = (
        f"---\ntitle: Tide gauge\ndescription: {description}\n---\n\n# Tide gauge\n\n{OPENING}\n\n"
        f"## In short\n\n- {AGAIN}\n- Storms lift the water by a metre or more than the tables say.\n"
    )
    parsed, _ = parse_article(Document("x.md", "en/x.md", "x", "en"), text.encode())
    assert parsed
    return parsed


def test_an_older_edition_never_says_again_what_the_description_says() -> None:
    found = (DAMAGE["damage"]("an older revision", article(), article(), random.Random(seed), []) for seed in range(40))
    descriptions = {one.description for pair in found for one in pair}
    assert descriptions - {DEFINITION}
    assert AGAIN not in descriptions


def test_openings_that_stand_opposite_each_other_are_no_wrong_pair() -> None:
    known = DAMAGE["truth"](article())
    opening = Fact("definition", "", OPENING, Location("en/x.md", 8), (0, 0))
    assert known["definition", DAMAGE["normalised"](DEFINITION)] == 0
    assert known["definition", DAMAGE["normalised"](OPENING)] < 0
    beads = [Bead("definition", opening, opening)]
    verdict = DAMAGE["judge"](beads, known, known, (article(), article()))
    assert (verdict.right, verdict.wrong) == (1, ())
    assert verdict.pairable == DAMAGE["judge"]([], known, known, (article(), article())).pairable + 1
