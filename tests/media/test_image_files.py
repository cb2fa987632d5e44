"""Which files may travel as images."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashgen.media.image_files import IMAGE_NAME, LARGEST_IMAGE, UnusableImage, image_name
from tests.support.images import DRAWING, png


def svg(inside: str = "", attributes: str = "") -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{inside}</svg>'.encode()


@pytest.mark.parametrize(
    ("data", "ending"),
    [
        (png(1), "png"),
        (b"\xff\xd8\xff\xe0 and so on", "jpg"),
        (b"GIF89a and so on", "gif"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "webp"),
        (DRAWING.encode(), "svg"),
        (b'\xef\xbb\xbf<?xml version="1.0" encoding="UTF-8"?>\n' + svg("<g><path d='M0 0'/></g>"), "svg"),
        (svg("<style>rect { fill: url(#a) }</style><use href='#a'/>"), "svg"),
        (svg('<x:view xmlns:x="urn:drawn-by" x:path="C:\\drawings"/>'), "svg"),
    ],
)
def test_an_image_is_called_by_its_contents(data: bytes, ending: str) -> None:
    name = image_name(data)
    assert re.fullmatch(IMAGE_NAME, name)
    assert name.endswith(f".{ending}")
    assert image_name(data) == name


def test_other_contents_have_another_name() -> None:
    assert image_name(png(1)) != image_name(png(2))


@pytest.mark.parametrize(
    "drawing",
    [
        svg("<script>alert(1)</script>"),
        svg("<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>"),
        svg("<p xmlns='http://www.w3.org/1999/xhtml'>x</p>"),
        svg("<a href='#x'><rect/></a>"),
        svg("<image href='#x'/>"),
        svg("<animate attributeName='href' to='#x'/>"),
        svg("<set attributeName='onclick' to='x'/>"),
        svg("<rect onclick='alert(1)'/>"),
        svg(attributes="onload='alert(1)'"),
        svg("<use href='https://example.org/x.svg#a'/>"),
        svg("<use href='data:image/svg+xml,x#a'/>"),
        svg("<use xmlns:l='http://www.w3.org/1999/xlink' l:href='other.svg#a'/>"),
        svg(attributes="xml:base='https://example.org/'"),
        svg("<rect fill='url(https://example.org/x)'/>"),
        svg("<rect style='fill:ur\\6c(//example.org)'/>"),
        svg("<style>@import '//example.org/x.css';</style>"),
        svg("<style>rect { fill: URL( //example.org/x ) }</style>"),
        svg("<g>" * 300 + "</g>" * 300),
        svg("<?xml-stylesheet href='x.css'?>"),
        b"<!DOCTYPE svg [<!ENTITY x 'y'>]>" + svg(),
        b'<?xml version="1.0" encoding="UTF-7"?>' + svg(),
        svg("<rect>"),
        b"<html><body>x</body></html>",
        b"<svg><rect/></svg>",
    ],
)
def test_a_drawing_that_could_act_or_reach_out_does_not_travel(drawing: bytes) -> None:
    with pytest.raises(UnusableImage):
        image_name(drawing)


@pytest.mark.parametrize("data", [b"", b"text", b"%PDF-1.7", b"\xff\xfe<\x00s\x00v\x00g\x00", b"\x89PNG\n"])
def test_what_is_no_image_does_not_travel(data: bytes) -> None:
    with pytest.raises(UnusableImage, match="is no PNG"):
        image_name(data)


def test_a_large_image_does_not_travel() -> None:
    with pytest.raises(UnusableImage, match="larger than 2 MiB"):
        image_name(png(1) + b"\0" * LARGEST_IMAGE)


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: f"<{text}".encode()))
def test_any_bytes_have_a_name_or_a_reason(data: bytes) -> None:
    try:
        assert re.fullmatch(IMAGE_NAME, image_name(data))
    except UnusableImage as fault:
        assert str(fault)
