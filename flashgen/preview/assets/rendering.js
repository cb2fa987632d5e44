/* A card's two sides, letter for letter as Anki makes them from a note's fields and its note type's templates.
 *
 * The cards are those that the deck lists, so that each shows something: none needs Anki's notice of a blank front.
 */

const TAG = /<(?:!--|style|script)?/gi;
const BRACKET = />/g;
const STYLE_END = /<\/style>/gi;
const SCRIPT_END = /<\/script>/gi;
const ENTITY = /&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);/gi;

/** Where a comment, a style or script with all that is in it, or any other tag ends. */
function endOfElement(mark, start, search) {
  const bracket = search(BRACKET, start).end;
  if (mark === "<" || bracket === Infinity) return bracket;
  const end = mark === "<!--"
    ? search(COMMENT_END, start).end
    : search(mark.toLowerCase() === "<style" ? STYLE_END : SCRIPT_END, bracket).end;
  return Math.min(end, end === Infinity ? bracket : end);
}

const stripTags = (html) => (html.includes("<") ? replaceSpans(html, TAG, endOfElement, () => "") : html);

const decoder = document.implementation.createHTMLDocument("").createElement("textarea");
const decoded = new Map();

function decodeEntity(entity) {
  if (!decoded.has(entity)) {
    decoder.innerHTML = entity;
    decoded.set(entity, decoder.value);
  }
  return decoded.get(entity);
}

/** A browser leaves the end of an entity that it does not know. */
const isEntity = (text) => text === ";" || !text.endsWith(";");

/** The text that a reader sees; if any ampersand in it begins no entity, all of them stay, as in Anki. */
function plainText(html) {
  const text = stripTags(html);
  if (!text.includes("&")) return text;
  const isSound = !text.replace(ENTITY, "").includes("&") && text.match(ENTITY).map(decodeEntity).every(isEntity);
  return isSound ? text.replace(ENTITY, decodeEntity).replaceAll("\u00a0", " ") : text;
}

/** Anki names hints by a hash; here their number on the card will do. */
function hintHtml(html, field, context) {
  if (!html.trim()) return html;
  const id = `hint${++context.hints}`;
  return (
    `\n<a class=hint href="#"\nonclick="this.style.display='none';\n` +
    `document.getElementById('${id}').style.display='block';\nreturn false;" draggable=false>\n${field}</a>\n` +
    `<div id="${id}" class=hint style="display: none">${html}</div>\n`
  );
}

const FILTERS = {
  "": (html) => html,
  text: plainText,
  hint: hintHtml,
  type: (_, field) => `[[type:${field}]]`,
  "type-cloze": (_, field) => `[[type:cloze:${field}]]`,
  "type-nc": (_, field) => `[[type:nc:${field}]]`,
  cloze: (html, _, context) => revealClozes(html, context.position + 1, context.front === null),
  "cloze-only": (html, _, context) => clozesOnly(html, context.position + 1, context.front === null),
};

function applyFilters(html, names, field, context) {
  if (names.at(-1) === "type") {
    const kind = names.length === 2 && ["cloze", "nc"].includes(names[0]) ? `type-${names[0]}` : "type";
    names = [kind];
  }
  for (const name of names) {
    if (!Object.hasOwn(FILTERS, name)) break; // what Anki does not know is an add-on's, and changes nothing
    html = FILTERS[name](html, field, context);
  }
  return html;
}

/** `context` is {fields, position, front, hints}; `front` is null while the front itself is rendered. */
function renderNodes(nodes, context) {
  return nodes.map((node) => {
    if (typeof node === "string") return node;
    if ("field" in node) {
      if (node.field === "FrontSide") return context.front ?? "";
      if (node.field === "" && node.filters.length) return "";
      if (!context.fields.has(node.field)) throw new TemplateFault(`there is no field ${node.field}`);
      return applyFilters(context.fields.get(node.field), node.filters, node.field, context);
    }
    const known = context.fields.has(node.condition);
    if (!known && !/^c\d+$/.test(node.condition)) throw new TemplateFault(`there is no field ${node.condition}`);
    const isFilled = known && !isEmptyField(context.fields.get(node.condition));
    return isFilled !== node.negated ? renderNodes(node.children, context) : "";
  }).join("");
}

const parsedTemplates = new Map();

function parsedTemplate(text) {
  if (!parsedTemplates.has(text)) parsedTemplates.set(text, parseTemplate(text));
  return parsedTemplates.get(text);
}

/** Both sides of a card: {front, back}, as HTML. `card` is {noteType, template, position, fields, tags, deck}. */
function renderCard(card) {
  const [name, front, back] = card.template;
  const special = {
    Tags: card.tags, Type: card.noteType.name, Deck: card.deck, Subdeck: card.deck.split("::").at(-1),
    CardFlag: "flag0", Card: name, [`c${card.position + 1}`]: "1",
  };
  const fields = new Map([...Object.entries(special), ...card.fields]);
  try {
    const context = { fields, position: card.position, front: null, hints: 0 };
    const shown = renderNodes(parsedTemplate(front), context);
    return { front: shown, back: renderNodes(parsedTemplate(back), { ...context, front: shown, hints: 0 }) };
  } catch (fault) {
    if (!(fault instanceof TemplateFault)) throw fault;
    const message = `<p>This card's template cannot be rendered: ${escapeHtml(fault.message)}.</p>`;
    return { front: message, back: message };
  }
}

const escapeHtml = (text) => text.replace(/[&<>]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign]);
