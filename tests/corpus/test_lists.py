"""Lists that a line hides, and dashes that only look like bullets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashgen.corpus.blocks import parse_body
from flashgen.corpus.lists import part_run_together, unmark_wrapped_dashes
from flashgen.records.documents import Listing, Paragraph

LINES = st.lists(
    st.one_of(
        st.sampled_from(
            ["Cats eat: - a;- bc.- de", "• ab • cd • ef", "a) xy. b) zy. c) uv", "cats and", "- dogs", "", ">"]
        ),
        st.text(st.characters(exclude_characters="\n")),
    ),
    max_size=10,
)


def read(body: str) -> tuple[list[str], list[str]]:
    """The paragraphs, and the items of the lists."""
    paragraphs: list[str] = []
    items: list[str] = []
    for section in parse_body(body, 1).sections:
        for block in section.blocks:
            if isinstance(block, Paragraph):
                paragraphs.append(block.inline.text)
            elif isinstance(block, Listing):
                items.extend(item.inline.text for item in block.items)
    return paragraphs, items


@pytest.mark.parametrize(
    ("line", "lead_in", "items"),
    [
        ("Cats eat: - mice;- fish;- milk.", ["Cats eat:"], ["mice;", "fish;", "milk."]),
        ("Cats eat:- Mice.- Fish .- Milk.", ["Cats eat:"], ["Mice.", "Fish.", "Milk."]),
        ("Of cats: - 7 % sleep (all day) - 5 % eat (fish)- 3 % play.", ["Of cats:"],
         ["7 % sleep (all day)", "5 % eat (fish)", "3 % play."]),
        ("고양이는 먹습니다.- 쥐 고기.- 생선.- 우유.", ["고양이는 먹습니다."], ["쥐 고기.", "생선.", "우유."]),
        ("Cats: a) eat mice; b) drink milk; c) sleep.", ["Cats:"], ["eat mice;", "drink milk;", "sleep."]),
        ("Cats: (1) eat. (2) drink. (3) sleep.", ["Cats:"], ["eat.", "drink.", "sleep."]),
        ("Cats like • mice • milk • sleep", ["Cats like"], ["mice", "milk", "sleep"]),
        (" • mice • milk • sleep", [], ["mice", "milk", "sleep"]),
    ],
)  # fmt: skip
def test_a_list_run_together_is_a_list_again(line: str, lead_in: list[str], items: list[str]) -> None:
    assert read(line) == (lead_in, items)


def test_links_stay_in_the_items_of_a_list_run_together() -> None:
    (section,) = parse_body("Cats eat: - [mice](/mouse);- [fish](/fish);- milk.", 4).sections
    _, listing = section.blocks
    assert isinstance(listing, Listing)
    assert [(item.line, [link.target for link in item.inline.links]) for item in listing.items] == [
        (4, ["mouse"]),
        (4, ["fish"]),
        (4, []),
    ]


def test_lettered_items_are_numbered() -> None:
    (section,) = parse_body("Cats: a) eat. b) drink. c) sleep.", 1).sections
    listing = section.blocks[-1]
    assert isinstance(listing, Listing)
    assert [item.number for item in listing.items] == [1, 2, 3]


@pytest.mark.parametrize(
    "line",
    [
        "Katzenstärken, -schwächen, -chancen und -gefahren (alle) sind bekannt.",
        "Schlaf-, Spiel- und Jagdzeiten: alle gleich.",
        "Cats eat: - mice;- fish.",
        "Cats (small) - dogs (large) - birds (loud) - all are animals (mostly).",
        "Cats sleep - and eat - and play - all day.",
        "A cat is a) small, b) soft and c) sleepy.",
        "Cats: b) drink milk; c) sleep; d) play.",
        "Scores: 3 - 5; 4 - 2; 1 - 1.",
        "Scores: - 3;- 5;- 7.",
    ],
)
def test_what_may_be_a_sentence_stays_a_paragraph(line: str) -> None:
    _, items = read(line)
    assert items == []


def test_wrapped_text_is_not_made_a_list() -> None:
    paragraphs, items = read("The cats of the house\neat: - mice;- fish;- milk.")
    assert (len(paragraphs), items) == (1, [])


@pytest.mark.parametrize("dash", ["-", "–", "—"])
def test_a_wrapped_line_that_begins_with_a_dash_goes_on_with_its_sentence(dash: str) -> None:
    assert read(f"The cat sleeps on the sill\n{dash} and so does the dog.") == (
        [f"The cat sleeps on the sill {dash} and so does the dog."],
        [],
    )


@pytest.mark.parametrize(
    ("body", "items"),
    [
        ("The cat eats:\n- mice", ["mice"]),
        ("The cat eats much.\n- mice", ["mice"]),
        ("The cat eats\n- mice\n- fish", ["mice", "fish"]),
        ("The cat eats\n- mice\n\n- fish", ["mice", "fish"]),
        ("The cat eats\n- Mice", ["Mice"]),
        ("The cat eats\n\n- mice", ["mice"]),
        ("- The cat eats\n- mice", ["The cat eats", "mice"]),
        ("- The cat\n  eats\n- mice", ["The cat eats", "mice"]),
    ],
)
def test_bullets_stay_bullets(body: str, items: list[str]) -> None:
    assert read(body)[1] == items


@given(LINES)
def test_lines_keep_their_numbers_and_order(texts: list[str]) -> None:
    numbers = [number for number, _ in part_run_together(unmark_wrapped_dashes(list(enumerate(texts, 1))))]
    assert numbers == sorted(numbers)
    assert set(numbers) == set(range(1, len(texts) + 1))
