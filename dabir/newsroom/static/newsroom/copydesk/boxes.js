/* Text boxes: one line or several, plain text, a paragraph a line.
 *
 * Marks cannot be painted inside a box, so a mirror lies over it: the same words in the same
 * letters and lines, without colour and out of reach, under which the marks are painted.
 */
(() => {
  "use strict";

  const { difference, edited, smallest } = globalThis.copydesk;
  const METRICS = [
    "fontFamily", "fontSize", "fontStyle", "fontWeight", "fontStretch", "fontVariant",
    "fontFeatureSettings", "fontKerning", "letterSpacing", "wordSpacing", "lineHeight", "textIndent",
    "textTransform", "textAlign", "direction", "tabSize", "overflowWrap", "wordBreak",
    "paddingTop", "paddingRight", "paddingBottom", "paddingLeft",
  ];
  const AT_ONCE = 12000;
  let boxes = 0;

  class Mirror {
    constructor(box) {
      this.box = box;
      this.element = document.createElement("div");
      this.element.className = "copydesk-mirror";
      this.element.inert = true;
      this.element.setAttribute("aria-hidden", "true");
      this.sheet = document.createElement("div");
      this.sheet.className = "copydesk-mirror__sheet";
      this.element.append(this.sheet);
      box.before(this.element);
      this.isMultiline = box instanceof HTMLTextAreaElement;
      box.addEventListener("scroll", () => this.scroll(), { passive: true });
      this.observer = new ResizeObserver(() => this.measure());
      this.observer.observe(box);
      document.fonts?.ready.then(() => this.measure());
    }

    /** Lie exactly over the box, in its letters. */
    measure() {
      const { box, element, sheet } = this;
      if (!box.offsetParent) return;
      const style = getComputedStyle(box);
      METRICS.forEach((name) => { sheet.style[name] = style[name]; });
      sheet.style.whiteSpace = this.isMultiline ? "pre-wrap" : "pre";
      Object.assign(element.style, {
        top: `${box.offsetTop + box.clientTop}px`,
        left: `${box.offsetLeft + box.clientLeft}px`,
        width: `${box.clientWidth}px`,
        height: `${box.clientHeight}px`,
      });
      if (this.isMultiline) sheet.style.minHeight = "";
      else this.centre(style);
      this.scroll();
    }

    /** The words of a one-line box stand in the middle of its height. */
    centre(style) {
      const { sheet, box } = this;
      sheet.style.paddingTop = "0";
      sheet.style.paddingBottom = "0";
      const padding = parseFloat(style.paddingTop) + parseFloat(style.paddingBottom);
      sheet.style.lineHeight = `${box.clientHeight - padding}px`;
      sheet.style.marginTop = style.paddingTop;
      this.element.style.clipPath = `inset(0 ${style.paddingRight} 0 ${style.paddingLeft})`;
      sheet.style.minWidth = "100%";
      sheet.style.width = "max-content";
    }

    scroll() {
      this.sheet.style.transform = `translate(${-this.box.scrollLeft}px, ${-this.box.scrollTop}px)`;
    }

    remove() {
      this.observer.disconnect();
      this.element.remove();
    }
  }

  /** A box as the desk sees it: paragraphs, where they are drawn, and a way to change them. */
  class Box {
    constructor(box, desk) {
      boxes += 1;
      this.id = `box${boxes}`;
      this.element = box;
      this.desk = desk;
      this.mirror = new Mirror(box);
      this.paragraphs = [];
      this.undrawn = new Set();
      this.lines = 0;
      this.text = null;
    }

    begin() {
      ["input", "change"].forEach((name) => this.element.addEventListener(name, () => this.refresh()));
      this.mirror.measure();
      this.refresh();
      return this;
    }

    get isLocked() {
      return this.element.disabled || this.element.readOnly;
    }

    get isGone() {
      return !this.element.isConnected;
    }

    remove() {
      this.paragraphs.forEach((paragraph) => this.desk.gone(paragraph));
      this.mirror.remove();
    }

    /** Take up the lines that changed; the others keep their place and marks. */
    refresh() {
      const { value } = this.element;
      if (value === this.text) return;
      this.text = value;
      const lines = value.split("\n");
      const { start, end, newEnd } = difference(this.paragraphs.map(({ text }) => text), lines);
      const old = this.paragraphs.slice(start, end);
      const fresh = lines.slice(start, newEnd).map((text, at) => this.line(old[at], text));
      old.slice(fresh.length).forEach((paragraph) => this.takeOut(paragraph));
      this.paragraphs = [...this.paragraphs.slice(0, start), ...fresh, ...this.paragraphs.slice(end)];
      let at = 0;
      this.paragraphs.forEach((paragraph) => {
        paragraph.offset = at;
        at += paragraph.text.length + 1;
      });
      this.draw();
    }

    /** The paragraph of a line: the one that stood there, or a new one. */
    line(there, text) {
      this.lines += there ? 0 : 1;
      const paragraph = there ?? { id: `${this.id}:${this.lines}`, surface: this, element: null, marks: [] };
      paragraph.text = text;
      this.undrawn.add(paragraph);
      return paragraph;
    }

    takeOut(paragraph) {
      this.undrawn.delete(paragraph);
      paragraph.element?.remove();
      this.desk.gone(paragraph);
    }

    /** Draw what is not drawn yet: a few lines at once, very many bit by bit. */
    draw() {
      let letters = 0;
      const now = [];
      for (const paragraph of this.undrawn) {
        if (letters > AT_ONCE) break;
        letters += paragraph.text.length;
        this.undrawn.delete(paragraph);
        now.push(paragraph);
      }
      this.place(now);
      now.forEach((paragraph) => this.desk.changed(paragraph));
      if (!this.undrawn.size) return;
      clearTimeout(this.drawing);
      this.drawing = setTimeout(() => this.draw());
    }

    /** Write lines into the mirror, each before the next that is there already. */
    place(paragraphs) {
      const missing = new Set();
      paragraphs.forEach((paragraph) => {
        if (!paragraph.element) {
          paragraph.element = document.createElement("div");
          missing.add(paragraph);
        }
        paragraph.element.textContent = paragraph.text || "\u200b";
      });
      if (!missing.size) return;
      let next = null;
      for (let at = this.paragraphs.length - 1; at >= 0 && missing.size; at -= 1) {
        const paragraph = this.paragraphs[at];
        if (missing.delete(paragraph)) this.mirror.sheet.insertBefore(paragraph.element, next);
        if (paragraph.element) next = paragraph.element;
      }
    }

    range(paragraph, start, end) {
      const node = paragraph.element?.firstChild;
      if (!node || end > node.length) return null;
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, end);
      return range;
    }

    /** Where the caret stands: {paragraph, offset}; null while the box has no focus. */
    caret() {
      if (document.activeElement !== this.element) return null;
      const at = this.element.selectionStart;
      const paragraph = this.paragraphs.findLast(({ offset }) => offset <= at);
      return paragraph ? { paragraph, offset: at - paragraph.offset } : null;
    }

    select(paragraph, start, end = start) {
      this.element.focus({ preventScroll: true });
      this.element.setSelectionRange(paragraph.offset + start, paragraph.offset + end);
    }

    /** Bring a paragraph into sight, in its box and on the page. */
    reveal(paragraph, start, end) {
      const { element: box } = this;
      const rect = this.range(paragraph, start, end)?.getBoundingClientRect();
      const frame = box.getBoundingClientRect();
      if (rect && (rect.top < frame.top || rect.bottom > frame.bottom)) {
        box.scrollTop += rect.top - frame.top - box.clientHeight / 3;
      }
      const padding = parseFloat(getComputedStyle(box).paddingLeft);
      if (rect && (rect.left < frame.left + padding || rect.right > frame.right - padding)) {
        box.scrollLeft += rect.left - frame.left - box.clientWidth / 3;
      }
      this.mirror.scroll();
      box.scrollIntoView({ block: "nearest" });
    }

    /** Put edits in, all as one step that Ctrl+Z takes back. */
    replace(edits) {
      const places = edits.map(({ paragraph, start, end, text }) => {
        const least = smallest(paragraph.text, start, end, text);
        return { start: paragraph.offset + least.start, end: paragraph.offset + least.end, text: least.text };
      });
      const whole = edited(this.text, places);
      const { start, end, newEnd } = difference(this.text, whole);
      const { element: box } = this;
      box.focus({ preventScroll: true });
      box.setSelectionRange(start, end);
      const typed = whole.slice(start, newEnd);
      const done = typed ? document.execCommand("insertText", false, typed) : document.execCommand("delete");
      if (!done) this.overwrite(whole);
      this.refresh();
    }

    /** What the box holds; another value after every change. */
    get state() {
      return this.element.value;
    }

    /** Take the last step back; the browser keeps one order of steps for all boxes of a page. */
    undo(before) {
      this.element.focus({ preventScroll: true });
      document.execCommand("undo");
      if (this.state !== before) this.overwrite(before);
      this.refresh();
    }

    overwrite(whole) {
      this.element.value = whole;
      this.element.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
  }

  Object.assign(globalThis.copydesk, { Box });
})();
