"""Jobs -> outcomes that an earlier build has made, where nothing that they depend on has changed since.

An outcome depends on its job, on the versions that it pairs, on what was learnt of their languages, and on the versions
in pivot languages where the two leave a doubt. All of that is in its key. Jobs of opposite pairs have one outcome.
"""

from __future__ import annotations

from flashgen.cache.shelf import Shelf, canonical, digest
from flashgen.cache.store import Store
from flashgen.pairing.model import TranslationModels
from flashgen.pipeline.bitexts import Job, Outcome, make_bitext
from flashgen.pipeline.versions import ReadVersion, VersionReader
from flashgen.quality.settings import Gate
from flashgen.record import replace
from flashgen.records.documents import Document

OUTCOMES: Shelf[Outcome] = Shelf("outcome", Outcome)
_NO_GATE = Gate()
_NOWHERE = Document("", "", "", "")


class KeptOutcomes:
    """The outcomes of a store, for jobs that share what was learnt."""

    def __init__(self, read: VersionReader, store: Store | None = None, taught: bytes = b"") -> None:
        """`taught` tells what was learnt from anything else; where that is not known, nothing is kept."""
        self._read = read
        self._store = store if taught else None
        self.taught = taught
        self._gate: Gate | None = None
        self._told = b""

    def find(self, job: Job) -> bytes:
        """The key of a job's outcome; empty where none is kept."""
        job = job.in_order
        key = self._key(job)
        if not key or self._store is None:
            return b""
        if self._store.has(key):
            return key
        if job.pivots and self._store.has(_mark(key)):
            key = self._key_with_pivots(key, job)
            return key if key and self._store.has(key) else b""
        return b""

    def get(self, key: bytes, job: Job) -> Outcome | None:
        """The outcome of a job under the key that was found; None where it cannot be had any more."""
        outcome = OUTCOMES.get(self._store, key) if key and self._store else None
        return outcome and placed(outcome, job.in_order).turned_for(job)

    def make(self, job: Job, models: TranslationModels) -> Outcome:
        """Read and pair an article, and keep what becomes of it."""
        read: set[Document] = set()

        def read_and_note(document: Document) -> ReadVersion:
            read.add(document)
            return self._read(document)

        ordered = job.in_order
        outcome = make_bitext(ordered, models, read_and_note)
        if (key := self._key(ordered)) and self._store:
            if not read.isdisjoint(job.pivots):
                self._store.put(_mark(key), b"")
                key = self._key_with_pivots(key, ordered)
            OUTCOMES.put(self._store, key, outcome)
        return outcome.turned_for(job)

    def _key(self, job: Job) -> bytes:
        # what catalogues say of a pair is read from their files once more
        if self._store is None or job.native.catalog or job.target.catalog:
            return b""
        native = self._read.fingerprint(job.native)
        target = native and self._read.fingerprint(job.target)
        if not target:
            return b""
        asked = replace(job, native=_NOWHERE, target=_NOWHERE, pivots=(), gate=_NO_GATE)
        pivots = (text for document in job.pivots for text in (document.language, document.name))
        return OUTCOMES.key((self.taught, native, target, self._gate_of(job), canonical(asked), *pivots))

    def _gate_of(self, job: Job) -> bytes:
        """What tells the settings of a job's gate: they hold many phrases, and are one and the same for most jobs."""
        if self._gate is not job.gate:
            self._gate, self._told = job.gate, digest((canonical(job.gate),))
        return self._told

    def _key_with_pivots(self, key: bytes, job: Job) -> bytes:
        pivots = [self._read.fingerprint(document) for document in job.pivots]
        return OUTCOMES.key((key, *pivots)) if all(pivots) else b""


def _mark(key: bytes) -> bytes:
    """The key of what tells that an outcome depends on versions in pivot languages, too."""
    return digest((key, "depends on pivots"))


def placed(outcome: Outcome, job: Job) -> Outcome:
    """An outcome that knows where the documents of its job are: its articles may have moved together."""
    if outcome.bitext is None:
        return outcome
    native, target = (
        replace(side, document=document)
        for (_, side), document in zip(outcome.bitext.sides, (job.native, job.target), strict=True)
    )
    return replace(outcome, bitext=replace(outcome.bitext, native=native, target=target))
