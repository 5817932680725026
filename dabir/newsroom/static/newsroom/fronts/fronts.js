/* Sets a front without leaving the page: drag and drop, search as one types, a fresh preview.
 *
 * Every deed is a form of the page that works without this script too; here its answer, the
 * board, takes the place of the old board, and what had the focus gets it back.
 */
(() => {
  "use strict";

  const root = document.querySelector("[data-fronts]");
  if (!root) return;
  const board = root.querySelector("[data-board]");
  const WAIT = 250;

  const say = (words) => {
    const place = root.querySelector("[data-said]");
    place.textContent = "";
    requestAnimationFrame(() => { place.textContent = words; });
  };

  const later = (deed, wait = WAIT) => {
    let timer;
    return (...told) => {
      clearTimeout(timer);
      timer = setTimeout(() => deed(...told), wait);
    };
  };

  // The board ----------------------------------------------------------------------------

  const openDetails = () =>
    [...board.querySelectorAll("details[open][data-key]")].map((each) => each.dataset.key);

  const tell = (words) => {
    board.querySelector("[data-told]")?.remove();
    const told = document.createElement("p");
    told.className = "fronts-told";
    told.dataset.told = "";
    told.setAttribute("role", "alert");
    told.textContent = words;
    board.querySelector(".fronts-state").after(told);
  };

  const show = (html, key) => {
    const open = openDetails();
    board.innerHTML = html;
    for (const each of board.querySelectorAll("details[data-key]")) {
      each.open = open.includes(each.dataset.key);
    }
    const focused = key && board.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (focused) focused.focus({ preventScroll: false });
    followBoard();
    freshPreview();
  };

  /** Let the chooser name the draft and the containers that the board shows now. */
  const followBoard = () => {
    root.querySelector("[data-base]").value = board.querySelector("[data-token]").dataset.token;
    const to = root.querySelector("[data-to]");
    const chosen = to.value;
    to.replaceChildren(...[...board.querySelectorAll("[data-container]")].map((container) => {
      const option = document.createElement("option");
      option.value = container.dataset.container;
      option.textContent = container.dataset.name;
      option.selected = option.value === chosen;
      return option;
    }));
  };

  const freshPreview = later(() => {
    const frame = root.querySelector("[data-preview]");
    if (frame.contentWindow) frame.contentWindow.location.reload();
  }, 400);

  const wordsOf = (html) => {
    const read = new DOMParser().parseFromString(html, "text/html");
    return read.querySelector("[data-told]")?.textContent ?? "";
  };

  const post = async (address, fields, key) => {
    fields.set("base", board.querySelector("[data-token]").dataset.token);
    let answer;
    let html;
    try {
      answer = await fetch(address, {
        method: "POST", body: fields, credentials: "same-origin",
        headers: { "X-Requested-With": "XMLHttpRequest" },
      });
      html = await answer.text();
    } catch {
      tell(`ارتباط با تحریریه قطع است و کار انجام نشد؛ دوباره امتحان کنید.`);
      return;
    }
    if (answer.ok || answer.status === 409) {
      show(html, key);
      say(wordsOf(html) || "انجام شد.");
    } else {
      tell(wordsOf(html) || `کار انجام نشد؛ صفحه را دوباره باز کنید.`);
    }
  };

  root.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("[data-deed]")) return;
    event.preventDefault();
    const button = event.submitter;
    post(form.getAttribute("action"), new FormData(form, button), button?.dataset.key);
  });

  board.addEventListener("keydown", (event) => {
    const deed = { ArrowUp: "up", ArrowDown: "down" }[event.key];
    const entry = event.target.closest("[data-code]");
    if (!deed || !event.altKey || !entry) return;
    event.preventDefault();
    entry.querySelector(`button[value="${deed}"]`)?.click();
  });

  // Drag and drop ------------------------------------------------------------------------

  let dragged = null;

  const entriesOf = (list) =>
    [...list.querySelectorAll("[data-set]")].filter((entry) => entry !== dragged?.entry);

  /** The position among what is set by hand that a pointer points at. */
  const positionAt = (list, y) => {
    const entries = entriesOf(list);
    const before = entries.findIndex((entry) => {
      const box = entry.getBoundingClientRect();
      return y < box.top + box.height / 2;
    });
    return before < 0 ? entries.length : before;
  };

  const unmark = () => {
    for (const each of board.querySelectorAll(".fronts-drop, .fronts-drop-before")) {
      each.classList.remove("fronts-drop", "fronts-drop-before");
    }
  };

  const mark = (container, position) => {
    unmark();
    container.classList.add("fronts-drop");
    const list = container.querySelector("[data-list]");
    const next = entriesOf(list)[position] ?? list.querySelector("li:not([data-set])");
    next?.classList.add("fronts-drop-before");
  };

  root.addEventListener("dragstart", (event) => {
    const entry = event.target.closest?.("[data-code]");
    if (!entry) return;
    const container = entry.closest("[data-container]");
    const isSet = entry.hasAttribute("data-set");
    dragged = { entry, code: entry.dataset.code, from: isSet ? container.dataset.container : "" };
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", entry.dataset.headline);
    entry.classList.add("fronts-dragged");
  });

  root.addEventListener("dragend", () => {
    dragged?.entry.classList.remove("fronts-dragged");
    dragged = null;
    unmark();
  });

  board.addEventListener("dragover", (event) => {
    const container = event.target.closest("[data-container]");
    if (!dragged || !container) return;
    event.preventDefault();
    mark(container, positionAt(container.querySelector("[data-list]"), event.clientY));
  });

  board.addEventListener("drop", (event) => {
    const container = event.target.closest("[data-container]");
    if (!dragged || !container) return;
    event.preventDefault();
    const fields = new FormData();
    const token = root.querySelector("[name=csrfmiddlewaretoken]").value;
    const at = positionAt(container.querySelector("[data-list]"), event.clientY);
    for (const [name, value] of Object.entries({
      csrfmiddlewaretoken: token, deed: "place", code: dragged.code, from: dragged.from,
      to: container.dataset.container, at,
    })) fields.set(name, value);
    post(root.dataset.do, fields, `up-${dragged.code}`);
  });

  // The chooser --------------------------------------------------------------------------

  const search = root.querySelector("[data-search]");
  const found = root.querySelector("[data-stories]");

  const look = later(async () => {
    const asked = new URLSearchParams(new FormData(search));
    try {
      const answer = await fetch(`${search.dataset.search}?${asked}`, { credentials: "same-origin" });
      if (answer.ok) found.innerHTML = await answer.text();
    } catch {
      say(`خبرها خوانده نشد؛ ارتباط با تحریریه قطع است.`);
    }
  });

  search.addEventListener("input", look);
  search.addEventListener("submit", (event) => {
    event.preventDefault();
    look();
  });
})();
