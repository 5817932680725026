/* A rich text of Draft.js, inside Wagtail's Draftail: a paragraph a block.
 *
 * Words are read from the page as they stand there, so that no mark outlives its text; fixes
 * go through the editor's own state, each as one step that Ctrl+Z takes back.
 */
(() => {
  "use strict";

  const { smallest } = globalThis.copydesk;
  const BLOCK = '[data-block="true"]';
  const WORDS = '[data-text="true"]';
  let texts = 0;

  const keyOf = (block) => block.dataset.offsetKey.split("-")[0];

  /** The words of a block; Draft.js draws a last line break twice. */
  const textOf = (block) => {
    let text = "";
    block.querySelectorAll(WORDS).forEach((words) => { text += words.textContent; });
    return text.endsWith("\n\n") ? text.slice(0, -1) : text;
  };

  class RichText {
    constructor(wrapper, desk) {
      texts += 1;
      this.id = `rich${texts}`;
      this.field = [...wrapper.parentElement.querySelectorAll("input")].find((field) => field.draftailEditor);
      this.desk = desk;
      this.paragraphs = [];
      this.byKey = new Map();
      this.element = this.field && wrapper.querySelector(".public-DraftEditor-content");
    }

    begin() {
      this.observer = new MutationObserver((changes) => this.hear(changes));
      this.observer.observe(this.element, { childList: true, characterData: true, subtree: true });
      this.refresh();
      return this;
    }

    get editor() {
      return this.field.draftailEditor;
    }

    get isLocked() {
      return !this.element.isContentEditable;
    }

    get isGone() {
      return !this.element.isConnected;
    }

    remove() {
      this.observer.disconnect();
      this.paragraphs.forEach((paragraph) => this.desk.gone(paragraph));
    }

    /** Look at the blocks that changed, or at all where blocks came or went. */
    hear(changes) {
      const blocks = new Set();
      for (const { target, type } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        const block = element?.closest(BLOCK);
        if (!block && type === "childList") {
          this.refresh();
          return;
        }
        if (block) blocks.add(block);
      }
      blocks.forEach((block) => this.look(block));
    }

    refresh() {
      const there = new Map();
      this.element.querySelectorAll(BLOCK).forEach((block) => {
        const paragraph = this.look(block);
        there.set(paragraph.key, paragraph);
      });
      this.byKey.forEach((paragraph, key) => { if (!there.has(key)) this.desk.gone(paragraph); });
      this.byKey = there;
      this.paragraphs = [...there.values()];
    }

    /** Read one block; tell the desk when it reads or stands otherwise. */
    look(block) {
      const key = keyOf(block);
      const text = textOf(block);
      const paragraph = this.byKey.get(key) ?? this.newParagraph(key);
      const isMoved = paragraph.element !== block;
      paragraph.element = block;
      if (paragraph.text !== text) {
        paragraph.text = text;
        this.desk.changed(paragraph);
      } else this.desk.redrawn(paragraph, isMoved);
      return paragraph;
    }

    newParagraph(key) {
      const paragraph = { id: `${this.id}:${key}`, surface: this, key, text: null, marks: [] };
      this.byKey.set(key, paragraph);
      return paragraph;
    }

    range(paragraph, start, end) {
      const range = document.createRange();
      let at = 0;
      let begun = false;
      for (const words of paragraph.element.querySelectorAll(WORDS)) {
        const node = words.firstChild;
        if (node?.nodeType !== Node.TEXT_NODE) continue;
        if (!begun && start < at + node.length) {
          range.setStart(node, start - at);
          begun = true;
        }
        if (begun && end <= at + node.length) {
          range.setEnd(node, end - at);
          return range;
        }
        at += node.length;
      }
      return null;
    }

    caret() {
      if (!this.element.contains(document.activeElement)) return null;
      const selection = this.editor.getEditorState().getSelection();
      const paragraph = this.byKey.get(selection.getFocusKey());
      return paragraph ? { paragraph, offset: selection.getFocusOffset() } : null;
    }

    select(paragraph, start, end = start) {
      const { EditorState } = window.DraftJS;
      const state = this.editor.getEditorState();
      const selection = this.selection(paragraph.key, start, end).set("hasFocus", true);
      this.element.focus({ preventScroll: true });
      this.editor.onChange(EditorState.forceSelection(state, selection));
    }

    selection(key, start, end) {
      const { SelectionState } = window.DraftJS;
      return SelectionState.createEmpty(key).merge({ anchorOffset: start, focusOffset: end });
    }

    reveal(paragraph, start, end) {
      const rect = this.range(paragraph, start, end)?.getBoundingClientRect();
      const margin = 120;
      if (rect && rect.top > margin && rect.bottom < window.innerHeight - margin) return;
      paragraph.element.scrollIntoView({ block: "center" });
    }

    /** Put edits in, all as one step that Ctrl+Z takes back. */
    replace(edits) {
      const { EditorState } = window.DraftJS;
      const state = this.editor.getEditorState();
      const before = state.getSelection();
      let content = state.getCurrentContent();
      let caret = before;
      [...edits].sort((a, b) => b.start - a.start).forEach((edit) => {
        const block = content.getBlockForKey(edit.paragraph.key);
        if (!block || block.getText().slice(edit.start, edit.end) !== edit.was) return;
        content = this.put(content, block, edit);
        if (edits.length === 1) caret = content.getSelectionAfter().set("hasFocus", true);
      });
      if (content === state.getCurrentContent()) return;
      if (edits.length > 1) caret = this.within(content, before);
      content = content.merge({ selectionBefore: before, selectionAfter: caret });
      // Not «spellcheck-change»: Draft.js leaves the undo of that to the browser.
      this.editor.onChange(EditorState.push(state, content, "insert-fragment"));
    }

    /** What the text holds; another value after every change. */
    get state() {
      return this.editor.getEditorState().getCurrentContent();
    }

    undo() {
      this.editor.onChange(window.DraftJS.EditorState.undo(this.editor.getEditorState()));
    }

    /** Replace what must be replaced of one edit, in the style and link that it stands in. */
    put(content, block, { start, end, text }) {
      const { Modifier } = window.DraftJS;
      const least = smallest(block.getText(), start, end, text);
      const isInsertion = least.start === least.end;
      const from = isInsertion ? Math.max(least.start - 1, 0) : least.start;
      const entity = block.getEntityAt(from);
      const goesOn = !isInsertion || entity === block.getEntityAt(least.start);
      return Modifier.replaceText(
        content,
        this.selection(block.getKey(), least.start, least.end),
        least.text,
        block.getInlineStyleAt(from),
        goesOn ? entity : null,
      );
    }

    /** A selection that still lies within the text, after many edits. */
    within(content, selection) {
      const inside = (key, offset) => Math.min(offset, content.getBlockForKey(key)?.getLength() ?? 0);
      return selection.merge({
        anchorOffset: inside(selection.getAnchorKey(), selection.getAnchorOffset()),
        focusOffset: inside(selection.getFocusKey(), selection.getFocusOffset()),
      });
    }
  }

  Object.assign(globalThis.copydesk, { RichText });
})();
