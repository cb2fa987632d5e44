"""What a bitext says of its two versions."""

from __future__ import annotations

import pytest

from flashgen.language.doubled_words import Conjunctions
from flashgen.language.pointing import Pointing
from flashgen.pairing.model import TranslationModels
from flashgen.pipeline.bitexts import Job, Outcome, make_bitext
from flashgen.pipeline.versions import ReadVersion
from flashgen.quality.settings import Gate
from flashgen.record import replace
from flashgen.records.documents import Document
from flashgen.records.pairs import Bitext, Decision
from tests.support.samples import version

ENGLISH = "# Greenhouse\n\nA greenhouse is warm.\n"
GATE = Gate()
ITALIAN = "# Serra (greenhouse)\n\nUna serra è calda.\n"


def paired(native: str, target: str, *off: str) -> Bitext:
    """The bitext of an English and an Italian document; `off` are rules of the quality gate."""
    found = outcome(native, target, Gate(off=frozenset(off))).bitext
    assert found
    return found


def outcome(native: str, target: str, gate: Gate = GATE) -> Outcome:
    texts = {"en": native, "it": target}

    def read(document: Document) -> ReadVersion:
        return version(texts[document.language], document.language, document.slug), ()

    english, italian = (Document(f"{language}/x.md", f"{language}/x.md", "x", language) for language in texts)
    job = Job("x", english, italian, ("definition", "section", "faq"), gate=gate)
    return make_bitext(job, TranslationModels(), read)


def opposite(job: Job) -> Job:
    return replace(job, native=job.target, target=job.native)


def test_opposite_pairs_hold_the_same_facts_and_each_has_its_topics_from_what_is_learnt() -> None:
    texts = {
        "en": "---\ntags: [Gardens]\n---\n\n# Greenhouse\n\nA greenhouse is warm.\n\n## Parts\n\n- Glass\n- Doors\n",
        "it": "---\ntags: [Giardini]\n---\n\n# Serra\n\nUna serra è calda.\n\n## Parti\n\n- Vetro\n- Porte\n- Tetto\n",
    }
    english, italian = (Document(f"{tag}/x.md", f"{tag}/x.md", "x", tag) for tag in texts)

    def read(document: Document) -> ReadVersion:
        return version(texts[document.language], document.language, document.slug), ()

    job = Job("x", english, italian, ("definition", "highlight"))
    one, other = (make_bitext(found, TranslationModels(), read).bitext for found in (job, opposite(job)))
    assert one and other
    assert (one.native.title, other.native.title) == ("Greenhouse", "Serra")
    assert [bead.opposite for bead in other.beads] == list(one.beads)
    assert any(bead.is_pair for bead in one.beads)
    assert (one.keywords, other.keywords) == (("Giardini",), ("Gardens",))


def test_what_is_known_of_pairs_is_known_of_the_opposite_ones() -> None:
    def read(document: Document) -> ReadVersion:
        return version({"en": ENGLISH, "it": ITALIAN}[document.language], document.language, document.slug), ()

    italian, english = (Document(f"{tag}/x.md", f"{tag}/x.md", "x", tag) for tag in ("it", "en"))
    told = Decision("Una serra è calda.", "A greenhouse is warm.", is_pair=False)
    found = make_bitext(Job("x", italian, english, ("definition",), decisions=(told,)), TranslationModels(), read)
    assert found.bitext and not any(bead.is_pair for bead in found.bitext.beads)


def test_a_title_counts_as_used_where_the_rule_is_off() -> None:
    unused = "# Pesca\n\nUna serra è calda.\n"
    assert not paired(ENGLISH, unused).target.title_is_used
    assert paired(ENGLISH, unused, "unused-title").target.title_is_used


def test_a_link_in_a_sentence_that_only_sends_elsewhere_or_goes_on_from_another_shows_no_term() -> None:
    gate = Gate(pointing=(("en", Pointing(referring=("see",), joining=("that is why",))),))
    text = (
        "{}A wall of [glass](glass.md) keeps the wind out. See the page on [brick](brick.md) for more."
        " That is why [wood](wood.md) is rare.\n"
    )
    found = outcome(text.format("# Greenhouse\n\n"), ITALIAN, gate).bitext
    assert found
    assert {mention.slug: mention.leans for mention in found.native.mentions} == {
        "glass": False,
        "brick": True,
        "wood": True,
    }


def test_a_link_knows_what_else_its_sentence_links_to() -> None:
    text = "# Greenhouse\n\n[Glass](glass.md) or [foil (film)](foil.md) keeps it warm. [Brick](brick.md) does not.\n"
    found = outcome(text, ITALIAN).bitext
    assert found
    assert {mention.slug: mention.beside for mention in found.native.mentions} == {
        "glass": ("foil",),
        "foil": ("glass",),
        "brick": (),
    }


@pytest.mark.parametrize("title", ["Serra (di vetro", "Serra {{< param nome >}}", "Serra, , calda"])
def test_a_damaged_title_is_shown_on_no_card_and_told_of(title: str) -> None:
    found = outcome(ENGLISH, f"---\ntitle: '{title}'\n---\n\nUna serra è calda.\n")
    assert found.bitext
    assert (found.bitext.target.title, found.bitext.target.title_is_used) == ("", False)
    assert (found.bitext.native.title, found.bitext.native.title_is_used) == ("Greenhouse", True)
    (problem,) = found.problems
    assert repr(title) in problem.message
    assert (str(problem.location), problem.severity) == ("it/x.md", "warning")


def test_a_damaged_title_is_shown_where_suspects_are_let_pass_or_its_rule_is_off() -> None:
    odd = "---\ntitle: Serra (di vetro\n---\n\nUna serra (di vetro) è calda.\n"
    for gate in (Gate(suspects="tag"), Gate(off=frozenset({"unbalanced"}))):
        found = outcome(ENGLISH, odd, gate)
        assert found.bitext
        assert (found.bitext.target.title, found.problems) == ("Serra (di vetro", ())


def test_a_figure_that_differs_beyond_what_a_card_shows_withholds_no_answer() -> None:
    shown = (
        "# Greenhouse\n\nA greenhouse is warm.\n\n## FAQ\n\n### When was glass made in 1833 or in 1847?\n\n{0}\n",
        "# Serra\n\nUna serra è calda.\n\n## FAQ\n\n### Quando si fece il vetro, nel 1833 o nel 1847?\n\n{0}\n",
    )
    english = (
        "Glass was made in 1833 by 5,120 people in 17 towns of the north, and in 1847 by 8,230 people in 24 towns. "
        "The first panes measured 310 by 260 millimetres, and a greenhouse took 1,940 of them, as 13 drawings tell. "
        "In the last year a pane cost {0} pence."
    )
    italian = (
        "Il vetro fu fatto nel 1833 da 5120 persone in 17 città del nord, e nel 1847 da 8230 persone in 24 città. "
        "Le prime lastre misuravano 310 per 260 millimetri, e una serra ne usava 1940, come dicono 13 disegni. "
        "Nell'ultimo anno una lastra costava {0} pence."
    )

    def reason(*figures: str) -> str:
        texts = [text.format(figure) for text, figure in zip((english, italian), figures, strict=True)]
        beads = paired(*(page.format(text) for page, text in zip(shown, texts, strict=True))).beads
        return next(str(bead.reason or "") for bead in beads if bead.kind == "faq")

    assert reason("172", "172") == reason("172", "173") == ""
    texts = english.replace("1833", "1834"), italian
    beads = paired(*(page.format(text.format("172")) for page, text in zip(shown, texts, strict=True))).beads
    assert [str(bead.reason) for bead in beads if bead.kind == "faq"] == ["the figures differ: 1834 and 1833"]


def test_an_article_asks_no_question_twice() -> None:
    """A heading of its own and one among questions are read as two kinds, each of which knows of itself alone."""
    english = (
        "# Bee\n\nA bee is an insect.\n\n## Hives\n\nHives of 1911 stand by the brook.\n\n## FAQ\n\n"
        "### Hives\n\nThe 12 hives are old.\n\n### Where are the 30 trees?\n\nThe 30 trees are far.\n\n"
        "### Why are there 7 swarms?\n\nThe 7 swarms are big.\n"
    )
    italian = (
        "# Ape\n\nUn'ape è un insetto.\n\n## Arnie\n\nArnie del 1911 stanno vicino al ruscello.\n\n## FAQ\n\n"
        "### Le 12 arnie?\n\nLe 12 arnie sono vecchie.\n\n### Dove sono i 30 alberi?\n\nI 30 alberi sono lontani.\n\n"
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


def test_a_word_that_is_joined_with_itself_is_said_once_which_is_told_once_as_a_repair() -> None:
    english = "# Mill\n\nA mill grinds wheat or spelt.\n\n## What does a mill need?\n\nA mill needs wheat or spelt.\n"
    italian = (
        "# Mulino\n\nUn mulino macina frumento o frumento.\n\n"
        "## Di cosa ha bisogno un mulino?\n\nUn mulino ha bisogno di frumento o frumento.\n"
    )
    gate = Gate(conjunctions=(("en", Conjunctions(("and",), ("or",))), ("it", Conjunctions(("e",), ("o",)))))
    found = outcome(english, italian, gate)
    assert found.bitext
    answers = [bead.target.answer for bead in found.bitext.beads if bead.target]
    assert answers == ["Un mulino macina frumento.", "Un mulino ha bisogno di frumento."]
    (told,) = [problem for problem in found.problems if problem.severity == "repair"]
    assert str(told).startswith("it/x.md:3: 'frumento o frumento' joins words with themselves")
