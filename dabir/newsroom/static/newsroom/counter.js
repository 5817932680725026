/* A counter of letters under a field: «۵۱ نویسه», amber when the text is longer than 95 of
 * 100 texts of its kind. It advises and never stops anybody.
 *
 *   <input data-count-usual="51" data-count-most="87">
 */
(() => {
  "use strict";

  const { persian } = globalThis.newsroomJalali;
  const HALF_SPACE = "\u200c";

  const show = (field) => {
    const length = [...field.value.trim()].length;
    const long = length > Number(field.dataset.countMost);
    const counter = field.newsroomCounter;
    counter.classList.toggle("newsroom-count--long", long);
    counter.textContent = long
      ? `${persian(length)} نویسه؛ بیشترِ خبرها تا ${persian(field.dataset.countMost)} نویسه دارند`
      : `${persian(length)} نویسه (نیمی از خبرها کوتاه${HALF_SPACE}تر از ${persian(field.dataset.countUsual)})`;
  };

  const attach = (field) => {
    if (field.newsroomCounter) return;
    const counter = document.createElement("div");
    counter.className = "newsroom-count";
    field.newsroomCounter = counter;
    field.insertAdjacentElement("afterend", counter);
    show(field);
  };

  document.addEventListener("input", (event) => {
    const field = event.target;
    if (field instanceof HTMLElement && field.dataset.countMost) {
      attach(field);
      show(field);
    }
  });
  document.querySelectorAll("[data-count-most]").forEach(attach);
})();
