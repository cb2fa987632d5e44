"""What two versions of one shape teach: words that stand opposite each other, and how long one language is."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from flashgen.pairing.lexicon import Associations
from flashgen.pairing.model import TranslationModel, TranslationModels, learn_model
from flashgen.pairing.sources import source_of
from flashgen.records.facts import Version
from tests.support.samples import version

NOBODY: frozenset[str] = frozenset()
UKRAINIAN = {"honey": "мед", "wax": "віск", "bees": "бджоли", "hives": "вулики", "nectar": "нектар", "queens": "матки"}


def versions(slug: str, native: str, target: str) -> tuple[Version, Version]:
    return version(native, "en", slug), version(target, "uk", slug)


def listing(items: Iterable[str]) -> str:
    return "# T\n\n" + "".join(f"- {item}\n" for item in items)


def lists() -> list[tuple[Version, Version]]:
    """Articles with lists of two words each."""
    words = list(UKRAINIAN)
    pairs = [(one, other) for one in words for other in words if one < other]
    return [versions(f"a{n}", listing(pair), listing(UKRAINIAN[word] for word in pair)) for n, pair in enumerate(pairs)]


def known(model: TranslationModel, word: str) -> dict[str, float]:
    return partners(model.lexicon.native_to_target, word, NOBODY)


def partners(associations: Associations, word: str, without: frozenset[str]) -> dict[str, float]:
    return dict(associations[word].without(without).strengths) if word in associations else {}


def test_lists_of_one_shape_teach_their_words() -> None:
    model = learn_model(lists())
    for word, other in UKRAINIAN.items():
        found = known(model, word[:5])
        assert max(found, key=found.__getitem__) == other[:5]


def test_titles_descriptions_headings_paragraphs_items_and_quotations_are_learnt_from() -> None:
    native = """
        ---
        title: alpha
        description: bravo
        ---
        # charlie

        delta

        - echo
          - foxtrot

        > ## golf
        > hotel
        """
    target = """
        ---
        title: альфа
        description: браво
        ---
        # чарлі

        дельта

        - луна
          - фокстрот

        > ## гольф
        > готель
        """
    model = learn_model([versions("a", native, target)])
    opposite = {
        "alpha": "альфа",
        "bravo": "браво",
        "delta": "дельт",
        "echo": "луна",
        "foxtr": "фокст",
        "golf": "гольф",
        "hotel": "готел",
    }
    assert {word: set(known(model, word)) for word in opposite} == {word: {other} for word, other in opposite.items()}


@pytest.mark.parametrize(
    "target",
    [
        "# T\n\n## Один\n\n- мед\n",
        "# T\n\n## Один\n\n- мед\n- віск\n- бджоли\n",
        "# T\n\n## Один\n\nмед\n\n- віск\n",
        "# T\n\n## Один\n\n> мед\n\n> віск\n",
    ],
    ids=["an item less", "an item more", "a mark lost", "quotations"],
)
def test_a_section_of_another_shape_is_not_learnt_from_but_the_others_are(target: str) -> None:
    rest = "\n## Два\n\n- матки\n- нектар\n"
    native = "# T\n\n## One\n\n- honey\n- wax\n\n## Two\n\n- queens\n- nectar\n"
    model = learn_model([versions("a", native, target + rest)])
    assert known(model, "honey") == known(model, "wax") == {}
    assert set(known(model, "queen")) == {"матки"}


def test_an_article_whose_headings_differ_is_not_learnt_from() -> None:
    native = "# T\n\n## One\n\n- honey\n- wax\n"
    target = "# T\n\n### Один\n\n- мед\n- віск\n"
    assert known(learn_model([versions("a", native, target)]), "honey") == {}


def test_what_a_section_teaches_is_known_by_its_name() -> None:
    native = "# T\n\n## One\n\n- honey\n\n## Two\n\n- wax\n"
    target = "# T\n\n## Один\n\n- мед\n\n## Два\n\n- віск\n"
    ours, theirs = versions("a", native, target)
    number = next(n for n, section in enumerate(ours.sections) if section.texts[0].text == "One")
    lexicon = learn_model([(ours, theirs)]).lexicon
    itself = frozenset([source_of("a", number)])
    assert partners(lexicon.native_to_target, "honey", itself) == {}
    assert "віск" in partners(lexicon.native_to_target, "wax", itself)
    assert "мед" in partners(lexicon.native_to_target, "honey", frozenset([source_of("b", number)]))


def test_long_paragraphs_teach_nothing() -> None:
    filler = " ".join(f"{one}{other}{one}" for one in "abcdefghij" for other in "klmnopqr")
    ours, theirs = versions("a", f"# T\n\nhoney {filler}\n", f"# T\n\nмед {filler}\n")
    assert known(learn_model([(ours, theirs)]), "honey") == {}


def test_the_ratio_of_lengths_is_that_of_what_was_read() -> None:
    english = "Bees make honey of the nectar of flowers, and wax of the honey."
    chinese = "蜜蜂用花蜜酿蜜,再用蜜造蜡。"
    native, target = "\n\n".join([english] * 40), "\n\n".join([chinese] * 40)
    found = learn_model([(version(f"# T\n\n{native}\n", "en"), version(f"# T\n\n{target}\n", "zh"))])
    assert found.ratio == pytest.approx(len(chinese) / len(english), rel=0.02)


def test_of_a_few_lines_no_ratio_is_known_and_the_articles_own_serves() -> None:
    ours, theirs = version("# T\n\nBees make much honey.\n", "en"), version("# T\n\n蜂は蜜を作る。\n", "ja")
    model = learn_model([(ours, theirs)])
    assert model.ratio == 0
    assert 0.2 < model.ratio_for(ours, theirs) < 0.6
    assert model.ratio_for(theirs, ours) == pytest.approx(1 / model.ratio_for(ours, theirs))


def test_a_ratio_that_is_known_serves_all_articles() -> None:
    ours, theirs = version("# T\n\nBees make much honey.\n", "en"), version("# T\n\n蜂。\n", "ja")
    assert TranslationModel(ratio=0.5).ratio_for(ours, theirs) == 0.5


def test_nothing_teaches_nothing() -> None:
    assert learn_model([]) == TranslationModel()
    assert TranslationModel().lexicon.learnt == TranslationModel().ratio == 0


def test_the_same_articles_teach_the_same() -> None:
    assert learn_model(lists()) == learn_model(lists())


def test_what_was_learnt_of_two_languages_is_known_of_the_opposite_pair_and_of_no_others() -> None:
    model = learn_model(lists())
    models = TranslationModels({("en", "uk"): model})
    assert models.between("en", "uk") is model
    assert models.between("uk", "en") == model.opposite
    assert models.between("en", "tr") == models.between("tr", "en") == TranslationModel()


def test_headings_that_recur_from_article_to_article_are_known() -> None:
    def told(place: int) -> tuple[Version, Version]:
        own = f"## Own {place}\n\nText.\n"
        return versions(
            f"a{place}", f"# T\n\n## How it helps\n\nText.\n\n{own}", f"# Т\n\n## Користь\n\nТекст.\n\n{own}"
        )

    model = learn_model(map(told, range(6)))
    assert model.native_headings == {"howithelps": 1.0}
    assert model.target_headings == {"користь": 1.0}
    assert not learn_model([told(0)]).native_headings


@pytest.mark.parametrize(("articles", "share"), [(9, 1.0), (10, 0.2)])
def test_of_a_few_articles_no_share_of_a_heading_is_known(articles: int, share: float) -> None:
    def told(place: int) -> tuple[Version, Version]:
        heading = "Uses" if place < 2 else f"Own {place}"
        text = f"# T\n\n## {heading}\n\nText.\n"
        return versions(f"a{place}", text, text)

    assert learn_model(map(told, range(articles))).native_headings == {"uses": share}


def test_the_opposite_model_is_what_is_learnt_the_other_way_round() -> None:
    pairs = lists()
    opposite = learn_model((target, native) for native, target in pairs)
    model = learn_model(pairs)
    assert model != opposite
    assert model.opposite == opposite
    assert model.opposite.opposite == model
    # what goes through associations may depend on their order
    ours, theirs = model.opposite.lexicon.native_to_target, opposite.lexicon.native_to_target
    assert {token: list(there.strengths) for token, there in ours.items()} == {
        token: list(there.strengths) for token, there in theirs.items()
    }
