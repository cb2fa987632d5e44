"""Where a build puts its package, and what it does about the one that is there."""

from __future__ import annotations

from pathlib import Path

from flashgen.record import Record


class Destination(Record):
    """Where the package goes, and what it continues."""

    output: Path
    previous: Path | None = None
    """The package whose notes are continued; None: the one at `output`, if there is one."""
    fresh: bool = False
    """Continue none, and replace whatever is at `output`."""
    retire: bool = False
    """Publish facts that are gone once more, marked."""
    write: bool = True
    strict: bool = False
    """Stop at any warning."""
    release: str = ""
    """The version that the deck says it is; empty: the configured one."""
