"""Which language a text is written in."""

from __future__ import annotations

import tempfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashgen.language import identification
from flashgen.language.identification import contradicts, identify

TEXTS = {
    "en": "The cat sleeps on the warm windowsill all day. "
    "It wakes only when somebody opens the kitchen door in the evening, and then it asks for fish.",
    "da": "Katten sover hele dagen i den varme vindueskarm. "
    "Den vågner først, når nogen åbner døren til køkkenet om aftenen, og så vil den have fisk.",
    "it": "Il gatto dorme tutto il giorno sul davanzale caldo. "
    "Si sveglia soltanto quando qualcuno apre la porta della cucina, e allora chiede del pesce.",
    "pl": "Kot śpi cały dzień na ciepłym parapecie. "
    "Budzi się dopiero wtedy, gdy ktoś wieczorem otworzy drzwi do kuchni, i zaraz prosi o rybę.",
    "tr": "Kedi bütün gün sıcak pencere kenarında uyur. "
    "Ancak akşam biri mutfağın kapısını açtığında uyanır ve hemen balık ister, sonra yine uyur.",
    "ru": "Кошка весь день спит на тёплом подоконнике. "
    "Она просыпается только тогда, когда кто-нибудь вечером открывает дверь кухни, и просит рыбу.",
    "ar": "تنام القطة طوال اليوم على حافة النافذة الدافئة. "
    "ولا تستيقظ إلا عندما يفتح أحد أفراد العائلة باب المطبخ في المساء، ثم تطلب قطعة من السمك.",
    "ja": "猫は一日中あたたかい窓辺で眠っている。 夕方に誰かが台所の扉を開けるときだけ目を覚まして、魚を欲しがる。",
    "zh": "猫整天睡在温暖的窗台上。 "
    "只有傍晚有人打开厨房的门时才会醒来，然后慢慢走过去要鱼吃，吃完又回到窗台上继续睡觉。",
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_few_sentences_tell_their_language(language: str) -> None:
    assert identify(TEXTS[language]) == language


@pytest.mark.parametrize("text", ["", "Kot", "猫", "12 345 % — 67", "Kedi bütün gün uyur."])
def test_a_short_text_tells_nothing(text: str) -> None:
    assert identify(text) is None


def test_links_tags_and_addresses_do_not_count() -> None:
    assert identify("[a](/a-very-long-english-target-of-a-link)" * 10 + "<p class='windowsill'>" * 9) is None


def test_markup_does_not_hide_the_language() -> None:
    assert identify("## " + TEXTS["pl"].replace("parapecie", "[parapecie](/the-warm-windowsill)")) == "pl"


def test_a_text_in_another_language_contradicts_its_label() -> None:
    assert contradicts(TEXTS["da"], "nl") == "da"


def test_a_long_quotation_in_another_language_does_not_contradict_a_label() -> None:
    around, quoted = f"{TEXTS['da']} " * 10, f"{TEXTS['en']} " * 3
    assert identify(around + quoted + around) == "en"
    assert contradicts(around + quoted + around, "da") is None
    assert contradicts(quoted * 10, "da") == "en"


@pytest.mark.parametrize(("language", "label"), [("pl", "pl"), ("da", "nb"), ("zh", "zh-Hant"), ("it", "it-CH")])
def test_a_text_that_may_be_what_its_label_says_does_not_contradict_it(language: str, label: str) -> None:
    assert contradicts(TEXTS[language], label) is None


def test_a_label_the_model_does_not_know_is_believed_in_its_own_script() -> None:
    assert contradicts(TEXTS["it"], "scn") is None
    assert contradicts(TEXTS["ar"], "scn") == "ar"


@given(st.text())
def test_no_text_fails(text: str) -> None:
    identify(text)


def test_the_model_needs_no_temporary_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    for name in ("TemporaryFile", "NamedTemporaryFile", "TemporaryDirectory", "mkstemp"):
        monkeypatch.setattr(tempfile, name, refuse)
    assert identification._identifier.__wrapped__().classify("Il gatto dorme tutto il giorno sul davanzale caldo.")[0]
