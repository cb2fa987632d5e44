"""Why an article gives no term note, as `check` and `show` tell it."""

from __future__ import annotations

from pathlib import Path

from flashgen.config.load import load_config
from flashgen.pipeline.check import check_pair
from flashgen.pipeline.jobs import Request, pair_up, run_jobs
from flashgen.pipeline.terms import why_no_term
from flashgen.reports.show import bitext_json, bitext_text

DOCUMENTS = {
    "en/mill.md": "# Mill\n\nThe mill grinds. Bring [grain](/grain) here.\n",
    "it/mill.md": "# Mulino\n\nIl mulino macina. Porta qui il [grano](/grain).\n",
    "en/grain.md": "# Grain\n\nThe grain is gold.\n",
    "it/grain.md": "# Grano\n\nIl grano è d'oro.\n",
    "en/radio.md": "# Radio\n\nThe radio plays.\n",
    "it/radio.md": "# Radio\n\nLa radio suona.\n",
}


def request(folder: Path, *articles: str) -> Request:
    for name, text in DOCUMENTS.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return Request("en", "it", (folder,), articles)


def told(folder: Path, slug: str) -> str:
    pairing = pair_up(request(folder, slug), load_config(None))
    (outcome,) = run_jobs(pairing, 1)
    assert outcome.bitext
    return str(why_no_term(outcome.bitext, pairing) or "")


def test_one_article_is_told_by_those_that_link_to_it(tmp_path: Path) -> None:
    assert told(tmp_path, "grain") == ""
    assert told(tmp_path, "mill") == "no other article links to it in both languages"
    assert told(tmp_path, "radio") == "the same word in both languages"


def test_a_link_need_not_name_the_folder_of_an_article_and_may_write_its_name_otherwise(tmp_path: Path) -> None:
    request(tmp_path)
    for tag, text in (("en", "# Water wheel\n\nThe water wheel turns.\n"), ("it", "# Ruota\n\nLa ruota gira.\n")):
        wheel = tmp_path / tag / "machinery" / "water wheel.md"
        wheel.parent.mkdir()
        wheel.write_text(text, encoding="utf-8")
        mill = wheel.with_name("sluice.md")
        link = "water%20wheel.md" if tag == "en" else "<water wheel.md>"
        mill.write_text(f"{text.replace('wheel', 'sluice')}\nHere: a [{tag} wheel]({link}) too.\n", encoding="utf-8")
    assert told(tmp_path, "machinery/water wheel") != "no other article links to it in both languages"


def test_check_counts_the_reasons_and_lists_them_apart(tmp_path: Path) -> None:
    result = check_pair(request(tmp_path), load_config(None))
    assert result.term_lines == (
        "mill: no term note: no other article links to it in both languages",
        "radio: no term note: the same word in both languages",
    )
    assert result.summary.split("\n")[-1] == (
        "no term note: 1 × no other article links to it in both languages, 1 × the same word in both languages"
    )
    assert not result.warnings


def test_show_has_a_line_for_an_article_that_gives_no_term(tmp_path: Path) -> None:
    (outcome,) = run_jobs(pair_up(request(tmp_path, "radio"), load_config(None)), 1)
    assert outcome.bitext
    pairing = pair_up(request(tmp_path, "radio"), load_config(None))
    reason = why_no_term(outcome.bitext, pairing)
    text = bitext_text(outcome.bitext, "en", "it", reason)
    assert text.split("\n")[1] == "term: none: the same word in both languages"
    assert '"no_term": "the same word in both languages"' in bitext_json(outcome.bitext, "en", "it", reason)
    assert "term:" not in bitext_text(outcome.bitext, "en", "it")


def test_an_article_whose_name_is_no_unicode_is_told_like_any_other(tmp_path: Path) -> None:
    request(tmp_path)
    for tag, text in (("en", "# Foam\n\nThe foam is white.\n"), ("it", "# Schiuma\n\nLa schiuma è bianca.\n")):
        Path(f"{tmp_path}/{tag}/foam\udce9.md").write_text(text, encoding="utf-8")
    assert told(tmp_path, "foam\udce9") == "no other article links to it in both languages"
