"""Template files -> text, with partials put in; and where in which file a stretch of that text stands."""

from __future__ import annotations

import json
import traceback
from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from pathlib import Path

import jinja2
from jinja2 import meta

from flashgen.config.template_engine import TooMuch, counted_steps, make_environment
from flashgen.config.yaml_file import with_caret
from flashgen.errors import Problem, error, suggest
from flashgen.records.location import Location


class Unreadable(Exception):
    """A template gives no text; carries the problem."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        """Why there is no text, with its place."""


class TemplateFiles:
    """The templates in some folders; a file in an earlier folder takes the place of one in a later."""

    def __init__(self, folders: Iterable[Path], rendered: MutableMapping[str, str] | None = None) -> None:
        """`rendered` are texts that `render` has made of the same files before; it adds those that it makes."""
        self._environment = make_environment(folders)
        self._known = tuple(self._environment.list_templates())
        self._rendered = {} if rendered is None else rendered

    def contents(self) -> Iterator[str]:
        """The name and the source of every template, in order. Raises OSError, ValueError or TooMuch for one unread."""
        loader = self._environment.loader
        if loader:
            for name in self._known:
                yield from (name, loader.get_source(self._environment, name)[0])

    def missing_message(self, name: str) -> str:
        """The message about a template that is in no folder; empty for one that is there."""
        if name in self._known:
            return ""
        hint = suggest(name, self._known, "; it is looked for in card_templates/")
        return f"the template {name} does not exist{hint}"

    def render(self, name: str, values: Mapping[str, object]) -> str:
        """A template with its partials put in; lines that came out empty are dropped.

        Raises Unreadable for any fault of Jinja's syntax and of what it computes.
        """
        key = json.dumps([name, values], sort_keys=True, default=str)
        if key not in self._rendered:
            self._rendered[key] = self._render(name, values)
        return self._rendered[key]

    def _render(self, name: str, values: Mapping[str, object]) -> str:
        try:
            with counted_steps():
                text = self._environment.get_template(name).render(values)
        except jinja2.TemplateSyntaxError as fault:
            raise Unreadable(self._problem_at_line(fault.name or name, fault.lineno, fault.message or "")) from None
        except jinja2.TemplateNotFound as missing:
            message = self.missing_message(str(missing)) or f"the template {missing} cannot be read"
            raise Unreadable(self.problem_at(name, message, str(missing))) from None
        except TooMuch as fault:
            raise Unreadable(self._problem_at_line(name, 1, str(fault))) from None
        except RecursionError:
            raise Unreadable(self._problem_at_line(name, 1, "this template includes itself without end")) from None
        except UnicodeDecodeError as fault:
            message = f"not UTF-8 (at byte {fault.start}); save it as UTF-8"
            raise Unreadable(error(message, Location(self._find_unreadable(name, fault)))) from None
        except Exception as fault:  # whatever the template computes may go wrong in any way
            failed, line = self._find_failure(name, fault)
            raise Unreadable(self._problem_at_line(failed, line, str(fault) or type(fault).__name__)) from None
        return "\n".join(line for line in text.split("\n") if line.strip())

    def problem_at(self, name: str, message: str, mark: str = "", text: str = "", start: int = 0) -> Problem:
        """A problem about `mark`, which begins at `start` of the rendered `text`: shown in the file it was written in.

        What a partial put together stands in no file; it is shown as it came out. Without a mark, the problem is that
        of the whole template, whose first line is shown.
        """
        if not mark:
            return self._problem_at_line(name, 1, message)
        for source, lines, path in self._sources(name):
            if mark not in source:
                continue
            offset, wanted = source.index(mark), text.count(mark, 0, start)
            if source.count(mark) == text.count(mark):
                for _ in range(wanted):
                    offset = source.index(mark, offset + 1)
            line = source.count("\n", 0, offset) + 1
            column = offset - (source.rfind("\n", 0, offset) + 1) + 1
            return error(with_caret(message, lines, line, column), Location(path, line))
        line_start = text.rfind("\n", 0, start) + 1
        shown = text[line_start:].split("\n")[0]
        caret = f"{' ' * (start - line_start)}^"
        return error(f"{message} (with its partials put in)\n    {shown}\n    {caret}", self._location(name))

    def _problem_at_line(self, name: str, line: int, message: str) -> Problem:
        lines = next((lines for _, lines, _ in self._sources(name)), ())
        shown = lines[line - 1] if 0 < line <= len(lines) else ""
        column = len(shown) - len(shown.lstrip()) + 1
        return error(with_caret(message, lines, line, column), Location(str(self._location(name)), line))

    def _location(self, name: str) -> Location:
        return Location(next((path for _, _, path in self._sources(name)), name))

    def _sources(self, name: str) -> Iterator[tuple[str, tuple[str, ...], str]]:
        """(text, lines, path) of a template and of all that it puts in, nearest first."""
        loader = self._environment.loader
        waiting, seen = [name], {name}
        while waiting and loader:
            try:
                source, path, _ = loader.get_source(self._environment, waiting.pop(0))
            except (jinja2.TemplateNotFound, OSError, UnicodeDecodeError, TooMuch):
                continue
            yield source, tuple(source.split("\n")), path or ""
            try:
                further = meta.find_referenced_templates(self._environment.parse(source))
            except (jinja2.TemplateSyntaxError, ValueError, RecursionError):
                continue
            for other in further:
                if other and other not in seen:
                    seen.add(other)
                    waiting.append(other)

    def _find_failure(self, name: str, fault: Exception) -> tuple[str, int]:
        """The template and line in which a computation failed: Jinja puts them into the traceback."""
        known = {path: one for one in self._known for _, _, path in self._first(one)}
        frames = [frame for frame in traceback.extract_tb(fault.__traceback__) if frame.filename in known]
        return (known[frames[-1].filename], frames[-1].lineno or 1) if frames else (name, 1)

    def _first(self, name: str) -> Iterator[tuple[str, tuple[str, ...], str]]:
        yield from list(self._sources(name))[:1]

    def _find_unreadable(self, name: str, fault: UnicodeDecodeError) -> str:
        """Which of the files that a template puts in is not UTF-8: the one that holds these bytes."""
        loader = self._environment.loader
        for folder in loader.loaders if isinstance(loader, jinja2.ChoiceLoader) else ():
            for root in folder.searchpath if isinstance(folder, jinja2.FileSystemLoader) else ():
                for path in sorted(Path(root).rglob("*.*")):
                    if path.is_file() and path.read_bytes() == fault.object:
                        return str(path)
        return name
