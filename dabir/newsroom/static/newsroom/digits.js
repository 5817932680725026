/* Numbers that Wagtail's own scripts write («نویسنده ۲», the count of filters) in Persian digits. */
(() => {
  "use strict";

  const COUNTS = [
    "[data-inline-panel-child-count]", ".w-drilldown__count", "[data-side-panel-toggle-counter]",
  ].join();
  const { persian } = globalThis.newsroomJalali;

  const turn = (element) => {
    const told = persian(element.textContent);
    if (told !== element.textContent) element.textContent = told;
  };

  const turnAround = (node) => {
    const element = node instanceof Element ? node : node.parentElement;
    const count = element?.closest(COUNTS);
    if (count) turn(count);
    else element?.querySelectorAll(COUNTS).forEach(turn);
  };

  turnAround(document.body);
  new MutationObserver((changes) => changes.forEach(({ target }) => turnAround(target)))
    .observe(document.body, { childList: true, characterData: true, subtree: true });
})();
