import { useQueryClient } from "@tanstack/react-query";
import { act, cleanup, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ViewEnd } from "../conversation/conversation";
import { aresRoom, renderFor, serverAnswers, VERA } from "../shell/test-room";
import { anyRoomMayHaveChanged } from "./rooms";
import { WhileHers } from "./WhileHers";

const socket = vi.hoisted(() => ({
  end: undefined as ViewEnd | undefined,
  listeners: new Set<() => void>(),
}));

vi.mock("../conversation/ConversationsProvider", () => ({
  useConversations: () => ({
    closedElsewhere: () => undefined,
    connectionState: () => OPEN,
    endOf: () => socket.end,
    subscribe: (listener: () => void) => {
      socket.listeners.add(listener);
      return () => socket.listeners.delete(listener);
    },
  }),
}));

const OPEN = { kind: "open" };
const ROOM = aresRoom({
  status: "ACTIVE",
  me: { seatId: "seat", part: "HELPER", status: "ACTIVE" },
});

let isHers = true;
let changed: () => void = () => undefined;

beforeEach(() => {
  isHers = true;
  socket.end = undefined;
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function tells(end: ViewEnd | undefined): void {
  act(() => {
    socket.end = end;
    for (const listener of socket.listeners) listener();
  });
}

function Changes() {
  const queries = useQueryClient();
  changed = () => anyRoomMayHaveChanged(queries);
  return null;
}

async function veraIsThere(): Promise<void> {
  serverAnswers(({ path }) => {
    if (path === "/api/rooms") return { items: isHers ? [ROOM] : [] };
    if (isHers) return ROOM;
    const unknown = { code: "room-unknown", status: 404 };
    const headers = { "content-type": "application/problem+json" };
    return Response.json(unknown, { status: 404, headers });
  });
  await renderFor(
    VERA,
    <>
      <Changes />
      <WhileHers roomId="room">{(view) => <p>{view.kind}</p>}</WhileHers>
    </>,
  );
  await screen.findByText("here");
}

test("why she is out is told also where the room has gone before the reason came", async () => {
  await veraIsThere();
  isHers = false;
  act(() => changed());
  await screen.findByText(/closed to you/);

  tells("seat-removed");

  expect(screen.getByRole("alert").textContent).toMatch(/Are has chosen/);
});

test("what has been told of it stands, also once that is forgotten", async () => {
  await veraIsThere();
  isHers = false;
  tells("seat-removed");
  act(() => changed());
  await screen.findByText(/Are has chosen/);

  tells(undefined);

  expect(screen.getByRole("alert").textContent).toMatch(/Are has chosen/);
});
