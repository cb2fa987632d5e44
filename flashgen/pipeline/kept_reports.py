"""Builds that left their packages as they were: as long as all that one depends on is the same, it need not be done.

What it depends on is in the key: what was asked for, the configuration, every document of the languages that are read,
what links lead to, and the package itself, byte by byte.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from flashgen.anki.note_types import NoteType
from flashgen.cache.shelf import Shelf, canonical, file_digest
from flashgen.config.load import Config
from flashgen.corpus.article import read_bytes
from flashgen.pipeline.destination import Destination
from flashgen.pipeline.jobs import Pairing, Request
from flashgen.pipeline.learning import pivot_languages
from flashgen.pipeline.report import Report, Tally
from flashgen.record import replace

_TALLIES: Shelf[Tally] = Shelf("tally", Tally)


class KeptReports:
    """The reports of such builds, for one that is about to begin."""

    def __init__(
        self, request: Request, config: Config, note_types: Mapping[str, NoteType], destination: Destination,
        pairing: Pairing,
    ) -> None:  # fmt: skip
        """`note_types` are those of the configuration."""
        self._asked = request, config, note_types, destination, pairing
        self._output = destination.output
        # a package that continues another one has to be compared with both; images are read from files of their own
        continues_itself = destination.write and not destination.fresh and destination.previous is None
        self._store = pairing.sources.store if continues_itself and not config.settings.media else None
        self._key = self._find_key()

    def find(self) -> Report | None:
        """What the build would tell; None where it has to be done."""
        tally = _TALLIES.get(self._store, self._key) if self._store and self._key else None
        return Report(tally, self._output, is_written=False) if tally else None

    def keep(self, report: Report) -> None:
        """Keep what a build has told, if it changed nothing, and nothing has changed under its hands."""
        if self._store and self._key and not report.is_written and self._key == self._find_key():
            _TALLIES.put(self._store, self._key, report.tally)

    def _find_key(self) -> bytes:
        """Empty where nothing is kept."""
        if self._store is None or not self._output.is_file():
            return b""
        try:
            return _TALLIES.key((file_digest(self._output), *self._inputs()))
        except OSError:  # whoever builds meets it, too, and tells
            return b""

    def _inputs(self) -> Iterator[bytes | str]:
        request, config, note_types, destination, pairing = self._asked
        corpus, sources = pairing.corpus, pairing.sources
        phrases = config.phrases_for(pairing.native), config.phrases_for(pairing.target)
        yield canonical((replace(request, jobs=0), destination, pairing.jobs, sources.decided, sources.reading))
        yield canonical((config.settings, note_types, phrases, config.problems))
        yield canonical((corpus.problems, corpus.left_out, pairing.one_sided))
        languages = {pairing.native, pairing.target, *pivot_languages(corpus, pairing.native, pairing.target)}
        content = sources.index.content
        for versions in corpus.versions.values():
            for document in versions.values():
                if document.language in languages:
                    yield from (document.folder, document.name, document.slug, document.language)
                    yield content(document.path) or canonical(read_bytes(document)[1])
                    yield content(document.catalog) if document.catalog else b""
