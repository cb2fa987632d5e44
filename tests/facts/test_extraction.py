"""What no kind of fact is read from, and what facts bear."""

from __future__ import annotations

from itertools import chain

from flashgen.facts.extraction import facts_by_reading
from tests.support.samples import answers, article, facts

NO_FACTS = """
# Api

<!-- - nascosto qui -->

<table><tr><td>- dato</td></tr></table>

![Api](a.png)

| a | b |
|---|---|
| c | d |

```
- codice
```

Le api sono qui.
"""


def test_comments_tables_images_and_code_are_no_facts() -> None:
    found = chain.from_iterable(facts_by_reading(article(NO_FACTS)).values())
    assert [fact.answer for fact in found] == ["Le api sono qui."]


def test_a_fact_bears_the_pin_that_stands_behind_it() -> None:
    found = facts(
        """
        # Api

        Le api danno:

        - miele {#miele}
        - cera

        > ### 7 kg {#peso}
        > di miele all'anno.

        Poi si legge:

        > Le api vogliono acqua pulita. {#acqua}

        ## In sintesi

        - Le api volano lontano. {#volo}

        ## Domande frequenti

        ### Le api dormono? {#sonno}

        Sì, di notte.

        ### Le api sentono?

        Sì.
        """,
        "purpose statistic callout highlight faq",
    )
    assert [(fact.kind, fact.pin) for fact in found if fact.pin] == [
        ("purpose", "miele"),
        ("statistic", "peso"),
        ("callout", "acqua"),
        ("highlight", "volo"),
        ("faq", "sonno"),
    ]


def test_a_pin_is_no_part_of_the_text() -> None:
    found = facts("# Api\n\nLe api danno:\n\n- miele {#miele}\n- cera\n\nFine.\n", "purpose")
    assert answers(found) == ["miele", "cera"]
