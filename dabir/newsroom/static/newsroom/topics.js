/* Topics of a story: type, pick a suggestion with the arrows and Enter, or add a new topic. */
(() => {
  "use strict";

  const HALF_SPACE = "\u200c";
  const WAIT = 200;

  const element = (tag, attributes = {}, ...children) => {
    const made = document.createElement(tag);
    Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
    made.append(...children);
    return made;
  };

  const changed = (picker) => picker.dispatchEvent(new Event("change", { bubbles: true }));

  class Picker {
    constructor(picker) {
      this.picker = picker;
      this.box = picker.querySelector("[role=combobox]");
      this.list = picker.querySelector("[role=listbox]");
      this.chosen = picker.querySelector("[data-topics-chosen]");
      this.kinds = [...picker.querySelector("[data-topics-kinds]").content.querySelectorAll("[data-kind]")];
      this.active = -1;
      this.asked = 0;
      this.box.addEventListener("input", (event) => {
        event.stopPropagation();
        this.suggestSoon();
      });
      this.box.addEventListener("change", (event) => event.stopPropagation());
      this.box.addEventListener("keydown", (event) => this.press(event));
      this.box.addEventListener("blur", () => setTimeout(() => this.close(), 150));
      this.list.addEventListener("mousedown", (event) => event.preventDefault());
      this.list.addEventListener("click", (event) => {
        const option = event.target.closest("[role=option]");
        if (option) this.take(option);
      });
      this.chosen.addEventListener("click", (event) => {
        const button = event.target.closest("[data-topics-remove]");
        if (!button) return;
        button.closest("li").remove();
        changed(this.picker);
        this.box.focus();
      });
    }

    suggestSoon() {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.suggest(), WAIT);
    }

    async suggest() {
      const typed = this.box.value.trim();
      this.asked += 1;
      const { asked } = this;
      if (!typed) return this.close();
      let topics = [];
      try {
        const answer = await fetch(`${this.picker.dataset.suggestUrl}?q=${encodeURIComponent(typed)}`);
        topics = (await answer.json()).topics;
      } catch {
        return this.say(`فهرست موضوع${HALF_SPACE}ها نرسید؛ دوباره بنویسید.`);
      }
      return asked === this.asked ? this.show(typed, topics) : undefined;
    }

    show(typed, topics) {
      const taken = new Set([...this.chosen.querySelectorAll("input")].map((input) => input.value));
      const options = topics
        .filter((topic) => !taken.has(String(topic.id)))
        .map((topic) => element(
          "li", { role: "option", "data-id": topic.id, "data-label": topic.name },
          topic.name, element("small", {}, ` ${topic.kind}`),
        ));
      const news = this.kinds.map((kind) => element(
        "li", { role: "option", "data-new": kind.dataset.kind, "data-label": typed },
        `افزودن «${typed}»`, element("small", {}, ` ${kind.textContent}`),
      ));
      this.list.replaceChildren(...options, ...news);
      [...this.list.children].forEach((option, index) => { option.id = `${this.list.id}-${index}`; });
      this.list.hidden = false;
      this.box.setAttribute("aria-expanded", "true");
      this.point(options.length ? 0 : -1);
      this.list.scrollIntoView({ block: "nearest" });
    }

    say(text) {
      this.list.replaceChildren(element("li", { class: "topics-input__note" }, text));
      this.list.hidden = false;
    }

    point(index) {
      const options = [...this.list.querySelectorAll("[role=option]")];
      this.active = options.length ? Math.max(-1, Math.min(index, options.length - 1)) : -1;
      options.forEach((option, at) => option.setAttribute("aria-selected", String(at === this.active)));
      const option = options[this.active];
      if (option) {
        this.box.setAttribute("aria-activedescendant", option.id);
        option.scrollIntoView({ block: "nearest" });
      } else this.box.removeAttribute("aria-activedescendant");
    }

    press(event) {
      if (event.key === "ArrowDown" && this.list.hidden) this.suggest();
      else if (event.key === "ArrowDown") this.point(this.active + 1);
      else if (event.key === "ArrowUp") this.point(this.active - 1);
      else if (event.key === "Escape" && !this.list.hidden) this.close();
      else if (event.key === "Enter") {
        const option = this.list.querySelector("[aria-selected=true]");
        if (option && !this.list.hidden) this.take(option);
      } else if (event.key === "Backspace" && !this.box.value) {
        if (!this.chosen.lastElementChild) return;
        this.chosen.lastElementChild.remove();
        changed(this.picker);
      } else return;
      event.preventDefault();
    }

    async take(option) {
      if (option.dataset.new) {
        const topic = await this.add(option.dataset.label, option.dataset.new);
        if (topic) this.choose(topic.id, topic.name);
      } else this.choose(option.dataset.id, option.dataset.label);
    }

    /** Make a topic, and return it; say what went wrong where it did. */
    async add(name, kind) {
      const token = document.querySelector("input[name=csrfmiddlewaretoken]").value;
      try {
        const answer = await fetch(this.picker.dataset.addUrl, {
          method: "POST",
          headers: { "X-CSRFToken": token },
          body: new URLSearchParams({ name, kind }),
        });
        const told = await answer.json();
        if (told.topic) return told.topic;
        this.say(told.error);
      } catch {
        this.say("موضوع ساخته نشد؛ دوباره بکوشید.");
      }
      return null;
    }

    choose(id, name) {
      const remove = element("button", {
        type: "button", "data-topics-remove": "", "aria-label": `برداشتن «${name}»`,
      }, "×");
      this.chosen.append(element(
        "li", { class: "topics-input__topic" },
        element("input", { type: "hidden", name: this.picker.dataset.name, value: id }),
        element("span", {}, name), remove,
      ));
      this.box.value = "";
      this.close();
      this.box.focus();
      changed(this.picker);
    }

    close() {
      this.list.hidden = true;
      this.list.replaceChildren();
      this.box.setAttribute("aria-expanded", "false");
      this.box.removeAttribute("aria-activedescendant");
      this.active = -1;
    }
  }

  document.querySelectorAll("[data-topics]").forEach((picker) => new Picker(picker));
})();
