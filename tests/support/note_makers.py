"""What turns facts into notes, as the bundled configuration says."""

from __future__ import annotations

from functools import cache

from flashgen.config.bundled import bundled
from flashgen.config.load import Config, load_config
from flashgen.notes.note_maker import NoteMaker
from flashgen.notes.settings import NoteSettings, Phrases
from flashgen.records import SideName


@cache
def note_maker(native: str = "en", target: str = "it") -> NoteMaker:
    """The maker of a language pair's notes."""
    config = load_config(bundled("config"))
    note_types = config.note_types
    settings = NoteSettings(config.settings.deck, tuple(config.settings.tags))
    phrases: dict[SideName, Phrases] = {"native": _phrases(config, native), "target": _phrases(config, target)}
    return NoteMaker(native, target, settings, note_types, phrases)


def _phrases(config: Config, language: str) -> Phrases:
    phrases = config.phrases_for(language)
    return Phrases(
        {str(kind): prompt for kind, prompt in phrases.prompts.items()},
        {str(kind): label for kind, label in phrases.labels.items()},
        phrases.tasks,
    )
