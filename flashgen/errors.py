"""How messages are worded: a `Problem` names the place, the fact, the consequence and the remedy."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from flashgen.records import Location


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that a user should know. `severity` is "error", "warning" or "repair"."""

    severity: str
    message: str
    location: Location | None = None

    def __str__(self) -> str:
        place = f"{self.location}: " if self.location else ""
        return f"{place}{self.message}"


class FlashgenError(Exception):
    """The user's input stops the work. Carries every problem found, not just the first."""

    def __init__(self, problems: Iterable[Problem] | str, *, usage: bool = False) -> None:
        if isinstance(problems, str):
            problems = (Problem("error", problems),)
        self.problems = tuple(problems)
        self.usage = usage
        """Whether the command line itself was wrong (exit code 2) rather than content or configuration (1)."""
        super().__init__("\n".join(map(str, self.problems)))


def error(message: str, location: Location | None = None) -> Problem:
    return Problem("error", message, location)


def warning(message: str, location: Location | None = None) -> Problem:
    return Problem("warning", message, location)


def repair(message: str, location: Location | None = None) -> Problem:
    return Problem("repair", message, location)


def counted(count: int, noun: str) -> str:
    """A count with its noun, for messages: `1 note`, `2,000 notes`. The noun's plural must end in a plain s."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
