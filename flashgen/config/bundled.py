"""The defaults that travel inside the package: configuration, card templates and the sample corpus."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def bundled(name: str) -> Path:
    """The folder of the defaults with this name: `config`, `card_templates` or `sample`.

    It is inside an installed package, and beside the package in a checkout.
    """
    inside = _PACKAGE / "bundled" / name
    return inside if inside.exists() else _PACKAGE.parent / name
