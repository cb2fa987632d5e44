"""What the values of front matter say."""

from __future__ import annotations

import pytest

from flashgen.corpus.front_values import description_key, flat_values, keywords, list_value, other_texts, text_value


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("l&#39;albero", "l'albero"),
        ("C&amp;#39;s", "C's"),
        ("&amp;quot;kot&amp;quot;", '"kot"'),
        ("Q&amp;A", "Q&A"),
        ("  two\n lines ", "two lines"),
        (["Ev", "Kedi"], "Ev, Kedi"),
        ("K\ud800ot", "K\ufffdot"),
        (None, ""),
        ("", ""),
    ],
)
def test_a_value_is_shown_as_a_reader_sees_it(value: object, shown: str) -> None:
    assert text_value(value) == shown


@pytest.mark.parametrize(
    ("value", "parts"),
    [
        ("Home,Animals", ("Home", "Animals")),
        ("Dom; Zwierzęta", ("Dom", "Zwierzęta")),
        ("家，动物、猫", ("家", "动物", "猫")),
        ("بيت، قط", ("بيت", "قط")),
        (["Kot, mały", "Pies"], ("Kot, mały", "Pies")),
        ("Q&amp;A,, ,x", ("Q&A", "x")),
        (None, ()),
    ],
)
def test_keywords_are_a_list_or_a_text_with_commas(value: object, parts: tuple[str, ...]) -> None:
    assert list_value(value) == parts


def test_the_description_may_have_many_names() -> None:
    for key in ("description", "short_description", "summary", "excerpt", "abstract"):
        assert description_key({"title": "Kot", key: "Śpi.", "x": "y"}) == key
    assert description_key({"description": "", "excerpt": "Śpi."}) == "excerpt"
    assert description_key({}) == "description"


def test_keywords_are_taken_from_all_keys_once() -> None:
    values = {
        "tags": ["Dom", "kot"], "keywords": "Zwierzę, dom", "category": "Ssak", "categories": ["Kot"], "topics": "Las",
        "taxonomies.tags": ["Łowca"],
    }  # fmt: skip
    assert keywords(values) == ("Zwierzę", "dom", "Las", "Kot", "Ssak", "Łowca")


def test_values_of_tables_have_both_keys() -> None:
    assert list(flat_values({"A": {"B": "c", "D": {}}, "e": [{"f": "g"}]})) == [("a.b", "c"), ("e", [{"f": "g"}])]


def test_other_keys_are_kept_as_texts() -> None:
    values = {"title": "Kot", "abstract": "Śpi.", "level": "A1", "tags": ["dom", "las"], "x": "", "long": "y" * 300}
    assert other_texts(values) == {"level": "A1", "tags": "dom, las"}
