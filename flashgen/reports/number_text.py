"""Shares as people read them."""

from __future__ import annotations


def share_text(part: int, whole: int) -> str:
    """A share in whole percents; only nothing is 0%, and only everything is 100%."""
    if not 0 < part < whole:
        return "100%" if part else "0%"
    percent = round(100 * part / whole)
    return "<1%" if percent == 0 else ">99%" if percent == 100 else f"{percent}%"
