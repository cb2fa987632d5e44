"""The defaults that travel inside the package: configuration, card templates and the sample corpus."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def bundled(name: str) -> Path:
    """`config`, `card_templates` or `sample`: inside an installed package, else beside it in a checkout."""
    inside = _PACKAGE / "bundled" / name
    return inside if inside.exists() else _PACKAGE.parent / name
