import { QueryClientProvider } from "@tanstack/react-query";
import { IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import { act, cleanup, render, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Seat } from "../contracts/rooms";
import { OwnWindow } from "../conversation/ownWindow";
import { newQueryClient } from "../gateway/queries";
import { standAs } from "../gateway/request";
import { SessionContext, type Session } from "../session/session";
import { useWhosePage } from "../session/useWhosePage";
import { ARE, aresRoom, serverAnswers } from "../shell/test-room";
import { questionOf } from "./answer";
import { AnswersProvider, useAnswers } from "./AnswersProvider";
import type { Answers } from "./answers";
import { shelfOf } from "./shelf";

const WITHDRAWAL = { kind: "withdrawal", roomId: "room", seen: { accessEpoch: 1 } } as const;
const QUESTION = "withdrawal room";
const EARLIER = "2026-11-22T06:00:00.000Z";
const ANEW = "2026-11-22T06:30:00.000Z";

let online: boolean;
let answers: Answers | undefined;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  online = true;
  answers = undefined;
  vi.spyOn(navigator, "onLine", "get").mockImplementation(() => online);
});

afterEach(() => {
  cleanup();
  standAs({ csrfToken: undefined, renewCsrfToken: () => Promise.resolve(undefined) });
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const keepsNothing = () =>
  vi.stubGlobal("indexedDB", {
    open() {
      throw new Error("keeps nothing");
    },
  });

function signedIn(signedInAt: string, personId = ARE.personId): Session {
  const me = { ...ARE, personId, signedInAt };
  return { kind: "signed-in", me, lasts: { endsAt: Infinity, mayStay: true } };
}

function Hold() {
  answers = useAnswers();
  return null;
}

function Window({ session }: { session: Session }) {
  const who = useWhosePage();
  return (
    <AnswersProvider personId={who} signedIn={session.kind === "signed-in"}>
      {session.kind === "signed-in" && <Hold />}
    </AnswersProvider>
  );
}

/** A window of hers; the answer lets its session become another. */
function opened(first: Session): (next: Session) => void {
  const queries = newQueryClient();
  const page = (session: Session) => (
    <QueryClientProvider client={queries}>
      <SessionContext
        value={{
          session,
          retry: () => undefined,
          look: () => Promise.resolve(),
          signOut: () => Promise.resolve(),
          lost: () => undefined,
        }}
      >
        <Window session={session} />
      </SessionContext>
    </QueryClientProvider>
  );
  const { rerender } = render(page(first));
  return (next) => rerender(page(next));
}

function network(is: "online" | "offline") {
  online = is === "online";
  act(() => void window.dispatchEvent(new Event(is)));
}

const BACK = signedIn(ANEW);

test.each<[string, () => unknown, Session[]]>([
  ["she has signed in anew in another window", () => 0, [BACK]],
  ["the same, and the device keeps nothing", keepsNothing, [BACK]],
  ["she came back to the page", keepsNothing, [{ kind: "loading" }, BACK]],
  [
    "nobody could be reached meanwhile",
    keepsNothing,
    [{ kind: "loading" }, { kind: "unreachable" }, BACK],
  ],
  ["her session had ended by itself", keepsNothing, [{ kind: "signed-out", ended: "idle" }, BACK]],
])("R4: a withdrawal that waits goes by itself although %s", async (_, device, sessions) => {
  device();
  const log = serverAnswers(({ method }) =>
    aresRoom({ status: method === "GET" ? "ACTIVE" : "WITHDRAWN" }),
  );
  const becomes = opened(signedIn(EARLIER));
  network("offline");
  act(() => answers?.give(WITHDRAWAL));
  expect(answers?.to(QUESTION)).toMatchObject({ progress: { kind: "waiting" }, looks: false });
  sessions.forEach(becomes);
  expect(answers?.to(QUESTION)).toMatchObject({ progress: { kind: "waiting" }, looks: false });
  network("online");
  await waitFor(() =>
    expect(log.map(({ method, path }) => `${method} ${path}`)).toContain(
      "POST /api/rooms/room/withdrawal",
    ),
  );
});

test("R4: a removal of a closed tab goes from a page that was loaded without a network", async () => {
  const removal = {
    kind: "removal",
    roomId: "room",
    seatId: "vera",
    name: "Vera",
    seen: { accessEpoch: 1 },
  } as const;
  const vera = { seatId: "vera", status: "ACTIVE" } as Seat;
  const log = serverAnswers(({ method }) =>
    aresRoom({ status: "ACTIVE", seats: method === "GET" ? [vera] : [] }),
  );
  await shelfOf(ARE.personId, new OwnWindow(undefined)).put(removal, 0, Date.now() + 60_000);
  network("offline");
  const becomes = opened({ kind: "loading" });
  becomes({ kind: "unreachable" });
  expect(log).toEqual([]);
  network("online");
  becomes(BACK);
  await waitFor(() =>
    expect(log.map(({ method, path }) => `${method} ${path}`)).toContain(
      "DELETE /api/rooms/room/seats/vera",
    ),
  );
});

test("R4: what waits goes in no session but hers, and not once she has signed out", () => {
  const log = serverAnswers(() => aresRoom({ status: "ACTIVE" }));
  const becomes = opened(signedIn(EARLIER));
  network("offline");
  act(() => answers?.give(WITHDRAWAL));
  becomes({ kind: "signed-out", ended: "idle" });
  network("online");
  becomes({ kind: "signed-out", ended: "here" });
  keepsNothing();
  becomes(BACK);
  expect(answers?.open()).toEqual([]);
  expect(log).toEqual([]);
});

test.each([
  ["keeps it", () => 0],
  ["keeps nothing", keepsNothing],
])(
  "a no to an answer in whose way the window hears of the newer sign-in is told; the device %s",
  async (_, device) => {
    device();
    const refused = (code: string) =>
      new Response(JSON.stringify({ code, status: 403 }), {
        status: 403,
        headers: { "content-type": "application/problem+json" },
      });
    vi.stubGlobal("fetch", (_path: string, { method, headers }: RequestInit) => {
      if (method === "GET") return Promise.resolve(Response.json(aresRoom({ status: "ACTIVE" })));
      const isNew = new Headers(headers).get("X-CSRF-Token") === "new";
      return Promise.resolve(refused(isNew ? "fresh-login-required" : "csrf-token-missing"));
    });
    const becomes = opened(signedIn(EARLIER));
    const renewCsrfToken = () => {
      act(() => becomes(BACK));
      standAs({ csrfToken: "new" });
      return Promise.resolve("new");
    };
    standAs({ csrfToken: "old", renewCsrfToken });
    act(() => answers?.give(WITHDRAWAL));
    await waitFor(() =>
      expect(answers?.to(QUESTION)).toMatchObject({ progress: { kind: "failed" } }),
    );
  },
);

test.each([
  ["a withdrawal", WITHDRAWAL],
  ["a removal", { kind: "removal", roomId: "room", seatId: "vera", name: "Vera" }],
  ["a block", { kind: "block", personId: "vera", name: "Vera", at: 0 }],
] as const)(
  "while %s waits the browser asks before the tab is closed, and only then",
  (_, answer) => {
    serverAnswers(() => new Promise(() => undefined));
    const asks = () => {
      const closing = new Event("beforeunload", { cancelable: true });
      window.dispatchEvent(closing);
      return closing.defaultPrevented;
    };
    const becomes = opened(signedIn(EARLIER));
    network("offline");
    expect(asks()).toBe(false);
    act(() => answers?.give(answer));
    expect(asks()).toBe(true);
    act(() => answers?.forget(questionOf(answer)));
    expect(asks()).toBe(false);
    act(() => answers?.give(answer));
    becomes({ kind: "signed-out", ended: "here" });
    expect(asks()).toBe(false);
  },
);

test("what only looks does not hold up who closes the tab", async () => {
  serverAnswers(() => new Promise(() => undefined));
  await shelfOf(ARE.personId, new OwnWindow(undefined)).put(WITHDRAWAL);
  opened(signedIn(EARLIER));
  network("offline");
  await waitFor(() => expect(answers?.to(QUESTION)).toMatchObject({ looks: true }));
  expect(answers?.to(QUESTION)?.progress.kind).toBe("waiting");
  const closing = new Event("beforeunload", { cancelable: true });
  window.dispatchEvent(closing);
  expect(closing.defaultPrevented).toBe(false);
});
