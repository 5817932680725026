/* Keeps what the press tells fresh, without taking away what somebody reads or is about to press.
 *
 *   <div data-lamp="/newsroom/press/board/" data-lamp-seconds="5">…</div>
 *
 * Asks only while the page is looked at; replaces only what changed; what has the focus gets it
 * back. An answer that fails changes nothing and is asked for again, less often.
 */
(() => {
  "use strict";

  const SLOWEST = 60;

  const focused = (box) => {
    const active = document.activeElement;
    return box.contains(active) ? active.dataset.lampKey : undefined;
  };

  const show = (box, html) => {
    if (box.lampShown === html) return;
    box.lampShown = html;
    const key = focused(box);
    const open = [...box.querySelectorAll("details[open]")].map((each) => each.dataset.lampKey);
    box.innerHTML = html;
    for (const each of box.querySelectorAll("details")) {
      each.open = open.includes(each.dataset.lampKey);
    }
    const again = key && box.querySelector(`[data-lamp-key="${CSS.escape(key)}"]`);
    if (again) again.focus({ preventScroll: true });
  };

  const isRead = (box) => {
    const selection = document.getSelection();
    return selection && !selection.isCollapsed && box.contains(selection.anchorNode);
  };

  const ask = async (box) => {
    const answer = await fetch(box.dataset.lamp, { credentials: "same-origin" });
    if (!answer.ok || answer.redirected) throw new Error(answer.statusText);
    return (await answer.text()).trim();
  };

  const keepFresh = (box) => {
    const usual = Number(box.dataset.lampSeconds) || 10;
    let wait = usual;
    const turn = async () => {
      if (!box.isConnected) return;
      if (!document.hidden && box.closest("[hidden]") === null && !isRead(box)) {
        try {
          show(box, await ask(box));
          wait = usual;
        } catch {
          wait = Math.min(wait * 2, SLOWEST);
        }
      }
      setTimeout(turn, wait * 1000);
    };
    setTimeout(turn, box.hasAttribute("data-lamp-now") ? 0 : wait * 1000);
  };

  const begin = () => {
    for (const box of document.querySelectorAll("[data-lamp]")) keepFresh(box);
  };

  const addAlarms = (address) => {
    const main = document.querySelector("main, #main");
    if (!main || document.body.classList.contains("login")) return;  // nobody is in yet
    const box = document.createElement("div");
    box.className = "press-alarms";
    box.setAttribute("role", "status");
    Object.assign(box.dataset, { lamp: address, lampSeconds: "30", lampNow: "" });
    main.prepend(box);
  };

  /* A button inside the story's form can hold no form of its own. */
  const retry = async (button) => {
    const token = document.querySelector("input[name=csrfmiddlewaretoken]");
    const body = new URLSearchParams({
      path: button.dataset.lampPath,
      csrfmiddlewaretoken: token ? token.value : "",
    });
    button.disabled = true;
    await fetch(button.dataset.lampRetry, { method: "POST", body, credentials: "same-origin" });
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-lamp-retry]");
    if (button) retry(button);
  });

  const { alarms } = document.currentScript.dataset;
  const start = () => {
    if (alarms) addAlarms(alarms);
    begin();
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
