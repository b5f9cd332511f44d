// Fails when a language lacks a text that another has, has an empty one, or names other values, and
// when a refusal of the contracts has no text.
import { readFileSync } from "node:fs";

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

if (faults.length > 0) {
  console.error(faults.join("\n"));
  process.exit(1);
}
