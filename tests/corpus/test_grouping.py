"""Flat files that name no article: versions are found by what they link to and how they are built."""

from __future__ import annotations

from pathlib import Path

from flashgen.corpus.documents import Corpus, read_corpus
from flashgen.corpus.grouping import group_nameless
from flashgen.errors import Problem
from flashgen.records.documents import Document

CAT = {
    "en": (
        "Cat tree",
        "A [cat](/cat) sleeps on its tree all day.",
        "It climbs the [sisal](/sisal) and eats [fish](/fish).",
    ),
    "pl": ("Drapak", "Na drapaku cały dzień śpi [kot](/cat).", "Wspina się po [sizalu](/sisal) i zjada [rybę](/fish)."),
    "tr": (
        "Kedi ağacı",
        "[Kedi](/cat) bütün gün ağacında uyur.",
        "[Sisal](/sisal) halata tırmanır ve [balık](/fish) yer.",
    ),
    "ja": ("猫の木", "[猫](/cat)は一日中その木の上で眠る。", "[麻](/sisal)の縄を登り、[魚](/fish)を食べる。"),
}
KITE = {
    "en": ("Kite", "A [kite](/kite) flies in the [wind](/wind).", "It hangs on a [string](/string) of [silk](/silk)."),
    "pl": (
        "Latawiec",
        "[Latawiec](/kite) lata na [wietrze](/wind).",
        "Wisi na [sznurku](/string) z [jedwabiu](/silk).",
    ),
    "ar": (
        "طائرة ورقية",
        "تحلق [الطائرة](/kite) في [الريح](/wind).",
        "وهي معلقة بخيط [رفيع](/string) من [الحرير](/silk).",
    ),
}
Mini = dict[str, tuple[str, str, str]]


def mini(version: tuple[str, str, str], keywords: str = "Home") -> str:
    title, first, second = version
    return f"---\ntitle: {title}\nkeywords: {keywords}\n---\n# {title}\n\n{first}\n\n## 2\n\n- {second}\n- {first}\n"


def group(read: list[tuple[Document, str]]) -> tuple[list[Document], list[Problem]]:
    """What becomes of files that name no article, given with their texts."""
    texts = {document.path: text for document, text in read}
    return group_nameless([document for document, _ in read], texts, lambda document: texts[document.path])


def grouped(*articles: Mini) -> tuple[dict[str, set[str]], list[str]]:
    """({slug: languages}, messages) of articles whose files bear numbers for names."""
    read, number = [], 0
    for article in articles:
        for language, version in article.items():
            number += 1
            name = f"{number}.md"
            read.append((Document(name, name, str(number), language), mini(version)))
    documents, problems = group(read)
    slugs: dict[str, set[str]] = {}
    for document in documents:
        slugs.setdefault(document.slug, set()).add(document.language)
    return slugs, [str(problem) for problem in problems]


def test_versions_are_found_and_named_by_their_english_title() -> None:
    assert grouped(CAT, KITE) == ({"cat-tree": set(CAT), "kite": set(KITE)}, [])


def test_without_english_a_latin_title_names_the_article() -> None:
    slugs, _ = grouped({language: CAT[language] for language in ("ja", "tr")})
    assert slugs == {"kedi-agaci": {"ja", "tr"}}


def test_without_latin_script_the_name_is_still_readable() -> None:
    (slug,) = grouped({"ja": CAT["ja"], "ar": (KITE["ar"][0], *CAT["ja"][1:])})[0]
    assert slug.isascii()
    assert slug


def test_a_lone_file_keeps_its_name() -> None:
    assert grouped({"pl": CAT["pl"]}) == ({"1": {"pl"}}, [])


def test_two_files_of_one_language_are_never_versions_of_each_other() -> None:
    slugs, _ = grouped({"pl": CAT["pl"]}, {"pl": CAT["pl"]})
    assert slugs == {"1": {"pl"}, "2": {"pl"}}


def test_other_keywords_part_files() -> None:
    one, two = Document("1.md", "1.md", "1", "en"), Document("2.md", "2.md", "2", "pl")
    documents, _ = group([(one, mini(CAT["en"])), (two, mini(CAT["pl"], "Garden"))])
    assert {document.slug for document in documents} == {"1", "2"}


def test_texts_without_links_are_kept_apart() -> None:
    plain: Mini = {"en": ("Cat", "It sleeps.", "It eats."), "pl": ("Kot", "Śpi.", "Je.")}
    assert len(grouped(plain)[0]) == 2


def test_a_doubt_names_the_files_and_the_remedy() -> None:
    slugs, messages = grouped({"en": CAT["en"]}, {"en": CAT["en"]}, {"pl": CAT["pl"]})
    assert len(slugs) == 3
    (message,) = messages
    assert message.startswith("3.md: ")
    assert "1.md" in message
    assert "2.md" in message
    assert "slug:" in message


def test_equal_names_settle_what_the_texts_do_not() -> None:
    read = [(Document(f"{lang}.md", f"{lang}.md", "a", lang), "# T\n") for lang in ("en", "pl")]
    documents, problems = group(read)
    assert ({document.slug for document in documents}, problems) == ({"a"}, [])


def test_two_articles_of_one_title_do_not_become_one() -> None:
    renamed = {language: (CAT[language][0], *KITE[language][1:]) for language in ("en", "pl")}
    slugs, _ = grouped({language: CAT[language] for language in ("en", "pl")}, renamed)
    assert len(slugs) == 2


def test_an_article_does_not_take_the_name_of_a_lone_file() -> None:
    lone = Document("cat-tree.md", "cat-tree.md", "cat-tree", "ar")
    pair = [(Document(f"{x}.md", f"{x}.md", x, x), mini(CAT[x])) for x in ("en", "pl")]
    documents, _ = group([*pair, (lone, mini(KITE["ar"]))])
    assert len({document.slug for document in documents}) == 2


def test_a_flat_folder_is_read_from_its_texts_alone(tmp_path: Path) -> None:
    number = 0
    for article in (CAT, KITE):
        for language in ("en", "pl"):
            number += 1
            title, first, second = article[language]
            long = " ".join([first, second] * 2)
            (tmp_path / f"{number}.md").write_text(mini((title, long, second)), "utf-8")
    corpus: Corpus = read_corpus([tmp_path])
    assert {slug: set(found) for slug, found in corpus.versions.items()} == {
        "cat-tree": {"en", "pl"},
        "kite": {"en", "pl"},
    }
    assert corpus.problems == ()
