"""What `flashgen.yaml` says for those who publish a deck: what it is, and where its cards lead."""

from __future__ import annotations

from typing import Annotated

from pydantic import ConfigDict, Field

from flashgen.config.strict_model import StrictModel


class About(StrictModel):
    """What a deck says of itself."""

    model_config = ConfigDict(json_schema_extra={"required": []})

    description: Annotated[
        str, Field(description="What the deck is about, in a sentence or two.", examples=["Words of the workshop."])
    ]
    attribution: Annotated[
        str,
        Field(
            description="Whom the texts are by, as their licence wants it. {front.KEY}: what front matter holds under "
            "a key, here and in the other texts.",
            examples=["Texts: Example Museum"],
        ),
    ]
    licence: Annotated[
        str,
        Field(
            description="The licence of the texts.", examples=["CC BY 4.0 https://creativecommons.org/licenses/by/4.0/"]
        ),
    ]
    version: Annotated[
        str, Field(description="The version of the release; --release takes its place.", examples=["2.1"])
    ]


class Publication(StrictModel):
    """The keys of `Settings` that tell what a deck is, and where its cards lead."""

    about: Annotated[About, Field(examples=[{"licence": "CC BY 4.0", "attribution": "Texts: Example Museum"}])]
    """What the deck says of itself; in the schema, `About` describes it."""
    source_url: Annotated[
        str,
        Field(
            description="Where a version can be read, for a link on the back of cards: {language} {article} {path} "
            "{title} {native} {target} {front.KEY}. Empty: no link.",
            examples=["https://example.org/{language}/{article}/"],
        ),
    ]
    edit_url: Annotated[
        str,
        Field(
            description="Where its file can be edited: as source_url, and {line} after a #.",
            examples=["https://example.org/edit/main/{path}#L{line}"],
        ),
    ]
    report_url: Annotated[
        str,
        Field(
            description="Where a learner tells of a mistake: as source_url, and {kind} {text}.",
            examples=["https://example.org/issues/new?title={article}&body={text}"],
        ),
    ]
