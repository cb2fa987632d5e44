"""A small corpus in English and Italian, its configuration, and the ways in which a publisher edits them."""

from __future__ import annotations

from collections.abc import Callable

from flashgen.config.bundled import bundled

EN, IT, WELL_EN, WELL_IT = (f"corpus/{tag}/{name}.md" for name in ("lantern", "well") for tag in ("en", "it"))
TYPES, SETTINGS = "config/card_types.yaml", "config/flashgen.yaml"

LANTERN_EN = """\
---
title: Lantern
description: A lantern is a lamp with a handle and glass walls that protect its flame from the wind.
keywords: Light
---

## What is a lantern?

A lantern lights the few steps ahead of a walker, and in many villages one hung beside the [well](/well).

## How it was used

People took a lantern along to:

- find the way home across dark fields
- signal to boats that were late
- feed the animals before dawn
- scare foxes away {#foxes}

> ### 48 hours
> A tank of two litres keeps a lantern burning for this long.

Everybody knew the rules of the house:

> Never fill a lantern while it is burning, because the oil can catch fire at once.

## Highlights

- The glass of a lantern keeps the wind away from the flame.
- A wick that is too long makes the glass black with smoke.
- Travellers hung a lantern on the front of their carriage.

## Questions

### Which oil burns best?

Colza oil gives a steady light and hardly smells.

### How is the glass cleaned?

Warm water with a little vinegar takes the soot off.
"""
LANTERN_IT = """\
---
title: Lanterna
description: Una lanterna è una lampada con un manico e pareti di vetro che proteggono la fiamma dal vento.
keywords: Light
---

## Che cos'è una lanterna?

Una lanterna illumina i pochi passi davanti a chi cammina, e in molti villaggi ne pendeva una accanto al [pozzo](/well).

## Come si usava

La gente portava con sé una lanterna per:

- trovare la strada di casa attraverso i campi bui
- fare segnali alle barche in ritardo
- dare da mangiare agli animali prima dell'alba
- spaventare le volpi {#foxes}

> ### 48 ore
> Un serbatoio di due litri tiene accesa una lanterna per questo tempo.

Tutti conoscevano le regole della casa:

> Non riempire mai una lanterna mentre arde, perché l'olio può prendere fuoco all'istante.

## In sintesi

- Il vetro di una lanterna tiene il vento lontano dalla fiamma.
- Uno stoppino troppo lungo annerisce il vetro di fumo.
- I viaggiatori appendevano una lanterna davanti alla carrozza.

## Domande

### Quale olio brucia meglio?

L'olio di colza dà una luce costante e quasi non ha odore.

### Come si pulisce il vetro?

L'acqua tiepida con un po' d'aceto toglie la fuliggine.
"""
WELL = (
    """\
---
title: Well
description: A well is a deep hole in the ground, lined with stone, from which people draw water.
keywords: Water
---

A well reaches down to the water that stands between layers of clay. A village with a well needed:

- a rope as long as the shaft
- a bucket of oak or leather
- a lid against leaves and mice
""",
    """\
---
title: Pozzo
description: Un pozzo è un buco profondo nel terreno, rivestito di pietra, da cui si attinge l'acqua.
keywords: Water
---

Un pozzo scende fino all'acqua che sta fra gli strati d'argilla. Un villaggio con un pozzo aveva bisogno di:

- una corda lunga quanto il pozzo
- un secchio di quercia o di cuoio
- un coperchio contro foglie e topi
""",
)
KITE = (
    "---\ntitle: Kite\ndescription: A kite is a light frame of sticks and cloth on a long string.\n---\n",
    "---\ntitle: Aquilone\ndescription: Un aquilone è un telaio leggero di stecche e tela a un lungo filo.\n---\n",
)
POLISH = "---\ntitle: Latarnia\ndescription: Latarnia to lampa z uchwytem i szybami.\n---\n\nLatarnia świeci w nocy.\n"
ABOUT = (
    "A lantern is a lamp with a handle and glass walls that protect its flame from the wind.",
    "Una lanterna è una lampada con un manico e pareti di vetro che proteggono la fiamma dal vento.",
)
NOTES = 17
"""Of the first edition: 12 of the lantern (4 of them purposes, 3 highlights, 2 questions), and 5 of the well."""


def first_edition() -> dict[str, str]:
    """All that a publisher edits: articles, configuration and templates, by path."""
    own = {
        str(path.relative_to(folder.parent)): path.read_text(encoding="utf-8")
        for folder, kind in ((bundled("config"), "*.yaml"), (bundled("card_templates"), "**/*.*"))
        for path in folder.glob(kind)
    }
    return {**own, EN: LANTERN_EN, IT: LANTERN_IT, WELL_EN: WELL[0], WELL_IT: WELL[1]}


Files = dict[str, str]
Edit = Callable[[Files], None]


def replace(path: str, old: str, new: str) -> Edit:
    def edit(files: Files) -> None:
        assert files[path].count(old) == 1, f"{old!r} stands {files[path].count(old)} times in {path}"
        files[path] = files[path].replace(old, new)

    return edit


def in_both(english: tuple[str, str], italian: tuple[str, str], paths: tuple[str, str] = (EN, IT)) -> Edit:
    return together(replace(paths[0], *english), replace(paths[1], *italian))


def together(*edits: Edit) -> Edit:
    def edit(files: Files) -> None:
        for one in edits:
            one(files)

    return edit


def add(path: str, text: str) -> Edit:
    return lambda files: files.update({path: text})


def rename(*paths: tuple[str, str]) -> Edit:
    return lambda files: files.update({new: files.pop(old) for old, new in paths})


def remove(*paths: str) -> Edit:
    def edit(files: Files) -> None:
        for path in paths:
            del files[path]

    return edit


def nothing(files: Files) -> None:
    """Build again."""


def back_to_first(*paths: str) -> Edit:
    first = first_edition()
    return lambda files: files.update({path: first[path] for path in paths})


BOATS = ("- signal to boats that were late\n", "- fare segnali alle barche in ritardo\n")
HOME = ("- find the way home across dark fields\n", "- trovare la strada di casa attraverso i campi bui\n")
FOXES = ("- scare foxes away {#foxes}\n", "- spaventare le volpi {#foxes}\n")
MICE = ("- keep the mice out of the barn\n", "- tenere i topi fuori dal granaio\n")
GLASS = (
    "- The glass of a lantern keeps the wind away from the flame.\n",
    "- Il vetro di una lanterna tiene il vento lontano dalla fiamma.\n",
)
WICK = (
    "- A wick that is too long makes the glass black with smoke.\n",
    "- Uno stoppino troppo lungo annerisce il vetro di fumo.\n",
)
CARRIAGE = (
    "- Travellers hung a lantern on the front of their carriage.\n",
    "- I viaggiatori appendevano una lanterna davanti alla carrozza.\n",
)


def insert(bullet: tuple[str, str], before: tuple[str, str]) -> Edit:
    return in_both((before[0], bullet[0] + before[0]), (before[1], bullet[1] + before[1]))


def append(bullet: tuple[str, str], after: tuple[str, str]) -> Edit:
    return in_both((after[0], after[0] + bullet[0]), (after[1], after[1] + bullet[1]))


def delete(*bullets: tuple[str, str]) -> Edit:
    return together(*(in_both((bullet[0], ""), (bullet[1], "")) for bullet in bullets))


def exchange(one: tuple[str, str], other: tuple[str, str]) -> Edit:
    """Of two neighbours."""
    return in_both((one[0] + other[0], other[0] + one[0]), (one[1] + other[1], other[1] + one[1]))


FEW_WORDS = (
    "- A wick that is much too long soon makes the glass black with smoke.\n",
    "- Uno stoppino di molto troppo lungo annerisce presto il vetro di fumo.\n",
)
NEW_WORDS = in_both((WICK[0], FEW_WORDS[0]), (WICK[1], FEW_WORDS[1]))
ONE_OF_TWO = (
    GLASS[0].replace(".\n", ", and a long wick makes it black.\n"),
    GLASS[1].replace(".\n", ", e uno stoppino lungo lo annerisce.\n"),
)
TWO_OF_ONE = (
    "- Smoke from the flame spoils it.\n- A wick that is too long makes the glass black.\n",
    "- Il fumo della fiamma lo rovina.\n- Uno stoppino troppo lungo annerisce il vetro.\n",
)
PRODUCE, UNDERSTAND = (
    f"      - {{id: {number}, name: {name.title()}, front: highlight/{name}.front.html,"
    f" back: highlight/{name}.back.html}}\n"
    for number, name in ((5204170000006056, "produce"), (5204170000006055, "understand"))
)
RECALL = "      - {id: 77, name: Recall, front: recall.html, back: highlight/produce.back.html}\n"
ADD_RECALL = together(
    replace(TYPES, PRODUCE, PRODUCE + RECALL),
    add("card_templates/recall.html", "{{#TargetAnswer}}{{TargetTitle}}: {{TargetHint}} ?{{/TargetAnswer}}"),
)
LAST_FIELD = "  - {id: 7301460000002828, name: Spare4}\n"
SOURCE = "  - {id: 7301460000002424, name: Source, value: source}\n"
NOT_SHOWN = replace("card_templates/partials/card.html", "{{#Source}}<span>{{Source}}</span>{{/Source}}", "")
FIGURE = (
    "> ### 48 hours\n> A tank of two litres keeps a lantern burning for this long.\n",
    "> ### 48 ore\n> Un serbatoio di due litri tiene accesa una lanterna per questo tempo.\n",
)
FIGURE_BACK = ("Tutti conoscevano", f"{FIGURE[1]}\nTutti conoscevano")
