"""Marks of all scripts, once: what ends a sentence, asks, leads in, parts and closes.

Each constant is the inside of a character class, to be put between brackets in a pattern, and serves as it is for `in`
and `strip`. Where a stage needs another selection than its neighbour, it stands here too, with the reason. Thai and Lao
end their sentences in spaces, which no mark tells.
"""

from __future__ import annotations

DANDA = "।"
"""The full stop of most scripts of India."""
_WIDE_STOPS = "。｡"
UNKNOWN_STOPS = "។៕།༎"
"""Of Khmer and Tibetan: those that the library which splits sentences does not know."""
_UNSPACED_STOPS = f"။{UNKNOWN_STOPS}"
"""With the Burmese one, all of scripts that set no spaces between words, but one behind a sentence."""
_OWN_STOPS = f"{DANDA}॥꯫᱾᱿።፨։᠃᠉᙮"
"""Stops of scripts that set spaces between words, and use these signs for nothing else: of India (Meetei Mayek and Ol
Chiki beside the dandas), Ethiopic, Armenian, Mongolian and Canadian syllabics."""
_ARABIC_STOPS = "۔܀܁܂"
"""Of Urdu and of Syriac, which set them in abbreviations, too."""
STOPS_BETWEEN_SPACED_WORDS = f".{_ARABIC_STOPS}{_OWN_STOPS}"
"""Behind these one word is a word; elsewhere what no space parts may be a sentence."""
CLEAR_STOPS = f"{_WIDE_STOPS}{_UNSPACED_STOPS}{_OWN_STOPS}"
"""What ends a statement wherever it stands, even where the author set no space behind it."""
LONE_STOPS = ".。"
"""What a text may speak of, set alone between spaces; before a danda, many set a space."""
STOPS = f".{_ARABIC_STOPS}{CLEAR_STOPS}"
"""What ends a statement."""
EXCLAMATION_MARKS = "!！"
QUESTION_MARKS = "?？؟⁇⁈⁉\u037e፧꘏⸮"
"""What ends a question. Not the Armenian mark, which stands within the word that asks, nor the semicolon that many type
for the Greek one."""
ARMENIAN_QUESTION_MARK = "\u055e"
TYPED_QUESTION_MARKS = f"{QUESTION_MARKS};"
"""With the semicolon, as Greek is typed: for what is known to ask."""
CLEAR_ENDS = f"{CLEAR_STOPS}！？"
"""What ends a sentence wherever it stands."""
SPACED_ENDS = f".!…{_ARABIC_STOPS}?؟⁇⁈⁉\u037e፧꘏⸮"
"""What ends one only where a space follows: it stands in figures, abbreviations and addresses, too."""
ENDS = f"{SPACED_ENDS}{CLEAR_ENDS}"
"""All that ends a sentence, however it is meant."""
COLONS = ":：﹕︰፦៖"
LEADING_IN = f"{COLONS}\u055d"
"""What ends a text or a label that what follows belongs to. Armenian sets its "but" there, which within a sentence is
no more than a comma."""
SEMICOLONS = ";；؛፤"
GREEK_SEMICOLONS = "\u0387\u00b7"
"""The raised dot of Greek, as it is typed; elsewhere it stands between the parts of names, so that only the end of
a text tells it from that."""
COMMAS = ",，、،､፣၊"
PARTING = f"{COMMAS}{SEMICOLONS}"
"""What parts a sentence, and ends no more than an item of a list."""
CLOSERS = "]\"'”’»)）」』"
"""What may close behind the end of a sentence; the square bracket first, as a class needs it."""
