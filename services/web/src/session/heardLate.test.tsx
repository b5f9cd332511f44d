import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { newQueryClient } from "../gateway/queries";
import { ARE, serverAnswers } from "../shell/test-room";
import { rememberHere } from "./lastHere";
import { useSession } from "./session";
import { SessionProvider } from "./SessionProvider";

const { wipeKept } = vi.hoisted(() => ({ wipeKept: vi.fn(() => Promise.resolve()) }));
vi.mock("../conversation/keeping", () => ({ wipeKept }));

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function Window() {
  return <p>{useSession().session.kind}</p>;
}

test("a sign-out that is heard late wipes nothing that was written since", async () => {
  const lasts = { csrfToken: "", secondsLeft: 3600, mayStay: true };
  serverAnswers(() => ({ signedIn: true, me: ARE, ...lasts }));
  render(
    <QueryClientProvider client={newQueryClient()}>
      <SessionProvider>
        <Window />
      </SessionProvider>
    </QueryClientProvider>,
  );
  await screen.findByText("signed-in");
  // In another window she has signed in again and written, and that session has ended by itself.
  rememberHere({ ...ARE, signedInAt: "2026-11-23T06:00:00.000Z" }, Date.now() - 1);
  wipeKept.mockClear();
  const tab = new BroadcastChannel("samsnakk.session");
  tab.postMessage("signed-out");
  await screen.findByText("signed-out");
  expect(wipeKept).not.toHaveBeenCalled();
  tab.close();
});
