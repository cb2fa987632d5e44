"""Images that stand in a text -> a sign in the text, with the file that it stands for.

A card can show an image only if its file travels with the deck, so only files of the corpus count, and of these only
those that may travel (`flashgen.media.image_files`). All others stay as they are written: nothing of them is read, and
a sentence that one stands in is withheld.
"""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from flashgen.corpus.faults import Fault, Unread
from flashgen.corpus.macros import parts_by_code
from flashgen.media.image_files import LARGEST_IMAGE, UnusableImage, image_name
from flashgen.record import replace
from flashgen.records.documents import IMAGE, Document, Inline, Style

_IMAGE = re.compile(
    r"!\[[^\[\]]*\]\(\s*<?(?P<url>[^()<>\s]+)>?(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)(?:\{[^{}\n]*\})?|(?P<tag><img\s[^<>]*>)"
)
_SOURCE = re.compile(r"\bsrc\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_SERVED = ("", "static", "public")
"""Folders of a site's repository whose files are served from its root."""


class Images:
    """The images of one document, as they are met."""

    def __init__(self, document: Document) -> None:
        path = Path(document.path)
        self._folder = path.parent
        depth = len(Path(document.name).parts)
        self._root = path.absolute().parents[depth - 1].resolve()
        self._known: dict[str, str] = {}
        """The name in the collection by address; empty for what may not travel."""
        self.files: dict[str, Path] = {}
        """Those that may travel, by name in the collection."""
        self.shown: set[int] = set()
        """The lines of the texts that show one."""
        self.faults: list[Fault] = []
        self.unread: list[Unread] = []

    def mark(self, source: str, line: int) -> tuple[str, tuple[str, ...]]:
        """A paragraph's Markdown with `IMAGE` for each image that may travel, and their names in the collection."""
        names: list[str] = []

        def marked(match: re.Match[str]) -> str:
            tag = _SOURCE.search(match["tag"]) if match["tag"] else None
            url = match["url"] or (next(filter(None, tag.groups()), "") if tag else "")
            name = self._name(url, line) if url else ""
            names.extend([name] * bool(name))
            return IMAGE if name else match[0]

        parts = parts_by_code(source.replace(IMAGE, ""))
        text = "".join(part if is_code else _IMAGE.sub(marked, part) for part, is_code in parts)
        return text, tuple(names)

    def _name(self, url: str, line: int) -> str:
        """What the image of an address is called in the collection; empty, and told, where it may not travel."""
        if url not in self._known:
            self._known[url] = ""
            if _ELSEWHERE.match(url):
                self.unread.append(Unread("image-not-found", line, url))
                return ""
            try:
                path, data = self._read(unquote(re.split(r"[?#]", url)[0]))
                self._known[url] = image_name(data)
                self.files[self._known[url]] = path
            except UnusableImage as fault:
                said = f"the image {url!r} {fault}: it does not travel, and a sentence that points at it is withheld"
                self.faults.append(Fault(said, line, is_repaired=False))
        return self._known[url]

    def _read(self, address: str) -> tuple[Path, bytes]:
        """The file of an address, with its contents. Raises UnusableImage."""
        why = "is not in the corpus"
        for candidate in self._candidates(address):
            try:
                path = candidate.resolve(strict=True)
                status = path.stat()
            except (OSError, RuntimeError, ValueError):
                continue
            if not path.is_relative_to(self._root):
                why = "leads out of the corpus"
            elif not stat.S_ISREG(status.st_mode):
                why = "is no regular file"
            elif status.st_size > LARGEST_IMAGE:
                raise UnusableImage(f"is larger than {LARGEST_IMAGE >> 20} MiB")
            else:
                try:
                    return path, path.read_bytes()
                except OSError as fault:
                    raise UnusableImage(f"cannot be read ({fault.strerror})") from None
        raise UnusableImage(why)

    def _candidates(self, address: str) -> Iterator[Path]:
        """Where the file of an address may be: beside the document, else below a folder that is served as the root."""
        if not address.startswith("/"):
            yield self._folder / address
        below = re.sub(r"^(?:\.{0,2}/)+", "", address)
        folder = self._folder.resolve()
        while folder.is_relative_to(self._root):
            yield from (folder / served / below for served in _SERVED)
            if folder == folder.parent:
                break
            folder = folder.parent


def with_images(text: Inline, names: tuple[str, ...]) -> Inline | None:
    """A text in which `IMAGE` stands for images of these names; None where it does not hold one for each."""
    places = [place for place, letter in enumerate(text.text) if letter == IMAGE]
    if len(places) != len(names):
        return None
    shown = (Style("image", place, place + 1, name) for place, name in zip(places, names, strict=True))
    styles = sorted((*text.styles, *shown), key=lambda style: (style.start, -style.end))
    return replace(text, styles=tuple(styles))
