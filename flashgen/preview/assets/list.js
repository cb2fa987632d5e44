/* The list of cards: only the rows that can be seen exist. */

const ROWS_BEYOND = 6;

class CardList {
  /** `box` is the scrolling listbox, `onSelect` is called with the card that is chosen. */
  constructor(box, onSelect) {
    this.box = box;
    this.onSelect = onSelect;
    this.cards = [];
    this.index = -1;
    this.rows = box.appendChild(document.createElement("div"));
    this.rows.className = "rows";
    this.rows.setAttribute("role", "presentation");
    this.rowHeight = parseFloat(getComputedStyle(box).getPropertyValue("--row"));
    box.addEventListener("scroll", () => this.draw(), { passive: true });
    new ResizeObserver(() => this.draw()).observe(box);
    box.addEventListener("click", (event) => {
      const row = event.target.closest("[role=option]");
      if (row) this.select(Number(row.dataset.index), true);
    });
  }

  /** Show these cards, and stay with the chosen one if it is among them. */
  show(cards) {
    const chosen = this.chosen;
    this.cards = cards;
    this.rows.style.height = `${cards.length * this.rowHeight}px`;
    this.index = -1;
    this.box.scrollTop = 0;
    this.select(Math.max(0, chosen === undefined ? 0 : cards.indexOf(chosen)));
  }

  get chosen() {
    return this.cards[this.index];
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

  get page() {
    return Math.max(1, Math.floor(this.box.clientHeight / this.rowHeight) - 1);
  }

  reveal() {
    const top = this.index * this.rowHeight;
    if (top < this.box.scrollTop) this.box.scrollTop = top;
    const bottom = top + this.rowHeight - this.box.clientHeight;
    if (bottom > this.box.scrollTop) this.box.scrollTop = bottom;
  }

  draw() {
    const first = Math.max(0, Math.floor(this.box.scrollTop / this.rowHeight) - ROWS_BEYOND);
    const seen = Math.ceil(this.box.clientHeight / this.rowHeight) + 2 * ROWS_BEYOND;
    const rows = this.cards.slice(first, first + seen).map((card, offset) => this.row(card, first + offset));
    this.rows.replaceChildren(...rows);
    if (this.index >= first && this.index < first + seen) {
      this.box.setAttribute("aria-activedescendant", `row-${this.index}`);
    } else {
      this.box.removeAttribute("aria-activedescendant");
    }
  }

  row(card, index) {
    const row = document.createElement("div");
    row.id = `row-${index}`;
    row.className = "row";
    row.dataset.index = index;
    row.style.top = `${index * this.rowHeight}px`;
    row.setAttribute("role", "option");
    row.setAttribute("aria-selected", String(index === this.index));
    row.setAttribute("aria-setsize", this.cards.length);
    row.setAttribute("aria-posinset", index + 1);
    const line = row.appendChild(document.createElement("span"));
    line.className = "line";
    line.lang = deck.target;
    line.dir = "auto";
    line.textContent = lineOf(noteOf(card));
    const about = row.appendChild(document.createElement("span"));
    about.className = "about";
    about.textContent = [typeOf(card).kind, cardTypeName(card), articles[cardNotes[card]]].filter(Boolean).join(" · ");
    return row;
  }
}
