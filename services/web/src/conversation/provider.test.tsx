import { QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, render, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { newQueryClient } from "../gateway/queries";
import { SessionContext } from "../session/session";
import { ARE, aresRoom, serverAnswers } from "../shell/test-room";
import { ConversationsProvider, useConversations } from "./ConversationsProvider";
import type { Conversations } from "./conversations";
import { useKeepsWritten } from "../shell/keepsWritten";
import { KeepingProvider } from "./KeepingProvider";

const SESSION = {
  session: { kind: "loading" as const },
  retry: () => undefined,
  look: () => Promise.resolve(),
  signOut: () => Promise.resolve(),
  lost: () => undefined,
};

let now: Conversations | undefined;

function Hold() {
  now = useConversations();
  return null;
}

beforeEach(() => {
  now = undefined;
  serverAnswers(() => new Response("", { status: 503 }));
  vi.stubGlobal("indexedDB", {
    open() {
      throw new Error("keeps nothing");
    },
  });
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** Signed in since then, or nobody knows. */
function page(personId: string, signedInAt: string | undefined) {
  return (
    <KeepingProvider personId={personId}>
      {signedInAt !== undefined && (
        <ConversationsProvider
          key={signedInAt}
          me={{ ...ARE, personId, signedInAt }}
          meanwhile={null}
        >
          <Hold />
        </ConversationsProvider>
      )}
    </KeepingProvider>
  );
}

const queries = newQueryClient();
const within = (children: React.ReactNode) => (
  <QueryClientProvider client={queries}>
    <SessionContext value={SESSION}>{children}</SessionContext>
  </QueryClientProvider>
);

/** The connection that is there now, which is not that one. */
async function another(before: Conversations | undefined): Promise<Conversations> {
  return waitFor(() => {
    if (!now || now === before) throw new Error("not yet");
    return now;
  });
}

test.each([
  ["she signs in anew in another window", []],
  ["it is asked meanwhile who she is", [undefined]],
])(
  "what the device does not keep lives as long as the page, also when %s",
  async (_, meanwhile: undefined[]) => {
    const { rerender } = render(within(page("are", "2026-11-22T06:00:00.000Z")));
    const first = await another(undefined);
    act(() => {
      first.keeping.keepDraft("room", "Halvferdig");
      first.compose("room", "Skrevet uten nett");
    });
    for (const nobody of meanwhile) rerender(within(page("are", nobody)));
    rerender(within(page("are", "2026-11-22T06:30:00.000Z")));
    const { keeping } = await another(first);
    expect(keeping.outbox("room").map(({ body }) => body)).toEqual(["Skrevet uten nett"]);
    expect(keeping.draft("room")).toBe("Halvferdig");
  },
);

test("it is nobody else's", async () => {
  const { rerender } = render(within(page("are", "2026-11-22T06:00:00.000Z")));
  const ares = await another(undefined);
  act(() => ares.keeping.keepDraft("room", "Ares"));
  rerender(within(page("vera", "2026-11-22T06:30:00.000Z")));
  const veras = await another(ares);
  expect(veras.keeping.draft("room")).toBe("");
});

test("where the device keeps nothing the page knows it, and before that it says nothing of it", async () => {
  const said: boolean[] = [];
  function Says() {
    said.push(useKeepsWritten());
    return null;
  }
  render(
    <KeepingProvider personId="are">
      <Says />
    </KeepingProvider>,
  );
  await waitFor(() => expect(said.at(-1)).toBe(false));
  expect(said[0]).toBe(true);
});

test("what is left of a room that closes keeps what the room was called", async () => {
  const me = { seatId: "seat", part: "HELPER" as const, status: "ACTIVE" as const };
  queries.setQueryData(["rooms", "list"], [aresRoom({ roomId: "listed" })]);
  queries.setQueryData(["rooms", "details", "helped"], aresRoom({ roomId: "helped", me }));
  render(within(page("vera", "2026-11-22T06:00:00.000Z")));
  const { keeping, closedElsewhere } = await another(undefined);
  act(() => {
    for (const roomId of ["helped", "listed", "unknown"]) {
      keeping.keepDraft(roomId, roomId);
      closedElsewhere(roomId);
    }
  });
  expect(new Map(keeping.stranded().map(({ body, room }) => [body, room]))).toEqual(
    new Map([
      ["helped", "Are Nordmann"],
      ["listed", "Samordne hjelpen"],
      ["unknown", undefined],
    ]),
  );
});

test("what the socket tells of a room has whom one has blocked asked for anew; so has each new connection", async () => {
  const sockets: { onmessage?: (event: { data: string }) => void }[] = [];
  class Socket {
    onmessage?: (event: { data: string }) => void;
    constructor() {
      sockets.push(this);
    }
    close() {}
  }
  vi.stubGlobal("WebSocket", Socket);
  serverAnswers(({ path }) => (path === "/auth/ticket" ? { ticket: "t" } : { items: [] }));
  const { unmount } = render(within(page("are", "2026-11-22T06:00:00.000Z")));
  await waitFor(() => expect(sockets).toHaveLength(1));
  const hears = (frame: object) =>
    act(() => sockets[0]?.onmessage?.({ data: JSON.stringify(frame) }));
  const isOld = () => queries.getQueryState(["blocks"])?.isInvalidated;

  queries.setQueryData(["blocks"], { items: [] });
  hears({ type: "welcome", personId: "are", sessionEndsAt: "", rooms: [] });
  expect(isOld()).toBe(true);

  queries.setQueryData(["blocks"], { items: [] });
  expect(isOld()).toBe(false);
  hears({ type: "access-changed", roomId: "room" });
  expect(isOld()).toBe(true);
  unmount();
});
