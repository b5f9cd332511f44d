import { useQueryClient } from "@tanstack/react-query";
import { act, cleanup, screen } from "@testing-library/react";
import { useState } from "react";
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

const OTHER = { ...ROOM, roomId: "another" };

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

let shows: (roomId: string) => void = () => undefined;

function Shown() {
  const [roomId, setRoomId] = useState("room");
  shows = setRoomId;
  return <WhileHers roomId={roomId}>{(view) => <p>{view.kind}</p>}</WhileHers>;
}

function Changes() {
  const queries = useQueryClient();
  changed = () => anyRoomMayHaveChanged(queries);
  return null;
}

async function veraIsThere(): Promise<void> {
  serverAnswers(({ path }) => {
    if (path === "/api/rooms") return { items: isHers ? [ROOM, OTHER] : [] };
    if (isHers) return path.endsWith(OTHER.roomId) ? OTHER : ROOM;
    const unknown = { code: "room-unknown", status: 404 };
    const headers = { "content-type": "application/problem+json" };
    return Response.json(unknown, { status: 404, headers });
  });
  await renderFor(
    VERA,
    <>
      <Changes />
      <Shown />
    </>,
  );
  await screen.findByText("here");
}

async function veraIsShownOut(): Promise<void> {
  await veraIsThere();
  isHers = false;
  tells("seat-removed");
  act(() => changed());
  await screen.findByText(/Are has chosen/);
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
  await veraIsShownOut();

  tells(undefined);

  expect(screen.getByRole("alert").textContent).toMatch(/Are has chosen/);
});

test("what has become of it since is what she is told", async () => {
  await veraIsShownOut();

  // She was let in again, and did not open it before he took his consent back.
  tells(undefined);
  tells("consent-withdrawn");

  expect(screen.getByRole("alert").textContent).toMatch(/Are has withdrawn/);
});

test("of a room that she comes back to by another one she is told nothing from before", async () => {
  await veraIsShownOut();

  isHers = true;
  act(() => changed());
  act(() => shows("another"));
  await screen.findByText("here");
  act(() => shows("room"));

  await screen.findByText("here");
  expect(screen.queryByText(/Are has chosen/)).toBeNull();
});
