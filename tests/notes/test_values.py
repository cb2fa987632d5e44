"""What a field can be configured to hold is what notes hold."""

from __future__ import annotations

from pathlib import Path

from flashgen.anki.package_reader import read_edition
from flashgen.config.bundled import bundled
from flashgen.config.load import load_config
from flashgen.config.schema import VALUES
from flashgen.pipeline.build import Surroundings, build
from flashgen.pipeline.destination import Destination
from flashgen.pipeline.jobs import Request


def test_every_value_is_filled_in_some_note_of_the_sample_but_for_addresses(tmp_path: Path) -> None:
    """Addresses are made by patterns, of which there are none if nobody configures them."""
    package = tmp_path / "deck.apkg"
    build(Request("ru", "it", (bundled("sample"),), jobs=1), load_config(), Destination(package), Surroundings())
    edition = read_edition(package)
    filled = {
        value
        for note in edition.notes.values()
        for value in VALUES if edition.layout.reader(note.kind, note.field_values)(value)
    }  # fmt: skip
    assert [value for value in VALUES if value not in filled and not value.endswith("_url")] == []
