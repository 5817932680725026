/* What the writer answered to marks: kept with the form, so that it is saved with the story. */
(() => {
  "use strict";

  const PASSED = new Set(["ignored", "right"]);

  class Answers {
    constructor(before = {}) {
      this.given = new Map(Object.entries(before));
    }

    /** Whether the writer let a mark pass. */
    hasPassed(mark) {
      return PASSED.has(this.given.get(mark.key));
    }

    /** Answer «fixed», «ignored» or «right» to marks with these keys; "" takes an answer back. */
    give(how, keys) {
      keys.forEach((key) => this.given.set(key, how));
      const field = document.querySelector("#id_marks_answered");
      if (!field) return;
      field.value = JSON.stringify(Object.fromEntries(this.given));
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }

  Object.assign(globalThis.copydesk, { Answers });
})();
