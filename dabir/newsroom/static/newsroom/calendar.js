/* A small Jalali calendar beside a date field. The field stays a text box that one may type
 * in; the calendar is a help.
 *
 * Arrows move by days and weeks, Page Up and Page Down by months (with Shift by years),
 * Home and End to the ends of the week, Enter takes the day, Escape closes.
 */
(() => {
  "use strict";

  const jalali = globalThis.newsroomJalali;
  const HALF_SPACE = "\u200c";
  const WEEKDAYS = [
    "شنبه", `یک${HALF_SPACE}شنبه`, "دوشنبه", `سه${HALF_SPACE}شنبه`, "چهارشنبه",
    `پنج${HALF_SPACE}شنبه`, "جمعه",
  ];
  const FIRST_YEAR = 1300;
  const LAST_YEAR = 1500;

  const element = (tag, attributes = {}, ...children) => {
    const made = document.createElement(tag);
    Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
    made.append(...children);
    return made;
  };

  class Calendar {
    constructor(wrapper) {
      this.wrapper = wrapper;
      this.field = wrapper.querySelector("input");
      this.opener = wrapper.querySelector("[data-jalali-open]");
      this.withClock = wrapper.hasAttribute("data-with-clock");
      this.build();
    }

    build() {
      this.months = element("select", { "aria-label": "ماه" });
      jalali.MONTHS.forEach((name, index) =>
        this.months.append(element("option", { value: index + 1 }, name)));
      this.year = element("input", {
        type: "text", inputmode: "numeric", maxlength: "4", size: "4", "aria-label": "سال",
      });
      this.grid = element("table", { role: "grid", "aria-label": "روزها" });
      this.clock = element("input", {
        type: "text", inputmode: "numeric", maxlength: "5", size: "5", "aria-label": "ساعت",
        placeholder: "۱۴:۰۵",
      });
      const previous = element("button", { type: "button", "aria-label": "ماه پیش" }, "›");
      const next = element("button", { type: "button", "aria-label": "ماه بعد" }, "‹");
      const today = element("button", { type: "button" }, this.withClock ? "اکنون" : "امروز");
      const none = element("button", { type: "button" }, "پاک کن");
      const head = element("div", { class: "jalali-calendar__head" }, previous, this.months, this.year, next);
      const foot = element("div", { class: "jalali-calendar__foot" });
      if (this.withClock) foot.append(element("label", {}, "ساعت ", this.clock));
      foot.append(today, none);
      this.popup = element(
        "div",
        { class: "jalali-calendar", role: "dialog", "aria-label": "تقویم", popover: "auto", dir: "rtl" },
        head, this.grid, foot,
      );
      this.wrapper.append(this.popup);

      previous.addEventListener("click", () => this.turn(-1));
      next.addEventListener("click", () => this.turn(1));
      this.months.addEventListener("change", () => this.go({ ...this.day, month: Number(this.months.value) }));
      this.year.addEventListener("change", () => this.goToYear());
      today.addEventListener("click", () => this.takeNow());
      none.addEventListener("click", () => this.write(""));
      this.clock.addEventListener("keydown", (event) => {
        if (event.key !== "Enter") return;
        event.preventDefault();
        this.take(this.day);
      });
      this.grid.addEventListener("click", (event) => {
        const cell = event.target.closest("[data-count]");
        if (cell) this.take(jalali.day(Number(cell.dataset.count)));
      });
      this.grid.addEventListener("keydown", (event) => this.move(event));
      ["input", "change"].forEach((name) =>
        this.popup.addEventListener(name, (event) => event.stopPropagation()));
      this.popup.addEventListener("toggle", (event) => {
        const isOpen = event.newState === "open";
        this.opener.setAttribute("aria-expanded", String(isOpen));
        if (!isOpen && (this.popup.contains(document.activeElement) || document.activeElement === document.body)) {
          this.opener.focus();
        }
      });
    }

    /** Open at the field's day and time, or at the next full hour. */
    open() {
      const soon = jalali.now(new Date(Date.now() + 3600000));
      this.today = jalali.count(jalali.now().day);
      this.day = jalali.read(this.field.value) ?? (this.withClock ? soon.day : jalali.now().day);
      const typed = /(\d\d?)\s*:\s*(\d\d)/.exec(jalali.ascii(this.field.value));
      const [hour, minute] = typed ? typed.slice(1).map(Number) : [soon.clock[0], 0];
      this.clock.value = jalali.persian(`${jalali.padded(hour)}:${jalali.padded(minute)}`);
      this.draw();
      this.popup.showPopover();
      this.place();
      this.focusDay();
    }

    /** Put the popup under the field, or over it where there is no room below. */
    place() {
      const box = this.wrapper.getBoundingClientRect();
      const { offsetWidth: width, offsetHeight: height } = this.popup;
      const below = box.bottom + 4;
      const top = below + height <= window.innerHeight ? below : Math.max(4, box.top - height - 4);
      const left = Math.min(Math.max(4, box.right - width), window.innerWidth - width - 4);
      this.popup.style.top = `${top}px`;
      this.popup.style.left = `${left}px`;
    }

    draw() {
      const { year, month } = this.day;
      this.months.value = String(month);
      this.year.value = jalali.persian(year);
      const first = jalali.count({ year, month, day: 1 });
      const length = jalali.monthLength(year, month);
      const head = element("tr", {}, ...WEEKDAYS.map((name) =>
        element("th", { scope: "col", abbr: name, "aria-label": name }, name[0])));
      const body = element("tbody");
      let row = element("tr", {}, ...Array.from({ length: jalali.weekday(first) }, () => element("td")));
      for (let day = 1; day <= length; day += 1) {
        const count = first + day - 1;
        row.append(element("td", {}, this.cell(count, day)));
        if (jalali.weekday(count) === 6) {
          body.append(row);
          row = element("tr");
        }
      }
      if (row.children.length) body.append(row);
      this.grid.replaceChildren(element("thead", {}, head), body);
    }

    cell(count, day) {
      const chosen = day === this.day.day;
      const told = `${WEEKDAYS[jalali.weekday(count)]} ${jalali.persian(day)} ${jalali.MONTHS[this.day.month - 1]}`;
      const cell = element(
        "button",
        { type: "button", "data-count": count, tabindex: chosen ? "0" : "-1", "aria-label": told },
        jalali.persian(day),
      );
      if (chosen) cell.setAttribute("aria-current", "true");
      if (count === this.today) cell.classList.add("jalali-calendar__today");
      return cell;
    }

    focusDay() {
      this.grid.querySelector("[aria-current]")?.focus();
    }

    /** Show a day; one that its month does not have becomes the month's last. */
    go({ year, month, day }) {
      const within = Math.min(Math.max(year, FIRST_YEAR), LAST_YEAR);
      this.day = { year: within, month, day: Math.min(day, jalali.monthLength(within, month)) };
      this.draw();
    }

    goToYear() {
      const year = Number(jalali.ascii(this.year.value));
      this.go({ ...this.day, year: Number.isInteger(year) && year > 0 ? year : this.day.year });
    }

    /** Turn the leaf by some months. */
    turn(months) {
      const count = this.day.year * 12 + this.day.month - 1 + months;
      this.go({ ...this.day, year: Math.floor(count / 12), month: (count % 12) + 1 });
    }

    move(event) {
      const here = jalali.count(this.day);
      const weekday = jalali.weekday(here);
      const days = {
        ArrowRight: -1, ArrowLeft: 1, ArrowUp: -7, ArrowDown: 7, Home: -weekday, End: 6 - weekday,
      }[event.key];
      if (days !== undefined) this.go(jalali.day(here + days));
      else if (event.key === "PageUp") this.turn(event.shiftKey ? -12 : -1);
      else if (event.key === "PageDown") this.turn(event.shiftKey ? 12 : 1);
      else return;
      event.preventDefault();
      this.focusDay();
    }

    take(day) {
      this.write(this.withClock ? `${jalali.written(day)} ${jalali.persian(this.clock.value)}` : jalali.written(day));
    }

    takeNow() {
      const { day, clock } = jalali.now();
      this.clock.value = jalali.persian(clock.map(jalali.padded).join(":"));
      this.take(day);
    }

    /** Write into the field as if typed, and close. */
    write(text) {
      this.field.value = text;
      this.popup.hidePopover();
      ["input", "change"].forEach((name) => this.field.dispatchEvent(new Event(name, { bubbles: true })));
    }
  }

  document.addEventListener("click", (event) => {
    const opener = event.target instanceof Element && event.target.closest("[data-jalali-open]");
    if (!opener) return;
    const wrapper = opener.closest("[data-jalali-input]");
    wrapper.newsroomCalendar ??= new Calendar(wrapper);
    wrapper.newsroomCalendar.open();
  });
})();
