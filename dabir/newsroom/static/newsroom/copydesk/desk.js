/* The copy desk in the browser: it follows every text of a form, and marks what the server says.
 *
 *     surface changes -> marks it touched vanish -> transport -> marks -> painter, list
 *                                                      hands <-> answers, kept with the form
 */
(() => {
  "use strict";

  const {
    Answers, Box, Hands, List, Painter, RichText, Transport, carried, overHttp,
  } = globalThis.copydesk;
  const BOXES = "#id_kicker, #id_headline, #id_short_headline, #id_lead, #id_bullets, #id_picture_caption, [data-copydesk-field]";
  const RICH_TEXTS = "[data-draftail-editor-wrapper]";
  const IN_BODY = 'input[type=text][name^="body-"], textarea[name^="body-"]';
  const BODY = /^body-\d+-value(-text|(-\d+-value)?-caption)?$/;
  const REST = 100;

  const token = () =>
    /(?:^|; )csrftoken=([^;]+)/.exec(document.cookie)?.[1]
    ?? document.querySelector("input[name=csrfmiddlewaretoken]")?.value ?? "";

  class CopyDesk {
    constructor(settings) {
      this.surfaces = new Map();
      this.paragraphs = new Map();
      this.answers = new Answers(settings.answers);
      this.painter = new Painter();
      this.list = new List(settings, {
        go: (paragraph, mark) => this.hands.open(paragraph, mark, true),
        takeBack: (mark) => this.answer("", mark),
      });
      this.transport = new Transport({
        ask: overHttp(settings.url, token),
        told: (id, text, marks) => this.told(id, text, marks),
        trouble: (problem) => this.list.trouble(problem),
        isNear: (id) => this.painter.isNear(this.paragraphs.get(id)),
        mostLetters: settings.most_letters,
        mostParagraphs: settings.most_paragraphs,
      });
      this.hands = new Hands(this);
      document.addEventListener("focusin", () => this.lookSoon());
      new MutationObserver(() => this.lookSoon())
        .observe(document.querySelector("[data-edit-form]") ?? document.body, { childList: true, subtree: true });
      this.look();
    }

    // Surfaces ---------------------------------------------------------------------------

    lookSoon() {
      this.looking ??= setTimeout(() => {
        this.looking = null;
        this.look();
      }, REST);
    }

    /** Find texts that came, and let go of those that went. */
    look() {
      this.surfaces.forEach((surface, place) => {
        if (!surface.isGone) return;
        this.surfaces.delete(place);
        surface.remove();
      });
      document.querySelectorAll(BOXES).forEach((box) => this.meet(box, Box));
      document.querySelectorAll(IN_BODY).forEach((box) => { if (BODY.test(box.name)) this.meet(box, Box); });
      document.querySelectorAll(RICH_TEXTS).forEach((wrapper) => this.meet(wrapper, RichText));
      this.ordered = null;
      this.transport.rename(names());
    }

    /** Begin to follow a text; of a box that is followed, look whether a script changed it. */
    meet(place, Kind) {
      if (this.surfaces.has(place)) {
        if (Kind === Box) this.surfaces.get(place).refresh();
        return;
      }
      const surface = new Kind(place, this);
      if (!surface.element) return;
      this.surfaces.set(place, surface);
      this.ordered = null;
      surface.begin();
    }

    inOrder() {
      this.ordered ??= [...this.surfaces.values()].sort((a, b) =>
        (a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
      return this.ordered;
    }

    // What surfaces tell -----------------------------------------------------------------

    changed(paragraph) {
      this.paragraphs.set(paragraph.id, paragraph);
      paragraph.marks = carried(paragraph.marks, paragraph.seen ?? "", paragraph.text);
      paragraph.seen = paragraph.text;
      this.hands.letGo(paragraph);
      this.painter.follow(paragraph);
      this.painter.paint(paragraph);
      this.transport.set(paragraph.id, paragraph.text);
      this.tell();
    }

    /** A paragraph reads the same, but its letters were drawn anew, or elsewhere. */
    redrawn(paragraph, isMoved) {
      if (isMoved) this.painter.follow(paragraph);
      if (isMoved || this.painter.isStale(paragraph)) this.painter.paint(paragraph);
    }

    gone(paragraph) {
      this.hands.letGo(paragraph);
      this.paragraphs.delete(paragraph.id);
      this.transport.drop(paragraph.id);
      this.painter.forget(paragraph);
      this.tell();
    }

    // Marks ------------------------------------------------------------------------------

    /** The server's marks over a paragraph, unless it reads otherwise now. */
    told(id, text, marks) {
      const paragraph = this.paragraphs.get(id);
      if (!paragraph || paragraph.text !== text) return;
      paragraph.marks = marks.map((mark) => ({ ...mark, isPassed: this.answers.hasPassed(mark) }));
      this.hands.renew(paragraph);
      this.painter.paint(paragraph);
      this.tell();
    }

    answer(how, ...marks) {
      const keys = new Set(marks.map(({ key }) => key));
      this.answers.give(how, keys);
      this.paragraphs.forEach((paragraph) => {
        if (!paragraph.marks.some(({ key }) => keys.has(key))) return;
        paragraph.marks.forEach((mark) => { mark.isPassed = this.answers.hasPassed(mark); });
        this.painter.paint(paragraph);
      });
      this.tell();
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
  }

  /** The names that the story carries: who wrote it, its topics. */
  const names = () => {
    const topics = [...document.querySelectorAll(".topics-input__topic span")].map(({ textContent }) => textContent);
    const writers = [...document.querySelectorAll('select[name^="bylines-"][name$="-writer"]')]
      .filter(({ value }) => value).map(({ selectedOptions }) => selectedOptions[0].textContent);
    const guests = [...document.querySelectorAll('input[name^="bylines-"][name$="-guest"]')].map(({ value }) => value);
    return [...new Set([...topics, ...writers, ...guests].map((name) => name.trim()))].filter(Boolean).sort();
  };

  /** On a phone, Wagtail's closed panels lie beside the page, and a caret that comes into sight scrolls to them. */
  const stayStraight = () => {
    const page = document.getElementById("main");
    page?.addEventListener("scroll", () => { if (page.scrollLeft) page.scrollLeft = 0; }, { passive: true });
  };

  const begin = () => {
    stayStraight();
    const settings = document.getElementById("copydesk-settings");
    if (settings) globalThis.copydesk.desk = new CopyDesk(JSON.parse(settings.textContent));
  };

  Object.assign(globalThis.copydesk, { CopyDesk });
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
})();
