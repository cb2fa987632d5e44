"""Formulas in TeX: which dollars hold one, and how a formula reads as plain text."""

from __future__ import annotations

import re
import unicodedata

INLINE = (
    r"\$\$[^$]{1,500}\$\$|\$(?![\s$])[^$\n]{1,500}(?<!\s)\$(?!\w)"
    r"|\\{1,2}\([^\n]{1,500}?\\{1,2}\)|\\{1,2}\[[^\n]{1,500}?\\{1,2}\]"
)
"""The marks of a formula in a line of text; what is between two dollars may still be two prices."""
DISPLAY = re.compile(r"\$\$|\\{1,2}\[")
"""How one begins that stands on a line of its own."""
_MARKS = re.compile(r"^(?:\$\$?|\\{1,2}[(\[])|(?:\$\$?|\\{1,2}[)\]])$")
_COMMAND = re.compile(r"\\([A-Za-z]+|.)")
_SIGN = re.compile(r"[\\^_=+*/<>|]")
_WORD = re.compile(r"[^\W\d_]{3,}")
_VARIABLE = re.compile(r"-?[^\W\d_]{1,2}'?(?:\([^\W\d_]\))?")
_BRACED = r"\{([^{}]*)\}"
_FRACTION = re.compile(r"\\[dt]?frac\s*" + _BRACED + r"\s*" + _BRACED)
_ROOT = re.compile(r"\\sqrt\s*" + _BRACED)
_TEXT = re.compile(
    r"\\(?:text|mathrm|mathbf|mathit|mathsf|operatorname|textbf|textit|boldsymbol|vec|bar|overline)\s*" + _BRACED
)
_SCRIPT = re.compile(r"([\^_])\s*(?:" + _BRACED + r"|(\\[A-Za-z]+|[^\s{}\\]))")
_RAISED = dict(zip("0123456789+-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ", strict=True))
_LOWERED = dict(zip("0123456789+-=()aeoxhklmnpst", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜ", strict=True))
_SIGNS = {
    "times": "×", "cdot": "·", "div": "÷", "pm": "±", "mp": "∓", "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥",
    "ne": "≠", "neq": "≠", "approx": "≈", "equiv": "≡", "sim": "∼", "propto": "∝", "infty": "∞", "sum": "∑",
    "prod": "∏", "int": "∫", "partial": "∂", "nabla": "∇", "in": "∈", "notin": "∉", "subset": "⊂", "cup": "∪",
    "cap": "∩", "to": "→", "rightarrow": "→", "leftarrow": "←", "Rightarrow": "⇒", "Leftrightarrow": "⇔",
    "forall": "∀", "exists": "∃", "neg": "¬", "land": "∧", "lor": "∨", "cdots": "…", "ldots": "…", "dots": "…",
    "circ": "°", "degree": "°", "ast": "∗", "mid": "|", "ll": "≪", "gg": "≫", "left": "", "right": "", "quad": " ",
    "qquad": " ", ",": " ", ";": " ", ":": " ", "!": "", " ": " ", "%": "%", "$": "$", "&": "&", "#": "#", "_": "_",
    "{": "{", "}": "}",
}  # fmt: skip
_NAMES = {"sin", "cos", "tan", "log", "ln", "exp", "min", "max", "lim", "det", "dim", "mod", "gcd", "arg"}
_MET = str.maketrans("＾＿", "^_")
"""Marks that stay in the plain text are full-width while it is made, so that they are not met again."""
_DEEPEST = 8


def formula(source: str) -> str:
    """The TeX between the marks of `INLINE`; empty where it is no formula, but say two prices in dollars."""
    tex = _MARKS.sub("", source).strip()
    if _VARIABLE.fullmatch(tex):
        return tex
    if not _SIGN.search(tex) or tex[0] in ")]}" or ("=" not in tex and "\\" not in tex and _WORD.search(tex)):
        return ""
    return tex


def readable(tex: str) -> str:
    """A formula as a line of plain text: `\\frac{a}{b}` is `a/b`, `x^2` is `x²`.

    One with a command that has no sign stays as it is written.
    """
    source = tex
    for _ in range(_DEEPEST):  # from the inside, as deep as people write
        simpler = _simpler(tex)
        if simpler == tex:
            break
        tex = simpler
    signed = _COMMAND.sub(_sign, tex)
    if "\\" in signed:
        return " ".join(source.split())
    plain = signed.replace("{", "").replace("}", "")
    return " ".join(plain.translate(_MET).split())


def _simpler(tex: str) -> str:
    tex = _TEXT.sub(r"\1", tex)
    tex = _SCRIPT.sub(_script, tex)
    tex = _FRACTION.sub(lambda match: f"{_grouped(match[1])}/{_grouped(match[2])}", tex)
    return _ROOT.sub(lambda match: f"√{_grouped(match[1])}", tex)


def _grouped(tex: str) -> str:
    tex = tex.strip()
    return tex if tex.isalnum() or not tex or re.fullmatch(r"\\[A-Za-z]+", tex) else f"({tex})"


def _script(match: re.Match[str]) -> str:
    text = (match[2] if match[2] is not None else match[3]).strip()
    letters = _RAISED if match[1] == "^" else _LOWERED
    if text and all(letter in letters for letter in text):
        return "".join(map(letters.__getitem__, text))
    if match[1] == "^" and text == "\\circ":
        return "°"
    return f"{'＾' if match[1] == '^' else '＿'}{_grouped(text)}"


def _sign(match: re.Match[str]) -> str:
    name = match[1]
    if name in _SIGNS:
        return _SIGNS[name]
    if name in _NAMES:
        return name
    size = "CAPITAL" if name[0].isupper() else "SMALL"
    greek = {"lambda": "LAMDA", "varepsilon": "EPSILON", "varphi": "PHI"}.get(name.lower(), name.upper())
    try:
        return unicodedata.lookup(f"GREEK {size} LETTER {greek}")
    except KeyError:
        return match[0]
