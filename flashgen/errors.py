"""How messages are worded: a `Problem` names the place, the fact, the consequence and the remedy."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from flashgen.record import Record
from flashgen.records.location import Location

Severity = Literal["error", "warning", "repair", "omission"]
"""An error stops the work, a warning stops it under --strict, a repair has already been made, and an omission is what
was left out by choice."""
LISTED_ON_DEMAND: tuple[Severity, ...] = ("repair", "omission")
"""What asks nothing of the user."""

_LIKENESS = 0.5
"""From which resemblance (0 to 1) a known word is suggested."""


class Problem(Record):
    """Something that a user should know."""

    severity: Severity
    message: str
    """The fact, the consequence and, where there is one, the remedy; without the place."""
    location: Location | None = None
    """The place in a file, where the problem has one."""
    rule: str = ""
    """What found it, in small letters and hyphens, for programs that count or filter; empty for the reader's."""
    remedy: str = ""
    """What to do about it, for whoever writes the documents; empty where the message says it."""

    def __str__(self) -> str:
        place = f"{self.location}: " if self.location else ""
        return f"{place}{self.message}"


class FlashgenError(Exception):
    """The user's input stops the work. Carries every problem found, not just the first."""

    def __init__(self, problems: Iterable[Problem] | str, *, usage: bool = False) -> None:
        if isinstance(problems, str):
            problems = (error(problems),)
        self.problems = tuple(problems)
        """In the order in which they were found."""
        self.usage = usage
        """Whether the command line itself was wrong (exit code 2) rather than content or configuration (1)."""
        super().__init__("\n".join(map(str, self.problems)))


def error(message: str, location: Location | None = None) -> Problem:
    """A problem that stops the work."""
    return Problem("error", message, location)


def warning(message: str, location: Location | None = None, rule: str = "", remedy: str = "") -> Problem:
    """A problem despite which the work goes on, unless the user asked for --strict."""
    return Problem("warning", message, location, rule, remedy)


def repair(message: str, location: Location | None = None) -> Problem:
    """A problem that has already been put right."""
    return Problem("repair", message, location)


def omission(message: str, location: Location | None = None, rule: str = "", remedy: str = "") -> Problem:
    """Something in order that was left out, since it would be no good card."""
    return Problem("omission", message, location, rule, remedy)


def find_nearest(word: str, known: Iterable[str], likeness: float = _LIKENESS) -> str:
    """The known word that is most like it, case aside; empty where none reaches the likeness (0 to 1)."""
    # imported here, since most commands meet no unknown word
    from difflib import get_close_matches

    by_case = {one.casefold(): one for one in known}
    close = get_close_matches(word.casefold(), by_case, n=1, cutoff=likeness)
    return by_case[close[0]] if close else ""


def suggest(word: str, known: Iterable[str], otherwise: str | None = None) -> str:
    """The end of a message about an unknown word: `; did you mean 'x'?`.

    Where no known word is like it, the end is `otherwise`; without that, the list of all known words.
    """
    known = tuple(known)
    if nearest := find_nearest(word, known):
        return f"; did you mean {nearest!r}?"
    return f"; known are {', '.join(known)}" if otherwise is None else otherwise


def suggest_path(missing: Path) -> str:
    """The end of a message about a file or folder that is not there: one of its name below, or a like one beside it."""
    try:
        beside = sorted(missing.parent.iterdir())
        found = next((path / missing.name for path in beside if (path / missing.name).exists()), None)
    except OSError:
        return ""
    if found is None:
        by_stem = {path.stem: path for path in beside if path.suffix.lower() == missing.suffix.lower()}
        found = by_stem.get(find_nearest(missing.stem, by_stem))
    return f"; did you mean {str(found)!r}?" if found else ""


def counted(count: int, noun: str) -> str:
    """A count with its noun, for messages: `1 note`, `2,000 notes`. The noun's plural must end in a plain s."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
