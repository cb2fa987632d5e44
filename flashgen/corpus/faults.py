"""What the reader of one document found wrong with it or left out, before it is told of which document."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that a user should know."""

    message: str
    """What is wrong, what was done, and the remedy where there is one."""
    line: int
    is_repaired: bool = True
    """Whether nothing can have been lost."""


@dataclass(frozen=True, slots=True)
class Unread:
    """Something in a document that no fact can come from."""

    what: str
    """In a few words, such as "a table"."""
    line: int
