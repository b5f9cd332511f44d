import { beforeEach, expect, test, vi } from "vitest";
import { forgetIntentionElsewhere, signInAgainFor, takeIntention } from "./intention";

const assign = vi.fn();

function standingAt(pathname: string) {
  vi.stubGlobal("location", { pathname, assign });
}

beforeEach(() => {
  assign.mockReset();
  standingAt("/rooms/1/consent");
  signInAgainFor("consent 1", "GIVEN", "2026-11-22T06:00:00.000Z");
});

test("goes to sign in and comes back to the same place, without telling the address what for", () => {
  expect(assign).toHaveBeenCalledWith("/auth/login?fresh=true&returnTo=%2Frooms%2F1%2Fconsent");
});

test("is carried out once, by one who has really signed in again", () => {
  expect(takeIntention("consent 1", "2026-11-22T06:05:00.000Z")).toBe("GIVEN");
  expect(takeIntention("consent 1", "2026-11-22T06:05:00.000Z")).toBeUndefined();
});

test("is dropped when the sign-in was not done", () => {
  expect(takeIntention("consent 1", "2026-11-22T06:00:00.000Z")).toBeUndefined();
  expect(sessionStorage.getItem("samsnakk.intention")).toBeNull();
});

test("is dropped by one who comes back to another place", () => {
  standingAt("/");
  forgetIntentionElsewhere();
  standingAt("/rooms/1/consent");
  expect(takeIntention("consent 1", "2026-11-22T06:05:00.000Z")).toBeUndefined();
});

test("is not handed to another act", () => {
  expect(takeIntention("withdrawal 1", "2026-11-22T06:05:00.000Z")).toBeUndefined();
});
