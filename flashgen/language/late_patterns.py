"""Regular expressions that are compiled when they are first used.

A range of characters such as that of Chinese is gone through one by one where it is compiled: some milliseconds for an
expression, at every start, though a build in which nothing has changed asks none of these.
"""

from __future__ import annotations

import re
from typing import Any, cast

_USES = (
    "search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer", "scanner", "pattern", "flags",
    "groups", "groupindex",
)  # fmt: skip


class LatePattern:
    """What it has, but for what it was made of, comes from the compiled expression, once that is asked for."""

    def __init__(self, expression: str) -> None:
        self._expression = expression

    def __getattr__(self, name: str) -> Any:
        if name not in _USES:
            raise AttributeError(name)
        compiled = self.compiled()
        self.__dict__.update((use, getattr(compiled, use)) for use in _USES)
        return self.__dict__[name]

    def compiled(self) -> re.Pattern[str]:
        """The expression itself."""
        return re.compile(self._expression)


def late_pattern(expression: str) -> re.Pattern[str]:
    """An expression, used as if it were compiled; what is wrong with it is found when it first is."""
    return cast("re.Pattern[str]", LatePattern(expression))
