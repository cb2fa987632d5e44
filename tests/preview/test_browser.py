"""The preview page in a real browser: it shows what Anki shows, is quick to move in, and lets nothing run."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, FrameLocator, Page

from flashgen.config.load import load_config
from flashgen.config.pairs_file import read_pairs
from flashgen.media.image_files import image_name
from flashgen.pipeline.build import Surroundings, build
from flashgen.pipeline.destination import Destination
from flashgen.pipeline.jobs import Request
from flashgen.preview.write import preview_page, write_preview
from tests.support.anki_collection import open_collection
from tests.support.chromium import accessibility_faults, launched_chromium, opened
from tests.support.images import png

REPOSITORY = Path(__file__).parent.parent.parent
REAL_CORPUS = REPOSITORY.parent / "shared" / "corpus"
SAMPLE_PAIRS = (("ru", "it"), ("it", "ar"), ("ar", "pl"), ("en", "da"), ("pl", "ru"))
REAL_PAIRS = (("ru", "it"), ("it", "ar"), ("ar", "ru"), ("en", "pl")) if REAL_CORPUS.is_dir() else ()
DECKS = [("sample", *pair) for pair in SAMPLE_PAIRS] + [("real", *pair) for pair in REAL_PAIRS]
MANY = 50_000
ALL_CARDS = """() => Array.from({length: cardCount}, (_, card) => {
    const style = `<style>${deck.stylesheets[typeOf(card).stylesheet]}</style>`;
    const {front, back} = renderedCard(card);
    return [noteOf(card)[GUID], cardPositions[card], style + front, style + back];
})"""


PLAIN = [("One", "{{A}}", "{{B}}")]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with launched_chromium() as chromium:
        yield chromium


def built(folder: Path, native: str, target: str, corpus: Path | None = None) -> Path:
    """A package of the sample, or of another corpus."""
    package = folder / f"{native}-{target}.apkg"
    config = load_config()
    request = Request(native, target, (corpus,) if corpus else config.corpus, jobs=1)
    build(request, config, Destination(package), Surroundings())
    return package


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The preview of the sample, from Italian to Arabic."""
    return write_preview(built(tmp_path_factory.mktemp("sample"), "it", "ar"))


@pytest.fixture
def page(browser: Browser, preview: Path) -> Iterator[Page]:
    with opened(browser, preview) as watched:
        yield watched.page
        assert watched.complaints == []


def card(page: Page) -> FrameLocator:
    return page.frame_locator("#card")


def shown(page: Page) -> str:
    """What the frame shows."""
    return card(page).locator("#qa").inner_html()


def card_number(page: Page) -> int:
    """Where the shown card stands among those that are listed, from 1."""
    number, _, total = page.locator("#counter").inner_text().partition(" / ")
    assert int(total.replace(",", "")) == page.evaluate("list.cards.length")
    return int(number.replace(",", ""))


def size(page: Page) -> int:
    """How many cards the deck has."""
    return int(page.evaluate("cardCount"))


def is_back(page: Page) -> bool:
    return page.locator("#flip-label").inner_text() != "Show answer"


def made_deck(
    *, templates: Sequence[tuple[str, str, str]], notes: Sequence[tuple[str, ...]], fields: Sequence[str] = ("A", "B"),
    stylesheet: str = "", cloze: bool = False, cards: Sequence[int] = (0,), withheld: Sequence[Sequence[str]] = (),
    unlisted: int = 0,
) -> dict[str, Any]:  # fmt: skip
    """A deck of one note type as the page is given it, for what no package of ours holds."""
    kind = {
        "kind": "definition", "name": "made", "cloze": cloze, "stylesheet": 0, "fields": list(fields),
        "templates": list(map(list, templates)), "listed": [0], "article": 1, "searched": [0, 1], "pair": [0, 1],
    }  # fmt: skip
    return {
        "name": "made.apkg", "native": "en", "target": "he", "unshown": 0, "stylesheets": [stylesheet],
        "types": [kind], "decks": ["made"], "texts": [],
        "notes": [[0, 0, f"guid-{n}", "", "", list(cards), list(values)] for n, values in enumerate(notes)],
        "withheld": list(map(list, withheld)), "unlisted": unlisted,
    }  # fmt: skip


def written(folder: Path, deck: dict[str, Any]) -> Path:
    path = folder / "made.html"
    path.write_text(preview_page(deck), encoding="utf-8")
    return path


@pytest.mark.parametrize(("corpus", "native", "target"), DECKS)
def test_every_card_is_what_anki_shows(corpus: str, native: str, target: str, browser: Browser, tmp_path: Path) -> None:
    package = built(tmp_path, native, target, REAL_CORPUS if corpus == "real" else None)
    with open_collection() as collection:
        collection.import_package(package)
        notes = collection.notes()
    expected = {(note.guid, card.position): (card.front, card.back) for note in notes for card in note.cards}
    with opened(browser, write_preview(package)) as watched:
        rendered = {(guid, ord): (front, back) for guid, ord, front, back in watched.page.evaluate(ALL_CARDS)}
    assert len(expected) > 10
    assert rendered == expected


def test_what_the_frame_holds_is_the_rendered_card(page: Page) -> None:
    _, _, front, back = page.evaluate(f"({ALL_CARDS})()[list.chosen]")
    as_parsed = "html => { const box = document.createElement('div'); box.innerHTML = html; return box.innerHTML; }"
    assert shown(page) == page.evaluate(as_parsed, front)
    page.keyboard.press("Space")
    assert shown(page) == page.evaluate(as_parsed, back)


def test_the_frame_is_dressed_like_the_reviewer_of_anki(page: Page) -> None:
    page.keyboard.press("ArrowRight")
    assert card(page).locator("body").get_attribute("class") == "card card2"
    assert card(page).locator("body > #qa").get_attribute("dir") == "auto"
    page.get_by_role("button", name="Dark").click()
    assert card(page).locator("body").get_attribute("class") == "card card2 nightMode night_mode"
    assert card(page).locator("html").get_attribute("class") == "night-mode"


def test_text_runs_in_the_direction_of_its_language(page: Page) -> None:
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    directions = "all => all.map(one => [one.lang, getComputedStyle(one).direction])"
    found = card(page).locator(".term").evaluate_all(directions)
    assert found == [["it", "ltr"], ["ar", "rtl"]]


@pytest.mark.parametrize("way", ["Space", "Enter", "button"])
def test_space_enter_and_button_show_the_answer_and_then_go_on(way: str, page: Page) -> None:
    seen = []
    for _ in range(4):
        page.locator("#flip").click() if way == "button" else page.keyboard.press(way)
        seen.append((card_number(page), is_back(page)))
    assert seen == [(1, True), (2, False), (2, True), (3, False)]


def test_a_click_turns_the_card_to_and_fro(page: Page) -> None:
    seen = []
    for _ in range(3):
        card(page).locator(".fg").click(position={"x": 5, "y": 5})
        seen.append((card_number(page), is_back(page)))
    assert seen == [(1, True), (1, False), (1, True)]


def test_the_last_card_turns_back(page: Page) -> None:
    page.get_by_role("listbox").focus()
    page.keyboard.press("End")
    page.keyboard.press("Space")
    assert page.locator("#flip-label").inner_text() == "Show question"
    page.keyboard.press("Space")
    assert (card_number(page), is_back(page)) == (size(page), False)


def test_arrow_keys_and_buttons_move_from_card_to_card(page: Page) -> None:
    assert card_number(page) == 1
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    assert card_number(page) == 2
    page.locator("#next").click()
    assert card_number(page) == 3


def test_the_next_card_shows_its_front(page: Page) -> None:
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    assert not is_back(page)


def test_keys_work_while_the_focus_is_on_the_card(page: Page) -> None:
    card(page).locator(".fg").click(position={"x": 5, "y": 5})
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    assert (card_number(page), is_back(page)) == (2, True)


def test_words_that_are_marked_with_the_mouse_do_not_turn_the_card(page: Page) -> None:
    main = "byId('card').contentDocument.querySelector('.main')"
    page.evaluate(f"byId('card').contentWindow.getSelection().selectAllChildren({main})")
    page.evaluate(f"{main}.click()")
    assert not is_back(page)


def test_the_list_is_walked_with_the_keys(page: Page) -> None:
    page.get_by_role("listbox").focus()
    rows = [start + 1 for start in page.evaluate("list.starts")]
    last = size(page)
    steps = (("ArrowDown", rows[1]), ("End", last), ("ArrowUp", rows[-2]), ("Home", 1), ("ArrowRight", 2), ("Space", 2))
    for key, expected in steps:
        page.keyboard.press(key)
        assert card_number(page) == expected
    assert is_back(page)
    active = page.get_by_role("listbox").get_attribute("aria-activedescendant")
    assert page.locator(f"#{active}").get_attribute("aria-selected") == "true"


def test_a_row_that_is_pressed_is_shown(page: Page) -> None:
    page.locator(".row .line").nth(4).click()
    assert card_number(page) == page.evaluate("list.starts[4]") + 1
    assert page.locator(".row[aria-selected=true]").get_attribute("aria-posinset") == "5"


def test_a_row_is_a_note_that_says_what_it_asks_with_its_cards_inside(page: Page) -> None:
    first = page.locator(".row").first
    assert first.locator(".line").inner_text() == page.evaluate("lineOf(noteOf(0))")
    assert first.locator(".one").all_inner_texts() == ["Question", "Title"]
    assert re.search(r"Definition · \S+ Question Title\"", first.aria_snapshot())  # what a screen reader reads out
    first.get_by_text("Title").click()
    assert card_number(page) == 2
    assert first.locator(".chosen").inner_text() == "Title"


def test_tags_are_folded_away(page: Page) -> None:
    assert not page.locator("#tag-names").is_visible()
    page.get_by_text("Tags", exact=True).click()
    assert "flashgen::kind::definition" in page.locator("#tag-names").inner_text()


def test_marks_are_shown_kept_and_saved_as_a_file_that_flashgen_reads(
    browser: Browser, preview: Path, tmp_path: Path
) -> None:
    with opened(browser, preview) as watched:
        page = watched.page
        page.get_by_role("button", name="Right", exact=True).click()
        assert page.locator("#right").get_attribute("aria-pressed") == "true"
        assert page.locator(".row .about").first.inner_text().startswith("✓")
        page.locator(".row .line").nth(2).click()
        page.get_by_role("button", name="Wrong", exact=True).click()
        with page.expect_download() as download:
            page.get_by_role("button", name="Save marks (2)").click()
        assert re.fullmatch(r"pairs-\w+-\w+\.yaml", download.value.suggested_filename)
        download.value.save_as(tmp_path / download.value.suggested_filename)
        articles = page.evaluate("deck.notes.map(articleOf)")
        page.get_by_role("button", name="Wrong", exact=True).click()
        assert page.get_by_role("button", name="Save marks (1)").is_visible()
        assert watched.complaints == []
    found = [pair for pairs in read_pairs([tmp_path]).values() for pair in pairs]
    assert sorted(pair.is_pair for pair in found) == [False, True]
    assert set(read_pairs([tmp_path])) <= set(articles)
    assert all(all(pair.texts.values()) and len(pair.texts) == 2 for pair in found)


def test_a_term_is_marked_by_the_two_titles(page: Page) -> None:
    page.locator("#kind").select_option(label=page.locator("#kind option", has_text="Term").inner_text())
    term = page.evaluate("noteOf(list.chosen)[FIELDS].map(textOf)")
    page.get_by_role("button", name="Wrong", exact=True).click()
    said = page.evaluate("marks.asYaml()")
    texts = re.findall(r'^      [\w-]+: "(.+)"$', said, re.MULTILINE)
    assert "same: false" in said
    assert len(texts) == 2
    assert set(texts) <= set(term)


def test_a_public_page_asks_nobody_to_judge_its_pairs(browser: Browser, preview: Path, tmp_path: Path) -> None:
    package = preview.with_suffix(".apkg")
    with opened(browser, write_preview(package, tmp_path / "shop.html", public=True)) as watched:
        assert watched.page.get_by_role("button", name="Show answer").is_visible()
        for name in ("Right", "Wrong"):
            assert not watched.page.get_by_role("button", name=name, exact=True).is_visible()
        assert watched.complaints == []


def test_filters_narrow_the_cards_and_can_be_taken_back(page: Page) -> None:
    page.locator("#article").select_option(index=2)
    article = page.evaluate("articles[cardNotes[list.cards[0]]]")
    assert set(page.evaluate("list.cards.map(card => articles[cardNotes[card]])")) == {article}
    page.locator("#kind").select_option(index=1)
    page.locator("#type").select_option(index=1)
    kinds = page.evaluate("list.cards.map(card => `${typeOf(card).kind} ${cardTypeName(card)}`)")
    assert set(kinds) == {"definition Question"}
    assert page.locator("#count").inner_text() == f"Cards: {len(kinds)} / {size(page)}"
    page.get_by_role("button", name="Show all").click()
    page.locator("#count").get_by_text(f"Cards: {size(page)}", exact=True).wait_for()
    assert page.evaluate("list.cards.length") == size(page)


def test_search_finds_words_in_either_language_whatever_their_case_and_accents(page: Page) -> None:
    assert page.evaluate("fold('Perché')") == "perche"
    page.keyboard.press("/")
    page.keyboard.type("BUSSOLA")
    assert 0 < page.evaluate("list.cards.length") < size(page)
    page.keyboard.press("Control+A")
    page.keyboard.type("البوصلة")
    assert 0 < page.evaluate("list.cards.length") < size(page)
    page.keyboard.press("Escape")
    assert page.locator("#count").inner_text() == f"Cards: {size(page)}"


def test_a_search_without_a_result_says_so(page: Page) -> None:
    page.get_by_role("searchbox").fill("xyzzy")
    assert page.locator("#count").inner_text() == f"Cards: 0 / {size(page)}"
    assert page.get_by_text("No card is like this.").is_visible()
    assert page.locator("#flip").is_disabled()
    page.get_by_role("searchbox").fill("")
    assert shown(page)


def test_the_address_leads_back_to_the_card(browser: Browser, preview: Path, page: Page) -> None:
    for _ in range(7):
        page.keyboard.press("ArrowRight")
    page.wait_for_url(re.compile(re.escape(f"#{page.evaluate('cardName(list.chosen)')}") + "$"))
    fragment = page.url.partition("#")[2]
    with opened(browser, preview, fragment=fragment) as watched:
        assert card_number(watched.page) == 8
    with opened(browser, preview, fragment="%FF-no-such-card-1") as watched:
        assert card_number(watched.page) == 1
        assert watched.complaints == []


@pytest.mark.parametrize(("scheme", "button", "expected"), [
    ("dark", "Auto", "dark"), ("dark", "Light", "light"), ("light", "Dark", "dark"), ("light", "Auto", "light"),
])  # fmt: skip
def test_colours_follow_the_system_until_they_are_chosen(
    scheme: Any, button: str, expected: str, browser: Browser, preview: Path
) -> None:
    with opened(browser, preview, scheme=scheme) as watched:
        watched.page.get_by_role("button", name=button).click()
        assert watched.page.locator("html").get_attribute("data-theme") == expected
        assert ("nightMode" in (card(watched.page).locator("body").get_attribute("class") or "")) == (
            expected == "dark"
        )


def test_the_card_can_be_as_wide_as_a_phone_or_a_desktop(page: Page) -> None:
    width = "byId('card').contentWindow.innerWidth"
    assert page.evaluate(width) == 390
    page.get_by_role("button", name="Desktop").click()
    assert page.evaluate(width) > 750


@pytest.mark.parametrize("width", [320, 375, 761, 1440])
def test_nothing_scrolls_sideways(width: int, browser: Browser, preview: Path) -> None:
    over = "root => root.scrollWidth - root.clientWidth"
    with opened(browser, preview, size=(width, 640)) as watched:
        page = watched.page
        if width <= 760:
            page.get_by_role("button", name="Browse").click()
            assert page.locator("html").evaluate(over) == 0
            page.keyboard.press("Escape")
        for _ in range(12):
            page.keyboard.press("Space")
            assert card(page).locator("html").evaluate(over) == 0
            page.keyboard.press("ArrowRight")
        assert page.locator("html").evaluate(over) == 0


def test_on_a_small_screen_a_chosen_row_brings_back_the_card(browser: Browser, preview: Path) -> None:
    with opened(browser, preview, size=(375, 700)) as watched:
        page = watched.page
        browse = page.get_by_role("button", name="Browse")
        browse.click()
        assert page.locator("#browse").get_attribute("aria-expanded") == "true"
        assert not page.locator("#card").is_visible()
        page.locator(".row .line").nth(2).click()
        assert page.locator("#card").is_visible()
        assert page.locator("#browse").get_attribute("aria-expanded") == "false"
        assert card_number(page) == page.evaluate("list.starts[2]") + 1


def test_on_a_small_screen_enter_brings_back_the_card_that_the_keys_have_reached(
    browser: Browser, preview: Path
) -> None:
    with opened(browser, preview, size=(375, 700)) as watched:
        page = watched.page
        page.get_by_role("button", name="Browse").click()
        page.get_by_role("listbox").focus()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        assert page.locator("#card").is_visible()
        assert (card_number(page), is_back(page)) == (page.evaluate("list.starts[1]") + 1, False)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [375, 1280])
def test_axe_finds_nothing_to_mend(width: int, scheme: Any, browser: Browser, preview: Path) -> None:
    with opened(browser, preview, size=(width, 800), scheme=scheme) as watched:
        page = watched.page
        assert accessibility_faults(page) == []
        page.keyboard.press("Space")
        assert accessibility_faults(page) == []
        if width == 375:
            page.get_by_role("button", name="Browse").click()
        page.get_by_role("searchbox").fill("xyzzy")
        assert accessibility_faults(page) == []


def test_axe_would_find_what_there_is_to_mend(page: Page) -> None:
    page.evaluate(
        "byId('text').labels[0].remove(); byId('text').placeholder = ''; byId('counter').style.color = '#eee'"
    )
    page.evaluate("byId('counter').removeAttribute('aria-hidden')")
    found = {fault.partition(":")[0] for fault in accessibility_faults(page)}
    assert found >= {"label", "color-contrast"}


def test_every_control_is_reached_by_tab_and_shows_its_focus(page: Page) -> None:
    reached = []
    for _ in range(18):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.id || document.activeElement.value"))
        if reached[-1] not in ("card", "", None):
            assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid", reached[-1]
    order = [
        "text",
        "article",
        "kind",
        "type",
        "list",
        "phone",
        "desktop",
        "auto",
        "light",
        "dark",
        "card",
        "flip",
        "next",
        "right",
        "wrong",
    ]
    assert [one for one in reached if one in order] == order


def test_changes_are_announced_to_those_who_do_not_see_them(page: Page) -> None:
    announced = page.locator("#side")
    assert announced.get_attribute("role") == "status"
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    assert announced.text_content() == f"Card 2 / {size(page)}, Back"
    title = page.locator("#card").get_attribute("title")
    assert title == f"Back, Card 2 / {size(page)}: Definition, Title, compass"
    assert page.locator("#count").get_attribute("role") == "status"


def test_the_page_asks_for_nothing_but_itself(browser: Browser, preview: Path) -> None:
    with opened(browser, preview) as watched:
        for _ in range(30):
            watched.page.keyboard.press("Space")
            watched.page.keyboard.press("ArrowRight")
        assert watched.requests == [preview.as_uri()]
        assert watched.complaints == []


HOSTILE = (
    "<script>top.hacked = 1</script>",
    "<img src=x onerror='top.hacked = 1'>",
    "<img src='https://example.invalid/x.png'>",
    "<iframe srcdoc='<script>top.hacked = 1</script>'></iframe>",
    "<svg onload='top.hacked = 1'></svg>",
    "<a href='javascript:top.hacked = 1'>press</a>",
    "<form action='javascript:top.hacked = 1'><button>press</button></form>",
    "<style>@import 'https://example.invalid/x.css'; #qa { display: none }</style>",
    "<meta http-equiv=refresh content='0;url=https://example.invalid/'>",
    "<base href='https://example.invalid/'>",
    "</script><script>hacked = 1</script>",
    "<!--<script>",
    "</style></div></iframe><h1>out</h1>\u2028\u2029\x00",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_on_a_card_runs_or_reaches_out(text: str, browser: Browser, tmp_path: Path) -> None:
    deck = made_deck(templates=[("One", "{{A}} front", "{{A}} back")], notes=[(text, text), ("after", "x")])
    path = written(tmp_path, deck)
    with opened(browser, path) as watched:
        page = watched.page
        page.keyboard.press("Space")
        for press in card(page).locator("#qa :is(a, button)").all():
            press.click()
        page.wait_for_timeout(50)
        assert page.evaluate("window.hacked") is None
        assert not [address for address in watched.requests if address.startswith("http")]
        assert page.locator("#card").is_visible()
        assert page.locator("h1").count() == 1
        page.get_by_role("searchbox").fill("after")
        assert shown(page) == "<style></style>after front"


def test_a_link_to_a_page_opens_a_window_that_knows_nothing_of_this_one(browser: Browser, tmp_path: Path) -> None:
    text = (
        "<a href='https://example.invalid/'>page</a> <a href='http://example.invalid/'>other</a> <a href='#'>hint</a>"
    )
    deck = made_deck(templates=[("One", "{{A}} front", "{{A}} back")], notes=[(text, "x")])
    with opened(browser, written(tmp_path, deck)) as watched:
        page = watched.page
        page.context.route("https://example.invalid/", lambda route: route.fulfill(body="<title>there</title>"))
        for text in ("other", "hint"):
            card(page).get_by_text(text).click()
        with page.context.expect_page() as opening:
            card(page).get_by_text("page").click()
        there = opening.value
        there.wait_for_load_state()
        assert (there.title(), there.evaluate("window.opener"), there.evaluate("document.referrer")) == (
            "there",
            None,
            "",
        )
        assert len(page.context.pages) == 2
        assert page.locator("#card").is_visible()


@pytest.mark.parametrize("text", HOSTILE)
def test_a_withheld_fact_is_text_whatever_it_holds(text: str, browser: Browser, tmp_path: Path) -> None:
    deck = made_deck(templates=PLAIN, notes=[("one", "x")], withheld=[[text] * 5])
    path = written(tmp_path, deck)
    with opened(browser, path) as watched:
        page = watched.page
        page.get_by_text("Withheld: 1").click()
        page.locator("#withheld li").wait_for()
        expected = [text, text, text, f"{text} · {text}"]
        assert page.locator("#withheld li p").evaluate_all("all => all.map(one => one.textContent)") == expected
        assert page.locator("#withheld li p *").count() == 0
        page.wait_for_timeout(50)
        assert page.evaluate("window.hacked") is None
        assert watched.requests == [path.as_uri()]
        assert watched.complaints == []


WITHHELD = (
    ("bees", "definition", "a stinging insect", "חרק עוקץ", "length: far longer"),
    ("bees", "faq", "Do they sleep?", "", "no partner in the other version"),
    ("wax", "faq", "", "שעווה", "in doubt"),
)


def test_reasons_and_card_types_are_told_in_the_readers_language(browser: Browser, tmp_path: Path) -> None:
    withheld = [("bees", "term", "bee", "חרק", "mid-sentence: begins in lower case", "damaged"), (*WITHHELD[1], "")]
    deck = made_deck(templates=[("Produce", "{{A}}", "{{A}}"), ("Spell", "{{A}}", "{{A}}")], notes=[("one", "bees")],
                     withheld=withheld, cards=(0, 1))  # fmt: skip
    with opened(browser, written(tmp_path, deck), locale="de") as watched:
        page = watched.page
        assert page.locator("#type option").all_inner_texts()[1:] == ["Ausdrücken · 1", "Spell · 1"]
        page.locator("#withheld summary").click()
        facts = page.locator("#withheld li")
        facts.nth(1).wait_for()
        assert facts.nth(0).locator(".reason").all_text_contents() == [  # of what is not drawn yet, too
            "Ein Text sieht beschädigt aus", "mid-sentence: begins in lower case",
        ]  # fmt: skip
        assert facts.nth(0).locator(".reason[lang=en]").count() == 1
        assert facts.nth(1).locator(".reason").count() == 1
        page.locator("#text").fill("beschädigt")
        assert facts.count() == 1


def test_withheld_facts_are_shown_with_both_texts_and_the_reason(browser: Browser, tmp_path: Path) -> None:
    deck = made_deck(templates=PLAIN, notes=[("one", "bees"), ("two", "bees")], withheld=WITHHELD)
    with opened(browser, written(tmp_path, deck)) as watched:
        page = watched.page
        summary, facts = page.locator("#withheld summary"), page.locator("#withheld li")
        assert (summary.inner_text(), facts.count()) == ("Withheld: 3", 0)
        summary.focus()
        page.keyboard.press("Enter")
        facts.nth(2).wait_for()
        assert facts.nth(0).locator("p").all_text_contents() == [  # of what is not drawn yet, too
            "a stinging insect", "חרק עוקץ", "length: far longer", "Definition · bees",
        ]  # fmt: skip
        assert facts.nth(0).locator("[lang=he]").evaluate("one => getComputedStyle(one).direction") == "rtl"
        assert facts.nth(1).locator("p").count() == 3
        assert not is_back(page)
        assert accessibility_faults(page) == []
        page.locator("#article").select_option(label="wax · 0")
        assert (summary.inner_text(), facts.count()) == ("Withheld: 1 / 3", 1)
        page.locator("#article").select_option(index=0)
        page.locator("#kind").select_option(label="Question and answer · 0")
        assert (summary.inner_text(), facts.count()) == ("Withheld: 2 / 3", 2)
        page.get_by_role("searchbox").fill("SLEEP partner")
        assert (summary.inner_text(), facts.count()) == ("Withheld: 1 / 3", 1)
        page.get_by_role("searchbox").fill("xyzzy")
        assert (summary.inner_text(), facts.count()) == ("Withheld: 0 / 3", 0)
        assert accessibility_faults(page) == []
        page.get_by_role("button", name="Show all").click()
        facts.nth(2).wait_for()
        assert summary.inner_text() == "Withheld: 3"
        assert watched.complaints == []


@pytest.mark.parametrize("width", [320, 1280])
def test_an_open_list_of_many_withheld_facts_leaves_the_cards_in_view(
    width: int, browser: Browser, tmp_path: Path
) -> None:
    many = [("bees", "faq", "w" * 300, "x" * 300, "no partner")] * 5000
    deck = made_deck(templates=PLAIN, notes=[("one", "bees")], withheld=many, unlisted=34)
    with opened(browser, written(tmp_path, deck), size=(width, 800)) as watched:
        page = watched.page
        if width == 320:
            page.get_by_role("button", name="Browse").click()
        page.get_by_text("Withheld: 5,000 / 5,034").click()
        page.locator("#withheld li").nth(4999).wait_for(state="attached")
        assert page.locator(".row").is_visible()
        assert page.locator("html").evaluate("root => [root.scrollWidth - root.clientWidth, root.scrollHeight]") == [
            0, 800,
        ]  # fmt: skip


@pytest.mark.parametrize(
    ("locale", "language", "direction", "answer", "kind"),
    [
        ("cs-CZ", "cs", "ltr", "Zobrazit odpověď", "Definice"),
        ("fa", "fa", "rtl", "نمایش پاسخ", "تعریف"),
        ("nb-NO", "no", "ltr", "Vis svar", "Definisjon"),
        ("ka", "en", "ltr", "Show answer", "Definition"),
    ],
)
def test_the_page_speaks_the_language_of_its_reader_or_english(
    locale: str, language: str, direction: str, answer: str, kind: str, browser: Browser, preview: Path
) -> None:
    with opened(browser, preview, locale=locale) as watched:
        page = watched.page
        root = page.locator("html")
        assert (root.get_attribute("lang"), root.get_attribute("dir")) == (language, direction)
        assert page.locator("#flip-label").inner_text() == answer
        assert kind in page.locator("#kind option").nth(1).inner_text()
        empty = "all => all.filter(one => !one.textContent.trim() && !one.matches('#unshown')).map(one => one.id)"
        assert page.locator("[data-word]").evaluate_all(empty) == []
        assert accessibility_faults(page) == []
        assert watched.complaints == []


@pytest.mark.parametrize("width", [320, 1280])
def test_in_a_language_from_the_right_nothing_scrolls_sideways_and_the_left_arrow_goes_on(
    width: int, browser: Browser, preview: Path
) -> None:
    with opened(browser, preview, size=(width, 800), locale="ar") as watched:
        page = watched.page
        assert page.locator("html").evaluate("root => root.scrollWidth <= root.clientWidth")
        before = page.evaluate("list.index")
        page.keyboard.press("ArrowLeft")
        assert page.evaluate("list.index") == before + 1
        page.keyboard.press("ArrowRight")
        assert page.evaluate("list.index") == before


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("locale", ["de", "hu", "ur", "th"])
def test_long_words_of_other_languages_fit(width: int, locale: str, browser: Browser, preview: Path) -> None:
    with opened(browser, preview, size=(width, 800), locale=locale) as watched:
        cut = "all => all.filter(one => one.scrollWidth > one.clientWidth + 1).map(one => one.textContent)"
        assert watched.page.locator("button:visible").evaluate_all(cut) == []
        assert watched.page.locator("html").evaluate("root => root.scrollWidth <= root.clientWidth")


def test_no_list_is_shown_where_nothing_is_withheld(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, written(tmp_path, made_deck(templates=PLAIN, notes=[("one", "bees")]))) as watched:
        assert not watched.page.locator("#withheld").is_visible()


def test_a_hint_opens_without_script(browser: Browser, tmp_path: Path) -> None:
    deck = made_deck(templates=[("One", "{{A}} {{hint:B}}", "{{A}}")], notes=[("question", "help")])
    with opened(browser, written(tmp_path, deck)) as watched:
        hint = card(watched.page).locator("div.hint")
        assert not hint.is_visible()
        card(watched.page).locator("a.hint").click()
        assert hint.inner_text() == "help"
        assert hint.is_visible()
        assert not is_back(watched.page)
        assert watched.complaints == []


@pytest.mark.parametrize(("typed", "answer", "mark"), [
    ("", "die Biene", ""), ("die Biene", "die Biene", "typeGood"), ("der Biene", "der Biene\n↓\ndie Biene", "typeBad"),
])  # fmt: skip
def test_an_answer_can_be_typed_and_is_compared(
    typed: str, answer: str, mark: str, browser: Browser, tmp_path: Path
) -> None:
    deck = made_deck(templates=[("One", "{{A}} {{type:B}}", "{{A}} {{type:B}}")], notes=[("bee", "die <b>Biene</b>")])
    with opened(browser, written(tmp_path, deck)) as watched:
        page = watched.page
        box = card(page).locator("input#typeans")
        box.fill(typed)
        box.press("Enter")
        assert card(page).locator("code#typeans").inner_text() == answer
        assert card(page).locator(f"#typeans .{mark}" if mark else "code#typeans").count() == 1
        assert watched.complaints == []


def test_images_of_the_package_are_shown_from_the_page_itself(browser: Browser, tmp_path: Path) -> None:
    name, other = image_name(png(7)), image_name(png(8))
    deck = made_deck(templates=PLAIN, notes=[(f'<img src="{name}"> <img src="{other}">', "x")])
    deck["images"] = {name: f"data:image/png;base64,{b64encode(png(7)).decode()}"}
    with opened(browser, written(tmp_path, deck)) as watched:
        widths = card(watched.page).locator("img").evaluate_all("all => all.map((one) => one.naturalWidth)")
        assert widths == [4, 0]


def test_a_cloze_note_has_a_card_for_each_number(browser: Browser, tmp_path: Path) -> None:
    deck = made_deck(
        templates=[("Gap", "{{cloze:A}}", "{{cloze:A}}")], notes=[("{{c1::one}} and {{c2::two}}", "x")], cloze=True,
        cards=(0, 1),
    )  # fmt: skip
    with opened(browser, written(tmp_path, deck)) as watched:
        page = watched.page
        assert card(page).locator("#qa").inner_text() == "[...] and two"
        page.keyboard.press("ArrowRight")
        assert card(page).locator("#qa").inner_text() == "one and [...]"
        assert card(page).locator("body").get_attribute("class") == "card card2"
        assert "Gap 2" in page.locator("#about").inner_text()


def test_style_in_a_template_is_applied_and_still_no_script_runs(browser: Browser, tmp_path: Path) -> None:
    front = (
        "<style>.a { color: rgb(1, 2, 3) }</style><p class=a style='margin: 7px'>{{A}}</p><script>top.hacked=1</script>"
    )
    deck = made_deck(templates=[("One", front, "{{A}}")], notes=[("x", "y")], stylesheet=".card { padding: 3px }")
    with opened(browser, written(tmp_path, deck)) as watched:
        styles = "one => [getComputedStyle(one).color, getComputedStyle(one).margin]"
        assert card(watched.page).locator("p").evaluate(styles) == ["rgb(1, 2, 3)", "7px"]
        assert card(watched.page).locator("body").evaluate("one => getComputedStyle(one).padding") == "3px"
        assert watched.page.evaluate("window.hacked") is None


def test_fifty_thousand_notes_are_listed_row_by_row(browser: Browser, tmp_path: Path) -> None:
    notes = [(f"note number {number}", f"article {number % 500}") for number in range(MANY)]
    deck = made_deck(templates=[("Ask", "{{A}}", "{{B}}"), ("Tell", "{{B}}", "{{A}}")], notes=notes, cards=(0, 1))
    with opened(browser, written(tmp_path, deck)) as watched:
        page = watched.page
        assert card_number(page) == 1
        assert page.locator(".row").count() < 60
        page.get_by_role("listbox").focus()
        page.keyboard.press("End")
        assert card_number(page) == 100_000
        assert page.locator(".row[aria-selected=true]").is_visible()
        assert page.locator(".row").count() < 60
        page.get_by_role("searchbox").fill("number 49999")
        assert page.locator("#count").inner_text() == "Cards: 2 / 100,000"
        assert watched.complaints == []
