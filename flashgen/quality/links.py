"""Links that cover more than a term."""

from __future__ import annotations

import re

from flashgen.language import marks
from flashgen.records.facts import Mention

_INSIDE = re.compile(rf"[{marks.ENDS}](?=\s+\S)|[{marks.CLEAR_ENDS}](?=\w)|\s,\s|,\s.*,\s")


def swallows_sentence_end(mention: Mention) -> bool:
    """Whether the linked words run over the end of a sentence.

    Met in "nonce" (Russian), where a link covers half a sentence and its full stop: the text reads well, but its
    marked words are no term.
    """
    return _INSIDE.search(mention.paragraph[mention.start : mention.end]) is not None
