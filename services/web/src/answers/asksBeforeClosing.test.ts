import { afterEach, expect, test, vi } from "vitest";
import { signInAgainFor } from "../session/intention";
import { asksBeforeClosing } from "./asksBeforeClosing";

afterEach(() => void vi.unstubAllGlobals());

function asks(): boolean {
  const closing = new Event("beforeunload", { cancelable: true });
  window.dispatchEvent(closing);
  return closing.defaultPrevented;
}

test("nobody is asked on her own way to the sign-in, and is asked again once she is back", () => {
  const asksNoMore = asksBeforeClosing(() => true);
  expect(asks()).toBe(true);
  vi.stubGlobal("location", { pathname: "/rooms/room/consent", assign: vi.fn() });
  signInAgainFor("answer", {}, "2026-11-22T06:00:00Z");
  expect(asks()).toBe(false);
  window.dispatchEvent(new Event("pageshow"));
  expect(asks()).toBe(true);
  asksNoMore();
  expect(asks()).toBe(false);
});
