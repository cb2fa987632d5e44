/* The list of notes, each with its cards inside: only the rows that can be seen exist. */

const ROWS_BEYOND = 6;

class CardList {
  /** `box` is the scrolling listbox, `onSelect` is called with the card that is chosen. */
  constructor(box, onSelect) {
    this.box = box;
    this.onSelect = onSelect;
    this.cards = [];
    this.starts = [];
    this.index = -1;
    this.rows = box.appendChild(document.createElement("div"));
    this.rows.className = "rows";
    this.rows.setAttribute("role", "presentation");
    this.rowHeight = parseFloat(getComputedStyle(box).getPropertyValue("--row"));
    box.addEventListener("scroll", () => this.draw(), { passive: true });
    new ResizeObserver(() => this.draw()).observe(box);
    box.addEventListener("click", (event) => {
      const pressed = event.target.closest("[data-index]");
      if (pressed) this.select(Number(pressed.dataset.index), true);
    });
  }

  /** Show these cards, and stay with the chosen one if it is among them. */
  show(cards) {
    const chosen = this.chosen;
    this.cards = cards;
    this.starts = [];
    cards.forEach((card, index) => {
      if (!index || cardNotes[card] !== cardNotes[cards[index - 1]]) this.starts.push(index);
    });
    this.rows.style.height = `${this.starts.length * this.rowHeight}px`;
    this.index = -1;
    this.box.scrollTop = 0;
    this.select(Math.max(0, chosen === undefined ? 0 : cards.indexOf(chosen)));
  }

  get chosen() {
    return this.cards[this.index];
  }

  /** The row of the chosen card: the last one that begins at it or before it. */
  get row() {
    let low = 0, high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle] <= this.index) low = middle;
      else high = middle - 1;
    }
    return high < 0 ? -1 : low;
  }

  /** `byUser`: a row was pressed, rather than reached by a key. */
  select(index, byUser = false) {
    this.index = Math.max(Math.min(index, this.cards.length - 1), this.cards.length ? 0 : -1);
    this.reveal();
    this.draw();
    this.onSelect(this.chosen, byUser);
  }

  move(steps) {
    const index = Math.max(0, Math.min(this.index + steps, this.cards.length - 1));
    if (index !== this.index) this.select(index);
  }

  /** To the first card of another note. */
  moveRows(steps) {
    const row = Math.max(0, Math.min(this.row + steps, this.starts.length - 1));
    if (row !== this.row) this.select(this.starts[row]);
  }

  get page() {
    return Math.max(1, Math.floor(this.box.clientHeight / this.rowHeight) - 1);
  }

  reveal() {
    const top = this.row * this.rowHeight;
    if (top < this.box.scrollTop) this.box.scrollTop = top;
    const bottom = top + this.rowHeight - this.box.clientHeight;
    if (bottom > this.box.scrollTop) this.box.scrollTop = bottom;
  }

  draw() {
    const first = Math.max(0, Math.floor(this.box.scrollTop / this.rowHeight) - ROWS_BEYOND);
    const seen = Math.ceil(this.box.clientHeight / this.rowHeight) + 2 * ROWS_BEYOND;
    const chosen = this.row;
    const rows = this.starts.slice(first, first + seen).map((_, offset) => this.drawRow(first + offset, chosen));
    this.rows.replaceChildren(...rows);
    if (chosen >= first && chosen < first + seen) this.box.setAttribute("aria-activedescendant", `row-${chosen}`);
    else this.box.removeAttribute("aria-activedescendant");
  }

  drawRow(number, chosen) {
    const start = this.starts[number];
    const cards = this.cards.slice(start, this.starts[number + 1]);
    const note = noteOf(cards[0]);
    const row = document.createElement("div");
    row.id = `row-${number}`;
    row.className = "row";
    row.dataset.index = start;
    row.style.top = `${number * this.rowHeight}px`;
    row.setAttribute("role", "option");
    row.setAttribute("aria-selected", String(number === chosen));
    row.setAttribute("aria-setsize", this.starts.length);
    row.setAttribute("aria-posinset", number + 1);
    const line = row.appendChild(document.createElement("span"));
    line.className = "line";
    line.dir = "auto";
    line.textContent = lineOf(note);
    const about = row.appendChild(document.createElement("span"));
    about.className = "about";
    about.append([marks.signOf(note), kindName(typeOf(cards[0]).kind), articles[cardNotes[cards[0]]]].filter(Boolean).join(" · "));
    for (const [offset, card] of cards.entries()) about.append(" ", this.drawCard(card, start + offset));
    return row;
  }

  drawCard(card, index) {
    const part = document.createElement("span");
    part.className = index === this.index ? "one chosen" : "one";
    part.dataset.index = index;
    part.textContent = cardTypeName(card);
    return part;
  }
}
