import { expect, test } from "vitest";
import { languageOf } from "./language";
import { firstName, initials } from "./names";

test("Norwegians, Danes and Swedes read bokmål, unless they ask for nynorsk", () => {
  expect(["nb-NO", "no", "da", "sv-SE"].map(languageOf)).toEqual(["nb", "nb", "nb", "nb"]);
  expect(languageOf("nn-NO")).toBe("nn");
  expect(languageOf("en-US")).toBe("en");
  expect(languageOf("pl")).toBeUndefined();
});

test("names are shortened as people would", () => {
  expect(firstName("Vera-Alexandra Nordheim")).toBe("Vera-Alexandra");
  expect(initials("Vera-Alexandra Nordheim Bjørklund-Veileder")).toBe("VV");
  expect(initials("Are")).toBe("A");
});
