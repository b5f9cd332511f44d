import { QueryClientProvider, type QueryClient } from "@tanstack/react-query";
import { act, cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { newQueryClient } from "../gateway/queries";
import { ARE, serverAnswers } from "../shell/test-room";
import { rememberHere, stillHere } from "./lastHere";
import { hasLeft, isLeaving, rememberLeaving } from "./leaving";
import { useSession } from "./session";
import { SessionProvider } from "./SessionProvider";

const NEXT = "https://signin.example/logout";
const PROBLEM = { status: 403, headers: { "content-type": "application/problem+json" } };
const went = vi.fn();
let queries: QueryClient;

beforeEach(() => vi.stubGlobal("location", { assign: went }));

afterEach(() => {
  cleanup();
  went.mockReset();
  vi.unstubAllGlobals();
});

function Window() {
  const { session, signOut, lost, retry } = useSession();
  return (
    <>
      <p>{session.kind}</p>
      {session.kind === "signed-in" && <p>{`since ${session.me.signedInAt}`}</p>}
      {session.kind === "signed-out" && <p>{`why: ${session.ended ?? "nothing"}`}</p>}
      <button onClick={() => void signOut().catch(retry)}>out</button>
      <button onClick={lost}>lost</button>
      <button onClick={retry}>retry</button>
    </>
  );
}

async function signedIn(
  server: { signedIn: boolean; signedInAt?: string; personId?: string } = { signedIn: true },
  lasting = { secondsLeft: 3600, mayStay: true },
) {
  const log = serverAnswers(({ path }) =>
    path === "/auth/logout"
      ? { next: NEXT }
      : server.signedIn
        ? { signedIn: true, csrfToken: "token", ...lasting, me: { ...ARE, ...server } }
        : { signedIn: false },
  );
  queries = newQueryClient();
  render(
    <QueryClientProvider client={queries}>
      <SessionProvider>
        <Window />
      </SessionProvider>
    </QueryClientProvider>,
  );
  await screen.findByText("signed-in");
  return log;
}

const tap = (name: string) => userEvent.click(screen.getByRole("button", { name }));

test("who signs out is on the way out until the browser is back from the sign-in", async () => {
  await signedIn();
  await tap("out");
  await waitFor(() => expect(went).toHaveBeenCalledWith(NEXT));
  screen.getByText("leaving");
});

test("the end of the session on the way out is not told as a loss", async () => {
  await signedIn();
  await tap("out");
  await tap("lost");
  screen.getByText("leaving");
});

test("asking for a token that holds on the way out does not bring back the room", async () => {
  await signedIn();
  const answering = fetch;
  let asked = 0;
  vi.stubGlobal("fetch", (path: string, request: RequestInit) =>
    path === "/auth/logout" && asked++ === 0
      ? Promise.resolve(Response.json({ code: "csrf-token-missing" }, PROBLEM))
      : answering(path, request),
  );
  await tap("out");
  await waitFor(() => expect(went).toHaveBeenCalledWith(NEXT));
  expect(asked).toBe(2);
  screen.getByText("leaving");
});

test("a session that somebody ends is told at once, and that it was ended elsewhere", async () => {
  const server = { signedIn: true };
  await signedIn(server);
  server.signedIn = false;
  await tap("lost");
  await screen.findByText("signed-out");
  screen.getByText("why: elsewhere");
});

test("a session that is over is over, whatever is still remembered of it", async () => {
  await signedIn();
  await tap("lost");
  await screen.findByText("why: elsewhere");
});

test("who has signed in anew in another tab is not told here that she is out", async () => {
  const server = { signedIn: true, signedInAt: "2026-11-22T06:00:00.000Z" };
  await signedIn(server);
  server.signedInAt = "2026-11-22T06:05:00.000Z";
  await tap("lost");
  await screen.findByText("since 2026-11-22T06:05:00.000Z");
  screen.getByText("signed-in");
});

test("what one person has looked at is forgotten where another one is signed in", async () => {
  const server = { signedIn: true, personId: "are" };
  await signedIn(server);
  queries.setQueryData(["rooms", "list"], ["Ares rom"]);
  await tap("retry");
  await screen.findByText("signed-in");
  expect(queries.getQueryData(["rooms", "list"])).toEqual(["Ares rom"]);
  server.personId = "per";
  await tap("retry");
  await screen.findByText("signed-in");
  expect(queries.getQueryData(["rooms", "list"])).toBeUndefined();
});

test("who was idle until the end is told so, as is who has been here for a whole day", async () => {
  await signedIn(undefined, { secondsLeft: 0, mayStay: true });
  await tap("lost");
  await screen.findByText("why: idle");
  cleanup();
  await signedIn(undefined, { secondsLeft: 0, mayStay: false });
  await tap("lost");
  await screen.findByText("why: too-long");
});

test("who signs out in another tab of this browser knows it, whichever word comes first", async () => {
  await signedIn();
  await tap("lost");
  const tab = new BroadcastChannel("samsnakk.session");
  tab.postMessage("signed-out");
  await screen.findByText("why: here");
  await tap("lost");
  screen.getByText("why: here");
  tab.close();
});

test("signing out that did not reach the server leaves nobody on the way out", async () => {
  await signedIn();
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("no network")));
  await tap("out");
  await screen.findByText("why: unfinished");
  expect(went).not.toHaveBeenCalled();
  // Loaded anew she is still signed out here, and the rest happens once there is a way.
  await tap("retry");
  await screen.findByText("why: unfinished");
  const log = serverAnswers(({ path }) =>
    path === "/auth/logout"
      ? { next: NEXT }
      : { signedIn: true, csrfToken: "token", secondsLeft: 3600, mayStay: true, me: ARE },
  );
  await tap("retry");
  await waitFor(() => expect(went).toHaveBeenCalledWith(NEXT));
  expect(log.map(({ path }) => path)).toContain("/auth/logout");
});

test("a sign-out that was not heard of ends nobody else's session", async () => {
  rememberLeaving({ ...ARE, signedInAt: "2026-11-01T06:00:00.000Z" });
  const log = await signedIn();
  expect(log.map(({ path }) => path)).not.toContain("/auth/logout");
  expect(isLeaving()).toBe(false);
});

test("it ends also the session in which she has proved herself anew in another window", async () => {
  const anew = { ...ARE, signedInAt: "2026-11-23T06:00:00.000Z" };
  rememberHere(anew, Date.now() + 60_000);
  rememberLeaving(ARE);
  expect(hasLeft(anew)).toBe(true);
  expect(hasLeft({ ...ARE, signedInAt: "2026-11-24T06:00:00Z" })).toBe(false);
  expect(hasLeft({ ...ARE, signedInAt: "2026-11-23T06:00:00.5Z" })).toBe(false);
  expect(hasLeft({ ...anew, personId: "vera" })).toBe(false);
});

test("what one began is not done in the session of another who has signed in since", async () => {
  await signedIn();
  const log = serverAnswers(({ path }) =>
    path === "/auth/session"
      ? {
          signedIn: true,
          csrfToken: "veras",
          secondsLeft: 3600,
          mayStay: true,
          me: { ...ARE, personId: "vera", signedInAt: "2026-11-23T06:00:00.000Z" },
        }
      : { next: NEXT },
  );
  const answered = fetch;
  const tokens: unknown[] = [];
  vi.stubGlobal("fetch", (path: string, init: RequestInit) => {
    if (init.method !== "POST") return answered(path, init);
    tokens.push(new Headers(init.headers).get("X-CSRF-Token"));
    const body = JSON.stringify({ code: "csrf-token-missing" });
    return Promise.resolve(new Response(body, PROBLEM));
  });
  await tap("out");
  await waitFor(() => expect(log.map(({ path }) => path)).toContain("/auth/session"));
  await waitFor(() => expect(tokens.length).toBeGreaterThan(1));
  expect(tokens).not.toContain("veras");
  expect(went).not.toHaveBeenCalled();
});

test("where the session is over, nothing says any more whose it was", async () => {
  const server = { signedIn: true };
  await signedIn(server);
  rememberHere(ARE, Date.now() + 60_000);
  server.signedIn = false;
  await tap("lost");
  await screen.findByText("signed-out");
  expect(stillHere()).toBeUndefined();
});

test("a window that the browser kept as it was left asks who is signed in now", async () => {
  const server = { signedIn: true };
  await signedIn(server);
  await tap("out");
  server.signedIn = false;
  act(() => void window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
  await screen.findByText("signed-out");
});

test("a network that gives no answer is told after a while, and the answer still counts", async () => {
  await signedIn();
  const answered = fetch;
  let goesOn: (() => void) | undefined;
  const silence = new Promise<void>((resolve) => {
    goesOn = resolve;
  });
  vi.stubGlobal("fetch", (path: string, init: RequestInit) =>
    silence.then(() => answered(path, init)),
  );
  vi.useFakeTimers();
  act(() => screen.getByRole("button", { name: "retry" }).click());
  await act(() => vi.advanceTimersByTimeAsync(9_000));
  screen.getByText("loading");
  await act(() => vi.advanceTimersByTimeAsync(1_000));
  screen.getByText("unreachable");
  vi.useRealTimers();
  goesOn?.();
  await screen.findByText("signed-in");
});
