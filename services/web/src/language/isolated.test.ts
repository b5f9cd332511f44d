import { expect, test } from "vitest";
import i18next from "i18next";
import { inARow, isolated } from "./isolated";
import { chooseLanguage, startLanguage } from "./language";

test("a name that reads from right to left turns nothing but itself", () => {
  expect(isolated("Kari")).toBe("Kari");
  expect(isolated("יעל")).toBe("\u2068יעל\u2069");
  expect(isolated("a\u202eb")).toBe("\u2068ab\u2069");
  expect(isolated(isolated("יעל") + " og Are")).toBe("\u2068\u2068יעל\u2069 og Are\u2069");
  expect(inARow("יעל", undefined, "NAV")).toBe("\u2068יעל\u2069, NAV");
  expect(isolated("\u2069\u2069x")).toBe("\u2068x\u2069");
});

test("every name in a sentence is isolated, and no sentence is escaped as markup", async () => {
  await startLanguage();
  await chooseLanguage("nb");
  const say = (name: string) => i18next.t("room.waitsForConsent", { name });
  expect(say("יעל")).toContain("\u2068יעל\u2069");
  expect(say("a\u202eb")).not.toContain("\u202e");
  expect(say("<Kari & Co>")).toContain("<Kari & Co>");
});
