"""An article -> its version: all that later stages need of it, so that nobody parses or walks it again."""

from __future__ import annotations

from collections.abc import Callable

from flashgen.facts.extraction import facts_by_reading
from flashgen.facts.links import find_mentions
from flashgen.facts.texts import section_texts, styled_texts
from flashgen.facts.titles import name_article
from flashgen.kinds import KINDS
from flashgen.language.tokens import tokens_with_sounds
from flashgen.records.documents import Article
from flashgen.records.facts import Fact, Mention, TokenisedText, Version


def make_version(article: Article, is_passed_over: Callable[[Mention], bool] | None = None) -> Version:
    """The version that an article is. `is_passed_over` tells which links give no term."""
    facts = facts_by_reading(article)
    name = name_article(article)
    return Version(
        document=article.document,
        title=article.title,
        title_is_used=name.is_used,
        description=article.description,
        keywords=article.keywords,
        facts=facts,
        tokens={reading: tuple(map(tokenise_fact, found)) for reading, found in facts.items()},
        mentions=find_mentions(article, is_passed_over),
        sections=tuple(map(section_texts, article.sections)),
        name=name.text,
        glosses=name.glosses,
        styled=tuple(styled_texts(article)),
        front=article.front,
        images=article.images,
        tables=article.tables,
    )


def tokenise_fact(fact: Fact) -> TokenisedText:
    """What a fact says, for pairing; a question is paired through its answer."""
    # one version may have marked as a label what the other has in its text
    # and a word or two is known by the sentence that it stands with
    said = fact.context if KINDS[fact.kind].is_nominal else ""
    text = " ".join(filter(None, (fact.figure, fact.question, fact.label, fact.answer, said)))
    sounds = tokens_with_sounds(text, fact.links)
    return TokenisedText(frozenset(sounds), sounds, len(text))
