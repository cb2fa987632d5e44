"""Articles of invented facts whose identity is known, and random edits of them: what a build must recognise.

A sentence is a row of parts, each the same in English and Italian: who does what, when, where and why. Edits change
parts in one language or in both; facts come, go, move, part and join.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

PHRASES = {
    "who": """the miller = il mugnaio | an old shepherd = un vecchio pastore | the ferryman = il traghettatore
        the fisherman's daughter = la figlia del pescatore | every village baker = ogni fornaio del villaggio
        a travelling merchant = un mercante girovago | the young carpenter = il giovane falegname
        our neighbour = il nostro vicino | the schoolteacher = la maestra | a beekeeper = un apicoltore
        the lighthouse keeper = il guardiano del faro | the widow from the mill = la vedova del mulino
        the blacksmith = il fabbro | a monk = un monaco | the youngest gardener = il giardiniere più giovane""",
    "does": """repairs = ripara | carries = porta | sells = vende | cleans = pulisce | measures = misura
        paints = dipinge | carefully weighs = pesa con cura | lends = presta | hides = nasconde
        counts = conta | covers = copre | slowly turns = gira lentamente
        never forgets = non dimentica mai | looks for = cerca""",
    "what": """the wooden wheel = la ruota di legno | a sack of flour = un sacco di farina | the net = la rete
        the copper kettle = il paiolo di rame | a basket of pears = un cesto di pere | the ladder = la scala
        the heavy millstone = la pesante macina | a jar of honey = un vasetto di miele | the boat = la barca
        the oldest of the clocks = il più vecchio degli orologi | the rope = la corda | a bell = una campana
        the small iron stove = la piccola stufa di ferro | a letter to the mayor = una lettera al sindaco
        the bread for the whole week = il pane per tutta la settimana | a map of the coast = una carta della costa""",
    "lasts": """costs little = costa poco | lasts for years = dura per anni | soon breaks = presto si rompe
        weighs as much as a child = pesa quanto un bambino | needs a dry place = richiede un posto asciutto""",
    "when": """before sunrise = prima dell'alba | on market days = nei giorni di mercato | in winter = d'inverno
        in the first days of October = nei primi giorni di ottobre | after supper = dopo cena
        as soon as the snow melts = appena la neve si scioglie | when the tide is low = quando la marea è bassa
        every other Sunday = una domenica sì e una no | during the long summer evenings = nelle lunghe sere d'estate""",
    "where": """behind the chapel = dietro la cappella | near the old bridge = vicino al vecchio ponte
        under the stairs = sotto le scale | at the edge of the forest = al margine del bosco | at home = a casa
        on the other side of the river = dall'altra parte del fiume | in the cellar = in cantina
        between the stable and the well = fra la stalla e il pozzo""",
    "why": """because the roof leaks = perché il tetto perde | so that nothing is wasted = affinché nulla vada perduto
        to keep the mice away = per tenere lontani i topi | although nobody asked = benché nessuno l'abbia chiesto
        because the guests arrive on foot = perché gli ospiti arrivano a piedi
        to earn a little money for the feast = per guadagnare un po' di denaro per la festa
        as grandfather did before the war = come faceva il nonno prima della guerra""",
    "this": "this happens = ciò accade | people do so = la gente fa così | it is done = lo si fa",
    "and": ", and = , e",
    "asks": "where is = dove si trova | who knows = chi conosce | when does one meet = quando si incontra",
    "keeps": "who keeps = chi tiene | who buys = chi compra | where does one find = dove si trova",
}
WORDS = {
    slot: [tuple(side.strip() for side in pair.split("=")) for line in text.split("\n") for pair in line.split("|")]
    for slot, text in PHRASES.items()
}
LANGUAGES = ("en", "it")
ADVERBIALS = ("when", "where", "why")
SHAPES = (
    *("what lasts", "what lasts why", "who does what", "who does what when", "who does what where"),
    *("who does what when where", "who does what where why", "who does what when where why"),
)
LEADS = ("what lasts", "who does what")
"""Of what leads in to a list: short, so that it outweighs no item, and stands above each on its card."""
QUESTIONS = ("asks who", "asks who when", "keeps what", "keeps what where", "keeps what when")
HEADINGS = (("The village", "Il villaggio"), ("Daily work", "Il lavoro di ogni giorno"), ("Customs", "Le usanze"))
TITLES = (("Mill", "Mulino"), ("Ferry", "Traghetto"), ("Harvest", "Raccolto"), ("Forge", "Fucina"))
KINDS = {"first": "purpose", "second": "purpose", "advice": "callout", "summary": "highlight", "questions": "faq"}
"""The places of an article where facts stand, and the kind of those that stand there."""
APART = 0.55
"""Two facts of one kind have less than this in common: otherwise nobody could tell an edit from another fact."""
Part = tuple[str, int]
Sentence = tuple[Part, ...]


def spoken(sentence: Sentence, language: int, end: str = ".") -> str:
    """A sentence in a language."""
    text = " ".join(WORDS[slot][number][language] for slot, number in sentence).replace(" ,", ",")
    return text[0].upper() + text[1:] + end


def standing(before: tuple[str, ...], after: tuple[str, ...]) -> float:
    """How much of the words of some texts stands in others: from 0 to 1, the mean."""
    pairs = [(one.casefold().split(), other.casefold().split()) for one, other in zip(before, after, strict=True)]
    return sum(SequenceMatcher(None, *pair, autojunk=False).ratio() for pair in pairs) / len(pairs)


@dataclass(eq=False)
class Fact:
    """One fact as long as the object is one, however it is worded."""

    kind: str
    sentences: tuple[Sentence, Sentence]
    questions: tuple[Sentence, ...] = ()
    edit: str = ""
    """What was done to it since the last edition."""
    known_as: frozenset[str] = frozenset()
    """The guids that learners know it by: two of facts that were merged, the same one of halves of a fact."""
    bore: frozenset[str] = frozenset()
    """All guids that it ever bore, and no other fact since."""
    once: tuple[str, ...] = ()
    """Its texts when it was published last."""
    is_withheld: bool = False
    """Whether the last edition had no note of it: its two languages differ too much."""

    @property
    def texts(self) -> tuple[str, ...]:
        """Its sentences and, if it answers a question, the questions."""
        said = tuple(spoken(sentence, language) for language, sentence in enumerate(self.sentences))
        return said + tuple(spoken(asked, language, "?") for language, asked in enumerate(self.questions))


@dataclass(eq=False)
class Article:
    name: str
    titles: tuple[str, str]
    leads: dict[str, Sentence]
    facts: dict[str, list[Fact]]

    def markdown(self, language: int) -> str:
        """Its version in a language."""
        lead = {place: spoken(sentence, language, ":") for place, sentence in self.leads.items()}
        bullets = {place: "\n".join(f"- {fact.texts[language]}" for fact in held) for place, held in self.facts.items()}
        blocks = [
            f"---\ntitle: {self.titles[language]}\ndescription: {spoken(self.leads['about'], language)}\n---",
            f"## {HEADINGS[0][language]}",
            *(lead["first"], bullets["first"], lead["second"], bullets["second"]),
            f"## {HEADINGS[1][language]}",
            *(block for fact in self.facts["advice"] for block in (lead["advice"], f"> {fact.texts[language]}")),
            *(f"## {HEADINGS[2][language]}", bullets["summary"]),
            *(f"### {fact.texts[2 + language]}\n\n{fact.texts[language]}" for fact in self.facts["questions"]),
        ]
        return "\n\n".join(blocks) + "\n"


class Corpus:
    """Articles, and the edits that may be made in them. Each edit tells whether there was a place for it."""

    def __init__(self, chance: random.Random, articles: int = 2) -> None:
        self.chance = chance
        self.deleted: list[tuple[Article, str, Fact]] = []
        self._owners: dict[tuple[Article, str], Fact] = {}
        """Who said a text first, in an article: no other fact there ever says the same."""
        self._said: defaultdict[tuple[Article, str], list[tuple[str, ...]]] = defaultdict(list)
        self._renamed = 0
        self.articles = [self._article(titles) for titles in chance.sample(TITLES, articles)]

    @property
    def files(self) -> dict[str, str]:
        return {
            f"corpus/{tag}/{article.name}.md": article.markdown(language)
            for article in self.articles
            for language, tag in enumerate(LANGUAGES)
        }

    def facts(self) -> Iterator[tuple[Article, Fact]]:
        for article in self.articles:
            yield from ((article, fact) for held in article.facts.values() for fact in held)

    def edit(self, kind: str) -> None:
        """Make an edit of one of the EDITS; a new fact is added where there is no place for it."""
        if not EDITS[kind](self, self.chance.choice(self.articles)):
            self.insert(self.chance.choice(self.articles))

    def insert(self, article: Article) -> bool:
        place = self.chance.choice(list(KINDS))
        self._put(article, place, self._fact(article, KINDS[place]))
        return True

    def delete(self, article: Article) -> bool:
        place = self._place(article, 3)
        fact = article.facts[place].pop(self.chance.randrange(len(article.facts[place])))
        self.deleted.append((article, place, fact))
        return True

    def put_back(self, _: Article) -> bool:
        known = [entry for entry in self.deleted if entry[2].known_as]
        if not known:
            return False
        article, place, fact = self.chance.choice(known)
        self.deleted.remove((article, place, fact))
        fact.edit = "put back"
        self._put(article, place, fact)
        return True

    def swap(self, article: Article) -> bool:
        held = article.facts[self._place(article, 2)]
        one, other = self.chance.sample(range(len(held)), 2)
        held[one], held[other] = held[other], held[one]
        held[one].edit = held[other].edit = "swap"
        return True

    def move(self, article: Article) -> bool:
        """To another place of its list, or to the other list of its kind."""
        held = article.facts[self._place(article, 3)]
        fact = held.pop(self.chance.randrange(len(held)))
        fact.edit = "move"
        self._put(article, self.chance.choice([place for place in KINDS if KINDS[place] == fact.kind]), fact)
        return True

    def split(self, article: Article) -> bool:
        place = self._place(article, 1)
        index = self.chance.randrange(len(article.facts[place]))
        fact = article.facts[place][index]
        if fact.kind == "faq" or min(map(len, fact.sentences)) < 4:
            return False
        cut = self.chance.randint(3, min(map(len, fact.sentences)) - 1)
        this: Sentence = (("this", self.chance.randrange(len(WORDS["this"]))),)
        en, it = fact.sentences
        halves = [(en[:cut], it[:cut]), (this + en[cut:], this + it[cut:])]
        made = [Fact(fact.kind, half, (), "split", fact.known_as, fact.bore, fact.once) for half in halves]
        if not all(self._say(article, half) for half in made):
            return False
        article.facts[place][index : index + 1] = made
        return True

    def merge(self, article: Article) -> bool:
        place = self._place(article, 3)
        index = self.chance.randrange(len(article.facts[place]) - 1)
        one, other = article.facts[place][index : index + 2]
        en, it = ((*ours, ("and", 0), *theirs) for ours, theirs in zip(one.sentences, other.sentences, strict=True))
        made = Fact(
            one.kind, (en, it), one.questions, "merge", one.known_as | other.known_as, one.bore | other.bore,
            one.once or other.once,
        )  # fmt: skip
        if one.kind == "faq" or max(len(en), len(it)) > 10 or not self._say(article, made):
            return False
        article.facts[place][index : index + 2] = [made]
        return True

    def reword(self, article: Article, languages: tuple[int, ...], edit: str) -> bool:
        """Change one to three parts of a sentence, or of a question and its answer."""
        fact = self.chance.choice(article.facts[self._place(article, 1)])
        said = fact.texts
        sentences, asked = list(fact.sentences), list(fact.questions)
        for _ in range(self.chance.randint(1, 3)):
            changed = asked if asked and self.chance.random() < 0.5 else sentences
            change = self._change(changed[languages[0]], may_grow=len(languages) == 2)
            for language in languages:
                changed[language] = change(changed[language])
        made = Fact(fact.kind, (sentences[0], sentences[1]), tuple(asked))
        if made.texts == said or not self._say(article, made, fact):
            return False
        fact.sentences, fact.questions, fact.edit = made.sentences, made.questions, edit
        return True

    def rename(self, article: Article) -> bool:
        self._renamed += 1
        article.name = f"{article.titles[0].split()[0].lower()}-{self._renamed}"
        return self._touch(article, "rename the files")

    def retitle(self, article: Article) -> bool:
        is_long = " " in article.titles[0]
        en, it = (title.split()[0] for title in article.titles)
        article.titles = (en, it) if is_long else (f"{en} and people", f"{it} e gente")
        return self._touch(article, "change the title")

    def lead_in(self, article: Article) -> bool:
        article.leads[self.chance.choice(["first", "second"])] = self._sentence(self.chance.choice(LEADS))
        return self._touch(article, "reword a lead-in")

    def _touch(self, article: Article, edit: str) -> bool:
        for fact in (fact for held in article.facts.values() for fact in held):
            fact.edit = fact.edit or edit
        return True

    def _place(self, article: Article, least: int) -> str:
        """A place with so many facts, if there is one."""
        places = list(article.facts)
        return self.chance.choice([place for place in places if len(article.facts[place]) >= least] or places)

    def _put(self, article: Article, place: str, fact: Fact) -> None:
        article.facts[place].insert(self.chance.randint(0, len(article.facts[place])), fact)

    def _article(self, titles: tuple[str, str]) -> Article:
        leads = {place: self._sentence(self.chance.choice(LEADS)) for place in ("first", "second", "advice")}
        leads["about"] = self._sentence(self.chance.choice(SHAPES))
        article = Article(titles[0].lower(), titles, leads, {place: [] for place in KINDS})
        self._say(article, Fact("definition", (leads["about"], leads["about"])))
        for place, kind in KINDS.items():
            article.facts[place] = [self._fact(article, kind) for _ in range(self.chance.randint(3, 5))]
        return article

    def _fact(self, article: Article, kind: str) -> Fact:
        while True:
            sentence = self._sentence(self.chance.choice(SHAPES))
            asked = self._sentence(self.chance.choice(QUESTIONS)) if kind == "faq" else ()
            fact = Fact(kind, (sentence, sentence), (asked, asked) if asked else (), "insert")
            others = self._said[article, kind]
            if max((standing(fact.texts, said) for said in others), default=0.0) < APART and self._say(article, fact):
                return fact

    def _sentence(self, shape: str) -> Sentence:
        return tuple((slot, self.chance.randrange(len(WORDS[slot]))) for slot in shape.split())

    def _say(self, article: Article, fact: Fact, owner: Fact | None = None) -> bool:
        """Whether no other fact ever said any of this, so that this one may."""
        keys = [(article, text) for text in fact.texts]
        if any(self._owners.get(key, owner or fact) is not (owner or fact) for key in keys):
            return False
        self._owners.update((key, owner or fact) for key in keys)
        self._said[article, fact.kind].append(fact.texts)
        return True

    def _change(self, sentence: Sentence, *, may_grow: bool) -> Callable[[Sentence], Sentence]:
        """One change, to be made in one language or both: another part, and if it may, one more or one less."""
        slot, number = self.chance.choice(sentence)
        other = self.chance.randrange(len(WORDS[slot]))
        missing = [name for name in ADVERBIALS if name not in dict(sentence)]
        way = self.chance.random() if may_grow else 1.0
        if way < 0.15 and slot in ADVERBIALS and len(sentence) > 3:
            return lambda one: tuple(part for part in one if part != (slot, number))
        if way < 0.3 and missing and "asks" not in dict(sentence):
            added = (missing[0], self.chance.randrange(len(WORDS[missing[0]])))
            return lambda one: one if missing[0] in dict(one) else (*one, added)
        return lambda one: tuple((name, other if name == slot else held) for name, held in one)


EDITS: dict[str, Callable[[Corpus, Article], bool]] = {
    "reword in one language": lambda corpus, article: corpus.reword(
        article, (corpus.chance.randint(0, 1),), "reword in one language"
    ),
    "reword in both languages": lambda corpus, article: corpus.reword(article, (0, 1), "reword in both languages"),
    "insert": Corpus.insert,
    "delete": Corpus.delete,
    "put back": Corpus.put_back,
    "swap": Corpus.swap,
    "move": Corpus.move,
    "split": Corpus.split,
    "merge": Corpus.merge,
    "rename the files": Corpus.rename,
    "change the title": Corpus.retitle,
    "reword a lead-in": Corpus.lead_in,
}
USUAL = (*EDITS, *("reword in both languages",) * 4, *("reword in one language", "split", "merge", "put back") * 2)
"""The kinds of edits, those that alter texts more often than others."""
