"""One document -> an article, or one message that says why not."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashgen.corpus.article import decode, parse_article, read_bytes, read_keywords, read_text, read_title
from flashgen.errors import Problem
from flashgen.records.documents import Article, Document

POLISH = "---\ntitle: Kot\ndescription: Kot to zwierzę.\nkeywords: Dom,Zwierzęta\n---\n# Kot\n\nŚpi cały dzień.\n"


def read(content: str | bytes) -> tuple[Article | None, tuple[Problem, ...]]:
    data = content.encode() if isinstance(content, str) else content
    return parse_article(Document("pl/kot.md", "pl/kot.md", "kot", "pl"), data)


def read_well(content: str | bytes) -> Article:
    article, problems = read(content)
    assert article is not None
    assert problems == ()
    return article


def only(problems: tuple[Problem, ...]) -> Problem:
    (problem,) = problems
    return problem


def test_a_whole_article_is_read() -> None:
    article = read_well(POLISH)
    assert (article.title, article.description, article.description_line) == ("Kot", "Kot to zwierzę.", 3)
    assert article.keywords == ("Dom", "Zwierzęta")
    assert [(s.heading.text, s.line) for s in article.sections] == [("Kot", 6)]


@pytest.mark.parametrize(
    "content",
    [
        codecs.BOM_UTF8 + POLISH.encode(),
        POLISH.encode("utf-16"),
        codecs.BOM_UTF16_BE + POLISH.encode("utf-16-be"),
        POLISH.replace("\n", "\r\n").encode(),
        POLISH.replace("\n", "\r").encode(),
        POLISH.replace("\n", "\r\n").encode("utf-16"),
    ],
    ids=["utf-8 mark", "utf-16", "utf-16 big end first", "CRLF", "CR", "utf-16 CRLF"],
)
def test_an_encoding_or_line_end_changes_nothing(content: bytes) -> None:
    assert read_well(content) == read_well(POLISH)


@pytest.mark.parametrize("title", ["Kedi ağacı", "猫の木", "شجرة القط", "猫爬架", "Żółw"])
def test_any_language_is_read(title: str) -> None:
    assert read_well(f"# {title}\n\n{title}。").title == title


def test_a_byte_that_is_not_utf8_is_told_with_its_line() -> None:
    article, problems = read(b"# Kot\n\nKot \xb6pi.\n")
    assert article is None
    assert (problem := only(problems)).severity == "warning"
    assert "0xb6" in problem.message
    assert str(problem.location) == "pl/kot.md:3"


def test_half_a_utf16_character_is_told() -> None:
    article, problems = read("# Kot\n\nŚpi.".encode("utf-16") + b"\x00")
    assert article is None
    assert only(problems).severity == "warning"


@pytest.mark.parametrize("content", [b"", b"\n \n", codecs.BOM_UTF8, codecs.BOM_UTF16_LE])
def test_an_empty_file_is_left_out_with_one_message(content: bytes) -> None:
    article, problems = read(content)
    assert article is None
    assert "left out" in only(problems).message


def test_a_file_that_is_gone_is_left_out(tmp_path: Path) -> None:
    gone = Document(str(tmp_path / "kot.md"), "kot.md", "kot", "pl")
    data, problems = read_bytes(gone)
    assert data is None
    assert "cannot be read" in only(problems).message
    assert read_text(gone) == (None, problems)
    assert read_keywords(gone) == ()


def test_a_file_without_title_and_heading_is_left_out() -> None:
    article, problems = read("Pies śpi.\n")
    assert article is None
    assert "no heading" in only(problems).message


def test_a_title_alone_is_left_out() -> None:
    article, problems = read("# Kot\n")
    assert article is None
    assert "no text" in only(problems).message


def test_front_matter_with_a_title_needs_no_heading() -> None:
    assert read_well("---\ntitle: Kot\n---\nKot śpi.").title == "Kot"


def test_a_heading_serves_as_title() -> None:
    assert read_well("## Kedi&#39;nin evi\nKedi uyur.").title == "Kedi'nin evi"


@pytest.mark.parametrize("key", ["name", "linkTitle", "sidebar_label", "entry", "term"])
def test_a_key_that_names_the_page_serves_before_the_heading_of_a_section(key: str) -> None:
    text = f"---\n{key}: Kot\n---\n{{}} Życie kota\nKot śpi.\n"
    assert read_well(text.format("##")).title == "Kot"
    assert read_well(text.format("#")).title == "Życie kota"
    assert read_well(f"---\ntitle: Pies\n{key}: Kot\n---\nPies śpi.\n").title == "Pies"


def test_of_several_terms_the_first_names_an_entry() -> None:
    assert read_well("---\nterms: [kot, koty]\n---\n### Podstawy\nKot śpi.\n").title == "kot"


def test_a_heading_without_a_space_serves_too_and_that_is_told() -> None:
    article, problems = read("##Kedi&#39;nin evi\nKedi uyur.")
    assert article is not None
    assert article.title == "Kedi'nin evi"
    assert only(problems).severity == "repair"


@pytest.mark.parametrize("site", [" | O kotach", " - Dom", " – Dom i ogród"])
def test_the_name_of_the_site_behind_a_title_is_no_part_of_it(site: str) -> None:
    assert read_well(f"---\ntitle: Kot{site}\n---\n# Kot\nŚpi.").title == "Kot"
    assert read_well(f"---\ntitle: Kot{site}\n---\n## Kot\nŚpi.").title == f"Kot{site}"


def test_the_stop_after_a_title_is_dropped() -> None:
    assert read_well("---\ntitle: Regola del gatto.\n---\nDorme.").title == "Regola del gatto"


def test_rejected_front_matter_is_repaired_and_told() -> None:
    article, problems = read("---\ntitle: %40 Kedi\ndescription: &quot;Kedi&quot; uyur.\n---\n# %40 Kedi\n")
    assert article is not None
    assert (article.title, article.description) == ("%40 Kedi", '"Kedi" uyur.')
    assert (problem := only(problems)).severity == "repair"
    assert str(problem.location) == "pl/kot.md:2"


@pytest.mark.parametrize(
    ("line", "keywords"),
    [
        ("keywords: Dom,Kot,Dom", ("Dom", "Kot")),
        ("tags: [Dom, Kot]", ("Dom", "Kot")),
        ("categories:\n- Dom\n- Kot", ("Dom", "Kot")),
        ("keywords:", ()),
        ("other: Dom", ()),
    ],
)
def test_keywords_are_read_under_their_usual_names(line: str, keywords: tuple[str, ...]) -> None:
    assert read_well(f"---\ntitle: Kot\n{line}\n---\nŚpi.").keywords == keywords


@given(st.one_of(st.binary(), st.binary().map(lambda rest: b"---\ntitle: Kot\n---\n# Kot\n" + rest)))
def test_no_bytes_fail_and_what_is_left_out_is_told(content: bytes) -> None:
    article, problems = read(content)
    assert article is not None or problems


def test_what_is_not_read_is_told() -> None:
    _, problems = read("# Kot\n\nŚpi.\n\n```\nkod\n```\n")
    assert [(problem.severity, str(problem)) for problem in problems] == [("omission", "pl/kot.md:5: code: not read")]


def test_what_never_closes_is_a_warning() -> None:
    _, problems = read("# Kot\n\nŚpi.\n\n{{< kot\n")
    assert [(problem.severity, problem.location and problem.location.line) for problem in problems] == [("warning", 5)]


def test_more_spaces_in_a_row_than_any_text_needs_are_fewer() -> None:
    text, _ = decode(Document("a.md", "a.md", "a", "en"), b"a" + b" \t" * 5000 + b"b\n")
    assert text == f"a{' ' * 400}b\n"


@pytest.mark.parametrize(
    ("name", "title"),
    [("Piec kaflowy.md", "Piec kaflowy"), ("piec-kaflowy.md", "piec kaflowy"), ("Piec.md", "Piec")],
)
def test_the_name_of_a_file_serves_as_title_where_its_text_begins_with_it(
    tmp_path: Path, name: str, title: str
) -> None:
    body = "**Piec kaflowy** to piec z kafli.\n\n## Budowa\n\nZ gliny.\n"
    document = Document(str(tmp_path / name), f"pl/{name}", "piec", "pl")
    Path(document.path).write_text(body, encoding="utf-8")
    article, _ = parse_article(document, body.encode())
    assert article is not None
    assert (article.title, read_title(document)) == (title, title)


def test_a_name_with_parted_letters_is_found_in_its_text() -> None:
    document = Document("x", "pl/S\u0301limak.md", "x", "pl")
    article, _ = parse_article(document, "\u015alimak \u015bpi.\n\n## Dom\n\nMuszla.\n".encode())
    assert article is not None
    assert article.title == "\u015alimak"


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Piec.md", "## Budowa\n\nPiec stoi.\n"),
        ("pl.md", "Kot pl \u015bpi.\n\n## Budowa\n\nPiec stoi.\n"),
        ("pie.md", "Piec stoi.\n\n## Budowa\n\nZ gliny.\n"),
        ("Piec.md", "---\nlinkTitle: Budowa\n---\nPiec stoi.\n\n## Kafle\n\nZ gliny.\n"),
    ],
)
def test_any_other_name_of_a_file_is_no_title(name: str, body: str) -> None:
    article, _ = parse_article(Document("x", f"pl/{name}", "piec", "pl"), body.encode())
    assert article is not None
    assert article.title == "Budowa"
