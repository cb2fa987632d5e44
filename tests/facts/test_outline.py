"""What the sections of an article are for."""

from __future__ import annotations

from flashgen.facts.outline import outline
from tests.support.samples import article

TEXT = """\
# Api

## Che cosa sono le api?

Le api vivono qui.

## In breve

- Le api danno miele.

## Domande

### Le api pungono?

Sì.

### Le api dormono?

Sì.

## Altro

- [Leggi del miele](/miele)
"""


def test_an_outline_tells_what_each_section_is_for() -> None:
    found = outline(article(TEXT))
    assert found.question == "Che cosa sono le api?"
    assert found.faq_runs == ((4, 5),)
    assert found.faq == {4, 5}
    assert found.highlights == 2
    assert found.leading_on == {6}
    assert found.language == "it"


def test_nothing_is_made_of_an_article_that_only_begins() -> None:
    found = outline(article("# Api\n\nLe api vivono qui.\n"))
    assert (found.question, found.faq_runs, found.highlights, found.leading_on) == ("", (), None, frozenset())


def test_a_closing_list_of_what_lines_of_code_do_leads_on_to_nothing() -> None:
    found = outline(article("# Api\n\nLe api vivono qui.\n\n## Usi\n\n`api`\n\nElenca\n\n`api -v`\n\nConta\n"))
    assert (found.highlights, found.leading_on) == (1, frozenset())
