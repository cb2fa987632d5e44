"""Whether a text names what an article is about, as a question must that is asked on its own."""

from __future__ import annotations

from flashgen.kinds import KINDS
from flashgen.language.text_types import normalised, weight, word_count
from flashgen.language.word_forms import first_words, share_a_word, share_of_words
from flashgen.records.pairs import Bead

_SHORT_QUESTION = 3
"""Words of a question that may be about anything."""
_TELLING = 5
"""Words of a heading that asks by itself: "Companies that would like to hire you"."""
_SUBJECT = 3
"""Words among which a text names what it says something of ("The weaknesses are ...")."""
_STEM = 4
"""How many letters of a word stay the same when it is inflected; fewer make no word to go by."""


def names_title(text: str, title: str) -> bool:
    """Whether a text says what a title says."""
    return bool(title) and normalised(title) in normalised(text)


def holds_answer(sentence: str, title: str, asked: str) -> bool:
    """Whether the sentence of a term holds its title in the other language, which is asked for, and the title not."""
    return normalised(asked) not in normalised(title) and names_title(sentence, asked)


def is_about_nothing(question: str, title: str) -> bool:
    """Whether a question ("What is it?") leaves open what it is about."""
    return bool(question) and word_count(question) <= _SHORT_QUESTION and not _speaks_of(question, title)


def needs_prompt(bead: Bead) -> bool:
    """Whether a prompt makes a question of the heading that asks for a pair, a name or a few words: "Weaknesses".

    A heading that recurs asks by itself ("Problem it solves"), and so do a long one, which would make no grammatical
    part of a prompt, an entry of a glossary, which is explained without its word, and one that its text begins with,
    which the task asks to explain: "What is important" would be another question than what weaknesses are.
    """
    facts = [fact for _, fact in bead.sides]
    if not KINDS[bead.kind].needs_telling_question or not any(fact.names_question for fact in facts):
        return False
    if any(word_count(fact.question) >= _TELLING or _begins_with(fact.answer, fact.question) for fact in facts):
        return False
    return any(share_a_word(fact.question, fact.answer) for fact in facts)


def _begins_with(text: str, heading: str) -> bool:
    """Whether a text names among its first words what its heading names."""
    return share_of_words(heading, first_words(text, _SUBJECT)) == 1


def _speaks_of(question: str, title: str) -> bool:
    """Whether a question names the title, or holds the beginning of one of its words."""
    asked = normalised(question)
    words = (normalised(word) for word in title.split())
    return names_title(question, title) or any(word[:_STEM] in asked for word in words if weight(word, 0) >= _STEM)
