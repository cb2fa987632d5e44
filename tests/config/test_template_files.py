"""Where in which template file a stretch of a rendered card stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from flashgen.config.template_files import TemplateFiles, Unreadable


def files(folder: Path, **texts: str) -> TemplateFiles:
    for name, text in texts.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return TemplateFiles([folder])


def test_the_right_one_of_equal_stretches_is_shown(tmp_path: Path) -> None:
    found = files(tmp_path, card="<p>\n{{A}}\n\n  {{A}}\n")
    text = found.render("card.html", {})
    problem = found.problem_at("card.html", "twice", "{{A}}", text, text.rindex("{{A}}"))
    assert str(problem) == f"{tmp_path / 'card.html'}:4: column 3: twice\n      {{{{A}}}}\n      ^"


def test_what_a_partial_says_is_shown_in_the_partial(tmp_path: Path) -> None:
    found = files(tmp_path, card="<% include 'part.html' %>", part="x\n{{A}}")
    text = found.render("card.html", {})
    problem = found.problem_at("card.html", "here", "{{A}}", text, text.index("{{A}}"))
    assert str(problem).startswith(f"{tmp_path / 'part.html'}:2: column 1: here")


def test_what_stands_in_no_file_is_shown_as_it_came_out(tmp_path: Path) -> None:
    found = files(tmp_path, card="<b>{{<< 'A' >>}}</b>")
    text = found.render("card.html", {})
    problem = found.problem_at("card.html", "here", "{{A}}", text, text.index("{{A}}"))
    said = f"{tmp_path / 'card.html'}: here (with its partials put in)\n    <b>{{{{A}}}}</b>\n       ^"
    assert str(problem) == said


def test_a_problem_of_a_whole_template_is_shown_at_its_beginning(tmp_path: Path) -> None:
    problem = files(tmp_path, card="a question").problem_at("card.html", "here")
    assert str(problem) == f"{tmp_path / 'card.html'}:1: column 1: here\n    a question\n    ^"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"a\n\xff", "card.html: not UTF-8 (at byte 2); save it as UTF-8"),
        (b"a\n<< ''.__class__.__mro__ >>", "card.html:2: column 1: access to attribute"),
        (b"<< range(10 ** 9) >>", "card.html:1: column 1: Range too big"),
        (b"<% macro a() %><< a() >><% endmacro %><< a() >>", "without end"),
    ],
)
def test_a_template_that_gives_no_text_says_why(tmp_path: Path, data: bytes, said: str) -> None:
    (tmp_path / "card.html").write_bytes(data)
    with pytest.raises(Unreadable) as raised:
        TemplateFiles([tmp_path]).render("card.html", {})
    assert said in str(raised.value.problem)


def test_a_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "card.html").write_bytes(b"\xef\xbb\xbfx")
    assert TemplateFiles([tmp_path]).render("card.html", {}) == "x"
