/* Cloze deletions: {{c1::text}}, {{c1::text::hint}}, {{c1,2::text}}, one inside another. */

const CLOZE_MARK = /\{\{c([\d,]+)::|\}\}/g;
const DEEPEST_CLOZE = 10;
const HIGHEST_CLOZE = 65535;

/** A field's text as parts: texts, and {numbers, hint, parts}. One that is never closed is dropped, as in Anki. */
function parseClozes(text) {
  const root = [];
  const open = [];
  const here = () => open.at(-1)?.parts ?? root;
  const addText = (part) => {
    if (!part) return;
    const cloze = open.at(-1);
    const colons = cloze ? part.indexOf("::") : -1;
    if (colons >= 0) {
      cloze.hint = part.slice(colons + 2);
      part = part.slice(0, colons);
    }
    here().push(part);
  };
  let end = 0;
  for (const match of text.matchAll(CLOZE_MARK)) {
    const numbers = match[1] === undefined ? [] : clozeNumbers(match[1]);
    if (match[1] !== undefined && !numbers.length) continue;
    addText(text.slice(end, match.index));
    end = match.index + match[0].length;
    if (numbers.length) {
      if (open.length < DEEPEST_CLOZE) open.push({ numbers, hint: null, parts: [] });
    } else if (open.length) {
      const cloze = open.pop();
      here().push(cloze);
    } else {
      root.push("}}");
    }
  }
  addText(text.slice(end));
  return root;
}

function clozeNumbers(list) {
  const numbers = list.split(",").filter(Boolean).map(Number).filter((number) => number <= HIGHEST_CLOZE);
  return [...new Set(numbers)].sort((one, other) => one - other);
}

function hasCloze(parts, number) {
  return parts.some((part) => typeof part !== "string" && (part.numbers.includes(number) || hasCloze(part.parts, number)));
}

/** A field with the deletions of one number hidden (on the front) or marked; nothing if it has none. */
function revealClozes(text, number, onFront) {
  const parts = parseClozes(text);
  return hasCloze(parts, number) ? withoutTagsInMath(clozeHtml(parts, number, onFront)) : "";
}

function clozeHtml(parts, number, onFront) {
  return parts.map((part) => {
    if (typeof part === "string") return part;
    const ordinal = `data-ordinal="${part.numbers.join(",")}"`;
    const inside = clozeHtml(part.parts, number, onFront);
    if (!part.numbers.includes(number)) return `<span class="cloze-inactive" ${ordinal}>${inside}</span>`;
    if (!onFront) return `<span class="cloze" ${ordinal}>${inside}</span>`;
    return `<span class="cloze" data-cloze="${clozeAttribute(inside)}" ${ordinal}>[${part.hint ?? "..."}]</span>`;
  }).join("");
}

/** What stands in the deletions of one number, and nothing else: `{{cloze-only:Field}}`. */
function clozesOnly(text, number, onFront) {
  const found = [];
  const collect = (parts) => {
    for (const part of parts) {
      if (typeof part === "string") continue;
      if (part.numbers.includes(number)) found.push(onFront ? part.hint ?? "..." : clozedText(part));
      collect(part.parts);
    }
  };
  collect(parseClozes(text));
  return found.join(", ");
}

const clozedText = (cloze) => cloze.parts.map((part) => (typeof part === "string" ? part : clozedText(part))).join("");

/** Escaped as Anki escapes it, which is everything up to U+00FF but letters and digits. */
function clozeAttribute(html) {
  const named = { '"': "&quot;", "&": "&amp;", "<": "&lt;", ">": "&gt;", "'": "&#x27;" };
  const hex = (sign) => `&#x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")};`;
  return html.replace(/[^a-z0-9\u0100-\uffff]/gi, (sign) => named[sign] ?? hex(sign));
}

const MATH = /\\[([]/g;
const MATH_END = /\\[\])]/g;

const endOfMath = (_, start, search) => search(MATH_END, start).end;

function withoutTagsInMath(html) {
  return replaceSpans(html, MATH, endOfMath, (math) => math.slice(0, 2) + stripTags(math.slice(2, -2)) + math.slice(-2));
}
