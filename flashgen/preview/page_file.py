"""Pages as files: made from the assets, recognised by a mark, and replacing nothing but a page of ours."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from html import escape
from pathlib import Path

from flashgen.atomic_file import atomic_write, beginning, fingerprint
from flashgen.errors import FlashgenError
from flashgen.language.tags import direction_of

GENERATOR = '<meta name="generator" content="flashgen preview">'
"""By this a page is recognised, so that nothing else is ever overwritten."""
_ASSETS = Path(__file__).resolve().parent / "assets"
_MARK_WITHIN = 1000
"""How many bytes of a file are searched for the mark."""
_SLOT = re.compile(r"%%(\w+)%%")


def asset(name: str) -> str:
    """The text of a file that pages are made of."""
    return (_ASSETS / name).read_text(encoding="utf-8")


def fill(name: str, parts: Mapping[str, str]) -> str:
    """A page with its `%%slots%%` filled."""
    return _SLOT.sub(lambda slot: parts[slot[1]], asset(name))


def in_language(tag: str) -> str:
    """The attributes of an element whose text is in a language."""
    return f' lang="{escape(tag)}" dir="{direction_of(tag)}"'


def source_of(text: str) -> str:
    """The hash by which a policy names a script or style sheet as a browser reads it, with one kind of line end."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def write_page(path: Path, page: str) -> None:
    """Write a page. Raises FlashgenError where it would replace something else."""
    before = fingerprint(path)
    if before and GENERATOR.encode() not in beginning(path, _MARK_WITHIN):
        raise FlashgenError(
            f"{path} is no preview of flashgen's, so it was left as it is; name another file", usage=True
        )
    with atomic_write(path, before) as stream:
        stream.write(page.encode("utf-8", "backslashreplace"))
