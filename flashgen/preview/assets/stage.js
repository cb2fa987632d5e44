/* The card that is shown: a frame set up like Anki's reviewer, in which nothing can run.
 *
 * The frame has the page's origin but may run no script, so the page can fill it, and nothing in it can reach out.
 */

const HINT_LINK = /<a class=hint href="#"\nonclick="[^"]*"/g;
const HINT_TEXT = /<div id="(hint\d+)" class=hint style="display: none">/g;
const IMAGE = /<img src="(flashgen-[0-9a-f]{32}\.[a-z]+)">/g;
const TYPE_BOX = /\[\[type:./g;
const TYPE_BOX_END = /\]\]|[\n\r\u2028\u2029]/g;

/** On the same line, or nowhere. */
function endOfTypeBox(_, start, search) {
  const { index, end } = search(TYPE_BOX_END, start);
  return end - index === 2 ? end : Infinity;
}

/** A link to a page opens in a window of its own, which knows nothing of this one; no other link leads anywhere. */
function openPagesOnly(event) {
  const link = event.target.closest("a");
  if (!link) return;
  // as it is written: what begins otherwise (a hint's "#") would be an address of the place that hands this page out
  if (!/^https:/i.test(link.getAttribute("href") ?? "")) return event.preventDefault();
  link.target = "_blank";
  link.rel = "noopener noreferrer";
}

class Stage {
  /** `onPress` is called when the card is pressed, `onKey` with every key that is pressed in it. */
  constructor(frame, onPress, onKey) {
    this.frame = frame;
    this.card = undefined;
    this.isBack = false;
    this.isDark = false;
    this.typed = "";
    this.isReady = false;
    const begin = () => {
      if (this.isReady || !this.body?.querySelector("#qa")) return;
      this.isReady = true;
      this.frame.contentDocument.addEventListener("click", (event) => this.press(event, onPress));
      this.frame.contentDocument.addEventListener("auxclick", openPagesOnly);
      this.frame.contentDocument.addEventListener("keydown", onKey);
      this.draw();
    };
    frame.addEventListener("load", begin);
    begin();
  }

  get body() {
    return this.frame.contentDocument?.body;
  }

  show(card, isBack) {
    if (card !== this.card || !isBack) this.typed = "";
    else this.typed = this.body?.querySelector("input#typeans")?.value ?? this.typed;
    this.card = card;
    this.isBack = isBack;
    this.draw();
  }

  setDark(isDark) {
    this.isDark = isDark;
    this.setClasses();
  }

  /** The classes by which a card's style tells its card type, and night from day. */
  setClasses() {
    if (!this.isReady) return;
    const number = this.card === undefined ? 1 : cardPositions[this.card] + 1;
    this.body.className = `card card${number}${this.isDark ? " nightMode night_mode" : ""}`;
    this.body.parentElement.className = this.isDark ? "night-mode" : "";
  }

  draw() {
    if (!this.isReady) return;
    this.setClasses();
    const side = this.body.querySelector("#qa");
    side.innerHTML = this.card === undefined ? "" : this.html();
    const input = side.querySelector("input#typeans");
    if (input) input.setAttribute("aria-label", word("your_answer"));
    const answer = this.isBack && side.querySelector("#answer");
    const view = this.frame.contentWindow;
    view.scrollTo(0, 0);
    // Anki brings the answer into view, if it is not
    if (answer && side.getBoundingClientRect().bottom > view.innerHeight) {
      view.scrollTo(0, answer.getBoundingClientRect().top);
    }
  }

  html() {
    const sides = renderedCard(this.card);
    const text = (this.isBack ? sides.back : sides.front)
      .replace(HINT_LINK, '<a class=hint href="#"')
      .replace(HINT_TEXT, '<div id="$1" class=hint hidden>')
      .replace(IMAGE, (tag, name) => (deck.images?.[name] ? `<img src="${deck.images[name]}">` : tag));
    return `<style>${deck.stylesheets[typeOf(this.card).stylesheet]}</style>${this.withTypeBox(text)}`;
  }

  /** The box for a typed answer; on the back, what was to be typed. Anki compares the two letter by letter. */
  withTypeBox(text) {
    const first = spans(text, TYPE_BOX, endOfTypeBox).next().value;
    if (!first) return text;
    const expected = this.expected(text.slice(first[0] + "[[type:".length, first[1] - 2));
    const put = (html) => replaceSpans(text, TYPE_BOX, endOfTypeBox, () => html);
    if (!expected) return put("");
    if (!this.isBack) return put("<center><input type=text id=typeans autocomplete=off></center>");
    const given = this.typed.trim();
    const verdict = !given
      ? escapeHtml(expected)
      : given.normalize() === expected.normalize()
        ? `<span class=typeGood>${escapeHtml(expected)}</span>`
        : `<span class=typeBad>${escapeHtml(given)}</span><br><span id=typearrow>↓</span><br>${escapeHtml(expected)}`;
    return put(`<div><code id=typeans>${verdict}</code></div>`);
  }

  expected(box) {
    const [kind, name] = box.includes(":") ? box.split(":") : ["", box];
    const type = typeOf(this.card);
    const index = type.fields.indexOf(name);
    if (index < 0) return "";
    const html = textOf(noteOf(this.card)[FIELDS][index]);
    return plainText(kind === "cloze" ? clozesOnly(html, cardPositions[this.card] + 1, false) : html).trim();
  }

  press(event, onPress) {
    const target = event.target.closest("a, button, input, select, textarea, label, summary, details");
    const link = event.target.closest("a");
    openPagesOnly(event);
    if (link?.matches(".hint")) {
      link.hidden = true;
      const hint = this.body.querySelector(`#${link.nextElementSibling?.id || "none"}`);
      if (hint) hint.hidden = false;
    }
    // whoever marks words with the mouse does not want the card to turn
    if (!target && this.frame.contentWindow.getSelection().isCollapsed) onPress();
  }
}
