"""Where a text stands."""

from __future__ import annotations

from flashgen.record import Record


class Location(Record):
    """Where a text stands, for messages."""

    path: str
    """As the user would write it, or below the corpus folder."""
    line: int = 0
    """1-based; 0: the whole file."""
    is_below: bool = False
    """Whether the path is one below the corpus folder: there is a single one then."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}" if self.line else self.path


def location_below(folder: str, name: str, line: int = 0) -> Location:
    """The place of what stands below a corpus folder. `folder`: empty where there is a single one."""
    return Location(f"{folder}/{name}", line) if folder else Location(name, line, is_below=True)
