"""What is read of files to tell which article each is, and in which language: of most of them only their beginning.

Of a file nothing else is ever asked, and of a folder nothing but what `walk` tells. So whoever knows what a walk told,
and what these questions were answered, knows all that a corpus depends on.
"""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from pathlib import Path

from flashgen.corpus.article import read_text
from flashgen.corpus.catalog_file import Catalog, read_catalog
from flashgen.corpus.front_matter import front_texts, split_matter
from flashgen.corpus.naming import ARTICLE_KEYS
from flashgen.corpus.walking import Walked, walk
from flashgen.errors import FlashgenError, suggest_path
from flashgen.language.tags import tag_in_path
from flashgen.records.documents import Document

SUFFIXES = (".md", ".markdown", ".mdx", ".qmd", ".rmd", ".txt")
"""Of documents; in lower case."""
_CATALOG = ".po"
SURE = "sure"
"""Under this stands which key named the language, if it was no other than those of people."""
_LANGUAGE_KEYS = ("lang", "language", "locale", "ms.contentlocale")
_OF_CODE = "language"
"""This one may name a language of programs, too."""
_HEAD_BYTES = 4096


def is_catalog(name: str) -> bool:
    """Whether a path is that of a gettext catalogue, by its ending."""
    return name.lower().endswith(_CATALOG)


class Looks:
    """Looks at a corpus's folders and files."""

    def walk(self, folder: Path) -> Walked:
        """The documents and catalogues below a corpus folder. Raises FlashgenError where there is no such folder."""
        if not folder.exists():
            raise FlashgenError(f"the corpus folder {folder} does not exist{suggest_path(folder)}", usage=True)
        if not folder.is_dir():
            raise FlashgenError(f"the corpus {folder} is a file; name the folder that holds it", usage=True)
        return walk(folder, (*SUFFIXES, _CATALOG))

    def front(self, path: str) -> Mapping[str, str]:
        """What front matter says on language (`lang`, as a normal tag) and article, as far as the beginning holds it.

        Under `SURE` stands the key that named the language, unless it may have named one of programs.
        """
        values = front_texts(self.head(path), (*_LANGUAGE_KEYS, *ARTICLE_KEYS))
        key = next((key for key in _LANGUAGE_KEYS if values.get(key)), "")
        tag = tag_in_path(values[key]) if key else None
        named = {key: values[key] for key in ARTICLE_KEYS if values.get(key)}
        sure = {} if key == _OF_CODE else {SURE: key}
        return named | ({"lang": tag, **sure} if tag else {})

    def head(self, path: str) -> str:
        """The beginning of a file, its lines ended alike; empty where it cannot be read."""
        try:
            with Path(path).open("rb") as stream:
                data = stream.read(_HEAD_BYTES)
            marked = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
            text = data.decode("utf-16" if marked else "utf-8-sig", "replace")
            return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
        except OSError:
            return ""

    def sample(self, path: str) -> str:
        """The text that a file begins with, front matter apart."""
        return split_matter(self.head(path)).body

    def text(self, document: Document) -> str:
        """The whole text of a document that only its text can place; empty where there is none."""
        return read_text(document)[0] or ""

    def catalog(self, path: str) -> Catalog:
        """What a catalogue holds. Raises UnreadableCatalog."""
        return read_catalog(path)
