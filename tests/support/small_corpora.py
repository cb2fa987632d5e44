"""Corpora of one article, written for a test."""

from __future__ import annotations

from pathlib import Path

FIRST = {
    "Bees carry pollen from flower to flower.": "Le api portano il polline di fiore in fiore.",
    "Wax serves for candles and polish.": "La cera serve per candele e lucido.",
    "One queen lays all the eggs.": "Una sola regina depone tutte le uova.",
}
SECOND = {
    "Bees carry much pollen from flower to flower.": "Le api portano molto polline di fiore in fiore.",
    "One queen lays all the eggs.": "Una sola regina depone tutte le uova.",
    "Smoke calms a colony.": "Il fumo calma la colonia.",
}


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def kettle(language: str, questions: int) -> str:
    """A short article; a FAQ of another length in the other version leaves facts without a partner."""
    english = language == "en"
    about = (
        "A kettle is a vessel with a lid and a spout in which people boil water for their tea."
        if english
        else "Il bollitore è un recipiente con coperchio e beccuccio in cui si fa bollire l'acqua per il tè."
    )
    ask = (
        ["Why does it whistle?", "How is it cleaned?", "What is it made of?"]
        if english
        else ["Perché fischia?", "Come si pulisce?", "Di che cosa è fatto?"]
    )
    reply = (
        ["Steam is pressed through a narrow opening.", "Vinegar dissolves the lime.", "Steel or copper."]
        if english
        else ["Il vapore passa per un'apertura stretta.", "L'aceto scioglie il calcare.", "Di acciaio o di rame."]
    )
    faq = "".join(f"### {q}\n{a}\n" for q, a in list(zip(ask, reply, strict=True))[:questions])
    title, heading = ("Kettle", "FAQ") if english else ("Bollitore", "Domande frequenti")
    return f"---\ntitle: {title}\ndescription: {about}\nkeywords: Kitchen\n---\n\n## {heading}\n{faq}"


def bees(here: Path, bullets: dict[str, str], folder: str = "bees") -> tuple[str, ...]:
    """A corpus whose one article has these bullets (English: Italian), and the options that build it."""
    for tag, heading, listed in (("en", "Uses", bullets.keys()), ("it", "Usi", bullets.values())):
        write(here / folder / tag / "bee.md", f"# {tag}\n\n## {heading}\n\n" + "".join(f"- {one}\n" for one in listed))
    return ("--from", "en", "--to", "it", "--corpus", folder)
