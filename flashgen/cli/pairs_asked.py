"""Which language pairs a command line asks for: `--from`, `--to`, `--reverse`, else what is configured."""

from __future__ import annotations

from flashgen.cli.arguments import parse_language, parse_language_pair
from flashgen.config.load import Config
from flashgen.corpus.documents import Corpus
from flashgen.errors import FlashgenError
from flashgen.language.pairs import ALL, LanguagePair
from flashgen.pipeline.batch import NOTHING_SHARED, choose_pairs, opposites_together
from flashgen.record import Record


class PairsAsked(Record):
    """The languages and pairs that were asked for; which ones they are may depend on the corpus."""

    natives: tuple[str, ...]
    targets: tuple[str, ...]
    """Tags, or `all`: each native with each target."""
    pairs: tuple[LanguagePair, ...] = ()
    """Pairs by themselves."""
    reverse: bool = False

    @property
    def the_only_one(self) -> LanguagePair | None:
        """The pair, if it is one, whatever the corpus holds."""
        pairs = [*self.pairs, *((native, target) for native in self.natives for target in self.targets)]
        return pairs[0] if len(pairs) == 1 and ALL not in pairs[0] and not self.reverse else None

    def among(self, corpus: Corpus) -> list[LanguagePair]:
        """The pairs, opposite ones one after the other. Raises FlashgenError where `all` finds none."""
        pairs = [*self.pairs, *choose_pairs(self.natives, self.targets, corpus)]
        if self.reverse:
            pairs = [one for native, target in pairs for one in ((native, target), (target, native))]
        if not pairs:
            raise FlashgenError(NOTHING_SHARED)
        return opposites_together(pairs)


def read_pairs_asked(natives: tuple[str, ...], targets: tuple[str, ...], reverse: bool, config: Config) -> PairsAsked:
    """What a command line asks for; without languages, what the configuration says.

    Raises FlashgenError (wrong usage) for languages that do not exist, or are no pair.
    """
    if not natives and not targets:
        configured = config.pairs
        if (ALL, ALL) in configured:
            return PairsAsked((ALL,), (ALL,), (), reverse)
        if not configured:
            message = (
                "name two languages with --from and --to (or `all`), or list `pairs:` in flashgen.yaml "
                "(`flashgen init --pairs` proposes them)"
            )
            raise FlashgenError(message, usage=True)
        return PairsAsked((), (), configured, reverse)
    if not natives or not targets:
        raise FlashgenError("--from and --to go together: name both languages, or `all`", usage=True)
    if len(natives) == len(targets) == 1 and ALL not in (*natives, *targets):
        native, target = parse_language_pair(natives[0], targets[0])
        return PairsAsked((native,), (target,), (), reverse)
    ours, theirs = _parsed("--from", natives), _parsed("--to", targets)
    if len({*ours, *theirs}) == 1 and ALL not in ours:
        raise FlashgenError(f"--from and --to are both {ours[0]}: a deck needs two languages", usage=True)
    return PairsAsked(ours, theirs, (), reverse)


def _parsed(option: str, given: tuple[str, ...]) -> tuple[str, ...]:
    tags = (ALL if one.casefold() == ALL else parse_language(option, one) for one in given)
    return tuple(dict.fromkeys(tags))
