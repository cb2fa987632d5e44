"""py3langid's model in a third of its memory: most of its numbers are those of a row that all rows have in common.

The library's own loader needs a temporary folder, which may be full, and half a second; two large tables are whole in
memory then. Here the file is read as a stream, part by part, and what differs from the common row is kept, which
another build can have at once. Scores are those of the library, bit by bit: the rows that a text needs are made whole
before it computes.
"""

from __future__ import annotations

import io
import lzma
import math
import struct
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray
from py3langid.langid import MODEL_DIR, MODEL_FILE, LanguageIdentifier

from flashgen.record import Record

_HEADER = struct.Struct("<4s22xHH")
"""Of a member of a zip file: its mark, and how long its name and what follows that are."""
_MARK = b"PK\x03\x04"
_PART = 1 << 20
"""Bytes of a table that are unpacked at once."""
_ROWS = 16_000
"""Rows that are kept whole at most, of each table: some ten megabytes, which the languages of a build hardly fill."""
_MORE = 2_000
"""Rows of features for which there is room at once."""
_PIECE = 1 << 18
"""Numbers that are handed on at once."""


class _Table(Record):
    """A table of rows that have most in common."""

    common: NDArray[Any]
    starts: NDArray[np.uint32]
    """Where the differences of each row begin, and where those of the last one end."""
    columns: NDArray[np.uint8]
    """In which columns rows differ from the common one."""
    values: NDArray[Any]
    """What stands there."""

    def row(self, number: int) -> NDArray[Any]:
        """A whole row."""
        found = self.common.copy()
        differing = slice(self.starts[number], self.starts[number + 1])
        found[self.columns[differing]] = self.values[differing]
        return found


class _Features(dict[int, int]):
    """By feature, where its weights stand in `rows`; those that a text asks for first are put there."""

    def __init__(self, weights: _Table, languages: int) -> None:
        super().__init__()
        self._weights = weights
        self.rows = np.empty((0, languages), np.float32)

    def __missing__(self, feature: int) -> int:
        place = self[feature] = len(self)
        if place >= len(self.rows):
            self.rows = np.concatenate((self.rows, np.empty((_MORE, self.rows.shape[1]), np.float32)))
        self.rows[place] = self._weights.row(feature)
        return place


class CompactIdentifier(LanguageIdentifier):  # type: ignore[misc]  # py3langid ships no types
    """The library's identifier over tables that are kept as differences."""

    def __init__(self, parts: dict[str, NDArray[Any]]) -> None:
        """`parts` are those of both tables, by the table's name and the part's; the other members by their names."""
        self._parts = parts
        self._moves, self._weights = (
            _Table(*(parts[f"{name}_{part}"] for part in _Table.__struct_fields__)) for name in _TABLES
        )
        self._state_rows = array("H", parts["nextmove_row"].tobytes())
        self._rows: dict[int, array[int]] = {}
        """Rows of the automaton that a text has passed through, as Python reads them fastest."""
        self._steps: list[array[int] | None] = [None] * len(self._state_rows)
        """The same by state: several have one row."""
        self._features = _Features(self._weights, len(parts["pc"]))
        super().__init__(
            None, parts["pc"], parts["classes"].tolist(), None, array("i", parts["out_feat"].tobytes()),
            norm_probs=True, tk_row=(),
        )  # fmt: skip

    def pieces(self) -> Iterator[bytes]:
        """All that it knows, for `read_identifier`, a megabyte at a time."""
        for name, part in self._parts.items():
            for start in range(0, len(part), _PIECE):
                stream = io.BytesIO()
                np.savez(stream, **{name: part[start : start + _PIECE]})  # type: ignore[arg-type]  # its stubs err
                yield stream.getvalue()

    def _raw_score(self, text: bytes) -> NDArray[np.float32]:
        visits = self._visits(text)
        if not visits:
            return np.zeros(len(self.nb_classes), dtype=np.float32)
        if len(self._features) >= _ROWS:
            self._features.clear()
        places = list(map(self._features.__getitem__, visits))
        counts = np.fromiter(visits.values(), np.float32, len(visits))
        found: NDArray[np.float32] = np.log1p(counts) @ self._features.rows[places] + self.nb_pc
        return found

    def _visits(self, text: bytes) -> Counter[int]:
        """How often each feature stands in a text, as the library's `visit_counts` finds them."""
        steps, features = self._steps, self.tk_output
        met = []
        state = 0
        for letter in text:
            state = (steps[state] or self._step(state))[letter]
            if (feature := features[state]) >= 0:
                met.append(feature)
        return Counter(met)

    def _step(self, state: int) -> array[int]:
        row = self._state_rows[state]
        if row not in self._rows:
            if len(self._rows) >= _ROWS:
                self._rows.clear()
                self._steps[:] = [None] * len(self._steps)
            self._rows[row] = array("I", self._moves.row(row).astype(np.uint32).tobytes())
        step = self._steps[state] = self._rows[row]
        return step


_TABLES: dict[str, Callable[[NDArray[Any]], NDArray[Any]]] = {
    # rows of the automaton are sorted, so that the first has what most have; features say little of most languages
    "nextmove": lambda rows: rows[0].copy(),
    "ptc": lambda rows: np.array([_commonest(column) for column in rows.T], rows.dtype),
}
"""By table: what its rows have in common, as far as its first rows tell."""


def read_identifier(pieces: Iterable[bytes] = ()) -> CompactIdentifier:
    """The identifier from its pieces; from the library's file, if there are none."""
    found: dict[str, list[NDArray[Any]]] = defaultdict(list)
    for piece in pieces:
        with np.load(io.BytesIO(piece), allow_pickle=False) as data:
            for name in data.files:
                found[name].append(data[name])
    if found:
        return CompactIdentifier({name: np.concatenate(parts) for name, parts in found.items()})
    with lzma.open(MODEL_DIR / MODEL_FILE) as stream:
        return CompactIdentifier(dict(_read_parts(stream)))


def _read_parts(stream: IO[bytes]) -> Iterator[tuple[str, NDArray[Any]]]:
    """The members of an npz file that are not compressed, from its beginning to its end; tables by their parts."""
    while True:
        mark, name_length, extra_length = _HEADER.unpack(stream.read(_HEADER.size))
        if mark != _MARK:
            return
        name = stream.read(name_length).decode().removesuffix(".npy")
        stream.read(extra_length)
        np.lib.format.read_magic(stream)
        shape, _, kind = np.lib.format.read_array_header_1_0(stream)
        if name not in _TABLES:
            yield name, np.frombuffer(stream.read(math.prod(shape) * kind.itemsize), kind).reshape(shape)
            continue
        width = shape[1] if len(shape) > 1 else 256
        table = _differences(stream, kind, math.prod(shape) // width, width, _TABLES[name])
        yield from ((f"{name}_{part}", getattr(table, part)) for part in _Table.__struct_fields__)


def _differences(
    stream: IO[bytes], kind: np.dtype[Any], rows: int, width: int, find_common: Callable[[NDArray[Any]], NDArray[Any]]
) -> _Table:
    """A table from its rows, which are read part by part."""
    common: NDArray[Any] | None = None
    bits = np.dtype(f"u{kind.itemsize}")  # compared so in a third of the time that half-precision numbers take
    numbers = np.arange(width, dtype=np.uint8)
    counts = []
    columns, values = bytearray(), bytearray()  # which grow where they are
    while rows:
        taken = min(rows, max(1, _PART // (width * kind.itemsize)))
        part = np.frombuffer(stream.read(taken * width * kind.itemsize), kind).reshape(taken, width)
        rows -= taken
        if common is None:
            common = find_common(part)
        differs = part.view(bits) != common.view(bits)
        counts.append(differs.sum(axis=1, dtype=np.uint32))
        places = np.flatnonzero(differs)
        columns += np.tile(numbers, taken)[places].tobytes()
        values += part.ravel()[places].tobytes()
    assert common is not None  # a model without rows knows nothing
    starts = np.concatenate(([0], np.cumsum(np.concatenate(counts)))).astype(np.uint32)
    return _Table(common, starts, np.frombuffer(columns, np.uint8), np.frombuffer(values, kind))


def _commonest(column: NDArray[Any]) -> Any:
    found, counts = np.unique(column, return_counts=True)
    return found[counts.argmax()]
