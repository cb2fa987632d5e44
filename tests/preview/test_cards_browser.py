"""The cards of the sample in a real browser: every text runs its own way, is readable, stays on a phone's screen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from flashgen.config.load import load_config
from flashgen.language.tags import direction_of
from flashgen.pipeline.build import Surroundings, build
from flashgen.pipeline.destination import Destination
from flashgen.pipeline.jobs import Request
from tests.support.anki_collection import AnkiCollection, AnkiNote, open_collection
from tests.support.chromium import Watched, launched_chromium, opened

REPOSITORY = Path(__file__).parent.parent.parent
PAIRS = (("ru", "it"), ("it", "ar"), ("ar", "ru"))
MODES = ("light", "dark")
PHONE, DESKTOP = (320, 640), (1280, 800)
LATER = 4_000_000_000
"""A moment in the far future, in seconds."""

LONG_LATIN = (
    "Una risposta che non finisce più, con un inciso (fra parentesi, 1999–2024), sigle come API e HTTP/2, e numeri "
    "come 3.141,59; "
) * 5
LONG_ARABIC = (
    "هذه إجابة طويلة جدًا فيها كلمات لاتينية مثل API و HTTP/2 (الإصدار 2.0) وأرقام مثل 3.14 و٢٠٢٤ (انظر RFC 9110). "
) * 6
ENDLESS = "Präzisions" * 12
HOSTILE = {
    "a long answer": (LONG_LATIN, LONG_ARABIC),
    "one endless word": (ENDLESS, "بوصلة" * 24),
    "an address": (
        "https://example.org/" + "a/b-c_d?e=f&amp;g=" * 8,
        '<code>x = f(y[0], "عربي")' + "z" * 90 + "</code>",
    ),
    "mixed directions": ("(עברית) 12–34 API (عربي) 5.6% ﴾٧﴿", "API (v2.0) هو 12–34% (RFC 9110): «abc»، 3.14!"),
    "very short": ("I", "٧"),
    "a table": (
        "<table><tbody><tr><td>alfa</td><td>" + "beta " * 30 + "</td></tr></tbody></table>",
        "<ul><li>واحد</li><li>اثنان API</li></ul><pre>a = (b)\n" + "c" * 120 + "</pre>",
    ),
}
LONG_TITLE = "Introduzione davvero completa alla navigazione e all’orientamento con strumenti magnetici e non solo"

# What is wrong with each of some sides at the width that the window has. Colours are mixed as they lie over another.
MEASURE = """({sides, mode, directions, atLeast}) => {
  const box = document.querySelector("#qa");
  document.documentElement.className = mode === "dark" ? "night-mode" : "";
  document.body.className = "card card1" + (mode === "dark" ? " nightMode night_mode" : "");
  const parts = colour => {
    const found = colour.match(/[\\d.]+/g).map(Number);
    return found.length > 3 ? found : [...found, 1];
  };
  const over = (top, ground) => [0, 1, 2].map(i => top[i] * top[3] + ground[i] * (1 - top[3])).concat(1);
  const ground = element => {
    if (!element) return [255, 255, 255, 1];
    const own = parts(getComputedStyle(element).backgroundColor);
    return own[3] === 1 ? own : over(own, ground(element.parentElement));
  };
  const light = colour => colour.slice(0, 3).map(part => part / 255)
    .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
  const contrast = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  return sides.map(html => {
    box.innerHTML = html;
    for (const details of box.querySelectorAll("details")) details.open = true;
    const faults = [];
    let texts = 0;
    const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode, element = node.parentElement;
      if (!node.data.trim() || element.matches("style")) continue;
      texts += 1;
      const style = getComputedStyle(element), what = `${element.className || element.tagName} ${node.data.trim()}`;
      const size = parseFloat(style.fontSize), isLarge = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
      const behind = ground(element), ratio = contrast(over(parts(style.color), behind), behind);
      if (ratio < (isLarge ? Math.min(3, atLeast) : atLeast)) faults.push(`contrast ${ratio.toFixed(2)}: ${what}`);
      for (let each = element; each; each = each.parentElement) {
        if (getComputedStyle(each).opacity !== "1") faults.push(`see-through: ${what}`);
      }
      if (size < 12) faults.push(`${size}px: ${what}`);
      // what is cut with an ellipsis, or scrolls by itself, only needs its box on the screen
      const range = document.createRange();
      range.selectNodeContents(node);
      const own = element.closest(".topic, table");
      for (const rect of own ? [own.getBoundingClientRect()] : range.getClientRects()) {
        if (rect.left < 0 || rect.right > innerWidth) faults.push(`off the screen: ${what}`);
      }
      const side = element.closest(".target, .native");
      if (side && !element.closest("code, pre")) {
        const [lang, direction] = directions[side.classList.contains("target") ? "target" : "native"];
        const runs = element.closest("[lang]").lang + " " + style.direction;
        if (runs !== `${lang} ${direction}`) faults.push(`runs ${runs}: ${what}`);
      } else if (!side && !element.closest(".topic, .route, details")) {
        faults.push(`of no language: ${what}`);
      }
    }
    if (!texts) faults.push("empty");
    const page = document.documentElement;
    if (page.scrollWidth > innerWidth) faults.push(`scrolls to ${page.scrollWidth}px`);
    return [...new Set(faults)];
  });
}"""

# Where the letters of a text are, from left to right.
IN_ORDER = """text => {
  const node = document.createTreeWalker(text, NodeFilter.SHOW_TEXT).nextNode();
  const places = [...node.data].map((letter, at) => {
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return [letter, range.getBoundingClientRect().left];
  });
  return places.sort((one, other) => one[1] - other[1]).map(([letter]) => letter).join("");
}"""


# Where what is asked begins, on each of some sides.
PLACES = """sides => sides.map(html => {
  document.querySelector("#qa").innerHTML = html;
  const asked = document.querySelector(".ask")?.getBoundingClientRect();
  return asked ? [asked.top, asked.left, asked.right] : null;
})"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with launched_chromium() as chromium:
        yield chromium


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Path]:
    """A package of the sample for each pair of languages, with a note of every kind, sentences among them.

    Terms come first, without the definitions that ask for them too, so that they have all of their cards and keep them.
    """
    folder = tmp_path_factory.mktemp("packages")
    settings = folder / "flashgen.yaml"
    settings.write_text("kinds: {sentence: true}\nsentences_per_article: 1\n", encoding="utf-8")
    config = load_config(settings)
    made = {}
    for native, target in PAIRS:
        made[native, target] = folder / f"{native}-{target}.apkg"
        for kinds in ("term",), ():
            request = Request(native, target, config.corpus, kinds=kinds, jobs=1)
            build(request, config, Destination(made[native, target]), Surroundings())
    return made


@pytest.fixture(scope="module")
def collections(packages: dict[tuple[str, str], Path]) -> dict[tuple[str, str], Path]:
    """A closed collection that holds each package."""
    made = {}
    for pair, package in packages.items():
        made[pair] = package.with_suffix(".anki2")
        with open_collection(keep=made[pair]) as collection:
            collection.import_package(package)
    return made


@pytest.fixture(scope="module")
def decks(collections: dict[tuple[str, str], Path]) -> dict[tuple[str, str], list[AnkiNote]]:
    """The notes of each package, their cards as Anki renders them."""
    found = {}
    for pair, start in collections.items():
        with open_collection(start) as collection:
            found[pair] = collection.notes()
    return found


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with the elements, classes and styles that Anki's reviewer puts around a card."""
    folder = REPOSITORY / "flashgen" / "preview" / "assets"
    frame = (folder / "card.html").read_text(encoding="utf-8")
    reviewer = (folder / "reviewer.css").read_text(encoding="utf-8")
    page = tmp_path_factory.mktemp("stage") / "stage.html"
    page.write_text(frame.replace("%%reviewer%%", reviewer), encoding="utf-8")
    return page


@contextmanager
def staged(browser: Browser, stage: Path, size: tuple[int, int] = PHONE) -> Iterator[Watched]:
    """The stage in a window of that size; at the end, nothing was asked for and nothing complained of."""
    with opened(browser, stage, size=size) as watched:
        yield watched
        assert watched.requests == [stage.as_uri()]
        assert watched.complaints == []


def sides(notes: list[AnkiNote]) -> list[str]:
    return [side for note in notes for card in note.cards for side in (card.front, card.back)]


def measured(page: Page, shown: list[str], mode: str, native: str, target: str, at_least: float = 4.5) -> list[str]:
    """Every fault of every side."""
    directions = {name: [tag, direction_of(tag)] for name, tag in (("native", native), ("target", target))}
    given = {"sides": shown, "mode": mode, "directions": directions, "atLeast": at_least}
    found: list[list[str]] = page.evaluate(MEASURE, given)
    assert len(found) == len(shown) > 0
    return [f"side {number}: {fault}" for number, faults in enumerate(found) for fault in faults]


def rewritten(collection: AnkiCollection, fields: dict[str, str]) -> list[AnkiNote]:
    """One note of each note type, with all its cards, after a learner wrote into those of its fields."""
    chosen: dict[str, AnkiNote] = {}
    for note in sorted(collection.notes(), key=lambda note: (len(note.cards), note.guid)):
        chosen[note.note_type] = note
    for note in chosen.values():
        for field, html in fields.items():
            if note.fields[field] or field.endswith(("Hint", "HintLabel", "Rest", "Topic")):
                collection.change(note.guid, field, html, (), LATER)
    guids = {note.guid for note in chosen.values()}
    return [note for note in collection.notes() if note.guid in guids]


def show(page: Page, html: str) -> None:
    page.evaluate("html => { document.querySelector('#qa').innerHTML = html; }", html)


def test_the_sample_has_a_card_of_every_card_type(decks: dict[tuple[str, str], list[AnkiNote]]) -> None:
    note_types = load_config().card_types.note_types
    configured = {(each.name, position) for each in note_types for position in range(len(each.cards))}
    for notes in decks.values():
        assert {(note.note_type, card.position) for note in notes for card in note.cards} == configured


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("native", "target"), PAIRS)
def test_every_side_is_readable(
    native: str, target: str, mode: str, size: tuple[int, int], browser: Browser, stage: Path,
    decks: dict[tuple[str, str], list[AnkiNote]],
) -> None:  # fmt: skip
    shown = sides(decks[native, target])
    assert len(shown) > 50
    with staged(browser, stage, size) as watched:
        assert measured(watched.page, shown, mode, native, target) == []


@pytest.mark.parametrize("mode", MODES)
def test_whoever_asks_for_more_contrast_gets_it(
    mode: str, browser: Browser, stage: Path, decks: dict[tuple[str, str], list[AnkiNote]]
) -> None:
    with staged(browser, stage) as watched:
        watched.page.emulate_media(contrast="more")
        assert measured(watched.page, sides(decks["it", "ar"]), mode, "it", "ar", at_least=7) == []


@pytest.mark.parametrize("mode", MODES)
def test_the_ground_is_light_by_day_and_dark_by_night(
    mode: str, browser: Browser, stage: Path, decks: dict[tuple[str, str], list[AnkiNote]]
) -> None:
    with staged(browser, stage) as watched:
        measured(watched.page, sides(decks["ru", "it"])[:2], mode, "ru", "it")
        colour = watched.page.evaluate("getComputedStyle(document.body).backgroundColor")
        scheme = watched.page.evaluate("getComputedStyle(document.body).colorScheme")
    assert (sum(map(int, re.findall(r"\d+", colour)[:3])) > 384) == (mode == "light")
    assert scheme == mode


@pytest.mark.parametrize("name", HOSTILE)
def test_no_text_is_too_long_or_too_odd(
    name: str, browser: Browser, stage: Path, collections: dict[tuple[str, str], Path]
) -> None:
    native, target = HOSTILE[name]
    values = {
        field: html
        for side, html in (("Native", native), ("Target", target))
        for field in (
            f"{side}Answer",
            f"{side}Question",
            f"{side}Context",
            f"{side}Rest",
            f"{side}Figure",
            f"{side}Term",
        )
    }
    values |= {"NativeTitle": LONG_TITLE, "NativeMore": LONG_TITLE, "NativeLabel": "Wissenswertes in Kürze"}
    with open_collection(collections["it", "ar"]) as collection, staged(browser, stage) as watched:
        shown = sides(rewritten(collection, values))
        for mode in MODES:
            assert measured(watched.page, shown, mode, "it", "ar") == []


def test_latin_words_digits_and_brackets_stand_right_within_right_to_left(
    browser: Browser, stage: Path, collections: dict[tuple[str, str], Path]
) -> None:
    with open_collection(collections["it", "ar"]) as collection, staged(browser, stage, DESKTOP) as watched:
        notes = rewritten(collection, {"TargetAnswer": "API أب (RFC 9110).", "NativeAnswer": "a (אב) 12."})
        card = next(card for note in notes for card in note.cards if note.note_type == "flashgen purpose")
        show(watched.page, card.back)
        orders = {side: watched.page.locator(f".{side}.main").first.evaluate(IN_ORDER) for side in ("target", "native")}
    # brackets are mirrored: the one that closes stands at the left of what it closes
    assert orders == {"target": ".)RFC 9110( بأ API", "native": "a (בא) 12."}


def test_a_hint_opens_where_there_is_one(
    browser: Browser, stage: Path, collections: dict[tuple[str, str], Path]
) -> None:
    with open_collection(collections["ru", "it"]) as collection, staged(browser, stage) as watched:
        page = watched.page
        note = next(note for note in collection.notes() if note.note_type == "flashgen purpose")
        show(page, note.cards[0].front)
        assert page.locator("details").count() == 0
        collection.change(note.guid, "TargetHint", "Comincia per <b>a</b>.", (), LATER)
        changed = next(each for each in collection.notes() if each.guid == note.guid)
        show(page, changed.cards[0].front)
        hint = page.locator("details .text")
        assert not hint.is_visible()
        page.locator("summary").click()
        assert hint.is_visible()
        assert hint.inner_text() == "Comincia per a."


def test_a_title_is_asked_for_with_its_meaning_as_a_hint(
    browser: Browser, stage: Path, decks: dict[tuple[str, str], list[AnkiNote]]
) -> None:
    note = next(note for note in decks["ru", "it"] if note.note_type == "flashgen definition" and len(note.cards) == 2)
    with staged(browser, stage) as watched:
        show(watched.page, note.cards[1].front)
        watched.page.locator("summary").focus()
        watched.page.keyboard.press("Enter")
        assert watched.page.locator("summary").inner_text() == "Определение"
        assert watched.page.locator("details > .text").inner_html() == note.fields["NativeAnswer"]


LONGEST = {
    "ar": "تعطي المنارات المتجاورة إشارات ضوئية مختلفة حتى لا يخلط البحارة بينها، ",
    "it": "I fari vicini emettono segnali luminosi diversi, perché i marinai non li confondano, ",
}


@pytest.mark.parametrize("lead_in", [0, 60, 160])
def test_the_front_of_the_longest_card_fits_on_a_phone(
    lead_in: int, browser: Browser, stage: Path, collections: dict[tuple[str, str], Path]
) -> None:
    """320 characters in all, of which one text has 260 at most."""
    values = {"TargetSize": "long", "NativeSize": "long"}
    for side, language in (("Native", "it"), ("Target", "ar")):
        text = LONGEST[language] * 4
        values |= {f"{side}Answer": text[: min(260, 320 - lead_in)], f"{side}Context": text[:lead_in]}
    phone = (360, 640)
    with open_collection(collections["it", "ar"]) as collection, staged(browser, stage, phone) as watched:
        notes = [
            note
            for note in rewritten(collection, values)
            if note.note_type not in ("flashgen term", "flashgen vocabulary")
        ]
        fronts = [card.front for note in notes for card in note.cards]
        for front in fronts:
            show(watched.page, front)
            assert watched.page.evaluate("document.documentElement.scrollHeight") <= phone[1]


def test_what_is_asked_stays_in_its_place_when_the_card_is_turned(
    browser: Browser, stage: Path, decks: dict[tuple[str, str], list[AnkiNote]]
) -> None:
    shown = sides(decks["it", "ar"])
    with staged(browser, stage) as watched:
        places = watched.page.evaluate(PLACES, shown)
    assert len(places) == len(shown) and None not in places
    assert places[::2] == places[1::2]


def test_the_stylesheet_reaches_for_nothing(decks: dict[tuple[str, str], list[AnkiNote]]) -> None:
    styles = {
        style for side in sides(decks["ru", "it"]) for style in re.findall(r"<style>(.*?)</style>", side, re.DOTALL)
    }
    assert len(styles) == 1
    assert not re.search(r"url\(|image-set\(|@import|@font-face|expression\(|https?:|//", styles.pop())
