/* The facts that made no note: which of them match, and their list, which exists while it is open. */

const ARTICLE_OF = 0, KIND_OF = 1, SORT_OF = 5;

let foldedFacts = null;

/** Of what sort the reason of a fact is, in the reader's language. The reason itself is in English. */
const reasonSort = (fact) => (fact[SORT_OF] && readerLanguage !== ENGLISH ? word(REASONS[fact[SORT_OF]]) : "");

/** `criteria` is {text, article, kind}; null stands for any. Words are looked for in both texts and in the reason. */
function matchingWithheld(criteria) {
  const words = fold(criteria.text).split(/\s+/).filter(Boolean);
  if (words.length) foldedFacts ??= deck.withheld.map((fact) => fold([...fact.slice(KIND_OF + 1, SORT_OF), reasonSort(fact)].join("\n")));
  return deck.withheld.filter((fact, index) => (
    (criteria.article === null || fact[ARTICLE_OF] === criteria.article) &&
    (criteria.kind === null || fact[KIND_OF] === criteria.kind) &&
    words.every((word) => foldedFacts[index].includes(word))
  ));
}

class WithheldList {
  constructor(details, summary, list) {
    this.details = details;
    this.summary = summary;
    this.list = list;
    this.facts = [];
    details.hidden = deck.withheld.length === 0;
    details.addEventListener("toggle", () => this.draw());
  }

  show(facts) {
    this.facts = facts;
    const all = deck.withheld.length + deck.unlisted;
    this.summary.textContent = `${word("withheld")}: ${facts.length < all ? share(facts.length, all) : number(all)}`;
    this.draw();
  }

  draw() {
    this.list.hidden = !this.facts.length;
    this.list.replaceChildren(...(this.details.open ? this.facts.map((fact) => this.item(fact)) : []));
    this.list.scrollTop = 0;
  }

  item(fact) {
    const [article, kind, native, target, reason] = fact;
    const item = document.createElement("li");
    const add = (name, text, language) => {
      if (!text) return;
      const part = item.appendChild(document.createElement("p"));
      part.className = name;
      if (language) {
        part.lang = language;
        part.dir = "auto";
      }
      part.textContent = text;
    };
    add("fact native", native, deck.native);
    add("fact target", target, deck.target);
    add("reason", reasonSort(fact));
    add("reason", reason, ENGLISH);
    add("about", [kindName(kind), article].filter(Boolean).join(" · "));
    return item;
  }
}
