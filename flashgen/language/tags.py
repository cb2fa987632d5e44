"""Language tags and names (langcodes), writing direction, and which tags mean the same language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from operator import ne

import langcodes

RIGHT_TO_LEFT_SCRIPTS = frozenset(("Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm", "Rohg", "Mand", "Samr", "Aran"))
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z]{4})?(?:[-_](?:[A-Za-z]{2}|\d{3}))?")
# Two names that langcodes resolves to plain Chinese, though they say which script.
_NAMES = {"chinese (simplified)": "zh-Hans", "chinese (traditional)": "zh-Hant"}
# Pairs that even a good identifier confuses: for these, what the path says is believed.
_CONFUSABLE = (
    frozenset(("no", "da", "sv")),
    frozenset(("cs", "sk")),
    frozenset(("id", "ms", "jv")),
    frozenset(("hr", "sr", "bs", "sl", "mk", "bg")),
    frozenset(("gl", "pt", "es", "ca", "oc", "an")),
    frozenset(("nl", "af", "fy", "li")),
    frozenset(("ru", "uk", "be", "rue")),
    frozenset(("fa", "ps", "ur", "ckb")),
    frozenset(("hi", "mr", "ne", "mai", "bho")),
    frozenset(("kk", "ky", "tt", "ba")),
    frozenset(("tr", "az", "tk")),
    frozenset(("xh", "zu")),
)


@cache
def standard_tag(text: str) -> str | None:
    """The normal form of a language tag (`pt_br` -> `pt-BR`), or None when it is no tag of a known language."""
    if not _TAG.fullmatch(text) or not langcodes.tag_is_valid(text):
        return None
    return langcodes.standardize_tag(text)


@cache
def tag_in_path(component: str) -> str | None:
    """The language that one component of a path names: a tag, or a name in English or in the language itself.

    Three-letter codes count only for languages with speakers on record, since `doc`, `src` and `img` are
    codes of languages too.
    """
    tag = standard_tag(component)
    if tag is None:
        plain = re.sub(r"[\s_]+", " ", component).strip().casefold()
        if len(plain) < (3 if plain.isascii() else 2) or not plain.isprintable():
            return None
        try:
            tag = _NAMES.get(plain) or langcodes.find(plain).to_tag()
        except LookupError:
            return None
    elif len(base_language(tag)) == 2:
        return tag
    return tag if langcodes.Language.get(tag).speaking_population() else None


@cache
def language_of_region(code: str) -> str | None:
    """The language that most people speak in a country, by its code: `jp` is Japan, where many sites mean Japanese.

    None for what is no code of a country, or one of a language too: `se` is Northern Sami.
    """
    if len(code) != 2 or not code.isascii() or not code.isalpha() or standard_tag(code):
        return None
    return _most_spoken(code)


def names_region_of(code: str, language: str) -> bool:
    """Whether a code is, besides a language's, that of a country where most people speak another one: `kr`, Korean."""
    return len(code) == 2 and base_language(_most_spoken(code) or "und") == base_language(language)


@cache
def _most_spoken(code: str) -> str | None:
    region = f"und-{code.upper()}"
    likely = langcodes.Language.get(region).maximize() if langcodes.tag_is_valid(region) else None
    if likely is None or likely.language in (None, "und"):
        return None
    return langcodes.Language.make(likely.language, script=likely.script).simplify_script().to_tag()


@cache
def base_language(tag: str) -> str:
    """The bare language of a tag; the written standards of Norwegian count as one."""
    language = langcodes.Language.get(tag).language or tag
    return "no" if language in ("nb", "nn") else language


@cache
def script_of(tag: str) -> str:
    return langcodes.Language.get(tag).maximize().script or "Latn"


def direction_of(tag: str) -> str:
    """`rtl` or `ltr`, as HTML's `dir` wants it."""
    return "rtl" if script_of(tag) in RIGHT_TO_LEFT_SCRIPTS else "ltr"


def english_name(tag: str) -> str:
    return langcodes.Language.get(tag).display_name("en")


def known_names() -> tuple[str, ...]:
    """The English names of the languages that have a two-letter code: what a misspelt name may have meant."""
    from langcodes.data_dicts import LANGUAGE_ALPHA3

    return tuple(english_name(code) for code in LANGUAGE_ALPHA3 if len(code) == 2)


def likely_meant(tag: str, available: Iterable[str]) -> str:
    """The one of some tags that somebody who typed another one probably meant; empty where none is like it.

    Another variety of the language (`pt-PT`, `pt-BR`), the language of a country whose code was typed (`se` is
    Northern Sami, and Sweden; but `ca` is Canada, and English is first that of another country), or a slip of one
    letter in its place (`sw`, `sv`), in this order.
    """
    base, known = base_language(tag), tuple(available)
    likes = (
        lambda other: base_language(other) == base,
        lambda other: names_region_of(tag, other) and langcodes.Language.get(other).maximize().territory == tag.upper(),
        lambda other: len(other) == len(tag) and sum(map(ne, other, tag)) == 1,
    )
    return next((other for like in likes for other in known if like(other)), "")


def name_in(tag: str, language: str) -> str:
    """What a language calls another one, or itself."""
    return langcodes.Language.get(tag).display_name(language)


def own_name(tag: str) -> str:
    return langcodes.Language.get(tag).autonym()


def are_confusable(one: str, other: str) -> bool:
    """Whether identification from text cannot be trusted to tell these two languages apart."""
    bases = {base_language(one), base_language(other)}
    return len(bases) == 1 or any(bases <= group for group in _CONFUSABLE)


def best_match(wanted: str, available: list[str]) -> list[str]:
    """The tags of `available` that serve one who asks for `wanted`, best first; several are a doubt.

    An equal tag serves alone. Otherwise any variety of the same language does: `pt` is served by `pt-BR`.
    A region or script that was asked for is not exchanged for another one that is named.
    """
    if wanted in available:
        return [wanted]
    asked = langcodes.Language.get(wanted)

    def serves(tag: str) -> bool:
        has = langcodes.Language.get(tag)
        return (
            base_language(tag) == base_language(wanted)
            and script_of(tag) == script_of(wanted)
            and (not asked.territory or not has.territory or asked.territory == has.territory)
        )

    return [tag for tag in available if serves(tag)]
