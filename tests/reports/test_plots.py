"""Pictures of corpora and packages: what is drawn, what the files hold, and what is never overwritten."""

from __future__ import annotations

import builtins
import os
import struct
import warnings
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest import mock
from xml.etree import ElementTree

import matplotlib
import numpy as np
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from flashgen.corpus.documents import Corpus, read_corpus
from flashgen.errors import FlashgenError
from flashgen.records.documents import Document
from flashgen.reports.coverage_plot import NAMED, STRIP, draw_coverage
from flashgen.reports.plots import check_plot, write_coverage, write_statistics
from flashgen.reports.statistics_plot import draw_statistics
from flashgen.reports.stats import LENGTH_NAMES, Group, Statistics

SAMPLE = Path(__file__).parent.parent.parent / "sample"
BEES = Statistics(
    "en", "it", 3, 1200, 2400, 0, 0, 57,
    (Group("definition", 200, 400), Group("faq", 1000, 2000)), (Group("Honey", 1200, 2400),),
    tuple(Group(name, 1200 if name == "41–80" else 0, 0) for name in LENGTH_NAMES),
)  # fmt: skip
BOX = "\U00011d60"  # a letter of Gunjala Gondi, which no test below gives a font for


def corpus(versions: Mapping[str, str]) -> Corpus:
    """Articles and the languages that have them, parted by spaces."""
    return Corpus(
        {
            slug: {tag: Document(f"{tag}/{slug}", f"{tag}/{slug}.md", slug, tag) for tag in tags.split()}
            for slug, tags in versions.items()
        }
    )


GAPS = corpus({"ant": "it", "bee": "en it ru", "cat": "en it", "dog": "it ru", "elk": "en it"})


def texts(figure: Figure) -> list[str]:
    return [text.get_text().strip() for text in figure.findobj(Text) if isinstance(text, Text) and text.get_text()]


def cells(figure: Figure) -> np.ndarray[Any, Any]:
    """What the cells of a coverage plot show, row by row."""
    (axes,) = figure.axes
    drawn = (axes.images or axes.collections)[0].get_array()
    assert drawn is not None
    return np.asarray(drawn)


def labels(axes: Axes, axis: str) -> list[str]:
    return [label.get_text() for label in (axes.get_xticklabels() if axis == "x" else axes.get_yticklabels())]


def widths(axes: Axes) -> list[float]:
    return [bar.get_width() for bar in axes.patches if isinstance(bar, Rectangle)]


def chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The chunks of a PNG file, each checked."""
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    start = 8
    while start < len(data):
        (length,) = struct.unpack(">I", data[start : start + 4])
        kind, body = data[start + 4 : start + 8], data[start + 8 : start + 8 + length]
        (checksum,) = struct.unpack(">I", data[start + 8 + length : start + 12 + length])
        assert zlib.crc32(kind + body) == checksum
        yield kind, body
        start += 12 + length


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def make_font(path: Path, family: str, letters: str) -> Path:
    """A font that draws each of these letters as a triangle."""
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    pen.lineTo((900, 0))
    pen.lineTo((450, 900))
    pen.closePath()
    names = [".notdef", *(f"u{ord(letter):X}" for letter in letters)]
    font = FontBuilder(1000, isTTF=True)
    font.setupGlyphOrder(names)
    font.setupCharacterMap({ord(letter): f"u{ord(letter):X}" for letter in letters})
    font.setupGlyf(dict.fromkeys(names, pen.glyph()))
    font.setupHorizontalMetrics(dict.fromkeys(names, (1000, 0)))
    font.setupHorizontalHeader(ascent=900, descent=-100)
    font.setupNameTable({"familyName": family, "styleName": "Regular"})
    font.setupOS2()
    font.setupPost()
    font.save(str(path))
    return path


@contextmanager
def installed(*fonts: Path) -> Iterator[None]:
    """These fonts, besides those of matplotlib, are all that the system has."""
    known = font_manager.fontManager.ttflist.copy()
    with mock.patch.object(font_manager, "findSystemFonts", return_value=[str(font) for font in fonts]):
        yield
    font_manager.fontManager.ttflist[:] = known


# what is drawn


def test_each_language_is_a_row_and_the_largest_comes_first() -> None:
    (axes,) = draw_coverage(GAPS).axes
    assert labels(axes, "y") == ["Italian  it", "English  en", "Russian  ru"]


def test_articles_in_the_most_languages_come_first_and_equal_gaps_stand_together() -> None:
    figure = draw_coverage(GAPS)
    assert labels(figure.axes[0], "x") == ["bee", "cat", "elk", "dog", "ant"]
    assert cells(figure).tolist() == [[1, 1, 1, 1, 1], [1, 1, 1, 0, 0], [1, 0, 0, 1, 0]]


def test_rows_are_drawn_from_the_top() -> None:
    bottom, top = draw_coverage(GAPS).axes[0].get_ylim()
    assert (bottom, top) == (3, 0)


def test_each_row_says_its_number_and_its_share() -> None:
    (axes,) = draw_coverage(GAPS).axes
    beside = sorted((-text.xyann[0], text.xy[1], text.get_text()) for text in axes.texts)  # type: ignore[attr-defined]
    assert [text for _, _, text in beside] == ["100%", "60%", "40%", "5", "3", "2"]


def test_the_heading_says_how_many_articles_every_language_has() -> None:
    drawn = texts(draw_coverage(GAPS))
    assert "5 articles in 3 languages" in drawn
    assert "1 (20%) in every language; pale: the article is not there" in drawn


def test_a_corpus_without_gaps_says_so() -> None:
    figure = draw_coverage(read_corpus([SAMPLE]))
    assert "all of them in every language" in texts(figure)
    assert cells(figure).tolist() == [[1] * 9] * 6


def test_many_articles_are_drawn_as_a_strip_without_names() -> None:
    named = draw_coverage(corpus({f"a{number:04}": "en it" for number in range(NAMED)}))
    strip = draw_coverage(corpus({f"a{number:04}": "en it" for number in range(NAMED + 1)}))
    assert (len(named.axes[0].images), len(strip.axes[0].images)) == (0, 1)
    assert "a0000" in texts(named)
    assert "a0000" not in texts(strip)
    assert "articles, those in the most languages first" in texts(strip)


def test_a_column_of_a_long_strip_holds_the_mean_of_its_articles() -> None:
    count = STRIP * 3
    figure = draw_coverage(corpus({f"a{number:04}": "en it" if number < 100 else "it" for number in range(count)}))
    drawn = cells(figure)
    assert drawn.shape == (2, STRIP)
    assert drawn[0].tolist() == [1] * STRIP
    assert drawn[1].tolist() == pytest.approx([1] * 33 + [1 / 3] + [0] * (STRIP - 34))


def test_a_strip_counts_every_article_once_however_many_there_are() -> None:
    for count in (STRIP, STRIP + 1, STRIP + 13, 14_300):
        figure = draw_coverage(corpus({f"a{number}": "it" if number % 2 else "en it" for number in range(count)}))
        assert tuple(figure.axes[0].images[0].get_extent()) == (0, count, 2, 0)
        assert cells(figure)[1].mean() == pytest.approx(0.5, abs=0.01)
        assert f"{(count + 1) // 2:,}" in texts(figure)


def test_a_picture_of_many_articles_is_no_wider_than_one_of_few() -> None:
    few, many = (corpus({f"a{number}": "it" for number in range(count)}) for count in (50, 5000))
    assert draw_coverage(few).get_figwidth() == draw_coverage(many).get_figwidth()


def test_notes_are_drawn_by_kind_topic_and_length() -> None:
    panels = draw_statistics(BEES).axes
    assert [axes.get_title(loc="left") for axes in panels] == ["By kind", "By topic", "By length of answer"]
    assert [labels(axes, "y") for axes in panels] == [["definition", "faq"], ["Honey"], list(LENGTH_NAMES)]
    assert [widths(axes) for axes in panels] == [[200, 1000], [1200], [0, 1200, 0, 0, 0, 0, 0]]


def test_each_bar_says_its_number() -> None:
    kinds = draw_statistics(BEES).axes[0]
    assert [text.get_text() for text in kinds.texts] == ["200", "1,000"]


def test_the_heading_of_a_package_says_the_totals() -> None:
    drawn = texts(draw_statistics(BEES))
    assert "Notes en → it" in drawn
    assert "1,200 notes, 2,400 cards, 3 articles; half of the answers have 57 characters or fewer" in drawn


def test_topics_beyond_the_first_are_drawn_as_one_bar() -> None:
    many = Statistics(
        "en", "it", 3, 20, 40, 0, 0, 57, (Group("faq", 20, 40),),
        tuple(Group(f"t{number:02}", 1, 2) for number in range(20)), BEES.lengths,
    )  # fmt: skip
    topics = draw_statistics(many).axes[1]
    assert labels(topics, "y")[-2:] == ["t11", "(8 more topics)"]
    assert widths(topics) == [1] * 12 + [8]


def test_bars_of_all_panels_have_the_same_height() -> None:
    assert len({axes.get_ylim() for axes in draw_statistics(BEES).axes}) == 1


# labels


def test_a_dollar_in_a_name_is_a_dollar(tmp_path: Path) -> None:
    assert write_coverage(corpus({"from $x^$ to $\\nonsense$": "en"}), tmp_path / "x.png") == ()


def test_a_long_name_is_cut() -> None:
    (axes,) = draw_coverage(corpus({"n" * 33: "en", "n" * 32: "en it"})).axes
    assert labels(axes, "x") == ["n" * 32, "n" * 31 + "…"]


def test_what_no_font_can_draw_is_replaced(tmp_path: Path) -> None:
    odd = corpus({"a\x00b\udcffc": "en"})
    assert labels(draw_coverage(odd).axes[0], "x") == ["a\ufffdb\ufffdc"]
    assert write_coverage(odd, tmp_path / "x.svg") == ()


def test_marks_that_join_letters_are_kept() -> None:
    assert labels(draw_coverage(corpus({"می\u200cخواهم": "fa"})).axes[0], "x") == ["می\u200cخواهم"]


def test_a_label_gets_a_font_that_has_its_letters(tmp_path: Path) -> None:
    figure = draw_coverage(corpus({f"bee {BOX}": "en"}))
    with (
        mock.patch("flashgen.reports.plots.draw_coverage", return_value=figure),
        installed(make_font(tmp_path / "Gondi.ttf", "Test Gondi", BOX)),
    ):
        assert write_coverage(GAPS, tmp_path / "x.png") == ()
    (label,) = figure.axes[0].get_xticklabels()
    assert label.get_fontfamily() == ["DejaVu Sans", "Test Gondi"]


@pytest.mark.parametrize("suffix", ["png", "svg"])
def test_a_letter_is_drawn_as_its_font_has_it(suffix: str, tmp_path: Path) -> None:
    with installed():
        write_coverage(corpus({BOX: "en"}), tmp_path / f"box.{suffix}")
    with installed(make_font(tmp_path / "Wide.ttf", "Test Wide", BOX)):
        write_coverage(corpus({BOX: "en"}), tmp_path / f"letter.{suffix}")
    assert (tmp_path / f"box.{suffix}").read_bytes() != (tmp_path / f"letter.{suffix}").read_bytes()


def test_a_noto_font_is_preferred_and_no_more_fonts_are_taken_than_needed(tmp_path: Path) -> None:
    figure = draw_coverage(corpus({BOX: "en"}))
    fonts = [
        make_font(tmp_path / name, family, BOX)
        for name, family in (
            ("Aardvark-Regular.ttf", "Test Aardvark"),
            ("NotoSansGondi-Bold.ttf", "Test Bold"),
            ("NotoSansGondi-Regular.ttf", "Test Regular"),
            ("NotoSerifGondi-Regular.ttf", "Test Serif"),
        )
    ]
    with mock.patch("flashgen.reports.plots.draw_coverage", return_value=figure), installed(*fonts):
        write_coverage(GAPS, tmp_path / "x.png")
    assert figure.axes[0].get_xticklabels()[0].get_fontfamily() == ["DejaVu Sans", "Test Regular"]


@pytest.mark.parametrize("name", ["Рынок", "Αγορά", "سوق الأسهم", "ქართული", "giá cả"])
def test_common_scripts_need_no_font_of_the_system(name: str, tmp_path: Path) -> None:
    with installed():
        assert write_coverage(corpus({name: "en"}), tmp_path / "x.png") == ()


def test_letters_that_no_font_has_are_reported_once(tmp_path: Path) -> None:
    with installed():
        (problem,) = write_coverage(corpus({f"bee {BOX}": "en", f"ape {BOX}": "en"}), tmp_path / "x.png")
    assert problem.severity == "warning"
    assert "no font that is installed has these letters: Gunjala; they are drawn as boxes" in problem.message


def test_a_damaged_font_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "Noto Regular.ttf").write_text("rope, tar, lamp oil", encoding="utf-8")
    with installed(tmp_path / "Noto Regular.ttf"):
        assert len(write_coverage(corpus({BOX: "en"}), tmp_path / "x.png")) == 1


def test_the_settings_of_the_user_change_nothing_and_stay_as_they_are(tmp_path: Path) -> None:
    write_statistics(BEES, tmp_path / "plain.png")
    with matplotlib.rc_context({"font.size": 30, "axes.facecolor": "red", "savefig.bbox": "tight"}):
        write_statistics(BEES, tmp_path / "own.png")
        assert matplotlib.rcParams["font.size"] == 30
    assert (tmp_path / "own.png").read_bytes() == (tmp_path / "plain.png").read_bytes()


# files


def test_a_png_is_whole_and_large_enough_to_read(tmp_path: Path) -> None:
    write_coverage(GAPS, tmp_path / "x.png")
    found = list(chunks((tmp_path / "x.png").read_bytes()))
    assert (found[0][0], found[-1][0]) == (b"IHDR", b"IEND")
    width, height = struct.unpack(">II", found[0][1][:8])
    assert width >= 900
    assert height >= 400


def test_an_svg_is_whole_and_has_a_title(tmp_path: Path) -> None:
    write_statistics(BEES, tmp_path / "x.SVG")
    root = ElementTree.parse(tmp_path / "x.SVG").getroot()
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root.findtext("{http://www.w3.org/2000/svg}title") == "flashgen: Notes en → it"


def test_an_svg_needs_no_font_and_nothing_from_the_network(tmp_path: Path) -> None:
    write_coverage(corpus({f"a{number}": "it" for number in range(NAMED + 1)}), tmp_path / "x.svg")
    root = ElementTree.parse(tmp_path / "x.svg").getroot()
    assert [found.tag for found in root.iter() if found.tag.endswith("}text")] == []
    links = [link for found in root.iter() for name, link in found.attrib.items() if name.endswith("}href")]
    assert {link[:1] if link.startswith("#") else link[:22] for link in links} == {"#", "data:image/png;base64,"}


@pytest.mark.parametrize("suffix", ["png", "svg"])
def test_equal_input_gives_equal_bytes_at_any_time(suffix: str, tmp_path: Path) -> None:
    for name, moment in (("one", "0"), ("two", "1750000000")):
        with mock.patch.dict(os.environ, {"SOURCE_DATE_EPOCH": moment}):
            write_coverage(GAPS, tmp_path / f"{name}.{suffix}")
            write_statistics(BEES, tmp_path / f"{name}-stats.{suffix}")
    for kind in ("", "-stats"):
        one, two = ((tmp_path / f"{name}{kind}.{suffix}").read_bytes() for name in ("one", "two"))
        assert one == two
        assert b"<dc:date>" not in one
        assert b"Creation Time" not in one


def test_the_folder_is_made_and_nothing_else_is_left_in_it(tmp_path: Path) -> None:
    write_coverage(GAPS, tmp_path / "new" / "x.png")
    assert names_in(tmp_path / "new") == ["x.png"]


@pytest.mark.parametrize("suffix", ["png", "svg"])
def test_an_earlier_plot_is_replaced(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"x.{suffix}"
    write_coverage(GAPS, path)
    before = path.read_bytes()
    write_statistics(BEES, path)
    assert path.read_bytes() != before
    check_plot(path)


@pytest.mark.parametrize("name", ["x.png", "x.svg"])
@pytest.mark.parametrize(
    "content", [b"", b"\x89PNG\r\n\x1a\n my holiday", b"<svg xmlns='http://www.w3.org/2000/svg'/>"]
)
def test_a_picture_of_somebody_else_is_left_alone(name: str, content: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(FlashgenError, match="is no plot of flashgen's, so it was left as it is") as raised:
        write_coverage(GAPS, tmp_path / name)
    assert raised.value.usage
    assert (tmp_path / name).read_bytes() == content


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("x.pdf", "x.pdf ends in .pdf; a plot is written as .png or .svg"),
        ("x", "x has no suffix; a plot is written as .png or .svg"),
        ("x.png.gz", "x.png.gz ends in .gz; a plot is written as .png or .svg"),
    ],
)
def test_another_suffix_is_refused(name: str, message: str, tmp_path: Path) -> None:
    for write in (lambda: check_plot(Path(name)), lambda: write_coverage(GAPS, Path(name))):
        with pytest.raises(FlashgenError) as raised:
            write()
        assert (str(raised.value), raised.value.usage) == (message, True)


def test_without_the_library_the_message_says_how_to_get_it(tmp_path: Path) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any, **named: Any) -> Any:
        if name.partition(".")[0] == "matplotlib":
            raise ModuleNotFoundError("No module named 'matplotlib'")
        return real(name, *rest, **named)

    with mock.patch.object(builtins, "__import__", without), pytest.raises(FlashgenError) as raised:
        write_coverage(GAPS, tmp_path / "x.png")
    assert str(raised.value) == (
        "a plot needs matplotlib, which cannot be loaded (No module named 'matplotlib'); "
        'install it with: pip install "flashgen[plots]"'
    )
    assert names_in(tmp_path) == []


def test_nothing_to_draw_is_reported_and_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(FlashgenError, match="no article in any language: there is nothing to draw"):
        write_coverage(Corpus({}), tmp_path / "x.png")
    nothing = Statistics("en", "it", 0, 0, 0, 0, 0, 0, (), (), ())
    with pytest.raises(FlashgenError, match="the package holds no notes: there is nothing to draw"):
        write_statistics(nothing, tmp_path / "x.png")
    assert names_in(tmp_path) == []


@pytest.mark.parametrize("fails", ["savefig", "replace", "write"])
def test_a_failure_at_any_moment_leaves_the_old_plot(fails: str, tmp_path: Path) -> None:
    path = tmp_path / "x.png"
    write_coverage(GAPS, path)
    before = path.read_bytes()
    broken = {"savefig": (Figure, "savefig"), "replace": (Path, "replace"), "write": (Path, "chmod")}[fails]
    with mock.patch.object(*broken, side_effect=KeyboardInterrupt), pytest.raises(KeyboardInterrupt):
        write_statistics(BEES, path)
    assert names_in(tmp_path) == ["x.png"]
    assert path.read_bytes() == before


def test_a_path_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(FlashgenError, match=r"x\.png cannot be written \(.*\); nothing was changed"):
        write_coverage(GAPS, tmp_path / "file" / "x.png")


def test_drawing_warns_nobody(tmp_path: Path) -> None:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        with installed():
            write_coverage(corpus({BOX: "en"}), tmp_path / "x.png")
    assert [str(found.message) for found in caught] == []
