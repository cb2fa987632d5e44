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

const word = (name) => words.get(name);
const number = (count) => count.toLocaleString(readerLanguage);
const kindName = (kind) => ownKinds[kind] ?? kind;

document.documentElement.lang = readerLanguage;
document.documentElement.dir = isFromTheRight ? "rtl" : "ltr";
for (const element of document.querySelectorAll("[data-word]")) element.textContent = word(element.dataset.word);
for (const element of document.querySelectorAll("[data-label]")) element.setAttribute("aria-label", word(element.dataset.label));
for (const element of document.querySelectorAll("[data-hint]")) element.placeholder = word(element.dataset.hint);
