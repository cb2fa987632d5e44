/* What the user looks for -> the cards that match, and the choices that there are. */

/** Names with the number of cards that have them, in the order in which they first come. */
function countedNames(nameOfCard) {
  const counts = new Map();
  for (let card = 0; card < cardCount; card++) {
    const name = nameOfCard(card);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

const STATES = { "": "in_package", latest: "latest", retired: "retired", before: "before" };
const stateName = (state) => word(STATES[state]);

const articles = deck.notes.map(articleOf);
const choices = {
  article: countedNames((card) => articles[cardNotes[card]]),
  kind: countedNames((card) => typeOf(card).kind),
  type: countedNames(cardTypeName),
  state: countedNames((card) => noteOf(card)[STATE]),
};

for (const [article, kind] of deck.withheld) {
  if (!choices.article.has(article)) choices.article.set(article, 0);
  if (!choices.kind.has(kind)) choices.kind.set(kind, 0);
}

const share = (some, all) => `${number(some)} / ${number(all)}`;

/** `criteria` is {text, article, kind, type, state}; null stands for any. The result holds cards, in the deck's order. */
function matchingCards(criteria) {
  const words = fold(criteria.text).split(/\s+/).filter(Boolean);
  if (words.length) foldNotes(deck.notes.length);
  const found = [];
  deck.notes.forEach((note, index) => {
    if (criteria.state !== null && note[STATE] !== criteria.state) return;
    if (criteria.article !== null && articles[index] !== criteria.article) return;
    if (criteria.kind !== null && deck.types[note[TYPE]].kind !== criteria.kind) return;
    if (!words.every((word) => folded[index].includes(word))) return;
    const first = firstCards[index];
    for (let card = first; card < first + note[CARDS].length; card++) {
      if (criteria.type === null || cardTypeName(card) === criteria.type) found.push(card);
    }
  });
  return found;
}

/** Fills a `<select>`; returns a function that gives the chosen name, or null. A name may be anything, so options hold
 *  indices. `what` is the word for what they are; `shown` tells what a name is shown as.
 */
function fillChoices(select, counts, what, shown = (name) => name) {
  const names = [...counts.keys()];
  select.append(new Option(`${word(what)}: ${word("all")} (${number(names.length)})`, ""));
  names.forEach((name, index) => {
    select.append(new Option(`${shown(name)} · ${number(counts.get(name))}`, index));
  });
  return () => (select.value === "" ? null : names[Number(select.value)]);
}
