"""Templates as an earlier build has rendered them: to compile and to run them takes a fifth of a small build."""

from __future__ import annotations

from flashgen.cache.shelf import Shelf
from flashgen.cache.store import Store
from flashgen.config.load import Config
from flashgen.config.template_engine import TooMuch
from flashgen.config.template_files import TemplateFiles

_TEXTS: Shelf[dict[str, str]] = Shelf("templates", dict[str, str])


def render_templates(config: Config, store: Store) -> None:
    """Load a configuration's note types with the texts that a store has of its templates, and keep those it lacks.

    Raises FlashgenError with every mistake in every template.
    """
    try:
        key = _TEXTS.key(TemplateFiles(config.templates).contents())
    except (OSError, ValueError, TooMuch):  # loading them tells what is wrong with it
        _ = config.note_types
        return
    config.rendered.update(_TEXTS.get(store, key) or {})
    known = len(config.rendered)
    _ = config.note_types
    if len(config.rendered) > known:
        _TEXTS.put(store, key, dict(config.rendered))
