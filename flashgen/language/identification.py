"""Which language a text is written in, through py3langid's naive Bayes model (loaded when first asked)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from typing import Any, Protocol

from flashgen.language import scripts
from flashgen.language.late_patterns import late_pattern
from flashgen.language.tags import are_confusable, base_language, script_of

ENOUGH_LETTERS = 100
"""Below this many letters no answer is given: identification was measured at 98 % on 50, 99.9 % on 200."""
FEW_LETTERS = 50
"""What may do where something else speaks for another language, too: of 966 sentences of 35 to 100 letters in eight
languages, the model took none that was in its article's language for another one."""
_SAMPLE = 400
_DENSE = late_pattern(f"[{scripts.EAST_ASIAN}]")
_LINK = re.compile(r"\]\([^()]*\)|<[^<>]*>|https?://\S+|[\[\]*_#>`|]")


class ModelKeeper(Protocol):
    """Keeps the model for later processes, since it takes half a second to unpack."""

    def get(self) -> Iterable[bytes]:
        """Its pieces; none where it is not kept."""

    def put(self, pieces: Iterable[bytes]) -> None:
        """Keep its pieces."""


_keeper: ContextVar[ModelKeeper | None] = ContextVar("keeper", default=None)


@contextmanager
def model_kept_by(keeper: ModelKeeper) -> Iterator[None]:
    """Have the model come from a keeper, and go to it, should it be needed meanwhile."""
    token = _keeper.set(keeper)
    try:
        yield
    finally:
        _keeper.reset(token)


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from flashgen.language.language_model import read_identifier

    keeper = _keeper.get()
    pieces = tuple(keeper.get()) if keeper else ()
    found = read_identifier(pieces)
    if keeper and not pieces:
        keeper.put(found.pieces())
    return found


@lru_cache(maxsize=1)
def known_languages() -> frozenset[str]:
    """The bare language codes that the model can answer with."""
    return frozenset(base_language(str(label)) for label in _identifier().nb_classes)


Identify = Callable[[str], str | None]
"""Tells the language of a text as `identify` does; it may remember what was asked before."""


def identify(text: str, enough: int = ENOUGH_LETTERS) -> str | None:
    """The bare language code of a text, or None when the text is too short or the model is not sure.

    `enough`: the letters below which no answer is given; a third of them do in Chinese, Japanese and Korean.
    """
    plain, letters, needed = _sample_of(text, enough)
    if letters < needed:
        return None
    label, probability = _identifier().classify(plain)
    return base_language(str(label)) if probability > 0.9 else None


def identify_brief(text: str) -> str | None:
    """The same of a text that has `FEW_LETTERS` at least."""
    return identify(text, FEW_LETTERS)


def letters_to_tell_by(text: str) -> tuple[int, int]:
    """(how many letters of a text `identify` looks at, how many it needs at least)"""
    return _sample_of(text, ENOUGH_LETTERS)[1:]


def _sample_of(text: str, enough: int) -> tuple[str, int, int]:
    """(what is looked at of a text, how many letters it has, how many are needed)"""
    # the middle says more than the beginning, where titles and names stand
    start = max(0, (len(text) - _SAMPLE) // 2)
    plain = _LINK.sub(" ", text[start : start + _SAMPLE])
    return plain, sum(map(str.isalpha, plain)), enough // (3 if _is_dense(plain) else 1)


@lru_cache(maxsize=500)  # what leads in to a list is asked with each of its items
def contradicts(text: str, label: str, identify: Identify = identify) -> str | None:
    """The language of a text that is plainly not in the language its label says; None while they may agree.

    A language the model does not know is believed, unless the text is in another script. A long text may quote another
    language at length, so that its beginning and its end are asked, too.
    """
    found = identify(text)
    if found is None or are_confusable(found, label):
        return None
    third = len(text) // 3
    if third > _SAMPLE and not {identify(text[:third]), identify(text[-third:])} <= {found, None}:
        return None
    if base_language(label) not in known_languages() and script_of(found) == script_of(label):
        return None
    return found


def _is_dense(text: str) -> bool:
    """Whether the text is in a script where a letter carries a syllable or a word (Chinese, Japanese, Korean)."""
    return _DENSE.search(text) is not None
