"""Where two texts that say the same may both be cut: boundaries, never counts of sentences."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from flashgen.pairing.lexicon import Segment, learn
from flashgen.pairing.model import TranslationModel
from flashgen.pairing.sentence_alignment import Cut, find_cuts

ENGLISH = "The mill grinds 12 tons of grain. Its wheel turned in 1911. A brook drives it."
ITALIAN = "Il mulino macina 12 tonnellate di grano. La ruota girò nel 1911. Un ruscello lo muove."
NOTHING: frozenset[str] = frozenset()


def cuts(native: str, target: str, languages: tuple[str, str] = ("en", "it"), sure: float = 0.9) -> list[Cut]:
    return [cut for cut in find_cuts(native, target, languages, TranslationModel(), NOTHING) if cut.probability >= sure]


def beginnings(native: str, target: str, languages: tuple[str, str] = ("en", "it")) -> list[tuple[str, str]]:
    """The text of both sides before each sure cut."""
    return [(native[: cut.native], target[: cut.target]) for cut in cuts(native, target, languages)]


def test_sentences_that_correspond_may_be_cut_behind_each() -> None:
    assert beginnings(ENGLISH, ITALIAN) == [
        ("The mill grinds 12 tons of grain.", "Il mulino macina 12 tonnellate di grano."),
        (
            "The mill grinds 12 tons of grain. Its wheel turned in 1911.",
            "Il mulino macina 12 tonnellate di grano. La ruota girò nel 1911.",
        ),
        (ENGLISH, ITALIAN),
    ]


def test_a_sentence_that_a_translator_parted_is_cut_behind_both_parts() -> None:
    native = "The mill of 1911 grinds 12 tons of grain, and its wheel is 4 metres high. A brook drives it."
    target = "Il mulino del 1911 macina 12 tonnellate di grano. La ruota è alta 4 metri. Lo muove un ruscello."
    first = beginnings(native, target)[0]
    assert first[0].endswith("4 metres high.")
    assert first[1].endswith("alta 4 metri.")


def test_a_sentence_that_begins_with_a_figure_is_one_where_the_other_side_shows_it() -> None:
    german = "Die Mühle steht am breiten Mühlbach. 12 Tonnen Getreide mahlt sie."
    english = "The mill stands by the broad mill brook. It grinds 12 tons of grain."
    assert beginnings(german, english, ("de", "en"))[0][0] == "Die Mühle steht am breiten Mühlbach."
    assert beginnings(english, german, ("en", "de"))[0][1] == "Die Mühle steht am breiten Mühlbach."
    joined = "The mill stands by the broad mill brook and grinds 12 tons of grain."
    assert beginnings(german, joined, ("de", "en")) == [(german, joined)]


def test_a_sentence_that_one_side_left_out_is_not_cut_against_its_neighbour() -> None:
    native = "Nobody knows who built it. The mill was built in 1911 for 300 people."
    target = "Il mulino fu costruito nel 1911 per 300 persone."
    assert [cut.native_sentences for cut in cuts(native, target)] == [2]


def test_a_sentence_that_holds_three_of_the_other_side_is_not_cut_before_the_third() -> None:
    native = "The mill of 1911 may join the club of Aosta, which has 24 stones, or lend its wheel to others."
    target = "Il mulino del 1911 può entrare nel club di Aosta. Esso ha 24 pietre. Oppure presti la ruota ad altri."
    for texts in ((native, target), (target, native)):
        found = find_cuts(*texts, ("en", "it"), TranslationModel(ratio=1.0), NOTHING)
        assert [(cut.native, cut.target) for cut in found] == [tuple(map(len, texts))]


def test_what_one_side_adds_behind_the_end_of_the_other_is_cut_off() -> None:
    native = "The mill of 1911 grinds 12 tons of grain."
    target = "Il mulino del 1911 macina 12 tonnellate di grano. Per i bambini, d'estate, ci sono visite con la merenda."
    first = find_cuts(native, target, ("en", "it"), TranslationModel(ratio=1.0), NOTHING)[0]
    assert first.probability >= 0.9
    assert target[: first.target] == "Il mulino del 1911 macina 12 tonnellate di grano."


def test_what_one_side_adds_in_brackets_does_not_count_for_its_length() -> None:
    native = "Speaking of tide mills, a pond is what stores the flood. The mill of 1911 by the sea has 12 of them."
    target = (
        "Parlando di mulini a marea (letteralmente «mulini che il mare muove due volte al giorno»), uno stagno (detto "
        "anche serbatoio o bacino) trattiene la piena. Il mulino del 1911 sul mare ne ha 12."
    )
    native, target = f"{native} A brook feeds all.", f"{target} Un ruscello li riempie."
    assert beginnings(native, target)[0][0].endswith("the flood.")


def test_the_end_of_both_texts_is_always_a_cut() -> None:
    assert beginnings("It grinds.", "Macina.") == [("It grinds.", "Macina.")]


def test_paragraphs_are_cut_like_sentences() -> None:
    native, target = "It grinds 12 tons.\nIt is of 1911.", "Macina 12 tonnellate.\nÈ del 1911."
    assert beginnings(native, target)[0] == ("It grinds 12 tons.", "Macina 12 tonnellate.")


def test_what_the_corpus_teaches_helps_where_counts_do_not() -> None:
    lexicon = learn(
        Segment(str(number), frozenset(("brook", "wheel")), frozenset(("rusce", "ruota"))) for number in range(5)
    )
    native, target = "The brook flows. The wheel turns.", "Il ruscello scorre. La ruota gira."
    found = find_cuts(native, target, ("en", "it"), TranslationModel(lexicon), NOTHING)
    assert found[0].probability >= 0.9


def test_a_chinese_text_is_cut_at_its_own_stops() -> None:
    assert beginnings("It grinds. It turns.", "它磨面。它转动。", ("en", "zh"))[0] == ("It grinds.", "它磨面。")


def test_a_text_of_very_many_sentences_is_left_alone() -> None:
    assert cuts("It grinds. " * 60, "Macina. " * 60) == []


@given(st.text(alphabet="ab. \n", max_size=60), st.text(alphabet="ab. \n", max_size=60))
def test_cuts_lie_in_both_texts_and_move_on(native: str, target: str) -> None:
    found = find_cuts(native, target, ("en", "it"), TranslationModel(), NOTHING)
    assert all(0 < cut.native <= len(native) and 0 < cut.target <= len(target) for cut in found)
    assert all(0.0 <= cut.probability <= 1.0 for cut in found)
