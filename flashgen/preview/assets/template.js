"use strict";

/* Anki's template language: a template's text -> nodes.
 *
 * A node is a text, {field, filters} or {condition, negated, children}. Comments are text: what stands in them is
 * shown to nobody, and fields in them are not filled.
 */

const TEMPLATE_TAG = /\{\{([^]*?)\}\}|<!--[^]*?-->/g;

class TemplateFault extends Error {}

function parseTemplate(text) {
  const root = { condition: null, children: [] };
  const open = [root];
  let end = 0;
  for (const match of text.matchAll(TEMPLATE_TAG)) {
    const here = open.at(-1).children;
    if (match.index > end) here.push(text.slice(end, match.index));
    end = match.index + match[0].length;
    if (match[1] === undefined) {
      here.push(match[0]);
      continue;
    }
    const body = match[1].replace(/^\{+/, "").trim();
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
  if (end < text.length) root.children.push(text.slice(end));
  return root.children;
}

const EMPTY_FIELD = /^(?:[ \t\n\v\f\r]|<\/?(?:br|div) ?\/?>)*$/i;

/** Whether Anki takes a field for empty: white space and empty lines only. Which cards a note has, the deck says. */
const isEmptyField = (html) => EMPTY_FIELD.test(html);
