/* The page itself: filters, list and card brought together. */

const byId = (id) => document.getElementById(id);
const TYPING = "input:not([type=checkbox]), select, textarea";
const PRESSED = "button, summary, a";
const isLast = () => list.index >= list.cards.length - 1;

const openedAt = location.hash.slice(1);

/** Browsers refuse an address that changes too often, as it would while an arrow key is held down. */
const ADDRESS_DELAY = 400;

let addressTimer = 0;
let isBack = false;

const languageNames = new Intl.DisplayNames([readerLanguage], { type: "language" });

function languageName(tag) {
  try {
    return languageNames.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

byId("native").textContent = languageName(deck.native);
byId("target").textContent = languageName(deck.target);
document.title = `${languageName(deck.native)} → ${languageName(deck.target)} · ${deck.name}`;
byId("file").textContent = deck.name;
byId("size").textContent = `${word("cards")}: ${number(cardCount)} · ${word("notes")}: ${number(deck.notes.length)}`;

/* One card and its two sides */

const stage = new Stage(byId("card"), () => flip(), onKey);
const list = new CardList(byId("list"), (card, byUser) => {
  isBack = false;
  showSide();
  if (byUser) setBrowsing(false);
});

function showSide() {
  const card = list.chosen;
  const isThere = card !== undefined;
  stage.show(card, isBack);
  byId("card").hidden = !isThere;
  byId("nothing").hidden = isThere;
  byId("flip").disabled = !isThere;
  byId("flip-label").textContent = word(!isBack ? "show_answer" : isLast() ? "show_question" : "next_card");
  byId("previous").disabled = list.index <= 0;
  byId("next").disabled = isLast();
  const counter = isThere ? share(list.index + 1, list.cards.length) : share(0, 0);
  byId("counter").textContent = counter;
  if (!isThere) return byId("about").replaceChildren();
  const kind = kindName(typeOf(card).kind);
  const side = word(isBack ? "back" : "front");
  const article = articles[cardNotes[card]];
  byId("card").title = `${side}, ${word("card")} ${counter}: ${kind}, ${cardTypeName(card)}, ${article}`;
  byId("side").textContent = `${word("card")} ${counter}, ${side}`;
  describe(card, [kind, cardTypeName(card), article]);
  showMarks(noteOf(card));
  clearTimeout(addressTimer);
  addressTimer = setTimeout(() => history.replaceState(null, "", `#${cardName(card)}`), ADDRESS_DELAY);
}

function describe(card, names) {
  const note = noteOf(card);
  const parts = [
    ["names", names.filter(Boolean).join(" · ")],
    ["state", note[STATE] ? stateName(note[STATE]) : ""],
    ["deck", deck.decks[note[DECK]]],
  ];
  byId("about").replaceChildren(...parts.filter(([, text]) => text).map(([name, text]) => {
    const part = document.createElement("span");
    part.className = name;
    part.textContent = text;
    return part;
  }));
  byId("tags").hidden = !textOf(note[TAGS_OF]);
  byId("tag-names").textContent = textOf(note[TAGS_OF]);
}

/* What a proofreader says of the pair */

function showMarks(note) {
  byId("marks").hidden = !marks.canMark(note);
  byId("right").setAttribute("aria-pressed", String(marks.of(note) === true));
  byId("wrong").setAttribute("aria-pressed", String(marks.of(note) === false));
  byId("save").hidden = !marks.byGuid.size;
  byId("save").textContent = `${word("save_marks")} (${number(marks.byGuid.size)})`;
}

for (const [id, isRight] of [["right", true], ["wrong", false]]) {
  byId(id).addEventListener("click", () => {
    marks.toggle(noteOf(list.chosen), isRight);
    showMarks(noteOf(list.chosen));
    list.draw();
  });
}
byId("save").addEventListener("click", () => marks.save());

function flip() {
  if (list.chosen === undefined) return;
  isBack = !isBack;
  showSide();
}

/** The answer, then the next card; the last one turns back. */
function goOn() {
  if (isBack && !isLast()) list.move(1);
  else flip();
}

byId("flip").addEventListener("click", goOn);
if (isFromTheRight) {
  byId("previous").setAttribute("aria-keyshortcuts", "ArrowRight");
  byId("next").setAttribute("aria-keyshortcuts", "ArrowLeft");
}
byId("previous").addEventListener("click", () => list.move(-1));
byId("next").addEventListener("click", () => list.move(1));

/* Filters */

const withheld = new WithheldList(byId("withheld"), byId("withheld-count"), byId("withheld-facts"));

const chosen = {
  article: fillChoices(byId("article"), choices.article, "article"),
  kind: fillChoices(byId("kind"), choices.kind, "kind", kindName),
  type: fillChoices(byId("type"), choices.type, "card_type"),
  state: fillChoices(byId("state"), choices.state, "edition", stateName),
};
byId("state-field").hidden = choices.state.size < 2;

function search() {
  const cards = matchingCards({
    text: byId("text").value, article: chosen.article(), kind: chosen.kind(), type: chosen.type(), state: chosen.state(),
  });
  const all = cards.length === cardCount;
  byId("count").textContent = `${word("cards")}: ${all ? number(cardCount) : share(cards.length, cardCount)}`;
  byId("reset").hidden = all;
  list.show(cards);
  withheld.show(matchingWithheld({ text: byId("text").value, article: chosen.article(), kind: chosen.kind() }));
}

byId("filters").addEventListener("input", search);
byId("filters").addEventListener("submit", (event) => {
  event.preventDefault();
  byId("list").focus();
});
byId("filters").addEventListener("reset", () => setTimeout(search));
if (deck.unshown) {
  byId("unshown").textContent = `${word("unshown")}: ${number(deck.unshown)}`;
  byId("unshown").hidden = false;
}

/* Light and dark, phone and desktop, and the list on a small screen */

const night = matchMedia("(prefers-color-scheme: dark)");

function setPressed(group, button) {
  for (const one of group.querySelectorAll("button")) one.setAttribute("aria-pressed", String(one === button));
}

function applyTheme() {
  const theme = byId("theme").querySelector("[aria-pressed=true]").value;
  const isDark = theme === "auto" ? night.matches : theme === "dark";
  document.documentElement.dataset.theme = isDark ? "dark" : "light";
  document.documentElement.dataset.width = byId("width").querySelector("[aria-pressed=true]").value;
  stage.setDark(isDark);
}

for (const group of [byId("theme"), byId("width")]) {
  group.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    setPressed(group, button);
    applyTheme();
  });
}
night.addEventListener("change", applyTheme);

const isSmall = () => getComputedStyle(byId("browse")).display !== "none";
const isBrowsingInstead = () => isSmall() && document.body.classList.contains("browsing");

function setBrowsing(isBrowsing) {
  if (document.body.classList.contains("browsing") === isBrowsing) return;
  document.body.classList.toggle("browsing", isBrowsing);
  byId("browse").setAttribute("aria-expanded", String(isBrowsing));
  byId("browse").textContent = word(isBrowsing ? "close" : "browse");
  if (isBrowsing) list.reveal();
  else if (isSmall()) byId("flip").focus();
}

byId("browse").addEventListener("click", () => setBrowsing(!document.body.classList.contains("browsing")));

/* Keys */

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  const target = event.target;
  const isTyping = target.matches?.(TYPING);
  if (event.key === "Escape") {
    if (target === byId("text") && target.value) {
      target.value = "";
      search();
    } else {
      setBrowsing(false);
    }
    return;
  }
  if (isTyping && !(event.key === "Enter" && target.id === "typeans")) return;
  const isInList = target === byId("list");
  const moves = { ArrowLeft: isFromTheRight ? 1 : -1, ArrowRight: isFromTheRight ? -1 : 1, ...(isInList && { Home: -Infinity, End: Infinity }) };
  const rowMoves = isInList ? { ArrowUp: -1, ArrowDown: 1, PageUp: -list.page, PageDown: list.page } : {};
  if (event.key in moves) list.move(moves[event.key]);
  else if (event.key in rowMoves) list.moveRows(rowMoves[event.key]);
  else if (event.key === "/") focusSearch();
  else if (event.key === "Enter" && isInList && isBrowsingInstead()) setBrowsing(false);
  else if ((event.key === " " || event.key === "Enter") && !target.closest?.(PRESSED)) goOn();
  else return;
  event.preventDefault();
}

function focusSearch() {
  setBrowsing(true);
  byId("text").focus();
  byId("text").select();
}

document.addEventListener("keydown", onKey);

/* Begin with the card that the address names */

applyTheme();
search();
{
  const card = openedAt ? cardNamed(openedAt) : -1;
  if (card >= 0) list.select(list.cards.indexOf(card));
}
setTimeout(foldInIdleTime, 300);
