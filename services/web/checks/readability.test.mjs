import { expect, test } from "vitest";
import { measure } from "./lix.mjs";
import { patientsScreens } from "./screens.mjs";
import { tooHard } from "./tooHard.mjs";
import { unknownWords } from "./unknownWords.mjs";

const EASY = "Du ser hvem som har lest, og når.";
const HARD =
  "Opplysningene utleveres utelukkende til samarbeidspartnere med særskilt tilgangsautorisasjon.";

test("LIX is words to a sentence and the percentage of the long ones", () => {
  const { lix, words, long, sentences } = measure(["Vi venter på Kari. Hun kommer snart tilbake."]);
  expect([words.length, long, sentences.length]).toEqual([8, ["tilbake"], 2]);
  expect(lix).toBe(8 / 2 + 100 / 8);
});

test("every text ends a sentence, what is put in is a short word, and what is said twice counts once", () => {
  expect(measure(["Send", "Send", "{{count}} tegn igjen"])).toMatchObject({
    words: ["Send", "x", "tegn", "igjen"],
    sentences: ["Send", "x tegn igjen"],
  });
});

test("a screen that is too hard is named, with its figure and what makes it so", () => {
  expect(tooHard("nb: room", [EASY])).toBeUndefined();
  const complaint = tooHard("nb: room", [HARD]);
  expect(complaint).toMatch(/^nb: room measures \d+\.\d, over 28\n/);
  expect(complaint).toContain("samarbeidspartnere");
  expect(complaint).toContain(HARD);
});

test("few words are measured with what stands beside them; what others read is not measured", () => {
  const long = [Array(30).fill("ord").join(" ")];
  const screens = patientsScreens({ conversation: long, words: ["og"], audit: [HARD] });
  expect(screens).toEqual({ conversation: [...long, "og"] });
  expect(() => patientsScreens({ novel: ["Nytt"] })).toThrow(
    "too short to be measured alone: novel",
  );
});

test("a word that no list knows is found, once, whatever its case; numbers and values are passed over", () => {
  const isKnown = (word) => ["du", "ser"].includes(word);
  const said = ["Du ser {{name}} kl 12", "romet", "romet, D-nummer"];
  expect(unknownWords(said, isKnown)).toEqual(["kl", "romet", "D-nummer"]);
});
