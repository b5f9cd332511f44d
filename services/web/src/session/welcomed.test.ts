import { afterEach, expect, test, vi } from "vitest";
import { forgetBegun, forgetGoing, keepGoing } from "./going";
import { forgetHere, rememberHere } from "./lastHere";
import { forgetLeaving, rememberLeaving } from "./leaving";
import { beginsWithRoom, beginsWithWelcome } from "./welcomed";

const ARE = { personId: "are", signedInAt: "2026-11-22T06:00:00.000Z" };

afterEach(() => window.history.replaceState(null, "", "/"));

const at = (address: string) => {
  window.history.replaceState(null, "", address);
  return beginsWithWelcome();
};

test("who comes to a front door for the first time is welcomed at once", () => {
  expect(at("/")).toBe(true);
  expect(at("/#main")).toBe(true);
  expect(at("/news")).toBe(true);
});

test.each(["/rooms/0199", "/auth/login", "/?signin=cancelled", "/sessions"])(
  "what %s shows is for the app to say",
  (address) => expect(at(address)).toBe(false),
);

test("who was signed in here is not shown the welcome first, also where her session has ended", () => {
  rememberHere(ARE, Date.now() - 60_000);
  expect(beginsWithWelcome()).toBe(false);
  forgetHere();
  expect(beginsWithWelcome()).toBe(true);
});

test("nor who comes back from signing in", () => {
  keepGoing("/");
  expect(beginsWithWelcome()).toBe(false);
});

test("nor who comes back in another tab than the one in which she began", () => {
  keepGoing("/");
  sessionStorage.clear();
  expect(beginsWithWelcome()).toBe(false);

  vi.useFakeTimers({ now: Date.now() + 16 * 60_000 });
  expect(beginsWithWelcome()).toBe(true);
  vi.useRealTimers();
});

test("a beginning that is still to come, by a clock that has been set back, is none", () => {
  keepGoing("/");
  sessionStorage.clear();
  vi.useFakeTimers({ now: Date.now() - 60_000 });
  expect(beginsWithWelcome()).toBe(true);
  vi.useRealTimers();
  forgetGoing();
});

test("who has signed out, or was told that nobody is signed in, is welcomed at once", () => {
  keepGoing("/");
  forgetGoing();
  expect(beginsWithWelcome()).toBe(true);
  keepGoing("/");
  sessionStorage.clear();
  forgetBegun();
  expect(beginsWithWelcome()).toBe(true);
});

test("nor who is on her way out", () => {
  rememberLeaving(ARE);
  expect(beginsWithWelcome()).toBe(false);
  forgetLeaving();
  expect(beginsWithWelcome()).toBe(true);
});

test("a room begins with its own line for who was signed in here, and for nobody else", () => {
  at("/rooms/0199");
  expect(beginsWithRoom()).toBe(false);
  rememberHere(ARE, Date.now() + 60_000);
  expect(beginsWithRoom()).toBe(true);
  for (const elsewhere of ["/", "/rooms/new", "/rooms/0199/seen"]) {
    at(elsewhere);
    expect(beginsWithRoom()).toBe(false);
  }
  forgetHere();
});
