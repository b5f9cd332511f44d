import { cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ARE, serverAnswers, renderFor } from "../shell/test-room";
import { FakeBrowser } from "./fake-browser";
import { PushOffer } from "./PushOffer";

let browser: FakeBrowser;

beforeEach(async () => {
  browser = new FakeBrowser();
  serverAnswers(({ path }) => (path.endsWith("key") ? { publicKey: "AQID" } : {}));
  await renderFor(ARE, <PushOffer />);
});

afterEach(() => {
  cleanup();
  browser.remove();
  vi.unstubAllGlobals();
});

/** It may be a PC. */
const offer = () => screen.getByRole("button", { name: "Get notified on this device" });

test("who says yes is told what will come", async () => {
  await userEvent.click(offer());

  expect((await screen.findByText(/notified here/)).role).toBe("status");
});

test("who told the browser no is told where it can be allowed, and is not left with nothing", async () => {
  browser.answer = "denied";

  await userEvent.click(offer());

  expect((await screen.findByText(/browser's settings/)).role).toBe("status");
  expect(screen.queryByRole("button")).toBeNull();
});

test("who closed the browser's question without an answer has said neither yes nor no", async () => {
  browser.answer = "default";

  await userEvent.click(offer());
  await userEvent.click(offer());

  expect(browser.asked).toBe(2);
  expect(screen.queryByText(/notified here|browser's settings/)).toBeNull();
});
