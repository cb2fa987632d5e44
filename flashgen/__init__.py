"""flashgen: the same articles in several languages become bilingual Anki decks."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("flashgen")
except PackageNotFoundError:  # run from a checkout that was never installed
    __version__ = "0+unknown"
