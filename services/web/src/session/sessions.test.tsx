import { cleanup, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import type { OwnSession } from "../contracts/session";
import { ARE, renderFor, serverAnswers } from "../shell/test-room";
import { SessionsScreen } from "./SessionsScreen";

const HERE: OwnSession = {
  sessionId: "here",
  current: true,
  startedAt: "2026-11-22T06:00:00Z",
  activeAt: "2026-11-22T06:10:00Z",
  browser: "FIREFOX",
  system: "LINUX",
};
const PHONE: OwnSession = { ...HERE, sessionId: "phone", current: false, system: "ANDROID" };
const LIBRARY: OwnSession = { ...PHONE, sessionId: "library", browser: "OTHER", system: "OTHER" };

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** A server that ends what it is asked to. */
async function signedInAt(...sessions: OwnSession[]) {
  let left = sessions;
  const log = serverAnswers(({ method, path }) => {
    const which = path.replace("/auth/sessions/", "");
    if (method === "DELETE")
      left = left.filter((it) => it.current || (which !== "others" && it.sessionId !== which));
    return { sessions: left };
  });
  await renderFor(ARE, <SessionsScreen />);
  await screen.findByText("Firefox on Linux");
  return log;
}

test("says which one this is, and offers to end the others alone", async () => {
  await signedInAt(HERE, PHONE);
  const [here] = screen.getAllByRole("listitem");
  if (!here) throw new Error("no list");
  within(here).getByText("You are here");
  expect(within(here).queryByRole("button")).toBeNull();
  screen.getByRole("button", { name: /^Sign out Firefox on Android\. Signed in/ });
  expect(screen.queryByRole("button", { name: "Sign out all the others" })).toBeNull();
});

test("one is ended, and it says so", async () => {
  const log = await signedInAt(HERE, PHONE, LIBRARY);
  await userEvent.click(screen.getByRole("button", { name: /Unknown browser/ }));
  const told = await screen.findByText("Unknown browser on an unknown device is signed out.");
  // Where the button was there is nothing now: who uses the keyboard goes on from here.
  await waitFor(() => expect(document.activeElement).toBe(told.closest("[role=status]")));
  expect(log.find(({ method }) => method === "DELETE")?.path).toBe("/auth/sessions/library");
  expect(screen.getAllByRole("listitem")).toHaveLength(2);
});

test("all the others are ended with one tap", async () => {
  await signedInAt(HERE, PHONE, LIBRARY);
  await userEvent.click(screen.getByRole("button", { name: "Sign out all the others" }));
  await screen.findByText("All the others are signed out.");
  expect(screen.getAllByRole("listitem")).toHaveLength(1);
});

test("who is signed in nowhere else is told so", async () => {
  await signedInAt(HERE);
  screen.getByText("You are not signed in anywhere else.");
});

test("R11: a no is told, and the list stays", async () => {
  await signedInAt(HERE, PHONE);
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("no network")));
  await userEvent.click(screen.getByRole("button", { name: /Android/ }));
  await screen.findByText("That did not work just now");
  expect(screen.getAllByRole("listitem")).toHaveLength(2);
});
