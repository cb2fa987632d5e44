"""The articles of a small publisher."""

from __future__ import annotations

from tests.action.publisher import Article


def first_articles() -> dict[str, Article]:
    """What is published first."""
    return {
        "lantern": Article(
            ("Lantern", "Lanterna"),
            ("A lantern is a lamp with a case that keeps the wind away.",
             "Una lanterna è una lampada con un involucro che ripara dal vento."),
            [
                ("a case of glass and brass", "un involucro di vetro e ottone"),
                ("a wick that draws up the oil", "uno stoppino che aspira l'olio"),
                ("a ring to carry it by", "un anello per portarla"),
            ],
        ),
        "kettle": Article(
            ("Kettle", "Bollitore"),
            ("A kettle is a vessel in which water is boiled for tea.",
             "Un bollitore è un recipiente in cui si fa bollire l'acqua per il tè."),
            [
                ("a spout for pouring", "un beccuccio per versare"),
                ("a handle that stays cool", "un manico che resta freddo"),
                ("a lid that keeps the steam in", "un coperchio che trattiene il vapore"),
            ],
            "Kitchen",
        ),
    }  # fmt: skip


def oven() -> Article:
    """An article that comes later."""
    return Article(
        ("Oven", "Forno"),
        (
            "An oven is a closed chamber in which bread is baked.",
            "Un forno è una camera chiusa in cui si cuoce il pane.",
        ),
        [
            ("a door of thick glass", "uno sportello di vetro spesso"),
            ("a tray of black steel", "una teglia di acciaio nero"),
        ],
        "Kitchen",
    )
