// Looks every Persian word of standard input up in dictionary-fa (Lilak) with nspell.
const fs = require("node:fs");
const path = require("node:path");
const readline = require("node:readline");
const nspell = require("nspell");

const WORD = /[\u0621-\u063a\u0641-\u0655\u0671-\u06d3]+(?:\u200c[\u0621-\u0655\u0671-\u06d3]+)*/gu;
const MOST_FIXES = 3;
const folder = path.dirname(require.resolve("dictionary-fa"));
const dictionary = nspell({
  aff: fs.readFileSync(path.join(folder, "index.aff")),
  dic: fs.readFileSync(path.join(folder, "index.dic")),
});
const known = new Map();

function said(word) {
  if (!known.has(word)) {
    const right = dictionary.correct(word);
    known.set(word, right ? null : dictionary.suggest(word).slice(0, MOST_FIXES));
  }
  return known.get(word);
}

function marks(text) {
  return [...text.matchAll(WORD)]
    .map((found) => ({ found, fixes: said(found[0]) }))
    .filter(({ fixes }) => fixes)
    .map(({ found, fixes }) => ({
      start: found.index,
      end: found.index + found[0].length,
      class: "unknown",
      severity: "error",
      why: "",
      fixes,
    }));
}

readline.createInterface({ input: process.stdin }).on("line", (text) => {
  console.log(JSON.stringify({ text, marks: marks(text) }));
});
