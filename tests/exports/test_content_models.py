"""Exports keep the content models of their standards: of TMX 1.4 and of TBX-Basic (style DCA), in words of our own."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

import pytest

from flashgen.config.load import load_config
from flashgen.exports.write import export_package
from flashgen.pipeline.build import Surroundings, build
from flashgen.pipeline.destination import Destination
from flashgen.pipeline.jobs import Request


class Model(NamedTuple):
    """What may stand in an element."""

    children: str
    """A pattern of the names of its children, a space behind each; `#text` stands for text that is not blank."""
    required: str = ""
    optional: str = ""


LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_TRACE = "o-encoding creationdate creationid changedate changeid"
_VARIANT = f"{_TRACE} datatype usagecount lastusagedate creationtool creationtoolversion o-tmf"
_INFO = "(descrip |descripGrp |admin |adminGrp |transacGrp |note |ref |xref )*"
_TYPED = f"id target datatype module {LANG}"
TMX = {
    "tmx": Model("header body ", "version"),
    "header": Model(
        "(note |prop |ude )*", "creationtool creationtoolversion segtype o-tmf adminlang srclang datatype", _TRACE
    ),
    "body": Model("(tu )*"),
    "note": Model("(#text )?", "", f"o-encoding {LANG}"),
    "prop": Model("(#text )?", "type", f"o-encoding {LANG}"),
    "tu": Model("(note |prop )*(tuv )+", "", f"{_VARIANT} tuid segtype srclang"),
    "tuv": Model("(note |prop )*seg ", LANG, _VARIANT),
    "seg": Model("(#text |bpt |ept |ph |it |hi |ut )*"),
}
TBX = {
    "tbx": Model("tbxHeader text ", f"style type {LANG}"),
    "tbxHeader": Model("fileDesc (encodingDesc )?(revisionDesc )?", "", "id"),
    "fileDesc": Model("(titleStmt )?(publicationStmt )?(sourceDesc )+", "", "id"),
    "sourceDesc": Model("(p )+", "", f"id {LANG}"),
    "p": Model("(#text )?", "", f"id type {LANG}"),
    "text": Model("body (back )?", "", "id"),
    "body": Model("(conceptEntry )+", "", "id"),
    "conceptEntry": Model(f"{_INFO}(langSec )+", "", "id"),
    "langSec": Model(f"{_INFO}(termSec )+", LANG),
    "termSec": Model(f"term (termNote |termNoteGrp )*{_INFO}", "", "id"),
    "term": Model("#text ", "", "id"),
    "descripGrp": Model("descrip (descripNote |admin |adminGrp |transacGrp |note |ref |xref )*", "", "id"),
    "descrip": Model("(#text )?", "type", _TYPED),
}
VALUES = {
    ("tmx", "version"): {"1.4"},
    ("header", "segtype"): {"block", "paragraph", "sentence", "phrase"},
    ("tbx", "style"): {"dca", "dct"},
    ("descrip", "type"): {"context", "definition", "subjectField"},
}
SPACES = {"tmx": "", "tbx": "{urn:iso:std:iso:30042:ed-2}"}


def faults(text: str, models: dict[str, Model], space: str) -> list[str]:
    """What a document has that its standard does not allow."""
    found = []
    for element in ElementTree.fromstring(text).iter():
        name = element.tag.removeprefix(space)
        if name not in models:
            found.append(f"<{name}> is unknown")
            continue
        model, pieces = (
            models[name],
            [(element.text, ""), *((one.tail, one.tag.removeprefix(space)) for one in element)],
        )
        held = "".join((f"{tag} " if tag else "") + ("#text " if (said or "").strip() else "") for said, tag in pieces)
        if not re.fullmatch(model.children, held):
            found.append(f"<{name}> holds {held}")
        required, there = set(model.required.split()), set(element.attrib)
        found += [f"<{name}> lacks {one}" for one in required - there]
        found += [f"<{name}> may have no {one}" for one in there - required - set(model.optional.split())]
        found += [
            f"<{name} {key}={value}>" for key, value in element.items() if value not in VALUES.get((name, key), {value})
        ]
    return found


@pytest.mark.parametrize(("form", "models"), [("tmx", TMX), ("tbx", TBX)])
def test_an_export_keeps_the_content_model_of_its_standard(form: str, models: dict[str, Model], tmp_path: Path) -> None:
    config, package, path = load_config(), tmp_path / "deck.apkg", tmp_path / f"deck.{form}"
    build(Request("en", "it", config.corpus, jobs=1), config, Destination(package), Surroundings())
    export_package(package, path)
    assert faults(path.read_text(encoding="utf-8"), models, SPACES[form]) == []


@pytest.mark.parametrize("broken", [
    '<tmx version="1.4"><body/></tmx>', '<tmx version="1.5"/>', "<tu><seg>a</seg></tu>", "<tuv><seg>a</seg></tuv>",
    '<note colour="red">a</note>', "<body>a</body>", "<verse/>",
])  # fmt: skip
def test_what_breaks_a_content_model_is_found(broken: str) -> None:
    assert faults(broken, TMX, "") != []
