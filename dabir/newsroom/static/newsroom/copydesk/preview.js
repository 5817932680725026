/* Many fixes at once: every change is shown before it is made, and each may be left out. */
(() => {
  "use strict";

  const { around, element, persian, shown } = globalThis.copydesk;
  const AT_ONCE = 200;

  class Preview {
    constructor() {
      this.window = element("dialog", { class: "copydesk-preview", "aria-labelledby": "copydesk-preview-title" });
      document.body.append(this.window);
      this.window.addEventListener("change", ({ target }) => {
        if (target === this.all) this.boxes.forEach((box) => { box.checked = this.all.checked; });
        this.count();
      });
      this.window.addEventListener("click", (event) => this.click(event));
      this.window.addEventListener("cancel", () => this.answer?.([]));
    }

    /** Show `changes` ([[paragraph, mark], …]); a promise of those that are wanted. */
    ask(title, changes) {
      this.changes = changes;
      this.boxes = [];
      this.list = element("ul", { class: "copydesk-preview__list" });
      this.done = element("button", { type: "button", class: "button", "data-preview": "do" });
      this.all = element("input", { type: "checkbox", checked: "" });
      this.window.replaceChildren(
        element("h2", { id: "copydesk-preview-title" }, title),
        element("label", { class: "copydesk-preview__all" }, this.all, " همه"),
        this.list,
        element("div", { class: "copydesk-preview__deeds" }, this.done,
          element("button", { type: "button", class: "button button-secondary", "data-preview": "leave" }, "انصراف")),
      );
      this.window.showModal();
      this.fill(0);
      this.count();
      this.done.focus();
      return new Promise((answer) => {
        this.answer = (wanted) => {
          this.answer = null;
          answer(wanted);
        };
      });
    }

    /** Lines come a few hundred at a time, so that the window opens at once. */
    fill(from) {
      const lines = this.changes.slice(from, from + AT_ONCE).map((change) => this.line(change));
      this.list.append(...lines);
      if (from + AT_ONCE < this.changes.length && this.window.open) {
        const { list } = this;
        setTimeout(() => { if (list === this.list) this.fill(from + AT_ONCE); });
      }
    }

    line([paragraph, mark]) {
      const [before, marked, after] = around(paragraph.text, mark.start, mark.end, 30);
      const box = element("input", { type: "checkbox" });
      box.checked = this.all.checked;
      this.boxes.push(box);
      return element("li", {}, element("label", {}, box, element(
        "span", {}, before, element("del", {}, shown(marked)), " ", element("ins", {}, shown(mark.fixes[0])), after,
      )));
    }

    get wanted() {
      return this.changes.filter((_, at) => this.boxes[at]?.checked ?? this.all.checked);
    }

    count() {
      const { length } = this.wanted;
      this.done.textContent = `اعمال ${persian(length)} تغییر`;
      this.done.disabled = !length;
      this.all.indeterminate = length > 0 && length < this.changes.length;
      this.all.checked = length > 0;
    }

    click(event) {
      const deed = event.target.closest("[data-preview]")?.dataset.preview;
      if (!deed) return;
      const wanted = deed === "do" ? this.wanted : [];
      this.window.close();
      this.answer?.(wanted);
    }
  }

  Object.assign(globalThis.copydesk, { Preview });
})();
