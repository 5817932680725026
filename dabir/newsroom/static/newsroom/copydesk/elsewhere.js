/* What the rest of a story says: how often each word stands there, and its new names.
 *
 * The desk reads a paragraph as part of its story, but only what changed is sent; so the
 * words of the others go along as counts.
 */
(() => {
  "use strict";

  const MOST = 4000;
  const ENOUGH = 8;

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

    /** The counts of all paragraphs but these; of very many words, those of the rarer kind. */
    without(ids) {
      const counts = new Map(this.counts);
      ids.forEach((id) => Object.entries(this.read.get(id)?.words ?? {}).forEach(([word, count]) => {
        const left = counts.get(word) - count;
        if (left > 0) counts.set(word, left);
        else counts.delete(word);
      }));
      let found = [...counts];
      if (found.length > MOST) {
        found = found.filter(([, count]) => count > 1).sort((a, b) => a[1] - b[1]).slice(0, MOST);
      }
      return Object.fromEntries(found.map(([word, count]) => [word, Math.min(count, ENOUGH)]));
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
