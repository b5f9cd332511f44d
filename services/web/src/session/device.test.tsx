import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { newQueryClient } from "../gateway/queries";
import { ARE, serverAnswers } from "../shell/test-room";
import { rememberHere } from "./lastHere";
import { useSession } from "./session";
import { SessionProvider } from "./SessionProvider";

const { wipeKept } = vi.hoisted(() => ({
  wipeKept: vi.fn((): Promise<unknown> => Promise.resolve()),
}));
vi.mock("../conversation/keeping", () => ({ wipeKept }));

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function Window() {
  const { session, signOut } = useSession();
  return <button onClick={() => void signOut()}>{session.kind}</button>;
}

async function signsIn() {
  const lasts = { csrfToken: "", secondsLeft: 3600, mayStay: true };
  const asked = serverAnswers(() => ({ signedIn: true, me: ARE, ...lasts }));
  render(
    <QueryClientProvider client={newQueryClient()}>
      <SessionProvider>
        <Window />
      </SessionProvider>
    </QueryClientProvider>,
  );
  await screen.findByText("signed-in");
  return asked;
}

test("a sign-out that is heard late wipes nothing that was written since", async () => {
  await signsIn();
  // In another window she has signed in again and written, and that session has ended by itself.
  rememberHere({ ...ARE, signedInAt: "2026-11-23T06:00:00.000Z" }, Date.now() - 1);
  wipeKept.mockClear();
  const tab = new BroadcastChannel("samsnakk.session");
  tab.postMessage("signed-out");
  await screen.findByText("signed-out");
  expect(wipeKept).not.toHaveBeenCalled();
  tab.close();
});

test("a device that cannot be wiped in time keeps nobody signed in", async () => {
  const asked = await signsIn();
  wipeKept.mockReturnValueOnce(new Promise(() => undefined));
  vi.useFakeTimers();
  fireEvent.click(screen.getByText("signed-in"));
  await vi.advanceTimersByTimeAsync(3_100);
  vi.useRealTimers();
  await waitFor(() => expect(asked.map(({ path }) => path)).toContain("/auth/logout"));
});
