// Makes src/shell/source-sans-3.woff2, the letters that Norwegian and English are written with, of the
// font's Latin part, and says which they are for src/shell/fonts.css. Run by hand: `npm run font`.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import subsetFont from "subset-font";

const file = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const LATIN =
  "node_modules/@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2";

const codes = new Set();
const range = (from, to) => {
  for (let code = from; code <= to; code++) codes.add(code);
};
range(0x20, 0x7e);
range(0xc0, 0xff);
for (const character of "\u00a0§«\u00ad°´·»–—‘’‚“”„•…−") codes.add(character.codePointAt(0));

const sorted = [...codes].sort((a, b) => a - b);
const text = String.fromCodePoint(...sorted);
const font = await subsetFont(readFileSync(file(LATIN)), text, { targetFormat: "woff2" });
writeFileSync(file("src/shell/source-sans-3.woff2"), font);

const hex = (code) => code.toString(16).toUpperCase().padStart(4, "0");
const ranges = [];
for (const code of sorted) {
  const last = ranges.at(-1);
  if (last && last[1] === code - 1) last[1] = code;
  else ranges.push([code, code]);
}
console.log(ranges.map(([a, b]) => (a === b ? `U+${hex(a)}` : `U+${hex(a)}-${hex(b)}`)).join(", "));
