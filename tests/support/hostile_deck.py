"""A deck of hostile texts, and what of it would act: in Anki's rendered cards, in a browser, in fields and exports."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from playwright.sync_api import Browser

from flashgen.anki.package_reader import read_edition
from flashgen.config.load import load_config
from flashgen.exports.write import export_package
from flashgen.pipeline.build import Surroundings, build
from flashgen.pipeline.destination import Destination
from flashgen.pipeline.jobs import Request
from flashgen.pipeline.report import Report
from tests.anki.test_import import Reader
from tests.support.anki_collection import AnkiCard, AnkiCollection
from tests.support.chromium import opened

ALIVE = re.compile(r"\[sound:|\[anki:|\[latex\]|\[\$|\[\[type:|\\\(|\\\[|\{\{|\}\}", re.IGNORECASE)
MATHJAX = re.compile(r"\\\([^<>]*?\\\)|\\\[[^<>]*?\\\]")
ELEMENTS = frozenset(
    (
        "style",
        "div",
        "span",
        "b",
        "i",
        "code",
        "br",
        "hr",
        "details",
        "summary",
        "sup",
        "sub",
        "ruby",
        "rt",
        "a",
        "ul",
        "li",
    )
)
ATTRIBUTES = frozenset(("class", "lang", "dir", "id", "href", "data-cloze", "data-ordinal"))
TEMPLATE_TEXT = re.compile(r"\[\[type:\w+\]\]")
"""What Anki itself puts where an answer is typed."""
SETTINGS = """\
suspects: keep
confidence: 0.5
deck: "flashgen {native}→{target}::{topic}"
tags: ["flashgen::kind::{kind}", "topic::{keyword}", "title::{front.title}"]
source_url: "https://example.org/{language}/{article}/{title}"
edit_url: "https://example.org/edit/{path}#L{line}"
report_url: "https://example.org/new?title={title}&body={text}&key={front.description}"
rules: {template: false}
kinds: {sentence: true}
"""
PROMPT = "{title}? <script>go()</script> <img src=x onerror=go()> [sound:x.mp3] \\(x\\) </div> &lt;b&gt;"
"""What a configuration may ask by, if whoever wrote it means harm."""
CLOZES = "note_types:\n" + "".join(
    f"  - {{kind: {kind}, cloze: true}}\n" for kind in ("highlight", "statistic", "definition", "sentence")
)
AT_ONCE = 500
"""Sides that a browser is given in one message: it has room for so many, each with its style."""
PREPARE = """() => {
  window.went = 0;
  window.go = () => { window.went += 1; };
  window.alert = window.go;
}"""
WATCH = """sides => {
  const box = document.querySelector("#qa"), found = [];
  for (const html of sides) {
    box.innerHTML = html;
    for (const details of box.querySelectorAll("details")) details.open = true;
    for (const script of box.querySelectorAll("script")) {
      const again = document.createElement("script");
      again.textContent = script.textContent;
      script.replaceWith(again);
    }
    for (const one of box.querySelectorAll("*")) {
      if (one.closest("svg, math")) found.push(one.outerHTML);
      for (const {name} of one.attributes) if (name.startsWith("on") || name === "style") found.push(one.outerHTML);
      if (one.href && !/^https:[/][/]example[.]org[/]/.test(one.href)) found.push(one.outerHTML);
      one.dispatchEvent(new MouseEvent("mouseover"));
    }
  }
  return found.slice(0, 5);
}"""
"""Shows each side as Anki's reviewer does, and tells what could run; `went` counts what did."""


@dataclass(frozen=True, slots=True)
class Deck:
    """A package and where it was built."""

    package: Path
    report: Report


def build_hostile(folder: Path, corpus: Path, *, mathjax: bool, cloze: bool) -> Deck:
    """Build Italian to English over a corpus, with everything that lets text through."""
    (folder / "flashgen.yaml").write_text(SETTINGS + f"math: {'mathjax' if mathjax else 'text'}\n", encoding="utf-8")
    (folder / "languages").mkdir(exist_ok=True)
    for language in ("en", "it"):
        prompts = {"prompts": dict.fromkeys(("definition", "highlight", "callout", "purpose"), PROMPT), "more": PROMPT}
        (folder / "languages" / f"{language}.yaml").write_text(json.dumps(prompts), encoding="utf-8")
    if cloze:
        (folder / "card_types.yaml").write_text(CLOZES, encoding="utf-8")
    config = load_config(folder / "flashgen.yaml")
    package = folder / "deck.apkg"
    return Deck(package, build(Request("it", "en", (corpus,), jobs=1), config, Destination(package), Surroundings()))


def faults_of_cards(cards: Iterable[AnkiCard]) -> Iterator[str]:
    """What of the cards that Anki rendered would act, or is no element that flashgen writes."""
    for card in cards:
        if card.sounds:
            yield f"sound: {card.back}"
        for side in (card.front, card.back):
            shown = side.split("</style>")[-1]
            if found := ALIVE.search(TEMPLATE_TEXT.sub("", MATHJAX.sub("", shown))):
                yield f"{found[0]}: {shown}"
            for tag, attributes in Reader(side).elements:
                if tag not in ELEMENTS or not attributes.keys() <= ATTRIBUTES:
                    yield f"<{tag} {attributes}>: {shown}"


def faults_of_fields(collection: AnkiCollection) -> Iterator[str]:
    """Fields that a browser would write otherwise, or that Anki cannot keep."""
    for note in collection.notes():
        for name, value in note.fields.items():
            if Reader(value).written != value:
                yield f"{name} is written anew: {value}"


def faults_in_browser(browser: Browser, folder: Path, cards: Iterable[AnkiCard]) -> Iterator[str]:
    """What ran, loaded or could run when Chromium showed the sides of cards."""
    page = folder / "cards.html"
    page.write_text("<!doctype html><meta charset=utf-8><body class=card><div id=qa></div>", encoding="utf-8")
    sides = [side for card in cards for side in (card.front, card.back)]
    with opened(browser, page) as watched:
        before = len(watched.requests)
        watched.page.evaluate(PREPARE)
        for start in range(0, len(sides), AT_ONCE):
            yield from watched.page.evaluate(WATCH, sides[start : start + AT_ONCE])
        watched.page.wait_for_timeout(200)
        if went := watched.page.evaluate("() => window.went"):
            yield f"{went} times something ran"
        yield from (f"asked for {address}" for address in watched.requests[before:])


def faults_of_exports(folder: Path, package: Path, collection: AnkiCollection) -> Iterator[str]:
    """What other programs could not read, or would calculate, of a package's exports."""
    for ending in ("tsv", "csv", "jsonl", "tmx", "tbx"):
        export_package(package, folder / f"deck.{ending}")
    count = len(read_edition(package).notes)
    with (folder / "deck.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.reader(stream, strict=True))
    if len(rows) != count + 1:
        yield f"{len(rows)} rows in the CSV for {count} notes"
    yield from (f"a formula: {cell}" for row in rows for cell in row if re.match(r"[=@\t\r]|[+-](?!\d)", cell))
    lines = (folder / "deck.jsonl").read_text(encoding="utf-8").split("\n")
    if sum(1 for line in lines if line and json.loads(line)) < count:
        yield "lines are missing in the JSONL"
    for ending in ("tmx", "tbx"):
        ElementTree.parse(folder / f"deck.{ending}")
    outcome = collection.import_text(folder / "deck.tsv")
    if set(outcome) - {"updated", "duplicate"}:
        yield f"the TSV over the package: {outcome}"
