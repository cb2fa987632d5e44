"""What a command line wishes of a build, before it is said of which languages."""

from __future__ import annotations

from pathlib import Path

from flashgen.cli.arguments import choose_output_path, choose_previous
from flashgen.cli.engines import EngineWish
from flashgen.config.load import Config
from flashgen.pipeline.destination import Destination
from flashgen.pipeline.jobs import Request
from flashgen.record import Record, replace


class BuildWish(Record):
    """What the command line and the configuration say, whichever the languages."""

    config: Config
    request: Request
    destination: Destination
    """Without the paths, which depend on the languages."""
    output: str | None
    previous: Path | None
    engine: EngineWish
    use_cache: bool
    quiet: bool
    verbose: bool
    as_json: bool

    @property
    def writes(self) -> bool:
        return self.destination.write

    def order(self, native: str, target: str) -> tuple[Request, Destination]:
        """What is wished of one pair."""
        path = choose_output_path(self.output, native, target)
        previous = choose_previous(self.previous, native, target)
        request = replace(self.request, native=native, target=target)
        return request, replace(self.destination, output=path, previous=previous)
