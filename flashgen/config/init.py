"""What `flashgen init` writes: a first deck to edit, or with `--all` every default, too."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from flashgen.config.bundled import bundled
from flashgen.errors import FlashgenError, counted
from flashgen.record import Record

_STARTER = Path(__file__).resolve().parent / "starter"
"""Two articles in two languages, and a card type of one's own."""
_MAIN = Path("config", "flashgen.yaml")
_DEFAULTS = ("config", "card_templates")


class Written(Record):
    """What came of writing a deck's first files into a folder."""

    folder: Path
    new: tuple[Path, ...]
    """The files that were written, relative to the folder."""
    kept: tuple[Path, ...]
    """The files that were there already, and are as they were."""


def write_starter(folder: Path, *, everything: bool = False) -> Written:
    """Write a commented configuration, two articles in two languages, and a card type of one's own.

    With `everything`, all defaults are written: note types, phrases of each language, templates and style sheets. A
    file that is there already is kept, so that whoever was interrupted can go on.

    Raises FlashgenError for what cannot be written.
    """
    files = _starter_files() | (_default_files() if everything else {})
    files[_MAIN] = _main_file()
    written = Written(
        folder,
        tuple(path for path in files if not _is_there(folder / path)),
        tuple(path for path in files if _is_there(folder / path)),
    )
    try:
        for path in written.new:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            with (folder / path).open("xb") as stream:
                stream.write(files[path])
    except OSError as fault:
        raise FlashgenError(f"{fault.filename or folder} cannot be written ({fault.strerror or fault})") from None
    return written


def _is_there(path: Path) -> bool:
    return path.exists() or path.is_symlink()


def _starter_files() -> dict[Path, bytes]:
    return _read_all(_STARTER, Path())


def _default_files() -> dict[Path, bytes]:
    files: dict[Path, bytes] = {}
    for name in _DEFAULTS:
        files |= _read_all(bundled(name), Path(name))
    return files


def _read_all(source: Path, below: Path) -> dict[Path, bytes]:
    """What each file of a folder holds, by where it is to be written."""
    found: Mapping[Path, Path] = {below / path.relative_to(source): path for path in sorted(source.rglob("*"))}
    return {
        target: path.read_bytes() for target, path in found.items() if path.is_file() and not path.name.startswith(".")
    }


def _main_file() -> bytes:
    """The commented defaults, which read the starter's articles instead of the sample."""
    text = (bundled("config") / _MAIN.name).read_text(encoding="utf-8")
    return text.replace("\ncorpus: []\n", "\ncorpus: [../articles]\n").encode()


def describe_next_steps(written: Written) -> str:
    """The text to print after writing: what was kept, what each file is for, and which commands come next."""
    folder = written.folder
    option = "" if folder == Path() else f" --config {folder / 'config'}"
    kept = f"; kept {counted(len(written.kept), 'file')} that stood there already" if written.kept else ""
    return "\n".join(
        (
            f"wrote {counted(len(written.new), 'file')}{kept}:",
            f"  {folder / 'articles'}/   two articles in English and Spanish, with every construct that makes a card",
            f"  {folder / _MAIN}   where articles are, decks, tags, kinds, order",
            f"  {folder / 'config' / 'card_types.yaml'}   your own card types",
            f"see:   flashgen check --from en --to es{option}",
            f"build: flashgen build --from en --to es{option}",
            "look:  flashgen preview output/en-es.apkg --open",
            "then put your own articles in place of these two, a folder for each language; "
            "flashgen init --all also writes every default template and text",
        )
    )
