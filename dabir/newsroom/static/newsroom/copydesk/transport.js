/* Paragraphs out, marks in. Knows of no editor: whoever has paragraphs may use it.
 *
 *     set(id, text) -> (a pause) -> ask(paragraphs, names, elsewhere) -> told(id, text, marks)
 *
 * Only what was not read before is sent, a few thousand letters at a time, what is in sight
 * first. An answer that comes when its paragraph reads otherwise is remembered, and not told.
 * A paragraph is read again when new names became names of its story.
 */
(() => {
  "use strict";

  const { Elsewhere } = globalThis.copydesk;
  const NOTHING = { marks: [], words: {}, fresh: [] };
  const TOO_LONG = "بندی بلندتر از آن است که خوانده شود؛ آن را به چند بند ببرید.";
  const PAUSE = 120;
  const LONGEST_WAIT = 1500;
  const FIRST_LETTERS = 4000;
  const LETTERS = 16000;
  const REMEMBERED = 2000000;
  const FIRST_RETRY = 2000;
  const LAST_RETRY = 30000;

  class Transport {
    /** `ask({paragraphs, names, elsewhere})` gives a promise of the server's answer; see views.read. */
    constructor({ ask, told, trouble, isNear = () => true, mostParagraphs = 500, mostLetters = 100000 }) {
      Object.assign(this, { ask, told, trouble, isNear, mostParagraphs, mostLetters });
      this.texts = new Map();
      this.waiting = new Set();
      this.known = new Map();
      this.elsewhere = new Elsewhere();
      this.letters = 0;
      this.names = [];
      this.version = null;
      this.busy = false;
      this.retry = FIRST_RETRY;
      this.since = 0;
    }

    /** The paragraph `id` reads `text` now. */
    set(id, text) {
      if (this.texts.get(id) === text) return;
      this.texts.set(id, text);
      const read = text.trim() ? this.known.get(text) : NOTHING;
      if (read) this.tell(id, text, read);
      else {
        this.waiting.add(id);
        this.soon();
      }
    }

    tell(id, text, read) {
      this.waiting.delete(id);
      this.elsewhere.set(id, read.words, read.fresh);
      this.told(id, text, read.marks);
    }

    /** There is no paragraph `id` any more. */
    drop(id) {
      this.elsewhere.set(id, null);
      this.texts.delete(id);
      this.waiting.delete(id);
    }

    /** The story is about these names now: what was read without them is read again. */
    rename(names) {
      if (names.join("\n") === this.names.join("\n")) return;
      this.names = names;
      this.readAllAgain();
    }

    readAllAgain() {
      this.known.clear();
      this.letters = 0;
      this.texts.forEach((text, id) => { if (text.trim()) this.waiting.add(id); });
      this.soon();
    }

    get isIdle() {
      return !this.busy && !this.waiting.size;
    }

    /** Ask after a pause, but do not let somebody who never pauses wait for ever. */
    soon() {
      const now = Date.now();
      if (!this.timer) this.since = now;
      clearTimeout(this.timer);
      const pause = Math.max(0, Math.min(PAUSE, this.since + LONGEST_WAIT - now));
      this.timer = setTimeout(() => this.send(), pause);
    }

    async send() {
      clearTimeout(this.timer);
      this.timer = null;
      if (this.busy) return;
      const batch = this.batch();
      if (!batch.length) return;
      this.busy = true;
      const { names } = this;
      try {
        const elsewhere = this.elsewhere.without(batch.map(({ id }) => id));
        const answer = await this.ask({ paragraphs: batch, names, elsewhere });
        this.retry = FIRST_RETRY;
        this.trouble(null);
        this.take(batch, answer, names);
      } catch (problem) {
        this.stumble(batch, problem);
        return;
      } finally {
        this.busy = false;
      }
      if (this.waiting.size) setTimeout(() => this.send());
    }

    /** The next paragraphs to send, of equal texts one. */
    batch() {
      const ids = [...this.waiting];
      const near = ids.filter((id) => this.isNear(id));
      const most = near.length ? FIRST_LETTERS : LETTERS;
      const texts = new Set();
      const batch = [];
      let letters = 0;
      for (const id of near.length ? near : ids) {
        const text = this.texts.get(id);
        if (text.length > this.mostLetters) this.giveUp(id, text);
        else if (!texts.has(text)) {
          if (batch.length && letters + text.length > most) break;
          letters += text.length;
          texts.add(text);
          batch.push({ id, text });
          if (batch.length >= this.mostParagraphs) break;
        }
      }
      return batch;
    }

    take(batch, answer, names) {
      if (this.version !== null && this.version !== answer.version) this.readAllAgain();
      this.version = answer.version;
      if (names !== this.names) return;
      const found = new Map(answer.paragraphs.map(({ id, marks, words = {}, new: fresh = [] }) => [id, { marks, words, fresh }]));
      batch.forEach(({ id, text }) => this.remember(text, found.get(id) ?? NOTHING));
      this.waiting.forEach((id) => {
        const text = this.texts.get(id);
        const read = this.known.get(text);
        if (read) this.tell(id, text, read);
      });
      if (!this.waiting.size) this.readAgain(this.elsewhere.stale());
    }

    readAgain(ids) {
      ids.forEach((id) => {
        this.forget(this.texts.get(id));
        this.waiting.add(id);
      });
    }

    forget(text) {
      if (this.known.delete(text)) this.letters -= text.length;
    }

    remember(text, read) {
      this.forget(text);
      this.known.set(text, read);
      this.letters += text.length;
      for (const old of this.known.keys()) {
        if (this.letters <= REMEMBERED) break;
        this.forget(old);
      }
    }

    /** Try again later; what the server will never read is let be. */
    stumble(batch, problem) {
      this.busy = false;
      this.trouble(problem);
      if (problem.isFinal) {
        batch.forEach(({ id }) => this.waiting.delete(id));
        if (this.waiting.size) this.soon();
        return;
      }
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.send(), this.retry);
      this.retry = Math.min(this.retry * 2, LAST_RETRY);
    }

    giveUp(id, text) {
      this.trouble(new Error(TOO_LONG));
      this.tell(id, text, NOTHING);
    }
  }

  /** An `ask` over HTTP; a problem carries what to tell the writer, and whether to try again. */
  const overHttp = (url, token) => async (question) => {
    let answer;
    try {
      answer = await fetch(url, {
        method: "POST",
        credentials: "same-origin",
        headers: {
          "Content-Type": "application/json",
          "X-CSRFToken": token(),
          "X-Requested-With": "XMLHttpRequest",
        },
        body: JSON.stringify(question),
      });
    } catch {
      throw Object.assign(new Error("ویراستار پاسخ نمی\u200cدهد؛ دوباره می\u200cپرسم."), { isFinal: false });
    }
    if (answer.ok) return answer.json();
    const told = await answer.json().catch(() => ({}));
    const isFinal = answer.status === 400 || answer.status === 413;
    const reason = answer.status === 403
      ? "ویراستار شما را نمی\u200cشناسد؛ در پنجره\u200cای دیگر دوباره وارد شوید."
      : "ویراستار پاسخ نمی\u200cدهد؛ دوباره می\u200cپرسم.";
    throw Object.assign(new Error(told.error ?? reason), { isFinal });
  };

  globalThis.copydesk = Object.assign(globalThis.copydesk ?? {}, { Transport, overHttp });
})();
