// Fails when a screen that a patient reads, the guide under Hjelp or the text of the consent is harder
// than an exhausted person should have to read, in bokmål or nynorsk (docs/decisions/0073).
// `node checks/readability.mjs --all` prints what each of them measures.
import { measure } from "./lix.mjs";
import { consentTextOf, groupsOf, guideOf, NORWEGIAN } from "./norwegian.mjs";
import { patientsScreens } from "./screens.mjs";
import { tooHard } from "./tooHard.mjs";

const read = NORWEGIAN.flatMap((language) =>
  Object.entries({
    ...patientsScreens(groupsOf(language)),
    "the patient's guide": guideOf("pasient", language),
    "the consent's text": consentTextOf(language),
  }).map(([screen, texts]) => [`${language}: ${screen}`, texts]),
);

if (process.argv.includes("--all")) {
  for (const [where, texts] of read) console.log(where, measure(texts).lix.toFixed(1));
}
const faults = read.flatMap(([where, texts]) => tooHard(where, texts) ?? []);
if (faults.length > 0) {
  console.error(faults.join("\n"));
  process.exit(1);
}
