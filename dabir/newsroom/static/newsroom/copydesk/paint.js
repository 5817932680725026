/* Paints marks under text with the CSS Custom Highlight API: the page's elements stay as they are.
 *
 * Only what is near the window is painted, so a story of a hundred thousand words costs no
 * more than its part in sight.
 */
(() => {
  "use strict";

  const NEAR = "600px 0px 600px 0px";
  const CURRENT = "copydesk-current";
  const SEVERITIES = ["style", "spacing", "error"];
  const canPaint = Boolean(globalThis.CSS?.highlights && globalThis.Highlight);

  const highlight = (name, priority) => {
    const found = new Highlight();
    found.priority = priority;
    CSS.highlights.set(name, found);
    return found;
  };

  class Painter {
    constructor() {
      this.byElement = new Map();
      this.near = new Set();
      this.ranges = new Map();
      this.sheets = {};
      if (canPaint) {
        SEVERITIES.forEach((severity, at) => {
          this.sheets[severity] = highlight(`copydesk-${severity}`, at);
        });
        this.current = highlight(CURRENT, SEVERITIES.length);
      }
      this.observer = new IntersectionObserver((seen) => this.look(seen), { rootMargin: NEAR, scrollMargin: NEAR });
    }

    isNear(paragraph) {
      return this.near.has(paragraph);
    }

    /** Follow a paragraph: where it stands, and whether it is near. */
    follow(paragraph) {
      const known = paragraph.followed;
      if (known === paragraph.element) return;
      if (known) this.leave(known);
      paragraph.followed = paragraph.element;
      this.byElement.set(paragraph.element, paragraph);
      this.observer.observe(paragraph.element);
    }

    leave(element) {
      this.observer.unobserve(element);
      this.byElement.delete(element);
    }

    forget(paragraph) {
      this.clear(paragraph);
      this.near.delete(paragraph);
      if (paragraph.followed) this.leave(paragraph.followed);
      paragraph.followed = null;
    }

    look(seen) {
      seen.forEach(({ target, isIntersecting }) => {
        const paragraph = this.byElement.get(target);
        if (!paragraph) return;
        if (isIntersecting) {
          this.near.add(paragraph);
          this.paint(paragraph);
        } else {
          this.near.delete(paragraph);
          this.clear(paragraph);
        }
      });
    }

    /** Paint a paragraph's marks as they are now. */
    paint(paragraph) {
      this.clear(paragraph);
      if (!canPaint || !this.near.has(paragraph)) return;
      const painted = [];
      paragraph.marks.forEach((mark) => {
        if (mark.isPassed) return;
        const range = paragraph.surface.range(paragraph, mark.start, mark.end);
        const sheet = this.sheets[mark.severity];
        if (!range || !sheet) return;
        sheet.add(range);
        painted.push([sheet, range]);
      });
      if (painted.length) this.ranges.set(paragraph, painted);
    }

    clear(paragraph) {
      this.ranges.get(paragraph)?.forEach(([sheet, range]) => sheet.delete(range));
      this.ranges.delete(paragraph);
    }

    /** Whether what is painted of a paragraph hangs in the air: its letters were drawn anew. */
    isStale(paragraph) {
      const painted = this.ranges.get(paragraph);
      return Boolean(painted?.some(([, range]) => !range.startContainer.isConnected || range.collapsed));
    }

    /** Show which mark is spoken of; nothing for none. */
    point(paragraph, mark) {
      if (!canPaint) return;
      this.current.clear();
      const range = mark && paragraph.surface.range(paragraph, mark.start, mark.end);
      if (range) this.current.add(range);
    }
  }

  Object.assign(globalThis.copydesk, { Painter, canPaint });
})();
