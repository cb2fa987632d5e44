"""Records in a store, as MessagePack: reading one back makes records of the types asked for, and can do nothing else.

A shelf is a kind of records. What it holds depends on the program that made it, so that a change of flashgen, or of a
library that reads for it, begins every shelf anew.
"""

from __future__ import annotations

import hashlib
import sys
import zlib
from collections.abc import Callable, Iterable
from functools import cache, partial
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from itertools import chain
from pathlib import Path
from typing import Any, Generic, TypeVar

from flashgen.cache.store import Store
from flashgen.record import Packing

_Record = TypeVar("_Record")
_Read = TypeVar("_Read")

_LIBRARIES = (
    "anyascii", "langcodes", "language_data", "mistune", "numpy", "polib", "py3langid", "python-frontmatter", "pyyaml",
    "rapidfuzz", "sentencex",
)  # fmt: skip
"""Those on which it depends what is read and paired."""
_DIGEST = 20
_QUICK = 1
"""The least of compression: it makes a fifth of the whole, and takes a thousandth of what reading takes."""


class Shelf(Generic[_Record]):
    """Records of one type, by keys of bytes."""

    def __init__(self, name: str, of: Any) -> None:
        """`of` is the type, as in `Packing`."""
        self._name = name
        self.packing: Packing[_Record] = Packing(of)

    def key(self, parts: Iterable[bytes | str]) -> bytes:
        """The key of what depends on these parts alone."""
        return digest(chain((program(), self._name), parts))  # which may be more than memory should hold

    def pack(self, record: _Record) -> bytes | _Record:
        """A record for another process: to pickle it takes three times as long. Itself, if a text is no Unicode."""
        return self.packing.pack_or_keep(record)

    def unpack(self, packed: bytes | _Record) -> _Record:
        """The record that was packed."""
        return self.packing.restore(packed)

    def get(self, store: Store, key: bytes) -> _Record | None:
        """The record of a key; None where there is none. A record that cannot be read turns the store off."""
        return self._read(store, key, self.packing.unpack)

    def get_packed(self, store: Store, key: bytes) -> bytes | None:
        """The same for one that is needed as bytes; it is read once all the same, to know that it is whole."""
        return self._read(store, key, self._checked)

    def _checked(self, packed: bytes) -> bytes:
        self.packing.unpack(packed)
        return packed

    def _read(self, store: Store, key: bytes, read: Callable[[bytes], _Read]) -> _Read | None:
        packed = store.get(key)
        if packed is None:
            return None
        import msgspec

        try:
            return read(zlib.decompress(packed))
        except (msgspec.MsgspecError, zlib.error, RecursionError) as fault:
            store.fault = f"an entry is damaged ({fault})"
            return None

    def put(self, store: Store, key: bytes, record: _Record) -> None:
        """Keep a record, unless it holds a text that is no Unicode, as the name of a file may be."""
        if not store.fault and isinstance(packed := self.pack(record), bytes):
            self.put_packed(store, key, packed)

    def put_packed(self, store: Store, key: bytes, packed: bytes) -> None:
        """Keep a record that is packed already."""
        if not store.fault:
            store.put(key, zlib.compress(packed, _QUICK))

    def get_or_make(self, store: Store, key: bytes, make: Callable[[], _Record]) -> _Record:
        """The record of a key; where there is none, the one that is made, which is kept."""
        record = self.get(store, key)
        if record is None:
            record = make()
            self.put(store, key, record)
        return record


def canonical(record: Any) -> bytes:
    """Bytes that tell a record from any other of its type; the order of sets and mappings makes no difference.

    Unless a text in it is no Unicode, as the name of a file may be: then another process may write it otherwise.
    """
    import msgspec

    try:
        return msgspec.msgpack.encode(record, enc_hook=str, order="deterministic")
    except UnicodeEncodeError:
        return repr(record).encode("utf-8", "surrogatepass")


def digest(parts: Iterable[bytes | str]) -> bytes:
    """20 bytes that tell these parts, in this order, from any others."""
    found = blake2b(digest_size=_DIGEST)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        found.update(len(data).to_bytes(8))
        found.update(data)
    return found.digest()


def file_digest(path: Path) -> bytes:
    """20 bytes that tell the content of a file from any other. Raises OSError where it cannot be read."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, partial(blake2b, digest_size=_DIGEST)).digest()


@cache
def program() -> bytes:
    """What tells this flashgen, with the libraries that read for it, from any other: by its source, not its version."""
    package = Path(__file__).resolve().parent.parent
    sources = sorted(package.rglob("*.py"))
    said = (f"{path.relative_to(package).as_posix()} {digest((path.read_bytes(),)).hex()}" for path in sources)
    return digest((sys.version, *map(_version, _LIBRARIES), *said))


def _version(library: str) -> str:
    try:
        return f"{library} {version(library)}"
    except PackageNotFoundError:
        return library
