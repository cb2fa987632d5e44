"""Documents whose translations stand in gettext catalogues."""

from __future__ import annotations

from pathlib import Path

import polib
import pytest

from flashgen.corpus.article import parse_article, read_bytes
from flashgen.corpus.catalogs import catalogued_pairs, translated_lines
from flashgen.corpus.documents import Corpus, read_corpus
from flashgen.errors import FlashgenError
from flashgen.records.documents import Article, Listing

LAMP = """# The lamp

A lamp stands in the house for most of the day, and
hunts at night.

- It eats oil that live in old walls.
- It drinks [milk](milk.md) from a bowl.
- Nobody has put this line into another language.

```
A lamp stands
```
"""


def entry(text: str, translation: str, place: str = "src/lamp.md:1", flags: str = "") -> str:
    flagged = f"#, {flags}\\n" if flags else ""
    return f'#: {place}\n{flagged}msgid "{text}"\nmsgstr "{translation}"\n\n'.replace("\\n", "\n")


HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
ITALIAN = HEADER + (
    entry("The lamp", "Il gatto")
    + entry("A lamp stands in the house for most of the day, and hunts at night.", "Un gatto dorme in casa e caccia.")
    + entry("It eats oil that live in old walls.", "Mangia i topi che vivono nei muri vecchi.")
    + entry("It drinks [milk](milk.md) from a bowl.", "Beve il [latte](milk.md) da una ciotola.", flags="fuzzy")
    + entry("Nobody has put this line into another language.", "")
)
FRENCH = HEADER + entry("The lamp", "Le chat") + entry("It eats oil that live in old walls.", "Il mange les souris.")


def corpus(folder: Path, **catalogs: str) -> Corpus:
    """A corpus of one document and the given catalogues, by their names with `__` for a slash."""
    for name, text in {"src__lamp.md": LAMP, **catalogs}.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return read_corpus((folder,))


def article(found: Corpus, language: str) -> Article:
    (versions,) = found.versions.values()
    data, _ = read_bytes(versions[language])
    parsed, _ = parse_article(versions[language], data or b"")
    assert parsed is not None
    return parsed


@pytest.mark.parametrize("name", ["po__it.po", "locale__it__LC_MESSAGES__lamp.po", "i18n__it__docs.po"])
def test_a_catalogue_is_a_version(tmp_path: Path, name: str) -> None:
    found = corpus(tmp_path, **{name: ITALIAN})
    assert found.counts() == {"en": 1, "it": 1}
    assert found.problems == ()


def test_what_is_translated_stands_where_it_was(tmp_path: Path) -> None:
    italian = article(corpus(tmp_path, **{"po__it.po": ITALIAN}), "it")
    assert italian.title == "Il gatto"
    paragraph, listing = italian.sections[0].blocks
    assert isinstance(listing, Listing)
    assert (paragraph.line, [item.line for item in listing.items]) == (3, [6])


def test_what_is_fuzzy_or_not_translated_is_left_out(tmp_path: Path) -> None:
    listing = article(corpus(tmp_path, **{"po__it.po": ITALIAN}), "it").sections[0].blocks[-1]
    assert isinstance(listing, Listing)
    assert [item.inline.text for item in listing.items] == ["Mangia i topi che vivono nei muri vecchi."]


def test_a_catalogue_that_translates_nothing_of_a_document_is_no_version_of_it(tmp_path: Path) -> None:
    untranslated = HEADER + entry("The lamp", "") + entry("It eats oil that live in old walls.", "x", flags="fuzzy")
    found = corpus(tmp_path, **{"po__it.po": untranslated, "po__fr.po": FRENCH})
    assert (found.counts(), found.problems) == ({"en": 1, "fr": 1}, ())


def test_a_quotation_ends_with_a_mark_alone() -> None:
    text = "> ### 71%\n> Of the Earth.\n>\n> Is sea.\n>\n\n-\n"
    translations = {"71%": "71%", "Of the Earth.": "Della Terra.", "Is sea.": "È mare."}
    assert translated_lines(text, translations) == "> ### 71%\n> Della Terra.\n>\n> È mare.\n>\n\n-\n"


@pytest.mark.parametrize("fence", ["```", "~~~~", "```python"])
def test_code_stays_as_it_is_and_ends_where_it_ended(fence: str) -> None:
    text = f"{fence}\nA lamp.\n\n{fence.strip('python')}\n\nA lamp.\n"
    assert translated_lines(text, {"A lamp.": "Una lampada."}) == text[:-8] + "Una lampada.\n"


@pytest.mark.parametrize("marks", [(":::{note}", ":::"), ("```{note}", "```"), ("::::{tip} 1", "::::")])
def test_the_text_of_a_callout_is_translated_and_its_marks_stay(marks: tuple[str, str]) -> None:
    text = "Before.\n{}\nIt burns\noil.\n{}\nAfter.\n"
    translations = {"Before.": "Prima.", "It burns oil.": "Arde olio.", "After.": "Dopo."}
    assert translated_lines(text.format(*marks), translations) == "Prima.\n{}\nArde olio.\n\n{}\nDopo.\n".format(*marks)


@pytest.mark.parametrize(
    ("mark", "translated"),
    [
        ("::::{tip} A lamp.", "::::{tip} Una lampada."),
        ("```{tab-item} A lamp.", "```{tab-item} Una lampada."),
        (":::{tip} Oil", ":::{tip}"),
        ("```{code-block} oil", "```{code-block} oil"),
    ],
)
def test_the_title_of_a_directive_is_translated_or_left_out_where_its_text_is_read(mark: str, translated: str) -> None:
    assert translated_lines(f"{mark}\n", {"A lamp.": "Una lampada."}) == f"{translated}\n"


def test_cells_of_a_table_and_terms_are_translated_each() -> None:
    table = "| Word | Means |\n|---|---|\n| Oil | What burns. |\n| Wick | What sucks. |\n\nGlass\n: What shines.\n"
    known = {"Word": "Parola", "Means": "Vuol dire", "Oil": "Olio", "What burns.": "Ciò che arde.", "Wick": "Stoppino"}
    known |= {"Glass": "Vetro", "What shines.": "Ciò che brilla."}
    shown = translated_lines(table, known)
    assert shown == "| Parola | Vuol dire |\n| --- | --- |\n| Olio | Ciò che arde. |\n\n\nVetro\n: Ciò che brilla.\n"


def test_pairs_are_given_by_the_text_that_was_translated(tmp_path: Path) -> None:
    (versions,) = corpus(tmp_path, **{"po__it.po": ITALIAN, "po__fr.po": FRENCH}).versions.values()
    assert list(catalogued_pairs(versions["en"], versions["fr"])) == [
        ("The lamp", "Le chat"),
        ("It eats oil that live in old walls.", "Il mange les souris."),
    ]
    assert ("Mangia i topi che vivono nei muri vecchi.", "Il mange les souris.") in list(
        catalogued_pairs(versions["it"], versions["fr"])
    )
    assert list(catalogued_pairs(versions["en"], versions["en"])) == []


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("po__it.po", HEADER + entry("The dog", "Il cane", "src/dog.md:1"), "names no document of this corpus"),
        ("po__it.po", 'msgid "The lamp\nmsgstr', "cannot be read as a gettext catalogue"),
        ("po__messages.po", ITALIAN, "neither its name nor a `Language:` in its header tells its language"),
    ],
)
def test_a_catalogue_that_is_of_no_use_is_told(tmp_path: Path, name: str, text: str, said: str) -> None:
    found = corpus(tmp_path, **{name: text})
    assert found.counts() == {"en": 1}
    (problem,) = found.problems
    assert said in str(problem)
    assert problem.severity == "warning"


def test_a_catalogue_that_is_named_otherwise_is_told_by_its_header(tmp_path: Path) -> None:
    headed = ITALIAN.replace('"Content-Type', '"Language: it\\n"\n"Content-Type', 1)
    assert corpus(tmp_path, **{"po__messages.po": headed}).counts() == {"en": 1, "it": 1}


def test_a_language_that_only_such_a_catalogue_has_is_missed_with_the_reason(tmp_path: Path) -> None:
    found = corpus(tmp_path, **{"po__it.po": HEADER + entry("The dog", "Il cane", "src/dog.md:1")})
    with pytest.raises(FlashgenError) as caught:
        found.resolve("it", "--to")
    assert [str(problem)[:40] for problem in caught.value.problems] == [
        "po/it.po: names no document of this corp", "--to it: the corpus has no article in It",
    ]  # fmt: skip


def test_a_catalogue_that_a_link_leads_to_out_of_the_corpus_is_not_read(tmp_path: Path) -> None:
    outside = tmp_path / "outside.po"
    outside.write_text(ITALIAN, encoding="utf-8")
    inside = tmp_path / "corpus" / "po" / "it.po"
    inside.parent.mkdir(parents=True)
    inside.symlink_to(outside)
    found = corpus(tmp_path / "corpus")
    assert found.counts() == {"en": 1}
    assert "leads out of the corpus" in str(found.problems[0])


def test_a_document_is_preferred_to_a_catalogue(tmp_path: Path) -> None:
    files = {"en__lamp.md": LAMP, "it__lamp.md": "# Il gatto\n\nLa lampada arde.\n", "po__it.po": ITALIAN}
    for name, text in files.items():
        path = tmp_path / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (versions,) = read_corpus((tmp_path,)).versions.values()
    assert versions["it"].catalog is None


def test_a_catalogue_that_has_changed_is_read_anew(tmp_path: Path) -> None:
    corpus(tmp_path, **{"po__it.po": ITALIAN})
    changed = corpus(tmp_path, **{"po__it.po": ITALIAN.replace("Il gatto", "La lampada")})
    assert article(changed, "it").title == "La lampada"


def test_a_catalogue_that_is_gone_before_its_text_is_needed_is_told(tmp_path: Path) -> None:
    (versions,) = corpus(tmp_path, **{"po__it.po": ITALIAN}).versions.values()
    data, _ = read_bytes(versions["it"])
    (tmp_path / "po/it.po").unlink()
    parsed, problems = parse_article(versions["it"], data or b"")
    assert parsed is None
    assert "its translations cannot be read any more" in str(problems[0])
    assert list(catalogued_pairs(versions["en"], versions["it"])) == []


@pytest.mark.parametrize(
    "charset", ["UTF-8", "utf8", "nonsense", "punycode", "idna", "hex", "undefined", "x" * 5000, ""]
)
def test_a_charset_that_is_none_is_taken_for_utf_8(tmp_path: Path, charset: str) -> None:
    named = ITALIAN.replace("charset=UTF-8", f"charset={charset}").replace("Il gatto", "È un gatto")
    assert article(corpus(tmp_path, **{"po__it.po": named}), "it").title == "È un gatto"


def test_a_charset_of_texts_is_believed(tmp_path: Path) -> None:
    found = corpus(tmp_path, **{"po__it.po": ITALIAN})
    named = ITALIAN.replace("charset=UTF-8", "charset=ISO-8859-1").replace("Il gatto", "È un gatto")
    (tmp_path / "po/it.po").write_text(named, encoding="iso-8859-1")
    assert article(found, "it").title == "È un gatto"


def test_polib_does_not_look_for_the_charset(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # on one line of a megabyte that is full of `Content-Type:`, its pattern takes minutes
    monkeypatch.delattr(polib, "detect_encoding")
    assert corpus(tmp_path, **{"po__it.po": ITALIAN}).counts() == {"en": 1, "it": 1}


@pytest.mark.parametrize(
    ("before", "line"),
    [('msgid ""', '"more"'), ("# more", "# more"), ("#. more", "#. more"), ('#| msgid "x"', '#| "more"')],
)
def test_a_message_that_does_not_end_is_refused(tmp_path: Path, before: str, line: str) -> None:
    found = corpus(tmp_path, **{"po__it.po": f"{ITALIAN}{before}\n" + f"{line}\n" * 10_001})
    assert found.counts() == {"en": 1}
    assert "more than 10,000 lines of one message); left out" in str(found.problems[0])
