/* Numbers that Wagtail and its scripts write («نویسنده ۲», the count of filters, the size of a
 * picture, «تا ۸۰ نویسه جا دارد») in Persian digits. Only what is read is turned, never a value.
 */
(() => {
  "use strict";

  const NUMBERS = [
    "[data-inline-panel-child-count]", ".w-drilldown__count", "[data-side-panel-toggle-counter]",
    ".w-field__help", ".w-field__errors", "main dl dd",
  ].join();
  const { persian } = globalThis.newsroomJalali;

  const ALONE = /(?<![A-Za-z\d])\d+(?![A-Za-z\d])/g; // not the digit of «mp4»

  const isLatin = (text) => text.parentElement?.closest("code, [dir=ltr], bdi") !== null;

  const turn = (element) => {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode;
      const told = text.data.replace(ALONE, persian);
      if (told !== text.data && !isLatin(text)) text.data = told;
    }
  };

  const turnAround = (node) => {
    const element = node instanceof Element ? node : node.parentElement;
    const found = element?.closest(NUMBERS);
    if (found) turn(found);
    else element?.querySelectorAll(NUMBERS).forEach(turn);
  };

  turnAround(document.body);
  new MutationObserver((changes) => changes.forEach(({ target }) => turnAround(target)))
    .observe(document.body, { childList: true, characterData: true, subtree: true });
})();
