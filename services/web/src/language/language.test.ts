import i18next from "i18next";
import { expect, test, vi } from "vitest";
import { chooseLanguage, languageOf, startLanguage } from "./language";
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

test("a language is fetched when it is chosen, and begun with the next time", async () => {
  await startLanguage();
  expect(i18next.hasResourceBundle("nn", "translation")).toBe(false);

  await chooseLanguage("nn");

  expect(i18next.t("session.welcome")).toBe("Eitt rom for deg og dei som hjelper deg");
  expect(document.documentElement.lang).toBe("nn");
  await startLanguage();
  expect(i18next.language).toBe("nn");
});

test("of two choices the last one counts, whichever comes first", async () => {
  await startLanguage();
  await Promise.all([chooseLanguage("en"), chooseLanguage("nb")]);
  expect(i18next.language).toBe("nb");
  expect(document.documentElement.lang).toBe("nb");
});

test("what is behind the sign-in is fetched when somebody gets there, and with each later choice", async () => {
  vi.resetModules();
  const { default: i18n } = await import("i18next");
  const language = await import("./language");
  await language.startLanguage();
  expect(i18n.exists("session.welcome")).toBe(true);
  expect(i18n.exists("rooms.title")).toBe(false);

  await language.fetchAllTexts();
  expect(i18n.exists("rooms.title")).toBe(true);
  expect(i18n.exists("session.welcome")).toBe(true);

  await language.chooseLanguage("nn");
  expect(i18n.exists("rooms.title")).toBe(true);
});
