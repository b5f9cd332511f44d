// Fails when a text in bokmål or nynorsk, or a guide, has a word that neither that language's spelling
// list nor docs/glossary.md knows; and when the glossary keeps a word that is not needed any more.
import { readFileSync } from "node:fs";
import nspell from "nspell";
import { consentTextOf, groupsOf, guideOf, NORWEGIAN, ownWords } from "./norwegian.mjs";
import { unknownWords } from "./unknownWords.mjs";

function spelling(language) {
  const list = (part) => {
    const file = `../node_modules/dictionary-${language}/index.${part}`;
    return readFileSync(new URL(file, import.meta.url), "utf8");
  };
  return nspell(list("aff"), list("dic"));
}

const textsOf = (language) => ({
  ...groupsOf(language),
  "the patient's guide": guideOf("pasient", language),
  "the professional's guide": guideOf("fagperson", language),
  "the consent's text": consentTextOf(language),
});

const own = ownWords();
const faults = [];
const needed = new Set();
for (const language of NORWEGIAN) {
  const list = spelling(language);
  const kept = new Set([...own[language], ...own.names]);
  for (const [where, texts] of Object.entries(textsOf(language))) {
    for (const word of unknownWords(texts, (form) => list.correct(form))) {
      const known = [word, word.toLowerCase()].find((form) => kept.has(form));
      if (known) needed.add(known);
      else faults.push(`${language}: ${where} says “${word}”, which no list knows`);
    }
  }
}
for (const word of new Set(Object.values(own).flat())) {
  if (!needed.has(word)) faults.push(`docs/glossary.md keeps “${word}” for nothing`);
}

if (faults.length > 0) {
  console.error(faults.join("\n"));
  console.error("Write it otherwise, or add it to the words at the end of docs/glossary.md.");
  process.exit(1);
}
