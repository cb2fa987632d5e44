"""Damaged and hostile documents through reading, pairing and note making: nothing may raise, hang or come alive.

Each case is two versions of an article, made from a seed and a number alone, so that a case that failed can be made
again: put together from pieces that parsers stumble over, or real documents that were cut, spliced and garbled.
"""

from __future__ import annotations

import random
import re
import signal
import time
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from flashgen.anki.field_text import is_harmless
from flashgen.config.bundled import bundled
from flashgen.config.load import Config, load_config
from flashgen.corpus.link_targets import LinkTargets
from flashgen.kinds import KINDS
from flashgen.language.identification import identify
from flashgen.notes.note_maker import NoteMaker
from flashgen.pairing.model import TranslationModels
from flashgen.pipeline.bitexts import Job, make_bitext
from flashgen.pipeline.sources import note_settings, phrases_between
from flashgen.pipeline.versions import ReadingSettings, ReadVersion, read_version
from flashgen.record import replace
from flashgen.records.documents import Document

PIECES = (
    "# T\n\n", "## What is it?\n", "## Cos'è?\n", "- ", "1. ", "> ", "**", "_", "`", "```\n", "~~~\n", "[a](b)", "![",
    "](", "<b>", "</b>", "<ruby>a<rt>b</rt></ruby>", "<table>\n", "<!--", "-->", "<![CDATA[", "<script>", "<Tabs>\n",
    "{{", "}}", "{{c1::", "{%", "{#x}", "[[", "]]", "\\(", "\\)", "$", "$$", "|", "| a | b |\n|---|---|\n", "---\n",
    "+++\n", ":::note\n", ":::\n", "> [!NOTE]\n", ": ", "term\n: what it is\n", "\n\n", "\t", "    ", "\u00a0",
    "\u202e", "\u200b", "\u2060", "\ufeff", "\x00", "\x1b[2J", "\x1f", "\x85", "\u2028", "\u0301", "\u0338", "兆",
    "9" * 40, "16万", "42 %", "2,000.50", "。", "é", "عربي", "[sound:x]", "[anki:tts lang=it]", "[latex]", "[$]",
    "[[type:Front]]", "&amp;amp;lt;", "&#x41;", "&#91;sound:x]", "&lt;script&gt;", "\\u003c", "\ue000", "title: x\n",
    "title: [\n", "keywords: {a: b}\n", "a word ", "A sentence that ends. ", "Una frase che finisce. ", "::", "^[",
    "[^1]: ",
)  # fmt: skip
"""What parsers stumble over, and some sense between it."""
LONGEST = 30
"""Seconds of processor time for one case; more counts as a hang."""
_MATH = re.compile(r"\\\(.*?\\\)")
_ALIVE = re.compile(
    r"\[sound:|\[anki:|\[latex\]|\[\$|\[\[type:|\\[(\[]|[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]", re.IGNORECASE
)


class Alive(Exception):
    """A field holds something that would act on a card."""


class Hanging(Exception):
    """A case took too long."""


@dataclass(slots=True)
class Tally:
    """What became of the cases."""

    documents: int = 0
    read: int = 0
    """Documents that were articles."""
    notes: int = 0
    failed: int = 0
    slowest: float = 0.0
    """Seconds of processor time of one case."""


Originals = Sequence[Sequence[bytes]]
"""Real documents; those of one article together."""


def texts_below(folders: Iterable[Path], most: int = 600) -> Originals:
    """The Markdown files of some folders, by their names: at most so many names, evenly chosen."""
    named: dict[str, list[bytes]] = {}
    for path in sorted(path for folder in folders for path in folder.rglob("*.md")):
        named.setdefault(path.name, []).append(path.read_bytes())
    return list(named.values())[:: max(1, len(named) // most)]


def make_case(number: int, seed: int, originals: Originals) -> tuple[bytes, bytes]:
    """Two versions of an article."""
    chance = random.Random(f"{seed}:{number}")
    if originals and chance.random() < 0.6:
        versions = chance.choice(originals)
        one, other = chance.choice(versions), chance.choice(versions)
        stranger = chance.choice(chance.choice(originals))
        return garbled(one, stranger, chance), garbled(other, stranger, chance)
    first = from_pieces(chance)
    return first, first if chance.random() < 0.5 else from_pieces(chance)


def from_pieces(chance: random.Random) -> bytes:
    """A document of up to 300 pieces, sometimes cut or with a byte of it changed."""
    front = chance.choice(("# T\n\n", "---\ntitle: T\n---\n\n", "+++\ntitle = 'T'\n+++\n\n", '{"title": "T"}\n\n', ""))
    data = bytearray("".join((front, *chance.choices(PIECES, k=chance.randint(1, 300)))).encode())
    if data and chance.random() < 0.1:
        data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data[: chance.randrange(len(data))] if data and chance.random() < 0.2 else data)


def garbled(text: bytes, other: bytes, chance: random.Random) -> bytes:
    """A real document after one to four accidents."""
    for _ in range(chance.randint(1, 4)):
        text = chance.choice(_ACCIDENTS)(text, other, chance)[:200_000]
    return text


def _cut(text: bytes, __: bytes, chance: random.Random) -> bytes:
    return text[: chance.randint(0, len(text))]


def _splice(text: bytes, other: bytes, chance: random.Random) -> bytes:
    return text[: chance.randint(0, len(text))] + other[chance.randint(0, len(other)) :]


def _flip(text: bytes, __: bytes, chance: random.Random) -> bytes:
    data = bytearray(text)
    for _ in range(chance.randint(1, 8)):
        if data:
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(data)


def _insert(text: bytes, __: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.randint(1, 8)):
        place = chance.randint(0, len(text))
        text = text[:place] + chance.choice(PIECES).encode() * chance.choice((1, 1, 2, 50)) + text[place:]
    return text


def _drop_lines(text: bytes, __: bytes, chance: random.Random) -> bytes:
    return b"".join(line for line in text.splitlines(keepends=True) if chance.random() < 0.9)


def _shuffle_lines(text: bytes, __: bytes, chance: random.Random) -> bytes:
    lines = text.splitlines(keepends=True)
    start = chance.randint(0, len(lines))
    some = lines[start : start + 12]
    chance.shuffle(some)
    return b"".join((*lines[:start], *some, *lines[start + 12 :]))


def _join_lines(text: bytes, __: bytes, chance: random.Random) -> bytes:
    return text.replace(b"\n", chance.choice((b" ", b"\r", b"\r\n", b"", "\u2028".encode())), chance.randint(1, 40))


def _repeat(text: bytes, __: bytes, chance: random.Random) -> bytes:
    start = chance.randint(0, len(text))
    return text[:start] + text[start : start + chance.randint(1, 200)] * chance.choice((2, 10, 200)) + text[start:]


def _recode(text: bytes, __: bytes, chance: random.Random) -> bytes:
    decoded = text.decode("utf-8", "replace")
    return decoded.encode(chance.choice(("utf-16", "latin-1", "utf-8-sig", "cp1251", "utf-16-le")), "replace")


_ACCIDENTS: tuple[Callable[[bytes, bytes, random.Random], bytes], ...] = (
    _cut, _splice, _flip, _insert, _insert, _drop_lines, _shuffle_lines, _join_lines, _repeat, _recode
)  # fmt: skip


class Trial:
    """Takes cases through the stages of a build, in memory."""

    def __init__(self) -> None:
        config = load_config(bundled("config"))
        self._makers = [_maker(config, mathjax, cloze) for mathjax in (False, True) for cloze in (False, True)]
        self.tally = Tally()

    def run(self, numbers: range, seed: int, originals: Originals) -> Iterator[str]:
        """Try the cases; yields what is to be said of each that failed."""
        for number in numbers:
            versions = make_case(number, seed, originals)
            begun = time.process_time()
            signal.signal(signal.SIGVTALRM, _stop)
            signal.setitimer(signal.ITIMER_VIRTUAL, LONGEST)
            try:
                self.try_versions(*versions, number)
            except Exception:
                self.tally.failed += 1
                yield f"case {number} of seed {seed}:\n{traceback.format_exc()}"
            finally:
                signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            self.tally.documents += len(versions)
            self.tally.slowest = max(self.tally.slowest, time.process_time() - begun)

    def try_versions(self, native: bytes, target: bytes, number: int = 0) -> None:
        """Take two versions through the stages; the number chooses how formulas and highlights are written.

        Raises Alive for a field that would act.
        """
        maker = self._makers[number % len(self._makers)]
        documents = {
            Document(f"{side}/a.md", f"{side}/a.md", "a", identify(data.decode("utf-8", "replace")) or "en"): data
            for side, data in (("native", native), ("target", target))
        }

        native_one, target_one = documents

        def read(document: Document) -> ReadVersion:
            found = read_version(document, documents[document], ReadingSettings(), LinkTargets().resolve)
            self.tally.read += found[0] is not None
            return found

        bitext = make_bitext(
            Job("a", native_one, target_one, tuple(KINDS), needed=0.02), TranslationModels(), read
        ).bitext
        for note in maker.notes(bitext) if bitext else ():
            self.tally.notes += 1
            for field in note.fields.values:
                plain = _MATH.sub("", field) if maker.settings.mathjax else field
                if _ALIVE.search(plain) or not is_harmless(field):
                    raise Alive(field)


def _stop(_: int, __: FrameType | None) -> None:
    raise Hanging


def _maker(config: Config, mathjax: bool, cloze: bool) -> NoteMaker:
    settings = replace(note_settings(config), mathjax=mathjax)
    types = {
        kind: replace(one, cloze=True, cards=one.cards[:1]) if cloze and kind == "highlight" else one
        for kind, one in config.load_note_types().items()
    }
    return NoteMaker("en", "it", settings, types, phrases_between(config, "en", "it"))
