"""What the options of a command and the configuration say together."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from flashgen.cli.options import patterns_given
from flashgen.cli.output import print_text

if TYPE_CHECKING:
    from flashgen.config.load import Config


def load_configuration(path: Path | None) -> Config:
    """The configuration at a path, or the usual one, with the patterns of the command line."""
    from flashgen.config.load import load_config

    return load_config(path).with_patterns(*patterns_given())


def choose_folders(given: tuple[Path, ...], config: Config, *, quiet: bool = False) -> tuple[Path, ...]:
    """The folders of articles: those of the command line, else the configuration's, else the sample, with a note."""
    from flashgen.cli.sample_note import sample_note

    if not given and not config.settings.corpus and not quiet and (note := sample_note(Path())):
        print_text(note, err=True)
    return given or config.corpus
