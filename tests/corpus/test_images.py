"""Images that stand in texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from flashgen.corpus.article import parse_article
from flashgen.corpus.images import Images
from flashgen.errors import Problem
from flashgen.media.image_files import image_name
from flashgen.records.documents import IMAGE, Article, Document, Inline, Listing, Style
from tests.support.images import DRAWING, png

GREY = image_name(png(7))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A corpus with images in the places where sites keep them."""
    for name in ("it/lid.png", "it/my lid.png", "images/lid.png", "it/static/i/lid.png", "public/lid.png"):
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_bytes(png(7))
    (tmp_path / "site/images/bad.svg").write_text("<svg/>", encoding="utf-8")
    (tmp_path / "site/images/sign.svg").write_text(DRAWING, encoding="utf-8")
    (tmp_path / "outside.png").write_bytes(png(7))
    (tmp_path / "site/images/out.png").symlink_to(tmp_path / "outside.png")
    (tmp_path / "site/images/loop.png").symlink_to("loop.png")
    return tmp_path / "site"


def read(site: Path, body: str, *, shows_images: bool = True) -> tuple[Article, tuple[Problem, ...]]:
    document = Document(str(site / "it/pentola.md"), "it/pentola.md", "pentola", "it")
    data = f"---\ntitle: Pentola\n---\n{body}".encode()
    article, problems = parse_article(document, data, images=Images(document) if shows_images else None)
    assert article
    return article, problems


def text(site: Path, body: str) -> Inline:
    """The first text of a body."""
    block = read(site, body)[0].sections[0].blocks[0]
    return block.items[0].inline if isinstance(block, Listing) else block.inline  # type: ignore[union-attr]


def images(inline: Inline) -> list[tuple[int, str]]:
    return [(style.start, style.detail) for style in inline.styles if style.name == "image"]


@pytest.mark.parametrize(
    "address",
    [
        "lid.png", "./lid.png", "../images/lid.png", "/images/lid.png", "/i/lid.png", "/lid.png", "my%20lid.png",
        "lid.png?v=2", "lid.png#left",
    ],
)  # fmt: skip
def test_an_image_is_found_where_the_site_would_find_it(site: Path, address: str) -> None:
    found = text(site, f"Alza ![il coperchio]({address}) piano.")
    assert (found.text, images(found)) == (f"Alza {IMAGE} piano.", [(5, GREY)])


@pytest.mark.parametrize(
    "image",
    [
        '![x](lid.png "Il coperchio")',
        "![x](<lid.png>)",
        "![x](lid.png){width=20}",
        '<img src="lid.png" width="20">',
        "<img alt='x' src='lid.png' />",
    ],
)
def test_every_form_of_an_image_is_read(site: Path, image: str) -> None:
    assert images(text(site, f"Alza {image} piano.")) == [(5, GREY)]


def test_the_article_tells_the_files(site: Path) -> None:
    article, problems = read(site, "Alza ![](lid.png) e ![](/images/sign.svg) piano.")
    assert dict(article.images) == {
        GREY: (site / "it/lid.png").resolve(),
        image_name(DRAWING.encode()): (site / "images/sign.svg").resolve(),
    }
    assert problems == ()


def test_images_stand_in_items_beside_other_styles(site: Path) -> None:
    found = text(site, "- **Alza ![](lid.png) piano** il coperchio ![](lid.png) caldo.\n- Poi no.\n")
    assert found.text == f"Alza {IMAGE} piano il coperchio {IMAGE} caldo."
    assert found.styles[0] == Style("b", 0, 12)
    assert [place for place, _ in images(found)] == [5, 26]


def test_a_label_shows_no_image(site: Path) -> None:
    (block,) = (
        read(site, "- ![](lid.png) **Coperchio ![](lid.png):** tiene ![](lid.png) il caldo.\n- Poi no.")[0]
        .sections[0]
        .blocks
    )
    assert isinstance(block, Listing)
    assert images(block.items[0].inline)
    (block,) = read(site, "- **Coperchio ![](lid.png):** tiene ![](lid.png) il caldo.\n- Poi no.")[0].sections[0].blocks
    assert isinstance(block, Listing)
    assert (block.items[0].label, block.items[0].inline.text) == ("Coperchio", f"tiene {IMAGE} il caldo.")


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("none.png", "is not in the corpus"),
        ("../../outside.png", "leads out of the corpus"),
        ("../images/out.png", "leads out of the corpus"),
        ("../images/loop.png", "is not in the corpus"),
        ("/images", "is no regular file"),
        ("../images/bad.svg", "is XML, but no SVG"),
        ("%00.png", "is not in the corpus"),
    ],
)
def test_what_may_not_travel_is_told_with_its_line_and_marks_its_sentence(site: Path, address: str, said: str) -> None:
    article, problems = read(site, f"Alza ![x]({address}) piano.\n\nE ![x]({address}) poi.")
    assert article.images == {}
    assert [str(problem).partition(": it does")[0] for problem in problems] == [
        f"it/pentola.md:4: the image {address!r} {said}"
    ]
    assert all("points at an image" in block.inline.flaws[0] for block in article.sections[0].blocks)  # type: ignore[union-attr]


def test_an_image_elsewhere_is_listed_as_not_read(site: Path) -> None:
    _, problems = read(site, "Alza ![x](https://example.org/x.png) piano.")
    assert [(one.severity, str(one)) for one in problems] == [
        ("omission", "it/pentola.md:4: the image 'https://example.org/x.png', which is not in the corpus: not read")
    ]


def test_an_image_alone_is_no_text(site: Path) -> None:
    article, _ = read(site, "Prima.\n\n![x](lid.png)\n\n- ![x](lid.png)\n- Poi.\n\n**![x](lid.png)**")
    assert len(article.sections[0].blocks) == 2


def test_code_and_signs_of_the_text_itself_are_no_images(site: Path) -> None:
    found = text(site, f"Scrivi `![x](lid.png)` o {IMAGE} e ![x](lid.png).")
    assert found.text == f"Scrivi ![x](lid.png) o e {IMAGE}."
    assert len(images(found)) == 1


def test_without_images_a_text_is_read_as_ever(site: Path) -> None:
    article, problems = read(site, "Alza ![x](lid.png) piano.", shows_images=False)
    assert (article.images, problems) == ({}, ())
    assert article.sections[0].blocks[0].inline.text == "Alza piano."  # type: ignore[union-attr]


def test_an_image_on_a_line_of_its_own_is_listed_only_where_no_text_shows_it(site: Path) -> None:
    article, problems = read(site, "1. Alza.\n   ![x](lid.png)\n2. Poi no.\n\n![x](lid.png)\n")
    (listing,) = article.sections[0].blocks
    assert isinstance(listing, Listing)
    assert images(listing.items[0].inline)
    assert [str(problem) for problem in problems] == ["it/pentola.md:8: an image: not read"]
