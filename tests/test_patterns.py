"""Every regular expression of the code and of its pages takes linear time on any text, and what does not is found."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from flashgen.corpus import selection
from flashgen.language import pointing
from flashgen.media.image_files import IMAGE_NAME
from flashgen.pipeline import terms
from tests.support.regex_attacks import superlinear
from tests.support.regex_sources import (
    Expression,
    expressions_in_place,
    expressions_put_together,
    named_expressions,
)
from tests.support.regex_steps import Mode, compiled, steps
from tests.support.script_patterns import ASSETS, expressions_in, script_expressions, translated

EXPRESSIONS = (*named_expressions(), *expressions_in_place(), *script_expressions())
PUT_TOGETHER = {
    "flashgen.anki.package_images: IMAGE_NAME": "tried below",
    'flashgen.corpus.front_matter: f"""{re.escape(key)}[\\\\"\']?\\\\s*+[:=]"""': "one key",
    "flashgen.corpus.raw_html: f'<[ \\\\t]*/[ \\\\t]*{match[1]}[ \\\\t]*>'": "the name of one tag, between spaces",
    "flashgen.corpus.selection: made": "tried below",
    "flashgen.corpus.selection: ''.join(made) + ending": (
        "by whoever runs the build, for paths alone, which are short"
    ),
    "flashgen.corpus.tidy: f' {_EDGE} '": "three characters",
    "flashgen.language.late_patterns: self._expression": "expressions of modules, each tried by its name",
    "flashgen.language.numbers: f'(?<!\\\\d)(?<!\\\\d[.,]){spaced}(?!\\\\d|[.,]\\\\d)'": "one short figure",
    "flashgen.language.pointing: '|'.join(map(_expression, phrases))": "tried below",
    "flashgen.notes.cloze: f'(?<!\\\\w)({re.escape(title)})(?!\\\\w)'": "one title",
    "flashgen.pipeline.terms: (first + others).encode()": "tried below",
    "flashgen.quality.names: f'(?<![\\\\w-]){re.escape(number)}-[^\\\\W\\\\d_]{{{_SHARED},}}'": "one number",
    "flashgen.quality.names: f'(?<![\\\\w.,-]){re.escape(number)}(?=[{scripts.EAST_ASIAN}])'": "one number",
    "flashgen.quality.names: f'(?:({word}) )?{alone}(?: ({word})(?: ({word}))?)?'": "tried below",
}
"""What is put together while the program runs, and why it is linear all the same."""
EXAMPLES: Mapping[str, tuple[str, Mode]] = {
    "a pattern of paths": (selection._glob("docs/*a*b*/**/x*y*z/**/*.md").pattern, "fullmatch"),
    "a name in links": (terms._Name("a-b-c-a-b")._pattern.pattern.decode(), "search"),
    "phrases of a language": (
        "|".join(map(pointing._expression, ("a* b", "a* a* b", "上記", "a b* c", "[^成]本节[^目]"))),
        "search",
    ),
    "the name of an image": (IMAGE_NAME, "fullmatch"),
    "a pattern of names": (selection._glob("*a*a*a*b").pattern, "fullmatch"),
}


@pytest.mark.parametrize("expression", EXPRESSIONS, ids=lambda one: f"{one.where} ({one.mode})")
def test_an_expression_takes_linear_time(expression: Expression) -> None:
    assert superlinear(expression.pattern, expression.mode) is None


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_expression_that_is_put_together_takes_linear_time(name: str) -> None:
    pattern, mode = EXAMPLES[name]
    assert superlinear(re.compile(pattern), mode) is None


def test_every_expression_that_is_put_together_is_accounted_for() -> None:
    assert set(expressions_put_together()) == set(PUT_TOGETHER)


def test_scripts_put_no_expression_together() -> None:
    assert [path.name for path in ASSETS.glob("*.js") if "RegExp" in path.read_text(encoding="utf-8")] == []


def test_expressions_of_scripts_are_told_from_divisions_texts_and_comments() -> None:
    script = """\
// a /comment/ with "quotes
const half = (all / 2) / 3; /* and /another/ */
const text = "/no/" + '/nor this/' + `${found.replace(/a[/]b/g, `<${half / 2 / 1}>`)} /nor/ ${{ x: /c/ }}`;
const test = (one) => /^d\\/e$/i.test(one);
if (a / b) return /f/u;
"""
    assert list(expressions_in(script)) == [(3, "/a[/]b/g"), (3, "/c/"), (4, r"/^d\/e$/i"), (5, "/f/u")]


@pytest.mark.parametrize(
    "literal",
    [r"/<!--[^]*?-->|<[^]*?>/gi", r"/\{\{([^]*?)\}\}/g", r"/\[\[type:(.+?)\]\]/", r"/(\\[([])([^]*?)(\\[\])])/g"],
)
def test_what_takes_longer_in_a_script_is_found(literal: str) -> None:
    assert superlinear(translated(literal), "search") is not None


@pytest.mark.parametrize(
    ("pattern", "mode"),
    [
        (r"\s+$", "search"),
        (r"\d+x", "search"),
        (r"<!--.*?-->", "search"),
        (r"<[^>]*>", "search"),
        (r"a*a*b", "match"),
        (r"(a|a)*b", "match"),
        (r"(?:\s*<A>\s*)+", "fullmatch"),
        (r"(?:a+x|a)", "search"),
        (r"(?=\s+x)\s", "search"),
        (r"\s*+x", "search"),
        (r"!!![ \t]+([\w-]+)[^\"]*(?:\"([^\"]*)\")?[ \t]*", "fullmatch"),
        (r"(.+?)a(.+?)a(.+?)b", "fullmatch"),
    ],
)
def test_what_takes_longer_is_found(pattern: str, mode: Mode) -> None:
    assert superlinear(re.compile(pattern), mode) is not None


@pytest.mark.parametrize(
    ("pattern", "mode"),
    [
        (r"\s+$", "match"),
        (r"(?<!\d)\d+x", "search"),
        (r"<[^<>]*>", "search"),
        (r" {1,40}x", "search"),
        (r"(a++|b)*c", "match"),
        (r"^(\*\*|__)(?!\s)(?:(?!\1).)+\1$", "search"),
    ],
)
def test_what_is_linear_is_let_pass(pattern: str, mode: Mode) -> None:
    assert superlinear(re.compile(pattern), mode) is None


def test_steps_grow_as_the_matcher_works() -> None:
    program = compiled(re.compile(r"\s+$"))
    short, long = (steps(program, " " * length + "x", "search", 10**6) for length in (50, 100))
    assert long > 3 * short
