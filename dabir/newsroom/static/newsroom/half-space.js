/* Shift+Space types a half-space (zero width non-joiner) at the caret, wherever one types.
 *
 * In a text box the browser types it, so undo takes it back. A Draft.js editor keeps its
 * text in a state of its own: there the half-space goes through that state, as a typed
 * letter does.
 */
(() => {
  "use strict";

  const HALF_SPACE = "\u200c";
  const UNTYPED = new Set(["email", "password", "url", "number", "date", "time", "datetime-local"]);

  /** The Draftail editor that an element stands in, or undefined. */
  const editorAround = (element) => {
    const wrapper = element.closest("[data-draftail-editor-wrapper]");
    const fields = [...(wrapper?.parentElement.querySelectorAll("input") ?? [])];
    return fields.find((field) => field.draftailEditor)?.draftailEditor;
  };

  const typeInEditor = (editor) => {
    const { EditorState, Modifier } = window.DraftJS;
    const state = editor.getEditorState();
    const selection = state.getSelection();
    const content = state.getCurrentContent();
    const typed = Modifier.replaceText(
      content,
      selection,
      HALF_SPACE,
      state.getCurrentInlineStyle(),
      selection.isCollapsed() ? entityAtCaret(content, selection) : null,
    );
    editor.onChange(EditorState.push(state, typed, "insert-characters"));
  };

  /** The link or other entity that goes on over the caret: a half-space inside one belongs to it. */
  const entityAtCaret = (content, selection) => {
    const block = content.getBlockForKey(selection.getStartKey());
    const offset = selection.getStartOffset();
    const before = offset > 0 ? block.getEntityAt(offset - 1) : null;
    const after = offset < block.getLength() ? block.getEntityAt(offset) : null;
    return before && before === after ? before : null;
  };

  const typeInBox = (box) => {
    if (document.execCommand("insertText", false, HALF_SPACE)) return;
    box.setRangeText(HALF_SPACE, box.selectionStart, box.selectionEnd, "end");
    box.dispatchEvent(new InputEvent("input", { bubbles: true, data: HALF_SPACE, inputType: "insertText" }));
  };

  const isBox = (element) =>
    element instanceof HTMLTextAreaElement ||
    (element instanceof HTMLInputElement &&
      !UNTYPED.has(element.type) && typeof element.selectionStart === "number");

  document.addEventListener(
    "keydown",
    (event) => {
      if (event.code !== "Space" || !event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
      const target = event.target;
      if (!(target instanceof HTMLElement) || event.isComposing) return;
      if (isBox(target) && !target.readOnly && !target.disabled) {
        event.preventDefault();
        typeInBox(target);
      } else if (target.isContentEditable) {
        const editor = editorAround(target);
        event.preventDefault();
        event.stopPropagation();
        if (editor) typeInEditor(editor);
        else document.execCommand("insertText", false, HALF_SPACE);
      }
    },
    true,
  );
})();
