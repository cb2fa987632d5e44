"""What a person says of pairs is written down, and holds in the next build."""

from __future__ import annotations

from pathlib import Path

import pytest

from flashgen.config.load import load_config
from flashgen.config.pairs_file import NAME
from flashgen.errors import FlashgenError
from flashgen.pipeline.jobs import Request, pair_up, run_jobs
from flashgen.pipeline.verdicts import write_verdicts
from flashgen.records.pairs import Bitext

BEES = {
    "en": '# Bee\n\n## Key facts\n\n- Wax: "serves" for 3 candles.\n- One queen lays all the eggs.\n',
    "it": "# Ape\n\n## In breve\n\n- Cera: «serve» per 3 candele.\n- Una sola regina depone tutte le uova.\n",
}


def paired(corpus: Path) -> Bitext:
    """The bitext of the one article, as a build would have it."""
    for tag, text in BEES.items():
        (corpus / tag).mkdir(parents=True, exist_ok=True)
        (corpus / tag / "bee.md").write_text(text, encoding="utf-8")
    (outcome,) = run_jobs(pair_up(Request("en", "it", (corpus,)), load_config()), 1)
    assert outcome.bitext
    return outcome.bitext


def test_a_no_withholds_a_pair_and_a_later_yes_brings_it_back(tmp_path: Path) -> None:
    before = paired(tmp_path)
    assert [bead.is_pair for bead in before.beads] == [True, True]
    write_verdicts(before, tmp_path, ("en", "it"), (), (1,))
    denied = paired(tmp_path)
    assert [str(bead.reason or "") for bead in denied.beads] == [f"denied by a person: {tmp_path / NAME}:4", ""]
    write_verdicts(denied, tmp_path, ("en", "it"), (1,), ())
    assert [(bead.is_pair, bead.is_confirmed) for bead in paired(tmp_path).beads] == [(True, True), (True, False)]


def test_the_other_direction_of_the_pair_knows_it_too(tmp_path: Path) -> None:
    write_verdicts(paired(tmp_path), tmp_path, ("en", "it"), (), (2,))
    (outcome,) = run_jobs(pair_up(Request("it", "en", (tmp_path,)), load_config()), 1)
    assert outcome.bitext
    assert [bead.is_pair for bead in outcome.bitext.beads] == [True, False]


def test_what_stood_in_the_file_stays(tmp_path: Path) -> None:
    bitext = paired(tmp_path)
    mine = "# ours\npairs:\n  - {article: wasp, same: false, texts: {en: a, it: b}}"
    (tmp_path / NAME).write_text(mine, encoding="utf-8")
    write_verdicts(bitext, tmp_path, ("en", "it"), (1,), ())
    assert (tmp_path / NAME).read_text(encoding="utf-8").startswith(f"{mine}\n  - article: bee\n")


@pytest.mark.parametrize("number", [0, 3, -1])
def test_a_number_of_no_pair_is_refused_and_nothing_is_written(number: int, tmp_path: Path) -> None:
    with pytest.raises(FlashgenError, match="numbers them 1 to 2"):
        write_verdicts(paired(tmp_path), tmp_path, ("en", "it"), (1, number), ())
    assert not (tmp_path / NAME).exists()


def test_a_file_that_cannot_be_read_is_left_as_it_is(tmp_path: Path) -> None:
    bitext = paired(tmp_path)
    (tmp_path / NAME).write_text("pairs: 7\n")
    with pytest.raises(FlashgenError, match="pairs"):
        write_verdicts(bitext, tmp_path, ("en", "it"), (1,), ())
    assert (tmp_path / NAME).read_text() == "pairs: 7\n"
