"""Write a synthetic parallel Markdown corpus for benchmarks.

``python benchmarks/make_corpus.py OUT_DIR --articles 2000 --languages ru,it [--seed 7]`` writes
``OUT_DIR/<lang>/<slug>.md``.  Sentence k of an article comes from the same seeded sequence of concepts in
every language, so the versions are parallel; numbers and links are the same in all of them.  The grammar is
rough, but the words are real and frequent, so a language identifier recognises each language.  The same
arguments always give the same bytes.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

Token = tuple[str, int]
"""Kind and value: a word class and word number, a number, ``("link", article)`` or ``("title", article)``."""

Sentence = tuple[Token, ...]

DEFAULT_SEED = 7
WORD_CLASSES = ("noun", "verb", "adjective", "preposition", "conjunction", "adverb")
CATEGORIES = (
    "Business",
    "Marketing Essentials",
    "Investing",
    "Economy",
    "Personal Finance",
    "Banking",
    "Taxes",
)
FAQ_EVERY = 4

# Sentence patterns, one letter per token: (n)oun with its article, (b)are noun, (v)erb, (a)djective,
# (p)reposition, (c)onjunction, adve(r)b, (#) count, (y)ear, (%) percentage and a comma.
PATTERNS = (
    "r n v n p a b , c n v p n p a b c n v r p n",
    "n p n v r a b p n , c a b v n p y c n v n",
    "r , n v # b p n c n , c n v a b p n p n",
    "n c n v r p n p a b , c r n v n p a b p n",
    "a b p n v % p n , c n p n v r a b c n",
    "p y n v a b c a b p n , c n v r n p n",
    "r n p a b v n , c # b v p n c n v a b p n",
)
SHORT_PATTERNS = ("n v r a b p n c n", "a b v n p a b", "r n v n p n p # b", "n p n v a b c a b")
PATTERN_CLASSES = dict(zip("vapcr", WORD_CLASSES[1:], strict=True))

# For each language: words of each class in WORD_CLASSES order; word i is the same concept everywhere.
# A noun carries its article before "_".
WORDS: dict[str, tuple[str, ...]] = {
    "en": (
        """the_market the_price the_company the_money the_bank the_customer the_product the_service the_year
        the_day the_work the_time the_business the_contract the_tax the_risk the_value the_share the_profit
        the_loss the_cost the_debt the_loan the_interest the_rate the_growth the_budget the_plan the_sale
        the_account the_credit the_capital the_fund the_investor the_law the_state the_government the_report
        the_payment the_goal""",
        "is has uses gives takes changes helps shows becomes pays buys sells needs finds grows supports",
        "new large good small important first long high common public free strong simple different",
        "in with for from of on between after",
        "and or but because",
        "today often usually however also always sometimes therefore now then only very",
    ),
    "ru": (
        """рынок цена компания деньги банк клиент продукт услуга год день работа время бизнес договор налог
        риск стоимость доля прибыль убыток расход долг заём процент ставка рост бюджет план продажа счёт
        кредит капитал фонд инвестор закон государство правительство отчёт платёж цель""",
        """является имеет использует даёт берёт меняет помогает показывает становится платит покупает продаёт
        требует находит растёт поддерживает""",
        """новый большой хороший маленький важный первый длинный высокий общий публичный свободный сильный
        простой разный""",
        "в с для от из на между после",
        "и или но потому_что",
        "сегодня часто обычно однако также всегда иногда поэтому теперь тогда только очень",
    ),
    "it": (
        """il_mercato il_prezzo l'_azienda il_denaro la_banca il_cliente il_prodotto il_servizio l'_anno
        il_giorno il_lavoro il_tempo l'_attività il_contratto la_tassa il_rischio il_valore la_quota
        il_profitto la_perdita il_costo il_debito il_prestito l'_interesse il_tasso la_crescita il_bilancio
        il_piano la_vendita il_conto il_credito il_capitale il_fondo l'_investitore la_legge lo_stato
        il_governo il_rapporto il_pagamento l'_obiettivo""",
        "è ha usa dà prende cambia aiuta mostra diventa paga compra vende richiede trova cresce sostiene",
        """nuovo grande buono piccolo importante primo lungo alto comune pubblico libero
        forte semplice diverso""",
        "in con per da di su tra dopo",
        "e o ma perché",
        "oggi spesso solitamente tuttavia anche sempre talvolta quindi adesso poi soltanto molto",
    ),
    "pl": (
        """rynek cena firma pieniądz bank klient produkt usługa rok dzień praca czas biznes umowa podatek
        ryzyko wartość udział zysk strata koszt dług pożyczka odsetki stopa wzrost budżet plan sprzedaż
        rachunek kredyt kapitał fundusz inwestor prawo państwo rząd raport płatność cel""",
        """jest ma używa daje bierze zmienia pomaga pokazuje staje_się płaci kupuje sprzedaje potrzebuje
        znajduje rośnie wspiera""",
        "nowy duży dobry mały ważny pierwszy długi wysoki wspólny publiczny wolny silny prosty różny",
        "w z dla od ze na między po",
        "i lub ale ponieważ",
        "dzisiaj często zwykle jednak także zawsze czasami dlatego teraz wtedy tylko bardzo",
    ),
    "da": (
        """et_marked en_pris en_virksomhed penge en_bank en_kunde et_produkt en_tjeneste et_år en_dag
        et_arbejde en_tid en_forretning en_kontrakt en_skat en_risiko en_værdi en_aktie et_overskud et_tab
        en_omkostning en_gæld et_lån en_rente en_sats en_vækst et_budget en_plan et_salg en_konto en_kredit
        en_kapital en_fond en_investor en_lov en_stat en_regering en_rapport en_betaling et_mål""",
        """er har bruger giver tager ændrer hjælper viser bliver betaler køber sælger behøver finder vokser
        støtter""",
        "ny stor god lille vigtig første lang høj fælles offentlig fri stærk enkel forskellig",
        "i med for fra af på mellem efter",
        "og eller men fordi",
        "i_dag ofte normalt dog også altid nogle_gange derfor nu så kun meget",
    ),
    "ar": (
        """السوق السعر الشركة المال البنك العميل المنتج الخدمة السنة اليوم العمل الوقت التجارة العقد الضريبة
        المخاطرة القيمة السهم الربح الخسارة التكلفة الدين القرض الفائدة المعدل النمو الميزانية الخطة البيع
        الحساب الائتمان رأس_المال الصندوق المستثمر القانون الدولة الحكومة التقرير الدفع الهدف""",
        "هو يملك يستخدم يعطي يأخذ يغير يساعد يظهر يصبح يدفع يشتري يبيع يحتاج يجد ينمو يدعم",
        "الجديد الكبير الجيد الصغير المهم الأول الطويل العالي المشترك العام الحر القوي البسيط المختلف",
        "في مع لأجل من عن على بين بعد",
        "و أو لكن لأن",
        "حاليا غالبا عادة ومع_ذلك أيضا دائما أحيانا لذلك الآن ثم فقط جدا",
    ),
    "de": (
        """der_Markt der_Preis das_Unternehmen das_Geld die_Bank der_Kunde das_Produkt der_Dienst das_Jahr
        der_Tag die_Arbeit die_Zeit das_Geschäft der_Vertrag die_Steuer das_Risiko der_Wert die_Aktie
        der_Gewinn der_Verlust die_Kosten die_Schuld das_Darlehen der_Zins die_Rate das_Wachstum das_Budget
        der_Plan der_Verkauf das_Konto der_Kredit das_Kapital der_Fonds der_Anleger das_Gesetz der_Staat
        die_Regierung der_Bericht die_Zahlung das_Ziel""",
        """ist hat nutzt gibt nimmt ändert hilft zeigt wird zahlt kauft verkauft braucht findet wächst
        unterstützt""",
        """neue große gute kleine wichtige erste lange hohe gemeinsame öffentliche freie starke einfache
        andere""",
        "in mit für aus von auf zwischen nach",
        "und oder aber weil",
        "heute oft normalerweise jedoch auch immer manchmal deshalb jetzt dann nur sehr",
    ),
    "fr": (
        """le_marché le_prix l'_entreprise l'_argent la_banque le_client le_produit le_service l'_année
        le_jour le_travail le_temps l'_affaire le_contrat l'_impôt le_risque la_valeur l'_action le_bénéfice
        la_perte le_coût la_dette le_prêt l'_intérêt le_taux la_croissance le_budget le_plan la_vente
        le_compte le_crédit le_capital le_fonds l'_investisseur la_loi l'_état le_gouvernement le_rapport
        le_paiement l'_objectif""",
        "est a utilise donne prend change aide montre devient paie achète vend exige trouve grandit soutient",
        """nouveau grand bon petit important premier long haut commun public libre fort simple différent""",
        "dans avec pour depuis de sur entre après",
        "et ou mais car",
        """aujourd'hui souvent généralement cependant aussi toujours parfois donc maintenant
        ensuite seulement très""",
    ),
    "es": (
        """el_mercado el_precio la_empresa el_dinero el_banco el_cliente el_producto el_servicio el_año el_día
        el_trabajo el_tiempo el_negocio el_contrato el_impuesto el_riesgo el_valor la_acción el_beneficio
        la_pérdida el_coste la_deuda el_préstamo el_interés la_tasa el_crecimiento el_presupuesto el_plan
        la_venta la_cuenta el_crédito el_capital el_fondo el_inversor la_ley el_estado el_gobierno el_informe
        el_pago el_objetivo""",
        "es tiene usa da toma cambia ayuda muestra resulta paga compra vende necesita encuentra crece apoya",
        """nuevo grande bueno pequeño importante primero largo alto común público libre
        fuerte simple diferente""",
        "en con para desde de sobre entre después_de",
        "y o pero porque",
        "hoy frecuentemente normalmente sin_embargo también siempre a_veces entonces ahora luego solo muy",
    ),
}

# Heading and question templates for each language, one a line: what is, how it works, considerations,
# highlights, FAQ heading, then three FAQ questions.
PHRASES: dict[str, str] = {
    "en": """What Is {}?
        How {} Works
        Special Considerations
        Highlights
        FAQ
        Why is {} important?
        How does {} work?
        When is {} used?""",
    "ru": """Что такое {}?
        Как работает {}
        Особые соображения
        Особенности
        Вопросы и ответы
        Почему {} имеет значение?
        Как работает {}?
        Когда используется {}?""",
    "it": """Che cos'è {}?
        Come funziona {}
        Considerazioni speciali
        Mette in risalto
        Domande frequenti
        Perché {} è importante?
        Come funziona {}?
        Quando si usa {}?""",
    "pl": """Co to jest {}?
        Jak działa {}
        Uwagi specjalne
        Przegląd najważniejszych wydarzeń
        Często zadawane pytania
        Dlaczego {} ma znaczenie?
        Jak działa {}?
        Kiedy używa się {}?""",
    "da": """Hvad er {}?
        Sådan fungerer {}
        Særlige overvejelser
        Højdepunkter
        Ofte stillede spørgsmål
        Hvorfor er {} vigtig?
        Hvordan fungerer {}?
        Hvornår bruges {}?""",
    "ar": """ما هو {}؟
        كيف يعمل {}
        إعتبارات خاصة
        يسلط الضوء
        أسئلة شائعة
        لماذا {} مهم؟
        كيف يعمل {}؟
        متى يستخدم {}؟""",
    "de": """Was ist {}?
        So funktioniert {}
        Besondere Überlegungen
        Höhepunkte
        Häufige Fragen
        Warum ist {} wichtig?
        Wie funktioniert {}?
        Wann wird {} verwendet?""",
    "fr": """Qu'est-ce que {} ?
        Comment fonctionne {}
        Considérations particulières
        Points forts
        Questions fréquentes
        Pourquoi {} est important ?
        Comment fonctionne {} ?
        Quand utilise-t-on {} ?""",
    "es": """¿Qué es {}?
        Cómo funciona {}
        Consideraciones especiales
        Aspectos destacados
        Preguntas frecuentes
        ¿Por qué {} es importante?
        ¿Cómo funciona {}?
        ¿Cuándo se usa {}?""",
}
PERCENT = {"ar": "{}٪", "da": "{} %", "de": "{} %", "fr": "{} %", "es": "{} %"}
COMMA = {"ar": "،"}


@dataclass(frozen=True)
class Language:
    """The words and phrases of one language."""

    tag: str
    words: dict[str, tuple[str, ...]]
    bare_nouns: tuple[str, ...]
    phrases: tuple[str, ...]
    percent: str
    comma: str

    @property
    def block_gap(self) -> str:
        """What separates the lines of a list or quote: the translated versions leave a blank line there."""
        return "\n" if self.tag == "en" else "\n\n"


@dataclass(frozen=True)
class Block:
    """A piece of an article.

    ``kind`` is ``heading``, ``question``, ``paragraph``, ``lead``, ``list``, ``stat`` or ``callout``.

    ``number`` is the phrase number of a heading or question and the percentage of a statistic.
    """

    kind: str
    sentences: tuple[Sentence, ...] = ()
    number: int = 0


@dataclass(frozen=True)
class Title:
    """An article's title as concepts: an adjective (or -1), two nouns and a serial number (0 for none)."""

    adjective: int
    first: int
    second: int
    serial: int


def split_words(text: str, suffix: str = "") -> tuple[str, ...]:
    """Split a word list, adding a suffix to each word."""
    return tuple(word + suffix for word in text.split())


def bare(noun: str) -> str:
    """A noun without its article."""
    article, _, rest = noun.partition("_")
    return noun.replace("_", " ") if not rest or article == "رأس" else rest


def with_article(noun: str) -> str:
    """A noun with its article, elided or not."""
    return noun.replace("'_", "'").replace("_", " ")


def load_language(tag: str) -> Language:
    """The named language; an unknown tag gives English words with the tag as their suffix."""
    base = tag if tag in WORDS else "en"
    suffix = "" if tag in WORDS else re.sub(r"[\W_]", "", tag).lower()
    raw = {name: split_words(text, suffix) for name, text in zip(WORD_CLASSES, WORDS[base], strict=True)}
    return Language(
        tag=tag,
        words={name: tuple(with_article(word) for word in words) for name, words in raw.items()},
        bare_nouns=tuple(bare(noun) for noun in raw["noun"]),
        phrases=tuple(line.strip() for line in PHRASES[base].splitlines()),
        percent=PERCENT.get(base, "{}%"),
        comma=COMMA.get(base, ","),
    )


def make_titles(count: int, rng: random.Random) -> list[Title]:
    """Draw distinct titles: two-noun ones first, then ones with an adjective, then numbered ones."""
    nouns, adjectives = len(WORDS["en"][0].split()), len(WORDS["en"][2].split())
    pairs = [(a, b) for a in range(nouns) for b in range(nouns) if a != b]
    short = [(-1, a, b) for a, b in pairs]
    long = [(adjective, a, b) for adjective in range(adjectives) for a, b in pairs]
    rng.shuffle(short)
    rng.shuffle(long)
    plain = short + long
    titles = [Title(*plain[i % len(plain)], serial=i // len(plain)) for i in range(count)]
    rng.shuffle(titles)
    return titles


def title_text(title: Title, language: Language) -> str:
    """A title's words in one language, as in the middle of a sentence."""
    adjective = [language.words["adjective"][title.adjective]] if title.adjective >= 0 else []
    serial = [str(title.serial + 1)] if title.serial else []
    nouns = [language.bare_nouns[title.first], language.bare_nouns[title.second]]
    return " ".join([*adjective, *nouns, *serial])


def capitalise(text: str) -> str:
    """The text with its first letter in upper case and the rest as it was."""
    return text[:1].upper() + text[1:]


def draw_token(letter: str, rng: random.Random) -> Token:
    """Draw what one letter of a pattern stands for."""
    if letter == ",":
        return ("comma", 0)
    if letter == "#":
        return ("count", rng.randrange(2, 400))
    if letter == "y":
        return ("count", rng.randrange(1950, 2024))
    if letter == "%":
        return ("percent", rng.randrange(2, 99))
    if letter in "nb":
        return ("noun" if letter == "n" else "bare", rng.randrange(len(WORDS["en"][0].split())))
    name = PATTERN_CLASSES[letter]
    return (name, rng.randrange(len(WORDS["en"][WORD_CLASSES.index(name)].split())))


def draw_sentence(rng: random.Random, patterns: Sequence[str] = PATTERNS) -> Sentence:
    """Draw one sentence as concepts."""
    return tuple(draw_token(letter, rng) for letter in rng.choice(patterns).split())


def put_noun(sentence: Sentence, token: Token, position: int) -> Sentence:
    """Replace one of the sentence's nouns (counted modulo their number) by another token."""
    places = [i for i, (kind, _) in enumerate(sentence) if kind in ("noun", "bare")]
    place = places[position % len(places)]
    return (*sentence[:place], token, *sentence[place + 1 :])


def draw_paragraph(rng: random.Random, article: int, links: list[int], share: int) -> Block:
    """Draw a paragraph with up to ``share`` links, taken from ``links``, that names the article's title."""
    sentences = [draw_sentence(rng) for _ in range(rng.randrange(4, 6))]
    for place in rng.sample(range(len(sentences)), k=min(share, len(links))):
        sentences[place] = put_noun(sentences[place], ("link", links.pop()), -1)
    sentences[0] = put_noun(sentences[0], ("title", article), 0)
    return Block("paragraph", tuple(sentences))


def draw_lines(rng: random.Random, low: int, high: int) -> Block:
    """Draw a list of ``low`` to ``high`` short items."""
    return Block("list", tuple(draw_sentence(rng, SHORT_PATTERNS) for _ in range(rng.randint(low, high))))


def draw_faq(rng: random.Random, article: int) -> list[Block]:
    """Draw the FAQ section: three questions, each with a paragraph for answer."""
    blocks = [Block("heading", number=4)]
    for number in (5, 6, 7):
        blocks.append(Block("question", number=number))
        blocks.append(draw_paragraph(rng, article, [], 0))
    return blocks


def draw_links(rng: random.Random, article: int, count: int) -> list[int]:
    """Draw 8 to 12 other articles to link to (fewer in a tiny corpus)."""
    drawn = rng.sample(range(count), k=min(count, rng.randint(8, 12) + 1))
    return [other for other in drawn if other != article][:12]


def draw_article(article: int, count: int, seed: int) -> tuple[Sentence, list[Block]]:
    """Draw an article's description and body, the same for every language."""
    rng = random.Random(f"{seed}/{article}")
    links = draw_links(rng, article, count)
    description = put_noun(draw_sentence(rng), ("title", article), 0)
    body = [
        Block("heading", number=0),
        draw_paragraph(rng, article, links, 3),
        Block("heading", number=1),
        draw_paragraph(rng, article, links, 3),
        Block("lead", (draw_sentence(rng, SHORT_PATTERNS),)),
        draw_lines(rng, 4, 6),
        draw_paragraph(rng, article, links, 3),
        Block("stat", (draw_sentence(rng),), number=rng.randrange(5, 96)),
        Block("heading", number=2),
        draw_paragraph(rng, article, links, 3),
        Block("callout", (draw_sentence(rng),)),
        draw_paragraph(rng, article, links, 2),
        Block("heading", number=3),
        draw_lines(rng, 3, 4),
    ]
    if article % FAQ_EVERY == FAQ_EVERY - 1:
        body += draw_faq(rng, article)
    return description, body


def render_token(token: Token, language: Language, titles: list[str], slugs: list[str]) -> str:
    """One token as text."""
    kind, value = token
    special: dict[str, Callable[[], str]] = {
        "comma": lambda: language.comma,
        "count": lambda: str(value),
        "percent": lambda: language.percent.format(value),
        "bare": lambda: language.bare_nouns[value],
        "title": lambda: titles[value],
        "link": lambda: f"[{titles[value]}](/{slugs[value]})",
    }
    return special[kind]() if kind in special else language.words[kind][value]


class Writer:
    """Renders articles in one language."""

    def __init__(self, language: Language, titles: list[Title], slugs: list[str]) -> None:
        """Prepare the titles of all articles in this language."""
        self.language = language
        self.titles = [title_text(title, language) for title in titles]
        self.slugs = slugs

    def sentence(self, sentence: Sentence, end: str = ".") -> str:
        """One sentence as text, capitalised and closed."""
        text = " ".join(render_token(token, self.language, self.titles, self.slugs) for token in sentence)
        return capitalise(text.replace(f" {self.language.comma}", self.language.comma)) + end

    def block(self, block: Block, title: str) -> str:
        """One block as Markdown, without the blank line after it."""
        gap = self.language.block_gap
        if block.kind in ("heading", "question"):
            marks = "##" if block.kind == "heading" else "###"
            return f"{marks} {self.language.phrases[block.number].format(title)}"
        if block.kind == "list":
            return gap.join(f"- {self.sentence(item)}" for item in block.sentences)
        if block.kind == "lead":
            return self.sentence(block.sentences[0], end=":")
        text = " ".join(self.sentence(sentence) for sentence in block.sentences)
        if block.kind == "stat":
            return gap.join([f"> ### {self.language.percent.format(block.number)}", f"> {text}", ">"])
        if block.kind == "callout":
            return gap.join([f"> {text}", ">"])
        return text

    def article(self, article: int, description: Sentence, body: list[Block]) -> str:
        """A whole article as Markdown."""
        title = self.titles[article]
        keywords = ",".join(CATEGORIES[(article + step) % len(CATEGORIES)] for step in (0, 3))
        blocks = "\n\n".join(self.block(block, title) for block in body)
        return (
            f"---\nkeywords: {keywords}\ntitle: {capitalise(title)}\n"
            f"description: {self.sentence(description)}\n---\n\n"
            f"# {capitalise(title)}\n{blocks}\n"
        )


def make_corpus(out_dir: Path, articles: int, languages: Sequence[str], seed: int = DEFAULT_SEED) -> int:
    """Write the corpus below ``out_dir`` and return the number of bytes written."""
    titles = make_titles(articles, random.Random(f"{seed}/titles"))
    english = load_language("en")
    slugs = [title_text(title, english).replace(" ", "-") for title in titles]
    writers = [Writer(load_language(tag), titles, slugs) for tag in languages]
    for tag in languages:
        (out_dir / tag).mkdir(parents=True, exist_ok=True)
    written = 0
    for article in range(articles):
        description, body = draw_article(article, articles, seed)
        for writer in writers:
            data = writer.article(article, description, body).encode("utf-8")
            written += (out_dir / writer.language.tag / f"{slugs[article]}.md").write_bytes(data)
    return written


def parse_arguments(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description="Write a synthetic parallel Markdown corpus.")
    parser.add_argument("out_dir", type=Path, metavar="OUT_DIR")
    parser.add_argument("--articles", type=int, default=2000, metavar="N")
    parser.add_argument("--languages", default="ru,it", metavar="TAGS", help="comma-separated language tags")
    parser.add_argument("--seed", type=int, default=DEFAULT_SEED)
    options = parser.parse_args(arguments)
    if options.articles < 1:
        parser.error("--articles must be at least 1")
    tags = (tag.strip() for tag in options.languages.split(","))
    options.languages = list(dict.fromkeys(tag for tag in tags if tag))
    if not options.languages or not all(re.fullmatch(r"[A-Za-z0-9_-]+", tag) for tag in options.languages):
        parser.error("--languages must be tags such as ru,it")
    return options


def main() -> None:
    """Run the command."""
    options = parse_arguments()
    written = make_corpus(options.out_dir, options.articles, options.languages, options.seed)
    languages = ",".join(options.languages)
    print(f"{options.articles} articles in {languages}: {written:,} bytes in {options.out_dir}")


if __name__ == "__main__":
    main()
