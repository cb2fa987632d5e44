"""What `benchmarks/pairing.py` learns of a damaged corpus: the same as a build learns of one on disk."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.support.samples import version

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


@pytest.mark.parametrize(("native", "target"), [("en", "uk"), ("uk", "en")])
def test_a_corpus_teaches_of_two_languages_in_either_order(
    native: str, target: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    monkeypatch.delitem(sys.modules, "pairing", raising=False)
    import pairing  # noqa: PLC0415

    texts = {
        "en": "# Bees\n\n- honey\n- wax\n",
        "uk": "# Бджоли\n\n- мед\n- віск\n",
        "fr": "# Abeilles\n\n- miel\n- cire\n",
    }
    corpus = {
        f"a{number}": {tag: version(text, tag, f"a{number}") for tag, text in texts.items()} for number in range(3)
    }
    models = pairing.learn(corpus, native, target)
    for one, other in ((native, target), (native, "fr"), ("fr", target)):
        assert models.between(one, other).lexicon.learnt > 0
