/* The card of one mark: what is amiss, why, what would be right, and what may be answered.
 *
 * By F8 it takes the focus, and every answer is one key; by a click it stands beside the text
 * and the caret stays where it is.
 */
(() => {
  "use strict";

  const { HALF_SPACE, persian, visible } = globalThis.copydesk;
  const GAP = 8;

  const element = (tag, attributes = {}, ...children) => {
    const made = document.createElement(tag);
    Object.entries(attributes).forEach(([name, value]) => {
      if (value !== null) made.setAttribute(name, value);
    });
    made.append(...children);
    return made;
  };

  /** Words as they are, their half-spaces shown by a thin line. */
  const shown = (text) => {
    const parts = visible(text).split(HALF_SPACE);
    const page = document.createDocumentFragment();
    parts.forEach((part, at) => {
      if (at) page.append(HALF_SPACE, element("span", { class: "copydesk-half", title: `نیم${HALF_SPACE}فاصله` }));
      page.append(part);
    });
    return page;
  };

  class Card {
    /** `deeds`: fix(number), ignore(), right(), next(step), closed(isByKey). */
    constructor(deeds) {
      this.deeds = deeds;
      this.element = element("div", {
        class: "copydesk-card", role: "dialog", "aria-labelledby": "copydesk-card-label",
        "aria-describedby": "copydesk-card-why", popover: "manual",
      });
      document.body.append(this.element);
      this.element.addEventListener("click", (event) => this.click(event));
      this.element.addEventListener("keydown", (event) => this.press(event));
      this.element.addEventListener("mousedown", (event) => event.preventDefault());
      ["scroll", "resize"].forEach((name) =>
        window.addEventListener(name, () => this.place(), { passive: true, capture: true }));
    }

    get isOpen() {
      return this.element.matches(":popover-open");
    }

    get hasFocus() {
      return this.element.contains(document.activeElement);
    }

    /** `words` are [before, marked, after]: where the card hides the text, it tells it. */
    open(mark, { label, words, rectangle, takeFocus }) {
      this.rectangle = rectangle;
      this.draw(mark, label, words);
      if (!this.isOpen) this.element.showPopover();
      this.place();
      if (takeFocus) this.element.querySelector("[data-fix], [data-deed=ignore]")?.focus();
    }

    draw(mark, label, [before, marked, after]) {
      const fixes = mark.fixes.map((fix, at) => element("li", {}, element(
        "button",
        { type: "button", "data-fix": at, class: at ? "copydesk-card__fix" : "copydesk-card__fix copydesk-card__fix--first" },
        element("kbd", { "aria-hidden": "true" }, persian(at + 1)), element("span", {}, shown(fix)),
      )));
      this.element.replaceChildren(
        element("div", { class: "copydesk-card__head" },
          element("span", { class: `copydesk-sign copydesk-sign--${mark.severity}`, "aria-hidden": "true" }),
          element("strong", { id: "copydesk-card-label" }, label),
          element("button", { type: "button", "data-deed": "close", class: "copydesk-card__close", "aria-label": "ببند" }, "×")),
        element("p", { class: "copydesk-card__words" },
          before, element("mark", { class: `copydesk-words copydesk-words--${mark.severity}` }, shown(marked)), after),
        element("p", { id: "copydesk-card-why", class: "copydesk-card__why" }, mark.why),
        element("ol", { class: "copydesk-card__fixes" }, ...fixes),
        element("div", { class: "copydesk-card__deeds" },
          element("button", { type: "button", "data-deed": "ignore", title: "Delete" }, "نادیده بگیر"),
          element("button", {
            type: "button", "data-deed": "right",
            title: `به سرویراستار پیشنهاد می${HALF_SPACE}شود که دیگر نشان نشود`,
          }, "این درست است")),
      );
    }

    /** Stand under the words, or over them where there is no room; on a phone, CSS says where. */
    place() {
      if (!this.isOpen) return;
      const at = this.rectangle();
      if (!at) return;
      const { element: card } = this;
      const { offsetWidth: width, offsetHeight: height } = card;
      const below = at.bottom + GAP + height <= window.innerHeight;
      const top = below ? at.bottom + GAP : Math.max(GAP, at.top - GAP - height);
      const left = Math.min(Math.max(GAP, at.right - width), window.innerWidth - width - GAP);
      card.style.setProperty("--copydesk-card-top", `${top}px`);
      card.style.setProperty("--copydesk-card-left", `${left}px`);
    }

    close(isByKey = false) {
      if (!this.isOpen) return;
      const hadFocus = this.hasFocus;
      this.element.hidePopover();
      this.deeds.closed(isByKey || hadFocus);
    }

    click(event) {
      const button = event.target.closest("button");
      if (!button) return;
      if (button.dataset.fix !== undefined) this.deeds.fix(Number(button.dataset.fix));
      else if (button.dataset.deed === "close") this.close();
      else this.deeds[button.dataset.deed]();
    }

    press(event) {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
      if (digit) this.element.querySelector(`[data-fix="${digit - 1}"]`)?.click();
      else if (event.key === "Delete" || event.key === "Backspace") this.deeds.ignore();
      else if (event.key === "Escape") this.close(true);
      else if (event.key === "ArrowDown" || event.key === "ArrowUp") this.walk(event.key === "ArrowDown" ? 1 : -1);
      else return;
      event.preventDefault();
      event.stopPropagation();
    }

    walk(step) {
      const buttons = [...this.element.querySelectorAll("[data-fix], [data-deed=ignore], [data-deed=right]")];
      const at = buttons.indexOf(document.activeElement);
      buttons[(at + step + buttons.length) % buttons.length]?.focus();
    }
  }

  Object.assign(globalThis.copydesk, { Card, element, shown });
})();
