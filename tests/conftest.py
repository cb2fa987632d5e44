"""How properties are tried: without a clock, since a busy machine is no fault."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile("flashgen", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("flashgen")
