/**
 * The comment form of a printed page.
 *
 * A printed page is the same for everybody, so it cannot say when its reader began to write.
 * When the reader turns to the form, this asks the newsroom for a signed token that says so.
 * Without it the form still works: the newsroom asks the reader to look over the text once.
 */

const LONGEST = 6 * 3600 * 1000;

/** Put a fresh token into the form, and say whether that went well. */
async function fillToken(form) {
  try {
    const answer = await fetch(form.dataset.tokenAddress, { cache: "no-store" });
    if (!answer.ok) return false;
    form.elements.token.value = (await answer.json()).token;
    return true;
  } catch {
    return false;
  }
}

/** Fill the token when the reader first turns to the form, and again when it has grown old. */
function watch(form) {
  let filledAt = form.elements.token.value ? Date.now() : -Infinity;
  form.addEventListener("focusin", async () => {
    if (Date.now() - filledAt < LONGEST) return;
    filledAt = Date.now();
    if (!(await fillToken(form))) filledAt = -Infinity;
  });
}

for (const form of document.querySelectorAll("form[data-token-address]")) watch(form);
