"""Look for what stops flashgen with inputs that are changed towards code that no input has reached yet (libFuzzer).

    PYTHONPATH=. python benchmarks/guided_fuzzing.py [documents|catalogues|configuration] [--seconds N]

It needs atheris (`pip install ".[fuzz]"`), which there is for Linux. An input that raises, takes half a minute or
leaves something on a card that would act is kept in build/fuzzing/ and ends the run; its traceback is printed, and the
exit code is not 0. What libFuzzer prints while it works is described at https://llvm.org/docs/LibFuzzer.html.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["flashgen", "frontmatter", "mistune", "polib"]):
    from flashgen.config.load import load_config
    from flashgen.corpus.catalog_file import UnreadableCatalog, read_catalog
    from flashgen.corpus.catalogs import translated_lines
    from flashgen.errors import FlashgenError
    from tests.support.fuzzing import LONGEST, PIECES, Trial, texts_below

ROOT = Path(__file__).parent.parent
FOUND = ROOT / "build/fuzzing"
WORK = FOUND / "work"
"""Inputs that reached something new stay there, and the next run begins with them."""
BETWEEN = b"\n\xff\n"
"""Stands between two versions of an article in one input; in no document, since it is no UTF-8."""
LONGEST_INPUT = 20_000
"""Bytes."""
CATALOGUE = r"""msgid ""
msgstr "Content-Type: text/plain; charset={}\n"

#: en/a.md:1
msgid "A lamp"
msgstr "Una {{c1::lampada}}"
"""


def try_documents(_: Path) -> Callable[[bytes], None]:
    """Two versions of an article, through all stages."""
    trial = Trial()

    def try_one(data: bytes) -> None:
        native, _, target = data.partition(BETWEEN)
        trial.try_versions(native, target or native, len(data))

    return try_one


def try_catalogues(folder: Path) -> Callable[[bytes], None]:
    """A gettext catalogue, and a document of all that it translates."""
    path = folder / "it.po"

    def try_one(data: bytes) -> None:
        path.write_bytes(data)
        try:
            translations = read_catalog(str(path)).translations
        except UnreadableCatalog:
            return
        translated_lines("\n\n".join(translations), translations)

    return try_one


def try_configuration(folder: Path) -> Callable[[bytes], None]:
    """A flashgen.yaml, which may be refused in words."""
    path = folder / "flashgen.yaml"

    def try_one(data: bytes) -> None:
        path.write_bytes(data)
        try:
            load_config(path)
        except FlashgenError as fault:
            str(fault)

    return try_one


def documents() -> Iterable[bytes]:
    """Articles of the sample in two languages."""
    for versions in texts_below((ROOT / "sample",), most=60):
        yield BETWEEN.join((*versions, *versions)[:2])


def catalogues() -> Iterable[bytes]:
    """Short ones in several charsets."""
    return (CATALOGUE.replace("{}", charset).encode() for charset in ("UTF-8", "ISO-8859-1", "utf-16"))


def configurations() -> Iterable[bytes]:
    """A short one, and the one that comes with flashgen."""
    yield b"deck: a::{topic}\ntags: [b]\nkinds: {sentence: true}\n"
    yield (ROOT / "config/flashgen.yaml").read_bytes()


TARGETS: Mapping[str, tuple[Callable[[Path], Callable[[bytes], None]], Callable[[], Iterable[bytes]]]] = {
    "documents": (try_documents, documents),
    "catalogues": (try_catalogues, catalogues),
    "configuration": (try_configuration, configurations),
}
"""By name: what tries an input, given a folder to write in, and the inputs to begin with."""


def in_dictionary(piece: str) -> str:
    """A line of libFuzzer's dictionary."""
    return '"' + "".join(f"\\x{byte:02x}" for byte in piece.encode()) + '"\n'


def main() -> None:
    """Run one target; atheris ends the process."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0] if __doc__ else "")
    parser.add_argument("target", choices=TARGETS, nargs="?", default="documents")
    parser.add_argument("--seconds", type=int, default=300)
    given = parser.parse_args()
    make_trial, seeds = TARGETS[given.target]
    inputs = WORK / given.target
    inputs.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds()):
        (inputs / f"seed-{number}").write_bytes(seed[:LONGEST_INPUT])
    words = WORK / "words"
    words.write_text("".join(map(in_dictionary, PIECES)), encoding="ascii")
    options = (
        f"-max_total_time={given.seconds}", f"-timeout={LONGEST}", f"-dict={words}", f"-max_len={LONGEST_INPUT}",
        f"-artifact_prefix={FOUND}/{given.target}-", "-rss_limit_mb=4096", str(inputs),
    )  # fmt: skip
    atheris.Setup(["guided_fuzzing", *options], make_trial(WORK))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
