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

const STATES = { "": "In this package", latest: "New or changed in this edition", retired: "In this package for the last time", before: "Published before" };

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

const counted = (count, noun) => `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;

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
 *  indices.
 */
function fillChoices(select, counts, title) {
  const names = [...counts.keys()];
  select.append(new Option(`${title} (${names.length.toLocaleString("en")})`, ""));
  names.forEach((name, index) => {
    select.append(new Option(`${STATES[name] ?? name} · ${counts.get(name).toLocaleString("en")}`, index));
  });
  return () => (select.value === "" ? null : names[Number(select.value)]);
}
