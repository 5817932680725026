/* Reads on in a trial as long as its window is open; without this, a button does so step by step. */
(() => {
  "use strict";

  const results = document.getElementById("copydesk-results");
  const PAUSE = 150;

  const readOn = async () => {
    const form = results.querySelector("[data-goes-on] [data-copydesk-step]");
    if (!form) return;
    form.hidden = true;
    try {
      const answer = await fetch(form.action, {
        method: "POST",
        body: new FormData(form),
        headers: { "X-Requested-With": "XMLHttpRequest" },
      });
      if (!answer.ok) throw new Error(answer.statusText);
      results.innerHTML = await answer.text();
    } catch {
      form.hidden = false;
      return;
    }
    setTimeout(readOn, PAUSE);
  };

  readOn();
})();
