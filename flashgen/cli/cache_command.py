"""The command that shows and clears what is kept of documents from one build to the next."""

from __future__ import annotations

import click

from flashgen.cli.cache_folder import cache_folder
from flashgen.cli.output import print_text
from flashgen.errors import FlashgenError


@click.command()
@click.option("--path", "only_path", is_flag=True, help="Print its folder alone.")
@click.option("--clear", is_flag=True, help="Remove all that is kept.")
def cache(only_path: bool, clear: bool) -> None:
    """Show where what was read of documents is kept, and how much it is.

    It only saves time: a build without it gives the same package. The environment variable FLASHGEN_CACHE names another
    folder.
    """
    from flashgen.cache.store import Store

    store = Store(cache_folder())
    if only_path:
        print_text(store.folder)
        return
    try:
        size = store.clear() if clear else store.size
    except OSError as fault:
        raise FlashgenError(f"{store.folder} cannot be cleared ({fault.strerror or fault})") from None
    print_text(f"{store.folder}: {size / 1e6:,.1f} MB{' removed' if clear else ''}")
