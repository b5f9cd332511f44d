import fc from "fast-check";
import { expect, test } from "vitest";
import { partsOf as partsSentAt } from "./textParts";

const partsOf = (text: string) => partsSentAt(text, "2026-10-31T09:00:00Z");
const live = (text: string) => partsOf(text).filter(({ kind }) => kind !== "text");
const hrefs = (text: string) => live(text).map((it) => ("href" in it ? it.href : ""));

test("put together again the parts are the text, whatever was written", () => {
  const some = fc.constantFrom(
    "https://nav.no",
    "www.",
    "a@b.no",
    "22 33 44 55",
    "17. november",
    " ",
    ".",
    "(",
    ")",
  );
  const texts = fc.array(fc.oneof(fc.string({ unit: "grapheme" }), some)).map((it) => it.join(""));
  fc.assert(
    fc.property(
      texts,
      (text) =>
        partsOf(text)
          .map((it) => it.text)
          .join("") === text,
    ),
  );
});

test.each([
  ["Se https://www.nav.no/aap.", ["https://www.nav.no/aap"]],
  ["(www.helsenorge.no)", ["https://www.helsenorge.no/"]],
  [
    "https://no.wikipedia.org/wiki/Rom_(arkitektur)",
    ["https://no.wikipedia.org/wiki/Rom_(arkitektur)"],
  ],
  ["skriv til post@askoy.kommune.no, takk", ["mailto:post@askoy.kommune.no"]],
  ["Ring 22 33 44 55 eller 912 34 567.", ["tel:22334455", "tel:91234567"]],
  ["+47 55123456", ["tel:+4755123456"]],
  ["legevakten, 116 117", ["tel:116117"]],
  [
    "Ring 22 22 22 22, +47 911 22 333, 116 117: takk",
    ["tel:22222222", "tel:+4791122333", "tel:116117"],
  ],
  ["(https://nav.no/a_(b))", ["https://nav.no/a_(b)"]],
])("%s is live where it should be", (text, expected) => {
  expect(hrefs(text)).toEqual(expected);
});

test.each([
  "javascript:alert(1)",
  "data:text/html,hei",
  "http://",
  "https://localhost",
  "www.",
  "11858910082",
  "118589 10082",
  "118 589 22 33 44 55 6",
  "kl. 10.30",
  "12 345 678",
  "kr 22334455,50",
])("%s is text", (text) => {
  expect(live(text)).toEqual([]);
});

test("a link that pretends says where it leads", () => {
  const [pretends] = live("https://nav.no@example.org/aap");
  expect(pretends).toMatchObject({ host: "example.org" });
  // The second letter is Cyrillic.
  const [alike] = live("https://n\u0430v.no/aap");
  expect(alike).toMatchObject({ host: "xn--nv-7kc.no" });
  expect(live("https://nav.no/aap")[0]).not.toHaveProperty("host");
});

test.each([
  ["Se https://nav.no/17.november/17.11.2026", []],
  ["Skriv til 17.november@nav.no", []],
  ["Ring 22 33 44 55 17. november kl. 10", ["17. november kl. 10"]],
  ["17. november: https://nav.no", ["17. november"]],
])("%s has a date where it is no part of an address", (text, expected) => {
  expect(live(text).filter(({ kind }) => kind === "date")).toMatchObject(
    expected.map((it) => ({ text: it })),
  );
});

test("a long text of almost links takes no time to speak of", () => {
  const text = "www.".repeat(1_000) + "a@".repeat(1_000) + "22 ".repeat(1_000);
  expect(
    partsOf(text)
      .map((it) => it.text)
      .join(""),
  ).toBe(text);
});
