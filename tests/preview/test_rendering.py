"""The page's renderer of Anki's template language, letter for letter against Anki itself."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from typing import Any

import pytest
from anki.collection import Collection
from playwright.sync_api import Page

from flashgen.anki.template import filled_cards, parse
from flashgen.preview.write import preview_page
from tests.support.anki_note import add_note, empty_collection
from tests.support.chromium import launched_chromium, opened

DECK = "Bees::Wild ones"
TAGS = ["bees", "wild::hornets"]
FIELDS = {
    "Plain": "honey",
    "Marked": "a <b>queen</b> &amp; <i>her</i> &lt;drones&gt;",
    "Empty": "",
    "Blank": " <br>\n<DIV></div>",
    "Space": "&nbsp;",
    "Zero": "0",
    "Braces": "{{Plain}} {{FrontSide}} }} <!-- {{#Plain}}",
    "Entities": "caf&eacute; &#8212; &#x2014;&nbsp;&copy; &Auml;",
    "Ampersand": "AT&T &amp; co",
    "Unknown": "&bogus; &amp;",
    "Style": "<style>p { color: red }</style>seen<!-- unseen --><script>run()</script>",
    "Unclosed": "1 < 2 and <b",
    "Lines": "one<br>two<div>three</div>",
    "With space": "wax",
}
TEMPLATES = {
    "a field": ("{{Plain}}", "{{Marked}}"),
    "spaces around a name": ("{{ Plain }}", "{{\nMarked }}"),
    "a name with a space": ("{{With space}}", "{{ text:With space }}"),
    "a third brace": ("{{{Plain}}}", "{{{{Marked}}}}"),
    "braces that close nothing": ("{{Plain}} }} and }", "{ {Plain} }"),
    "the front on the back": ("Say: {{Plain}}", "{{FrontSide}}<hr id=answer>{{Marked}}"),
    "the front on the front": ("{{FrontSide}}{{Plain}}", "{{text:FrontSide}}"),
    "a condition": (
        "{{#Plain}}yes{{/Plain}}{{#Empty}}no{{/Empty}}{{Plain}}",
        "{{^Empty}}none{{/Empty}}{{^Plain}}x{{/Plain}}",
    ),
    "conditions in one another": (
        "{{#Plain}}{{^Empty}}{{#Zero}}{{Zero}}{{/Zero}}{{/Empty}}{{/Plain}}",
        "{{#Plain}}a{{#Empty}}b{{#Zero}}c{{/Zero}}{{/Empty}}d{{/Plain}}",
    ),
    "spaces in a condition": ("{{ #Plain }}yes{{ / Plain }}{{# Zero}}{{Zero}}{{/Zero}}", "{{^ Empty }}x{{/Empty}}"),
    "what counts as empty": (
        "{{Plain}}{{#Blank}}filled{{/Blank}}{{^Blank}}empty{{/Blank}}",
        "{{#Space}}filled{{/Space}}{{#Zero}}filled{{/Zero}}{{^Empty}}empty{{/Empty}}",
    ),
    "a field that looks like a template": ("{{Braces}}", "{{#Braces}}{{text:Braces}}{{/Braces}}"),
    "a comment": ("<!-- {{Plain}} -->{{Zero}}", "<!-- never closed {{Plain}}"),
    "a comment in a condition": ("{{#Plain}}<!-- {{/Plain}} -->{{Plain}}{{/Plain}}", "{{Plain}}<!---->"),
    "tags out of a text": ("{{text:Marked}}", "{{text:Style}}|{{text:Unclosed}}|{{text:Lines}}"),
    "entities out of a text": ("{{text:Entities}}", "{{text:Ampersand}}|{{text:Unknown}}|{{text:Space}}"),
    "a hint": ("{{Plain}}{{hint:Marked}}", "{{hint:Empty}}{{hint:Space}}{{hint:Zero}}{{text:hint:Plain}}"),
    "a typed answer": ("{{Plain}}{{type:Marked}}", "{{FrontSide}}{{type:Marked}}"),
    "a typed answer without marks": ("{{Plain}}{{type:nc:Marked}}", "{{type:text:Marked}}"),
    "filters on filters": ("{{text:text:Marked}}", "{{hint:text:Marked}}"),
    "an add-on's filter": ("{{shout:Plain}}", "{{text:shout:Marked}}|{{shout:text:Marked}}"),
    "a filter without a field": ("{{Plain}}{{shout:}}", "{{::Plain}}"),
    "what Anki fills in": (
        "{{Tags}} {{Type}} {{Deck}} {{Subdeck}} {{Card}} {{CardFlag}}",
        "{{#Tags}}{{text:Tags}}{{/Tags}}",
    ),
    "numbers of cards": ("{{Plain}}{{#c1}}one{{/c1}}{{^c1}}x{{/c1}}", "{{#c2}}two{{/c2}}{{^c2}}not two{{/c2}}"),
}  # fmt: skip
BLANK_FRONTS = {
    "empty fields": "label {{Empty}}{{Blank}}",
    "a condition that is not met": "{{#Empty}}{{Plain}}{{/Empty}}",
    "words alone": "{{#Plain}}label{{/Plain}}",
}
CLOZES = {
    "one": "{{c1::queen}} of the hive",
    "several": "{{c1::queen}} and {{c2::drone}} and {{c1::worker}}",
    "a hint": "{{c1::queen::who?}} rules",
    "a hint with colons": "{{c1::queen::a::b}} rules",
    "one in another": "{{c1::the {{c2::queen}} bee}} rules",
    "one in itself": "{{c1::the {{c1::queen}} bee::who?}} rules",
    "three levels": "{{c1::a {{c2::b {{c3::c}} d}} e}}",
    "too deep": "{{c1::" * 12 + "queen" + "}}" * 12,
    "a number too high": "{{c70000::x}} {{c1::queen}}",
    "two numbers": "{{c1,2::queen}} and {{c2,3::drone}}",
    "a number twice": "{{c2,1,2::queen}}",
    "zero": "{{c0::never}} {{c1::queen}}",
    "no number": "{{c::x}} {{c1::queen}} {{c,::y}}",
    "never closed": "{{c1::queen}} {{c2::drone",
    "closed twice": "}} {{c1::queen}}}} end",
    "nothing": "{{c1::}} empty",
    "marks in it": '{{c1::<b class="q">"queen" & \'drone\'</b> &amp; über é Ж 女}}',
    "colons": "{{c1::std:: vector}} and a::b",
    "mathematics": "\\({{c1::x^2}}\\) and \\[ {{c2::y}} <b>z</b> \\]",
    "lines": "{{c1::one<br>\ntwo}}\nthree",
}
CLOZE_FRONT = (
    "{{cloze:Text}}|{{cloze-only:Text}}|{{text:cloze:Text}}|{{type:cloze:Text}}|{{#c1}}one{{/c1}}{{#c2}}two{{/c2}}"
)
CLOZE_BACK = "{{cloze:Text}}|{{cloze-only:Text}}|{{text:cloze:Text}}|{{FrontSide}}|{{Card}}|{{Type}}"
Sides = dict[str, str]


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A preview of nothing, whose renderer is at hand."""
    nothing: dict[str, Any] = {key: [] for key in ("stylesheets", "types", "decks", "texts", "notes", "withheld")}
    path = tmp_path_factory.mktemp("page") / "nothing.html"
    path.write_text(
        preview_page({**nothing, "name": "x", "native": "en", "target": "it", "unshown": 0, "unlisted": 0}),
        encoding="utf-8",
    )
    with launched_chromium() as browser, opened(browser, path) as watched:
        yield watched.page


@pytest.fixture(scope="module")
def collection() -> Iterator[Collection]:
    with empty_collection() as opened_collection:
        yield opened_collection


def cards_of_anki(collection: Collection, fields: Sides, front: str, back: str, *, is_cloze: bool) -> dict[int, Sides]:
    """The sides of each card that Anki makes of a note, by the card's position."""
    note = add_note(collection, fields, [(front, back)], is_cloze=is_cloze, tags=TAGS, deck=DECK)
    outputs = {card.ord: card.render_output() for card in note.cards()}
    return {position: {"front": one.question_text, "back": one.answer_text} for position, one in outputs.items()}


def card_of_page(
    page: Page, name: str, fields: Sides, front: str, back: str, *, position: int = 0, is_cloze: bool = False
) -> Sides:
    card = {
        "noteType": {"name": name, "cloze": is_cloze}, "template": ["Ask", front, back], "position": position,
        "fields": list(map(list, fields.items())), "tags": " ".join(TAGS), "deck": DECK,
    }  # fmt: skip
    rendered: Sides = page.evaluate("card => renderCard(card)", card)
    return rendered


def without_hint_names(sides: Sides) -> Sides:
    """Anki names a hint by a hash of its text, the page by a number; nothing else depends on it."""
    return {side: re.sub(r"\bhint(?:[0-9a-f]{16}|\d+)\b", "hint", html) for side, html in sides.items()}


@pytest.mark.parametrize("case", TEMPLATES)
def test_a_template_is_rendered_as_anki_renders_it(case: str, page: Page, collection: Collection) -> None:
    front, back = TEMPLATES[case]
    expected = cards_of_anki(collection, FIELDS, front, back, is_cloze=False)
    name = f"type {len(collection.models.all()) - 1}"
    assert without_hint_names(card_of_page(page, name, FIELDS, front, back)) == without_hint_names(expected[0])


@pytest.mark.parametrize("case", CLOZES)
def test_a_cloze_is_rendered_as_anki_renders_it(case: str, page: Page, collection: Collection) -> None:
    fields = {"Text": CLOZES[case], "Extra": "more"}
    expected = cards_of_anki(collection, fields, CLOZE_FRONT, CLOZE_BACK, is_cloze=True)
    name = f"type {len(collection.models.all()) - 1}"
    rendered = {
        position: card_of_page(page, name, fields, CLOZE_FRONT, CLOZE_BACK, position=position, is_cloze=True)
        for position in filled_cards((), fields, cloze=True)
    }
    assert rendered == expected


@pytest.mark.parametrize("case", BLANK_FRONTS)
def test_what_anki_shows_a_notice_for_is_no_card_of_the_page(case: str, collection: Collection) -> None:
    front = BLANK_FRONTS[case]
    (shown,) = cards_of_anki(collection, FIELDS, front, "{{Plain}}", is_cloze=False).values()
    assert "The front of this card is blank" in shown["front"]
    assert filled_cards([parse(front)], FIELDS, cloze=False) == ()


def test_what_anki_finds_no_cloze_in_is_no_card_of_the_page(collection: Collection) -> None:
    fields = {"Text": "no deletion at all"}
    (shown,) = cards_of_anki(collection, fields, "{{cloze:Text}}", "{{cloze:Text}}", is_cloze=True).values()
    assert "found on card" in shown["front"]
    assert filled_cards((), fields, cloze=True) == ()


MARKS = ("<!--", "-->", "<style", "<STYLE>", "</style>", "<script ", "</Script>", "<", ">", "{{", "}}", "{", "}", r"\(",
         r"\[", r"\)", r"\]", "[[type:", "]]", "]", "\n", "a", " ")  # fmt: skip
AS_PATTERNS = r"""{
  stripTags: (text) => text.replace(
    /<!--[^]*?-->|<style[^]*?>[^]*?<\/style>|<script[^]*?>[^]*?<\/script>|<[^]*?>/gi, ""),
  withoutTagsInMath: (text) => text.replace(
    /(\\[([])([^]*?)(\\[\])])/g, (_, opening, math, closing) => opening + stripTags(math) + closing),
  typeBoxes: (text) => text.replace(/\[\[type:(.+?)\]\]/g, "box"),
  tags: (text) => text.replace(/\{\{([^]*?)\}\}|<!--[^]*?-->/g, "tag"),
}"""
"""What the page does by spans, as patterns say it, which take long."""
BY_SPANS = """{
  stripTags, withoutTagsInMath,
  typeBoxes: (text) => replaceSpans(text, TYPE_BOX, endOfTypeBox, () => "box"),
  tags: (text) => replaceSpans(text, TAG_OR_COMMENT, endOfTag, () => "tag"),
}"""


def test_spans_are_what_patterns_find(page: Page) -> None:
    chance = random.Random(1)
    texts = ["".join(chance.choices(MARKS, k=chance.randint(1, 14))) for _ in range(20_000)]
    differ = page.evaluate(
        f"""texts => {{
          const ours = {BY_SPANS}, theirs = {AS_PATTERNS};
          const differs = (text) => Object.keys(ours).filter((name) => ours[name](text) !== theirs[name](text));
          return texts.map((text) => [text, ...differs(text)]).filter((found) => found.length > 1).slice(0, 5);
        }}""",
        texts,
    )
    assert differ == []


@pytest.mark.parametrize("unclosed", ["<!--", "<style>", "<script", "<", "{{", r"\(", "[[type:a", "<!--{{<style>"])
def test_an_end_that_is_missing_is_looked_for_once(unclosed: str, page: Page) -> None:
    searches = page.evaluate(
        """text => {
          const exec = RegExp.prototype.exec;
          let count = 0;
          const counted = (beginning, endOf) => replaceSpans(text, beginning, (mark, start, search) => (
            endOf(mark, start, (pattern, from) => {
              RegExp.prototype.exec = function (given) { count += 1; return exec.call(this, given); };
              try { return search(pattern, from); } finally { RegExp.prototype.exec = exec; }
            })), () => "");
          counted(TAG, endOfElement), counted(TAG_OR_COMMENT, endOfTag), counted(TYPE_BOX, endOfTypeBox);
          counted(MATH, endOfMath);
          return count;
        }""",
        unclosed * 1000,
    )
    # a tag may end where the next one begins: only what is not there is looked for no further
    assert searches <= (1010 if ">" in unclosed else 10)
