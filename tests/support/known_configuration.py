"""What the bundled configuration comes to is worked out once for all tests, which hardly ever change it.

To read its YAML files and to render its templates takes longer than to build a small deck from it, and neither depends
on anything but the files: what is known goes by all of their text.
"""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from weakref import WeakKeyDictionary

import pytest

from flashgen.config import load
from flashgen.config.bundled import bundled
from flashgen.config.template_engine import TooMuch
from flashgen.config.template_files import TemplateFiles
from flashgen.config.yaml_file import YamlFile, load_yaml

Sources = tuple[str, ...]
"""The names and the texts of all templates."""


@contextmanager
def known_configuration() -> Iterator[None]:
    """Meanwhile a bundled file is parsed once, and a template rendered once for the same files and values."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(load, "load_yaml", _Yaml(bundled("config")))
        patched.setattr(TemplateFiles, "_render", _rendering())
        yield


class _Yaml:
    """Reads YAML files; each caller gets values of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: dict[tuple[Path, bytes], bytes] = {}

    def __call__(self, path: Path) -> YamlFile:
        if not path.is_relative_to(self._folder):
            return load_yaml(path)
        key = (path, path.read_bytes())
        if key not in self._known:
            self._known[key] = pickle.dumps(load_yaml(path))
        file: YamlFile = pickle.loads(self._known[key])
        return file


def _rendering() -> Callable[[TemplateFiles, str, Mapping[str, object]], str]:
    """`TemplateFiles._render` with a memory."""
    render = TemplateFiles._render
    sources: WeakKeyDictionary[TemplateFiles, Sources] = WeakKeyDictionary()
    known: dict[tuple[Sources, str, str], str] = {}

    def rendered(files: TemplateFiles, name: str, values: Mapping[str, object]) -> str:
        try:
            if files not in sources:
                sources[files] = tuple(files.contents())
        except (OSError, ValueError, TooMuch):  # which of them cannot be read, and what of it, is for rendering to tell
            return render(files, name, values)
        key = (sources[files], name, json.dumps(values, sort_keys=True, default=str))
        if key not in known:
            known[key] = render(files, name, values)
        return known[key]

    return rendered
