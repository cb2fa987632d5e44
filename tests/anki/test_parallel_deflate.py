"""What several threads compress is one stream, whatever it is and however it comes."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flashgen.anki import parallel_deflate
from flashgen.anki.parallel_deflate import ParallelDeflate


def compressed(parts: list[bytes], level: int = 6) -> bytes:
    deflate = ParallelDeflate(level)
    return b"".join((*map(deflate.compress, parts), deflate.flush()))


@pytest.fixture(scope="module", autouse=True)
def small_pieces() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parallel_deflate, "_PIECE", 50)
        yield


@settings(max_examples=30)
@given(st.lists(st.binary(max_size=90), max_size=9), st.integers(0, 9))
def test_any_inflater_reads_it_as_one_stream(parts: list[bytes], level: int) -> None:
    assert zlib.decompress(compressed(parts, level), -zlib.MAX_WBITS) == b"".join(parts)


def test_it_is_the_same_however_the_bytes_come_and_however_many_threads_there_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = bytes(range(200)) * 3
    whole = compressed([text])
    assert compressed([text[start : start + 7] for start in range(0, len(text), 7)]) == whole
    monkeypatch.setattr(parallel_deflate, "_THREADS", 1)
    assert compressed([text]) == whole


def test_a_piece_looks_back_beyond_its_beginning() -> None:
    once = bytes(range(50))
    assert len(compressed([once * 9])) < 3 * len(compressed([once]))


def test_a_short_text_is_what_zlib_makes_of_it() -> None:
    deflater = zlib.compressobj(6, wbits=-zlib.MAX_WBITS)
    assert compressed([b"a lantern"]) == deflater.compress(b"a lantern") + deflater.flush()
