"""The defaults, copied to where a user edits them."""

from __future__ import annotations

from pathlib import Path

from flashgen.config.bundled import bundled
from flashgen.errors import FlashgenError, counted

_FOLDERS = ("config", "card_templates")
_MOST_NAMED = 20
"""Files that are named when they stand in the way; the others are counted."""


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
    existing = [path for path in sources if path.exists() or path.is_symlink()]
    if existing:
        named = ", ".join(map(str, existing[:_MOST_NAMED]))
        more = f" and {len(existing) - _MOST_NAMED} more" if len(existing) > _MOST_NAMED else ""
        message = (
            f"nothing was written, since these are there already: {named}{more}; move them away or name another folder"
        )
        raise FlashgenError(message)
    try:
        for path, source in sources.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as stream:
                stream.write(source.read_bytes())
    except OSError as fault:
        raise FlashgenError(f"{fault.filename or folder} cannot be written ({fault.strerror or fault})") from None
    return tuple(sources)


def describe_next_steps(folder: Path, written: tuple[Path, ...]) -> str:
    """The text to print after writing: what each file is for, and which commands come next."""
    main = folder / "config" / "flashgen.yaml"
    option = "" if folder == Path() else f" --config {main}"
    return "\n".join(
        (
            f"wrote {counted(len(written), 'file')}; edit what you like and delete the rest, "
            "the defaults stand in for it:",
            f"  {main}   corpus, decks, tags, kinds, order",
            f"  {folder / 'config' / 'card_types.yaml'}   note types and card types",
            f"  {folder / 'config' / 'languages'}/   prompts, labels and tasks",
            f"  {folder / 'card_templates'}/   fronts, backs and the stylesheet",
            f"next: flashgen check --config {main}",
            f"then: flashgen build --from ru --to it{option}",
        )
    )
