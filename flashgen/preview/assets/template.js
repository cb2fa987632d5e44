/* Anki's template language: a template's text -> nodes.
 *
 * A node is a text, {field, filters} or {condition, negated, children}. Comments are text: what stands in them is
 * shown to nobody, and fields in them are not filled.
 */

const TAG_OR_COMMENT = /\{\{|<!--/g;
const TAG_END = /\}\}/g;
const COMMENT_END = /-->/g;

const endOfTag = (mark, start, search) => search(mark === "{{" ? TAG_END : COMMENT_END, start).end;

class TemplateFault extends Error {}

function parseTemplate(text) {
  const root = { condition: null, children: [] };
  const open = [root];
  let last = 0;
  for (const [index, end, mark] of spans(text, TAG_OR_COMMENT, endOfTag)) {
    const here = open.at(-1).children;
    if (index > last) here.push(text.slice(last, index));
    last = end;
    if (mark !== "{{") {
      here.push(text.slice(index, end));
      continue;
    }
    const body = text.slice(index + 2, end - 2).replace(/^\{+/, "").trim();
    const name = body.slice(1).trimStart();
    if (body.length > 1 && "#^".includes(body[0])) {
      const node = { condition: name, negated: body[0] === "^", children: [] };
      here.push(node);
      open.push(node);
    } else if (body.length > 1 && body[0] === "/") {
      if (open.at(-1).condition !== name) throw new TemplateFault(`{{/${name}}} closes what is not open`);
      open.pop();
    } else {
      const parts = body.split(":").reverse();
      here.push({ field: parts[0], filters: parts.slice(1) });
    }
  }
  if (open.length > 1) throw new TemplateFault(`{{#${open.at(-1).condition}}} is never closed`);
  if (last < text.length) root.children.push(text.slice(last));
  return root.children;
}

const EMPTY_FIELD = /^(?:[ \t\n\v\f\r]|<\/?(?:br|div) ?\/?>)*$/i;

/** Whether Anki takes a field for empty: white space and empty lines only. Which cards a note has, the deck says. */
const isEmptyField = (html) => EMPTY_FIELD.test(html);
