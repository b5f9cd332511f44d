import { cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import type { ConsentTexts, GivenConsents } from "../contracts/rooms";
import { ARE, aresRoom, renderFor, serverAnswers } from "../shell/test-room";
import { WhatWasGiven } from "./WhatWasGiven";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const textIn = (language: string) => ({
  title: `Tittel ${language}`,
  lead: `Ingress ${language}`,
  points: [`Punkt ${language}`],
  withdrawal: `Trekk ${language}`,
});
const TEXTS: ConsentTexts = {
  version: "2026-11",
  texts: { nb: textIn("nb"), nn: textIn("nn"), en: textIn("en") },
};
const given = (change: Partial<GivenConsents["items"][number]>): GivenConsents => ({
  items: [{ textVersion: "2026-11", givenAt: "2026-11-02T08:00:00.000Z", ...change }],
  texts: [TEXTS],
});
const text = () => document.body.textContent;

async function reads(answer: GivenConsents) {
  const log = serverAnswers(() => answer);
  await renderFor(ARE, <WhatWasGiven room={aresRoom()} />);
  expect(log).toEqual([]);
  await userEvent.click(
    screen.getByRole("button", { name: /Les det du sa ja|Read what you said/ }),
  );
  await screen.findAllByText(/Tittel/);
}

test("it is the text in the language in which he read it, all of it, and who was named", async () => {
  const named = [
    { name: "Kari", title: "Psykolog", organisationName: "Askøy", joins: true },
    { name: "Frida", title: "Fastlege", organisationName: "Øyane", joins: false },
  ];
  await reads(given({ language: "nn", named }));
  for (const part of ["Tittel nn", "Ingress nn", "Punkt nn", "Trekk nn", "2026-11"]) {
    expect(text()).toContain(part);
  }
  expect(text()).not.toMatch(/Punkt (nb|en)/);
  expect(text()).toMatch(
    /(ble med da du sa ja|joined when you said yes):.*Kari.*etterpå|afterwards/,
  );
  expect(text()).toMatch(/(etterpå|afterwards):.*Frida/);
  expect(text()).not.toMatch(/ikke lagret|not kept/);
});

test("what the room is for stands there, and the texts of earlier ones are folded", async () => {
  const [newest] = given({ language: "nb", named: [] }).items;
  const before = { ...newest, textVersion: "2026-11", givenAt: "2026-11-01T08:00:00.000Z" };
  await reads({ ...given({ language: "nb", named: [] }), items: [newest ?? before, before] });
  expect(text()).toContain(aresRoom().purpose);
  expect(screen.getAllByText("Tittel nb")).toHaveLength(2);
  expect(screen.getAllByRole("button", { name: /^(Les alt om|Read all about)/ })).toHaveLength(1);
});

test("of one from before it says that only the text is known", async () => {
  await reads(given({}));
  expect(text()).toMatch(
    /Hvem som sto på siden, ble ikke lagret|Who was named on the page was not kept/,
  );
  expect(text()).toMatch(/Hvilket språk|The language in which/);
  expect(text()).not.toMatch(/Ingen andre sto|Nobody else was named/);
});

test("where nobody was named it says so", async () => {
  await reads(given({ language: "en", named: [] }));
  expect(text()).toMatch(/Ingen andre sto|Nobody else was named/);
});

test("what does not come is told, and can be asked for again", async () => {
  serverAnswers(() => new Response("", { status: 503 }));
  await renderFor(ARE, <WhatWasGiven room={aresRoom()} />);
  await userEvent.click(
    screen.getByRole("button", { name: /Les det du sa ja|Read what you said/ }),
  );
  await screen.findByRole("button", { name: /Prøv igjen|Try again/ }, { timeout: 10_000 });
}, 15_000);
