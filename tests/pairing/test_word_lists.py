"""Lists of words in two languages that both versions of an article hold: the author has paired the words."""

from __future__ import annotations

import pytest

from flashgen.pairing.articles import pair_articles
from flashgen.records.pairs import Bead
from tests.support.samples import version

KINDS = ("vocabulary", "purpose")
CZECH = "# Kuchyně\n\nV kuchyni stojí hrnec a na stole leží nůž."
VIETNAMESE = "# Nhà bếp\n\nTrong nhà bếp có một cái nồi và một con dao."
ROWS = (
    ("hrnec", "cái nồi"),
    ("nůž", "con dao"),
    ("lžíce", "cái thìa"),
    ("Dáte si čaj?", "Anh có muốn uống trà không?"),
)


def table(rows: tuple[tuple[str, str], ...] = ROWS, heads: tuple[str, str] = ("", "")) -> str:
    lines = "".join(f"| {one} | {other} |\n" for one, other in rows)
    return f"\n\n## 1\n\n| {heads[0]} | {heads[1]} |\n|---|---|\n{lines}"


def turned(rows: tuple[tuple[str, str], ...] = ROWS) -> tuple[tuple[str, str], ...]:
    return tuple((other, one) for one, other in rows)


def beads(czech: str, vietnamese: str) -> tuple[Bead, ...]:
    return pair_articles(version(czech, "cs", "kitchen"), version(vietnamese, "vi", "kitchen"), KINDS)


def words(found: tuple[Bead, ...]) -> list[tuple[str, str]]:
    return [(one.native.answer, one.target.answer) for one in found if one.is_pair and one.native and one.target]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (table(heads=("česky", "vietnamsky")), table(heads=("česky", "vietnamsky"))),
        (table(turned(), heads=("tiếng Việt", "čeština")), table(turned(), heads=("tiếng Việt", "čeština"))),
        (table(), table(turned())),
        (table(turned()), table(turned())),
        (table(ROWS[:2], ("cs", "vi")), table(ROWS[:2], ("cs", "vi"))),
    ],
    ids=["by the names of languages", "by their own names", "each its own first", "by the texts", "by tags"],
)
def test_words_of_a_table_that_both_versions_hold_are_pairs_in_either_order(ours: str, theirs: str) -> None:
    found = words(beads(CZECH + ours, VIETNAMESE + theirs))
    assert found == list(ROWS[: len(found)])
    assert len(found) >= 2


def test_a_row_of_such_a_table_is_nothing_else() -> None:
    assert {bead.kind for bead in beads(CZECH + table(), VIETNAMESE + table())} == {"vocabulary"}


def test_a_row_with_the_same_words_again_is_nothing_else_either() -> None:
    rows = (*ROWS, *turned(ROWS[:1]))
    assert all(bead.native and bead.target for bead in beads(CZECH + table(rows), VIETNAMESE + table(rows)))


def test_a_word_stands_where_its_row_stands() -> None:
    first = beads(CZECH + table(), VIETNAMESE + "\n\nMột." + table(turned()))[0]
    assert first.native
    assert first.target
    assert (first.native.location.line, first.target.location.line) == (9, 11)


def test_scripts_tell_the_columns() -> None:
    rows = (("باران", "déšť"), ("برف", "sníh"), ("باد", "vítr"))
    found = pair_articles(
        version(f"# هوا\n\nهوا.{table(rows)}", "fa", "x"), version(f"# Počasí\n\nJo.{table(rows)}", "cs", "x"), KINDS
    )
    assert words(found) == list(rows)


def test_a_row_that_one_version_lacks_is_no_pair() -> None:
    found = beads(CZECH + table(ROWS[:3]), VIETNAMESE + table(ROWS[1:]))
    assert words(found) == [ROWS[1], ROWS[2]]


def test_columns_that_nothing_tells_apart_make_no_pair_and_the_remedy_is_named() -> None:
    rows = (("ano", "ne"), ("tak", "onak"))
    found = beads(f"# A\n\nB.{table(rows)}", f"# C\n\nD.{table(rows)}")
    assert words(found) == []
    assert "name the languages in the head of the table" in str(found[0].reason)


def test_a_word_that_is_the_same_in_both_languages_makes_no_note() -> None:
    found = beads(CZECH + table((*ROWS, ("robot", "robot"))), VIETNAMESE + table((*ROWS, ("robot", "robot"))))
    assert words(found) == list(ROWS)
    assert str(found[-1].reason) == "the same text in both languages"


def test_tables_of_terms_in_each_language_are_read_as_before() -> None:
    czech, vietnamese = (
        (("Hrnec 12", "Vaří 7 polévek."), ("Nůž 3", "Krájí.")),
        (("Nồi 12", "Nấu 7 món."), ("Dao 3", "Cắt.")),
    )
    found = beads(CZECH + table(czech), VIETNAMESE + table(vietnamese))
    assert {"Hrnec 12", "Nůž 3"} <= {bead.native.answer for bead in found if bead.native and bead.kind == "vocabulary"}


LISTS = {
    "definitions": "\n".join(f"{one}\n: {other}\n" for one, other in ROWS[:3]),
    "dashes": "\n".join(f"- {one} – {other}" for one, other in ROWS[:3]),
    "signs of equality": "\n".join(f"* {one} = {other}" for one, other in ROWS[:3]),
    "labels": "\n".join(f"- **{one}:** {other}" for one, other in ROWS[:3]),
    "colons": "\n".join(f"1. {one}: {other}" for one, other in ROWS[:3]),
    "a third column": "\n".join(
        (
            "| # | čeština | tiếng Việt |",
            "|---|---|---|",
            *(f"| {n} | {a} | {b} |" for n, (a, b) in enumerate(ROWS[:3])),
        )
    ),
    "examples": "\n".join(
        ("| čeština | tiếng Việt | x |", "|---|---|---|", *(f"| {a} | {b} | {b}, {a} |" for a, b in ROWS[:3]))
    ),
}


@pytest.mark.parametrize("words_in_two_languages", LISTS.values(), ids=LISTS)
def test_a_list_of_words_may_be_written_otherwise_than_in_two_columns(words_in_two_languages: str) -> None:
    found = beads(*(f"{text}\n\n## 1\n\n{words_in_two_languages}\n" for text in (CZECH, VIETNAMESE)))
    assert words(found) == list(ROWS[:3])
    assert {bead.kind for bead in found} == {"vocabulary"}


def test_a_list_that_was_not_translated_is_no_list_of_words_in_two_languages() -> None:
    czech = "- hrnec – velký hrnec\n- nůž – ostrý nůž\n- lžíce – malá lžíce\n"
    found = beads(*(f"{text}\n\n## 1\n\n{czech}\n" for text in (CZECH, VIETNAMESE)))
    assert words(found) == []
    assert not any(bead.is_pair for bead in found)


def test_a_table_that_was_not_translated_is_in_doubt() -> None:
    rows = (("hrnec", "velký hrnec"), ("nůž", "ostrý nůž"), ("stůl", "kulatý stůl"))
    assert words(beads(CZECH + table(rows), VIETNAMESE + table(rows))) == []
