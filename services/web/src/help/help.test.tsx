import { cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readGuide } from "../../build/guide";
import type { Me } from "../contracts/people";
import { chooseLanguage, LANGUAGES, startLanguage } from "../language/language";
import enTexts from "../language/en.json";
import nbTexts from "../language/nb.json";
import nnTexts from "../language/nn.json";
import { ARE, renderFor } from "../shell/test-room";
import * as en from "./en";
import type { Block, GuideText, Piece } from "./guide";
import { HelpScreen } from "./HelpScreen";
import * as nb from "./nb";
import * as nn from "./nn";

beforeEach(startLanguage);

afterEach(cleanup);

const GUIDES = { nb, nn, en };
const TEXTS = { nb: nbTexts, nn: nnTexts, en: enTexts };
const READERS = ["patient", "professional"] as const;
const EACH = LANGUAGES.flatMap((language) => READERS.map((reader) => [language, reader] as const));

const VERA: Me = {
  ...ARE,
  personId: "vera",
  roles: [
    {
      roleId: "vera",
      kind: "PROFESSIONAL",
      title: "Veileder",
      organisation: { organisationId: "nav", name: "NAV Askøy" },
    },
  ],
};

function pieces(block: Block): Piece[] {
  switch (block.kind) {
    case "heading":
      return [];
    case "paragraph":
      return block.pieces;
    case "list":
      return block.items.flat();
  }
}

const labels = (guide: GuideText) =>
  guide.blocks
    .flatMap(pieces)
    .filter(({ kind }) => kind === "label")
    .map(({ text }) => text);

const words = (texts: object): string[] =>
  Object.values(texts).flatMap((it: string | object) =>
    typeof it === "string" ? [it] : words(it),
  );

test.each(EACH)("in %s every name in the %s's guide stands on a screen", (language, reader) => {
  const onScreens = words(TEXTS[language]);
  const named = labels(GUIDES[language][reader]);
  expect(named.length).toBeGreaterThan(8);
  expect(named.filter((label) => !onScreens.includes(label))).toEqual([]);
});

test.each(EACH)("in %s the %s's guide says as much as in the others", (language, reader) => {
  const shape = (guide: GuideText) =>
    guide.blocks.map((block) => [block.kind, block.kind === "list" && block.items.length]);
  const [own, original] = [GUIDES[language][reader], nb[reader]];
  expect(shape(own)).toEqual(shape(original));
  expect(labels(own)).toHaveLength(labels(original).length);
});

const title = (name: string) => screen.findByRole("heading", { level: 2, name });

test("a patient has the patient's guide, and the other one a tap away", async () => {
  await chooseLanguage("en");
  await renderFor(ARE, <HelpScreen />);
  await title(en.patient.heading);
  expect(screen.getByText("Sign in with BankID").tagName).toBe("STRONG");

  await userEvent.click(screen.getByRole("button", { name: en.professional.heading }));

  expect(document.activeElement).toBe(await title(en.professional.heading));
  expect(screen.getByRole("button", { name: en.patient.heading })).toBeTruthy();
});

test("a professional has hers, in the language that she reads in", async () => {
  await chooseLanguage("nn");
  await renderFor(VERA, <HelpScreen />);
  await title(nn.professional.heading);

  await chooseLanguage("nb");

  await title(nb.professional.heading);
  await chooseLanguage("en");
});

test.each([
  ["no title", "Some text"],
  ["markup", "# Help\n\n<b>Bold</b>"],
  ["a script", "# Help\n\n<script>alert(1)</script>"],
  ["a link", "# Help\n\n[away](https://elsewhere.example)"],
  ["a picture", "# Help\n\n![spy](https://elsewhere.example/spy.png)"],
  ["a table", "# Help\n\n| a |\n| - |\n| b |"],
  ["a list in a list", "# Help\n\n- one\n  - two"],
])("a guide with %s stops the build", (_, markdown) => {
  expect(() => readGuide(markdown)).toThrow("guide");
});
