"""What the configuration files may hold: their shapes, as pydantic checks them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import AfterValidator, ConfigDict, Field

from flashgen.config.limits import MANY, Limits
from flashgen.config.pair_names import Pairs
from flashgen.config.publication import Publication
from flashgen.config.strict_model import Several, StrictModel
from flashgen.kinds import KINDS
from flashgen.language.unicode_forms import unicode_form
from flashgen.records.pairs import SideName

if TYPE_CHECKING:
    Kind = str
    PromptedKind = str
else:
    # a type checker cannot follow a computed Literal; pydantic can, and refuses every other kind
    Kind = Literal[tuple(KINDS)]
    PromptedKind = Literal[tuple(name for name, kind in KINDS.items() if kind.has_prompt)]

VALUES = tuple(
    f"{side}.{name}"
    for side in ("target", "native")
    for name in (
        "title", "question", "answer", "context", "rest", "figure", "term", "task", "label", "size", "language",
        "direction",
    )
) + ("guid", "topic", "article", "source", "producible", "listed", "target.gloss", "native.gloss", "native.more",
    "native.hint", "native.hint_label",
    "target.source_url", "native.source_url", "target.edit_url", "native.edit_url", "report_url",
)  # fmt: skip
"""What a field of a note can be filled with."""
RECOGNISED_BY = ("article", "target.answer", "native.answer")
"""Values that every note type keeps in a field, so that the next build knows its notes again."""
ALWAYS_FILLED_VALUES = frozenset(
    ("guid", "article", "source", "native.language", "native.direction", "target.language", "target.direction")
)
"""Those that no note leaves empty."""
TEXTLESS_VALUES = (".size", ".language", ".direction")
"""How those end that hold no text of a document, but a word of letters, digits and hyphens."""
CLOZE_FIELDS = ("TargetCloze", "NativeCloze")
"""What a cloze note type has beside the fields of all note types: a text in which words are hidden, by language."""
ANY_FRONT, ANY_BACK = "any/front.html", "any/back.html"
"""The templates of a card type that names none: they show the fields that it lists."""


def _require_composed(name: str) -> str:
    if unicode_form("NFC", name) != name:
        raise ValueError("Anki would compose its characters; write it in Unicode NFC")
    return name


Name = Annotated[
    str,
    AfterValidator(_require_composed),
    Field(min_length=1, max_length=100, pattern=r'^[^:{}"#/^\s](?:[^:{}"]*[^:{}"\s])?$'),
]
"""A name that Anki stores as it is: others it changes, and every later import would then conflict."""
Identifier = Annotated[int, Field(gt=0, lt=2**63)]
"""A number by which Anki knows something; what SQLite can store."""


class Settings(Publication):
    """`flashgen.yaml`: what a deck is made of. Whatever is left out comes from the defaults."""

    model_config = ConfigDict(json_schema_extra={"required": []})

    corpus: Annotated[
        Several,
        Field(
            description="Folders of Markdown to read when --corpus is not given; their paths start from this file. "
            "Empty: the bundled sample.",
            examples=[["articles"]],
        ),
    ]
    pairs: Pairs
    include: Annotated[
        Several,
        Field(description="Patterns of the paths that are read (`*`, `**/`). Empty: all.", examples=[["a/**/*.md"]]),
    ]
    exclude: Annotated[
        Several,
        Field(description="Patterns of paths that are not read all the same.", examples=[["drafts/", "SUMMARY.md"]]),
    ]
    layout: Annotated[
        str | list[str],
        Field(
            description="How paths are made of {language} and {article}: a pattern or several. Empty: they tell.",
            examples=["pages.{language}/{article}.md"],
        ),
    ]
    deck: Annotated[
        str,
        Field(
            description="The deck of a note. {native} {target}: language tags; {topic}: the article's first keyword; "
            "{front.KEY}: what the front matter holds under a key.",
            examples=["Italian for {native}::{topic}"],
        ),
    ]
    tags: Annotated[
        list[str],
        Field(
            description="The tags of a note: {native} {target} {kind} {article} {keyword}. "
            "A tag with {keyword} is repeated for every keyword. {front.KEY}: what the front matter holds under a key.",
            examples=[["flashgen::kind::{kind}", "topic::{keyword}"]],
        ),
    ]
    kinds: Annotated[
        dict[Kind, bool], Field(description="Which kinds of facts become notes.", examples=[{"faq": False}])
    ]
    rests: Annotated[
        list[Kind],
        Field(
            description="The kinds whose cards show, folded behind an answer that was cut to fit, what its text goes "
            "on with.", examples=[["faq", "definition"]],
        ),
    ]  # fmt: skip
    order: Annotated[
        Literal["articles", "kinds", "frequency"],
        Field(
            description="The order of new cards: article by article, kind by kind, or by how many articles speak of "
            "what an article is about (its term), the most first. Published notes keep their places.",
            examples=["articles"],
        ),
    ]
    notes_per_article: Annotated[
        int,
        Field(
            ge=0, le=MANY,
            description="How many notes an article gives at most; the definition stays first, then the other kinds in "
            "document order. 0: as many as there are.", examples=[10],
        ),
    ]  # fmt: skip
    sentences_per_article: Annotated[
        int,
        Field(
            ge=0, le=MANY, examples=[20], description="How many sentences of its body an article gives at most. 0: all."
        ),
    ]
    confidence: Annotated[
        float,
        Field(
            ge=0.5, le=1.0,
            description="How sure a pair of facts must be to become a note (docs/pairing.md).", examples=[0.97],
        ),
    ]  # fmt: skip
    suspects: Annotated[
        Literal["withhold", "tag", "keep"],
        Field(description="What becomes of facts that read as if they were damaged.", examples=["withhold"]),
    ]
    math: Annotated[
        Literal["text", "mathjax"],
        Field(description="How cards show formulas: as plain text, or drawn by MathJax.", examples=["mathjax"]),
    ]
    media: Annotated[
        bool,
        Field(description="Whether images of the corpus that stand in a text travel with the deck.", examples=[True]),
    ]
    compression: Annotated[
        int,
        Field(ge=0, le=9, examples=[9], description="How hard packages are compressed: 0 not at all, 9 the most."),
    ]
    rules: Annotated[
        dict[str, bool],
        Field(
            description="The rules that find damage (docs/quality.md); false: not asked.", examples=[{"label": False}]
        ),
    ]
    limits: Annotated[Limits, Field(examples=[{"answer": 240}])]
    """How long a text may be; in the schema, `Limits` describes it."""


class FieldConfig(StrictModel):
    """A field of every note type."""

    id: Annotated[
        Identifier,
        Field(description="How Anki knows the field across updates: any number, never changed.", examples=[78]),
    ]
    name: Annotated[Name, Field(description="Its name in templates and in Anki.", examples=["TargetAnswer"])]
    value: Annotated[
        str | None,
        Field(
            description="What flashgen writes into it; without, it stays empty.", examples=["target.answer"],
            json_schema_extra={"enum": [*VALUES, None]},
        ),
    ] = None  # fmt: skip


class CardConfig(StrictModel):
    """A card type. Drawn by two template files, or by `question`, `answer` and `typed` alone."""

    model_config = ConfigDict(json_schema_extra={"required": ["name"]})

    id: Annotated[
        Identifier,
        Field(
            description="How Anki knows the card type across updates. Left out, it follows from the name, so that "
            "renaming the card type then needs the id that it had.",
            examples=[5204170000009001],
        ),
    ]
    name: Annotated[Name, Field(description="Its name in Anki.", examples=["Produce"])]
    front: Annotated[
        str, Field(description="The template of the front, in card_templates/.", examples=["term/produce.front.html"])
    ] = ANY_FRONT
    back: Annotated[
        str, Field(description="The template of the back, in card_templates/.", examples=["term/produce.back.html"])
    ] = ANY_BACK
    ask: Annotated[
        SideName | None,
        Field(description="The language that asks, which is the direction of the card.", examples=["native"]),
    ] = None
    question: Annotated[
        list[str],
        Field(description="The fields on the front, from above.", examples=[["NativeTerm", "NativeContext"]]),
    ] = []
    answer: Annotated[
        list[str], Field(description="The fields on the back, from above.", examples=[["TargetTerm"]])
    ] = []
    typed: Annotated[
        str | None,
        Field(description="The field that the learner types; it is written without invisible characters.",
              examples=["TargetTerm"]),
    ] = None  # fmt: skip


class NoteTypeConfig(StrictModel):
    """The note type of a kind of facts. Whatever is left out comes from the defaults of that kind."""

    model_config = ConfigDict(json_schema_extra={"required": ["kind"]})

    id: Annotated[
        Identifier,
        Field(description="How Anki knows the note type across updates: never changed.", examples=[1795260417074]),
    ]
    name: Annotated[Name, Field(description="Its name in Anki.", examples=["flashgen term"])]
    kind: Annotated[Kind, Field(description="The kind of facts that it shows.", examples=["term"])]
    cloze: Annotated[
        bool,
        Field(
            description="Hide words within their sentence: the figure, the term, or else the answer.", examples=[True]
        ),
    ] = False
    cards: Annotated[
        list[CardConfig],
        Field(
            min_length=1,
            description="Its card types, in the order in which a learner meets them; what is not listed is dropped. "
            "What a listed one leaves out comes from the default one of that id or name.",
            examples=[[{"name": "Produce", "ask": "native"}]],
        ),
    ]


class CardTypes(StrictModel):
    """`card_types.yaml`: note types, their fields and card types. Whatever is left out comes from the defaults."""

    model_config = ConfigDict(json_schema_extra={"required": []})

    style: Annotated[
        str, Field(description="The stylesheet of every card, in card_templates/.", examples=["style.css"])
    ]
    sort_field: Annotated[str, Field(description="The field that Anki's browser lists.", examples=["TargetAnswer"])]
    fields: Annotated[
        list[FieldConfig],
        Field(
            min_length=1,
            description="The fields of every note type, in order. Given, the list replaces the default one as a whole.",
            examples=[[{"id": 7301460000000101, "name": "Id", "value": "guid"}]],
        ),
    ]
    note_types: Annotated[
        list[NoteTypeConfig],
        Field(
            description="The kinds whose note types differ from the defaults.",
            examples=[[{"kind": "term", "cards": [{"name": "Produce"}]}]],
        ),
    ]
