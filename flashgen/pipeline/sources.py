"""What all pairs of languages of one run share: the corpus, what was read of it, and what it taught."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from flashgen.anki.note_types import NoteType
from flashgen.cache.store import Store
from flashgen.config.load import Config
from flashgen.config.pairs_file import ReadPair, read_pairs, without_article
from flashgen.corpus.documents import Corpus
from flashgen.corpus.selection import EVERYTHING, Selection
from flashgen.language.doubled_words import Conjunctions
from flashgen.language.pointing import Pointing, split_phrases
from flashgen.notes.links import LinkPatterns
from flashgen.notes.settings import NoteSettings, Phrases
from flashgen.pipeline.corpus_index import CorpusIndex
from flashgen.pipeline.kept_identification import KeptIdentification
from flashgen.pipeline.learning import Lessons
from flashgen.pipeline.versions import ReadingSettings, VersionReader
from flashgen.quality.rules import LINKED_SENTENCE_END, POINTS_ELSEWHERE
from flashgen.quality.settings import Gate
from flashgen.record import Record, field, replace
from flashgen.records.pairs import SideName


class Sources(Record):
    """A corpus, and how it is read."""

    corpus: Corpus
    decided: Mapping[str, Sequence[ReadPair]] = field(default_factory=dict)
    """What people say of pairs of texts, by article."""
    reading: ReadingSettings = ReadingSettings()
    store: Store | None = None
    """Where what was read is kept beyond memory, for other processes and other runs."""
    read: VersionReader = field(default_factory=lambda: VersionReader(ReadingSettings()))
    """Reads documents in this process, and keeps those that were asked for last."""
    lessons: Lessons = field(default_factory=Lessons)
    """What was learnt of pairs of languages."""
    note_types: Mapping[str, NoteType] = field(default_factory=dict)
    """Those of the configuration, by kind, where they were loaded before."""
    index: CorpusIndex = field(default_factory=lambda: CorpusIndex((), EVERYTHING, None))
    """What tells the content of each file."""


def read_sources(
    folders: tuple[Path, ...], config: Config, store: Store | None = None,
    note_types: Mapping[str, NoteType] | None = None,
) -> Sources:  # fmt: skip
    """Find the documents of a corpus. Raises FlashgenError for folders without any, and mistakes in `pairs.yaml`.

    `note_types` are the configuration's, if they were loaded before.
    """
    index = CorpusIndex(folders, choose_files(config), store)
    corpus = index.read(KeptIdentification(store))
    gate = gate_settings(config)
    reading = reading_settings(gate, corpus, shows_images=config.settings.media)
    read = VersionReader(reading, store, index=index)
    decided = read_pairs(folders)
    corpus = replace(corpus, problems=(*corpus.problems, *without_article(decided, corpus.versions)))
    return Sources(corpus, decided, reading, store, read, Lessons(store, read.fingerprint), note_types or {}, index)


def note_types_of(config: Config, sources: Sources | None) -> Mapping[str, NoteType]:
    """The configuration's note types. Raises FlashgenError with every mistake in every template."""
    return (sources.note_types if sources else None) or config.load_note_types()


def choose_files(config: Config) -> Selection:
    """What the configuration says of a corpus's files."""
    settings = config.settings
    layouts = (settings.layout,) if isinstance(settings.layout, str) else tuple(settings.layout)
    stated = config.settings_file.location_of(("layout",)) if layouts else None
    return Selection(tuple(settings.include), tuple(settings.exclude), layouts, stated)


def gate_settings(config: Config, *languages: str) -> Gate:
    """What the quality gate needs of the configuration, as plain values that travel to worker processes.

    `languages`: those of the texts that it looks at.
    """
    settings = config.settings
    off = frozenset(rule for rule, is_on in settings.rules.items() if not is_on)
    tags = sorted(languages)  # opposite pairs have one gate
    pointing = tuple((tag, _pointing(config, tag)) for tag in tags) if POINTS_ELSEWHERE not in off else ()
    conjunctions = tuple((tag, _conjunctions(config, tag)) for tag in tags)
    return Gate(settings.suspects, off, settings.limits.longest, pointing, conjunctions)


def _conjunctions(config: Config, language: str) -> Conjunctions:
    words = config.phrases_for(language).conjunctions
    return Conjunctions(*map(split_phrases, (words.adding, words.choosing, words.opposing)))


def _pointing(config: Config, language: str) -> Pointing:
    phrases = config.phrases_for(language).pointing
    return Pointing(**{name: split_phrases(text) for name, text in phrases})


def note_settings(config: Config) -> NoteSettings:
    """What the makers of notes need of the configuration."""
    chosen = config.settings
    return NoteSettings(
        chosen.deck, tuple(chosen.tags), tags_suspects=chosen.suspects == "tag", mathjax=chosen.math == "mathjax",
        rests=tuple(chosen.rests), links=LinkPatterns(chosen.source_url, chosen.edit_url, chosen.report_url),
    )  # fmt: skip


def phrases_between(config: Config, native: str, target: str) -> dict[SideName, Phrases]:
    """What flashgen itself says on the cards of a pair of languages."""
    sides: tuple[tuple[SideName, str], ...] = (("native", native), ("target", target))
    found = {side: config.phrases_for(language) for side, language in sides}
    return {side: Phrases(one.prompts, one.labels, one.tasks, one.more) for side, one in found.items()}


def reading_settings(gate: Gate, corpus: Corpus, *, shows_images: bool = False) -> ReadingSettings:
    """What the settings and the whole corpus mean for the reader."""
    return ReadingSettings(LINKED_SENTENCE_END not in gate.off, shows_images, corpus.links)
