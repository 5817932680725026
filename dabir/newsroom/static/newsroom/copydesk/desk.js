/* The copy desk in the browser: it follows every text of a form, and marks what the server says.
 *
 *     surface changes -> marks it touched vanish -> transport -> marks -> painter, list
 *     F8, a click     -> card -> fix | ignore | «این درست است»   -> answers, kept with the form
 */
(() => {
  "use strict";

  const {
    Box, Card, HALF_SPACE, List, Painter, Preview, RichText, Transport, carried, overHttp, pasteInto, persian,
  } = globalThis.copydesk;
  const BOXES = "#id_kicker, #id_headline, #id_short_headline, #id_lead, #id_bullets, #id_picture_caption, [data-copydesk-field]";
  const BODY = /^body-\d+-value(-text|(-\d+-value)?-caption)?$/;
  const PASSED = new Set(["ignored", "right"]);

  const token = () =>
    /(?:^|; )csrftoken=([^;]+)/.exec(document.cookie)?.[1]
    ?? document.querySelector("input[name=csrfmiddlewaretoken]")?.value ?? "";

  class CopyDesk {
    constructor(settings) {
      this.settings = settings;
      this.surfaces = new Map();
      this.paragraphs = new Map();
      this.answers = new Map(Object.entries(settings.answers ?? {}));
      this.current = null;
      this.painter = new Painter();
      this.list = new List(settings, {
        go: (paragraph, mark) => this.open(paragraph, mark, true),
        takeBack: (mark) => this.answer("", mark.key),
      });
      this.card = new Card({
        fix: (number) => this.fix(number),
        ignore: () => this.pass("ignored"),
        right: () => this.pass("right"),
        closed: (goBack) => this.closed(goBack),
      });
      this.preview = new Preview();
      this.transport = new Transport({
        ask: overHttp(settings.url, token),
        told: (id, text, marks) => this.told(id, text, marks),
        trouble: (problem) => this.list.trouble(problem),
        isNear: (id) => this.painter.isNear(this.paragraphs.get(id)),
        mostLetters: settings.most_letters,
        mostParagraphs: settings.most_paragraphs,
      });
      this.listen();
      this.look();
    }

    listen() {
      document.addEventListener("keydown", (event) => this.press(event), true);
      document.addEventListener("paste", (event) => this.paste(event), true);
      document.addEventListener("click", (event) => this.clickAnywhere(event));
      document.addEventListener("focusin", ({ target }) => {
        if (!this.card.element.contains(target)) this.look();
      });
      new MutationObserver(() => this.lookSoon())
        .observe(document.querySelector("[data-edit-form]") ?? document.body, { childList: true, subtree: true });
    }

    // Surfaces ---------------------------------------------------------------------------

    lookSoon() {
      this.looking ??= setTimeout(() => {
        this.looking = null;
        this.look();
      }, 100);
    }

    /** Find texts that came, and let go of those that went. */
    look() {
      this.surfaces.forEach((surface, place) => {
        if (!surface.isGone) return;
        this.surfaces.delete(place);
        surface.remove();
      });
      document.querySelectorAll(BOXES).forEach((box) => this.meet(box, Box));
      document.querySelectorAll('input[type=text][name^="body-"], textarea[name^="body-"]')
        .forEach((box) => { if (BODY.test(box.name)) this.meet(box, Box); });
      document.querySelectorAll("[data-draftail-editor-wrapper]").forEach((wrapper) => this.meet(wrapper, RichText));
      this.transport.rename(this.names());
      this.ordered = null;
    }

    meet(place, Kind) {
      if (this.surfaces.has(place)) {
        if (Kind === Box) this.surfaces.get(place)?.refresh();
        return;
      }
      const surface = new Kind(place, this);
      if (surface.element) this.surfaces.set(place, surface.begin());
    }

    /** The names that the story carries: who wrote it, its topics. */
    names() {
      const topics = [...document.querySelectorAll(".topics-input__topic span")].map((topic) => topic.textContent);
      const writers = [...document.querySelectorAll('select[name^="bylines-"][name$="-writer"]')]
        .filter(({ value }) => value).map(({ selectedOptions }) => selectedOptions[0].textContent);
      const guests = [...document.querySelectorAll('input[name^="bylines-"][name$="-guest"]')].map(({ value }) => value);
      return [...new Set([...topics, ...writers, ...guests].map((name) => name.trim()))].filter(Boolean).sort();
    }

    inOrder() {
      this.ordered ??= [...this.surfaces.values()].filter(Boolean).sort((a, b) =>
        (a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
      return this.ordered;
    }

    // What surfaces tell -----------------------------------------------------------------

    changed(paragraph) {
      this.paragraphs.set(paragraph.id, paragraph);
      const before = paragraph.before ?? "";
      paragraph.marks = paragraph.marks.length ? carried(paragraph.marks, before, paragraph.text) : [];
      if (this.current?.paragraph === paragraph && !this.isFixing) this.card.close();
      this.painter.follow(paragraph);
      this.painter.paint(paragraph);
      this.transport.set(paragraph.id, paragraph.text);
      this.tell();
    }

    redrawn(paragraph, isMoved) {
      if (isMoved) this.painter.follow(paragraph);
      if (isMoved || this.painter.isStale(paragraph)) this.painter.paint(paragraph);
    }

    gone(paragraph) {
      this.paragraphs.delete(paragraph.id);
      this.transport.drop(paragraph.id);
      this.painter.forget(paragraph);
      if (this.current?.paragraph === paragraph) this.card.close();
      this.tell();
    }

    /** The server's marks over a paragraph, unless it reads otherwise now. */
    told(id, text, marks) {
      const paragraph = this.paragraphs.get(id);
      if (!paragraph || paragraph.text !== text) return;
      paragraph.marks = marks.map((mark) => this.judged({ ...mark }));
      this.painter.paint(paragraph);
      if (this.current?.paragraph === paragraph && !this.card.isOpen) this.current = null;
      this.tell();
    }

    judged(mark) {
      mark.isPassed = PASSED.has(this.answers.get(mark.key));
      return mark;
    }

    tell() {
      this.list.soon(() => this.found());
    }

    /** All marks in the order of the page: open, and let pass. */
    found() {
      const open = [];
      const passed = [];
      this.inOrder().forEach((surface) => surface.paragraphs.forEach((paragraph) =>
        paragraph.marks.forEach((mark) => (mark.isPassed ? passed : open).push([paragraph, mark]))));
      return { open, passed, isReading: !this.transport.isIdle };
    }

    // One mark ---------------------------------------------------------------------------

    open(paragraph, mark, takeFocus) {
      this.current = { paragraph, mark };
      const { surface } = paragraph;
      if (takeFocus) surface.reveal(paragraph, mark.start, mark.end);
      this.painter.point(paragraph, mark);
      const place = () => surface.range(paragraph, mark.start, mark.end)?.getBoundingClientRect();
      this.card.open(mark, this.list.label(mark.class), place, { takeFocus });
    }

    closed(goBack) {
      this.painter.point();
      const { current } = this;
      if (!current || !goBack || this.isFixing) return;
      current.paragraph.surface.select(current.paragraph, Math.min(current.mark.end, current.paragraph.text.length));
    }

    /** Put a fix in: one step to undo, and the caret behind it. */
    fix(number) {
      const { paragraph, mark } = this.current ?? {};
      const text = mark?.fixes[number];
      if (text === undefined) return;
      this.isFixing = true;
      this.card.close();
      paragraph.surface.select(paragraph, mark.end);
      paragraph.surface.replace([this.edit(paragraph, mark, text)]);
      this.isFixing = false;
      this.answer("fixed", mark.key);
    }

    edit(paragraph, mark, text) {
      return { paragraph, start: mark.start, end: mark.end, text, was: paragraph.text.slice(mark.start, mark.end) };
    }

    pass(how) {
      const { mark } = this.current ?? {};
      if (!mark) return;
      this.card.close(true);
      this.answer(how, mark.key);
    }

    /** Keep answers with the form, so that they are saved with the story. */
    answer(how, ...keys) {
      keys.forEach((key) => this.answers.set(key, how));
      const answered = new Set(keys);
      this.paragraphs.forEach((paragraph) => {
        if (!paragraph.marks.some(({ key }) => answered.has(key))) return;
        paragraph.marks.forEach((mark) => this.judged(mark));
        this.painter.paint(paragraph);
      });
      this.tell();
      const field = document.querySelector("#id_marks_answered");
      if (!field) return;
      field.value = JSON.stringify(Object.fromEntries(this.answers));
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }

    /** Go to the mark after the one in hand or the caret, or before it. */
    step(by) {
      const { open } = this.found();
      if (!open.length) return;
      const at = this.whereabouts(open, by);
      this.open(...open[(at + open.length) % open.length], true);
    }

    whereabouts(open, by) {
      const here = open.findIndex(([, mark]) => mark === this.current?.mark);
      if (here >= 0 && this.card.isOpen) return here + by;
      const caret = this.inOrder().map((surface) => surface.caret()).find(Boolean);
      if (!caret) return by > 0 ? 0 : -1;
      const order = new Map([...this.inOrder()].flatMap(({ paragraphs }) => paragraphs).map((paragraph, at) => [paragraph, at]));
      const line = order.get(caret.paragraph);
      const isAfter = ([paragraph, mark]) =>
        order.get(paragraph) > line || (paragraph === caret.paragraph && mark.end > caret.offset);
      const next = open.findIndex(isAfter);
      if (next < 0) return by > 0 ? 0 : -1;
      return by > 0 ? next : next - 1;
    }

    // Many marks -------------------------------------------------------------------------

    async fixMany(title, isWanted) {
      const changes = this.found().open.filter(([, mark]) => mark.fixes.length && isWanted(mark));
      if (!changes.length) {
        this.list.trouble({ message: "چیزی برای درست کردن نیست." });
        setTimeout(() => this.list.trouble(null), 3000);
        return;
      }
      const wanted = await this.preview.ask(`${title} (${persian(changes.length)})`, changes);
      const bySurface = Map.groupBy(wanted, ([paragraph]) => paragraph.surface);
      bySurface.forEach((all, surface) =>
        surface.replace(all.map(([paragraph, mark]) => this.edit(paragraph, mark, mark.fixes[0]))));
      this.answer("fixed", ...wanted.map(([, { key }]) => key));
    }

    // Hands ------------------------------------------------------------------------------

    press(event) {
      if (event.key === "F8" && !event.ctrlKey && !event.altKey && !event.metaKey) {
        event.preventDefault();
        this.step(event.shiftKey ? -1 : 1);
      } else if (event.key === "Escape" && this.card.isOpen) this.card.close(this.card.hasFocus);
    }

    paste(event) {
      if (event.isClean) return;
      const surface = this.inOrder().find(({ element }) => element.contains(event.target));
      if (!surface || !pasteInto(surface, event)) return;
      event.preventDefault();
      event.stopPropagation();
    }

    /** The caret was set by a click: show the mark that it stands in. */
    clicked(surface) {
      setTimeout(() => {
        const caret = surface.caret();
        const mark = caret?.paragraph.marks.find(({ start, end, isPassed }) =>
          !isPassed && start <= caret.offset && caret.offset <= end);
        if (mark) this.open(caret.paragraph, mark, false);
        else this.card.close();
      });
    }

    clickAnywhere(event) {
      const deed = event.target.closest("[data-copydesk-do]")?.dataset.copydeskDo;
      if (deed === "next") this.step(1);
      else if (deed === "previous") this.step(-1);
      else if (deed === "fix-half-spaces") {
        this.fixMany(`درستیِ همهٔ نیم${HALF_SPACE}فاصله${HALF_SPACE}ها`, ({ severity }) => severity === "spacing");
      } else if (deed === "fix-all") this.fixMany("درستیِ همه", () => true);
      else if (this.card.isOpen && !this.card.element.contains(event.target)
        && !event.target.closest("[data-copydesk-entry]")
        && !this.inOrder().some(({ element }) => element.contains(event.target))) this.card.close();
    }
  }

  const begin = () => {
    const settings = document.getElementById("copydesk-settings");
    if (settings) globalThis.copydesk.desk = new CopyDesk(JSON.parse(settings.textContent));
  };

  Object.assign(globalThis.copydesk, { CopyDesk });
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
})();
