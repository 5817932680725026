/* The archive beside a story's form: related stories to add, and the same story published before.

   Asked when the form opens and after every save, the browser's own included. */
(() => {
  "use strict";

  const HALF_SPACE = "\u200c";
  const box = document.querySelector("[data-beside]");
  if (!box) return;
  const list = box.querySelector("[data-beside-list]");
  const note = box.querySelector("[data-beside-note]");
  const quiet = box.querySelector("[data-beside-quiet]");
  let address = box.dataset.beside;
  let asked = 0;

  const element = (tag, attributes = {}, ...children) => {
    const made = document.createElement(tag);
    Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
    made.append(...children);
    return made;
  };

  const same = element("p", { class: "same-story", role: "status", hidden: "" });

  /** The codes that stand in the form already. */
  const chosen = () => new Set(
    [...document.querySelectorAll("input[id^=id_related_stories-][id$=-related]")]
      .filter((input) => !input.closest(".deleted, [data-inline-panel-child].w-hidden"))
      .map((input) => input.value),
  );

  /** Set a story into a new line of the form; say whether there was one. */
  const add = (story) => {
    document.getElementById("id_related_stories-ADD")?.click();
    const total = Number(document.getElementById("id_related_stories-TOTAL_FORMS")?.value);
    const chooser = document.getElementById(`id_related_stories-${total - 1}-related-chooser`);
    if (!chooser?.widget) return false;
    const { id, headline, edit_url } = story;
    chooser.widget.setStateFromModalData({ id, edit_url, title: headline, string: headline });
    return true;
  };

  const take = (line, story) => {
    if (!add(story)) {
      note.textContent = `افزوده نشد؛ از «افزودن خبر مرتبط» برگزینید.`;
      return;
    }
    const next = line.nextElementSibling ?? line.previousElementSibling;
    line.remove();
    note.textContent = `«${story.headline}» افزوده شد.`;
    (next?.querySelector("button") ?? document.getElementById("id_related_stories-ADD")).focus();
  };

  const lineOf = (story) => {
    const button = element("button", {
      type: "button",
      class: "button button-small button-secondary",
      "aria-label": `افزودن «${story.headline}»`,
    }, "افزودن");
    const line = element(
      "li", { class: "beside__story" }, button,
      element(
        "span", { class: "beside__about" },
        element("a", { href: story.edit_url, target: "_blank" }, story.headline),
        element("small", {}, `کد ${story.code} · ${story.day}`),
      ),
    );
    button.addEventListener("click", () => take(line, story));
    return line;
  };

  /** Tell the newsroom whether suggestions are printed; the box goes back where it was not heard. */
  const silence = async () => {
    const token = document.querySelector("input[name=csrfmiddlewaretoken]").value;
    try {
      const answer = await fetch(`${address}silence/`, {
        method: "POST",
        headers: { "X-CSRFToken": token },
        body: new URLSearchParams({ silent: quiet.checked }),
      });
      if (!answer.ok) throw new Error(answer.statusText);
      note.textContent = (await answer.json()).note;
    } catch {
      quiet.checked = !quiet.checked;
      note.textContent = "پذیرفته نشد؛ دوباره بکوشید.";
    }
  };

  const show = (told) => {
    quiet.closest("label").hidden = told.silent === null;
    quiet.checked = told.silent === true;
    const there = chosen();
    const stories = told.suggestions.filter((story) => !there.has(String(story.id)));
    list.replaceChildren(...stories.map(lineOf));
    note.textContent = told.note || (stories.length ? "" : "خبر نزدیکی در بایگانی نیست.");
    same.hidden = !told.same;
    if (told.same) {
      same.replaceChildren(
        `این خبر پیش${HALF_SPACE}تر با کد `,
        element("a", { href: told.same.edit_url, target: "_blank" }, told.same.code),
        ` منتشر شده است: «${told.same.headline}»، ${told.same.day}.`,
      );
    }
  };

  const ask = async () => {
    if (!address) return;
    asked += 1;
    const mine = asked;
    try {
      const answer = await fetch(address, { headers: { Accept: "application/json" } });
      if (!answer.ok) return;
      const told = await answer.json();
      if (mine === asked && !list.contains(document.activeElement)) show(told);
    } catch {
      note.textContent = `پیشنهادها نرسید؛ پس از ذخیرهٔ بعدی دوباره پرسیده می${HALF_SPACE}شود.`;
    }
  };

  /** A story that was just saved for the first time has its code in the form's address. */
  const afterSave = () => {
    const code = /\/edit\/(\d+)\//.exec(window.location.pathname)?.[1];
    if (!address && code) address = box.dataset.besideOf.replace("/0/", `/${code}/`);
    ask();
  };

  document.querySelector("[data-edit-form]")?.prepend(same);
  document.addEventListener("w-autosave:success", afterSave);
  quiet.addEventListener("change", (event) => {
    event.stopPropagation();
    silence();
  });
  ask();
})();
