/**
 * The classifieds: a phone number in its place, the private address on the clipboard, and
 * pictures weighed before they are sent. Every page does its work without this.
 */

const HALF_SPACE = "\u200c";
const HEAVIEST = 8 * 1024 * 1024;
const persian = new Intl.NumberFormat("fa-IR", { useGrouping: false });

function paragraph(words) {
  const made = document.createElement("p");
  made.className = "notice notice--bad";
  made.setAttribute("role", "alert");
  made.textContent = words;
  return made;
}

function number({ phone, shown }) {
  const made = document.createElement("a");
  made.className = "classified__number";
  made.href = `tel:${phone}`;
  made.dir = "ltr";
  made.textContent = shown;
  return made;
}

/** Ask for the number and put it where the button was; on any trouble go the way without script. */
async function showNumber(form) {
  try {
    const answer = await fetch(form.action, {
      method: "POST",
      headers: { Accept: "application/json" },
    });
    const told = await answer.json();
    const made = told.phone ? number(told) : paragraph(told.error);
    form.replaceWith(made);
    made.tabIndex = 0;
    made.focus();
  } catch {
    form.submit();
  }
}

for (const form of document.querySelectorAll("form[data-phone]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    form.querySelector("button").disabled = true;
    showNumber(form);
  });
}

async function copy(field) {
  const said = document.querySelector("[data-copied]");
  try {
    await navigator.clipboard.writeText(field.value);
    said.textContent = "نشانی کپی شد.";
  } catch {
    field.select();
    said.textContent = `کپی نشد؛ نشانی را که برگزیده شده است خودتان نگه${HALF_SPACE}دارید.`;
  }
}

for (const button of document.querySelectorAll("[data-copy]")) {
  const field = document.getElementById(button.dataset.copy);
  button.hidden = false;
  button.addEventListener("click", () => copy(field));
}

/** Return what is wrong with the chosen pictures, or nothing. */
function troubleWith(files, most) {
  if (files.length > most) return `بیش از ${persian.format(most)} عکس برگزیده شده است.`;
  const heavy = files.findIndex((file) => file.size > HEAVIEST);
  if (heavy < 0) return "";
  return `عکس شمارهٔ ${persian.format(heavy + 1)} بیش از ۸ مگابایت است.`;
}

/* A form whose browser does not keep files should not be sent in vain. */
for (const field of document.querySelectorAll("input[type=file][data-most]")) {
  const trouble = field.parentElement.appendChild(paragraph(""));
  trouble.hidden = true;
  field.addEventListener("change", () => {
    trouble.textContent = troubleWith([...field.files], Number(field.dataset.most));
    trouble.hidden = !trouble.textContent;
  });
  field.form.addEventListener("submit", (event) => {
    if (trouble.hidden) return;
    event.preventDefault();
    trouble.scrollIntoView({ block: "center" });
  });
}
