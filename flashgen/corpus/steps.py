"""Numbered lists that code, pictures or quotations part: one list, which goes on where the next number stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flashgen.corpus.block_texts import above_code
from flashgen.corpus.list_tokens import Token
from flashgen.record import replace
from flashgen.records.documents import Block, Listing, Quotation


@dataclass(slots=True)
class Steps:
    """The numbered list that a section is in."""

    following: int = 0
    """The number with which a list goes on with it; 0 where none can."""
    _at: int = -1
    """Its place among the blocks; -1 before the first."""
    _is_above: bool = False
    """Whether nothing stands between it and the next token."""

    def add(self, token: Token, blocks: list[Block], found: Sequence[Block]) -> None:
        """Add to a section's blocks those that a token holds, items of the list to the list."""
        kind = token["type"]
        listing = found[-1] if found and kind == "list" and token["attrs"]["ordered"] else None
        if isinstance(listing, Listing):
            self._add_list(listing, token["attrs"].get("start", 1), blocks, found)
        elif kind != "blank_line":
            if kind == "block_code" and self.following and self._is_above:
                self._lead_in_to_code(blocks)
            if not all(isinstance(block, Quotation) for block in found):
                self.following = 0
            blocks.extend(found)
        self._is_above = kind == "list" or (kind == "blank_line" and self._is_above)

    def _lead_in_to_code(self, blocks: list[Block]) -> None:
        listing = blocks[self._at]
        if isinstance(listing, Listing):
            *others, last = listing.items
            blocks[self._at] = replace(listing, items=(*others, replace(last, inline=above_code(last.inline))))

    def _add_list(self, listing: Listing, start: int, blocks: list[Block], found: Sequence[Block]) -> None:
        before = blocks[self._at] if self.following == start > 1 else None
        if isinstance(before, Listing) and len(found) == 1:
            first, *others = before.items
            items = (replace(first, number=start - len(before.items)), *others, *listing.items)
            blocks[self._at] = replace(before, items=items)
        else:
            blocks.extend(found)
            self._at = len(blocks) - 1
        self.following = start + len(listing.items)
