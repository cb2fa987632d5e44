"""How properties are tried: without a clock, since a busy machine is no fault. Where tests keep what they read."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from tests.support.known_configuration import known_configuration

settings.register_profile("flashgen", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("flashgen")


@pytest.fixture(scope="session", autouse=True)
def cache_of_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The cache of whoever runs the tests is left alone."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("FLASHGEN_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session", autouse=True)
def configuration_of_tests() -> Iterator[None]:
    """The bundled configuration is worked out once."""
    with known_configuration():
        yield
