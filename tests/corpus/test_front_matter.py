"""Front matter: what YAML reads, and what is read line by line when YAML gives up."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashgen.corpus.front_matter import list_value, split_matter, text_value

# Text that looks like a document more often than arbitrary text does.
DOCUMENTS = st.lists(
    st.one_of(st.sampled_from(["---", "title: Kot", "a: [", "b: *x", "%51", "- x", "", "&quot;", "\t:"]), st.text()),
    max_size=12,
).map("\n".join)


def test_values_and_the_lines_of_their_keys_are_read() -> None:
    matter = split_matter("---\ntitle: Kedi\nkeywords: Ev,Hayvan\n---\nKedi uyur.\n")
    assert matter.values == {"title": "Kedi", "keywords": "Ev,Hayvan"}
    assert matter.lines == {"title": 2, "keywords": 3}
    assert not matter.fault


@pytest.mark.parametrize("value", ["1984", "No", "null", "3.10", "2024-01-31", "0x1F", "~"])
def test_a_value_that_looks_like_something_else_stays_text(value: str) -> None:
    assert split_matter(f"---\ntitle: {value}\n---\n").values["title"] == value


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("title: %40 Kedi", "%40 Kedi"),
        ("title: &quot;Kot&quot; domowy", '"Kot" domowy'),
        ("title: Kot: opis zwierzęcia", "Kot: opis zwierzęcia"),
        ("title: *gwiazdka", "*gwiazdka"),
        ("title: @kot", "@kot"),
        ("title: 「猫」: 動物", "「猫」: 動物"),
        ("title: [kot", "[kot"),
        ("title: `kot`", "`kot`"),
    ],
)
def test_a_value_that_yaml_rejects_is_read_from_its_line(line: str, title: str) -> None:
    matter = split_matter(f"---\nkeywords: Ev\n{line}\n---\nbody")
    assert text_value(matter.values["title"]) == title
    assert matter.values["keywords"] == "Ev"
    assert matter.fault


def test_a_fault_names_its_line() -> None:
    assert split_matter("---\nkeywords: Ev\ntitle: %40 Kedi\n---\n").fault_line == 3


def test_quotes_around_a_value_read_from_its_line_are_dropped() -> None:
    matter = split_matter("---\ntitle: \"Kot\"\nnote: 'pies'\nbad: %\n---\n")
    assert (matter.values["title"], matter.values["note"]) == ("Kot", "pies")


def test_the_first_of_two_equal_keys_is_the_one_located() -> None:
    assert split_matter("---\ntitle: Kot\ntitle: Pies\n---\n").lines == {"title": 2}


def test_aliases_are_not_expanded() -> None:
    matter = split_matter("---\na: &x Kot\nb: *x\n---\n")
    assert matter.values["b"] == "*x"
    assert "aliases" in matter.fault


def test_aliases_inside_a_list_are_not_expanded() -> None:
    matter = split_matter("---\na: [&x [1, 2], *x, *x]\n---\n")
    assert text_value(matter.values["a"]).count("1") == 1


def test_deeply_nested_yaml_is_survived() -> None:
    assert split_matter("---\na: " + "[" * 5000 + "\n---\nbody").body == "\nbody"


def test_deeply_nested_valid_yaml_is_survived() -> None:
    assert split_matter("---\na: " + "[" * 5000 + "]" * 5000 + "\n---\nbody").body == "\nbody"


def test_yaml_nested_deep_enough_to_end_the_interpreter_is_survived() -> None:
    # in a process of its own, since the C parser of YAML overruns the stack rather than raise
    program = (
        "from flashgen.corpus.front_matter import split_matter; n = 30_000; "
        "split_matter('---\\na: ' + '[' * n + ']' * n + '\\n---\\n')"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False, stderr=subprocess.DEVNULL).returncode == 0


def test_a_list_instead_of_keys_is_a_fault() -> None:
    matter = split_matter("---\n- kot\n- pies\n---\nbody")
    assert (dict(matter.values), matter.body) == ({}, "\nbody")
    assert "not a list of keys" in matter.fault


def test_empty_front_matter_is_no_fault() -> None:
    matter = split_matter("---\n---\nbody")
    assert (dict(matter.values), matter.fault) == ({}, "")


@pytest.mark.parametrize(
    "text", ["", "Kot śpi.", "# Kot\n\nŚpi.", "---\ntitle: Kot\nnever closed", "--\ntitle: a\n--\n"]
)
def test_a_text_without_front_matter_is_all_body(text: str) -> None:
    matter = split_matter(text)
    assert (dict(matter.values), matter.body, matter.body_line) == ({}, text, 1)


def test_a_rule_in_the_body_does_not_end_it() -> None:
    assert split_matter("---\ntitle: Kot\n---\nA\n\n---\n\nB").body == "\nA\n\n---\n\nB"


def test_front_matter_may_follow_blank_lines() -> None:
    assert split_matter("\n\n---\ntitle: Kot\n---\n").values == {"title": "Kot"}


@given(st.one_of(st.text(), DOCUMENTS))
def test_splitting_never_fails_and_body_lines_keep_their_numbers(text: str) -> None:
    matter = split_matter(text)
    whole = text.split("\n")
    body = matter.body.split("\n")
    assert text.endswith(matter.body)
    assert matter.body_line - 1 + len(body) == len(whole)
    assert body[1:] == whole[matter.body_line :]


@given(DOCUMENTS)
def test_located_keys_and_faults_stand_inside_the_file(text: str) -> None:
    matter = split_matter(text)
    lines = text.split("\n")
    assert all(lines[number - 1].startswith(key) for key, number in matter.lines.items())
    assert 0 <= matter.fault_line <= len(lines)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("l&#39;albero", "l'albero"),
        ("C&amp;#39;s", "C's"),
        ("&amp;quot;kot&amp;quot;", '"kot"'),
        ("Q&amp;A", "Q&A"),
        ("  two\n lines ", "two lines"),
        (["Ev", "Kedi"], "Ev, Kedi"),
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
