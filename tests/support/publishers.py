"""Repositories as known publishers lay theirs out, made of the sample's articles in three languages.

Each function of `REPOSITORIES` writes one below a folder, with what such a repository holds beside its articles, and
returns the corpora in it. Texts are the sample's; paths, front matter, macros and links are the publisher's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from flashgen.config.bundled import bundled

LANGUAGES = {"en": "English", "it": "Italian", "pl": "Polish"}
SECTIONS = {
    "overview": ("tide", "compass", "lighthouse"),
    "concepts/tools": ("sundial", "greenhouse", "wind-turbine"),
    "concepts/tools/kitchen/food": ("honey", "compost", "sourdough-starter"),
}
SECTION_OF = {name: section for section, names in SECTIONS.items() for name in names}
UNTRANSLATED = ("pl", "honey")
"""One article that one language lacks, as in most repositories."""
_LINK = re.compile(r"\[([^\[\]]+)\]\(/([\w-]+)\)")
_QUOTATION = re.compile(r"^> (?!#)(.+)\n(?:>\n)?$", re.MULTILINE)


@dataclass(frozen=True)
class Page:
    """One article in one language."""

    name: str
    language: str
    title: str
    description: str
    body: str

    @property
    def section(self) -> str:
        return SECTION_OF[self.name]

    @property
    def is_original(self) -> bool:
        return self.language == "en"

    @property
    def headless(self) -> str:
        """The body without its first heading."""
        return re.sub(r"^# .*\n+", "", self.body, count=1)

    def linked(self, form: str) -> str:
        """The headless body, in which links have a form such as `[{text}](/{section}/{name}/)`."""
        return _LINK.sub(
            lambda link: form.format(text=link[1], section=SECTION_OF[link[2]], name=link[2], lang=self.language),
            self.headless,
        )


def pages() -> Iterator[Page]:
    """All articles in all languages, but for one that was not translated."""
    for language, folder in LANGUAGES.items():
        for name in SECTION_OF:
            if (language, name) != UNTRANSLATED:
                _, front, body = (
                    (bundled("sample") / "Texts" / folder / f"{name}.md").read_text("utf-8").split("---\n", 2)
                )
                values = dict(line.split(": ", 1) for line in front.strip().splitlines())
                yield Page(name, language, values["title"], values["description"], body.lstrip("\n"))


def write(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def mdn(folder: Path) -> list[Path]:
    """Two sister repositories, of originals and of translations, with one tree of files below locales."""
    for page in pages():
        root, locale = ("content", "en-us") if page.is_original else ("translated-content", page.language)
        site = "en-US" if page.is_original else page.language
        path = f"Web/{page.section.title()}/{page.name.title()}"
        body = page.linked("[{text}](/" + site + "/docs/Web/{section}/{name})")
        body = _QUOTATION.sub(r"> [!NOTE]\n> \1\n", body)
        front = f"---\ntitle: {page.title}\nslug: {path}\npage-type: guide\nsidebar: websidebar\n---\n\n"
        extras = "{{WebSidebar}}\n\n"
        end = '\n## See also\n\n- {{domxref("Element.tide")}}\n- [Tides](https://example.org/tides)\n'
        write(folder, f"{root}/files/{locale}/web/{page.section}/{page.name}/index.md", f"{front}{extras}{body}{end}")
    for root in ("content", "translated-content"):
        for about in ("README", "CONTRIBUTING", "CODE_OF_CONDUCT", "LICENSE"):
            write(
                folder, f"{root}/{about}.md", f"# {about.title()}\n\nThis tells how the repository is kept by us all.\n"
            )
    for locale in ("content/files/en-us", "translated-content/files/it", "translated-content/files/pl"):
        write(folder, f"{locale}/_redirects.txt", "# FROM-URL\tTO-URL\n/docs/Tides\t/docs/Web/Overview/Tide\n" * 9)
    return [folder / "content", folder / "translated-content"]


def kubernetes(folder: Path) -> list[Path]:
    """A folder for each language; comments that divide a page or keep the original; macros in headings and texts."""
    originals = {page.name: page for page in pages() if page.is_original}
    for page in pages():
        body = page.linked("[{text}](/docs/{section}/{name}/)")
        body = _QUOTATION.sub(r"{{< caution >}}\n\1\n{{< /caution >}}\n", body)
        kept = "" if page.is_original else f"<!--\n{originals[page.name].linked('{text}')}\n-->\n\n"
        front = (
            f"---\ntitle: {page.title}\nreviewers:\n- an-editor\ncontent_type: concept\n"
            f"description: >-\n  {page.description}\nweight: 20\n---\n\n"
        )
        begin = '<!-- overview -->\n\n{{< feature-state for_k8s_version="v1.24" state="beta" >}}\n\n'
        end = (
            '\n## {{% heading "whatsnext" %}}\n\n* [Tide](/docs/overview/tide/)\n* [Compass](/docs/overview/compass/)\n'
        )
        text = f"{front}{begin}{kept}{body}<!-- body -->\n{end}"
        write(folder, f"content/{page.language}/docs/{page.section}/{page.name}.md", text)
    for language in LANGUAGES:
        write(folder, f"content/{language}/_index.html", "<h1>Home</h1>")
        for section in ("", "/overview", "/concepts"):
            index = "---\ntitle: Docs\ncontent_type: concept\n---\n\nAll pages of this section.\n"
            write(folder, f"content/{language}/docs{section}/_index.md", index)
        write(folder, f"content/{language}/includes/_shared.md", "Before you begin, look at the tables of the tides.\n")
        write(folder, f"README-{language}.md", "# Docs\n\nThis repository holds the pages of the site.\n")
    return [folder]


def elixir_school(folder: Path) -> list[Path]:
    """Elixir maps before lessons, in a folder for each language below `lessons`."""
    for page in pages():
        excerpt = f'"""\n  {page.description}\n  """'
        front = f'%{{\n  version: "1.2.0",\n  title: "{page.title}",\n  excerpt: {excerpt}\n}}\n---\n\n'
        text = front + page.linked("[{text}](/{lang}/lessons/{section}/{name})")
        write(folder, f"lessons/{page.language}/{page.section}/{page.name}.md", text)
    write(folder, "README.md", "# School\n\nLessons by volunteers, who are glad of your help.\n")
    write(folder, "CONTRIBUTING.md", "# How to help\n\nWrite a lesson, or put one into your language.\n")
    return [folder]


def _learn_x(page: Page, key: str) -> str:
    contributors = 'contributors:\n    - ["Ada", "https://example.org/ada"]\n'
    translated = "" if page.is_original else 'translators:\n    - ["Eva", "https://example.org/eva"]\n'
    code = "```c\n// one line of code\nint main(void) { return 0; }\n```\n"
    return f"---\n{key}: {page.title}\nfilename: {page.name}.c\n{contributors}{translated}---\n\n{page.body}\n{code}"


def learn_x_old(folder: Path) -> list[Path]:
    """Originals in the root, versions in a folder by locale, with the language at the end of the name once more."""
    for page in pages():
        other = f"{page.language}-{page.language}/{page.name}-{page.language}.html.markdown"
        write(folder, f"{page.name}.html.markdown" if page.is_original else other, _learn_x(page, "language"))
    write(folder, "README.markdown", "# Learn\n\nWhirlwind tours of many things.\n")
    return [folder]


def learn_x(folder: Path) -> list[Path]:
    """Originals in the root, versions in a folder for each language."""
    for page in pages():
        name = f"{page.name}.md" if page.is_original else f"{page.language}/{page.name}.md"
        write(folder, name, _learn_x(page, "name"))
    for name in ("README", "CONTRIBUTING", "LICENSE"):
        write(folder, f"{name}.md", f"# {name}\n\nWhirlwind tours of many things.\n")
    return [folder]


def rust_book(folder: Path) -> list[Path]:
    """A repository for each language, named for it but for the original's; chapters by number, and a table of them."""
    chapters = {name: f"ch{number:02}-00-{name}" for number, name in enumerate(SECTION_OF, 1)}
    roots = {"en": "book", "it": "rust-book-it", "pl": "rust-book-pl"}
    for page in pages():
        body = _LINK.sub(lambda link: f"[{link[1]}]({chapters[link[2]]}.html)", page.body)
        write(folder, f"{roots[page.language]}/src/{chapters[page.name]}.md", body)
    for root in roots.values():
        listed = "".join(f"- [{name}]({chapter}.md)\n" for name, chapter in chapters.items())
        write(folder, f"{root}/src/SUMMARY.md", f"# Summary\n\n{listed}")
        write(folder, f"{root}/README.md", "# The book\n\nThis repository holds the source of the book.\n")
    return [folder / root for root in roots.values()]


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def comprehensive_rust(folder: Path) -> list[Path]:
    """Slides in one language below `src`, and a gettext catalogue for each other one, with every text of them."""
    found = {(page.language, page.name): page for page in pages()}
    catalogs = dict.fromkeys(("it", "pl"), 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n')
    mark = re.compile(r"(?:> )?(?:#+ |- )?|>")
    for name, section in SECTION_OF.items():
        original = found["en", name]
        write(folder, f"src/{section}/{name}.md", f"---\nminutes: 5\n---\n\n{original.body}")
        for tag in catalogs:
            other = found.get((tag, name))
            for number, line in enumerate(original.body.splitlines()):
                theirs = other.body.splitlines()[number] if other else ""
                source, translation = (mark.sub("", text, count=1).strip() for text in (line, theirs))
                if source and f"msgid {_quoted(source)}\n" not in catalogs[tag]:
                    place = f"#: src/{section}/{name}.md:{number + 5}"
                    catalogs[tag] += f"\n{place}\nmsgid {_quoted(source)}\nmsgstr {_quoted(translation)}\n"
    listed = "".join(f"- [{name}]({section}/{name}.md)\n" for name, section in SECTION_OF.items())
    write(folder, "src/SUMMARY.md", f"# Summary\n\n{listed}")
    for tag, catalog in catalogs.items():
        write(folder, f"po/{tag}.po", catalog)
    write(folder, "README.md", "# Comprehensive\n\nA course of several days, with slides.\n")
    return [folder]


def docusaurus(folder: Path) -> list[Path]:
    """Originals below `docs`, versions below `i18n`; an older edition of the docs beside them."""
    i18n = "website/i18n/{lang}/docusaurus-plugin-content-docs/{edition}"
    for page in pages():
        body = "import Tabs from '@theme/Tabs';\n\n" + page.linked("[{text}](/docs/{section}/{name})")
        body = _QUOTATION.sub(r":::caution\n\n\1\n\n:::\n", body)
        text = f"---\nid: {page.name}\ntitle: {page.title}\ndescription: {page.description!r}\n---\n\n{body}"
        for ours, theirs in (("docs", "current"), ("versioned_docs/version-1.0", "version-1.0")):
            theirs = i18n.format(lang=page.language, edition=theirs)
            root = f"website/{ours}" if page.is_original else theirs
            write(folder, f"{root}/{page.section}/{page.name}.mdx", text)
    write(folder, "website/README.md", "# Website\n\nThis folder holds the site of the project.\n")
    return [folder]


REPOSITORIES: dict[str, Callable[[Path], list[Path]]] = {
    "MDN": mdn,
    "Kubernetes": kubernetes,
    "Elixir School": elixir_school,
    "Learn X in Y, as it was": learn_x_old,
    "Learn X in Y": learn_x,
    "the Rust book": rust_book,
    "Comprehensive Rust": comprehensive_rust,
    "Docusaurus": docusaurus,
}
