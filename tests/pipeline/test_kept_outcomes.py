"""What became of an article is known again as long as nothing that it depends on has changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from flashgen.cache.store import Store
from flashgen.corpus.link_targets import Address, LinkTargets, link_targets
from flashgen.pairing.card_size import CardSize
from flashgen.pairing.model import TranslationModels
from flashgen.pipeline import kept_outcomes
from flashgen.pipeline.bitexts import Job, Outcome, make_bitext
from flashgen.pipeline.kept_outcomes import KeptOutcomes
from flashgen.pipeline.versions import ReadingSettings, VersionReader
from flashgen.quality.settings import Gate
from flashgen.record import replace
from flashgen.records.documents import Document
from flashgen.records.pairs import Decision

TEXTS = {
    "en": "# Bee\n\nA bee is an insect that makes [honey](/honey).\n\n## Uses\n\n- Wax\n- Cakes\n- Glue for boats\n",
    "it": "# Ape\n\nUn'ape è un insetto che fa il [miele](/honey).\n\n## Usi\n\n- Cera\n- Colla per barche\n",
    "fr": "# Abeille\n\nUne abeille est un insecte.\n\n## Usages\n\n- Cire\n- Colle pour bateaux\n",
}
KINDS = ("definition", "highlight")
Change = Callable[[Job], Job]


@dataclass
class Shop:
    """An article on disk, and a store."""

    folder: Path
    times_made: int = 0

    def job(self) -> Job:
        native, target, pivot = (self.document(tag) for tag in TEXTS)
        return Job("bee", native, target, KINDS, (pivot,))

    def document(self, tag: str) -> Document:
        return Document(str(self.folder / f"{tag}.md"), f"{tag}/bee.md", "bee", tag)

    def write(self, tag: str, text: str) -> None:
        Path(self.document(tag).path).write_text(text, encoding="utf-8")

    def run(self, job: Job | None = None, taught: bytes = b"lesson", links: LinkTargets | None = None) -> Outcome:
        """As a later process would."""
        job = job or self.job()
        store = Store(self.folder / "store")
        reader = VersionReader(ReadingSettings(links=links or LinkTargets()), store)
        kept = KeptOutcomes(reader, store, taught)
        outcome = kept.get(kept.find(job), job) or kept.make(job, TranslationModels())
        store.close()
        return outcome

    def is_made_again(
        self, job: Job | None = None, taught: bytes = b"lesson", links: LinkTargets | None = None
    ) -> bool:
        """Whether an outcome is not known; it is that of a build without a store in either case."""
        before = self.times_made
        outcome = self.run(job, taught, links)
        made_again = self.times_made > before
        read = VersionReader(ReadingSettings(links=links or LinkTargets()))
        assert outcome == make_bitext(job or self.job(), TranslationModels(), read)
        return made_again


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shop:
    found = Shop(tmp_path)
    for tag, text in TEXTS.items():
        found.write(tag, text)

    def make_and_count(*arguments: object) -> Outcome:
        found.times_made += 1
        return make_bitext(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(kept_outcomes, "make_bitext", make_and_count)
    return found


def test_what_did_not_change_is_not_paired_again(shop: Shop) -> None:
    assert shop.is_made_again()
    assert not shop.is_made_again()


@pytest.mark.parametrize("tag", ["en", "it"])
def test_an_edit_of_either_version_is_paired(shop: Shop, tag: str) -> None:
    shop.run()
    shop.write(tag, TEXTS[tag] + "\nMore.\n")
    assert shop.is_made_again()


def test_an_edit_that_is_taken_back_is_known(shop: Shop) -> None:
    shop.run()
    shop.write("it", TEXTS["it"] + "\nAltro.\n")
    shop.run()
    shop.write("it", TEXTS["it"])
    assert not shop.is_made_again()


@pytest.mark.parametrize(
    "change",
    [
        lambda job: replace(job, kinds=("definition",)),
        lambda job: replace(job, gate=Gate(off=frozenset(["label"]))),
        lambda job: replace(job, needed=0.99),
        lambda job: replace(job, size=CardSize(answer=30)),
        lambda job: replace(job, decisions=(Decision("Wax for candles", "Cera", is_pair=False),)),
        lambda job: replace(job, pivots=()),
    ],
)
def test_other_settings_are_another_outcome(shop: Shop, change: Change) -> None:
    shop.run()
    assert shop.is_made_again(change(shop.job()))
    assert not shop.is_made_again()


def test_other_lessons_are_another_outcome(shop: Shop) -> None:
    shop.run()
    assert shop.is_made_again(taught=b"another")


def test_without_lessons_that_can_be_told_from_others_nothing_is_known(shop: Shop) -> None:
    assert [shop.is_made_again(taught=b"") for _ in range(2)] == [True, True]


def test_links_that_lead_elsewhere_are_another_outcome(shop: Shop) -> None:
    shop.run()
    assert shop.is_made_again(links=link_targets([Address(("honey",), "food/honey")]))
    assert not shop.is_made_again(links=link_targets([Address(("wax",), "food/wax")]))


def test_a_version_that_was_asked_in_doubt_is_part_of_the_outcome(shop: Shop) -> None:
    shop.run()
    shop.write("fr", TEXTS["fr"].replace("Cire", "Autre chose"))
    assert shop.is_made_again()
    assert not shop.is_made_again()


def test_a_version_that_was_not_asked_is_not(shop: Shop) -> None:
    plain = replace(shop.job(), kinds=("definition",))
    for tag, said in {"en": "A bee (Apis mellifera) has 6 legs.", "it": "Un'ape (Apis mellifera) ha 6 zampe."}.items():
        shop.write(tag, TEXTS[tag].replace("\n\n", f"\n\n{said} ", 1))  # so that nobody is in doubt
    shop.run(plain)
    shop.write("fr", TEXTS["fr"] + "\nAutre.\n")
    assert not shop.is_made_again(plain)


def test_articles_that_moved_know_where_they_are(shop: Shop) -> None:
    shop.run()
    target = shop.job().target
    moved = str(Path(target.path).rename(shop.folder / "elsewhere.md"))
    job = replace(shop.job(), target=replace(target, path=moved))
    assert not shop.is_made_again(job)
    bitext = shop.run(job).bitext
    assert bitext is not None
    assert bitext.target.document.path == moved


def test_what_a_catalogue_says_is_paired_each_time(shop: Shop) -> None:
    catalog = shop.folder / "it.po"
    catalog.write_text('msgid "A bee is an insect."\nmsgstr "Un\'ape è un insetto."\n', encoding="utf-8")
    job = replace(shop.job(), target=replace(shop.job().native, language="it", catalog=str(catalog)))
    assert [shop.is_made_again(job) for _ in range(2)] == [True, True]


def test_an_article_that_cannot_be_read_is_known_until_it_can(shop: Shop) -> None:
    Path(shop.document("it").path).unlink()
    assert shop.is_made_again()
    assert not shop.is_made_again()
    shop.write("it", TEXTS["it"])
    assert shop.is_made_again()


def test_an_outcome_that_has_gone_meanwhile_is_not_had(shop: Shop) -> None:
    shop.run()
    store = Store(shop.folder / "store")
    kept = KeptOutcomes(VersionReader(ReadingSettings(), store), store, b"lesson")
    key = kept.find(shop.job())
    assert key
    Store(shop.folder / "store").clear()
    assert kept.get(key, shop.job()) is None


def test_an_outcome_is_known_of_the_opposite_pair_too(shop: Shop) -> None:
    job = shop.job()
    assert shop.is_made_again(job)
    assert not shop.is_made_again(replace(job, native=job.target, target=job.native))


def test_sentences_which_stand_in_the_order_in_which_they_are_learnt_are_found_for_each_pair(shop: Shop) -> None:
    job = replace(shop.job(), kinds=(*KINDS, "sentence"))
    assert shop.is_made_again(job)
    assert shop.is_made_again(replace(job, native=job.target, target=job.native))
