/* What the rest of a story says: how often each word stands there, and its new names.
 *
 * The desk reads a paragraph as part of its story, but only what changed is sent; so the
 * words of the others go along as counts.
 */
(() => {
  "use strict";

  const MOST = 4000;
  const ENOUGH = 8;
  const OFTEN = 60;

  class Elsewhere {
    constructor() {
      this.read = new Map();
      this.counts = new Map();
      this.names = "";
    }

    /** The paragraph `id` holds these words now; `words` null when it is gone. */
    set(id, words, fresh = []) {
      this.add(this.read.get(id)?.words, -1);
      this.add(words, 1);
      if (words) this.read.set(id, { words, fresh });
      else this.read.delete(id);
    }

    add(words, sign) {
      Object.entries(words ?? {}).forEach(([word, count]) => {
        const now = (this.counts.get(word) ?? 0) + sign * count;
        if (now) this.counts.set(word, now);
        else this.counts.delete(word);
      });
    }

    /** The counts of all paragraphs but these; of very many words, those said again, but not often. */
    without(ids) {
      const here = new Elsewhere();
      ids.forEach((id) => here.add(this.read.get(id)?.words, 1));
      const isLong = this.counts.size > MOST;
      const found = {};
      let size = 0;
      for (const [word, count] of this.counts) {
        const left = count - (here.counts.get(word) ?? 0);
        if (left < 1 || (isLong && (left < 2 || left > OFTEN))) continue;
        found[word] = Math.min(left, ENOUGH);
        size += 1;
        if (size >= MOST) break;
      }
      return found;
    }

    /** The paragraphs with new names, if the names that stand more than once are others now. */
    stale() {
      const fresh = new Set();
      this.read.forEach((read) => read.fresh.forEach((word) => fresh.add(word)));
      const names = [...fresh].filter((word) => this.counts.get(word) > 1).sort().join(" ");
      if (names === this.names) return [];
      this.names = names;
      return [...this.read].filter(([, read]) => read.fresh.length).map(([id]) => id);
    }
  }

  globalThis.copydesk = Object.assign(globalThis.copydesk ?? {}, { Elsewhere });
})();
