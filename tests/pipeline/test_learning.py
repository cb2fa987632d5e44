"""What a corpus teaches is read from a sample of it, the same whatever is asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

from flashgen.config.bundled import bundled
from flashgen.config.load import load_config
from flashgen.corpus.documents import Corpus, read_corpus
from flashgen.pairing.lesson import Lesson
from flashgen.pairing.model import TranslationModels
from flashgen.pipeline import jobs, learning
from flashgen.pipeline.bitexts import Read
from flashgen.pipeline.learning import Lessons, make_syllabus, sample_articles
from flashgen.pipeline.versions import ReadingSettings, ReadVersion, VersionReader
from flashgen.record import replace
from flashgen.records.documents import Document
from flashgen.records.facts import Version
from tests.support.samples import version

LEAST_OF_MANY = 120
"""Articles from which a sample is taken."""


def corpus(count: int, languages: Iterable[str] = ("ru", "it")) -> Corpus:
    """A corpus of so many articles, of which nothing is on disk."""
    tags = list(languages)
    slugs = [f"article-{number:05}" for number in range(count)]
    return Corpus({slug: {tag: Document(slug, f"{tag}/{slug}.md", slug, tag) for tag in tags} for slug in slugs})


class Reader:
    """Reads every document as a version that says nothing, and keeps in mind which it read."""

    def __init__(self) -> None:
        self.documents: list[Document] = []

    def __call__(self, document: Document) -> ReadVersion:
        self.documents.append(document)
        return Version(document, "", False, "", ()), ()

    @property
    def articles(self) -> list[int]:
        """The numbers of the articles that were read."""
        return sorted({int(document.slug[-5:]) for document in self.documents})


def learn_models(
    corpus: Corpus, native: str, target: str, read: Read, lessons: Lessons | None = None
) -> TranslationModels:
    """Learn what a corpus teaches of two languages."""
    return make_syllabus(corpus, native, target).learn(read, lessons or Lessons())


@pytest.fixture
def read() -> Reader:
    return Reader()


def test_a_small_corpus_is_read_whole(read: Reader) -> None:
    learn_models(corpus(LEAST_OF_MANY), "ru", "it", read)
    assert read.articles == list(range(LEAST_OF_MANY))


@pytest.mark.parametrize("count", [121, 239, 2_000, 14_300])
def test_of_a_large_one_a_sample_is_read_from_all_over_it(read: Reader, count: int) -> None:
    learn_models(corpus(count), "ru", "it", read)
    numbers = read.articles
    assert len(numbers) == LEAST_OF_MANY
    quarters = Counter(number * 4 // count for number in numbers)
    assert min(quarters[quarter] for quarter in range(4)) >= LEAST_OF_MANY // 6


@pytest.mark.parametrize("gone", [0, 17, 499])
def test_an_article_that_goes_changes_one_of_the_sample_at_most(gone: int) -> None:
    whole = corpus(500)
    before = set(sample_articles(whole, "ru", "it"))
    versions = {slug: found for slug, found in whole.versions.items() if slug != f"article-{gone:05}"}
    after = set(sample_articles(Corpus(versions), "ru", "it"))
    assert len(after) == LEAST_OF_MANY
    assert len(before - after) <= 1


def test_no_document_is_read_twice_for_one_pair(read: Reader) -> None:
    learn_models(corpus(200), "ru", "it", read)
    assert len(read.documents) == len(set(read.documents)) == 2 * LEAST_OF_MANY


def test_the_sample_does_not_depend_on_the_order_in_which_articles_are_found(read: Reader) -> None:
    whole = corpus(300)
    learn_models(whole, "ru", "it", read)
    learn_models(Corpus(dict(reversed([*whole.versions.items()]))), "ru", "it", read)
    half = len(read.documents) // 2
    assert read.documents[:half] == read.documents[half:]


def test_articles_that_lack_one_of_the_languages_are_not_read(read: Reader) -> None:
    versions = dict(corpus(5).versions)
    versions["article-00003"] = {"ru": versions["article-00003"]["ru"]}
    learn_models(Corpus(versions), "ru", "it", read)
    assert read.articles == [0, 1, 2, 4]


def test_the_pivot_languages_are_those_of_most_articles(read: Reader) -> None:
    versions = {slug: dict(found) for slug, found in corpus(4, ("ru", "it", "da", "uk", "ja", "ar")).versions.items()}
    del versions["article-00000"]["ar"], versions["article-00001"]["ar"], versions["article-00002"]["da"]
    assert learn_models(Corpus(versions), "ru", "it", read).pivots == ("ja", "uk", "da")


@pytest.mark.parametrize("count", [3, 100])
def test_a_corpus_teaches_of_pivot_languages_too(count: int, read: Reader) -> None:
    found = learn_models(corpus(count, ("ru", "it", "da", "ar")), "ru", "it", read)
    assert set(found.models) == {("it", "ru"), ("da", "ru"), ("da", "it"), ("ar", "ru"), ("ar", "it")}


def test_pivot_languages_are_learnt_of_as_if_they_were_asked_for(read: Reader) -> None:
    versions = {slug: dict(found) for slug, found in corpus(6, ("ru", "it", "da")).versions.items()}
    del versions["article-00004"]["it"]
    lessons = Lessons()
    learn_models(Corpus(versions), "ru", "it", read, lessons)
    read.documents.clear()
    learn_models(Corpus(versions), "da", "ru", read, lessons)
    assert not read.documents


def test_a_pair_that_was_not_learnt_of_is_unknown(read: Reader) -> None:
    found = learn_models(corpus(3), "ru", "it", read)
    assert found.between("it", "ru").lexicon.learnt == 0
    assert found.between("it", "ru").ratio == 0


def text(number: int, words: str) -> str:
    return f"---\ntitle: Arı {number}\n---\n# Arı {number}\n\n{words} {number}.\n"


def written(folder: Path, count: int = 6) -> Corpus:
    """A corpus on disk in two languages."""
    for number in range(count):
        for tag, words in (("en", "Every bee of the hive makes honey"), ("tr", "Kovandaki her arı bal yapar")):
            path = folder / tag / f"bee-{number}.md"
            path.parent.mkdir(exist_ok=True)
            path.write_text(text(number, words), encoding="utf-8")
    return read_corpus((folder,))


def learnt(found: Corpus) -> TranslationModels:
    """What files teach of English and Turkish."""
    return learn_models(found, "en", "tr", VersionReader(ReadingSettings()))


def test_what_stands_opposite_is_learnt_from_files(tmp_path: Path) -> None:
    lexicon = learnt(written(tmp_path)).between("en", "tr").lexicon
    assert lexicon.learnt > 6
    assert "honey" in lexicon.native_to_target
    assert "bal" in lexicon.native_to_target["honey"].strengths


def test_documents_that_cannot_be_read_are_passed_over(tmp_path: Path) -> None:
    whole = written(tmp_path)
    alone = learnt(Corpus({slug: found for slug, found in whole.versions.items() if slug != "bee-3"}))
    Path(whole.versions["bee-3"]["tr"].path).write_bytes(b"\xff\xfe\x00broken\xff")
    assert learnt(whole) == alone


def test_documents_in_another_language_than_they_stand_for_are_passed_over(tmp_path: Path) -> None:
    whole = written(tmp_path)
    alone = learnt(Corpus({slug: found for slug, found in whole.versions.items() if slug != "bee-3"}))
    japanese = "蜜蜂は花の蜜を集めて巣に運び、長い時間をかけて蜂蜜に変える。人々は何千年も前から蜂蜜を食べてきた。" * 4
    Path(whole.versions["bee-3"]["tr"].path).write_text(f"# 蜂蜜\n\n{japanese}\n", encoding="utf-8")
    assert learnt(whole) == alone


def test_a_corpus_teaches_the_same_whichever_article_is_asked_for() -> None:
    config = load_config()
    whole = jobs.Request("ru", "ar", (bundled("sample"),), jobs=1)
    every = {outcome.slug: outcome for outcome in jobs.run_jobs(jobs.pair_up(whole, config), 1)}
    asked = replace(whole, articles=("tide",))
    (alone,) = jobs.run_jobs(jobs.pair_up(asked, config), 1)
    assert alone == every["tide"]


def test_a_lone_article_is_paired_by_what_it_teaches_itself_of_length(read: Reader) -> None:
    ours = version("# Honey\n\nBees make honey of nectar.\n", "en", "honey")
    theirs = version("# 蜂蜜\n\n蜂は蜜を作る。\n", "ja", "honey")
    models = learn_models(Corpus({}), "en", "ja", read)
    assert 0.1 < models.between("en", "ja").ratio_for(ours, theirs) < 0.6


def test_a_lesson_serves_both_directions(read: Reader) -> None:
    lessons, whole = Lessons(), corpus(50)
    learn_models(whole, "ru", "it", read, lessons)
    count = len(read.documents)
    learn_models(whole, "it", "ru", read, lessons)
    learn_models(whole, "ru", "it", read, lessons)
    assert len(read.documents) == count


def test_lessons_teach_what_is_learnt_without_them() -> None:
    found = read_corpus((bundled("sample"),))
    reader, lessons = VersionReader(ReadingSettings(links=found.links)), Lessons()
    for native, target in (("ru", "it"), ("it", "ru"), ("it", "da"), ("da", "ru")):
        assert learn_models(found, native, target, reader, lessons) == learn_models(found, native, target, reader)


def test_a_version_that_several_languages_are_held_against_is_gone_through_once(
    read: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone_through: list[Document] = []

    def note(version: Version) -> Lesson:
        gone_through.append(version.document)
        return Lesson(version)

    monkeypatch.setattr(learning, "Lesson", note)
    learn_models(corpus(3, ("ru", "it", "da", "ar")), "ru", "it", read)
    assert len(gone_through) == len(set(gone_through)) == 12
