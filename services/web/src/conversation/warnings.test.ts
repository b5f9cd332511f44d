import { expect, test } from "vitest";
import { warningOf, type Draft } from "./warnings";

const DAY = 12;
const NIGHT = 23;

/** Nobody's: of November + 80. */
const NUMBER = "10915596784";

function draft(text: string, change: Partial<Draft> = {}): Draft {
  return {
    ...{ text, isPatient: false },
    here: ["Are Nordmann", "Kari Kommunepsykolog"],
    elsewhere: ["Bjørn Ås", "Per Erik Dahl-Olsen", "Liv Nordmann"],
    ...change,
  };
}

const kind = (text: string, change: Partial<Draft> = {}, hour = DAY) =>
  warningOf(draft(text, change), hour)?.kind;
const name = (text: string) => {
  const warning = warningOf(draft(text), DAY);
  return warning?.kind === "otherRoom" ? warning.name : undefined;
};

test.each([
  NUMBER,
  `Han er født ${NUMBER.slice(0, 6)} ${NUMBER.slice(6)}.`,
  `fnr:${NUMBER.slice(0, 6)}-${NUMBER.slice(6)}`,
  "10 91 55 96784",
  "109155 967 84",
  "Tlf. 55 56 15 00 109155 96784",
  `1234567 ${NUMBER}`,
  `12345678901 ${NUMBER}`,
  `${NUMBER}\n`,
])("an identity number is seen: %s", (text) => {
  expect(kind(text)).toBe("identityNumber");
  expect(kind(text, { isPatient: true })).toBe("identityNumber");
});

test.each([
  "Ring 55 56 15 00 eller 815 493 00",
  "10915596783",
  "99915596784",
  `0${NUMBER}`,
  `${NUMBER}0`,
  // An account has eleven digits and the same last control digit.
  "8601 11 17947",
  "86011117947",
  "Møte 17.11.2026 kl. 10.00-11.30",
])("what is none is not taken for one: %s", (text) => {
  expect(kind(text)).toBeUndefined();
});

test.each([
  ["Har du snakket med Bjørn Ås?", "Bjørn Ås"],
  ["bjørn  ås ringte", "bjørn  ås"],
  ["Bjørn Ås kommer", "Bjørn Ås"],
  ["Jeg ringte Bjørn i går", "Bjørn"],
  ["Det er Bjørns time", "Bjørn"],
  ["Hei, Bjørn!", "Bjørn"],
  ["Vedtaket til Dahl-Olsen er sendt", "Dahl-Olsen"],
  ["Jeg spurte Liv.", "Liv"],
])("who another room is for is seen as it was written: %s", (text, expected) => {
  expect(name(text)).toBe(expected);
});

test.each([
  "Bjørn er et dyr",
  "Ja. Per i dag vet vi ikke.",
  "Hei!\n\n– Liv og røre",
  "et bjørneskinn, liv og død, per time",
  "Nordmann er han i alle fall, som Are Nordmann",
  "Jeg bor på Ås",
  "Bjørnar, Perry og Åsane",
  "Ring Kari",
])("what is a word, or a name of this room, is none: %s", (text) => {
  expect(name(text)).toBeUndefined();
});

test("the patient is not asked which room it is", () => {
  expect(kind("Jeg traff Bjørn Ås", { isPatient: true })).toBeUndefined();
});

test("what other names are made of is no pattern", () => {
  expect(kind("Hva er aaa eller b?", { elsewhere: ["(a+ [b", "   ", ".*"] })).toBeUndefined();
});

test("a note is long, and the patient may write as long as he needs", () => {
  const note = "ord ".repeat(375);
  expect(kind(note)).toBe("longAsNote");
  expect(kind(note.slice(0, 1499))).toBeUndefined();
  expect(kind(note, { isPatient: true })).toBeUndefined();
});

test.each([
  ["HVORFOR SVARER INGEN AV DERE MEG", 22, "capitalsAtNight"],
  ["HVORFOR SVARER INGEN AV DERE MEG", 5, "capitalsAtNight"],
  ["HVORFOR SVARER INGEN AV DERE MEG", 6, undefined],
  ["HVORFOR SVARER INGEN AV DERE MEG", 21, undefined],
  ["DPS, NAV og BUP", NIGHT, undefined],
  ["!!! 1234567890 1234567890 ???", NIGHT, undefined],
  ["日本語日本語日本語日本語日本語日本語日本語", NIGHT, undefined],
  ["Hvorfor svarer ingen av dere meg", NIGHT, undefined],
])("capitals at night: %s at %i", (text, hour, expected) => {
  expect(kind(text, { isPatient: true }, hour)).toBe(expected);
});

test("of several the gravest is said", () => {
  expect(kind(`BJØRN ÅS ${NUMBER} `.repeat(100), {}, NIGHT)).toBe("identityNumber");
  expect(kind("HVA MED BJØRN ÅS? ".repeat(100), {}, NIGHT)).toBe("otherRoom");
});
