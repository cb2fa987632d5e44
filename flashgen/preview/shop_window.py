"""Several packages -> a folder that any web server can hand out: a preview page for each deck, and an index.

The index says of each deck what it says of itself, and leads to its cards and to its package. It has no script, and
asks for nothing from anywhere else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from urllib.parse import quote

from flashgen.anki.about import about_html
from flashgen.anki.package_reader import Edition, read_edition
from flashgen.atomic_file import atomic_write, fingerprint
from flashgen.errors import FlashgenError, counted
from flashgen.language.tags import direction_of, english_name, own_name
from flashgen.preview.page_file import GENERATOR, asset, fill, source_of, write_page
from flashgen.preview.write import page_path, write_deck_page

INDEX = "index.html"
_ARROW = '<span aria-hidden="true">→</span><span class="unseen">to</span>'
_KIB, _MIB = 1024, 1024 * 1024


def write_shop_window(packages: Sequence[Path], folder: Path | None = None, *, public: bool = False) -> Path:
    """Write the preview of each package and an index of them, and return the index.

    They go into `folder`, and with them copies of packages that lie elsewhere; without one, into the folder of the
    first package. With `public`, pages leave out what was withheld and what is in the package no more.

    Raises FlashgenError for a package that cannot be read, for two of one name, and where something else would be
    replaced.
    """
    _check_names(packages)
    where = folder or packages[0].parent
    index = where / INDEX
    if folder and folder.exists() and not folder.is_dir():
        raise FlashgenError(f"{folder} is a file; name a folder for the pages of several packages", usage=True)
    items = []
    for package in packages:
        edition = read_edition(package, to_build_upon=False)
        page = page_path(package, where / f"{package.stem}.html")
        write_deck_page(page, edition, package, public=public)
        items.append(_item(edition, page, _copy(package, where)))
    style = asset("base.css") + asset("index.css")
    parts = {
        "mark": GENERATOR,
        "policy": escape(f"default-src 'none'; style-src {source_of(style)}; base-uri 'none'; form-action 'none'"),
        "style": style,
        "count": counted(len(packages), "deck"),
        "decks": "\n".join(items),
    }
    write_page(index, fill("index.html", parts))
    return index


def _check_names(packages: Sequence[Path]) -> None:
    """Each package has a page of its own, and none is the index."""
    names = Counter(package.stem.casefold() for package in packages)
    names[Path(INDEX).stem] += 1
    for package in packages:
        if names[package.stem.casefold()] > 1:
            raise FlashgenError(
                f"{package}: another page is called {package.stem}.html, too; nothing was written: give each package "
                "a name of its own",
                usage=True,
            )


def _copy(package: Path, folder: Path) -> Path:
    """The package inside the folder: itself, or a copy that replaces nothing but an earlier package."""
    path = folder / package.name
    if path.exists() and path.samefile(package):
        return path
    before = fingerprint(path)
    if before:
        read_edition(path, to_build_upon=False)  # whatever is no package of flashgen's is kept
    with atomic_write(path, before) as stream:
        stream.write(package.read_bytes())
    return path


def _item(edition: Edition, page: Path, package: Path) -> str:
    """What the index says of one deck."""
    native, target = edition.pair
    about = f"<p>{about_html(edition.about)}</p>" if edition.about else ""
    cards = sum(len(note.cards) for note in edition.notes.values())
    return "\n".join(
        (
            "<li>",
            f"<h2>{_name(native)} {_ARROW} {_name(target)}</h2>",
            f'<p class="names">{" → ".join(_names(native, target))}</p>',
            about,
            f"<p>{counted(cards, 'card')} of {counted(len(edition.notes), 'note')}</p>",
            f'<p class="actions"><a href="{_link(page)}">Look at the cards</a>',
            f'<a href="{_link(package)}" download>Download for Anki ({_size(package)})</a></p>',
            "</li>",
        )
    )


def _names(*tags: str) -> Iterator[str]:
    """What the languages call themselves."""
    for tag in tags:
        yield f'<bdi lang="{escape(tag)}" dir="{direction_of(tag)}">{escape(own_name(tag))}</bdi>'


def _name(tag: str) -> str:
    return escape(english_name(tag))


def _link(path: Path) -> str:
    return escape(quote(path.name))


def _size(path: Path) -> str:
    size = path.stat().st_size
    return f"{size / _MIB:.1f} MB" if size >= _MIB else f"{-(-size // _KIB)} kB"
