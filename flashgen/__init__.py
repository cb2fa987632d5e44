"""flashgen: the same articles in several languages become bilingual Anki decks."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    __version__: str
    """The version that is installed, such as `0.1.0`."""
else:

    def __getattr__(name: str) -> str:
        """Read `flashgen.__version__` only when it is asked for: importlib.metadata takes as long to load as click."""
        if name != "__version__":
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib.metadata import PackageNotFoundError, version

        try:
            return version("flashgen")
        except PackageNotFoundError:  # run from a checkout that was never installed
            return "0+unknown"
