// Norwegian texts as checks read them: flat, by the screen or the page that they stand on.
import { readFileSync } from "node:fs";

export const NORWEGIAN = ["nb", "nn"];

const root = new URL("../../../", import.meta.url);
const read = (path) => readFileSync(new URL(path, root), "utf8");

const flat = (texts) =>
  Object.values(texts).flatMap((text) => (typeof text === "string" ? [text] : flat(text)));

/** The app's own texts: each group with what it says. `action` is two, told apart by who reads it. */
export function groupsOf(language) {
  const { action, ...groups } = JSON.parse(read(`services/web/src/language/${language}.json`));
  const { name, ...told } = action;
  return Object.fromEntries(
    Object.entries({ ...groups, action: told, "action.name": name }).map(([group, texts]) => [
      group,
      flat(texts),
    ]),
  );
}

/** The guide under Hjelp, line by line, without its marks. */
export function guideOf(reader, language) {
  const file = language === "nb" ? `${reader}.md` : `${reader}.${language}.md`;
  return read(`docs/user-guide/${file}`)
    .replaceAll(/^(#+|-|\d+\.) /gm, "")
    .replaceAll("**", "")
    .split("\n");
}

const CONSENT = "services/rooms/src/main/";

/** What a patient says yes to: the text that is asked with today. Older ones stay as they were given. */
export function consentTextOf(language) {
  const [, version] = /CURRENT = "([^"]+)"/.exec(
    read(`${CONSENT}java/no/samsnakk/rooms/consent/ConsentTexts.java`),
  );
  return flat(
    JSON.parse(read(`${CONSENT}resources/consent-texts/${version}.json`)).texts[language],
  );
}

/** Words that are ours, or that the spelling lists have forgotten: docs/glossary.md says which. */
export function ownWords() {
  const [, section] = read("docs/glossary.md").split("## Words that no spelling list has\n");
  const lines = [...section.matchAll(/^- (nb|nn|names): (.+)$/gm)];
  return Object.fromEntries(lines.map(([, list, words]) => [list, words.split(", ")]));
}
