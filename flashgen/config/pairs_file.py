"""`pairs.yaml` in a folder of articles: pairs of texts that a person has confirmed or denied.

It is a file beside the articles rather than marks in them, since it speaks of two texts at once, and whoever confirms
pairs need not own the articles. `flashgen show --confirm` writes it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated

from pydantic import Field, ValidationError

from flashgen.config.messages import describe, describe_mistakes
from flashgen.config.strict_model import StrictModel
from flashgen.config.yaml_file import YamlFile, load_yaml
from flashgen.errors import FlashgenError, Problem, error, suggest, warning
from flashgen.language.tags import standard_tag
from flashgen.record import Record
from flashgen.records.location import Location
from flashgen.records.pairs import Decision

NAME = "pairs.yaml"
_NAMES = "pairs*.yaml"
"""A proofreader's marks need not be copied together: the preview page saves `pairs-ru-it.yaml`."""


class PairConfig(StrictModel):
    """Two texts of an article, and whether they say the same."""

    article: Annotated[str, Field(min_length=1, examples=["tide"])]
    same: Annotated[bool, Field(examples=[True])]
    texts: Annotated[dict[str, str], Field(min_length=2, examples=[{"en": "The tide rises.", "it": "La marea sale."}])]
    """By language tag."""


class PairsFile(StrictModel):
    """`pairs.yaml`."""

    pairs: Annotated[list[PairConfig], Field(examples=[[]])]


class ReadPair(Record):
    """An entry of the file, with its place."""

    texts: Mapping[str, str]
    """By language tag in its normal form."""
    is_pair: bool
    source: Location
    """Where it is written."""


def read_pairs(folders: Iterable[Path]) -> dict[str, list[ReadPair]]:
    """The entries of every folder's `pairs.yaml` and its like, by article.

    Raises FlashgenError with each mistake in a file, and its place.
    """
    found: dict[str, list[ReadPair]] = defaultdict(list)
    for folder in folders:
        for path in sorted(folder.glob(_NAMES)):
            if not path.resolve().is_relative_to(folder.resolve()):
                message = "a link that leads out of the corpus; put the file itself there"
                raise FlashgenError([error(message, Location(str(path)))])
            file = load_yaml(path)
            for number, entry in enumerate(_validated(file).pairs):
                line, _ = file.places["pairs", number]
                texts = {_tag(file, number, key): text for key, text in entry.texts.items()}
                found[entry.article].append(ReadPair(texts, entry.same, Location(str(path), line)))
    return dict(found)


def without_article(decided: Mapping[str, Iterable[ReadPair]], slugs: Collection[str]) -> Iterator[Problem]:
    """What is told of each entry about an article that the corpus, which has these, lacks."""
    for slug, pairs in decided.items():
        if slug not in slugs:
            end = suggest(slug, slugs, "; correct or remove it")
            for pair in pairs:
                yield warning(f"there is no article {slug!r}, so that this entry has no effect{end}", pair.source)


def decisions_between(pairs: Iterable[ReadPair], native: str, target: str) -> tuple[Decision, ...]:
    """What the entries of an article say of two languages."""
    return tuple(
        Decision(pair.texts[native], pair.texts[target], pair.is_pair, pair.source)
        for pair in pairs
        if native in pair.texts and target in pair.texts
    )


def _validated(file: YamlFile) -> PairsFile:
    if not isinstance(file.data, dict):
        raise FlashgenError([file.problem_at((), f"expected `pairs:` and a list, found {describe(file.data)}")])
    try:
        return PairsFile.model_validate(file.data)
    except ValidationError as invalid:
        raise FlashgenError(describe_mistakes(invalid, file, PairsFile)) from None


def _tag(file: YamlFile, number: int, key: str) -> str:
    tag = standard_tag(key)
    if tag is None:
        message = f"{key!r} is no language tag; write it as `flashgen pairs` lists it"
        raise FlashgenError([file.problem_at(("pairs", number, "texts", key), message)])
    return tag
