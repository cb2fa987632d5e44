"""What the reader of one document found wrong with it or left out, before it is told of which document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from flashgen.record import Record

_LISTED = 10
"""Lines that are named of those that have the same damage."""
SHARED_TABLE = "shared-table"
"""The sort of a table that may be a list of words in two languages."""
_WORDS = {
    "code": "code",
    "footnote": "a footnote",
    "formula": "a formula",
    "image": "an image",
    "image-not-found": "the image {!r}, which is not in the corpus",
    "included": "what another file holds",
    "links": "links to other sites",
    "macro": "a macro",
    "raw-html": "raw HTML ({})",
    SHARED_TABLE: "a table, unless the other version has the same",
    "table": "a table",
}
"""What there is that no fact comes from, by its sort."""


class Fault(Record):
    """Something that a user should know."""

    message: str
    """What is wrong, what was done, and the remedy where there is one."""
    line: int
    is_repaired: bool = True
    """Whether nothing can have been lost."""


class Unread(Record):
    """Something in a document that no fact can come from."""

    sort: str
    """One of those in `_WORDS`."""
    line: int
    detail: str = ""
    """The tag of raw HTML, the address of an image."""

    @property
    def what(self) -> str:
        """In a few words, such as "a table"."""
        return _WORDS[self.sort].format(self.detail)

    @property
    def rule(self) -> str:
        """The name by which programs know what was not read of this sort."""
        return unread_rule(self.sort)


def unread_rule(sort: str) -> str:
    """The name by which programs know what was not read of a sort."""
    return f"unread-{sort}"


def one_fault(message: str, numbers: Iterable[int]) -> list[Fault]:
    """One fault for all lines that a repair changed; none for what was no damage (an empty message)."""
    first, *others = [*numbers] or [0]
    if not message or not first:
        return []
    listed = ", ".join(map(str, others[:_LISTED]))
    more = f" and {len(others) - _LISTED} more" if len(others) > _LISTED else ""
    also = f" (also line{'s' if len(others) > 1 else ''} {listed}{more})" if others else ""
    return [Fault(message + also, first)]


def changed_lines(before: Sequence[tuple[int, str]], after: Sequence[tuple[int, str]]) -> list[int]:
    """The numbers of the lines, each (number, text), that a repair changed or added."""
    return sorted({number for number, _ in set(after).difference(before)}) if before != after else []


def by_line(fault: Fault) -> int:
    """For sorting."""
    return fault.line
