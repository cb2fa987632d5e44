"""Two languages in one word."""

from __future__ import annotations

import pytest

from flashgen.language.pairs import in_order, read_pair, write_pair


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("ru-it", ("ru", "it")),
        ("pt-BR/it", ("pt-BR", "it")),
        ("zh-hans/pt-br", ("zh-Hans", "pt-BR")),
        ("Russian - italiano", ("ru", "it")),
    ],
)
def test_a_word_is_two_languages(text: str, pair: tuple[str, str]) -> None:
    assert read_pair(text) == pair


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("it", "names one language"),
        ("pt-BR-it", "parted in two ways"),
        ("ru/it/en", "parted in two ways"),
        ("ru-qqqq", "'qqqq' is no language"),
        ("it-Italian", "names it twice"),
        ("ru-", "'' is no language"),
    ],
)
def test_what_is_no_pair_is_refused(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        read_pair(text)


@pytest.mark.parametrize("pair", [("ru", "it"), ("pt-BR", "it"), ("it", "zh-Hans")])
def test_what_is_written_is_read_back(pair: tuple[str, str]) -> None:
    assert read_pair(write_pair(*pair)) == pair


@pytest.mark.parametrize("pair", [("it", "ru"), ("pt", "pt-BR")])
def test_opposite_pairs_have_one_order(pair: tuple[str, str]) -> None:
    assert in_order(*pair) == in_order(*pair[::-1]) == pair
