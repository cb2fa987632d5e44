"""The images of a package: which ones its notes show, what the package holds, and where a build takes them from."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from flashgen.anki.field_text import image_names
from flashgen.errors import FlashgenError
from flashgen.media.image_files import IMAGE_NAME, LARGEST_IMAGE, UnusableImage, image_name
from flashgen.record import Record

MEMBER = "media"
"""Anki's list of the files of a package: by the name of the member, the name in the collection."""
LARGEST_TOTAL = 256 << 20
"""Bytes of all images of a package."""


class PublishedImage(Record):
    """An image in a package."""

    name: str
    """In a learner's collection."""
    member: str
    """In the package."""
    size: int
    """In bytes."""


def images_in(fields: Iterable[str]) -> dict[str, None]:
    """The names of the images that fields show, in their order."""
    return {name: None for field in fields for name in image_names(field)}


def list_images(package: zipfile.ZipFile) -> tuple[PublishedImage, ...]:
    """The images that a package holds. Raises ValueError or KeyError for a list that is none."""
    if MEMBER not in package.namelist():
        return ()
    listed = json.loads(package.read(MEMBER))
    return tuple(
        PublishedImage(name, member, package.getinfo(member).file_size)
        for member, name in listed.items()
        if isinstance(name, str) and re.fullmatch(IMAGE_NAME, name)
    )


class ImageSources(Record):
    """Where the images of a build are: files of the corpus, else the last package."""

    files: Mapping[str, Path]
    """By name."""
    published: Mapping[str, PublishedImage]
    """Those of the last package, by name."""
    package: Path | None = None
    """The last package."""

    @property
    def is_empty(self) -> bool:
        """Whether there are none, as in a deck of texts."""
        return not self.files and not self.published

    def read(self, name: str) -> bytes | None:
        """The contents of an image; None where there is none that may travel.

        Raises FlashgenError for a file that changed after the document that shows it was read.
        """
        if path := self.files.get(name):
            try:
                data = path.read_bytes() if path.stat().st_size <= LARGEST_IMAGE else b""
            except OSError as fault:
                raise FlashgenError(f"the image {path} cannot be read any more ({fault.strerror})") from None
            if _name_of(data) != name:
                raise FlashgenError(f"the image {path} was changed while the deck was built; build it again")
            return data
        known = self.published.get(name)
        if known is None or self.package is None or known.size > LARGEST_IMAGE:
            return None
        with zipfile.ZipFile(self.package) as package:
            data = package.read(known.member)
        return data if _name_of(data) == name else None


NO_IMAGES = ImageSources({}, {})
"""Those of a deck of texts."""


def _name_of(data: bytes) -> str:
    try:
        return image_name(data)
    except UnusableImage:
        return ""
