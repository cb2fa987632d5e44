"""Which files may travel in a package as images: of a known form, not too large, and unable to act or to reach out.

A browser shows an SVG file of an `<img>` without scripts and without loading anything; a learner may open the file by
itself all the same, so that one is taken only if nothing in it could act: its elements are on a list, and it refers to
nothing but its own parts.
"""

from __future__ import annotations

import re
from hashlib import sha256
from typing import Any
from xml.etree.ElementTree import ParseError, XMLPullParser

LARGEST_IMAGE = 2 << 20
"""Bytes of an image at most: learners sync every one of them to their phones."""
IMAGE_NAME = r"flashgen-[0-9a-f]{32}\.(?:png|jpg|gif|webp|svg)"
"""What images are called in a learner's collection: by their contents, so that no two of one name differ."""
_FORMS = ((b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpg"), (b"GIF87a", "gif"), (b"GIF89a", "gif"))
_SVG = "http://www.w3.org/2000/svg"
_XHTML = "http://www.w3.org/1999/xhtml"
_DRAWING = frozenset(
    {
        *("svg", "g", "defs", "symbol", "use", "title", "desc", "metadata", "style", "switch", "view", "filter"),
        *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "textPath", "marker"),
        *("linearGradient", "radialGradient", "stop", "pattern", "clipPath", "mask"),
        *("feBlend", "feColorMatrix", "feComponentTransfer", "feComposite", "feConvolveMatrix", "feDiffuseLighting"),
        *("feDisplacementMap", "feDistantLight", "feDropShadow", "feFlood", "feFuncA", "feFuncB", "feFuncG", "feFuncR"),
        *("feGaussianBlur", "feMerge", "feMergeNode", "feMorphology", "feOffset", "fePointLight"),
        *("feSpecularLighting", "feSpotLight", "feTile", "feTurbulence"),
    }
)
"""Elements of SVG that draw, and do nothing else."""
_DECLARED = re.compile(r"\s*<\?xml[^>]*\bencoding\s*=\s*[\"'](?!utf-8[\"'])", re.IGNORECASE)
_REACHES_OUT = re.compile(
    r"url\(\s*[\"']?(?![\"'\s#])|@import|image-set\(|\\|(?:java|vb)script:|\bdata:|expression\(", re.IGNORECASE
)
_ACTING_SPACES = ("", _SVG, "http://www.w3.org/1999/xlink", "http://www.w3.org/xml/1998/namespace")
"""Namespaces of attributes that browsers know, in lower case."""
_DEEPEST = 200


class UnusableImage(ValueError):
    """What may not travel; the message says why, to go on behind the name of the image."""


def image_name(data: bytes) -> str:
    """What a file is called in a collection. Raises UnusableImage for one that may not travel."""
    if len(data) > LARGEST_IMAGE:
        raise UnusableImage(f"is larger than {LARGEST_IMAGE >> 20} MiB")
    form = next((form for mark, form in _FORMS if data.startswith(mark)), "")
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        form = "webp"
    if not form:
        _check_svg(data)
    return f"flashgen-{sha256(data).hexdigest()[:32]}.{form or 'svg'}"


def _check_svg(data: bytes) -> None:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = ""
    if not text.lstrip().startswith("<"):
        raise UnusableImage("is no PNG, JPEG, GIF, WebP or SVG file")
    if _DECLARED.match(text) or re.search(r"<!(?:DOCTYPE|ENTITY)", text, re.IGNORECASE):
        raise UnusableImage("is an SVG file with a document type or in another encoding than UTF-8")
    parser: Any = XMLPullParser(("start", "end", "pi"))
    try:
        parser.feed(text)
        parser.close()
        _check_elements(parser)
    except ParseError as fault:
        raise UnusableImage(f"is no well-formed SVG file ({fault})") from None


def _check_elements(parser: Any) -> None:
    """Raise UnusableImage at the first element that could act."""
    depth = 0
    for event, element in parser.read_events():
        depth += {"start": 1, "end": -1}.get(event, 0)
        if event == "pi" or depth > _DEEPEST:
            raise UnusableImage("is an SVG file with instructions, or nested too deeply")
        if event == "start":
            space, _, name = element.tag.rpartition("}")
            if depth == 1 and (space, name) != (f"{{{_SVG}", "svg"):
                raise UnusableImage("is XML, but no SVG")
            if space == f"{{{_XHTML}" or (space in ("", f"{{{_SVG}") and name not in _DRAWING):
                raise UnusableImage(f"is an SVG file with <{name}>, which could act")
            _check_attributes(name, element.attrib)
        elif event == "end" and element.text and element.tag == f"{{{_SVG}}}style":
            _check_value("style", element.text)


def _check_attributes(element: str, attributes: dict[str, str]) -> None:
    for full_name, value in attributes.items():
        space, _, name = full_name.lower().rpartition("}")
        if space.removeprefix("{") not in _ACTING_SPACES:
            continue  # a note of the program that drew it
        if name.startswith("on"):
            raise UnusableImage(f"is an SVG file whose <{element}> acts ({name})")
        if name in ("href", "src", "base") and not value.lstrip().startswith("#"):
            raise UnusableImage(f"is an SVG file that refers to another ({value[:40]!r})")
        _check_value(name, value)


def _check_value(name: str, value: str) -> None:
    if found := _REACHES_OUT.search(value):
        raise UnusableImage(f"is an SVG file that reaches out ({found[0]!r} in {name!r})")
