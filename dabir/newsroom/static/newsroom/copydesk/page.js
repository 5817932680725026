/* The sheet of paper: how many words are on it, a copy of it, and a clean one. */
(() => {
  "use strict";

  const { persian } = globalThis.copydesk;
  const REST = 300;
  const sheet = document.getElementById("copydesk-text");
  const told = document.querySelector("[data-copydesk-words]");
  let timer = null;

  const count = () => {
    timer = null;
    told.textContent = `${persian(sheet.value.match(/\S+/g)?.length ?? 0)} واژه`;
  };

  const soon = () => { timer ??= setTimeout(count, REST); };

  const copy = async (button) => {
    sheet.select();
    try {
      await navigator.clipboard.writeText(sheet.value);
    } catch {
      document.execCommand("copy");
    }
    const { textContent } = button;
    button.textContent = "کپی شد";
    setTimeout(() => { button.textContent = textContent; }, 2000);
  };

  /** Undo brings it back: the words are deleted as by hand. */
  const clear = () => {
    sheet.focus();
    sheet.select();
    document.execCommand("delete");
  };

  document.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-copydesk-do]");
    if (button?.dataset.copydeskDo === "copy") copy(button);
    else if (button?.dataset.copydeskDo === "clear") clear();
  });
  sheet.addEventListener("input", soon);
  count();
})();
