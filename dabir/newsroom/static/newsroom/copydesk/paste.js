/* What is pasted from Word, Telegram or a web page, made copy of this newsroom.
 *
 * Letters of Arabic become the Persian ones, Word's «¬» a half-space; signs without width go,
 * but not the half-space; of styles only bold, italic, links and lists stay. Arabic that is
 * quoted with its vowels keeps its letters.
 */
(() => {
  "use strict";

  const { HALF_SPACE } = globalThis.copydesk;
  const LETTER = "[\\u0620-\\u064a\\u066e-\\u06d3\\u06d5\\u06fa-\\u06ff\\ufb50-\\ufdff\\ufe70-\\ufefc]";
  const VOWELS = /[\u064b-\u0652\u0670]/g;
  const WORD = /[\u0620-\u065f\u066e-\u06d3\u06d5\u06fa-\u06ff]+/g;
  const FORMS = /[\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdf7\ufe70-\ufefc]/g;
  const WORD_HALF_SPACE = new RegExp(`(?<=${LETTER})[\\u00ac\\u00ad\\u001f](?=${LETTER})`, "g");
  const SIGNS = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\u001f]/g;
  const JOINER = /(?<![\p{Extended_Pictographic}\ufe0f])\u200d|\u200d(?!\p{Extended_Pictographic})/gu;
  const BLANKS = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t]/g;
  const IDLE_HALF_SPACE = new RegExp(`${HALF_SPACE}+(?=\\s|$)|(?<=\\s|^)${HALF_SPACE}+|(?<=${HALF_SPACE})${HALF_SPACE}+`, "gm");
  const LOOK_ALIKES = Object.fromEntries([
    ..."\u064a\u0649\u06d0\u06d2\u06cd\u06ce".split("").map((letter) => [letter, "\u06cc"]),
    ..."\u0643\u06aa\u06ac".split("").map((letter) => [letter, "\u06a9"]),
    ..."\u06c1\u06be\u06d5".split("").map((letter) => [letter, "\u0647"]),
  ]);
  const ALIKE = new RegExp(`[${Object.keys(LOOK_ALIKES).join("")}]`, "g");
  const DIGITS = /[\u0660-\u0669]/g;

  /** A word in Persian letters; one with two vowels or more is quoted Arabic, and stays. */
  const inPersian = (word) =>
    ((word.match(VOWELS)?.length ?? 0) >= 2 ? word : word.replace(ALIKE, (letter) => LOOK_ALIKES[letter]));

  /** Plain text as this newsroom writes it, line by line. */
  const cleanText = (text) =>
    text
      .replace(/\r\n?|\u2028|\u2029/g, "\n")
      .replace(WORD_HALF_SPACE, HALF_SPACE)
      .replace(FORMS, (form) => form.normalize("NFKC").replace(/ /g, ""))
      .replace(SIGNS, "")
      .replace(JOINER, "")
      .replace(BLANKS, " ")
      .replace(WORD, inPersian)
      .replace(DIGITS, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0x90))
      .replace(IDLE_HALF_SPACE, "");

  const BLOCKS = new Set(
    "ADDRESS ARTICLE ASIDE BLOCKQUOTE CAPTION DD DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER LI MAIN NAV OL P PRE SECTION TABLE TD TH TR UL"
      .split(" "),
  );
  const DROPPED = new Set("HEAD STYLE SCRIPT TEMPLATE NOSCRIPT META LINK TITLE SVG BUTTON SELECT INPUT TEXTAREA IFRAME O:P".split(" "));
  const INLINE = { B: "b", STRONG: "b", I: "i", EM: "i", SUP: "sup", SUB: "sub" };
  const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

  const escaped = (text) => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign]);

  /** Collects paragraphs out of any page: their words, and the little of style that stays. */
  class Page {
    constructor() {
      this.paragraphs = [];
      this.begin();
    }

    begin(list = null) {
      this.now = { list, html: "", text: "" };
    }

    /** End the paragraph; an empty one is none. */
    end(list = null) {
      const text = this.now.text.trim();
      if (text) this.paragraphs.push(this.now);
      this.begin(list);
    }

    add(text, tags) {
      if (!text) return;
      this.now.text += text;
      const open = tags.map(({ name, more }) => `<${name}${more}>`).join("");
      const close = tags.map(({ name }) => `</${name}>`).reverse().join("");
      this.now.html += open + escaped(text) + close;
    }

    walk(node, tags, { list, keepsBlanks }) {
      if (node.nodeType === Node.TEXT_NODE) {
        this.write(node.data, tags, keepsBlanks);
        return;
      }
      if (node.nodeType !== Node.ELEMENT_NODE || isDropped(node)) return;
      if (node.tagName === "BR") {
        this.end(list);
        return;
      }
      const within = {
        list: listAround(node, list),
        keepsBlanks: keepsBlanks || node.tagName === "PRE" || /^(pre|break)/.test(node.style.whiteSpace),
      };
      const isBlock = BLOCKS.has(node.tagName);
      if (isBlock) this.end(within.list);
      const inside = [...tags, ...tagsOf(node)];
      node.childNodes.forEach((child) => this.walk(child, inside, within));
      if (isBlock) this.end(list);
    }

    write(data, tags, keepsBlanks) {
      const lines = cleanText(keepsBlanks ? data : data.replace(/[\s\u00a0]+/g, " ")).split("\n");
      lines.forEach((line, at) => {
        if (at) this.end(this.now.list);
        this.add(this.now.text.endsWith(" ") || !this.now.text ? line.trimStart() : line, tags);
      });
    }

    get html() {
      let html = "";
      let open = null;
      this.paragraphs.forEach(({ list, html: words }) => {
        if (open !== list) {
          html += (open ? `</${open}>` : "") + (list ? `<${list}>` : "");
          open = list;
        }
        html += list ? `<li>${words.trim()}</li>` : `<p>${words.trim()}</p>`;
      });
      return html + (open ? `</${open}>` : "");
    }

    get text() {
      return this.paragraphs.map(({ text }) => text.trim()).join("\n");
    }
  }

  const isDropped = (node) =>
    DROPPED.has(node.tagName.toUpperCase()) || node.hidden || node.style.display === "none"
    || /mso-list:\s*ignore|mso-hide:\s*all/i.test(node.getAttribute("style") ?? "");

  const listAround = (node, list) => {
    if (node.tagName === "UL") return "ul";
    if (node.tagName === "OL") return "ol";
    return node.tagName === "LI" ? list ?? "ul" : list;
  };

  /** What stays of an element's looks. A heading is bold as such, which is no emphasis. */
  const tagsOf = (node) => {
    const tags = [];
    const { fontWeight, fontStyle } = node.style;
    const isBold = node.tagName in INLINE && INLINE[node.tagName] === "b" ? !/normal|[1-5]00/.test(fontWeight) : /bold|[6-9]00/.test(fontWeight);
    const name = INLINE[node.tagName];
    if (isBold && !node.closest("h1, h2, h3, h4, h5, h6")) tags.push({ name: "b", more: "" });
    if (name === "i" || fontStyle === "italic") tags.push({ name: "i", more: "" });
    if (name === "sup" || name === "sub") tags.push({ name, more: "" });
    const address = node.tagName === "A" ? node.getAttribute("href") ?? "" : "";
    if (/^(https?:|mailto:|tel:)/i.test(address)) tags.push({ name: "a", more: ` href="${escaped(address)}"` });
    return tags;
  };

  /** A page out of the clipboard as {html, text}. */
  const cleanPage = (html) => {
    const page = new Page();
    const { body } = new DOMParser().parseFromString(html, "text/html");
    page.walk(body, [], { list: null, keepsBlanks: false });
    page.end();
    return { html: page.html, text: page.text };
  };

  const OURS = "data-draftjs-conductor-fragment";

  /** Paste clean words instead of what came; true when the event was taken. */
  const pasteInto = (surface, event) => {
    const { clipboardData } = event;
    const text = clipboardData?.getData("text/plain") ?? "";
    const html = clipboardData?.getData("text/html") ?? "";
    if ((!text && !html) || html.includes(OURS)) return false;
    if (!surface.editor) return pasteInBox(surface.element, text);
    const clean = html ? cleanPage(html) : { html: "", text: cleanText(text) };
    if (!html && clean.text === text) return false;
    const carried = new DataTransfer();
    carried.setData("text/plain", clean.text);
    if (clean.html) carried.setData("text/html", clean.html);
    const again = new ClipboardEvent("paste", { clipboardData: carried, bubbles: true, cancelable: true });
    again.isClean = true;
    event.target.dispatchEvent(again);
    return true;
  };

  const pasteInBox = (box, text) => {
    const clean = cleanText(text);
    const words = box instanceof HTMLTextAreaElement ? clean : clean.trim().replace(/\s*\n\s*/g, " ");
    return words !== text && document.execCommand("insertText", false, words);
  };

  Object.assign(globalThis.copydesk, { cleanPage, cleanText, pasteInto });
})();
