/* Small comforts of readers' pages; every page reads without them. */

const HALF_SPACE = "\u200c";

/** Write today's date into the masthead, in the order in which Persian papers write it. */
function showToday() {
  const place = document.querySelector("[data-today]");
  if (!place) return;
  const parts = {};
  const form = new Intl.DateTimeFormat("fa-IR-u-ca-persian", {
    timeZone: "Asia/Tehran", weekday: "long", day: "numeric", month: "long", year: "numeric",
  });
  for (const { type, value } of form.formatToParts(new Date())) parts[type] = value;
  const weekday = parts.weekday.replace(/^(یک|سه|پنج)[\u200c ]?شنبه/, `$1${HALF_SPACE}شنبه`);
  place.textContent = `${weekday} ${parts.day} ${parts.month} ${parts.year}`;
}

/** Bring the page's own section into the strip, where the strip is wider than the phone. */
function showOwnSection() {
  const own = document.querySelector(".sections li + li [aria-current]");
  if (own) own.scrollIntoView({ block: "nearest", inline: "center" });
}

/** Fill every empty part of the page with the fragment that it names, where there is one now. */
async function fillPart(place) {
  const answer = await fetch(place.dataset.part);
  if (!answer.ok) return;
  const fragment = (await answer.text()).trim();
  place.innerHTML = fragment;
  place.hidden = !fragment;
}

/** Say words aloud to those who listen to the page, and show them to the others. */
function say(words) {
  const place = document.querySelector("[data-said]");
  place.textContent = "";
  requestAnimationFrame(() => { place.textContent = words; });
}

/** Show a button whose deed this browser can do. */
function offer(selector, able, deed) {
  const button = document.querySelector(selector);
  if (!button || !able) return;
  button.hidden = false;
  button.addEventListener("click", () => deed(button.dataset));
}

async function copyAddress({ copy }) {
  try {
    await navigator.clipboard.writeText(copy);
    say("نشانی کپی شد.");
  } catch {
    say(`کپی نشد؛ نشانی کوتاه را برگزینید و نگه${HALF_SPACE}دارید.`);
  }
}

async function shareAddress({ share, title }) {
  try {
    await navigator.share({ title, url: share });
  } catch {
    /* The reader thought better of it. */
  }
}

showToday();
addEventListener("load", showOwnSection);
for (const place of document.querySelectorAll("[data-part]")) fillPart(place).catch(() => {});
offer(".slip [data-copy]", Boolean(navigator.clipboard), copyAddress);
offer("[data-share]", Boolean(navigator.share), shareAddress);
offer("[data-print]", true, () => window.print());
