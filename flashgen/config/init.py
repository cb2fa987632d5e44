"""The defaults, copied to where a user edits them."""

from __future__ import annotations

from pathlib import Path

from flashgen.config.bundled import bundled
from flashgen.errors import FlashgenError, error

_FOLDERS = ("config", "card_templates")
_MOST_NAMED = 20


def write_defaults(folder: Path) -> tuple[Path, ...]:
    """Copy `config/` and `card_templates/` into a folder; the files that were written.

    Raises FlashgenError, and writes nothing, if any of them is there already.
    """
    sources = {
        folder / name / path.relative_to(bundled(name)): path
        for name in _FOLDERS
        for path in sorted(bundled(name).rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }
    there = [path for path in sources if path.exists() or path.is_symlink()]
    if there:
        named = ", ".join(map(str, there[:_MOST_NAMED]))
        more = f" and {len(there) - _MOST_NAMED} more" if len(there) > _MOST_NAMED else ""
        said = (
            f"nothing was written, since these are there already: {named}{more}; move them away or name another folder"
        )
        raise FlashgenError([error(said)])
    try:
        for path, source in sources.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as stream:
                stream.write(source.read_bytes())
    except OSError as fault:
        raise FlashgenError(f"{fault.filename or folder} cannot be written ({fault.strerror or fault})") from None
    return tuple(sources)


def next_steps(folder: Path, written: tuple[Path, ...]) -> str:
    """What to tell after writing: what there is, and how to go on."""
    main = folder / "config" / "flashgen.yaml"
    named = "" if folder == Path() else f" --config {main}"
    return "\n".join(
        (
            f"wrote {len(written)} files; edit what you like and delete the rest, the defaults stand in for it:",
            f"  {main}   corpus, decks, tags, kinds, order",
            f"  {folder / 'config' / 'card_types.yaml'}   note types and card types",
            f"  {folder / 'config' / 'languages'}/   prompts and labels",
            f"  {folder / 'card_templates'}/   fronts, backs and the stylesheet",
            f"next: flashgen check --config {main}",
            f"then: flashgen build --from ru --to it{named}",
        )
    )
