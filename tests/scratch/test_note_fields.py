"""The fields of a note are the same value wherever they are held."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from flashgen.scratch.note_fields import SEPARATOR, Fields
from flashgen.scratch.scratch_file import ScratchFile

TEXTS = st.lists(st.text(st.characters(exclude_characters=SEPARATOR)), min_size=1, max_size=5)


@given(TEXTS)
def test_fields_in_a_file_are_those_in_memory(values: list[str]) -> None:
    held, filed = Fields.of(values), Fields.of(values, ScratchFile())
    assert held.values == filed.values == tuple(values)
    assert str(held) == str(filed) == SEPARATOR.join(values)
    assert held == filed == Fields.of(values, ScratchFile())
    assert hash(held) == hash(filed)
    assert repr(held) == repr(filed)


def test_other_fields_differ_wherever_they_are_held() -> None:
    file = ScratchFile()
    honey, wax, mead = (Fields.of(("ape", one), file) for one in ("miele", "cera", "mulsa"))
    assert len({honey, wax, mead, Fields.of(("ape", "miele"))}) == 3
    assert honey != Fields.of(("ape", "mulsa"))
    assert honey != "ape\x1fmiele"


def test_changed_fields_lie_where_the_others_do() -> None:
    file = ScratchFile()
    changed = Fields.of(("ape", "miele"), file).with_values(("ape", "cera"))
    assert changed.values == ("ape", "cera")
    assert file.read(1) == b"ape\x1fcera"
    assert Fields.of(("ape",)).with_values(("cera",)).values == ("cera",)


def test_texts_that_are_no_unicode_come_back() -> None:
    assert Fields("\udcff", ScratchFile()).values == ("\udcff",)
