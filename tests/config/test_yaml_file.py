"""YAML is read safely and bounded; whatever is in a file, only FlashgenError comes out."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flashgen.config.yaml_file import load_yaml
from flashgen.errors import FlashgenError


def written(folder: Path, data: str | bytes) -> Path:
    path = folder / "some.yaml"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def said(folder: Path, data: str | bytes) -> str:
    with pytest.raises(FlashgenError) as raised:
        load_yaml(written(folder, data))
    return str(raised.value)


@pytest.mark.parametrize("number", ["9" * 5000, "0x" + "f" * 5000, "0b" + "1" * 999, "1" + ":59" * 99, "-" + "9" * 200])
def test_a_number_of_thousands_of_digits_is_refused_in_words(tmp_path: Path, number: str) -> None:
    message = said(tmp_path, f"confidence: {number}\n")
    assert "a number of more than 100 digits" in message
    assert ":1: column 13" in message


def test_a_long_text_that_begins_with_a_digit_is_a_text_in_quotes(tmp_path: Path) -> None:
    assert load_yaml(written(tmp_path, f"a: '{'9' * 5000}'\n")).data == {"a": "9" * 5000}


def test_the_number_of_values_is_bounded(tmp_path: Path) -> None:
    assert "more than 50,000 values" in said(tmp_path, "".join(f"k{n}: 1\n" for n in range(30_000)))


def test_every_value_has_its_place(tmp_path: Path) -> None:
    file = load_yaml(written(tmp_path, "a: 1\nb:\n  - c: x\n"))
    assert file.data == {"a": 1, "b": [{"c": "x"}]}
    assert file.places["a",] == (1, 1)
    assert file.places["b", 0] == (3, 5)
    assert file.places["b", 0, "c"] == (3, 5)


def test_a_missing_key_is_shown_at_its_parent(tmp_path: Path) -> None:
    file = load_yaml(written(tmp_path, "a: 1\nb:\n  c: 2\n"))
    assert str(file.problem_at(("b", "d"), "gone")) == f"{file.path}:2: column 1: gone\n    b:\n    ^"


def test_a_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    assert load_yaml(written(tmp_path, "\ufeffa: 1\n")).data == {"a": 1}


def test_windows_line_ends_do_not_reach_the_message(tmp_path: Path) -> None:
    assert "\r" not in said(tmp_path, "a: 1\r\na: 2\r\n")


def test_anchors_alone_are_harmless(tmp_path: Path) -> None:
    assert load_yaml(written(tmp_path, "a: &x 1\n")).data == {"a": 1}


def test_a_growing_alias_is_refused_before_it_grows(tmp_path: Path) -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefg", "bcdefgh", strict=True))
    assert "aliases (*name) are not supported" in said(tmp_path, bomb)


@pytest.mark.parametrize(
    ("data", "fragment"),
    [
        (b"a: \xff\n", "not UTF-8 (at byte 3)"),
        ("a: 1\na: 2\n", "some.yaml:2: column 1: the key 'a' stands here a second time"),
        ("a:\n  b: 1\n  b: 2\n", "some.yaml:3: column 3: the key 'b' stands here a second time"),
        ("a: [1, 2\n", "some.yaml:2: column 1: "),
        ("a: {b: 1\n", "expected ',' or '}'"),
        ('a: "x\n', "some.yaml:2: column 1: "),
        ("a: 'x\n", "while scanning a quoted scalar"),
        ("a: *b\n", "some.yaml:1: column 4: aliases"),
        ("a: @x\n", "cannot start any token"),
        ("a: `x\n", "cannot start any token"),
        ("a: %x\n", "cannot start any token"),
        ("a:\n\tb: 1\n", "some.yaml:2: column 1: "),
        ("a: b: c\n", "mapping values are not allowed"),
        ("a: 1\n b: 2\n", "mapping values are not allowed"),
        ("- a\nb: 1\n", "some.yaml:2: column 1: "),
        ("a: 1\n---\nb: 2\n", "expected a single document"),
        ("a: !!python/object/apply:os.system [ls]\n", "could not determine a constructor"),
        ("a: !mine x\n", "could not determine a constructor"),
        ("<<: 3\n", "expected a mapping"),
        ("a: \x01\n", "control characters are not allowed"),
        ('a: "\\q"\n', "found unknown escape character"),
        ("a: |x\n", "some.yaml:1: column 5: "),
        ("%YAML 9.0\n---\na: 1\n", "found incompatible YAML document"),
        ("a: !!set [x]\n", "expected a mapping node"),
        ("a: " + "x" * 1_000_001, "longer than 1,000,000 characters"),
    ],
)
def test_a_broken_file_is_told_in_one_message(tmp_path: Path, data: str | bytes, fragment: str) -> None:
    message = said(tmp_path, data)
    assert str(tmp_path / "some.yaml") in message
    assert fragment in message


def test_a_fault_is_shown_with_its_line_and_a_caret(tmp_path: Path) -> None:
    assert said(tmp_path, "ok: 1\nbad: @x\n").endswith("\n    bad: @x\n         ^")


def test_of_a_long_line_what_is_near_is_shown_so_that_thousands_of_faults_fill_no_memory(tmp_path: Path) -> None:
    message = said(tmp_path, f"a: &a x\nb: [{'*a,' * 5000}]\n")
    assert message.count("aliases (*name) are not supported") == 5000
    lines = message.splitlines()
    assert max(map(len, lines)) < 300
    shown, caret = lines[-2:]
    assert shown[caret.index("^") :] == "*a,]"


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(FlashgenError, match=r"nothing\.yaml: cannot be read"):
        load_yaml(tmp_path / "nothing.yaml")


def test_a_pipe_and_a_device_are_not_opened(tmp_path: Path) -> None:
    found = [Path(os.devnull)]
    if hasattr(os, "mkfifo"):
        found.append(tmp_path / "pipe.yaml")
        os.mkfifo(found[-1])  # whoever opened it would wait for ever
    for path in found:
        with pytest.raises(FlashgenError, match="not a regular file but a pipe, socket or device"):
            load_yaml(path)


def test_a_file_is_measured_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (tmp_path / "large.yaml").open("wb") as stream:
        stream.truncate(1 << 40)
    monkeypatch.delattr(Path, "read_bytes")
    with pytest.raises(FlashgenError, match="longer than 1,000,000 characters"):
        load_yaml(tmp_path / "large.yaml")


@pytest.mark.parametrize(
    "data",
    [
        "? [a, b]\n: c\n",
        "? {a: b}\n: c\n",
        "deck: 2024-13-45\n",
        "a: 2024-02-30 10:00:00\n",
        "a: !!int x\n",
        "a: !!float x\n",
        "a: !!bool maybe\n",
        "a: !!timestamp x\n",
        "a: !!binary é\n",
        "a: 0x_\n",
        "a: " + "9" * 5000 + "\n",
    ],
)
def test_a_value_that_python_cannot_hold_is_a_problem_like_any_other(tmp_path: Path, data: str) -> None:
    assert "some.yaml" in said(tmp_path, data)


@pytest.mark.parametrize("data", ["[" * 5000 + "]" * 5000, "{a: " * 5000 + "}" * 5000, "- " * 5000 + "x"])
def test_deep_nesting_is_a_problem_like_any_other(tmp_path: Path, data: str) -> None:
    assert "some.yaml" in said(tmp_path, data)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.text(alphabet="ab:- \n[]{}#&*!|>'\"%@`,?0.\t", max_size=40))
def test_no_text_raises_anything_else(tmp_path: Path, data: str) -> None:
    try:
        load_yaml(written(tmp_path, data))
    except FlashgenError as problem:
        assert problem.problems


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=30))
def test_no_bytes_raise_anything_else(tmp_path: Path, data: bytes) -> None:
    try:
        load_yaml(written(tmp_path, data))
    except FlashgenError as problem:
        assert problem.problems
