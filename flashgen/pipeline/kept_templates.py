"""Templates as an earlier build has rendered them: to compile and to run them takes a fifth of a small build."""

from __future__ import annotations

from collections.abc import Mapping

from flashgen.anki.note_types import NoteType
from flashgen.cache.shelf import Shelf
from flashgen.cache.store import Store
from flashgen.config.load import Config
from flashgen.config.template_engine import TooMuch
from flashgen.config.template_files import TemplateFiles

_TEXTS: Shelf[dict[str, str]] = Shelf("templates", dict[str, str])


def render_templates(config: Config, store: Store) -> Mapping[str, NoteType]:
    """A configuration's note types, made of the texts that a store has of its templates; it keeps those that it lacked.

    Raises FlashgenError with every mistake in every template.
    """
    try:
        key = _TEXTS.key(TemplateFiles(config.templates).contents())
    except (OSError, ValueError, TooMuch):  # loading them tells what is wrong with it
        return config.load_note_types()
    texts = dict(_TEXTS.get(store, key) or {})
    known = len(texts)
    note_types = config.load_note_types(texts)
    if len(texts) > known:
        _TEXTS.put(store, key, texts)
    return note_types
