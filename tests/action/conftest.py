"""Where the steps of the action can be tested."""

from __future__ import annotations

import os

import pytest


@pytest.fixture(scope="session", autouse=True)
def a_shell_and_processes_that_fork() -> None:
    """What the tests of this folder need, and Windows lacks; the reason is shown there."""
    if os.name == "nt":
        pytest.skip("the steps are tested where bash and forked processes are at home; Windows runs the commands alone")
