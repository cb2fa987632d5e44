"""What a record is: an immutable row of typed fields, made and compared in C.

An article gives some thousand records, so that it counts what one costs: a frozen dataclass takes ten to thirty times
as long to make, and 0.6 ms to define. A record is no part of a cycle, so the collector of garbage need not look at it.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, TypeVar, dataclass_transform

from msgspec import Struct, field
from msgspec.msgpack import Decoder, Encoder

if TYPE_CHECKING:
    from dataclasses import replace  # the type checker knows the fields of what it makes
else:
    from msgspec.structs import replace

__all__ = ["Packing", "Record", "field", "replace"]

_Packed = TypeVar("_Packed")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
class Record(Struct, frozen=True, gc=False, array_like=True):
    """Begins a class of records: its annotated names are their fields, in the order of the arguments.

    `replace(record, name=value)` makes another one. Packed, a record is the array of its fields.
    """


class Packing(Generic[_Packed]):
    """Values of one type as bytes of MessagePack, and back: reading makes values of that type, and no more."""

    def __init__(self, of: Any) -> None:
        """`of` is the type, made of records, mappings, tuples, texts, numbers, and of what a text makes, as paths."""
        self._type = of

    def pack(self, value: _Packed) -> bytes:
        """Raises UnicodeEncodeError for a text that is no Unicode, as the name of a file may be."""
        packed: bytes = self._encoder.encode(value)
        return packed

    def pack_or_keep(self, value: _Packed) -> bytes | _Packed:
        """The value packed; itself, where a text is no Unicode."""
        try:
            return self.pack(value)
        except UnicodeEncodeError:
            return value

    def restore(self, packed: bytes | _Packed) -> _Packed:
        """The value that was packed, or kept, by `pack_or_keep`."""
        return self.unpack(packed) if isinstance(packed, bytes) else packed

    def unpack(self, packed: bytes) -> _Packed:
        """Raises msgspec.MsgspecError for bytes that are no value of the type."""
        value: _Packed = self._decoder.decode(packed)
        return value

    # made when they are needed: a decoder looks at all types that its own is made of
    @cached_property
    def _encoder(self) -> Encoder:
        return Encoder(enc_hook=str)

    @cached_property
    def _decoder(self) -> Decoder[Any]:
        return Decoder(self._type, dec_hook=lambda kind, value: kind(value))
