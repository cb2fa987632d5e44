"""What the configuration says to the makers of notes. Plain values."""

from __future__ import annotations

from collections.abc import Mapping

from flashgen.kinds import Task
from flashgen.notes.links import LinkPatterns
from flashgen.record import Record, field


class NoteSettings(Record):
    """How notes are filed."""

    deck: str
    """The pattern of deck names."""
    tags: tuple[str, ...]
    """The patterns of tags."""
    tags_suspects: bool = False
    """Whether a suspect fact that makes a note gets a tag for each rule that it breaks."""
    mathjax: bool = False
    """Whether formulas are drawn by MathJax, or are plain text."""
    rests: tuple[str, ...] = ()
    """The kinds whose cards show what an answer that was cut goes on with."""
    links: LinkPatterns = LinkPatterns()
    """The addresses on cards."""


class Phrases(Record):
    """What flashgen itself says on cards, in one language."""

    prompts: Mapping[str, str] = field(default_factory=dict)
    """By kind: the question for a fact whose article asks none, with `{title}` in it."""
    labels: Mapping[str, str] = field(default_factory=dict)
    """By kind: its name."""
    tasks: Mapping[Task, str] = field(default_factory=dict)
    """How a card asks for each task."""
    more: str = ""
    """What opens the rest of a text."""

    def ask(self, kind: str, title: str) -> str:
        """The question of a kind's prompt; the title alone in a language without it."""
        return self.prompts.get(kind, "{title}").replace("{title}", title)
