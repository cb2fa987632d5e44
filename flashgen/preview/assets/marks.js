/* What a proofreader says of pairs: right or wrong, kept while the page is open and longer where the browser allows it,
 * and saved as a file that flashgen reads (docs/pairing.md).
 */

const MARKS_KEY = `flashgen ${deck.name} ${deck.native} ${deck.target}`;

class Marks {
  constructor() {
    this.byGuid = new Map(this.remembered());
  }

  remembered() {
    if (!deck.proofread) return [];
    try {
      return JSON.parse(localStorage.getItem(MARKS_KEY)) ?? [];
    } catch {
      return [];  // a page that was opened from a disk may have no storage
    }
  }

  /** Whether the note has two texts that make a pair. A public page has no proofreaders. */
  canMark(note) {
    return deck.proofread && this.textsOf(note).every(Boolean);
  }

  textsOf(note) {
    return deck.types[note[TYPE]].pair.map((index) => (index < 0 ? "" : plainText(textOf(note[FIELDS][index])).trim()));
  }

  of(note) {
    return this.byGuid.get(note[GUID]);
  }

  signOf(note) {
    return { true: "✓", false: "✗" }[this.of(note)] ?? "";
  }

  /** Mark a note, or take the same mark back. */
  toggle(note, isRight) {
    if (this.of(note) === isRight) this.byGuid.delete(note[GUID]);
    else this.byGuid.set(note[GUID], isRight);
    try {
      localStorage.setItem(MARKS_KEY, JSON.stringify([...this.byGuid]));
    } catch {
      // then they last as long as the page
    }
  }

  /** The marked notes of this deck as `pairs.yaml`; JSON's quoted texts are YAML's, too. */
  asYaml() {
    const lines = ["pairs:"];
    for (const note of deck.notes) {
      const isRight = this.of(note);
      if (isRight === undefined || !this.canMark(note)) continue;
      const [native, target] = this.textsOf(note);
      lines.push(
        `  - article: ${JSON.stringify(articleOf(note))}`,
        `    same: ${isRight}`,
        "    texts:",
        `      ${deck.native}: ${JSON.stringify(native)}`,
        `      ${deck.target}: ${JSON.stringify(target)}`,
      );
    }
    return `${lines.join("\n")}\n`;
  }

  save() {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([this.asYaml()], { type: "text/yaml" }));
    link.download = `pairs-${deck.native}-${deck.target}.yaml`;
    link.click();
    URL.revokeObjectURL(link.href);
  }
}

const marks = new Marks();
