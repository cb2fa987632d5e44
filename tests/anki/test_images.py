"""Images from a document into a package, into the next one, and into a real Anki's collection."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from flashgen.anki import package_writer
from flashgen.anki.package_images import ImageSources, PublishedImage, images_in, list_images
from flashgen.anki.package_reader import read_edition
from flashgen.config.load import load_config
from flashgen.errors import FlashgenError
from flashgen.media.image_files import image_name
from flashgen.pipeline.build import Surroundings, build
from flashgen.pipeline.clock import Clock
from flashgen.pipeline.destination import Destination
from flashgen.pipeline.jobs import Request
from flashgen.pipeline.report import Report
from flashgen.reports.diff import compare
from flashgen.reports.stats import read_statistics
from tests.support.anki_collection import open_collection
from tests.support.images import DRAWING, png

NOW = 1_750_000_000
WAX, HIVE = image_name(png(7)), image_name(DRAWING.encode())
BEES = {
    "Bees carry pollen from flower to flower.": "Le api portano il polline di fiore in fiore.",
    "Wax ![wax](../img/wax.png) serves for candles.": "La cera ![](../img/wax.png) serve per candele.",
    "![hive](/img/hive.svg) One queen lays all the eggs.": "![](/img/hive.svg) Una sola regina depone tutte le uova.",
}
PLAIN = {en: it for en, it in BEES.items() if "wax" not in en}


def built(
    folder: Path, bullets: Mapping[str, str] = BEES, *, media: bool = True, retire: bool = False, shade: int = 7
) -> Report:
    """Build a corpus whose one article has these bullets (English: Italian) over `deck.apkg`."""
    for tag, heading, listed in (("en", "Uses", bullets.keys()), ("it", "Usi", bullets.values())):
        path = folder / "corpus" / tag / "bee.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# {tag}\n\n## {heading}\n\n" + "".join(f"- {one}\n" for one in listed), encoding="utf-8")
    (folder / "corpus/img").mkdir(exist_ok=True)
    (folder / "corpus/img/wax.png").write_bytes(png(shade))
    (folder / "corpus/img/hive.svg").write_text(DRAWING, encoding="utf-8")
    (folder / "flashgen.yaml").write_text(f"media: {str(media).lower()}\n", encoding="utf-8")
    request = Request("en", "it", (folder / "corpus",), jobs=1)
    destination = Destination(folder / "deck.apkg", retire=retire)
    surroundings = Surroundings(Clock(lambda: NOW + 9.5, lambda _: None, NOW))
    return build(request, load_config(folder / "flashgen.yaml"), destination, surroundings)


def held(package: Path) -> dict[str, bytes]:
    """The images of a package by name, as Anki finds them."""
    with zipfile.ZipFile(package) as opened:
        return {name: opened.read(member) for member, name in json.loads(opened.read("media")).items()}


def shown(package: Path) -> dict[str, str]:
    """The images that each note shows, by guid."""
    notes = read_edition(package).notes.values()
    return {note.guid: name for note in notes for name in images_in(note.field_values)}


def test_images_travel_into_a_collection(tmp_path: Path) -> None:
    built(tmp_path)
    with open_collection() as collection:
        collection.import_package(tmp_path / "deck.apkg")
        assert collection.media() == sorted((WAX, HIVE))
        fields = [text for note in collection.notes() for text in note.fields.values()]
        assert f'La cera <img src="{WAX}"> serve per candele.' in fields
        assert f'<img src="{HIVE}"> One queen lays all the eggs.' in fields
        assert any(f'<img src="{WAX}">' in card.front for note in collection.notes() for card in note.cards)


def test_the_same_images_make_the_same_bytes(tmp_path: Path) -> None:
    built(tmp_path)
    before = (tmp_path / "deck.apkg").read_bytes()
    report = built(tmp_path)
    assert report.tally.changes["unchanged"] == 3
    assert (tmp_path / "deck.apkg").read_bytes() == before


def test_another_image_changes_its_note_alone(tmp_path: Path) -> None:
    built(tmp_path)
    before = shown(tmp_path / "deck.apkg")
    report = built(tmp_path, shade=8)
    after = shown(tmp_path / "deck.apkg")
    assert (report.tally.changes["changed"], report.tally.changes["unchanged"]) == (1, 2)
    assert before.keys() == after.keys()
    assert held(tmp_path / "deck.apkg") == {image_name(png(8)): png(8), HIVE: DRAWING.encode()}


def test_a_difference_names_the_images(tmp_path: Path) -> None:
    built(tmp_path)
    editions = built(tmp_path, shade=8).editions
    assert editions
    (change,) = compare(editions.last, editions.next_as_read).changed
    texts = [(one.old, one.new) for one in change.rewordings]
    assert (
        f"La cera [{WAX}] serve per candele.",
        f"La cera [{image_name(png(8))}] serve per candele.",
    ) in texts


def test_a_retired_note_keeps_its_image(tmp_path: Path) -> None:
    built(tmp_path)
    built(tmp_path, PLAIN, retire=True, shade=9)
    assert held(tmp_path / "deck.apkg") == {WAX: png(7), HIVE: DRAWING.encode()}
    built(tmp_path, PLAIN, retire=True, shade=9)
    assert held(tmp_path / "deck.apkg")[WAX] == png(7)


def test_an_image_that_no_note_shows_does_not_travel(tmp_path: Path) -> None:
    built(tmp_path, {f"{en}": it for en, it in PLAIN.items()})
    assert held(tmp_path / "deck.apkg") == {HIVE: DRAWING.encode()}


def test_without_media_a_text_that_points_at_an_image_makes_no_note(tmp_path: Path) -> None:
    report = built(tmp_path, media=False)
    assert report.tally.withheld == {"lost-words": 1}
    assert held(tmp_path / "deck.apkg") == {}
    with zipfile.ZipFile(tmp_path / "deck.apkg") as package:
        assert package.read("media") == b"{}"


def test_notes_stay_the_same_ones_with_and_without_media(tmp_path: Path) -> None:
    built(tmp_path, media=False)
    before = set(read_edition(tmp_path / "deck.apkg").notes)
    built(tmp_path)
    assert before < set(read_edition(tmp_path / "deck.apkg").notes)


def test_images_are_counted(tmp_path: Path) -> None:
    built(tmp_path)
    statistics = read_statistics(tmp_path / "deck.apkg")
    assert (statistics.images, statistics.image_bytes) == (2, len(png(7)) + len(DRAWING))


def test_too_many_images_together_stop_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package_writer, "LARGEST_TOTAL", 100)
    with pytest.raises(FlashgenError, match="media: false"):
        built(tmp_path)
    assert not (tmp_path / "deck.apkg").exists()


def package_with(folder: Path, name: str, data: bytes) -> ImageSources:
    """Sources in a package that says that it holds an image of a name."""
    path = folder / "other.apkg"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("media", json.dumps({"0": name}))
        package.writestr("0", data)
    with zipfile.ZipFile(path) as package:
        listed = list_images(package)
    return ImageSources({}, {image.name: image for image in listed}, path)


def test_an_image_of_another_package_is_taken_only_if_it_may_travel(tmp_path: Path) -> None:
    assert package_with(tmp_path, WAX, png(7)).read(WAX) == png(7)
    assert package_with(tmp_path, WAX, png(8)).read(WAX) is None
    assert package_with(tmp_path, WAX, b"<script>").read(WAX) is None
    assert package_with(tmp_path, "../../evil.png", png(7)).published == {}
    assert ImageSources({}, {WAX: PublishedImage(WAX, "0", 1)}).read(WAX) is None


def test_a_file_that_changes_while_a_deck_is_built_stops_the_build(tmp_path: Path) -> None:
    path = tmp_path / "wax.png"
    path.write_bytes(png(8))
    with pytest.raises(FlashgenError, match="build it again"):
        ImageSources({WAX: path}, {}).read(WAX)
    path.unlink()
    with pytest.raises(FlashgenError, match="cannot be read any more"):
        ImageSources({WAX: path}, {}).read(WAX)
