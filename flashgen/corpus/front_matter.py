"""Front matter, told from the text behind it: YAML, TOML and JSON, Elixir maps, comments, MultiMarkdown.

Nothing of it is taken for text: a form that its own reader rejects is read line by line, and one that never ends is
read as far as its lines are keys.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import cache
from typing import Any

from flashgen.corpus.faults import Fault
from flashgen.corpus.front_elixir import ElixirError, read_elixir_map
from flashgen.corpus.front_formatted import find_formatted
from flashgen.corpus.front_lines import Read, is_usual, key_line, key_lines, leading_keys, read_lines
from flashgen.corpus.front_values import flat_values, text_value
from flashgen.corpus.front_yaml import read_yaml
from flashgen.record import Record, replace

_FENCE = re.compile(r"(-{3,}|\+{3,})[ \t]*+(yaml|toml|json)?[ \t]*+", re.IGNORECASE)
_END = re.compile(r"(?:-{3,}|\.{3})[ \t]*")
_INDENTED_END = re.compile(r" {1,3}-{3,}[ \t]*")
_TOML_END = re.compile(r"\+{3,}[ \t]*")
_OBJECT = re.compile(r"\{\s*(?:\"|//|/\*|\})")
_LIST = re.compile(r"-[ \t]")
_HEADING = re.compile(r"#{1,6}[ \t]")
_WRITE_KEYS = "write a line for each key, such as `title: Tide`"
_COMMENT, _COMMENT_END = "<!--", "-->"
_AS_COMMENT = "a comment"


class Matter(Record):
    """A document taken apart: its front matter, and its body with the line on which the body begins."""

    values: Mapping[str, Any]
    """By key in lower case: `Title:` is a title."""
    lines: Mapping[str, int]
    """The line of each key in lower case, for messages."""
    body: str
    body_line: int
    faults: tuple[Fault, ...] = ()


class _Found(Record):
    """Front matter that begins a text, as it is read."""

    form: str
    values: Mapping[Any, Any]
    first: int
    """The index of the first line that it was read from."""
    last: int
    """That of its last line, its closing mark included."""
    column: int | None = None
    """Where in the last line the body begins; None: behind it."""
    faults: tuple[Fault, ...] = ()


def split_matter(text: str) -> Matter:
    """Separate front matter from body. Never fails: what its form rejects is read as `key: value` lines."""
    lines = text.split("\n")
    found = _find(lines, _first_text(lines, 0))
    if not found:
        return Matter({}, {}, text, 1)
    second, told = _second(lines, found)
    values: dict[str, Any] = {}
    for key, value in flat_values(found.values):
        values.setdefault(key, value)
    end = second or found
    column = len(lines[end.last]) if end.column is None else end.column
    body = "\n".join([lines[end.last][column:], *lines[end.last + 1 :]])
    located = key_lines("\n".join(lines[found.first : found.last + 1]), found.first + 1)
    return Matter(values, located, body, end.last + 1, (*found.faults, *told))


def _second(lines: list[str], found: _Found) -> tuple[_Found | None, tuple[Fault, ...]]:
    """Front matter in another form behind that which was found, which is no text either, and what is told of it."""
    if found.column is not None and lines[found.last][found.column :].strip():
        return None, ()
    begin = _first_text(lines, found.last + 1)
    second = _find(lines, begin, is_second=True)
    if not second or not second.values:
        return None, ()
    if second.form == _AS_COMMENT and second.values.keys() <= found.values.keys():
        return second, ()  # what was translated is often kept beside its translation
    said = f"a second front matter, in {second.form} behind one in {found.form}; left out: keep one"
    return second, (Fault(said, begin + 1, is_repaired=False),)


def _first_text(lines: list[str], begin: int) -> int:
    return next((i for i in range(begin, len(lines)) if lines[i].strip()), len(lines))


def _find(lines: list[str], begin: int, *, is_second: bool = False) -> _Found | None:
    """The front matter that begins on a line, if any does."""
    if begin >= len(lines):
        return None
    line = lines[begin]
    if not is_second and (formatted := find_formatted(lines, begin)):
        return _formatted(*formatted, begin)
    if fence := _FENCE.fullmatch(line):
        form = (fence[2] or ("toml" if line.startswith("+") else "yaml")).lower()
        return _fenced(lines, begin, form, is_second=is_second)
    if line.startswith("%{"):
        return _elixir(lines, begin)
    if line.startswith("{") and _OBJECT.match("\n".join(lines[begin : begin + 20])):
        return _json(lines, begin)
    if line.startswith(_COMMENT):
        return _comment(lines, begin)
    return None if is_second else _multimarkdown(lines, begin)


def _fenced(lines: list[str], begin: int, form: str, *, is_second: bool) -> _Found | None:
    """YAML between dashes, TOML between plus signs; either mark may name another form."""
    closes = _TOML_END if lines[begin].startswith("+") else _END
    end = next((i for i in range(begin + 1, len(lines)) if closes.fullmatch(lines[i])), None)
    if end is None:  # keys may be indented all alike, and the closing mark with them
        end = next((i for i in range(begin + 1, len(lines)) if _INDENTED_END.fullmatch(lines[i])), None)
    inside = lines[begin + 1 : end]
    top = next(filter(str.strip, inside), "")
    if end is None or _ends_early(inside, form):
        # without a key of front matter it is a thematic break
        return _unclosed(lines, begin, form) if is_usual(top) else None
    is_keyed = form == "json" or bool(key_line(top))
    if is_second and not is_keyed:
        return None
    found = _read(form, inside, begin, end)
    is_text = top and not is_keyed and not found.values and not top.startswith("#") and not _LIST.match(top)
    return None if is_text else found  # text between two thematic breaks


def _formatted(keys: str, last: int, begin: int) -> _Found:
    """What a formatter made a heading of."""
    fault = Fault("front matter that was formatted as text: read as keys", begin + 1)
    return _Found("YAML", read_yaml(keys).values, begin, last, faults=(fault,))


def _ends_early(inside: list[str], form: str) -> bool:
    """Whether a heading stands behind a blank line, so that the closing mark is a thematic break of the text."""
    blank = next((i for i, line in enumerate(inside) if not line.strip()), len(inside))
    later = inside[blank:]
    return (
        form == "yaml"
        and any(_HEADING.match(line) for line in later)
        and any(
            line.strip() and line[:1].strip() and not line.startswith(("#", "-")) and not key_line(line)
            for line in later
        )
    )


def _read(form: str, inside: list[str], begin: int, end: int) -> _Found:
    """The lines between two marks, by the reader of their form; line by line where that rejects them."""
    block, first = "\n".join(inside), begin + 1
    if form == "yaml":
        read = read_yaml(block)
    else:
        # imported here, since few corpora need the readers of other forms
        from flashgen.corpus.front_data import read_json, read_toml

        read = read_toml(block) if form == "toml" else read_json(block)
    return _Found(form.upper(), read.values, first, end, faults=_faults(read, first))


def _faults(read: Read, first: int) -> tuple[Fault, ...]:
    """What a reader said of its block, whose first line has the index `first`."""
    if not read.fault:
        return ()
    lost = "" if read.values else f"; nothing of it could be read: {_WRITE_KEYS}"
    return (Fault(read.fault + lost, first + read.line + 1, is_repaired=not lost),)


def _unclosed(lines: list[str], begin: int, form: str) -> _Found | None:
    """Front matter whose closing mark is missing: as many lines as are keys."""
    first = _first_text(lines, begin + 1)
    count = leading_keys(lines[first:])
    if not count:
        return None
    mark = lines[begin].strip()
    last = first + count - 1
    found = _read(form, lines[first : last + 1], first - 1, last)
    said = f"the front matter never ends; read down to line {last + 1}: close it with a line {mark!r}"
    return replace(found, faults=(Fault(said, begin + 1, is_repaired=False), *found.faults))


def _json(lines: list[str], begin: int) -> _Found:
    from flashgen.corpus.front_data import find_json_end, read_json

    text = "\n".join(lines[begin:])
    end = find_json_end(text)
    if end is None:
        count = max(1, next((i for i, line in enumerate(lines[begin:]) if not line.strip()), len(lines) - begin))
        values: Mapping[str, Any] = read_lines("\n".join(lines[begin : begin + count]).replace('",', '"'))
        said = f"the front matter never ends; read down to line {begin + count}: close it with a line '}}'"
        return _Found("JSON", values, begin, begin + count - 1, faults=(Fault(said, begin + 1, is_repaired=False),))
    read = read_json(text[:end])
    return _placed(_Found("JSON", read.values, begin, begin, faults=_faults(read, begin)), lines, begin, text, end)


def _elixir(lines: list[str], begin: int) -> _Found:
    text = "\n".join(lines[begin:])
    try:
        values, end = read_elixir_map(text)
    except ElixirError as fault:
        last = next((i for i in range(begin, len(lines)) if _END.fullmatch(lines[i])), None)
        line = begin + text.count("\n", 0, fault.position)
        said = f'no Elixir map ({fault}); read line by line: write it as `%{{title: "Tide"}}`'
        if last is None or any(map(_HEADING.match, lines[begin + 1 : last])):
            last = begin + leading_keys([line.lstrip() for line in lines[begin + 1 :]])
            line, said = begin, f"the front matter never ends; read down to line {last + 1}: close it with a line '}}'"
        rest = read_lines("\n".join(lines[begin + 1 : last + 1]).replace('",', '"'))
        return _Found("Elixir", rest, begin, last, faults=(Fault(said, line + 1, is_repaired=False),))
    found = _placed(_Found("Elixir", values, begin, begin), lines, begin, text, end)
    after = _first_text(lines, found.last + 1)
    if after < len(lines) and _END.fullmatch(lines[after]) and not lines[found.last][found.column or 0 :].strip():
        found = replace(found, last=after, column=None)
    return found


def _comment(lines: list[str], begin: int) -> _Found | None:
    """Keys in a comment, as Nikola writes them; or a comment, such as a licence, before the front matter."""
    text = "\n".join(lines[begin:])
    end = text.find(_COMMENT_END)
    inside = text[len(_COMMENT) : end if end >= 0 else None]
    keyed = [line for line in inside.split("\n") if line.strip() and not _END.fullmatch(line.strip())]
    if end < 0:
        count = leading_keys([line.lstrip() for line in lines[begin + 1 :]])
        if not count or not any(map(is_usual, lines[begin + 1 : begin + 1 + count])):
            return None
        said = f"the front matter never ends; read down to line {begin + 1 + count}: close it with {_COMMENT_END!r}"
        values = read_lines("\n".join(lines[begin + 1 : begin + 1 + count]))
        return _Found(_AS_COMMENT, values, begin, begin + count, faults=(Fault(said, begin + 1, is_repaired=False),))
    place = _placed(_Found(_AS_COMMENT, {}, begin, begin), lines, begin, text, end + len(_COMMENT_END))
    if keyed and any(map(is_usual, keyed)) and all(key_line(line) or line[:1] in " \t-" for line in keyed):
        has_points = keyed[0].lstrip().startswith("..")
        block = "\n".join(line for line in inside.split("\n") if not _END.fullmatch(line.strip()))
        return replace(place, values=read_lines(block) if has_points else read_yaml(block).values)
    after = _first_text(lines, place.last + 1)
    stands_alone = not lines[place.last][place.column or 0 :].strip()
    is_followed = stands_alone and after < len(lines) and _FENCE.fullmatch(lines[after])
    return _find(lines, after, is_second=True) if is_followed else None


def _multimarkdown(lines: list[str], begin: int) -> _Found | None:
    """Lines `Key: value` at the very beginning, down to a blank line or a closing mark."""
    if not is_usual(lines[begin]) or lines[begin][:1] in " \t.":
        return None
    count = leading_keys(lines[begin:])
    end = begin + count
    is_closed = end < len(lines) and _END.fullmatch(lines[end]) is not None
    if not is_closed and end < len(lines) and lines[end].strip():
        return None  # a paragraph that happens to begin with such a word
    values = read_lines("\n".join(lines[begin:end]))
    if count == 1 and not is_closed and "title" not in {key.casefold() for key in values}:
        return None
    return _Found("MultiMarkdown", values, begin, end if is_closed else end - 1)


def _placed(found: _Found, lines: list[str], begin: int, text: str, end: int) -> _Found:
    """Where a text that began on a line ends: in a line, or with it."""
    last = begin + text.count("\n", 0, end)
    column = end - (text.rfind("\n", 0, end) + 1)
    return replace(found, last=last, column=column)


def front_texts(head: str, wanted: Collection[str]) -> Mapping[str, str]:
    """All values of the front matter that a document's beginning holds, as texts, by key in lower case.

    Nothing where none of the wanted keys (in lower case) is among them, which costs next to nothing.
    """
    folded = head.casefold()
    # texts hold the letters of such keys far more often than the keys
    if not any(key in folded and _as_key(key).search(folded) for key in wanted):
        return {}
    values = {key: text_value(value) for key, value in split_matter(head).values.items()}
    return values if values.keys() & set(wanted) else {}


@cache
def _as_key(key: str) -> re.Pattern[str]:
    """A key with what stands behind it, in whatever form."""
    return re.compile(rf"{re.escape(key)}[\"']?\s*+[:=]")
