import { afterEach, expect, test } from "vitest";
import { forgetGoing, goOn, keepGoing } from "./going";

const at = () => window.location.pathname + window.location.search;
const comesTo = (address: string) => window.history.replaceState(null, "", address);

afterEach(() => comesTo("/"));

test("an answer to one who is signed in already leads to where she was going, without a word", () => {
  keepGoing("/rooms/1");
  comesTo("/?signin=already");
  goOn();
  expect(at()).toBe("/rooms/1");
});

test("one that came to nothing leads there too, and says so", () => {
  keepGoing("/rooms/1");
  comesTo("/?signin=expired");
  goOn();
  expect(at()).toBe("/rooms/1?signin=expired");
});

test("where nobody was going anywhere the start page is where she ends", () => {
  comesTo("/?signin=already");
  goOn();
  expect(at()).toBe("/");
});

test.each(["/", "/rooms/2", "/rooms/2?signin=cancelled"])("who is at %s stays there", (address) => {
  keepGoing("/rooms/1");
  comesTo(address);
  goOn();
  expect(at()).toBe(address);
});

test("no address takes her to another host", () => {
  keepGoing("//elsewhere.example");
  comesTo("/?signin=expired");
  goOn();
  expect(at()).toBe("/elsewhere.example?signin=expired");
});

test("who has signed out was going nowhere", () => {
  keepGoing("/rooms/1");
  forgetGoing();
  comesTo("/?signin=expired");
  goOn();
  expect(at()).toBe("/?signin=expired");
});
