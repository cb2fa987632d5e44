"""Several packages -> a folder that any web server can hand out: a preview page for each deck, and an index.

The index says of each deck what it says of itself, and leads to its cards and to its package, in the language of those
who learn with it. It has no script, and asks for nothing from anywhere else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from pathlib import Path
from urllib.parse import quote

from flashgen.anki.about import about_html
from flashgen.anki.package_reader import Edition, read_edition
from flashgen.atomic_file import atomic_write, fingerprint
from flashgen.config.interface_words import words_for
from flashgen.errors import FlashgenError
from flashgen.language.tags import name_in, own_name
from flashgen.preview.page_file import GENERATOR, asset, fill, in_language, source_of, write_page
from flashgen.preview.write import page_path, write_deck_page

INDEX = "index.html"
_ARROW = '<span class="arrow">→</span>'
_SEVERAL = "mul"
"""The tag of a page in several languages."""
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
    items, natives = [], []
    for package in packages:
        edition = read_edition(package, to_build_upon=False)
        page = page_path(package, where / f"{package.stem}.html")
        write_deck_page(page, edition, package, public=public)
        items.append(_item(edition, page, _copy(package, where)))
        natives.append(edition.pair[0])
    style = asset("base.css") + asset("index.css")
    parts = {
        "mark": GENERATOR,
        "policy": escape(f"default-src 'none'; style-src {source_of(style)}; base-uri 'none'; form-action 'none'"),
        "style": style,
        **_hints(natives),
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


def _hints(natives: Iterable[str]) -> dict[str, str]:
    """How a deck is imported, once in each of the languages that learners know, and the language of the page."""
    languages = dict(map(words_for, natives))
    hints = [f"  <p{in_language(tag)}>{escape(words['import_hint'])}</p>" for tag, words in languages.items()]
    return {
        "language": in_language(next(iter(languages)) if len(languages) == 1 else _SEVERAL),
        "hints": "\n".join(hints),
    }


def _item(edition: Edition, page: Path, package: Path) -> str:
    """What the index says of one deck, to those who learn with it."""
    native, target = edition.pair
    language, words = words_for(native)
    about = f"<p>{about_html(edition.about)}</p>" if edition.about else ""
    cards = sum(len(note.cards) for note in edition.notes.values())
    counts = {"cards": cards, "notes": len(edition.notes)}
    return "\n".join(
        (
            f"<li{in_language(language)}>",
            f"<h2>{escape(name_in(native, language))} {_ARROW} {escape(name_in(target, language))}</h2>",
            f'<p class="names">{" → ".join(_names(native, target))}</p>',
            about,
            f"<p>{' · '.join(f'{escape(words[name])}: {count}' for name, count in counts.items())}</p>",
            f'<p class="actions"><a href="{_link(page)}">{escape(words["browse"])}</a>',
            f'<a href="{_link(package)}" download>Anki ⤓ <bdi>{escape(package.name)}</bdi> ({_size(package)})</a></p>',
            "</li>",
        )
    )


def _names(*tags: str) -> Iterator[str]:
    """What the languages call themselves."""
    for tag in tags:
        yield f"<bdi{in_language(tag)}>{escape(own_name(tag))}</bdi>"


def _link(path: Path) -> str:
    return escape(quote(path.name, errors="surrogateescape"))


def _size(path: Path) -> str:
    size = path.stat().st_size
    return f"{size / _MIB:.1f} MB" if size >= _MIB else f"{-(-size // _KIB)} kB"
