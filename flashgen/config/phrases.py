"""What flashgen itself says on cards and on the preview page: the shape of `languages/<tag>.yaml`."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field

from flashgen.config.schema import Kind, PromptedKind
from flashgen.config.strict_model import StrictModel
from flashgen.kinds import Task

InterfaceWord = Literal[
    "skip", "browse", "close", "search", "article", "kind", "card_type", "edition", "all", "show_all", "card",
    "cards", "notes", "front", "back", "show_answer", "show_question", "next_card", "previous_card", "space",
    "phone", "desktop", "auto", "light", "dark", "width", "colours", "no_card", "right", "wrong", "save_marks",
    "pair_right", "tags", "withheld", "in_package", "latest", "retired", "before", "unshown", "your_answer",
    "import_hint", "no_script",
    "type_question", "type_title", "type_produce", "type_recognise", "type_understand", "type_figure", "type_cloze",
    "why_alone", "why_doubt", "why_differs", "why_untranslated", "why_repeated", "why_denied", "why_damaged",
]  # fmt: skip
"""What the pages of previews say, by the names that their scripts use. `type_...` are the names of the default card
types, `why_...` the reasons for which facts are withheld."""


def _phrases(description: str, example: str) -> Any:
    """What a field of phrases is, none of which need be there."""
    return Field(default="", description=description, examples=[example])


class PointingPhrases(StrictModel):
    """How texts point at what stands elsewhere on a page: phrases, with semicolons between them.

    A word that ends in * stands for all words that begin so; [^...] beside a phrase holds letters that it must not
    stand beside.
    """

    model_config = ConfigDict(json_schema_extra={"required": []})

    elsewhere: Annotated[str, _phrases("Phrases that point at what stands before, or beside.", "see above; this chart")]
    preceding: Annotated[str, _phrases("Phrases that speak of what was said before.", "in this situation; to do so")]
    opening: Annotated[
        str, _phrases("What a text begins with that speaks of what was said before.", "the latter; in both cases")
    ]
    following: Annotated[str, _phrases("Phrases that point at what comes next.", "see below; following chart")]
    referring: Annotated[str, _phrases("What a bracket begins or ends with that only refers.", "see; cf")]
    joining: Annotated[
        str, _phrases("What a sentence begins with that only joins it to the one before.", "however; that is why")
    ]
    contrasting: Annotated[
        str, _phrases("What a sentence begins with that sets it against the one before, with no comma behind.", "but")
    ]


class Conjunctions(StrictModel):
    """Words that join two words of a kind, with semicolons between them; none where no spaces part words."""

    model_config = ConfigDict(json_schema_extra={"required": []})

    adding: Annotated[str, _phrases("Those that add the one to the other.", "and")]
    choosing: Annotated[str, _phrases("Those that let the reader choose.", "or")]
    opposing: Annotated[str, _phrases("What makes the opposite of the word before it, in few languages.", "olmayan")]


class CardPhrases(StrictModel):
    """`languages/<tag>.yaml`: what flashgen itself says on a card and on the preview page; how texts point and join."""

    model_config = ConfigDict(json_schema_extra={"required": []})

    prompts: Annotated[
        dict[PromptedKind, str],
        Field(
            description="The question of a card whose article asks none; {title} is the article's title.",
            examples=[{"definition": "What is {title}?"}],
        ),
    ]
    labels: Annotated[
        dict[Kind, str],
        Field(description="The name of each kind, at the top of its cards.", examples=[{"term": "Term"}]),
    ]
    tasks: Annotated[
        dict[Task, str],
        Field(
            description="What a card wants of the learner, in a word or two, above what it asks.",
            examples=[{"translate": "Translate"}],
        ),
    ]
    more: Annotated[
        str,
        Field(description="What opens the rest of a text that was cut, in a word or two.", examples=["more"]),
    ]
    pointing: Annotated[
        PointingPhrases,
        Field(
            default_factory=PointingPhrases,
            description="Phrases that point at what no card holds, for the rule points-elsewhere (docs/quality.md).",
            examples=[{"elsewhere": "see above; this chart"}],
        ),
    ]
    conjunctions: Annotated[
        Conjunctions,
        Field(
            default_factory=Conjunctions,
            description="Words that join others: what they join with itself is said once (docs/articles.md).",
            examples=[{"adding": "and", "choosing": "or"}],
        ),
    ]
    interface: Annotated[
        dict[InterfaceWord, str],
        Field(
            default_factory=dict,
            description="What the preview page says to those whose browser asks for the language; the rest is English.",
            examples=[{"show_answer": "Show answer"}],
        ),
    ]


NEUTRAL_PHRASES = CardPhrases(
    prompts={"definition": "{title} = ?", "highlight": "{title}: …", "callout": "{title}: !", "purpose": "{title}: •"},
    labels={},
    tasks={},
    more="",
    pointing=PointingPhrases(
        elsewhere="", preceding="", opening="", following="", referring="", joining="", contrasting=""
    ),
    conjunctions=Conjunctions(adding="", choosing="", opposing=""),
    interface={},
)
"""For a language without a file: signs that need no language."""
