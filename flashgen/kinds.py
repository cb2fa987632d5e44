"""The kinds of facts, in one table: a new kind is a row here, a reader, templates and a line in each language file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from flashgen.record import Record

Task = Literal["translate", "define", "complete", "answer"]
"""What a card wants of the learner."""


class Kind(Record):
    """What the stages need to know of a kind of facts."""

    readings: tuple[str, ...] = ()
    """How the kind is read from a version (`flashgen.facts.extraction`), in order of preference: the first reading
    that both versions have is paired. None: both versions are needed to tell (terms, sentences)."""
    is_linked: bool = False
    """Whether its facts come from the articles that link to theirs."""
    is_single: bool = False
    """Whether an article has one fact of the kind at most: it stays the same fact, however it is worded."""
    may_be_repeated: bool = False
    """Whether an article may state such a fact twice, so that a later one that says the same is left out."""
    is_list_item: bool = False
    """Whether facts of the kind stand in lists, whose order and number speak for pairs."""
    needs_telling_question: bool = False
    """Whether its question must name what the answer tells, or recur through the corpus, to be asked."""
    has_question: bool = False
    """Whether each fact brings the question that asks for it, by which it is recognised too."""
    has_figure: bool = False
    """Whether its question is its answer, with the figure blanked."""
    has_prompt: bool = False
    """Whether language files word a question for it, for articles that ask none."""
    is_in_one_language: bool = False
    """Whether its card asks and answers in the target language; the others ask in one and answer in the other."""
    is_nominal: bool = False
    """Whether its answer is a name rather than a sentence, so that a word or two says enough."""
    target_task: Task = "translate"
    """What the card that asks in the target language wants."""
    native_task: Task = "translate"
    """What the card that asks in the native language wants."""
    native_label: str = ""
    """The kind whose label is on the card that asks in the native language, where that card asks for another thing."""
    asked: tuple[str, ...] = ("Question",)
    """The fields, without their language, that a card type asks with if its configuration does not say; of these, the
    context may be empty."""
    answered: tuple[str, ...] = ("Answer",)
    """The fields that it answers with."""

    @property
    def is_led_in(self) -> bool:
        """Whether its cards ask with a lead-in above what they ask."""
        return self.asked[0] == "Context"


KINDS: dict[str, Kind] = {
    "definition": Kind(
        readings=("definition", "opening", "second_sentence", "defining_highlight"), is_single=True,
        may_be_repeated=True, has_prompt=True, is_in_one_language=True, target_task="define", native_label="term",
    ),
    "term": Kind(is_linked=True, is_single=True, asked=("Term", "Context"), answered=("Term", "Context")),
    "vocabulary": Kind(
        readings=("label",), may_be_repeated=True, is_list_item=True, is_nominal=True,
        asked=("Answer", "Context"), answered=("Answer", "Context"),
    ),
    "section": Kind(
        readings=("section",), needs_telling_question=True, is_list_item=True, has_question=True,
        is_in_one_language=True,
        target_task="define", native_task="define",
    ),
    "purpose": Kind(
        readings=("purpose",), may_be_repeated=True, is_list_item=True, has_prompt=True, asked=("Context", "Answer"),
    ),
    "statistic": Kind(
        readings=("statistic",), has_figure=True, is_in_one_language=True, target_task="complete",
        native_task="complete", answered=("Figure", "Answer"),
    ),
    "callout": Kind(
        readings=("callout",), may_be_repeated=True, has_prompt=True, asked=("Context", "Answer"),
    ),
    "highlight": Kind(
        readings=("highlight",), may_be_repeated=True, is_list_item=True, has_prompt=True, asked=("Context", "Answer"),
    ),
    "faq": Kind(
        readings=("faq",), is_list_item=True, has_question=True, is_in_one_language=True,
        target_task="answer", native_task="answer",
    ),
    "sentence": Kind(asked=("Answer",)),
}  # fmt: skip
"""Every kind by name, in the order in which a learner meets those of one article."""


def is_asked_by_recurrence(kind: str, names_question: Iterable[bool]) -> bool:
    """Whether a heading asks that only recurs through a corpus ("Problem it solves"), and that the text of neither
    version takes up in its first words: all of the text answers, and not its first sentence alone."""
    return KINDS[kind].needs_telling_question and not any(names_question)


def kind_of(published: str) -> Kind:
    """The row of a kind that a package names; a plain one where another version of flashgen made it."""
    return KINDS.get(published, Kind())
