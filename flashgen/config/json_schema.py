"""The JSON Schema files in config/schema/, by which editors complete and check configuration files.

They are made from the same types that check a configuration. After a change of those:
`python -m flashgen.config.json_schema config/schema`.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from flashgen.config.phrases import CardPhrases
from flashgen.config.schema import CardTypes, Settings
from flashgen.config.strict_model import StrictModel

_MODELS: dict[str, type[StrictModel]] = {"flashgen": Settings, "card_types": CardTypes, "language": CardPhrases}


def make_schema_files() -> dict[str, str]:
    """The text of each schema file, by its name."""
    return {f"{name}.schema.json": _schema_text(f"{name}.yaml", model) for name, model in _MODELS.items()}


def _schema_text(title: str, model: type[StrictModel]) -> str:
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **model.model_json_schema(), "title": title}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    for _name, _text in make_schema_files().items():
        (Path(sys.argv[1]) / _name).write_text(_text, encoding="utf-8")
