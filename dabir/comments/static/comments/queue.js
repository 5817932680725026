/**
 * The moderation queue by keyboard. Every deed is a form that works without this script.
 *
 * Keys are told by their place and not by their letter, so that they work while the keyboard
 * writes Persian: the key of «j» is the key of «ت».
 */

const list = document.querySelector("[data-queue]");
const entries = [...document.querySelectorAll("[data-queue-entry]")];
const help = document.querySelector("[data-queue-help]");
const PLACE = "dabir.comments.queue";
const CURRENT = "queue-entry--current";
let current = -1;

/** Make one entry the current one, and bring it into view. */
function go(to) {
  if (!entries.length) return;
  entries[current]?.classList.remove(CURRENT);
  current = Math.min(Math.max(to, 0), entries.length - 1);
  entries[current].classList.add(CURRENT);
  entries[current].focus({ preventScroll: true });
  entries[current].scrollIntoView({ block: "nearest" });
}

/** Open the part of the current entry where words are needed, and put the cursor there. */
function open(name) {
  const part = entries[current]?.querySelector(`[data-queue-${name}]`);
  if (!part) return;
  part.open = true;
  part.querySelector("select, textarea").focus();
}

/** Tick or untick the current entry. */
function pick() {
  const box = entries[current]?.querySelector("[data-queue-pick]");
  if (!box) return;
  box.checked = !box.checked;
  count();
}

const KEYS = {
  KeyJ: () => go(current + 1),
  KeyK: () => go(current - 1),
  KeyP: () => entries[current]?.querySelector("[data-queue-publish]")?.requestSubmit(),
  KeyR: () => open("reject"),
  KeyA: () => open("answer"),
  KeyX: pick,
};

const MOVES = new Set(["KeyJ", "KeyK"]);

/** Say whether a key that was pressed belongs to a field, or to the browser. */
function isTaken(event) {
  const { target } = event;
  if (event.ctrlKey || event.altKey || event.metaKey) return true;
  if (event.repeat && !MOVES.has(event.code)) return true;
  if (document.querySelector("[aria-modal='true']:not([aria-hidden])")) return true;
  return target.matches("textarea, select, input:not([type=checkbox]), [contenteditable]");
}

function onKey(event) {
  if (event.key === "Escape") leaveField(event.target);
  if (isTaken(event)) return;
  const isHelp = event.key === "?" || event.key === "؟";
  const deed = isHelp ? () => help.click() : !event.shiftKey && KEYS[event.code];
  if (!deed) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  deed();
}

/** Escape in a field of an entry closes its part and returns to the entry. */
function leaveField(target) {
  const part = target.closest("[data-queue-entry] details");
  if (!part) return;
  part.open = false;
  part.closest("[data-queue-entry]").focus();
}

/** Tell how many are ticked. */
function count() {
  const boxes = [...document.querySelectorAll("[data-queue-pick]")];
  const ticked = boxes.filter((box) => box.checked).length;
  const told = document.querySelector("[data-queue-count]");
  told.textContent = ticked ? `${ticked.toLocaleString("fa-IR")} نظر برگزیده` : "";
  const all = document.querySelector("[data-queue-all] input");
  all.checked = ticked === boxes.length;
  all.indeterminate = ticked > 0 && ticked < boxes.length;
}

/** Show the box that ticks all. */
function offerAll() {
  const label = document.querySelector("[data-queue-all]");
  label.hidden = false;
  label.addEventListener("change", (event) => {
    for (const box of document.querySelectorAll("[data-queue-pick]")) {
      box.checked = event.target.checked;
    }
    count();
  });
  list.addEventListener("change", (event) => event.target.matches("[data-queue-pick]") && count());
  count();
}

/** Put the queue's keys into Wagtail's own list of shortcuts, once Wagtail has made it. */
function offerHelp() {
  const shortcuts = document.querySelector("[data-queue-shortcuts]").content;
  document.querySelector("#keyboard-shortcuts-dialog table")?.prepend(shortcuts.cloneNode(true));
  help.hidden = false;
}

/** After a deed the page comes again; go on with whatever now stands at the same place. */
function keepPlace() {
  const kept = JSON.parse(sessionStorage.getItem(PLACE) ?? "null");
  sessionStorage.removeItem(PLACE);
  if (kept?.page === window.location.href) go(kept.at);
  list.addEventListener("submit", (event) => {
    const at = entries.indexOf(event.target.closest("[data-queue-entry]"));
    sessionStorage.setItem(PLACE, JSON.stringify({ page: window.location.href, at }));
  });
  list.addEventListener("focusin", (event) => {
    const at = entries.indexOf(event.target.closest("[data-queue-entry]"));
    if (at !== -1 && at !== current) {
      entries[current]?.classList.remove(CURRENT);
      current = at;
      entries[current].classList.add(CURRENT);
    }
  });
}

const config = document.querySelector("#wagtail-config");
const keysWanted = JSON.parse(config?.textContent ?? "{}").KEYBOARD_SHORTCUTS_ENABLED !== false;

window.addEventListener("load", offerHelp);
if (list) {
  offerAll();
  keepPlace();
}
if (keysWanted) window.addEventListener("keydown", onKey, { capture: true });
