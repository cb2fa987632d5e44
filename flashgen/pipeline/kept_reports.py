"""What a build has told, for the next one: as long as all that it depends on is the same, that need not be done.

What it depends on is in the key: what was asked for, the configuration, every document of the languages that are read,
what links lead to, and the package that is there, byte by byte.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from flashgen.anki.note_types import NoteType
from flashgen.cache.shelf import Shelf, canonical, digest, file_digest
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
        self._output, self._begins_afresh = destination.output, destination.fresh
        # a package that continues another one has to be compared with both; images are read from files of their own
        may_be_known = destination.write and destination.previous is None and not config.settings.media
        self._store = pairing.sources.store if may_be_known else None
        self._told = self._tell_inputs()

    def find(self) -> Report | None:
        """What the build would tell; None where it has to be done."""
        key = b"" if self._begins_afresh else self._find_key()
        tally = _TALLIES.get(self._store, key) if self._store and key else None
        return Report(tally, self._output, is_written=False) if tally else None

    def keep(self, report: Report) -> None:
        """Keep what the next build will tell if nothing changes, unless anything has changed under this one's hands."""
        tally = _next_tally(report)
        if self._store and tally and self._told == self._tell_inputs() and (key := self._find_key()):
            _TALLIES.put(self._store, key, tally)

    def _find_key(self) -> bytes:
        """Empty where nothing is kept."""
        if not self._told or not self._output.is_file():
            return b""
        try:
            return _TALLIES.key((file_digest(self._output), self._told))
        except OSError:  # whoever builds meets it, too, and tells
            return b""

    def _tell_inputs(self) -> bytes:
        """What tells the inputs from any others; empty where nothing is kept."""
        try:
            return digest(self._inputs()) if self._store else b""
        except OSError:
            return b""

    def _inputs(self) -> Iterator[bytes | str]:
        request, config, note_types, destination, pairing = self._asked
        destination = replace(destination, fresh=False)  # the next build continues what this one has begun
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


def _next_tally(report: Report) -> Tally | None:
    """What a build tells that finds what this one has left; None where that is known only once it is done."""
    tally = report.tally
    if not report.is_written:
        return tally
    if tally.changes["retired"]:
        return None
    return replace(tally, changes=Counter(unchanged=tally.changes.total()))
