// Corrects each line of standard input with virastar, as it comes.
const readline = require("node:readline");
const Virastar = require("virastar");

const virastar = new (Virastar.default || Virastar)();
const lines = readline.createInterface({ input: process.stdin });

lines.on("line", (text) => {
  const mended = virastar.cleanup(text).replace(/\n/g, " ");
  console.log(JSON.stringify({ text, mended }));
});
