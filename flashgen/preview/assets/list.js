/* The list of cards: only the rows that can be seen exist. */

const ROWS_BEYOND = 6;

class CardList {
  /** `box` is the scrolling listbox, `onSelect` is told the card that is chosen. */
  constructor(box, onSelect) {
    this.box = box;
    this.onSelect = onSelect;
    this.cards = [];
    this.place = -1;
    this.rows = box.appendChild(document.createElement("div"));
    this.rows.className = "rows";
    this.rows.setAttribute("role", "presentation");
    this.rowHeight = parseFloat(getComputedStyle(box).getPropertyValue("--row"));
    box.addEventListener("scroll", () => this.draw(), { passive: true });
    new ResizeObserver(() => this.draw()).observe(box);
    box.addEventListener("click", (event) => {
      const row = event.target.closest("[role=option]");
      if (row) this.select(Number(row.dataset.place), true);
    });
  }

  /** Show these cards, and stay with the chosen one if it is among them. */
  show(cards) {
    const chosen = this.chosen;
    this.cards = cards;
    this.rows.style.height = `${cards.length * this.rowHeight}px`;
    this.place = -1;
    this.box.scrollTop = 0;
    this.select(Math.max(0, chosen === undefined ? 0 : cards.indexOf(chosen)));
  }

  get chosen() {
    return this.cards[this.place];
  }

  /** `byUser`: a row was pressed, rather than reached by a key. */
  select(place, byUser = false) {
    this.place = Math.max(Math.min(place, this.cards.length - 1), this.cards.length ? 0 : -1);
    this.reveal();
    this.draw();
    this.onSelect(this.chosen, byUser);
  }

  move(steps) {
    const place = Math.max(0, Math.min(this.place + steps, this.cards.length - 1));
    if (place !== this.place) this.select(place);
  }

  get page() {
    return Math.max(1, Math.floor(this.box.clientHeight / this.rowHeight) - 1);
  }

  reveal() {
    const top = this.place * this.rowHeight;
    if (top < this.box.scrollTop) this.box.scrollTop = top;
    const bottom = top + this.rowHeight - this.box.clientHeight;
    if (bottom > this.box.scrollTop) this.box.scrollTop = bottom;
  }

  draw() {
    const first = Math.max(0, Math.floor(this.box.scrollTop / this.rowHeight) - ROWS_BEYOND);
    const seen = Math.ceil(this.box.clientHeight / this.rowHeight) + 2 * ROWS_BEYOND;
    const rows = this.cards.slice(first, first + seen).map((card, index) => this.row(card, first + index));
    this.rows.replaceChildren(...rows);
    if (this.place >= first && this.place < first + seen) {
      this.box.setAttribute("aria-activedescendant", `row-${this.place}`);
    } else {
      this.box.removeAttribute("aria-activedescendant");
    }
  }

  row(card, place) {
    const row = document.createElement("div");
    row.id = `row-${place}`;
    row.className = "row";
    row.dataset.place = place;
    row.style.top = `${place * this.rowHeight}px`;
    row.setAttribute("role", "option");
    row.setAttribute("aria-selected", String(place === this.place));
    row.setAttribute("aria-setsize", this.cards.length);
    row.setAttribute("aria-posinset", place + 1);
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
