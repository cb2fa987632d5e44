"""Other ways from Markdown to an Anki package, on the texts of a deck that flashgen built, each in the form it wants.

``python benchmarks/peers.py prepare EXPORT.jsonl FOLDER`` writes the input files; ``python benchmarks/peers.py
genanki|anki FOLDER OUT`` makes a package of them. The other two peers are commands of their own, `mdankideck` and
`ankdown`. Runs in an environment of its own, where the peers are installed, and imports nothing of flashgen.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

FIELDS = ("native question", "native answer", "target question", "target answer")
INPUT = "notes.jsonl"
_TEMPLATE = {"name": "Card", "qfmt": "{{native question}}", "afmt": "{{FrontSide}}<hr>{{native answer}}"}


def texts_of(note: dict[str, Any]) -> list[str]:
    """Question and answer in both languages; what has no question of its own asks with its title."""
    sides = (note[side] for side in ("native", "target"))
    return [
        text
        for side in sides
        for text in (side.get("question") or side.get("title", "-"), side.get("answer") or side.get("title", "-"))
    ]


def prepare(export: Path, folder: Path) -> None:
    """Write the notes of an export in the form that each peer reads."""
    lines = export.read_text(encoding="utf-8").splitlines()
    notes = [json.loads(line) for line in lines if '"type":"note"' in line[:20]]
    by_article: dict[str, list[list[str]]] = defaultdict(list)
    for note in notes:
        by_article[note["article"].replace("/", "-")].append(texts_of(note))
    folder.mkdir(parents=True)
    (folder / INPUT).write_text("\n".join(json.dumps(texts_of(note)) for note in notes), encoding="utf-8")
    for peer in ("mdankideck", "ankdown"):
        (folder / peer).mkdir()
    for article, held in by_article.items():
        # one note of four texts is two cards here: these know a front and a back
        sides = [pair for texts in held for pair in (texts[:2], texts[2:])]
        headed = "\n".join(f"## {_line(front)}\n\n{back}\n" for front, back in sides)
        (folder / "mdankideck" / f"{article}.md").write_text(f"# {article}\n\n{headed}", encoding="utf-8")
        parted = "---\n".join(f"{front}\n\n%\n\n{back}\n\n" for front, back in sides)
        (folder / "ankdown" / f"{article}.md").write_text(parted, encoding="utf-8")


def _line(text: str) -> str:
    return " ".join(text.split())


def read_notes(folder: Path) -> list[list[str]]:
    """What `prepare` wrote."""
    return [json.loads(line) for line in (folder / INPUT).read_text(encoding="utf-8").splitlines()]


def with_genanki(folder: Path, output: Path) -> None:
    """The script that people write: `markdown` converts each field, genanki writes."""
    import genanki
    import markdown  # type: ignore[import-untyped]

    model = genanki.Model(1607392319, "Peer", fields=[{"name": name} for name in FIELDS], templates=[_TEMPLATE])
    deck = genanki.Deck(2059400110, "Peer")
    for number, texts in enumerate(read_notes(folder)):
        deck.add_note(genanki.Note(model=model, fields=[markdown.markdown(text) for text in texts], guid=f"n{number}"))
    genanki.Package(deck).write_to_file(str(output))


def with_anki(folder: Path, output: Path) -> None:
    """Anki's own backend: adds the same notes to a collection, and exports it."""
    import tempfile

    from anki.collection import AddNoteRequest, Collection, ExportAnkiPackageOptions

    with tempfile.TemporaryDirectory() as home:
        collection = Collection(f"{home}/collection.anki2")
        kind = collection.models.new("Peer")
        for name in FIELDS:
            collection.models.add_field(kind, collection.models.new_field(name))
        template = collection.models.new_template("Card")
        template["qfmt"], template["afmt"] = _TEMPLATE["qfmt"], _TEMPLATE["afmt"]
        collection.models.add_template(kind, template)
        collection.models.add(kind)
        deck = collection.decks.add_normal_deck_with_name("Peer").id
        requests = []
        for texts in read_notes(folder):
            note = collection.new_note(collection.models.by_name("Peer"))
            note.fields = texts
            requests.append(AddNoteRequest(note=note, deck_id=deck))
        collection.add_notes(requests)
        options = ExportAnkiPackageOptions(with_scheduling=False, with_media=False, legacy="legacy" in sys.argv)
        collection.export_anki_package(out_path=str(output), options=options, limit=None)
        collection.close()


def main() -> None:
    """Run the command."""
    task, source, target = sys.argv[1:4]
    {"prepare": prepare, "genanki": with_genanki, "anki": with_anki}[task](Path(source), Path(target))


if __name__ == "__main__":
    main()
