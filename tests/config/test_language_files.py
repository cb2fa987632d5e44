"""Every file in config/languages/ says everything that a card needs, in that language alone."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
import yaml

from flashgen.anki.field_text import field_html
from flashgen.config.bundled import bundled
from flashgen.config.phrases import NEUTRAL_PHRASES, CardPhrases, InterfaceWord
from flashgen.kinds import KINDS
from flashgen.language.pointing import Pointing, begins_by_joining, find_pointer, split_phrases
from flashgen.language.tags import standard_tag

FILES = sorted((bundled("config") / "languages").glob("*.yaml"))


def phrases(path: Path) -> CardPhrases:
    return CardPhrases.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))


def test_there_are_language_files() -> None:
    assert FILES


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
class TestLanguageFile:
    def test_the_file_is_named_by_a_standard_tag(self, path: Path) -> None:
        assert standard_tag(path.stem) == path.stem

    def test_every_kind_has_a_label(self, path: Path) -> None:
        labels = phrases(path).labels
        assert set(labels) >= set(KINDS)
        assert all(label.strip() for label in labels.values())

    def test_labels_are_told_apart(self, path: Path) -> None:
        labels = phrases(path).labels
        assert len(set(labels.values())) == len(labels)

    def test_every_prompt_is_there_and_names_the_title_once(self, path: Path) -> None:
        prompts = phrases(path).prompts
        assert set(prompts) == set(NEUTRAL_PHRASES.prompts)
        assert all(prompt.count("{title}") == 1 for prompt in prompts.values())
        assert all(prompt.count("{") == 1 for prompt in prompts.values())

    def test_prompts_are_told_apart(self, path: Path) -> None:
        prompts = phrases(path).prompts
        assert len(set(prompts.values())) == len(prompts)

    def test_no_text_needs_escaping(self, path: Path) -> None:
        found = phrases(path)
        for text in (*found.labels.values(), *found.prompts.values(), *found.tasks.values()):
            assert field_html(text).replace("&nbsp;", "\u00a0") == text

    def test_the_preview_page_has_all_its_words(self, path: Path) -> None:
        assert set(phrases(path).interface) == set(get_args(InterfaceWord))
        assert all(text.strip() == text for text in phrases(path).interface.values())

    def test_no_words_are_borrowed_from_english(self, path: Path) -> None:
        english = phrases(path.with_stem("en"))
        borrowed = set(phrases(path).prompts.values()) & set(english.prompts.values())
        assert bool(borrowed) == (path.stem == "en")

    def test_texts_of_the_language_are_known_to_point_at_other_places(self, path: Path) -> None:
        pointing = phrases(path).pointing
        texts = pointing.elsewhere, pointing.preceding, pointing.following, pointing.referring, pointing.joining
        lists = [split_phrases(text) for text in (*texts, pointing.opening)]
        assert all(lists)
        assert all(len(phrase.strip("*")) > 1 for found in lists for phrase in found)
        assert not set(lists[0]) & {*lists[1], *lists[2]}

    def test_words_that_set_a_sentence_against_another_are_known_where_spaces_part_words(self, path: Path) -> None:
        words = split_phrases(phrases(path).pointing.contrasting)
        assert bool(words) == (path.stem not in ("ja", "ko", "th", "zh"))
        assert all(" " not in word for word in words)

    def test_words_that_join_others_are_known_where_spaces_part_words(self, path: Path) -> None:
        words = phrases(path).conjunctions
        lists = [split_phrases(text) for text in (words.adding, words.choosing)]
        assert all(lists) == any(lists) == (path.stem not in ("ja", "th", "zh"))
        assert not set(lists[0]) & set(lists[1])
        assert all(" " not in word for found in lists for word in found)

    def test_each_phrase_that_joins_is_found_at_the_beginning_of_a_sentence(self, path: Path) -> None:
        pointing = phrases(path).pointing
        for phrase in split_phrases(f"{pointing.joining}; {pointing.contrasting}"):
            known = Pointing(joining=(phrase,))
            assert begins_by_joining(f"{phrase.capitalize()}, 1", known)
            assert not begins_by_joining(f"1 {phrase}, 2", known)

    def test_each_phrase_that_speaks_of_what_was_said_is_found_at_the_beginning_of_a_text(self, path: Path) -> None:
        for phrase in split_phrases(phrases(path).pointing.opening):
            known = Pointing(opening=(phrase,))
            text = phrase.replace("*", "")
            assert find_pointer(f"{text.capitalize()} 1", known, leads_in=True)
            assert find_pointer(f"{text} 1", known, opens=True)
            assert not find_pointer(f"1 {text} 2", known, leads_in=True)
            assert not find_pointer(f"{text} 1", known)

    def test_each_phrase_is_found_in_a_text_that_holds_it(self, path: Path) -> None:
        pointing = phrases(path).pointing
        for phrase in (*split_phrases(pointing.elsewhere), *split_phrases(pointing.following)):
            known = Pointing((phrase,))
            bare = re.sub(r"\[\^\w+\]", "", phrase)
            assert find_pointer(f"1 {bare.replace('*', '')} 2", known)
            assert "*" not in phrase.replace("* ", " ").removesuffix("*")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "水磨的价格在市场上表现良好。"),
        ("zh", "请打开记有潮汐的文本文件。"),
        ("zh", "水磨主因此表示感谢。"),
        ("zh", "這項技術帶來成本節約。"),
        ("ja", "この図書館には水車があります。"),
        ("ja", "以下の表現は水車を指します。"),
        ("th", "ก่อนหน้านี้โรงสีตั้งอยู่ริมน้ำ"),
        ("vi", "Thợ xay sửa mô hình sau khi lũ rút."),
    ],
)
def test_words_that_hold_a_phrase_of_their_language_point_nowhere(language: str, text: str) -> None:
    pointing = phrases(bundled("config") / "languages" / f"{language}.yaml").pointing
    known = Pointing(split_phrases(pointing.elsewhere), (), split_phrases(pointing.following))
    assert find_pointer(text, known) == ""
