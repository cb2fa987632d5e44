"""Full stops within names end no sentences; those that only lack their space do."""

from __future__ import annotations

import pytest

from flashgen.language.sentences import sentence_ends, sentences


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("A lamp is known as TOWER.FLOOR.LAMP, counted from below:", "en"),
        ("Jede Lampe heißt TURM.STOCK.LAMPE, von unten gezählt:", "de"),
        ("Лампа зовётся БАШНЯ.ЭТАЖ.ЛАМПА, считая снизу:", "ru"),
        ("The list is read by Lamp.Tower.Reader alone.", "en"),
        ("מנורה נקראת TOWER.FLOOR.LAMP, מלמטה:", "he"),
        ("نام هر چراغ برج.طبقه.چراغ است:", "fa"),
        ("등불은 Lamp.Tower라고 한다:", "ko"),
        ("每盏灯写作：塔.楼层.灯，从下往上数：", "zh"),
    ],
)
def test_a_name_with_full_stops_is_not_torn(text: str, language: str) -> None:
    assert sentences(text, language) == (text,)
    assert sentence_ends(text, language) == (len(text),)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The lamp went out.Then the keeper woke.", "en"),
        ("چراغ خاموش شد.سپس نگهبان بیدار شد.", "fa"),
        ("등불이 꺼졌다.그때 등대지기가 깼다.", "ko"),
        ("长长的夜里那盏灯熄灭了.看守人从梦中醒来了.", "zh"),
    ],
)
def test_a_full_stop_that_lacks_its_space_ends_a_sentence(text: str, language: str) -> None:
    assert len(sentences(text, language)) == 2


def test_a_name_in_the_middle_of_a_text_keeps_its_sentences_apart() -> None:
    text = "Write TOWER.FLOOR.LAMP on it. Then light it."
    assert sentences(text, "en") == ("Write TOWER.FLOOR.LAMP on it.", "Then light it.")
