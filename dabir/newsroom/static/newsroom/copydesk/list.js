/* The side list: marks by class with their counts, what was let pass, and how many are left. */
(() => {
  "use strict";

  const { HALF_SPACE, around, element, persian, shown } = globalThis.copydesk;
  const SHOWN = 40;
  const REST = 250;
  const MOMENT = 4000;

  class List {
    /** `deeds`: go(paragraph, mark), takeBack(mark). */
    constructor(settings, deeds) {
      this.settings = settings;
      this.deeds = deeds;
      this.closed = new Set(["passed"]);
      this.most = new Map();
      this.entries = [];
      document.addEventListener("click", (event) => this.click(event));
    }

    get panel() {
      return document.querySelector("[data-copydesk-panel]");
    }

    part(name) {
      return document.querySelector(`[data-copydesk-${name}]`);
    }

    /** Draw soon; many changes at once are drawn once. */
    soon(find) {
      this.find = find;
      this.timer ??= setTimeout(() => {
        this.timer = null;
        this.draw(this.find());
      }, REST);
    }

    /** Draw `found`: {open: [[paragraph, mark], …], passed: […], isReading}. */
    draw(found) {
      this.told(found);
      const place = this.part("list");
      if (!place) return;
      const focus = document.activeElement?.dataset?.copydeskEntry;
      this.entries = [];
      const groups = this.groups(found.open).map(([rule, marks]) => this.group(rule, this.label(rule), marks));
      if (found.passed.length) {
        groups.push(this.group("passed", `نادیده${HALF_SPACE}گرفته`, found.passed, true));
      }
      place.replaceChildren(...groups);
      if (focus) place.querySelector(`[data-copydesk-entry="${focus}"]`)?.focus();
    }

    label(rule) {
      return this.settings.rules[rule]?.label ?? rule;
    }

    /** Marks by their class: errors first, then as the desk orders its rules. */
    groups(open) {
      const order = Object.keys(this.settings.severities);
      const rules = Object.keys(this.settings.rules);
      const byRule = new Map();
      open.forEach((entry) => {
        const [, mark] = entry;
        if (!byRule.has(mark.class)) byRule.set(mark.class, []);
        byRule.get(mark.class).push(entry);
      });
      const worth = ([rule, [[, mark]]]) => order.indexOf(mark.severity) * 1000 + rules.indexOf(rule);
      return [...byRule].sort((a, b) => worth(a) - worth(b));
    }

    group(rule, label, marks, isPassed = false) {
      const isClosed = this.closed.has(rule);
      const most = this.most.get(rule) ?? SHOWN;
      const [, first] = marks[0];
      const group = element("section", { class: "copydesk-group" }, element("h3", {}, element(
        "button",
        { type: "button", "data-copydesk-group": rule, "aria-expanded": String(!isClosed) },
        element("span", { class: `copydesk-sign copydesk-sign--${isPassed ? "passed" : first.severity}`, "aria-hidden": "true" }),
        element("span", {}, label),
        element("span", { class: "copydesk-group__count" }, persian(marks.length)),
      )));
      if (isClosed) return group;
      const lines = marks.slice(0, most).map((entry) => this.line(entry, isPassed));
      if (marks.length > most) {
        lines.push(element("li", {}, element(
          "button", { type: "button", "data-copydesk-more": rule, class: "copydesk-group__more" },
          `و ${persian(marks.length - most)} نشان دیگر`,
        )));
      }
      group.append(element("ul", {}, ...lines));
      return group;
    }

    line(entry, isPassed) {
      const [paragraph, mark] = entry;
      const [before, marked, after] = around(paragraph.text, mark.start, mark.end);
      const number = this.entries.push(entry) - 1;
      const line = element("li", { class: "copydesk-group__line" }, element(
        "button",
        { type: "button", "data-copydesk-entry": number, "aria-label": spoken(mark, marked) },
        before, element("mark", { class: `copydesk-words copydesk-words--${mark.severity}` }, shown(marked)), after,
        ...(mark.fixes.length && !isPassed ? [element("span", { class: "copydesk-group__fix" }, "← ", shown(mark.fixes[0]))] : []),
      ));
      if (isPassed) {
        line.append(element("button", {
          type: "button", "data-copydesk-back": number, class: "copydesk-group__back",
        }, "بازگردان"));
      }
      return line;
    }

    /** The sum, for eyes and for who listens; the counter over the panel. */
    told({ open, isReading }) {
      const counts = {};
      open.forEach(([, { severity }]) => { counts[severity] = (counts[severity] ?? 0) + 1; });
      const parts = Object.entries(this.settings.severities)
        .filter(([severity]) => counts[severity])
        .map(([severity, label]) => `${persian(counts[severity])} ${label}`);
      let sum = parts.join("، ") || "نشانی نیست.";
      if (isReading) sum = parts.length ? `${sum}؛ هنوز می${HALF_SPACE}خواند…` : `ویراستار می${HALF_SPACE}خواند…`;
      const place = this.part("sum");
      if (place && place.textContent !== sum) place.textContent = sum;
      const counter = document.querySelector('[data-side-panel-toggle="copydesk"] [data-side-panel-toggle-counter]');
      if (!counter) return;
      counter.textContent = persian(open.length);
      counter.hidden = !open.length;
    }

    trouble(problem) {
      const place = this.part("trouble");
      if (!place) return;
      place.textContent = problem?.message ?? "";
      place.hidden = !problem;
    }

    /** Say what was done at once, with the button that takes it back; nothing for nothing. */
    made(message) {
      const place = this.part("made");
      if (!place) return;
      place.hidden = !message;
      place.querySelector("span").textContent = message;
      if (message) place.querySelector("button").focus();
    }

    /** Say something once, for a moment. */
    say(message) {
      this.trouble({ message });
      setTimeout(() => this.trouble(null), MOMENT);
    }

    click(event) {
      const { copydeskGroup, copydeskMore, copydeskEntry, copydeskBack } = event.target.closest("button")?.dataset ?? {};
      if (copydeskGroup !== undefined) {
        if (!this.closed.delete(copydeskGroup)) this.closed.add(copydeskGroup);
        this.redraw(`[data-copydesk-group="${copydeskGroup}"]`);
      } else if (copydeskMore !== undefined) {
        this.most.set(copydeskMore, (this.most.get(copydeskMore) ?? SHOWN) + 200);
        this.redraw();
      } else if (copydeskEntry !== undefined) this.deeds.go(...this.entries[copydeskEntry]);
      else if (copydeskBack !== undefined) this.deeds.takeBack(this.entries[copydeskBack][1]);
    }

    redraw(focus) {
      this.draw(this.find());
      if (focus) this.panel?.querySelector(focus)?.focus();
    }
  }

  const spoken = (mark, marked) => {
    const fix = mark.fixes.length ? `، پیشنهاد: ${mark.fixes[0]}` : "";
    return `«${marked}»: ${mark.why}${fix}`;
  };

  Object.assign(globalThis.copydesk, { List });
})();
