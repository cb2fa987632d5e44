"use strict";

/* What begins with one mark and ends with another, such as a comment, found in time that grows as the text does.
 *
 * A pattern such as `<!--[^]*?-->` looks to the end of the text again for each beginning that has no end. Here an end
 * is looked for from where the last one was found.
 */

/** Returns a function (pattern, start) -> {index, end} of the first match at or after a place, and Infinity where there
 *  is none. For each pattern, which has the flag `g`, `start` must never go back.
 */
function searchIn(text) {
  const found = new Map();
  return (pattern, start) => {
    const known = found.get(pattern);
    if (known && known.index >= start) return known;
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    const next = match ? { index: match.index, end: pattern.lastIndex } : { index: Infinity, end: Infinity };
    found.set(pattern, next);
    return next;
  };
}

/** The spans of a text, in their order and none within another: [index, end, what it begins with].
 *
 * `beginning` is a pattern with the flag `g`; `endOf(mark, start, search)` tells where a span that begins so ends, its
 * inside beginning at `start`; `search` is a function like that of `searchIn`. What has no end (Infinity) is no span,
 * and the next may begin in it.
 */
function* spans(text, beginning, endOf) {
  const search = searchIn(text);
  let last = 0;
  for (const match of text.matchAll(beginning)) {
    if (match.index < last) continue;
    const end = endOf(match[0], match.index + match[0].length, search);
    if (end === Infinity) continue;
    yield [match.index, end, match[0]];
    last = end;
  }
}

/** A text in which each span is replaced by what `replaced` makes of it. */
function replaceSpans(text, beginning, endOf, replaced) {
  const parts = [];
  let last = 0;
  for (const [index, end] of spans(text, beginning, endOf)) {
    parts.push(text.slice(last, index), replaced(text.slice(index, end)));
    last = end;
  }
  return last ? parts.join("") + text.slice(last) : text;
}
