"""How many steps a backtracking matcher like Python's takes for a pattern on a text, counted instead of timed.

A pattern's parse tree (of the standard library's own parser) becomes a program of a small virtual machine (Thompson's
construction with priorities, as in Cox, "Regular Expression Matching: the Virtual Machine Approach", 2009), which
backtracks in the order in which `re` does. What `re` does faster by constant factors counts as if it did not.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

sre: Any = importlib.import_module("re._constants")
"""The kinds of nodes in a parse tree."""
_parser: Any = importlib.import_module("re._parser")
Mode = Literal["match", "fullmatch", "search"]
"""How a pattern is used; `search` is also what finds and replaces everywhere."""
_IS: dict[Any, Callable[[str], bool]] = {
    sre.CATEGORY_DIGIT: str.isdecimal,
    sre.CATEGORY_NOT_DIGIT: lambda c: not c.isdecimal(),
    sre.CATEGORY_SPACE: str.isspace,
    sre.CATEGORY_NOT_SPACE: lambda c: not c.isspace(),
    sre.CATEGORY_WORD: lambda c: c.isalnum() or c == "_",
    sre.CATEGORY_NOT_WORD: lambda c: not (c.isalnum() or c == "_"),
}


def parsed(pattern: re.Pattern[Any]) -> Any:
    """The parse tree of a pattern, whose flags stand in it."""
    source = pattern.pattern.decode("latin-1") if isinstance(pattern.pattern, bytes) else pattern.pattern
    return _parser.parse(source, pattern.flags & ~re.UNICODE)


def takes(node: tuple[Any, Any], flags: int) -> Callable[[str], bool] | None:
    """What a node says of one character; None where it is no node of one character."""
    kind, value = node
    if kind is sre.ANY:
        return (lambda _: True) if flags & re.DOTALL else lambda c: c != "\n"
    if kind in (sre.LITERAL, sre.NOT_LITERAL, sre.IN):
        plain = _takes_as_it_is(kind, value)
        if flags & re.IGNORECASE and kind is not sre.NOT_LITERAL:
            return lambda c: plain(c) or plain(c.lower()[:1]) or plain(c.upper()[:1])
        return plain
    return None


def _takes_as_it_is(kind: Any, value: Any) -> Callable[[str], bool]:
    if kind is sre.LITERAL:
        return lambda c: ord(c) == value
    if kind is sre.NOT_LITERAL:
        return lambda c: ord(c) != value
    is_negated = value[0][0] is sre.NEGATE
    parts = [_takes_part(*part) for part in value if part[0] is not sre.NEGATE]
    return lambda c: any(part(c) for part in parts) != is_negated


def _takes_part(kind: Any, value: Any) -> Callable[[str], bool]:
    if kind is sre.RANGE:
        return lambda c: value[0] <= ord(c) <= value[1]
    return _IS[value] if kind is sre.CATEGORY else lambda c: ord(c) == value


@dataclass(slots=True)
class Program:
    """Instructions: (name, value); `split` tries its targets in their order."""

    code: list[tuple[str, Any]] = field(default_factory=list)
    first: Callable[[str], bool] | None = None
    """Whether a match may begin with a character; None where it may be empty, or cannot be told so simply."""

    def add(self, name: str, value: Any = None) -> int:
        self.code.append((name, value))
        return len(self.code) - 1


def compiled(pattern: re.Pattern[Any]) -> Program:
    """The program of a pattern."""
    tree = parsed(pattern)
    program = Program()
    _add_all(program, tree, tree.state.flags)
    program.add("done")
    tests, may_be_empty = _first_tests(program)
    if not may_be_empty:
        program.first = cache(lambda letter: any(test(letter) for test in tests))
    return program


def _first_tests(program: Program) -> tuple[list[Callable[[str], bool]], bool]:
    """What a program may ask of the first character, also where it only looks; and whether it may ask for none."""
    tests: list[Callable[[str], bool]] = []
    may_be_empty, seen, ways = False, set(), [0]
    while ways:
        at = ways.pop()
        if at in seen:
            continue
        seen.add(at)
        name, value = program.code[at]
        if name == "take":
            tests.append(value)
            continue
        if name in ("done", "again"):
            may_be_empty = True
            continue
        onward = True
        if name in ("atomic", "look"):
            inner, back = (value, 0) if name == "atomic" else value[:2]
            inside, onward = _first_tests(inner) if back == 0 else ([], True)
            tests += inside
            onward = onward or name == "look"
        if name in ("split", "jump"):
            ways += value if name == "split" else [value]
        elif onward:
            ways.append(at + 1)
    return tests, may_be_empty


def _add_all(program: Program, nodes: Any, flags: int) -> None:
    for node in nodes:
        _add(program, node, flags)


def _alone(nodes: Any, flags: int) -> Program:
    """A program of its own, for what is looked for without taking it."""
    inner = Program()
    _add_all(inner, nodes, flags)
    inner.add("done")
    return inner


def _add(program: Program, node: tuple[Any, Any], flags: int) -> None:
    kind, value = node
    if taken := takes(node, flags):
        program.add("take", cache(taken))
    elif kind is sre.BRANCH:
        _add_branches(program, value[1], flags)
    elif kind is sre.SUBPATTERN:
        group, on, off, inner = value
        program.add("open", group)
        _add_all(program, inner, (flags | on) & ~off)
        program.add("close", group)
    elif kind in (sre.MAX_REPEAT, sre.MIN_REPEAT):
        _add_repeat(program, value, flags, is_greedy=kind is sre.MAX_REPEAT)
    elif kind is sre.POSSESSIVE_REPEAT:
        program.add("atomic", _alone([(sre.MAX_REPEAT, value)], flags))
    elif kind is sre.ATOMIC_GROUP:
        program.add("atomic", _alone(value, flags))
    elif kind in (sre.ASSERT, sre.ASSERT_NOT):
        direction, inner = value
        back = inner.getwidth()[0] if direction < 0 else 0
        program.add("look", (_alone(inner, flags), back, kind is sre.ASSERT))
    elif kind is sre.AT:
        program.add("at", (value, flags))
    elif kind is sre.GROUPREF:
        program.add("again", value)
    else:
        raise NotImplementedError(f"{kind} in a pattern")


def _add_branches(program: Program, branches: Any, flags: int) -> None:
    split = program.add("split")
    starts, ends = [], []
    for branch in branches:
        starts.append(len(program.code))
        _add_all(program, branch, flags)
        ends.append(program.add("jump"))
    program.code[split] = ("split", starts)
    for end in ends:
        program.code[end] = ("jump", len(program.code))


def _add_repeat(program: Program, repeat: tuple[int, Any, Any], flags: int, *, is_greedy: bool) -> None:
    least, most, body = repeat
    for _ in range(least):
        _add_all(program, body, flags)
    if most is sre.MAXREPEAT:
        split = program.add("split")
        program.add("here", split)
        _add_all(program, body, flags)
        program.add("onward", split)  # as `re` does, an empty round ends the loop
        program.add("jump", split)
        way = [split + 1, len(program.code)]
        program.code[split] = ("split", way if is_greedy else way[::-1])
        return
    splits = []
    for _ in range(most - least):
        splits.append(program.add("split"))
        _add_all(program, body, flags)
    for split in splits:
        way = [split + 1, len(program.code)]
        program.code[split] = ("split", way if is_greedy else way[::-1])


class TooManySteps(Exception):
    """The bound was reached."""


@dataclass(slots=True)
class Machine:
    """Runs programs on one text, and counts."""

    text: str
    bound: int
    steps: int = 0

    def run(self, program: Program, start: int, *, is_full: bool = False) -> int | None:
        """Where a match that begins at `start` ends; None where there is none."""
        states: list[tuple[int, int, dict[Any, Any]]] = [(0, start, {})]
        while states:
            at, place, known = states.pop()
            while True:
                self.steps += 1
                if self.steps > self.bound:
                    raise TooManySteps
                name, value = program.code[at]
                if name == "take":
                    if place >= len(self.text) or not value(self.text[place]):
                        break
                    place += 1
                elif name == "split":
                    states += [(way, place, known) for way in reversed(value[1:])]
                    at = value[0]
                    continue
                elif name == "jump":
                    at = value
                    continue
                elif name == "here":
                    known = {**known, ("here", value): place}
                elif name == "onward":
                    if known["here", value] == place:
                        at = max(program.code[value][1])
                        continue
                elif name == "done":
                    if is_full and place < len(self.text):
                        break
                    return place
                elif (moved := self._other(name, value, place, known)) is None:
                    break
                else:
                    place, known = moved
                at += 1
        return None

    def _other(self, name: str, value: Any, place: int, known: dict[Any, Any]) -> tuple[int, dict[Any, Any]] | None:
        """What else an instruction does: where it goes on, and with what known; None where it fails."""
        if name == "open":
            return place, {**known, ("open", value): place}
        if name == "close":
            return place, {**known, value: self.text[known["open", value] : place]}
        if name == "again":
            said = known.get(value)
            return None if said is None or not self.text.startswith(said, place) else (place + len(said), known)
        if name == "atomic":
            end = self.run(value, place)
            return None if end is None else (end, known)
        if name == "look":
            inner, back, is_wanted = value
            # what a pattern looks for may name a group of the whole: as a literal it can be told only then
            found = place >= back and self._looked(inner, place - back, known)
            return (place, known) if found == is_wanted else None
        return (place, known) if self._is_at(value, place) else None

    def _looked(self, inner: Program, start: int, known: dict[Any, Any]) -> bool:
        bound = Program([("words", known[value]) if name == "again" else (name, value) for name, value in inner.code])
        if any(name == "words" for name, _ in bound.code):
            (said,) = [value for name, value in bound.code if name == "words"]
            self.steps += 1
            return self.text.startswith(said, start)
        return self.run(inner, start) is not None

    def _is_at(self, edge: tuple[Any, int], place: int) -> bool:
        (kind, flags), text = edge, self.text
        if kind in (sre.AT_BEGINNING, sre.AT_BEGINNING_STRING):
            is_line = kind is sre.AT_BEGINNING and bool(flags & re.MULTILINE)
            return place == 0 or (is_line and text[place - 1] == "\n")
        if kind is sre.AT_END:
            is_line = bool(flags & re.MULTILINE) and text[place : place + 1] == "\n"
            return is_line or text[place:] in ("", "\n")
        if kind is sre.AT_END_STRING:
            return place == len(text)
        is_word = _IS[sre.CATEGORY_WORD]
        before = place > 0 and is_word(text[place - 1])
        is_edge = before != (place < len(text) and is_word(text[place]))
        return is_edge == (kind is sre.AT_BOUNDARY)


def steps(program: Program, text: str, mode: Mode, bound: int) -> int:
    """The steps that a pattern takes on a text: from its start, or everywhere from match to match; `bound` at most."""
    machine = Machine(text, bound)
    try:
        if mode != "search":
            machine.run(program, 0, is_full=mode == "fullmatch")
        else:
            for _ in _everywhere(machine, program):
                pass
    except TooManySteps:
        return bound
    return machine.steps


def _everywhere(machine: Machine, program: Program) -> Iterator[int]:
    place = 0
    while place <= len(machine.text):
        if program.first and (place == len(machine.text) or not program.first(machine.text[place])):
            # whatever is tried here fails at once: some steps, however long the text is
            machine.steps += 1
            place += 1
            continue
        end = machine.run(program, place)
        place = end if end is not None and end > place else place + 1
        yield place
