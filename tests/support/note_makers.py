"""What turns facts into notes, as the bundled configuration says."""

from __future__ import annotations

from functools import cache

from flashgen.config.bundled import bundled
from flashgen.config.load import load_config
from flashgen.notes.note_maker import NoteMaker
from flashgen.pipeline.sources import note_settings, phrases_between


@cache
def note_maker(native: str = "en", target: str = "it") -> NoteMaker:
    """The maker of a language pair's notes."""
    config = load_config(bundled("config"))
    phrases = phrases_between(config, native, target)
    return NoteMaker(native, target, note_settings(config), config.load_note_types(), phrases)
