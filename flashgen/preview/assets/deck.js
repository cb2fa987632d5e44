/* The deck: what the page was given, its cards in the order in which Anki introduces them, and their texts.
 *
 * Nothing is made before it is needed, since a deck may have a hundred thousand cards: a card is an index into
 * `cardNotes` and `cardPositions`.
 */

const deck = JSON.parse(document.getElementById("deck").textContent);

const TYPE = 0, DECK = 1, GUID = 2, TAGS_OF = 3, STATE = 4, CARDS = 5, FIELDS = 6;

const textOf = (text) => (typeof text === "number" ? deck.texts[text] : text);

const cardCount = deck.notes.reduce((sum, note) => sum + note[CARDS].length, 0);
const cardNotes = new Int32Array(cardCount);
const cardPositions = new Int32Array(cardCount);
const firstCards = new Int32Array(deck.notes.length);

{
  let card = 0;
  deck.notes.forEach((note, index) => {
    firstCards[index] = card;
    for (const position of note[CARDS]) {
      cardNotes[card] = index;
      cardPositions[card++] = position;
    }
  });
}

const noteOf = (card) => deck.notes[cardNotes[card]];
const typeOf = (card) => deck.types[noteOf(card)[TYPE]];

function templateOf(card) {
  const type = typeOf(card);
  return type.templates[type.cloze ? 0 : cardPositions[card]];
}

/** What a card type is called: a default one in the reader's language, another as the user calls it. A cloze note has
 *  one template, and a card for each number.
 */
function cardTypeName(card) {
  const name = templateOf(card)[0];
  const own = Object.hasOwn(CARD_TYPES, name) ? word(CARD_TYPES[name]) : name;
  return typeOf(card).cloze ? `${own} ${cardPositions[card] + 1}` : own;
}

function articleOf(note) {
  const index = deck.types[note[TYPE]].article;
  return index < 0 ? "" : plainText(textOf(note[FIELDS][index]));
}

/** The line that stands for a note in a list: what it asks, or what replaces that. */
function lineOf(note) {
  for (const index of deck.types[note[TYPE]].listed) {
    const text = plainText(textOf(note[FIELDS][index])).trim();
    if (text) return text;
  }
  return note[GUID];
}

function renderedCard(card) {
  const note = noteOf(card);
  const noteType = typeOf(card);
  return renderCard({
    noteType,
    template: templateOf(card),
    position: cardPositions[card],
    fields: note[FIELDS].map((text, index) => [noteType.fields[index], textOf(text)]),
    tags: textOf(note[TAGS_OF]),
    deck: deck.decks[note[DECK]],
  });
}

/** A card's name in the page's address: the same card after the deck was built again. */
const cardName = (card) => `${encodeURIComponent(noteOf(card)[GUID])}-${cardPositions[card] + 1}`;

function cardNamed(name) {
  const parts = /^(.*)-(\d+)$/.exec(name);
  const note = parts ? deck.notes.findIndex((one) => encodeURIComponent(one[GUID]) === parts[1]) : -1;
  const index = note < 0 ? -1 : deck.notes[note][CARDS].indexOf(Number(parts[2]) - 1);
  return index < 0 ? -1 : firstCards[note] + index;
}

/* Text search: each note's fields as plain text, without accents and capitals, made while the page has nothing to do */

const MARKS = /\p{M}/gu;
const folded = new Array(deck.notes.length);
const foldedTexts = new Map();
let foldedUpTo = 0;

const fold = (text) => text.normalize("NFKD").replace(MARKS, "").toLowerCase();

function foldedText(text) {
  if (typeof text === "string") return fold(plainText(text));
  if (!foldedTexts.has(text)) foldedTexts.set(text, fold(plainText(deck.texts[text])));
  return foldedTexts.get(text);
}

function foldNote(note) {
  const fields = deck.types[note[TYPE]].searched.map((index) => note[FIELDS][index]);
  return fields.filter((text) => textOf(text)).map(foldedText).join("\n");
}

function foldNotes(limit) {
  for (; foldedUpTo < limit; foldedUpTo++) folded[foldedUpTo] = foldNote(deck.notes[foldedUpTo]);
}

function foldInIdleTime() {
  if (foldedUpTo >= deck.notes.length) return;
  foldNotes(Math.min(deck.notes.length, foldedUpTo + 200));
  setTimeout(foldInIdleTime, 0);
}
