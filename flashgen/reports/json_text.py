"""JSON as every command prints it."""

from __future__ import annotations

import json


def json_text(data: object) -> str:
    """Values that JSON can hold, as programs read them: text as it is, indented for people who look."""
    return json.dumps(data, ensure_ascii=False, indent=2)
