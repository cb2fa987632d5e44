"""Front matter: what YAML reads, and what is read line by line when YAML gives up."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashgen.corpus.front_matter import front_texts, split_matter
from flashgen.corpus.front_values import list_value, text_value

MARKS = [
    *("---", "title: Kot", "a: [", "b: *x", "%51", "- x", "", "&quot;", "\t:", "...", "# Kot", "Title: Kot", "date: 1"),
    *("+++", "title = 'Kot'", "{", "}", '"title": "Kot",', "// x", "/*", "%{", 'title: "Kot",', '"""', "<!--", "-->"),
    *(".. title: Kot", "---json"),
]
# Text that looks like a document more often than arbitrary text does.
DOCUMENTS = st.lists(
    st.one_of(st.sampled_from(MARKS), st.text()),
    max_size=12,
).map("\n".join)


def test_values_and_the_lines_of_their_keys_are_read() -> None:
    matter = split_matter("---\ntitle: Kedi\nkeywords: Ev,Hayvan\n---\nKedi uyur.\n")
    assert matter.values == {"title": "Kedi", "keywords": "Ev,Hayvan"}
    assert matter.lines == {"title": 2, "keywords": 3}
    assert not matter.faults


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
    assert matter.faults


def test_a_fault_names_its_line() -> None:
    assert [fault.line for fault in split_matter("---\nkeywords: Ev\ntitle: %40 Kedi\n---\n").faults] == [3]


def test_quotes_around_a_value_read_from_its_line_are_dropped() -> None:
    matter = split_matter("---\ntitle: \"Kot\"\nnote: 'pies'\nbad: %\n---\n")
    assert (matter.values["title"], matter.values["note"]) == ("Kot", "pies")


def test_the_first_of_two_equal_keys_is_the_one_located() -> None:
    assert split_matter("---\ntitle: Kot\ntitle: Pies\n---\n").lines == {"title": 2}


def test_aliases_are_not_expanded() -> None:
    matter = split_matter("---\na: &x Kot\nb: *x\n---\n")
    assert matter.values["b"] == "*x"
    assert "aliases" in matter.faults[0].message


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
    (fault,) = matter.faults
    assert "not a list of keys" in fault.message
    assert "nothing of it could be read: write a line for each key" in fault.message
    assert not fault.is_repaired


def test_empty_front_matter_is_no_fault() -> None:
    matter = split_matter("---\n---\nbody")
    assert (dict(matter.values), matter.faults) == ({}, ())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Kot śpi.",
        "# Kot\n\nŚpi.",
        "--\ntitle: a\n--\n",
        "---\n\nKot śpi.\n\n---\n\nPies nie.\n",
        "---\n\nKot śpi.\n",
        "---\n\nKot: śpi.\n",
        "{{< kot >}}\n",
        "{% kot %}\n",
        "{ kot }\n",
        "<!-- kot -->\nŚpi.\n",
        "<!-- kot\n",
        "Kot: śpi.\n\nPies: nie.\n",
        "Summary: the cat sleeps.\n\nAll day.\n",
        "Title: a word\nthat a paragraph begins with.\n",
        "+++\nkot\n",
    ],
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
    assert all(key in lines[number - 1].casefold() for key, number in matter.lines.items())
    assert all(0 < fault.line <= len(lines) for fault in matter.faults)


BODY = "\nKot śpi.\n"
FORMS = {
    "YAML": "---\nTitle: Kot\ntags: [dom, zwierzę]\n---\n",
    "YAML that ends with points": "---\ntitle: Kot\ntags:\n  - dom\n  - zwierzę\n...\n",
    "YAML that says so": "---yaml\ntitle: Kot\ntags: [dom, zwierzę]\n---\n",
    "YAML behind a licence": "<!-- free to use -->\n---\ntitle: Kot\ntags: [dom, zwierzę]\n---\n",
    "TOML": '+++\ntitle = "Kot"\ntags = ["dom", "zwierzę"]\n+++\n',
    "JSON": '{\n  "title": "Kot",\n  "tags": ["dom", "zwierzę"]\n}\n',
    "JSON on one line": '{"title": "Kot", "tags": ["dom", "zwierzę"]}\n',
    "JSON between marks": '---json\n{"title": "Kot", "tags": ["dom", "zwierzę"]}\n---\n',
    "MultiMarkdown": "Title: Kot\nTags: dom, zwierzę\n",
    "MultiMarkdown that ends with a mark": "Title: Kot\nTags: dom, zwierzę\n---\n",
    "a comment of Nikola": "<!--\n.. title: Kot\n.. tags: dom, zwierzę\n-->\n",
    "YAML in a comment": "<!--\n---\ntitle: Kot\ntags: [dom, zwierzę]\n---\n-->\n",
    "an Elixir map": '%{\n  title: "Kot",\n  tags: ~w(dom zwierzę)\n}\n---\n',
}


@pytest.mark.parametrize("front", FORMS.values(), ids=FORMS)
def test_every_form_is_read(front: str) -> None:
    matter = split_matter(front + BODY)
    assert text_value(matter.values["title"]) == "Kot"
    assert list_value(matter.values["tags"]) == ("dom", "zwierzę")
    assert matter.body.strip() == "Kot śpi."
    assert not matter.faults
    line = (front + BODY).split("\n")[matter.lines["title"] - 1]
    assert "title" in line.casefold()


@pytest.mark.parametrize("front", FORMS.values(), ids=FORMS)
def test_every_form_may_follow_blank_lines(front: str) -> None:
    assert text_value(split_matter(f"\n\n{front}{BODY}").values["title"]) == "Kot"


def test_a_paragraph_may_be_folded() -> None:
    assert text_value(split_matter("---\nabstract: >\n  Kot\n  śpi.\n---\n").values["abstract"]) == "Kot śpi."
    assert split_matter("Title: Kot\nSummary: Śpi\n    w dzień.\n\nX").values["summary"] == "Śpi w dzień."


def test_tables_are_read_by_both_keys() -> None:
    values = split_matter('+++\ntitle = "Kot"\n[taxonomies]\ntags = ["dom"]\n[extra.by]\nname = "Ala"\n+++\n').values
    assert values == {"title": "Kot", "taxonomies.tags": ["dom"], "extra.by.name": "Ala"}


def test_dates_numbers_and_truths_stay_texts() -> None:
    toml = "+++\na = 2020-01-31\nb = 1984\nc = true\nd = 3.10\ne = 07:32:00\n+++\n"
    assert split_matter(toml).values == {"a": "2020-01-31", "b": "1984", "c": "true", "d": "3.10", "e": "07:32:00"}
    json = '{"b": 1984, "c": false, "d": 3.10, "e": null}\n'
    assert split_matter(json).values == {"b": "1984", "c": "false", "d": "3.10", "e": ""}


def test_an_elixir_map_holds_texts_lists_and_maps() -> None:
    source = '''%{
  version: "1.2.0", # of the text
  title: "Kot \\"Filemon\\"",
  excerpt: """
    Śpi
    w dzień.
    """,
  "tags" => ["dom", :kot],
  by: %{name: "Ala"}, date: ~D[2020-01-31], draft: false,
}
---
Kot.
'''
    matter = split_matter(source)
    assert matter.values == {
        "version": "1.2.0", "title": 'Kot "Filemon"', "excerpt": "Śpi\nw dzień.", "tags": ["dom", "kot"],
        "by.name": "Ala", "date": "2020-01-31", "draft": "false",
    }  # fmt: skip
    assert (matter.body, matter.body_line) == ("\nKot.\n", 11)


def test_comments_in_json_are_passed_over_and_told() -> None:
    matter = split_matter('{\n  // a cat\n  "title": "Kot // dom", /* two\n  lines */\n  "tags": ["dom",],\n}\nŚpi.')
    assert matter.values == {"title": "Kot // dom", "tags": ["dom"]}
    assert (matter.body, matter.body_line) == ("\nŚpi.", 6)
    assert "comments" in matter.faults[0].message
    assert matter.faults[0].is_repaired


@pytest.mark.parametrize(
    ("front", "line"),
    [
        ('+++\ntags = ["dom"]\ntitle = Kot\n+++\n', 3),
        ('{\n  "tags": "dom",\n  "title": Kot,\n  "x": 1\n}\n', 3),
        ('{\n  "tags": "dom",\n  "title": "Kot"\n  "x": 1\n}\n', 4),
        ('%{\n  tags: "dom",\n  title: "Kot"\n  x: 1\n}\n---\n', 4),
    ],
)
def test_what_a_form_rejects_is_read_line_by_line(front: str, line: int) -> None:
    matter = split_matter(f"{front}Śpi.")
    assert text_value(matter.values["title"]) == "Kot"
    assert "dom" in text_value(matter.values["tags"])
    assert [fault.line for fault in matter.faults] == [line]
    assert "line by line" in matter.faults[0].message
    assert matter.body.strip() == "Śpi."


@pytest.mark.parametrize(
    ("front", "mark"),
    [
        ("---\ntitle: Kot\ntags:\n- dom\n", "---"),
        ("---\ntitle: Kot\n\n# Kot\n\nMruczy.\n\n---\n", "---"),
        ("+++\ntitle = 'Kot'\n", "+++"),
        ('{\n  "title": "Kot",\n', "}"),
        ("<!--\n.. title: Kot\n", "-->"),
        ('%{\n  title: "Kot",\n', "}"),
        ('%{\n  title: "Kot",\n# Kot\n\nMruczy.\n\n---\n', "}"),
    ],
)
def test_front_matter_that_never_ends_is_read_as_far_as_lines_are_keys(front: str, mark: str) -> None:
    matter = split_matter(f"{front}\nŚpi.")
    assert matter.values["title"] == "Kot"
    assert matter.body.strip().endswith("Śpi.")
    assert "title" not in matter.body
    assert "Mruczy." in matter.body or "Mruczy." not in front
    (fault,) = matter.faults
    assert (fault.line, fault.is_repaired) == (1, False)
    assert "never ends" in fault.message
    assert mark in fault.message


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("---\ntitle: Kot\n---\n\n+++\ntitle = 'Pies'\n+++\nŚpi.", "a second front matter, in TOML behind one in YAML"),
        ("+++\ntitle = 'Kot'\n+++\n---\ntitle: Pies\n---\nŚpi.", "a second front matter, in YAML behind one in TOML"),
        ('---\ntitle: Kot\n---\n{"title": "Pies"}\nŚpi.', "a second front matter, in JSON behind one in YAML"),
    ],
)
def test_of_two_forms_the_first_counts_and_neither_is_text(text: str, said: str) -> None:
    matter = split_matter(text)
    assert (matter.values, matter.body.strip()) == ({"title": "Kot"}, "Śpi.")
    assert said in matter.faults[0].message
    assert not matter.faults[0].is_repaired


def test_what_was_translated_may_stand_in_a_comment_behind_its_translation() -> None:
    kept = "---\ntitle: Kot\nsummary: Zwierzę.\n---\n<!--\ntitle: Cat\nsummary: An animal.\n-->\n\nŚpi."
    matter = split_matter(kept)
    assert (matter.values["title"], matter.body.strip(), matter.faults) == ("Kot", "Śpi.", ())
    more = split_matter(kept.replace("title: Cat", "title: Cat\nslug: cat"))
    assert "a second front matter, in a comment" in more.faults[0].message


def test_a_thematic_break_behind_front_matter_begins_no_second_one() -> None:
    matter = split_matter("---\ntitle: Kot\n---\n\n---\n\nŚpi.\n\n---\n")
    assert (matter.body.count("---"), matter.faults) == (2, ())


@pytest.mark.parametrize(
    "front",
    [
        "+++\na = " + "[" * 30_000 + "]" * 30_000 + "\n+++\n",
        "+++\na = 1" + "0" * 6000 + "\n+++\n",
        '{"a": ' + "[" * 30_000 + "]" * 30_000 + "}\n",
        '{"a": ' + '{"a": ' * 30_000 + "1" + "}" * 30_001 + "\n",
        "%{a: " + "[" * 30_000 + "\n---\n",
        "%{a: " + "%{a: " * 30_000 + "\n---\n",
    ],
)
def test_no_form_is_broken_by_depth_or_size(front: str) -> None:
    assert split_matter(f"{front}Śpi.").body.strip().endswith("Śpi.")


def test_keys_are_looked_for_at_the_beginning_of_a_document() -> None:
    assert front_texts("+++\nSlug = 'kot'\nn = 1\n+++\n", ("slug",)) == {"slug": "kot", "n": "1"}
    assert front_texts("---\ntitle: a slug\n---\n", ("slug",)) == {}
    assert front_texts("The slug: kot", ("slug",)) == {}
    assert front_texts("---\nslug: kot\ntags: [", ("slug",)) == {"slug": "kot", "tags": "["}


@pytest.mark.parametrize(
    "front",
    [
        "---\nslug : kot\n---\n",
        '---\n"slug" : kot\n---\n',
        "---\n'slug': kot\n---\n",
        "---\n{slug: kot}\n---\n",
        "---\n? slug\n: kot\n---\n",
        '+++\n"slug"  =  "kot"\n+++\n',
        '{\n  "slug"\n  : "kot"\n}\n',
        '%{\n  "slug" => "kot"\n}\n---\n',
        '%{\n  slug: "kot"\n}\n---\n',
        "<!--\n.. slug: kot\n-->\n",
        "Slug:   kot\nTitle: Kot\n\n",
    ],
)
def test_a_key_is_found_in_whatever_form_it_is_written(front: str) -> None:
    assert front_texts(front, ("id", "slug"))["slug"] == "kot"


FORMATTED = {
    "a heading": "***\n\n## title: Kot\\_domowy\n\nKot śpi.\n",
    "dashes": "---\n\n## title: Kot\\_domowy\n\nKot śpi.\n\n---\n\nI mruczy.\n",
    "several keys": "***\n\nlayout: page\ntitle: Kot\\_domowy\n--------\n\nKot śpi.\n",
}


@pytest.mark.parametrize("text", FORMATTED.values(), ids=FORMATTED)
def test_front_matter_that_a_formatter_made_a_heading_of_is_read_as_keys(text: str) -> None:
    matter = split_matter(text)
    assert matter.values["title"] == "Kot_domowy"
    assert matter.body.lstrip().startswith("Kot śpi.")
    assert [(fault.line, fault.is_repaired) for fault in matter.faults] == [(1, True)]


@pytest.mark.parametrize(
    "text",
    [
        "***\n\n## Summary: kot śpi\n\nKot śpi.\n",
        "***\n\n## Kot\n\nKot śpi.\n",
        "***\n\n# title: Kot\n\nKot śpi.\n",
        "***\n\nKot śpi.\n---\n\nKot je.\n",
        "***\n\n",
    ],
)
def test_a_heading_behind_a_thematic_break_stays_text(text: str) -> None:
    assert split_matter(text).body == text


def test_keys_and_closing_mark_may_be_indented() -> None:
    matter = split_matter("---\n title: Kot\n about: >\n      Kot śpi.\n tags:\n - dom\n ---\n\n Kot je.\n")
    assert (matter.values["title"], text_value(matter.values["about"])) == ("Kot", "Kot śpi.")
    assert list_value(matter.values["tags"]) == ("dom",)
    assert matter.body.strip() == "Kot je."
    assert not matter.faults
