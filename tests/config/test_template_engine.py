"""No template works, grows or reads without end."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from flashgen.config.template_files import TemplateFiles, Unreadable

RANGES = "".join(f"<% for x{n} in range(1000) %>" for n in range(4)) + "<% endfor %>" * 4
LISTS = "".join(f"<% for x{n} in [1,2,3,4,5,6,7,8,9] %>" for n in range(15)) + "<% endfor %>" * 15
MACROS = "<% macro m0() %>x<% endmacro %>" + "".join(
    f"<% macro m{n}() %><< m{n - 1}() >><< m{n - 1}() >><% endmacro %>" for n in range(1, 40)
)
DOUBLED = "".join(f"<% set x{n} %><< x{n - 1} >><< x{n - 1} >><% endset %>" for n in range(1, 40))

BOMBS = [
    RANGES, LISTS, MACROS + "<< m39() >>", "<% set x0 = 'ab' %>" + DOUBLED,
    "<% set x0 = 'ab' %>" + "".join(f"<% set x{n} = x{n - 1} ~ x{n - 1} %>" for n in range(1, 40)),
    "<% set x0 = 'ab' %>" + "".join(f"<% set x{n} = x{n - 1} + x{n - 1} %>" for n in range(1, 40)),
    "<% set x0 = [1] %>" + "".join(f"<% set x{n} = x{n - 1} + x{n - 1} %>" for n in range(1, 40)),
    "<< 'a' * 10**9 >>", "<< 10**9 * 'a' >>", "<< [1] * 10**9 >>", "<< 'a'.center(10**9) >>", "<< 'a'.ljust(10**9) >>",
    "<< 'a'.rjust(10**9) >>", "<< 'a'.zfill(10**9) >>", "<< 'a\t'.expandtabs(10**9) >>", "<< '%1000000000s' % 'a' >>",
    "<< '{:1000000000}'.format('a') >>", "<< '%s' | format('a') >>", "<< 'a' | center(10**9) >>", "<< lipsum(10**6) >>",
    "<< 'abc' | slice(10**9) | list >>", "<< 'abc' | batch(10**9, 'x') | list >>", "<< 'a' | indent(10**9) >>",
    "<< 9**9**9**9 >>", "<< (10**9) ** (10**9) >>", "<< 10**15 * 10**15 >>", "<< range(10**9) | list >>",
    "<< ('a' * 100000).replace('a', 'b' * 100000) >>", "<< 'a' * 100000 | replace('a', 'b' * 100000) >>",
    "<< range(90000) | join('x' * 100000) >>", "<< ('x' * 100000).join(['a'] * 100000) >>",
    "<< 'a'.__class__.__mro__ >>", "<< ''.format.__globals__ >>", "<< self.__init__.__globals__ >>", "<< cycler >>",
    "<% include '../secret.html' %>", "<% include '/etc/passwd' %>", "<% include 'pipe.html' %>",
    "<% include 'link.html' %>", "<% include 'large.html' %>", "<% include 'x.html' %>",
    "<% macro m() %><< m() >><% endmacro %><< m() >>", "<< " + "(" * 5000 + ")" * 5000 + " >>",
    "<< " + "9" * 5000 + " >>",
]  # fmt: skip
HARMLESS = {
    "<% for x in range(3) %><< x >><% endfor %>": "012",
    "<< 'a' ~ 1 ~ 'b' >>": "a1b",
    "<< ['a', 'b'] | join(', ') >>": "a, b",
    "<< 'Target' | lower >><< 'x' * 3 >><< 7 % 4 >>": "targetxxx3",
    "<% set x %>b<% endset %><< x | trim | upper >>": "B",
    "<% macro m(a) %>[<< a >>]<% endmacro %><< m('x') >>": "[x]",
    "<% for x in ['b', 'a'] | sort | reverse %><< x >><% endfor %>": "ba",
    "<< 'pre-fix'.split('-')[0] >>": "pre",
}


def files(folder: Path, text: str) -> TemplateFiles:
    templates = folder / "templates"
    templates.mkdir()
    (templates / "x.html").write_text(text)
    (templates / "large.html").write_text("x" * 300_000)
    (folder / "secret.html").write_text("secret")
    (templates / "link.html").symlink_to(folder / "secret.html")
    os.mkfifo(templates / "pipe.html")
    return TemplateFiles([templates])


@pytest.mark.parametrize("text", BOMBS, ids=lambda text: text[:30])
def test_a_bomb_is_told_in_words(tmp_path: Path, text: str) -> None:
    with pytest.raises(Unreadable) as failure:
        files(tmp_path, text).render("x.html", {})
    message = failure.value.problem.message.split("\n")[0]
    assert message.partition(": ")[2]
    assert "secret" not in message or "include" in text


@pytest.mark.parametrize(("text", "shown"), HARMLESS.items())
def test_what_templates_need_still_works(tmp_path: Path, text: str, shown: str) -> None:
    assert files(tmp_path, text).render("x.html", {}) == shown


def test_a_tracer_that_was_there_is_there_again(tmp_path: Path) -> None:
    seen: list[str] = []

    def tracer(*_: object) -> None:
        seen.append("x")

    before = sys.gettrace()
    sys.settrace(tracer)
    try:
        files(tmp_path, "x").render("x.html", {})
        assert sys.gettrace() is tracer
    finally:
        sys.settrace(before)
