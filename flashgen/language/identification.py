"""Which language a text is written in, through py3langid's naive Bayes model (loaded when first asked)."""

from __future__ import annotations

import io
import re
import shutil
from array import array
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from flashgen.language import scripts
from flashgen.language.tags import are_confusable, base_language, script_of

ENOUGH_LETTERS = 100
"""Below this many letters no answer is given: identification was measured at 98 % on 50, 99.9 % on 200."""
_SAMPLE = 400
_DENSE = re.compile(f"[{scripts.EAST_ASIAN}]")
_LINK = re.compile(r"\]\([^()]*\)|<[^<>]*>|https?://\S+|[\[\]*_#>`|]")


@lru_cache(maxsize=1)
def _identifier() -> Any:
    """The model, unpacked in memory; the library's own loader needs a temporary folder, which may be full.

    Unpacked bit by bit, and its largest table first: nothing takes more memory in a small build.
    """
    import lzma

    import numpy as np
    from py3langid.langid import MODEL_DIR, MODEL_FILE, LanguageIdentifier

    unpacked = io.BytesIO()
    with lzma.open(MODEL_DIR / MODEL_FILE) as packed:
        shutil.copyfileobj(packed, unpacked, 1 << 20)
    unpacked.seek(0)
    with np.load(unpacked, allow_pickle=False) as data:
        moves = _as_array(data["nextmove"])
        return LanguageIdentifier(
            data["ptc"], data["pc"], data["classes"].tolist(), moves, data["out_feat"].tolist(),
            norm_probs=True, tk_row=_as_array(data["nextmove_row"]),
        )  # fmt: skip


def _as_array(numbers: Any) -> array[int]:
    """Unsigned numbers of numpy as Python's array, from which single ones are read faster."""
    found = array({2: "H", 4: "I", 8: "L"}[numbers.dtype.itemsize])
    found.frombytes(memoryview(numbers).cast("B"))
    return found


@lru_cache(maxsize=1)
def known_languages() -> frozenset[str]:
    """The bare language codes that the model can answer with."""
    return frozenset(base_language(str(label)) for label in _identifier().nb_classes)


Identify = Callable[[str], str | None]
"""Tells the language of a text as `identify` does; it may remember what was asked before."""


def identify(text: str) -> str | None:
    """The bare language code of a text, or None when the text is too short or the model is not sure."""
    plain, letters, needed = _sample_of(text)
    if letters < needed:
        return None
    label, probability = _identifier().classify(plain)
    return base_language(str(label)) if probability > 0.9 else None


def letters_to_tell_by(text: str) -> tuple[int, int]:
    """(how many letters of a text `identify` looks at, how many it needs at least)"""
    return _sample_of(text)[1:]


def _sample_of(text: str) -> tuple[str, int, int]:
    """(what is looked at of a text, how many letters it has, how many are needed)"""
    # the middle says more than the beginning, where titles and names stand
    start = max(0, (len(text) - _SAMPLE) // 2)
    plain = _LINK.sub(" ", text[start : start + _SAMPLE])
    return plain, sum(map(str.isalpha, plain)), ENOUGH_LETTERS // (3 if _is_dense(plain) else 1)


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
