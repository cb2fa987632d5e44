/* The words of the page: those of the reader's language, as the browser tells it, else English.
 *
 * `deck.interface` holds the names of the words, and by language tag their texts in that order and the names of kinds.
 */

const ENGLISH = "en";
const WRITTEN_AS = { nb: "no", nn: "no" };
const FROM_THE_RIGHT = /^(?:ar|fa|he|ur)$/;

function readersLanguage() {
  for (const tag of navigator.languages ?? [navigator.language]) {
    const base = tag.split("-")[0];
    const found = [tag, WRITTEN_AS[base] ?? base].find((one) => Object.hasOwn(deck.interface.languages, one));
    if (found) return found;
  }
  return ENGLISH;
}

const readerLanguage = readersLanguage();
const isFromTheRight = FROM_THE_RIGHT.test(readerLanguage);
const [ownWords, ownKinds] = deck.interface.languages[readerLanguage];
const words = new Map(deck.interface.names.map((name, index) => (
  [name, ownWords[index] || deck.interface.languages[ENGLISH][0][index]]
)));

/** The words for the default card types, by the names that packages give them. */
const CARD_TYPES = { Question: "type_question", Title: "type_title", Produce: "type_produce", Recognise: "type_recognise", Understand: "type_understand", Figure: "type_figure", Cloze: "type_cloze" };

/** The words for the reasons of withheld facts. */
const REASONS = { alone: "why_alone", doubt: "why_doubt", differs: "why_differs", untranslated: "why_untranslated", repeated: "why_repeated", denied: "why_denied", damaged: "why_damaged" };

const word = (name) => words.get(name);
const number = (count) => count.toLocaleString(readerLanguage);
const kindName = (kind) => ownKinds[kind] ?? kind;

document.documentElement.lang = readerLanguage;
document.documentElement.dir = isFromTheRight ? "rtl" : "ltr";
for (const element of document.querySelectorAll("[data-word]")) element.textContent = word(element.dataset.word);
for (const element of document.querySelectorAll("[data-label]")) element.setAttribute("aria-label", word(element.dataset.label));
for (const element of document.querySelectorAll("[data-hint]")) element.placeholder = word(element.dataset.hint);
