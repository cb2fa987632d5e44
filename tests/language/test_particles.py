"""Korean particles: what stands behind a noun, in the form that belongs to its last sound."""

from __future__ import annotations

import pytest

from flashgen.language.particles import without_particle


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("바퀴 자물쇠는", "바퀴 자물쇠"),
        ("클라우드 컴퓨팅은", "클라우드 컴퓨팅"),
        ("바퀴 자물쇠은", "바퀴 자물쇠은"),
        ("바퀴 자물쇠", "바퀴 자물쇠"),
        ("벌은", "벌은"),
        ("Beehive", "Beehive"),
    ],
)
def test_a_name_loses_a_particle_that_fits_its_last_sound(name: str, bare: str) -> None:
    assert without_particle(name) == bare
