"""Which language pairs a command line asks for: `--from`, `--to`, `--reverse`, else what is configured."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from flashgen.cli.arguments import parse_language, parse_language_pair
from flashgen.cli.options import Command
from flashgen.errors import FlashgenError

if TYPE_CHECKING:
    from flashgen.config.load import Config
    from flashgen.corpus.documents import Corpus

_ALL = "all"


def add_pairs_options() -> Callable[[Command], Command]:
    """Add the options that name language pairs."""

    def add_options(command: Command) -> Command:
        for option in (
            click.option("--reverse", is_flag=True, help="Also build each pair the other way round."),
            click.option(
                "--to", "targets", multiple=True, metavar="LANG",
                help="The language being learned, e.g. it; may be repeated, or be `all` of the corpus.",
            ),
            click.option(
                "--from", "natives", multiple=True, metavar="LANG",
                help="The language the learner knows, e.g. ru; may be repeated, or be `all` of the corpus.",
            ),
        ):  # fmt: skip
            command = option(command)
        return command

    return add_options


@dataclass(frozen=True, slots=True)
class PairsAsked:
    """The languages and pairs that were asked for; which ones they are may depend on the corpus."""

    natives: tuple[str, ...]
    targets: tuple[str, ...]
    """Tags, or `all`: each native with each target."""
    pairs: tuple[tuple[str, str], ...] = ()
    """Pairs by themselves."""
    reverse: bool = False

    @property
    def the_only_one(self) -> tuple[str, str] | None:
        """The pair, if it is one, whatever the corpus holds."""
        pairs = [*self.pairs, *((native, target) for native in self.natives for target in self.targets)]
        return pairs[0] if len(pairs) == 1 and _ALL not in pairs[0] and not self.reverse else None

    def among(self, corpus: Corpus) -> list[tuple[str, str]]:
        """The pairs, opposite ones one after the other. Raises FlashgenError where `all` finds none."""
        from flashgen.pipeline.batch import choose_pairs, opposites_together

        pairs = [*self.pairs, *choose_pairs(self.natives, self.targets, corpus)]
        if self.reverse:
            pairs = [one for native, target in pairs for one in ((native, target), (target, native))]
        if not pairs:
            raise FlashgenError("no two languages have an article in common; `flashgen pairs` shows what there is")
        return opposites_together(pairs)


def read_pairs_asked(natives: tuple[str, ...], targets: tuple[str, ...], reverse: bool, config: Config) -> PairsAsked:
    """What a command line asks for; without languages, what the configuration says.

    Raises FlashgenError (wrong usage) for languages that do not exist, or are no pair.
    """
    if not natives and not targets:
        configured = config.pairs
        if (_ALL, _ALL) in configured:
            return PairsAsked((_ALL,), (_ALL,), (), reverse)
        if not configured:
            message = (
                "name two languages with --from and --to (or `all`), or list `pairs:` in flashgen.yaml "
                "(`flashgen init --pairs` proposes them)"
            )
            raise FlashgenError(message, usage=True)
        return PairsAsked((), (), configured, reverse)
    if not natives or not targets:
        raise FlashgenError("--from and --to go together: name both languages, or `all`", usage=True)
    if len(natives) == len(targets) == 1 and _ALL not in (*natives, *targets):
        native, target = parse_language_pair(natives[0], targets[0])
        return PairsAsked((native,), (target,), (), reverse)
    ours, theirs = _parsed("--from", natives), _parsed("--to", targets)
    if len({*ours, *theirs}) == 1 and _ALL not in ours:
        raise FlashgenError(f"--from and --to are both {ours[0]}: a deck needs two languages", usage=True)
    return PairsAsked(ours, theirs, (), reverse)


def _parsed(option: str, given: tuple[str, ...]) -> tuple[str, ...]:
    tags = (_ALL if one.casefold() == _ALL else parse_language(option, one) for one in given)
    return tuple(dict.fromkeys(tags))
