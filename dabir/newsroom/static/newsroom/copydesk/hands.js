/* The writer's hands on the marks: keys, clicks, pastes, one fix or many.
 *
 *     F8, a click -> card -> fix | ignore | «این درست است»
 *     «اصلاح همهٔ …» -> preview -> fixes; «برگردان» or Ctrl+Z takes them back in all texts
 */
(() => {
  "use strict";

  const { Card, HALF_SPACE, Preview, around, pasteInto, persian } = globalThis.copydesk;
  const MOST_PASTED = 1_500_000;
  const TOO_MUCH = `این متن بلندتر از آن است که یک${HALF_SPACE}جا چسبانده شود؛ آن را بخش${HALF_SPACE}بخش بچسبانید.`;
  const isHalfSpace = ({ severity }) => severity === "spacing";

  class Hands {
    constructor(desk) {
      this.desk = desk;
      this.current = null;
      this.preview = new Preview();
      this.card = new Card({
        fix: (number) => this.fix(number),
        ignore: () => this.pass("ignored"),
        right: () => this.pass("right"),
        closed: (goBack) => this.closed(goBack),
      });
      this.deeds = {
        next: () => this.step(1),
        previous: () => this.step(-1),
        "fix-half-spaces": () => this.fixMany(`اصلاح همهٔ نیم${HALF_SPACE}فاصله${HALF_SPACE}ها`, isHalfSpace),
        "take-back": () => this.takeBack(),
        "fix-all": () => this.fixMany("اصلاح همه", () => true),
      };
      document.addEventListener("keydown", (event) => this.press(event), true);
      document.addEventListener("paste", (event) => this.paste(event), true);
      document.addEventListener("click", (event) => this.click(event));
    }

    // One mark ---------------------------------------------------------------------------

    /** Show the card of a mark; with the focus, so that keys answer, or beside the caret. */
    open(paragraph, mark, takeFocus) {
      const { surface } = paragraph;
      this.current = { paragraph, mark };
      if (takeFocus) surface.reveal(paragraph, mark.start, mark.end);
      this.desk.painter.point(paragraph, mark);
      this.card.open(mark, {
        label: this.desk.list.label(mark.class),
        words: around(paragraph.text, mark.start, mark.end),
        rectangle: () => surface.range(paragraph, mark.start, mark.end)?.getBoundingClientRect(),
        takeFocus,
      });
    }

    closed(goBack) {
      this.desk.painter.point();
      const { current } = this;
      if (!current || !goBack || this.isFixing) return;
      const { paragraph, mark } = current;
      paragraph.surface.select(paragraph, Math.min(mark.end, paragraph.text.length));
    }

    /** A paragraph reads otherwise: its card speaks of what is no more. */
    letGo(paragraph) {
      if (this.current?.paragraph === paragraph && !this.isFixing) this.card.close();
    }

    /** A paragraph was read again: the mark in hand is another object now, or none. */
    renew(paragraph) {
      if (this.current?.paragraph !== paragraph) return;
      const { mark } = this.current;
      const same = paragraph.marks.find(({ key, start }) => key === mark.key && start === mark.start);
      if (same) this.current.mark = same;
      else if (!this.isFixing) this.card.close();
    }

    /** Put a fix in: one step to undo, and the caret behind it. */
    fix(number) {
      const { paragraph, mark } = this.current ?? {};
      const text = mark?.fixes[number];
      if (text === undefined || !this.mayChange(paragraph.surface)) return;
      this.isFixing = true;
      this.card.close();
      paragraph.surface.select(paragraph, mark.end);
      paragraph.surface.replace([edit(paragraph, mark, text)]);
      this.isFixing = false;
      this.desk.answer("fixed", mark);
    }

    /** A story that is locked, or on another desk, is read and not changed. */
    mayChange(surface) {
      if (!surface.isLocked) return true;
      this.desk.list.say("این خبر برای شما قفل است.");
      return false;
    }

    pass(how) {
      const { mark } = this.current ?? {};
      if (!mark) return;
      this.card.close(true);
      this.desk.answer(how, mark);
    }

    /** Go to the mark after the one in hand or the caret, or before it. */
    step(by) {
      const { open } = this.desk.found();
      if (!open.length) return;
      const at = this.whereabouts(open, by);
      this.open(...open[(at + open.length) % open.length], true);
    }

    whereabouts(open, by) {
      const here = open.findIndex(([, mark]) => mark === this.current?.mark);
      if (here >= 0 && this.card.isOpen) return here + by;
      const surfaces = this.desk.inOrder();
      const caret = surfaces.map((surface) => surface.caret()).find(Boolean);
      if (!caret) return by > 0 ? 0 : -1;
      const order = new Map(surfaces.flatMap(({ paragraphs }) => paragraphs).map((paragraph, at) => [paragraph, at]));
      const line = order.get(caret.paragraph);
      const next = open.findIndex(([paragraph, mark]) =>
        order.get(paragraph) > line || (paragraph === caret.paragraph && mark.end > caret.offset));
      if (next < 0) return by > 0 ? 0 : -1;
      return by > 0 ? next : next - 1;
    }

    // Many marks -------------------------------------------------------------------------

    async fixMany(title, isWanted) {
      const changes = this.desk.found().open.filter(([, mark]) => mark.fixes.length && isWanted(mark));
      if (!changes.length) {
        this.desk.list.say("چیزی برای اصلاح نیست.");
        return;
      }
      const wanted = await this.preview.ask(`${title} (${persian(changes.length)})`, changes);
      const bySurface = Map.groupBy(wanted, ([{ surface }]) => surface);
      const done = [...bySurface].filter(([surface]) => this.mayChange(surface));
      if (!done.length) return;
      const before = done.map(([surface]) => surface.state);
      done.forEach(([surface, all]) =>
        surface.replace(all.map(([paragraph, mark]) => edit(paragraph, mark, mark.fixes[0]))));
      const fixed = done.flatMap(([, all]) => all.map(([, mark]) => mark));
      this.desk.answer("fixed", ...fixed);
      this.made = { steps: done.map(([surface], at) => ({ surface, before: before[at], after: surface.state })), fixed };
      this.desk.list.made(`${persian(fixed.length)} تغییر اعمال شد.`);
    }

    /** Take back what was fixed at once, in every text that nobody touched since. */
    takeBack() {
      const { steps, fixed } = this.made ?? { steps: [] };
      this.made = null;
      this.desk.list.made("");
      const untouched = steps.filter(({ surface, after }) => !surface.isGone && surface.state === after);
      untouched.reverse().forEach(({ surface, before }) => surface.undo(before));
      if (untouched.length) this.desk.answer("", ...fixed);
      else if (steps.length) this.desk.list.say("متن در این میان عوض شده است؛ در خود متن Ctrl+Z بزنید.");
    }

    // Keys, clicks, pastes ---------------------------------------------------------------

    press(event) {
      const isAlone = !event.ctrlKey && !event.altKey && !event.metaKey;
      if (event.key === "F8" && isAlone) {
        event.preventDefault();
        this.step(event.shiftKey ? -1 : 1);
      } else if (this.made && event.code === "KeyZ" && event.ctrlKey && !event.shiftKey && !isTypedIn(event.target)) {
        event.preventDefault();
        this.takeBack();
      } else if (event.key === "Escape" && this.card.isOpen) this.card.close(this.card.hasFocus);
    }

    paste(event) {
      if (event.isClean) return;
      const surface = this.desk.inOrder().find(({ element }) => element.contains(event.target));
      if (!surface) return;
      if ((event.clipboardData?.getData("text/plain").length ?? 0) > MOST_PASTED) tell(TOO_MUCH);
      else if (!pasteInto(surface, event)) return;
      event.preventDefault();
      event.stopPropagation();
    }

    click({ target }) {
      const deed = target.closest("[data-copydesk-do]")?.dataset.copydeskDo;
      const surface = this.desk.inOrder().find(({ element }) => element.contains(target));
      if (deed) this.deeds[deed]?.();
      else if (surface) this.showAtCaret(surface);
      else if (!this.card.element.contains(target) && !target.closest("[data-copydesk-entry]")) this.card.close();
    }

    /** The caret was set by a click: show the mark that it stands in. */
    showAtCaret(surface) {
      setTimeout(() => {
        const caret = surface.caret();
        const mark = caret?.paragraph.marks.find(({ start, end, isPassed }) =>
          !isPassed && start <= caret.offset && caret.offset <= end);
        if (mark) this.open(caret.paragraph, mark, false);
        else this.card.close();
      });
    }
  }

  /** Say it where Wagtail says such things: over the page, whatever is open beside it. */
  const tell = (text) =>
    document.dispatchEvent(new CustomEvent("w-messages:add", { detail: { type: "warning", text, clear: true } }));

  const isTypedIn = (element) => element.isContentEditable || element.matches("input, textarea");

  const edit = (paragraph, mark, text) =>
    ({ paragraph, start: mark.start, end: mark.end, text, was: paragraph.text.slice(mark.start, mark.end) });

  Object.assign(globalThis.copydesk, { Hands });
})();
