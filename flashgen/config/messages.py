"""What pydantic found wrong with a configuration file, in the user's words: the fact, the remedy, an example."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from types import NoneType
from typing import Any, get_args, get_origin

from pydantic import ValidationError

from flashgen.config.strict_model import StrictModel
from flashgen.config.yaml_file import KeyPath, YamlFile
from flashgen.errors import Problem, find_nearest, suggest


def describe_mistakes(invalid: ValidationError, file: YamlFile, model: type[StrictModel]) -> Iterator[Problem]:
    """Each mistake in the user's words, at the key where it stands."""
    found = invalid.errors()
    unknown = {mistake["loc"][:2] for mistake in found if mistake["loc"][-1] == "kind"}
    for mistake in found:
        if mistake["type"] == "missing" and mistake["loc"][-1] != "kind" and mistake["loc"][:2] in unknown:
            continue  # a note type of no known kind has no defaults
        path = tuple(part for part in mistake["loc"] if part != "[key]")
        yield file.problem_at(path, message_for(mistake, path, model))


def message_for(mistake: Any, path: KeyPath, model: type[StrictModel]) -> str:
    """What pydantic says of a key, in the user's words: what is wrong, what would be right, and an example of it.

    `path` leads to the key from the top of the file, whose shape is `model`.
    """
    key = ".".join(map(str, path))
    owner, known = _find_owner(model, path)
    if mistake["type"] == "extra_forbidden":
        keys = tuple(owner.model_fields)
        nearest = find_nearest(str(path[-1]), keys)
        return f"unknown key {path[-1]!r}{suggest(str(path[-1]), keys)}{_show_example(owner, nearest, ' For')}"
    if mistake["type"] == "literal_error":
        return f"{mistake['input']!r} is not known here{suggest(str(mistake['input']), _list_choices(mistake))}"
    example = _show_example(owner, known, "; for")
    if mistake["type"] == "missing":
        return f"{key}: this key is missing{example}"
    if mistake["type"] == "string_pattern_mismatch":
        remedy = 'is a name that Anki would change; leave out : { } " and outer spaces'
        return f"{key}: {mistake['input']!r} {remedy}{example}"
    expected = re.sub(r" or instance of \w+", "", mistake["msg"])
    message = f"{expected[0].lower()}{expected[1:]}, found {describe(mistake['input'])}{example}"
    return f"{key}: {message}" if key else message


def describe(value: object) -> str:
    """What a value of a YAML file is, with its beginning: `a text ('abc')`."""
    names = {bool: "true or false", int: "a number", float: "a number", str: "a text", list: "a list", dict: "keys"}
    return "nothing" if value is None else f"{names.get(type(value), 'something else')} ({str(value)[:40]!r})"


def _list_choices(mistake: Any) -> tuple[str, ...]:
    """The values that pydantic would have taken: it names them in one text."""
    return tuple(re.findall(r"'([^']+)'", mistake["ctx"]["expected"]))


def _find_owner(model: type[StrictModel], path: KeyPath) -> tuple[type[StrictModel], str]:
    """The model that a path's last key belongs to, and the last key of it that is known; empty where none is."""
    known = ""
    for depth, part in enumerate(path):
        if isinstance(part, int):
            continue
        field = model.model_fields.get(part)
        known = part if field else known
        if depth < len(path) - 1 and field and (inner := _find_model(field.annotation)):
            # of a place in a list, its example is that of the list
            if isinstance(path[-1], int) and depth == len(path) - 2:
                break
            model, known = inner, ""
    return model, known


def _find_model(annotation: Any) -> type[StrictModel] | None:
    if isinstance(annotation, type) and get_origin(annotation) is None:
        return annotation if issubclass(annotation, StrictModel) else None
    return next((found for part in get_args(annotation) if part is not NoneType and (found := _find_model(part))), None)


def _show_example(model: type[StrictModel], key: str, opening: str) -> str:
    """An example of a key as it would stand in the file; empty where there is none."""
    field = model.model_fields.get(key)
    return f"{opening} example {key}: {_format_yaml(field.examples[0])}" if field and field.examples else ""


def _format_yaml(value: object) -> str:
    """A value as YAML in one line, quoted where it has to be."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_format_yaml(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_format_yaml(one) for one in value) + "]"
    if isinstance(value, str) and re.fullmatch(r"[A-Za-z][\w./ -]*", value):
        return value
    return json.dumps(value, ensure_ascii=False)
