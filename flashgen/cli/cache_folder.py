"""Where what was read of documents is kept: in the user's cache folder, or on the disk as long as a build takes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from flashgen.cli.terminal import print_problems
from flashgen.errors import warning

if TYPE_CHECKING:
    from flashgen.cache.store import Store
    from flashgen.config.load import Config
    from flashgen.pipeline.sources import Sources

VARIABLE = "FLASHGEN_CACHE"
"""Names another folder in the environment."""


def cache_folder() -> Path:
    """The folder of the cache: what the environment names, else where the system keeps what may be lost."""
    if given := os.environ.get(VARIABLE):
        return Path(given)
    from platformdirs import user_cache_path

    return user_cache_path("flashgen", appauthor=False)


@contextmanager
def open_sources(
    folders: tuple[Path, ...], config: Config, *, use_cache: bool = True, makes_cards: bool = True, quiet: bool = False
) -> Iterator[Sources]:
    """A corpus. What is read of it is kept in the cache, or as long as the sources are in use.

    Raises FlashgenError for what is wrong with the folders; where cards are made, first for mistakes in templates.
    """
    from flashgen.pipeline.kept_templates import render_templates
    from flashgen.pipeline.sources import read_sources

    with _cache(quiet=quiet) if use_cache else _temporary_store() as store:
        note_types = render_templates(config, store) if makes_cards else {}
        sources = read_sources(folders, config, store, note_types)
        try:
            yield sources
        finally:
            sources.index.close()


@contextmanager
def _cache(*, quiet: bool) -> Iterator[Store]:
    """The cache; at the end, one warning if it could not be used, which changes nothing but the time it takes."""
    from flashgen.cache.store import Store
    from flashgen.language.identification import model_kept_by
    from flashgen.pipeline.kept_identification import KeptModel

    store = Store(cache_folder())
    try:
        with model_kept_by(KeptModel(store)):
            yield store
    finally:
        store.close()
        if store.fault and not quiet:
            message = (
                f"the cache in {store.folder} cannot be used ({store.fault}), so that documents were read anew: "
                "`flashgen cache --clear` begins another, --no-cache does without"
            )
            print_problems([warning(message)])


@contextmanager
def _temporary_store() -> Iterator[Store]:
    from flashgen.cache.store import Store
    from flashgen.scratch_folder import scratch_folder

    with scratch_folder() as folder:
        store = Store(folder)
        try:
            yield store
        finally:
            store.close()
