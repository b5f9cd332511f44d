// Fails when a language lacks a text that another has, has an empty one, or names other values, and
// when a refusal of the contracts has no text; and when what the app starts with needs a text that is
// fetched later.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const languages = ["nb", "nn", "en"];
const values = (text) =>
  [...text.matchAll(/{{(\w+)}}/g)]
    .map(([, name]) => name)
    .sort()
    .join();

function flat(texts, path = "") {
  return Object.entries(texts).flatMap(([key, text]) =>
    typeof text === "string" ? [[path + key, text]] : flat(text, `${path}${key}.`),
  );
}

const texts = Object.fromEntries(
  languages.map((language) => {
    const file = new URL(`../src/language/${language}.json`, import.meta.url);
    return [language, new Map(flat(JSON.parse(readFileSync(file, "utf8"))))];
  }),
);
const keys = new Set(languages.flatMap((language) => [...texts[language].keys()]));

const faults = [];
for (const key of keys) {
  const expected = languages.map((language) => texts[language].get(key)).find(Boolean);
  for (const language of languages) {
    const text = texts[language].get(key);
    if (!text?.trim()) faults.push(`${language}.json lacks ${key}`);
    else if (values(text) !== values(expected))
      faults.push(`${language}.json: other values in ${key}`);
  }
}
// Every refusal that a screen can meet has words (R11). Faults of a frame itself are never shown.
const codes = new URL("../../contracts/src/main/resources/refusal-codes.json", import.meta.url);
for (const { code, status, frames = [] } of JSON.parse(readFileSync(codes, "utf8"))) {
  const shown = status !== undefined || frames.some((frame) => frame !== "error");
  if (shown && !keys.has(`problem.${code}`)) faults.push(`no text for the refusal ${code}`);
}

// What the app starts with has been fetched before the rest of the texts.
const src = fileURLToPath(new URL("../src", import.meta.url));
const [, listed] = /FIRST[^=]*=\s*\[([^\]]*)\]/.exec(
  readFileSync(join(src, "language/first.ts"), "utf8"),
);
const first = new Set([...listed.matchAll(/"(\w+)"/g)].map(([, group]) => group));
const groups = new Set([...keys].map((key) => key.split(".")[0]));
const started = new Set();
(function start(file) {
  if (started.has(file)) return;
  started.add(file);
  const text = readFileSync(join(src, file), "utf8");
  for (const [, group] of text.matchAll(/["'`](\w+)\.[\w.${}]+["'`]/g)) {
    if (groups.has(group) && !first.has(group))
      faults.push(`${file} is there from the start, and ${group}.* is not`);
  }
  for (const [, path] of text.matchAll(
    /^(?:import|export)\s+(?!type\b)(?:[^;"]*?from\s+)?"(\.[^"]+)"/gm,
  )) {
    const target = join(dirname(file), path);
    const found = ["ts", "tsx"].find((end) => existsSync(join(src, `${target}.${end}`)));
    if (found) start(`${target}.${found}`);
  }
})("main.tsx");
for (const group of first) if (!groups.has(group)) faults.push(`no texts are called ${group}`);

if (faults.length > 0) {
  console.error(faults.join("\n"));
  process.exit(1);
}
