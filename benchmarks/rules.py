"""What each rule of the quality gate costs: its hits on real corpora, and how many of them a person judged right.

    python benchmarks/rules.py CORPUS...          counts, lists hits that nobody has judged, rewrites docs/quality.md

Each language of a corpus is paired with the next one, the last with the first, so that every version is read twice.
A hit is known by its file, line, rule and a hash of its text; `verdicts.txt` says of each whether it is right: whether
a learner is better off without the text. To dispute one, change its word there, and run this again.
"""

from __future__ import annotations

import hashlib
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from flashgen.config.load import load_config
from flashgen.corpus.documents import read_corpus
from flashgen.pairing.reasons import SAYS_MORE
from flashgen.pipeline.jobs import Request, pair_up, run_jobs
from flashgen.records.pairs import Bead, Suspicion

VERDICTS = Path(__file__).with_name("verdicts.txt")
PAGE = Path(__file__).parent.parent / "docs" / "quality.md"
BEGIN, END = "<!-- rules: begin -->\n", "<!-- rules: end -->\n"


def main(folders: list[Path]) -> None:
    """Count the hits of all corpora, and write the table."""
    verdicts = dict(line.rsplit(" ", 1) for line in VERDICTS.read_text(encoding="utf-8").splitlines() if line)
    hits: dict[str, str] = {}
    notes = 0
    for folder in folders:
        for bead in beads(folder):
            notes += bead.is_pair
            hits |= {key(folder, hit): hit.text for hit in suspicions(bead)}
    for unread in sorted(hits.keys() - verdicts.keys()):
        print(f"{unread} ?  {hits[unread][:300]!r}")
    counts = Counter((one.split()[2], verdicts.get(one, "unread")) for one in hits)
    page = PAGE.read_text(encoding="utf-8")
    before, after = page.split(BEGIN)[0], page.split(END)[1]
    PAGE.write_text(before + BEGIN + table(counts, notes) + END + after, encoding="utf-8")


def beads(folder: Path) -> Iterator[Bead]:
    """All beads of a corpus, each language paired with the next."""
    config = load_config(None)
    languages = sorted(read_corpus((folder,)).counts())
    for native, target in zip(languages, (*languages[1:], languages[0]), strict=True):
        for outcome in run_jobs(pair_up(Request(native, target, (folder,)), config), 1):
            yield from outcome.bitext.beads if outcome.bitext else ()


def suspicions(bead: Bead) -> Iterator[Suspicion]:
    """What the rules found in a bead, or in the rest of its text: damage, or what is not on the card; and what one side
    says more."""
    found = [*bead.suspicions, *((bead.rest_flaw,) if bead.rest_flaw else ())]
    if bead.native and bead.target and bead.reason and bead.reason.code == SAYS_MORE:
        text = f"{bead.reason.detail}: {bead.native.answer} | {bead.target.answer}"
        found.append(Suspicion(SAYS_MORE.replace(" ", "-"), bead.reason.detail, bead.native.location, text))
    yield from (one for one in found if one.rule != "too-long")


def key(folder: Path, hit: Suspicion) -> str:
    """What a hit is known by: corpus, place, rule, and a hash of its text."""
    digest = hashlib.sha256(hit.text.encode()).hexdigest()[:8]
    return f"{folder.resolve().name} {hit.location} {hit.rule} {digest}".replace("\t", " ")


def table(counts: Counter[tuple[str, str]], notes: int) -> str:
    """The table of prices. `notes`: pairs that pass; a wrong hit costs two, since each version is read in two pairs."""
    rows = [
        "| rule | texts found | right | wrong | not read | good notes withheld |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for rule in sorted({rule for rule, _ in counts}):
        right, wrong, unread = (counts[rule, word] for word in ("right", "wrong", "unread"))
        cost = f"{200 * wrong / notes:.2f} %"
        rows.append(f"| `{rule}` | {right + wrong + unread} | {right} | {wrong} | {unread} | {cost} |")
    return "\n".join((*rows, "", f"{notes} pairs of facts passed.", ""))


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
